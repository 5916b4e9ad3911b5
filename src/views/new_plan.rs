//! Bringing in a plan: its text, what was read of it, what a person should look at, and keeping it.

use super::live::{Dynamic, View, all, button, el, part, says};
use super::parts::mixed;
use super::plans::{Brought, Shelves, plan_words};
use crate::domain::plan::{Assignee, Measure, Plan, Task};
use crate::reader::{self, Diagnostic, Read};
use crate::state::{Store, use_store};
use crate::text::plans::PlanWords;
use leptos::prelude::*;
use std::sync::Arc;

const TEXT: &str = "plan-text";
const FILE: &str = "plan-file";

/// So long a person who types has to pause before the text is read, in milliseconds.
const PAUSE: i32 = 400;

/// So many measures are listed in full; of a longer plan the tasks beyond are listed by their titles.
const MOST_MEASURES: usize = 1_000;

/// So many characters before and behind what is to be looked at are shown with it.
const AROUND: usize = 18;

/// What is being brought in. One for the page: a file is read while the view may be drawn again.
#[derive(Clone, Copy)]
struct Draft {
    text: RwSignal<String>,
    /// How often the text changed.
    turn: RwSignal<u32>,
    /// What was read of it; `None` while there is no text.
    read: RwSignal<Option<Arc<Read>>>,
    /// Why a file, or keeping the plan, failed.
    fault: RwSignal<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    None,
    File(Brought),
    Keep(crate::domain::fault::NotChanged),
}

/// The view.
pub fn new_plan(shelves: Shelves) -> View {
    let store = use_store();
    let draft = Draft {
        text: RwSignal::new((shelves.draft)()),
        turn: RwSignal::new(0),
        read: RwSignal::new(None),
        fault: RwSignal::new(Fault::None),
    };
    read(shelves, draft);
    provide_context(draft);
    let area = el("textarea")
        .id(TEXT)
        .set("rows", "12")
        .set("spellcheck", "false")
        .value(says(move || draft.text.get()))
        .input(move |text| type_in(store, shelves, draft, text));
    let owner = Owner::current().unwrap_or_default();
    let choose = move |_| {
        let owner = owner.clone();
        (shelves.read_file)(FILE, Box::new(move |brought| owner.with(|| bring(shelves, draft, brought))));
    };
    let file = el("input").set("type", "file").id(FILE).choose(choose);
    let label = |word: fn(&PlanWords) -> &'static str| says(move || word(plan_words(store)).to_owned());
    el("main")
        .id("list")
        .class("data new-plan")
        .set("tabindex", "-1")
        .child(
            el("section")
                .child(el("h2").says(label(|w| w.new_plan)))
                .child(el("p").says(label(|w| w.new_text)))
                .child(
                    el("label")
                        .class("file")
                        .child(el("span").class("label").says(label(|w| w.choose_file)))
                        .child(file),
                )
                .child(
                    el("label")
                        .class("field")
                        .child(el("span").class("label").says(label(|w| w.paste_here)))
                        .child(area),
                ),
        )
        .child(el("div").set("role", "status").child(outcome(store, draft)))
        .child(review(store, shelves, draft))
        .view()
}

/// Keeps what is typed, and reads it once the person pauses.
fn type_in(store: Store, shelves: Shelves, draft: Draft, text: String) {
    draft.text.set(text);
    draft.turn.update(|turn| *turn = turn.wrapping_add(1));
    let turn = draft.turn.get_untracked();
    let pause = move || {
        // The view may have been left meanwhile.
        if draft.turn.try_get_untracked() == Some(turn) {
            read(shelves, draft);
        }
    };
    (shelves.after)(store, PAUSE, Box::new(pause));
}

/// Takes in what a file brought.
fn bring(shelves: Shelves, draft: Draft, brought: Brought) {
    if draft.turn.try_get_untracked().is_none() {
        return;
    }
    match brought {
        Brought::Text(text) => {
            draft.text.set(text);
            draft.turn.update(|turn| *turn = turn.wrapping_add(1));
            read(shelves, draft);
        }
        fault => draft.fault.set(Fault::File(fault)),
    }
}

/// Reads the text, and keeps it as a draft.
fn read(shelves: Shelves, draft: Draft) {
    draft.fault.set(Fault::None);
    let mut text = draft.text.get_untracked();
    let read = if let Some(plan) = (shelves.plan_of)(&text) {
        // Of a plan file the field shows what the plan says.
        text.clone_from(&plan.source);
        draft.text.set(text.clone());
        Some(Read { plan, diagnostics: Vec::new() })
    } else {
        (!text.trim().is_empty()).then(|| reader::read(&text))
    };
    (shelves.keep_draft)(&text);
    draft.read.set(read.map(Arc::new));
}

/// What came of it, in a line.
fn outcome(store: Store, draft: Draft) -> Dynamic {
    part(move || {
        let words = plan_words(store);
        let fault = match draft.fault.get() {
            Fault::None => None,
            Fault::File(Brought::TooLarge(name)) => Some((words.too_large)(&name)),
            Fault::File(Brought::Unreadable(name) | Brought::Text(name)) => Some((words.unreadable)(&name)),
            Fault::Keep(why) => Some((words.not_changed)(&why).to_owned()),
        };
        let fault = fault.map(|text| el("p").class("doubt").child(mixed(store.lang(), &text, "zh")));
        let read = draft.read.with(|read| read.as_ref().map(|read| summary(words, read)));
        all(vec![fault.into(), read.map(|text| el("p").class("data-state").text(text)).into()])
    })
}

fn summary(words: &PlanWords, read: &Read) -> String {
    let plan = &read.plan;
    if plan.tasks.is_empty() {
        return words.no_plan.to_owned();
    }
    let counts =
        [plan.sections.len(), plan.tasks.len(), plan.measures().count(), plan.units.len(), read.diagnostics.len()];
    (words.read)(counts)
}

