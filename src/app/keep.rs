//! Autosave: the ledger and the browser's storage, kept the same. The only place that saves.

use crate::browser::{clock, page, storage};
use crate::domain::calendar::iso_time;
use crate::domain::fault::NotKept;
use crate::domain::ledger::{Ledger, Moment};
use crate::persist::keeper::{Keeper, Outcome, Shelf, ShelfError};
use crate::state::{Keeping, Notice, Store};
use crate::views::live;
use leptos::prelude::untrack;
use std::cell::{Cell, RefCell};
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

/// Loads what was kept, takes in what was done `meanwhile`, then keeps every change as soon as it is made, takes in what other
/// windows change, also while this one slept, and saves again on leaving. Where a save takes long, the next one waits so that a
/// person who types does not.
pub fn keep(store: Store, meanwhile: impl FnOnce()) {
    let plan = store.plan();
    let mut keeper = Keeper::new(&plan);
    let key = keeper.key();
    let started = clock::now();
    let loaded = keeper.load(&BrowserShelf, &plan, started);
    let took = clock::now().saturating_sub(started);
    list_stored(store);
    report(store, loaded);
    store.remind(keeper.filed(&BrowserShelf));
    store.tell_days_to_come();
    meanwhile();

    let keeper = Rc::new(RefCell::new(keeper));
    let save = move || save(store, &keeper);
    let on_change = patient(save.clone(), took);
    live::follow(move || {
        store.ledger(|_| ());
        on_change();
    });
    let again = save.clone();
    storage::on_change(move |change| {
        if change.key.as_ref().is_some_and(|changed| *changed != key) {
            return;
        }
        let nothing = untrack(|| store.ledger(|ledger| *ledger == Ledger::default()));
        again();
        if change.text.is_none() && !nothing {
            store.tell(Notice::KeptAgain);
        }
    });
    page::on_return(save.clone());
    page::on_leaving(save);
}

/// What takes longer, in milliseconds, waits until what it is about is painted: a person sees the tick first.
const LONG: u64 = 8;

/// Does something at once, but then not again for ten times as long as it took: until then it waits, once. `took` is how long
/// it is likely to take the first time.
fn patient(act: impl Fn() + Clone + 'static, took: u64) -> impl Fn() {
    let free_at = Rc::new(Cell::new(0_u64));
    let took = Rc::new(Cell::new(took));
    let waiting = Rc::new(Cell::new(false));
    move || {
        if waiting.get() {
            return;
        }
        let now = clock::now();
        let wait = free_at.get().saturating_sub(now);
        let (act, free_at, is_waiting, last) = (act.clone(), free_at.clone(), waiting.clone(), took.clone());
        let run = move || {
            is_waiting.set(false);
            let started = clock::now();
            act();
            let ended = clock::now();
            last.set(ended.saturating_sub(started));
            free_at.set(ended.saturating_add(last.get().saturating_mul(10)));
        };
        if wait == 0 && took.get() < LONG {
            run();
        } else if wait == 0 {
            waiting.set(true);
            page::after_paint(run);
        } else {
            waiting.set(true);
            // A clock that was set back must not keep it waiting.
            page::later(i32::try_from(wait.min(LONGEST_WAIT)).unwrap_or(0), run);
        }
    }
}

fn save(store: Store, keeper: &RefCell<Keeper>) {
    // Saving can change the ledger, which is then saved by the next run.
    let Ok(mut keeper) = keeper.try_borrow_mut() else { return };
    let plan = store.plan();
    let saved = untrack(|| store.ledger(|ledger| keeper.save(&BrowserShelf, &plan, ledger, clock::now())));
    drop(keeper);
    report(store, saved);
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
    let keeper = Keeper::new(&store.plan());
    store.set_stored(keeper.asides(&BrowserShelf), keeper.snapshots(&BrowserShelf));
}

/// Takes away what was put aside under this key. What cannot be taken away stays listed.
pub fn drop_aside(store: Store, key: &str) {
    let _ = Keeper::new(&store.plan()).drop_aside(&BrowserShelf, key);
    list_stored(store);
}

/// Takes away everything that is kept beside the ledger. What cannot be taken away stays listed.
pub fn drop_stored(store: Store) {
    let _ = Keeper::new(&store.plan()).drop_all(&BrowserShelf);
    list_stored(store);
}

/// Keeps a state of the ledger as a snapshot, where there is room for it.
pub fn keep_snapshot(store: Store, text: &str) {
    let _ = Keeper::new(&store.plan()).keep_snapshot(&BrowserShelf, &iso_time(clock::now()), text);
    list_stored(store);
}

/// Remembers that everything up to this change is in a file; where it cannot, the next visit reminds once more.
pub fn set_filed(store: Store, moment: Moment) {
    let _ = Keeper::new(&store.plan()).set_filed(&BrowserShelf, moment);
}
