//! The interface through which the form of a plan is walked: [`super::read`] fills the plan in, [`super::write`] writes it down.
//!
//! Every call names a field and passes its value. The form does not know the direction; for a value that may be left out it
//! says whether it is written (`has`), and the value is the default if it is missing.

use super::Damage;
use crate::domain::plan::Piece;
use crate::domain::span::Span;

/// The name that stands for an item of a list itself.
pub const ITEM: &str = "";

/// A reader or a writer, inside one object or list of the form.
pub trait Walk {
    /// Whether the field is there: when reading, in the file; when writing, as `has` says.
    fn has(&mut self, name: &str, has: bool) -> bool;
    /// A string.
    fn text(&mut self, name: &str, text: &mut String);
    /// An index or another whole number from 0.
    fn whole(&mut self, name: &str, number: &mut usize);
    /// A number of any kind.
    fn number(&mut self, name: &str, number: &mut f64);
    /// A truth value; `false` is left out.
    fn flag(&mut self, name: &str, flag: &mut bool);
    /// A place in the source.
    fn place(&mut self, name: &str, span: &mut Span);
    /// The kind and length in bytes of each piece of the source (`H27`), those of one line together.
    fn pieces(&mut self, name: &str, pieces: &mut Vec<Piece>);
    /// Enters a field until [`Walk::leave`].
    fn enter(&mut self, name: &str);
    /// Enters a list until [`Walk::leave`] and returns the number of its items: `length` when writing. With `lines`, every
    /// item is written on a line of its own.
    fn list(&mut self, name: &str, length: usize, lines: bool) -> usize;
    /// Enters an item of the list until [`Walk::leave`].
    fn item(&mut self, i: usize);
    /// Goes back to the level around this one.
    fn leave(&mut self);
    /// The end of the last place, from which the next one is counted. Places inside another are counted from its start.
    fn end(&mut self) -> &mut i64;
    /// The unit whose name stands at a place of the source, as an index into [`Plan::units`](crate::domain::plan::Plan::units).
    fn unit_at(&self, span: Span) -> Option<usize>;
    /// Notes damage.
    fn note(&mut self, damage: Damage);
}

/// A value that is one of a few, each written as a word.
pub trait Word: Copy + PartialEq + 'static {
    /// All values that have a word.
    const ALL: &'static [Self];
    /// The damage noted for any other word.
    const UNKNOWN: Damage = Damage::Shape;
    /// The word of the value.
    fn word(self) -> &'static str;
}

/// Combinations of the calls above.
impl dyn Walk + '_ {
    /// Walks every item of a list.
    pub fn each<T: Default>(&mut self, name: &str, items: &mut Vec<T>, item: impl FnMut(&mut dyn Walk, &mut T)) {
        self.items(name, false, items, item);
    }

    /// Walks every item of a list, each on a line of its own.
    pub fn lines<T: Default>(&mut self, name: &str, items: &mut Vec<T>, item: impl FnMut(&mut dyn Walk, &mut T)) {
        self.items(name, true, items, item);
    }

    /// Walks every item of a list that is left out if it is empty.
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

    /// Walks a list of two.
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

    /// Walks a value that may be left out.
    pub fn maybe<T: Default>(&mut self, name: &str, value: &mut Option<T>, walk: fn(&mut dyn Walk, &str, &mut T)) {
        if self.has(name, value.is_some()) {
            walk(self, name, value.get_or_insert_default());
        }
    }

    /// Walks a string that may be left out.
    pub fn maybe_text(&mut self, name: &str, text: &mut Option<String>) {
        self.maybe(name, text, |walk, name, text| walk.text(name, text));
    }

    /// Walks the number of a section or measure.
    pub fn short(&mut self, name: &str, number: &mut u16) {
        let mut whole = usize::from(*number);
        self.whole(name, &mut whole);
        match u16::try_from(whole) {
            Ok(short) => *number = short,
            Err(_) => self.note(Damage::Shape),
        }
    }

    /// Walks a value that is written as a word.
    pub fn word<T: Word>(&mut self, name: &str, value: &mut T) {
        let mut word = value.word().to_owned();
        self.text(name, &mut word);
        match T::ALL.iter().find(|value| value.word() == word) {
            Some(known) => *value = *known,
            None => self.note(T::UNKNOWN),
        }
    }
}
