//! Where all of it is put together: load, state, autosave, address, and what the state asks of the browser.

mod address;
pub mod early;
mod keep;
mod later;
mod settings;
mod wishes;

use crate::browser;
use crate::domain::plan::Plan;
use crate::domain::script;
use crate::domain::settings::Lang;
use crate::element::View;
use crate::persist::embedded;
use crate::state::Store;
use crate::views::shell::shell;
use leptos::prelude::*;

/// The id of the element that the page is drawn into.
const ROOT: &str = "app";

/// Starts the page.
pub fn start() {
    let Some(root) = browser::page::root(ROOT) else { return };
    script::bring(embedded::PAIRS);
    // Before anything of the page listens.
    browser::typing::settle();
    browser::selecting::let_select(".measure-text");
    let early = browser::page::take_early(ROOT, &early::ADDED);
    mount_to_renderer(&root, move || page(&early)).forget();
}

/// The plan of the page.
#[cfg(not(feature = "bench"))]
fn plan() -> Plan {
    embedded::plan()
}

/// The plan that `cargo xtask bench` put into the document, where it did.
#[cfg(feature = "bench")]
fn plan() -> Plan {
    let given = browser::page::text_of("bench-plan");
    given.and_then(|text| crate::persist::plan_file::from_text(&text).ok()).unwrap_or_else(embedded::plan)
}

/// The page: it makes the one store and ties it to the browser.
fn page(early: &browser::page::Early) -> View {
    let languages = browser::page::languages();
    let lang = Lang::of_browser(languages.iter().map(String::as_str));
    let store = Store::new(plan(), settings::load(), lang, browser::clock::now);
    provide_context(store);
    keep::keep(store, || early::tick(store, early));
    address::follow(store);
    early::search(store, early);
    settings::keep(store);
    wishes::grant(store);
    if !early::stands(store) {
        browser::page::clear(ROOT);
    }
    shell(later::load)
}
