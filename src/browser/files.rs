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
pub fn read_chosen(input: &str, encodings: Encodings, then: impl Fn(String, Chosen) + 'static) {
    let Some(input) = super::page::element(input).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let name = file.name();
    if file.size() > LARGEST {
        then(name, Chosen::TooLarge);
    } else if let Ok(reader) = web_sys::FileReader::new() {
        let handle = reader.clone();
        let done = Closure::once_into_js(move || {
            let bytes = handle.result().ok().filter(JsCast::is_instance_of::<js_sys::ArrayBuffer>);
            let text = bytes.and_then(|bytes| decode(&js_sys::Uint8Array::new(&bytes).to_vec(), encodings));
            then(name, text.map_or(Chosen::Unreadable, |(text, encoding)| Chosen::Text { text, encoding }));
        });
        reader.set_onloadend(Some(done.unchecked_ref()));
        let _ = reader.read_as_array_buffer(&file);
    } else {
        then(name, Chosen::Unreadable);
    }
    input.set_value("");
}

/// The text of bytes in the first encoding that they all fit, and that encoding.
pub fn decode(bytes: &[u8], encodings: Encodings) -> Option<(String, &'static str)> {
    encodings(bytes).iter().find_map(|encoding| {
        let strictly = web_sys::TextDecoderOptions::new();
        strictly.set_fatal(true);
        let decoder = web_sys::TextDecoder::new_with_label_and_options(encoding, &strictly).ok()?;
        Some((decoder.decode_with_u8_array(bytes).ok()?, *encoding))
    })
}
