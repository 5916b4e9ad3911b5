//! Keeping the ticks: over a reload, between tabs, and when the browser's storage is broken, blocked or full.

use crate::page::Page;

const KEY: &str = "yaodian/haidong-2021/ledger/v1";

/// What this plan keeps, without the choices of language and theme.
fn of_this_plan(page: &Page) -> Vec<(String, String)> {
    page.kept().into_iter().filter(|(key, _)| key.starts_with("yaodian/haidong-2021/")).collect()
}

#[test]
fn a_tick_is_there_after_a_reload() {
    let page = Page::open("#/unit/市教育局");
    assert!(of_this_plan(&page).is_empty(), "looking at a plan keeps nothing");
    page.tick("2.3");
    page.reload();
    assert_eq!(page.ticked(), ["2.3"]);
    let kept = of_this_plan(&page);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].0, KEY);
}

#[test]
fn two_tabs_see_each_other_and_overwrite_nothing() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    let (first, second) = page.open_second_tab("#/unit/市教育局");
    assert_eq!(page.ticked(), ["2.1"]);
    page.tick("2.2");
    page.look_at(&first);
    page.shows(Page::ticked, ["2.1", "2.2"]);
    page.tick("3.1");
    page.tick("2.1");
    page.look_at(&second);
    page.shows(Page::ticked, ["2.2", "3.1"]);
    page.reload();
    assert_eq!(page.ticked(), ["2.2", "3.1"]);
}

#[test]
fn what_cannot_be_read_is_put_aside_and_offered() {
    let broken = "{\"format\":\"yaodian-ledger\",\"version\":1,\"plan\":\"haid";
    let page = Page::open("#/unit/市教育局");
    page.reload_and_find(KEY, broken);
    page.until("it is said", |page| page.notices().contains("读不出来"));
    page.tick("2.1");
    page.reload();
    assert_eq!(page.ticked(), ["2.1"]);
    let kept = of_this_plan(&page);
    let aside = kept.iter().find(|(key, _)| key.starts_with("yaodian/haidong-2021/aside/"));
    assert_eq!(aside.map(|(_, text)| text.as_str()), Some(broken), "{kept:?}");
}

#[test]
fn what_was_put_aside_can_be_saved_as_a_file() {
    let page = Page::open("");
    page.reload_and_find(KEY, "not a ledger");
    page.click("button", "下载");
    let (_, content) = page.saved_file();
    assert_eq!(content, "not a ledger");
}

#[test]
fn what_a_newer_version_keeps_is_left_alone() {
    let newer = "{\"format\":\"yaodian-ledger\",\"version\":2,\"plan\":\"haidong-2021\"}";
    let page = Page::open("#/unit/市教育局");
    page.reload_and_find(KEY, newer);
    page.until("it is said", |page| page.notices().contains("更新版本"));
    page.tick("2.1");
    assert_eq!(of_this_plan(&page), [(KEY.to_owned(), newer.to_owned())]);
}

#[test]
fn without_storage_the_page_works_says_so_and_offers_a_file() {
    let mut page = Page::open_with("#/unit/市教育局", |options| options.storage_blocked = true);
    // The browser itself complains of every try.
    page.tolerate_complaints();
    page.tick("2.1");
    page.until("it is said", |page| page.notices().contains("浏览器不允许保存数据"));
    page.search("网络");
    page.shows(Page::measures, ["3.4", "22.1"]);
    page.click("button", "存成文件");
    let (file, content) = page.saved_file();
    assert!(file.extension().is_some_and(|ending| ending == "json"), "{}", file.display());
    assert!(content.contains("市教育局") && content.contains("2.1"), "{content}");
}

#[test]
fn with_full_storage_the_page_says_so_until_it_can_keep_again() {
    let page = Page::open("#/unit/市教育局");
    page.fill_storage();
    page.tick("2.1");
    page.until("it is said", |page| page.notices().contains("存储空间已满"));
    page.empty_filler();
    page.tick("2.2");
    page.until("it is said no more", |page| !page.notices().contains("存储空间已满"));
    page.reload();
    assert_eq!(page.ticked(), ["2.1", "2.2"]);
}

#[test]
fn cleared_storage_does_not_lose_what_is_on_the_page() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    let (first, _second) = page.open_second_tab("#/read");
    page.run("localStorage.clear()", &serde_json::json!([]));
    page.look_at(&first);
    page.until("it is kept again", |page| of_this_plan(page).len() == 1);
    page.reload();
    assert_eq!(page.ticked(), ["2.1"]);
}

#[test]
fn deleting_asks_touches_only_this_plan_and_can_be_undone() {
    let page = Page::open("#/unit/市教育局");
    page.keep("another page's", "own");
    page.tick("2.1");
    page.tick("2.2");
    page.click("link", "数据");
    page.click("button", "删除全部进度");
    page.click("button", "取消");
    page.click("link", "清单");
    page.shows(Page::ticked, ["2.1", "2.2"]);

    page.click("link", "数据");
    page.click("button", "删除全部进度");
    page.until("it asks", |page| page.words().contains("要删除全部 2 个勾选吗"));
    page.click("button", "删除");
    page.until("it is done", |page| page.notices().contains("已删除 2 个勾选"));
    page.click("link", "清单");
    page.shows(Page::ticked, [""; 0]);
    assert!(page.kept().contains(&("another page's".to_owned(), "own".to_owned())));
    page.click("button", "撤销");
    page.shows(Page::ticked, ["2.1", "2.2"]);
    page.reload();
    assert_eq!(page.ticked(), ["2.1", "2.2"]);
}
