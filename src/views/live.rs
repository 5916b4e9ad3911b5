//! What follows the state, in few types: every text is a `Signal<String>`, every switch a `Signal<bool>`, every part
//! that comes and goes a boxed function, every handler a boxed one. Each type of closure that a view is made of costs
//! a kilobyte or two of WebAssembly; these cost that once.

use crate::state::use_store;
use crate::text::Words;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;

/// A part of a view that is drawn again whenever what it reads changes.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// A part of a view that is drawn again whenever what it reads changes.
pub fn part(draw: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(draw)
}

/// A part that is there or not.
pub fn maybe(mut draw: impl FnMut() -> Option<AnyView> + Send + 'static) -> Part {
    Box::new(move || draw().unwrap_or_else(|| ().into_any()))
}

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

/// What happens on a click.
pub fn press(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// What happens when a checkbox or radio button is switched.
pub fn switched(mut act: impl FnMut(bool) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| act(event_target_checked(&event)))
}

/// What happens when a field is typed into or a choice is made.
pub fn typed(mut act: impl FnMut(String) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| act(event_target_value(&event)))
}

/// Runs now, and again whenever what it reads changes. Effects of several types would each cost a kilobyte.
pub fn follow(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}
