//! What all papers have in common: how they are measured, cut, divided and drawn, and how each looks.
//!
//! The papers in `tests/golden/` are compared byte for byte; `YAODIAN_BLESS=1` writes them anew.

use crate::ledger::measure;
use crate::plans::{COUNTY, TABLE};
use crate::running::MADE_UP;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::ordered::Ordered;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Assignee, Assignment, MeasureId, Plan, Role, Unit};
use yaodian::domain::reading::simplified;
use yaodian::domain::running;
use yaodian::domain::script::{Rendition, Script};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::domain::span::Span;
use yaodian::element::html::html as html_of;
use yaodian::persist::embedded::plan as haidong;
use yaodian::print::breakdown::{self, COLUMNS, Columns};
use yaodian::print::checklist::ChecklistPaper;
use yaodian::print::layout::Layout;
use yaodian::print::paper::{Block, Cut, Paper, measuring_sheet, sheets};
use yaodian::print::request::PaperRequest;
use yaodian::print::tree::{Tree, el};
use yaodian::print::{document, report, words};
use yaodian::reader::read;
use yaodian::state::Store;
use yaodian::text::paper::PaperWords;
use yaodian::views::full_text;

/// So many characters stand on a line, of so many CSS pixels, as the made-up browser of these tests sets them.
const LINE: (usize, f64) = (28, 20.0);

/// How high the frame of a sheet is there.
const FRAME: f64 = 998.0;

/// The words of every marked element of a measuring sheet.
fn marked(paper: &Paper) -> Vec<String> {
    let html = html_of(measuring_sheet(paper));
    // Up to the tag in which the next mark stands.
    let words = |part: &str| text(part.split_once('>').unwrap().1.rsplit_once('<').unwrap().0);
    html.split(" data-h").skip(1).map(words).collect()
}

fn lines(words: &str) -> f64 {
    of_chars(words.chars().count())
}

fn of_chars(count: usize) -> f64 {
    f64::from(u32::try_from(count.div_ceil(LINE.0)).unwrap()) * LINE.1
}

/// The heights that the made-up browser reports.
fn heights(paper: &Paper, frame: f64) -> Vec<f64> {
    let parts = marked(paper);
    let height = |(place, words): (usize, &String)| if place == 0 { frame } else { lines(words) };
    parts.iter().enumerate().map(height).collect()
}

/// Cuts a paper as the page does.
pub fn lay_out(paper: Paper) -> (Paper, Layout) {
    lay_out_on(paper, FRAME)
}

/// Cuts a paper into sheets with so much room.
fn lay_out_on(mut paper: Paper, frame: f64) -> (Paper, Layout) {
    for _ in 0..40 {
        let (heights, parts) = (heights(&paper, frame), marked(&paper));
        let bottoms = |place: usize| -> Vec<f64> {
            let count = parts[place].chars().count();
            (1..=count).map(of_chars).collect()
        };
        match paper.cut(&heights, &bottoms) {
            Cut::Sheets(layout) => return (paper, layout),
            Cut::Again => {}
            Cut::Foreign => panic!("the heights are of this paper"),
        }
    }
    panic!("it is divided without end")
}

/// A paper as it is printed.
/// A paper on its sheets.
pub fn html(paper: Paper) -> String {
    let (paper, layout) = lay_out(paper);
    html_of(sheets(&paper, &layout))
}

/// The text of HTML without its tags.
pub fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    text
}

