//! The bodies of a plan, each once.

use crate::domain::plan::{Assignee, Assignment, Unit};
use crate::domain::span::Span;
use crate::reader::statement::meaning::Meaning;
use crate::reader::statement::read::Named;
use crate::reader::text::Text;
use crate::reader::text::scan::compact;
use std::collections::HashMap;

/// Bodies in the order of first printing.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// The bodies, each with the names that are printed of it.
    pub all: Vec<Unit>,
    /// Their places by their names in simplified characters.
    known: HashMap<String, usize>,
}

impl Units {
    /// Who is named, as an assignment.
    pub fn assign(&mut self, text: &Text, named: &Named) -> Assignment {
        let who = match named.meaning {
            Meaning::Places(reach) => Assignee::Localities(reach),
            Meaning::Generic => Assignee::Generic,
            Meaning::Body => Assignee::Unit(self.place(text, named.span)),
        };
        Assignment { who, role: named.role, span: named.span }
    }

    /// The place of the body of this name; the same body in the other script is not another one.
    fn place(&mut self, text: &Text, name: Span) -> usize {
        let printed = compact(name.of(text.source));
        let new = self.all.len();
        let place = *self.known.entry(compact(name.of(&text.folded))).or_insert(new);
        match self.all.get_mut(place) {
            // Its first printing.
            None => self.all.push(Unit { key: printed, ..Unit::default() }),
            Some(unit) if unit.key != printed && !unit.aliases.contains(&printed) => unit.aliases.push(printed),
            Some(_) => {}
        }
        place
    }
}
