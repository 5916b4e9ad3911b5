//! Which of its names becomes a unit's key, and how keys are carried to a new reading.

use super::plan::{Assignee, Plan, Unit};
use super::script::{Script, fold_text, simplify};
use std::collections::{HashMap, HashSet};

impl Unit {
    /// Chooses the key among the unit's names so that it does not depend on where each is printed: the shortest name; of
    /// names that differ in script only, the one in the plan's script; else the first in the order of characters. The other
    /// names become aliases, in the order of printing.
    pub fn settle_key(&mut self, script: Script) {
        let traditional = |name: &str| name.chars().filter(|c| simplify(*c) != *c).count();
        let compare = |one: &String, other: &String| {
            let own = match script {
                Script::Traditional => traditional(other).cmp(&traditional(one)),
                Script::Simplified | Script::Mixed => traditional(one).cmp(&traditional(other)),
            };
            one.chars().count().cmp(&other.chars().count()).then(own).then_with(|| one.cmp(other))
        };
        let mut names: Vec<String> = self.names().cloned().collect();
        let first = (0..names.len()).min_by(|i, j| compare(&names[*i], &names[*j])).unwrap_or_default();
        self.key = names.remove(first);
        self.aliases = names;
    }

    /// The key, then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.key).chain(&self.aliases)
    }
}

/// Gives the units of a plan that was read anew the keys and names they have in the old plan. Units that are one in the old
/// plan become one again. No unit gets a name of another.
pub(super) fn carry_keys(old: &Plan, new: &mut Plan) {
    let (mut exactly, mut in_any_script) = (HashMap::new(), HashMap::new());
    for unit in &old.units {
        for name in unit.names() {
            exactly.entry(name.clone()).or_insert(unit);
            in_any_script.entry(fold_text(name)).or_insert(unit);
        }
    }
    let mut units: Vec<(Unit, Option<&Unit>)> = Vec::new();
    let mut moved = Vec::new();
    for unit in std::mem::take(&mut new.units) {
        let known = unit.names().find_map(|name| exactly.get(name));
        let before = known.or_else(|| unit.names().find_map(|name| in_any_script.get(&fold_text(name)))).copied();
        let same = units.iter_mut().position(|(_, known)| before.is_some() && before == *known);
        moved.push(same.unwrap_or(units.len()));
        match same.and_then(|place| units.get_mut(place)) {
            Some((first, _)) => first.aliases.extend(unit.names().cloned()),
            None => units.push((unit, before)),
        }
    }
    let assigned = new.tasks.iter_mut().flat_map(|task| &mut task.responsibilities).flat_map(|said| &mut said.assigned);
    for assignment in assigned {
        if let Assignee::Unit(unit) = &mut assignment.who {
            *unit = moved.get(*unit).copied().unwrap_or(*unit);
        }
    }
    let mut taken: HashSet<String> = units.iter().flat_map(|(unit, _)| unit.names()).cloned().collect();
    for (mut unit, before) in units {
        let own: Vec<String> = unit.names().cloned().collect();
        // Only free names; those of the old plan first, in their order.
        let is_free = |name: &&String| own.contains(name) || taken.insert((*name).clone());
        let mut names: Vec<String> = before.into_iter().flat_map(Unit::names).filter(is_free).cloned().collect();
        let more = own.into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>();
        names.extend(more);
        unit.key = names.remove(0);
        unit.aliases = names;
        new.units.push(unit);
    }
}

/// Lets a plan find under their old keys those of its units that were called otherwise in the old plan: what is saved under a key
/// is found as long as no other unit has it as a name.
pub(super) fn hold_keys(old: &Plan, new: &mut Plan) {
    for unit in &old.units {
        if new.unit_named(&unit.key).is_some() {
            continue;
        }
        let mut same = unit.names().filter_map(|name| new.unit_named(name));
        if let Some(first) = same.next().filter(|first| same.all(|other| other == *first)) {
            new.units[first].aliases.push(unit.key.clone());
        }
    }
}
