//! The library: the plans kept in this browser, each under keys of its own, and an index of them.
//!
//! ```text
//! yaodian/library                      the index
//! yaodian/library/aside/{time}         an index that could not be read
//! yaodian/{id}/plan/v1                 a plan; the one that the page carries has none
//! yaodian/{id}/ledger/v3, snapshot/…   its ledger and what stands beside that, as the keeper has them
//! ```
//!
//! The rules, each with its test in `tests/native/library.rs`:
//!
//! - The plans' own keys decide which plans there are. The index only gives this sooner, with the moments at which plans were
//!   kept and opened, and the names that a person gave them. Where it is missing, cannot be read or differs from the keys, it is
//!   made again.
//! - The plan that the page carries cannot be deleted, but its ledger and what stands beside that can.
//! - Before every change, index and keys are read again: what another window kept stays, and what it deleted stays deleted.
//! - An index that cannot be read is put aside first. One of a newer version, or one that cannot be put aside, is left alone.
//! - A plan that cannot be read stays where it is, and has an entry that says why.
//! - An id is checked before it becomes a key, and the id of a new plan is one that nothing on the shelf has.
//! - Deleting a plan removes its own keys and no others, and returns their texts. Put back, all of them are there again,
//!   beside what another window kept meanwhile.
//!
//! `tests/native/library_room.rs` measures what fits into the 5 MB that browsers allow ([`room::ROOM`]), each plan with one
//! unit's report on every measure: 40 plans of Haidong's size with a week of snapshots each, or 98 when the snapshots give
//! way; of ten times its size 4, or 11. Where an engine counts two bytes a character, it is half of that.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

mod entry;
mod index;
mod list;
mod own;
mod place;
mod progress;

pub use entry::Entry;
pub use index::{KEY, VERSION};
pub use own::plan;
pub use place::ListPlace;
pub use progress::{Progress, ledger};

use super::shelf::{Shelf, Stored, stored};
use super::{keys, plan_file, room};
use crate::domain::fault::{NotChanged, NotKept, PlanFault};
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;
use crate::domain::plan_id::{fresh_plan_id, is_plan_id};
use index::IndexError;
use list::List;

/// The library: the plans kept in this browser, as one window last saw them.
#[derive(Clone, Debug)]
pub struct Library {
    /// The plan that the page carries.
    carried: Plan,
    list: List,
    index: Result<(), NotKept>,
}

/// The indexes that were put aside, oldest first; none if the shelf cannot be reached.
pub fn asides(shelf: &impl Shelf) -> Vec<Stored> {
    stored(shelf, Some(index::WORD), keys::ASIDE)
}

/// Removes the indexes that were put aside.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn drop_asides(shelf: &impl Shelf) -> Result<(), NotKept> {
    asides(shelf).iter().try_for_each(|aside| Ok(shelf.remove(&aside.key)?))
}

impl Library {
    /// Loads the library of a page that carries this plan. The index is made again if necessary.
    pub fn load(shelf: &impl Shelf, carried: &Plan, now: Moment) -> Self {
        let mut library = Self { carried: carried.clone(), list: List::of(carried), index: Ok(()) };
        library.change(shelf, now, |_| ());
        library
    }

    /// The entries of all plans: first the one that the page carries, then those that are kept, in the order in which they
    /// were added.
    pub fn entries(&self) -> &[Entry] {
        &self.list.entries
    }

