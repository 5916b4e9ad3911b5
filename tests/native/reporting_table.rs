//! The table of reports of many: who said what of which measure, on as little paper as it takes.

use crate::ledger::measure;
use crate::papers::{busy, lay_out, same, text, unit, wanted};
use std::collections::BTreeMap;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::ordered::Ordered;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::element::html::html as html_of;
use yaodian::persist::embedded::plan as haidong;
use yaodian::print::breakdown::{self, Columns};
use yaodian::print::layout::Layout;
use yaodian::print::paper::{Paper, sheets};

#[path = "../cases/reports.rs"]
mod reports;
use reports::{REPORTS, made_up};

/// The table on the coordinator's paper, cut into sheets.
fn table(plan: &Plan, ledger: &Ledger, without: &[u16]) -> (Paper, Layout) {
    let measures = plan.scope_measures(Party::Coordinator);
    let without: Ordered<u16> = without.iter().copied().collect();
    let columns = Columns { without: &without, reporting: true };
    lay_out(breakdown::paper(&wanted(plan, Party::Coordinator, &measures, Some(ledger)), &columns, false))
}

fn html((paper, layout): &(Paper, Layout)) -> String {
    assert!(layout.oversize.is_empty(), "a row is taller than a sheet");
    html_of(sheets(paper, layout))
}

fn set(ledger: &mut Ledger, party: Party, id: MeasureId, said: &[(Field, &str)]) {
    for (field, value) in said {
        let change = Change { key: MarkKey::Placed(party, id), field: *field, value: (*value).to_owned() };
        ledger.set(change, 1_632_963_600_000);
    }
}

/// The rows of HTML, each as the text of its cells.
fn rows(html: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| {
        let row = row.split("</tr>").next().unwrap_or_default();
        row.split("<td").skip(1).map(|cell| text(&["<td", cell].concat())).collect::<Vec<_>>()
    };
    html.split("<tr").skip(1).map(cells).filter(|cells| !cells.is_empty()).collect()
}

/// Every report stands once, beside the name of who made it and its status, under its measure.
#[test]
fn nothing_that_anybody_said_is_lost() {
    let plan = haidong();
    let ledger = made_up(&plan);
    let page = html(&table(&plan, &ledger, &[]));
    let words = text(&page);
    let mut found = BTreeMap::new();
    let mut no = String::new();
    for cells in rows(&page) {
        // Where a measure begins its number and its sentence stand first.
        let own = if cells.len() > 5 { &cells[2..] } else { &cells[..] };
        no = if cells.len() > 5 { cells[0].clone() } else { no };
        let Some((_, n)) = own.get(2).and_then(|progress| progress.split_once('【')) else { continue };
        found.insert(n.trim_end_matches('】').to_owned(), (no.clone(), own.to_vec()));
    }
    assert_eq!(found.len(), REPORTS);
    let mut behind = 0;
    for (key, mark) in ledger.marks() {
        let MarkKey::Placed(party, id) = key else { continue };
        let progress = mark.value(Field::Progress);
        let (_, n) = progress.split_once('【').expect("it is numbered");
        let (no, cells) = &found[n.trim_end_matches('】')];
        assert_eq!(*no, plan.label(*id).to_string(), "{progress}");
        let status = ["推進中", "待核", "滯後"]
            [["under-way", "done", "behind"].iter().position(|status| *status == mark.value(Field::Status)).unwrap()];
        behind += usize::from(status == "滯後");
        let expected = [
            plan.printed_name(*party).unwrap(),
            status,
            progress,
            mark.value(Field::Problem),
            mark.value(Field::NextStep),
        ];
        assert_eq!(*cells, expected);
    }
    assert!((60..=95).contains(&behind), "{behind} of {REPORTS} are behind");
    for measure in plan.measures() {
        assert_eq!(words.matches(plan.text(measure.span)).count(), 1, "{}", measure.id);
    }
}

#[test]
fn what_is_the_same_in_every_row_stands_in_the_head() {
    let plan = haidong();
    let names = |paper: &Paper| paper.tables[0].columns.iter().map(|(_, name)| *name).collect::<Vec<_>>();
    let full = table(&plan, &made_up(&plan), &[]);
    let all = ["序號", "工作舉措", "填報單位", "狀態", "進展情況", "存在問題", "下一步措施"];
    assert_eq!(names(&full.0), all);
    for fact in ["完成時限2021年12月31日", "未填欄目備註"] {
        assert!(text(&html(&full)).contains(fact), "{fact}");
    }
    // Columns that are left out are not there, and nothing is said of them.
    let (paper, layout) = table(&plan, &made_up(&plan), &[0, 5, 7, 9, 10]);
    assert_eq!(names(&paper), ["工作舉措", "填報單位", "進展情況", "存在問題"]);
    let words = text(&html(&(paper, layout)));
    assert!(!words.contains("完成時限") && !words.contains("未填欄目") && !words.contains("各方填報"));
    // Where nobody wrote a problem down there is no column for it.
    let mut short = Ledger::default();
    set(&mut short, unit(&plan, "市教育局"), measure(2, 1), &[(Field::Status, "done"), (Field::Progress, "已建成")]);
    let short = table(&plan, &short, &[]);
    assert_eq!(names(&short.0), &all[..5]);
    assert!(text(&html(&short)).contains("未填欄目存在問題、下一步措施、備註"));
}

