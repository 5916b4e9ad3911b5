//! The document and its window: address, scrolling, focus, keys, printing, language and theme.
//!
//! Nothing here fails: what the browser cannot do is left out.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, Window};

/// How long a change in a tab that is not visible is taken to need to be painted, in milliseconds.
const UNSEEN: i32 = 250;

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

pub(super) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Calls `heard` for every event of this name that reaches the window, as long as the page is open.
pub(super) fn listen(name: &str, heard: impl Fn(Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(heard);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

/// Calls `heard` before any other listener does.
pub(super) fn listen_first(name: &str, heard: impl Fn(Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(heard);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true);
    }
    heard.forget();
}

/// Calls `then` after this many milliseconds; with 0, once the page has applied the current changes.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
    }
}

/// Calls `then` once all changes so far are painted; if nothing is painted, as in a tab that is not visible, a moment later.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let once = then.clone();
    let painted = Closure::once_into_js(move || after(0, move || once.take().map_or((), |then| then())));
    if let Some(window) = window() {
        let _ = window.request_animation_frame(painted.unchecked_ref());
    }
    after(UNSEEN, move || then.take().map_or((), |then| then()));
}

/// The element that the page is drawn into.
pub type Root = HtmlElement;

/// The element with this id, to draw the page into.
pub fn root(id: &str) -> Option<Root> {
    element(id)?.dyn_into().ok()
}

/// The text in the element with this id; `None` if there is no such element.
pub fn text_of(id: &str) -> Option<String> {
    element(id)?.text_content()
}

/// Whether the page is the one file, which has its program in it.
pub fn is_one_file() -> bool {
    has("first")
}

/// The page as it is now, as HTML.
pub fn whole() -> Option<String> {
    // Looked up, as each name of the browser that is called directly costs a first visit a few bytes.
    js_sys::Reflect::get(&document()?.document_element()?.into(), &"outerHTML".into()).ok()?.as_string()
}

/// Puts styles into the page after those that are there, once for each id. The page's policy has to allow them by hash.
pub fn style(id: &str, styles: &str) {
    let Some(document) = document().filter(|document| document.get_element_by_id(id).is_none()) else { return };
    if let (Ok(style), Some(head)) = (document.create_element("style"), document.head()) {
        style.set_id(id);
        style.set_text_content(Some(styles));
        let _ = head.append_child(&style);
    }
}

/// What a person did with the page before the program ran.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prerendered {
    /// The ids of the rows that were ticked (`true`) or unticked (`false`).
    pub ticked: Vec<(String, bool)>,
    /// The text typed into the search.
    pub typed: String,
    /// Whether the search has the focus.
    pub in_search: bool,
    /// The tag of the language in which the list stands there.
    pub lang: String,
}

/// Takes what was done in the element with this id before the program ran, as marked by the script of the page. From here on
/// the element is the program's: the `added` attributes, each a selector and a name, are removed from its elements.
pub fn take_prerendered(id: &str, added: &[(&str, &str)]) -> Prerendered {
    let Some(root) = element(id) else { return Prerendered::default() };
    let mut prerendered = Prerendered::default();
    for field in all_in(&root, "li[id] > [data-ticked]") {
        let on = field.get_attribute("data-ticked").as_deref() == Some("yes");
        prerendered.ticked.extend(field.parent_element().map(|row| (row.id(), on)));
    }
    if let Some(search) = root.query_selector("#search[data-ticked]").ok().flatten() {
        prerendered.typed =
            search.dyn_into::<web_sys::HtmlInputElement>().map(|search| search.value()).unwrap_or_default();
    }
    prerendered.in_search =
        document().and_then(|document| document.active_element()).is_some_and(|at| at.id() == "search");
    for (selector, attribute) in added {
        for element in all_in(&root, selector) {
            let _ = element.remove_attribute(attribute);
        }
    }
    prerendered.lang = language_of_prerendered(id);
    let _ = root.remove_attribute("data-prerendered");
    // A script that is not the page's may have failed before; the page runs all the same.
    if let Some(sentence) = element("cannot-run") {
        let _ = sentence.set_attribute("hidden", "");
    }
    prerendered
}

/// The tag of the language in which a list stands in the element with this id before the program runs; empty where none does.
pub fn language_of_prerendered(id: &str) -> String {
    element(id).and_then(|root| root.get_attribute("data-prerendered")).unwrap_or_default()
}

/// The elements inside an element that this selector matches.
pub(super) fn all_in(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}

/// Removes everything in the element with this id.
pub fn clear(id: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(None);
    }
}

/// The id of the element with the address at which a page opens that is opened without one.
pub const OPENS_AT: &str = "handed-at";

