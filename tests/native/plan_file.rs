//! The saved form of a plan: the whole plan comes back, or an error.

use proptest::prelude::*;
use yaodian::domain::plan::{
    Assignee, Assignment, Certainty, Comparator, Direction, Fact, Locality, Measure, MeasureId, Meta, Passage, Piece,
    PieceKind, Plan, Reach, Responsibility, Rewording, Role, Section, Target, Task, TaskId, TaskLabel, Unit, UnitKind,
    Upper,
};
use yaodian::domain::script::Script;
use yaodian::domain::span::Span;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::plan_file::{Damage, PlanFileError, from_text, to_text};
use yaodian::reader::read;

const SOURCE: &str = "計畫\n一、總則\n(一)綠化\n1. 植樹。新建10所。(市林草局牽頭,市教育局、有關單位配合)\n";

fn at(words: &str) -> Span {
    let start = SOURCE.find(words).expect("the words stand in the source");
    Span::new(start, start + words.len())
}

fn fact(value: &str) -> Fact {
    Fact { value: value.into(), basis: "說明".into() }
}

/// The source cut into pieces.
fn sample_pieces() -> Vec<Piece> {
    let pieces = [
        (PieceKind::Title, "計畫"),
        (PieceKind::Gap, "\n"),
        (PieceKind::Label, "一、"),
        (PieceKind::Heading, "總則"),
        (PieceKind::Gap, "\n"),
        (PieceKind::Label, "(一)"),
        (PieceKind::Heading, "綠化"),
        (PieceKind::Gap, "\n"),
        (PieceKind::Label, "1. "),
        (PieceKind::Measure, "植樹。"),
        (PieceKind::Measure, "新建10所。"),
        (PieceKind::Responsibility, "(市林草局牽頭,市教育局、有關單位配合)"),
        (PieceKind::Furniture, "\n"),
    ];
    let mut end = 0;
    let piece = |(kind, words): (PieceKind, &str)| {
        let start = end;
        end += words.len();
        Piece { kind, span: Span::new(start, end) }
    };
    pieces.map(piece).to_vec()
}

/// A task in which everything occurs.
fn sample_task() -> Task {
    let id = TaskId::given(TaskLabel { section: 2, task: 1 });
    let target = |comparator, direction, counts: Option<&str>| Target {
        span: at("10所"),
        comparator,
        direction,
        value: 10.5,
        unit: "所".into(),
        counts: counts.map(Into::into),
    };
    let comparators =
        [Comparator::Exactly, Comparator::AtLeast, Comparator::AtMost, Comparator::Eliminate, Comparator::Unstated];
    let directions = [Direction::Up, Direction::Down, Direction::Fixed];
    let named = |who, role, words| Assignment { who, role, span: at(words) };
    Task {
        id,
        no: TaskLabel { section: 0, task: 4 },
        label: at("1"),
        path: vec!["1".into()],
        title: Span::default(),
        measures: vec![
            Measure {
                id: MeasureId::given(id, 1), span: at("植樹。"), targets: Vec::new(), responsibility: Some(0)
            },
            Measure {
                id: MeasureId::given(id, 7),
                span: at("新建10所。"),
                targets: comparators
                    .into_iter()
                    .flat_map(|c| directions.map(|d| target(c, d, (c == Comparator::Exactly).then_some("學校"))))
                    .collect(),
                responsibility: None,
            },
        ],
        responsibilities: vec![Responsibility {
            span: at("(市林草局牽頭,市教育局、有關單位配合)"),
            assigned: vec![
                named(Assignee::Unit(1), Role::Lead, "市林草局"),
                named(Assignee::Unit(0), Role::Support, "市教育局"),
                named(Assignee::Unit(1), Role::Responsible, "市教育局"),
                named(Assignee::Localities(Reach::All), Role::Responsible, "單位"),
                named(Assignee::Localities(Reach::Undetermined), Role::Responsible, "單位"),
                named(Assignee::Generic, Role::Support, "有關單位"),
            ],
            open: true,
        }],
        deadlines: vec![at("10")],
        given: 9,
    }
}

