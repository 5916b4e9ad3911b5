//! One row of the list: a measure with its checkbox.

use super::parts::Runs;
use crate::domain::filter::hits;
use crate::domain::plan::Measure;
use crate::domain::reading::Script;
use crate::domain::runs::{Run, runs};
use crate::route::Anchor;
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// A measure: one checkbox, its number (a link to it), its sentence.
#[component]
pub fn MeasureRow(
    /// The measure.
    measure: Measure,
) -> impl IntoView {
    let store = use_store();
    let id = measure.id;
    let done = Memo::new(move |_| store.is_done(id));
    let hidden = Memo::new(move |_| !store.is_shown(id));
    let pointed = Memo::new(move |_| store.pointed() == Some(Anchor::Measure(id)));
    let text = Memo::new(move |_| sentence(store, &measure));
    let (row, cell) = (format!("m{id}"), format!("c{id}"));
    let address = format!("#m{id}");
    view! {
        <li id=row class="measure" class:is-done=move || done.get() class:is-pointed=move || pointed.get()
            hidden=move || hidden.get()>
            <input type="checkbox" id=cell.clone() prop:checked=move || done.get()
                on:change:target=move |ev| store.tick(id, ev.target().checked()) />
            <a class="measure-no" href=address title=move || store.words().link_to_measure>{id.to_string()}</a>
            <label class="measure-text" for=cell lang=move || store.text_lang()>
                {move || view! { <Runs runs=text.get() /> }}
            </label>
        </li>
    }
}

/// The sentence in the script of the moment, its targets and the search's hits marked.
fn sentence(store: Store, measure: &Measure) -> Vec<Run> {
    let plan = store.plan();
    let record = plan.text(measure.span);
    let reading = store.reading_of(measure.span);
    let script = store.script.get();
    let start = measure.span.start as usize;
    let target = |span: crate::domain::span::Span| {
        let range = (span.start as usize).saturating_sub(start)..(span.end as usize).saturating_sub(start);
        match script {
            Script::Record => range,
            Script::Simplified => reading.to_reading(range),
        }
    };
    let targets: Vec<_> = measure.targets.iter().map(|t| target(t.span)).collect();
    // A row that is not there needs no marks: typing then works on the rows that are.
    let terms = if store.is_shown(measure.id) { store.terms.get() } else { Vec::new() };
    let hits = hits(record, &reading, script, &terms);
    let text = if script == Script::Record { record } else { reading.text() };
    runs(text, &targets, &hits)
}
