//! Autosave: the ledger and the browser's storage, kept the same. The only place that saves.

use crate::browser::{clock, page, storage};
use crate::domain::calendar::iso_time;
use crate::domain::ledger::Ledger;
use crate::persist::keeper::{Keeper, Shelf, ShelfError};
use crate::persist::ledger_file;
use crate::state::{Keeping, Notice, Store};
use crate::views::live;
use leptos::prelude::untrack;

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

/// Loads what was kept, then keeps every change, takes in what other windows change, and saves again on leaving.
pub fn keep(store: Store) {
    let plan = store.plan();
    let keeper = Keeper::new(&plan);
    let before = keeper.asides(&BrowserShelf).len();
    match keeper.load(&BrowserShelf, &plan, &iso_time(clock::now())) {
        Ok(kept) => store.take_in(&kept.unwrap_or_default()),
        Err(why) => store.set_keeping(Keeping::NotKept(why)),
    }
    report_asides(store, &keeper, before);

    let key = keeper.key();
    let save = {
        let keeper = keeper.clone();
        move || save(store, &keeper)
    };
    let on_change = save.clone();
    live::follow(move || {
        store.ledger(|_| ());
        on_change();
    });
    let again = save.clone();
    storage::on_change(move |change| {
        if change.key.as_ref().is_some_and(|changed| *changed != key) {
            return;
        }
        match change.text {
            // Unreadable here is put aside by the next save.
            Some(text) => {
                if let Ok(other) = ledger_file::read(&text, &store.plan()) {
                    store.take_in(&other);
                }
            }
            None if untrack(|| store.ledger(|ledger| *ledger == Ledger::default())) => {}
            None => {
                again();
                store.tell(Notice::KeptAgain);
            }
        }
    });
    page::on_leaving(save);
}

fn save(store: Store, keeper: &Keeper) {
    let plan = store.plan();
    let before = keeper.asides(&BrowserShelf).len();
    let ledger = untrack(|| store.ledger(Ledger::clone));
    match keeper.save(&BrowserShelf, &plan, &ledger, &iso_time(clock::now())) {
        Ok(merged) => {
            store.set_keeping(Keeping::Kept);
            store.take_in(&merged);
        }
        Err(why) => store.set_keeping(Keeping::NotKept(why)),
    }
    report_asides(store, keeper, before);
}

/// Lists what was put aside, and tells of what was put aside just now.
fn report_asides(store: Store, keeper: &Keeper, before: usize) {
    let asides = keeper.asides(&BrowserShelf);
    for aside in asides.iter().skip(before) {
        store.tell(Notice::PutAside(aside.clone()));
    }
    store.set_asides(asides);
}

/// Takes away what was put aside: under this key, or all of it.
pub fn drop_asides(store: Store, key: Option<&str>) {
    let keeper = Keeper::new(&store.plan());
    for aside in keeper.asides(&BrowserShelf) {
        if key.is_none_or(|key| key == aside.key) {
            // What cannot be taken away stays listed.
            let _ = keeper.drop_aside(&BrowserShelf, &aside.key);
        }
    }
    store.set_asides(keeper.asides(&BrowserShelf));
}
