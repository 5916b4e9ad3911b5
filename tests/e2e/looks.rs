//! How the page looks on screens of different sizes, light and dark. Leaves pictures in `target/e2e/looks/`.

use serde_json::json;

use crate::page::Page;

const VIEWS: [(&str, &str); 4] = [("list", "#/unit/市教育局"), ("whole", "#/"), ("text", "#/read"), ("data", "#/data")];

#[test]
fn nothing_is_cut_off_on_any_screen() {
    let page = Page::open("");
    for (name, address) in VIEWS {
        for (width, height) in [(1440, 900), (768, 1024), (360, 740), (320, 640)] {
            page.resize(width, height);
            for scheme in ["light", "dark"] {
                page.prefer(scheme);
                page.go(address);
                page.photograph(&format!("looks/{name}-{width}-{scheme}"));
                let beyond = page.run("return document.documentElement.scrollWidth - innerWidth", &json!([]));
                assert!(beyond.as_i64().unwrap() <= 0, "{name} at {width} px is {beyond} px too wide");
            }
        }
    }
}
