//! Larger text, narrow windows, wider spacing: nothing is cut off, covered or lost, and nothing is too small to be hit.

use serde_json::json;

use crate::findings::Findings;
use crate::page::Page;
use crate::scenes;
use crate::webdriver::{Asked, Engine};

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

/// What makes text as wide as a reader may set it: WCAG 2.2, 1.4.12.
const WIDER: &str = "const rules = [
        `*:not(.sheet):not(.sheet *) {
            line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`,
        'p { margin-bottom: 2em !important }',
    ];
    for (const rule of rules) document.styleSheets[0].insertRule(rule, 0);
    return parseFloat(getComputedStyle(document.body).letterSpacing) > 1";

/// What takes that back.
const AS_WIDE_AS_BEFORE: &str = "for (let rule = 0; rule < 2; rule++) document.styleSheets[0].deleteRule(0);
    return getComputedStyle(document.body).letterSpacing === 'normal'";

/// Looks for what is lost.
fn look_for_lost(findings: &mut Findings, page: &Page, place: &str) {
    findings.listed(page, LOST, place);
}

/// Looks for what is too small to be hit.
pub fn look_for_small(findings: &mut Findings, page: &Page, place: &str) {
    findings.listed(page, SMALL, place);
}

/// Looks for what is lost where a reader sets text wider.
pub fn look_for_lost_when_wider(findings: &mut Findings, page: &Page, place: &str) {
    assert_eq!(page.run(WIDER, &json!([])), true, "text is wider");
    page.settle();
    look_for_lost(findings, page, &format!("{place}, text set wider"));
    assert_eq!(page.run(AS_WIDE_AS_BEFORE, &json!([])), true, "text is as wide as before");
}

/// In every language, in windows of these sizes.
fn look_at(asked: Asked, sizes: &[(u32, u32)], look: impl Fn(&mut Findings, &Page, &str, u32)) {
    let mut findings = Findings::default();
    for (width, height) in sizes {
        let page = scenes::lived_in_by(asked);
        page.resize(*width, *height);
        scenes::each(&page, |name, language| {
            look(&mut findings, &page, &format!("{name} ({language}, {width} px)"), *width);
        });
    }
    findings.must_be_none();
}

#[test]
fn nothing_is_lost_in_a_window_of_320_px_or_at_twice_the_size() {
    look_at(Asked::Nothing, &[(320, 640), (640, 450)], |findings, page, place, width| {
        page.settle();
        look_for_lost(findings, page, place);
        if page.engine() == Engine::Chromium && width == 320 {
            look_for_lost_when_wider(findings, page, place);
        }
    });
}

#[test]
fn nothing_is_lost_where_only_the_text_is_twice_as_large() {
    look_at(Asked::LargeText, &[(1280, 900), (720, 900)], |findings, page, place, _| {
        page.enlarge_text();
        page.settle();
        look_for_lost(findings, page, place);
    });
}

#[test]
fn what_is_made_too_small_is_found() {
    let page = Page::open("");
    page.on(".theme", "it.style.cssText = 'min-height:0;height:20px'", &json!([]));
    let mut findings = Findings::default();
    look_for_small(&mut findings, &page, "one made too small");
    assert_eq!(findings.count(), 1);
}
