//! Spreadsheets that come back, after what people do to them.

use rust_xlsxwriter::{Format, Workbook};
use yaodian::domain::doubts::Why;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::script::{Rendition, with_only};
use yaodian::exchange::forms::{
    Column, Fault, Filled, Known, NoForm, NotTaken, Order, Outcome, SheetPlan, Sheets, Unwritten, Whom, csv, filled,
    incoming, left_over, workbook,
};
use yaodian::persist::embedded::PAIRS;
use yaodian::persist::encoding::encodings;
use yaodian::persist::progress_file::{self, Head};
use yaodian::text::forms::FormWords;

use crate::exchange::decode;
use crate::exchange_sheets::{Gives, Is, Sheet, ods, xls, xlsx};
use crate::forms::{MADE, Page, order, pages, said, unit};
use crate::ledger::plan as haidong;

pub const HEAD: usize = 3;
pub const FIRST: usize = 4;
const STATUS: usize = 6;

pub fn back(bytes: &[u8], plan: &Plan) -> Filled {
    filled(bytes, plan, encodings, &decode).expect("a form")
}

/// A workbook of these texts.
pub fn written(pages: &[Page], merged: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(&page.name).unwrap().set_hidden(page.hidden);
        for (top, left, bottom, right) in merged.iter().filter(|_| !page.hidden) {
            let words = &page.rows[*top as usize][usize::from(*left)];
            sheet.merge_range(*top, *left, *bottom, *right, words, &Format::new()).unwrap();
        }
        for (row, cells) in (0..).zip(&page.rows) {
            for (column, text) in (0..).zip(cells) {
                let inside = |(top, left, bottom, right): &(u32, u16, u32, u16)| {
                    (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
                };
                if !page.hidden && merged.iter().any(inside) || text.is_empty() {
                    continue;
                }
                match text.strip_prefix('#').and_then(|number| number.parse::<f64>().ok()) {
                    Some(number) => sheet.write_number(row, column, number).unwrap(),
                    None => sheet.write_string(row, column, text).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// A unit's blank form, as texts, and its measures.
fn form() -> (Party, Vec<MeasureId>, Vec<Page>) {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let bytes = workbook(plan, &Ledger::default(), &order(Sheets::Filling, Whom::Party(party))).unwrap();
    (party, plan.scope_measures(party), pages(&bytes))
}

/// What is said, in short.
pub fn short(filled: &Filled) -> Vec<(MeasureId, Field, &str, Known)> {
    filled.said.iter().map(|said| (said.measure, said.field, said.value.as_str(), said.known)).collect()
}

pub fn column(page: &Page, head: &str) -> usize {
    page.rows[HEAD].iter().position(|cell| cell == head).unwrap_or_else(|| panic!("no {head}"))
}

#[test]
fn what_is_not_changed_says_nothing() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let ids = plan.scope_measures(party);
    let ledger = said(&[
        (party, ids[0], Field::Status, "under-way"),
        (party, ids[0], Field::Progress, "  兩行\n文字 "),
        (party, ids[0], Field::Date, "2021-09-01"),
        (party, ids[1], Field::Status, "odd-status"),
        (party, ids[1], Field::Actual(1), "1,200"),
    ]);
    for whom in [Whom::Party(party), Whom::Each] {
        let order = order(Sheets::Filling, whom);
        let bytes = workbook(plan, &ledger, &order).unwrap();
        let read = back(&bytes, plan);
        assert_eq!((read.plan.clone(), read.made), (SheetPlan::Ours, Some(MADE)));
        assert_eq!(read.said, []);
        assert!(read.rows.iter().all(|row| row.outcome == Outcome::Unchanged), "{:?}", read.rows);
        assert!(read.whom.contains(&party));
    }
    // Without the hidden sheet all that is filled in is said, as the domain spells it.
    let order = order(Sheets::Filling, Whom::Party(party));
    let mut lost = pages(&workbook(plan, &ledger, &order).unwrap());
    lost.retain(|page| !page.hidden);
    let read = back(&written(&lost, &[]), plan);
    assert_eq!(read.plan, SheetPlan::Ours, "the first cell says it");
    assert_eq!(
        short(&read)[..3],
        [
            (ids[0], Field::Status, "under-way", Known::Id),
            (ids[0], Field::Progress, "兩行\n文字", Known::Id),
            (ids[0], Field::Date, "2021-09-01", Known::Id),
        ]
    );
    // As comma-separated values, in two encodings.
    let text = csv(plan, &ledger, &order);
    let read = back(text.as_bytes(), plan);
    assert_eq!((read.plan, read.whom), (SheetPlan::Ours, vec![party]));
    let read = back(text.trim_start_matches('\u{feff}').as_bytes(), plan);
    assert_eq!(read.rows.len(), ids.len());
}

#[test]
fn words_are_understood_or_listed() {
    let (_, ids, pages) = form();
    let plan = haidong();
    let date = column(&pages[0], "填報日期");
    for (at, typed, field, value) in [
        (STATUS, "完成", Field::Status, Some("done")),
        (STATUS, "已完成 ", Field::Status, Some("done")),
        (STATUS, "　已 完 成　", Field::Status, Some("done")),
        (STATUS, "√", Field::Status, Some("done")),
        (STATUS, "进行中", Field::Status, Some("under-way")),
        (STATUS, "進行中", Field::Status, Some("under-way")),
        (STATUS, "100%", Field::Status, Some("done")),
        (STATUS, "１００％", Field::Status, Some("done")),
        (STATUS, "滞后", Field::Status, Some("behind")),
        (STATUS, "未启动", Field::Status, Some("not-started")),
        (STATUS, "不涉及", Field::Status, Some("not-applicable")),
        (STATUS, "50%", Field::Status, None),
        (STATUS, "基本完成", Field::Status, None),
        (STATUS, "未完成", Field::Status, None),
        (date, "2021-09-30", Field::Date, Some("2021-09-30")),
        (date, "2021/9/30", Field::Date, Some("2021-09-30")),
        (date, "2021.9.30", Field::Date, Some("2021-09-30")),
        (date, "20210930", Field::Date, Some("2021-09-30")),
        (date, "２０２１年９月３０日", Field::Date, Some("2021-09-30")),
        (date, "9月底", Field::Date, Some("2021-09-30")),
        (date, "9月30日", Field::Date, Some("2021-09-30")),
        (date, "#44469", Field::Date, Some("2021-09-30")),
        (date, "44469", Field::Date, Some("2021-09-30")),
        (date, "上週五", Field::Date, None),
        (date, "2021-02-30", Field::Date, None),
        (date, "2021年2月30日", Field::Date, None),
        (date, "2021.9", Field::Date, None),
    ] {
        let mut edited = pages.clone();
        edited[0].rows[FIRST][at] = typed.to_owned();
        let read = back(&written(&edited, &[]), plan);
        if let Some(value) = value {
            assert_eq!(short(&read), [(ids[0], field, value, Known::Id)], "{typed}");
            assert_eq!(read.rows[0].outcome, Outcome::Taken(1), "{typed}");
        } else {
            assert_eq!(read.said, [], "{typed}");
            let Outcome::NotUnderstood(faults, 0) = &read.rows[0].outcome else { panic!("{typed}") };
            let why = if field == Field::Status { Why::NoStatus } else { Why::NoDay };
            assert_eq!((faults[0].column, faults[0].text.as_str()), (Some(Column::Said(field)), typed));
            assert_eq!(faults[0].why, NotTaken::Value(why), "{typed}");
        }
    }
}

#[test]
fn numbers_are_those_of_targets() {
    let plan = haidong();
    let (_, ids, pages) = form();
    let with = ids.iter().position(|id| !plan.measure(*id).unwrap().targets.is_empty()).expect("a target");
    let without = ids.iter().position(|id| plan.measure(*id).unwrap().targets.is_empty()).expect("none");
    let at = pages[0].rows[HEAD].iter().position(|head| head.starts_with("實際完成值")).unwrap();
    for (row, typed, expected) in [
        (with, "#12.5", Ok("12.5")),
        (with, "１２", Ok("12")),
        (with, "1，200", Ok("1200")),
        (with, "95%", Ok("95")),
        (with, "約 12 所", Err(Why::NoNumber)),
        (with, "-3", Err(Why::BelowZero)),
        (without, "12", Err(Why::NoTarget)),
    ] {
        let mut edited = pages.clone();
        edited[0].rows[FIRST + row][at] = typed.to_owned();
        let read = back(&written(&edited, &[]), plan);
        match expected {
            Ok(value) => assert_eq!(short(&read), [(ids[row], Field::Actual(1), value, Known::Id)], "{typed}"),
            Err(why) => {
                let Outcome::NotUnderstood(faults, 0) = &read.rows[row].outcome else { panic!("{typed}") };
                assert_eq!(faults[0].why, NotTaken::Value(why), "{typed}");
            }
        }
    }
}

/// A page has the pairs of characters of its own plan alone before it reads what is brought, and a form has words that the plan has not.
#[test]
fn forms_in_either_script_are_read_with_the_pairs_of_the_plan_alone() {
    let plan = haidong();
    let party = unit(plan, "市醫保局");
    let id = plan.scope_measures(party)[0];
    for rendition in [Rendition::Record, Rendition::Simplified, Rendition::Traditional] {
        let order = Order { rendition, ..order(Sheets::Filling, Whom::Party(party)) };
        let words = FormWords::of(plan.script_of(rendition));
        let pages = pages(&workbook(plan, &Ledger::default(), &order).unwrap());
        let says = [
            (Field::Status, words.status("behind", party).unwrap(), "behind"),
            (Field::Progress, "有進展，有进展", "有進展，有进展"),
            (Field::Problem, "問題", "問題"),
            (Field::NextStep, "措施", "措施"),
            (Field::Date, "2021-09-30", "2021-09-30"),
        ];
        let mut filled_in = pages.clone();
        for (field, typed, _) in says {
            let at = column(&pages[0], &words.fields.head(field, false));
            filled_in[0].rows[FIRST][at] = typed.to_owned();
        }
        let bytes = written(&filled_in, &[]);
        let without: Vec<Page> = filled_in.iter().filter(|page| !page.hidden).cloned().collect();
        let text: String = without[0].rows.iter().map(|row| row.join("\t") + "\n").collect();
        for (kind, bytes) in [("xlsx", bytes), ("copied", written(&without, &[])), ("text", text.into_bytes())] {
            let read = with_only(PAIRS, || back(&bytes, plan));
            assert_eq!(
                (&read.plan, read.whom.as_slice()),
                (&SheetPlan::Ours, &[party][..]),
                "{rendition:?} {kind}: {:?}",
                read.rows
            );
            let all: Vec<_> = says.map(|(field, _, value)| (id, field, value, Known::Id)).to_vec();
            assert_eq!(short(&read), all, "{rendition:?} {kind}: {:?}", read.rows);
        }
    }
}

type Edit = fn(&mut Vec<Page>);
type Written = fn(&[Sheet]) -> Vec<u8>;
type OfPage<'a> = &'a dyn Fn(&mut Page);

#[test]
fn whatever_is_done_to_rows_and_columns() {
    let plan = haidong();
    let (party, ids, mut pages) = form();
    let last = ids.len() - 1;
    pages[0].rows[FIRST][STATUS] = "已完成".to_owned();
    pages[0].rows[FIRST + last][STATUS + 1] = "進展".to_owned();
    let edits: [(&str, Known, Edit); 15] = [
        ("nothing", Known::Id, |_| {}),
        ("sorted", Known::Id, |pages| pages[0].rows[FIRST..].reverse()),
        ("head and rows moved down", Known::Id, |pages| drop(pages[0].rows.splice(1..1, vec![vec![]; 9]))),
        ("rows inserted", Known::Id, |pages| {
            pages[0].rows.insert(FIRST + 1, vec![String::new(); 3]);
            pages[0].rows.push(vec![String::new(), "填報人：".to_owned(), "審核人：".to_owned()]);
        }),
        ("others deleted", Known::Id, |pages| drop(pages[0].rows.splice(FIRST + 1..FIRST + 2, []))),
        ("the id column deleted", Known::Text, |pages| {
            pages[0].rows.iter_mut().for_each(|row| drop(row.remove(0)));
            pages[0].rows[0].insert(0, String::new());
        }),
        ("ids emptied", Known::Text, |pages| pages[0].rows[FIRST..].iter_mut().for_each(|row| row[0].clear())),
        ("columns moved", Known::Id, |pages| pages[0].rows[HEAD..].iter_mut().for_each(|row| row.reverse())),
        ("columns renamed", Known::Id, |pages| {
            pages[0].rows[HEAD][STATUS] = "完成状态（下拉选择）".to_owned();
            pages[0].rows[HEAD][STATUS + 1] = "目前進展".to_owned();
        }),
        // 完成情況 beside a column of progress heads statuses; beside one of statuses, progress.
        ("the statuses renamed", Known::Id, |pages| {
            pages[0].rows[HEAD][STATUS] = "完成情況".to_owned();
            pages[0].rows[HEAD][STATUS + 1] = "工作進展".to_owned();
        }),
        ("the progress renamed", Known::Id, |pages| pages[0].rows[HEAD][STATUS + 1] = "完成情況".to_owned()),
        ("a column added", Known::Id, |pages| {
            pages[0].rows[HEAD..].iter_mut().for_each(|row| row.insert(2, "聯繫人".to_owned()));
        }),
        ("another workbook, another name", Known::Id, |pages| {
            pages.retain(|page| !page.hidden);
            pages[0].name = "Sheet1".to_owned();
        }),
        ("rows alone in another workbook", Known::Id, |pages| {
            pages.retain(|page| !page.hidden);
            drop(pages[0].rows.drain(..HEAD));
        }),
        ("another sheet before it", Known::Id, |pages| {
            let rows = vec![vec!["說明".to_owned(), "請於月底前報回".to_owned()]];
            pages.insert(0, Page { name: "說明".to_owned(), hidden: false, rows });
        }),
    ];
    for (what, known, edit) in edits {
        let mut edited = pages.clone();
        edit(&mut edited);
        let read = back(&written(&edited, &[]), plan);
        let mut all = short(&read);
        all.sort_unstable_by_key(|(id, ..)| ids.iter().position(|other| other == id));
        let expected = [(ids[0], Field::Status, "done", known), (ids[last], Field::Progress, "進展", known)];
        assert_eq!(all, expected, "{what}: {:?}", read.rows);
        assert_eq!(read.whom, [party], "{what}");
    }
}

/// Who mends a text, or leaves some of it out, still means the same measure.
#[test]
fn a_mended_text_is_no_other_measure() {
    let plan = haidong();
    let (_, ids, pages) = form();
    let text = pages[0].rows[FIRST][3].clone();
    for mended in
        [text.replace('，', "、"), text.chars().take(18).collect(), ["（见附件）", &text].concat(), "学校".to_owned()]
    {
        let mut edited = pages.clone();
        edited[0].rows[FIRST][3].clone_from(&mended);
        edited[0].rows[FIRST][STATUS] = "已完成".to_owned();
        let read = back(&written(&edited, &[]), plan);
        assert_eq!(short(&read), [(ids[0], Field::Status, "done", Known::Id)], "{mended}");
    }
}

#[test]
fn merged_cells_hold_for_each_of_their_rows() {
    let plan = haidong();
    let (_, ids, mut pages) = form();
    pages[0].rows[FIRST][STATUS] = "推進中".to_owned();
    let first = u32::try_from(FIRST).unwrap();
    let status = u16::try_from(STATUS).unwrap();
    let read = back(&written(&pages, &[(first, status, first + 2, status)]), plan);
    let expected: Vec<_> = ids[..3].iter().map(|id| (*id, Field::Status, "under-way", Known::Id)).collect();
    assert_eq!(short(&read), expected);
}

#[test]
fn what_cannot_be_is_listed_with_the_reason() {
    let plan = haidong();
    let (_, ids, pages) = form();
    let strange = plan.measures().map(|measure| measure.id).find(|id| !ids.contains(id)).expect("another's");
    let done = |page: &mut Page, row: usize| page.rows[row][STATUS] = "已完成".to_owned();
    let cases: [(&str, NotTaken, OfPage); 6] = [
        ("no such measure", NotTaken::NoMeasure, &|page| {
            done(page, FIRST);
            page.rows[FIRST][0].clear();
            page.rows[FIRST][3] = "新增的工作".to_owned();
        }),
        ("only some columns sorted", NotTaken::Disagrees, &|page| {
            done(page, FIRST);
            page.rows[FIRST][0] = page.rows[FIRST + 1][0].clone();
        }),
        ("another plan's text", NotTaken::Disagrees, &|page| {
            done(page, FIRST);
            page.rows[FIRST][3] = "加强农村公路养护管理，新改建农村公路300公里。".to_owned();
        }),
        ("not this party's", NotTaken::NotAsked, &|page| {
            done(page, FIRST);
            page.rows[FIRST][0] = strange.to_string();
            page.rows[FIRST][3].clear();
        }),
        ("twice and otherwise", NotTaken::Twice, &|page| {
            done(page, FIRST);
            let mut other = page.rows[FIRST].clone();
            other[STATUS] = "滯後".to_owned();
            page.rows.push(other);
        }),
        ("nobody's", NotTaken::Stranger, &|page| {
            done(page, FIRST);
            page.rows[1][0] = "unit:市鐵路局".to_owned();
        }),
    ];
    for (what, why, edit) in cases {
        let mut edited = pages.clone();
        edit(&mut edited[0]);
        let read = back(&written(&edited, &[]), plan);
        let faults = read.rows.iter().filter_map(|row| match &row.outcome {
            Outcome::NotUnderstood(faults, _) => Some(faults[0].why),
            _ => None,
        });
        assert_eq!(faults.collect::<Vec<_>>(), [why], "{what}: {:?}", read.rows);
        // What was left over is a form again.
        let again = left_over(plan, &Ledger::default(), &read, &order(Sheets::Filling, Whom::Whole)).unwrap();
        let page = &crate::forms::pages(&again)[0];
        assert_eq!(page.rows[HEAD][1], "未採用的原因", "{what}");
        assert!(!page.rows[FIRST][1].is_empty(), "{what}");
        let same = back(&again, plan);
        assert_eq!(same.plan, SheetPlan::Ours, "{what}");
    }
    // By when a row is due it says as the form did.
    let mut due = Ledger::default();
    let first = plan.scope_measures(unit(plan, "市教育局"))[0];
    let change =
        Change { key: MarkKey::Placed(Party::Coordinator, first), field: Field::Due, value: "2021-11-30".into() };
    due.set(change, 5);
    let mut edited = pages.clone();
    let status = column(&edited[0], "狀態");
    edited[0].rows[FIRST][status] = "不好說".to_owned();
    let read = back(&written(&edited, &[]), plan);
    let again = left_over(plan, &due, &read, &order(Sheets::Filling, Whom::Whole)).expect("what is left over");
    let page = &crate::forms::pages(&again)[0];
    assert_eq!(page.rows[FIRST][column(page, "完成時限")], "2021-11-30");
    // Without the row that names its columns it is still known as a form, and it is said what is missing.
    let mut beheaded = pages.clone();
    beheaded[0].rows.remove(HEAD);
    let none = filled(&written(&beheaded, &[]), plan, encodings, &decode);
    assert_eq!(none, Err(NoForm::HeadGone));
    let read = back(&written(&pages, &[]), plan);
    assert_eq!(
        left_over(plan, &Ledger::default(), &read, &order(Sheets::Filling, Whom::Whole)),
        Err(Unwritten::Nothing)
    );
}

#[test]
fn the_same_unit_twice_says_it_once() {
    let plan = haidong();
    let (_, ids, mut pages) = form();
    pages[0].rows[FIRST][STATUS] = "已完成".to_owned();
    let mut second = pages[0].clone();
    second.name = "市教育局 (2)".to_owned();
    second.rows[FIRST + 1][STATUS] = "滯後".to_owned();
    pages.insert(1, second);
    let read = back(&written(&pages, &[]), plan);
    let expected = [(ids[0], Field::Status, "done", Known::Id), (ids[1], Field::Status, "behind", Known::Id)];
    assert_eq!(short(&read), expected);
    assert!(read.rows.iter().any(|row| row.outcome == Outcome::Repeated));
}

#[test]
fn what_was_put_right_comes_back() {
    let plan = haidong();
    let (party, ids, mut pages) = form();
    pages[0].rows[FIRST][STATUS] = "差不多".to_owned();
    pages[0].rows[FIRST][STATUS + 1] = "進展".to_owned();
    let read = back(&written(&pages, &[]), plan);
    assert_eq!(short(&read), [(ids[0], Field::Progress, "進展", Known::Id)]);
    let mut again =
        crate::forms::pages(&left_over(plan, &Ledger::default(), &read, &order(Sheets::Filling, Whom::Whole)).unwrap());
    let status = column(&again[0], "狀態");
    assert_eq!(again[0].rows[FIRST][1], "狀態：“差不多”無法識別的狀態");
    again[0].rows[FIRST][status] = "推進中".to_owned();
    let read = back(&written(&again, &[]), plan);
    assert_eq!(short(&read), [(ids[0], Field::Status, "under-way", Known::Id)]);
    assert_eq!(read.whom, [party]);
}

#[test]
fn forms_of_other_plans_are_told() {
    let (_, ids, mut pages) = form();
    pages[0].rows[FIRST][STATUS] = "已完成".to_owned();
    let bytes = written(&pages, &[]);
    let mut other = haidong().clone();
    other.id = "other-2022".to_owned();
    other.tasks[5].measures.pop();
    let read = back(&bytes, &other);
    assert!(matches!(&read.plan, SheetPlan::Another(title) if title.contains("2021")), "{:?}", read.plan);
    assert_eq!((read.said.len(), read.rows.len()), (0, 0));
    let mut revised = haidong().clone();
    revised.tasks[5].measures.pop();
    let read = back(&bytes, &revised);
    assert_eq!(read.plan, SheetPlan::Revised);
    assert_eq!(short(&read), [(ids[0], Field::Status, "done", Known::Id)]);
    // Last year's template, without a mark.
    let mut old = pages.clone();
    old.retain(|page| !page.hidden);
    old[0].rows[0] = vec![String::new(), "海東市2020年某某工作要點填報表".to_owned()];
    assert!(matches!(back(&written(&old, &[]), haidong()).plan, SheetPlan::Another(_)));
    let none = filled(b"a,b\n1,2\n", haidong(), encodings, &decode);
    assert_eq!(none, Err(NoForm::NoHead));
}

#[test]
fn formulas_dates_and_hidden_rows() {
    let plan = haidong();
    let (_, ids, pages) = form();
    let page = &pages[0];
    let date = u16::try_from(column(page, "填報日期")).unwrap();
    let day = Format::new().set_num_format("yyyy/m/d");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(&page.rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let first = u32::try_from(FIRST).unwrap();
    let status = u16::try_from(STATUS).unwrap();
    let formula = rust_xlsxwriter::Formula::new("=IF(1,\"完成\",\"\")").set_result("完成");
    sheet.write_formula(first, status, formula).unwrap();
    sheet.write_number_with_format(first, date, 44_469, &day).unwrap();
    sheet.write_string(first + 1, status, "滞后").unwrap();
    sheet.set_row_hidden(first + 1).unwrap();
    let read = back(&book.save_to_buffer().unwrap(), plan);
    let expected = [
        (ids[0], Field::Status, "done", Known::Id),
        (ids[0], Field::Date, "2021-09-30", Known::Id),
        (ids[1], Field::Status, "behind", Known::Id),
    ];
    assert_eq!(short(&read), expected);
}

#[test]
fn what_was_deleted_is_said_to_be_nothing() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let id = plan.scope_measures(party)[0];
    let ledger = said(&[(party, id, Field::Status, "done"), (party, id, Field::Progress, "進展")]);
    let mut edited = pages(&workbook(plan, &ledger, &order(Sheets::Filling, Whom::Party(party))).unwrap());
    edited[0].rows[FIRST][STATUS + 1].clear();
    let read = back(&written(&edited, &[]), plan);
    assert_eq!(short(&read), [(id, Field::Progress, "", Known::Id)]);
    // A column that is gone says nothing.
    edited[0].rows[HEAD..].iter_mut().for_each(|row| drop(row.remove(STATUS + 1)));
    assert_eq!(back(&written(&edited, &[]), plan).said, []);
}

#[test]
fn ids_that_a_program_took_for_numbers() {
    let plan = haidong();
    let tenth = plan.measures().map(|measure| measure.id).find(|id| id.to_string().ends_with(".10"));
    let Some(id) = tenth else { return };
    let bytes = workbook(plan, &Ledger::default(), &order(Sheets::Filling, Whom::Whole)).unwrap();
    let mut edited = pages(&bytes);
    let row = edited[0].rows.iter().position(|row| row[0] == id.to_string()).unwrap();
    let status = column(&edited[0], "狀態");
    edited[0].rows[row][0] = format!("#{}", id.to_string().trim_end_matches('0'));
    edited[0].rows[row][status] = "推進中".to_owned();
    assert_eq!(short(&back(&written(&edited, &[]), plan)), [(id, Field::Status, "under-way", Known::Text)]);
}

#[test]
fn a_form_is_brought_together_with_what_its_maker_knew() {
    use yaodian::domain::gather::{Gathering, Receipts};
    use yaodian::domain::ledger::{Change, MarkKey};
    let plan = haidong();
    let (party, ids, _) = form();
    let key = MarkKey::Placed(party, ids[0]);
    let says = |field, value: &str| Change { key: key.clone(), field, value: value.to_owned() };
    let mut office = Ledger::default();
    office.set(says(Field::Status, "under-way"), MADE - 1000);
    let bytes = workbook(plan, &office, &order(Sheets::Filling, Whom::Party(party))).unwrap();
    let mut filled_in = pages(&bytes);
    let sheet = filled_in.iter_mut().find(|page| !page.hidden).expect("a sheet");
    sheet.rows[FIRST][STATUS] = "已完成".into();
    sheet.rows[FIRST + 1][STATUS] = "差不多".into();
    let bytes = written(&filled_in, &[]);
    let now = MADE + 86_400_000;
    let read = |ledger: &Ledger| incoming("a.xlsx", &bytes, (plan, ledger), (encodings, &decode), now).expect("a form");
    let came = read(&office);
    assert_eq!((came.from.as_deref(), came.fits(&plan.fingerprint())), (Some("unit:市教育局"), true));
    assert_eq!(came.left.len(), 1, "{:?}", came.left);
    let expected = [
        format!("第 6 行 {} “差不多”：无法识别的状态", plan.label(ids[1])),
        format!("第 6 行 {} “差不多”：無法識別的狀態", plan.label(ids[1])),
        format!("Row 6 {} “差不多”: not a known status", plan.label(ids[1])),
    ];
    assert_eq!(came.left[0], expected);
    // What stood in the form when it was made is known to who filled it in; what was written here since is not.
    let gathering = Gathering::of(plan, &office, &Receipts::default(), &[came]);
    assert_eq!((gathering.conflicts.len(), gathering.files[0].tally.new), (0, 1));
    office.set(says(Field::Status, "behind"), MADE + 1000);
    let gathering = Gathering::of(plan, &office, &Receipts::default(), &[read(&office)]);
    assert_eq!((gathering.conflicts.len(), gathering.files[0].tally.conflicts), (1, 1));
    // Nor is what the unit itself wrote in its page meanwhile.
    let mut page = Ledger::default();
    page.set(says(Field::Status, "behind"), MADE + 1000);
    let text = progress_file::write(&page, plan, &Head { from: Some(party), copy: "page", made: MADE + 2000 });
    let given = progress_file::read("a.json", &text, "utf-8", plan).expect("a progress file");
    let both = [given, read(&Ledger::default())];
    assert_eq!(Gathering::of(plan, &Ledger::default(), &Receipts::default(), &both).conflicts.len(), 1);
    // The same file is the same, whenever it comes.
    assert_eq!(read(&office).digest, read(&Ledger::default()).digest);
}

#[test]
fn columns_are_known_by_what_people_call_them_or_listed() {
    let plan = haidong();
    let (_, ids, blank) = form();
    let said = |field: Field| Some(Column::Said(field));
    for (head, called, column) in [
        ("狀態", "目前情况", said(Field::Status)),
        ("狀態", "情况", said(Field::Status)),
        ("狀態", "辦理狀態", said(Field::Status)),
        ("進展情況", "目前情況", said(Field::Progress)),
        ("下一步措施", "下步打算", said(Field::NextStep)),
        ("下一步措施", "下步工作打算", said(Field::NextStep)),
        ("存在問題", "困难和问题", said(Field::Problem)),
        ("存在問題", "存在的困難與問題", said(Field::Problem)),
        ("存在問題", "存在问题及困难", said(Field::Problem)),
        ("存在問題", "聯繫電話", None),
        ("備註", "備註", None),
    ] {
        let mut edited = blank.clone();
        let there = edited[0].rows[HEAD].iter().position(|cell| cell == head);
        let at = there.unwrap_or_else(|| {
            edited[0].rows[HEAD].push(head.to_owned());
            edited[0].rows[FIRST..].iter_mut().for_each(|row| row.push(String::new()));
            edited[0].rows[HEAD].len() - 1
        });
        edited[0].rows[HEAD][at] = called.to_owned();
        let typed = if column == said(Field::Status) { "已完成" } else { "幾句話" };
        edited[0].rows[FIRST][at] = typed.to_owned();
        edited[0].rows[FIRST + 1][at] = typed.to_owned();
        let bytes = written(&edited, &[]);
        let read = back(&bytes, plan);
        let fields: Vec<Option<Column>> = read.said.iter().map(|said| Some(Column::Said(said.field))).collect();
        if column.is_some() {
            assert_eq!(fields, [column, column], "{called}: {:?}", read.rows);
            continue;
        }
        assert_eq!(read.said, [], "{called}");
        let came = incoming("a", &bytes, (plan, &Ledger::default()), (encodings, &decode), MADE).expect("a form");
        let [simplified, traditional, english] = &came.left[0];
        assert_eq!(came.left.len(), 1, "one line a column: {:?}", came.left);
        assert_eq!(*simplified, format!("“{called}”一栏不是填报表的栏，没有读取：2 格"));
        assert!(traditional.contains("2 格") && english.contains("2 cells"), "{traditional} {english}");
        let again = crate::forms::pages(&came.left_over);
        assert_eq!(again[0].rows.len(), FIRST + 2, "{called}");
        assert!(again[0].rows[FIRST][1].contains(&format!("{called}：“幾句話”")), "{:?}", again[0].rows[FIRST]);
    }
    // A column without a head, and one that is there twice, are told by where they stand and by their name.
    let mut edited = blank.clone();
    for (row, words) in [(HEAD, ["", "狀態"]), (FIRST, ["138", "完成"])] {
        edited[0].rows[row].extend(words.map(str::to_owned));
    }
    let bytes = written(&edited, &[]);
    let came = incoming("a", &bytes, (plan, &Ledger::default()), (encodings, &decode), MADE).expect("a form");
    let letters = char::from(b'A' + u8::try_from(blank[0].rows[HEAD].len()).unwrap()).to_string();
    let told: Vec<&str> = came.left.iter().map(|[simplified, ..]| simplified.as_str()).collect();
    assert!(told[0].contains(&format!("“{letters}”一栏")) && told[1].contains("“狀態”一栏"), "{told:?}");
    // What stands below the table is no row of it.
    let mut edited = blank.clone();
    let mut foot = vec![String::new(); blank[0].rows[HEAD].len()];
    foot[2] = "填報人：甲".to_owned();
    if let Some(last) = foot.last_mut() {
        *last = "審核人：乙".to_owned();
    }
    edited[0].rows.push(foot);
    let rows = back(&written(&edited, &[]), plan).rows;
    assert_eq!(rows.len(), ids.len(), "{:?}", rows.last());
}

#[test]
fn boxes_that_are_ticked_are_understood_and_others_listed() {
    let plan = haidong();
    let (_, ids, blank) = form();
    for (truth, value) in [(true, Some("done")), (false, None)] {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in (0..).zip(&blank[0].rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        sheet.write_boolean(u32::try_from(FIRST).unwrap(), u16::try_from(STATUS).unwrap(), truth).unwrap();
        let read = back(&book.save_to_buffer().unwrap(), plan);
        match (value, &read.rows[0].outcome) {
            (Some(value), Outcome::Taken(1)) => {
                assert_eq!(short(&read), [(ids[0], Field::Status, value, Known::Id)]);
            }
            (None, Outcome::NotUnderstood(faults, 0)) => {
                assert_eq!((faults[0].text.as_str(), faults[0].why), ("FALSE", NotTaken::Value(Why::NoStatus)));
            }
            (_, other) => panic!("{truth}: {other:?}"),
        }
    }
}

/// Two people filled one form in: that contradicts as two progress files do, in any order. Who goes on with it on another day knows what
/// was given back before.
#[test]
fn one_form_filled_in_twice_is_a_conflict() {
    use yaodian::domain::gather::{Gathering, Incoming, Receipts};
    let plan = haidong();
    let (.., blank) = form();
    let table = |status: &str| {
        let mut edited = blank.clone();
        edited[0].rows[FIRST][STATUS] = status.to_owned();
        edited
    };
    let read = |bytes: &[u8], name: &str, saved: u64| {
        let mut file = incoming(name, bytes, (plan, &Ledger::default()), (encodings, &decode), saved).expect("a form");
        file.name = name.to_owned();
        file
    };
    let of_day = |status: &str, day: u64| {
        let mut parts = crate::forms::parts(&written(&table(status), &[]));
        let second = if status == "已完成" { 2 } else { 0 };
        let core = parts.get_mut("docProps/core.xml").expect("what it says of itself");
        let (before, behind) = core.split_once("<dcterms:modified").expect("when it was saved");
        let (_, behind) = behind.split_once("</dcterms:modified>").expect("its end");
        *core = format!("{before}<dcterms:modified>2021-10-{day:02}T08:00:0{second}Z</dcterms:modified>{behind}");
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        read(&crate::exchange::packed(&parts), status, MADE + 30 * 86_400_000)
    };
    let csv_of = |status: &str| read(format!("编码,填报单位,状态\n2.1,市教育局,{status}\n").as_bytes(), status, MADE);
    for (what, one, two) in [
        ("seconds apart", of_day("推進中", 1), of_day("已完成", 1)),
        ("days apart", of_day("推進中", 1), of_day("已完成", 3)),
        ("as text", csv_of("推進中"), csv_of("已完成")),
    ] {
        for files in [[one.clone(), two.clone()], [two.clone(), one.clone()]] {
            let gathering = Gathering::of(plan, &Ledger::default(), &Receipts::default(), &files);
            let counts: Vec<usize> = gathering.files.iter().map(|line| line.tally.conflicts).collect();
            assert_eq!((gathering.conflicts.len(), counts), (1, vec![1, 1]), "{what}");
        }
        // The same twice is none.
        let gathering = Gathering::of(plan, &Ledger::default(), &Receipts::default(), &[one.clone(), one]);
        assert_eq!(gathering.conflicts.len(), 0, "{what}");
    }
    for (days, conflicts) in [((1, 1), 1), ((1, 3), 0)] {
        let (mut office, mut receipts) = (Ledger::default(), Receipts::default());
        let files: [Incoming; 2] = [of_day("推進中", days.0), of_day("已完成", days.1)];
        let mut found = 0;
        for file in files {
            let files = [file];
            let gathering = Gathering::of(plan, &office, &receipts, &files);
            found += gathering.conflicts.len();
            let (_, new) = gathering.apply(plan, &mut office, &receipts, &files, &[], MADE + 40 * 86_400_000);
            receipts = Receipts::new(receipts.all().iter().cloned().chain(new).collect());
        }
        assert_eq!(found, conflicts, "one after the other, {days:?}");
        let said = office.marks().iter().map(|(_, mark)| mark.value(Field::Status)).collect::<Vec<_>>();
        assert_eq!(said, ["done"], "{days:?}");
    }
}

/// A sheet of these texts, with something else in a column of the first row.
fn with_cell<'a>(page: &'a Page, column: usize, cell: Is<'a>) -> Sheet<'a> {
    let rows = page.rows.iter().enumerate().map(|(row, cells)| {
        let mut cells: Vec<Is> = cells.iter().map(|words| Is::Words(words)).collect();
        if row == FIRST && !page.hidden {
            cells[column] = cell;
        }
        cells
    });
    Sheet { rows: rows.collect(), is_hidden: page.hidden, ..Sheet::default() }
}

#[test]
fn formulas_without_a_value_are_listed() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let id = plan.scope_measures(party)[0];
    let ledger = said(&[(party, id, Field::Status, "under-way")]);
    let pages = pages(&workbook(plan, &ledger, &order(Sheets::Filling, Whom::Party(party))).unwrap());
    let date = column(&pages[0], "填報日期");
    let kinds: [(&str, Written, [&str; 2]); 3] = [
        ("xlsx", xlsx, ["=IF(1,\"完成\",\"\")", "#REF!"]),
        ("ods", ods, ["=IF(1,\"完成\",\"\")"; 2]),
        ("xls", xls, ["="; 2]),
    ];
    for (kind, write, texts) in kinds {
        let formula = if kind == "ods" { "IF(1,&quot;完成&quot;,&quot;&quot;)" } else { "IF(1,\"完成\",\"\")" };
        for has_base in [true, false] {
            for (column, field, gives, text) in [
                (STATUS, Field::Status, Gives::Nothing, Some(texts[0])),
                (STATUS + 1, Field::Progress, Gives::Nothing, Some(texts[0])),
                (date, Field::Date, Gives::Error, Some(texts[1])),
                (STATUS + 1, Field::Progress, Gives::Error, Some(texts[1])),
                (STATUS + 1, Field::Progress, Gives::NoWords, None),
            ] {
                let written: Vec<_> = pages
                    .iter()
                    .filter(|page| has_base || !page.hidden)
                    .map(|page| with_cell(page, column, Is::Formula(formula, gives)))
                    .collect();
                let bytes = write(&written);
                let read = back(&bytes, plan);
                let what = format!("{kind}, {has_base}, {field:?}, {gives:?}");
                assert_eq!(read.said.iter().filter(|said| said.field == field).count(), 0, "{what}: {:?}", read.said);
                let faults = read.rows.iter().find_map(|row| match &row.outcome {
                    Outcome::NotUnderstood(faults, _) => Some(faults.clone()),
                    _ => None,
                });
                let Some(text) = text else {
                    assert_eq!(faults, None, "{what}");
                    continue;
                };
                let head = String::new();
                let fault =
                    Fault { column: Some(Column::Said(field)), head, text: text.to_owned(), why: NotTaken::NoResult };
                assert_eq!(faults, Some(vec![fault]), "{what}");
                // It is said in each language, and goes out again with an empty cell and the reason.
                let came = incoming("a", &bytes, (plan, &ledger), (encodings, &decode), MADE).expect("a form");
                let [simplified, traditional, english] = &came.left[0];
                assert!(simplified.contains("公式没有保存结果") && simplified.contains(text), "{what}: {simplified}");
                assert!(
                    traditional.contains("公式沒有保存結果") && english.contains("no stored value"),
                    "{what}: {traditional} {english}"
                );
                let again = crate::forms::pages(&came.left_over);
                assert!(again[0].rows[FIRST][1].contains("公式沒有保存結果"), "{what}");
                assert_eq!(again[0].rows[FIRST][column + 1], "", "{what}");
            }
        }
    }
}

#[test]
fn a_formula_without_a_value_in_merged_cells_is_one_in_each_row() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let ids = plan.scope_measures(party);
    let ledger = said(&[(party, ids[0], Field::Progress, "甲"), (party, ids[1], Field::Progress, "乙")]);
    let bytes = workbook(plan, &ledger, &order(Sheets::Filling, Whom::Party(party))).unwrap();
    let mut all = crate::forms::parts(&bytes);
    let sheet = all.get_mut("xl/worksheets/sheet1.xml").expect("a sheet");
    let (from, to) = (format!("<c r=\"H{}\"", FIRST + 1), format!("<c r=\"H{}\"", FIRST + 2));
    for begins in [&from, &to] {
        let (before, behind) = sheet.split_once(begins.as_str()).expect("a cell");
        let (_, after) = behind.split_once("</c>").expect("its end");
        let cell = if *begins == from { format!("{begins}><f>A1 &amp; 1</f><v/></c>") } else { format!("{begins}/>") };
        *sheet = [before, &cell, after].concat();
    }
    let merged = format!("<mergeCell ref=\"H{}:H{}\"/></mergeCells>", FIRST + 1, FIRST + 2);
    *sheet = sheet.replace("</mergeCells>", &merged);
    let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let read = back(&crate::exchange::packed(&all), plan);
    assert_eq!(read.said, []);
    for row in &read.rows[..2] {
        let Outcome::NotUnderstood(faults, 0) = &row.outcome else { panic!("{row:?}") };
        assert_eq!((faults[0].text.as_str(), faults[0].why), ("=A1 & 1", NotTaken::NoResult));
    }
}
