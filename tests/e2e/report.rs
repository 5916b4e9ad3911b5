//! Saying more than a tick: status, words, actual values; and what the coordinator sees of it.

use serde_json::json;

use crate::page::{Page, keys};

#[test]
fn a_unit_reports_in_place_and_it_is_kept_as_it_is_typed() {
    let page = Page::open("#/unit/市教育局");
    assert_eq!(page.state_of("2.3"), "未填报", "what nobody reported is shown as that");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "推进中");
    page.write("2.3", "实际完成", "6");
    page.write("2.3", "进展情况", "已开工8所");
    page.write("2.3", "存在问题", "资金缺口");
    page.write("2.3", "下一步措施", "申请补助");
    page.shows(|page| page.state_of("2.3"), "推进中");
    page.reload();
    assert_eq!(page.state_of("2.3"), "推进中");
    page.toggle_report("2.3");
    assert_eq!(page.written("2.3", "实际完成"), "6");
    assert_eq!(page.written("2.3", "进展情况"), "已开工8所");
    assert_eq!(page.written("2.3", "存在问题"), "资金缺口");
    assert_eq!(page.written("2.3", "下一步措施"), "申请补助");
    // Another unit of the same task has said nothing.
    page.go("#/unit/市财政局");
    page.go("#/unit/市財政局");
    assert_eq!(page.state_of("2.3"), "未填报");
}

#[test]
fn a_report_is_written_by_keyboard_alone() {
    let page = Page::open("#/unit/市教育局");
    page.on("[id='c2.3']", "it.focus()", &json!([]));
    // The box, the link to the row, how far it is.
    page.press(&[keys::TAB]);
    page.press(&[keys::TAB]);
    page.press(&[keys::ENTER]);
    page.until("the report is open", |page| page.row("2.3").contains("进展情况"));
    page.press(&[keys::TAB]);
    page.press(&[keys::RIGHT]);
    page.press(&[keys::RIGHT]);
    page.shows(|page| page.state_of("2.3"), "推进中");
    page.press(&[keys::TAB]);
    page.type_text("6");
    page.shows(|page| page.written("2.3", "实际完成"), "6");
    page.until("the words can be reached", |page| {
        page.press(&[keys::TAB]);
        page.run("return document.activeElement.tagName === 'TEXTAREA'", &json!([])) == true
    });
    page.type_text("8 built");
    page.shows(|page| page.written("2.3", "进展情况"), "8 built");
}

#[test]
fn the_link_to_a_measure_is_copied_from_its_report() {
    let page = Page::open("#/unit/市教育局?q=幼儿园");
    page.toggle_report("2.3");
    page.run("navigator.clipboard.writeText = (text) => ((window.copied = text), Promise.resolve())", &json!([]));
    page.click_in("2.3", "button", "复制链接");
    page.until("it is said what a link carries", |page| page.words().contains("链接不含填报内容"));
    let link = page.text("return decodeURI(copied)", &json!([]));
    assert!(link.ends_with("#/unit/市教育局/m2.3"), "{link}");
}

#[test]
fn an_edit_is_one_step_back() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "推进中");
    page.write("2.3", "进展情况", "已开工8所");
    page.write("2.3", "存在问题", "资金缺口");
    page.click("button", "撤销");
    page.shows(|page| page.written("2.3", "存在问题"), "");
    assert_eq!(page.written("2.3", "进展情况"), "已开工8所");
    page.click("button", "撤销");
    page.shows(|page| page.written("2.3", "进展情况"), "");
    page.click("button", "撤销");
    page.shows(|page| page.state_of("2.3"), "未填报");
    page.click("button", "重做");
    page.shows(|page| page.state_of("2.3"), "推进中");
}

#[test]
fn words_without_a_status_and_values_that_are_none_do_not_go_unnoticed() {
    let page = Page::open("#/unit/市人力資源社會保障局");
    page.toggle_report("3.4");
    page.write("3.4", "存在问题", "缺少资金");
    page.until("it is said", |page| page.row("3.4").contains("未选状态，按未填报计"));
    // Progress proposes a status, which can be changed.
    page.write("3.4", "进展情况", "已完成");
    page.until("it is proposed", |page| page.state_of("3.4").starts_with("推进中"));
    page.click_in("3.4", "radio", "已完成");
    page.until("it is said no more", |page| !page.row("3.4").contains("未选状态"));
    assert!(page.is_ticked("3.4"), "done is the tick");
    page.write("3.4", "城镇新增就业", "很多");
    page.until("it is said", |page| page.row("3.4").contains("不是数字"));
    page.write("3.4", "农牧区劳动力", "490000");
    page.until("it is said", |page| page.row("3.4").contains("单位是“万人次”"));
}

