//! Autosave: the ledger and the browser's storage, kept the same. The only place that saves.

use super::current::Current;
use crate::browser::{clock, page, storage};
use crate::domain::calendar::iso_time;
use crate::domain::fault::NotKept;
use crate::domain::ledger::{Ledger, Moment};
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

/// No change waits longer to be kept, in milliseconds.
const LONGEST_WAIT: u64 = 2_000;

/// Takes in what other windows change, also while this one slept, and saves again on leaving.
pub fn listen(current: &Current) {
    let changed = current.clone();
    storage::on_change(move |change| {
        changed.with(|store| {
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
    let returned = current.clone();
    page::on_return(move || returned.with(save));
    let left = current.clone();
    page::on_leaving(move || left.with(save));
}

/// Loads what was kept, takes in what was done `meanwhile`, then keeps every change as soon as it is made. Where a save takes long,
/// the next one waits so that a person who types does not.
pub fn keep(store: Store, meanwhile: impl FnOnce()) {
    let plan = store.plan();
    let started = clock::now();
    let loaded = store.with_keeper(|keeper| keeper.load(&BrowserShelf, &plan, started));
    let took = clock::now().saturating_sub(started);
    list_stored(store);
    if let Some(loaded) = loaded {
        report(store, loaded);
    }
    store.remind(store.with_keeper(|keeper| keeper.filed(&BrowserShelf)).unwrap_or_default());
    store.tell_days_to_come();
    meanwhile();
    let on_change = patient(store, took);
    live::follow(move || {
        store.ledger(|_| ());
        on_change();
    });
    // Another plan may be opened while a save still waits.
    on_cleanup(move || save(store));
}

/// What takes longer, in milliseconds, waits until what it is about is painted: a person sees the tick first.
const LONG: u64 = 8;

/// Saves at once, but then not again for ten times as long as it took: until then it waits, once. `took` is how long it is likely
/// to take the first time.
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
            // A clock that was set back must not keep it waiting.
            page::after(i32::try_from(wait.min(LONGEST_WAIT)).unwrap_or(0), store.while_open(run));
        }
    }
}

fn save(store: Store) {
    // Saving can change the ledger, which is then saved by the next run.
    let plan = store.plan();
    let saved = store.with_keeper(|keeper| {
        untrack(|| store.ledger(|ledger| keeper.save(&BrowserShelf, &plan, ledger, clock::now())))
    });
    if let Some(saved) = saved {
        report(store, saved);
    }
}

/// Takes in what a load or a save found, and tells of it.
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
            // Something may have been put aside before it failed.
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

/// Does something with what is kept beside the ledger, and lists it again. What cannot be done leaves it listed as it is.
fn beside(store: Store, act: impl FnOnce(&mut Keeper)) {
    store.with_keeper(act);
    list_stored(store);
}

/// Takes away what was put aside under this key.
pub fn drop_aside(store: Store, key: &str) {
    beside(store, |keeper| _ = keeper.drop_aside(&BrowserShelf, key));
}

/// Takes away everything that is kept beside the ledger: also what its next save would keep as the state of an earlier day.
/// Or, if it `restores`, brings back what was taken away so last.
pub fn drop_or_restore(store: Store, restores: bool) {
    if restores {
        return beside(store, |keeper| keeper.restore_all(&BrowserShelf));
    }
    save(store);
    beside(store, |keeper| _ = keeper.drop_all(&BrowserShelf));
}

/// Keeps a state of the ledger as a snapshot, where there is room for it.
pub fn keep_snapshot(store: Store, text: &str) {
    beside(store, |keeper| _ = keeper.keep_snapshot(&BrowserShelf, &iso_time(clock::now()), text));
}

/// Remembers that everything up to this change is in a file; where it cannot, the next visit reminds once more.
pub fn set_filed(store: Store, moment: Moment) {
    store.with_keeper(|keeper| _ = keeper.set_filed(&BrowserShelf, moment));
}
