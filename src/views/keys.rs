//! The sheet that lists the keys.

use super::live::{View, button, el, is, keyed, says, word};
use crate::state::{Command, use_store};
use crate::text::keys::{KeyWords, PRESSED};
use leptos::prelude::*;

/// The id of what has the focus while the sheet is open.
const CLOSE: &str = "keys-close";

/// The sheet, while `open` says so.
pub fn sheet(open: RwSignal<bool>) -> View {
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
                    .set("type", "checkbox")
                    .checked(is(move || store.settings().no_keys))
                    .switch(move |off| store.leave_keys(off)),
            )
            .child(el("span").text(words.none));
        store.command(Command::Focus(CLOSE.to_owned()));
        el("div")
            .class("keys-sheet")
            .set("role", "dialog")
            .set("aria-label", words.title)
            .child(el("h2").text(words.title))
            .child(el("table").child(el("tbody").children(listed.chain(more))))
            .child(off)
            .child(button(word(|w| w.close), move || open.set(false)).id(CLOSE))
            .view()
    })
}
