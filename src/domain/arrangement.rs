//! The arrangement (分工): what the coordinator settled where the plan is silent. It stands in the ledger, in the fields that no
//! party's report says ([`Field::is_settled`]), and beside the plan, which it does not change.
//!
//! | on a party's list | which measures |
//! |---|---|
//! | where the coordinator settled nothing about it | those that the plan puts there ([`Plan::scope`]) |
//! | with a duty | the measure, whatever the plan says; then its task is the party's own |
//! | with 不涉及 | not the measure, whatever the plan says |

use super::ledger::{Ledger, MarkKey};
use super::mark::{Duty, Field, Mark, Version};
use super::party::{Party, Scope};
use super::plan::{MeasureId, Plan};

/// The tasks of a party's list, as the coordinator arranged them.
pub fn scope(plan: &Plan, ledger: &Ledger, party: Party) -> Scope {
    let mut scope = plan.scope(party);
    if party == Party::Coordinator {
        return scope;
    }
    let mut settled = Vec::new();
    for (key, mark) in ledger.marks() {
        if let MarkKey::Placed(whose, id) = key
            && *whose == party
            && let (Some(duty), Some((task, _))) = (mark.duty(), plan.measure_place(*id))
        {
            settled.push((*id, duty, task));
        }
    }
    for (id, duty, task) in &settled {
        if *duty == Duty::Unconcerned {
            scope.left_out.insert(*id);
        } else if let Err(place) = scope.tasks.binary_search(task) {
            // What the plan does not give to the party at all is on its list as far as the coordinator says.
            if let Some(open) = scope.undetermined.iter().position(|open| open == task) {
                scope.undetermined.remove(open);
            } else {
                let others = plan.tasks.get(*task).into_iter().flat_map(|task| &task.measures);
                others.for_each(|measure| _ = scope.left_out.insert(measure.id));
            }
            scope.tasks.insert(place, *task);
        }
    }
    for (id, duty, _) in &settled {
        if *duty != Duty::Unconcerned {
            scope.left_out.remove(id);
        }
    }
    if !scope.left_out.is_empty() {
        let left_out = &scope.left_out;
        let has_some = |task: &usize| {
            let measures = plan.tasks.get(*task).map_or(&[][..], |task| &task.measures);
            measures.is_empty() || measures.iter().any(|measure| !left_out.contains(&measure.id))
        };
        scope.tasks.retain(has_some);
        scope.undetermined.retain(has_some);
    }
    scope
}

/// The measures of a party's list, as the coordinator arranged them, those of undetermined tasks last.
pub fn measures(plan: &Plan, ledger: &Ledger, party: Party) -> Vec<MeasureId> {
    scope(plan, ledger, party).measures(plan).map(|measure| measure.id).collect()
}

impl Ledger {
    /// What the coordinator settled, and nothing that anybody reports: the arrangement, rounds, and answers to units.
    #[must_use]
    pub fn settled(&self) -> Self {
        self.only(|_, field| field.is_settled())
    }

    /// The fields of marks for which this holds.
    #[must_use]
    pub fn only(&self, holds: impl Fn(&MarkKey, Field) -> bool) -> Self {
        let of_mark = |(key, mark): &(MarkKey, Mark)| {
            let fields = mark.fields().iter().filter(|(field, _)| holds(key, *field));
            let versions = fields.flat_map(|(field, versions)| {
                let of_field = |version: &Version| (key.clone(), *field, version.clone());
                versions.iter().map(of_field).collect::<Vec<_>>()
            });
            versions.collect::<Vec<_>>()
        };
        Self::new(self.marks().iter().flat_map(of_mark), self.cleared())
    }
}
