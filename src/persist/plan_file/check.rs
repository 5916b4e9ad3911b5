//! Whether a plan that was read from a file is sound: what the rest of the program takes for granted.

use super::Damage;
use crate::domain::plan::{Assignee, Plan, Task};
use std::collections::HashSet;
use std::hash::Hash;

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

    let names = |unit| unit_names(unit).collect::<Vec<_>>();
    ensure(all_named(plan.units.iter().flat_map(names)), Damage::Names)?;
    ensure(all_named(plan.localities.iter().map(|locality| &*locality.key)), Damage::Names)?;
    ensure(unique(plan.tasks.iter().map(|task| task.id)), Damage::TaskIds)?;
    ensure(unique(plan.measures().map(|measure| measure.id)), Damage::TaskIds)?;
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
        ensure(measure.id.task == task.id && measure.id.n > 0, Damage::TaskIds)?;
        let known = measure.responsibility.is_none_or(|i| i < task.responsibilities.len());
        ensure(known, Damage::Responsibility)?;
        for target in &measure.targets {
            ensure(measure.span.contains(target.span), Damage::Place)?;
            ensure(target.value.is_finite(), Damage::Target)?;
        }
    }
    Ok(())
}

fn unit_names(unit: &crate::domain::plan::Unit) -> impl Iterator<Item = &str> {
    std::iter::once(&*unit.key).chain(unit.aliases.iter().map(|alias| &**alias))
}

fn all_named<'a>(names: impl Iterator<Item = &'a str> + Clone) -> bool {
    names.clone().all(|name| !name.is_empty()) && unique(names)
}

fn unique<T: Eq + Hash>(items: impl Iterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    let mut items = items;
    items.all(|item| seen.insert(item))
}

fn ensure(holds: bool, damage: Damage) -> Result<(), Damage> {
    if holds { Ok(()) } else { Err(damage) }
}
