//! What measures are found with, above the list: the selector of the party, the search, the row of stages, and other facets, with live
//! counts.

use super::dues::printed_facets;
use super::lazy::lazy;
use super::live::{BoolFn, El, TextFn, View, all, button, el, is, keyed, says, word};
use super::parts::figures;
use super::party_select::party_select;
use crate::domain::filter::{Facets, Filter, Stage};
use crate::state::names::stage_word;
use crate::state::{Command, use_store};
use leptos::prelude::*;
use std::rc::Rc;

/// The finder. On narrow screens stages and facets come up from below.
pub fn finder() -> View {
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
        // From what was found on by the keys of the list.
        .on_key(move |event| {
            if event.key() == "Enter" && !event.is_composing() {
                store.command(Command::GoTo("list".into()));
            }
        })
        .on("focus", move |_| store.expect_search());
    let search = el("label").class("search").child(el("span").class("label").says(word(|w| w.search))).child(field);
    let toggle = button(word(|w| w.filters), move || open.set(!open.get_untracked()))
        .class("facets-toggle")
        .live("aria-expanded", says(move || open.get().to_string()))
        .set("aria-controls", "facets");
    let target = switch_facet(word(|w| w.has_target), |f| &mut f.target, |n| n.target);
    // Those that come later are drawn once they are there.
    let lazy = lazy();
    let printed = keyed(says(move || lazy.key().to_owned()), || all(printed_facets(switch_facet)));
    let facets = el("div")
        .id("facets")
        .class("facets")
        .class_if("is-open", is(move || open.get()))
        .child(stages())
        .child(el("fieldset").live("aria-label", word(|w| w.filters)).child(target).child(printed))
        .child(clear)
        .child(button(word(|w| w.close), move || open.set(false)).class("facets-close"));
    el("aside")
        .class("finder")
        .live("aria-label", word(|w| w.filters))
        .child(el("div").class("finder-whose").child(party_select()).child(search).child(toggle))
        .child(facets)
        .view()
}

/// The row of stages, of which one is chosen.
fn stages() -> El {
    let store = use_store();
    let stage = |stage: Stage| {
        let name = says(move || stage_word(store.words(), stage, store.party()).to_owned());
        let chosen = is(move || Stage::chosen(&store.view().filter, store.party()) == Some(stage));
        let input = el("input").set("type", "radio").set("name", "stage");
        let input = input.checked(chosen.clone()).switch(move |_| store.choose_stage(stage));
        let count = Rc::new(move || store.shown(|shown| shown.facets.stages[stage as usize]));
        let facet = facet(input, name, chosen, count);
        facet.flag("hidden", is(move || !stage.is_of(store.party()))).view()
    };
    let legend = el("legend").class("sr-only").says(word(|w| w.state));
    el("fieldset").class("stages").child(legend).children(Stage::ALL.map(stage))
}

fn switch_facet(name: TextFn, flag: fn(&mut Filter) -> &mut bool, count: fn(&Facets) -> usize) -> View {
    let store = use_store();
    let count = Rc::new(move || store.shown(|shown| count(&shown.facets)));
    let on = is(move || *flag(&mut store.view().filter));
    let input = el("input").set("type", "checkbox").checked(on.clone()).switch(move |_| store.toggle(flag));
    facet(input, name, on, count).view()
}

/// One value of a facet: what chooses it, its name, and how many measures it would show.
fn facet(input: El, name: TextFn, on: BoolFn, count: Rc<dyn Fn() -> usize>) -> El {
    let (counted, off) = (count.clone(), on.clone());
    el("label")
        .class("facet")
        .class_if("is-none", is(move || counted() == 0 && !off()))
        .class_if("is-on", on)
        .child(input)
        .child(el("span").class("facet-name").says(name))
        .child(figures(move || count().to_string()))
}
