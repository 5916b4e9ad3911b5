//! The keys that are pressed alone, and copying a link: what each does.

use crate::browser::{clipboard, keys, page, pointing};
use crate::domain::settings::Lang;
use crate::element::View;
use crate::route::{Print, Route};
use crate::state::{About, Notice, Store};
use crate::text::keys::KeyWords;
use crate::views::keys::{CLOSE, foot};
use crate::views::lazy::bring_now;
use leptos::prelude::*;
use std::cell::Cell;

/// How long after `g` another letter is meant with it, in milliseconds.
const TOGETHER: u64 = 1_500;

thread_local! {
    /// When `g` was pressed.
    static BEFORE: Cell<u64> = const { Cell::new(0) };
    /// Whether the sheet is open that lists the keys.
    static SHEET: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
    /// Whether it is to be open as soon as it is drawn.
    static OPENS: Cell<bool> = const { Cell::new(false) };
    /// The id of the row, or of whatever else it was, in which the focus was when it was opened.
    static FROM: Cell<Option<String>> = const { Cell::new(None) };
}

/// The sheet that lists the keys, and the way to it; closed, unless it was asked for before it was drawn.
pub fn help() -> View {
    let opens = OPENS.take();
    if opens {
        go_into_sheet();
    }
    let open = RwSignal::new(opens);
    SHEET.set(Some(open));
    foot(open, |open| _ = open_sheet(open))
}

/// Puts the focus into the sheet, once the browser has done what it does with what was pressed.
fn go_into_sheet() {
    page::after(0, || page::focus(CLOSE));
}

fn open_sheet(open: bool) -> bool {
    let sheet = SHEET.get().filter(|sheet| sheet.try_get_untracked().is_some());
    if open {
        FROM.set(Some(keys::row_id().unwrap_or_else(pointing::focused)));
    }
    let Some(sheet) = sheet else {
        OPENS.set(open);
        if open {
            bring_now();
        }
        return false;
    };
    if sheet.get_untracked() == open {
        return false;
    }
    sheet.set(open);
    if open {
        go_into_sheet();
    }
    if !open && let Some(from) = FROM.take() {
        keys::go_to(&from);
    }
    true
}

/// Does what a key is for, pressed alone and outside of a field; `Escape` in a field, too.
pub fn press(store: Store, key: &str) {
    if key == "Escape" {
        _ = open_sheet(false)
            || keys::press(".facets.is-open .facets-close")
            // No to a question, what is unfolded folded, a report closed.
            || keys::press_within("[role=alertdialog]", "button:last-of-type")
            || keys::press_within("details[open]", "summary")
            || keys::press_within("li.measure", "button.state[aria-expanded=true]")
            || leave_field();
        return;
    }
    if untrack(|| store.settings()).no_keys {
        return;
    }
    let now = store.now();
    if BEFORE.replace(0) + TOGETHER > now {
        return go(store, key);
    }
    match key {
        "j" => keys::step(1),
        "k" => keys::step(-1),
        "e" => _ = keys::press_within("li.measure", "button.state"),
        "/" => in_list(store, || page::focus("search")),
        "u" => in_list(store, || {
            page::focus("party");
            keys::press("#party");
        }),
        "g" => BEFORE.set(now),
        "y" => copy(store, ""),
        "?" => _ = open_sheet(true),
        _ => {}
    }
}

/// Goes on from the search or the selector to the list, where the other keys act.
fn leave_field() -> bool {
    let is_left = keys::is_in("#search, #party");
    if is_left {
        page::focus("list");
    }
    is_left
}

/// Does something with the search or the selector of the list, which is opened where it is not.
fn in_list(store: Store, then: fn()) {
    if page::has("search") {
        then();
    } else {
        go(store, "l");
        page::after_paint(then);
    }
}

/// Opens a view.
fn go(store: Store, key: &str) {
    let last = untrack(|| store.last_view());
    store.open(match key {
        "l" => Route::List(last),
        "o" => Route::Overview(None),
        "p" => Route::Print(Print::of(last)),
        "t" => Route::Read,
        "d" => Route::Data,
        "b" => Route::Plans,
        "r" => Route::Rounds(String::new()),
        "a" => Route::Arrangement,
        _ => return,
    });
}

/// Copies the link to this address within the page; of an empty one to the row that has the focus, else to what is open.
pub fn copy(store: Store, address: &str) {
    let row = || keys::row_id().map(|id| untrack(|| store.place_address(&id)));
    let fragment =
        Some(address.to_owned()).filter(|address| !address.is_empty()).or_else(row).unwrap_or_else(page::fragment);
    clipboard::copy(&[clipboard::place(), fragment].concat());
    let said = Lang::ALL.map(|lang| KeyWords::of(lang).copied.to_owned());
    store.tell(Notice::Told(said, About::Link));
}
