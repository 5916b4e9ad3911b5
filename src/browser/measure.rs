//! How high the blocks of a paper are. The only code that measures.

use super::page::document;

/// The heights of all elements marked `data-h` inside the element that `selector` selects, in document order, in CSS
/// pixels; none if there is no such element.
pub fn heights(selector: &str) -> Vec<f64> {
    let sheet = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let Some(marked) = sheet.and_then(|sheet| sheet.query_selector_all("[data-h]").ok()) else { return Vec::new() };
    let height = |i| {
        use wasm_bindgen::JsCast;
        let element = marked.get(i)?.dyn_into::<web_sys::Element>().ok()?;
        Some(element.get_bounding_client_rect().height())
    };
    (0..marked.length()).filter_map(height).collect()
}
