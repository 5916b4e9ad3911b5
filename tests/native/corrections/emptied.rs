//! Numbered paragraphs that are tasks of their own, made something else: no empty task stays behind.

use super::{mend, shape};
use yaodian::domain::corrections::mending::Mending;
use yaodian::domain::corrections::{Change, Corrected, Correction, Kind, apply};
use yaodian::domain::plan::{PieceKind, Plan};
use yaodian::domain::running::lines;
use yaodian::domain::span::Span;
use yaodian::reader::{Words, read};

const TEXT: &str = "某市2024年工作要点\n一、重点任务\n1. 推进窗口建设，新建10所学校。（市教育局负责）\n2. 开展宣传活动。（市宣传局负责）\n\
    3. 发放补助，5月底前完成。（市民政局负责）\n二、基础工作\n4. 修好道路。\n5. 办好实事\n6. 建好公园（市林草局负责）\n\
    三、组织实施\n（一）加强组织领导。\n（二）各部门抓好落实。\n";

fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words} stands in the text"));
    Span::new(start, start + words.len())
}

/// The place of the number before these words.
fn number(words: &str) -> Span {
    let label = at(words).begins() - ". ".len();
    Span::new(label - 1, label)
}

fn mended(corrections: &[Correction]) -> Plan {
    let Corrected { plan, unfit, .. } = apply(&read(TEXT).plan, corrections, &Words::of(TEXT));
    assert_eq!(unfit, Vec::<usize>::new(), "all fit");
    plan
}

/// The lines of the reading with these in the place of others.
fn with(changed: &[(&str, &str)]) -> Vec<String> {
    let mut lines = shape(&read(TEXT).plan);
    for (old, new) in changed {
        let place = lines.iter().position(|line| line == old).unwrap_or_else(|| panic!("{old} in {lines:?}"));
        lines.splice(place..=place, new.split('\n').filter(|line| !line.is_empty()).map(str::to_owned));
    }
    lines
}

const ONE: &str = "1 ：推进窗口建设，新建10所学校。（市教育局）";
const TWO: &str = "2 ：开展宣传活动。（市宣传局）";
const THREE: &str = "3 ：发放补助，5月底前完成。（市民政局）";
const FOUR: &str = "4 ：修好道路。（）";
const SIX: &str = "6 ：建好公园（市林草局）";
const DUTIES: &str = "后 组织实施：[|]";

#[test]
fn the_text_is_read_as_paragraphs_that_are_tasks() {
    let plan = read(TEXT).plan;
    assert_eq!(shape(&plan), ["§重点任务", ONE, TWO, THREE, "§基础工作", FOUR, "5 ：办好实事（）", SIX, DUTIES]);
}

#[test]
fn a_paragraph_that_is_a_task_of_its_own_leaves_none_behind() {
    for (place, kind, changed) in [
        (at("开展宣传活动。"), Kind::Nothing, vec![(TWO, "")]),
        (at("开展宣传活动。"), Kind::Paragraph, vec![(TWO, "")]),
        (number("开展宣传活动。"), Kind::Nothing, vec![(TWO, "")]),
        (number("开展宣传活动。"), Kind::Paragraph, vec![(TWO, "")]),
        (number("推进窗口"), Kind::Nothing, vec![(ONE, "")]),
        (at("推进窗口建设，新建10所学校。"), Kind::Paragraph, vec![(ONE, "")]),
        (at("开展宣传活动。"), Kind::Task, vec![(TWO, "2 开展宣传活动：（市宣传局）")]),
        (number("开展宣传活动。"), Kind::Task, vec![]),
        (at("修好道路。"), Kind::Task, vec![(FOUR, "4 修好道路：（）")]),
        (
            number("开展宣传活动。"),
            Kind::Measure,
            vec![(ONE, "1 ：推进窗口建设，新建10所学校。|开展宣传活动。（市教育局、市宣传局）"), (TWO, "")],
        ),
        // There is no task before it.
        (number("推进窗口"), Kind::Measure, vec![]),
        (at("开展宣传活动。"), Kind::Section, vec![(TWO, "§开展宣传活动")]),
        (number("开展宣传活动。"), Kind::Section, vec![(TWO, "§开展宣传活动")]),
        (number("办好实事"), Kind::Measure, vec![(FOUR, "4 ：修好道路。|办好实事（）"), ("5 ：办好实事（）", "")]),
        (at("办好实事"), Kind::Nothing, vec![("5 ：办好实事（）", "")]),
        (at("建好公园"), Kind::Nothing, vec![(SIX, "")]),
        (at("建好公园"), Kind::Section, vec![(SIX, "")]),
        (number("建好公园"), Kind::Measure, vec![("5 ：办好实事（）", "5 ：办好实事|建好公园（市林草局）"), (SIX, "")]),
    ] {
        let words = place.of(TEXT);
        let expected = with(&changed);
        let made = mend(place, Change::Kind(kind));
        let plan = mended(std::slice::from_ref(&made));
        assert_eq!(shape(&plan), expected, "{words} is {kind:?}");
        let printed = |task: &yaodian::domain::plan::Task| task.label;
        let labels: Vec<Span> = plan.tasks.iter().map(printed).filter(|label| !label.is_empty()).collect();
        assert!(labels.windows(2).all(|two| two[0] != two[1]), "{words} is {kind:?}: a number is of one task");
        let mut mending = Mending::new(read(TEXT).plan, vec![made]);
        assert!(mending.undo());
        assert_eq!(mending.corrected(&Words::of(TEXT)).plan, read(TEXT).plan, "{words} is {kind:?}, and back");
    }
}

