//! One row of the list: a measure with its checkbox.

use super::live::{el, is, word};
use super::parts::runs_text;
use crate::domain::filter::hits;
use crate::domain::plan::{Measure, Target};
use crate::domain::reading::Script;
use crate::domain::runs::{Run, runs};
use crate::domain::span::Span;
use crate::route::Anchor;
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// A measure: one checkbox, its number (a link to it), its sentence.
pub fn measure_row(measure: Measure) -> AnyView {
    let store = use_store();
    let id = measure.id;
    let done = is(move || store.is_done(id));
    let hidden = is(move || !store.is_shown(id));
    let pointed = is(move || store.pointed() == Some(Anchor::Measure(id)));
    let text = Memo::new(move |_| sentence(store, &measure));
    let (row, cell) = (format!("m{id}"), format!("c{id}"));
    let tick = el("input").set("type", "checkbox").id(&cell).checked(done).switch(move |on| store.tick(id, on));
    let link = el("a").class("measure-no").set("href", &format!("#{row}")).live("title", word(|w| w.link_to_measure));
    let label = el("label").class("measure-text").set("for", &cell).live("lang", store.text_lang_signal());
    el("li")
        .id(&row)
        .class("measure")
        .class_if("is-done", done)
        .class_if("is-pointed", pointed)
        .flag("hidden", hidden)
        .child(tick)
        .child(link.text(id.to_string()))
        .child(label.child(runs_text(move || text.get())))
        .view()
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
