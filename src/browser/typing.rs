//! Tells listeners of a text once it is typed: one change for every field of the page that every listener may rely on.
//!
//! While an input method composes, and between the two halves in which some systems send a character (😀, 𠮷), a field holds a
//! text that nobody has finished; so does a date field whose year is half typed. None of that reaches a listener of the page.
//! Chromium sends the last change of a composition before its end, Firefox and Safari after it. Here listeners get it once:
//! as the `input` event that follows the end, or as an event of this module if none follows.
//!
//! A text that comes from elsewhere meanwhile, from another window, would end the composition and mix with it. So the field has the
//! attribute [`COMPOSING`] as long as it lasts, and whoever sets its text leaves that in the attribute (`element/dom.rs`). Where nothing
//! was typed in the end, the field says it then; where something was, that is said later, and counts.

use super::page::{after, listen_first};
use js_sys::{JsString, Reflect, RegExp};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, InputEvent, KeyboardEvent};

/// The key code of a key that an input method has taken, in every engine. In Safari only this marks the Enter that ends a
/// composition.
const TAKEN: u32 = 229;

/// The attribute of a field in which an input method composes: what the field would say otherwise.
const COMPOSING: &str = "data-composing";

#[derive(Default)]
struct Typing {
    composing: Cell<bool>,
    /// What the field said when the composition began.
    before: RefCell<JsString>,
    /// The field whose listeners have not been told of its current text.
    owed: RefCell<Option<EventTarget>>,
}

/// Delays `input` events until a text is typed. Must be called before any listener of the page is added.
pub fn settle() {
    let typing = Rc::new(Typing::default());
    for name in ["compositionstart", "compositionend", "input", "keydown", "keyup", "change", "focusout"] {
        let typing = typing.clone();
        listen_first(name, move |event| typing.hear(&event));
    }
}

impl Typing {
    fn hear(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "compositionstart" => {
                self.composing.set(true);
                let text = value(event.target().as_ref());
                if let Some(field) = element(event) {
                    let _ = field.set_attribute(COMPOSING, &String::from(&text));
                }
                *self.before.borrow_mut() = text;
            }
            "compositionend" => {
                self.composing.set(false);
                self.release(event);
                *self.owed.borrow_mut() = event.target();
                // By then the engine has sent its own event, if it sends one.
                let typing = self.clone();
                after(0, move || {
                    if !typing.composing.get() {
                        typing.pay(false);
                    }
                });
            }
            "input" => self.input(event),
            "keydown" | "keyup" => {
                let key = event.dyn_ref::<KeyboardEvent>();
                if key.is_some_and(|key| key.is_composing() || key.key_code() == TAKEN) {
                    event.stop_immediate_propagation();
                }
            }
            // When the focus leaves a field, its text counts as it is.
            _ => {
                self.composing.set(false);
                self.release(event);
                self.pay(true);
            }
        }
    }

    /// Gives a field free in which nothing is composed any more. Where its text is as it was, it says what it would say otherwise.
    fn release(&self, event: &Event) {
        let Some(field) = element(event) else { return };
        let Some(wanted) = field.get_attribute(COMPOSING) else { return };
        let _ = field.remove_attribute(COMPOSING);
        let before = self.before.borrow();
        if value(event.target().as_ref()) == *before && *before != *wanted {
            let _ = Reflect::set(&field, &"value".into(), &wanted.into());
        }
    }

    fn input(&self, event: &Event) {
        // Safari removes the composed text before it inserts the chosen one.
        let says_so = |input: &InputEvent| input.is_composing() || input.input_type() == "deleteCompositionText";
        let composing = self.composing.get() || event.dyn_ref().is_some_and(says_so);
        if composing || !is_whole(&value(event.target().as_ref())) {
            *self.owed.borrow_mut() = event.target();
            event.stop_immediate_propagation();
            return;
        }
        *self.owed.borrow_mut() = None;
        // A half-typed date is invalid; the field shows it until it is complete.
        let half = |field: &Element| field.matches("[type=date]:invalid").unwrap_or(false);
        if element(event).is_some_and(|field| half(&field)) {
            event.stop_immediate_propagation();
        }
    }

    /// Sends the event that is owed. A half of a character that stays alone is removed if the field is `left`.
    fn pay(&self, left: bool) {
        let Some(field) = self.owed.take() else { return };
        let text = value(Some(&field));
        if !is_whole(&text) {
            if !left {
                *self.owed.borrow_mut() = Some(field);
                return;
            }
            let whole = text.replace_by_pattern(&halves("gu"), "");
            let _ = Reflect::set(&field, &"value".into(), &whole);
        }
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
            let _ = field.dispatch_event(&event);
        }
    }
}

/// The element that an event is about.
fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The text of a field, including lone halves of characters, which a Rust string cannot hold.
fn value(field: Option<&EventTarget>) -> JsString {
    let value = field.and_then(|field| Reflect::get(field, &"value".into()).ok());
    value.and_then(|value| value.dyn_into().ok()).unwrap_or_default()
}

/// A pattern for lone halves of characters (surrogates).
fn halves(flags: &str) -> RegExp {
    RegExp::new("[\\ud800-\\udfff]", flags)
}

fn is_whole(text: &JsString) -> bool {
    text.search(&halves("u")) < 0
}
