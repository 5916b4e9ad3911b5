//! Measures the heights of a paper's blocks and the ends of their lines. The only code that measures.

use super::page::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// The elements marked `data-h` inside the `nth` element, from 0, that `selector` matches, in document order.
fn marked(selector: &str, nth: u32) -> Vec<Element> {
    let sheets = document().and_then(|document| document.query_selector_all(selector).ok());
    let sheet = sheets.and_then(|sheets| sheets.get(nth)?.dyn_into::<Element>().ok());
    let Some(marked) = sheet.and_then(|sheet| sheet.query_selector_all("[data-h]").ok()) else { return Vec::new() };
    (0..marked.length()).filter_map(|i| marked.get(i)?.dyn_into().ok()).collect()
}

/// The heights of all elements marked `data-h` inside the `nth` element, from 0, that `selector` matches, in document order,
/// in CSS pixels; empty if there is no such element.
pub fn heights(selector: &str, nth: u32) -> Vec<f64> {
    marked(selector, nth).iter().map(|element| element.get_bounding_client_rect().height()).collect()
}

/// How far below the top of the marked element at `place` each of its characters ends, in CSS pixels. White space that takes
/// no room ends where the character before it does.
pub fn bottoms(selector: &str, nth: u32, place: usize) -> Vec<f64> {
    let mut bottoms = Vec::new();
    let element = marked(selector, nth).into_iter().nth(place);
    if let Some((element, range)) = element.zip(document().and_then(|document| document.create_range().ok())) {
        let top = element.get_bounding_client_rect().top();
        add_bottoms(&element, &range, top, &mut bottoms);
    }
    bottoms
}

fn add_bottoms(node: &Node, range: &Range, top: f64, bottoms: &mut Vec<f64>) {
    if node.node_type() == Node::TEXT_NODE {
        let mut at = 0;
        for c in node.text_content().unwrap_or_default().chars() {
            let end = at + u32::from(c > '\u{ffff}') + 1;
            let last = bottoms.last().copied().unwrap_or(0.0);
            let placed = range.set_start(node, at).is_ok() && range.set_end(node, end).is_ok();
            let place = range.get_bounding_client_rect();
            bottoms.push(if placed && place.height() > 0.0 { place.bottom() - top } else { last });
            at = end;
        }
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|i| children.get(i)).for_each(|child| add_bottoms(&child, range, top, bottoms));
}
