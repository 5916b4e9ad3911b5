//! Bringing in a plan, or mending one that is kept: its text, files ([`files`]), what came of it ([`draft`]) once
//! it is read ([`reading`]), what mending it does to reports
//! ([`reports`]), what else is half done ([`drafts`]), and keeping it. What was read is looked through in [`review`].

mod draft;
mod drafts;
mod files;
mod reading;
mod reports;

use super::live::{Dynamic, View, all, button, el, is, part, says};
use super::mending::mend::Mend;
use super::parts::mixed;
use super::plans::{Shelves, Take, TakeUp, plan_word, plan_words};
use super::review::folds::Folds;
use super::review::sheet::Sheet;
use super::review::{self};
use crate::domain::corrections::mending::Mending;
use crate::domain::corrections::{Change, Correction, Kind};
use crate::domain::span::Span;
use crate::domain::two_plans;
use crate::reader::DiagnosticKind;
use crate::state::{Command, Store, use_store};
use crate::text::mending::MendWords;
use crate::text::plans::PlanWords;
use crate::text::review::ReviewWords;
use draft::{Draft, Fault};
use files::bring;
use leptos::prelude::*;
use reading::{bring_back, is_as_kept, lay, read, take_up, type_in};
use std::rc::Rc;
use std::sync::Arc;

const TEXT: &str = "plan-text";
const FILE: &str = "plan-file";

/// A text of so many bytes is not laid out while its field is folded away: that would take a browser longer than all else.
const LONG: usize = 300_000;

/// The view.
pub fn new_plan(shelves: Shelves) -> View {
    let store = use_store();
    let draft = Draft::of(store, (shelves.drafts.now)());
    read(shelves, &draft);
    // Asked when another window works on the same draft, and before the plan under this view is opened anew.
    let turn = (shelves.drafts.hear)(Box::new(move || {
        if draft.turn.try_get_untracked().is_some() {
            draft.keep(shelves);
        }
    }));
    on_cleanup(move || {
        // What was typed just now is not read yet.
        if (shelves.drafts.end)(turn) {
            draft.keep(shelves);
        }
    });
    undo_by_key(shelves, &draft);
    let is_read = move || draft.sheet.with(Option::is_some) && draft.is_shown();
    let is_kept = move || !draft.kept.with(String::is_empty);
    let heading = says(move || {
        let kept = draft.mending.with(|mending| mending.kept().map(|kept| kept.text(kept.meta.title).to_owned()));
        let title = kept.filter(|_| is_kept());
        let words = MendWords::of(store.lang());
        let plans = plan_words(store);
        let named = |title: &str| (words.mending)(if title.is_empty() { plans.untitled } else { title });
        title.map_or_else(|| plans.new_plan.to_owned(), |title| named(&title))
    });
    let is_folded = move || draft.folded.get() && (is_read() || draft.reading.get());
    let take = move || -> Take { Rc::new(move |place, brought| bring(shelves, &draft, place, brought)) };
    let hand = move |event| (shelves.hand)(TEXT, &event, take());
    let area = el("textarea")
        .id(TEXT)
        .set("rows", "12")
        .set("spellcheck", "false")
        .class_if("is-folded", is(is_folded))
        .class_if("is-long", is(move || is_folded() && draft.text.with(String::len) >= LONG))
        .press(move || draft.folded.set(false))
        .value(says(move || draft.text.get()))
        .on("paste", hand)
        .input(move |text| type_in(store, shelves, &draft, text));
    let choose = move |_| (shelves.read_file)(FILE, take());
    let file = el("input").set("type", "file").set("multiple", "").id(FILE).choose(choose);
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
        .flag("hidden", is(move || !is_read() || is_kept()));
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
                .child(el("h2").says(heading))
                .child(el("p").class("about").says(plan_word(|w| w.new_text)))
                .child(
                    el("label")
                        .class("file")
                        .flag("hidden", is(is_kept))
                        .child(el("span").class("label").says(plan_word(|w| w.choose_file)))
                        .child(file),
                )
                .child(
                    el("label")
                        .class("field")
                        .flag("hidden", is(is_kept))
                        .child(el("span").class("label").says(plan_word(|w| w.paste_here)))
                        .child(area),
                )
                .child(fold)
                .child(el("div").class("half-done").child(drafts::others(store, shelves, &draft))),
        )
        .child(
            el("section")
                .class("review")
                .child(el("div").class("review-line").set("role", "status").child(outcome(store, shelves, &draft)))
                .child(looked_through(store, shelves, &draft, Folds::new())),
        )
        .view()
}

/// Lets undo keys take the last correction back, or make it again, wherever the focus is: while this view is there they do not speak of
/// the plan that is open. In a field they are the field's.
fn undo_by_key(shelves: Shelves, draft: &Draft) {
    let draft = *draft;
    (shelves.review.hear_undo)(Rc::new(move |again| {
        let step = if again { Mending::redo } else { Mending::undo };
        let stepped = draft.mending.try_update(step);
        if stepped == Some(true) {
            lay(shelves, &draft);
        }
        stepped.is_some()
    }));
}

