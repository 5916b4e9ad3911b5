//! Where a plan stands in the library, so that one that is brought back stands there again.

use super::entry::Entry;

/// Where a plan stands in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPlace {
    entry: Entry,
    /// The ids of the plans behind it, in their order.
    behind: Vec<String>,
}

impl ListPlace {
    /// Where the plan with this id stands among these, and among those that were deleted before it, in that order, from these places;
    /// `None` if it is not kept.
    pub fn of(id: &str, entries: &[Entry], deleted: &[&Self]) -> Option<Self> {
        let mut entries: Vec<Entry> = entries.iter().filter(|entry| !entry.carried).cloned().collect();
        for before in deleted.iter().rev() {
            before.insert(&mut entries, before.entry.clone());
        }
        let place = entries.iter().position(|entry| entry.id == id)?;
        let behind = entries[place + 1..].iter().map(|entry| entry.id.clone()).collect();
        Some(Self { entry: entries.swap_remove(place), behind })
    }

    /// Gives a plan that is back its place, its name and its moments again: it stands before those that stood behind it.
    pub fn put_back(&self, entries: &mut Vec<Entry>) {
        let before = &self.entry;
        let Some(there) = entries.iter().position(|entry| entry.id == before.id && !entry.carried) else { return };
        let mut entry = entries.remove(there);
        entry.name.clone_from(&before.name);
        (entry.kept, entry.opened) = (before.kept.max(entry.kept), before.opened.max(entry.opened));
        self.insert(entries, entry);
    }

    fn insert(&self, entries: &mut Vec<Entry>, entry: Entry) {
        let place = entries.iter().position(|other| self.behind.contains(&other.id));
        entries.insert(place.unwrap_or(entries.len()), entry);
    }
}
