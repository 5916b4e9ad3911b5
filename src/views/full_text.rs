//! The full text: the document line by line as in the source, with the particulars of the plan beside it.

use super::english::{line, note};
use super::live::{View, el, is, lazy_word, part};
use super::parts::choice;
use crate::domain::party::Party;
use crate::domain::plan::{Certainty, Fact, PieceKind, Task};
use crate::domain::running::{self, Line, Part};
use crate::domain::script::Rendition;
use crate::route::Anchor;
use crate::state::{Store, use_store};
use crate::text::english::answers;
use crate::text::lazy::LazyWords;

/// The full text view. It is drawn anew when script or language change.
pub fn full_text() -> View {
    let store = use_store();
    el("main")
        .id("list")
        .class("full-text")
        .set("tabindex", "-1")
        .child(store.plan().has_reading().then(script_switch))
        .child(note())
        .child(part(move || document(store)))
        .child(part(move || particulars(store)))
        .view()
}

/// The switch between the record and its readings.
fn script_switch() -> View {
    let store = use_store();
    let of = |rendition: Rendition, name: fn(&LazyWords) -> &'static str| {
        choice("script", lazy_word(name), is(move || store.rendition() == rendition), move || {
            store.choose_rendition(rendition);
        })
    };
    el("fieldset")
        .class("switch")
        .child(el("legend").says(lazy_word(|w| w.text_shown)))
        .child(of(Rendition::Record, |w| w.record))
        .child(of(Rendition::Simplified, |w| w.simplified))
        .child(store.plan().has(Rendition::Traditional).then(|| of(Rendition::Traditional, |w| w.traditional)))
        .view()
}

fn document(store: Store) -> View {
    let plan = store.plan();
    let parts: Vec<View> = running::lines(&plan).iter().map(|line| line_view(store, line)).collect();
    let number = plan.meta.number.as_ref().map(|fact| store.in_script(&fact.value)).unwrap_or_default();
    el("article")
        .class(if store.reading_in_english().is_some() { "document is-read" } else { "document" })
        .set("lang", store.text_lang())
        .child(el("h2").class("document-title").child(line(store, plan.meta.title)))
        .child(el("p").class("document-number").text(number))
        .children(parts)
        .view()
}

/// A line of the text; in English with the Chinese under it, where a person asks for that.
fn line_view(store: Store, line: &Line) -> View {
    let plan = store.plan();
    let (head, rest) = line.parts.split_at(line.head);
    let task = line.task.and_then(|task| plan.tasks.get(task));
    let beside = || line.parts.iter().map(|part| words(store, part)).collect::<String>();
    let beside = (store.reading_in_english().is_some() && store.settings().chinese)
        .then(|| el("span").class("beside").set("lang", store.text_lang()).text(beside()));
    let head_views = || -> Vec<View> {
        match store.reading_in_english() {
            Some(_) => head.iter().map(|part| piece_view(store, task, part)).collect(),
            None => vec![View::Text(head.iter().map(|part| words(store, part)).collect())],
        }
    };
    if line.is_heading() {
        let (tag, class) = if line.level > 1 { ("h4", "document-section") } else { ("h3", "document-part") };
        return el(tag).class(class).children(head_views()).child(beside).view();
    }
    let strong = (!head.is_empty()).then(|| el("strong").children(head_views()));
    el("p")
        .set_if(task.is_some(), "class", "document-task")
        .child(strong)
        .children(rest.iter().map(|part| part_view(store, task, part)))
        .child(beside)
        .view()
}

/// The text of a piece with the marks behind it.
fn words(store: Store, part: &Part) -> String {
    store.text_of(part.piece.span) + &store.in_script(&part.marks)
}

/// The words of a piece, with a space in place of the marks behind it where they are in English.
fn piece_view(store: Store, task: Option<&Task>, part: &Part) -> View {
    let reading = store.reading_in_english();
    let english = match (reading, part.piece.kind, task) {
        (Some(reading), PieceKind::Responsibility, Some(task)) => {
            Some(answers(&store.plan(), reading, task, part.piece.span))
        }
        (reading, ..) => {
            reading.and_then(|reading| reading.plain(store.plan().text(part.piece.span))).map(str::to_owned)
        }
    };
    match english {
        Some(english) => el("span").class("reads").set("lang", "en").text(english).text(" ").view(),
        None => View::Text(words(store, part)),
    }
}

/// A piece of a line; a measure is a link to its row in the list.
fn part_view(store: Store, task: Option<&Task>, part: &Part) -> View {
    let words = piece_view(store, task, part);
    if let Some(measure) = task.and_then(|task| running::measure_of(task, part.piece)) {
        let address = store.place_address_on(Party::Coordinator, Anchor::Measure(measure.id));
        return el("a").class("document-measure").set("href", &address).child(words).view();
    }
    if part.piece.kind == PieceKind::Responsibility {
        return el("span").class("document-responsibility").child(words).view();
    }
    words
}

/// The particulars of the plan, each with its basis, and how its readings were made.
fn particulars(store: Store) -> View {
    let plan = store.plan();
    let words = store.lazy_words();
    let meta = &plan.meta;
    let rows = [
        (words.meta_number, &meta.number),
        (words.meta_issuer, &meta.issuer),
        (words.meta_issued, &meta.issued),
        (words.meta_published, &meta.published),
        (words.meta_addressees, &meta.addressees),
        (words.meta_due, &meta.due),
    ];
    let lang = store.text_lang();
    let row = |(name, fact): (&'static str, &Option<Fact>)| {
        let Fact { value, basis } = fact.as_ref()?;
        let value = el("span").set("lang", lang).text(store.in_script(value));
        let basis = el("small").set("lang", lang).text(store.in_script(basis));
        Some(el("div").child(el("dt").text(name)).child(el("dd").child(value).child(basis)).view())
    };
    let reworded = plan.rewordings.iter().map(|rewording| {
        let certainty = match rewording.certainty {
            Certainty::Confirmed => words.confirmed,
            Certainty::Direction => words.direction,
            Certainty::Inferred => words.inferred,
        };
        el("tr")
            .child(el("td").set("lang", "zh-Hant").text(rewording.record.as_str()))
            .child(el("td").set("lang", "zh-Hans").text(rewording.simplified.as_str()))
            .child(
                el("td")
                    .set("lang", "zh-Hant")
                    .text(rewording.traditional.as_ref().unwrap_or(&rewording.record).as_str()),
            )
            .child(el("td").text(certainty))
            .view()
    });
    let head = [words.record, words.simplified, words.traditional, words.certainty];
    let head = el("tr").children(head.map(|name| el("th").set("scope", "col").text(name).view()));
    let table = el("table").child(el("thead").child(head)).child(el("tbody").children(reworded));
    let about = el("details")
        .child(el("summary").text((words.about_reading)(plan.rewordings.len())))
        .child(el("p").text(words.about_reading_text))
        .child(table);
    el("aside")
        .class("particulars")
        .child(el("h2").text(words.particulars))
        .child(el("dl").children(rows.into_iter().filter_map(row)))
        .child(store.plan().has_reading().then_some(about))
        .view()
}
