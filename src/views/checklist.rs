//! The list of a party: one sentence that says what is shown, the actions on it, its headings and tasks.

use super::english;
use super::finder::finder;
use super::lazy::lazy;
use super::live::{BoolFn, El, TextFn, View, all, button, el, is, keyed, part, says, text_lang, word};
use super::parts::{bar, figures, fraction, mixed};
use super::task::task_card;
use crate::domain::party::Party;
use crate::domain::plan::{Section, Upper};
use crate::domain::rollup::Count;
use crate::route::{Print, Route};
use crate::state::names::done_words;
use crate::state::{Command, Group, Store, use_store};
use crate::text::ListSummary;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use std::cell::RefCell;

/// A list of more measures than this is long, and is drawn piece by piece.
const LONG: usize = 2_000;

/// The least number of measures in the first piece of a long list: some windows full, and soon drawn. Later pieces, which
/// nobody sees yet, have four times as many, as each of them takes a frame of its own.
const PIECE: usize = 150;

/// How many tasks of a long list are visible when it is opened, even on a high screen. These are laid out at once, so that
/// nothing moves; the others when they come into view. In shorter lists all are laid out at once: an element that is not laid
/// out has no position yet, so that checks and screen readers, which look for elements by position, see one thing on top of
/// another.
const NEAR: usize = 8;

/// The checklist view.
pub fn checklist() -> View {
    let store = use_store();
    // When the pointer leaves the list, rows that are shown only because they were just changed may go.
    let leave = move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            store.settle();
        }
    };
    let groups = part(move || {
        let groups = store.groups();
        let mut views = vec![glance(&groups)];
        let groups = placed(groups);
        if store.measures() > LONG {
            store.draw_first();
            views.extend(pieces(store, groups).into_iter().enumerate().map(piece));
        } else {
            views.extend(groups.into_iter().map(group_view));
        }
        all(views)
    });
    let lazy = lazy();
    let notes = keyed(says(move || lazy.key().to_owned()), move || lazy.draw_if_there(|views| (views.notes)()));
    let whole = is(move || store.party() == Party::Coordinator);
    let list = el("main").id("list").class("list").class_if("is-whole", whole).set("tabindex", "-1");
    let list = list
        .on_pointer("pointerleave", leave)
        .child(notes)
        .child(head())
        .child(english::note())
        .child(groups)
        .child(empty());
    el("div").class("page").child(finder()).child(list).view()
}

/// The head of the list: the sentence that says what is shown, and the actions.
fn head() -> View {
    let store = use_store();
    let linger = says(move || (store.lingering() > 0).to_string());
    let lingering = keyed(linger, move || {
        let settle = button(word(|w| w.settle), move || store.settle()).class("link");
        let how_many = says(move || (store.words().lingering)(store.lingering()));
        (store.lingering() > 0).then(|| el("p").class("lingering").says(how_many).child(settle).view()).into()
    });
    let sentence = says(move || (store.words().shown)(&shown_now(store)));
    let drawn = move |text: TextFn| keyed(text.clone(), move || mixed(store.lang(), &text(), "zh"));
    // A screen reader hears the sentence once a person who types pauses, not with every key.
    let (now, said) = (sentence.clone(), RefCell::new(String::new()));
    let said = says(move || {
        if !store.is_typing() {
            *said.borrow_mut() = now();
        }
        said.borrow().clone()
    });
    let said = el("p").class("sr-only said").set("role", "status").set("aria-live", "polite").child(drawn(said));
    let undo = button(word(|w| w.undo), move || store.undo()).set("title", "Ctrl+Z");
    let redo = button(word(|w| w.redo), move || store.redo()).set("title", "Ctrl+Shift+Z");
    let address = says(move || store.address(&Route::Print(Print::of(store.view()))));
    let actions = el("div")
        .class("actions")
        .child(undo.flag("disabled", is(move || !store.can_undo())))
        .child(redo.flag("disabled", is(move || !store.can_redo())))
        .child(el("a").class("button is-strong").live("href", address).says(word(|w| w.print_list)));
    el("div")
        .class("list-head")
        .child(el("p").class("sentence").set("aria-hidden", "true").child(drawn(sentence)))
        .child(said)
        .child(lingering)
        .child(actions)
        .view()
}

/// The figures of the sentence that says what the list shows.
fn shown_now(store: Store) -> ListSummary {
    let filters = store.filter_words(store.words(), |section| store.section_label(section));
    store.shown(|shown| ListSummary {
        party: store.party_label(store.party()),
        list: store.total(store.party()),
        done_word: done_words(store.words(), store.party()).0,
        shown: shown.total,
        filters,
    })
}

/// Progress by section at a glance, by which one section is chosen. A section's share of the width is its share of the measures. The bar
/// shows what is reported, and over it what is done.
fn glance(groups: &[Group]) -> View {
    if groups.len() < 2 {
        return View::Nothing;
    }
    let store = use_store();
    let name = word(|w| w.section);
    let every = el("span").class("glance-name").says(word(|w| w.stages[0]));
    let all = glance_item(None, is(move || store.view().filter.sections.is_empty())).child(every);
    el("fieldset")
        .class("glance")
        .child(el("legend").class("sr-only").says(name))
        .child(all)
        .children(groups.iter().map(glance_section))
        .view()
}

/// What chooses one section, or for `None` all of them.
fn glance_item(section: Option<u16>, on: BoolFn) -> El {
    let store = use_store();
    let input = el("input").set("type", "radio").set("name", "glance");
    let input = input.checked(on.clone()).switch(move |_| store.choose_section(section));
    el("label").class("glance-item").class_if("is-on", on).child(input)
}

