//! Where all of it is put together: load, state, autosave, address, and what the state asks of the browser.

mod address;
mod keep;
mod papers;
mod settings;
mod wishes;

use crate::browser;
use crate::domain::settings::Lang;
use crate::persist::plan_file;
use crate::state::Store;
use crate::views::shell::Shell;
use leptos::prelude::*;

/// The id of the element that the page is drawn into.
const ROOT: &str = "app";

/// Starts the page.
pub fn start() {
    if let Some(root) = browser::page::root(ROOT) {
        browser::page::remove("starting");
        mount_to(root, || view! { <App /> }).forget();
    }
}

/// The root: it makes the one store and ties it to the browser.
#[component]
fn App() -> impl IntoView {
    let languages = browser::page::languages();
    let lang = Lang::of_browser(languages.iter().map(String::as_str));
    let store = Store::new(plan_file::haidong(), settings::load(), lang, browser::clock::now);
    provide_context(store);
    keep::keep(store);
    address::follow(store);
    settings::keep(store);
    wishes::grant(store);
    view! { <Shell papers=papers::papers /> }
}
