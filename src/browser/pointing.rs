//! Pointing at places of a text that is drawn beside what was read of it. Elements say in `data-at` which place they show.

use super::page::{
    UndoKey, all_in, document, focus_still, focus_unless, in_text_field, listen, listen_first, scroll, undo_key,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, KeyboardEvent, ScrollLogicalPosition};

/// What hears that something was scrolled or has another size; and that F8 was pressed outside of a text field, `true` without
/// Shift, which says whether it did something about it.
pub type Hear = (Box<dyn Fn()>, Box<dyn Fn(bool) -> bool>);

thread_local! {
    /// The one that hears; views come and go.
    static HEARS: RefCell<Option<Rc<Hear>>> = const { RefCell::new(None) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// The one that hears of undo keys.
    static UNDO: RefCell<Option<HearUndo>> = const { RefCell::new(None) };
    /// The field that was typed into last.
    static TYPED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Lets these functions hear what is done, instead of those before.
pub fn hear(hears: Option<Hear>) {
    HEARS.set(hears.map(Rc::new));
    if LISTENS.replace(true) {
        return;
    }
    // Scrolling of an element is heard on the way down only.
    listen_first("scroll", |_| moved());
    listen("resize", |_| moved());
    listen("keydown", |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() != "F8" || key.ctrl_key() || key.meta_key() || key.alt_key() || in_text_field(&event) {
            return;
        }
        if hearer().is_some_and(|hears| (hears.1)(!key.shift_key())) {
            event.prevent_default();
        }
    });
}

fn hearer() -> Option<Rc<Hear>> {
    HEARS.with_borrow(Clone::clone)
}

fn moved() {
    if let Some(hears) = hearer() {
        (hears.0)();
    }
}

/// Called when an undo key is pressed that is not a text field's, with whether it was that of redo. Says whether it did something about it.
pub type HearUndo = Rc<dyn Fn(bool) -> bool>;

/// Lets this function hear of undo keys, instead of the one before and before anybody else, wherever the focus is. A field that is typed
/// into has its own; one of the panel has none before anything is typed into it.
pub fn hear_undo(heard: HearUndo) {
    if UNDO.replace(Some(heard)).is_some() {
        return;
    }
    listen_first("beforeinput", |event| TYPED.set(target(&event)));
    listen_first("keydown", |event| {
        let is_fields = || in_text_field(&event) && !is_untouched(&event);
        let Some(pressed) = undo_key(&event).filter(|_| !is_fields()) else { return };
        let heard = UNDO.with_borrow(Clone::clone);
        if heard.is_some_and(|heard| heard(pressed == UndoKey::Redo)) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
}

/// Whether an event comes from a field of the panel into which nothing was typed since it is there.
fn is_untouched(event: &Event) -> bool {
    let field = target(event);
    let is_in_panel = field.as_ref().is_some_and(|field| field.closest(".panel").ok().flatten().is_some());
    is_in_panel && TYPED.with_borrow(|typed| *typed != field)
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}

/// Whether an event comes from a field that is typed into.
pub fn types(event: &Event) -> bool {
    in_text_field(event)
}

/// Whether the part that folds is open from which an event comes.
pub fn is_open(event: &Event) -> bool {
    target(event).is_some_and(|target| target.has_attribute("open"))
}

/// The id of the element that has the focus; empty where it has none.
pub fn focused() -> String {
    document().and_then(|document| document.active_element()).map(|element| element.id()).unwrap_or_default()
}

/// The place that the innermost element around an event's target shows.
pub fn place_of(event: &Event) -> Option<String> {
    target(event)?.closest("[data-at]").ok().flatten()?.get_attribute("data-at")
}

/// Marks the elements that show one of these places, and takes the mark from all others. In a pane (`.pane`) without any of
/// `places`, those that show one of `around` are marked. In each pane the first that is marked is brought into view; the
/// first that can be seen gets the focus if `focus` says so.
pub fn point(places: &[String], around: &[String], focus: bool) {
    for marked in in_page(".pane .is-here") {
        let _ = marked.class_list().remove_1("is-here");
        let _ = marked.remove_attribute("aria-current");
    }
    let mut focused = !focus;
    for pane in in_page(".pane") {
        let of = |places: &[String]| -> Vec<Element> {
            places.iter().flat_map(|place| all_in(&pane, &format!("[data-at=\"{place}\"]"))).collect()
        };
        let exactly = of(places);
        let marked = if exactly.is_empty() { of(around) } else { exactly };
        for element in &marked {
            let _ = element.class_list().add_1("is-here");
            let _ = element.set_attribute("aria-current", "true");
        }
        let Some(first) = marked.first() else { continue };
        bring(&pane, first);
        if !focused && is_seen(first) {
            focused = true;
            let first = first.query_selector("button").ok().flatten().unwrap_or_else(|| first.clone());
            if !first.has_attribute("tabindex") {
                let _ = first.set_attribute("tabindex", "-1");
            }
            focus_still(first);
        }
    }
}

/// Scrolls a pane, or the window where the pane does not scroll by itself, until an element in it can be read.
fn bring(pane: &Element, element: &Element) {
    if !is_seen(element) {
        return;
    }
    let (around, own) = (pane.get_bounding_client_rect(), element.get_bounding_client_rect());
    let scrolls = pane.scroll_height() > pane.client_height() + 1;
    let edge = around.height() / 8.0;
    if scrolls && (own.top() < around.top() + edge || own.top() + own.height().min(edge) > around.bottom() - edge) {
        let by = own.top() - around.top() - around.height() / 3.0;
        #[allow(clippy::cast_possible_truncation, reason = "pixels of a page")]
        pane.set_scroll_top(pane.scroll_top() + by as i32);
    }
    let own = element.get_bounding_client_rect();
    let high = high().unwrap_or_default();
    if own.top() < high / 8.0 || own.top() > high * 0.875 {
        scroll(element, if scrolls { ScrollLogicalPosition::Nearest } else { ScrollLogicalPosition::Center });
    }
}

fn is_seen(element: &Element) -> bool {
    let own = element.get_bounding_client_rect();
    own.width() > 0.0 && own.height() > 0.0
}

/// The ids of the elements that this selector matches and that are within a window's height of the window.
pub fn near(selector: &str) -> Vec<String> {
    let Some(high) = high() else { return Vec::new() };
    let is_near = |element: &Element| {
        let own = element.get_bounding_client_rect();
        own.width() > 0.0 && own.bottom() > -high && own.top() < 2.0 * high
    };
    in_page(selector).iter().filter(|element| is_near(element)).map(Element::id).collect()
}

/// Focuses the element with this id unless something that can be seen has the focus.
pub fn focus_if_lost(id: &str) {
    focus_unless(id, |focused| is_seen(focused) && !focused.matches("body, textarea").unwrap_or(false));
}

/// The elements of the page that this selector matches.
fn in_page(selector: &str) -> Vec<Element> {
    let root = document().and_then(|document| document.document_element());
    root.map(|root| all_in(&root, selector)).unwrap_or_default()
}

/// The height of the window.
fn high() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}
