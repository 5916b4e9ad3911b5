//! Papers as every engine prints them, read back from their PDFs; in `WebKit`, whose driver cannot print, from the
//! sheets of the preview.

use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::reading::simplified;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::keeper::Keeper;
use yaodian::persist::ledger_file;
use yaodian::route::{ListView, PaperKind, Print, Route};

use crate::page::Page;
use crate::paper::{Area, Paper, plain};

#[path = "../cases/reports.rs"]
pub mod reports;
use reports::{REPORTS, made_up};

/// What may be printed on of a sheet, in mm.
const UPRIGHT: Area = Area { left: 24.0, top: 16.0, right: 192.0, bottom: 289.0 };
const WIDE: Area = Area { left: 16.0, top: 18.0, right: 281.0, bottom: 202.0 };
const A3: Area = Area { left: 16.0, top: 18.0, right: 404.0, bottom: 289.0 };
/// With the page number, which stands 7 mm below the type area.
const DOCUMENT: Area = Area { left: 28.0, top: 37.0, right: 184.0, bottom: 273.0 };

/// Half a millimetre for the pixels of the pictures, half for what a driver rounds.
const ROUNDED: f64 = 1.0;

/// What each sheet of the preview has too much, below and at its side, in CSS pixels, and how many blocks it has.
const SHEETS: &str = "
    const below = (element) => element.getBoundingClientRect().bottom;
    const frames = [...document.querySelectorAll('.desk .sheet:not(.is-back) .sheet-frame')];
    return JSON.stringify(frames.map((frame) => [
        below(frame.lastElementChild) - below(frame),
        frame.scrollWidth - frame.clientWidth,
        frame.querySelectorAll('tbody tr, p, h2, section').length,
    ]));";

/// Goes to a paper and waits until it is laid out. Every sheet is looked at: none is empty, none overfull.
fn look(page: &Page, address: &str) -> Paper {
    page.go(address);
    page.until_laid_out();
    assert_eq!(page.address(), address);
    let sheets: Vec<(f64, f64, usize)> =
        serde_json::from_str(&page.text(SHEETS, &serde_json::json!([]))).expect("three numbers of each sheet");
    for (i, (below, beside, blocks)) in sheets.iter().enumerate() {
        assert!(*below <= 0.0 && *beside <= 0.0, "{address}, sheet {}: overfull by {below}, {beside} px", i + 1);
        assert!(*blocks > 0, "{address}, sheet {}: empty", i + 1);
    }
    let paper = page.seen();
    assert_eq!(paper.pages.len(), sheets.len(), "{address}");
    paper
}

/// The same, and prints it: what is printed is what was shown, and no ink lies outside its margins. `margins` says of each
/// page of the PDF what may be printed on.
fn print(page: &Page, address: &str, margins: impl Fn(usize) -> Area) -> Paper {
    let seen = look(page, address);
    let paper = page.print();
    assert_eq!(paper.pages.len(), seen.pages.len(), "{address}: what is printed is what was shown");
    if !paper.is_printed() {
        return paper;
    }
    let ink = paper.ink();
    assert_eq!(ink.len(), seen.pages.len());
    for (i, bands) in ink.iter().enumerate() {
        assert!(!bands.is_empty(), "{address}, page {}: nothing on it", i + 1);
        for ink in bands {
            assert!(ink.is_in(&margins(i), ROUNDED), "{address}, page {}: ink at {ink:?}", i + 1);
        }
    }
    paper
}

/// The sentences of the plan as the page shows them in a browser that asks for simplified Chinese.
fn sentences(plan: &Plan) -> Vec<(MeasureId, String)> {
    let sentence = |span| plain(&simplified(plan.text(span), &plan.rewordings));
    plan.measures().map(|measure| (measure.id, sentence(measure.span))).collect()
}

