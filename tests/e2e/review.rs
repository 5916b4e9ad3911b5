//! Looking through what was read of a plan: the source and the outline point at each other, and what is to be looked at is gone
//! through by key.

use serde_json::json;

use crate::page::{Page, keys};

/// A plan with something to look at: a list that is left open, and a number that is skipped.
const COUNTY: &str = "\
清水县2024年农村供水保障工作要点

一、工程建设
（一）新建水厂。6月底前完成城东水厂主体工程。新增供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局等部门）
（三）改造管网。更换老旧管道120公里，漏损率控制在10%以内。（责任单位：县住建局、相关乡镇政府）
二、运行管理
（一）水质检测。每月检测一次，12月底前实现检测全覆盖。（牵头单位：县卫健局）
";

const OTHER: &str = "\
青山县2024年林业工作要点

一、造林
（一）植树造林。春季完成造林2万亩。（牵头单位：县林业局）
（二）封山育林。完成封山育林3万亩。（牵头单位：县林业局）
";

/// The words that are marked in a pane, piece by piece.
fn marked(page: &Page, side: &str) -> Vec<String> {
    page.texts(&format!("#{side} .is-here"))
}

/// Clicks the innermost element of a pane that has these words.
fn click_on(page: &Page, side: &str, words: &str) {
    let script = "const [pane, words] = arguments;
        const all = [...document.querySelectorAll(`#${pane} [data-at]`)].filter((it) => it.textContent.includes(words));
        all.at(-1).click()";
    page.run(script, &json!([side, words]));
}

fn panel(page: &Page) -> String {
    page.words_of("selected")
}

#[test]
fn the_source_and_what_was_read_point_at_each_other() {
    let page = Page::with_plan_read(COUNTY);
    let source = page.text("return document.getElementById('source-pane').textContent", &json!([]));
    assert_eq!(source, COUNTY, "the source is there byte for byte");
    assert!(page.holds("return document.getElementById('plan-text').offsetHeight < 60"), "the field is folded away");

    click_on(&page, "source-pane", "县财政局");
    page.shows(|page| marked(page, "outline-pane"), ["县财政局配合"]);
    assert_eq!(marked(&page, "source-pane"), ["县财政局"]);
    assert!(panel(&page).contains("配合单位"), "{}", panel(&page));

    click_on(&page, "outline-pane", "更换老旧管道");
    page.shows(|page| marked(page, "source-pane"), ["更换老旧管道120公里，漏损率控制在10%以内。"]);
    let told = panel(&page);
    for words in ["举措 1-3.1", "县住建局", "责任", "120 公里", "不超过", "10 %"] {
        assert!(told.contains(words), "{words} in {told}");
    }

    // The keys of a pane go from thing to thing; both panes follow.
    page.on("#outline-pane", "it.focus()", &json!([]));
    page.press(&[keys::DOWN]);
    page.shows(|page| marked(page, "source-pane").concat(), "（责任单位：县住建局、相关乡镇政府）");
    page.click("button", "关闭");
    page.shows(|page| marked(page, "source-pane"), [""; 0]);

    // The field comes back, and what is typed there is read.
    page.click("button", "改原文");
    page.shows(Page::focused_id, "plan-text");
    page.press(&[keys::CONTROL, "\u{e010}"]);
    page.type_text("（二）节约用水。开展宣传活动。");
    page.until("it is read", |page| page.words().contains("4 项任务"));
    assert_eq!(page.focused_id(), "plan-text", "who types goes on typing");
}

#[test]
fn what_is_to_be_looked_at_is_gone_through_by_key() {
    let page = Page::with_plan_read(COUNTY);
    let at = |page: &Page| page.texts(".steps .figures").concat();
    page.shows(at, "– / 4");
    assert!(page.words().contains("4 处请核对"), "{}", page.words());
    page.shows(Page::focused_id, "outline-pane");
    page.press(&["n"]);
    page.shows(at, "1 / 4");
    page.until("its place has the focus", |page| page.holds("return !!document.activeElement.closest('.is-here')"));
    assert!(panel(&page).contains("“等”字里还有哪些单位？"), "{}", panel(&page));
    page.press(&["n"]);
    page.shows(at, "2 / 4");
    assert!(panel(&page).contains("编号不连续"), "{}", panel(&page));
    page.press(&["\u{e038}"]);
    page.shows(at, "3 / 4");
    page.shows(|page| marked(page, "source-pane"), ["相关乡镇政府"]);
    page.press(&["n"]);
    page.shows(at, "4 / 4");
    assert!(panel(&page).contains("编号从这里重新开始"), "{}", panel(&page));
    page.press(&["n"]);
    page.shows(at, "1 / 4");
    page.press(&["p"]);
    page.shows(at, "4 / 4");
    page.press(&[keys::SHIFT, "\u{e038}"]);
    page.shows(at, "3 / 4");
    page.click("button", "下一处");
    page.shows(at, "4 / 4");
    // Who types goes nowhere.
    page.click("button", "改原文");
    page.shows(Page::focused_id, "plan-text");
    page.type_text("n");
    page.until("it is typed", |page| page.holds("return document.getElementById('plan-text').value.includes('n')"));
    page.press(&["\u{e038}"]);
    page.until("it is read anew", |page| at(page) == "– / 4");
}

#[test]
fn a_narrow_window_shows_one_of_both() {
    let page = Page::with_plan_read(COUNTY);
    let seen = |page: &Page| {
        page.text(
            "return ['source-pane', 'outline-pane'].filter((id) => document.getElementById(id).offsetHeight > 0).join(' ')",
            &json!([]),
        )
    };
    page.resize(1280, 800);
    page.shows(seen, "source-pane outline-pane");
    page.resize(360, 740);
    page.shows(seen, "outline-pane");
    click_on(&page, "outline-pane", "县卫健局");
    page.click("button", "原文");
    page.shows(seen, "source-pane");
    page.until("its place is seen", |page| {
        let inside = "const { top, bottom } = document.querySelector('#source-pane .is-here').getBoundingClientRect();
            return top > 0 && bottom < innerHeight";
        page.holds(inside)
    });
    page.click("button", "读出");
    page.shows(seen, "outline-pane");
    assert!(page.sees("button", "保存并打开清单"));
}

#[test]
fn of_two_plans_in_one_text_one_can_be_kept() {
    let both = [COUNTY, OTHER].concat();
    let page = Page::with_plan_read(&both);
    let field = |page: &Page| page.text("return document.getElementById('plan-text').value", &json!([]));
    page.click("button", "只留第一份");
    page.shows(field, COUNTY);
    page.until("it is read", |page| page.words().contains("3 项任务"));
    page.click("button", "恢复全部文字");
    page.shows(field, both);
    page.click("button", "只留第二份");
    page.shows(field, OTHER);
    page.until("it is read", |page| page.words().contains("2 项任务"));
    page.click("button", "保存并打开清单");
    page.shows(Page::measures, ["1.1", "2.1"]);
}
