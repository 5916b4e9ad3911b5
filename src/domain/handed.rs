//! What marks that were handed out bring to a browser that has marks already.
//!
//! | of | the browser takes |
//! |---|---|
//! | what the coordinator says and settles | all, and what it emptied is empty here, too |
//! | what a unit or locality reports | what was said later than what it says here; nothing that is empty |
//!
//! The coordinator takes receipts back, puts a file in the place of everything and empties its ledger: that is its own business, and no
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
    let later = |newest: &Version| mine.first().is_none_or(|mine| mine.said < newest.said);
    said.first().is_some_and(|newest| !newest.value.is_empty() && later(newest))
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
