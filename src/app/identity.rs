//! Who this browser reports for: known again, kept, and the same in all windows. A handed-out page is its party's whenever it is opened, and
//! what else is said there is kept nowhere: from the disk, all pages share one storage.

use super::current;
use super::keep::BrowserShelf;
use crate::browser::page;
use crate::domain::filter::Filter;
use crate::persist::identity;
use crate::route::{Address, ListView, Route};
use crate::state::Store;
use crate::views::live;
use leptos::prelude::untrack;
use std::cell::Cell;

/// Knows again who this is, and keeps what a person says from now on. Before anything is ticked.
pub fn begin(store: Store) {
    let plan = store.plan();
    let home = current::home(store);
    store.identify(home.or_else(|| identity::load(&BrowserShelf, &plan)));
    if home.is_some() {
        return;
    }
    let kept = Cell::new(untrack(|| store.identity()).own);
    live::follow(move || {
        let own = store.identity().own;
        if kept.replace(own) != own {
            // Where it cannot be kept, the page asks again next time.
            let _ = identity::keep(&BrowserShelf, &plan, own);
        }
    });
}

/// A page that is opened without an address begins at the own list.
pub fn go_home(store: Store) {
    let Some(own) = untrack(|| store.identity()).own else { return };
    store.begin_at(own);
    if page::fragment().is_empty() {
        store.open_at(Address::Opens(Route::List(ListView { party: own, filter: Filter::default() })));
    }
}

/// Follows what a person said in another window.
pub fn follow(store: Store) {
    if current::home(store).is_none() {
        store.identify(identity::load(&BrowserShelf, &store.plan()));
    }
}
