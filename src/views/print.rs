//! The preview of papers: what is printed, sheet by sheet, before it is printed.

use super::live::{Part, View, button, el, follow, is, maybe, part, says};
use super::parts::choice;
use crate::domain::calendar;
use crate::domain::plan::{MeasureId, Section};
use crate::domain::reading::Script;
use crate::domain::settings::Lang;
use crate::print::checklist::{ChecklistPaper, Wanted};
use crate::print::layout::Layout;
use crate::print::sheets::{MEASURED, checklist_sheets, measuring_sheet};
use crate::route::Route;
use crate::state::{Ask, Store, use_store};
use crate::text::print_toolbar::PrintWords;
use leptos::prelude::*;
use std::sync::Arc;

/// How heights are measured: from a selector to the heights of the marked elements inside, in CSS pixels.
pub type Measure = fn(&str) -> Vec<f64>;

/// A paper and, once it is measured, how it was cut.
type Draft = Option<(Arc<ChecklistPaper>, Option<Layout>)>;

/// The print view: the checklist of the open list as paper, and what can be chosen about it. `measure` measures the
/// sheet that is drawn for it.
pub fn papers(measure: Measure) -> View {
    let store = use_store();
    let draft = RwSignal::new(Draft::None);
    // Set while the measuring sheet is drawn, so that the effect always runs after it: the sheet then shows this paper.
    let measuring = part(move || {
        let paper = Arc::new(checklist(store));
        draft.set(Some((paper.clone(), None)));
        measuring_sheet(&paper)
    });
    follow(move || {
        if let Some((paper, None)) = draft.get()
            && let Some(layout) = paper.lay_out(&measure(MEASURED))
        {
            draft.set(Some((paper, Some(layout))));
        }
    });
    el("main")
        .id("list")
        .class("papers")
        .set("tabindex", "-1")
        .child(toolbar(draft))
        .child(measuring)
        .child(el("div").class("desk").child(sheets(draft)))
        .view()
}

fn sheets(draft: RwSignal<Draft>) -> Part {
    maybe(move || {
        let (paper, layout) = draft.get()?;
        let layout = layout?;
        Some(checklist_sheets(&paper, &layout))
    })
}

/// What can be chosen about the paper; not printed.
fn toolbar(draft: RwSignal<Draft>) -> View {
    let store = use_store();
    let count = move |of: fn(&Layout) -> usize| {
        draft.with(|draft| draft.as_ref().and_then(|(_, layout)| layout.as_ref()).map_or(0, of))
    };
    let sheets = move || count(|layout| layout.sheets.len());
    let words = move || PrintWords::of(store.lang());
    let word = move |read: fn(&PrintWords) -> &'static str| says(move || read(words()).to_owned());
    let group = |name: Signal<String>| el("fieldset").class("switch").child(el("legend").says(name));
    let blank = move |label, blank| {
        choice("print-boxes", word(label), is(move || is_blank(store) == blank), move || store.print_blank(blank))
    };
    let script = move |label, script| {
        choice("print-script", word(label), is(move || store.script() == script), move || store.choose_script(script))
    };
    let too_tall = maybe(move || {
        let n = count(|layout| layout.oversize.len());
        (n > 0).then(|| el("strong").text((words().too_tall)(n)).view())
    });
    let back = says(move || Route::List(store.view()).address(&store.plan()));
    let print = button(word(|w| w.print), move || store.ask(Ask::Print)).class("button is-strong");
    let choices = el("div")
        .class("print-choices")
        .child(el("a").class("button").live("href", back).says(word(|w| w.back)))
        .child(group(word(|w| w.boxes)).child(blank(|w| w.filled, false)).child(blank(|w| w.blank, true)))
        .child(
            group(word(|w| w.text))
                .child(script(|w| w.record, Script::Record))
                .child(script(|w| w.simplified, Script::Simplified)),
        )
        .child(print.flag("disabled", is(move || sheets() == 0)));
    let advice = el("p")
        .class("print-advice")
        .child(el("b").set("role", "status").says(says(move || (words().sheets)(sheets()))))
        .child(el("span").says(word(|w| w.advice)))
        .child(too_tall);
    el("div")
        .class("print-bar")
        .child(el("h2").class("sr-only").says(word(|w| w.preview)))
        .child(choices)
        .child(advice)
        .view()
}

fn is_blank(store: Store) -> bool {
    matches!(store.route(), Route::Print(_, true))
}

/// The checklist of the open list: what its filters show, as its party ticked it.
fn checklist(store: Store) -> ChecklistPaper {
    let plan = store.plan();
    let (party, script) = (store.party(), store.script());
    let measures: Vec<MeasureId> = store.shown(|shown| shown.measures.iter().copied().collect());
    let (blank, filters) = (is_blank(store), filters(store, script));
    let date = calendar::iso_date(store.now());
    store.ledger(|ledger| {
        ChecklistPaper::new(&Wanted {
            plan: &plan,
            party,
            script,
            measures: &measures,
            ledger: (!blank).then_some(ledger),
            filters: &filters,
            date: &date,
        })
    })
}

/// The filters in words of the paper, which is in the script of the moment.
fn filters(store: Store, script: Script) -> String {
    let plan = store.plan();
    let words = crate::text::words(match script {
        Script::Record => Lang::ZhHant,
        Script::Simplified => Lang::ZhHans,
    });
    let section = |section: &Section| {
        let label = section.path.last().map_or("", String::as_str);
        store.in_script(&[label, plan.text(section.title)].concat())
    };
    store.filter_words(words, section).join("、")
}
