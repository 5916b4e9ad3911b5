//! How views follow the state: a text is a [`TextFn`], a condition a [`BoolFn`], a part that is drawn again a [`Dynamic`].
//! Every type of closure that views are made of costs a kilobyte or two of WebAssembly, so there are only these three.

use crate::element::dom::end;
pub use crate::element::{BoolFn, Dynamic, El, TextFn, View, all, el, keyed, maybe, part};

use crate::state::use_store;
use crate::text::Words;
use crate::text::lazy::LazyWords;
use leptos::prelude::*;
use std::rc::Rc;

/// A text that follows the state.
pub fn says(read: impl Fn() -> String + 'static) -> TextFn {
    Rc::new(read)
}

/// A word of the interface, in its current language.
pub fn word(read: fn(&Words) -> &'static str) -> TextFn {
    let store = use_store();
    says(move || read(store.words()).to_owned())
}

/// A word of the views that are loaded later, in the current language.
pub fn lazy_word(read: fn(&LazyWords) -> &'static str) -> TextFn {
    let store = use_store();
    says(move || read(store.lazy_words()).to_owned())
}

/// The language tag of the plan's text as shown.
pub fn text_lang() -> TextFn {
    let store = use_store();
    says(move || store.text_lang().to_owned())
}

/// A condition that follows the state.
pub fn is(read: impl Fn() -> bool + 'static) -> BoolFn {
    Rc::new(read)
}

/// A button with this text.
pub fn button(name: TextFn, act: impl FnMut() + 'static) -> El {
    el("button").set("type", "button").press(act).says(name)
}

/// Runs now, and again whenever a signal that it reads changes, as long as the view around it exists. Views are shown by the
/// same kind of effect, because a second kind would cost a kilobyte.
pub fn follow(run: impl Fn() + 'static) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || end(effect));
}
