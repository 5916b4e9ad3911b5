//! Puts everything together: load, state, autosave, address, and the commands for the browser.

mod address;
mod commands;
mod current;
mod drafts;
mod elsewhere;
mod english;
mod gather;
mod hand_out;
mod handed;
mod identity;
mod keep;
mod keys;
mod lazy;
pub mod making;
pub mod office;
mod plans;
pub mod prerendered;
pub mod returned;
mod sayings;
mod settings;

use crate::browser;
use crate::domain::script;
use crate::domain::settings::Lang;
use crate::element::{View, keyed};
use crate::persist::embedded;
use crate::state::{Session, Store};
use crate::views::live;
use crate::views::shell::shell;
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;

/// The id of the element that the page is drawn into.
const ROOT: &str = "app";

/// Starts the page.
pub fn start() {
    let Some(root) = browser::page::root(ROOT) else { return };
    script::bring(embedded::PAIRS);
    // Must come before any listener of the page.
    browser::typing::settle();
    browser::selecting::let_select(".measure-text");
    let in_english = browser::page::language_of_prerendered(ROOT) == Lang::En.tag();
    english::first(in_english, move || {
        let prerendered = browser::page::take_prerendered(ROOT, &prerendered::ADDED);
        mount_to_renderer(&root, move || page(&prerendered)).forget();
    });
}

/// The page: the listeners that last as long as the page, and in them one workspace after the other.
fn page(prerendered: &browser::page::Prerendered) -> View {
    let languages = browser::page::languages();
    let lang = Lang::of_browser(languages.iter().map(String::as_str));
    let session = Session::new(current::plan(), settings::load(), lang, browser::clock::now);
    let address = address::Address::listen();
    keep::listen();
    settings::keep(session);
    // Begun before anything is drawn, as it decides whether the list in the page is the one to be shown.
    let first = begin(session, &address, prerendered);
    // From here on there is a workspace that commands can be about.
    commands::carry_out(session);
    if !prerendered::stands(first.0, prerendered) {
        browser::page::clear(ROOT);
    }
    let first = Cell::new(Some(first));
    keyed(live::says(move || session.turn()), move || {
        let none = browser::page::Prerendered::default();
        // Its address may have opened another plan already; then the first workspace has ended.
        let first = first.take().filter(|(store, _)| Arc::ptr_eq(&store.plan(), &session.plan()));
        let (store, owner) = first.unwrap_or_else(|| begin(session, &address, &none));
        provide_context(store);
        on_cleanup(move || owner.cleanup());
        shell(lazy::load)
    })
}

/// Begins the workspace of the session's plan and ties it to the browser. It ends with its reactive owner. `prerendered` is
/// what a person did with the list before the program ran.
fn begin(session: Session, address: &address::Address, prerendered: &browser::page::Prerendered) -> (Store, Owner) {
    let owner = Owner::new();
    let store = owner.with(|| {
        let store = Store::on(session);
        current::set(store);
        identity::begin(store);
        keep::keep(store, || prerendered::tick(store, prerendered), lazy::look_after);
        address.follow(store);
        identity::go_home(store);
        prerendered::search(store, prerendered);
        settings::show(store);
        store
    });
    (store, owner)
}
