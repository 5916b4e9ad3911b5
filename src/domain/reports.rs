//! What the marks of a ledger come to, all parties together: how many are reports, and how many are none, and why.
//! [`super::rollup`] says what a report is.

use super::ledger::{Ledger, MarkKey};
use super::mark::{Mark, Status};
use super::party::Party;
use super::plan::{MeasureId, Plan};
use super::rollup::Asked;

/// How many marks that say something are reports. The others are kept and stand beside: none of them is counted anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    /// Reports.
    pub all: usize,
    /// Those of them that are ticks: reported as done, or signed off.
    pub done: usize,
    /// Marks of who is asked that have words, but no status that this program knows.
    pub without_status: usize,
    /// Marks of a party on a measure about which it is not asked.
    pub not_asked: usize,
    /// Marks of a party or a measure that the plan does not have.
    pub unknown: usize,
}

impl Reports {
    /// What the marks of a ledger of this plan come to.
    pub fn of(plan: &Plan, ledger: &Ledger) -> Self {
        let mut reports = Self::default();
        let mut askers = Askers::of(plan);
        for (cell, mark) in ledger.marks().iter().filter(|(_, mark)| !mark.is_empty()) {
            match cell {
                MarkKey::Unplaced { .. } => reports.unknown += 1,
                MarkKey::Placed(party, measure) if !askers.ask(*party, *measure, mark) => reports.not_asked += 1,
                MarkKey::Placed(..) => reports.add(mark),
            }
        }
        reports
    }

    /// Counts a mark of who is asked.
    fn add(&mut self, mark: &Mark) {
        let status = mark.status();
        self.all += usize::from(status.is_some());
        self.done += usize::from(status == Some(Status::Done));
        self.without_status += usize::from(status.is_none());
    }

    /// How many marks stand beside the reports.
    pub fn beside(self) -> usize {
        self.without_status + self.not_asked + self.unknown
    }
}

/// Who is asked about the measures of a plan, for who goes through the marks of a ledger: those of one task mostly lie together.
pub(super) struct Askers<'p> {
    plan: &'p Plan,
    last: Option<(usize, Asked)>,
}

impl<'p> Askers<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        Self { plan, last: None }
    }

    /// Whether a party with this mark is asked about a measure. The coordinator is, about all.
    pub(super) fn ask(&mut self, party: Party, measure: MeasureId, mark: &Mark) -> bool {
        let Some((place, _)) = self.plan.measure_place(measure) else { return false };
        if self.last.as_ref().is_none_or(|(last, _)| *last != place) {
            self.last = self.plan.tasks.get(place).map(|task| (place, Asked::of(self.plan, task)));
        }
        party == Party::Coordinator || self.last.as_ref().is_some_and(|(_, asked)| asked.counts_with(party, mark))
    }
}
