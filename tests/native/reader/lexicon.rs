//! Every word of the lexicon is read as what it is there for.

use super::{roles, stated};
use std::collections::HashSet;
use yaodian::domain::plan::{PieceKind, Reach, Role};
use yaodian::domain::span::Span;
use yaodian::reader::frame::line::{ends_as_title, is_furniture};
use yaodian::reader::lexicon::bodies::{BARE_SETS, BODY_ENDINGS, GENERIC_ENDINGS, JOINING, PLACES, SURE_ENDINGS};
use yaodian::reader::lexicon::documents::{
    CLOSING, DATE_LABELS, DOCUMENT_KINDS, FURNITURE, ISSUER_LABELS, OF_A_SITE, TEXT_FOLLOWS,
};
use yaodian::reader::lexicon::duties::{FILLERS, ROLES, SHARED, starts_label};
use yaodian::reader::lexicon::headings::{
    BODY_COLUMNS, CONTENT_COLUMNS, GENERAL, GROUP_COLUMNS, NAMED, NUMBER_COLUMNS, STANDING, STANDING_EXACTLY,
    TASK_COLUMNS,
};
use yaodian::reader::lexicon::marks::{ENCLOSURES, Enclosure, closes, opens};
use yaodian::reader::lexicon::quantities::{
    AT_LEAST_AFTER, AT_LEAST_BEFORE, AT_MOST_AFTER, AT_MOST_BEFORE, COMPLETING, COVERED, DESCRIBING, FINISHING, GIVING,
    GOING_TO, LOWERING, OF_WHOM, REACHED, UNITS,
};
use yaodian::reader::lexicon::rules::{IN_RULES, RULES, is_rule};
use yaodian::reader::lexicon::times::{
    BEFORE, DEADLINE_COLUMNS, DEADLINE_LABELS, DUE, ONGOING, PARTS, PARTS_OF_THIS_YEAR, PARTS_OF_YEAR, QUARTERS,
};
use yaodian::reader::measure::numbers::{After, Before, after_number, before_number, unit_at};
use yaodian::reader::read;
use yaodian::reader::statement::meaning::{Meaning, looks_named, meaning};
use yaodian::reader::text::folded;

/// The lists of words, by name.
const LISTS: [(&str, &[&str]); 44] = [
    ("SURE_ENDINGS", SURE_ENDINGS),
    ("GENERIC_ENDINGS", GENERIC_ENDINGS),
    ("JOINING", JOINING),
    ("DOCUMENT_KINDS", DOCUMENT_KINDS),
    ("FURNITURE", FURNITURE),
    ("TEXT_FOLLOWS", TEXT_FOLLOWS),
    ("ISSUER_LABELS", ISSUER_LABELS),
    ("DATE_LABELS", DATE_LABELS),
    ("FILLERS", FILLERS),
    ("SHARED", SHARED),
    ("GENERAL", GENERAL),
    ("STANDING", STANDING),
    ("STANDING_EXACTLY", STANDING_EXACTLY),
    ("NUMBER_COLUMNS", NUMBER_COLUMNS),
    ("GROUP_COLUMNS", GROUP_COLUMNS),
    ("CONTENT_COLUMNS", CONTENT_COLUMNS),
    ("TASK_COLUMNS", TASK_COLUMNS),
    ("UNITS", UNITS),
    ("AT_LEAST_BEFORE", AT_LEAST_BEFORE),
    ("AT_MOST_BEFORE", AT_MOST_BEFORE),
    ("AT_LEAST_AFTER", AT_LEAST_AFTER),
    ("AT_MOST_AFTER", AT_MOST_AFTER),
    ("COMPLETING", COMPLETING),
    ("FINISHING", FINISHING),
    ("LOWERING", LOWERING),
    ("COVERED", COVERED),
    ("BEFORE", BEFORE),
    ("DEADLINE_LABELS", DEADLINE_LABELS),
    ("DEADLINE_COLUMNS", DEADLINE_COLUMNS),
    ("PARTS", PARTS),
    ("PARTS_OF_YEAR", PARTS_OF_YEAR),
    ("PARTS_OF_THIS_YEAR", PARTS_OF_THIS_YEAR),
    ("QUARTERS", QUARTERS),
    ("ONGOING", ONGOING),
    ("DUE", DUE),
    ("BARE_SETS", BARE_SETS),
    ("CLOSING", CLOSING),
    ("OF_A_SITE", OF_A_SITE),
    ("BODY_COLUMNS", BODY_COLUMNS),
    ("NAMED", NAMED),
    ("DESCRIBING", DESCRIBING),
    ("GOING_TO", GOING_TO),
    ("GIVING", GIVING),
    ("OF_WHOM", OF_WHOM),
];

