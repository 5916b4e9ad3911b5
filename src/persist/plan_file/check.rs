//! Checks that a plan read from a file is sound: everything that the rest of the program relies on.

use super::Damage;
use crate::domain::plan::{Assignee, Plan, Task};

/// Returns the first thing in the plan that is wrong.
pub fn check(plan: &Plan) -> Result<(), Damage> {
    ensure(!plan.id.is_empty(), Damage::Id)?;
    let mut end = 0;
    for piece in &plan.pieces {
        ensure(piece.span.start == end && piece.span.end >= end, Damage::Pieces)?;
        end = piece.span.end;
    }
    ensure(end as usize == plan.source.len(), Damage::Pieces)?;

    let mut end = 0;
    for section in &plan.sections {
        let tasks = &section.tasks;
        ensure(end <= tasks.start && tasks.start <= tasks.end, Damage::Sections)?;
        end = tasks.end;
    }
    ensure(end <= plan.tasks.len(), Damage::Sections)?;

    let keys = plan.units.iter().map(|unit| &unit.key);
    let names: Vec<&String> = keys.chain(plan.units.iter().flat_map(|unit| &unit.aliases)).collect();
    ensure(all_named(&names), Damage::Names)?;
    let names: Vec<&String> = plan.localities.iter().map(|locality| &locality.key).collect();
    ensure(all_named(&names), Damage::Names)?;
    plan.tasks.iter().enumerate().try_for_each(|(i, task)| check_task(plan, i, task))?;
    let words = plan.rewordings.iter().all(|r| {
        !r.record.is_empty() && !r.simplified.is_empty() && r.traditional.as_ref().is_none_or(|words| !words.is_empty())
    });
    ensure(words, Damage::Rewording)
}

fn check_task(plan: &Plan, i: usize, task: &Task) -> Result<(), Damage> {
    // Of two tasks with the same id or label, only one is found.
    let labelled = plan.task_labelled(task.no).is_some_and(|found| found.id == task.id);
    ensure(labelled && plan.task_place(task.id) == Some(i), Damage::TaskIds)?;
    for statement in &task.responsibilities {
        for assignment in &statement.assigned {
            ensure(statement.span.contains(assignment.span), Damage::Place)?;
            let known = match assignment.who {
                Assignee::Unit(unit) => unit < plan.units.len(),
                Assignee::Locality(one) => one < plan.localities.len(),
                _ => true,
            };
            ensure(known, Damage::Assignment)?;
        }
    }
    for (n, measure) in task.measures.iter().enumerate() {
        let is_found = measure.id.parts().1 > 0 && plan.measure_place(measure.id) == Some((i, n));
        ensure(is_found, Damage::TaskIds)?;
        let known = measure.responsibility.is_none_or(|i| i < task.responsibilities.len());
        ensure(known, Damage::Responsibility)?;
        for target in &measure.targets {
            ensure(measure.span.contains(target.span), Damage::Place)?;
            ensure(target.value.is_finite(), Damage::Target)?;
        }
    }
    Ok(())
}

fn all_named(names: &[&String]) -> bool {
    names.iter().all(|name| !name.is_empty()) && unique(names.iter())
}

/// Whether all items differ. Each is compared with each: there are a few dozen.
fn unique<T: PartialEq>(mut items: impl Iterator<Item = T> + Clone) -> bool {
    while let Some(item) = items.next() {
        if items.clone().any(|other| other == item) {
            return false;
        }
    }
    true
}

fn ensure(holds: bool, damage: Damage) -> Result<(), Damage> {
    if holds { Ok(()) } else { Err(damage) }
}