#[test]
fn nor_does_a_task_that_is_all_heading() {
    let task = mend(at("建好公园"), Change::Kind(Kind::Task));
    for (kind, changed) in [
        (Kind::Nothing, vec![(SIX, "")]),
        (Kind::Paragraph, vec![(SIX, "")]),
        (Kind::Section, vec![(SIX, "")]),
        (Kind::Measure, vec![("5 ：办好实事（）", "5 ：办好实事|建好公园（市林草局）"), (SIX, "")]),
    ] {
        let plan = mended(&[task.clone(), mend(at("建好公园"), Change::Kind(kind))]);
        assert_eq!(shape(&plan), with(&changed), "{kind:?}");
    }
}

#[test]
fn a_passage_takes_the_number_and_what_stands_under_it() {
    for place in [at("开展宣传活动。"), number("开展宣传活动。")] {
        let plan = mended(&[mend(place, Change::Kind(Kind::Passage))]);
        let expected = with(&[(TWO, ""), (DUTIES, "后 开展宣传活动：（市宣传局负责）[]\n后 组织实施：[|]")]);
        assert_eq!(shape(&plan), expected);
    }
}

#[test]
fn who_answered_for_what_is_no_task_is_no_unit_and_later_corrections_still_fit() {
    let words = "开展宣传活动。";
    let mut corrections = vec![mend(at(words), Change::Kind(Kind::Nothing))];
    let plan = mended(&corrections);
    assert_eq!(plan.unit_named("市宣传局"), None);
    let printed: String =
        lines(&plan).iter().flat_map(|line| &line.parts).map(|part| plan.text(part.piece.span)).collect();
    assert!(!printed.contains("2.") && !printed.contains("市宣传局"), "{printed}");
    corrections.push(mend(at("修好道路。"), Change::Kind(Kind::Paragraph)));
    corrections.push(mend(at("发放补助，5月底前完成。"), Change::Split(at("5月底").start)));
    let rest = [(TWO, ""), (FOUR, ""), (THREE, "3 ：发放补助，|5月底前完成。（市民政局）")];
    assert_eq!(shape(&mended(&corrections)), with(&rest));
    // A task again, it has its number again.
    corrections.push(mend(at(words), Change::Kind(Kind::Task)));
    let plan = mended(&corrections);
    assert_eq!(plan.tasks[1].label.of(TEXT), "2");
    assert_eq!(plan.text(plan.tasks[1].title), "开展宣传活动");
    assert!(plan.pieces.iter().any(|piece| piece.kind == PieceKind::Label && plan.text(piece.span).starts_with('2')));
}

#[test]
fn paragraphs_that_are_joined_are_one_task() {
    let whole = at("4. 修好道路。\n5. 办好实事");
    let plan = mended(&[mend(Span { start: at("修好道路").start, ..whole }, Change::Join)]);
    assert_eq!(plan.tasks.len(), read(TEXT).plan.tasks.len() - 1);
    assert_eq!(plan.tasks[3].measures.len(), 1);
}

#[test]
fn a_duty_whose_words_are_something_else_is_gone() {
    let plan = mended(&[mend(at("各部门抓好落实。"), Change::Kind(Kind::Nothing))]);
    let expected = with(&[(DUTIES, "后 组织实施：[]")]);
    assert_eq!(shape(&plan), expected);
}
