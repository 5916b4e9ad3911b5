//! What is being brought in: its text, what was read of it and mended, and the draft of both.

use super::super::plans::{FileFault, Shelves, TakeUp};
use super::super::review::selection::Selection;
use super::super::review::sheet::Sheet;
use crate::domain::corrections::mending::{Mending, moved, together};
use crate::domain::corrections::{Corrected, Correction};
use crate::domain::fault::{NotChanged, NotKept};
use crate::domain::ledger::Ledger;
use crate::domain::mended_reports::MendedReports;
use crate::domain::plan::Plan;
use crate::reader::{self, Diagnostic, DiagnosticKind, Read};
use crate::state::{self, Store};
use leptos::prelude::*;
use std::sync::Arc;

/// So long a person who types has to pause before the text is read, in milliseconds.
const PAUSE: i32 = 400;

/// A text of so many bytes is read at once; of a longer one it is first shown that it is being read.
const AT_ONCE: usize = 40_000;

/// Who changes so many bytes in one go has pasted, and is not typing.
const PASTED: usize = 200;

/// What is being brought in. A file may still be read when the view has gone.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The plan that is open meanwhile.
    pub store: Store,
    /// Its text.
    pub text: RwSignal<String>,
    /// How often the text changed.
    pub turn: RwSignal<u32>,
    /// What was read of it; `None` while there is no text.
    pub sheet: RwSignal<Option<Arc<Sheet>>>,
    /// Whether a text is being read.
    pub reading: RwSignal<bool>,
    /// Why a file, or keeping the plan, failed.
    pub fault: RwSignal<Option<Fault>>,
    /// Whether the field of the text is folded away.
    pub folded: RwSignal<bool>,
    /// The whole text of which a part was kept.
    pub whole: RwSignal<Option<String>>,
    /// What a file took the place of.
    pub before: RwSignal<Option<state::Draft>>,
    /// The name of the file that took its place, until it is read whether there is a plan in it.
    pub tries: RwSignal<Option<String>>,
    /// The place of the plan that is selected.
    pub selection: Selection,
    /// The reading and what is mended of it.
    pub mending: RwSignal<Mending>,
    /// Which corrections do not fit.
    pub unfit: RwSignal<Vec<usize>>,
    /// What was reported of the kept plan that is mended.
    ledger: StoredValue<Ledger>,
    /// What mending it does to that.
    pub reports: RwSignal<MendedReports>,
    /// What the reader remarks on.
    pub remarks: RwSignal<Vec<Diagnostic>>,
    /// The id of the kept plan that is mended; empty for a new one.
    pub kept: RwSignal<String>,
    /// Whether a person marks tasks where none were read.
    pub by_hand: RwSignal<bool>,
    /// The corrections with which the kept plan was kept when this was begun.
    base: StoredValue<Option<Vec<Correction>>>,
    /// What another window did.
    pub elsewhere: RwSignal<Option<Elsewhere>>,
    /// Why it is not kept as it is now.
    pub unkept: RwSignal<Option<NotKept>>,
    /// What became of the other files that were brought together with one: what of each is not in its text, or why it gave none.
    pub along: RwSignal<Vec<Along>>,
    /// Whether a plan was made of it.
    pub is_done: StoredValue<bool>,
    /// Counts the changes of the drafts that are half done beside this one.
    pub others: RwSignal<u32>,
}

/// The name of a file that waits as a draft, with what is not in its text; or why there is none of it.
pub type Along = Result<(String, [usize; 5]), FileFault>;

/// What another window did to what is worked on here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// It works on the same draft: this one is now kept by itself.
    SameDraft,
    /// It kept corrections of the plan that is mended here, which stand here now, too.
    Mended,
    /// It deleted the plan that is mended here: what is here can be kept as a new one.
    Deleted,
}

/// Why a file, or keeping the plan, failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A file gave no text.
    File(FileFault),
    /// What of a file is not in its text: how many of each.
    LeftOut([usize; 5]),
    /// The plan was not kept.
    Keep(NotChanged),
}

