//! Who answers, in which role, and under which names.

use super::content::{statements, worded};
use super::correction::{BodyIs, Set};
use super::localities::localities_of;
use super::outline::Outline;
use super::units::{call, once_each, unit_of, unite, units_of};
use crate::domain::plan::{Assignee, Assignment, Plan, Reach, Responsibility, Role, Task};
use crate::domain::span::Span;

/// Something of the body of this name: where it is named at the place, or wherever it is named.
pub fn say(plan: &mut Plan, at: Span, name: &str, all: bool, is: &BodyIs) -> Option<()> {
    let meant = Meant { at: (!all).then_some(at), unit: plan.unit_named(name), name };
    // Before anything changes: whether there is such a body.
    let places = plan.tasks.iter().flat_map(|task| &task.responsibilities);
    let mut places = places.flat_map(|statement| statement.assigned.iter());
    if !places.any(|assignment| meant.is(&plan.source, assignment)) {
        return None;
    }
    match is {
        BodyIs::Called(other) => {
            let other = worded(other)?;
            if let Some(unit) = meant.unit.filter(|_| all) {
                call(plan, unit, other);
            } else {
                let unit = unit_of(plan, other);
                each(plan, meant, |assignment| assignment.who = Assignee::Unit(unit));
            }
        }
        BodyIs::Also(other) => {
            let (unit, other) = (meant.unit?, worded(other)?);
            match plan.unit_named(other) {
                Some(same) => unite(plan, same, unit),
                None => plan.units.get_mut(unit)?.aliases.push(other.to_owned()),
            }
        }
        BodyIs::Several(names) => {
            let units = units_of(plan, names)?;
            divide(plan, meant, &units);
        }
        BodyIs::Kind(kind) => plan.units.get_mut(meant.unit?)?.kind = *kind,
        BodyIs::Role(role) => each(plan, meant, |assignment| assignment.role = *role),
        BodyIs::Set(set) => {
            let who = match set {
                Set::AllLocalities => Assignee::Localities(Reach::All),
                Set::SomeLocalities => Assignee::Localities(Reach::Undetermined),
                Set::Generic => Assignee::Generic,
            };
            each(plan, meant, |assignment| assignment.who = who);
        }
        BodyIs::Localities(names) => {
            let places = localities_of(plan, names)?;
            let part = |one: Assignment, place: &usize| Assignment { who: Assignee::Locality(*place), ..one };
            replace(plan, meant, |_, one| places.iter().map(|place| part(one, place)).collect());
        }
        BodyIs::Absent => divide(plan, meant, &[]),
    }
    Some(())
}

/// Reads the words at a place of a statement as these names.
pub fn name(plan: &mut Plan, at: Span, names: &[String]) -> Option<()> {
    let holds = |statement: &Responsibility| !at.is_empty() && statement.span.contains(at);
    statements(&mut plan.tasks).find(|statement| holds(statement))?;
    let units = units_of(plan, names)?;
    for statement in statements(&mut plan.tasks).filter(|statement| holds(statement)) {
        let is_in = |assignment: &Assignment| at.contains(assignment.span);
        let role = statement.assigned.iter().find(|one| is_in(one)).map_or(Role::default(), |one| one.role);
        let place = statement.assigned.iter().position(|one| is_in(one) || one.span.start >= at.end);
        let place = place.unwrap_or(statement.assigned.len());
        statement.assigned.retain(|one| !is_in(one));
        let new = units.iter().map(|(unit, name)| Assignment {
            who: Assignee::Unit(*unit),
            role,
            span: printed(&plan.source, at, name),
        });
        statement.assigned.splice(place..place, new.collect::<Vec<_>>());
        once_each(statement);
    }
    Some(())
}

/// Names one more body in the statements at a place; where the task has none, in a statement that nobody printed.
pub fn add(plan: &mut Plan, at: Span, name: &str, role: Role) -> Option<()> {
    let name = worded(name)?;
    let unit = plan.unit_named(name).unwrap_or(plan.units.len());
    let who = Assignee::Unit(unit);
    let name_in = |statement: &mut Responsibility| {
        let span = Span::at(statement.span.ends());
        let named = statement.assigned.iter_mut().find(|assignment| assignment.who == who);
        match named {
            Some(named) => named.role = role,
            None => statement.assigned.push(Assignment { who, role, span }),
        }
    };
    let mut found = false;
    for statement in statements(&mut plan.tasks).filter(|statement| stands_at(statement, at)) {
        name_in(statement);
        found = true;
    }
    if !found {
        let place = task_at(plan, at)?;
        let task = plan.tasks.get_mut(place)?;
        if task.responsibilities.is_empty() {
            let end = task.measures.last().map_or(task.title, |measure| measure.span).ends();
            task.responsibilities.push(Responsibility { span: Span::at(end), ..Responsibility::default() });
        }
        task.responsibilities.last_mut().map(name_in)?;
    }
    unit_of(plan, name);
    Some(())
}

