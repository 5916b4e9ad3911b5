//! The sheet that lists the keys, and the way to it.

use super::live::{View, all, button, el, is, keyed, says, word};
use crate::state::{Command, Store, use_store};
use crate::text::keys::{KeyWords, PRESSED};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of what has the focus once the sheet is open.
pub const CLOSE: &str = "keys-close";

/// The id of what stands before it in the sheet.
const OFF: &str = "keys-off";

/// The id of what opens it.
const WAY: &str = "keys";

/// The foot of every view, which leads to the sheet, and the sheet while `open` says so. `turn` opens and closes it.
pub fn foot(open: RwSignal<bool>, turn: fn(bool)) -> View {
    let store = use_store();
    let name = says(move || KeyWords::of(store.lang()).title.to_owned());
    let way = button(name, move || turn(true)).id(WAY).child(el("kbd").set("aria-hidden", "true").text("?"));
    all(vec![el("p").class("keys-foot").child(way).view(), sheet(open, turn)])
}

/// `Tab` goes round in the sheet: from what it is pressed in, this way, to the element of the id `to`.
fn round(store: Store, event: &KeyboardEvent, backwards: bool, to: &str) {
    if event.key() == "Tab" && event.shift_key() == backwards {
        event.prevent_default();
        store.command(Command::Focus(to.to_owned()));
    }
}

fn sheet(open: RwSignal<bool>, turn: fn(bool)) -> View {
    let store = use_store();
    keyed(says(move || format!("{} {}", open.get(), store.lang().tag())), move || {
        if !open.get_untracked() {
            return View::Nothing;
        }
        let words = KeyWords::of(store.lang());
        let row = |key: &str, text: &str| {
            let keys = key.split(' ').map(|key| el("kbd").text(key).view());
            el("tr").child(el("th").set("scope", "row").children(keys)).child(el("td").text(text)).view()
        };
        let listed = PRESSED.iter().zip(words.keys).map(|(key, text)| row(key, text));
        let more = [row("Ctrl+Z Ctrl+Y", words.undo), row("?", words.help)];
        let off = el("label")
            .class("choice")
            .child(
                el("input")
                    .id(OFF)
                    .set("type", "checkbox")
                    .on_key(move |event| round(store, &event, true, CLOSE))
                    .checked(is(move || store.settings().no_keys))
                    .switch(move |off| store.leave_keys(off)),
            )
            .child(el("span").text(words.none));
        let close = button(word(|w| w.close), move || turn(false));
        el("div")
            .class("keys-sheet")
            .set("role", "dialog")
            .set("aria-modal", "true")
            .set("aria-label", words.title)
            .child(el("h2").text(words.title))
            .child(el("table").child(el("tbody").children(listed.chain(more))))
            .child(off)
            .child(close.id(CLOSE).on_key(move |event| round(store, &event, false, OFF)))
            .view()
    })
}
