//! What a person has to be told: whether progress is kept, what was put aside, what just happened.

use crate::domain::ledger::Ledger;
use crate::state::{Keeping, Notice, Store, use_store};
use leptos::prelude::*;

/// All notices, above the view.
#[component]
pub fn Notices() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="notices">
            <div role="alert">{move || match store.keeping() {
                Keeping::Kept => None,
                Keeping::NotKept(why) => {
                    let words = store.words();
                    Some(view! {
                        <div class="notice is-warning">
                            <p>{(words.not_kept)(why)}</p>
                            <button type="button" on:click=move |_| store.save_file()>{words.save_file}</button>
                        </div>
                    })
                }
            }}</div>
            <div role="status">
                {move || store.notices().into_iter().map(|notice| notice_view(store, notice)).collect_view()}
            </div>
        </div>
    }
}

fn notice_view(store: Store, notice: Notice) -> impl IntoView + use<> {
    let words = store.words();
    let close = {
        let notice = notice.clone();
        move |_| store.dismiss(&notice)
    };
    let undo = || view! { <button type="button" on:click=move |_| store.undo()>{words.undo}</button> }.into_any();
    let (text, action, warning) = match notice {
        Notice::PutAside(aside) => {
            let key = aside.key.clone();
            let save = move |_| store.save_aside(&aside);
            let button = view! { <button type="button" on:click=save>{words.download_aside}</button> }.into_any();
            ((words.put_aside)(&key), Some(button), true)
        }
        Notice::UnknownAddress(address) => ((words.unknown_address)(&address), None, true),
        Notice::Replaced { ticks } => ((words.replaced)(ticks), Some(undo()), false),
        Notice::Deleted { ticks } => ((words.deleted)(ticks), Some(undo()), false),
        Notice::KeptAgain => ((words.kept_again)(store.ledger(Ledger::ticks)), None, true),
    };
    view! {
        <div class="notice" class:is-warning=warning>
            <p>{text}</p>
            {action}
            <button type="button" class="close" aria-label=words.close title=words.close on:click=close>"×"</button>
        </div>
    }
}
