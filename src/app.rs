//! Where all of it is put together: load, state, autosave, address, and what the state asks of the browser.

mod address;
mod current;
pub mod early;
mod keep;
mod later;
mod settings;
mod wishes;

use crate::browser;
use crate::domain::script;
use crate::domain::settings::Lang;
use crate::element::{View, keyed};
use crate::persist::embedded;
use crate::state::{Session, Store};
use crate::views::live;
use crate::views::shell::shell;
use current::Current;
use leptos::prelude::*;
use std::cell::Cell;

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
    mount_to_renderer(&root, move || page(early)).forget();
}

/// The page: what listens to the browser as long as it is there, and in it one workspace after the other.
fn page(early: browser::page::Early) -> View {
    let languages = browser::page::languages();
    let lang = Lang::of_browser(languages.iter().map(String::as_str));
    let session = Session::new(current::plan(), settings::load(), lang, browser::clock::now);
    let current = Current::default();
    let address = address::Address::listen(current.clone());
    keep::listen(&current);
    settings::keep(session);
    wishes::grant(session, current.clone());
    let early = Cell::new(Some(early));
    keyed(live::says(move || session.turn()), move || workspace(session, &current, &address, early.take()))
}

/// The workspace of the plan that is to be open: it ties it to the browser and draws it. Of the first one, `early` is what was
/// done on it before the program ran.
fn workspace(
    session: Session,
    current: &Current,
    address: &address::Address,
    early: Option<browser::page::Early>,
) -> View {
    let store = Store::on(session);
    provide_context(store);
    current.set(store);
    let early = early.unwrap_or_default();
    keep::keep(store, || early::tick(store, &early));
    address.follow(store);
    early::search(store, &early);
    settings::show(store);
    if !early::stands(store) {
        browser::page::clear(ROOT);
    }
    shell(later::load)
}
