//! The document to be read: preamble, requirements, tasks with their printed responsibility, standing duties, and
//! what is known of it beside the text.

use crate::domain::plan::{Certainty, Fact, Passage, Section, Task};
use crate::domain::reading::Script;
use crate::domain::span::Span;
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// The reading view.
#[component]
pub fn FullText() -> impl IntoView {
    let store = use_store();
    let plan = store.plan();
    let sections = plan.sections.clone();
    let (preamble, general, standing) = (plan.preamble.clone(), plan.general.clone(), plan.standing.clone());
    let title = plan.meta.title;
    view! {
        <main id="list" class="full-text" tabindex="-1">
            <ScriptSwitch />
            <article class="document" lang=move || store.text_lang()>
                <h2 class="document-title">{move || store.text_of(title)}</h2>
                <p class="document-number">{number(store)}</p>
                {paragraphs(store, preamble)}
                {general.into_iter().map(|passage| passage_view(store, passage)).collect_view()}
                {sections.into_iter().enumerate().map(|(i, section)| section_view(store, i, section)).collect_view()}
                {standing.into_iter().map(|passage| passage_view(store, passage)).collect_view()}
            </article>
            <Particulars />
        </main>
    }
}

/// The record or the simplified reading.
#[component]
fn ScriptSwitch() -> impl IntoView {
    let store = use_store();
    let choice = move |script: Script, name: fn(&crate::text::Words) -> &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="script" prop:checked=move || store.script.get() == script
                    on:change=move |_| store.choose_script(script) />
                <span>{move || name(store.words())}</span>
            </label>
        }
    };
    view! {
        <fieldset class="switch">
            <legend>{move || store.words().text_shown}</legend>
            {choice(Script::Record, |w| w.record)}
            {choice(Script::Simplified, |w| w.simplified)}
        </fieldset>
    }
}

fn number(store: Store) -> impl Fn() -> Option<String> {
    move || store.plan().meta.number.as_ref().map(|fact| store.in_script(&fact.value))
}

fn paragraphs(store: Store, spans: Vec<Span>) -> impl IntoView {
    spans.into_iter().map(|span| view! { <p>{move || store.text_of(span)}</p> }).collect_view()
}

/// A heading as it is printed: label, mark, words.
fn heading(store: Store, label: Span, title: Span) -> impl Fn() -> String {
    move || {
        let label = store.text_of(label);
        let mark = match label.chars().last() {
            None | Some(')' | '）' | '〕') => "",
            Some(c) if c.is_ascii_digit() => ". ",
            Some(_) => "、",
        };
        format!("{label}{mark}{}", store.text_of(title))
    }
}

fn passage_view(store: Store, passage: Passage) -> impl IntoView {
    let duty = |duty: Passage| {
        view! {
            <p><strong>{heading(store, duty.label, duty.title)}"。"</strong>
                {duty.paragraphs.into_iter().map(|span| view! { <span>{move || store.text_of(span)}</span> }).collect_view()}</p>
        }
    };
    view! {
        <section>
            <h3 class="document-part">{heading(store, passage.label, passage.title)}</h3>
            {paragraphs(store, passage.paragraphs)}
            {passage.duties.into_iter().map(duty).collect_view()}
        </section>
    }
}

fn section_view(store: Store, place: usize, section: Section) -> impl IntoView {
    let plan = store.plan();
    let tasks: Vec<Task> = section.tasks.clone().filter_map(|i| plan.tasks.get(i).cloned()).collect();
    let label = section.path.last().cloned().unwrap_or_default();
    let english = section.english.clone();
    let title = section.title;
    // The heading above the sections (二、重點工作) is printed once, before the first of them.
    let chapter = (place == 0).then(|| plan.chapter(&section)).flatten();
    view! {
        {chapter.map(|(label, title)| view! { <h3 class="document-part">{heading(store, label, title)}</h3> })}
        <section>
            <h4 class="document-section">{move || format!("{}{}", store.in_script(&label), store.text_of(title))}
                {move || store.english(english.as_ref()).map(|name| view! { <span class="english" lang="en">{name}</span> })}</h4>
            {tasks.into_iter().map(|task| task_view(store, task)).collect_view()}
        </section>
    }
}

fn task_view(store: Store, task: Task) -> impl IntoView {
    let english = task.english.clone();
    view! {
        <p class="document-task">
            <strong>{heading(store, task.label, task.title)}"。"</strong>
            {task.measures.into_iter().map(|measure| {
                let address = format!("#m{}", measure.id);
                view! { <a class="document-measure" href=address>{move || store.text_of(measure.span)}</a> }
            }).collect_view()}
            {task.responsibilities.into_iter().map(|statement| view! {
                <span class="document-responsibility">{move || store.text_of(statement.span)}</span>
            }).collect_view()}
            {move || store.english(english.as_ref()).map(|name| view! { <span class="english" lang="en">{name}</span> })}
        </p>
    }
}

/// What is known of the document, each with what it rests on, and how the simplified reading was made.
#[component]
fn Particulars() -> impl IntoView {
    let store = use_store();
    move || {
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
            Some(view! { <div><dt>{name}</dt><dd><span lang="zh-Hant">{value}</span><small lang="zh-Hant">{basis}</small></dd></div> })
        };
        let reworded = plan.rewordings.iter().map(|rewording| {
            let certainty = match rewording.certainty {
                Certainty::Confirmed => words.confirmed,
                Certainty::Direction => words.direction,
                Certainty::Inferred => words.inferred,
            };
            view! {
                <tr><td lang="zh-Hant">{rewording.record.clone()}</td><td lang="zh-Hans">{rewording.simplified.clone()}</td><td>{certainty}</td></tr>
            }
        });
        view! {
            <aside class="particulars">
                <h2>{words.particulars}</h2>
                <dl>{rows.into_iter().filter_map(row).collect_view()}</dl>
                <details>
                    <summary>{(words.about_reading)(plan.rewordings.len())}</summary>
                    <p>{words.about_reading_text}</p>
                    <table>
                        <thead><tr><th scope="col">{words.record}</th><th scope="col">{words.simplified}</th><th scope="col">{words.certainty}</th></tr></thead>
                        <tbody>{reworded.collect_view()}</tbody>
                    </table>
                </details>
            </aside>
        }
    }
}
