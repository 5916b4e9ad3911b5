//! The preview of papers: what is printed, sheet by sheet, before it is printed.

use crate::domain::calendar;
use crate::domain::filter::Filter;
use crate::domain::ledger::Ledger;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::reading::{Script, simplified};
use crate::domain::settings::Lang;
use crate::print::checklist::{ChecklistPaper, Wanted};
use crate::print::layout::Layout;
use crate::print::sheets::{ChecklistSheets, MEASURED, MeasuringSheet};
use crate::route::Route;
use crate::state::{Ask, Store, use_store};
use crate::text::print_toolbar::PrintWords;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How heights are measured: from a selector to the heights of the marked elements inside, in CSS pixels.
pub type Measure = fn(&str) -> Vec<f64>;

/// A paper and how it was cut.
type LaidOut = (Arc<ChecklistPaper>, Layout);

/// The print view: the checklist of the open list as paper, and what can be chosen about it.
#[component]
pub fn Papers(
    /// Measures the sheet that is drawn for it.
    measure: Measure,
) -> impl IntoView {
    let store = use_store();
    let paper = Memo::new(move |_| Arc::new(checklist(store)));
    let laid_out = RwSignal::new(None::<LaidOut>);
    let sheets = Memo::new(move |_| laid_out.with(|laid| laid.as_ref().map_or(0, |(_, layout)| layout.sheets.len())));
    let too_tall =
        Memo::new(move |_| laid_out.with(|laid| laid.as_ref().map_or(0, |(_, layout)| layout.oversize.len())));
    view! {
        <main id="list" class="papers" tabindex="-1">
            <Toolbar sheets too_tall />
            <Preview paper laid_out measure />
        </main>
    }
    .into_any()
}

/// Draws the paper on a sheet that is only measured, measures it, and shows the sheets.
#[component]
pub fn Preview(
    /// The paper.
    #[prop(into)]
    paper: Signal<Arc<ChecklistPaper>>,
    /// Where the paper is put with its layout, once it is measured.
    laid_out: RwSignal<Option<LaidOut>>,
    /// Measures the sheet that is drawn for it.
    measure: Measure,
) -> impl IntoView {
    // Set while the measuring sheet is drawn, so that the effect always runs after it: the sheet then shows this paper.
    let drawn = RwSignal::new(None::<Arc<ChecklistPaper>>);
    Effect::new(move |_| {
        let laid = drawn.get().and_then(|paper| paper.lay_out(&measure(MEASURED)).map(|layout| (paper, layout)));
        if laid.is_some() {
            laid_out.set(laid);
        }
    });
    view! {
        {move || {
            let paper = paper.get();
            drawn.set(Some(paper.clone()));
            view! { <MeasuringSheet paper /> }
        }}
        <div class="desk">
            {move || laid_out.get().map(|(paper, layout)| view! { <ChecklistSheets paper layout /> })}
        </div>
    }
    .into_any()
}

/// What can be chosen about the paper; not printed.
#[component]
fn Toolbar(
    /// How many sheets there are.
    sheets: Memo<usize>,
    /// How many rows are taller than a sheet.
    too_tall: Memo<usize>,
) -> impl IntoView {
    let store = use_store();
    let words = move || PrintWords::of(store.lang.get());
    let back = move || Route::List(store.view()).address(&store.plan());
    view! {
        <div class="print-bar">
            <h2 class="sr-only">{move || words().preview}</h2>
            <div class="print-choices">
                <a class="button" href=back>{move || words().back}</a>
                <fieldset class="switch">
                    <legend>{move || words().boxes}</legend>
                    <Choice group="print-boxes" label=|words| words.filled
                        chosen=move || !is_blank(store) choose=move || store.print_blank(false) />
                    <Choice group="print-boxes" label=|words| words.blank
                        chosen=move || is_blank(store) choose=move || store.print_blank(true) />
                </fieldset>
                <fieldset class="switch">
                    <legend>{move || words().text}</legend>
                    <Choice group="print-script" label=|words| words.record chosen=move || store.script.get() == Script::Record
                        choose=move || store.choose_script(Script::Record) />
                    <Choice group="print-script" label=|words| words.simplified
                        chosen=move || store.script.get() == Script::Simplified
                        choose=move || store.choose_script(Script::Simplified) />
                </fieldset>
                <button type="button" class="button is-strong" disabled=move || sheets.get() == 0
                    on:click=move |_| store.ask(Ask::Print)>{move || words().print}</button>
            </div>
            <p class="print-advice">
                <b role="status">{move || (words().sheets)(sheets.get())}</b>
                <span>{move || words().advice}</span>
                {move || (too_tall.get() > 0).then(|| view! { <strong>{(words().too_tall)(too_tall.get())}</strong> })}
            </p>
        </div>
    }
    .into_any()
}

/// One of several choices.
#[component]
fn Choice(
    /// Name that the choices of a group share.
    group: &'static str,
    /// What it is called.
    label: fn(&PrintWords) -> &'static str,
    /// Whether it is the one.
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    /// Makes it the one.
    choose: impl Fn() + 'static,
) -> impl IntoView {
    let store = use_store();
    view! {
        <label class="choice">
            <input type="radio" name=group prop:checked=chosen on:change=move |_| choose() />
            <span>{move || label(PrintWords::of(store.lang.get()))}</span>
        </label>
    }
    .into_any()
}

fn is_blank(store: Store) -> bool {
    matches!(store.route(), Route::Print(_, true))
}

/// The checklist of the open list: what its filters show, as its party ticked it.
fn checklist(store: Store) -> ChecklistPaper {
    let plan = store.plan();
    let (party, script) = (store.party.get(), store.script.get());
    let measures: Vec<MeasureId> = store.shown.with(|shown| shown.measures.iter().copied().collect());
    let done = |ledger: &Ledger| measures.iter().copied().filter(|id| ledger.done(party, *id)).collect();
    let done: Option<BTreeSet<MeasureId>> = (!is_blank(store)).then(|| store.ledger(done));
    ChecklistPaper::new(&Wanted {
        plan: &plan,
        party,
        script,
        measures: &measures,
        done: done.as_ref(),
        filters: &filters(&plan, &store.view().filter, script),
        date: &calendar::iso_date(store.now()),
    })
}

/// The filters in words of the paper.
fn filters(plan: &Plan, filter: &Filter, script: Script) -> String {
    let words = crate::text::words(match script {
        Script::Record => Lang::ZhHant,
        Script::Simplified => Lang::ZhHans,
    });
    let written = |record: &str| match script {
        Script::Record => record.to_owned(),
        Script::Simplified => simplified(record, &plan.rewordings),
    };
    let mut all = Vec::new();
    if !filter.query.trim().is_empty() {
        all.push((words.filter_query)(filter.query.trim()));
    }
    let sections = plan.sections.iter().filter(|section| filter.sections.contains(&section.no));
    let sections: Vec<String> = sections
        .map(|section| {
            let label = section.path.last().map_or("", String::as_str);
            written(&[label, plan.text(section.title)].concat())
        })
        .collect();
    if !sections.is_empty() {
        all.push(sections.join(words.or));
    }
    if filter.open != filter.done {
        all.push(if filter.open { words.not_done } else { words.done }.into());
    }
    if filter.target {
        all.push(words.has_target.into());
    }
    all.join("、")
}
