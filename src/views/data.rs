//! Saving progress to a file, reading it back, deleting it.

use crate::domain::calendar::iso_date;
use crate::domain::ledger::Ledger;
use crate::state::{Aside, Ask, Offer, Store, use_store};
use leptos::prelude::*;

/// The data view.
#[component]
pub fn Data() -> impl IntoView {
    let store = use_store();
    view! {
        <main id="list" class="data" tabindex="-1">
            <section>
                <h2>{move || store.words().data_kept}</h2>
                <p>{move || store.words().data_kept_text}</p>
                <p class="data-state">{move || kept(store)}</p>
                <Asides />
            </section>
            <section>
                <h2>{move || store.words().save_file}</h2>
                <p>{move || store.words().save_file_text}</p>
                <button type="button" class="is-strong" on:click=move |_| store.save_file()>{move || store.words().save_file}</button>
            </section>
            <section>
                <h2>{move || store.words().read_file}</h2>
                <p>{move || store.words().read_file_text}</p>
                <label class="file">
                    <span class="sr-only">{move || store.words().choose_file}</span>
                    <input type="file" id="progress-file" accept=".json,application/json"
                        on:change=move |_| store.ask(Ask::ReadFile("progress-file".into())) />
                </label>
                <div role="status">{move || store.offer().map(|offer| offer_view(store, offer))}</div>
            </section>
            <Delete />
        </main>
    }
}

/// How much is on this page, and when it was last changed.
fn kept(store: Store) -> String {
    let (ticks, changed) = store.ledger(|ledger| (ledger.ticks(), ledger.changed()));
    (store.words().data_state)(ticks, (changed > 0).then(|| iso_date(changed)).as_deref())
}

fn offer_view(store: Store, offer: Offer) -> impl IntoView + use<> {
    let words = store.words();
    match offer {
        Offer::Fits { name, ledger } => {
            let edits = store.ledger(|mine| mine.difference(&ledger));
            let new = edits.iter().filter(|edit| edit.after).count();
            let (now, then) = (store.ledger(Ledger::ticks), ledger.ticks());
            view! {
                <div class="offer">
                    <p class="file-name">{name}</p>
                    <dl>
                        <div><dt>{words.offer_now}</dt><dd>{now}</dd></div>
                        <div><dt>{words.offer_then}</dt><dd>{then}</dd></div>
                        <div><dt>{words.offer_new}</dt><dd>{new}</dd></div>
                        <div><dt>{words.offer_lost}</dt><dd>{edits.len() - new}</dd></div>
                        <div><dt>{words.offer_changed}</dt><dd>{if ledger.changed() > 0 { iso_date(ledger.changed()) } else { "—".into() }}</dd></div>
                    </dl>
                    <div class="actions">
                        <button type="button" class="is-strong" on:click=move |_| store.accept_offer()>{words.replace}</button>
                        <button type="button" on:click=move |_| store.decline_offer()>{words.cancel}</button>
                    </div>
                </div>
            }
            .into_any()
        }
        Offer::Refused { name, error } => refused(store, &name, &(words.refused)(&error)).into_any(),
        Offer::Unreadable { name } => refused(store, &name, words.unreadable).into_any(),
        Offer::TooLarge { name } => refused(store, &name, words.too_large).into_any(),
    }
}

fn refused(store: Store, name: &str, why: &str) -> impl IntoView + use<> {
    view! {
        <div class="offer is-refused">
            <p class="file-name">{name.to_owned()}</p>
            <p>{why.to_owned()}" "{store.words().nothing_changed}</p>
            <button type="button" on:click=move |_| store.decline_offer()>{store.words().close}</button>
        </div>
    }
}

/// What could not be read and was put aside, to be taken out or thrown away.
#[component]
fn Asides() -> impl IntoView {
    let store = use_store();
    let row = move |aside: Aside| {
        let words = store.words();
        let (key, save) = (aside.key.clone(), aside.clone());
        view! {
            <li>
                <span>{aside.key}</span>
                <button type="button" on:click=move |_| store.save_aside(&save)>{words.download_aside}</button>
                <button type="button" class="is-danger" on:click=move |_| store.ask(Ask::DropAside(key.clone()))>{words.drop_aside}</button>
            </li>
        }
    };
    move || {
        let asides = store.asides();
        (!asides.is_empty()).then(|| view! {
            <p>{store.words().asides}</p>
            <ul class="asides">{asides.into_iter().map(row).collect_view()}</ul>
        })
    }
}

/// Deleting asks first.
#[component]
fn Delete() -> impl IntoView {
    let store = use_store();
    let asking = RwSignal::new(false);
    let ask = move || {
        asking.set(true);
        store.ask(Ask::Focus("delete-no".into()));
    };
    let yes = move || {
        asking.set(false);
        store.delete_all();
    };
    view! {
        <section>
            <h2>{move || store.words().delete}</h2>
            <p>{move || store.words().delete_text}</p>
            {move || if asking.get() {
                let words = store.words();
                view! {
                    <div class="offer" role="alertdialog" aria-labelledby="delete-question">
                        <p id="delete-question">{(words.delete_question)(store.ledger(Ledger::ticks))}</p>
                        <div class="actions">
                            <button type="button" class="is-danger" on:click=move |_| yes()>{words.delete_yes}</button>
                            <button type="button" id="delete-no" on:click=move |_| asking.set(false)>{words.cancel}</button>
                        </div>
                    </div>
                }.into_any()
            } else {
                view! { <button type="button" on:click=move |_| ask()>{store.words().delete}</button> }.into_any()
            }}
        </section>
    }
}