impl Draft {
    /// What was left half done, of which nothing is read yet.
    pub fn of(store: Store, state::Draft { text, corrections, plan, base }: state::Draft) -> Self {
        Self {
            store,
            text: RwSignal::new(text),
            turn: RwSignal::new(0),
            sheet: RwSignal::new(None),
            reading: RwSignal::new(false),
            fault: RwSignal::new(None),
            folded: RwSignal::new(true),
            whole: RwSignal::new(None),
            before: RwSignal::new(None),
            tries: RwSignal::new(None),
            selection: Selection::new(),
            mending: RwSignal::new(Mending::new(Plan::default(), corrections)),
            unfit: RwSignal::default(),
            ledger: StoredValue::default(),
            reports: RwSignal::default(),
            remarks: RwSignal::default(),
            kept: RwSignal::new(plan),
            by_hand: RwSignal::new(false),
            base: StoredValue::new(base),
            elsewhere: RwSignal::new(None),
            unkept: RwSignal::new(None),
            along: RwSignal::default(),
            is_done: StoredValue::new(false),
            others: RwSignal::new(0),
        }
    }

    /// Takes what was left half done in the place of this.
    pub fn take(self, state::Draft { text, corrections, plan, base }: state::Draft) {
        self.change(text);
        self.kept.set(plan);
        self.base.set_value(base);
        self.mending.set(Mending::new(Plan::default(), corrections));
    }

    /// The text as it is now, and what is mended of it.
    pub fn now(self) -> state::Draft {
        let corrections = self.mending.with_untracked(|mending| mending.done().to_vec());
        let plan = self.kept.get_untracked();
        let base = self.base.get_value().filter(|_| !plan.is_empty());
        state::Draft { text: self.text.get_untracked(), corrections, plan, base }
    }

    /// Keeps it as it is now, unless a plan was made of it, and says so where that fails or another window works on the same.
    pub fn keep(self, shelves: Shelves) {
        if self.is_done.get_value() {
            return;
        }
        let kept = (shelves.drafts.keep)(&self.now());
        if self.unkept.get_untracked() != kept.err() {
            self.unkept.set(kept.err());
            self.others.update(|n| *n += 1);
        }
        if kept == Ok(true) {
            self.elsewhere.set(Some(Elsewhere::SameDraft));
            self.others.update(|n| *n += 1);
        }
    }

    /// Works on another draft from now on.
    pub fn take_up(self, shelves: Shelves, which: &TakeUp) {
        if *which != TakeUp::Nothing {
            self.keep(shelves);
        }
        self.elsewhere.set(None);
        self.unkept.set(None);
        self.before.set(None);
        self.along.set(Vec::new());
        self.take((shelves.drafts.take_up)(which));
        self.others.update(|n| *n += 1);
        read(shelves, &self);
    }

    /// Whether what was read is shown to be looked through: where there is a plan, or a person says what is one.
    pub fn is_shown(self) -> bool {
        let is_plan = self.sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.read.is_plan()));
        is_plan
            || !self.kept.with(String::is_empty)
            || self.by_hand.get()
            || self.mending.with(|mending| !mending.done().is_empty())
    }

    /// Takes another text. Returns how often the text changed.
    pub fn change(self, text: String) -> u32 {
        self.whole.set(None);
        self.tries.set(None);
        self.selection.clear();
        self.text.set(text);
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_untracked()
    }
}

/// Keeps what is typed, and reads it once the person pauses. What is pasted is folded away once it is read.
pub fn type_in(store: Store, shelves: Shelves, draft: &Draft, text: String) {
    let draft = *draft;
    let before = draft.text.with_untracked(String::len);
    let pasted = text.len().abs_diff(before) >= PASTED;
    draft.folded.set(pasted);
    let turn = draft.change(text);
    if pasted {
        return read(shelves, &draft);
    }
    let pause = move || {
        // The view may have been left meanwhile.
        if draft.turn.try_get_untracked() == Some(turn) {
            read(shelves, &draft);
        }
    };
    (shelves.after)(store, PAUSE, Box::new(pause));
}

/// Takes back the text that a file took the place of, with what was mended of it.
pub fn bring_back(shelves: Shelves, draft: &Draft) {
    if let Some(before) = draft.before.try_update(Option::take).flatten() {
        draft.take(before);
        read(shelves, draft);
    }
}

