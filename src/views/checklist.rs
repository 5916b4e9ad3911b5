//! The list of a party: what is shown in one sentence, what can be done with it, its headings and tasks.

use super::rail::Rail;
use super::task::TaskCard;
use crate::domain::plan::MeasureId;
use crate::domain::summary::Count;
use crate::route::Route;
use crate::state::{Group, Store, use_store};
use crate::text::Shown;
use leptos::prelude::*;

/// The checklist view.
#[component]
pub fn Checklist() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="page">
            <Rail />
            // Leaving the list with the mouse settles it: rows kept only because they were just changed may go then.
            <main id="list" class="list" tabindex="-1"
                on:pointerleave=move |ev| if ev.pointer_type() == "mouse" { store.settle() }>
                <Head />
                <Glance />
                {move || store.groups.get().into_iter().map(|group| view! { <GroupView group /> }).collect_view()}
                <Empty />
            </main>
        </div>
    }
}

/// What is shown, and the actions on it.
#[component]
fn Head() -> impl IntoView {
    let store = use_store();
    let sentence = Memo::new(move |_| (store.words().shown)(&shown_now(store)));
    let lingering = Memo::new(move |_| store.lingering());
    let print = move || Route::Print(store.view(), false).address(&store.plan());
    view! {
        <div class="list-head">
            <p class="sentence" role="status" aria-live="polite">{move || sentence.get()}</p>
            {move || (lingering.get() > 0).then(|| view! {
                <p class="lingering">{(store.words().lingering)(lingering.get())}
                    <button type="button" class="link" on:click=move |_| store.settle()>{store.words().settle}</button></p>
            })}
            <div class="actions">
                <button type="button" disabled=move || !store.can_undo() title="Ctrl+Z" on:click=move |_| store.undo()>
                    {move || store.words().undo}</button>
                <button type="button" disabled=move || !store.can_redo() title="Ctrl+Shift+Z" on:click=move |_| store.redo()>
                    {move || store.words().redo}</button>
                <a class="button is-strong" href=print>{move || store.words().print_list}</a>
            </div>
        </div>
    }
}

/// What the list shows now, for the sentence that says so.
pub(super) fn shown_now(store: Store) -> Shown {
    let plan = store.plan();
    let scope = store.scope.get();
    let filter = store.view().filter;
    let measures = scope.all().map(|i| plan.tasks[i].measures.len()).sum();
    let done = store.ledger(|ledger| Count::of_party(&plan, ledger, store.party.get()).done);
    let mut filters = Vec::new();
    let words = store.words();
    if !filter.query.trim().is_empty() {
        filters.push((words.filter_query)(filter.query.trim()));
    }
    let label = |no: &u16| plan.sections.iter().find(|section| section.no == *no).map(|s| section_label(store, s));
    let sections: Vec<String> = filter.sections.iter().filter_map(label).collect();
    if !sections.is_empty() {
        filters.push(sections.join(words.or));
    }
    if filter.open != filter.done {
        filters.push(if filter.open { words.not_done } else { words.done }.into());
    }
    if filter.target {
        filters.push(words.has_target.into());
    }
    store.shown.with(|shown| Shown {
        party: store.party_label(store.party.get()),
        tasks: scope.all().count(),
        measures,
        of_tasks: plan.tasks.len(),
        of_measures: plan.measures().count(),
        done,
        shown_tasks: shown.tasks,
        shown_measures: shown.measures.len(),
        shown_done: shown.done,
        filters,
    })
}

