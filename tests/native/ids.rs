//! Ids that are nobody's number: they stay with their texts, whatever comes before, between or behind them.

use crate::layers::rust_files;
use crate::ledger::plan as haidong;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use yaodian::domain::carry::carry;
use yaodian::domain::common::common;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Label, MeasureId, Plan, TaskId, TaskLabel};
use yaodian::persist::ledger_file;
use yaodian::persist::plan_file::{from_text, to_text};
use yaodian::reader::read;
use yaodian::route::{Address, Anchor, Route};

const SOURCE: &str = include_str!("../../plans/haidong-2021/source.txt");

/// A task as it is written down: a title and sentences, each a number that stands for its words.
type Written = (usize, Vec<usize>);

/// The plan of a text in which these tasks stand, one section or several.
fn plan_of(tasks: &[Written], sections: bool) -> Plan {
    let mut text = String::from("某市2024年工作要點\n");
    for (i, (title, sentences)) in tasks.iter().enumerate() {
        let section = ["一", "二", "三", "四"].get(i / 2).filter(|_| i % 2 == 0 && (i == 0 || sections));
        text.extend(section.map(|no| format!("{no}、第{no}類任務\n")));
        let no = if sections && i < 8 { i % 2 + 1 } else { i + 1 };
        text.extend([format!("{no}. 做好第{title}件大事。")]);
        text.extend(sentences.iter().map(|word| format!("推進事項{word}落地見效。")));
        text += "（責任單位：市教育局）\n";
    }
    let mut plan = read(&text).plan;
    plan.id = "sample".into();
    let read: Vec<Vec<&str>> =
        plan.tasks.iter().map(|t| t.measures.iter().map(|m| plan.text(m.span)).collect()).collect();
    let meant: Vec<Vec<String>> =
        tasks.iter().map(|(_, words)| words.iter().map(|word| format!("推進事項{word}落地見效。")).collect()).collect();
    assert!(read == meant, "a text is not read as it is meant: {}", text.chars().take(2_000).collect::<String>());
    plan
}

/// What each measure says, by its id.
fn texts(plan: &Plan) -> BTreeMap<MeasureId, String> {
    plan.measures().map(|measure| (measure.id, plan.text(measure.span).to_owned())).collect()
}

/// The ids of the texts that are one measure's and no other's.
fn unique(plan: &Plan) -> HashMap<&str, MeasureId> {
    let mut all: HashMap<&str, Vec<MeasureId>> = HashMap::new();
    plan.measures().for_each(|measure| all.entry(plan.text(measure.span)).or_default().push(measure.id));
    all.into_iter().filter(|(_, ids)| ids.len() == 1).map(|(text, ids)| (text, ids[0])).collect()
}

/// What a hand does to a text.
#[derive(Clone, Debug)]
enum Edit {
    Insert(usize, usize, usize),
    Delete(usize, usize),
    Duplicate(usize, usize),
    Move(usize, usize, usize, usize),
    Retitle(usize, usize),
    InsertTask(usize, usize, Vec<usize>),
    DeleteTask(usize),
    DuplicateTask(usize),
    MoveTask(usize, usize),
}

