//! Saving progress to a file, reading it back, deleting it.

use super::live::{maybe, part, press, says, switched, word};
use crate::domain::calendar::iso_date;
use crate::domain::ledger::Ledger;
use crate::state::{Aside, Ask, Offer, Store, use_store};
use crate::text::Words;
use leptos::prelude::*;

const FILE_INPUT: &str = "progress-file";

/// The data view.
pub fn data() -> AnyView {
    let store = use_store();
    let save = view! {
        <button type="button" class="is-strong" on:click=press(move || store.save_file())>{word(|w| w.save_file)}</button>
    };
    let read = view! {
        <label class="file">
            <span class="sr-only">{word(|w| w.choose_file)}</span>
            <input type="file" id=FILE_INPUT accept=".json,application/json"
                on:change=switched(move |_| store.ask(Ask::ReadFile(FILE_INPUT.into()))) />
        </label>
        <div role="status">{maybe(move || store.offer().map(|offer| offer_view(store, offer)))}</div>
    };
    let kept = view! { <p class="data-state">{says(move || kept(store))}</p>{asides()} };
    view! {
        <main id="list" class="data" tabindex="-1">
            {about(|w| w.data_kept, |w| w.data_kept_text, kept.into_any())}
            {about(|w| w.save_file, |w| w.save_file_text, save.into_any())}
            {about(|w| w.read_file, |w| w.read_file_text, read.into_any())}
            {about(|w| w.delete, |w| w.delete_text, delete())}
        </main>
    }
    .into_any()
}

fn about(name: fn(&Words) -> &'static str, text: fn(&Words) -> &'static str, rest: AnyView) -> AnyView {
    view! { <section><h2>{word(name)}</h2><p>{word(text)}</p>{rest}</section> }.into_any()
}

fn button(class: &'static str, name: &'static str, act: impl FnMut() + 'static) -> AnyView {
    view! { <button type="button" class=class on:click=press(act)>{name}</button> }.into_any()
}

/// How much is on this page, and when it was last changed.
fn kept(store: Store) -> String {
    let (ticks, changed) = store.ledger(|ledger| (ledger.ticks(), ledger.changed()));
    (store.words().data_state)(ticks, (changed > 0).then(|| iso_date(changed)).as_deref())
}

fn offer_view(store: Store, offer: Offer) -> AnyView {
    let words = store.words();
    match offer {
        Offer::Fits { name, ledger } => {
            let edits = store.ledger(|mine| mine.difference(&ledger));
            let new = edits.iter().filter(|edit| edit.after).count();
            let changed = if ledger.changed() > 0 { iso_date(ledger.changed()) } else { "—".into() };
            let rows = [
                (words.offer_now, store.ledger(Ledger::ticks).to_string()),
                (words.offer_then, ledger.ticks().to_string()),
                (words.offer_new, new.to_string()),
                (words.offer_lost, (edits.len() - new).to_string()),
                (words.offer_changed, changed),
            ];
            let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any());
            let actions = vec![
                button("is-strong", words.replace, move || store.accept_offer()),
                button("", words.cancel, move || store.decline_offer()),
            ];
            view! {
                <div class="offer">
                    <p class="file-name">{name}</p>
                    <dl>{Vec::from(rows)}</dl>
                    <div class="actions">{actions}</div>
                </div>
            }
            .into_any()
        }
        Offer::Refused { name, error } => refused(store, name, &(words.refused)(&error)),
        Offer::Unreadable { name } => refused(store, name, words.unreadable),
        Offer::TooLarge { name } => refused(store, name, words.too_large),
    }
}

fn refused(store: Store, name: String, why: &str) -> AnyView {
    let words = store.words();
    view! {
        <div class="offer is-refused">
            <p class="file-name">{name}</p>
            <p>{format!("{why} {}", words.nothing_changed)}</p>
            {button("", words.close, move || store.decline_offer())}
        </div>
    }
    .into_any()
}

/// What could not be read and was put aside, to be taken out or thrown away.
fn asides() -> AnyView {
    let store = use_store();
    let row = move |aside: Aside| {
        let words = store.words();
        let (key, name) = (aside.key.clone(), aside.key.clone());
        view! {
            <li>
                <span>{name}</span>
                {button("", words.download_aside, move || store.save_aside(&aside))}
                {button("is-danger", words.drop_aside, move || store.ask(Ask::DropAside(key.clone())))}
            </li>
        }
        .into_any()
    };
    part(move || {
        let rows: Vec<AnyView> = store.asides().into_iter().map(row).collect();
        let intro = (!rows.is_empty()).then(|| view! { <p>{store.words().asides}</p> });
        view! { {intro}<ul class="asides">{rows}</ul> }.into_any()
    })
    .into_any()
}

/// Deleting asks first.
fn delete() -> AnyView {
    let store = use_store();
    let asking = RwSignal::new(false);
    part(move || {
        let words = store.words();
        if !asking.get() {
            return button("", words.delete, move || {
                asking.set(true);
                store.ask(Ask::Focus("delete".into()));
            });
        }
        let yes = move || {
            asking.set(false);
            store.delete_all();
        };
        view! {
            <div class="offer" id="delete" tabindex="-1" role="alertdialog" aria-labelledby="delete-question">
                <p id="delete-question">{(words.delete_question)(store.ledger(Ledger::ticks))}</p>
                <div class="actions">
                    {button("is-danger", words.delete_yes, yes)}
                    {button("", words.cancel, move || asking.set(false))}
                </div>
            </div>
        }
        .into_any()
    })
    .into_any()
}
