//! The address and the open route, kept the same.

use crate::browser::page;
use crate::route::{Address, Route};
use crate::state::Store;
use crate::views::live;
use leptos::prelude::untrack;

/// Opens what the address says, now and whenever it changes, and writes the address whenever the route changes.
pub fn follow(store: Store) {
    store.open_address(&page::fragment());
    page::on_fragment(move |fragment| store.open_address(&fragment));
    live::follow(move || {
        let route = store.route();
        let plan = store.plan();
        let says = match Route::read(&page::fragment(), plan) {
            Address::Opens(there) => there == route,
            // The address of a row stays while the row is what is pointed at.
            Address::Place(anchor) => untrack(|| store.pointed()) == Some(anchor),
            Address::Unknown(_) => false,
        };
        if !says {
            page::set_fragment(&route.address(plan), store.is_step());
        }
    });
}