impl Edit {
    fn make(&self, tasks: &mut Vec<Written>) {
        let at = |i: usize, length: usize| i % length.max(1);
        let count = tasks.len();
        match self.clone() {
            Self::InsertTask(i, title, words) => tasks.insert(at(i, count + 1), (title, words)),
            _ if tasks.is_empty() => {}
            Self::Insert(i, n, word) => {
                let words = &mut tasks[at(i, count)].1;
                words.insert(at(n, words.len() + 1), word);
            }
            Self::Delete(i, n) => {
                let words = &mut tasks[at(i, count)].1;
                (words.len() > 1).then(|| words.remove(at(n, words.len())));
            }
            Self::Duplicate(i, n) => {
                let words = &mut tasks[at(i, count)].1;
                let n = at(n, words.len());
                words.insert(n, words[n]);
            }
            Self::Move(i, n, j, m) => {
                let words = &mut tasks[at(i, count)].1;
                if words.len() > 1 {
                    let word = words.remove(at(n, words.len()));
                    let words = &mut tasks[at(j, count)].1;
                    words.insert(at(m, words.len() + 1), word);
                }
            }
            Self::Retitle(i, title) => tasks[at(i, count)].0 = title,
            Self::DeleteTask(i) => _ = (count > 1).then(|| tasks.remove(at(i, count))),
            Self::DuplicateTask(i) => tasks.insert(at(i, count), tasks[at(i, count)].clone()),
            Self::MoveTask(i, j) => {
                let task = tasks.remove(at(i, count));
                tasks.insert(at(j, count), task);
            }
        }
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let any = 0..40_usize;
    let (task, word) = (0..12_usize, 0..60_usize);
    prop_oneof![
        (task.clone(), any.clone(), word.clone()).prop_map(|(i, n, word)| Edit::Insert(i, n, word)),
        (task.clone(), any.clone()).prop_map(|(i, n)| Edit::Delete(i, n)),
        (task.clone(), any.clone()).prop_map(|(i, n)| Edit::Duplicate(i, n)),
        (task.clone(), any.clone(), task.clone(), any).prop_map(|(i, n, j, m)| Edit::Move(i, n, j, m)),
        (task.clone(), 0..20_usize).prop_map(|(i, title)| Edit::Retitle(i, title)),
        (task.clone(), 0..20_usize, prop::collection::vec(word, 1..5)).prop_map(|(i, t, w)| Edit::InsertTask(i, t, w)),
        task.clone().prop_map(Edit::DeleteTask),
        task.clone().prop_map(Edit::DuplicateTask),
        (task.clone(), task).prop_map(|(i, j)| Edit::MoveTask(i, j)),
    ]
}

fn tasks() -> impl Strategy<Value = Vec<Written>> {
    prop::collection::vec((0..20_usize, prop::collection::vec(0..60_usize, 1..6)), 1..8)
}

/// What must hold whenever ids were carried.
fn check(old: &Plan, new: &Plan, again: &Plan) -> Result<(), TestCaseError> {
    let (before, after) = (texts(old), texts(new));
    prop_assert_eq!(after.len(), new.measures().count(), "ids of measures are unique");
    let ids: HashSet<TaskId> = new.tasks.iter().map(|task| task.id).collect();
    prop_assert_eq!(ids.len(), new.tasks.len(), "ids of tasks are unique");
    for (id, text) in &after {
        prop_assert!(before.get(id).is_none_or(|was| was == text), "{} says what it said", id);
    }
    let (mine, theirs) = (unique(old), unique(new));
    for (text, id) in &mine {
        prop_assert!(theirs.get(text).is_none_or(|now| now == id), "{} keeps its id {}", text, id);
    }
    for (i, task) in new.tasks.iter().enumerate() {
        prop_assert_eq!(new.task_place(task.id), Some(i));
        for (n, measure) in task.measures.iter().enumerate() {
            prop_assert_eq!(new.measure_place(measure.id), Some((i, n)));
            let label = Label { task: task.no, n: u16::try_from(n + 1).unwrap() };
            prop_assert_eq!(new.label(measure.id), label, "labels say where things stand");
            prop_assert_eq!(new.measure_labelled(label).map(|measure| measure.id), Some(measure.id));
        }
    }
    prop_assert_eq!(again, new, "carrying twice gives the same");
    prop_assert_eq!(&from_text(&to_text(new)).unwrap(), new, "and all of it is kept");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_id_names_one_text_for_ever(
        mut written in tasks(),
        generations in prop::collection::vec(prop::collection::vec(edit(), 1..4), 1..5),
        sections in any::<bool>(),
    ) {
        let mut old = plan_of(&written, sections);
        let (mut known, mut known_tasks) = (texts(&old), HashSet::new());
        known_tasks.extend(old.tasks.iter().map(|task| task.id));
        for edits in generations {
            for edit in &edits {
                edit.make(&mut written);
            }
            let mut new = plan_of(&written, sections);
            carry(&old, &mut new);
            let mut again = new.clone();
            carry(&old, &mut again);
            check(&old, &new, &again)?;
            for (id, text) in texts(&new) {
                prop_assert_eq!(known.entry(id).or_insert_with(|| text.clone()), &text, "{} named another text once", id);
            }
            for task in &new.tasks {
                let was_there = old.tasks.iter().any(|old| old.id == task.id);
                prop_assert!(was_there || known_tasks.insert(task.id), "{} named another task once", task.id);
            }
            let mut same = new.clone();
            carry(&new, &mut same);
            prop_assert_eq!(&same, &new, "a text that is the same keeps all");
            old = new;
        }
    }

    #[test]
    fn what_two_lists_have_in_common_is_in_order_and_as_much_as_can_be(
        old in prop::collection::vec(0..12_usize, 0..8),
        new in prop::collection::vec(0..12_usize, 0..8),
    ) {
        let pairs = common(&old, &new);
        prop_assert!(pairs.iter().all(|(i, j)| old[*i] == new[*j]));
        prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
        let is_once = |list: &[usize]| list.iter().collect::<HashSet<_>>().len() == list.len();
        if is_once(&old) && is_once(&new) {
            // Each there once: patience finds the longest.
            prop_assert_eq!(pairs.len(), longest(&old, &new));
        }
    }
}

/// The length of the longest that two lists have in common, by the book.
fn longest(old: &[usize], new: &[usize]) -> usize {
    match (old.split_first(), new.split_first()) {
        (Some((a, old)), Some((b, new))) if a == b => 1 + longest(old, new),
        (Some((_, rest)), Some((_, others))) => longest(rest, new).max(longest(old, others)),
        _ => 0,
    }
}

/// Every measure's text, as its own mark says it.
fn told(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    for measure in plan.measures() {
        let key = MarkKey::Placed(Party::Coordinator, measure.id);
        let change = Change { key, field: Field::Progress, value: plan.text(measure.span).into() };
        ledger.set(change, 1_632_963_600_000);
    }
    ledger
}

/// Carries the Haidong plan's ids to its changed text; every mark must stand where its text stands.
#[track_caller]
fn marks_stay(from: &str, to: &str, labels: &[(&str, &str)]) -> Plan {
    assert!(SOURCE.contains(from), "{from}");
    let mut new = read(&SOURCE.replacen(from, to, 1)).plan;
    carry(haidong(), &mut new);
    new.id.clone_from(&haidong().id);
    let ledger =
        ledger_file::read(&ledger_file::write(&told(haidong()), haidong()), &new).expect("a ledger of this plan");
    for measure in new.measures() {
        let said = ledger.value(Party::Coordinator, measure.id, Field::Progress);
        assert!(said.is_empty() || said == new.text(measure.span), "{} has a neighbour's mark: {said}", measure.id);
    }
    let lost = ledger.marks().iter().filter(|(key, _)| matches!(key, MarkKey::Unplaced { .. })).count();
    assert_eq!(lost, 0, "all measures of the old text are in the new");
    for (id, label) in labels {
        let id: MeasureId = id.parse().expect("an id");
        assert_eq!(new.label(id).to_string(), *label, "where {id} stands now");
    }
    new
}

#[test]
fn one_inserted_sentence_moves_no_mark() {
    let before = "3. 提升轉移人口技能素質。";
    let labels = [("2.6", "2.6"), ("3.1", "3.2"), ("3.4", "3.5"), ("3.5", "3.1"), ("4.1", "4.1")];
    let new = marks_stay(before, &[before, "做好培訓需求調查。"].concat(), &labels);
    let route = Route::read("#m3.1", &new);
    assert_eq!(route, Address::Place(Anchor::Measure("3.5".parse().unwrap())), "an address says what is printed");
    assert_eq!(Anchor::Measure("3.1".parse().unwrap()).address(Party::Coordinator, &new), "#m3.2");
    let mut third = read(SOURCE).plan;
    carry(&new, &mut third);
    assert_eq!(third.tasks[2].given, 5, "what was taken out again is not given again");
    let mut fourth = read(&SOURCE.replacen(before, &[before, "做好另一項調查。"].concat(), 1)).plan;
    carry(&third, &mut fourth);
    assert_eq!(fourth.tasks[2].measures[0].id.to_string(), "3.6");
}

#[test]
fn one_repeated_number_renames_no_task() {
    let labels = [("3.1", "3.1"), ("4.1", "4.1"), ("22.7", "22.7")];
    let new = marks_stay("4. 健全配套政策體系。", "3. 健全配套政策體系。", &labels);
    let ids: Vec<String> = new.tasks.iter().map(|task| task.id.to_string()).collect();
    let old: Vec<String> = haidong().tasks.iter().map(|task| task.id.to_string()).collect();
    assert_eq!(ids, old);
    // Numbers that restart with each section.
    let new = marks_stay("\n5. 協同推進", "\n1. 協同推進", &[("1.1", "1-1.1"), ("5.1", "2-1.1"), ("22.7", "6-22.7")]);
    assert_eq!(new.task_labelled("2-1".parse().unwrap()).map(|task| task.id.to_string()).as_deref(), Some("5"));
}

#[test]
fn script_and_white_space_make_no_other_measure() {
    let old = plan_of(&[(1, vec![1, 2]), (2, vec![3])], false);
    let text = old.source.replace("推進", "推进").replace("落地", " 落\u{3000}地").replace('實', "实");
    let mut new = read(&text).plan;
    carry(&old, &mut new);
    assert_eq!(new.measures().map(|m| m.id).collect::<Vec<_>>(), old.measures().map(|m| m.id).collect::<Vec<_>>());
    let mut other = read(&old.source.replacen("事項2落", "事項20落", 1)).plan;
    carry(&old, &mut other);
    let ids: Vec<String> = other.measures().map(|measure| measure.id.to_string()).collect();
    assert_eq!(ids, ["1.1", "1.3", "2.1"], "another number is another measure");
}

#[test]
fn a_sentence_that_is_in_several_tasks_is_never_taken_for_another_tasks() {
    // 9 stands in every task; it leaves one, and comes into a new one.
    let old = plan_of(&[(1, vec![1, 2, 9]), (2, vec![3, 4, 9]), (3, vec![5, 6, 9])], false);
    let mut new = plan_of(&[(1, vec![1, 2, 9]), (2, vec![3, 4]), (4, vec![7, 9]), (3, vec![5, 6, 9])], false);
    carry(&old, &mut new);
    let ids: Vec<String> = new.measures().map(|measure| measure.id.to_string()).collect();
    assert_eq!(ids, ["1.1", "1.2", "1.3", "2.1", "2.2", "4.1", "4.2", "3.1", "3.2", "3.3"]);
    assert_eq!(new.tasks[1].given, 3);
}

#[test]
fn haidong_is_labelled_as_its_ids_are_spelled() {
    let plan = haidong();
    let ids: Vec<String> = plan.measures().map(|measure| measure.id.to_string()).collect();
    let labels: Vec<String> = plan.measures().map(|measure| plan.label(measure.id).to_string()).collect();
    assert_eq!(ids.len(), 129);
    assert_eq!(ids, labels);
    assert!(plan.tasks.iter().all(|task| task.no.to_string() == task.id.to_string()));
    for unknown in ["23.1", "1.5", "1-1.1"] {
        assert_eq!(plan.label(unknown.parse().unwrap()), Label::default(), "{unknown} is nobody's");
    }
    let mut again = read(SOURCE).plan;
    carry(plan, &mut again);
    assert_eq!(texts(&again), texts(plan));
    assert_eq!((again.given, again.tasks[0].given), (TaskId::default(), 0), "no id is gone");
}

#[test]
fn a_file_that_leaves_no_higher_id_still_gives_new_ones() {
    let highest = TaskId::given(TaskLabel { section: u16::MAX, task: u16::MAX });
    let mut old = plan_of(&[(1, vec![1]), (2, vec![2])], false);
    old.tasks[0].id = highest;
    old.tasks[0].measures[0].id = MeasureId::given(highest, u16::MAX);
    let mut new = plan_of(&[(1, vec![1, 3, 4]), (2, vec![2]), (3, vec![5])], false);
    carry(&old, &mut new);
    assert_eq!(texts(&new).len(), 5, "each has its own");
    assert_eq!(new.tasks[0].measures[0].id, MeasureId::given(highest, u16::MAX));
    assert_eq!(new.tasks.iter().map(|task| task.id).collect::<HashSet<_>>().len(), 3);
}

#[test]
fn ten_thousand_measures_in_another_order_are_found_again() {
    let written: Vec<Written> = (0..990).map(|i| (i, (0..11).map(|n| i * 11 + n).chain([0]).collect())).collect();
    let old = plan_of(&written, false);
    let mut backwards = written;
    backwards.reverse();
    for (_, words) in &mut backwards {
        words.reverse();
    }
    let mut new = plan_of(&backwards, false);
    carry(&old, &mut new);
    let (mine, theirs) = (unique(&old), unique(&new));
    assert_eq!(mine.len(), 990 * 11 - 1);
    assert!(mine.iter().all(|(text, id)| theirs[text] == *id));
    let repeated = vec![(1, vec![1; 3_000])];
    let mut fewer = plan_of(&[(1, vec![1; 2_000])], false);
    carry(&plan_of(&repeated, false), &mut fewer);
    assert_eq!(fewer.tasks[0].given, 3_000, "one sentence again and again");
}

/// Who gives ids, and saved forms. Nobody else takes one apart or makes one.
const GIVES_IDS: [&str; 5] = [
    "domain/labels.rs",
    "domain/carry.rs",
    "domain/numbering.rs",
    "persist/plan_file/form.rs",
    "persist/plan_file/check.rs",
];

#[test]
fn nobody_else_reads_anything_from_an_id() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let takes_apart = |path: &Path| {
        let code = std::fs::read_to_string(path).expect("a file of the program");
        ["TaskId::given(", "MeasureId::given(", ".id.parts()", "id.parts()", ".spelling()"]
            .iter()
            .any(|words| code.contains(words))
    };
    let files = files.iter().filter(|path| takes_apart(path)).map(|path| path.strip_prefix(&root).unwrap());
    let mut found: Vec<String> = files.map(|path| path.to_string_lossy().replace('\\', "/")).collect();
    found.sort_unstable();
    let mut known = GIVES_IDS.map(str::to_owned);
    known.sort_unstable();
    assert_eq!(found, known);
}
