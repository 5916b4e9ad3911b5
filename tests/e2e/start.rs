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

#[test]
fn where_the_other_views_do_not_come_the_page_says_so_and_tries_again() {
    let mut page = Page::open("");
    page.tolerate_complaints();
    page.before_the_page(
        "const real = window.fetch; window.cut = true;
        window.fetch = (file, ...rest) =>
            window.cut && String(file).includes('_later') ? Promise.reject(new TypeError('no network')) : real(file, ...rest)",
    );
    page.go("");
    page.click("link", "总览");
    page.until("it is said", |page| page.words().contains("页面的这一部分没能载入"));
    // The list is there all the same.
    page.click("link", "清单");
    page.until("the list is there", |page| !page.measures().is_empty());
    page.tick("1.1");
    page.click("link", "总览");
    page.until("it is said again", |page| page.words().contains("页面的这一部分没能载入"));
    page.run("window.cut = false", &serde_json::json!([]));
    page.click("button", "再试一次");
    page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
}
