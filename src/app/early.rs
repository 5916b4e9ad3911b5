//! The list as it stands in the page before the program runs, and what a person has done with it by then.
//!
//! The page carries the coordinator's list, drawn by the same views when it is built (`xtask/src/prerender.rs`): it can be
//! read at once, and where the program cannot run at all. What is ticked or searched for meanwhile is marked by a script
//! in `index.html`, because browsers also fill in fields by themselves, and that is nobody's progress.

use crate::browser::page::Early;
use crate::domain::plan::MeasureId;
use crate::state::Store;

/// Does what was done before the program ran again, with the program.
pub fn apply(store: Store, early: &Early) {
    for id in &early.ticked {
        if let Some(id) = id.strip_prefix('m').and_then(|id| id.parse::<MeasureId>().ok()) {
            store.tick(id, true);
        }
    }
    if !early.typed.is_empty() {
        store.search(early.typed.clone());
    }
    if early.in_search {
        store.ask(crate::state::Ask::Focus("search".into()));
    }
}

/// The list as HTML, for the page.
#[cfg(not(target_arch = "wasm32"))]
pub fn html() -> String {
    use crate::domain::settings::{Lang, Settings};
    use crate::persist::plan_file;
    use crate::views::shell::shell;
    use leptos::prelude::{Owner, provide_context};
    Owner::new().with(|| {
        provide_context(Store::new(plan_file::haidong(), Settings::default(), Lang::ZhHans, || 0));
        crate::element::html::html(shell(|_| ()))
    })
}