/// A small plan in which every kind of thing occurs, and nothing is as simple as it could be.
fn sample() -> Plan {
    Plan {
        id: "sample".into(),
        source: SOURCE.into(),
        script: Script::Mixed,
        meta: Meta {
            title: at("計畫"),
            number: Some(fact("1號")),
            issuer: None,
            issued: Some(fact("2021-07-20")),
            published: None,
            addressees: Some(fact("各單位")),
            start: Some(fact("2021-01-01")),
            due: None,
            english: Some("Plan".into()),
        },
        pieces: sample_pieces(),
        preamble: vec![at("計畫"), Span::default()],
        general: vec![Passage {
            label: at("一"), title: at("總則"), paragraphs: vec![at("綠化")], duties: Vec::new()
        }],
        sections: vec![Section {
            no: 2,
            path: vec!["一".into(), "(一)".into()],
            over: vec![Upper { label: Span::default(), title: at("綠化") }],
            title: at("綠化"),
            tasks: 0..1,
        }],
        tasks: vec![sample_task()],
        standing: vec![Passage {
            label: Span::default(),
            title: at("總則"),
            paragraphs: Vec::new(),
            duties: vec![Passage { title: at("植樹"), ..Passage::default() }],
        }],
        units: vec![
            Unit { key: "市教育局".into(), english: Some("Education".into()), ..Unit::default() },
            Unit {
                key: "市林業局".into(),
                aliases: vec!["市林草局".into()],
                canonical: Some(fact("林业局")),
                kind: UnitKind::Central,
                english: None,
            },
        ],
        localities: vec![Locality { key: "樂都區".into(), short: "樂都".into(), english: None }],
        rewordings: [Certainty::Confirmed, Certainty::Direction, Certainty::Inferred]
            .map(|certainty| Rewording {
                record: "計畫".into(),
                simplified: "计划".into(),
                traditional: (certainty == Certainty::Inferred).then(|| "規劃".into()),
                certainty,
                basis: "說明".into(),
            })
            .to_vec(),
        given: TaskId::given(TaskLabel { section: 0, task: 5 }),
        corrections: vec!["[0,6,\"title\",\"kind\",\"nothing\"]".into(), "a newer form".into()],
    }
}

#[test]
fn every_field_comes_back() {
    for plan in [sample(), haidong(), Plan { id: "empty".into(), ..Plan::default() }] {
        assert_eq!(from_text(&to_text(&plan)), Ok(plan));
    }
}

#[test]
fn what_is_no_plan_is_said_to_be_none() {
    let text = to_text(&sample());
    assert_eq!(from_text(" \n"), Err(PlanFileError::Empty));
    assert!(matches!(from_text("plan"), Err(PlanFileError::NotJson { line: 1, .. })));
    assert!(matches!(from_text(&text[..text.len() - 3]), Err(PlanFileError::NotJson { .. })));
    assert_eq!(from_text("[]"), Err(PlanFileError::NotAPlan));
    assert_eq!(from_text("{}"), Err(PlanFileError::NotAPlan));
    assert_eq!(from_text(&text.replacen("yaodian-plan", "yaodian-ledger", 1)), Err(PlanFileError::NotAPlan));
    let newer = text.replacen("\"version\":1", "\"version\":2,\"new\":[]", 1);
    assert_eq!(from_text(&newer), Err(PlanFileError::Newer { version: 2 }));
    let missing = text.replacen("\"units\"", "\"unit\"", 1);
    assert!(matches!(from_text(&missing), Err(PlanFileError::Damaged(Damage::Shape))));
}