/// The fragment of the address, with its leading `#`; without one that at which the page opens, and empty if nothing says so.
pub fn fragment() -> String {
    let fragment = window().and_then(|window| window.location().hash().ok()).filter(|fragment| !fragment.is_empty());
    fragment.or_else(|| text_of(OPENS_AT)).unwrap_or_default()
}

/// Writes the fragment, as a new entry in the browser's history or in place of the current one. Listeners are not called.
pub fn set_fragment(fragment: &str, is_step: bool) {
    let Some(window) = window() else { return };
    let written = window.history().and_then(|history| {
        if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
        }
    });
    // Some browsers forbid this for pages opened from a disk, but allow writing the address itself.
    if written.is_err() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Keeps a text with the current entry of the browser's history: it is there when the page is loaded again there.
pub fn remember(text: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&text.into(), "", Some(&fragment()));
    }
}

/// The text that is kept with the current entry of the browser's history. Read as a value: a name of the browser that is called
/// directly costs a first visit a few bytes.
pub fn remembered() -> Option<String> {
    let history = window()?.history().ok()?;
    js_sys::Reflect::get(&history, &"state".into()).ok()?.as_string()
}

/// Calls `heard` with the fragment whenever it changes through a link, the address bar or "back".
pub fn on_fragment(heard: impl Fn(String) + 'static) {
    listen("hashchange", move |_| heard(fragment()));
}

/// Calls `heard` when the page is about to go: closed, left, or suspended by a phone.
pub fn on_leaving(heard: impl Fn() + Clone + 'static) {
    let sleep = heard.clone();
    listen("pagehide", move |_| heard());
    listen("blur", move |_| sleep());
}

/// Calls `heard` before a person looks at the page again or prints it: when it comes back from the browser's cache of pages,
/// when its window gets the focus, and before printing.
pub fn on_return(heard: impl Fn() + Clone + 'static) {
    for event in ["pageshow", "visibilitychange", "focus", "beforeprint"] {
        let heard = heard.clone();
        listen(event, move |_| heard());
    }
}

/// Calls `heard` when a person does something other than typing into a field: clicks, presses a key that types nothing, goes
/// to another field, leaves the page. It is called before the browser acts on that.
pub fn on_doing_else(heard: impl Fn() + Clone + 'static) {
    for event in ["click", "focusout", "blur", "pagehide"] {
        let heard = heard.clone();
        listen(event, move |_| heard());
    }
    listen("keydown", move |event| {
        let types = |key: &web_sys::KeyboardEvent| {
            let alone = !(key.ctrl_key() || key.meta_key() || key.alt_key());
            // A key that types has its character as its name; the other keys here change or search through what is typed.
            alone && (key.key().chars().count() == 1 || matches!(key.key().as_str(), "Backspace" | "Delete"))
                || key.key() == "Process"
                || key.key() == "Shift"
                || key.key() == "Unidentified"
        };
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| !types(key)) {
            heard();
        }
    });
}

/// A key combination for undo or redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoKey {
    /// Ctrl+Z or ⌘Z.
    Undo,
    /// Ctrl+Shift+Z, ⌘⇧Z or Ctrl+Y.
    Redo,
}

/// Calls `heard` when an undo key is pressed anywhere but in a text field, which has its own undo.
pub fn on_undo_key(heard: impl Fn(UndoKey) + 'static) {
    listen("keydown", move |event| {
        if let Some(pressed) = undo_key(&event).filter(|_| !in_text_field(&event)) {
            event.prevent_default();
            heard(pressed);
        }
    });
}

/// The undo key that is pressed.
pub(super) fn undo_key(event: &Event) -> Option<UndoKey> {
    let key = event.dyn_ref::<web_sys::KeyboardEvent>()?;
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return None;
    }
    match (key.key().as_str(), key.shift_key()) {
        ("z" | "Z", false) => Some(UndoKey::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(UndoKey::Redo),
        _ => None,
    }
}

/// Whether an event comes from a field that is typed into.
pub(super) fn in_text_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let text = "textarea, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=file])";
    target.is_some_and(|target| target.matches(text).unwrap_or(false))
}

/// Calls `heard` when Ctrl+P or ⌘P is pressed; if it returns `true`, the browser does not print by itself.
pub fn on_print_key(heard: impl Fn() -> bool + 'static) {
    listen("keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let alone = !key.alt_key() && !key.shift_key();
        if (key.ctrl_key() || key.meta_key()) && alone && matches!(key.key().as_str(), "p" | "P") && heard() {
            event.prevent_default();
        }
    });
}

