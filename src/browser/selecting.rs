//! Lets the text of a label be selected without switching its checkbox: by dragging, by a double or triple click. Only a
//! single click switches it, and so do the keyboard and assistive technology, whose clicks have a count of 0.

use super::page::{after, listen_first};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement, HtmlLabelElement, Node, Window};

/// How long a click waits for a second one, in milliseconds. The checkbox shows it at once; only its effects wait.
const WAIT: i32 = 300;

/// The state of a click.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// The checkbox shows the click, but no listener was told.
    Waits,
    /// Listeners were told; a slow second click undoes the first.
    Told,
    /// The click has no further effects.
    Over,
}

/// A click on the text of a label.
struct Click {
    label: HtmlLabelElement,
    input: HtmlInputElement,
    /// Whether the checkbox was ticked before.
    was: bool,
    then: Cell<Then>,
}

#[derive(Default)]
struct Clicks(RefCell<Option<Rc<Click>>>);

/// Lets labels that this selector matches be selected. Must be called before any listener of the page is added.
pub fn let_select(labels: &'static str) {
    let clicks = Rc::new(Clicks::default());
    // What a person does next must come after the click. `blur` is that of the window only: pressing on a text again takes
    // the focus from its checkbox.
    for name in ["keydown", "hashchange", "beforeprint", "visibilitychange", "pagehide", "blur"] {
        let clicks = clicks.clone();
        listen_first(name, move |event| {
            if name != "blur" || event.target().is_some_and(|target| target.is_instance_of::<Window>()) {
                clicks.tell();
            }
        });
    }
    listen_first("click", move |event| clicks.click(&event, labels));
}

impl Clicks {
    fn click(&self, event: &Event, labels: &str) {
        let count = event.dyn_ref::<web_sys::UiEvent>().map_or(0, web_sys::UiEvent::detail);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let label = target.and_then(|target| target.closest(labels).ok().flatten());
        let label = label.and_then(|label| label.dyn_into::<HtmlLabelElement>().ok()).filter(|_| count > 0);
        let Some(label) = label else { return self.tell() };
        let input = label.control().and_then(|control| control.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        event.prevent_default();
        let last = self.0.borrow().clone();
        if let Some(last) = last.filter(|last| count > 1 && last.label == label) {
            return last.take_back();
        }
        self.tell();
        let click = Rc::new(Click { was: input.checked(), label, input, then: Cell::new(Then::Over) });
        self.0.replace(Some(click.clone()));
        if !selects(&click.label) {
            let _ = click.input.focus();
            click.input.set_checked(!click.was);
            click.then.set(Then::Waits);
            after(WAIT, move || click.tell());
        }
    }

    /// Tells listeners of the last click, if it waits.
    fn tell(&self) {
        let last = self.0.borrow().clone();
        if let Some(last) = last {
            last.tell();
        }
    }
}

impl Click {
    fn tell(&self) {
        if self.then.get() == Then::Waits {
            self.then.set(Then::Told);
            self.input.set_checked(self.was);
            // Like a click on the checkbox, with all events of one.
            self.input.click();
        }
    }

    fn take_back(&self) {
        match self.then.replace(Then::Over) {
            Then::Waits => self.input.set_checked(self.was),
            Then::Told if self.input.checked() != self.was => self.input.click(),
            Then::Told | Then::Over => {}
        }
    }
}

/// Whether a part of this label's text is selected.
fn selects(label: &Node) -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| {
        !selection.is_collapsed()
            && selection.contains_node_with_allow_partial_containment(label, true).unwrap_or(false)
    })
}
