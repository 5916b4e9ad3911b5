//! The workspace that is open, and the plan that the page begins with.

use crate::browser::page;
use crate::domain::plan::Plan;
use crate::persist::{embedded, plan_file};
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

/// The page's own plan; under `cargo xtask bench` the plan that the benchmark put into the document, if it did.
pub fn plan() -> Plan {
    let given = if cfg!(feature = "bench") { page::text_of("bench-plan") } else { None };
    given.and_then(|text| plan_file::from_text(&text).ok()).unwrap_or_else(embedded::plan)
}
