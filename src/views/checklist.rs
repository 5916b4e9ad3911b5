//! The list of a party: what is shown in one sentence, what can be done with it, its headings and tasks.

use super::live::{is, maybe, part, press, says, word};
use super::parts::{bar, english, fraction};
use super::rail::rail;
use super::task::task_card;
use crate::domain::plan::{MeasureId, Section};
use crate::route::Route;
use crate::state::{Ask, Group, Store, use_store};
use crate::text::Shown;
use leptos::prelude::*;

/// The checklist view.
pub fn checklist() -> AnyView {
    let store = use_store();
    // Leaving the list with the mouse settles it: rows kept only because they were just changed may go then.
    let leave = move |event: leptos::ev::PointerEvent| {
        if event.pointer_type() == "mouse" {
            store.settle();
        }
    };
    view! {
        <div class="page">
            {rail()}
            <main id="list" class="list" tabindex="-1" on:pointerleave=leave>
                {head()}
                {part(move || {
                    let groups = store.groups();
                    view! { {glance(&groups)} {groups.into_iter().map(group_view).collect::<Vec<_>>()} }.into_any()
                })}
                {empty()}
            </main>
        </div>
    }
    .into_any()
}

/// What is shown, and the actions on it.
fn head() -> AnyView {
    let store = use_store();
    let lingering = maybe(move || {
        let n = store.lingering();
        (n > 0).then(|| {
            view! {
                <p class="lingering">{(store.words().lingering)(n)}
                    <button type="button" class="link" on:click=press(move || store.settle())>{word(|w| w.settle)}</button></p>
            }
            .into_any()
        })
    });
    view! {
        <div class="list-head">
            <p class="sentence" role="status" aria-live="polite">{says(move || (store.words().shown)(&shown_now(store)))}</p>
            {lingering}
            <div class="actions">
                <button type="button" disabled=is(move || !store.can_undo()) title="Ctrl+Z"
                    on:click=press(move || store.undo())>{word(|w| w.undo)}</button>
                <button type="button" disabled=is(move || !store.can_redo()) title="Ctrl+Shift+Z"
                    on:click=press(move || store.redo())>{word(|w| w.redo)}</button>
                <a class="button is-strong" href=says(move || Route::Print(store.view(), false).address(&store.plan()))>
                    {word(|w| w.print_list)}</a>
            </div>
        </div>
    }
    .into_any()
}

/// What the list shows now, for the sentence that says so.
fn shown_now(store: Store) -> Shown {
    let plan = store.plan();
    let list: Vec<MeasureId> = plan.scope_measures(store.party());
    let filters = store.filter_words(store.words(), |section| section_label(store, section));
    store.shown(|shown| Shown {
        party: store.party_label(store.party()),
        tasks: store.scope(|scope| scope.all().count()),
        measures: list.len(),
        of_tasks: plan.tasks.len(),
        of_measures: plan.measures().count(),
        done: store.count(&list).done,
        shown_tasks: shown.tasks,
        shown_measures: shown.measures.len(),
        shown_done: shown.done,
        filters,
    })
}

/// `(一) 提高農牧業轉移人口市民化質量`, in English its English name.
pub(super) fn section_label(store: Store, section: &Section) -> String {
    if let Some(english) = store.english(section.english.as_ref()) {
        return english;
    }
    let title = store.text_of(section.title);
    match section.path.last() {
        // A full-width bracket brings its own space.
        Some(label) => {
            let label = store.in_script(label);
            let space = if label.ends_with('）') || title.is_empty() { "" } else { " " };
            format!("{label}{space}{title}")
        }
        None => title,
    }
}

/// Progress by section in a glance. A section's share of the width is its share of the measures.
fn glance(groups: &[Group]) -> AnyView {
    let items: Vec<AnyView> = groups.iter().map(glance_item).collect();
    view! { <ul class="glance" class:is-short=groups.len() < 2>{items}</ul> }.into_any()
}

fn glance_item(group: &Group) -> AnyView {
    let store = use_store();
    let plan = store.plan();
    let ids = group_measures(store, group);
    let grow = format!("flex-grow:{}", ids.len());
    let count = Signal::derive(move || store.count(&ids));
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let target = heading_id(section.as_ref());
    let short = section.as_ref().and_then(|section| section.path.last().cloned());
    let full = says(move || match &section {
        Some(section) => section_label(store, section),
        None => store.words().undetermined.into(),
    });
    view! {
        <li style=grow>
            <button type="button" title=full on:click=press(move || store.ask(Ask::GoTo(target.clone())))>
                <span class="glance-name">
                    <span aria-hidden="true" lang="zh-Hant">{short}</span>
                    <span class="sr-only">{full}</span>
                    " "<span class="figures">{says(move || fraction(count.get()))}</span>
                </span>
                {bar(count)}
            </button>
        </li>
    }
    .into_any()
}

fn group_measures(store: Store, group: &Group) -> Vec<MeasureId> {
    let plan = store.plan();
    let tasks = group.tasks.iter().filter_map(|i| plan.tasks.get(*i));
    tasks.flat_map(|task| task.measures.iter().map(|m| m.id)).collect()
}

fn heading_id(section: Option<&Section>) -> String {
    format!("s{}", section.map_or(0, |section| section.no))
}

/// A heading of the list with its tasks.
fn group_view(group: Group) -> AnyView {
    let store = use_store();
    let plan = store.plan();
    let ids = group_measures(store, &group);
    let hidden = is(move || !ids.iter().any(|id| store.is_shown(*id)));
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let id = heading_id(section.as_ref());
    let heading = match section {
        Some(section) => section_heading(section),
        None => word(|w| w.undetermined).into_any(),
    };
    let undetermined = group.section.is_none();
    let note = undetermined.then(|| view! { <p>{word(|w| w.undetermined_note)}</p> });
    let tasks: Vec<AnyView> = group.tasks.into_iter().map(task_card).collect();
    view! {
        <section hidden=hidden>
            <div class="section" class:is-undetermined=undetermined><h2 id=id tabindex="-1">{heading}</h2>{note}</div>
            {tasks}
        </section>
    }
    .into_any()
}

fn section_heading(section: Section) -> AnyView {
    let store = use_store();
    let label = section.path.last().cloned().unwrap_or_default();
    let title = section.title;
    view! {
        <span lang=store.text_lang_signal()><span class="section-no">{says(move || store.in_script(&label))}</span>{says(move || store.text_of(title))}</span>
        {maybe(move || store.english(section.english.as_ref()).map(english))}
    }
    .into_any()
}

/// What stands in the list's place when nothing is shown.
fn empty() -> AnyView {
    let store = use_store();
    maybe(move || {
        let nothing = store.shown(|shown| shown.measures.is_empty()) && store.lingering() == 0;
        let filtered = !store.view().filter.is_empty();
        let words = store.words();
        nothing.then(|| {
            let clear = filtered.then(|| {
                view! { <button type="button" on:click=press(move || store.clear_filter())>{words.clear_filter}</button> }
            });
            let why = if filtered { words.nothing_matches } else { words.nothing_here };
            view! { <div class="empty"><p>{why}</p>{clear}</div> }.into_any()
        })
    })
    .into_any()
}