/// `(一) 提高農牧業轉移人口市民化質量`, in English its English name.
pub(super) fn section_label(store: Store, section: &crate::domain::plan::Section) -> String {
    if let Some(english) = store.english(section.english.as_ref()) {
        return english;
    }
    let title = store.text_of(section.title);
    let label = section.path.last().map(|label| store.in_script(label)).unwrap_or_default();
    [label, title].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// The progress of the list as a bar, and by section where there is more than one.
#[component]
fn Glance() -> impl IntoView {
    let store = use_store();
    let groups = move || store.groups.get();
    view! {
        <ul class="glance" class:is-short=move || groups().len() < 2>
            {move || groups().into_iter().map(|group| view! { <GlanceItem group /> }).collect_view()}
        </ul>
    }
}

#[component]
fn GlanceItem(group: Group) -> impl IntoView {
    let store = use_store();
    let plan = store.plan();
    let ids = group_measures(store, &group);
    let all = ids.len();
    let count = Memo::new(move |_| {
        let party = store.party.get();
        store.ledger(|ledger| Count::of(ledger, party, ids.iter().copied()))
    });
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let target = section.as_ref().map_or_else(|| "s0".to_owned(), |section| format!("s{}", section.no));
    let full = {
        let section = section.clone();
        Memo::new(move |_| match &section {
            Some(section) => section_label(store, section),
            None => store.words().undetermined.into(),
        })
    };
    let short = section.and_then(|section| section.path.last().cloned());
    // A section's share of the width is its share of the measures.
    view! {
        <li style=format!("flex-grow:{all}")>
            <button type="button" title=move || full.get() on:click=move |_| store.ask(crate::state::Ask::Reveal(target.clone()))>
                <span class="glance-name">
                    <span aria-hidden="true" lang=move || store.name_lang()>{short}</span>
                    <span class="sr-only">{move || full.get()}</span>
                    " "<span class="figures">{move || super::parts::fraction(count.get())}</span>
                </span>
                <super::parts::Bar count=count />
            </button>
        </li>
    }
}

fn group_measures(store: Store, group: &Group) -> Vec<MeasureId> {
    let plan = store.plan();
    group.tasks.iter().flat_map(|i| plan.tasks[*i].measures.iter().map(|m| m.id)).collect()
}

/// A heading of the list with its tasks.
#[component]
fn GroupView(
    /// Which heading, which tasks.
    group: Group,
) -> impl IntoView {
    let store = use_store();
    let plan = store.plan();
    let ids = group_measures(store, &group);
    let hidden = Memo::new(move |_| !ids.iter().any(|id| store.is_shown(*id)));
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let heading = match section {
        Some(section) => view! { <SectionHeading section /> }.into_any(),
        None => view! {
            <div class="section is-undetermined">
                <h2 id="s0">{move || store.words().undetermined}</h2>
                <p>{move || store.words().undetermined_note}</p>
            </div>
        }
        .into_any(),
    };
    view! {
        <section hidden=move || hidden.get()>
            {heading}
            {group.tasks.into_iter().map(|index| view! { <TaskCard index /> }).collect_view()}
        </section>
    }
}

#[component]
fn SectionHeading(section: crate::domain::plan::Section) -> impl IntoView {
    let store = use_store();
    let label = section.path.last().cloned();
    let title = section.title;
    view! {
        <div class="section">
            <h2 id=format!("s{}", section.no)>
                <span lang=move || store.text_lang()>
                    <span class="section-no">{label}</span>{move || store.text_of(title)}
                </span>
                {move || store.english(section.english.as_ref()).map(|name| view! { <span class="english" lang="en">{name}</span> })}
            </h2>
        </div>
    }
}

/// What stands in the list's place when nothing is shown.
#[component]
fn Empty() -> impl IntoView {
    let store = use_store();
    let nothing = Memo::new(move |_| store.shown.with(|shown| shown.measures.is_empty()) && store.lingering() == 0);
    let filtered = Memo::new(move |_| !store.view().filter.is_empty());
    move || {
        nothing.get().then(|| {
            let words = store.words();
            view! {
                <div class="empty">
                    <p>{if filtered.get() { words.nothing_matches } else { words.nothing_here }}</p>
                    {filtered.get().then(|| view! {
                        <button type="button" on:click=move |_| store.clear_filter()>{words.clear_filter}</button>
                    })}
                </div>
            }
        })
    }
}
