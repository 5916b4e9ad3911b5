//! What follows the state, in few types: every text is a `Signal<String>`, every switch a `Signal<bool>`. Each type of
//! closure that a view is made of costs a kilobyte or two of WebAssembly; these cost that once.

pub use crate::element::{El, Part, View, all, el, maybe, part};

use crate::state::use_store;
use crate::text::Words;
use leptos::prelude::*;

/// A text that follows the state.
pub fn says(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A word of the interface.
pub fn word(read: fn(&Words) -> &'static str) -> Signal<String> {
    let store = use_store();
    Signal::derive(move || read(store.words()).to_owned())
}

/// A switch that follows the state.
pub fn is(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// A button of this name.
pub fn button(name: Signal<String>, act: impl FnMut() + 'static) -> El {
    el("button").set("type", "button").press(act).says(name)
}

/// Runs now, and again whenever what it reads changes. Effects of several types would each cost a kilobyte.
pub fn follow(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}
