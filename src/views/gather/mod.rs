//! Files that go from hand to hand: a party gives its report back, the coordinator brings together what came.

#![allow(
    clippy::large_types_passed_by_value,
    reason = "a desk is large only in a debug build, where each signal knows where it was made"
)]

mod conflicts;
pub mod desk;
mod files;
mod give;
mod receipts;

pub(super) use give::give;

use super::live::{View, button, el, maybe, word};
use crate::state::{Command, Store};
use desk::{Desk, FILES, Hands, Told, says_word, words};
use leptos::ev::Event;
use leptos::prelude::*;

/// Brings together: files are dropped or chosen, looked through and merged.
pub(super) fn gather(store: Store, hands: Hands) -> View {
    let desk = Desk {
        store,
        hands,
        files: RwSignal::default(),
        times: RwSignal::new(0),
        chosen: RwSignal::default(),
        rule: RwSignal::default(),
        told: RwSignal::default(),
        turn: RwSignal::new(0),
    };
    (hands.tell)(desk.turn);
    let input = el("input").set("type", "file").id(FILES).set("multiple", "");
    let input = input.choose(move |_| (hands.choose)(store, FILES, desk.take()));
    let file = el("label").class("file").child(el("span").class("sr-only").says(says_word(store, |w| w.choose)));
    let drop = move |event: Event| (hands.hand)(store, &event, desk.take());
    el("section")
        .id("gather")
        .on("dragover", drop)
        .on("drop", drop)
        .child(el("h2").says(says_word(store, |w| w.gather)))
        .child(el("p").says(says_word(store, |w| w.gather_text)))
        .child(file.child(input))
        .child(el("div").id("gathered").set("tabindex", "-1").child(files::files(desk)))
        .child(el("div").set("role", "status").child(maybe(move || told(desk))))
        .child(receipts::receipts(desk))
        .view()
}

/// What became of the files.
fn told(desk: Desk) -> Option<View> {
    let store = desk.store;
    let words = words(store);
    let (text, step) = match desk.told.get() {
        Told::Nothing => return None,
        Told::NotKept => (words.not_kept.to_owned(), None),
        Told::Merged { step: None, .. } => (words.nothing_new.to_owned(), None),
        Told::Merged { files, marks, settled, step } => ((words.merged)(files, marks, settled), step),
        Told::TookBack(fields, left) => ((words.took_back)(fields, left), None),
    };
    let undo = step.map(|step| {
        button(word(|w| w.undo), move || {
            desk.told.set(Told::Nothing);
            store.undo_step(step);
            store.command(Command::Focus("gathered".into()));
        })
    });
    Some(el("div").class("offer").child(el("p").text(text)).child(undo).view())
}
