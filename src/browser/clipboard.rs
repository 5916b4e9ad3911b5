//! The clipboard.

use super::page::{document, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlDocument, HtmlElement};

/// Puts a text on the clipboard. Must be called while the browser still counts what a person did as the cause.
pub fn copy(text: &str) {
    // Only pages from `https` and from this machine have the newer way.
    let newer = || -> Option<()> {
        let navigator = JsValue::from(window()?.navigator());
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok().filter(|clipboard| !clipboard.is_falsy())?;
        let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
        let done = write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok()?;
        let text = text.to_owned();
        let refused = Closure::once(move |_: JsValue| _ = older(&text));
        let _ = done.catch(&refused);
        refused.forget();
        Some(())
    };
    if newer().is_none() {
        older(text);
    }
}

/// Selects the text in a field that is there for a moment, and copies what is selected.
fn older(text: &str) -> Option<()> {
    let document = document()?;
    let field = document.create_element("textarea").ok()?;
    field.set_attribute("class", "sr-only").ok()?;
    field.set_text_content(Some(text));
    document.body()?.append_child(&field).ok()?;
    let before = document.active_element();
    let select = Reflect::get(&field, &"select".into()).ok()?.dyn_into::<Function>().ok()?;
    let _ = select.call0(&field);
    let _ = document.dyn_into::<HtmlDocument>().ok()?.exec_command("copy");
    field.remove();
    if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(())
}

/// The address of the page without its fragment.
pub fn place() -> String {
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}