/// Compares with the paper kept under this name. Lines are broken before block tags, so that differences are readable.
pub fn same(name: &str, html: &str) {
    let mut pretty = html.to_owned();
    for tag in ["<section", "<header", "<h2", "<p", "<div", "<tr", "<footer", "</table", "<dl", "<td", "<th "] {
        pretty = pretty.replace(tag, &["\n", tag].concat());
    }
    let pretty = pretty.trim_start().to_owned() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.html"));
    if std::env::var_os("YAODIAN_BLESS").is_some() {
        fs::write(&path, &pretty).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let line = kept.lines().zip(pretty.lines()).position(|(kept, now)| kept != now);
    assert!(
        kept == pretty,
        "{} differs from line {}; if it should, YAODIAN_BLESS=1 writes it anew",
        path.display(),
        line.map_or(0, |line| line + 1)
    );
}

/// What can be chosen of a paper that the route asks for.
type Make = fn(&PaperRequest) -> Paper;

/// Every kind of paper for one owner.
pub const MAKES: [(&str, Make); 5] = [
    ("checklist", |wanted| ChecklistPaper::new(wanted).paper()),
    ("breakdown", |wanted| breakdown::paper(wanted, &Columns { without: &Ordered::new(), reporting: false }, false)),
    ("reporting", |wanted| breakdown::paper(wanted, &Columns { without: &Ordered::new(), reporting: true }, true)),
    ("report", report::paper),
    ("document", document::paper),
];

/// Where the coordinator settled nothing.
pub static NOTHING: std::sync::LazyLock<Ledger> = std::sync::LazyLock::new(Ledger::default);

pub fn wanted<'a>(
    plan: &'a Plan,
    party: Party,
    measures: &'a [MeasureId],
    ledger: Option<&'a Ledger>,
) -> PaperRequest<'a> {
    let (rendition, settled) = (Rendition::Record, &*NOTHING);
    PaperRequest {
        plan,
        party,
        rendition,
        measures,
        ledger,
        settled,
        filters: "",
        date: "2021-09-30",
        round: None,
        number: "",
        with_lights: true,
    }
}

/// The unit of this name.
pub fn unit(plan: &Plan, name: &str) -> Party {
    Party::Unit(plan.unit_named(name).expect("a unit of the plan"))
}

/// A ledger in which many have said many things.
pub fn busy(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    let statuses = ["not-started", "under-way", "behind", "done", "not-applicable"];
    let parties: Vec<Party> = plan.parties().collect();
    for (p, party) in parties.into_iter().enumerate() {
        for (m, id) in plan.scope_measures(party).into_iter().enumerate().skip(p % 3).step_by(4) {
            let mut put = |field, value: &str| {
                ledger.set(Change { key: MarkKey::Placed(party, id), field, value: value.into() }, 1_632_963_600_000);
            };
            put(Field::Status, statuses[(p + m) % 5]);
            if (p + m) % 5 == 2 {
                put(Field::Problem, "資金尚未到位");
                put(Field::NextStep, "申請補助");
            }
            put(Field::Progress, "已開工");
            put(Field::Actual(1), "6");
        }
    }
    ledger
}

#[test]
fn a_paper_is_measured_in_the_parts_it_is_cut_from() {
    let plan = haidong();
    let ledger = busy(&plan);
    for party in plan.parties() {
        let measures = plan.scope_measures(party);
        for (name, make) in MAKES {
            let mut paper = make(&wanted(&plan, party, &measures, Some(&ledger)));
            let all = heights(&paper, FRAME);
            let none = |_: usize| Vec::new();
            assert_eq!(paper.cut(&all[1..], &none), Cut::Foreign, "{name}: a height is missing");
            assert_eq!(paper.cut(&[all, vec![1.0]].concat(), &none), Cut::Foreign, "{name}: one too many");
        }
    }
}

#[test]
fn every_paper_holds_every_measure_of_its_list_once_and_no_other() {
    let plan = haidong();
    let ledger = busy(&plan);
    let texts: Vec<(MeasureId, &str)> = plan.measures().map(|measure| (measure.id, plan.text(measure.span))).collect();
    for party in [Party::Coordinator, unit(&plan, "市教育局"), unit(&plan, "市住房建設局"), Party::Locality(0)]
    {
        let own = plan.scope_measures(party);
        // The whole list, and every third of it, as a filter might leave it.
        let some: Vec<MeasureId> = own.iter().copied().step_by(3).collect();
        for measures in [&own, &some] {
            for (name, make) in MAKES.into_iter().filter(|(name, _)| *name != "report") {
                for ledger in [None, Some(&ledger)] {
                    let words = text(&html(make(&wanted(&plan, party, measures, ledger))));
                    let words = without_page_numbers(&words);
                    for (id, sentence) in &texts {
                        let expected = usize::from(measures.contains(id));
                        let found = words.matches(sentence).count();
                        assert_eq!(found, expected, "{name} of {}: {id}", plan.party_key(party));
                    }
                }
            }
        }
    }
}

