//! What follows the state, in few types: every text is a `Signal<String>`, every switch a `Signal<bool>`. Each type of
//! closure that a view is made of costs a kilobyte or two of WebAssembly; these cost that once.

pub use crate::element::{El, Part, View, all, el, keyed, maybe, part};

use crate::state::use_store;
use crate::text::Words;
use leptos::prelude::*;

/// A text that follows the state.
pub fn says(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    // Boxed, so that the signal's own code is there once and not once for every closure.
    let read: Box<dyn Fn() -> String + Send + Sync> = Box::new(read);
    Signal::derive(read)
}

/// A word of the interface.
pub fn word(read: fn(&Words) -> &'static str) -> Signal<String> {
    let store = use_store();
    says(move || read(store.words()).to_owned())
}

/// The language tag of the plan's text as it is shown.
pub fn text_lang() -> Signal<String> {
    let store = use_store();
    says(move || store.text_lang().to_owned())
}

/// A switch that follows the state.
pub fn is(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    let read: Box<dyn Fn() -> bool + Send + Sync> = Box::new(read);
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
