//! One row of the list: a measure with its checkbox, and how far it is.

use super::live::{View, el, is, maybe, says, word};
use super::parts::runs_text;
use super::report::report;
use crate::domain::filter::hits;
use crate::domain::party::Party;
use crate::domain::plan::{Measure, Target};
use crate::domain::reading::Script;
use crate::domain::rollup::{Standing, State};
use crate::domain::runs::{Run, runs};
use crate::domain::span::Span;
use crate::route::Anchor;
use crate::state::{Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;

/// A measure: one checkbox, its number (a link to it), its sentence, how far it is; its report once that is opened.
pub fn measure_row(measure: Measure) -> View {
    let store = use_store();
    let id = measure.id;
    let standing = Memo::new(move |_| store.standing(id));
    // A report that is open is drawn once, not with every keystroke in it.
    let open = Memo::new(move |_| store.is_open(id));
    let hidden = is(move || !store.is_shown(id));
    let pointed = is(move || store.pointed() == Some(Anchor::Measure(id)));
    let measure = Arc::new(measure);
    let reported = measure.clone();
    let text = Memo::new(move |_| sentence(store, &measure));
    let (row, cell, opens) = (format!("m{id}"), format!("c{id}"), format!("r{id}"));
    let ticked = is(move || standing.get().ticked);
    let tick = el("input").set("type", "checkbox").id(&cell).checked(ticked).switch(move |on| store.tick(id, on));
    let link = el("a").class("measure-no").set("href", &format!("#{row}")).live("title", word(|w| w.link_to_measure));
    let label = el("label").class("measure-text").set("for", &cell).live("lang", store.text_lang_signal());
    let state = el("button")
        .set("type", "button")
        .class("state")
        .set("aria-controls", &opens)
        .live("aria-expanded", says(move || open.get().to_string()))
        .live("data-state", says(move || standing.get().state.key().to_owned()))
        .press(move || store.toggle_report(id))
        .child(el("span").class("sr-only").says(word(|w| w.report)))
        .says(says(move || state_text(store, standing.get())));
    el("li")
        .id(&row)
        .class("measure")
        .class_if("is-done", is(move || standing.get().done))
        .class_if("is-pointed", pointed)
        .flag("hidden", hidden)
        .child(tick)
        .child(link.text(id.to_string()))
        .child(label.child(runs_text(move || text.get())))
        .child(state)
        .child(maybe(move || open.get().then(|| report(&reported))))
        .view()
}

/// How far a measure is; for the coordinator, with how many have reported of those who are asked.
fn state_text(store: Store, standing: Standing) -> String {
    let words = store.words();
    let whole = store.party() == Party::Coordinator;
    let state =
        if standing.state == State::Done && !whole { words.done } else { words.states[standing.state as usize] };
    if whole && standing.asked > 0 {
        format!("{state} {}/{}", standing.reported, standing.asked)
    } else {
        state.to_owned()
    }
}

/// The sentence, its targets and the search's hits marked.
fn sentence(store: Store, measure: &Measure) -> Vec<Run> {
    // A row that is not there needs no marks: typing then works on the rows that are.
    let terms = if store.is_shown(measure.id) { store.terms() } else { Vec::new() };
    marked(store, measure.span, &measure.targets, &terms)
}
/// A text of the record in the script of the moment, these targets in it and the hits of these terms marked.
pub(super) fn marked(store: Store, span: Span, targets: &[Target], terms: &[String]) -> Vec<Run> {
    let plan = store.plan();
    let record = plan.text(span);
    let reading = store.reading_of(span);
    let script = store.script();
    let start = span.start as usize;
    let target = |span: Span| {
        let range = (span.start as usize).saturating_sub(start)..(span.end as usize).saturating_sub(start);
        if script == Script::Record { range } else { reading.to_reading(range) }
    };
    let targets: Vec<_> = targets.iter().map(|t| target(t.span)).collect();
    let hits = hits(record, &reading, script, terms);
    let text = if script == Script::Record { record } else { reading.text() };
    runs(text, &targets, &hits)
}