#[test]
fn what_units_report_waits_for_the_coordinator_to_sign_it_off() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.3");
    page.toggle_report("2.3");
    page.write("2.3", "进展情况", "建成10所");
    page.go("#/unit/市財政局");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "已完成");
    page.go("#/");
    assert_eq!(page.state_of("2.3"), "各方填报 2/12 · 待核 2");
    assert!(!page.is_ticked("2.3"), "a report is not a sign-off");
    page.toggle_report("2.3");
    let row = page.row("2.3");
    assert!(row.contains("12 家应报，2 家已报") && row.contains("建成10所"), "{row}");
    assert!(row.contains("未报：") && row.contains("市医保局") && row.contains("循化撒拉族自治县"), "{row}");
    page.tick("2.3");
    page.shows(|page| page.state_of("2.3"), "已销号 2/12");
    page.go("#/unit/市教育局");
    assert_eq!(page.state_of("2.3"), "已销号");
    assert!(page.is_ticked("2.3"));
    page.toggle_report("2.3");
    assert_eq!(page.written("2.3", "进展情况"), "建成10所", "what was reported stands");
}

#[test]
fn a_measure_tells_what_changed_when_and_by_whom() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.3");
    page.go("#/");
    // The coordinator was asked in the report, which so is open.
    page.tick("2.3");
    page.on("details.history", "it.open = true", &json!([]));
    let row = page.row("2.3");
    assert!(row.contains("市教育局 · 状态：已完成") && row.contains("全市统筹 · 状态：已销号"), "{row}");
}

#[test]
fn facets_of_status_and_report_follow_the_party() {
    let page = Page::open("#/unit/市教育局");
    assert_eq!(page.facet("未报"), (false, 17));
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "滞后");
    page.write("2.3", "存在问题", "资金缺口");
    page.shows(|page| page.facet("滞后"), (false, 1));
    assert_eq!((page.facet("未报").1, page.facet("有问题").1), (16, 1));
    page.toggle_facet("滞后");
    page.shows(Page::measures, ["2.3"]);
    page.shows(Page::address, "#/unit/市教育局?status=behind");
    page.until("it is said", |page| page.status().contains("滞后"));
    page.go("#/unit/市財政局");
    page.shows(|page| page.facet("滞后"), (false, 0));
    // For the plan it is one of several reports: somebody is behind.
    page.go("#/");
    page.shows(|page| page.facet("滞后"), (false, 1));
    page.shows(|page| page.facet("推进"), (false, 1));
}

#[test]
fn a_row_keeps_its_place_while_it_is_reported_on() {
    let page = Page::open("#/unit/市教育局?unreported");
    page.toggle_report("2.3");
    page.click_in("2.3", "radio", "推进中");
    page.shows(|page| page.state_of("2.3"), "推进中");
    page.write("2.3", "进展情况", "已开工");
    assert!(page.measures().contains(&"2.3".to_owned()), "though it is reported now");
    assert!(page.words().contains("暂时留在原处"));
}

#[test]
fn a_day_that_is_none_leaves_the_day_that_was_said_before() {
    let page = Page::open("#/unit/市教育局");
    page.toggle_report("2.3");
    let field = "[id='r2.3'] input[type=date]";
    let kept = |page: &Page| page.kept().iter().any(|(_, text)| text.contains("2021-05-10"));
    page.on(
        field,
        "it.value = '2021-05-10'; it.dispatchEvent(new Event('input', { bubbles: true })); it.focus()",
        &json!([]),
    );
    page.until("the day is kept", kept);
    // In the order in which this browser asks for a day; both pass by the 3rd of February.
    let order = "return new Intl.DateTimeFormat().formatToParts(0).map((part) => part.type[0]).join('')";
    let year_first = page.text(order, &json!([])).starts_with('y');
    page.type_text(if year_first { "20210230" } else { "02302021" });
    page.press(&[keys::TAB]);
    page.on("[id='r2.3'] textarea", "it.focus()", &json!([]));
    page.until("it says that this is no day", |page| page.row("2.3").contains("日期有误"));
    page.until("the day before is kept", kept);
    assert!(!page.kept().iter().any(|(_, text)| text.contains("2021-02-03")), "{:?}", page.kept());
}
