//! Addresses: what is shown can be sent, bookmarked, reloaded and gone back to.

use serde_json::json;

use crate::page::Page;

#[test]
fn a_shared_address_opens_the_same_view() {
    let page = Page::open("");
    page.choose_party("市教育局");
    page.search("学校");
    page.toggle_facet("未报");
    page.until("the address says it all", |page| {
        page.address().contains("q=学校") && page.address().contains("unreported")
    });
    let (address, shown, status) = (page.address(), page.measures(), page.status());
    assert!(!shown.is_empty() && shown.len() < 17, "{shown:?}");

    let another = Page::open(&address);
    another.shows(Page::measures, shown.clone());
    another.shows(Page::status, status.as_str());
    another.reload();
    another.shows(|page| (page.measures(), page.status()), (shown, status));
}

#[test]
fn an_address_opens_as_mail_programs_write_it() {
    let page = Page::open("#/unit/%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80?q=%E7%BD%91%E7%BB%9C");
    page.shows(Page::measures, ["3.4", "22.1"]);
}

#[test]
fn back_and_forward_go_through_what_was_shown() {
    let page = Page::open("");
    page.choose_party("市教育局");
    page.until("its list is there", |page| page.measures().len() == 17);
    page.choose_party("市医保局");
    page.shows(Page::tasks, ["2"]);
    page.click("link", "原文");
    page.shows(Page::address, "#/read");
    page.back();
    page.shows(Page::tasks, ["2"]);
    page.back();
    page.shows(Page::tasks, ["2", "3", "22"]);
    page.back();
    page.until("the whole list is back", |page| page.measures().len() == 129);
    page.forward();
    page.shows(Page::tasks, ["2", "3", "22"]);
}

#[test]
fn a_link_to_a_measure_brings_it_into_view() {
    let in_view = |page: &Page, id: &str| {
        let script = "const box = document.getElementById(arguments[0])?.getBoundingClientRect();
            return !!box && box.top >= 0 && box.bottom <= innerHeight";
        page.run(script, &json!([id])) == true
    };
    let page = Page::open("#m21.4");
    page.until("the measure is in view", |page| in_view(page, "m21.4"));
    assert_eq!(page.measures().len(), 129);
    page.go("#t9");
    page.until("the task's heading is in view", |page| in_view(page, "h9"));
}

#[test]
fn an_address_of_nothing_says_so_and_shows_nothing_that_could_be_ticked() {
    let page = Page::open("#/unit/市沒有局");
    page.until("it is said", |page| page.notices().contains("市沒有局"));
    assert_eq!(page.measures(), [""; 0]);
    assert_eq!(page.address(), "#/unit/市沒有局", "it can be mended");
    page.choose_party("市教育局");
    page.until("its list is there", |page| page.measures().len() == 17);
    assert!(!page.notices().contains("地址"), "{}", page.notices());
    // What is open stays, and so does its address.
    for (address, said) in [
        ("#/unit/市沒有局", "/unit/市沒有局"),
        ("#/xyz", "/xyz"),
        ("#m99.9", "m99.9"),
        ("#/p/nothing/unit/市教育局", "这个浏览器里没有保存地址所指的工作要点：nothing"),
    ] {
        page.run("location.hash = arguments[0]", &json!([address]));
        page.until("it is said", |page| page.notices().contains(said));
        page.shows(Page::address, "#/unit/市教育局");
        assert_eq!(page.measures().len(), 17);
    }
}

#[test]
fn an_address_in_a_sentence_opens_what_was_meant_and_is_written_so() {
    for (address, clean) in [("#/unit/市教育局/m2.3。", "#/unit/市教育局/m2.3"), ("#m2.3。", "#m2.3")] {
        let page = Page::open(address);
        page.shows(Page::address, clean);
        page.until("it is pointed at", |page| {
            page.holds("return document.querySelector('.is-pointed')?.id === 'm2.3'")
        });
        assert!(!page.notices().contains("地址"), "{}", page.notices());
    }
}
