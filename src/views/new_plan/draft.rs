//! What is being brought in: its text, what was read of it and mended, and the draft of both, which is kept. What is read of the text,
//! and when, `reading.rs` says.

use super::super::plans::{FileFault, Shelves};
use super::super::review::selection::Selection;
use super::super::review::sheet::Sheet;
use crate::domain::corrections::Correction;
use crate::domain::corrections::mending::Mending;
use crate::domain::fault::{NotChanged, NotKept};
use crate::domain::ledger::Ledger;
use crate::domain::mended_reports::MendedReports;
use crate::domain::plan::Plan;
use crate::reader::Diagnostic;
use crate::state::{self, Store};
use leptos::prelude::*;
use std::sync::Arc;

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
    pub ledger: StoredValue<Ledger>,
    /// What mending it does to that.
    pub reports: RwSignal<MendedReports>,
    /// What the reader remarks on.
    pub remarks: RwSignal<Vec<Diagnostic>>,
    /// The id of the kept plan that is mended; empty for a new one.
    pub kept: RwSignal<String>,
    /// Whether a person marks tasks where none were read.
    pub by_hand: RwSignal<bool>,
    /// The corrections with which the kept plan was kept when this was begun.
    pub base: StoredValue<Option<Vec<Correction>>>,
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
        self.by_hand.set(false);
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
