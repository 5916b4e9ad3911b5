//! What follows the state, in few types: every text is a [`Says`], every switch an [`Is`]. Each type of closure that a
//! view is made of costs a kilobyte or two of WebAssembly; these cost that once.

use crate::element::dom::end;
pub use crate::element::{El, Is, Part, Says, View, all, el, keyed, maybe, part};

use crate::state::use_store;
use crate::text::Words;
use crate::text::later::LaterWords;
use leptos::prelude::*;
use std::rc::Rc;

/// A text that follows the state.
pub fn says(read: impl Fn() -> String + 'static) -> Says {
    Rc::new(read)
}

/// A word of the interface.
pub fn word(read: fn(&Words) -> &'static str) -> Says {
    let store = use_store();
    says(move || read(store.words()).to_owned())
}

/// A word of the views that a first visit does without.
pub fn later_word(read: fn(&LaterWords) -> &'static str) -> Says {
    let store = use_store();
    says(move || read(store.later_words()).to_owned())
}

/// The language tag of the plan's text as it is shown.
pub fn text_lang() -> Says {
    let store = use_store();
    says(move || store.text_lang().to_owned())
}

/// A switch that follows the state.
pub fn is(read: impl Fn() -> bool + 'static) -> Is {
    Rc::new(read)
}

/// A button of this name.
pub fn button(name: Says, act: impl FnMut() + 'static) -> El {
    el("button").set("type", "button").press(act).says(name)
}

/// Runs now, and again whenever what it reads changes, as long as the view around it is there. It is the kind of effect
/// that views are shown by: another kind would cost a kilobyte.
pub fn follow(run: impl Fn() + 'static) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || end(effect));
}