/// What was read, to be looked through; and the button that keeps it.
fn review(store: Store, shelves: Shelves, draft: Draft) -> Dynamic {
    part(move || {
        let Some(read) = draft.read.get().filter(|read| !read.plan.tasks.is_empty()) else { return View::Nothing };
        let words = plan_words(store);
        let title = read.plan.text(read.plan.meta.title);
        let title = if title.is_empty() { words.untitled } else { title };
        let plan = read.plan.clone();
        let keep = button(says(move || plan_words(store).keep.to_owned()), move || {
            if let Err(why) = (shelves.keep)(store, plan.clone()) {
                draft.fault.set(Fault::Keep(why));
            }
        });
        let keep = el("div").class("actions").child(keep.class("is-strong").id("keep-plan"));
        el("section")
            .child(el("h2").text(words.outline))
            .child(keep)
            .child(el("p").text(words.keep_text))
            .child(remarks(words, &read))
            .child(el("p").class("document-title").set("lang", "zh").text(title))
            .child(outline(words, &read.plan))
            .view()
    })
}

/// What a person should look at, each with the words around it.
fn remarks(words: &PlanWords, read: &Read) -> Option<View> {
    let remark = |remark: &Diagnostic| {
        let (before, it, behind) = around(&read.plan.source, remark.span.begins()..remark.span.ends());
        let source = el("span").set("lang", "zh").text(before).child(el("mark").text(it)).text(behind);
        let why = el("b").text((words.remark)(remark.kind.code()));
        el("li").child(why).text("：").child(source).view()
    };
    let list = read.diagnostics.iter().map(remark);
    (!read.diagnostics.is_empty()).then(|| {
        let heading = el("h3").text(words.look_at);
        el("div").class("remarks").child(heading).child(el("ul").children(list)).view()
    })
}

/// A range of a text on one line, with a few characters around it.
fn around(source: &str, range: std::ops::Range<usize>) -> (String, String, String) {
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (Some(before), Some(it), Some(behind)) =
        (source.get(..range.start), source.get(range.clone()), source.get(range.end..))
    else {
        return Default::default();
    };
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    let it: String = it.chars().take(4 * AROUND).collect();
    (on_one_line(&before[start..]), on_one_line(&it), on_one_line(&behind[..end]))
}

/// The sections, tasks and measures of a plan, with who answers and by when.
fn outline(words: &PlanWords, plan: &Plan) -> View {
    let mut left = MOST_MEASURES;
    let mut views = Vec::new();
    let mut in_a_section = vec![false; plan.tasks.len()];
    for task in plan.sections.iter().flat_map(|section| section.tasks.clone()) {
        in_a_section.get_mut(task).into_iter().for_each(|is_in| *is_in = true);
    }
    let mut of = |tasks: &[usize]| {
        let tasks = tasks.iter().filter_map(|task| plan.tasks.get(*task));
        let tasks: Vec<View> = tasks.map(|task| task_view(words, plan, task, &mut left)).collect();
        el("div").class("outline").set("lang", "zh").children(tasks).view()
    };
    let outside: Vec<usize> = (0..plan.tasks.len()).filter(|task| !in_a_section[*task]).collect();
    if !outside.is_empty() {
        views.push(of(&outside));
    }
    for section in &plan.sections {
        let tasks: Vec<usize> = section.tasks.clone().collect();
        views.push(el("h3").class("document-section").set("lang", "zh").text(plan.text(section.title)).view());
        views.push(of(&tasks));
    }
    let standing = plan.standing.iter().filter(|passage| !passage.duties.is_empty());
    let standing: Vec<View> =
        standing.map(|passage| el("li").set("lang", "zh").text(plan.text(passage.title)).view()).collect();
    if !standing.is_empty() {
        views.push(el("p").text(words.standing).view());
        views.push(el("ul").class("history").children(standing).view());
    }
    all(views)
}

fn task_view(words: &PlanWords, plan: &Plan, task: &Task, left: &mut usize) -> View {
    let head = el("h4").class("outline-task").text(format!("{} {}", task.no, plan.text(task.title)));
    let shown = if *left >= task.measures.len() { task.measures.as_slice() } else { &[] };
    *left -= shown.len();
    let measure = |measure: &Measure| el("li").text(plan.text(measure.span)).view();
    let due: Vec<&str> = task.deadlines.iter().map(|span| plan.text(*span)).collect();
    let due = (!due.is_empty()).then(|| {
        let days = el("span").set("lang", "zh").text(due.join("、"));
        el("p").class("plan-facts").set("lang", words.tag).text(words.due).child(days)
    });
    el("div")
        .class("outline-item")
        .child(head)
        .child(el("ol").children(shown.iter().map(measure)))
        .child(el("p").class("units").children(who(words, plan, task)))
        .child(due)
        .view()
}

/// Who answers for a task.
fn who(words: &PlanWords, plan: &Plan, task: &Task) -> Vec<View> {
    let mut names = Vec::new();
    for responsibility in &task.responsibilities {
        for assigned in &responsibility.assigned {
            let name = match assigned.who {
                Assignee::Unit(unit) => plan.units.get(unit).map_or("", |unit| unit.key.as_str()),
                Assignee::Localities(_) | Assignee::Generic => plan.text(assigned.span),
            };
            let chip = el("span").class("chip").text(name);
            names.push(chip.view());
        }
        if responsibility.open {
            names.push(el("span").class("and-others").set("lang", words.tag).text(words.others).view());
        }
    }
    if names.is_empty() {
        names.push(el("span").class("and-others").set("lang", words.tag).text(words.nobody).view());
    }
    names
}
