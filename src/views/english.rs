//! The English reading of the plan where the interface is in English: in place of the record's words, which stand under it where a person
//! asks for them. A first visit has none of it: [`bring`] brings what draws it.

use super::live::{El, TextFn, View, all, el, is, keyed, says};
use super::parts::{mixed, runs_view};
use crate::domain::english::{English, unmarked};
use crate::domain::hits::hits;
use crate::domain::plan::{Measure, Target};
use crate::domain::reading::Reading;
use crate::domain::runs::{Run, runs};
use crate::domain::script::Rendition;
use crate::domain::settings::Lang;
use crate::domain::span::Span;
use crate::state::{Store, use_store};
use crate::text::english::EN;
use std::sync::OnceLock;

/// The styles of what is drawn here. They are loaded with it, and the page's policy knows this text by its hash.
pub const STYLES: &str = include_str!("../../style/english.css");

/// What draws it.
struct Drawn {
    /// A span of the record with targets and the hits of terms; `None` if it has no English reading.
    text: fn(Store, Span, &[Target], &[String]) -> Option<View>,
    /// What is to be known of the reading.
    note: fn() -> View,
}

static DRAWN: OnceLock<Drawn> = OnceLock::new();

/// Brings a reading and the code that draws it, and shows it.
pub fn bring(store: Store, reading: &'static English) {
    DRAWN.get_or_init(|| Drawn { text: read, note: note_view });
    store.read_in_english(reading);
}

/// A span of the record, in English where there is a reading, with its targets and the hits of these terms marked.
pub(super) fn text(store: Store, span: Span, targets: &[Target], terms: &[String]) -> View {
    // Asked first, so that a part of the page hears of a reading that comes later.
    let drawn = store.reading_in_english().and_then(|_| DRAWN.get());
    let english = drawn.and_then(|drawn| (drawn.text)(store, span, targets, terms));
    english.unwrap_or_else(|| runs_view(marked(store, span, targets, terms)))
}

/// A span of the record in the rendition shown, with these targets and the hits of these terms marked.
fn marked(store: Store, span: Span, targets: &[Target], terms: &[String]) -> Vec<Run> {
    let plan = store.plan();
    let record = plan.text(span);
    let (shown, others) = store.readings_of(span, !terms.is_empty());
    let start = span.start as usize;
    let target = |span: Span| {
        let range = (span.start as usize).saturating_sub(start)..(span.end as usize).saturating_sub(start);
        shown.to_reading(range)
    };
    let targets: Vec<_> = targets.iter().map(|t| target(t.span)).collect();
    let hits = hits(record, &shown, &others, terms);
    runs(shown.text(), &targets, &hits)
}

/// What is to be known of the reading that is shown; nothing where none is.
pub(super) fn note() -> View {
    let store = use_store();
    keyed(shown(store), move || {
        let drawn = store.reading_in_english().and_then(|_| DRAWN.get());
        drawn.map(|drawn| (drawn.note)()).unwrap_or_default()
    })
}

/// Whether a reading is shown, as a key to draw by.
fn shown(store: Store) -> TextFn {
    says(move || store.reading_in_english().is_some().to_string())
}

fn read(store: Store, span: Span, targets: &[Target], terms: &[String]) -> Option<View> {
    let plan = store.plan();
    let (text, marks) = unmarked(store.reading_in_english()?.marked(plan.text(span))?);
    let hits = hits(&text, &Reading::new(&text, &[], Rendition::Record), &[], terms);
    let runs = runs(&text, &marks, &hits);
    let chinese = marked(store, span, targets, terms);
    // What was found in the Chinese only is shown there.
    let is_found = |runs: &[Run]| runs.iter().any(|run| run.hit);
    let beside = store.settings().chinese || is_found(&chinese) && !is_found(&runs);
    let beside = beside.then(|| el("span").class("beside").set("lang", store.text_lang()).child(runs_view(chinese)));
    Some(all(vec![el("span").class("reads").set("lang", "en").child(runs_view(runs)).view(), beside.into()]))
}

fn note_view() -> View {
    let store = use_store();
    let switch = el("input").set("type", "checkbox").checked(is(move || store.settings().chinese));
    let switch = switch.switch(move |on| store.show_chinese(on));
    let word = |[chinese, english, means]: &[&str; 3]| {
        let name = el("dt").child(el("span").set("lang", "zh-Hant").text(*chinese)).text(" ").text(*english);
        el("div").child(name).child(el("dd").child(mixed(Lang::En, means, "zh-Hant"))).view()
    };
    let glossary = el("details")
        .class("plan-words")
        .child(el("summary").text(EN.plan_words))
        .child(el("dl").children(EN.glossary.iter().map(word)));
    el("div")
        .class("reading-note")
        .set("role", "note")
        .child(el("p").text(EN.unofficial))
        .child(el("label").child(switch).text(EN.show_chinese))
        .child(glossary)
        .view()
}

/// A span of the record as a line of plain text: in English where there is a reading, else in the rendition that is shown.
pub(super) fn line(store: Store, span: Span) -> El {
    let plan = store.plan();
    words(store, plan.text(span))
}

/// The same for words of the record.
pub(super) fn words(store: Store, record: &str) -> El {
    match store.reading_in_english().and_then(|reading| reading.plain(record)) {
        Some(english) => el("span").class("reads").set("lang", "en").text(english),
        None => el("span").set("lang", store.text_lang()).text(store.in_script(record)),
    }
}

/// What a target of a measure counts, and its number with `sign` before it: `Homes renovated in old urban housing estates 5,349 homes`.
pub(super) fn counted(store: Store, measure: &Measure, place: usize, sign: &str) -> El {
    let plan = store.plan();
    let Some(target) = measure.targets.get(place) else { return el("span") };
    let number = el("b").class("target").text(sign);
    let counts = target.counts.as_deref().unwrap_or_default();
    let reading = store.reading_in_english();
    let english =
        reading.and_then(|reading| Some((reading.plain(counts)?, reading.target(plan.text(measure.span), place)?)));
    let (lang, counts, number) = match english {
        Some((counts, words)) => ("en", counts.to_owned(), number.text(words)),
        None => (store.text_lang(), store.in_script(counts), number.text(store.text_of(target.span))),
    };
    let space = if counts.is_empty() { "" } else { " " };
    el("span").set("lang", lang).text(counts).text(space).child(number)
}
