//! What is dropped on the page or pasted into a field.

use super::files::{NoBytes, bytes_of_all};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, Event, HtmlDocument, HtmlInputElement};

/// So many kinds of data that are dragged are looked at.
const MOST_KINDS: u32 = 8;

/// Lets a file that is dragged over the page be dropped there.
pub fn allow(event: &Event) {
    let kinds = data(event).and_then(|data| Reflect::get(&data, &"types".into()).ok());
    let is_files = |kinds: &JsValue, at: u32| {
        Reflect::get(kinds, &at.into()).is_ok_and(|kind| kind.as_string().as_deref() == Some("Files"))
    };
    if kinds.is_some_and(|kinds| (0..MOST_KINDS).any(|at| is_files(&kinds, at))) {
        event.prevent_default();
    }
}

/// Takes the files that were dropped or pasted, if there are any and no text with them, and reads each as `files::bytes_of_all_chosen`
/// does. Returns whether there are.
pub fn take_files(
    event: &Event,
    most: f64,
    then: impl Fn(u32, String, Result<Vec<u8>, NoBytes>) + Clone + 'static,
) -> bool {
    let is_taken = data(event)
        .filter(|data| text(data, "text/plain").is_empty())
        .is_some_and(|data| bytes_of_all(&data, most, then));
    if is_taken {
        event.prevent_default();
    }
    is_taken
}

/// What is pasted as a piece of a web page, and as plain text.
pub fn pasted(event: &Event) -> Option<(String, String)> {
    let data = data(event)?;
    let page = text(&data, "text/html");
    (!page.is_empty()).then(|| (page, text(&data, "text/plain")))
}

/// Types a text into the field of this id, in place of what is selected there: it can be taken back as what a person types.
pub fn type_into(id: &str, text: &str) {
    let Some(field) = super::page::element(id) else { return };
    super::page::focus(id);
    let document = super::page::document().map(JsCast::unchecked_into::<HtmlDocument>);
    let typed = document.map(|document| document.exec_command_with_show_ui_and_value("insertText", false, text));
    if !matches!(typed, Some(Ok(true))) {
        // An engine that does not type: the text goes behind what is there.
        let field: HtmlInputElement = field.unchecked_into();
        field.set_value(&(field.value() + text));
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &init) {
            let _ = field.dispatch_event(&event);
        }
    }
}

fn data(event: &Event) -> Option<DataTransfer> {
    let of = |name: &str| Reflect::get(event, &name.into()).ok().filter(JsValue::is_object);
    of("dataTransfer").or_else(|| of("clipboardData")).map(JsCast::unchecked_into)
}

fn text(data: &DataTransfer, kind: &str) -> String {
    data.get_data(kind).unwrap_or_default()
}