#[test]
fn words_are_simplified_and_stand_once_in_their_list() {
    for (name, list) in LISTS {
        let mut seen = HashSet::new();
        for word in list {
            assert_eq!(folded(word), *word, "{name}: the text is folded before it is compared");
            assert!(seen.insert(word), "{name} has {word} twice");
        }
    }
    let mut seen = HashSet::new();
    for word in ROLES.iter().flat_map(|of| of.words.iter().chain(of.labels).chain(of.verbs)) {
        assert_eq!(folded(word), *word, "the text is folded before it is compared");
        assert!(seen.insert(word), "{word} has two roles, or stands twice");
    }
}

/// How a role is called by `roles`.
fn called(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Support => "配合",
        Role::Responsible => "责任",
    }
}

/// The body that a statement names, with its role.
#[track_caller]
fn named(statement: &str, role: Role) {
    let read = read(&stated(statement));
    let expected = [format!("{}:市教育局", called(role))];
    assert_eq!(roles(&read.plan, &read.plan.tasks[0]), expected, "who is named by {statement}");
}

#[test]
fn every_word_of_a_role_gives_it() {
    for of in ROLES {
        for verb in of.words.iter().chain(of.verbs) {
            named(&format!("（市教育局{verb}）"), of.role);
        }
        for label in of.words.iter().chain(of.labels) {
            assert!(label.starts_with(starts_label), "labels begin with the first character of {label}");
            named(&format!("（{label}单位：市教育局）"), of.role);
        }
    }
}

#[test]
fn every_rule_has_a_character_by_which_it_is_told() {
    for rule in RULES {
        assert!(rule.contains(IN_RULES), "a character of IN_RULES stands in {rule}");
        assert!(is_rule(rule), "{rule}");
    }
}

#[test]
fn fillers_and_phrases_of_sharing_are_no_part_of_a_name() {
    for filler in FILLERS {
        named(&format!("（市教育局{filler}负责）"), Role::Responsible);
    }
    for word in SHARED {
        named(&format!("（市教育局按{word}范围负责）"), Role::Responsible);
    }
}

#[test]
fn every_bracket_holds_a_statement_and_every_quotation_keeps_its_numbers() {
    for (open, close, kind) in ENCLOSURES {
        assert_eq!((opens(*open), closes(*close)), (Some(*kind), Some(*kind)), "{open}{close}");
        if *kind == Enclosure::Bracket {
            named(&format!("{open}市教育局负责{close}"), Role::Responsible);
        } else {
            let quoted = read(&stated(&format!("完成{open}改造10户。{close}行动。（市教育局负责）")));
            let measures: Vec<&str> = quoted.plan.tasks[0].measures.iter().map(|m| quoted.plan.text(m.span)).collect();
            let sentence = format!("完成{open}改造10户。{close}行动。");
            assert_eq!(measures.last(), Some(&sentence.as_str()), "a stop inside of {open}{close} ends no sentence");
            assert!(
                quoted.plan.measures().all(|m| m.targets.is_empty()),
                "a number inside of {open}{close} is no target"
            );
        }
    }
}

/// The deadlines of the first task of a text.
fn deadlines(text: &str) -> Vec<String> {
    let read = read(text);
    read.plan.tasks[0].deadlines.iter().map(|span| read.plan.text(*span).to_owned()).collect()
}

