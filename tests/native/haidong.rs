//! What the reader must read in the Haidong plan, counted by hand.

use yaodian::domain::plan::{Assignee, Comparator, PieceKind, Plan, Reach, Role};
use yaodian::domain::script::simplify;
use yaodian::reader::read;

const SOURCE: &str = include_str!("../../plans/haidong-2021/source.txt");

/// Sentences per task, 1 to 22.
const SENTENCES: [usize; 22] = [4, 6, 4, 4, 6, 7, 2, 5, 7, 3, 7, 7, 9, 8, 4, 8, 7, 8, 5, 5, 6, 7];

/// Task, words, comparator, value, unit.
const TARGETS: [(&str, &str, Comparator, f64, &str); 17] = [
    ("2", "10所", Comparator::Exactly, 10.0, "所"),
    ("2", "15個工作日以內", Comparator::AtMost, 15.0, "個工作日"),
    ("2", "鄉鎮全覆蓋", Comparator::Exactly, 100.0, "%"),
    ("3", "2.4萬人次", Comparator::Exactly, 2.4, "萬人次"),
    ("3", "9千人以上", Comparator::AtLeast, 9.0, "千人"),
    ("3", "49萬人次", Comparator::Unstated, 49.0, "萬人次"),
    ("7", "1小時", Comparator::Exactly, 1.0, "小時"),
    ("10", "2個", Comparator::Exactly, 2.0, "個"),
    ("13", "消除劣Ⅴ類水體斷面", Comparator::Eliminate, 0.0, "斷面"),
    ("16", "5349套", Comparator::Exactly, 5349.0, "套"),
    ("16", "11645戶", Comparator::Exactly, 11645.0, "戶"),
    ("16", "1841套", Comparator::Exactly, 1841.0, "套"),
    ("16", "兩縣", Comparator::Exactly, 2.0, "縣"),
    ("17", "三條", Comparator::Exactly, 3.0, "條"),
    ("20", "30年", Comparator::Exactly, 30.0, "年"),
    ("21", "120個", Comparator::Exactly, 120.0, "個"),
    ("22", "社區全覆蓋", Comparator::Exactly, 100.0, "%"),
];

fn plan() -> Plan {
    read(SOURCE).plan
}

#[test]
fn nothing_is_left_to_remark() {
    assert_eq!(read(SOURCE).diagnostics, Vec::new(), "diagnostics of the Haidong plan");
}

#[test]
fn sections_and_tasks_are_those_printed() {
    let plan = plan();
    let sections: Vec<(&str, usize)> = plan.sections.iter().map(|s| (plan.text(s.title), s.tasks.len())).collect();
    let expected = [
        ("提高農牧業轉移人口市民化質量", 4),
        ("提升城市群和都市圈承載能力", 3),
        ("統籌推進城市和城鎮協調發展", 3),
        ("加快建設現代化城市", 6),
        ("提升市域治理水平", 2),
        ("加快推進城鄉融合發展", 4),
    ];
    assert_eq!(sections, expected, "sections and how many tasks they have");
    assert_eq!(plan.sections[0].path, ["二", "(一)"], "path of the first section");
    let ids: Vec<String> = plan.tasks.iter().map(|t| t.id.to_string()).collect();
    let numbers: Vec<String> = (1..=22).map(|n: u16| n.to_string()).collect();
    assert_eq!(ids, numbers, "task numbers");
    assert_eq!(plan.tasks[2].path, ["二", "(一)", "3"], "path of task 3");
    assert_eq!(plan.text(plan.tasks[21].title), "縮小城鄉基本公共服務差距", "title of task 22");
}

#[test]
fn measures_are_the_sentences() {
    let plan = plan();
    let counts: Vec<usize> = plan.tasks.iter().map(|t| t.measures.len()).collect();
    assert_eq!(counts, SENTENCES, "sentences per task");
    assert_eq!(plan.measures().count(), 129, "all measures");
    for measure in plan.measures() {
        assert!(plan.text(measure.span).ends_with('。'), "measure {} ends with its mark", measure.id);
        assert_eq!(measure.responsibility, None, "measure {} has no statement of its own", measure.id);
    }
    assert!(plan.tasks.iter().all(|t| t.deadlines.is_empty()), "no task has a deadline of its own");
}

