//! What the form of a plan is walked with: [`super::read`] fills the plan on the way, [`super::write`] writes it down.
//!
//! Every call names a field and hands over its value. Whoever walks says nothing of the direction; where a value can be left out, it
//! says when (`has`), and what it is then.

use super::Damage;
use crate::domain::plan::Piece;
use crate::domain::span::Span;

/// In the place of a field's name: the item of a list itself.
pub const ITEM: &str = "";

/// A reader or a writer, inside one object or list of the form.
pub trait Walk {
    /// Whether there is such a field: `has`, where it is about to be written.
    fn has(&mut self, name: &str, has: bool) -> bool;
    /// A string.
    fn text(&mut self, name: &str, text: &mut String);
    /// An index or a small number.
    fn whole(&mut self, name: &str, number: &mut usize);
    /// A number of any kind.
    fn number(&mut self, name: &str, number: &mut f64);
    /// A yes; a no is left out.
    fn flag(&mut self, name: &str, flag: &mut bool);
    /// A place in the source.
    fn place(&mut self, name: &str, span: &mut Span);
    /// Kind and length of each piece of the source (`H27`), those of one line together.
    fn pieces(&mut self, name: &str, pieces: &mut Vec<Piece>);
    /// Goes into a field, an object or whatever it is, until [`Walk::leave`].
    fn enter(&mut self, name: &str);
    /// Goes into a list until [`Walk::leave`], and says how many items it has: as many as this, where it is written. On a line each, or
    /// one after the other.
    fn list(&mut self, name: &str, length: usize, lines: bool) -> usize;
    /// Goes into an item of the list, until [`Walk::leave`].
    fn item(&mut self, i: usize);
    /// Goes back to where it came from.
    fn leave(&mut self);
    /// The end of the last place, from which the next one is counted. Places inside another are counted from its start.
    fn end(&mut self) -> &mut i64;
    /// The unit whose name stands at a place of the source.
    fn unit_at(&self, span: Span) -> Option<usize>;
    /// Notes what cannot be.
    fn note(&mut self, damage: Damage);
}

/// A value of which there are few, each with a word of its own.
pub trait Word: Copy + PartialEq + 'static {
    /// All that have a word.
    const ALL: &'static [Self];
    /// What another word is.
    const UNKNOWN: Damage = Damage::Shape;
    /// Its word.
    fn word(self) -> &'static str;
}

/// What is made of these.
impl dyn Walk + '_ {
    /// Every item of a list.
    pub fn each<T: Default>(&mut self, name: &str, items: &mut Vec<T>, item: impl FnMut(&mut dyn Walk, &mut T)) {
        self.items(name, false, items, item);
    }

    /// Every item of a list, on a line each.
    pub fn lines<T: Default>(&mut self, name: &str, items: &mut Vec<T>, item: impl FnMut(&mut dyn Walk, &mut T)) {
        self.items(name, true, items, item);
    }

    /// Every item of a list that is left out where it has none.
    pub fn some<T: Default>(&mut self, name: &str, items: &mut Vec<T>, item: impl FnMut(&mut dyn Walk, &mut T)) {
        if self.has(name, !items.is_empty()) {
            self.items(name, false, items, item);
        }
    }

    fn items<T: Default>(
        &mut self,
        name: &str,
        lines: bool,
        items: &mut Vec<T>,
        mut item: impl FnMut(&mut dyn Walk, &mut T),
    ) {
        let length = self.list(name, items.len(), lines);
        items.resize_with(length, T::default);
        for (i, value) in items.iter_mut().enumerate() {
            self.item(i);
            item(self, value);
            self.leave();
        }
        self.leave();
    }

    /// A list of two.
    pub fn pair<T>(&mut self, name: &str, pair: [&mut T; 2], item: fn(&mut dyn Walk, &str, &mut T)) {
        if self.list(name, 2, false) != 2 {
            self.note(Damage::Shape);
        }
        for (i, value) in pair.into_iter().enumerate() {
            self.item(i);
            item(self, ITEM, value);
            self.leave();
        }
        self.leave();
    }

    /// What may be left out.
    pub fn maybe<T: Default>(&mut self, name: &str, value: &mut Option<T>, walk: fn(&mut dyn Walk, &str, &mut T)) {
        if self.has(name, value.is_some()) {
            walk(self, name, value.get_or_insert_default());
        }
    }

    /// A string that may be left out.
    pub fn maybe_text(&mut self, name: &str, text: &mut Option<String>) {
        self.maybe(name, text, |walk, name, text| walk.text(name, text));
    }

    /// The number of a section or measure.
    pub fn short(&mut self, name: &str, number: &mut u16) {
        let mut whole = usize::from(*number);
        self.whole(name, &mut whole);
        match u16::try_from(whole) {
            Ok(short) => *number = short,
            Err(_) => self.note(Damage::Shape),
        }
    }

    /// The word of a value.
    pub fn word<T: Word>(&mut self, name: &str, value: &mut T) {
        let mut word = value.word().to_owned();
        self.text(name, &mut word);
        match T::ALL.iter().find(|value| value.word() == word) {
            Some(known) => *value = *known,
            None => self.note(T::UNKNOWN),
        }
    }
}
