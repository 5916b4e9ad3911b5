//! The rows of the list for who works by keyboard: going from one to the next, and opening its report.

use super::page::{document, focus_on, scroll};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ScrollLogicalPosition};

/// The rows that are seen, from the first to the last.
fn rows() -> Vec<Element> {
    let found = document().and_then(|document| document.query_selector_all("li.measure:not([hidden])").ok());
    let Some(found) = found else { return Vec::new() };
    let row = |i| found.get(i)?.dyn_into::<Element>().ok();
    // What is hidden with its task has no place.
    (0..found.length())
        .filter_map(row)
        .filter(|row| row.closest("[hidden]").is_ok_and(|hidden| hidden.is_none()))
        .collect()
}

/// The row in which the focus is.
fn row_in_focus() -> Option<Element> {
    document()?.active_element()?.closest("li.measure").ok()?
}

/// Focuses the box, or what else can be pressed, of the row that stands `by` rows behind the one in which the focus is, as far as there are rows; without one the first
/// that is not above the window.
pub fn step(by: i32) {
    let rows = rows();
    let now = row_in_focus().and_then(|now| rows.iter().position(|row| *row == now));
    let below = || rows.iter().position(|row| row.get_bounding_client_rect().top() > 0.0);
    let to = match now {
        Some(now) => now.saturating_add_signed(by as isize).min(rows.len().saturating_sub(1)),
        None => below().unwrap_or(0),
    };
    if let Some(row) = rows.get(to) {
        scroll(row, ScrollLogicalPosition::Nearest);
        focus_row(row);
    }
}

/// Focuses the row with this id, or what else has it.
pub fn go_to(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        if element.matches("li.measure").unwrap_or(false) { focus_row(&element) } else { focus_on(element) }
    }
}

/// Presses what a selector finds within the element `around` the focus, and puts the focus on it. Returns whether there is such a thing.
pub fn press_within(around: &str, wanted: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    let around = focused.and_then(|focused| focused.closest(around).ok().flatten());
    let found = around.and_then(|around| around.query_selector(wanted).ok().flatten());
    let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    found
        .inspect(|found| {
            let _ = found.focus();
            found.click();
        })
        .is_some()
}

/// On a list that can only be read the box takes no focus, and the way into its report does.
fn focus_row(row: &Element) {
    row.query_selector("input:not(:disabled), button.state").ok().flatten().into_iter().for_each(focus_on);
}

/// The id of the row in which the focus is.
pub fn row_id() -> Option<String> {
    row_in_focus().map(|row| row.id())
}

/// Whether the focus is on an element of this selector.
pub fn is_in(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.matches(selector).unwrap_or(false))
}

/// Presses the element that this selector finds first. Returns whether there is one.
pub fn press(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    found.inspect(HtmlElement::click).is_some()
}