/// These words hold each of these measures once, and no other.
fn holds(words: &str, sentences: &[(MeasureId, String)], own: &[MeasureId], whose: &str) {
    for (id, sentence) in sentences {
        assert_eq!(words.matches(sentence.as_str()).count(), usize::from(own.contains(id)), "{whose}: measure {id}");
    }
}

/// The words of pages that are numbered from 1 to their count, without these numbers.
fn numbered(pages: &[String], whose: &str) -> String {
    let count = pages.len();
    let mut words = String::new();
    for (i, page) in pages.iter().enumerate() {
        let number = format!("第{}页共{count}页", i + 1);
        assert_eq!(page.matches(&number).count(), 1, "{whose}, page {}: {page}", i + 1);
        words.push_str(&page.replace(&number, ""));
    }
    words
}

/// The words of a document's pages, without their numbers; a sentence may go on behind one.
fn in_document(pages: &[String], whose: &str) -> String {
    let mut words = String::new();
    for (i, page) in pages.iter().enumerate() {
        let number = format!("—{}—", i + 1);
        let (before, after) =
            page.rsplit_once(&number).unwrap_or_else(|| panic!("{whose}: no number {number}: {page}"));
        words.push_str(before);
        words.push_str(after);
    }
    words
}

/// Everybody has reported much, and one note is longer than a sheet.
fn busy(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    let statuses = ["not-started", "under-way", "behind", "done", "not-applicable"];
    for (p, party) in plan.parties().enumerate() {
        for (m, id) in plan.scope_measures(party).into_iter().enumerate().skip(p % 2).step_by(2) {
            let long = p % 7 == 2 && m < 2;
            let note = if long { long_note() } else { "已完成招标，主体工程正在施工。".into() };
            let fields = [
                (Field::Status, statuses[(p + m) % 5].to_owned()),
                (Field::Progress, note),
                (Field::Problem, "项目用地手续尚未办结，\n资金缺口约800万元。".into()),
                (Field::NextStep, "与自然资源部门对接。".into()),
                (Field::Actual(1), "6".into()),
            ];
            for (field, value) in fields {
                ledger.set(Change { key: MarkKey::Placed(party, id), field, value }, 1_632_963_600_000);
            }
        }
    }
    ledger
}

/// More than a sheet of the narrowest column can hold.
fn long_note() -> String {
    (1..=260).map(|n| ["第", &n.to_string(), "项工程已开工建设。"].concat()).collect()
}

/// Puts the ledger into the browser, and opens the page with it.
fn keep(page: &Page, ledger: &Ledger, plan: &Plan) {
    page.keep(&Keeper::new(plan).key(), &ledger_file::write(ledger, plan));
    page.reload();
}

fn address(plan: &Plan, print: Print) -> String {
    Route::Print(print).address(plan)
}

/// Everybody but the coordinator.
fn owners(plan: &Plan) -> Vec<Party> {
    plan.parties().skip(1).collect()
}

/// A name as it is printed.
fn name(plan: &Plan, party: Party) -> String {
    plan.printed_name(party).map_or_else(|| "全市统筹".into(), |name| simplified(name, &plan.rewordings))
}

/// A job of everybody's checklists: behind the list of contents each has its own measures and numbers.
fn check_batch(plan: &Plan, paper: &Paper) {
    let sentences = sentences(plan);
    let is_contents = |page: &&String| page.contains("工作清单目录");
    let contents = paper.pages.iter().take_while(is_contents).count();
    assert!(contents > 0);
    let mut first = contents;
    for party in owners(plan) {
        let whose = name(plan, party);
        let page = &paper.pages[first];
        let (_, count) = page.split_once("第1页共").unwrap_or_else(|| panic!("{whose}: {page}"));
        let count: usize = count.split_once('页').unwrap().0.parse().unwrap();
        let own = &paper.pages[first..first + count];
        assert!(own.iter().all(|page| page.contains(&whose)), "{whose}");
        holds(&numbered(own, &whose), &sentences, &plan.scope_measures(party), &whose);
        // The list says how many sheets it has, and on which it begins.
        let list = paper.pages[..contents].concat();
        assert!(list.contains(&format!("{count}{}", first + 1)), "{whose}: {count} from {}: {list}", first + 1);
        first += count;
    }
    assert_eq!(first, paper.pages.len());
    numbered(&paper.pages[..contents], "the list of contents");
}

