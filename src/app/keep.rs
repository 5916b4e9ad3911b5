//! Autosave: keeps the ledger and the browser's storage the same. Only this module saves.

use super::current;
use crate::browser::{clock, page, storage};
use crate::domain::calendar::iso_time;
use crate::domain::fault::NotKept;
use crate::domain::ledger::{Ledger, Moment};
use crate::exchange::hand_out::PLAN;
use crate::persist::keeper::{Keeper, Outcome, Shelf, ShelfError};
use crate::state::{Keeping, Notice, Store};
use crate::views::live;
use leptos::prelude::{on_cleanup, untrack};
use std::cell::Cell;
use std::rc::Rc;

/// The browser's storage as a shelf.
pub struct BrowserShelf;

impl Shelf for BrowserShelf {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        storage::get(key).map_err(fault)
    }
    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        storage::put(key, text).map_err(fault)
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        storage::remove(key).map_err(fault)
    }
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        storage::keys().map_err(fault)
    }
}

fn fault(fault: storage::Fault) -> ShelfError {
    match fault {
        storage::Fault::Blocked => ShelfError::Blocked,
        storage::Fault::Full => ShelfError::Full,
    }
}

/// The longest time that a change waits to be kept, in milliseconds.
const LONGEST_WAIT: u64 = 2_000;

/// Merges what other windows change, also while this one was asleep, and saves again when the page is left.
pub fn listen() {
    storage::on_change(|change| {
        current::with(|store| {
            let key = store.with_keeper(|keeper| keeper.key());
            if change.key.is_some() && change.key != key {
                return;
            }
            let nothing = untrack(|| store.ledger(|ledger| *ledger == Ledger::default()));
            save(store);
            if change.text.is_none() && !nothing {
                store.tell(Notice::KeptAgain);
            }
        });
    });
    page::on_return(|| current::with(save));
    page::on_leaving(|| current::with(save));
}

/// Loads the ledger that was kept, applies the changes made `meanwhile`, then keeps every change as soon as it is made. If
/// saving takes long, the next save waits so that a person who types does not. `look_after` looks after the ledger once there is something in
/// it, said here or in another window, or in a page that was handed out: whoever comes for the first time waits for nothing more.
pub fn keep(store: Store, meanwhile: impl FnOnce(), look_after: fn(Store)) {
    let plan = store.plan();
    let started = clock::now();
    let loaded = store.with_keeper(|keeper| keeper.load(&BrowserShelf, &plan, started));
    let took = clock::now().saturating_sub(started);
    list_stored(store);
    if let Some(loaded) = loaded {
        report(store, loaded);
    }
    meanwhile();
    let on_change = patient(store, took);
    let is_looked_after = Cell::new(false);
    live::follow(move || {
        let is_empty = store.ledger(|ledger| *ledger == Ledger::default());
        on_change();
        if !is_looked_after.get() && (!is_empty || page::has(PLAN)) {
            is_looked_after.set(true);
            look_after(store);
        }
    });
    // A save may still be waiting when another plan is opened.
    on_cleanup(move || save(store));
}

/// A save that takes longer than this, in milliseconds, waits until the change is painted: a person sees the tick first.
const LONG: u64 = 8;

/// Saves at once, then not again for ten times as long as the save took: one save waits until then. `took` is the estimate
/// for the first save, in milliseconds.
fn patient(store: Store, took: u64) -> impl Fn() {
    let free_at = Rc::new(Cell::new(0_u64));
    let took = Rc::new(Cell::new(took));
    let waiting = Rc::new(Cell::new(false));
    move || {
        if waiting.get() {
            return;
        }
        let now = clock::now();
        let wait = free_at.get().saturating_sub(now);
        let (free_at, is_waiting, last) = (free_at.clone(), waiting.clone(), took.clone());
        let run = move || {
            is_waiting.set(false);
            let started = clock::now();
            save(store);
            let ended = clock::now();
            last.set(ended.saturating_sub(started));
            free_at.set(ended.saturating_add(last.get().saturating_mul(10)));
        };
        if wait == 0 && took.get() < LONG {
            run();
        } else if wait == 0 {
            waiting.set(true);
            page::after_paint(store.while_open(run));
        } else {
            waiting.set(true);
            // If the clock was set back, the save must not wait for it.
            page::after(i32::try_from(wait.min(LONGEST_WAIT)).unwrap_or(0), store.while_open(run));
        }
    }
}

/// Keeps the ledger now.
pub fn save(store: Store) {
    // Saving may merge into the ledger; the next run saves that.
    let plan = store.plan();
    let saved = store.with_keeper(|keeper| {
        untrack(|| store.ledger(|ledger| keeper.save(&BrowserShelf, &plan, ledger, clock::now())))
    });
    if let Some(saved) = saved {
        report(store, saved);
    }
}

/// Takes in what a load or a save found, and shows notices of it.
fn report(store: Store, outcome: Result<Outcome, NotKept>) {
    match outcome {
        Ok(Outcome { ledger, aside, snapshot }) => {
            store.set_keeping(Keeping::Kept);
            if snapshot || !aside.is_empty() {
                list_stored(store);
            }
            for aside in aside {
                store.tell(Notice::PutAside(aside));
            }
            if let Some(ledger) = ledger {
                store.take_in(&ledger);
            }
        }
        Err(why) => {
            store.set_keeping(Keeping::NotKept(why));
            // A text may have been put aside before the save failed.
            list_stored(store);
        }
    }
}

fn list_stored(store: Store) {
    let stored = store.with_keeper(|keeper| (keeper.asides(&BrowserShelf), keeper.snapshots(&BrowserShelf)));
    if let Some((asides, snapshots)) = stored {
        store.set_stored(asides, snapshots);
    }
}

/// Uses the keeper on the texts beside the ledger, then lists them again. A text that cannot be removed stays listed.
fn beside(store: Store, act: impl FnOnce(&mut Keeper)) {
    store.with_keeper(act);
    list_stored(store);
}

/// Removes the text that was put aside under this key.
pub fn drop_aside(store: Store, key: &str) {
    beside(store, |keeper| _ = keeper.drop_aside(&BrowserShelf, key));
}

/// Removes everything that is kept beside the ledger, including the last state that the next save would keep as a snapshot. If it
/// `restores`, brings back what was removed last instead.
pub fn drop_or_restore(store: Store, restores: bool) {
    if restores {
        return beside(store, |keeper| keeper.restore_all(&BrowserShelf));
    }
    save(store);
    beside(store, |keeper| _ = keeper.drop_all(&BrowserShelf));
}

/// Keeps a text of the ledger as a snapshot, if there is room for it.
pub fn keep_snapshot(store: Store, text: &str) {
    beside(store, |keeper| _ = keeper.keep_snapshot(&BrowserShelf, &iso_time(clock::now()), text));
}

/// Remembers that all changes up to this moment are in a file; if that fails, the next visit shows the reminder once more.
pub fn set_filed(store: Store, moment: Moment) {
    store.with_keeper(|keeper| _ = keeper.set_filed(&BrowserShelf, moment));
}

/// Reminds of what is in no file, and tells of dates to come.
pub fn remind(store: Store) {
    store.remind(store.with_keeper(|keeper| keeper.filed(&BrowserShelf)).unwrap_or_default());
    store.tell_days_to_come();
}
