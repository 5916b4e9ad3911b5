//! The coordinator's year in a browser: rounds, the arrangement, a report that is given back, a postponement, a closed round.

use crate::bring::{drop_files, packed};
use crate::page::Page;
use serde_json::json;
use yaodian::domain::calendar::{DAY, iso_to_day};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::reading::simplified;
use yaodian::persist::embedded;
use yaodian::persist::progress_file::{self, Head};

/// Types into a field of this selector, as a person does.
fn fill(page: &Page, selector: &str, text: &str) {
    let put = "it.value = given; it.dispatchEvent(new Event('input', { bubbles: true })); \
               it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.on(selector, put, &json!(text));
}

/// Chooses for which body a duty is settled.
fn settle_for(page: &Page, body: &str) {
    page.until("it is there", |page| page.holds("return !!document.querySelector('.arranged-for')"));
    page.on(".arranged-for", "it.open = true", &json!([]));
    page.click("checkbox", body);
    page.until("it is said for whom", |page| page.texts(".arranged-for summary").join("") == body);
    page.on(".arranged-for", "it.open = false", &json!([]));
}

#[test]
fn a_round_is_made_reported_closed_and_looked_at_again() {
    let page = Page::open("#/overview");
    page.click("link", "期");
    page.until("there are none", |page| page.words().contains("尚未设期"));
    page.on(".rounds details", "it.open = true", &json!([]));
    let today = page.text("return new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10)", &json!([]));
    let one = ".rounds details .report-line label:nth-of-type";
    fill(&page, &format!("{one}(1) input"), "本季");
    fill(&page, &format!("{one}(2) input"), &today);
    fill(&page, &format!("{one}(3) input"), &today);
    page.click("button", "设这一期");
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
    // Its figures open its own rows, and no other round takes its days.
    page.click("link", "期");
    fill(&page, ".make-rounds input", &today[..4]);
    page.click("button", "设十二个月");
    page.until("it is refused", |page| page.words().contains("与“本季”的日期重叠"));
    page.click("link", "查看");
    page.until("it is as it was", |page| page.words().contains("已报 1 件"));
    page.on(".light-tiles .is-red .figure, .light-tiles .figure", "it.click()", &json!([]));
    page.until("the rows are of the round", |page| {
        page.words().contains("已结束的一期：本季") && page.address().contains("red")
    });
    page.go("#/rounds");
    page.click("link", "查看");
    // So do its papers, and from them one comes back to those of today.
    page.click("link", "进展报告");
    page.until("the report is of the round", |page| {
        let words = page.words();
        words.contains("已结束的一期：本季") && words.contains("本季（") && words.contains("进展情况报告")
    });
    page.click("link", "改为打印今天的");
    page.until("the report is of today", |page| {
        let words = page.words();
        !words.contains("已结束的一期") && words.contains("进展情况报告")
    });
}

#[test]
fn what_is_settled_changes_the_lists_and_can_be_undone() {
    let page = Page::open("#/unit/市教育局");
    page.shows(|page| page.measures().len(), 17);
    page.go("#/overview");
    page.click("link", "分工");
    settle_for(&page, "市教育局");
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
    fill(&page, "[id='m2.3'] .postponement input[type=date]", "2031-12-20");
    fill(&page, "[id='m2.3'] .postponement input[type=text]", "设备未到");
    page.click_in("2.3", "button", "提出申请");
    page.until("it is asked", |page| page.row("2.3").contains("申请延期至 2031-12-20：设备未到"));

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
    // Who comes to the list first has the filters that come later, too.
    page.go("#/unit/市教育局");
    page.reload();
    for filter in ["被退回", "已逾期"] {
        page.until("it can be filtered", |page| page.texts(".facets .facet-name").iter().any(|name| name == filter));
    }
    page.toggle_report("2.3");
    page.on("[id='m2.3'] .postponement", "it.open = true", &json!([]));
    page.until("it is told", |page| {
        let row = page.row("2.3");
        row.contains("统筹单位退回了这条填报：请附照片") && row.contains("申请延期")
    });
    page.write("2.3", "进展情况", "照片已附");
    page.until("it is a new report", |page| !page.row("2.3").contains("退回了这条填报"));
}

/// The three quarters of the story: their days, and the day on which units report.
const QUARTERS: [(&str, &str); 3] = [
    ("2021-01-01_2021-03-31", "2021-03-20"),
    ("2021-04-01_2021-06-30", "2021-06-20"),
    ("2021-07-01_2021-09-30", "2021-09-20"),
];

/// A body with the measures that it has to report on: all that the plan gives it by name, but for what is settled otherwise.
struct Body {
    party: Party,
    measures: Vec<MeasureId>,
}

fn bodies(plan: &Plan) -> Vec<Body> {
    let of = |party: Party| {
        let tasks = plan.scope(party).tasks.into_iter().filter_map(|i| plan.tasks.get(i));
        let measures = tasks.flat_map(|task| &task.measures).map(|measure| measure.id);
        // 市教育局 need not answer for 異地就醫結算.
        let is_left_out =
            |id: &MeasureId| plan.printed_name(party) == Some("市教育局") && plan.label(*id).to_string() == "2.5";
        Body { party, measures: measures.filter(|id| !is_left_out(id)).collect() }
    };
    plan.parties().skip(1).map(of).collect()
}

