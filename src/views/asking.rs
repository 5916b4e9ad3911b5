//! What cannot be done by a slip: a button that asks first.

use super::live::{Dynamic, TextFn, button, el, lazy_word, part};
use super::parts::mixed;
use crate::state::{Command, use_store};
use leptos::prelude::*;

/// A button with this name that asks the `question` in its place, and on `yes` does `act`. `id` is that of the button and of the
/// question, one of which is there at a time and has the focus when the other goes.
pub(super) fn asking(
    id: String,
    name: TextFn,
    yes: TextFn,
    question: impl Fn() -> String + 'static,
    act: impl Fn() + Clone + 'static,
) -> Dynamic {
    let store = use_store();
    let asks = RwSignal::new(false);
    part(move || {
        let focus = id.clone();
        let ask = move |on: bool| {
            asks.set(on);
            store.command(Command::Focus(focus.clone()));
        };
        if !asks.get() {
            return button(name.clone(), move || ask(true)).id(&id).view();
        }
        let act = act.clone();
        let act = move || {
            asks.set(false);
            act();
        };
        let named = format!("{id}-question");
        let actions = el("div")
            .class("actions")
            .child(button(yes.clone(), act).class("is-danger"))
            .child(button(lazy_word(|w| w.cancel), move || ask(false)));
        el("div")
            .class("offer")
            .id(&id)
            .set("tabindex", "-1")
            .set("role", "alertdialog")
            .set("aria-labelledby", &named)
            .child(el("p").id(&named).child(mixed(store.lang(), &question(), "zh")))
            .child(actions)
            .view()
    })
}
