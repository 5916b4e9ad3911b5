//! The request for a paper: plan, party, measures, blank or filled in.

use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
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
    /// The filters in words of the paper's script; empty if there are none.
    pub filters: &'a str,
    /// The day of the reports, or of printing for a blank form, ISO 8601.
    pub date: &'a str,
}

impl PaperRequest<'_> {
    /// The script of the paper.
    pub fn script(&self) -> Script {
        self.plan.script_of(self.rendition)
    }

    /// The fixed words, in the paper's script.
    pub fn words(&self) -> &'static PaperWords {
        PaperWords::of(self.script())
    }
}
