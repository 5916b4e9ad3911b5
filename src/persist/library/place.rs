//! Where a plan stands in the library, so that one that is brought back stands there again.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

use super::{Entry, Library};
use crate::domain::fault::NotChanged;
use crate::domain::ledger::Moment;
use crate::persist::shelf::Shelf;

/// Where a plan stands in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPlace {
    entry: Entry,
    /// The ids of the plans behind it, in their order.
    behind: Vec<String>,
}

impl ListPlace {
    fn insert(&self, entries: &mut Vec<Entry>, entry: Entry) {
        let place = entries.iter().position(|other| self.behind.contains(&other.id));
        entries.insert(place.unwrap_or(entries.len()), entry);
    }
}

impl Library {
    /// Where the plan with this id stands, also among those that were deleted before it, in that order, from these places; `None` if it
    /// is not kept.
    pub fn place(&self, id: &str, deleted: &[&ListPlace]) -> Option<ListPlace> {
        let mut entries: Vec<Entry> = self.entries.iter().filter(|entry| !entry.carried).cloned().collect();
        for before in deleted.iter().rev() {
            before.insert(&mut entries, before.entry.clone());
        }
        let place = entries.iter().position(|entry| entry.id == id)?;
        let behind = entries[place + 1..].iter().map(|entry| entry.id.clone()).collect();
        Some(ListPlace { entry: entries.swap_remove(place), behind })
    }

    /// Gives a plan that is back its place, its name and its moments again: it stands before those that stood behind it.
    ///
    /// # Errors
    /// Says why that is not kept.
    pub fn put_back(&mut self, shelf: &impl Shelf, place: &ListPlace, now: Moment) -> Result<(), NotChanged> {
        let before = &place.entry;
        self.change_all(shelf, now, |entries| {
            let Some(there) = entries.iter().position(|entry| entry.id == before.id && !entry.carried) else { return };
            let mut entry = entries.remove(there);
            entry.name.clone_from(&before.name);
            (entry.kept, entry.opened) = (before.kept.max(entry.kept), before.opened.max(entry.opened));
            place.insert(entries, entry);
        });
        Ok(self.index?)
    }
}
