//! Spreadsheets that are handed out: what stands in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetVisible, Xlsx};
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan, Target};
use yaodian::domain::script::Rendition;
use yaodian::exchange::forms::{Order, Outcome, Sheets, Unwritten, Whom, csv, workbook};
use yaodian::reader::read;

use crate::ledger::{measure, plan as haidong};
use crate::long_plan::long;

/// 2021-09-30 in China.
pub const MADE: u64 = 1_632_960_000_000;

pub fn order(sheets: Sheets, whom: Whom) -> Order {
    Order { sheets, whom, made: MADE, rendition: Rendition::Record }
}

/// A sheet: its name, whether it is hidden, its rows as texts.
#[derive(Clone, Debug)]
pub struct Page {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Vec<String>>,
}

/// The sheets of a workbook as texts. Dates are ISO.
pub fn pages(bytes: &[u8]) -> Vec<Page> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheets = book.sheets_metadata().to_vec();
    let page = |sheet: &calamine::Sheet| {
        let range = book.worksheet_range(&sheet.name).unwrap();
        assert!(range.start().is_none_or(|start| start == (0, 0)), "{}", sheet.name);
        let text = |data: &Data| match data {
            Data::DateTime(day) => day.as_datetime_text(),
            other => other.to_string(),
        };
        let rows = range.rows().map(|row| row.iter().map(text).collect()).collect();
        Page { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible, rows }
    };
    sheets.iter().map(page).collect()
}

trait DayText {
    fn as_datetime_text(&self) -> String;
}

impl DayText for calamine::ExcelDateTime {
    fn as_datetime_text(&self) -> String {
        let (year, month, day, ..) = self.to_ymd_hms_milli();
        format!("{year:04}-{month:02}-{day:02}")
    }
}

pub fn unit(plan: &Plan, name: &str) -> Party {
    Party::Unit(plan.unit_named(name).unwrap_or_else(|| panic!("no unit {name}")))
}

/// A ledger in which a party says this.
pub fn said(says: &[(Party, MeasureId, Field, &str)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (party, id, field, value) in says {
        let change = Change { key: MarkKey::Placed(*party, *id), field: *field, value: (*value).to_owned() };
        ledger.set(change, MADE - 1000);
    }
    ledger
}

/// The parts of a workbook that are text.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        out.insert(file.name().unwrap().into_owned(), text);
    }
    out
}

#[test]
fn a_units_form_has_what_an_office_expects() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let first = plan.scope_measures(party)[0];
    let ledger = said(&[
        (party, first, Field::Status, "under-way"),
        (party, first, Field::Progress, "=HYPERLINK(\"http://x\")\n第二行"),
        (party, first, Field::Date, "2021-09-01"),
    ]);
    let bytes = workbook(plan, &ledger, &order(Sheets::Filling, Whom::Party(party))).unwrap();
    let all = pages(&bytes);
    assert_eq!(
        all.iter().map(|page| (page.name.as_str(), page.hidden)).collect::<Vec<_>>(),
        [("市教育局", false), ("_yaodian", true)]
    );
    let rows = &all[0].rows;
    let mark = format!("{} {}", plan.id, plan.fingerprint());
    assert_eq!(rows[0][0], format!("{mark} 1632960000000"), "with when it was made");
    assert!(rows[0][1].ends_with("工作要點填報表"), "{}", rows[0][1]);
    assert_eq!(rows[1][0], "unit:市教育局");
    assert_eq!(rows[1][1], "填報單位：市教育局　　文號：東政辦〔2021〕68號　　製表日期：2021-09-30");
    assert_eq!(rows[3][..7], ["編碼", "序號", "重點任務", "工作舉措", "量化目標", "完成時限", "狀態"]);
    assert_eq!(rows.len(), 4 + plan.scope_measures(party).len());
    let row = &rows[4];
    assert_eq!(row[0], first.to_string());
    assert_eq!(row[3], plan.text(plan.measure(first).unwrap().span));
    assert_eq!(row[6..8], ["推進中", "=HYPERLINK(\"http://x\")\n第二行"]);
    assert_eq!(row.iter().filter(|cell| *cell == "2021-09-01").count(), 1, "a date: {row:?}");
    let texts = parts(&bytes);
    let sheet = &texts["xl/worksheets/sheet1.xml"];
    for piece in [
        "<sheetProtection",
        "<dataValidation type=\"list\"",
        "\"未啟動,推進中,滯後,已完成,不適用\"",
        "state=\"frozen\"",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<autoFilter",
    ] {
        assert!(sheet.contains(piece), "{piece} is missing");
    }
    assert!(!sheet.contains("<f>"), "a cell is a formula");
    let workbook = &texts["xl/workbook.xml"];
    assert!(workbook.contains("_xlnm.Print_Titles") && workbook.contains("yaodian_plan"), "{workbook}");
    assert!(texts["docProps/custom.xml"].contains(&mark));
    assert!(texts["docProps/core.xml"].contains("2021-09-30"));
}