fn glance_section(group: &Group) -> View {
    let store = use_store();
    let plan = store.plan();
    let card = store.heading_row(group.section);
    let measures: usize = group.tasks.iter().filter_map(|i| plan.tasks.get(*i)).map(|task| task.measures.len()).sum();
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let no = section.as_ref().map(|section| section.no);
    let short = section.as_ref().map(|section| plan.section_number(section)).unwrap_or_default();
    let full = says(move || match &section {
        Some(section) => store.section_label(section),
        None => store.words().undetermined.into(),
    });
    let name = el("span")
        .class("glance-name")
        .child(el("span").set("aria-hidden", "true").set("lang", "zh-Hant").text(short))
        .child(el("span").class("sr-only").says(full.clone()))
        .text(" ")
        .child(figures(move || fraction(card.get().count)));
    let made = move || Count { done: card.get().made, ..card.get().count };
    let bars = el("span").class("glance-bars").child(bar(made)).child(bar(move || card.get().count));
    // What is under no section of the plan cannot be chosen by one.
    let item = if no.is_some() {
        glance_item(no, is(move || no.is_some_and(|no| store.view().filter.sections.contains(&no))))
    } else {
        el("span").class("glance-item")
    };
    let item = item.set("style", &format!("flex-grow:{measures}")).live("title", full);
    item.child(name).child(bars).view()
}

fn heading_id(section: Option<&Section>) -> String {
    format!("s{}", section.map_or(0, |section| section.no))
}

/// A heading with its tasks, and how many tasks come before it in the list.
type Placed = (Group, usize);

fn placed(groups: Vec<Group>) -> Vec<Placed> {
    let mut before = 0;
    let mut place = |group: Group| {
        let at = before;
        before += group.tasks.len();
        (group, at)
    };
    groups.into_iter().map(&mut place).collect()
}

/// Divides the headings of a long list into pieces.
fn pieces(store: Store, groups: Vec<Placed>) -> Vec<Vec<Placed>> {
    let tasks = &store.plan().tasks;
    let measures = |group: &Group| -> usize {
        group.tasks.iter().filter_map(|i| tasks.get(*i)).map(|task| task.measures.len()).sum()
    };
    let (mut pieces, mut room) = (Vec::new(), 0);
    for group in groups {
        let size = measures(&group.0);
        match pieces.last_mut() {
            Some(piece) if room > 0 => Vec::push(piece, group),
            _ => {
                room = if pieces.is_empty() { PIECE } else { 4 * PIECE };
                pieces.push(vec![group]);
            }
        }
        room = room.saturating_sub(size);
    }
    pieces
}

/// A piece of a long list, drawn when its turn comes; it then calls for the next one.
fn piece((place, groups): (usize, Vec<Placed>)) -> View {
    let store = use_store();
    keyed(says(move || store.draws(place).to_string()), move || {
        if !store.draws(place) {
            return View::Nothing;
        }
        if place > 0 {
            store.command(Command::DrawOn);
        }
        all(groups.iter().cloned().map(group_view).collect())
    })
}

/// A heading of the list with its tasks.
fn group_view((group, before): Placed) -> View {
    let store = use_store();
    let plan = store.plan();
    let card = store.heading_row(group.section);
    let hidden = is(move || !card.get().shown);
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let id = heading_id(section.as_ref());
    let title = el("h2").id(&id).set("tabindex", "-1");
    let is_long = untrack(|| store.measures()) > LONG;
    let tasks = group.tasks.into_iter().enumerate();
    let tasks = tasks.map(move |(n, i)| task_card(i, is_long && before + n >= NEAR));
    let heading = match section {
        Some(section) => {
            let over = (!section.over.is_empty()).then(|| headings_over(&section));
            el("div").class("section").child(over).child(section_heading(title, &section))
        }
        None => el("div")
            .class("section is-undetermined")
            .child(title.says(word(|w| w.undetermined)))
            .child(el("p").child(part(move || mixed(store.lang(), store.words().undetermined_note, "zh-Hant")))),
    };
    el("section").flag("hidden", hidden).child(heading).children(tasks).view()
}

/// The headings over a section, in one line: each section has them, as those before it may not be shown.
fn headings_over(section: &Section) -> El {
    let store = use_store();
    let plan = store.plan();
    let heading = |upper: &Upper| {
        let (label, title) = (plan.text(upper.label).to_owned(), upper.title);
        let number = el("span").class("section-no").says(says(move || store.in_script(&label)));
        el("span").class("section-over").child(number).child(part(move || english::text(store, title, &[], &[])))
    };
    el("p").live("lang", text_lang()).children(section.over.iter().map(|upper| heading(upper).view()))
}

fn section_heading(title: El, section: &Section) -> El {
    let store = use_store();
    let label = section.path.last().cloned().unwrap_or_default();
    let words = section.title;
    let number = el("span").class("section-no").says(says(move || store.in_script(&label)));
    let name = el("span").live("lang", text_lang()).child(number);
    title.child(name.child(part(move || english::text(store, words, &[], &[]))))
}

/// The text in place of the list when nothing is shown.
fn empty() -> View {
    let store = use_store();
    let nothing = move || store.shown(|shown| shown.measures.is_empty()) && store.lingering() == 0;
    let filtered = move || !store.view().filter.is_empty();
    let why = says(move || if nothing() { filtered().to_string() } else { String::new() });
    keyed(why, move || {
        let filtered = filtered();
        let why = word(if filtered { |w| w.nothing_matches } else { |w| w.nothing_here });
        let clear = filtered.then(|| button(word(|w| w.clear_filter), move || store.clear_filter()));
        nothing().then(|| el("div").class("empty").child(el("p").says(why)).child(clear).view()).into()
    })
}