/// Calls `heard` with a letter, `/` or `?` that is pressed alone and where nothing takes it, and with `Escape` anywhere.
pub fn on_plain_key(heard: impl Fn(String) + 'static) {
    listen("keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if key.ctrl_key() || key.meta_key() || key.alt_key() || event.default_prevented() {
            return;
        }
        let name = key.key();
        let is_plain = name.len() == 1 && name.contains(|c: char| c.is_ascii_lowercase() || matches!(c, '/' | '?'));
        let chooses = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
        if name == "Escape" || is_plain && !in_text_field(&event) && chooses.is_none() {
            // Firefox searches with the one; the other would be typed into the selector that it leads to. Some browsers empty a search
            // that is left, without saying so.
            if matches!(name.as_str(), "/" | "u") || in_text_field(&event) {
                event.prevent_default();
            }
            heard(name);
        }
    });
}

/// Scrolls an element into view, to this part of the window.
pub(super) fn scroll(element: &Element, block: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether there is an element with this id.
pub fn has(id: &str) -> bool {
    element(id).is_some()
}

/// Scrolls the element with this id into view, only as far as needed.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        scroll(&element, web_sys::ScrollLogicalPosition::Nearest);
    }
}

/// Scrolls to the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls to the element with this id and focuses it, or the first element in it that takes the focus.
pub fn go_to(id: &str) {
    let Some(element) = element(id) else { return };
    scroll(&element, web_sys::ScrollLogicalPosition::Start);
    let inner = if element.has_attribute("tabindex") { None } else { element.query_selector("input").ok().flatten() };
    focus_on(inner.unwrap_or(element));
}

/// Focuses the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        focus_on(element);
    }
}

pub(super) fn focus_on(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// If a key press removes or disables the focused element, focuses the element with this id, so that the focus is not lost.
pub fn keep_focus(id: &'static str) {
    listen("click", move |event| {
        // A pointer needs no focus, and some browsers do not focus a pressed button.
        if event.dyn_ref::<web_sys::UiEvent>().is_some_and(|event| event.detail() == 0) {
            after(0, move || {
                focus_if_nowhere(id);
                // What became shorter above it may have moved it under what stays on top.
                if let Some(focused) = document().and_then(|document| document.active_element()) {
                    scroll(&focused, web_sys::ScrollLogicalPosition::Nearest);
                }
            });
        }
    });
}

/// Focuses the element with this id, without scrolling, if nothing has the focus or a disabled element has it.
pub fn focus_if_nowhere(id: &str) {
    focus_unless(id, |focused| !focused.matches("body, :disabled").unwrap_or(false));
}

/// Focuses the element with this id, without scrolling, unless what has the focus `keeps` it.
pub(super) fn focus_unless(id: &str, keeps: impl Fn(&Element) -> bool) {
    let focused = document().and_then(|document| document.active_element());
    if !focused.is_some_and(|focused| keeps(&focused))
        && let Some(element) = element(id)
    {
        focus_still(element);
    }
}

/// Focuses an element without scrolling.
pub(super) fn focus_still(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Sets the width of the window for the styles, now and whenever it changes: `--screen`, in CSS pixels without the unit. Only
/// sheets of paper use it; with each change the styles and layout of the whole page are computed again.
pub fn tell_width() {
    let tell = || {
        let root = document().and_then(|document| document.document_element());
        let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return false };
        let style = root.style();
        let is_told = !style.get_property_value("--screen").unwrap_or_default().is_empty();
        let _ = style.set_property("--screen", &root.client_width().to_string());
        is_told
    };
    if !tell() {
        listen("resize", move |_| _ = tell());
    }
}

/// Calls `heard` when the browser has a newer version of the page than this one. `xtask/site/src/offline/register.js`, the
/// script that keeps the site for use without a network, reports it.
pub fn on_new_version(heard: impl Fn() + 'static) {
    let root = document().and_then(|document| document.document_element());
    if root.is_some_and(|root| root.has_attribute("data-new-version")) {
        heard();
    }
    listen("yaodian-new-version", move |_| heard());
}

/// Switches to the newer version and loads it.
pub fn renew() {
    if let (Some(window), Ok(event)) = (window(), Event::new("yaodian-renew")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The languages the browser asks for, the preferred one first.
pub fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Sets the language of the document.
pub fn set_language(tag: &str) {
    set_on_root("lang", Some(tag));
}

/// Sets the title of the window, unless it is the same already.
pub fn set_title(title: &str) {
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Sets the theme (`light`, `dark`); `None` follows the system.
pub fn set_theme(theme: Option<&str>) {
    set_on_root("data-theme", theme);
}

/// Sets an attribute of the root element, or removes it, unless it is so already: after any write to an attribute of the
/// root, even of the same value, browsers compute the styles of everything in it.
fn set_on_root(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    if root.get_attribute(name).as_deref() == value {
        return;
    }
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
