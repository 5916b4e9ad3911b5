//! How much is done of how much.

use super::ledger::Ledger;
use super::party::Party;
use super::plan::{MeasureId, Plan};

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
    pub fn of(ledger: &Ledger, party: Party, measures: impl IntoIterator<Item = MeasureId>) -> Self {
        measures.into_iter().fold(Self::default(), |count, id| Self {
            done: count.done + usize::from(ledger.done(party, id)),
            all: count.all + 1,
        })
    }

    /// Counts the party's ticks on its own list.
    pub fn of_party(plan: &Plan, ledger: &Ledger, party: Party) -> Self {
        Self::of(ledger, party, plan.scope_measures(party))
    }

    /// Whole per cent, rounded down, so that 100 means all; `None` where there is nothing to count.
    pub fn percent(self) -> Option<usize> {
        (self.done * 100).checked_div(self.all)
    }
}
