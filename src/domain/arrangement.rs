//! The arrangement (分工): what the coordinator settled where the plan is silent. It stands in the ledger, in the fields that no
//! party's report says ([`Field::is_settled`]), and beside the plan, which it does not change.
//!
//! | on a party's list | which measures |
//! |---|---|
//! | where the coordinator settled nothing about it | those that the plan puts there ([`Plan::scope`]) |
//! | with a duty | the measure, whatever the plan says; then its task is the party's own |
//! | with 不涉及 | not the measure, whatever the plan says |

use super::calendar::iso_to_day;
use super::ledger::{Ledger, MarkKey};
use super::mark::{Duty, Field, Mark, Version};
use super::ordered::Ordered;
use super::party::{Party, Scope};
use super::plan::{Measure, MeasureId, Plan, Role, Task};
use super::printed_day::Day;
use std::sync::OnceLock;

/// Who leads a measure of a task, given all marks of the measure.
type Leads = fn(&[(MarkKey, Mark)], &Task, &Measure) -> Ordered<Party>;

/// What is settled for whose mark this is, given the coordinator's mark as well.
type AnswersTo = fn(Option<&Mark>, Option<&Mark>) -> Answers;

/// What the coordinator settled for a party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The day by which it wants the measure done.
    pub day: Option<Day>,
    /// Whether it gave the report back.
    pub returned: bool,
}

/// What says what is settled. A first visit does without it: nothing is settled in an empty ledger.
pub struct Settling {
    duty: fn(&Mark) -> Option<Duty>,
    scope: fn(&Plan, &Ledger, Party) -> Scope,
    /// The tasks of a party's list, if they are others than these.
    pub rearranged: fn(&Plan, &Ledger, &Scope) -> Option<Scope>,
    leads: Leads,
    /// The coordinator's answers.
    pub answers: AnswersTo,
}

static SETTLING: Settling = Settling { duty: duty_of, scope: arranged, rearranged, leads: leading, answers };

static BROUGHT: OnceLock<&Settling> = OnceLock::new();

/// Brings the code that says what is settled. Native programs have it from the start. Returns whether it was not there.
pub fn bring() -> bool {
    BROUGHT.set(&SETTLING).is_ok()
}

/// What says what is settled; `None` as long as it is not there.
pub fn settling() -> Option<&'static Settling> {
    if cfg!(not(target_arch = "wasm32")) {
        bring();
    }
    BROUGHT.get().copied()
}

/// What a party has to do with a measure, given its mark, where the coordinator settled it.
pub fn duty(mark: &Mark) -> Option<Duty> {
    settling().and_then(|settling| (settling.duty)(mark))
}

fn duty_of(mark: &Mark) -> Option<Duty> {
    Duty::of_key(mark.value(Field::Duty))
}

/// Who leads a measure of a task, given all marks of the measure; nobody as long as the code that says it is not there.
pub fn leads(said: &[(MarkKey, Mark)], task: &Task, measure: &Measure) -> Ordered<Party> {
    settling().map_or_else(Ordered::new, |settling| (settling.leads)(said, task, measure))
}

/// Who leads: whoever the coordinator settled that for; where it settled that for nobody, those whom the plan says lead, by a statement on
/// the measure alone, if it has one, else by one on no single measure.
fn leading(said: &[(MarkKey, Mark)], task: &Task, measure: &Measure) -> Ordered<Party> {
    let duty = |(key, mark): &(MarkKey, Mark)| match key {
        MarkKey::Placed(party, _) => duty_of(mark).map(|duty| (*party, duty)),
        MarkKey::Unplaced { .. } => None,
    };
    let settled: Vec<(Party, Duty)> = said.iter().filter_map(duty).collect();
    let leading = settled.iter().filter(|(_, duty)| *duty == Duty::Lead).map(|(party, _)| *party);
    let leading: Ordered<Party> = leading.collect();
    if !leading.is_empty() {
        return leading;
    }
    let is_its = |statement: usize| match measure.responsibility {
        Some(own) => own == statement,
        None => task.measures.iter().all(|other| other.responsibility != Some(statement)),
    };
    let statements = task.responsibilities.iter().enumerate().filter(|(i, _)| is_its(*i));
    let printed = statements.flat_map(|(_, statement)| &statement.assigned);
    let printed = printed.filter(|assigned| assigned.role == Role::Lead).filter_map(|assigned| Party::of(assigned.who));
    printed.filter(|party| settled.iter().all(|(other, _)| other != party)).collect()
}

/// Who has which duty with a measure, where the coordinator settled it, given all marks of the measure; duties that nobody has are left out.
pub fn duties(said: &[(MarkKey, Mark)]) -> Vec<(Duty, Vec<Party>)> {
    let of = |wanted: Duty| {
        let party = |(key, mark): &(MarkKey, Mark)| match key {
            MarkKey::Placed(party, _) if duty(mark) == Some(wanted) => Some(*party),
            _ => None,
        };
        let parties: Vec<Party> = said.iter().filter_map(party).collect();
        (!parties.is_empty()).then_some((wanted, parties))
    };
    Duty::ALL.into_iter().filter_map(of).collect()
}

/// What the coordinator settled for whose mark this is, given its own mark as well.
pub fn answers(mark: Option<&Mark>, coordinators: Option<&Mark>) -> Answers {
    let for_all = coordinators.and_then(|mark| iso_to_day(mark.value(Field::Due)));
    let is_returned = mark.is_some_and(|mark| mark.returned().is_some());
    Answers { day: mark.and_then(Mark::granted).or(for_all), returned: is_returned }
}

/// The tasks of a party's list, as the coordinator arranged them.
pub fn scope(plan: &Plan, ledger: &Ledger, party: Party) -> Scope {
    settling().map_or_else(|| plan.scope(party), |settling| (settling.scope)(plan, ledger, party))
}

fn rearranged(plan: &Plan, ledger: &Ledger, before: &Scope) -> Option<Scope> {
    Some(arranged(plan, ledger, before.party)).filter(|now| now != before)
}

fn arranged(plan: &Plan, ledger: &Ledger, party: Party) -> Scope {
    let mut scope = plan.scope(party);
    if party == Party::Coordinator {
        return scope;
    }
    let mut settled = Vec::new();
    for (key, mark) in ledger.marks() {
        if let MarkKey::Placed(whose, id) = key
            && *whose == party
            && let (Some(duty), Some((task, _))) = (duty_of(mark), plan.measure_place(*id))
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

    /// What it says now, without what its fields said before.
    #[must_use]
    pub fn newest(&self) -> Self {
        let of_mark = |(key, mark): &(MarkKey, Mark)| {
            let newest = mark.fields().iter().filter_map(|(field, versions)| Some((*field, versions.first()?)));
            newest.map(|(field, version)| (key.clone(), field, version.clone())).collect::<Vec<_>>()
        };
        Self::new(self.marks().iter().flat_map(of_mark), self.cleared())
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
