//! Whose checklist: a selector that can be typed into (a combobox with a list, by the ARIA authoring practices).

use super::parts::{NameText, fraction};
use crate::domain::party::Party;
use crate::domain::script::fold_text;
use crate::domain::summary::Count;
use crate::state::{Ask, Store, use_store};
use leptos::prelude::*;

/// The selector: closed it shows the open list's party and its figures; open, every party that the typed words fit.
#[component]
pub fn PartySelect() -> impl IntoView {
    let store = use_store();
    // What is being typed; `None` while the list is closed.
    let typed = RwSignal::new(None::<String>);
    let active = RwSignal::new(0_usize);
    let offered = Memo::new(move |_| typed.with(|typed| typed.as_deref().map(|typed| matching(store, typed)).unwrap_or_default()));
    let is_open = move || typed.with(Option::is_some);
    let close = move || typed.set(None);
    let open = move || {
        if !typed.with_untracked(Option::is_some) {
            typed.set(Some(String::new()));
            let current = store.party.get_untracked();
            active.set(offered.with_untracked(|o| o.iter().position(|party| *party == current).unwrap_or(0)));
            store.ask(Ask::Reveal(option_id(active.get_untracked())));
        }
    };
    let choose = move |party: Party| {
        close();
        store.open_party(party);
    };
    let step = move |by: isize| {
        let last = offered.with_untracked(Vec::len).saturating_sub(1);
        active.update(|at| *at = at.saturating_add_signed(by).min(last));
        store.ask(Ask::Reveal(option_id(active.get_untracked())));
    };
    let key = move |ev: leptos::ev::KeyboardEvent| {
        if ev.is_composing() {
            return;
        }
        let opened = typed.with_untracked(Option::is_some);
        match ev.key().as_str() {
            "ArrowDown" | "ArrowUp" if !opened => open(),
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "PageDown" if opened => step(8),
            "PageUp" if opened => step(-8),
            "Enter" if opened => {
                if let Some(party) = offered.with_untracked(|o| o.get(active.get_untracked()).copied()) {
                    choose(party);
                }
            }
            "Enter" => open(),
            "Escape" if opened => close(),
            _ => return,
        }
        ev.prevent_default();
    };
    let value = move || typed.get().unwrap_or_else(|| store.party_label(store.party.get()));
    let count = Memo::new(move |_| {
        store.ledger(|ledger| Count::of_party(&store.plan(), ledger, store.party.get()))
    });
    let figures = move || (store.words().party_figures)(store.scope.with(|scope| scope.all().count()), count.get());
    view! {
        <div class="party">
            <label class="label" for="party">{move || store.words().whose}</label>
            <div class="combo" class:is-open=is_open>
                <input id="party" type="text" role="combobox" autocomplete="off" spellcheck="false"
                    aria-autocomplete="list" aria-controls="parties" aria-expanded=move || is_open().to_string()
                    aria-describedby="party-figures"
                    aria-activedescendant=move || is_open().then(|| option_id(active.get()))
                    placeholder=move || store.words().party_hint
                    prop:value=value
                    on:click=move |_| open()
                    on:input:target=move |ev| { typed.set(Some(ev.target().value())); active.set(0) }
                    on:keydown=key
                    on:blur=move |_| close() />
                <span id="party-figures" class="combo-figures">{figures}</span>
                <span class="combo-arrow" aria-hidden="true">"▾"</span>
            </div>
            <ul id="parties" role="listbox" class="parties" hidden=move || !is_open() aria-label=move || store.words().whose
                on:pointerdown=|ev| ev.prevent_default()>
                {move || {
                    let offered = offered.get();
                    let none = offered.is_empty() && is_open();
                    let options = offered.iter().enumerate().map(|(place, party)| {
                        let heading = heading(store, offered.get(place.wrapping_sub(1)).copied(), *party);
                        view! { <PartyOption party=*party place active heading on_choose=move |party| choose(party) /> }
                    });
                    view! {
                        {options.collect_view()}
                        {none.then(|| view! { <li class="parties-none">{store.words().no_party}</li> })}
                    }
                }}
            </ul>
        </div>
    }
}

fn option_id(place: usize) -> String {
    format!("party-{place}")
}

/// Units and localities are set apart by a heading, shown before the first of its kind.
fn heading(store: Store, before: Option<Party>, party: Party) -> Option<&'static str> {
    let kind = |party: Party| match party {
        Party::Coordinator => None,
        Party::Unit(_) => Some(store.words().units),
        Party::Locality(_) => Some(store.words().localities),
    };
    kind(party).filter(|_| before.and_then(kind) != kind(party))
}

/// The parties whose names, in any of their forms, hold the typed words in either script.
fn matching(store: Store, typed: &str) -> Vec<Party> {
    let plan = store.plan();
    let terms = crate::domain::filter::terms(typed);
    let names = |party: Party| -> String {
        let mut names = vec![store.party_name(party).chinese, store.party_label(party)];
        match party {
            Party::Coordinator => {}
            Party::Unit(i) => {
                if let Some(unit) = plan.units.get(i) {
                    names.push(unit.key.clone());
                    names.extend(unit.aliases.iter().cloned());
                    names.extend(unit.canonical.as_ref().map(|fact| fact.value.clone()));
                    names.extend(unit.english.clone());
                }
            }
            Party::Locality(i) => {
                names.extend(plan.localities.get(i).map(|l| format!("{}\n{}", l.key, l.english.clone().unwrap_or_default())));
            }
        }
        fold_text(&names.join("\n"))
    };
    plan.parties().filter(|party| terms.is_empty() || { let names = names(*party); terms.iter().all(|t| names.contains(t)) }).collect()
}

/// One party in the list: its name and how many of its measures are done.
#[component]
fn PartyOption(
    /// Who.
    party: Party,
    /// Its place in the list.
    place: usize,
    /// The place that the arrow keys are on.
    active: RwSignal<usize>,
    /// A heading to be shown before it.
    heading: Option<&'static str>,
    /// Called when it is chosen.
    on_choose: impl Fn(Party) + 'static,
) -> impl IntoView {
    let store = use_store();
    let count = store.ledger(|ledger| Count::of_party(&store.plan(), ledger, party));
    let current = store.party.get() == party;
    view! {
        {heading.map(|heading| view! { <li role="presentation" class="parties-heading">{heading}</li> })}
        <li id=option_id(place) role="option" class="party-option" class:is-active=move || active.get() == place
            class:is-current=current aria-selected=current.to_string()
            on:pointermove=move |_| active.set(place) on:click=move |_| on_choose(party)>
            <span class="party-name"><NameText name=store.party_name(party) lang=store.name_lang() /></span>
            <span class="figures">{fraction(count)}</span>
        </li>
    }
}