/// What the body of this place says in a quarter of its nth measure: something else each time. In the second quarter every third is
/// silent, in the third every second.
fn says(quarter: usize, body: usize, n: usize) -> Option<Status> {
    let is_silent = quarter == 1 && body % 3 == 2 || quarter == 2 && body % 2 == 1;
    (!is_silent).then(|| [Status::UnderWay, Status::Done, Status::Behind][(n + body + quarter) % 3])
}

/// The progress files of a quarter, packed, and how many there are.
fn reports(plan: &Plan, bodies: &[Body], quarter: usize) -> (usize, Vec<u8>) {
    let made = Moment::from(iso_to_day(QUARTERS[quarter].1).expect("a day")) * DAY + 4 * 3_600_000;
    let mut files = Vec::new();
    for (place, body) in bodies.iter().enumerate() {
        let mut ledger = Ledger::default();
        for (n, id) in body.measures.iter().enumerate() {
            if let Some(status) = says(quarter, place, n) {
                let key = MarkKey::Placed(body.party, *id);
                ledger.set(Change { key, field: Field::Status, value: status.key().into() }, made);
            }
        }
        if ledger != Ledger::default() {
            let head = Head { from: Some(body.party), copy: &format!("k{place}"), made };
            let name = progress_file::report_name(plan, body.party, made);
            files.push((name, progress_file::write(&ledger, plan, &head)));
        }
    }
    let parts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    (parts.len(), packed(&parts))
}

#[test]
fn the_figures_of_a_year_agree_with_a_count_by_hand() {
    let plan = embedded::plan();
    let bodies = bodies(&plan);
    assert_eq!(bodies.len(), 37);
    let office = Page::open("");
    office.choose("您是哪个单位", "全市统筹");
    office.go("#/rounds");
    office.click("button", "设四个季度");
    office.until("they are made", |page| page.texts(".rounds-table tbody tr").len() == 4);
    office.go("#/arrangement");
    settle_for(&office, "市教育局");
    office.run(
        "[...document.querySelectorAll('.arranged li label')].find((row) => row.textContent.startsWith('2.5')).click()",
        &json!([]),
    );
    office.click("button", "不涉及");
    office.until("it is settled", |page| {
        page.holds("return !!document.querySelector('.arranged-one.is-settled[data-duty=unconcerned]')")
    });

    let owed: usize = bodies.iter().map(|body| body.measures.len()).sum();
    for (quarter, (days, _)) in QUARTERS.iter().enumerate() {
        let (files, pack) = reports(&plan, &bodies, quarter);
        office.go("#/data");
        drop_files(&office, &[("收到的.zip", &pack)]);
        office.click("button", &format!("合并 {files} 个文件"));
        office.until("it is said", |page| page.words().contains(&format!("已合并 {files} 个文件")));
        office.go("#/rounds");
        let speak = bodies.iter().enumerate().filter(|(place, _)| says(quarter, *place, 0).is_some());
        let made: usize = speak.map(|(_, body)| body.measures.len()).sum();
        let row = |page: &Page| page.texts(".rounds-table tbody tr").get(quarter).cloned().unwrap_or_default();
        office.until(&format!("{made} of {owed} are counted for {days}"), |page| {
            row(page).contains(&format!("{made}/{owed}"))
        });
        let close = "[...document.querySelectorAll('.rounds-table tbody tr')][arguments[0]].querySelector('.actions button').click()";
        office.run(close, &json!([quarter]));
        office.until("it is closed, and its figures stay", |page| {
            let row = row(page);
            row.contains("重新打开") && row.contains(&format!("{made}/{owed}"))
        });
    }

    // Each closed round is as it was, on its page and on its papers.
    for (quarter, (days, _)) in QUARTERS.iter().enumerate() {
        office.go(&format!("#/print/circular?round={days}"));
        office.until_laid_out();
        let rows = "return [...document.querySelectorAll('.sheet:not(.is-measured) tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))";
        let printed: Vec<Vec<String>> = serde_json::from_value(office.run(rows, &json!([]))).expect("rows of a table");
        for (place, body) in bodies.iter().enumerate() {
            let name = plan.printed_name(body.party).unwrap_or_default();
            let all = body.measures.len();
            let said: Vec<Status> = (0..all).filter_map(|n| says(quarter, place, n)).collect();
            let row = printed.iter().find(|row| row.get(1).is_some_and(|cell| *cell == simplified(name, &[])));
            let figures = row.and_then(|row| Some((row.get(2)?.parse().ok()?, row.get(3)?.parse().ok()?)));
            assert_eq!(figures, Some((all, said.len())), "{days} {name}: {row:?}");
        }
        office.go(&format!("#/print/reminders?round={days}"));
        office.until_laid_out();
    }

    // Now, each says what it said last: the overview counts it for every body.
    office.go("#/overview");
    for (place, body) in bodies.iter().enumerate() {
        let last = |n: usize| (0..QUARTERS.len()).rev().find_map(|quarter| says(quarter, place, n));
        let done = (0..body.measures.len()).filter(|n| last(*n) == Some(Status::Done)).count();
        let name = simplified(plan.printed_name(body.party).unwrap_or_default(), &[]);
        office.until(&format!("{name} has {done} of {}", body.measures.len()), |page| {
            let row = page.texts(".matrix tbody tr").into_iter().find(|row| row.starts_with(&name)).unwrap_or_default();
            row.ends_with(&format!("{done}/{}", body.measures.len()))
        });
    }
}
