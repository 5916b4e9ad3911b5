//! The address and the open route, kept the same.

use super::later;
use crate::browser::page;
use crate::route::{Address, Anchor, Route};
use crate::state::Store;
use crate::views::live;
use leptos::prelude::untrack;
use std::cell::Cell;
use std::rc::Rc;

/// So long a person who types has to pause before the address follows, in milliseconds: `WebKit` allows 100 changes of it in
/// half a minute.
const PAUSE: i32 = 500;

/// Opens what the address says, now and whenever it changes, and writes the address whenever the route changes: while a person
/// types after a pause, or as soon as something else is done.
pub fn follow(store: Store) {
    // An address that is still to be read is not written over by what is open until then.
    let unread = Cell::new(!open(store, &page::fragment()));
    page::on_fragment(move |fragment| _ = open(store, &fragment));
    // Whether what is not written yet is a step of its own.
    let step = Rc::new(Cell::new(false));
    let written = step.clone();
    let write = move || {
        let route = untrack(|| store.route());
        if !says(store, &route) {
            page::set_fragment(&route.address(&store.plan()), step.get());
        }
        step.set(false);
    };
    let now = write.clone();
    page::on_doing_else(move || {
        if untrack(|| store.is_typing()) {
            now();
            store.pause();
        }
    });
    let keys = Rc::new(Cell::new(0_u32));
    live::follow(move || {
        store.route();
        written.set(written.get() || store.is_step());
        if unread.take() {
            return;
        }
        if !store.is_typing() {
            return write();
        }
        let key = keys.get().wrapping_add(1);
        keys.set(key);
        let keys = keys.clone();
        page::later(PAUSE, move || {
            if keys.get() == key {
                store.pause();
            }
        });
    });
}

/// Opens what an address says, at once where it is as this program writes it; says whether it is open now.
fn open(store: Store, fragment: &str) -> bool {
    let Some(address) = Route::written(fragment, &store.plan()) else { return later::open_address(store, fragment) };
    store.open_at(address);
    true
}

/// Whether the address says that this is open.
fn says(store: Store, route: &Route) -> bool {
    // The address of a row stays while the row is what is pointed at.
    let points = |anchor: Anchor| untrack(|| store.pointed()) == Some(anchor);
    match Route::written(&page::fragment(), &store.plan()) {
        Some(Address::Opens(there)) => there == *route,
        Some(Address::Place(anchor)) => points(anchor),
        Some(Address::PlaceOn(party, anchor)) => points(anchor) && route.view().party == party,
        Some(Address::Partly(..) | Address::Unknown(_)) | None => false,
    }
}
