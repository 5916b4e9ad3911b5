//! Keeping the ticks: over a reload, between tabs, and when the browser's storage is broken, blocked or full.

use crate::page::Page;
use serde_json::json;

const KEY: &str = "yaodian/haidong-2021/ledger/v4";

/// Where the first release kept it.
const FIRST_KEY: &str = "yaodian/haidong-2021/ledger/v1";

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
    page.until("it is said", |page| page.notices().contains("无法读取"));
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
    let newer = "{\"format\":\"yaodian-ledger\",\"version\":5,\"plan\":\"haidong-2021\"}";
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
    page.click("button", "导出进度");
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
    page.until("it asks", |page| page.words().contains("要删除全部 2 条填报吗"));
    page.click("button", "删除");
    page.until("it is done", |page| page.notices().contains("已删除 2 条填报"));
    page.click("link", "清单");
    page.shows(Page::ticked, [""; 0]);
    assert!(page.kept().contains(&("another page's".to_owned(), "own".to_owned())));
    page.click("button", "撤销");
    page.shows(Page::ticked, ["2.1", "2.2"]);
    page.reload();
    assert_eq!(page.ticked(), ["2.1", "2.2"]);
}

#[test]
fn what_the_first_release_kept_is_there_and_stays_as_it_was() {
    let first = include_str!("../fixtures/ledger-v1-first-release.json");
    let page = Page::open("#/unit/市教育局");
    page.reload_and_find(FIRST_KEY, first);
    page.shows(Page::ticked, ["2.3"]);
    page.tick("2.1");
    page.reload();
    page.shows(Page::ticked, ["2.1", "2.3"]);
    assert!(of_this_plan(&page).contains(&(FIRST_KEY.to_owned(), first.to_owned())));
}

#[test]
fn the_quota_in_the_middle_of_an_edit_loses_nothing_that_was_kept() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.3");
    page.write("2.3", "进展情况", "已开工8所");
    page.shows(|page| of_this_plan(page).iter().any(|(_, text)| text.contains("已开工8所")), true);
    page.fill_storage();
    page.write("2.3", "进展情况", "，其中6所主体完工".repeat(60).as_str());
    page.until("it is said", |page| page.notices().contains("存储空间已满"));
    assert!(page.written("2.3", "进展情况").ends_with("主体完工"), "the page works on");
    assert!(of_this_plan(&page).iter().any(|(_, text)| text.contains("已开工8所")), "what fitted is still there");
    page.empty_filler();
    page.write("2.3", "进展情况", "。");
    page.until("it is kept again", |page| !page.notices().contains("存储空间已满"));
    page.reload();
    page.toggle_report("2.3");
    assert!(page.written("2.3", "进展情况").ends_with("主体完工。"));
}

#[test]
fn two_tabs_that_edit_one_measure_keep_both_edits() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.3");
    let (first, second) = page.open_second_tab("#/unit/市教育局");
    page.toggle_report("2.3");
    page.write("2.3", "进展情况", "已开工8所");
    page.look_at(&first);
    page.shows(|page| page.written("2.3", "进展情况"), "已开工8所");
    page.write("2.3", "存在问题", "资金缺口");
    page.click_in("2.3", "radio", "滞后");
    page.look_at(&second);
    page.shows(|page| page.written("2.3", "存在问题"), "资金缺口");
    page.shows(|page| page.state_of("2.3"), "滞后");
    page.reload();
    page.toggle_report("2.3");
    assert_eq!(page.written("2.3", "进展情况"), "已开工8所");
    assert_eq!(page.written("2.3", "存在问题"), "资金缺口");
}

#[test]
fn storage_emptied_by_another_tab_in_the_middle_of_an_edit_is_filled_again() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.3");
    page.write("2.3", "进展情况", "已开工");
    let (first, second) = page.open_second_tab("#/read");
    page.run("localStorage.clear()", &serde_json::json!([]));
    page.look_at(&first);
    page.until("it is said", |page| page.notices().contains("清除"));
    // The tab that was left puts back what it holds, too. Its process may be slower than a reload of this one, and the browser
    // has no lock: it is heard out before more is written.
    page.look_at(&second);
    page.shows(|page| of_this_plan(page).iter().any(|(_, text)| text.contains("已开工")), true);
    page.look_at(&first);
    page.write("2.3", "进展情况", "8所");
    // A driver may say that it has typed before the page has heard of it.
    page.shows(|page| page.written("2.3", "进展情况"), "已开工8所");
    page.reload();
    page.toggle_report("2.3");
    assert_eq!(page.written("2.3", "进展情况"), "已开工8所");
}

