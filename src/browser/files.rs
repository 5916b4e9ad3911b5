//! Offers a text as a file, and reads chosen files as bytes.

use js_sys::Reflect;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Offers a text as a file with this name. Does nothing if the browser cannot.
pub fn save(name: &str, text: &str) {
    let _ = try_save(name, text);
}

/// Offers bytes as a file with this name, of this media type. Does nothing if the browser cannot.
pub fn save_bytes(name: &str, bytes: &[u8], kind: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    // The same as for texts: the browser tells bytes from words by itself.
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) {
        let _ = offer(name, &blob);
    }
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json;charset=utf-8");
    let parts = js_sys::Array::of1(&text.into());
    offer(name, &web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

fn offer(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file by the time the page is next idle.
    super::page::after(1000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Gets a text file of this name that the page's own host serves beside it, and calls `then` with it; with `None` where there is none.
/// The browser is asked by names that are looked up: each that is called directly costs a first visit a few bytes.
pub fn fetch(name: &str, then: impl FnOnce(Option<String>) + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let tell = move |text: Option<String>| {
        if let Some(then) = then.take() {
            then(text);
        }
    };
    let request = called(&js_sys::global(), "fetch", &name.into());
    let Some(Ok(request)) = request.map(JsCast::dyn_into::<js_sys::Promise>) else { return tell(None) };
    let (tell, failed) = (tell.clone(), tell);
    let has_answered = Closure::once_into_js(move |answer: JsValue| {
        let is_there = Reflect::get(&answer, &"ok".into()).is_ok_and(|ok| ok.is_truthy());
        if is_there { called(&answer, "text", &JsValue::NULL) } else { None }.unwrap_or(JsValue::NULL)
    });
    let has_come = Closure::once_into_js(move |text: JsValue| tell(text.as_string()));
    let has_failed = Closure::once_into_js(move |_: JsValue| failed(None));
    let text = called(&request, "then", &has_answered).unwrap_or_default();
    let told = called(&text, "then", &has_come).unwrap_or_default();
    called(&told, "catch", &has_failed);
}

/// What a method of this name gives for one argument; `None` if there is none, or it fails.
fn called(on: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method = Reflect::get(on, &name.into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    method.call1(on, argument).ok()
}

/// Gives the encodings to try for some bytes, by name, the likeliest first.
pub type Encodings = fn(&[u8]) -> &'static [&'static str];

/// Why a file has no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBytes {
    /// It is larger than was asked for, and was not read.
    TooLarge,
    /// The browser cannot read it.
    Unreadable,
}

/// Reads the bytes of each of the files chosen in the file input with this id, at most so many of one, and calls `then` with its place
/// among them, its name and the result. The input is emptied, so that the same files can be chosen again. Does nothing if none is
/// chosen.
pub fn bytes_of_all_chosen(
    input: &str,
    most: f64,
    then: impl Fn(u32, String, Result<Vec<u8>, NoBytes>) + Clone + 'static,
) {
    if let Some(input) = field(input)
        && bytes_of_all(&input, most, then)
    {
        input.set_value("");
    }
}

fn field(id: &str) -> Option<web_sys::HtmlInputElement> {
    super::page::element(id).and_then(|e| e.dyn_into().ok())
}

/// So many files are read that are chosen or dropped at once.
const MOST_FILES: u32 = 1000;

/// Reads each of the files that a field or a transfer has; whether there are any.
pub(super) fn bytes_of_all(
    of: &JsValue,
    most: f64,
    then: impl Fn(u32, String, Result<Vec<u8>, NoBytes>) + Clone + 'static,
) -> bool {
    let files: Vec<web_sys::File> = (0..MOST_FILES).map_while(|place| file(of, place)).collect();
    for (place, file) in (0..).zip(&files) {
        let then = then.clone();
        bytes(file, most, move |name, bytes| then(place, name, bytes));
    }
    !files.is_empty()
}

/// One of the files that a field or a transfer has. Each name of the browser that is called directly costs a first visit a few
/// bytes; these are read as values.
fn file(of: &JsValue, place: u32) -> Option<web_sys::File> {
    let files = Reflect::get(of, &"files".into()).ok()?;
    Reflect::get(&files, &place.into()).ok().filter(JsValue::is_object).map(JsCast::unchecked_into)
}

fn bytes(file: &web_sys::File, most: f64, then: impl FnOnce(String, Result<Vec<u8>, NoBytes>) + 'static) {
    let name = file.name();
    if file.size() > most {
        then(name, Err(NoBytes::TooLarge));
    } else if let Ok(reader) = web_sys::FileReader::new() {
        let handle = reader.clone();
        let done = Closure::once_into_js(move || {
            let bytes = handle.result().ok().filter(JsCast::is_instance_of::<js_sys::ArrayBuffer>);
            then(name, bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec()).ok_or(NoBytes::Unreadable));
        });
        reader.set_onloadend(Some(done.unchecked_ref()));
        let _ = reader.read_as_array_buffer(file);
    } else {
        then(name, Err(NoBytes::Unreadable));
    }
}

/// The text of bytes in the first encoding that they all fit, and that encoding.
pub fn decode(bytes: &[u8], encodings: Encodings) -> Option<(String, &'static str)> {
    encodings(bytes).iter().find_map(|encoding| Some((decode_as(encoding, bytes)?, *encoding)))
}

/// The text of bytes in the encoding of this name, if they all fit.
pub fn decode_as(encoding: &str, bytes: &[u8]) -> Option<String> {
    let strictly = web_sys::TextDecoderOptions::new();
    strictly.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(encoding, &strictly).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
