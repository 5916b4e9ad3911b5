//! The English reading: with the English interface alone, in place of the Chinese or with it, on every way that the page is had.

use serde_json::json;

use crate::page::Page;

/// The files that were loaded for the English reading.
const LOADED: &str =
    "return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('split_english')).length";

fn loaded(page: &Page) -> i64 {
    page.run(LOADED, &json!([])).as_i64().unwrap()
}

fn says(page: &Page, measure: &str, words: &str) -> bool {
    page.row(measure).contains(words)
}

#[test]
fn english_is_read_and_searched_and_the_chinese_stands_beside_it_on_request() {
    let page = Page::open("");
    assert_eq!(loaded(&page), 0, "who reads Chinese loads none of it");
    page.choose("界面语言", "English");
    page.until("the measures are in English", |page| says(page, "16.2", "Renovate 5,349 homes in old urban housing"));
    assert!(!says(&page, "16.2", "改造") && page.sees("heading", "Carry out urban renewal"));
    page.until("so are the headings", |page| page.sees("heading", "Build modern cities faster"));
    assert!(page.words().contains("Unofficial English; the Chinese text is the record."));
    assert_eq!(page.text("return document.querySelector('#m16\\\\.2 .reads').lang", &json!([])), "en");

    page.search("kindergartens");
    page.shows(Page::measures, ["2.3", "13.8"]);
    page.shows(Page::highlights, ["kindergartens"; 2]);
    page.search("幼儿园");
    page.shows(Page::measures, ["2.3"]);
    page.click("button", "Clear filters");

    page.click("checkbox", "Show the Chinese beside it");
    page.until("both stand there", |page| says(page, "16.2", "5349套") && says(page, "16.2", "5,349 homes"));
    assert_eq!(page.text("return document.querySelector('#m16\\\\.2 .beside').lang", &json!([])), "zh-Hant");
    page.reload();
    page.until("and so it stays", |page| says(page, "16.2", "5349套") && says(page, "16.2", "5,349 homes"));

    page.choose("Language", "简体中文");
    page.until("the list is Chinese", |page| says(page, "16.2", "改造") && !says(page, "16.2", "homes"));
}

#[test]
fn papers_and_the_full_text_have_the_reading() {
    let page = Page::open_with("#/read", |options| options.languages = "en");
    page.until("the text is in English", |page| page.words().contains("Renovate 5,349 homes"));
    assert!(!page.words().contains("實施城鎮老舊小區改造項目"));
    page.go("#/print/unit/市教育局");
    page.until_laid_out();
    page.until("the English stands under the Chinese", |page| {
        page.texts(".sheet .col-text .reads").iter().any(|words| words.contains("10 kindergartens"))
            && page.texts(".sheet .col-text").iter().any(|words| words.contains("新建改擴建幼稚園10所"))
    });
    assert_eq!(page.texts(".paper-reading").len(), 1, "once on a paper");
}
