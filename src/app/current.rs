//! The workspace that is open, and the plan that the page begins with.

use crate::browser::page;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::exchange::hand_out::{PARTY, PLAN};
use crate::persist::embedded;
use crate::state::Store;
use std::cell::Cell;

thread_local! {
    /// For listeners that were there before it began or will be after it ends.
    static OPEN: Cell<Option<Store>> = const { Cell::new(None) };
}

/// Sets the workspace that has begun.
pub fn set(store: Store) {
    OPEN.set(Some(store));
}

/// Runs a function with the open workspace, if there is one.
pub fn with(act: impl FnOnce(Store)) {
    if let Some(store) = OPEN.get().filter(|store| !store.is_gone()) {
        act(store);
    }
}

/// The party that the page was handed out to.
pub fn home(store: Store) -> Option<Party> {
    page::text_of(PARTY).and_then(|key| store.plan().party_of_key(&key))
}

/// The page's own plan: that of a handed-out page, under `cargo xtask bench` the one that the benchmark put into the document, else the
/// one that the program carries.
pub fn plan() -> Plan {
    let given = if cfg!(feature = "bench") { page::text_of("bench-plan") } else { None };
    embedded::plan_or(given.or_else(|| page::text_of(PLAN)).as_deref())
}