#[test]
fn what_cannot_be_in_a_plan_is_named() {
    let damaged = |change: fn(&mut Plan)| {
        let mut plan = sample();
        change(&mut plan);
        match from_text(&to_text(&plan)) {
            Err(PlanFileError::Damaged(damage)) => damage,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(damaged(|plan| plan.id.clear()), Damage::Id);
    assert_eq!(damaged(|plan| plan.meta.title = Span::new(0, 999)), Damage::Place);
    assert_eq!(damaged(|plan| plan.meta.title = Span::new(1, 3)), Damage::Place);
    assert_eq!(damaged(|plan| plan.tasks[0].measures[1].targets[0].span = at("植樹")), Damage::Place);
    assert_eq!(damaged(|plan| plan.tasks[0].responsibilities[0].assigned[5].span = at("植樹")), Damage::Place);
    assert_eq!(damaged(|plan| plan.pieces.truncate(12)), Damage::Pieces);
    assert_eq!(damaged(|plan| plan.sections[0].tasks = 0..2), Damage::Sections);
    assert_eq!(damaged(|plan| plan.sections[0].tasks = std::ops::Range { start: 1, end: 0 }), Damage::Sections);
    assert_eq!(damaged(|plan| plan.tasks.push(plan.tasks[0].clone())), Damage::TaskIds);
    assert_eq!(damaged(|plan| plan.tasks[0].id = TaskId::default()), Damage::TaskIds);
    assert_eq!(damaged(|plan| plan.tasks[0].measures[1].id = plan.tasks[0].measures[0].id), Damage::TaskIds);
    assert_eq!(damaged(|plan| plan.units[0].key = "市林草局".into()), Damage::Names);
    assert_eq!(damaged(|plan| plan.units[0].key.clear()), Damage::Names);
    assert_eq!(damaged(|plan| plan.localities.push(plan.localities[0].clone())), Damage::Names);
    assert_eq!(damaged(|plan| drop(plan.units.pop())), Damage::Assignment);
    assert_eq!(damaged(|plan| plan.tasks[0].measures[0].responsibility = Some(1)), Damage::Responsibility);
    assert_eq!(damaged(|plan| plan.rewordings[0].simplified.clear()), Damage::Rewording);
    assert_eq!(damaged(|plan| plan.rewordings[0].traditional = Some(String::new())), Damage::Rewording);
    let infinite = to_text(&sample()).replacen("10.5", "1e999", 1);
    assert!(from_text(&infinite).is_err());
}

/// The small plan's text with other words in the place of some.
fn changed(words: &str, others: &str) -> Result<Plan, PlanFileError> {
    let text = to_text(&sample());
    assert!(text.contains(words), "{words} stands in {text}");
    from_text(&text.replacen(words, others, 1))
}

#[test]
fn what_cannot_be_in_a_form_is_named() {
    for (words, others, damage) in [
        ("\"units\"", "\"unit\"", Damage::Shape),
        ("\"open\":true", "\"open\":true,\"open\":true", Damage::Shape),
        ("\"open\":true", "\"open\":true,\"new\":null", Damage::Shape),
        ("\"open\":true", "\"open\":1", Damage::Shape),
        ("\"n\":7", "\"n\":65536", Damage::Shape),
        ("\"n\":7", "\"n\":1", Damage::TaskIds),
        ("\"n\":7", "\"n\":0", Damage::TaskIds),
        ("\"tasks\":[0,1]", "\"tasks\":[0,1,2]", Damage::Shape),
        ("\"tasks\":[0,1]", "\"tasks\":[0]", Damage::Shape),
        ("\"value\":10.5", "\"value\":\"10.5\"", Damage::Shape),
        ("\"value\":10.5,", "", Damage::Shape),
        ("\"is\":\"=\"", "\"is\":\"==\"", Damage::Shape),
        ("\"role\":\"lead\"", "\"role\":\"responsible\"", Damage::Shape),
        ("\"who\":\"all\"", "\"who\":\"some\"", Damage::Assignment),
        (",\"who\":\"all\"", "", Damage::Assignment),
        ("\"who\":{\"unit\":1}", "\"who\":{\"unit\":2}", Damage::Assignment),
        ("\"who\":{\"unit\":1}", "\"who\":{\"unit\":1,\"role\":1}", Damage::Shape),
        ("\"who\":{\"unit\":1}", "\"who\":{}", Damage::Shape),
        ("\"id\":\"2-1\"", "\"id\":\"2-01\"", Damage::TaskIds),
        ("\"no\":\"4\"", "\"no\":\"0\"", Damage::TaskIds),
        ("\"given\":9", "\"given\":-9", Damage::Shape),
        ("\"given\":\"5\"", "\"given\":5", Damage::Shape),
        ("\"n\":7", "\"n\":7,\"of\":\"3.1\"", Damage::TaskIds),
        ("\"n\":7", "\"n\":1,\"of\":\"2-1\"", Damage::TaskIds),
        ("\"T6", "\"X6", Damage::Pieces),
        ("\"T6", "\"T", Damage::Pieces),
        ("\"T6", "\"T5", Damage::Place),
        ("\"meta\":{\"title\":[0,6]", "\"meta\":{\"title\":[-1,6]", Damage::Place),
        ("\"meta\":{\"title\":[0,6]", "\"meta\":{\"title\":[0,6,0]", Damage::Shape),
        ("\"meta\":{\"title\":[0,6]", "\"meta\":{\"title\":{}", Damage::Shape),
    ] {
        assert_eq!(changed(words, others), Err(PlanFileError::Damaged(damage)), "{others} for {words}");
    }
}

#[test]
fn a_form_in_other_words_is_the_same_plan() {
    for (words, others) in [
        ("\"n\":7,", "\"\\u006e\":7, \n\t"),
        ("\"value\":10.5,\"unit\":\"所\"", "\"unit\":\"\\u6240\",\"value\":105e-1"),
        ("\"responsibility\":0", "\"responsibility\":0,\"targets\":[],\"n\":1"),
        ("\"key\":\"市教育局\"", "\"central\":false,\"aliases\":[],\"key\":\"市教育局\""),
    ] {
        assert_eq!(changed(words, others), Ok(sample()), "{others} for {words}");
    }
}

/// What plans are made of, so that texts of a few pieces have tasks, targets, statements and particulars in every order.
const PIECES: [&str; 84] = [
    "某市2021年度工作要点\n",
    "某市关于印发2021—2023年行动计划的通知\n",
    "某政办〔2021〕68号\n",
    "发布单位:某市人民政府\n",
    "印发日期：2021年度计划，2021年7月20日\n",
    "二〇二一年七月二十日\n",
    "各县区人民政府：\n",
    "一、",
    "二、重点任务\n",
    "三、组织实施\n",
    "（一）",
    "(二)加快建设。",
    "1. ",
    "2．",
    "3.做好服务\n",
    "（1）",
    "①",
    "第一章 ",
    "第二条 ",
    "## ",
    "**",
    "推进窗口建设",
    "完成城鎮老舊小區改造",
    "新建幼稚園",
    "办理时限压缩至",
    "不少于",
    "最高不超过",
    "达到",
    "至少",
    "控制在",
    "延长",
    "消除劣Ⅴ类水体断面",
    "实现社区全覆盖",
    "化隆、循化两县建成",
    "划定红线、农田、边界三条控制线",
    "打造都市圈1小时便捷通勤圈",
    "10",
    "10套(次)",
    "10套（次）",
    "5,349",
    "2.4",
    "０．５",
    "49万",
    "9千",
    "1-3",
    "1——3",
    "12345678901234567890",
    "0.12345678901234567",
    "三",
    "十五",
    "第",
    "套",
    "(次)",
    "（户）",
    "人次",
    "个工作日",
    "年",
    "%",
    "％",
    "PB",
    "P",
    "以上",
    "(含)以上",
    "（含）以下",
    "以内",
    "左右",
    "的",
    "，",
    ",",
    "、",
    "。",
    "；",
    "\n",
    "\t",
    "|",
    " ",
    "(市教育局、各县区政府等部门负责)",
    "（市財政局牵头，市教育局、有关部门配合）",
    "（责任单位：市 教 育局，相关县区政府；完成时限：2021年10月）",
    "责任单位：市财政局\n",
    "（市财政局负责",
    "“",
    "《某计划》",
    "\u{feff}",
];

/// Numbers that a measure sets.
const NUMBERS: [&str; 4] = ["10套(次)", "2.4万人(户)", "不少于5,349所", "9千人(含)以上"];

/// A text of such pieces, among them some that nobody writes; some of it under a heading of a task.
fn plan_like() -> impl Strategy<Value = String> {
    let piece = || prop_oneof![24 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{1,3}"];
    let pieces = |most| proptest::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat());
    let task = (pieces(4), proptest::sample::select(&NUMBERS[..]), pieces(4), "[。\n,；a ]{0,2}");
    let task =
        task.prop_map(|(before, number, after, end)| format!("1. 做好服务。{before}完成{number}{after}{end}\n2."));
    (pieces(20), task, pieces(20)).prop_map(|(before, task, after)| format!("{before}\n{task}{after}"))
}

/// What is read of a text is a plan that is saved and read again as the same.
#[track_caller]
fn comes_back(text: &str) {
    let plan = Plan { id: "read".into(), ..read(text).plan };
    assert_eq!(from_text(&to_text(&plan)), Ok(plan), "{text:?}");
}

#[test]
fn what_is_read_comes_back() {
    comes_back(include_str!("../../plans/haidong-2021/source.txt"));
    for measure in [
        "完成10套(次)a。",
        "完成10套(次)\n2.",
        "完成10套（次）。",
        "新建9人(含)以上。",
        "完成0.12345678901234567个。",
        "达到1e999个。",
    ] {
        comes_back(&format!("某市2021年工作要点\n一、任务\n1. 做好服务。{measure}（市教育局负责）\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_read_comes_back(text in plan_like(), arbitrary: String) {
        comes_back(&text);
        comes_back(&arbitrary);
    }
}

proptest! {
    /// Whatever a file says: an error, or a whole plan that is saved and read again as the same.
    #[test]
    fn no_half_plan(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4)) {
        const CHARS: [char; 18] = ['0', '1', '9', '-', '"', ',', '[', ']', '{', '}', ':', 'n', 'G', 'M', '.', 'e', '市', ' '];
        let mut text: Vec<char> = to_text(&sample()).chars().collect();
        for (place, new) in changes {
            let place = place.index(text.len());
            match new.index(CHARS.len() + 2) {
                0 => drop(text.remove(place)),
                1 => text.truncate(place.max(1)),
                new => text[place] = CHARS[new - 2],
            }
        }
        let text: String = text.into_iter().collect();
        if let Ok(plan) = from_text(&text) {
            prop_assert_eq!(from_text(&to_text(&plan)), Ok(plan));
        }
    }

    #[test]
    fn no_text_is_too_odd(text: String) {
        prop_assert!(from_text(&text).is_err());
    }
}
