//! Any corrections of any text.

use proptest::prelude::*;
use std::collections::HashSet;
use yaodian::domain::corrections::mending::Mending;
use yaodian::domain::corrections::{Aim, BodyIs, Change, Correction, Kind, Particular, Set, apply};
use yaodian::domain::plan::{Comparator, Plan, Role, Task, UnitKind};
use yaodian::domain::questions::Asked;
use yaodian::domain::span::Span;
use yaodian::persist::corrections::{from_lines, to_lines};
use yaodian::persist::mending::{again, mended};
use yaodian::persist::plan_file;
use yaodian::reader::{Words, read};

/// What texts are made of, so that all kinds of pieces come in any order.
const PIECES: [&str; 26] = [
    "某市2024年工作要点\n",
    "某政办〔2024〕8号\n",
    "为做好工作，制定本要点。\n",
    "一、重点任务\n",
    "二、组织实施\n",
    "（一）优化服务\n",
    "(二)保障民生。",
    "1. 做好服务。",
    "2．加强宣传\n",
    "3.",
    "推进窗口建设，新建10所学校。",
    "优化办事流程；",
    "2024年底前完成改造",
    "实现社区全覆盖。\n",
    "（市教育局、市财政局负责）\n",
    "（市民政局牵头，各县区政府、有关部门配合）",
    "责任单位：市发改委、市教育局等部门\n",
    "完成时限：2024年10月\n",
    "加强组织领导。",
    "抓好落实。\n",
    "\n",
    "1\t办好实事\t发放补助。\t市民政局\n",
    "2\t建好公园\t建成公园2个。\t市林草局\n",
    "序号\t任务\t措施\t责任单位\n",
    "- 3 -\n",
    "附件：任务清单\n",
];

const NAMES: [&str; 7] = ["市教育局", "市财政局", "市民政局", "市发改委", "各县区政府", "市新局", " "];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat())
}

/// A correction without its place, and where that is: how far into the pieces it begins and how many it covers.
type Made = (Change, (usize, usize, usize, usize));

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(&NAMES[..]).prop_map(str::to_owned)
}

fn body_is() -> impl Strategy<Value = BodyIs> {
    prop_oneof![
        name().prop_map(BodyIs::Called),
        name().prop_map(BodyIs::Also),
        prop::collection::vec(name(), 0..3).prop_map(BodyIs::Several),
        prop::sample::select(&[UnitKind::Central, UnitKind::Department][..]).prop_map(BodyIs::Kind),
        prop::sample::select(&[Role::Lead, Role::Support, Role::Responsible][..]).prop_map(BodyIs::Role),
        prop::sample::select(&[Set::AllLocalities, Set::SomeLocalities, Set::Generic][..]).prop_map(BodyIs::Set),
        prop::collection::vec(name(), 0..3).prop_map(BodyIs::Localities),
        Just(BodyIs::Absent),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => prop::sample::select(&Kind::ALL[..]).prop_map(Change::Kind),
        2 => (0..400_u32).prop_map(Change::Split),
        2 => Just(Change::Join),
        1 => any::<bool>().prop_map(Change::Deadline),
        1 => prop::option::of((0.0..1e9_f64, name(), name())).prop_map(|aim| Change::Target(aim.map(|(value, unit, counts)| {
            Aim { comparator: Comparator::AtLeast, value, unit, counts }
        }))),
        4 => (name(), any::<bool>(), body_is()).prop_map(|(name, all, is)| Change::Body { name, all, is }),
        1 => prop::collection::vec(name(), 0..3).prop_map(Change::Names),
        1 => (name(), prop::sample::select(&[Role::Lead, Role::Support][..])).prop_map(|(name, role)| Change::Add(name, role)),
        1 => any::<bool>().prop_map(Change::Open),
        1 => prop::collection::vec((name(), name()), 0..3).prop_map(Change::Localities),
        1 => name().prop_map(|name| Change::Particular(Particular::Issuer, name)),
        1 => Just(Change::Particular(Particular::Due, "2024-12-31".into())),
        1 => prop::sample::select(&Asked::OF_PLACES[..]).prop_map(Change::Leave),
        1 => (name(), name()).prop_map(|(one, other)| Change::Leave(Asked::SameBody(one, other))),
        1 => "[a-z\"\\[\\],0-9]{0,9}".prop_map(Change::Unknown),
    ]
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    let place = (0..60_usize, 0..3_usize, 0..8_usize, 0..8_usize);
    prop::collection::vec((change(), place), 0..7)
}