#[test]
fn the_state_of_an_earlier_day_can_be_looked_at_and_taken_back() {
    let yesterday = include_str!("../fixtures/ledger-v1-first-release.json");
    let page = Page::open("#/unit/市教育局");
    page.reload_and_find(KEY, yesterday);
    page.shows(Page::ticked, ["2.3"]);
    page.tick("2.3");
    page.tick("2.1");
    page.shows(Page::ticked, ["2.1"]);
    page.click("link", "数据");
    page.until("it is listed", |page| page.words().contains("2021-09-30"));
    page.click("button", "查看");
    page.until("what would change is listed", |page| {
        let words = page.words();
        words.contains("2.1 市教育局 · 状态：已完成 → 未填报") && words.contains("2.3 市教育局 · 状态：未填报 → 已完成")
    });
    page.click("button", "替换现有进度");
    page.until("it is said", |page| page.notices().contains("进度已替换"));
    page.click("link", "清单");
    page.shows(Page::ticked, ["2.3"]);
    page.click("button", "撤销");
    page.shows(Page::ticked, ["2.1"]);
}

#[test]
fn old_work_that_is_in_no_file_is_called_to_mind_until_it_is() {
    let old = include_str!("../fixtures/ledger-v1-first-release.json");
    let page = Page::open("#/unit/市教育局");
    assert!(!page.notices().contains("还没有导出"));
    page.reload_and_find(KEY, old);
    page.until("it is said", |page| page.notices().contains("2021-09-30 以来的填报还没有导出"));
    page.click("button", "导出进度");
    page.saved_file();
    page.until("it is said no more", |page| !page.notices().contains("还没有导出"));
    page.reload();
    assert!(!page.notices().contains("还没有导出"));
}

#[test]
fn undo_in_one_window_leaves_what_the_other_wrote() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.1");
    page.write("2.1", "进展情况", "甲窗口写的");
    let (first, second) = page.open_second_tab("#/unit/市教育局");
    page.toggle_report("2.1");
    page.shows(|page| page.written("2.1", "进展情况"), "甲窗口写的");
    page.write("2.1", "进展情况", "，乙窗口改的");
    page.look_at(&first);
    page.shows(|page| page.written("2.1", "进展情况"), "甲窗口写的，乙窗口改的");
    page.click("button", "撤销");
    page.until("it is said", |page| page.notices().contains("没有撤销"));
    assert_eq!(page.written("2.1", "进展情况"), "甲窗口写的，乙窗口改的");
    page.look_at(&second);
    assert_eq!(page.written("2.1", "进展情况"), "甲窗口写的，乙窗口改的");
}

/// Browsers keep a page as it was while another is open, and phones put windows to sleep: nothing reaches it then.
#[test]
fn what_happened_while_the_page_slept_is_read_before_it_is_shown_or_printed() {
    const MEANWHILE: &str = "
        const [key, measure, event] = arguments;
        const kept = JSON.parse(localStorage.getItem(key));
        kept.marks['unit:市教育局'][measure] = { status: [[Date.now(), 'done']] };
        localStorage.setItem(key, JSON.stringify(kept));
        window.dispatchEvent(new Event(event));";
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    let mut ticked = vec!["2.1".to_owned()];
    for (event, measure) in [("pageshow", "2.2"), ("focus", "2.3"), ("visibilitychange", "2.4"), ("beforeprint", "3.1")]
    {
        page.until("the tick before is kept", |page| {
            page.kept().iter().any(|(key, text)| key == KEY && !text.is_empty())
        });
        page.run(MEANWHILE, &json!([KEY, measure, event]));
        ticked.push(measure.to_owned());
        page.shows(Page::ticked, &ticked[..]);
    }
}