/// Reads the text, and keeps it as a draft. That a long one is being read is shown first.
pub fn read(shelves: Shelves, draft: &Draft) {
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
    let text = draft.text.get_untracked();
    let (mending, remarks) = if let Some(kept) = kept(shelves, draft) {
        // Of a kept plan the corrections are those that were half done; beside them stand those that another window kept meanwhile.
        let (again, remarks) = (shelves.again)(&kept);
        draft.ledger.set_value((shelves.ledger)(&kept));
        let mut done = draft.mending.with_untracked(|before| before.done().to_vec());
        let theirs = again.done().to_vec();
        if let Some(base) = draft.base.get_value().filter(|base| *base != theirs) {
            done = together(&base, &theirs, &done);
            draft.elsewhere.set(Some(Elsewhere::Mended));
        }
        draft.base.set_value(Some(theirs));
        (again.with(done), remarks)
    } else if let Some(plan) = (shelves.plan_of)(&text) {
        // Of a plan file the field shows what the plan says.
        draft.text.set(plan.source.clone());
        let as_it_is = Mending::new(plan.clone(), Vec::new());
        let mending =
            if plan.corrections.is_empty() { as_it_is.of_kept(plan, Vec::new()) } else { (shelves.again)(&plan).0 };
        (mending, Vec::new())
    } else {
        let Read { plan, diagnostics } = reader::read(&text);
        let done = draft.mending.with_untracked(|before| match before.read().source.as_str() {
            "" => before.done().to_vec(),
            old => moved(before.done(), old, &text),
        });
        (Mending::new(plan, done), diagnostics)
    };
    draft.reading.set(false);
    let is_no_plan = remarks.iter().any(|remark| remark.kind == DiagnosticKind::NoPlan);
    let has_plan = mending.kept().is_some() || !mending.read().tasks.is_empty() && !is_no_plan;
    if let Some(name) = draft.tries.try_update(Option::take).flatten().filter(|_| !has_plan) {
        bring_back(shelves, draft);
        return draft.fault.set(Some(Fault::File(FileFault::NoPlan(name))));
    }
    draft.remarks.set(remarks);
    draft.mending.set(mending);
    lay(shelves, draft);
}

/// The kept plan that is mended. Where it is gone meanwhile, a new one is brought in.
fn kept(shelves: Shelves, draft: &Draft) -> Option<Plan> {
    let id = draft.kept.get_untracked();
    let plan = (!id.is_empty()).then(|| (shelves.kept)(&id))?;
    if plan.is_none() {
        draft.kept.set(String::new());
        draft.elsewhere.set(Some(Elsewhere::Deleted));
    }
    plan
}

/// Whether the kept plan that is mended is still kept as it was read. If not, what is here is read again with what is there.
pub fn is_as_kept(shelves: Shelves, draft: &Draft) -> bool {
    let id = draft.kept.get_untracked();
    let there = (shelves.kept)(&id);
    let is_so = id.is_empty() || draft.mending.with_untracked(|mending| there.as_ref() == mending.kept());
    if !is_so {
        read(shelves, draft);
    }
    is_so
}

/// Lays the corrections on the reading, shows what comes of it, and keeps both as a draft.
pub fn lay(shelves: Shelves, draft: &Draft) {
    let Corrected { plan, unfit, gone } = draft.mending.with_untracked(|mending| (shelves.mended)(mending));
    let of_kept = |mending: &Mending| {
        let kept = mending.kept().filter(|_| draft.kept.with_untracked(|id| !id.is_empty()))?;
        Some(draft.ledger.with_value(|ledger| MendedReports::of(kept, &plan, &gone, ledger)))
    };
    let reports = draft.mending.with_untracked(of_kept).unwrap_or_default();
    let now = draft.now();
    let done = &now.corrections;
    let is_settled = |remark: &Diagnostic| match remark.kind {
        DiagnosticKind::NoTitle => !plan.meta.title.is_empty(),
        DiagnosticKind::NoTasks | DiagnosticKind::NoPlan => !plan.tasks.is_empty() && !done.is_empty(),
        _ => done.iter().any(|made| made.at.start < remark.span.end && remark.span.start < made.at.end),
    };
    let remarks = draft.remarks.with_untracked(|all| all.iter().filter(|one| !is_settled(one)).cloned().collect());
    draft.unfit.set(unfit);
    draft.reports.set(reports);
    draft.keep(shelves);
    let is_empty = now.text.trim().is_empty();
    let read = Read { plan, diagnostics: remarks };
    draft.sheet.set((!is_empty).then(|| Arc::new(Sheet::of(Arc::new(read), done))));
}
