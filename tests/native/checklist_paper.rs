//! The checklist on paper: what it says, for everybody who can have one, and how it is written as HTML.
//!
//! What all papers have in common is tested in `papers.rs`.

use crate::ledger::ticking;
use crate::papers::{lay_out, same, text, unit, wanted};
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan};
use yaodian::domain::reading::simplified;
use yaodian::domain::script::Rendition;
use yaodian::element::html::html as html_of;
use yaodian::persist::embedded::plan as haidong;
use yaodian::print::batch::{Names, contents};
use yaodian::print::checklist::ChecklistPaper;
use yaodian::print::layout::Layout;
use yaodian::print::model::{DutyParagraph, PaperRow};
use yaodian::print::paper::{Paper, sheets};
use yaodian::print::request::PaperRequest;
use yaodian::reader::read;
use yaodian::text::paper::PaperWords;

const SCRIPTS: [Rendition; 2] = [Rendition::Record, Rendition::Simplified];

/// The whole checklist of a party.
fn whole(plan: &Plan, party: Party, rendition: Rendition, ledger: Option<&Ledger>) -> ChecklistPaper {
    part(plan, party, rendition, &plan.scope_measures(party), ledger, "")
}

fn part(
    plan: &Plan,
    party: Party,
    rendition: Rendition,
    measures: &[MeasureId],
    ledger: Option<&Ledger>,
    filters: &str,
) -> ChecklistPaper {
    ChecklistPaper::new(&PaperRequest { rendition, filters, ..wanted(plan, party, measures, ledger) })
}

fn locality(plan: &Plan, name: &str) -> Party {
    Party::Locality(plan.localities.iter().position(|l| l.key == name).expect("a locality of the plan"))
}

/// Every third measure is ticked by everybody.
fn some_done(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    for (i, id) in plan.measures().map(|measure| measure.id).enumerate().step_by(3) {
        for party in plan.parties().filter(|party| *party != Party::Coordinator || i % 2 == 0) {
            ledger.set(ticking(MarkKey::Placed(party, id), true), 1_632_963_600_000);
        }
    }
    ledger
}

/// A ledger of one report.
fn one_report(party: Party, id: MeasureId) -> Ledger {
    let mut ledger = Ledger::default();
    let fields = [
        (Field::Status, "behind"),
        (Field::Progress, "已開工8所，\n其中6所完工"),
        (Field::Problem, "資金 <缺口>"),
        (Field::NextStep, "申請補助"),
        (Field::Actual(1), "6"),
    ];
    for (field, value) in fields {
        ledger.set(Change { key: MarkKey::Placed(party, id), field, value: value.into() }, 1_632_963_600_000);
    }
    ledger
}

#[test]
fn a_filled_paper_says_what_was_reported_and_a_blank_one_does_not() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let ledger = one_report(party, crate::ledger::measure(2, 3));
    let filled = html(&whole(&plan, party, Rendition::Record, Some(&ledger)));
    for words in
        ["<b>滯後</b>", "<span>進展：</span>已開工8所，\n其中6所完工", "資金 &lt;缺口&gt;", "申請補助", "實際 6 所"]
    {
        assert_eq!(filled.matches(words).count(), 1, "{words}");
    }
    assert_eq!(filled.matches("<b>未填報</b>").count(), 16);
    let blank = html(&whole(&plan, party, Rendition::Record, None));
    assert!(!blank.contains("滯後") && !blank.contains("未填報"));
    // Another unit of the same task is not spoken for; the coordinator sees how many have reported.
    let finance = html(&whole(&plan, unit(&plan, "市財政局"), Rendition::Record, Some(&ledger)));
    assert!(!finance.contains("滯後") && !finance.contains("申請補助"));
    let all = html(&whole(&plan, Party::Coordinator, Rendition::Record, Some(&ledger)));
    assert!(all.contains("<b>各方填報 1/12 · 滯後 1</b>"));
    // What the plan does not say to be the locality's is not called unreported.
    let ledu = whole(&plan, locality(&plan, "樂都區"), Rendition::Record, Some(&ledger));
    let states = ledu.rows.iter().filter_map(|row| match row {
        PaperRow::Measure(measure) => Some(measure.state.as_str()),
        _ => None,
    });
    assert_eq!(states.filter(|state| state.is_empty()).count(), 15);
}

fn numbers(paper: &ChecklistPaper) -> Vec<String> {
    let number = |row: &PaperRow| match row {
        PaperRow::Measure(measure) => Some(measure.no.clone()),
        _ => None,
    };
    paper.rows.iter().filter_map(number).collect()
}

fn cut(paper: &ChecklistPaper) -> (Paper, Layout) {
    lay_out(paper.paper())
}

fn html(paper: &ChecklistPaper) -> String {
    let (paper, layout) = cut(paper);
    html_of(sheets(&paper, &layout))
}

