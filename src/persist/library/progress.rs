//! How far a plan of the library is, by the ledger that is kept for it.

use crate::domain::ledger::{Ledger, Moment};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::rollup::{Count, Standings};
use crate::domain::version::is_believable;
use crate::persist::shelf::Shelf;
use crate::persist::{keys, ledger_file};

/// How far a plan is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many of the measures that count are signed off.
    pub count: Count,
    /// When something was last said of what is reported now; `None` if nothing is. That all was deleted, or a tick taken back, is no
    /// report.
    pub reported: Option<Moment>,
}

impl Progress {
    /// The progress in a ledger of the plan.
    pub fn of(plan: &Plan, ledger: &Ledger, now: Moment) -> Self {
        let count = Standings::of_party(plan, ledger, Party::Coordinator).total().count;
        let reports = ledger.marks().iter().filter(|(_, mark)| !mark.is_empty());
        let versions = reports.flat_map(|(_, mark)| mark.fields()).flat_map(|(_, versions)| versions);
        let reported = versions.map(|version| version.entered).filter(|at| is_believable(*at, now)).max();
        Self { count, reported }
    }

    /// The progress by the newest ledger that is kept for the plan and can be read. Nothing on the shelf is changed.
    pub fn kept(shelf: &impl Shelf, plan: &Plan, now: Moment) -> Self {
        Self::of(plan, &ledger(shelf, plan), now)
    }
}

/// The newest ledger that is kept for a plan and can be read; an empty one where there is none. Nothing on the shelf is changed.
pub fn ledger(shelf: &impl Shelf, plan: &Plan) -> Ledger {
    let text = |version: u64| shelf.get(&keys::ledger(&plan.id, version)).ok().flatten();
    let mut texts = (1..=ledger_file::VERSION).rev().filter_map(text);
    texts.find_map(|text| ledger_file::read(&text, plan).ok()).unwrap_or_default()
}
