//! The entry of one plan in the library.

use crate::domain::fault::PlanFault;
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;

/// One plan of the library, as it is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The id of the plan.
    pub id: String,
    /// The title as printed; empty if the plan has none, or if it is not known.
    pub title: String,
    /// The name that a person gave the plan, to stand beside its title; empty if none.
    pub name: String,
    /// The document number; `None` if it has none, or if it is not known.
    pub number: Option<String>,
    /// The number of measures; `None` if the plan cannot be read.
    pub measures: Option<usize>,
    /// When the plan was last kept; 0 if that is not known, and for the plan that the page carries.
    pub kept: Moment,
    /// When the plan was last opened; 0 if it never was, or if that is not known.
    pub opened: Moment,
    /// Whether the page carries the plan, which is then there without being kept.
    pub carried: bool,
    /// What is wrong with the plan, as far as was checked. The plan stays on the shelf until it is deleted.
    pub fault: Option<PlanFault>,
}

impl Entry {
    /// The entry of a plan, its moments 0.
    pub fn of(plan: &Plan) -> Self {
        Self { id: plan.id.clone(), ..Self::default() }.with(plan)
    }

    /// The entry with title, number and measures taken from the plan.
    #[must_use]
    pub fn with(self, plan: &Plan) -> Self {
        Self {
            title: plan.text(plan.meta.title).to_owned(),
            number: plan.meta.number.as_ref().map(|number| number.value.clone()),
            measures: Some(plan.measures().count()),
            fault: None,
            ..self
        }
    }

    /// The entry after an attempt to read its plan: updated from the plan, or with the fault.
    #[must_use]
    pub fn looked_at(self, plan: &Result<Plan, PlanFault>) -> Self {
        match plan {
            Ok(plan) => self.with(plan),
            Err(fault) => Self { measures: None, fault: Some(fault.clone()), ..self },
        }
    }
}
