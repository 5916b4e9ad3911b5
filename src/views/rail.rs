//! The rail beside the list: the selector of the party, the search, and facets with live counts.

use super::dues::printed_facets;
use super::live::{BoolFn, El, TextFn, View, button, el, is, keyed, says, word};
use super::parts::figures;
use super::party_select::party_select;
use crate::domain::filter::{Facets, Filter};
use crate::domain::party::Party;
use crate::domain::plan::Section;
use crate::domain::rollup::State;
use crate::state::names::done_words;
use crate::state::{Store, use_store};
use crate::text::Words;
use leptos::prelude::*;
use std::rc::Rc;

/// The rail. On narrow screens the facets fold into one line.
pub fn rail() -> View {
    let store = use_store();
    let open = RwSignal::new(false);
    // Drawn when a filter is set or cleared, not with every letter of the search.
    let filtered = says(move || store.view().filter.is_empty().to_string());
    let clear = keyed(filtered, move || {
        let clear = button(word(|w| w.clear_filter), move || store.clear_filter()).class("clear");
        (!store.view().filter.is_empty()).then(|| clear.view()).into()
    });
    let field = el("input")
        .set("type", "search")
        .id("search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .live("placeholder", word(|w| w.search_hint))
        .value(says(move || store.view().filter.query))
        .input(move |query| store.search(query))
        .on("focus", move |_| store.expect_search());
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

fn facets() -> Vec<View> {
    let store = use_store();
    let group = |name: fn(&Words) -> &'static str, facets: Vec<View>| {
        el("fieldset").child(el("legend").says(word(name))).children(facets).view()
    };
    let sections = store.plan().sections.iter().cloned().enumerate().map(section_facet).collect();
    let done = vec![
        switch_facet(says(move || done_words(store.words(), store.party()).1.into()), |f| &mut f.open, |n| n.open),
        switch_facet(says(move || done_words(store.words(), store.party()).0.into()), |f| &mut f.done, |n| n.done),
    ];
    let reported = vec![
        switch_facet(word(|w| w.reported), |f| &mut f.reported, |n| n.reported),
        switch_facet(word(|w| w.states[State::NotReported as usize]), |f| &mut f.unreported, |n| n.unreported),
    ];
    let states = State::ALL.into_iter().filter(|state| *state != State::NotReported).map(state_facet).collect();
    let problem = vec![switch_facet(word(|w| w.has_problem), |f| &mut f.problem, |n| n.problem)];
    let target = vec![switch_facet(word(|w| w.has_target), |f| &mut f.target, |n| n.target)];
    let mut groups = vec![
        group(|w| w.done_or_not, done),
        group(|w| w.report, reported),
        group(|w| w.state, states),
        group(|w| w.problems, problem),
        group(|w| w.targets, target),
    ];
    groups.extend(printed_facets(switch_facet));
    groups.push(group(|w| w.section, sections));
    groups
}

fn switch_facet(name: TextFn, flag: fn(&mut Filter) -> &mut bool, count: fn(&Facets) -> usize) -> View {
    let store = use_store();
    let count = Rc::new(move || store.shown(|shown| count(&shown.facets)));
    let on = is(move || *flag(&mut store.view().filter));
    facet(name, on, count, Box::new(move |store: Store| store.toggle(flag))).view()
}

fn state_facet(state: State) -> View {
    let store = use_store();
    facet(
        says(move || store.words().states[state as usize].to_owned()),
        is(move || store.view().filter.states.contains(&state)),
        Rc::new(move || store.shown(|shown| shown.facets.states.of(state))),
        Box::new(move |store: Store| store.toggle_state(state)),
    )
    // For the coordinator, signed off is the same as done, which has a facet already; of one party there are no several reports.
    .flag(
        "hidden",
        is(move || {
            let whole = store.party() == Party::Coordinator;
            state == State::SignedOff && whole || state == State::Reported && !whole
        }),
    )
    .view()
}

fn section_facet((place, section): (usize, Section)) -> View {
    let store = use_store();
    let no = section.no;
    facet(
        says(move || store.section_label(&section)),
        is(move || store.view().filter.sections.contains(&no)),
        Rc::new(move || store.shown(|shown| shown.facets.sections.get(place).copied().unwrap_or(0))),
        Box::new(move |store: Store| store.toggle_section(no)),
    )
    .view()
}

/// One value of a facet: a checkbox, its name, how many measures it would show, and the function that switches it.
fn facet(name: TextFn, on: BoolFn, count: Rc<dyn Fn() -> usize>, toggle: Box<dyn Fn(Store)>) -> El {
    let store = use_store();
    let (counted, off) = (count.clone(), on.clone());
    el("label")
        .class("facet")
        .class_if("is-none", is(move || counted() == 0 && !off()))
        .child(el("input").set("type", "checkbox").checked(on).switch(move |_| toggle(store)))
        .child(el("span").class("facet-name").says(name))
        .child(figures(move || count().to_string()))
}