#[test]
fn everybodys_blank_checklist_has_each_of_its_measures_once_and_its_own_numbers() {
    let plan = haidong();
    let page = Page::open("");
    let paper = print(&page, "#/print/all?blank", |_| UPRIGHT);
    assert!(paper.is_a4());
    let boxes: usize = owners(&plan).into_iter().map(|party| plan.scope_measures(party).len()).sum();
    assert_eq!(paper.count("□") - paper.count("在“□”内"), boxes, "one box for each measure, and one in each legend");
    check_batch(&plan, &paper);
}

#[test]
fn everybodys_filled_in_checklist_has_all_that_was_reported_long_notes_too() {
    let plan = haidong();
    let page = Page::open("");
    let ledger = busy(&plan);
    keep(&page, &ledger, &plan);
    let paper = print(&page, "#/print/all", |_| UPRIGHT);
    check_batch(&plan, &paper);
    let long = ledger.marks().iter().filter(|(key, mark)| {
        !matches!(key, MarkKey::Placed(Party::Coordinator, _)) && mark.value(Field::Progress).len() > 1000
    });
    let long = long.count();
    assert!(long > 5);
    for n in [1, 2, 100, 200, 259, 260] {
        assert_eq!(paper.count(&format!("第{n}项工程")), long, "part {n} of the long notes");
    }
}

#[test]
fn everybodys_breakdown_table_has_each_of_its_measures_once() {
    let plan = haidong();
    let page = Page::open("");
    keep(&page, &busy(&plan), &plan);
    let sentences = sentences(&plan);
    for (i, (party, blank)) in everybody_twice(&plan).enumerate() {
        // With and without the columns for reporting.
        let reporting = i % 4 < 2;
        let view = ListView { party, ..ListView::default() };
        let address = address(&plan, Print { kind: PaperKind::Table, blank, reporting, ..Print::of(view) });
        let paper = some_printed(i, &page, &address, WIDE);
        let whose = name(&plan, party);
        assert!(paper.sizes.iter().all(|(width, height)| (width - 297.0).abs() < 1.0 && (height - 210.0).abs() < 1.0));
        let words = numbered(&paper.pages, &whose);
        holds(&words, &sentences, &plan.scope_measures(party), &whose);
        for page in &paper.pages {
            // What closes a table stands alone where its last row fills a sheet.
            let closes = page.contains("填报单位（盖章）");
            let head = if party == Party::Coordinator && reporting && !blank {
                "序号工作举措填报单位"
            } else {
                "序号重点任务工作举措"
            };
            assert!(closes || page.contains(head), "{whose}: a sheet has no head: {page}");
        }
        assert_eq!(words.contains("存在问题"), reporting, "{whose}");
    }
}

/// What a paper says is the same on the sheets of the preview as in print, where it takes much longer: one of five is printed, so
/// that each of four ways to fill in a paper is among them.
fn some_printed(number: usize, page: &Page, address: &str, margins: Area) -> Paper {
    if number.is_multiple_of(5) { print(page, address, |_| margins) } else { look(page, address) }
}

/// Everybody, each with a paper that is filled in and one that is blank.
fn everybody_twice(plan: &Plan) -> impl Iterator<Item = (Party, bool)> {
    plan.parties().flat_map(|party| [(party, false), (party, true)])
}

