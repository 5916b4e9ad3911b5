//! What the library works with: what is drawn of it, what a person is told, and when it is drawn again.

use super::super::plans::{Deleted, Shelves};
use crate::domain::calendar::day;
use crate::domain::fault::NotChanged;
use crate::state::{Command, Entry, Store};
use leptos::prelude::*;

/// What a row of the library works with.
#[derive(Clone, Copy)]
pub struct Desk {
    pub store: Store,
    pub shelves: Shelves,
    /// Counts the changes of the library, after each of which it is drawn again.
    pub changed: RwSignal<u32>,
    /// Counts what other windows did.
    pub elsewhere: RwSignal<u32>,
    pub told: RwSignal<Told>,
    /// What was deleted and can be undone until the view is left, in that order.
    pub deleted: RwSignal<Vec<Deleted>>,
    drawn: StoredValue<Drawn>,
}

/// What is drawn, which other windows may make different.
#[derive(Clone, Debug, Default)]
struct Drawn {
    entries: Vec<Entry>,
    /// How many names are being typed: what is typed into is not drawn again.
    names: u32,
    /// Whether it waits for these to be drawn again.
    waits: bool,
}

/// The entries as far as they are shown: of moments the days.
fn shown(entries: &[Entry]) -> Vec<Entry> {
    let days = |entry: &Entry| Entry { kept: day(entry.kept), opened: day(entry.opened), ..entry.clone() };
    entries.iter().map(days).collect()
}

impl Desk {
    /// The desk of a library that is just opened.
    pub fn of(store: Store, shelves: Shelves) -> Self {
        Self {
            store,
            shelves,
            changed: RwSignal::new(0),
            elsewhere: RwSignal::new(0),
            told: RwSignal::new(Told::Nothing),
            deleted: RwSignal::new((shelves.deleted)()),
            drawn: StoredValue::default(),
        }
    }

    /// These plans are drawn now.
    pub fn draws(self, entries: &[Entry]) {
        self.drawn.set_value(Drawn { entries: shown(entries), ..Drawn::default() });
    }

    /// Shows what another window did, if this view is still there.
    pub fn look_again(self) {
        let Self { store, shelves, .. } = self;
        if self.elsewhere.try_update(|n| *n += 1).is_none() {
            return;
        }
        let now = shown(&(shelves.entries)(store));
        let redraws = self.drawn.try_update_value(|drawn| {
            let differs = drawn.entries != now;
            drawn.waits |= differs && drawn.names > 0;
            differs && drawn.names == 0
        });
        if redraws == Some(true) {
            self.changed.update(|n| *n += 1);
            (shelves.after)(store, 0, Box::new(move || (shelves.review.focus_if_lost)("list")));
        }
    }

    /// A name is being typed from now on, or no more.
    pub fn types_name(self, on: bool) {
        self.drawn.update_value(|drawn| drawn.names = if on { drawn.names + 1 } else { drawn.names.saturating_sub(1) });
        if self.drawn.with_value(|drawn| drawn.waits && drawn.names == 0) {
            self.changed.update(|n| *n += 1);
        }
    }

    pub fn set_deleted(self, change: impl FnOnce(&mut Vec<Deleted>)) {
        self.deleted.update(change);
        self.deleted.with_untracked(|all| (self.shelves.set_deleted)(all));
    }

    /// Tells what became of a change, draws the library again, and puts the focus there.
    pub fn done(self, told: Result<Told, NotChanged>, focus: &str) {
        self.told.set(told.unwrap_or_else(Told::NotDone));
        self.changed.update(|n| *n += 1);
        self.store.command(Command::Focus(focus.into()));
    }
}

/// What a person is told in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Nothing,
    /// A plan was copied under this name.
    Copied(String),
    /// It was not done, and why.
    NotDone(NotChanged),
}