#[test]
fn whole_each_and_both_scripts() {
    let plan = haidong();
    let nothing = Ledger::default();
    for (sheets, whom, rendition, head, count) in [
        (Sheets::Breakdown, Whom::Whole, Rendition::Record, "責任單位", 1),
        (Sheets::Breakdown, Whom::Whole, Rendition::Simplified, "责任单位", 1),
        (Sheets::Filling, Whom::Whole, Rendition::Simplified, "责任单位", 1),
        (Sheets::Filling, Whom::Each, Rendition::Record, "完成時限", plan.units.len() + plan.localities.len()),
    ] {
        let order = Order { rendition, ..order(sheets, whom) };
        let all = pages(&workbook(plan, &nothing, &order).unwrap());
        assert_eq!(all.iter().filter(|page| !page.hidden).count(), count, "{order:?}");
        let rows = &all[0].rows;
        let at = rows.iter().position(|row| row.iter().any(|cell| cell == head)).expect("a head");
        let measures = rows[at + 1..].len();
        if whom == Whom::Whole {
            assert_eq!(measures, plan.measures().count(), "{order:?}");
        }
    }
    let empty = Plan::default();
    let nobody = workbook(&empty, &nothing, &order(Sheets::Filling, Whom::Each));
    assert_eq!(nobody, Err(Unwritten::Nothing));
}