/// The corrections at places of a plan: of pieces, of names, and of parts of pieces.
fn placed(plan: &Plan, made: Vec<Made>) -> Vec<Correction> {
    let count = plan.pieces.len().max(1);
    let named: Vec<Span> = plan.tasks.iter().flat_map(Task::assigned).map(|a| a.span).collect();
    let place = |(first, more, cut, tail): (usize, usize, usize, usize)| {
        let last = (first % count + more).min(count - 1);
        let [Some(from), Some(to)] = [plan.pieces.get(first % count), plan.pieces.get(last)] else {
            return Span::new(cut, tail);
        };
        // Mostly whole pieces; now and then a few bytes less, which may cut a character.
        let cut = if cut < 6 { 0 } else { cut - 5 };
        let tail = if tail < 6 { 0 } else { (tail - 5) * 3 };
        Span::new(from.span.begins() + cut * 3, to.span.ends().saturating_sub(tail))
    };
    let correction = |(change, at): Made| {
        let is_named = matches!(change, Change::Body { .. }) && !named.is_empty();
        let at = if is_named { named[at.0 % named.len()] } else { place(at) };
        // Of one that it does not know the program knows no more.
        if matches!(change, Change::Unknown(_)) {
            return Correction { at: Span::default(), was: String::new(), change };
        }
        Correction { at, was: "原".into(), change }
    };
    made.into_iter().map(correction).collect()
}

/// What holds of every plan that the page opens.
fn sound(plan: &Plan) -> Result<(), TestCaseError> {
    let plan = Plan { id: "sample".into(), ..plan.clone() };
    let together: String = plan.pieces.iter().map(|piece| plan.text(piece.span)).collect();
    prop_assert_eq!(&together, &plan.source, "the pieces are the source");
    prop_assert_eq!(plan_file::from_text(&plan_file::to_text(&plan)), Ok(plan.clone()), "the file is the plan");
    let ids: HashSet<_> = plan.measures().map(|measure| measure.id).collect();
    prop_assert_eq!(ids.len(), plan.measures().count(), "ids are unique");
    for section in &plan.sections {
        prop_assert!(section.tasks.end <= plan.tasks.len());
    }
    for measure in plan.measures() {
        prop_assert!(!plan.text(measure.span).trim().is_empty(), "a measure has words");
    }
    Ok(())
}

/// How many tasks have neither a heading nor a measure.
fn empty_tasks(plan: &Plan) -> usize {
    plan.tasks.iter().filter(|task| task.title.is_empty() && task.measures.is_empty()).count()
}

/// Whether measures stand in the order of the text.
fn is_in_order(plan: &Plan) -> bool {
    let starts: Vec<u32> = plan.measures().map(|measure| measure.span.start).collect();
    starts.windows(2).all(|two| two[0] < two[1])
}

/// Whether headings do, too, and each measure behind its own: in tables they need not.
fn is_all_in_order(plan: &Plan) -> bool {
    let mut starts = Vec::new();
    for (place, task) in plan.tasks.iter().enumerate() {
        let section = plan.section_of(place).filter(|section| section.tasks.start == place);
        let headings = [section.map_or(Span::default(), |section| section.title), task.label, task.title];
        let all = headings.into_iter().chain(task.measures.iter().map(|measure| measure.span));
        starts.extend(all.filter(|span| !span.is_empty()).map(|span| span.start));
    }
    starts.is_sorted()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_corrections_of_any_text(text in texts(), made in made()) {
        let reading = read(&text).plan;
        let words = Words::of(&text);
        let corrections = placed(&reading, made);
        prop_assert_eq!(&apply(&reading, &[], &words).plan, &reading, "none change nothing");
        let corrected = apply(&reading, &corrections, &words);
        sound(&corrected.plan)?;
        prop_assert!(!is_all_in_order(&reading) || is_in_order(&corrected.plan), "measures stay in order");
        prop_assert!(empty_tasks(&corrected.plan) <= empty_tasks(&reading), "no empty task is left behind");
        let places = corrections.iter().enumerate();
        let fit: Vec<Correction> = places.filter(|(i, _)| !corrected.unfit.contains(i)).map(|(_, c)| c.clone()).collect();
        let only = apply(&reading, &fit, &words);
        prop_assert_eq!((&only.plan, only.unfit.len()), (&corrected.plan, 0), "what does not fit changes nothing");
        prop_assert_eq!(from_lines(&to_lines(&corrections)), corrections, "all are kept");
    }

    #[test]
    fn all_can_be_taken_back_and_read_again(text in texts(), made in made()) {
        let reading = read(&text).plan;
        let words = Words::of(&text);
        let mut mending = Mending::new(reading.clone(), Vec::new());
        let mut states = vec![reading.clone()];
        for correction in placed(&reading, made) {
            mending.make(correction);
            states.push(mending.corrected(&words).plan);
        }
        let mut kept = mended(&mending).plan;
        kept.id = "sample".into();
        let again = mended(&again(&kept).0);
        prop_assert_eq!(&again.plan, &kept, "read again, it is the same");
        let last = states.len() - 1;
        for before in states[..last].iter().rev() {
            prop_assert!(mending.undo());
            prop_assert_eq!(&mending.corrected(&words).plan, before);
        }
        prop_assert!(!mending.undo(), "and no more");
        for after in &states[1..] {
            prop_assert!(mending.redo());
            prop_assert_eq!(&mending.corrected(&words).plan, after);
        }
    }
}

