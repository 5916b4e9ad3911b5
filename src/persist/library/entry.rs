//! One plan as the library lists it.

use crate::domain::fault::PlanFault;
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;

/// One plan of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its title as printed; empty where it has none, or where it is not known.
    pub title: String,
    /// Its document number, where that is known.
    pub number: Option<String>,
    /// How many measures it has; `None` where it cannot be read.
    pub measures: Option<usize>,
    /// When it was kept last; 0 where that is not known, and for the plan that the page carries.
    pub kept: Moment,
    /// When it was opened last; 0 where that is not known, and where it never was.
    pub opened: Moment,
    /// Whether the page carries it: then it is there without being kept.
    pub carried: bool,
    /// What is wrong with it, as far as it was looked at. It stays on its shelf until it is deleted.
    pub fault: Option<PlanFault>,
}

impl Entry {
    /// A plan's entry, without its moments.
    pub fn of(plan: &Plan) -> Self {
        Self { id: plan.id.clone(), ..Self::default() }.with(plan)
    }

    /// The same entry with what the plan says of itself.
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

    /// The same entry where its plan was read, or could not be.
    #[must_use]
    pub fn looked_at(self, plan: &Result<Plan, PlanFault>) -> Self {
        match plan {
            Ok(plan) => self.with(plan),
            Err(fault) => Self { measures: None, fault: Some(fault.clone()), ..self },
        }
    }
}
