//! Reading: the document itself, in three interface languages and two scripts.

use serde_json::json;

use crate::page::Page;

#[test]
fn the_document_is_there_to_be_read_in_both_scripts() {
    let page = Page::open("#/read");
    page.until("the simplified reading is there", |page| page.words().contains("为持续推进我市新型城镇化"));
    assert!(page.words().contains("市公安局等部门及各县区政府按职责分工负责"));
    page.click("radio", "原文（繁体）");
    page.until("the record is there", |page| page.words().contains("為持續推進我市新型城鎮化"));
    let words = page.words();
    assert!(words.contains("市公安局等部門及各縣區政府按職責分工負責"));
    assert!(words.contains("加強部門協調"), "a standing duty is missing");
    assert!(words.contains("東政辦〔2021〕68號"), "the document number is missing");
    assert!(words.contains("西乾渠、北乾渠二期") && words.contains("城市(鎮)"), "the record is as it was printed");
    page.reload();
    page.until("the choice is remembered", |page| page.words().contains("西乾渠、北乾渠二期"));
    page.click("radio", "繁体读法");
    page.until("traditional Chinese reads as its readers write it", |page| page.words().contains("西幹渠、北幹渠二期"));
    assert!(page.words().contains("城市（鎮）"), "with marks in full width");
}

#[test]
fn the_first_language_is_the_browsers() {
    for (languages, words) in [("zh-CN", "清单"), ("zh-TW", "清單"), ("en-GB", "Checklist"), ("fr", "清单")] {
        let page = Page::open_with("", |options| options.languages = languages);
        assert!(page.sees("link", words), "{languages}");
    }
}

#[test]
fn the_chosen_language_is_remembered() {
    let page = Page::open("#/unit/市教育局");
    page.choose("界面语言", "English");
    page.until("the interface is English", |page| page.sees("link", "Checklist"));
    page.until("so is the page's language", |page| {
        page.text("return document.documentElement.lang", &json!([])) == "en"
    });
    page.until("so are its tasks", |page| page.words_of("t2").to_lowercase().contains("public service"));
    page.reload();
    assert!(page.sees("link", "Checklist"));
    assert_eq!(page.measures().len(), 17, "the list is the same in every language");
}