#[test]
fn what_stood_under_a_heading_stays_behind_the_passage_before_it() {
    let text = "某市2024年工作要点\n一、重点任务\n1. 做好甲事。建好甲楼。（市教育局负责）\n2. 做好乙事。建好乙楼。修好乙路。（市财政局负责）\n";
    let reading = read(text).plan;
    let at = |words: &str| {
        let start = text.find(words).expect("words of the text");
        Span::new(start, start + words.len())
    };
    let mend = |words: &str, kind: Kind| Correction { at: at(words), was: "原".into(), change: Change::Kind(kind) };
    let corrections = [mend("（市教育局负责）", Kind::Passage), mend("做好乙事", Kind::Measure)];
    let plan = apply(&reading, &corrections, &Words::of(text)).plan;
    assert!(is_in_order(&plan), "{:?}", plan.measures().map(|measure| plan.text(measure.span)).collect::<Vec<_>>());
    let of_task =
        |place: usize| plan.tasks[place].measures.iter().map(|measure| plan.text(measure.span)).collect::<Vec<_>>();
    assert_eq!(of_task(1), ["做好乙事", "建好乙楼。", "修好乙路。"]);
}

/// What happens; a text as it is read; what is mended in it; and what each task then is: its number and heading, its measures, who
/// answers.
type Story = (&'static str, &'static str, &'static [(&'static str, Kind)], &'static [&'static str]);

#[test]
fn what_stood_under_words_stays_with_them() {
    let table: [Story; 8] = [
        (
            "a heading and its only measure are one measure",
            "一、重点任务\n抓好落实。\n（市教育局负责）\n",
            &[("重点任务\n抓好落实。", Kind::Measure)],
            &[" ：重点任务\n抓好落实。（市教育局负责）"],
        ),
        (
            "a heading is a measure, and no task is before it",
            "一、重点任务\n抓好落实。\n（市教育局负责）\n",
            &[("重点任务", Kind::Measure)],
            &[" ：重点任务|抓好落实。（市教育局负责）"],
        ),
        (
            "a measure and the next heading are one measure",
            "1. 做好甲事。建好甲楼。（市教育局负责）\n2. 做好乙事。建好乙楼。（市财政局负责）\n",
            &[("建好甲楼。（市教育局负责）\n2. 做好乙事", Kind::Measure)],
            &["1 做好甲事：建好甲楼。（市教育局负责）\n2. 做好乙事|建好乙楼。（市财政局负责）"],
        ),
        (
            "two headings are one, with its number",
            "1. 做好甲事。建好甲楼。（市教育局负责）\n2. 做好乙事。建好乙楼。（市财政局负责）\n",
            &[("1. 做好甲事。建好甲楼。（市教育局负责）\n2. 做好乙事", Kind::Task)],
            &["1 做好甲事。建好甲楼。（市教育局负责）\n2. 做好乙事：建好乙楼。（市财政局负责）"],
        ),
        (
            "a number before a sentence is not the number of its second half",
            "1. 做好服务，抓好落实。\n",
            &[("抓好落实。", Kind::Task)],
            &["1 ：做好服务，", " 抓好落实："],
        ),
        (
            "a paragraph behind the task of a table is not what the heading before the table has to do",
            "二、组织实施\n二、组织实施\n序号\t任务\t措施\t责任单位\n1\t办好实事\t发放补助。\t市民政局\n加强组织领导。",
            &[("\n二、组织实施", Kind::Task)],
            &["二 ：组织实施", "二 组织实施：", "1 办好实事：发放补助。市民政局"],
        ),
        (
            "a heading that is a section and its task is before what stands in it",
            "一、重点任务\n（市教育局负责）\n(二)保障民生。抓好落实。\n（市财政局负责）\n",
            &[("保障民生。抓好落实。", Kind::Measure)],
            &["一 重点任务：保障民生。抓好落实。（市教育局负责）（市财政局负责）"],
        ),
        (
            "a heading whose measure is no part of the plan is a measure",
            "一、重点任务\n抓好落实。\n（市教育局负责）\n",
            &[("抓好落实。", Kind::Paragraph), ("重点任务", Kind::Measure)],
            &[" ：重点任务（市教育局负责）"],
        ),
    ];
    for (name, text, mended, expected) in table {
        let mend = |(words, kind): &(&str, Kind)| {
            let start = text.find(words).expect("words of the text");
            Correction { at: Span::new(start, start + words.len()), was: "原".into(), change: Change::Kind(*kind) }
        };
        let corrections: Vec<Correction> = mended.iter().map(mend).collect();
        let plan = apply(&read(text).plan, &corrections, &Words::of(text)).plan;
        let shape = |task: &Task| {
            let measures: Vec<&str> = task.measures.iter().map(|measure| plan.text(measure.span)).collect();
            let said: String = task.responsibilities.iter().map(|said| plan.text(said.span)).collect();
            format!("{} {}：{}{said}", plan.text(task.label), plan.text(task.title), measures.join("|"))
        };
        assert_eq!(plan.tasks.iter().map(shape).collect::<Vec<_>>(), expected, "{name}");
    }
}