#[test]
fn a_paper_holds_every_measure_of_its_party_once_and_no_other() {
    let plan = haidong();
    let parties: Vec<Party> = plan.parties().collect();
    assert_eq!(parties.len(), 1 + 31 + 6);
    for party in parties {
        let own: Vec<String> = plan.scope_measures(party).iter().map(ToString::to_string).collect();
        let texts: Vec<&str> = plan.measures().map(|measure| plan.text(measure.span)).collect();
        for rendition in SCRIPTS {
            let paper = whole(&plan, party, rendition, None);
            assert_eq!(numbers(&paper), own, "{}", plan.party_key(party));
            let words = text(&html(&paper));
            for (measure, record) in plan.measures().zip(&texts) {
                let sentence = if rendition == Rendition::Record {
                    (*record).to_owned()
                } else {
                    simplified(record, &plan.rewordings)
                };
                let expected = usize::from(own.contains(&measure.id.to_string()));
                assert_eq!(words.matches(&sentence).count(), expected, "{} {}", plan.party_key(party), measure.id);
            }
        }
    }
}

#[test]
fn every_sheet_is_numbered_and_the_last_is_signed() {
    let plan = haidong();
    for party in plan.parties() {
        let paper = whole(&plan, party, Rendition::Record, None);
        let count = cut(&paper).1.sheets.len();
        let html = html(&paper);
        let sheets: Vec<&str> = html.split("<section class=\"sheet").skip(1).collect();
        assert_eq!(sheets.len(), count);
        for (number, sheet) in sheets.iter().enumerate() {
            assert!(sheet.contains(&format!("第 {} 頁 共 {count} 頁", number + 1)));
            assert_eq!(sheet.contains("填報單位（蓋章）"), number + 1 == count);
            assert_eq!(sheet.contains("paper-title"), number == 0);
            assert_eq!(sheet.contains("paper-running"), number > 0);
            assert!(sheet.contains("<thead>"));
        }
    }
}

#[test]
fn no_sheet_ends_with_a_task_and_a_task_that_goes_on_says_so() {
    let plan = haidong();
    let paper = whole(&plan, Party::Coordinator, Rendition::Record, None);
    let (cut, layout) = cut(&paper);
    let measures: Vec<bool> = cut.blocks.iter().map(|block| block.table.is_some() && block.above.is_some()).collect();
    let mut going_on = 0;
    for sheet in &layout.sheets {
        assert!(sheet.is_empty() || cut.blocks[sheet.end - 1].table.is_none() || measures[sheet.end - 1]);
        going_on += usize::from(sheet.start > 0 && measures[sheet.start]);
    }
    assert!(going_on > 3);
    assert_eq!(html(&paper).matches("（續）").count(), going_on);
}

#[test]
fn standing_requirements_are_on_every_paper() {
    let plan = haidong();
    for party in plan.parties() {
        let paper = whole(&plan, party, Rendition::Record, None);
        let html = text(&html(&paper));
        for words in ["三、組織實施", "(一)加強部門協調。市有關部門", "(二)壓實各級責任。", "(三)強化宣傳引導。"]
        {
            assert_eq!(html.matches(words).count(), 1, "{words}");
        }
    }
}

#[test]
fn duties_inside_of_duties_are_on_it_too() {
    let text = "某市2024年工作要點\n一、任務\n1. 建窗口。設窗口。(市教育局負責)\n二、保障措施\n(一)加強領導。\n1. 壓實責任。明確分工。\n\
                2. 定期調度。每月通報。\n(二)加強宣傳。開展宣傳。\n";
    let plan = read(text).plan;
    let lines = whole(&plan, Party::Coordinator, Rendition::Record, None).standing;
    let said: Vec<String> = lines
        .into_iter()
        .map(|line| match line {
            DutyParagraph::Heading(words) => words,
            DutyParagraph::Paragraph { lead_in, text } => lead_in + &text,
        })
        .collect();
    let expected = [
        "二、保障措施",
        "(一)加強領導。",
        "1. 壓實責任。明確分工。",
        "2. 定期調度。每月通報。",
        "(二)加強宣傳。開展宣傳。",
    ];
    assert_eq!(said, expected);
}

#[test]
fn boxes_are_empty_on_a_blank_form_and_ticked_where_done_on_a_filled_one() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let done = some_done(&plan);
    let own = plan.scope_measures(party);
    let own_done = own.iter().filter(|id| done.done(party, **id)).count();
    let count = |html: &str, mark: &str| html.matches(&format!("<td class=\"col-box\">{mark}</td>")).count();
    let blank = html(&whole(&plan, party, Rendition::Record, None));
    assert_eq!((count(&blank, "□"), count(&blank, "√")), (own.len(), 0));
    let paper = whole(&plan, party, Rendition::Record, Some(&done));
    assert_eq!(paper.facts.scope, format!("全部 3 項任務、17 條舉措，已完成 {own_done} 條"));
    let filled = html(&paper);
    assert_eq!((count(&filled, "□"), count(&filled, "√")), (own.len() - own_done, own_done));
    for html in [blank, filled] {
        assert!(!html.contains(['☐', '☑', '✓', '✔']), "a character that Chinese fonts lack");
    }
}