/// What came of it, in a line.
fn outcome(store: Store, shelves: Shelves, draft: &Draft) -> Dynamic {
    let draft = *draft;
    part(move || {
        let words = plan_words(store);
        let fault = draft.fault.get().map(|fault| match fault {
            Fault::File(fault) => fault.says(words),
            Fault::LeftOut(counts) => (words.left_out)(counts),
            Fault::Keep(why) => (words.not_changed)(&why).to_owned(),
        });
        let fault = fault.map(|text| el("p").class("doubt").child(mixed(store.lang(), &text, "zh")));
        let is_shown = draft.is_shown();
        let read = draft.sheet.with(|sheet| sheet.as_ref().map(|sheet| summary(words, sheet, is_shown)));
        let reading = draft.reading.get().then(|| ReviewWords::of(store.lang()).reading.to_owned());
        let unfit = draft.unfit.with(Vec::len);
        let unfit = (unfit > 0).then(|| el("p").class("doubt").text((MendWords::of(store.lang()).some_unfit)(unfit)));
        let back = draft.before.with(Option::is_some).then(|| {
            let undo = button(plan_word(|w| w.bring_back), move || bring_back(shelves, &draft));
            el("p").class("notice-line").text(words.replaced).text(" ").child(undo)
        });
        all(vec![
            fault.into(),
            back.into(),
            drafts::said(store, &draft),
            unfit.into(),
            reports::said(store, &draft),
            reading.or(read).map(|text| el("p").class("data-state").text(text)).into(),
        ])
    })
}

fn summary(words: &PlanWords, sheet: &Sheet, is_shown: bool) -> String {
    let plan = sheet.plan();
    if plan.tasks.is_empty() {
        return words.no_plan.to_owned();
    }
    if !is_shown {
        return words.other_text.to_owned();
    }
    (words.read)([plan.parts(), plan.tasks.len(), plan.measures().count(), plan.units.len(), sheet.stops.len()])
}

/// What was read, to be looked through; and the button that keeps it.
fn looked_through(store: Store, shelves: Shelves, draft: &Draft, folds: Folds) -> Dynamic {
    let draft = *draft;
    part(move || {
        let Some(sheet) = draft.sheet.get() else { return View::Nothing };
        if !draft.is_shown() {
            let name = says(move || MendWords::of(store.lang()).by_hand.to_owned());
            return button(name, move || draft.by_hand.set(true)).view();
        }
        let words = plan_words(store);
        let own = sheet.clone();
        let id = draft.kept.get_untracked();
        let is_new = id.is_empty();
        let name = if is_new { words.keep } else { MendWords::of(store.lang()).keep };
        let keep = button(says(move || name.to_owned()), move || {
            if !is_as_kept(shelves, &draft) {
                return;
            }
            let keep = if is_new { shelves.keep } else { shelves.keep_mended };
            match keep(store, own.plan().clone()) {
                Ok(()) => draft.is_done.set_value(true),
                Err(why) => draft.fault.set(Some(Fault::Keep(why))),
            }
        });
        let keep = keep.class("is-strong").id("keep-plan").set("title", words.keep_text);
        let keep = (!sheet.plan().tasks.is_empty()).then_some(keep);
        let leave = (!is_new).then(|| {
            let name = says(move || MendWords::of(store.lang()).leave.to_owned());
            button(name, move || take_up(shelves, &draft, &TakeUp::Nothing))
        });
        let lay = Rc::new(move || lay(shelves, &draft));
        let entitle = Rc::new(move |title: &str| entitle(shelves, &draft, title));
        let changes =
            Rc::new(move |made: &Correction| draft.mending.with_untracked(|all| (shelves.would_change)(all, made)));
        let mend = Mend { mending: draft.mending, unfit: draft.unfit, folds, entitle, changes, lay };
        let actions = all(vec![leave.into(), keep.into()]);
        let two = two(store, shelves, &draft, &sheet);
        let focus = draft.folded.get_untracked() && draft.turn.get_untracked() > 0;
        let review = review::review(store, *shelves.review, draft.selection, sheet, mend, actions, focus);
        all(vec![two, review])
    })
}

/// Puts a title before a text that is not kept yet; returns whether it is such a one.
fn entitle(shelves: Shelves, draft: &Draft, title: &str) -> bool {
    if draft.mending.with_untracked(|mending| mending.kept().is_some()) {
        return false;
    }
    draft.change([title, "\n", &draft.text.get_untracked()].concat());
    draft.folded.set(true);
    read(shelves, draft);
    let at = Span::new(0, title.len());
    let is_read = |sheet: &Option<Arc<Sheet>>| sheet.as_ref().is_none_or(|sheet| sheet.plan().meta.title == at);
    // Of a long text that is still being read the first line is there to be chosen.
    if !draft.reading.get_untracked() && !draft.sheet.with_untracked(is_read) {
        let correction = Correction { at, was: String::new(), change: Change::Kind(Kind::Title) };
        draft.mending.update(|mending| mending.make(correction));
        lay(shelves, draft);
    }
    true
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
