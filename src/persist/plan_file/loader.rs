//! The small parts that a saved form is made of. What cannot be is noted, and something empty stands for it.

use super::Damage;
use super::save::letter;
use crate::domain::plan::{Piece, PieceKind, Plan};
use crate::domain::span::Span;
use crate::persist::json::Json;

const KINDS: [PieceKind; 11] = [
    PieceKind::Title,
    PieceKind::Notice,
    PieceKind::Preamble,
    PieceKind::Label,
    PieceKind::Heading,
    PieceKind::Paragraph,
    PieceKind::Measure,
    PieceKind::Responsibility,
    PieceKind::Deadline,
    PieceKind::Furniture,
    PieceKind::Gap,
];

/// A field, if it is there.
pub type Field<'j> = Option<&'j Json>;

/// Reads one plan.
#[derive(Default)]
pub struct Loader<'j> {
    /// The text that places are in.
    pub source: &'j str,
    /// The end of the last place, from which the next one is counted.
    pub end: i64,
    /// Holds the units, by whose names assignments are found.
    pub names: Plan,
    noted: Option<Damage>,
}

impl<'j> Loader<'j> {
    /// The first thing that cannot be.
    pub fn noted(&self) -> Option<Damage> {
        self.noted
    }

    /// Notes what cannot be.
    pub fn note<T>(&mut self, damage: Damage) -> Option<T> {
        self.noted = self.noted.or(Some(damage));
        None
    }

    /// Exactly these fields, of which the first so many must be there.
    pub fn fields<const N: usize>(&mut self, value: Field<'j>, names: [&str; N], required: usize) -> [Field<'j>; N] {
        let mut found = [None; N];
        self.find(value, &names, required, &mut found);
        found
    }

    fn find(&mut self, value: Field<'j>, names: &[&str], required: usize, found: &mut [Field<'j>]) {
        let complete = value.and_then(|value| value.find(names, found)) == Some(true);
        if !complete || found.iter().take(required).any(Option::is_none) {
            self.note::<()>(Damage::Shape);
        }
    }

    /// The items of a list; none if it is left out.
    pub fn list(&mut self, list: Field<'j>) -> &'j [Json] {
        match list {
            Some(Json::List(items)) => items,
            Some(_) => self.note(Damage::Shape).unwrap_or_default(),
            None => &[],
        }
    }

    /// Every item of a list.
    pub fn each<T>(&mut self, list: Field<'j>, item: fn(&mut Self, Field<'j>) -> T) -> Vec<T> {
        let list = self.list(list);
        let mut items = Vec::with_capacity(list.len());
        for value in list {
            items.push(item(self, Some(value)));
        }
        items
    }

    /// Two of something.
    pub fn pair(&mut self, pair: Field<'j>) -> [Field<'j>; 2] {
        if let [one, other] = self.list(pair) {
            return [Some(one), Some(other)];
        }
        self.note::<()>(Damage::Shape);
        [None; 2]
    }

    /// A string as it stands in the form.
    pub fn word(&mut self, text: Field<'j>) -> &'j str {
        text.and_then(Json::text).or_else(|| self.note(Damage::Shape)).unwrap_or_default()
    }

    /// A string.
    pub fn text(&mut self, text: Field<'j>) -> String {
        self.word(text).to_owned()
    }

    /// A string that may be left out.
    pub fn maybe_text(&mut self, text: Field<'j>) -> Option<String> {
        text.is_some().then(|| self.text(text))
    }

    /// A yes, or nothing.
    pub fn flag(&mut self, flag: Field<'j>) -> bool {
        match flag {
            Some(Json::Flag(flag)) => *flag,
            Some(_) => self.note(Damage::Shape).unwrap_or_default(),
            None => false,
        }
    }

    /// An index.
    pub fn whole(&mut self, number: Field<'j>) -> usize {
        let number = number.and_then(Json::whole).and_then(|number| usize::try_from(number).ok());
        number.or_else(|| self.note(Damage::Shape)).unwrap_or_default()
    }

    /// An index that may be left out.
    pub fn maybe_whole(&mut self, number: Field<'j>) -> Option<usize> {
        number.is_some().then(|| self.whole(number))
    }

    /// The number of a section or measure.
    pub fn short(&mut self, number: usize) -> u16 {
        u16::try_from(number).ok().or_else(|| self.note(Damage::Shape)).unwrap_or_default()
    }

    /// A place, as span; the empty one if it is `null`.
    pub fn span(&mut self, place: Field<'j>) -> Span {
        if matches!(place, Some(Json::Null)) {
            return Span::default();
        }
        let [skip, length] = self.pair(place);
        let skip = skip.and_then(Json::step).or_else(|| self.note(Damage::Shape)).unwrap_or_default();
        let length = self.whole(length);
        self.next(skip, length)
    }

    /// The span so many bytes on from the last, so many long; if it is one of the source.
    pub fn next(&mut self, skip: i64, length: usize) -> Span {
        let start = self.end.checked_add(skip).and_then(|start| usize::try_from(start).ok());
        let ends = start.and_then(|start| Some((start, start.checked_add(length)?)));
        let Some((start, end)) = ends.filter(|(start, end)| self.source.get(*start..*end).is_some()) else {
            return self.note(Damage::Place).unwrap_or_default();
        };
        let span = Span::new(start, end);
        self.end = span.end.into();
        span
    }

    /// Kind and length of each piece, as `save_pieces` writes them.
    pub fn pieces(&mut self, lines: Field<'j>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for line in self.list(lines) {
            let mut rest = self.word(Some(line));
            while let Some(first) = rest.chars().next() {
                let digits = &rest[first.len_utf8()..];
                let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
                let kind = KINDS.into_iter().find(|kind| letter(*kind) == first);
                let (Some(kind), Ok(length)) = (kind, digits[..end].parse()) else {
                    self.note::<()>(Damage::Pieces);
                    break;
                };
                pieces.push(Piece { kind, span: self.next(0, length) });
                rest = &digits[end..];
            }
        }
        pieces
    }
}