    /// The entry of the plan with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.list.entries.iter().find(|entry| entry.id == id)
    }

    /// The ids that have work but no plan: the plan was deleted while another window had it open, or a page at the same
    /// origin carries it.
    pub fn leftovers(&self) -> &[String] {
        &self.list.leftovers
    }

    /// Whether the index is kept. The plans are kept independently of it.
    ///
    /// # Errors
    /// Says why the index is not kept: storage is switched off or full, or a newer version of this program keeps an index.
    pub fn index(&self) -> Result<(), NotKept> {
        self.index
    }

    /// An id for a new plan, which nothing on the shelf has.
    pub fn fresh_id(&self, shelf: &impl Shelf, now: Moment) -> String {
        let keys = shelf.keys().unwrap_or_default();
        let on_shelf = |id: &str| keys.iter().any(|key| keys::plan_of(key).is_some_and(|(of, _)| of == id));
        fresh_plan_id(now, |id| on_shelf(id) || self.list.knows(id))
    }

    /// Keeps a plan under its id, as a new one or in place of the one that is kept there.
    ///
    /// # Errors
    /// Says why the plan is not kept; what was kept before still is.
    pub fn keep(&mut self, shelf: &impl Shelf, plan: &Plan, now: Moment) -> Result<(), NotChanged> {
        self.check(&plan.id)?;
        let text = plan_file::to_text(plan);
        own::readable(&text, &plan.id).map_err(|_| NotChanged::Unsound)?;
        own::replace(shelf, &plan.id, &text, now)?;
        self.change(shelf, now, |entry| {
            if entry.id == plan.id {
                *entry = Entry { kept: now, ..entry.clone().with(plan) };
            }
        });
        Ok(())
    }

    /// Opens the plan kept under an id, and notes in its entry when, or what is wrong with it. The plan that the page carries
    /// is not kept, and so not opened here.
    ///
    /// # Errors
    /// Says why the plan cannot be opened; it stays where it is.
    pub fn open(&mut self, shelf: &impl Shelf, id: &str, now: Moment) -> Result<Plan, PlanFault> {
        let plan = plan(shelf, id);
        self.change(shelf, now, |entry| {
            if entry.id == id && !entry.carried {
                *entry = entry.clone().looked_at(&plan);
                entry.opened = if plan.is_ok() { entry.opened.max(now) } else { entry.opened };
            }
        });
        plan
    }

    /// Remembers that a plan was opened now, also for the one that the page carries.
    ///
    /// # Errors
    /// Says why that is not remembered.
    pub fn touch(&mut self, shelf: &impl Shelf, id: &str, now: Moment) -> Result<(), NotKept> {
        self.change(shelf, now, |entry| {
            if entry.id == id {
                entry.opened = entry.opened.max(now);
            }
        });
        self.index
    }

    /// Gives a plan a name of the person's own, also the one that the page carries; an empty one takes the name away.
    ///
    /// # Errors
    /// Says why the name is not kept.
    pub fn rename(&mut self, shelf: &impl Shelf, id: &str, name: &str, now: Moment) -> Result<(), NotChanged> {
        self.change(shelf, now, |entry| {
            if entry.id == id {
                name.clone_into(&mut entry.name);
            }
        });
        Ok(self.index?)
    }

    /// Deletes a plan with its ledger and everything kept beside it, and returns their texts. A leftover can be deleted, too; of
    /// the plan that the page carries, what is kept for it.
    ///
    /// # Errors
    /// Says why the plan is not deleted; all of it is then still there.
    pub fn delete(&mut self, shelf: &impl Shelf, id: &str, now: Moment) -> Result<Vec<Stored>, NotChanged> {
        if !is_plan_id(id) {
            return Err(NotChanged::NoId);
        }
        let deleted = own::take(shelf, id)?;
        self.change(shelf, now, |_| ());
        Ok(deleted)
    }

    /// Where the plan with this id stands, also among those that were deleted before it, in that order, from these places; `None` if it
    /// is not kept.
    pub fn place(&self, id: &str, deleted: &[&ListPlace]) -> Option<ListPlace> {
        ListPlace::of(id, &self.list.entries, deleted)
    }

    /// Gives a plan that is back its place, its name and its moments again.
    ///
    /// # Errors
    /// Says why that is not kept.
    pub fn put_back(&mut self, shelf: &impl Shelf, place: &ListPlace, now: Moment) -> Result<(), NotChanged> {
        self.change_all(shelf, now, |entries| place.put_back(entries));
        Ok(self.index?)
    }

    /// Puts back deleted texts. What another window kept meanwhile stays: ledgers are merged, other texts are put aside. If
    /// there is not room for everything, the oldest snapshots are left out.
    ///
    /// # Errors
    /// Says why the plan is not back; it can be tried again.
    pub fn undelete(&mut self, shelf: &impl Shelf, deleted: &[Stored], now: Moment) -> Result<(), NotChanged> {
        let Some((id, _)) = deleted.first().and_then(|stored| keys::plan_of(&stored.key)) else { return Ok(()) };
        let carried = (id == self.carried.id).then_some(&self.carried);
        if carried.is_some() && deleted.iter().any(|stored| stored.key == keys::plan_file(id)) {
            return Err(NotChanged::Carried);
        }
        own::put_back(shelf, id, deleted, carried, now)?;
        self.change(shelf, now, |_| ());
        Ok(())
    }

    fn check(&self, id: &str) -> Result<(), NotChanged> {
        match self.entry(id) {
            _ if !is_plan_id(id) => Err(NotChanged::NoId),
            Some(entry) if entry.carried => Err(NotChanged::Carried),
            _ => Ok(()),
        }
    }

    /// Reads index and keys again, changes each entry, and keeps the index if it differs then.
    fn change(&mut self, shelf: &impl Shelf, now: Moment, change: impl Fn(&mut Entry)) {
        self.change_all(shelf, now, |entries| entries.iter_mut().for_each(&change));
    }

    /// The same for all entries together.
    fn change_all(&mut self, shelf: &impl Shelf, now: Moment, change: impl Fn(&mut Vec<Entry>)) {
        let there = match self.read(shelf, now) {
            Ok(there) => there,
            Err(why) => return self.index = Err(why),
        };
        change(&mut self.list.entries);
        if self.index.is_err() {
            return;
        }
        let listed =
            self.list.entries.iter().filter(|entry| !entry.carried || entry.opened > 0 || !entry.name.is_empty());
        let text = index::write(listed.clone());
        // On a page without kept plans, only looking keeps nothing.
        if there.as_ref() != Some(&text) && (there.is_some() || listed.count() > 0) {
            // No snapshot gives way to the index, which can be made again but for names.
            self.index = shelf.put(KEY, &text).map_err(NotKept::from);
        }
    }

    /// Reads index and keys. Returns the text of the index, if there is one that can be read.
    fn read(&mut self, shelf: &impl Shelf, now: Moment) -> Result<Option<String>, NotKept> {
        let keys = shelf.keys()?;
        let mut there = shelf.get(KEY)?;
        self.index = Ok(());
        let listed = match there.as_deref().map(index::read) {
            None => Vec::new(),
            Some(Ok(listed)) => listed,
            Some(Err(IndexError::Newer)) => {
                self.index = Err(NotKept::Newer);
                Vec::new()
            }
            Some(Err(IndexError::Damaged)) => {
                let text = there.take().unwrap_or_default();
                let aside = room::put_aside(shelf, index::ASIDE, KEY, &text, now);
                self.index = aside.map(|_| ()).map_err(NotKept::from);
                Vec::new()
            }
        };
        self.list.follow(shelf, &keys, listed);
        Ok(there)
    }
}
