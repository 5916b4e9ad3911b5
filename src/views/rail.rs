//! Beside the list: whose list, search, facets with live counts.

use super::checklist::section_label;
use super::party_select::PartySelect;
use crate::domain::plan::Section;
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// The rail. On narrow screens the facets fold away under one line.
#[component]
pub fn Rail() -> impl IntoView {
    let store = use_store();
    let filtered = Memo::new(move |_| !store.view().filter.is_empty());
    let query = Memo::new(move |_| store.view().filter.query);
    let open = RwSignal::new(false);
    view! {
        <aside class="rail" aria-label=move || store.words().filters>
            <PartySelect />
            <label class="search">
                <span class="label">{move || store.words().search}</span>
                <input type="search" id="search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                    placeholder=move || store.words().search_hint
                    prop:value=move || query.get() on:input:target=move |ev| store.search(ev.target().value()) />
            </label>
            <button type="button" class="facets-toggle" aria-expanded=move || open.get().to_string() aria-controls="facets"
                on:click=move |_| open.update(|open| *open = !*open)>{move || store.words().filters}</button>
            <div id="facets" class="facets" class:is-open=move || open.get()>
                <Facets />
            </div>
            {move || filtered.get().then(|| view! {
                <button type="button" class="clear" on:click=move |_| store.clear_filter()>{store.words().clear_filter}</button>
            })}
        </aside>
    }
}

#[component]
fn Facets() -> impl IntoView {
    let store = use_store();
    let plan = store.plan();
    let sections = plan.sections.iter().cloned().enumerate();
    let facets = move |read: fn(&crate::domain::filter::Facets) -> usize| store.shown.with(|shown| read(&shown.facets));
    view! {
        <fieldset>
            <legend>{move || store.words().section}</legend>
            {sections.map(|(i, section)| view! { <SectionFacet section place=i /> }).collect_view()}
        </fieldset>
        <fieldset>
            <legend>{move || store.words().state}</legend>
            <Facet name=move |s: Store| s.words().not_done.to_owned() on=move || store.view().filter.open
                count=move || facets(|f| f.open) toggle=Store::toggle_open />
            <Facet name=move |s: Store| s.words().done.to_owned() on=move || store.view().filter.done
                count=move || facets(|f| f.done) toggle=Store::toggle_done />
        </fieldset>
        <fieldset>
            <legend>{move || store.words().targets}</legend>
            <Facet name=move |s: Store| s.words().has_target.to_owned() on=move || store.view().filter.target
                count=move || facets(|f| f.target) toggle=Store::toggle_target />
        </fieldset>
    }
}

#[component]
fn SectionFacet(section: Section, place: usize) -> impl IntoView {
    let store = use_store();
    let no = section.no;
    view! {
        <Facet name=move |s: Store| section_label(s, &section)
            on=move || store.view().filter.sections.contains(&no)
            count=move || store.shown.with(|shown| shown.facets.sections.get(place).copied().unwrap_or(0))
            toggle=move |s: Store| s.toggle_section(no) />
    }
}

/// One value of a facet: a checkbox, its name, how many measures it would show.
#[component]
fn Facet(
    /// What it is called.
    name: impl Fn(Store) -> String + Send + Sync + 'static,
    /// Whether it is switched on.
    on: impl Fn() -> bool + Send + Sync + 'static,
    /// How many measures it would show.
    count: impl Fn() -> usize + Send + Sync + 'static,
    /// Switches it.
    toggle: impl Fn(Store) + 'static,
) -> impl IntoView {
    let store = use_store();
    let (on, count) = (Memo::new(move |_| on()), Memo::new(move |_| count()));
    let none = move || count.get() == 0 && !on.get();
    view! {
        <label class="facet" class:is-none=none>
            <input type="checkbox" prop:checked=move || on.get() on:change=move |_| toggle(store) />
            <span class="facet-name">{move || name(store)}</span>
            <span class="figures">{move || count.get()}</span>
        </label>
    }
}
