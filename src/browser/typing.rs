//! What it means that a text was typed, for every field of the page: one change that every listener may believe.
//!
//! While an input method composes, and between the two halves in which some systems send a character (😀, 𠮷), a field holds what
//! nobody has written yet; so does a field for a date whose year is half typed. None of that reaches a listener of the page.
//! Chromium sends the last change of a composition before its end, Firefox and Safari after it: here it comes once, as the
//! `input` event that follows the end, or as one of our own where none does.

use super::page::{after, listen_first};
use js_sys::{JsString, Reflect, RegExp};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, InputEvent, KeyboardEvent};

/// The key code of a key that an input method took for itself, in every engine; Safari says nothing else of the Enter that
/// ends a composition.
const TAKEN: u32 = 229;

#[derive(Default)]
struct Typing {
    composing: Cell<bool>,
    /// The field whose listeners have not heard yet what it holds.
    owed: RefCell<Option<EventTarget>>,
}

/// Lets listeners hear of texts only when they are typed. Called before anything of the page listens.
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
            "compositionstart" => self.composing.set(true),
            "compositionend" => {
                self.composing.set(false);
                *self.owed.borrow_mut() = event.target();
                // By then the engine has sent its own event, if it does.
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
            // A field that is left holds what it holds.
            _ => {
                self.composing.set(false);
                self.pay(true);
            }
        }
    }

    fn input(&self, event: &Event) {
        // Safari takes out what was composed before it puts in what was meant by it.
        let says_so = |input: &InputEvent| input.is_composing() || input.input_type() == "deleteCompositionText";
        let composing = self.composing.get() || event.dyn_ref().is_some_and(says_so);
        if composing || !is_whole(&value(event.target().as_ref())) {
            *self.owed.borrow_mut() = event.target();
            event.stop_immediate_propagation();
            return;
        }
        *self.owed.borrow_mut() = None;
        // What is half typed is no date; the field shows it until it is one.
        let half = |field: &Element| field.matches("[type=date]:invalid").unwrap_or(false);
        if event.target().and_then(|target| target.dyn_into().ok()).is_some_and(|field| half(&field)) {
            event.stop_immediate_propagation();
        }
    }

    /// Tells what is owed. A half of a character that stays alone is none: it goes when the field is `left`.
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

/// What a field holds, with the halves of characters that a text of Rust's cannot have.
fn value(field: Option<&EventTarget>) -> JsString {
    let value = field.and_then(|field| Reflect::get(field, &"value".into()).ok());
    value.and_then(|value| value.dyn_into().ok()).unwrap_or_default()
}

/// Halves of characters that stand alone.
fn halves(flags: &str) -> RegExp {
    RegExp::new("[\\ud800-\\udfff]", flags)
}

fn is_whole(text: &JsString) -> bool {
    text.search(&halves("u")) < 0
}
