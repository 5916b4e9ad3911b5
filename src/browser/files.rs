//! Offers a text as a file, and reads a chosen file as a text.

use wasm_bindgen::prelude::*;

/// The largest file that is read, in bytes. A progress file of ten thousand measures and forty parties has a few megabytes.
const LARGEST: f64 = 32.0 * 1024.0 * 1024.0;

/// Offers a text as a file with this name. Does nothing if the browser cannot.
pub fn save(name: &str, text: &str) {
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json;charset=utf-8");
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
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

/// The result of reading a chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Its text.
    Text {
        /// What its bytes say.
        text: String,
        /// In this encoding, by its name in the Encoding Standard.
        encoding: &'static str,
    },
    /// The browser cannot read it, or its bytes are no text in any encoding that was tried.
    Unreadable,
    /// The file is larger than 32 MB and was not read.
    TooLarge,
}

/// Gives the encodings to try for some bytes, by name, the likeliest first.
pub type Encodings = fn(&[u8]) -> &'static [&'static str];

/// Reads the file chosen in the file input with this id, and calls `then` with its name and the result. The input is emptied,
/// so that the same file can be chosen again. Does nothing if no file is chosen.
pub fn read_chosen(input: &str, encodings: Encodings, then: impl FnOnce(String, Chosen) + 'static) {
    bytes_of_chosen(input, LARGEST, move |name, bytes| {
        let chosen = match bytes {
            Ok(bytes) => {
                decode(&bytes, encodings).map_or(Chosen::Unreadable, |(text, encoding)| Chosen::Text { text, encoding })
            }
            Err(NoBytes::TooLarge) => Chosen::TooLarge,
            Err(NoBytes::Unreadable) => Chosen::Unreadable,
        };
        then(name, chosen);
    });
}

/// Why a file has no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBytes {
    /// It is larger than was asked for, and was not read.
    TooLarge,
    /// The browser cannot read it.
    Unreadable,
}

/// Reads the bytes of the file chosen in the file input with this id, at most so many, and calls `then` with its name and the result.
/// The input is emptied, so that the same file can be chosen again. Does nothing if no file is chosen.
pub fn bytes_of_chosen(input: &str, most: f64, then: impl FnOnce(String, Result<Vec<u8>, NoBytes>) + 'static) {
    let Some(input) = field(input) else { return };
    if let Some(file) = file(&input, 0) {
        bytes(&file, most, then);
        input.set_value("");
    }
}

/// The same for each of the files chosen, with its place among them.
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
const MOST_FILES: u32 = 100;

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
    let files = js_sys::Reflect::get(of, &"files".into()).ok()?;
    js_sys::Reflect::get(&files, &place.into()).ok().filter(JsValue::is_object).map(JsCast::unchecked_into)
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
