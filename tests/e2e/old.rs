//! What an engine as old as Chromium 87 makes of the page beyond a day's work: these tests run in that engine only.

use serde_json::json;

use crate::page::Page;

/// What the styles say that this engine does not know, and that does no harm where it is missing. Whatever else it does not
/// know is a mistake: an unknown word takes its declaration with it, an unknown selector its whole rule.
const DONE_WITHOUT: [&str; 9] = [
    "accent-color",
    "field-sizing",
    "forced-color",
    "print-color-adjust",
    "text-size-adjust",
    "text-spacing-trim",
    "text-wrap",
    "::file-selector-button",
    ":has(",
];

/// All selectors, declarations and media conditions of the page's styles that this engine does not know. What is said of
/// a variable counts as known.
const UNKNOWN: &str = r#"
    const unknown = [];
    const read = (css) => {
        for (let rest = css; rest.trim(); ) {
            const open = rest.indexOf("{");
            const head = rest.slice(0, open).trim();
            let end = open + 1;
            for (let depth = 1; depth > 0; end++) depth += { "{": 1, "}": -1 }[rest[end]] || 0;
            const body = rest.slice(open + 1, end - 1);
            if (/^@(media|supports)/.test(head)) {
                const condition = head.replace(/^@\w+/, "").trim();
                if (head.startsWith("@media") && matchMedia(condition).media === "not all") unknown.push(condition);
                read(body);
            } else if (!head.startsWith("@")) {
                for (const selector of head.split(/,(?![^(]*\))/))
                    if (!CSS.supports(`selector(${selector})`)) unknown.push(selector.trim());
                for (const declaration of body.split(/;(?![^(]*\))/)) {
                    const [property, value] = declaration.split(/:(.*)/s).map((part) => part && part.trim());
                    if (property && !CSS.supports(property, value.replace(/!important$/, ""))) unknown.push(`${property}: ${value}`);
                }
            }
            rest = rest.slice(end);
        }
    };
    for (const style of document.querySelectorAll("head > style")) read(style.textContent.replace(/\/\*.*?\*\//gs, ""));
    return [...new Set(unknown)];
"#;

#[test]
fn what_the_styles_ask_for_in_vain_does_no_harm() {
    let page = Page::open("");
    let unknown = page.run(UNKNOWN, &json!([]));
    let unknown: Vec<&str> = unknown.as_array().unwrap().iter().map(|words| words.as_str().unwrap()).collect();
    assert!(unknown.iter().any(|words| words.starts_with("accent-color")), "the styles were not read");
    let harmful = unknown.iter().filter(|words| !DONE_WITHOUT.iter().any(|known| words.contains(known)));
    assert_eq!(harmful.collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn a_paper_has_as_many_pages_as_sheets() {
    for address in ["#/print/unit/市教育局", "#/print/table/unit/市教育局", "#/print/text?blank"] {
        let page = Page::open(address);
        page.until_laid_out();
        let sheets = page.run("return document.querySelectorAll('.desk .sheet').length", &json!([]));
        assert!(sheets.as_u64() > Some(1), "{address}: {sheets} sheets");
        assert_eq!(json!(page.print().pages.len()), sheets, "{address}");
    }
}
