//! Reading the text of a draft, and laying on that what is mended of it.

use super::super::plans::{FileFault, Shelves, TakeUp};
use super::super::review::sheet::Sheet;
use super::draft::{Draft, Elsewhere, Fault};
use crate::domain::corrections::Corrected;
use crate::domain::corrections::mending::{Mending, moved, together};
use crate::domain::mended_reports::MendedReports;
use crate::domain::plan::Plan;
use crate::reader::{self, Diagnostic, DiagnosticKind, Read};
use crate::state::Store;
use leptos::prelude::*;
use std::sync::Arc;

/// So long a person who types has to pause before the text is read, in milliseconds.
const PAUSE: i32 = 400;

/// A text of so many bytes is read at once; of a longer one it is first shown that it is being read.
const AT_ONCE: usize = 40_000;

/// Who changes so many bytes in one go has pasted, and is not typing.
const PASTED: usize = 200;

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

/// Works on another draft from now on.
pub fn take_up(shelves: Shelves, draft: &Draft, which: &TakeUp) {
    if *which != TakeUp::Nothing {
        draft.keep(shelves);
    }
    draft.elsewhere.set(None);
    draft.unkept.set(None);
    draft.before.set(None);
    draft.along.set(Vec::new());
    draft.take((shelves.drafts.take_up)(which));
    draft.others.update(|n| *n += 1);
    read(shelves, draft);
}
