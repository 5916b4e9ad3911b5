//! Which localities 各縣區 stands for, and which 相關縣區 means.

use super::content::{statements, worded};
use crate::domain::plan::{Assignee, Locality, Plan, Reach};

/// Says which places 各縣區 stands for; one without a name does not fit, and one that is said twice is one.
pub fn localities(plan: &mut Plan, places: &[(String, String)]) -> Option<()> {
    let mut all: Vec<Locality> = Vec::new();
    for (key, short) in places {
        let (key, short) = (key.trim(), short.trim());
        if key.is_empty() {
            return None;
        }
        if all.iter().any(|other| other.key == key) {
            continue;
        }
        let short = if short.is_empty() { key } else { short };
        let known = plan.localities.iter().find(|other| other.key == key);
        let english = known.and_then(|known| known.english.clone());
        all.push(Locality { key: key.to_owned(), short: short.to_owned(), english });
    }
    relist(plan, all);
    Some(())
}

/// The localities of these full or short names, new ones where there are none; `None` if no name has words.
pub fn localities_of(plan: &mut Plan, names: &[String]) -> Option<Vec<usize>> {
    let names: Vec<&str> = names.iter().filter_map(|name| worded(name)).collect();
    let known = |all: &[Locality], name: &str| all.iter().position(|one| one.key == name || one.short == name);
    let mut places = Vec::new();
    for name in names {
        places.push(known(&plan.localities, name).unwrap_or_else(|| {
            plan.localities.push(Locality { key: name.to_owned(), short: short_of(name), english: None });
            plan.localities.len() - 1
        }));
    }
    (!places.is_empty()).then_some(places)
}

/// The short name of a locality that is written without one: its full name without the last character, 樂都 of 樂都區.
pub fn short_of(name: &str) -> String {
    let kinds = ['县', '縣', '区', '區', '市', '旗'];
    name.strip_suffix(kinds).filter(|bare| bare.chars().count() > 1).unwrap_or(name).to_owned()
}

/// Which localities are another list from now on: an assignment to one that is gone is to nobody in particular.
fn relist(plan: &mut Plan, localities: Vec<Locality>) {
    let old = std::mem::replace(&mut plan.localities, localities);
    for assignment in statements(&mut plan.tasks).flat_map(|statement| &mut statement.assigned) {
        if let Assignee::Locality(place) = assignment.who {
            let key = old.get(place).map(|one| &one.key);
            let now = plan.localities.iter().position(|one| Some(&one.key) == key);
            assignment.who = now.map_or(Assignee::Localities(Reach::Undetermined), Assignee::Locality);
        }
    }
}