/// A sentence of a document may go on behind the number of a page.
fn without_page_numbers(words: &str) -> String {
    let mut rest = words;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("— ") {
        out.push_str(before);
        rest = after.split_once(" —").map_or(after, |(_, after)| after);
    }
    out + rest
}

#[test]
fn the_simplified_reading_is_printed_too() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    for (name, make) in MAKES {
        let wanted = PaperRequest { rendition: Rendition::Simplified, ..wanted(&plan, party, &measures, None) };
        let html = html(make(&wanted));
        let title = simplified(plan.text(plan.meta.title), &plan.rewordings);
        assert!(text(&html).contains(&title) && html.contains("lang=\"zh-Hans\""), "{name}");
        for traditional in ["責任", "舉措", "進展", "實際", "單位"] {
            assert!(!html.contains(traditional), "{name}: {traditional}");
        }
    }
}

#[test]
fn papers_say_what_they_are_of_whom_and_of_which_day() {
    let plan = haidong();
    let ledger = busy(&plan);
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    for (name, make) in MAKES {
        let mut wanted = wanted(&plan, party, &measures, Some(&ledger));
        wanted.filters = "含「教育」";
        let words = text(&html(make(&wanted)));
        for part in [plan.text(plan.meta.title), "東政辦〔2021〕68號", "市教育局", "含「教育」", "2021年9月30日"]
        {
            assert!(words.contains(part), "{name}: {part}");
        }
    }
}

#[test]
fn a_note_taller_than_a_sheet_is_divided_between_lines_and_nothing_is_lost() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    let mut ledger = Ledger::default();
    let note: String = (0..900).map(|n| ["第", &n.to_string(), "句。"].concat()).collect();
    for field in [Field::Status, Field::Progress] {
        let value = if field == Field::Status { "under-way".into() } else { note.clone() };
        ledger.set(Change { key: MarkKey::Placed(party, measure(2, 3)), field, value }, 1_632_963_600_000);
    }
    for (name, make) in &MAKES[..3] {
        let (paper, layout) = lay_out(make(&wanted(&plan, party, &measures, Some(&ledger))));
        if *name != "breakdown" {
            assert!(layout.sheets.len() > 4, "{name}");
            let all: String = paper.blocks.iter().map(|b| text(&html_of(b.tree.clone()))).collect();
            for n in 0..900 {
                assert_eq!(all.matches(&format!("第{n}句。")).count(), 1, "{name}: sentence {n}");
            }
        }
        assert!(layout.oversize.is_empty(), "{name}");
    }
}

#[test]
fn cells_taller_than_a_sheet_are_divided_too() {
    let words = PaperWords::of(Script::Traditional);
    let names: String = (0..700).map(|n| ["第", &n.to_string(), "局、"].concat()).collect();
    let cells = |text: &str| el("tr").child(el("td").text(text)).child(Tree::Nothing).tree();
    let row = |i: usize| {
        let view = el("tr").child(el("td").text(format!("舉措{i}。")));
        Block { cells: Some(0), joins: i > 0, ..Block::row(0, view) }
    };
    let mut blocks = vec![Block::head(0)];
    blocks.extend((0..3).map(row));
    let paper = Paper {
        words,
        class: "",
        owner: String::new(),
        scope: String::new(),
        head: el("p").text("頭").tree(),
        running: el("p").text("續頁").tree(),
        tables: vec![yaodian::print::paper::Table { class: "t", columns: vec![("a", "單位"), ("b", "舉措")] }],
        shared: vec![(0, cells(&names)), (0, cells("（續）"))],
        blocks,
        closing: Tree::Nothing,
        foot: String::new(),
        by_lines: false,
        glosses: &[],
    };
    let (paper, layout) = lay_out(paper);
    assert!(layout.oversize.is_empty());
    let printed = text(&html_of(sheets(&paper, &layout)));
    let parts: Vec<String> = paper.shared.iter().step_by(2).map(|(_, cells)| text(&html_of(cells.clone()))).collect();
    assert_eq!(parts.concat(), names, "together they are what they were");
    for part in parts {
        assert_eq!(printed.matches(&part).count(), 1, "{part}");
    }
    for i in 0..3 {
        assert_eq!(printed.matches(&format!("舉措{i}。")).count(), 1);
    }
}

