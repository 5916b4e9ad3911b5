//! Browsers that cannot run the page are told so.

use crate::page::Page;

#[test]
fn a_browser_without_webassembly_is_told_what_is_missing() {
    let mut page = Page::open("");
    page.tolerate_complaints();
    page.before_the_page("delete window.WebAssembly");
    page.load("");
    page.until("it is said in three languages", |page| {
        let words = page.words();
        ["需要支持 WebAssembly", "需要支援 WebAssembly", "needs a browser with WebAssembly"]
            .iter()
            .all(|sentence| words.contains(sentence))
    });
    assert!(!page.words().contains("Opening"), "it goes on promising to open");
}
