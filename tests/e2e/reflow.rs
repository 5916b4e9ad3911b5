//! Larger text, narrow windows, wider spacing: nothing is cut off, covered or lost, and nothing is too small to be hit.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::page::Page;
use crate::scenes;
use crate::webdriver::Asked;

/// Lists what cannot be read: wider than the window, cut off by what it stands in, or under another text.
const LOST: &str = r#"
    const lost = new Set();
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className} in .${element.parentElement.className}`;
    if (document.documentElement.scrollWidth > innerWidth) lost.add(`the page is ${document.documentElement.scrollWidth} px wide`);
    const boxes = [];
    const within = (element, is) => {
        for (let around = element; around !== document.body; around = around.parentElement)
            if (is(getComputedStyle(around))) return true;
        return false;
    };
    // For screen readers only; and what stays while everything else is scrolled under it.
    const unseen = (style) => style.clip === "rect(0px, 0px, 0px, 0px)";
    const stays = (style) => /sticky|fixed/.test(style.position);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        // Papers are as large as paper is: they are seen smaller as a whole. What only screen readers say has no place.
        if (!node.data.trim() || element.closest("details:not([open])") && !element.closest("summary")) continue;
        if (element.closest(".sheet, .sr-only, script, style, noscript, select, [role=listbox]")) continue;
        if (!element.getClientRects().length || within(element, unseen)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        let box = range.getBoundingClientRect();
        for (let around = element; around !== document.body; around = around.parentElement) {
            const style = getComputedStyle(around), frame = around.getBoundingClientRect();
            const scrolls = /auto|scroll/.test(style.overflowX) || /auto|scroll/.test(style.overflowY);
            if (scrolls) { box = null; break; }
            const cut = style.overflowX !== "visible" && (box.right > frame.right + 1 || box.left < frame.left - 1);
            const under = style.overflowY !== "visible" && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1);
            if (cut || under) lost.add(`cut off: ${node.data.trim().slice(0, 20)} (${name(element)})`);
        }
        if (!box) continue;
        if (box.right > innerWidth + 1 || box.left < -1) lost.add(`outside: ${node.data.trim().slice(0, 20)} (${name(element)})`);
        if (!element.closest(".top, .finder, .skip") && !within(element, stays)) for (const rect of range.getClientRects()) boxes.push([rect, node, element]);
    }
    boxes.sort(([a], [b]) => a.top - b.top);
    boxes.forEach(([a, node, element], i) => {
        for (let j = i + 1; j < boxes.length && boxes[j][0].top < a.bottom; j++) {
            const [b, other] = boxes[j];
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - b.top;
            const much = Math.min(a.height, b.height) / 2;
            if (other !== node && wide > 2 && high > much)
                lost.add(`${node.data.trim().slice(0, 20)} (${name(element)}) and ${other.data.trim().slice(0, 20)} lie on each other`);
        }
    });
    const fields = document.querySelectorAll("input[type=text], input[type=search], input[type=date], textarea, select, button");
    for (const field of fields) {
        if (!field.getClientRects().length || field.matches(".skip")) continue;
        if (field.tagName === "BUTTON" && getComputedStyle(field).overflowX !== "visible" && field.scrollWidth > field.clientWidth + 1) lost.add(`cut off: ${field.innerText} (${name(field)})`);
        const { left, right } = field.getBoundingClientRect();
        if ((left < -1 || right > innerWidth + 1) && !field.closest(".scroll")) lost.add(`outside: ${name(field)}`);
    }
    // What is scrolled sideways says so where it is cut: scroll bars are not seen everywhere.
    for (const frame of document.querySelectorAll(".scroll")) {
        const signed = /local/.test(getComputedStyle(frame).backgroundAttachment);
        if (frame.scrollWidth > frame.clientWidth && !signed) lost.add(`cut without a sign: ${name(frame)}`);
    }
    return [...lost];
"#;

/// Lists what can be pressed and is smaller than 24 by 24 px. A box counts with its label, which does the same. Links that
/// stand in a sentence are excepted, as in WCAG 2.5.8: their height is that of the line.
const SMALL: &str = r#"
    const small = new Set();
    for (const target of document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=option]")) {
        if (!target.getClientRects().length || target.closest("[aria-hidden=true]")) continue;
        if (target.matches(".skip:not(:focus), p > a.document-measure, .document-task a")) continue;
        const boxes = [target, ...(target.labels || [])].map((part) => part.getBoundingClientRect());
        const width = Math.max(...boxes.map((box) => box.width)), height = Math.max(...boxes.map((box) => box.height));
        if (width < 23.99 || height < 23.99)
            small.add(`${Math.round(width)} by ${Math.round(height)}: ${target.tagName}.${target.className} ${(target.innerText || target.type || '').slice(0, 12)}, in ${target.parentElement.tagName}.${target.parentElement.className}`);
    }
    return [...small];
"#;

/// Collects what a script lists, and where.
#[derive(Default)]
struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    fn look(&mut self, page: &Page, script: &str, place: &str) {
        for what in page.run(script, &json!([])).as_array().unwrap() {
            self.0.entry(what.as_str().unwrap().to_owned()).or_default().push(place.to_owned());
        }
    }

    fn must_be_none(&self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

/// In every language, in windows of these sizes.
fn look_at(asked: Asked, sizes: &[(u32, u32)], script: &str, before: impl Fn(&Page)) {
    let mut findings = Findings::default();
    for (width, height) in sizes {
        let page = scenes::lived_in_by(asked);
        page.resize(*width, *height);
        scenes::each(&page, |name, language| {
            before(&page);
            page.settle();
            findings.look(&page, script, &format!("{name} ({language}, {width} px)"));
        });
    }
    findings.must_be_none();
}

#[test]
fn nothing_is_lost_in_a_window_of_320_px_or_at_twice_the_size() {
    look_at(Asked::Nothing, &[(320, 640), (640, 450)], LOST, |_| ());
}

#[test]
fn nothing_is_lost_where_only_the_text_is_twice_as_large() {
    look_at(Asked::LargeText, &[(1280, 900), (720, 900)], LOST, Page::enlarge_text);
}

#[test]
fn nothing_is_lost_where_a_reader_sets_text_wider() {
    // WCAG 2.2, 1.4.12.
    let wider = "if (window.wider) return;
        window.wider = document.styleSheets[0];
        wider.insertRule(`*:not(.sheet):not(.sheet *) {
            line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`, 0);
        wider.insertRule('p { margin-bottom: 2em !important }', 0);";
    look_at(Asked::Nothing, &[(1440, 900), (320, 640)], LOST, |page| {
        page.run(wider, &json!([]));
        let spacing = "const style = getComputedStyle(document.body); return parseFloat(style.letterSpacing) > 1";
        assert_eq!(page.run(spacing, &json!([])), true);
    });
}

#[test]
fn whatever_can_be_pressed_is_large_enough_to_be_hit() {
    look_at(Asked::Nothing, &[(1440, 900), (360, 740)], SMALL, |_| ());
    let page = Page::open("");
    page.on(".theme", "it.style.cssText = 'min-height:0;height:20px'", &Value::Array(Vec::new()));
    assert_eq!(page.run(SMALL, &json!([])).as_array().map(Vec::len), Some(1), "one made too small is found");
}