#[test]
fn everybodys_text_and_report_are_whole() {
    let plan = haidong();
    let page = Page::open("");
    keep(&page, &busy(&plan), &plan);
    let sentences = sentences(&plan);
    for (i, (party, blank)) in everybody_twice(&plan).enumerate() {
        let whose = name(&plan, party);
        let of = |kind: PaperKind| {
            let view = ListView { party, ..ListView::default() };
            address(&plan, Print { kind, blank, ..Print::of(view) })
        };
        let text = some_printed(i, &page, &of(PaperKind::Text), DOCUMENT);
        holds(&in_document(&text.pages, &whose), &sentences, &plan.scope_measures(party), &whose);
        let report = some_printed(i, &page, &of(PaperKind::Report), UPRIGHT);
        let words = numbered(&report.pages, &whose);
        for part in ["总体进展", "量化目标", "滞后事项和存在问题", "状态说明"] {
            assert!(words.contains(part), "{whose}: {part}");
        }
        assert!(report.pages.iter().all(|page| page.contains(&whose)), "{whose}");
        assert_eq!(words.contains("各单位和县区进展"), party == Party::Coordinator, "{whose}");
    }
}

#[test]
fn upright_and_wide_sheets_are_printed_in_one_job() {
    let plan = haidong();
    let page = Page::open("");
    let address = "#/print/all?of=unit:市教育局,locality:樂都區&table";
    page.go(address);
    page.until("all are laid out", |page| page.status().contains("已排好 3 / 3 份"));
    // The list of contents comes last.
    page.until_laid_out();
    let wide =
        "return JSON.stringify([...document.querySelectorAll('.desk .sheet')].map((s) => s.matches('.is-wide')))";
    let wide: Vec<bool> = serde_json::from_str(&page.text(wide, &serde_json::json!([]))).unwrap();
    let paper = print(&page, address, |i| if wide[i] { WIDE } else { UPRIGHT });
    for (is_wide, (width, height)) in wide.iter().zip(&paper.sizes) {
        assert_eq!(*is_wide, width > height);
        assert!((width + height - 507.0).abs() < 2.0, "{width} × {height} mm are no A4");
    }
    let first = wide.iter().position(|wide| *wide).expect("a table comes last");
    let all: Vec<MeasureId> = plan.measures().map(|measure| measure.id).collect();
    holds(&numbered(&paper.pages[first..], "the table"), &sentences(&plan), &all, "the table");
}

/// Every report of 958 has its row, on no more than 40 sheets of A4. The first page of the report has all that is most needed of them, down
/// to the line to be signed.
#[test]
fn hundreds_of_reports_take_forty_sheets_and_a_first_page() {
    let plan = haidong();
    let page = Page::open("");
    let ledger = made_up(&plan);
    keep(&page, &ledger, &plan);
    let paper = look(&page, "#/print/table?reporting");
    assert!(paper.pages.len() <= 40, "{} sheets", paper.pages.len());
    for n in 1..=REPORTS {
        assert_eq!(paper.count(&format!("【{n}】")), 1, "report {n}");
    }
    holds(&numbered(&paper.pages, "the table"), &sentences(&plan), &plan.scope_measures(Party::Coordinator), "all");
    let report = look(&page, "#/print/report");
    for words in ["进度与时间", "最落后的单位", "需要研究决定的问题", "单位负责人"] {
        assert!(report.pages[0].contains(words), "{words}: {}", report.pages[0]);
    }
}

/// What bodies are urged for, in one job behind its list of contents; and the circular, with room for a seal.
#[test]
fn reminders_and_the_circular_stay_on_their_sheets() {
    let plan = haidong();
    let page = Page::open("");
    for address in ["#/print/reminders?blank", "#/print/circular?blank", "#/print/reminders", "#/print/circular"] {
        if address == "#/print/reminders" {
            keep(&page, &busy(&plan), &plan);
        }
        let paper = print(&page, address, |_| UPRIGHT);
        let of_all = address.contains("reminders");
        assert_eq!(paper.count("（发文单位盖章）"), if of_all { owners(&plan).len() } else { 1 }, "{address}");
        assert_eq!(paper.count("催办单目录") > 0, of_all, "{address}");
        if of_all {
            for party in owners(&plan) {
                assert!(paper.count(&name(&plan, party)) > 0, "{address}: {}", name(&plan, party));
            }
        }
    }
}