#[test]
fn everybody_named_is_assigned() {
    let plan = plan();
    let mut units = 0;
    let mut reaches = Vec::new();
    for task in &plan.tasks {
        assert_eq!(task.responsibilities.len(), 1, "statements of task {}", task.id);
        assert!(task.responsibilities[0].open, "task {} says 等部門", task.id);
        for assigned in task.assigned() {
            assert_eq!(assigned.role, Role::Responsible, "roles in task {}", task.id);
            match assigned.who {
                Assignee::Unit(unit) => {
                    assert_eq!(plan.units[unit].key, plan.text(assigned.span), "the name as printed");
                    units += 1;
                }
                Assignee::Localities(reach) => reaches.push((task.id.to_string(), reach)),
                Assignee::Locality(_) | Assignee::Generic => {
                    panic!("{} in task {} is nobody in particular", plan.text(assigned.span), task.id)
                }
            }
        }
    }
    assert_eq!(units, 96, "assignments of tasks to units");
    assert_eq!(reaches.len(), 22, "every task names localities");
    for (task, reach) in reaches {
        let undetermined = ["5", "6", "7"].contains(&task.as_str());
        let expected = if undetermined { Reach::Undetermined } else { Reach::All };
        assert_eq!(reach, expected, "localities of task {task}");
    }
    assert_eq!(plan.units.len(), 32, "printed names of units, one body under two of them");
    assert_eq!(plan.units[0].key, "市公安局", "the first name printed");
    for name in ["市市場監管局", "人民銀行海東中心支行", "市文體旅遊廣電局", "市文體廣電旅遊局"]
    {
        assert!(plan.unit_named(name).is_some(), "{name} is among the units");
    }
}

#[test]
fn targets_are_those_of_the_table() {
    let plan = plan();
    let mut found = Vec::new();
    for task in &plan.tasks {
        for target in task.measures.iter().flat_map(|m| &m.targets) {
            found.push((
                task.id.to_string(),
                plan.text(target.span),
                target.comparator,
                target.value,
                target.unit.as_str(),
            ));
        }
    }
    let expected =
        TARGETS.map(|(task, words, comparator, value, unit)| (task.to_owned(), words, comparator, value, unit));
    assert_eq!(found, expected, "targets in printed order");
}

#[test]
fn what_stands_around_the_tasks_is_known() {
    let plan = plan();
    assert_eq!(plan.text(plan.meta.title), "海東市2021年新型城鎮化和城鄉融合發展工作要點", "title");
    let value = |fact: &Option<yaodian::domain::plan::Fact>| fact.as_ref().map(|f| f.value.clone());
    assert_eq!(value(&plan.meta.issuer).as_deref(), Some("海東市人民政府辦公室"), "issuer");
    assert_eq!(value(&plan.meta.issued).as_deref(), Some("2021-07-20"), "date");
    assert_eq!(plan.meta.number, None, "the text cites the number of another document only");
    assert_eq!(plan.preamble.len(), 1, "preamble");
    assert_eq!(plan.general.iter().map(|p| plan.text(p.title)).collect::<Vec<_>>(), ["總體要求"], "general passages");
    assert_eq!(plan.standing.len(), 1, "passages after the tasks");
    let duties: Vec<&str> = plan.standing[0].duties.iter().map(|p| plan.text(p.title)).collect();
    assert_eq!(duties, ["加強部門協調", "壓實各級責任", "強化宣傳引導"], "standing duties");
    let furniture = plan.pieces.iter().filter(|p| p.kind == PieceKind::Furniture);
    assert_eq!(
        furniture.map(|p| plan.text(p.span)).collect::<Vec<_>>(),
        ["相關詞條", "熱門詞條", "聯絡我們"],
        "furniture"
    );
}

#[test]
fn pieces_give_the_text_back() {
    let plan = plan();
    let text: String = plan.pieces.iter().map(|p| plan.text(p.span)).collect();
    assert_eq!(text, SOURCE, "the pieces in order");
    for piece in plan.pieces.iter().filter(|p| p.kind == PieceKind::Gap) {
        let words = plan.text(piece.span);
        assert!(!words.chars().any(char::is_alphanumeric), "a gap holds words: {words:?}");
    }
}

#[test]
fn the_simplified_text_reads_alike() {
    let simplified: String = SOURCE.chars().map(simplify).collect();
    assert_ne!(simplified, SOURCE, "the scripts differ");
    let (traditional, simplified) = (plan(), read(&simplified).plan);
    let shape = |plan: &Plan| {
        plan.tasks
            .iter()
            .map(|t| {
                let measures: Vec<_> = t.measures.iter().map(|m| (m.id, m.span, m.targets.len())).collect();
                (t.id, t.title, measures, t.responsibilities.clone())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(shape(&simplified), shape(&traditional), "tasks, measures, statements");
    assert_eq!(simplified.pieces, traditional.pieces, "pieces");
    assert_eq!(simplified.units.len(), traditional.units.len(), "units");
}