#[test]
fn every_kind_of_deadline_is_read() {
    for label in DEADLINE_LABELS {
        let statement = stated(&format!("（责任单位：市教育局；{label}：2024年10月）"));
        assert_eq!(deadlines(&statement), ["2024年10月"], "{label} in a statement");
        let line = stated(&format!("\n责任单位：市教育局\n{label}：2024年10月"));
        assert_eq!(deadlines(&line), ["2024年10月"], "{label} on a line of its own");
    }
    for column in DEADLINE_LABELS.iter().chain(DEADLINE_COLUMNS) {
        let table = format!("某市任务分工表\n序号\t重点任务\t责任单位\t{column}\n1\t建窗口\t市教育局\t2024年10月\n");
        assert_eq!(deadlines(&table), ["2024年10月"], "a column called {column}");
    }
    for before in BEFORE {
        let time = format!("2024年6月{before}");
        assert_eq!(deadlines(&stated(&format!("{time}建成。（市教育局负责）"))), [time]);
    }
    for part in PARTS.iter().chain(PARTS_OF_YEAR) {
        let time = format!("2024年{part}前");
        assert_eq!(deadlines(&stated(&format!("{time}建成。（市教育局负责）"))), [time]);
    }
    for part in PARTS_OF_THIS_YEAR {
        let time = format!("年{part}前");
        assert_eq!(deadlines(&stated(&format!("{time}建成。（市教育局负责）"))), [time]);
    }
}

#[test]
fn every_ending_makes_a_name() {
    for ending in BODY_ENDINGS.chars().chain(PLACES.chars()) {
        assert!(looks_named(&format!("某某{ending}")), "某某{ending} looks like a name");
    }
    for place in PLACES.chars() {
        assert_eq!(meaning(&format!("各{place}")), Meaning::Places(Reach::All), "各{place}");
        assert_eq!(meaning(&format!("有关{place}政府")), Meaning::Places(Reach::Undetermined), "有关{place}政府");
    }
    for ending in GENERIC_ENDINGS {
        assert_eq!(meaning(&format!("有关{ending}")), Meaning::Generic, "有关{ending}");
    }
    for ending in SURE_ENDINGS {
        named_by_name_alone(&format!("某市某某{ending}"));
    }
    for word in JOINING {
        let read = read(&stated(&format!("（市教育局{word}市财政局负责）")));
        let found = roles(&read.plan, &read.plan.tasks[0]);
        assert_eq!(found, ["责任:市教育局", "责任:市财政局"], "names joined by {word}");
    }
}

/// A bracket with nothing but a name of this kind is a statement.
#[track_caller]
fn named_by_name_alone(name: &str) {
    let read = read(&stated(&format!("（{name}、市教育局）")));
    let found: Vec<&str> = read.plan.tasks[0].assigned().map(|a| read.plan.text(a.span)).collect();
    assert_eq!(found, [name, "市教育局"]);
}

#[test]
fn every_unit_counts_and_every_comparison_compares() {
    // 3月 is a date.
    for unit in UNITS.iter().filter(|unit| **unit != "月") {
        let words = format!("{unit}。");
        let found = unit_at(&words, Span::whole(&words)).map(|span| span.of(&words));
        assert_eq!(found, Some(*unit), "the unit at the start of {words}");
    }
    let before = |word: &str| {
        let words = format!("覆盖率{word}");
        before_number(&words, Span::whole(&words))
    };
    for word in AT_LEAST_BEFORE {
        let expected = if REACHED.contains(word) {
            Before::Reached("覆盖率".len() + word.len())
        } else {
            Before::AtLeast("覆盖率".len())
        };
        assert_eq!(before(word), Some(expected), "{word}");
    }
    for word in AT_MOST_BEFORE {
        assert_eq!(before(word), Some(Before::AtMost("覆盖率".len())), "{word}");
    }
    for word in AT_LEAST_AFTER {
        assert_eq!(after_number(word, Span::whole(word)), After::AtLeast(word.len()), "{word}");
    }
    for word in AT_MOST_AFTER {
        assert_eq!(after_number(word, Span::whole(word)), After::AtMost(word.len()), "{word}");
    }
}

