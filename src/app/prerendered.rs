//! The list as it stands in the page before the program runs, and what a person has done with it by then.
//!
//! The page carries the coordinator's list, drawn by the same views when it is built (`xtask/site/src/prerender.rs`): it can be
//! read at once, and where the program cannot run at all. What is ticked or searched for meanwhile is marked by a script
//! in `index.html`, because browsers also fill in fields by themselves, and that is nobody's progress.

use crate::browser::page::Prerendered;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::domain::script::Rendition;
use crate::domain::settings::Lang;
use crate::persist::embedded;
use crate::route::Route;
use crate::state::{Command, Store};
use leptos::prelude::untrack;

/// What the elements of the list carry, by selector, only until the program runs.
pub const ADDED: [(&str, &str); 8] = [
    ("[data-ticked]", "data-ticked"),
    ("[disabled]", "disabled"),
    ("[data-style]", "data-style"),
    ("[type=checkbox], select", "autocomplete"),
    ("input", "value"),
    // With nothing in it that takes the focus, it is scrolled by keyboard only if it takes it itself.
    ("#facets", "tabindex"),
    ("#facets", "role"),
    ("#facets", "aria-label"),
];

/// Ticks what was ticked before the program ran, and takes ticks back that were taken back, on the list on which it was done:
/// the coordinator's. No other may be open yet.
pub fn tick(store: Store, prerendered: &Prerendered) {
    for (row, on) in &prerendered.ticked {
        if let Some(id) = row.strip_prefix('m').and_then(|id| id.parse::<MeasureId>().ok())
            && untrack(|| store.standing(id)).ticked != *on
        {
            store.tick(id, *on);
        }
    }
}

/// Searches for what was typed into the search, if its list is still the one that is open.
pub fn search(store: Store, prerendered: &Prerendered) {
    if !prerendered.typed.is_empty() && is_list(store) {
        store.search(prerendered.typed.clone());
    }
    if prerendered.in_search {
        store.command(Command::Focus("search".into()));
    }
}

/// Whether what stands in the page is what is to be shown, but for what was done meanwhile: the program then takes it over.
pub fn stands(store: Store) -> bool {
    let is_so = store.plan().id == embedded::ID && is_list(store);
    is_so && untrack(|| store.lang() == Lang::ZhHans && store.rendition() == Rendition::Simplified)
}

fn is_list(store: Store) -> bool {
    untrack(|| matches!(store.route(), Route::List(view) if view.party == Party::Coordinator))
}

/// The list as HTML, for the page.
#[cfg(not(target_arch = "wasm32"))]
pub fn html() -> String {
    use crate::domain::settings::Settings;
    use crate::views::shell::shell;
    use leptos::prelude::{Owner, provide_context};
    Owner::new().with(|| {
        provide_context(Store::new(embedded::plan(), Settings::default(), Lang::ZhHans, || 0));
        crate::element::html::html(shell(|_| ()))
    })
}
