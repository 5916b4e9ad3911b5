//! One task of the list: its number and title, its measures, who answers for it.

use super::measure::MeasureRow;
use super::parts::{Bar, NameText, Runs, fraction};
use crate::domain::filter::hits;
use crate::domain::party::Party;
use crate::domain::plan::{Assignee, MeasureId, Role, Task};
use crate::domain::reading::Script;
use crate::domain::runs::runs;
use crate::domain::summary::Count;
use crate::route::{Anchor, ListView, Route};
use crate::state::{Store, use_store};
use leptos::prelude::*;

/// A task with its measures. Hidden as a whole when none of them is shown.
#[component]
pub fn TaskCard(
    /// Its place among the plan's tasks.
    index: usize,
) -> impl IntoView {
    let store = use_store();
    let plan = store.plan();
    let task = plan.tasks[index].clone();
    let ids: Vec<MeasureId> = task.measures.iter().map(|m| m.id).collect();
    let of_task = ids.clone();
    let hidden = Memo::new(move |_| !ids.iter().any(|id| store.is_shown(*id)));
    let count = Memo::new(move |_| {
        let party = store.party.get();
        store.ledger(|ledger| Count::of(ledger, party, of_task.iter().copied()))
    });
    let id = task.id;
    let pointed = Memo::new(move |_| store.pointed() == Some(Anchor::Task(id)));
    let english = task.english.clone();
    let units = task.clone();
    let title = task.clone();
    let heading = format!("h{id}");
    let labelled_by = heading.clone();
    view! {
        <article id=format!("t{id}") class="task" class:is-pointed=move || pointed.get() hidden=move || hidden.get()
            aria-labelledby=labelled_by>
            <header class="task-head">
                <a class="task-no" href=format!("#t{id}") title=move || store.words().link_to_task>{id.to_string()}</a>
                <h3 id=heading>
                    <span lang=move || store.text_lang()>{move || task_title(store, &title)}</span>
                    {move || store.english(english.as_ref()).map(|name| view! { <span class="english" lang="en">{name}</span> })}
                </h3>
                <span class="progress">
                    <Bar count=count />
                    <span class="figures">
                        <span class="sr-only">{move || store.words().done_of}</span>
                        {move || fraction(count.get())}
                    </span>
                </span>
            </header>
            <ol class="measures">
                {task.measures.into_iter().map(|measure| view! { <MeasureRow measure /> }).collect_view()}
            </ol>
            <Units task=units />
        </article>
    }
}

fn task_title(store: Store, task: &Task) -> impl IntoView + use<> {
    let plan = store.plan();
    let record = plan.text(task.title);
    let reading = store.reading_of(task.title);
    let script = store.script.get();
    let hits = hits(record, &reading, script, &store.terms.get());
    let text = if script == Script::Record { record } else { reading.text() };
    view! { <Runs runs=runs(text, &[], &hits) /> }
}

/// Who answers for a task, in printed order: each unit leads to its own list.
#[component]
fn Units(
    /// The task.
    task: Task,
) -> impl IntoView {
    let store = use_store();
    let open = task.responsibilities.iter().any(|statement| statement.open);
    view! {
        <footer class="units">
            <span class="label">{move || store.words().responsible_units}</span>
            <ul>
                {move || task.assigned().map(|assigned| chip(store, assigned.who, assigned.role, store.text_of(assigned.span))).collect_view()}
                {move || open.then(|| view! { <li class="and-others">{store.words().and_others}</li> })}
            </ul>
        </footer>
    }
}

fn chip(store: Store, who: Assignee, role: Role, printed: String) -> impl IntoView + use<> {
    let words = store.words();
    let role = match role {
        Role::Lead => Some(words.role_lead),
        Role::Support => Some(words.role_support),
        Role::Responsible => None,
    }
    .map(|role| view! { <small class="role">{role}</small> });
    let lang = store.text_lang();
    match who {
        Assignee::Unit(unit) => {
            let party = Party::Unit(unit);
            let plan = store.plan();
            let own = store.party.get() == party;
            let english = plan.units.get(unit).and_then(|unit| store.english(unit.english.as_ref()));
            let name = crate::state::names::Name { chinese: printed, english };
            let href = Route::List(ListView { party, ..ListView::default() }).address(&plan);
            let current = own.then_some("true");
            view! { <li><a class="chip" class:is-own=own aria-current=current href=href><NameText name lang />{role}</a></li> }.into_any()
        }
        Assignee::Localities(_) => {
            let own = matches!(store.party.get(), Party::Locality(_));
            view! { <li><span class="chip is-formula" class:is-own=own lang=lang>{printed}{role}</span></li> }.into_any()
        }
        Assignee::Generic => view! { <li><span class="chip is-formula" lang=lang>{printed}{role}</span></li> }.into_any(),
    }
}
