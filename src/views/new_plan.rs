//! Bringing in a plan: its text, what was read of it, what a person should look at, and keeping it.

use super::live::{Dynamic, View, all, button, el, part, says};
use super::parts::mixed;
use super::plans::{FileFault, FileText, Shelves, plan_word, plan_words};
use crate::domain::fault::NotChanged;
use crate::domain::plan::{Assignee, Measure, Plan, Task};
use crate::domain::settings::Lang;
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

/// What is being brought in. A file may still be read when the view has gone.
#[derive(Clone, Copy)]
struct Draft {
    text: RwSignal<String>,
    /// How often the text changed.
    turn: RwSignal<u32>,
    /// What was read of it; `None` while there is no text.
    read: RwSignal<Option<Arc<Read>>>,
    /// Why a file, or keeping the plan, failed.
    fault: RwSignal<Option<Fault>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    File(FileFault),
    LeftOut([usize; 5]),
    Keep(NotChanged),
}

impl Draft {
    /// Takes another text. Returns how often the text changed.
    fn change(self, text: String) -> u32 {
        self.text.set(text);
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_untracked()
    }
}

/// The view.
pub fn new_plan(shelves: Shelves) -> View {
    let store = use_store();
    let draft = Draft {
        text: RwSignal::new((shelves.draft)()),
        turn: RwSignal::new(0),
        read: RwSignal::new(None),
        fault: RwSignal::new(None),
    };
    read(shelves, draft);
    let area = el("textarea")
        .id(TEXT)
        .set("rows", "12")
        .set("spellcheck", "false")
        .value(says(move || draft.text.get()))
        .input(move |text| type_in(store, shelves, draft, text));
    let choose = move |_| (shelves.read_file)(FILE, Box::new(move |brought| bring(shelves, draft, brought)));
    let file = el("input").set("type", "file").id(FILE).choose(choose);
    el("main")
        .id("list")
        .class("data new-plan")
        .set("tabindex", "-1")
        .child(
            el("section")
                .child(el("h2").says(plan_word(|w| w.new_plan)))
                .child(el("p").says(plan_word(|w| w.new_text)))
                .child(
                    el("label")
                        .class("file")
                        .child(el("span").class("label").says(plan_word(|w| w.choose_file)))
                        .child(file),
                )
                .child(
                    el("label")
                        .class("field")
                        .child(el("span").class("label").says(plan_word(|w| w.paste_here)))
                        .child(area),
                ),
        )
        .child(el("div").set("role", "status").child(outcome(store, draft)))
        .child(review(store, shelves, draft))
        .view()
}

/// Keeps what is typed, and reads it once the person pauses.
fn type_in(store: Store, shelves: Shelves, draft: Draft, text: String) {
    let turn = draft.change(text);
    let pause = move || {
        // The view may have been left meanwhile.
        if draft.turn.try_get_untracked() == Some(turn) {
            read(shelves, draft);
        }
    };
    (shelves.after)(store, PAUSE, Box::new(pause));
}

/// Takes in what a file brought, if the view is still there.
fn bring(shelves: Shelves, draft: Draft, brought: Result<FileText, FileFault>) {
    if draft.turn.try_get_untracked().is_none() {
        return;
    }
    match brought {
        Ok(FileText { text, left_out }) => {
            draft.change(text);
            read(shelves, draft);
            if left_out != [0; 5] {
                draft.fault.set(Some(Fault::LeftOut(left_out)));
            }
        }
        Err(fault) => draft.fault.set(Some(Fault::File(fault))),
    }
}

/// Reads the text, and keeps it as a draft.
fn read(shelves: Shelves, draft: Draft) {
    draft.fault.set(None);
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
        let fault = draft.fault.get().map(|fault| match fault {
            Fault::File(fault) => fault.says(words),
            Fault::LeftOut(counts) => (words.left_out)(counts),
            Fault::Keep(why) => (words.not_changed)(&why).to_owned(),
        });
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
        let own = read.clone();
        let keep = button(plan_word(|w| w.keep), move || {
            if let Err(why) = (shelves.keep)(store, own.plan.clone()) {
                draft.fault.set(Some(Fault::Keep(why)));
            }
        });
        let keep = el("div").class("actions").child(keep.class("is-strong").id("keep-plan"));
        el("section")
            .child(el("h2").text(words.outline))
            .child(keep)
            .child(el("p").text(words.keep_text))
            .child(remarks(words, &read))
            .child(el("p").class("document-title").set("lang", "zh").text(title))
            .child(outline(store.lang(), &read.plan))
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
fn outline(lang: Lang, plan: &Plan) -> View {
    let words = PlanWords::of(lang);
    let mut left = MOST_MEASURES;
    let mut views = Vec::new();
    let mut of = |tasks: &mut dyn Iterator<Item = &Task>| {
        let tasks: Vec<View> = tasks.map(|task| task_view(lang, plan, task, &mut left)).collect();
        el("div").class("outline").set("lang", "zh").children(tasks).view()
    };
    let is_outside = |place: usize| !plan.sections.iter().any(|section| section.tasks.contains(&place));
    let outside: Vec<&Task> =
        plan.tasks.iter().enumerate().filter(|(place, _)| is_outside(*place)).map(|(_, task)| task).collect();
    if !outside.is_empty() {
        views.push(of(&mut outside.into_iter()));
    }
    for section in &plan.sections {
        views.push(el("h3").class("document-section").set("lang", "zh").text(plan.text(section.title)).view());
        views.push(of(&mut plan.tasks.get(section.tasks.clone()).unwrap_or_default().iter()));
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

fn task_view(lang: Lang, plan: &Plan, task: &Task, left: &mut usize) -> View {
    let head = el("h4").class("outline-task").text(format!("{} {}", task.no, plan.text(task.title)));
    let shown = if *left >= task.measures.len() { task.measures.as_slice() } else { &[] };
    *left -= shown.len();
    let measure = |measure: &Measure| el("li").text(plan.text(measure.span)).view();
    let due: Vec<&str> = task.deadlines.iter().map(|span| plan.text(*span)).collect();
    let due = (!due.is_empty()).then(|| {
        let days = el("span").set("lang", "zh").text(due.join("、"));
        el("p").class("plan-facts").set("lang", lang.tag()).text(PlanWords::of(lang).due).child(days)
    });
    el("div")
        .class("outline-item")
        .child(head)
        .child(el("ol").children(shown.iter().map(measure)))
        .child(el("p").class("units").children(who(lang, plan, task)))
        .child(due)
        .view()
}

/// Who answers for a task.
fn who(lang: Lang, plan: &Plan, task: &Task) -> Vec<View> {
    let words = PlanWords::of(lang);
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
            names.push(el("span").class("and-others").set("lang", lang.tag()).text(words.others).view());
        }
    }
    if names.is_empty() {
        names.push(el("span").class("and-others").set("lang", lang.tag()).text(words.nobody).view());
    }
    names
}
