//! Papers as every engine prints them: these tests run in Chromium and in Firefox.

use crate::page::Page;

#[test]
fn every_page_of_a_checklist_says_which_of_how_many_it_is() {
    let page = Page::open("#/print/unit/市教育局");
    page.until("the sheets are there", |page| !page.texts(".desk .sheet").is_empty());
    let paper = page.print();
    let count = paper.pages.len();
    assert!(count > 1, "one page only");
    for (place, words) in paper.pages.iter().enumerate() {
        assert!(words.contains(&format!("第{}页共{count}页", place + 1)), "page {}: {words}", place + 1);
    }
    assert!(paper.is_a4(), "{:?} mm", paper.size);
}