#[test]
fn who_gave_a_status_and_no_word_shares_a_row() {
    let plan = haidong();
    let mut ledger = Ledger::default();
    let id = measure(2, 3);
    for (name, status) in [("市教育局", "done"), ("市財政局", "under-way"), ("市人力資源社會保障局", "done")]
    {
        set(&mut ledger, unit(&plan, name), id, &[(Field::Status, status)]);
    }
    let behind = [(Field::Status, "behind"), (Field::Actual(1), "6"), (Field::NextStep, "申請補助")];
    set(&mut ledger, unit(&plan, "市住房建設局"), id, &behind);
    // A sign-off is the measure's, a word of the coordinator's its own; who is not asked is not heard.
    set(&mut ledger, Party::Coordinator, measure(2, 2), &[(Field::Status, "done")]);
    set(&mut ledger, Party::Coordinator, measure(2, 4), &[(Field::Progress, "已約談")]);
    set(&mut ledger, unit(&plan, "市信訪局"), id, &[(Field::Status, "done"), (Field::Progress, "與我無關")]);
    let page = html(&table(&plan, &ledger, &[]));
    let all = rows(&page);
    let at = all.iter().position(|cells| cells[0] == "2.3").expect("the measure");
    assert_eq!(all[at][2..], ["市住房建設局", "滯後", "實際 6 所", "申請補助"]);
    assert!(all[at][1].ends_with("各方填報 4/12 · 待核 2 · 推進中 1 · 滯後 1"), "{}", all[at][1]);
    assert_eq!(all[at + 1], ["推進中：市財政局"]);
    assert_eq!(all[at + 2], ["待核：市教育局、市人力資源社會保障局"]);
    // Who is asked and silent is named last, but not where nobody spoke, nor once the coordinator has closed the measure.
    let localities = "樂都區、平安區、民和回族土族自治縣、互助土族自治縣、化隆回族自治縣、循化撒拉族自治縣";
    assert_eq!(all[at + 3], [format!("未填報：市衛生健康委、市醫保局、{localities}")]);
    assert_eq!(page.matches("未填報</b>：").count(), 1, "no other row of the silent");
    let row = |no: &str| all.iter().find(|cells| cells[0] == no).expect("a measure");
    assert!(row("2.2")[1].ends_with("已銷號 0/12") && row("2.2")[2..].concat().is_empty(), "{:?}", row("2.2"));
    assert_eq!(row("2.4")[2..], ["全市統籌", "", "已約談", ""]);
    assert!(!page.contains("與我無關"));
}

/// A long note goes on on the next sheet, and does not leave the rest of its own empty.
#[test]
fn a_tall_row_is_divided_where_a_sheet_ends() {
    let plan = haidong();
    let mut ledger = busy(&plan);
    let note: String = (0..90).map(|n| ["第", &n.to_string(), "項工程已經開工建設。"].concat()).collect();
    set(&mut ledger, unit(&plan, "市教育局"), measure(2, 3), &[(Field::Status, "under-way"), (Field::Progress, &note)]);
    let (paper, layout) = table(&plan, &ledger, &[]);
    let parts = paper.blocks.iter().filter(|block| html_of(block.tree.clone()).contains("data-rest")).count();
    assert!(parts >= 1, "it is divided");
    let page = html(&(paper, layout));
    for n in 0..90 {
        assert_eq!(page.matches(&format!("第{n}項工程已")).count(), 1, "{n}");
    }
    assert!(page.contains("data-goes-on"));
}

/// Words of many sheets fill them, and leave no half of one empty.
#[test]
fn long_words_fill_their_sheets() {
    let plan = haidong();
    let mut ledger = Ledger::default();
    let note = "已經開工建設。".repeat(2000);
    let said = [(Field::Status, "under-way"), (Field::Progress, note.as_str())];
    set(&mut ledger, unit(&plan, "市教育局"), measure(2, 3), &said);
    let (paper, layout) = table(&plan, &ledger, &[]);
    let is_part = |i: &usize| html_of(paper.blocks[*i].tree.clone()).contains("data-rest");
    let whole = layout.sheets.iter().filter(|sheet| (*sheet).clone().all(|i| is_part(&i)));
    let parts: Vec<usize> = whole.map(ExactSizeIterator::len).collect();
    assert!(parts.len() > 4 && parts.iter().all(|parts| *parts == 2), "parts of the note on each sheet: {parts:?}");
}

#[test]
fn where_nobody_reported_there_is_room_to_write() {
    let plan = haidong();
    let page = html(&table(&plan, &Ledger::default(), &[]));
    for column in ["進展情況", "存在問題", "下一步措施", "備註"] {
        assert!(page.contains(column), "{column}");
    }
}

#[test]
fn the_table_looks_as_it_did() {
    let plan = haidong();
    same("reporting-whole", &html(&table(&plan, &busy(&plan), &[])));
}
