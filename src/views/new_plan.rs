//! Bringing in a plan: its text, what came of reading it, and keeping it. What was read is looked through in [`review`].

use super::live::{Dynamic, View, all, button, el, is, part, says};
use super::parts::mixed;
use super::plans::{FileFault, FileText, Shelves, plan_word, plan_words};
use super::review::selection::Selection;
use super::review::sheet::Sheet;
use super::review::{self};
use crate::domain::fault::NotChanged;
use crate::domain::span::Span;
use crate::domain::two_plans;
use crate::reader::{self, DiagnosticKind, Read};
use crate::state::{Command, Store, use_store};
use crate::text::plans::PlanWords;
use crate::text::review::ReviewWords;
use leptos::prelude::*;
use std::sync::Arc;

const TEXT: &str = "plan-text";
const FILE: &str = "plan-file";

/// So long a person who types has to pause before the text is read, in milliseconds.
const PAUSE: i32 = 400;

/// A text of so many bytes is read at once; of a longer one it is first shown that it is being read.
const AT_ONCE: usize = 40_000;

/// Who changes so many bytes in one go has pasted, and is not typing.
const PASTED: usize = 200;

/// What is being brought in. A file may still be read when the view has gone.
#[derive(Clone, Copy)]
struct Draft {
    store: Store,
    text: RwSignal<String>,
    /// How often the text changed.
    turn: RwSignal<u32>,
    /// What was read of it; `None` while there is no text.
    sheet: RwSignal<Option<Arc<Sheet>>>,
    /// Whether a text is being read.
    reading: RwSignal<bool>,
    /// Why a file, or keeping the plan, failed.
    fault: RwSignal<Option<Fault>>,
    /// Whether the field of the text is folded away.
    folded: RwSignal<bool>,
    /// The whole text of which a part was kept.
    whole: RwSignal<Option<String>>,
    /// The place of the plan that is selected.
    selection: Selection,
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
        self.whole.set(None);
        self.selection.clear();
        self.text.set(text);
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_untracked()
    }
}

/// The view.
pub fn new_plan(shelves: Shelves) -> View {
    let store = use_store();
    let draft = Draft {
        store,
        text: RwSignal::new((shelves.draft)()),
        turn: RwSignal::new(0),
        sheet: RwSignal::new(None),
        reading: RwSignal::new(false),
        fault: RwSignal::new(None),
        folded: RwSignal::new(true),
        whole: RwSignal::new(None),
        selection: Selection::new(),
    };
    read(shelves, &draft);
    let is_read = move || draft.sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| !sheet.plan().tasks.is_empty()));
    let is_folded = move || is_read() && draft.folded.get();
    let hand = move |event| (shelves.hand)(TEXT, &event, Box::new(move |brought| bring(shelves, &draft, brought)));
    let area = el("textarea")
        .id(TEXT)
        .set("rows", "12")
        .set("spellcheck", "false")
        .class_if("is-folded", is(is_folded))
        .press(move || draft.folded.set(false))
        .value(says(move || draft.text.get()))
        .on("paste", hand)
        .input(move |text| type_in(store, shelves, &draft, text));
    let choose = move |_| (shelves.read_file)(FILE, Box::new(move |brought| bring(shelves, &draft, brought)));
    let file = el("input").set("type", "file").id(FILE).choose(choose);
    let review_word = move |read: fn(&ReviewWords) -> &'static str| read(ReviewWords::of(store.lang())).to_owned();
    let fold = button(says(move || review_word(if draft.folded.get() { |w| w.edit } else { |w| w.fold })), move || {
        draft.folded.update(|folded| *folded = !*folded);
        if !draft.folded.get_untracked() {
            store.command(Command::Focus(TEXT.into()));
        }
    });
    let fold = fold
        .live("aria-expanded", says(move || (!draft.folded.get()).to_string()))
        .set("aria-controls", TEXT)
        .flag("hidden", is(move || !is_read()));
    el("main")
        .id("list")
        .class("data new-plan")
        .class_if("is-read", is(is_read))
        .class_if("is-folded", is(is_folded))
        .set("tabindex", "-1")
        .on("dragover", hand)
        .on("drop", hand)
        .child(
            el("section")
                .child(el("h2").says(plan_word(|w| w.new_plan)))
                .child(el("p").class("about").says(plan_word(|w| w.new_text)))
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
                )
                .child(fold),
        )
        .child(
            el("section")
                .class("review")
                .child(el("div").class("review-line").set("role", "status").child(outcome(store, &draft)))
                .child(looked_through(store, shelves, &draft)),
        )
        .view()
}

/// Keeps what is typed, and reads it once the person pauses. What is pasted is folded away once it is read.
fn type_in(store: Store, shelves: Shelves, draft: &Draft, text: String) {
    let draft = *draft;
    let before = draft.text.with_untracked(String::len);
    if text.len().abs_diff(before) >= PASTED {
        draft.folded.set(true);
    } else if text.len() != before {
        draft.folded.set(false);
    }
    let turn = draft.change(text);
    let pause = move || {
        // The view may have been left meanwhile.
        if draft.turn.try_get_untracked() == Some(turn) {
            read(shelves, &draft);
        }
    };
    (shelves.after)(store, PAUSE, Box::new(pause));
}

