//! What a person has to be told: whether progress is kept, what was put aside, what just happened.

use super::live::{El, all, button, el, maybe, part, word};
use crate::domain::ledger::Ledger;
use crate::state::{Keeping, Notice, Store, use_store};
use leptos::prelude::*;

/// All notices, above the view.
pub fn notices() -> AnyView {
    let store = use_store();
    let not_kept = maybe(move || match store.keeping() {
        Keeping::Kept => None,
        Keeping::NotKept(why) => {
            let save = button(word(|w| w.save_file), move || store.save_file());
            Some(notice_box((store.words().not_kept)(why).to_owned(), vec![save], true))
        }
    });
    let told = part(move || all(store.notices().into_iter().map(|notice| told(store, notice)).collect()));
    el("div")
        .class("notices")
        .child(el("div").set("role", "alert").child(not_kept))
        .child(el("div").set("role", "status").child(told))
        .view()
}

fn told(store: Store, notice: Notice) -> AnyView {
    let words = store.words();
    let closed = notice.clone();
    let undo = || vec![button(word(|w| w.undo), move || store.undo())];
    let (text, mut actions, warning) = match notice {
        Notice::PutAside(aside) => {
            let text = (words.put_aside)(&aside.key);
            (text, vec![button(word(|w| w.download_aside), move || store.save_aside(&aside))], true)
        }
        Notice::UnknownAddress(address) => ((words.unknown_address)(&address), Vec::new(), true),
        Notice::Replaced { ticks } => ((words.replaced)(ticks), undo(), false),
        Notice::Deleted { ticks } => ((words.deleted)(ticks), undo(), false),
        Notice::KeptAgain => ((words.kept_again)(store.ledger(Ledger::ticks)), Vec::new(), true),
    };
    let close = el("button").set("type", "button").class("close").press(move || store.dismiss(&closed)).text("×");
    actions.push(close.live("aria-label", word(|w| w.close)).live("title", word(|w| w.close)));
    notice_box(text, actions, warning)
}

fn notice_box(text: String, actions: Vec<El>, warning: bool) -> AnyView {
    let class = if warning { "notice is-warning" } else { "notice" };
    el("div").class(class).child(el("p").text(text)).children(actions.into_iter().map(El::view)).view()
}