#[test]
fn a_task_that_goes_on_is_named_again() {
    let plan = haidong();
    let measures = plan.scope_measures(Party::Coordinator);
    let (paper, layout) = lay_out(MAKES[1].1(&wanted(&plan, Party::Coordinator, &measures, None)));
    let html = html_of(sheets(&paper, &layout));
    let going_on = layout.sheets.iter().filter(|sheet| sheet.start > 0 && paper.blocks[sheet.start].joins).count();
    assert!(going_on > 3);
    assert_eq!(html.matches("（續）").count(), going_on);
    // Every shared cell spans the rows that share it on its sheet, and no others.
    for sheet in html.split("<section").skip(1) {
        let spans = sheet.match_indices("col-task\" rowspan=\"").map(|(at, found)| {
            let rest = &sheet[at + found.len()..];
            rest[..rest.find('"').unwrap()].parse::<usize>().unwrap()
        });
        assert_eq!(spans.sum::<usize>(), sheet.matches("<td class=\"col-no\">").count());
    }
}

#[test]
fn columns_that_are_left_out_are_not_there() {
    let plan = haidong();
    let measures = plan.scope_measures(Party::Coordinator);
    let words = PaperWords::of(Script::Traditional);
    let due = 5;
    for out in 0..COLUMNS {
        let without: Ordered<u16> = [out].into_iter().collect();
        let columns = Columns { without: &without, reporting: true };
        let paper = breakdown::paper(&wanted(&plan, Party::Coordinator, &measures, None), &columns, false);
        let names: Vec<&str> = paper.tables[0].columns.iter().map(|(_, name)| *name).collect();
        // All of the plan is due on one day, which the head says.
        let expected: Vec<&str> = (0..COLUMNS)
            .filter(|n| *n != due && (*n != out || out == breakdown::MEASURES))
            .map(|n| words.columns[usize::from(n)])
            .collect();
        assert_eq!(names, expected);
        let html = html(paper);
        assert_eq!(html.matches("完成時限</dt><dd>2021年12月31日").count(), usize::from(out != due));
        let rows = html.split("<tr class=\"row-measure\">").skip(1);
        let spread = rows.map(|row| row.split("</tr>").next().unwrap().matches("<td").count()).max();
        assert_eq!(spread, Some(expected.len()));
    }
}

#[test]
fn the_report_says_the_figures_of_the_overview() {
    let plan = haidong();
    let ledger = busy(&plan);
    let overview = yaodian::domain::overview::Overview::of(&plan, &ledger);
    let measures = plan.scope_measures(Party::Coordinator);
    let html = html(report::paper(&wanted(&plan, Party::Coordinator, &measures, Some(&ledger))));
    let row = |name: &str, tally: yaodian::domain::rollup::Tally, party: Party| {
        let mut cells = vec![name.to_owned(), tally.counted().to_string()];
        cells.extend(yaodian::domain::rollup::State::ALL.map(|state| tally.of(state).to_string()));
        cells.push(tally.done(party).percent().map_or("—".to_owned(), |percent| format!("{percent}%")));
        ["<td>", &cells.join("</td><td>"), "</td>"].concat()
    };
    assert!(html.contains(&row("合計", overview.plan.all, Party::Coordinator)));
    for (section, tally) in plan.sections.iter().zip(&overview.plan.sections) {
        let name = [section.path.last().unwrap().as_str(), plan.text(section.title)].concat();
        assert!(html.contains(&row(&name, *tally, Party::Coordinator)), "{name}");
    }
    for party in &overview.parties {
        let name = plan.printed_name(party.party).expect("the coordinator is not among them");
        assert!(html.contains(&row(name, party.all, party.party)), "{name}");
    }
    let behind = overview.concerns.iter().filter(|concern| concern.behind).count();
    let problems = overview.concerns.iter().filter(|concern| !concern.problem.is_empty()).count();
    assert!(html.contains(&format!("填報為滯後的 {behind} 條，寫明問題的 {problems} 條。")));
    let given = overview.targets.iter().filter(|target| !target.actual.given.is_empty()).count();
    assert!(html.contains(&format!("量化目標共 {} 個，{given} 個已填報實際值", overview.targets.len())));
}

