//! The coordinator's year in a browser: rounds, the arrangement, a report that is given back, a postponement, a closed round.

use crate::page::Page;
use serde_json::json;

/// Types into a field of this selector, as a person does.
fn fill(page: &Page, selector: &str, text: &str) {
    let put = "it.value = given; it.dispatchEvent(new Event('input', { bubbles: true })); \
               it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.on(selector, put, &json!(text));
}

#[test]
fn a_round_is_made_reported_closed_and_looked_at_again() {
    let page = Page::open("#/overview");
    page.click("link", "期");
    page.until("there are none", |page| page.words().contains("还没有期"));
    page.on(".rounds details", "it.open = true", &json!([]));
    let today = page.text("return new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10)", &json!([]));
    let one = ".rounds details .report-line label:nth-of-type";
    fill(&page, &format!("{one}(1) input"), "本季");
    fill(&page, &format!("{one}(2) input"), &today);
    fill(&page, &format!("{one}(3) input"), &today);
    page.click("button", "做这一期");
    page.until("it is the one of today", |page| page.texts(".rounds-table .is-current").join("").contains("本期"));

    page.go("#/unit/市教育局");
    page.toggle_report("2.3");
    page.until("it is missing", |page| page.row("2.3").contains("本期还没有填报"));
    page.click_in("2.3", "radio", "滞后");
    page.until("it is made", |page| page.row("2.3").contains("本期已填报"));

    page.go("#/rounds");
    page.until("it is counted", |page| page.texts(".rounds-table td").join(" ").contains(" 1/"));
    page.click("button", "结束本期");
    page.until("it is closed", |page| page.words().contains(&format!("{today} 结束")));
    // What comes after changes nothing of it.
    page.go("#/unit/市教育局");
    page.tick("2.3");
    page.go("#/rounds");
    page.click("link", "查看");
    page.until("it is as it was", |page| {
        let words = page.words();
        words.contains("本季") && words.contains("已报 1 件") && words.contains("绿灯 0 条")
    });
    page.reload();
    page.until("it is kept", |page| page.words().contains("已报 1 件"));
    // So do its papers, and from them one comes back to those of today.
    page.click("link", "进展报告");
    page.until("the report is of the round", |page| {
        let words = page.words();
        words.contains("已结束的一期：本季") && words.contains("本季（") && words.contains("进展情况报告")
    });
    page.click("link", "改印今天的");
    page.until("the report is of today", |page| {
        let words = page.words();
        !words.contains("本季") && words.contains("进展情况报告")
    });
}

#[test]
fn what_is_settled_changes_the_lists_and_can_be_undone() {
    let page = Page::open("#/unit/市教育局");
    page.shows(|page| page.measures().len(), 17);
    page.go("#/overview");
    page.click("link", "分工");
    page.until("it is there", |page| page.sees("listbox", "单位或县区"));
    page.choose("单位或县区", "市教育局");
    page.run(
        "[...document.querySelectorAll('.arranged li label')].find((row) => row.textContent.startsWith('2.5')).click()",
        &json!([]),
    );
    page.until("one is chosen", |page| page.words().contains("已选 1 条举措"));
    page.click("button", "不涉及");
    page.until("it is settled", |page| {
        page.holds("return !!document.querySelector('.arranged-one.is-settled[data-duty=unconcerned]')")
    });
    page.go("#/unit/市教育局");
    page.shows(|page| page.measures().len(), 16);
    page.reload();
    page.shows(|page| page.measures().len(), 16);
    assert!(!page.measures().contains(&"2.5".to_owned()));
}

#[test]
fn a_report_is_given_back_and_a_postponement_granted() {
    let page = Page::open("#/unit/市教育局");
    page.tick("2.3");
    page.toggle_report("2.3");
    page.on("[id='m2.3'] .postponement", "it.open = true", &json!([]));
    fill(&page, "[id='m2.3'] .postponement input[type=date]", "2021-12-20");
    fill(&page, "[id='m2.3'] .postponement input[type=text]", "设备未到");
    page.click_in("2.3", "button", "提出申请");
    page.until("it is asked", |page| page.row("2.3").contains("申请延期到 2021-12-20：设备未到"));

    page.go("#/");
    page.toggle_report("2.3");
    page.click_in("2.3", "button", "同意");
    page.until("it is answered", |page| !page.row("2.3").contains("设备未到"));
    page.on("[id='m2.3'] .give-back", "it.open = true", &json!([]));
    fill(&page, "[id='m2.3'] .give-back input", "请附照片");
    page.run("document.querySelector('[id=\"m2.3\"] .give-back button').click()", &json!([]));
    page.until("it is given back", |page| page.row("2.3").contains("已退回：请附照片"));

    page.go("#/unit/市教育局?returned");
    page.shows(Page::measures, ["2.3"].map(str::to_owned).to_vec());
    page.toggle_report("2.3");
    page.on("[id='m2.3'] .postponement", "it.open = true", &json!([]));
    page.until("it is told", |page| {
        let row = page.row("2.3");
        row.contains("统筹单位退回了这条填报：请附照片") && row.contains("申请延期")
    });
    page.write("2.3", "进展情况", "照片已附");
    page.until("it is a new report", |page| !page.row("2.3").contains("退回了这条填报"));
}