/// The role that a body of this name has already where [`add`] would name it.
pub fn role_at(plan: &Plan, at: Span, name: &str) -> Option<Role> {
    let who = Assignee::Unit(plan.unit_named(worded(name)?)?);
    let mut all = plan.tasks.iter().flat_map(|task| &task.responsibilities).filter(|one| stands_at(one, at)).peekable();
    let role = |statement: &Responsibility| statement.assigned.iter().find(|one| one.who == who).map(|one| one.role);
    if all.peek().is_some() {
        return all.find_map(role);
    }
    role(plan.tasks.get(task_at(plan, at)?)?.responsibilities.last()?)
}

/// Says whether the statement at a place leaves its list open.
pub fn open(plan: &mut Plan, at: Span, open: bool) -> Option<()> {
    let mut found = false;
    for statement in statements(&mut plan.tasks).filter(|statement| stands_at(statement, at)) {
        statement.open = open;
        found = true;
    }
    found.then_some(())
}

/// The task whose words are at a place: an index into [`Plan::tasks`].
pub fn task_at(plan: &Plan, at: Span) -> Option<usize> {
    let holds = |span: Span| span.contains(at) && !span.is_empty();
    let says =
        |task: &Task| holds(task.title) || holds(task.label) || task.measures.iter().any(|measure| holds(measure.span));
    if let Some(place) = plan.tasks.iter().position(says) {
        return Some(place);
    }
    let outline = Outline::of(plan.clone());
    outline.task_over(at.begins()).map(|place| outline.tasks_before(place))
}

/// Which assignments a correction speaks of.
#[derive(Clone, Copy)]
struct Meant<'n> {
    /// Where; `None` for everywhere.
    at: Option<Span>,
    /// The unit of the name, if it is one's.
    unit: Option<usize>,
    name: &'n str,
}

impl Meant<'_> {
    fn is(self, source: &str, assignment: &Assignment) -> bool {
        let is_so = match (assignment.who, self.unit) {
            (Assignee::Unit(unit), own) => own == Some(unit),
            (_, _) => compact(assignment.span.of(source)) == compact(self.name),
        };
        is_so && self.at.is_none_or(|at| at == assignment.span)
    }
}

/// Whether a statement is the one at a place, or the place is in it.
fn stands_at(statement: &Responsibility, at: Span) -> bool {
    statement.span == at || statement.span.contains(at) && !at.is_empty()
}

/// Changes every assignment that is meant.
fn each(plan: &mut Plan, meant: Meant, change: impl Fn(&mut Assignment)) {
    for statement in statements(&mut plan.tasks) {
        let mut changed = false;
        for assignment in statement.assigned.iter_mut().filter(|assignment| meant.is(&plan.source, assignment)) {
            change(assignment);
            changed = true;
        }
        if changed {
            once_each(statement);
        }
    }
}

/// Puts these units in the place of every assignment that is meant.
fn divide(plan: &mut Plan, meant: Meant, units: &[(usize, &str)]) {
    replace(plan, meant, |source, one| {
        let part = |(unit, name): &(usize, &str)| {
            let span = printed(source, one.span, name);
            Assignment { who: Assignee::Unit(*unit), span, ..one }
        };
        units.iter().map(part).collect()
    });
}

/// Puts others in the place of every assignment that is meant.
fn replace(plan: &mut Plan, meant: Meant, parts: impl Fn(&str, Assignment) -> Vec<Assignment>) {
    for statement in statements(&mut plan.tasks) {
        if !statement.assigned.iter().any(|assignment| meant.is(&plan.source, assignment)) {
            continue;
        }
        for one in std::mem::take(&mut statement.assigned) {
            if !meant.is(&plan.source, &one) {
                statement.assigned.push(one);
                continue;
            }
            statement.assigned.extend(parts(&plan.source, one));
        }
        once_each(statement);
    }
}

/// Where a name is printed within a place; the place itself if it is not printed there.
fn printed(source: &str, at: Span, name: &str) -> Span {
    let found = at.of(source).find(name).map(|start| at.begins() + start);
    found.map_or(at, |start| Span::new(start, start + name.len()))
}

fn compact(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}
