//! Which plans there are: what the keys on the shelf say, with what the index and this window know of each.

use super::entry::Entry;
use super::own::{found, plan};
use crate::domain::plan::Plan;
use crate::persist::shelf::Shelf;

/// The plans there are, as one window last saw them.
#[derive(Clone, Debug)]
pub struct List {
    /// Their entries. The plan that the page carries comes first.
    pub entries: Vec<Entry>,
    /// Entries that this window has seen and that are gone: if such a plan comes back, its entry keeps its moments.
    past: Vec<Entry>,
    /// The ids that have work but no plan.
    pub leftovers: Vec<String>,
}

impl List {
    /// The list of a page that carries this plan, before anything is read.
    pub fn of(carried: &Plan) -> Self {
        let entries = vec![Entry { carried: true, ..Entry::of(carried) }];
        Self { entries, past: Vec::new(), leftovers: Vec::new() }
    }

    /// Whether a plan with this id is there, or was.
    pub fn knows(&self, id: &str) -> bool {
        self.entries.iter().chain(&self.past).any(|entry| entry.id == id)
    }

    /// Makes an entry for each plan that has keys, from the entries listed in the index or known to this window.
    pub fn follow(&mut self, shelf: &impl Shelf, keys: &[String], listed: Vec<Entry>) {
        let (carried, known): (Vec<Entry>, Vec<Entry>) = self.entries.drain(..).partition(|entry| entry.carried);
        let is_carried = |id: &str| carried.iter().any(|entry| entry.id == id);
        let found = found(keys, is_carried);
        let mut entries: Vec<Entry> = Vec::new();
        for mut entry in carried.iter().cloned() {
            let before = listed.iter().find(|listed| listed.id == entry.id);
            if let Some(before) = before {
                entry.opened = entry.opened.max(before.opened);
                entry.name.clone_from(&before.name);
            }
            entries.push(entry);
        }
        let past = std::mem::take(&mut self.past);
        for entry in listed.into_iter().chain(known).chain(past) {
            if entries.iter().chain(&self.past).any(|other| other.id == entry.id) {
                continue;
            }
            if found.plans.contains(&entry.id) {
                entries.push(entry);
            } else {
                // If the plan comes back, it is read again.
                self.past.push(Entry { measures: None, ..entry });
            }
        }
        for id in found.plans {
            if entries.iter().all(|entry| entry.id != id) {
                entries.push(Entry { id, ..Entry::default() });
            }
        }
        for entry in entries.iter_mut().filter(|entry| entry.measures.is_none()) {
            *entry = entry.clone().looked_at(&plan(shelf, &entry.id));
        }
        self.entries = entries;
        self.leftovers = found.leftovers;
    }
}
