//! The request for a paper: plan, party, measures, blank or filled in.

use crate::domain::arrangement;
use crate::domain::ledger::Ledger;
use crate::domain::party::{Party, Scope};
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::printed_day::Day;
use crate::domain::rounds::{Round, Rounds};
use crate::domain::script::{Rendition, Script};
use crate::text::paper::PaperWords;

/// The request for a paper.
#[derive(Clone, Copy, Debug)]
pub struct PaperRequest<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The party whose list it is.
    pub party: Party,
    /// The text of the plan that is printed.
    pub rendition: Rendition,
    /// The measures that the filters leave. The party's other measures are not printed, and those of other parties never.
    pub measures: &'a [MeasureId],
    /// The ledger to fill it in from; `None` for a blank form.
    pub ledger: Option<&'a Ledger>,
    /// What the coordinator settled ([`Ledger::settled`]), for blank forms, too.
    pub settled: &'a Ledger,
    /// The filters in words of the paper's script; empty if there are none.
    pub filters: &'a str,
    /// The day of the reports, or of printing for a blank form, ISO 8601.
    pub date: &'a str,
    /// The closed round whose state it shows, with the reports that were made for it; `None` for the state of today.
    pub round: Option<&'a Round>,
    /// The number of a paper that an office issues, such as 東政督〔2021〕3號; empty if it is left to be written.
    pub number: &'a str,
    /// Whether it speaks of lights, which an office may have switched off.
    pub with_lights: bool,
}

impl PaperRequest<'_> {
    /// The script of the paper.
    pub fn script(&self) -> Script {
        self.plan.script_of(self.rendition)
    }

    /// The tasks of the party's list, as the coordinator arranged them.
    pub fn scope(&self, party: Party) -> Scope {
        arrangement::scope(self.plan, self.settled, party)
    }

    /// The round for which reports are counted: that of the paper or, where it is of none, the one that reports of its day count for.
    pub fn round_of(&self, day: Day) -> Option<Round> {
        self.round.cloned().or_else(|| Rounds::of(self.settled).at(day).cloned())
    }

    /// The ledger; on a blank form what is settled, and nothing that is reported.
    pub fn said(&self) -> &Ledger {
        self.ledger.unwrap_or(self.settled)
    }

    /// The fixed words, in the paper's script.
    pub fn words(&self) -> &'static PaperWords {
        PaperWords::of(self.script())
    }
}
