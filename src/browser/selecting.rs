//! Selecting the text of a label never switches its box: a drag, a double click, a triple click. A click alone does, and
//! so do the keyboard and assistive technology, whose clicks have no count.

use super::page::{later, listen_first};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement, HtmlLabelElement, Node};

/// So long a click waits for a second one, in milliseconds. The box shows it at once; only what follows from it waits.
const WAIT: i32 = 300;

/// A box that shows a click and has not told of it yet.
struct Waiting {
    label: HtmlLabelElement,
    input: HtmlInputElement,
}

#[derive(Default)]
struct Clicks {
    waiting: RefCell<Option<Waiting>>,
    /// The label of whose click its box has told last: a slow second click takes it back.
    told: RefCell<Option<HtmlLabelElement>>,
}

/// Lets the labels of this selector be selected. Called before anything of the page listens.
pub fn let_select(labels: &'static str) {
    let clicks = Rc::new(Clicks::default());
    for name in ["pagehide", "blur", "keydown", "beforeprint"] {
        let clicks = clicks.clone();
        listen_first(name, move |_| clicks.tell());
    }
    listen_first("click", move |event| clicks.click(&event, labels));
}

impl Clicks {
    fn click(self: &Rc<Self>, event: &Event, labels: &str) {
        let count = event.dyn_ref::<web_sys::UiEvent>().map_or(0, web_sys::UiEvent::detail);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let label = target.and_then(|target| target.closest(labels).ok().flatten());
        let label = label.and_then(|label| label.dyn_into::<HtmlLabelElement>().ok()).filter(|_| count > 0);
        let Some(label) = label else { return self.tell() };
        let input = label.control().and_then(|control| control.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        event.prevent_default();
        if count > 1 {
            if let Some(Waiting { input, .. }) = self.waiting.take() {
                input.set_checked(!input.checked());
            } else if self.told.take().is_some_and(|told| told == label) {
                switch(&input);
            }
            return;
        }
        self.tell();
        self.told.take();
        if selects(&label) {
            return;
        }
        let _ = input.focus();
        input.set_checked(!input.checked());
        *self.waiting.borrow_mut() = Some(Waiting { label: label.clone(), input });
        let clicks = self.clone();
        later(WAIT, move || {
            let is_it = |waiting: &Waiting| waiting.label == label;
            if clicks.waiting.borrow().as_ref().is_some_and(is_it) {
                clicks.tell();
            }
        });
    }

    /// Tells what waits.
    fn tell(&self) {
        if let Some(Waiting { label, input }) = self.waiting.take() {
            *self.told.borrow_mut() = Some(label);
            input.set_checked(!input.checked());
            switch(&input);
        }
    }
}

/// Switches a box as a click on it does, with all that it tells.
fn switch(input: &HtmlInputElement) {
    input.click();
}

/// Whether a part of this label is selected.
fn selects(label: &Node) -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| {
        !selection.is_collapsed()
            && selection.contains_node_with_allow_partial_containment(label, true).unwrap_or(false)
    })
}
