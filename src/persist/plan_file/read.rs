//! Reads a plan from its saved form. Damage is noted, and the walk goes on with the value that was there before; [`plan`]
//! returns no plan if anything was noted. Places are checked here, as they are read; everything else by [`super::check`].

use super::Damage;
use super::form;
use super::walk::{ITEM, Walk, Word};
use crate::domain::plan::{Piece, PieceKind, Plan};
use crate::domain::span::Span;
use crate::persist::json::Json;

/// Reads the plan of a saved form.
pub fn plan(form: &Json) -> Result<Plan, Damage> {
    let mut reader = Reader { levels: Vec::new(), end: 0, ahead: Plan::default(), noted: None };
    // Places need the source and may name units: both are read ahead of their turn.
    let (mut source, mut units) = (String::new(), Vec::new());
    reader.levels.push(Level { value: Some(form), read: 0 });
    reader.text("source", &mut source);
    form::units(&mut reader, &mut units);
    (reader.ahead.source, reader.ahead.units) = (source, units);

    let mut plan = Plan::default();
    reader.levels.push(Level { value: Some(form), read: 0 });
    form::plan(&mut reader, &mut plan);
    reader.leave();
    reader.noted.map_or(Ok(plan), Err)
}

struct Reader<'j> {
    /// The levels of the form around the walk's position, the innermost last.
    levels: Vec<Level<'j>>,
    end: i64,
    /// A plan with source and units only.
    ahead: Plan,
    noted: Option<Damage>,
}

/// An object, a list or an item of one.
struct Level<'j> {
    value: Option<&'j Json<'j>>,
    /// How many of its fields were read.
    read: usize,
}

impl<'j> Reader<'j> {
    /// The value of a field, or of this level itself for [`ITEM`].
    fn look(&self, name: &str) -> Option<&'j Json<'j>> {
        let value = self.levels.last()?.value?;
        if name == ITEM {
            return Some(value);
        }
        value.object()?.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Finds the value of a field and counts it as read.
    fn find(&mut self, name: &str) -> Option<&'j Json<'j>> {
        let found = self.look(name);
        if let Some(level) = self.levels.last_mut() {
            level.read += 1;
        }
        found
    }

    /// Stores a value read from the form, or notes the damage if there is none.
    fn fill<T>(&mut self, place: &mut T, made: Option<T>, damage: Damage) {
        match made {
            Some(made) => *place = made,
            None => self.note(damage),
        }
    }

    /// The span of this length that begins `skip` bytes after the last place; `None` if it is not within the source.
    fn next(&mut self, skip: i64, length: u64) -> Option<Span> {
        let start = usize::try_from(self.end.checked_add(skip)?).ok()?;
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        self.ahead.source.get(start..end)?;
        let span = Span::new(start, end);
        self.end = span.end.into();
        Some(span)
    }
}

impl Walk for Reader<'_> {
    fn has(&mut self, name: &str, _: bool) -> bool {
        self.look(name).is_some()
    }

    fn text(&mut self, name: &str, text: &mut String) {
        let found = self.find(name).and_then(Json::text);
        self.fill(text, found.map(str::to_owned), Damage::Shape);
    }

    fn whole(&mut self, name: &str, number: &mut usize) {
        let found = self.find(name).and_then(Json::whole).and_then(|number| number.try_into().ok());
        self.fill(number, found, Damage::Shape);
    }

    fn number(&mut self, name: &str, number: &mut f64) {
        let found = self.find(name).and_then(Json::number);
        self.fill(number, found, Damage::Shape);
    }

    fn flag(&mut self, name: &str, flag: &mut bool) {
        if self.look(name).is_some() {
            let found = self.find(name).and_then(Json::flag);
            self.fill(flag, found, Damage::Shape);
        }
    }

    fn place(&mut self, name: &str, span: &mut Span) {
        let place = match self.find(name) {
            Some(Json::Null) => return,
            Some(Json::List(place)) => match place.as_slice() {
                [skip, length] => skip.step().zip(length.whole()),
                _ => None,
            },
            _ => None,
        };
        let Some((skip, length)) = place else { return self.note(Damage::Shape) };
        let next = self.next(skip, length);
        self.fill(span, next, Damage::Place);
    }

    fn pieces(&mut self, name: &str, pieces: &mut Vec<Piece>) {
        let mut lines: Vec<String> = Vec::new();
        let walk: &mut dyn Walk = self;
        walk.lines(name, &mut lines, |walk, line| walk.text(ITEM, line));
        let end = std::mem::take(&mut self.end);
        for line in lines {
            let mut rest = line.as_str();
            while !rest.is_empty() {
                let kind = PieceKind::ALL.iter().find(|kind| rest.starts_with(kind.word()));
                let digits = rest.get(1..).unwrap_or_default();
                let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
                let (Some(kind), Ok(length)) = (kind, digits[..end].parse()) else {
                    return self.note(Damage::Pieces);
                };
                let Some(span) = self.next(0, length) else { return self.note(Damage::Place) };
                pieces.push(Piece { kind: *kind, span });
                rest = &digits[end..];
            }
        }
        self.end = end;
    }

    fn enter(&mut self, name: &str) {
        let value = self.find(name);
        self.levels.push(Level { value, read: 0 });
    }

    fn list(&mut self, name: &str, _: usize, _: bool) -> usize {
        self.enter(name);
        let list = self.look(ITEM).and_then(Json::list);
        if list.is_none() {
            self.note(Damage::Shape);
        }
        list.map_or(0, <[Json]>::len)
    }

    fn item(&mut self, i: usize) {
        let value = self.look(ITEM).and_then(Json::list).and_then(|items| items.get(i));
        self.levels.push(Level { value, read: 0 });
    }

    fn leave(&mut self) {
        // A field that the form did not ask for, or one given twice.
        if let Some(Level { value: Some(Json::Object(fields)), read }) = self.levels.pop()
            && fields.len() != read
        {
            self.note(Damage::Shape);
        }
    }

    fn end(&mut self) -> &mut i64 {
        &mut self.end
    }

    fn unit_at(&self, span: Span) -> Option<usize> {
        self.ahead.unit_named(self.ahead.text(span))
    }

    fn note(&mut self, damage: Damage) {
        self.noted = self.noted.or(Some(damage));
    }
}
