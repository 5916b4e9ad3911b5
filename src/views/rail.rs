//! Beside the list: whose list, search, facets with live counts.

use super::checklist::section_label;
use super::live::{button, el, is, maybe, says, word};
use super::parts::figures;
use super::party_select::party_select;
use crate::domain::filter::{Facets, Filter};
use crate::domain::plan::Section;
use crate::state::{Store, use_store};
use crate::text::Words;
use leptos::prelude::*;

/// The rail. On narrow screens the facets fold away under one line.
pub fn rail() -> AnyView {
    let store = use_store();
    let open = RwSignal::new(false);
    let clear = maybe(move || {
        let clear = button(word(|w| w.clear_filter), move || store.clear_filter()).class("clear");
        (!store.view().filter.is_empty()).then(|| clear.view())
    });
    let field = el("input")
        .set("type", "search")
        .id("search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .live("placeholder", word(|w| w.search_hint))
        .value(says(move || store.view().filter.query))
        .input(move |query| store.search(query));
    let search = el("label").class("search").child(el("span").class("label").says(word(|w| w.search))).child(field);
    let toggle = button(word(|w| w.filters), move || open.set(!open.get_untracked()))
        .class("facets-toggle")
        .live("aria-expanded", says(move || open.get().to_string()))
        .set("aria-controls", "facets");
    let facets = el("div").id("facets").class("facets").class_if("is-open", is(move || open.get())).children(facets());
    el("aside")
        .class("rail")
        .live("aria-label", word(|w| w.filters))
        .child(party_select())
        .child(search)
        .child(toggle)
        .child(facets)
        .child(clear)
        .view()
}

fn facets() -> Vec<AnyView> {
    let store = use_store();
    let group = |name: fn(&Words) -> &'static str, facets: Vec<AnyView>| {
        el("fieldset").child(el("legend").says(word(name))).children(facets).view()
    };
    let sections = store.plan().sections.iter().cloned().enumerate().map(section_facet).collect();
    let not_done = switch_facet(|w| w.not_done, |f| f.open, |n| n.open, Store::toggle_open);
    let done = switch_facet(|w| w.done, |f| f.done, |n| n.done, Store::toggle_done);
    let target = switch_facet(|w| w.has_target, |f| f.target, |n| n.target, Store::toggle_target);
    vec![group(|w| w.section, sections), group(|w| w.state, vec![not_done, done]), group(|w| w.targets, vec![target])]
}

fn switch_facet(
    name: fn(&Words) -> &'static str,
    on: fn(&Filter) -> bool,
    count: fn(&Facets) -> usize,
    toggle: fn(Store),
) -> AnyView {
    let store = use_store();
    let count = Signal::derive(move || store.shown(|shown| count(&shown.facets)));
    facet(word(name), is(move || on(&store.view().filter)), count, Box::new(toggle))
}

fn section_facet((place, section): (usize, Section)) -> AnyView {
    let store = use_store();
    let no = section.no;
    facet(
        says(move || section_label(store, &section)),
        is(move || store.view().filter.sections.contains(&no)),
        Signal::derive(move || store.shown(|shown| shown.facets.sections.get(place).copied().unwrap_or(0))),
        Box::new(move |store: Store| store.toggle_section(no)),
    )
}

/// One value of a facet: a checkbox, its name, how many measures it would show, and what switches it.
fn facet(name: Signal<String>, on: Signal<bool>, count: Signal<usize>, toggle: Box<dyn Fn(Store)>) -> AnyView {
    let store = use_store();
    el("label")
        .class("facet")
        .class_if("is-none", is(move || count.get() == 0 && !on.get()))
        .child(el("input").set("type", "checkbox").checked(on).switch(move |_| toggle(store)))
        .child(el("span").class("facet-name").says(name))
        .child(figures(move || count.get().to_string()))
        .view()
}