#[test]
fn every_heading_of_a_passage_is_no_task() {
    for words in GENERAL {
        let read = read(&format!("要点\n一、{words}\n坚持方向。\n二、任务\n1. 建窗口。设窗口。\n"));
        let general: Vec<&str> = read.plan.general.iter().map(|p| read.plan.text(p.title)).collect();
        assert_eq!((general, read.plan.tasks.len()), (vec![*words], 1), "{words} before the tasks");
    }
    for words in STANDING.iter().chain(STANDING_EXACTLY) {
        let read = read(&format!("要点\n一、任务\n1. 建窗口。设窗口。\n二、{words}\n加强领导。\n"));
        let standing: Vec<&str> = read.plan.standing.iter().map(|p| read.plan.text(p.title)).collect();
        assert_eq!((standing, read.plan.tasks.len()), (vec![*words], 1), "{words} after the tasks");
    }
}

#[test]
fn every_column_holds_what_it_is_called() {
    let table = |number: &str, task: &str, content: &str, group: &str| {
        let text = format!(
            "某市分工清单\n{number}\t{group}\t{task}\t{content}\t责任单位\n7\t甲类\t建窗口\t设窗口。\t市教育局\n"
        );
        let read = read(&text);
        let names = format!("{number} {group} {task} {content}");
        let task = read.plan.tasks.first().unwrap_or_else(|| panic!("no task in a table of {names}"));
        let section = read.plan.sections.first().map_or("", |section| read.plan.text(section.title));
        let measures: Vec<&str> = task.measures.iter().map(|m| read.plan.text(m.span)).collect();
        let found = (read.plan.text(task.label), section, read.plan.text(task.title), measures);
        assert_eq!(found, ("7", "甲类", "建窗口", vec!["设窗口。"]), "a table of {names}");
    };
    let named = |endings: &[&str], check: &dyn Fn(&str)| endings.iter().for_each(|ending| check(ending));
    named(NUMBER_COLUMNS, &|name| table(name, "重点任务", "具体举措", "领域"));
    named(GROUP_COLUMNS, &|name| table("序号", "重点任务", "具体举措", name));
    named(CONTENT_COLUMNS, &|name| table("序号", "事项", name, "领域"));
    named(TASK_COLUMNS, &|name| table("序号", name, "具体举措", "领域"));
}

#[test]
fn every_kind_of_document_and_of_page_is_known() {
    for kind in DOCUMENT_KINDS {
        assert!(ends_as_title(&format!("某市2024年{kind}（试行）")), "{kind}");
    }
    for words in FURNITURE {
        assert!(is_furniture(&format!("【{words}】")), "{words}");
    }
    for words in TEXT_FOLLOWS {
        let read = read(&format!(
            "某市工作要点\n今天天气很好。\n{words}：\n为做好工作，制定本要点。\n一、任务\n1. 建窗口。设窗口。\n"
        ));
        let preamble: Vec<&str> = read.plan.preamble.iter().map(|p| read.plan.text(*p)).collect();
        assert_eq!(preamble, ["为做好工作，制定本要点。"], "what stands behind {words}");
    }
    for label in ISSUER_LABELS {
        let read = read(&format!("某市工作要点\n{label}：某市人民政府\n一、任务\n1. 建窗口。设窗口。\n"));
        assert_eq!(read.plan.meta.issuer.map(|fact| fact.value).as_deref(), Some("某市人民政府"), "{label}");
    }
    for label in DATE_LABELS {
        let read = read(&format!("某市工作要点\n{label}：2024年3月9日\n一、任务\n1. 建窗口。设窗口。\n"));
        assert_eq!(read.plan.meta.issued.map(|fact| fact.value).as_deref(), Some("2024-03-09"), "{label}");
        assert!(read.plan.pieces.iter().any(|piece| piece.kind == PieceKind::Notice), "the line of {label} is kept");
    }
}

#[test]
fn a_rule_is_no_time_and_no_body() {
    for clause in ["第一个逗号前为牵头单位", "分号前为牵头单位", "多个牵头部门的按职责分工负责", "以下均涉及各县区"]
    {
        assert!(yaodian::reader::lexicon::rules::is_rule(clause), "{clause}");
    }
    for clause in ["每月5号前报送", "市教育局", "其他部门", "多部门"] {
        assert!(!yaodian::reader::lexicon::rules::is_rule(clause), "{clause}");
    }
}
