//! The guide beside the page: reached by a link, read, printed, and there without a network once it was seen.

use std::path::Path;

use serde_json::json;

use crate::host::Host;
use crate::page::Page;
use crate::webdriver::variable;

/// Waits until a guide is open with all of its pictures.
fn until_read(page: &Page, title: &str) {
    let there = "return document.querySelector('h1')?.innerText === arguments[0]
        && [...document.images].every((image) => image.complete && image.naturalWidth > 600)";
    page.until(&format!("the guide “{title}” is there with its pictures"), |page| {
        page.run(there, &json!([title])) == true
    });
}

#[test]
fn a_link_opens_the_guide_in_the_language_of_the_page_and_it_prints() {
    for (language, link, title, parts) in [
        ("zh-CN", "使用指南", "使用指南", ["一、责任单位", "二、统筹单位", "三、发布和维护"]),
        ("zh-TW", "使用指南", "使用指南", ["一、责任单位", "二、统筹单位", "三、发布和维护"]),
        ("en", "Guide", "Guide", ["1. For a unit", "2. For the coordinator", "3. For whoever publishes it"]),
    ] {
        let page = Page::open_with("#/plans", |options| options.languages = language);
        assert!(page.sees("link", link), "it is in the library");
        page.go("#/data");
        page.click("link", link);
        page.look_at_new_tab();
        until_read(&page, title);
        assert_eq!(page.texts("h2"), parts);
        assert!(page.holds("return document.scripts.length === 0 && !document.querySelector('[style]')"));
        let paper = page.print();
        for part in parts {
            assert_eq!(paper.count(part), 1, "{part}");
        }
        if paper.is_printed() {
            assert!(paper.is_a4());
            let pages = &paper.pages;
            // Each part is handed to somebody else, on a sheet of its own.
            assert_eq!(pages.len(), 3, "{pages:?}");
            let begins = |part: &str| pages.iter().filter(|page| page.starts_with(&crate::paper::plain(part))).count();
            assert_eq!(parts.map(begins), [0, 1, 1], "on which pages parts begin");
        }
    }
}

#[test]
fn the_guide_is_there_without_a_network_once_it_was_seen() {
    let mut host = Host::of_the_site("guide");
    let page = Page::open("");
    page.visit(&host.address);
    page.until("the browser keeps the site", |page| page.holds("return !!navigator.serviceWorker.controller"));
    assert_eq!(host.times_asked(&|path| path.contains("/guide/")), 0, "a first visit asks for it");
    let guide = format!("{}guide/zh.html", host.address);
    page.load_elsewhere(&guide);
    until_read(&page, "使用指南");
    host.close();
    page.visit(&host.address);
    page.load_elsewhere(&guide);
    until_read(&page, "使用指南");
}

#[test]
fn where_there_is_no_guide_there_is_no_link() {
    let page = Page::open("");
    let file = Path::new(&variable("YAODIAN_DIST")).join("yaodian.html");
    page.load_file(&file);
    page.until_there();
    for view in ["要点库", "数据"] {
        page.click("link", view);
        page.until("the view is there", |page| page.sees("heading", if view == "数据" { "下发" } else { view }));
        assert!(!page.sees("link", "使用指南"), "{view}");
    }
}
