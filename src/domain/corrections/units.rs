//! The units of a plan that is mended: found by name, renamed, made one, forgotten.

use super::content::{statements, worded};
use crate::domain::plan::{Assignee, Assignment, Plan, Responsibility, Role, Task, Unit};

/// Gives a unit a name. Where another has it, both are that one.
pub fn call(plan: &mut Plan, unit: usize, name: &str) {
    match plan.unit_named(name) {
        Some(other) if other != unit => unite(plan, unit, other),
        _ => {
            let Some(unit) = plan.units.get_mut(unit) else { return };
            unit.aliases = unit.names().filter(|other| *other != name).cloned().collect();
            name.clone_into(&mut unit.key);
        }
    }
}

/// Makes a unit the same as another, which keeps its key and gets the names of both.
pub fn unite(plan: &mut Plan, unit: usize, into: usize) {
    if unit == into {
        return;
    }
    let Some(gone) = plan.units.get(unit).cloned() else { return };
    let Some(stays) = plan.units.get_mut(into) else { return };
    stays.aliases.extend(gone.names().cloned());
    stays.canonical = stays.canonical.take().or(gone.canonical);
    stays.english = stays.english.take().or(gone.english);
    remove(plan, unit, Some(into));
    statements(&mut plan.tasks).for_each(once_each);
}

/// Removes a unit. What names it names another from now on, if one is given; else nothing may name it.
fn remove(plan: &mut Plan, unit: usize, into: Option<usize>) {
    plan.units.remove(unit);
    for assignment in statements(&mut plan.tasks).flat_map(|statement| &mut statement.assigned) {
        if let Assignee::Unit(place) = &mut assignment.who {
            if *place == unit {
                *place = into.unwrap_or(*place);
            }
            *place -= usize::from(*place > unit);
        }
    }
}

/// The unit of this name, a new one if there is none.
pub fn unit_of(plan: &mut Plan, name: &str) -> usize {
    plan.unit_named(name).unwrap_or_else(|| {
        plan.units.push(Unit { key: name.to_owned(), ..Unit::default() });
        plan.units.len() - 1
    })
}

/// The units of these names; `None` if there are none.
pub fn units_of<'n>(plan: &mut Plan, names: &'n [String]) -> Option<Vec<(usize, &'n str)>> {
    let names: Vec<&str> = names.iter().filter_map(|name| worded(name)).collect();
    let units = names.into_iter().map(|name| (unit_of(plan, name), name)).collect::<Vec<_>>();
    (!units.is_empty()).then_some(units)
}

/// Of a body that a statement names twice, the first naming stays; it leads if one of them leads.
pub fn once_each(statement: &mut Responsibility) {
    let mut once: Vec<Assignment> = Vec::new();
    for one in std::mem::take(&mut statement.assigned) {
        let is_one = matches!(one.who, Assignee::Unit(_) | Assignee::Locality(_));
        match once.iter_mut().find(|other| is_one && other.who == one.who) {
            Some(first) if one.role == Role::Lead => first.role = Role::Lead,
            Some(_) => {}
            None => once.push(one),
        }
    }
    statement.assigned = once;
}

/// Takes those units out of a corrected plan that no statement names any more.
pub fn forget_unnamed(read: &Plan, plan: &mut Plan) {
    let (before, named) = (named_units(read), named_units(plan));
    let was_unnamed =
        |unit: &Unit| read.unit_named(&unit.key).is_some_and(|place| !before.get(place).copied().unwrap_or_default());
    for place in (0..plan.units.len()).rev() {
        if !named[place] && !was_unnamed(&plan.units[place]) {
            remove(plan, place, None);
        }
    }
}

fn named_units(plan: &Plan) -> Vec<bool> {
    let mut named = vec![false; plan.units.len()];
    for assignment in plan.tasks.iter().flat_map(Task::assigned) {
        if let Assignee::Unit(unit) = assignment.who
            && let Some(named) = named.get_mut(unit)
        {
            *named = true;
        }
    }
    named
}
