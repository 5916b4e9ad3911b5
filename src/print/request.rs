//! What a paper is asked for: of which plan, whose, which measures, blank or filled in.

use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::script::{Rendition, Script};
use crate::text::paper::PaperWords;

/// What a paper is to be of.
#[derive(Clone, Copy, Debug)]
pub struct PaperRequest<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Whose checklist.
    pub party: Party,
    /// Which text of the plan.
    pub rendition: Rendition,
    /// The measures that the filters leave. Others of the party are not printed; those of other parties never.
    pub measures: &'a [MeasureId],
    /// What was reported; `None` for a blank form.
    pub ledger: Option<&'a Ledger>,
    /// The filters in words of the paper's script; empty if there are none.
    pub filters: &'a str,
    /// The day of the marks, ISO 8601; on a blank form the day of printing.
    pub date: &'a str,
}

impl PaperRequest<'_> {
    /// The script that the paper is written in.
    pub fn script(&self) -> Script {
        self.plan.script_of(self.rendition)
    }

    /// The paper's own words.
    pub fn words(&self) -> &'static PaperWords {
        PaperWords::of(self.script())
    }
}
