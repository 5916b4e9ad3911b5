//! What is open: the workspace of a plan, and before any other the page's own plan.

use crate::browser::page;
use crate::domain::plan::Plan;
use crate::persist::{embedded, plan_file};
use crate::state::Store;
use std::cell::Cell;
use std::rc::Rc;

/// The workspace that is open, for those who heard of something before it was, or will after it has ended.
#[derive(Clone, Default)]
pub struct Current(Rc<Cell<Option<Store>>>);

impl Current {
    /// Another one has begun.
    pub fn set(&self, store: Store) {
        self.0.set(Some(store));
    }

    /// Does something with it.
    pub fn with(&self, act: impl FnOnce(Store)) {
        if let Some(store) = self.0.get().filter(|store| !store.is_gone()) {
            act(store);
        }
    }
}

/// The plan of the page; for `cargo xtask bench` the one that it put into the document, where it did.
pub fn plan() -> Plan {
    let given = if cfg!(feature = "bench") { page::text_of("bench-plan") } else { None };
    given.and_then(|text| plan_file::from_text(&text).ok()).unwrap_or_else(embedded::plan)
}
