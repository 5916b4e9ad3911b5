//! What only the browser can do for the review.

use crate::state::Store;
use leptos::ev::Event;
use std::rc::Rc;

/// Called later.
pub type Then = Box<dyn FnOnce()>;

/// What hears that something was scrolled or has another size; and that F8 was pressed, `true` without Shift, which says whether
/// it did something about it.
pub type Hear = (Box<dyn Fn()>, Box<dyn Fn(bool) -> bool>);

/// What only the browser can do for the review.
#[derive(Clone, Copy)]
pub struct Browser {
    /// Calls a function after so many milliseconds, if the plan is still open.
    pub after: fn(Store, i32, Then),
    /// Calls a function once what was drawn is painted, if the plan is still open.
    pub after_paint: fn(Store, Then),
    /// Lets these functions hear, instead of those before.
    pub hear: fn(Option<Hear>),
    /// Lets this function hear, instead of the one before, of undo keys that are pressed outside of a text field, `true` for redo. It says
    /// whether it did something about it; else the plan that is open hears of it.
    pub hear_undo: fn(Rc<dyn Fn(bool) -> bool>),
    /// Whether an event comes from a field that is typed into.
    pub types: fn(&Event) -> bool,
    /// Whether the part that folds is open from which an event comes.
    pub is_open: fn(&Event) -> bool,
    /// The id of the element that has the focus; empty where it has none.
    pub focused: fn() -> String,
    /// What the innermost element around an event's target has as `data-at`.
    pub place_of: fn(&Event) -> Option<String>,
    /// Marks the elements that have one of these texts as `data-at`, or else one of the second ones, brings them into view, and
    /// focuses the first if asked to.
    pub point: fn(&[String], &[String], bool),
    /// The ids of the elements that this selector matches and that are near the window.
    pub near: fn(&str) -> Vec<String>,
    /// Focuses the element with this id, if nothing else has the focus that can be seen.
    pub focus_if_lost: fn(&str),
}
