//! Files that are brought in: the first takes the place of the text, others wait as drafts.

use super::super::plans::{FileFault, FileText, Shelves};
use super::draft::{Along, Draft, Fault};
use super::reading::read;
use crate::reader;
use crate::state;
use leptos::prelude::*;

/// Takes in what a file brought, if the view is still there and no kept plan is mended in it. What has no plan in it takes the place of
/// no text, and the text that was there can be had back. Of several files the first takes that place, and the others wait as drafts.
pub fn bring(shelves: Shelves, draft: &Draft, place: u32, brought: Result<FileText, FileFault>) {
    let draft = *draft;
    if draft.turn.try_get_untracked().is_none() || !draft.kept.with_untracked(String::is_empty) {
        return;
    }
    if place > 0 {
        let along = brought.and_then(|brought| wait(shelves, brought));
        draft.along.update(|all| all.push(along));
        return draft.others.update(|n| *n += 1);
    }
    let FileText { name, text, left_out } = match brought {
        Ok(brought) => brought,
        Err(fault) => return draft.fault.set(Some(Fault::File(fault))),
    };
    let now = draft.now();
    draft.folded.set(true);
    // What was mended is of the text before.
    draft.take(state::Draft { text, ..state::Draft::default() });
    if !now.text.trim().is_empty() {
        draft.before.set(Some(now));
        draft.tries.set(Some(name));
    }
    read(shelves, &draft);
    if left_out != [0; 5] && draft.fault.with_untracked(Option::is_none) {
        draft.fault.set(Some(Fault::LeftOut(left_out)));
    }
}

/// Lets the text of a file wait as a draft, if there is a plan in it.
fn wait(shelves: Shelves, FileText { name, text, left_out }: FileText) -> Along {
    let has_plan = (shelves.plan_of)(&text).is_some() || reader::read(&text).is_plan();
    if !has_plan {
        return Err(FileFault::NoPlan(name));
    }
    if (shelves.drafts.add)(text) { Ok((name, left_out)) } else { Err(FileFault::NoRoom(name)) }
}
