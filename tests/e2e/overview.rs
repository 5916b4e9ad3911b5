//! The whole plan at a glance, and that every figure leads to exactly the rows it counts.

use crate::page::{Page, keys};
use serde_json::json;

/// Every figure of the overview: where it leads and how many it says.
fn figures(page: &Page) -> Vec<(String, usize)> {
    let script = "return [...document.querySelectorAll('main a')]
        .filter((a) => /^\\d+$/.test(a.textContent) && a.hash.startsWith('#/'))
        .map((a) => [decodeURIComponent(a.hash), a.textContent])";
    let figures = page.run(script, &json!([]));
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    figures.as_array().unwrap().iter().map(|pair| (text(&pair[0]), text(&pair[1]).parse().unwrap())).collect()
}

/// All that is seen.
pub fn in_one_line(page: &Page) -> String {
    page.words().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A plan on which several have reported.
fn reported() -> Page {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.1");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "推进中");
    page.write("2.3", "实际完成", "6");
    page.toggle_report("3.1");
    page.click_in("3.1", "radio", "滞后");
    page.write("3.1", "存在问题", "报名不足");
    page.toggle_report("22.1");
    page.click_in("22.1", "radio", "不适用");
    page.go("#/locality/樂都區");
    page.tick("1.1");
    page.tick("5.1");
    page.go("#/");
    page.tick("2.1");
    page.tick("8.1");
    page.go("#/overview");
    page
}

#[test]
fn every_figure_opens_exactly_the_rows_it_counts() {
    let page = reported();
    let mut checked = 0;
    for show in ["", "?show=signed-off", "?show=behind", "?show=not-reported", "?show=not-applicable"] {
        page.go(&format!("#/overview{show}"));
        let mut figures = figures(&page);
        assert!(figures.len() > 300, "{}", figures.len());
        figures.sort();
        figures.dedup();
        // `tests/native/overview_figures.rs` follows each; here it is enough that they lead there in a browser.
        let (none, some): (Vec<_>, Vec<_>) = figures.into_iter().partition(|(_, n)| *n == 0);
        for (address, says) in some.into_iter().step_by(12).chain(none.into_iter().step_by(100)) {
            // Without loading the page anew. Chromium ignores more than 200 such steps in ten seconds.
            page.until(&format!("{address} is open"), |page| {
                page.run("location.hash = arguments[0]", &json!([address]));
                page.address() == address
            });
            page.shows(|page| page.measures().len(), says);
            checked += 1;
        }
    }
    println!("{checked} figures were followed");
}

#[test]
fn the_first_screen_holds_all_that_it_is_for() {
    let page = reported();
    // How far down each part of it ends; of the silent, of whom there may be many, the line that counts them.
    let ends = "return ['.verdict', '.first-progress', '.first-lights', '.furthest', '.first-silent > h3', '.first-lists > :last-child'].map((part) =>
        Math.ceil(document.querySelector(part).getBoundingClientRect().bottom))";
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height);
        page.run("scrollTo(0, 0)", &json!([]));
        page.settle();
        let ends = page.run(ends, &json!([]));
        let ends: Vec<u64> = ends.as_array().unwrap().iter().map(|end| end.as_u64().unwrap()).collect();
        assert!(ends.iter().all(|end| *end > 0 && *end <= u64::from(height)), "{width} by {height}: {ends:?}");
    }
}

#[test]
fn the_overview_says_what_was_reported_and_invents_nothing() {
    let page = Page::open("#/overview");
    let words = in_one_line(&page);
    assert!(words.contains("未填报 129") && words.contains("时间进度"), "{words}");
    assert!(words.contains("没有单位填报滞后或问题"), "{words}");
    assert!(!words.contains("落后序时") && !words.contains("未达到"), "nothing is judged where nobody reported");

    let words = in_one_line(&reported());
    assert!(words.contains("6 所（市教育局）") && words.contains("60% · 未达到"), "{words}");
    assert!(words.contains("报名不足"), "{words}");
    assert!(words.contains("已销号 2"), "{words}");
}

#[test]
fn the_matrix_shows_what_was_chosen_and_the_address_says_it() {
    let page = reported();
    page.click("link", "未启动");
    page.shows(Page::address, "#/overview?show=not-started");
    let row = |page: &Page| {
        page.texts(".matrix tbody tr").into_iter().find(|row| row.starts_with("市教育局")).unwrap_or_default()
    };
    page.shows(row, "市教育局 0/10 — — — — 0/6 0/16");
    // What was chosen keeps the focus.
    page.shows(Page::focused, "未启动");
    page.back();
    page.shows(row, "市教育局 1/10 — — — — 0/6 1/16");
}

#[test]
fn a_measure_named_in_the_overview_is_shown_in_the_whole_list() {
    let page = reported();
    page.click("link", "3.1");
    page.shows(Page::address, "#m3.1");
    page.shows(|page| page.measures().len(), 129);
    page.shows(|page| page.state_of("3.1"), "各方填报 1/8 · 滞后 1");
}

/// It is reached by the foot of every view.
#[test]
fn the_sheet_of_keys_keeps_the_focus_and_gives_it_back() {
    let page = Page::open("#/overview");
    page.until("the overview is there", |page| page.words().contains("按责任单位和县区"));
    page.on("#keys", "it.focus()", &json!([]));
    page.press(&[keys::ENTER]);
    page.until("it is there", |page| page.words().contains("展开或收起这条的填报"));
    for at in ["keys-close", "keys-off", "keys-close"] {
        page.shows(Page::focused_id, at);
        page.press(&[keys::TAB]);
    }
    page.press(&[keys::SHIFT, keys::TAB]);
    page.shows(Page::focused_id, "keys-close");
    page.press(&[keys::ENTER]);
    page.until("it is closed", |page| !page.words().contains("展开或收起这条的填报"));
    page.shows(Page::focused_id, "keys");
}