#[test]
fn hostile_texts_stay_texts() {
    let plan = haidong();
    let party = unit(plan, "市教育局");
    let first = plan.scope_measures(party)[0];
    let long_text = "長".repeat(40_000);
    for (value, shown) in [
        ("=1+1", "=1+1"),
        ("+1", "+1"),
        ("-1", "-1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("a\u{1}b\u{0}c\u{ffff}", "a b c "),
        ("_x0041_ & <b> \"q\"", "_x0041_ & <b> \"q\""),
        ("𠮷 emoji 😀", "𠮷 emoji 😀"),
        ("一\r\n二\r三", "一\n二\n三"),
        (long_text.as_str(), &long_text[..32_767 * 3]),
    ] {
        let ledger = said(&[(party, first, Field::Progress, value)]);
        let order = order(Sheets::Filling, Whom::Party(party));
        let bytes = workbook(plan, &ledger, &order).unwrap();
        let short: String = value.chars().take(20).collect();
        assert_eq!(pages(&bytes)[0].rows[4][7], shown, "{short}");
        assert!(!parts(&bytes)["xl/worksheets/sheet1.xml"].contains("<f>"), "{short}");
        let text = csv(plan, &ledger, &order);
        assert!(text.starts_with('\u{feff}'));
        for line in text.trim_start_matches('\u{feff}').split("\r\n").filter(|line| !line.contains('"')) {
            let begins = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
            assert!(!line.split(',').any(begins), "{short}: {line}");
        }
        for begin in ["\"=", "\"+", "\"-", "\"@"] {
            assert!(!text.contains(&[",", begin].concat()), "{short}");
        }
    }
}

#[test]
fn sheets_have_names_that_a_workbook_can_have() {
    let mut plan = haidong().clone();
    let odd = ["[]:*?/\\", "'市教育局'", "", "history", "_YAODIAN"];
    let same = "一二三四五六七八九十".repeat(4);
    for (at, unit) in plan.units.iter_mut().enumerate() {
        unit.key = odd.get(at).map_or_else(|| format!("{same}{at}"), ToString::to_string);
    }
    let bytes = workbook(&plan, &Ledger::default(), &order(Sheets::Filling, Whom::Each)).unwrap();
    let names: Vec<String> = pages(&bytes).into_iter().map(|page| page.name).collect();
    for name in &names {
        let is_fit = !name.contains(['[', ']', ':', '*', '?', '/', '\\']) && !name.starts_with('\'');
        assert!(is_fit && (1..=31).contains(&name.encode_utf16().count()), "{name}");
        assert_eq!(names.iter().filter(|other| other.to_lowercase() == name.to_lowercase()).count(), 1, "{name}");
    }
    assert!(names.len() > 30, "{names:?}");
}

#[test]
fn ten_thousand_measures_and_many_targets() {
    let plan = long(120);
    assert!(plan.measures().count() > 10_000, "{}", plan.measures().count());
    let bytes = workbook(&plan, &Ledger::default(), &order(Sheets::Breakdown, Whom::Whole)).unwrap();
    assert!(bytes.len() < 8_000_000, "{}", bytes.len());
    let mut plan = haidong().clone();
    let id = measure(1, 1);
    let targets = &mut plan.tasks[0].measures[0].targets;
    targets.extend(std::iter::repeat_n(Target::default(), 300));
    let all = pages(&workbook(&plan, &Ledger::default(), &order(Sheets::Filling, Whom::Whole)).unwrap());
    assert_eq!(all[0].rows[4][0], id.to_string());
    assert!(all[0].rows[3].len() < 40, "{:?}", all[0].rows[3]);
}

#[test]
fn a_plan_that_was_just_pasted_has_forms_too() {
    let plan = read("某縣2024年工作要點\n一、教育\n1.新建學校10所，改造20所。（責任單位：縣教育局）\n").plan;
    let all = pages(&workbook(&plan, &Ledger::default(), &order(Sheets::Filling, Whom::Each)).unwrap());
    let rows = &all[0].rows;
    assert_eq!(rows[3].iter().filter(|head| head.starts_with("实际完成值")).count(), 2, "{:?}", rows[3]);
}

#[test]
fn a_clock_that_is_wrong_does_no_harm() {
    let plan = haidong();
    for made in [0, u64::MAX] {
        let order = Order { made, ..order(Sheets::Breakdown, Whom::Whole) };
        assert!(workbook(plan, &Ledger::default(), &order).is_ok(), "{made}");
        assert!(!csv(plan, &Ledger::default(), &order).is_empty(), "{made}");
    }
}

/// What stands in a column of the sheet of a party, row by row.
fn cells_of(plan: &Plan, sheets: Sheets, party: &str, head: &str) -> Option<Vec<String>> {
    let order = order(sheets, Whom::Party(unit(plan, party)));
    let rows = &pages(&workbook(plan, &Ledger::default(), &order).unwrap())[0].rows;
    let at = rows.iter().position(|row| row[0] == "编码").expect("a head");
    let column = rows[at].iter().position(|cell| cell == head)?;
    Some(rows[at + 1..].iter().map(|row| row[column].clone()).collect())
}

#[test]
fn a_sheet_says_who_leads_where_the_plan_does() {
    let roles = "某县2024年工作要点\n一、建设\n\
        1.新建水厂。完成主体工程。新增供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局、县住建局）\n\
        2.改造管网。更换管道120公里。（责任单位：县水利局、县财政局）\n\
        3.整治河道。清理垃圾。（牵头单位：县财政局；配合单位：县水利局）\n";
    let plan = read(roles).plan;
    for sheets in [Sheets::Filling, Sheets::Breakdown] {
        for (party, expected) in [
            ("县水利局", vec!["牵头", "牵头", "责任", "配合"]),
            ("县财政局", vec!["配合", "配合", "责任", "牵头"]),
            ("县住建局", vec!["配合", "配合"]),
        ] {
            assert_eq!(cells_of(&plan, sheets, party, "职责").unwrap(), expected, "{party}, {sheets:?}");
        }
        // The whole says it beside the names.
        let whole = pages(&workbook(&plan, &Ledger::default(), &order(sheets, Whom::Whole)).unwrap());
        let said: Vec<&String> = whole[0].rows.iter().flatten().collect();
        assert!(said.contains(&&"牵头：县水利局；配合：县财政局、县住建局".to_owned()), "{said:?}");
        assert!(!said.contains(&&"职责".to_owned()), "{said:?}");
    }
    // It is narrow, grey and locked, and stands before the deadline.
    let party = unit(&plan, "县财政局");
    let bytes = workbook(&plan, &Ledger::default(), &order(Sheets::Filling, Whom::Party(party))).unwrap();
    let head = &pages(&bytes)[0].rows[3];
    assert_eq!(head[4..7], ["量化目标", "职责", "完成时限"]);
    let sheet = &parts(&bytes)["xl/worksheets/sheet1.xml"];
    let style = |cell: &str| {
        let (_, behind) = sheet.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap_or_else(|| panic!("no {cell}"));
        behind.split_once('"').expect("a style").0.to_owned()
    };
    assert_eq!((style("F5"), style("F6")), (style("C5"), style("C5")), "as the task's, which is locked");
    assert_ne!(style("F5"), style("H5"), "which is filled in");
    let width = sheet.split("<col ").find(|col| col.starts_with("min=\"6\" ")).expect("a width");
    assert!(width.contains("width=\"6.7"), "{width}");
    // No column where a plan says only who answers.
    let without = read(&roles.replace("牵头单位", "责任单位").replace("；配合单位：", "、")).plan;
    assert_eq!(cells_of(&without, Sheets::Filling, "县水利局", "职责"), None);
    assert_eq!(cells_of(&without, Sheets::Filling, "县水利局", "完成时限").map(|cells| cells.len()), Some(4));
}

/// Who has nothing but the spreadsheet learns from it that a report was given back, and why, and what is signed off.
#[test]
fn a_form_says_what_the_coordinator_answers() {
    use yaodian::domain::settled::Return;
    let plan = haidong();
    let (party, other) = (unit(plan, "市教育局"), unit(plan, "市財政局"));
    let ids = plan.scope_measures(party);
    let mut ledger = said(&[
        (party, ids[0], Field::Status, "done"),
        (party, ids[1], Field::Status, "behind"),
        (party, ids[2], Field::Status, "done"),
        (Party::Coordinator, ids[0], Field::Status, "done"),
    ]);
    let returned = |ledger: &mut Ledger, id: MeasureId, reason: &str| {
        let of = ledger.mark(party, id).expect("a report").edition();
        let value = Return { of, reason: reason.to_owned() }.write();
        ledger.set(Change { key: MarkKey::Placed(party, id), field: Field::Returned, value }, MADE - 500);
    };
    returned(&mut ledger, ids[1], "數據有誤");
    returned(&mut ledger, ids[2], "=1+1");
    // Whoever says something new since was not given that back.
    let change = Change { key: MarkKey::Placed(party, ids[2]), field: Field::Status, value: "behind".into() };
    ledger.set(change, MADE - 400);
    for (rendition, head, answers) in [
        (Rendition::Record, "統籌意見", ["已銷號", "退回：數據有誤", ""]),
        (Rendition::Simplified, "统筹意见", ["已销号", "退回：數據有誤", ""]),
    ] {
        let order = Order { rendition, ..order(Sheets::Filling, Whom::Party(party)) };
        let bytes = workbook(plan, &ledger, &order).unwrap();
        let rows = &pages(&bytes)[0].rows;
        let at = rows[3].iter().position(|cell| cell == head).expect("a column");
        let said: Vec<&str> = rows[4..7].iter().map(|row| row[at].as_str()).collect();
        assert_eq!(said, answers, "{rendition:?}");
        assert!(csv(plan, &ledger, &order).contains(answers[1]), "as text, too");
        // It is grey and locked, and nothing when the form comes back.
        let sheet = &parts(&bytes)["xl/worksheets/sheet1.xml"];
        let style = |column: usize| {
            let cell = format!("<c r=\"{}6\" s=\"", char::from(b'A' + u8::try_from(column).unwrap()));
            sheet.split_once(&cell).expect("a cell").1.split_once('"').expect("a style").0.to_owned()
        };
        assert_eq!(style(at), style(2), "as the task's, which is locked");
        let read = crate::forms_back::back(&bytes, plan);
        assert_eq!((read.said.len(), read.rows.iter().filter(|row| row.outcome != Outcome::Unchanged).count()), (0, 0));
    }
    // What is given back has it not, nor has the whole.
    for (sheets, whom) in [(Sheets::Report, Whom::Party(party)), (Sheets::Filling, Whom::Whole)] {
        let all = pages(&workbook(plan, &ledger, &order(sheets, whom)).unwrap());
        assert!(!all[0].rows[3].contains(&"統籌意見".to_owned()), "{sheets:?}");
        assert!(!all[0].rows[3].contains(&"備註".to_owned()), "{sheets:?}: it would be read by nobody");
    }
    let others = pages(&workbook(plan, &ledger, &order(Sheets::Filling, Whom::Party(other))).unwrap());
    assert!(!others[0].rows.iter().flatten().any(|cell| cell.contains("退回")), "what others were told");
}

#[test]
fn all_deadlines_of_a_measure_are_on_its_sheet() {
    for (task, expected) in [
        ("6月底前完成主体工程，年底前建成供水。新增供水能力2万吨。（县水利局）", ["2024-06-30\n2024-12-31", ""]),
        (
            "6月底前完成主体工程。新增供水能力2万吨。（责任单位：县水利局；完成时限：2024年10月底前）",
            ["2024-06-30", "2024年10月底前"],
        ),
        ("6月底前开工，2024年6月30日前完成招标。新增能力2万吨。（县水利局）", ["2024-06-30", ""]),
        ("完成主体工程。新增供水能力2万吨。（县水利局）", ["", ""]),
    ] {
        let plan = read(&format!("某县2024年工作要点\n一、建设\n1.新建水厂。{task}\n")).plan;
        for sheets in [Sheets::Filling, Sheets::Breakdown] {
            assert_eq!(cells_of(&plan, sheets, "县水利局", "完成时限").unwrap(), expected, "{task}");
        }
    }
}

#[test]
fn the_day_that_is_given_as_an_example_is_of_the_plans_year() {
    for (title, year) in [("某县2024年工作要点", "2024"), ("某县工作要点", "2021")] {
        let plan = read(&format!("{title}\n一、教育\n1.新建学校10所，改造20所。（责任单位：县教育局）\n")).plan;
        let all = pages(&workbook(&plan, &Ledger::default(), &order(Sheets::Filling, Whom::Each)).unwrap());
        let how = &all[0].rows[2][1];
        assert!(how.contains(&format!("日期如 {year}-09-30，")), "{title}: {how}");
    }
}