/// What is signed off and what is only reported as done are not called by one name.
#[test]
fn a_rate_says_of_what_it_is() {
    #[track_caller]
    fn check(html: &str, rows: &[(&str, &str)], sentence: &str) {
        let heads = html.split("<thead>").skip(1).map(|table| text(table.split("</thead>").next().unwrap()));
        let rates: Vec<String> = heads.filter(|head| head.contains("總數")).collect();
        assert_eq!(rates.len(), rows.len());
        for (head, (first, rate)) in rates.iter().zip(rows) {
            assert!(head.starts_with(first) && head.ends_with(rate), "{head}");
            assert!(html.contains(&format!("<b>{rate}</b>：")), "{rate} is explained");
        }
        assert!(html.contains(sentence), "{sentence}");
        assert!(!html.replace("填報完成率", "").contains("完成率"), "nothing is a rate of itself");
    }
    let plan = haidong();
    let education = unit(&plan, "市教育局");
    let mut ledger = Ledger::default();
    for (party, id) in [
        (education, measure(2, 1)),
        (education, measure(2, 2)),
        (Party::Coordinator, measure(2, 2)),
        (Party::Coordinator, measure(2, 3)),
    ] {
        ledger.set(Change { key: MarkKey::Placed(party, id), field: Field::Status, value: "done".into() }, 5);
    }
    let report = |party| {
        let measures = plan.scope_measures(party);
        html_of(measuring_sheet(&report::paper(&wanted(&plan, party, &measures, Some(&ledger)))))
    };
    let whole = report(Party::Coordinator);
    check(&whole, &[("部分", "銷號率"), ("填報單位", "填報完成率")], "已銷號 2 條，共 129 條，銷號率 1%。");
    assert!(
        whole.contains("<td>市教育局</td><td>17</td><td>2</td><td>1</td>"),
        "its report is beside what is signed off"
    );
    let own = report(education);
    check(&own, &[("部分", "填報完成率")], "填報為已完成的（含已銷號）3 條，共 17 條，填報完成率 17%。");
    assert!(!own.contains("銷號率"), "only what a table has is explained");
}

#[test]
fn the_time_of_a_year_is_called_that() {
    let mut plan = haidong();
    let measures = plan.scope_measures(Party::Coordinator);
    let says = |plan: &Plan, words: &str| {
        let html = html_of(measuring_sheet(&report::paper(&wanted(plan, Party::Coordinator, &measures, None))));
        assert!(html.contains(words), "{words}");
    };
    says(&plan, "。全年時間進度 74%。");
    plan.meta.due.as_mut().expect("it is due").value = "2023-12-31".into();
    says(&plan, "。時間進度 24%。");
}

/// Where a task or a duty has no title, nothing ends there: no 。 stands alone.
#[test]
fn what_has_no_title_has_no_stop_of_its_own() {
    let mut plan = haidong();
    for task in &mut plan.tasks {
        task.title = Span::default();
    }
    for passage in &mut plan.standing {
        passage.title = Span::default();
        for (n, duty) in passage.duties.iter_mut().enumerate() {
            duty.title = Span::default();
            if n == 1 {
                duty.label = Span::default();
            }
        }
    }
    let no_stop = |place: &str, html: &str| {
        for lone in ["<p>。", "<b>。", "<strong>。", "\">。", "(一)。", "(三)。", "、。", ". 。", "。。", "1。", "2。"]
        {
            assert!(!html.contains(lone), "{place}: {lone}");
        }
        assert!(html.contains("(一)") && html.contains(plan.text(plan.measures().next().unwrap().span)), "{place}");
    };
    let measures = plan.scope_measures(Party::Coordinator);
    // The document has what its pieces say.
    for (name, make) in MAKES.into_iter().filter(|(name, _)| !matches!(*name, "report" | "document")) {
        no_stop(name, &html_of(measuring_sheet(&make(&wanted(&plan, Party::Coordinator, &measures, None)))));
    }
}