#[test]
fn a_large_table_is_printed_on_a3() {
    let page = Page::open("");
    let paper = print(&page, "#/print/table?reporting&a3", |_| A3);
    let is_a3 = |(width, height): &(f64, f64)| (width - 420.0).abs() < 1.0 && (height - 297.0).abs() < 1.0;
    assert!(paper.sizes.iter().all(is_a3), "{:?}", paper.sizes);
}

#[test]
fn thirty_one_units_in_one_cell_stay_on_their_sheet() {
    let plan = haidong();
    let page = Page::open("");
    let id = plan.measures().next().unwrap().id;
    let names: Vec<&str> = plan.units.iter().map(|unit| unit.key.as_str()).collect();
    let value = names.join("、");
    let mut ledger = busy(&plan);
    let key = MarkKey::Placed(Party::Coordinator, id);
    ledger.set(Change { key, field: Field::Progress, value: value.clone() }, 1_632_963_600_001);
    keep(&page, &ledger, &plan);
    let paper = print(&page, "#/print/table?reporting", |_| WIDE);
    assert_eq!(paper.count(&value), 1);
}

/// The lengths of GB/T 9704-2012, in mm: the type area is 156 by 225, 37 from the top and 28 from the left.
#[test]
fn the_text_is_set_as_the_standard_says() {
    let page = Page::open("");
    let paper = print(&page, "#/print/text?blank", |_| DOCUMENT);
    assert!(paper.is_a4());
    let close = |is: f64, should: f64| (is - should).abs() < 1.0;
    let pitch = 28.99 * 25.4 / 72.0;
    let middle = |area: &Area| f64::midpoint(area.top, area.bottom);
    let pages = paper.ink();
    for (page, bands) in pages.iter().enumerate() {
        let (numbers, lines): (Vec<&Area>, Vec<&Area>) = bands.iter().partition(|band| middle(band) > 262.0);
        // The page's number, 7 mm below the type area, at its outer edge less one character.
        let [number] = numbers[..] else { panic!("page {}: {numbers:?}", page + 1) };
        assert!(close(middle(number), 262.0 + 7.0), "page {}: {number:?}", page + 1);
        let character = 14.0 * 25.4 / 72.0;
        if page % 2 == 0 {
            assert!(close(number.right, 184.0 - character), "page {}: {number:?}", page + 1);
        } else {
            assert!(close(number.left, 28.0 + character), "page {}: {number:?}", page + 1);
        }
        if page == 0 || page + 1 == pages.len() {
            continue;
        }
        // Full pages: 22 lines, each where the standard has it; a heading that goes over to the next page leaves its line.
        let place = |line: &Area| (middle(line) - 37.0) / pitch - 0.5;
        let count = lines.len();
        assert!((20..=22).contains(&count), "page {}: {count} lines", page + 1);
        for (n, line) in (0_u32..).zip(&lines) {
            let off = (place(line) - f64::from(n)) * pitch;
            assert!(off.abs() < 1.0, "page {}, line {}: {off} mm off", page + 1, n + 1);
        }
        let left = lines.iter().map(|line| line.left).fold(f64::MAX, f64::min);
        let right = lines.iter().map(|line| line.right).fold(0.0, f64::max);
        assert!(close(left, 28.0) && close(right, 184.0), "page {}: from {left} to {right}", page + 1);
    }
    assert!(pages.iter().filter(|bands| bands.len() == 22 + 1).count() * 2 > pages.len(), "most pages are full");
    // 28 characters fit a line.
    let han = |line: &&String| line.chars().all(|c| ('一'..='龥').contains(&c) || "，。、；".contains(c));
    let most = paper.lines().iter().filter(han).map(|line| line.chars().count()).max();
    assert_eq!(most, Some(28));
}
