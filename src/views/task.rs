//! One task of the list: its number and title, its measures, its responsibility.

use super::dues::dues_footer;
use super::english;
use super::live::{View, all, el, is, keyed, says, text_lang, word};
use super::measure::measure_row;
use super::parts::{bar, fraction, marked_name};
use crate::domain::party::Party;
use crate::domain::plan::{Assignment, Label, Role, Task};
use crate::route::{ListView, Route};
use crate::state::names::Name;
use crate::state::{Row, Store, use_store};
use leptos::prelude::*;

/// A task with its measures; `index` is its place in the plan's tasks. The task is hidden when none of its measures is shown.
/// If it is far down a long list (`is_far`), it is laid out only once it comes into view.
pub fn task_card(index: usize, is_far: bool) -> View {
    let store = use_store();
    let plan = store.plan();
    let Some(task) = plan.tasks.get(index).cloned() else { return View::Nothing };
    let card = store.task_row(index);
    let hidden = is(move || !card.get().shown);
    let no = task.no;
    let pointed = is(move || card.get().pointed);
    let units = task.clone();
    let title = task.title;
    let (place, heading) = (format!("t{no}"), format!("h{no}"));
    let drawn = says(move || card.get().drawn.to_string());
    let words = keyed(drawn, move || english::text(store, title, &[], &store.terms()));
    let title = el("h3").id(&heading).child(el("span").live("lang", text_lang()).child(words));
    let figures = el("span")
        .class("figures")
        .child(el("span").class("sr-only").says(word(|w| w.done_of)))
        .says(says(move || fraction(card.get().count)));
    let address = store.place_address(&place);
    let number = el("a").class("task-no").set("href", &address).live("title", word(|w| w.link_to_task));
    let head = el("header")
        .class("task-head")
        .child(number.text(no.to_string()))
        .child(title)
        .child(el("span").class("progress").child(bar(move || card.get().count)).child(figures));
    let mut label = Label { task: no, n: 0 };
    el("article")
        .id(&place)
        .class(if is_far { "task is-far" } else { "task" })
        .set_if(is_far, "style", &format!("--lines:{}", lines(&task)))
        .class_if("is-pointed", pointed)
        .flag("hidden", hidden)
        .set("aria-labelledby", &heading)
        .child(head)
        .child(el("ol").class("measures").children(task.measures.into_iter().map(|measure| {
            label.n = label.n.wrapping_add(1);
            measure_row(label, measure)
        })))
        .child(dues_footer(index, card))
        .child(units_footer(units, card))
        .view()
}

/// The estimated number of lines of the task's measures, with the space around them: a task that is not laid out yet takes
/// this much, so that the scroll bar is about right.
fn lines(task: &Task) -> usize {
    // About 46 characters, of three bytes each, fit a line of the list in a usual window.
    task.measures.iter().map(|measure| 1 + (measure.span.end - measure.span.start) as usize / (46 * 3)).sum::<usize>()
        + task.measures.len().div_ceil(2)
}

/// The responsibility of a task, in printed order; each unit is a link to its own list.
fn units_footer(task: Task, card: RwSignal<Row>) -> View {
    let store = use_store();
    let open = task.responsibilities.iter().any(|statement| statement.open);
    let chips = keyed(says(move || card.get().named.to_string()), move || {
        let mut chips: Vec<View> = task.assigned().map(|assigned| chip(store, assigned)).collect();
        if open {
            chips.push(el("li").class("and-others").text(store.words().and_others).view());
        }
        all(chips)
    });
    el("footer")
        .class("units")
        .child(el("span").class("label").says(word(|w| w.responsible_units)))
        .child(el("ul").child(chips))
        .view()
}

fn chip(store: Store, assigned: Assignment) -> View {
    let words = store.words();
    let role = match assigned.role {
        Role::Lead => words.role_lead,
        Role::Support => words.role_support,
        Role::Responsible => "",
    };
    let plan = store.plan();
    let party = Party::of(assigned.who);
    let english =
        store.reading_in_english().and_then(|reading| reading.plain(plan.text(assigned.span))).map(str::to_owned);
    let mut name = Name { chinese: store.text_of(assigned.span), english };
    if let Some(party) = party {
        let Name { chinese, english } = store.party_name(party);
        name.english = english;
        // What is printed may not be what was mended.
        if !plan.corrections.is_empty() {
            name.chinese = chinese;
        }
    }
    let link = party.map(|party| store.address(&Route::List(ListView { party, ..ListView::default() })));
    let own = store.party().is_named(assigned.who);
    let class = match (link.is_some(), own) {
        (true, true) => "chip is-own",
        (true, false) => "chip",
        (false, true) => "chip is-formula is-own",
        (false, false) => "chip is-formula",
    };
    let hits = store.hits_in_name(assigned.who, &name.chinese);
    let name = marked_name(name, store.text_lang(), &hits);
    // Plain text without a link: no list stands for all localities.
    let mut chip = el(if link.is_some() { "a" } else { "span" }).class(class).set_if(own, "aria-current", "true");
    if let Some(address) = link {
        chip = chip.set("href", &address);
    }
    let role = (!role.is_empty()).then(|| el("small").class("role").text(role));
    el("li").child(chip.child(name).child(role)).view()
}
