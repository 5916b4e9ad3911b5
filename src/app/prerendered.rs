//! The list in the page before the program runs, and what a person did with it by then.
//!
//! The page contains the coordinator's list, drawn by the same views when the site is built (`xtask/site/src/prerender.rs`).
//! It can be read at once, also where the program cannot run at all. A script in `index.html` marks what is ticked or typed
//! meanwhile, because browsers also fill in fields by themselves, and that is nobody's progress.

use crate::browser::page::Prerendered;
use crate::domain::party::Party;
use crate::domain::plan::MeasureId;
use crate::persist::embedded;
use crate::route::Route;
use crate::state::{Command, Store};
use leptos::prelude::untrack;

/// Attributes that elements of the list have only until the program runs, by selector.
pub const ADDED: [(&str, &str); 5] = [
    ("[data-ticked]", "data-ticked"),
    ("[disabled]", "disabled"),
    ("[data-style]", "data-style"),
    ("[type=checkbox], select", "autocomplete"),
    ("input", "value"),
];

/// Applies the ticks and unticks made before the program ran, on the coordinator's list, where they were made. No other list
/// may be open yet.
pub fn tick(store: Store, prerendered: &Prerendered) {
    for (row, on) in &prerendered.ticked {
        if let Some(id) = row.strip_prefix('m').and_then(|id| id.parse::<MeasureId>().ok())
            && untrack(|| store.standing(id)).ticked != *on
            && !store.asks_first(id)
        {
            store.tick(id, *on);
        }
    }
}

/// Searches for the text typed before the program ran, if the coordinator's list is still open.
pub fn search(store: Store, prerendered: &Prerendered) {
    if !prerendered.typed.is_empty() && is_list(store) {
        store.search(prerendered.typed.clone());
    }
    if prerendered.in_search {
        store.command(Command::Focus("search".into()));
    }
}

/// Whether the list in the page is the one to be shown, apart from changes made meanwhile; the program then takes it over.
pub fn stands(store: Store, prerendered: &Prerendered) -> bool {
    let is_so = store.plan().id == embedded::ID && is_list(store) && untrack(|| !store.awaits_english());
    is_so && untrack(|| store.lang().tag() == prerendered.lang && store.rendition() == store.lang().rendition())
}

fn is_list(store: Store) -> bool {
    untrack(|| matches!(store.route(), Route::List(view) if view.party == Party::Coordinator))
}

/// The list as HTML in a language, for the page.
#[cfg(not(target_arch = "wasm32"))]
pub fn html(lang: crate::domain::settings::Lang) -> String {
    use crate::domain::settings::Settings;
    use crate::persist::english::reading;
    use crate::views::english::bring;
    use crate::views::shell::shell;
    use leptos::prelude::{Owner, provide_context};
    Owner::new().with(|| {
        let store = Store::new(embedded::plan(), Settings::default(), lang, || 0);
        provide_context(store);
        if untrack(|| store.awaits_english()) {
            bring(store, reading());
        }
        without_choices(&crate::element::html::html(shell(|_| ())))
    })
}

/// The page without the names that a person can choose to be: nobody can choose before the program runs, which makes them anew.
#[cfg(not(target_arch = "wasm32"))]
fn without_choices(html: &str) -> String {
    let choice = "<select class=\"identity";
    let end_of = |from: usize, what: &str| html.get(from..)?.find(what).map(|at| from + at);
    let choices = html.find(choice).and_then(|from| {
        let first = end_of(from, "</option>")? + "</option>".len();
        Some((first, end_of(first, "</select>")?))
    });
    choices.map_or_else(|| html.to_owned(), |(from, to)| [&html[..from], &html[to..]].concat())
}