/// Takes in what a file brought, if the view is still there.
fn bring(shelves: Shelves, draft: &Draft, brought: Result<FileText, FileFault>) {
    let draft = *draft;
    if draft.turn.try_get_untracked().is_none() {
        return;
    }
    match brought {
        Ok(FileText { text, left_out }) => {
            draft.folded.set(true);
            draft.change(text);
            read(shelves, &draft);
            if left_out != [0; 5] {
                draft.fault.set(Some(Fault::LeftOut(left_out)));
            }
        }
        Err(fault) => draft.fault.set(Some(Fault::File(fault))),
    }
}

/// Reads the text, and keeps it as a draft. That a long one is being read is shown first.
fn read(shelves: Shelves, draft: &Draft) {
    let draft = *draft;
    draft.fault.set(None);
    if draft.text.with_untracked(String::len) <= AT_ONCE {
        return read_now(shelves, &draft);
    }
    draft.reading.set(true);
    let turn = draft.turn.get_untracked();
    let then = move || {
        if draft.turn.try_get_untracked() == Some(turn) {
            read_now(shelves, &draft);
        }
    };
    (shelves.review.after_paint)(draft.store, Box::new(then));
}

fn read_now(shelves: Shelves, draft: &Draft) {
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
    draft.reading.set(false);
    draft.sheet.set(read.map(|read| Arc::new(Sheet::of(Arc::new(read)))));
}

/// What came of it, in a line.
fn outcome(store: Store, draft: &Draft) -> Dynamic {
    let draft = *draft;
    part(move || {
        let words = plan_words(store);
        let fault = draft.fault.get().map(|fault| match fault {
            Fault::File(fault) => fault.says(words),
            Fault::LeftOut(counts) => (words.left_out)(counts),
            Fault::Keep(why) => (words.not_changed)(&why).to_owned(),
        });
        let fault = fault.map(|text| el("p").class("doubt").child(mixed(store.lang(), &text, "zh")));
        let read = draft.sheet.with(|sheet| sheet.as_ref().map(|sheet| summary(words, sheet)));
        let reading = draft.reading.get().then(|| ReviewWords::of(store.lang()).reading.to_owned());
        all(vec![fault.into(), reading.or(read).map(|text| el("p").class("data-state").text(text)).into()])
    })
}

fn summary(words: &PlanWords, sheet: &Sheet) -> String {
    let plan = sheet.plan();
    if plan.tasks.is_empty() {
        return words.no_plan.to_owned();
    }
    (words.read)([plan.sections.len(), plan.tasks.len(), plan.measures().count(), plan.units.len(), sheet.stops.len()])
}

/// What was read, to be looked through; and the button that keeps it.
fn looked_through(store: Store, shelves: Shelves, draft: &Draft) -> Dynamic {
    let draft = *draft;
    part(move || {
        let Some(sheet) = draft.sheet.get().filter(|sheet| !sheet.plan().tasks.is_empty()) else {
            return View::Nothing;
        };
        let words = plan_words(store);
        let own = sheet.clone();
        let keep = button(plan_word(|w| w.keep), move || {
            if let Err(why) = (shelves.keep)(store, own.plan().clone()) {
                draft.fault.set(Some(Fault::Keep(why)));
            }
        });
        let keep = keep.class("is-strong").id("keep-plan").set("title", words.keep_text);
        let two = two(store, shelves, &draft, &sheet);
        let focus = draft.folded.get_untracked() && draft.turn.get_untracked() > 0;
        let review = review::review(store, shelves.review, draft.selection, sheet, keep.view(), focus);
        all(vec![two, review])
    })
}

/// Where two plans stand in the text: the offer to keep one of them; and afterwards, to bring back the whole text.
fn two(store: Store, shelves: Shelves, draft: &Draft, sheet: &Sheet) -> View {
    let draft = *draft;
    let words = ReviewWords::of(store.lang());
    let keep = move |text: String, whole: Option<String>| {
        draft.change(text);
        draft.whole.set(whole);
        draft.folded.set(true);
        read(shelves, &draft);
    };
    let offer = |sentence: View| el("div").class("offer two-plans").child(sentence);
    if let Some(whole) = draft.whole.get_untracked() {
        let back = button(says(|| words.whole_again.to_owned()), move || keep(whole.clone(), None));
        return el("div").class("offer two-plans").child(back).view();
    }
    let others = sheet.read.diagnostics.iter().filter(|remark| remark.kind == DiagnosticKind::SecondPlan);
    let begin: Vec<Span> = others.map(|remark| remark.span).collect();
    let source = &sheet.plan().source;
    let Some(parts) = two_plans::parts(source, &begin) else { return View::Nothing };
    let title = begin.first().map(|span| sheet.plan().text(*span).trim().to_owned()).unwrap_or_default();
    let title = el("b").set("lang", sheet.plan().script.tag()).text(title);
    let part = |name: &'static str, text: &str| {
        let (text, whole) = (text.to_owned(), source.clone());
        button(says(move || name.to_owned()), move || keep(text.clone(), Some(whole.clone())))
    };
    let buttons =
        el("div").class("actions").child(part(words.only_first, parts[0])).child(part(words.only_second, parts[1]));
    offer(el("p").text(words.two_plans).child(title).view()).child(buttons).view()
}
