//! Keeps the address and the open route the same.

use super::{current, lazy};
use crate::browser::page;
use crate::route::{self, Anchor, Named, Route};
use crate::state::Store;
use crate::views::live;
use leptos::prelude::untrack;
use std::cell::Cell;
use std::rc::Rc;

/// How long a person who types has to pause before the address is written, in milliseconds: `WebKit` allows 100 changes of
/// the address in half a minute.
const PAUSE: i32 = 500;

/// The address of the page.
#[derive(Clone)]
pub struct Address {
    /// Whether the change of route that is not written yet is an entry of its own in the browser's history.
    step: Rc<Cell<bool>>,
    /// How many times something was typed.
    keys: Rc<Cell<u32>>,
}

impl Address {
    /// Opens the address whenever it changes, and writes it before a person who types does something else.
    pub fn listen() -> Self {
        let address = Self { step: Rc::default(), keys: Rc::default() };
        let own = address.clone();
        page::on_doing_else(move || {
            current::with(|store| {
                if untrack(|| store.is_typing()) {
                    own.write(store);
                    store.pause();
                }
            });
        });
        page::on_fragment(|fragment| current::with(|store| _ = open(store, &fragment, false)));
        address
    }

    /// Opens the address, and writes it whenever the route changes: while a person types, after a pause or as soon as the
    /// person does something else.
    pub fn follow(&self, store: Store) {
        // An address that is still to be read must not be overwritten by the route that is open until then.
        let unread = Cell::new(!open(store, &page::fragment(), true));
        let own = self.clone();
        live::follow(move || {
            store.route();
            own.step.set(own.step.get() || store.is_step());
            if unread.take() {
                return;
            }
            if !store.is_typing() {
                return own.write(store);
            }
            let key = own.keys.get().wrapping_add(1);
            own.keys.set(key);
            let keys = own.keys.clone();
            let pause = move || {
                if keys.get() == key {
                    store.pause();
                }
            };
            page::after(PAUSE, store.while_open(pause));
        });
    }

    fn write(&self, store: Store) {
        let route = untrack(|| store.route());
        if !says(store, &route) {
            page::set_fragment(&untrack(|| store.address(&route)), self.step.get());
        }
        self.step.set(false);
    }
}

/// Opens an address, at once if this program wrote it. `first` is whether it is the page's first address. Returns whether the
/// address may be written now.
fn open(store: Store, fragment: &str, first: bool) -> bool {
    let (named, rest) = route::split(fragment);
    if named == Named::Open && !store.session().is_own(&store.plan().id) {
        // Said again with the plan: whoever comes back to it may have another one open then.
        page::set_fragment(&route::within(&store.plan().id, &rest), false);
    }
    let is_open = is_open(store, named);
    if is_open && let Some(address) = Route::written(&rest, &store.plan()) {
        store.open_at(address);
        return true;
    }
    // A place alone (`#m3.2。`) is on the list that is open from the start, so it asks for no other list.
    if first && !["#m", "#t"].iter().any(|place| fragment.starts_with(place)) {
        store.open_at(route::Address::Opens(Route::unread(fragment)));
    }
    if is_open { lazy::open_address(store, rest, first) } else { lazy::open_plan(store, named, first) }
}

/// Whether the plan that an address is about is open.
fn is_open(store: Store, named: Named) -> bool {
    let plan = store.plan();
    match named {
        Named::Open | Named::Any => true,
        Named::Own => store.session().is_own(&plan.id),
        Named::Other(id) => plan.id == id,
    }
}

/// Whether the address in the browser is that of this route.
fn says(store: Store, route: &Route) -> bool {
    let fragment = page::fragment();
    let (named, rest) = route::split(&fragment);
    // The address of a row stays while the row is the one pointed at.
    let points = |anchor: Anchor| untrack(|| store.pointed()) == Some(anchor);
    is_open(store, named)
        && match Route::written(&rest, &store.plan()) {
            Some(route::Address::Opens(there)) => there == *route,
            Some(route::Address::Place(anchor)) => points(anchor),
            Some(route::Address::PlaceOn(party, anchor)) => points(anchor) && route.view().party == party,
            Some(route::Address::Partly(..) | route::Address::Unknown(_)) | None => false,
        }
}
