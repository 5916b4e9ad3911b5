//! Whether a plan that was read from a file is sound: what the rest of the program takes for granted.

use super::Damage;
use crate::domain::ordered::Ordered;
use crate::domain::plan::{Assignee, Measure, Plan, Task};

/// The first thing in the plan that cannot be.
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
    ensure(unique(plan.tasks.iter().map(|task| task.id)), Damage::TaskIds)?;
    ensure(unique(plan.tasks.iter().map(|task| task.no)), Damage::TaskIds)?;
    let mut ids = Ordered::new();
    let is_new = |measure: &Measure| measure.id.parts().1 > 0 && ids.insert(measure.id);
    ensure(plan.measures().all(is_new), Damage::TaskIds)?;
    plan.tasks.iter().try_for_each(|task| check_task(plan, task))?;
    let words = plan.rewordings.iter().all(|r| !r.record.is_empty() && !r.simplified.is_empty());
    ensure(words, Damage::Rewording)
}

fn check_task(plan: &Plan, task: &Task) -> Result<(), Damage> {
    for statement in &task.responsibilities {
        for assignment in &statement.assigned {
            ensure(statement.span.contains(assignment.span), Damage::Place)?;
            if let Assignee::Unit(unit) = assignment.who {
                ensure(unit < plan.units.len(), Damage::Assignment)?;
            }
        }
    }
    for measure in &task.measures {
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

/// Whether no two are the same. Each is compared with each: there are a few dozen.
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
