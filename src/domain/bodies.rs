//! By which of its names a body is kept.

use super::plan::{Plan, Unit};
use super::script::{Script, fold_text, simplify};
use std::collections::{HashMap, HashSet};

impl Unit {
    /// Makes that one of its names its key which does not depend on where each is printed: the shortest; of those in both scripts the
    /// one in the plan's; else the first in the order of characters. The others are aliases, in the order of printing.
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

    /// Its key and its aliases.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.key).chain(&self.aliases)
    }
}

/// Gives the bodies of a plan that was read anew the keys and names by which the old plan knows them. It is the same body if it is
/// printed by the old key, else by another of the old names, else by one of them in the other script. Nobody gets another's name.
pub(super) fn carry_keys(old: &Plan, new: &mut Plan) {
    let mut of_new: Vec<Option<&Unit>> = vec![None; new.units.len()];
    let mut left: Vec<&Unit> = old.units.iter().collect();
    let exactly: fn(&str) -> String = str::to_owned;
    for (names, written) in [(1, exactly), (usize::MAX, exactly), (usize::MAX, fold_text)] {
        let mut places = HashMap::new();
        for (place, unit) in new.units.iter().enumerate() {
            for name in unit.names() {
                places.entry(written(name)).or_insert(place);
            }
        }
        left.retain(|unit| {
            let mut found = unit.names().take(names).filter_map(|name| places.get(&written(name)));
            let place = found.find(|place| of_new[**place].is_none());
            if let Some(place) = place {
                of_new[*place] = Some(*unit);
            }
            place.is_none()
        });
    }
    let mut known: HashSet<String> = new.units.iter().flat_map(Unit::names).cloned().collect();
    for (unit, before) in new.units.iter_mut().zip(of_new) {
        let Some(before) = before else { continue };
        let own: Vec<String> = unit.names().cloned().collect();
        // Nobody else's, and in the old order first.
        let mut names: Vec<String> =
            before.names().filter(|name| own.contains(name) || known.insert((*name).clone())).cloned().collect();
        names.extend(own.into_iter().filter(|name| !before.names().any(|known| known == name)));
        unit.key = names.remove(0);
        unit.aliases = names;
    }
}
