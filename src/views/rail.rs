//! Beside the list: whose list, search, facets with live counts.

use super::checklist::section_label;
use super::live::{is, maybe, press, says, switched, typed, word};
use super::party_select::party_select;
use crate::domain::plan::Section;
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// The rail. On narrow screens the facets fold away under one line.
pub fn rail() -> AnyView {
    let store = use_store();
    let open = RwSignal::new(false);
    let clear = maybe(move || {
        (!store.view().filter.is_empty()).then(|| {
            view! { <button type="button" class="clear" on:click=press(move || store.clear_filter())>{word(|w| w.clear_filter)}</button> }
                .into_any()
        })
    });
    view! {
        <aside class="rail" aria-label=word(|w| w.filters)>
            {party_select()}
            <label class="search">
                <span class="label">{word(|w| w.search)}</span>
                <input type="search" id="search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                    placeholder=word(|w| w.search_hint) prop:value=says(move || store.view().filter.query)
                    on:input=typed(move |query| store.search(query)) />
            </label>
            <button type="button" class="facets-toggle" aria-expanded=says(move || open.get().to_string())
                aria-controls="facets" on:click=press(move || open.set(!open.get_untracked()))>{word(|w| w.filters)}</button>
            <div id="facets" class="facets" class:is-open=is(move || open.get())>{facets()}</div>
            {clear}
        </aside>
    }
    .into_any()
}

fn facets() -> AnyView {
    let store = use_store();
    let plan = store.plan();
    let sections: Vec<AnyView> = plan.sections.iter().cloned().enumerate().map(section_facet).collect();
    let states = vec![
        facet(
            word(|w| w.not_done),
            is(move || store.view().filter.open),
            Signal::derive(move || store.shown(|s| s.facets.open)),
            Box::new(Store::toggle_open),
        ),
        facet(
            word(|w| w.done),
            is(move || store.view().filter.done),
            Signal::derive(move || store.shown(|s| s.facets.done)),
            Box::new(Store::toggle_done),
        ),
    ];
    let targets = vec![facet(
        word(|w| w.has_target),
        is(move || store.view().filter.target),
        Signal::derive(move || store.shown(|s| s.facets.target)),
        Box::new(Store::toggle_target),
    )];
    let group = |name: Signal<String>, facets: Vec<AnyView>| {
        view! { <fieldset><legend>{name}</legend>{facets}</fieldset> }.into_any()
    };
    vec![group(word(|w| w.section), sections), group(word(|w| w.state), states), group(word(|w| w.targets), targets)]
        .into_any()
}

fn section_facet((place, section): (usize, Section)) -> AnyView {
    let store = use_store();
    let no = section.no;
    facet(
        says(move || section_label(store, &section)),
        is(move || store.view().filter.sections.contains(&no)),
        Signal::derive(move || store.shown(|s| s.facets.sections.get(place).copied().unwrap_or(0))),
        Box::new(move |store: Store| store.toggle_section(no)),
    )
}

/// One value of a facet: a checkbox, its name, how many measures it would show, and what switches it.
fn facet(name: Signal<String>, on: Signal<bool>, count: Signal<usize>, toggle: Box<dyn Fn(Store)>) -> AnyView {
    let store = use_store();
    view! {
        <label class="facet" class:is-none=is(move || count.get() == 0 && !on.get())>
            <input type="checkbox" prop:checked=on on:change=switched(move |_| toggle(store)) />
            <span class="facet-name">{name}</span>
            <span class="figures">{says(move || count.get().to_string())}</span>
        </label>
    }
    .into_any()
}
