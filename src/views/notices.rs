//! What a person has to be told: whether progress is kept, what was put aside, what just happened.

use super::live::{maybe, part, press, word};
use crate::domain::ledger::Ledger;
use crate::state::{Keeping, Notice, Store, use_store};
use leptos::prelude::*;

/// All notices, above the view.
pub fn notices() -> AnyView {
    let store = use_store();
    let not_kept = maybe(move || match store.keeping() {
        Keeping::Kept => None,
        Keeping::NotKept(why) => {
            let save = button(store.words().save_file, move || store.save_file());
            Some(notice_box((store.words().not_kept)(why).to_owned(), vec![save], true))
        }
    });
    let told =
        part(move || store.notices().into_iter().map(|notice| told(store, notice)).collect::<Vec<_>>().into_any());
    view! { <div class="notices"><div role="alert">{not_kept}</div><div role="status">{told}</div></div> }.into_any()
}

fn told(store: Store, notice: Notice) -> AnyView {
    let words = store.words();
    let closed = notice.clone();
    let undo = || vec![button(words.undo, move || store.undo())];
    let (text, mut actions, warning) = match notice {
        Notice::PutAside(aside) => {
            let text = (words.put_aside)(&aside.key);
            (text, vec![button(words.download_aside, move || store.save_aside(&aside))], true)
        }
        Notice::UnknownAddress(address) => ((words.unknown_address)(&address), Vec::new(), true),
        Notice::Replaced { ticks } => ((words.replaced)(ticks), undo(), false),
        Notice::Deleted { ticks } => ((words.deleted)(ticks), undo(), false),
        Notice::KeptAgain => ((words.kept_again)(store.ledger(Ledger::ticks)), Vec::new(), true),
    };
    let close = press(move || store.dismiss(&closed));
    let close = view! {
        <button type="button" class="close" aria-label=word(|w| w.close) title=word(|w| w.close) on:click=close>"×"</button>
    };
    actions.push(close.into_any());
    notice_box(text, actions, warning)
}

fn button(name: &'static str, act: impl FnMut() + 'static) -> AnyView {
    view! { <button type="button" on:click=press(act)>{name}</button> }.into_any()
}

fn notice_box(text: String, actions: Vec<AnyView>, warning: bool) -> AnyView {
    view! { <div class="notice" class:is-warning=warning><p>{text}</p>{actions}</div> }.into_any()
}
