//! What marks that were handed out bring to a browser that has marks already.
//!
//! | of | the browser takes |
//! |---|---|
//! | what the coordinator says and settles | all, and what it emptied is empty here, too |
//! | what a unit or locality reports | where nothing is said of it here, it was emptied before, or the same is said later; nothing that is empty |
//!
//! A unit keeps its own words, also where the coordinator put other ones in their place later: it is told which those are
//! ([`differs`]). The coordinator takes receipts back, puts a file in the place of everything and empties its ledger: that is its own business, and no
//! reason for what a unit wrote to be gone. When something was said decides here, not its stamp: what the coordinator's undo gave back
//! has a later stamp than what the unit says since.

use super::ledger::{Ledger, MarkKey};
use super::mark::{Field, Mark, Version};
use super::party::Party;
use super::version::Stamp;

/// What of `came` a browser with the ledger `mine` takes, to be merged with that.
#[must_use]
pub fn brings(mine: &Ledger, came: &Ledger) -> Ledger {
    let mut versions: Vec<(MarkKey, Field, Version)> = Vec::new();
    for (key, mark) in came.marks() {
        for (field, said) in mark.fields() {
            if is_coordinators(key, *field) || is_news(mine.versions(key, *field), said) {
                versions.extend(said.iter().map(|version| (key.clone(), *field, version.clone())));
            }
        }
    }
    let cleared = came.cleared();
    let at = cleared.at;
    for (key, field) in emptied(mine, cleared) {
        versions.push((key, field, Version { stamp: cleared, entered: at, said: at, value: String::new() }));
    }
    Ledger::new(versions, Stamp::default())
}

/// Whether it is the coordinator who says this field.
fn is_coordinators(key: &MarkKey, field: Field) -> bool {
    field.is_settled() || matches!(key, MarkKey::Placed(Party::Coordinator, _))
}

fn is_news(mine: &[Version], said: &[Version]) -> bool {
    let is_open = |newest: &Version| {
        mine.first().is_none_or(|mine| mine.said < newest.said && (mine.value.is_empty() || mine.value == newest.value))
    };
    said.first().is_some_and(|newest| !newest.value.is_empty() && is_open(newest))
}

/// The marks of which units or localities say something else here than `came` has from later.
#[must_use]
pub fn differs(mine: &Ledger, came: &Ledger) -> Vec<MarkKey> {
    let is_other = |key: &MarkKey, (field, said): &(Field, Vec<Version>)| {
        let other = mine.versions(key, *field).first().zip(said.first());
        let other = other.is_some_and(|(mine, said)| {
            mine.said < said.said && !mine.value.is_empty() && !said.value.is_empty() && mine.value != said.value
        });
        other && !is_coordinators(key, *field)
    };
    let of_mark = |(key, mark): &&(MarkKey, Mark)| mark.fields().iter().any(|field| is_other(key, field));
    came.marks().iter().filter(of_mark).map(|(key, _)| key.clone()).collect()
}

/// The fields of the coordinator that say something here from before it emptied its ledger.
fn emptied(mine: &Ledger, cleared: Stamp) -> impl Iterator<Item = (MarkKey, Field)> {
    let of_mark = move |(key, mark): &(MarkKey, Mark)| {
        let is_gone = |(field, versions): &&(Field, Vec<Version>)| {
            is_coordinators(key, *field)
                && versions.first().is_some_and(|newest| newest.stamp <= cleared && !newest.value.is_empty())
        };
        mark.fields().iter().filter(is_gone).map(|(field, _)| (key.clone(), *field)).collect::<Vec<_>>()
    };
    mine.marks().iter().flat_map(of_mark)
}
