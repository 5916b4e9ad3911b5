//! The document to be read: preamble, requirements, tasks with their printed responsibility, standing duties, and
//! what is known of it beside the text.

use super::live::{El, View, el, is, later_word, part};
use super::parts::{choice, english};
use crate::domain::party::Party;
use crate::domain::plan::{Certainty, Fact, Measure, Passage, Section, Task};
use crate::domain::script::Rendition;
use crate::domain::span::Span;
use crate::print::words;
use crate::route::Anchor;
use crate::state::{Store, use_store};
use crate::text::later::LaterWords;

/// The reading view. The document is drawn anew when the script or the language changes.
pub fn full_text() -> View {
    let store = use_store();
    el("main")
        .id("list")
        .class("full-text")
        .set("tabindex", "-1")
        .child(script_switch())
        .child(part(move || document(store)))
        .child(part(move || particulars(store)))
        .view()
}

/// The record or the simplified reading.
fn script_switch() -> View {
    let store = use_store();
    let of = |rendition: Rendition, name: fn(&LaterWords) -> &'static str| {
        choice("script", later_word(name), is(move || store.rendition() == rendition), move || {
            store.choose_rendition(rendition)
        })
    };
    el("fieldset")
        .class("switch")
        .child(el("legend").says(later_word(|w| w.text_shown)))
        .child(of(Rendition::Record, |w| w.record))
        .child(of(Rendition::Simplified, |w| w.simplified))
        .view()
}

fn document(store: Store) -> View {
    let plan = store.plan();
    let mut parts: Vec<View> = plan.preamble.iter().map(|span| paragraph(store, *span)).collect();
    plan.general.iter().for_each(|passage| parts.extend(passage_views(store, passage)));
    for (place, section) in plan.sections.iter().enumerate() {
        // The heading above the sections (二、重點工作) is printed once, before the first of them.
        if let Some((label, title)) = plan.chapter(section).filter(|_| place == 0) {
            parts.push(part_heading(heading(store, label, title)));
        }
        parts.push(section_heading(store, section));
        let tasks = plan.tasks.get(section.tasks.clone()).unwrap_or_default();
        parts.extend(tasks.iter().map(|task| task_view(store, task)));
    }
    plan.standing.iter().for_each(|passage| parts.extend(passage_views(store, passage)));
    let number = plan.meta.number.as_ref().map(|fact| store.in_script(&fact.value)).unwrap_or_default();
    el("article")
        .class("document")
        .set("lang", store.text_lang())
        .child(el("h2").class("document-title").text(store.text_of(plan.meta.title)))
        .child(el("p").class("document-number").text(number))
        .children(parts)
        .view()
}

fn heading(store: Store, label: Span, title: Span) -> String {
    words::heading(&store.text_of(label), &store.text_of(title))
}

/// A heading that its text follows on the same line.
fn lead_in(store: Store, label: Span, title: Span) -> El {
    el("strong").text(words::lead_in(&store.text_of(label), &store.text_of(title)))
}

fn part_heading(words: String) -> View {
    el("h3").class("document-part").text(words).view()
}

fn paragraph(store: Store, span: Span) -> View {
    el("p").text(store.text_of(span)).view()
}

fn passage_views(store: Store, passage: &Passage) -> Vec<View> {
    let mut parts = vec![part_heading(heading(store, passage.label, passage.title))];
    parts.extend(passage.paragraphs.iter().map(|span| paragraph(store, *span)));
    for duty in &passage.duties {
        let text: String = duty.paragraphs.iter().map(|span| store.text_of(*span)).collect();
        parts.push(el("p").child(lead_in(store, duty.label, duty.title)).text(text).view());
    }
    parts
}

fn section_heading(store: Store, section: &Section) -> View {
    let label = section.path.last().map(|label| store.in_script(label)).unwrap_or_default();
    let name = store.english(section.english.as_ref()).map(english);
    el("h4").class("document-section").text(format!("{label}{}", store.text_of(section.title))).child(name).view()
}

fn task_view(store: Store, task: &Task) -> View {
    let measure = |measure: &Measure| {
        let link = el("a")
            .class("document-measure")
            .set("href", &Anchor::Measure(measure.id).address(Party::Coordinator, &store.plan()));
        link.text(store.text_of(measure.span)).view()
    };
    let printed: String = task.responsibilities.iter().map(|statement| store.text_of(statement.span)).collect();
    el("p")
        .class("document-task")
        .child(lead_in(store, task.label, task.title))
        .children(task.measures.iter().map(measure))
        .child(el("span").class("document-responsibility").text(printed))
        .child(store.english(task.english.as_ref()).map(english))
        .view()
}

/// What is known of the document, each with what it rests on, and how the simplified reading was made.
fn particulars(store: Store) -> View {
    let plan = store.plan();
    let words = store.later_words();
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
            .child(el("td").text(certainty))
            .view()
    });
    let head = [words.record, words.simplified, words.certainty];
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
        .child(about)
        .view()
}
