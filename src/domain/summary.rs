//! How much is done of how much.

use super::ledger::Ledger;
use super::party::Party;
use super::plan::MeasureId;

/// Ticked measures out of all measures of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Ticked.
    pub done: usize,
    /// All.
    pub all: usize,
}

impl Count {
    /// Counts the party's ticks among these measures.
    pub fn of(ledger: &Ledger, party: Party, measures: &[MeasureId]) -> Self {
        let done = measures.iter().filter(|id| ledger.done(party, **id)).count();
        Self { done, all: measures.len() }
    }

    /// Whole per cent, rounded down, so that 100 means all; `None` where there is nothing to count.
    pub fn percent(self) -> Option<usize> {
        (self.done * 100).checked_div(self.all)
    }
}
