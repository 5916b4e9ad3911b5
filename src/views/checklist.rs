//! The list of a party: one sentence that says what is shown, the actions on it, its headings and tasks.

use super::english;
use super::lazy::lazy;
use super::live::{El, TextFn, View, all, button, el, is, keyed, part, says, text_lang, word};
use super::parts::{bar, figures, fraction, mixed};
use super::rail::rail;
use super::task::task_card;
use crate::domain::party::Party;
use crate::domain::plan::Section;
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
    el("div").class("page").child(rail()).child(list).view()
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

/// Progress by section at a glance. A section's share of the width is its share of the measures.
fn glance(groups: &[Group]) -> View {
    let class = if groups.len() < 2 { "glance is-short" } else { "glance" };
    el("ul").class(class).children(groups.iter().map(glance_item)).view()
}

fn glance_item(group: &Group) -> View {
    let store = use_store();
    let plan = store.plan();
    let card = store.heading_row(group.section);
    let measures: usize = group.tasks.iter().filter_map(|i| plan.tasks.get(*i)).map(|task| task.measures.len()).sum();
    let grow = format!("flex-grow:{measures}");
    let section = group.section.and_then(|i| plan.sections.get(i)).cloned();
    let target = heading_id(section.as_ref());
    let short = section.as_ref().and_then(|section| section.path.last().cloned()).unwrap_or_default();
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
    let go = el("button").set("type", "button").live("title", full);
    let go =
        go.press(move || store.command(Command::GoTo(target.clone()))).child(name).child(bar(move || card.get().count));
    el("li").set("style", &grow).child(go).view()
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
        Some(section) => el("div").class("section").child(section_heading(title, section)),
        None => el("div")
            .class("section is-undetermined")
            .child(title.says(word(|w| w.undetermined)))
            .child(el("p").child(part(move || mixed(store.lang(), store.words().undetermined_note, "zh-Hant")))),
    };
    el("section").flag("hidden", hidden).child(heading).children(tasks).view()
}

fn section_heading(title: El, section: Section) -> El {
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
