//! The document to be read: preamble, requirements, tasks with their printed responsibility, standing duties, and
//! what is known of it beside the text.

use super::live::{is, part, switched, word};
use super::parts::english;
use crate::domain::plan::{Certainty, Fact, Passage, Section, Task};
use crate::domain::reading::Script;
use crate::domain::span::Span;
use crate::state::{Store, use_store};
use crate::text::Words;
use leptos::prelude::*;

/// The reading view. The document is drawn anew when the script or the language changes.
pub fn full_text() -> AnyView {
    let store = use_store();
    view! {
        <main id="list" class="full-text" tabindex="-1">
            {script_switch()}
            {part(move || document(store))}
            {part(move || particulars(store))}
        </main>
    }
    .into_any()
}

/// The record or the simplified reading.
fn script_switch() -> AnyView {
    let store = use_store();
    let choice = move |script: Script, name: fn(&Words) -> &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="script" prop:checked=is(move || store.script() == script)
                    on:change=switched(move |_| store.choose_script(script)) />
                <span>{word(name)}</span>
            </label>
        }
        .into_any()
    };
    let choices = vec![choice(Script::Record, |w| w.record), choice(Script::Simplified, |w| w.simplified)];
    view! { <fieldset class="switch"><legend>{word(|w| w.text_shown)}</legend>{choices}</fieldset> }.into_any()
}

fn document(store: Store) -> AnyView {
    let plan = store.plan();
    let mut parts: Vec<AnyView> = plan.preamble.iter().map(|span| paragraph(store, *span)).collect();
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
    let number = plan.meta.number.as_ref().map(|fact| store.in_script(&fact.value));
    view! {
        <article class="document" lang=store.text_lang()>
            <h2 class="document-title">{store.text_of(plan.meta.title)}</h2>
            <p class="document-number">{number}</p>
            {parts}
        </article>
    }
    .into_any()
}

/// A heading as it is printed: label, mark, words.
fn heading(store: Store, label: Span, title: Span) -> String {
    let label = store.text_of(label);
    let mark = match label.chars().last() {
        None | Some(')' | '）' | '〕') => "",
        Some(c) if c.is_ascii_digit() => ". ",
        Some(_) => "、",
    };
    format!("{label}{mark}{}", store.text_of(title))
}

fn part_heading(words: String) -> AnyView {
    view! { <h3 class="document-part">{words}</h3> }.into_any()
}

fn paragraph(store: Store, span: Span) -> AnyView {
    view! { <p>{store.text_of(span)}</p> }.into_any()
}

fn passage_views(store: Store, passage: &Passage) -> Vec<AnyView> {
    let mut parts = vec![part_heading(heading(store, passage.label, passage.title))];
    parts.extend(passage.paragraphs.iter().map(|span| paragraph(store, *span)));
    for duty in &passage.duties {
        let text: String = duty.paragraphs.iter().map(|span| store.text_of(*span)).collect();
        let title = heading(store, duty.label, duty.title);
        parts.push(view! { <p><strong>{title}"。"</strong>{text}</p> }.into_any());
    }
    parts
}

fn section_heading(store: Store, section: &Section) -> AnyView {
    let label = section.path.last().map(|label| store.in_script(label)).unwrap_or_default();
    let name = store.english(section.english.as_ref()).map(english);
    view! { <h4 class="document-section">{format!("{label}{}", store.text_of(section.title))}{name}</h4> }.into_any()
}

fn task_view(store: Store, task: &Task) -> AnyView {
    let measure = |measure: &crate::domain::plan::Measure| {
        view! { <a class="document-measure" href=format!("#m{}", measure.id)>{store.text_of(measure.span)}</a> }
            .into_any()
    };
    let measures: Vec<AnyView> = task.measures.iter().map(measure).collect();
    let printed: String = task.responsibilities.iter().map(|statement| store.text_of(statement.span)).collect();
    let title = heading(store, task.label, task.title);
    let name = store.english(task.english.as_ref()).map(english);
    view! {
        <p class="document-task">
            <strong>{title}"。"</strong>{measures}<span class="document-responsibility">{printed}</span>{name}
        </p>
    }
    .into_any()
}

/// What is known of the document, each with what it rests on, and how the simplified reading was made.
fn particulars(store: Store) -> AnyView {
    let plan = store.plan();
    let words = store.words();
    let meta = &plan.meta;
    let rows = [
        (words.meta_number, &meta.number),
        (words.meta_issuer, &meta.issuer),
        (words.meta_issued, &meta.issued),
        (words.meta_published, &meta.published),
        (words.meta_addressees, &meta.addressees),
        (words.meta_due, &meta.due),
    ];
    let row = |(name, fact): (&'static str, &Option<Fact>)| {
        let Fact { value, basis } = fact.clone()?;
        Some(view! { <div><dt>{name}</dt><dd><span lang="zh-Hant">{value}</span><small lang="zh-Hant">{basis}</small></dd></div> }.into_any())
    };
    let rows: Vec<AnyView> = rows.into_iter().filter_map(row).collect();
    let reworded = plan.rewordings.iter().map(|rewording| {
        let certainty = match rewording.certainty {
            Certainty::Confirmed => words.confirmed,
            Certainty::Direction => words.direction,
            Certainty::Inferred => words.inferred,
        };
        let (record, simplified) = (rewording.record.clone(), rewording.simplified.clone());
        view! { <tr><td lang="zh-Hant">{record}</td><td lang="zh-Hans">{simplified}</td><td>{certainty}</td></tr> }
            .into_any()
    });
    let reworded: Vec<AnyView> = reworded.collect();
    view! {
        <aside class="particulars">
            <h2>{words.particulars}</h2>
            <dl>{rows}</dl>
            <details>
                <summary>{(words.about_reading)(plan.rewordings.len())}</summary>
                <p>{words.about_reading_text}</p>
                <table>
                    <thead><tr><th scope="col">{words.record}</th><th scope="col">{words.simplified}</th><th scope="col">{words.certainty}</th></tr></thead>
                    <tbody>{reworded}</tbody>
                </table>
            </details>
        </aside>
    }
    .into_any()
}
