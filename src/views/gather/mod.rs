//! Files that go from hand to hand: a party gives its report back, the coordinator brings together what came.

#![allow(
    clippy::large_types_passed_by_value,
    reason = "a desk is large only in a debug build, where each signal knows where it was made"
)]

pub mod arriving;
mod conflicts;
pub mod desk;
mod files;
mod give;
mod hand_out;
mod receipts;

pub(super) use give::give;
pub(super) use hand_out::hand_out;

use super::live::{El, View, button, el, maybe, word};
use crate::state::Command;
use desk::{Desk, FILES, Told, says_word, words};
use leptos::ev::Event;
use leptos::prelude::*;

/// Takes the files that are dropped on an element: anywhere in the view, as the browser would open what misses.
pub(super) fn take_dropped(desk: Desk, on: El) -> El {
    let drop = move |event: Event| (desk.hands.hand)(desk.store, &event, desk.take());
    on.on("dragover", drop).on("drop", drop)
}

/// Brings together: files are dropped or chosen, looked through and merged.
pub fn gather(desk: Desk) -> View {
    let Desk { store, hands, .. } = desk;
    let input = el("input").set("type", "file").id(FILES).set("multiple", "");
    let input = input.choose(move |_| (hands.choose)(store, FILES, desk.take()));
    let file = el("label").class("file").child(el("span").class("sr-only").says(says_word(store, |w| w.choose)));
    el("section")
        .id("gather")
        .child(el("h2").says(says_word(store, |w| w.gather)))
        .child(el("p").says(says_word(store, |w| w.gather_text)))
        .child(file.child(input))
        .child(el("div").id("gathered").set("tabindex", "-1").set("role", "status").child(maybe(move || told(desk))))
        .child(files::files(desk))
        .child(receipts::receipts(desk))
        .view()
}

/// What became of the files.
fn told(desk: Desk) -> Option<View> {
    let store = desk.store;
    let words = words(store);
    let (text, step) = match desk.told.get() {
        Told::Nothing => {
            let count = desk.files.with(Vec::len);
            if count == 0 {
                return None;
            }
            let found = desk.found();
            let (fresh, good) = (found.fresh(), found.files.len());
            let unread = (0..good).filter(|place| found.is_unread(*place)).count();
            let said = (words.on_desk)(fresh, good - fresh - unread, count.saturating_sub(good) + unread);
            return Some(el("p").class("data-state").text(said).view());
        }
        Told::NotKept => (words.not_kept.to_owned(), None),
        Told::Noted(files) => ((words.noted)(files), None),
        Told::Merged { step: None, .. } => (words.all_kept.to_owned(), None),
        Told::Merged { files, marks, settled, step } => ((words.merged)(files, marks, settled), step),
        Told::TookBack(fields, left) => ((words.took_back)(fields, left), None),
    };
    let undo = step.filter(|step| store.is_last_step(*step)).map(|step| {
        button(word(|w| w.undo), move || {
            desk.told.set(Told::Nothing);
            store.undo_step(step);
            store.command(Command::Focus("gathered".into()));
        })
    });
    Some(el("div").class("offer").child(el("p").text(text)).child(undo).view())
}