/// A heading over sections stands once before the first of them that is on the paper; in figures their numbers say which is which.
#[test]
fn headings_over_sections_are_printed_with_them() {
    let source = "某縣2024年工作要點\n一、生態\n（一）水利\n1.修渠。修渠3條。（縣水利局）\n（二）林草\n2.造林。造林5畝。（縣林草局）\n二、民生\n\
                  （一）養老\n3.建食堂。建3個。（縣民政局、縣林草局）\n";
    let plan = Plan { id: "made-up".into(), ..read(source).plan };
    let ledger = busy(&plan);
    let bands = |party: Party| {
        let measures = plan.scope_measures(party);
        let html = html(MAKES[1].1(&wanted(&plan, party, &measures, None)));
        let bands = html.split("row-apart\"").skip(1).filter_map(|row| row.split("</th>").next());
        bands.map(|band| band.rsplit('>').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(bands(Party::Coordinator), ["一、生態", "（一）水利", "（二）林草", "二、民生", "（一）養老"]);
    assert_eq!(bands(unit(&plan, "縣林草局")), ["一、生態", "（二）林草", "二、民生", "（一）養老"]);
    let all = plan.scope_measures(Party::Coordinator);
    let report = text(&html(report::paper(&wanted(&plan, Party::Coordinator, &all, Some(&ledger)))));
    for name in ["一（一）水利", "（二）林草", "二（一）養老"] {
        assert!(report.contains(name), "{name} stands in the report: {report}");
    }
}

#[test]
fn a_heading_ends_where_it_has_words() {
    #[track_caller]
    fn check(label: &str, title: &str, heading: &str, lead_in: &str) {
        assert_eq!((words::heading(label, title), words::lead_in(label, title)), (heading.into(), lead_in.into()));
    }
    check("三", "組織實施", "三、組織實施", "三、組織實施。");
    check("(一)", "加強協調", "(一)加強協調", "(一)加強協調。");
    check("1", "放開限制", "1. 放開限制", "1. 放開限制。");
    check("", "放開限制", "放開限制", "放開限制。");
    check("三", "", "三", "三、");
    check("(一)", "", "(一)", "(一)");
    check("1", "", "1", "1. ");
    check("", "", "", "");
}

#[test]
fn a_blank_report_leaves_room_and_invents_nothing() {
    let plan = haidong();
    let measures = plan.scope_measures(Party::Coordinator);
    let html = html(report::paper(&wanted(&plan, Party::Coordinator, &measures, None)));
    assert!(html.contains("已銷號 ＿＿ 條") && html.contains("銷號率 ＿＿"));
    assert!(!html.contains("沒有填報為滯後的事項"));
    assert!(!html.contains("%</td>"));
}

#[test]
fn a_document_is_made_of_whole_lines_and_headings_stay_with_their_text() {
    let plan = haidong();
    let measures = plan.scope_measures(Party::Coordinator);
    let (paper, layout) = lay_out(document::paper(&wanted(&plan, Party::Coordinator, &measures, None)));
    for sheet in &layout.sheets {
        let last = paper.blocks[sheet.clone()].last().unwrap();
        assert!(!last.keep_with_next, "a heading is the last of a sheet");
    }
    // All sheets but the last are as full as they can be: no line more would fit.
    let full = FRAME - LINE.1;
    for sheet in layout.sheets.iter().rev().skip(1) {
        let used: f64 = paper.blocks[sheet.clone()].iter().map(|b| lines(&text(&html_of(b.tree.clone())))).sum();
        assert!(used > full - 2.0 * LINE.1, "{used}");
    }
    let printed = without_page_numbers(&text(&html_of(sheets(&paper, &layout))));
    for span in &plan.preamble {
        assert_eq!(printed.matches(plan.text(*span)).count(), 1);
    }
}

/// Two chapters, loose paragraphs, statements between measures, numbers that restart: all of it stands where it is printed.
#[test]
fn the_text_of_a_plan_is_printed_and_shown_line_by_line() {
    let plan = Plan { id: "made-up".into(), ..read(MADE_UP).plan };
    let measures = plan.scope_measures(Party::Coordinator);
    same("document-made-up-blank", &html(document::paper(&wanted(&plan, Party::Coordinator, &measures, None))));
    // Of one task one measure is asked for, of the others none: no other statement, no other part is printed.
    let some = &measures[1..2];
    let ledger = busy(&plan);
    same("document-made-up-filled", &html(document::paper(&wanted(&plan, Party::Coordinator, some, Some(&ledger)))));
    leptos::prelude::Owner::new().with(|| {
        leptos::prelude::provide_context(Store::new(plan, Settings::default(), Lang::ZhHans, || 0));
        same("text-made-up", &html_of(full_text::full_text()));
    });
}

/// Nothing of a plan's text is lost or moved, on paper or on the screen.
#[track_caller]
fn stands_whole(plan: &Plan) {
    let in_order = |place: &str, html: &str| {
        let words = text(html).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let mut rest = words.as_str();
        for piece in running::lines(plan).iter().flat_map(|line| &line.parts).map(|part| plan.text(part.piece.span)) {
            let Some(at) = rest.find(piece) else { panic!("{place}: {piece} is not behind what it follows") };
            rest = &rest[at + piece.len()..];
        }
    };
    let measures = plan.scope_measures(Party::Coordinator);
    let paper = document::paper(&wanted(plan, Party::Coordinator, &measures, None));
    in_order("the paper", &paper.blocks.iter().map(|block| html_of(block.tree.clone())).collect::<String>());
    leptos::prelude::Owner::new().with(|| {
        let settings = Settings { rendition: Some(Rendition::Record), ..Settings::default() };
        leptos::prelude::provide_context(Store::new(plan.clone(), settings, Lang::ZhHant, || 0));
        in_order("the screen", &html_of(full_text::full_text()));
    });
}

#[test]
fn every_piece_of_a_plan_stands_where_the_source_has_it() {
    for text in [MADE_UP, COUNTY, TABLE] {
        stands_whole(&read(text).plan);
    }
    stands_whole(&haidong());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_piece_of_any_plan_stands_where_the_source_has_it(lines in prop::collection::vec(prop::sample::select(MADE_UP.lines().collect::<Vec<_>>()), 0..24)) {
        stands_whole(&read(&lines.join("\n")).plan);
    }

    #[test]
    fn every_piece_of_any_text_stands_where_the_source_has_it(text in "[一二三、（）()12.。；：，\n \t年月日底前到局委负责牵头单位等个%|*#第条万A<&]{0,120}") {
        stands_whole(&read(&text).plan);
    }
}

/// Leads, supports and deadlines: inside measures, in a statement on one of them, of whole tasks. Some are past on 2021-09-30.
pub const DUE: &str = "\
某縣2021年重點工作要點

一、工程建設
1. 新建水廠。6月底前完成主體工程，新增供水能力2萬噸。年底前建成供水。（牽頭單位：縣水利局；配合單位：縣財政局）
2. 改造管網。更換老舊管道120公里。漏損率控制在10%以內。（牽頭單位：縣住建局；配合單位：縣水利局；完成時限：2021年10月15日前）
二、運行管理
3. 檢測水質。每月檢測一次。（責任單位：縣衛健局）公開結果。（責任單位：縣水利局；完成時限：三季度前）
4. 收繳水費。長期堅持。（縣水利局）
";

#[test]
fn roles_and_deadlines_are_printed() {
    let plan = Plan { id: "made-up".into(), ..read(DUE).plan };
    let ledger = busy(&plan);
    let party = unit(&plan, "縣水利局");
    let measures = plan.scope_measures(party);
    let all = plan.scope_measures(Party::Coordinator);
    let [checklist, breakdown, _, report, _] = MAKES;
    for (name, make) in [checklist, breakdown, report] {
        same(&format!("due-{name}-blank"), &html(make(&wanted(&plan, party, &measures, None))));
        same(&format!("due-{name}-filled"), &html(make(&wanted(&plan, Party::Coordinator, &all, Some(&ledger)))));
    }
}

#[test]
fn papers_of_a_plan_that_was_mended_say_who_answers_as_mended() {
    let mut plan = Plan { id: "made-up".into(), ..read(DUE).plan };
    // A unit has another name, one was added, of another nothing is left; and so a correction stands beside the text.
    let (water, housing) = (plan.unit_named("縣水利局").unwrap(), plan.unit_named("縣住建局").unwrap());
    plan.units[water] = Unit { key: "縣水務局".into(), aliases: vec!["縣水利局".into()], ..Unit::default() };
    let added = Assignment { who: Assignee::Unit(housing), role: Role::Support, span: Span::default() };
    plan.tasks[0].responsibilities[0].assigned.push(added);
    plan.tasks[3].responsibilities[0].assigned.clear();
    plan.corrections = vec!["a correction".into()];
    let all = plan.scope_measures(Party::Coordinator);
    for (name, make) in MAKES.into_iter().take(2) {
        let said = text(&html(make(&wanted(&plan, Party::Coordinator, &all, None))));
        assert!(said.contains("（牽頭：縣水務局；配合：縣財政局、縣住建局）"), "{name}: {said}");
        assert!(!said.contains("縣水利局"), "{name}: {said}");
    }
}

#[test]
fn papers_look_as_they_did() {
    let plan = haidong();
    let ledger = busy(&plan);
    let party = unit(&plan, "市教育局");
    let measures = plan.scope_measures(party);
    for (name, make) in MAKES.into_iter().skip(1) {
        same(&format!("{name}-blank"), &html(make(&wanted(&plan, party, &measures, None))));
        same(&format!("{name}-filled"), &html(make(&wanted(&plan, party, &measures, Some(&ledger)))));
    }
    let all = plan.scope_measures(Party::Coordinator);
    same("report-whole", &html(report::paper(&wanted(&plan, Party::Coordinator, &all, Some(&ledger)))));
    // Where lights are switched off the report speaks of none.
    for with_lights in [true, false] {
        let request = PaperRequest { with_lights, ..wanted(&plan, Party::Coordinator, &all, Some(&ledger)) };
        let said = text(&html(report::paper(&request)));
        assert_eq!(said.matches("紅燈").count(), if with_lights { 2 } else { 0 }, "{with_lights}: {said}");
        assert!(!with_lights || said.contains("黃燈"), "{said}");
        assert!(with_lights || !said.contains('燈'), "{said}");
    }
}

/// What is most needed of the report is on its first sheet, down to the line to be signed, however many problems there are and however
/// little room.
#[test]
fn the_first_page_of_a_report_is_one_sheet() {
    let plan = haidong();
    let mut ledger = busy(&plan);
    for (n, measure) in plan.measures().enumerate().filter(|(n, _)| n % 9 == 0) {
        let key = MarkKey::Placed(Party::Locality(n % 6), measure.id);
        let problem = format!("{n}{}", "用地指標不足，".repeat(n % 5 + 1));
        for (field, value) in [(Field::Status, "behind"), (Field::Problem, &*problem), (Field::NextStep, &*problem)] {
            ledger.set(Change { key: key.clone(), field, value: value.into() }, 7);
        }
    }
    let all = plan.scope_measures(Party::Coordinator);
    let made = || report::paper(&wanted(&plan, Party::Coordinator, &all, Some(&ledger)));
    let opens = |paper: &Paper| paper.blocks.iter().position(|block| block.opens).expect("annexes");
    let rows = |paper: &Paper| {
        let tables = paper.blocks[..opens(paper)].iter().filter_map(|block| block.table);
        tables.fold([0; 4], |mut rows, table| {
            rows[table] += 1;
            rows
        })
    };
    // The head of each table is a block, too.
    let whole = [8, 4, 4, 6];
    assert_eq!(rows(&made()), whole);
    let annexes = made().blocks.len() - opens(&made());
    let mut on_one_sheet = Vec::new();
    for frame in (0..100).map(|n| 1_400.0 - 10.0 * f64::from(n)) {
        let (paper, layout) = lay_out_on(made(), frame);
        assert_eq!(paper.blocks.len() - opens(&paper), annexes, "on {frame}: annexes have all");
        if layout.sheets[0] == (0..opens(&paper)) {
            on_one_sheet.push(rows(&paper));
        } else {
            assert_eq!(rows(&paper), whole, "on {frame}: where even that is too much, nothing is left out");
            assert!(layout.sheets.iter().any(|sheet| sheet.end == opens(&paper)), "on {frame}: annexes begin a sheet");
        }
    }
    on_one_sheet.dedup();
    let rows_of = |spared: [usize; 3]| [8, 4 - spared[0], 4 - spared[1], 6 - spared[2]];
    let expected = [[0, 0, 0], [0, 0, 1], [0, 0, 2], [0, 0, 3], [0, 0, 4], [0, 1, 4], [0, 2, 4], [1, 2, 4], [2, 2, 4]];
    assert_eq!(on_one_sheet, expected.map(rows_of), "problems go first, then targets, then bodies; one of each stays");
}
