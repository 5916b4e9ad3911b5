//! How the page looks: on screens of different sizes, light and dark. Leaves pictures in `target/e2e/looks/`.

use serde_json::json;

use crate::page::Page;

/// What is looked at: a name for the picture, and the address.
const VIEWS: [(&str, &str); 7] = [
    ("list", "#/unit/市教育局?q=就业"),
    ("whole", "#/"),
    ("overview", "#/overview"),
    ("text", "#/read"),
    ("print", "#/print/unit/市教育局"),
    ("batch", "#/print/all?of=unit:市醫保局,locality:樂都區"),
    ("data", "#/data"),
];

const SCHEMES: [&str; 2] = ["light", "dark"];

const SCREENS: [(u32, u32); 4] = [(1440, 900), (768, 1024), (360, 740), (320, 640)];

/// Lists texts whose colour is too close to what they stand on: 4.5 : 1, and 3 : 1 for large type (WCAG 2.2, 1.4.3).
/// What is switched off or only decoration is exempt, as it is there.
const FAINT: &str = r#"
    const parse = (colour) => {
        const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
        return { r, g, b, a };
    };
    const over = (top, under) => ({
        r: top.r * top.a + under.r * (1 - top.a),
        g: top.g * top.a + under.g * (1 - top.a),
        b: top.b * top.a + under.b * (1 - top.a),
        a: 1,
    });
    const ground = (element) => {
        if (!element) return parse(getComputedStyle(document.documentElement).colorScheme === "dark" ? "0 0 0" : "255 255 255");
        const own = parse(getComputedStyle(element).backgroundColor);
        return own.a === 1 ? own : over(own, ground(element.parentElement));
    };
    const light = ({ r, g, b }) => {
        const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const faint = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const text = walker.currentNode.data.trim();
        const style = getComputedStyle(element);
        const exempt = element.closest("[aria-hidden=true], :disabled, [hidden], noscript, script, style");
        if (!text || exempt || element.getClientRects().length === 0 || style.visibility !== "visible") continue;
        const under = ground(element);
        const [a, b] = [light(over(parse(style.color), under)), light(under)];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (contrast < (large ? 3 : 4.5)) faint.add(`${contrast.toFixed(2)} ${text.slice(0, 20)} (${style.color})`);
    }
    return [...faint];
"#;

#[test]
fn nothing_is_cut_off_on_any_screen() {
    for scheme in SCHEMES {
        let page = Page::open_with("", |options| options.scheme = scheme);
        for (width, height) in SCREENS {
            page.resize(width, height);
            for (name, address) in VIEWS {
                page.go(address);
                page.until("the page is there", |page| page.sees("link", "清单"));
                page.settle();
                page.photograph(&format!("looks/{name}-{width}-{scheme}"));
                let beyond = page.run("return document.documentElement.scrollWidth - innerWidth", &json!([]));
                assert!(beyond.as_i64().unwrap() <= 0, "{name} at {width} px is {beyond} px too wide");
            }
        }
    }
}

#[test]
fn an_open_report_fits_any_screen_and_can_be_read() {
    for scheme in SCHEMES {
        open_reports(scheme);
    }
}

fn open_reports(scheme: &'static str) {
    let page = Page::open_with("#/unit/市人力資源社會保障局", |options| options.scheme = scheme);
    page.toggle_report("3.4");
    page.click_in("3.4", "radio", "滞后");
    page.write("3.4", "城镇新增就业", "many");
    page.write("3.4", "存在问题", "problem".repeat(30).as_str());
    for (name, address) in [("unit", "#/unit/市人力資源社會保障局"), ("coordinator", "#/")] {
        // From another view, so that no report is open yet.
        page.go("#/data");
        page.go(address);
        page.toggle_report("3.4");
        page.until("it is open", |page| page.row("3.4").contains("下一步措施"));
        for (width, height) in SCREENS {
            page.resize(width, height);
            page.photograph(&format!("looks/report-{name}-{width}-{scheme}"));
            assert_eq!(page.run(FAINT, &json!([])), json!([]), "{name}, {width} px, {scheme}");
            let beyond = page.run("return document.documentElement.scrollWidth - innerWidth", &json!([]));
            assert!(beyond.as_i64().unwrap() <= 0, "{name} at {width} px is {beyond} px too wide");
        }
        page.resize(1440, 900);
    }
}

#[test]
fn every_text_stands_out_from_what_it_stands_on() {
    for scheme in SCHEMES {
        stands_out(scheme);
    }
}

fn stands_out(scheme: &'static str) {
    let page = Page::open_with("#/unit/市教育局", |options| options.scheme = scheme);
    let is_dark = page.run("return matchMedia('(prefers-color-scheme: dark)').matches", &json!([]));
    assert_eq!(is_dark, scheme == "dark");
    page.tick("2.1");
    for (name, address) in VIEWS {
        page.go(address);
        page.until("the page is there", |page| page.sees("link", "清单"));
        page.settle();
        let faint = page.run(FAINT, &json!([]));
        assert_eq!(faint, json!([]), "{name}, {scheme}");
    }
    page.on("h1", "it.style.color = '#777'", &json!([]));
    let faint = page.run(FAINT, &json!([]));
    assert_eq!(faint.as_array().map(Vec::len), Some(1), "a title too faint on purpose is not found: {faint}");
}