#[test]
fn what_the_filters_leave_is_printed_and_said() {
    let plan = haidong();
    let party = unit(&plan, "市教育局");
    let all = plan.scope_measures(party);
    // One of another unit is asked for too, and does not come.
    let other = plan.measures().map(|measure| measure.id).find(|id| !all.contains(id)).unwrap();
    let paper = part(&plan, party, Rendition::Record, &[all[7], other, all[1], all[1]], None, "含「教育」");
    assert_eq!(numbers(&paper), [all[1].to_string(), all[7].to_string()]);
    assert_eq!(paper.facts.scope, "2 項任務、2 條舉措（全部 3 項、17 條）；篩選：含「教育」");
    let nothing = part(&plan, party, Rendition::Simplified, &[], None, "含“无”");
    assert_eq!(nothing.rows, [PaperRow::Nothing]);
    assert!(html(&nothing).contains("没有符合条件的举措"));
}

#[test]
fn tasks_whose_localities_the_plan_does_not_say_are_set_apart() {
    let plan = haidong();
    let paper = whole(&plan, locality(&plan, "樂都區"), Rendition::Record, None);
    let apart = paper.rows.iter().position(|row| *row == PaperRow::Undetermined).expect("a heading that sets apart");
    let task = |row: &PaperRow| match row {
        PaperRow::Task(task) => Some(task.no.clone()),
        _ => None,
    };
    assert_eq!(paper.rows[apart..].iter().filter_map(task).collect::<Vec<_>>(), ["5", "6", "7"]);
    assert_eq!(paper.rows[..apart].iter().filter_map(task).count(), 19);
    assert_eq!(paper.signer, "樂都區人民政府");
    assert!(!whole(&plan, unit(&plan, "市教育局"), Rendition::Record, None).rows.contains(&PaperRow::Undetermined));
}

#[test]
fn numbers_and_the_partys_own_name_stand_out() {
    let plan = haidong();
    let record = html(&whole(&plan, unit(&plan, "市教育局"), Rendition::Record, None));
    for words in ["<b class=\"num\">10所</b>", "<b class=\"num\">2.4萬人次</b>", "<b class=\"own\">市教育局</b>"]
    {
        assert!(record.contains(words), "{words}");
    }
    let simplified = html(&whole(&plan, unit(&plan, "市教育局"), Rendition::Simplified, None));
    for words in
        ["<b class=\"num\">2.4万人次</b>", "<b class=\"own\">市教育局</b>", "幼儿园", "lang=\"zh-Hans\"", "第 1 页"]
    {
        assert!(simplified.contains(words), "{words}");
    }
}

#[test]
fn the_list_of_contents_says_where_everybodys_checklist_begins() {
    let plan = haidong();
    let title = plan.text(plan.meta.title).to_owned();
    let words = PaperWords::of(plan.script);
    let names = Names { title, kind: words.contents, extent: words.scope };
    let cuts: Vec<(Paper, Layout)> =
        plan.parties().skip(1).map(|party| cut(&whole(&plan, party, Rendition::Record, None))).collect();
    let numbers = |html: &str| -> Vec<(usize, usize)> {
        let rows = html.split("<tr>").filter(|row| row.contains("<td>"));
        let cells = rows.map(|row| text(&row.replace("</td>", "\n")));
        let cells = cells.map(|row| row.lines().map(str::to_owned).collect::<Vec<_>>());
        cells.map(|cells| (cells[3].parse().unwrap(), cells[4].parse().unwrap())).collect()
    };
    for duplex in [false, true] {
        let own = lay_out(contents(&names, &cuts, 1, duplex).unwrap()).1.sheets.len();
        assert!(own >= 1);
        let (paper, layout) = lay_out(contents(&names, &cuts, own, duplex).unwrap());
        let html = html_of(sheets(&paper, &layout));
        let mut start = if duplex { own + own % 2 } else { own } + 1;
        let expected: Vec<(usize, usize)> = cuts
            .iter()
            .map(|(_, layout)| {
                let (sheets, began) = (layout.sheets.len(), start);
                start += if duplex { sheets + sheets % 2 } else { sheets };
                (sheets, began)
            })
            .collect();
        assert_eq!(numbers(&html), expected, "duplex: {duplex}");
        for (paper, _) in &cuts {
            assert!(html.contains(&format!("<td>{}</td>", paper.owner)), "{}", paper.owner);
        }
        if !duplex {
            same("contents", &html);
        }
    }
    assert!(contents(&names, &[], 1, false).is_none());
}

#[test]
fn papers_look_as_they_did() {
    let plan = haidong();
    let education = unit(&plan, "市教育局");
    let done = some_done(&plan);
    same("checklist-education-blank", &html(&whole(&plan, education, Rendition::Record, None)));
    same("checklist-education-filled", &html(&whole(&plan, education, Rendition::Record, Some(&done))));
    same("checklist-ledu-blank", &html(&whole(&plan, locality(&plan, "樂都區"), Rendition::Record, None)));
    same(
        "checklist-whole-filled-simplified",
        &html(&whole(&plan, Party::Coordinator, Rendition::Simplified, Some(&done))),
    );
}
