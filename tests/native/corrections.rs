//! What a person mends in a reading: it stands beside the source, and all else follows it.

mod answers;
mod any;
mod emptied;
mod kept;

use yaodian::domain::corrections::{
    Aim, BodyIs, Change, Corrected, Correction, Kind, Particular, Set, apply, kind_at, role_at,
};
use yaodian::domain::plan::{Assignee, Comparator, PieceKind, Plan, Reach, Role, Section, UnitKind};
use yaodian::domain::span::Span;
use yaodian::reader::{Words, read};

const TEXT: &str = "某市2024年工作要点\n为做好全年工作，制定本要点。\n一、重点任务\n（一）优化服务\n1. 做好服务。推进窗口建设，新建10所学校。优化办事流程。\
    （市教育局、市财政局负责）\n2. 加强宣传。开展宣传活动。（市宣传局负责）\n（二）保障民生\n3. 办好实事。发放补助。（市民政局、各县区政府负责）\n\
    二、组织实施\n加强组织领导。各部门抓好落实。\n";

fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words} stands in the text"));
    Span::new(start, start + words.len())
}

fn mend(at: Span, change: Change) -> Correction {
    Correction { at, was: String::new(), change }
}

/// The text with these corrections, all of which fit.
#[track_caller]
fn mended(corrections: &[Correction]) -> Plan {
    let Corrected { plan, unfit, .. } = apply(&read(TEXT).plan, corrections, &Words::of(TEXT));
    assert_eq!(unfit, Vec::<usize>::new(), "all fit");
    let together: String = plan.pieces.iter().map(|piece| plan.text(piece.span)).collect();
    assert_eq!(together, TEXT, "the pieces are the source");
    plan
}

/// A plan in a line for each heading, its measures and who answers.
fn shape(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for (i, task) in plan.tasks.iter().enumerate() {
        let section = plan.section_of(i).filter(|section| section.tasks.start == i);
        lines.extend(section.map(|section| format!("§{}", plan.text(section.title))));
        let measures: Vec<&str> = task.measures.iter().map(|m| plan.text(m.span)).collect();
        let units: Vec<&str> = task
            .assigned()
            .map(|a| match a.who {
                Assignee::Unit(unit) => plan.units[unit].key.as_str(),
                _ => plan.text(a.span),
            })
            .collect();
        lines.push(format!("{} {}：{}（{}）", task.no, plan.text(task.title), measures.join("|"), units.join("、")));
    }
    let mut passages = |name: &str, all: &[yaodian::domain::plan::Passage]| {
        for passage in all {
            let paragraphs: Vec<&str> = passage.paragraphs.iter().map(|p| plan.text(*p)).collect();
            let duties: Vec<&str> = passage.duties.iter().map(|p| plan.text(p.title)).collect();
            lines.push(format!("{name} {}：{}[{}]", plan.text(passage.title), paragraphs.join("|"), duties.join("|")));
        }
    };
    passages("前", &plan.general);
    passages("后", &plan.standing);
    lines
}

/// Checks the shape that one correction gives.
#[track_caller]
fn gives(words: &str, change: Change, lines: &[&str]) {
    let shown = shape(&mended(&[mend(at(words), change)]));
    assert_eq!(shown, lines, "{words}");
}

const FIRST: &str = "§优化服务";
const ONE: &str = "1 做好服务：推进窗口建设，新建10所学校。|优化办事流程。（市教育局、市财政局）";
const TWO: &str = "2 加强宣传：开展宣传活动。（市宣传局）";
const SECOND: &str = "§保障民生";
const THREE: &str = "3 办好实事：发放补助。（市民政局、各县区政府）";
const LAST: &str = "后 组织实施：加强组织领导。各部门抓好落实。[]";

/// Headings over sections can be mended like theirs, and a new one stands beside those of its kind.
#[test]
fn headings_over_sections_are_mended_like_any() {
    const TEXT: &str = "某市2024年工作要点\n一、优化服务环境\n（一）窗口\n1. 建设窗口。新建2个。（市教育局）\n（二）网上\n2. 网上办理。办理3项。\
        （市财政局）\n二、保障民生\n（一）养老\n3. 建食堂。建3个。（市民政局）\n（二）托育\n4. 建托育。建4个。（市民政局）\n";
    #[track_caller]
    fn check(words: &str, change: Change, expected: &[&str]) {
        let start = TEXT.find(words).expect("the words stand in the text");
        let at = Span::new(start, start + words.len());
        let corrections = [Correction { at, was: String::new(), change }];
        let Corrected { plan, unfit, .. } = apply(&read(TEXT).plan, &corrections, &Words::of(TEXT));
        assert_eq!(unfit, Vec::<usize>::new(), "{words}");
        let words_of = |section: &Section| section.titles().map(|title| plan.text(title)).collect::<Vec<_>>().join("/");
        let found: Vec<String> =
            plan.sections.iter().map(|section| section.path.join("/") + " " + &words_of(section)).collect();
        assert_eq!(found, expected, "{words}");
    }
    let [window, net, old, young] = [
        "一/（一） 优化服务环境/窗口",
        "一/（二） 优化服务环境/网上",
        "二/（一） 保障民生/养老",
        "二/（二） 保障民生/托育",
    ];
    check("优化服务环境", Change::Kind(Kind::Section), &[window, net, old, young]);
    check("优化服务环境", Change::Kind(Kind::Nothing), &["一/（一） 窗口", "一/（二） 网上", old, young]);
    check("保障民生", Change::Kind(Kind::Paragraph), &[window, net, "二/（一） 养老", "二/（二） 托育"]);
    // A task's heading that is one of a section: below the last one, and beside the one that has its form.
    check(
        "网上办理",
        Change::Kind(Kind::Section),
        &[window, net, "一/（二）/2 优化服务环境/网上/网上办理", old, young],
    );
    check("保障", Change::Kind(Kind::Section), &[window, net, "二/（一） 保障/养老", "二/（二） 保障/托育"]);
}

#[test]
fn words_are_what_a_person_says_they_are() {
    let kind = |words, kind, lines: &[&str]| gives(words, Change::Kind(kind), lines);
    let all = [FIRST, ONE, TWO, SECOND, THREE, LAST];
    for (words, same) in [
        ("优化服务", Kind::Section),
        ("做好服务", Kind::Task),
        ("优化办事流程。", Kind::Measure),
        ("组织实施", Kind::Passage),
    ] {
        kind(words, same, &all);
    }
    kind(
        "优化服务",
        Kind::Task,
        &[
            "§",
            "1 优化服务：（）",
            &ONE.replacen('1', "2", 1),
            &TWO.replacen('2', "3", 1),
            SECOND,
            "4 办好实事：发放补助。（市民政局、各县区政府）",
            LAST,
        ],
    );
    kind("优化服务", Kind::Passage, &["§", ONE, TWO, SECOND, THREE, "前 优化服务：[]", LAST]);
    kind(
        "做好服务",
        Kind::Section,
        &[
            "§做好服务",
            "1 ：推进窗口建设，新建10所学校。|优化办事流程。（市教育局、市财政局）",
            TWO,
            SECOND,
            THREE,
            LAST,
        ],
    );
    kind(
        "做好服务",
        Kind::Measure,
        &[
            FIRST,
            "1 ：做好服务|推进窗口建设，新建10所学校。|优化办事流程。（市教育局、市财政局）",
            TWO,
            SECOND,
            THREE,
            LAST,
        ],
    );
}

/// A section stands beside those with labels like its own, and below the last one where there are none.
#[test]
fn a_section_keeps_what_it_stands_under() {
    for (words, path) in [("保障民生", "一/（二）"), ("加强宣传", "一/（一）/2")] {
        let change = |kind| mend(at(words), Change::Kind(kind));
        let plan = mended(&[change(Kind::Paragraph), change(Kind::Section)]);
        let section = plan.sections.iter().find(|section| plan.text(section.title) == words);
        assert_eq!(section.map(|section| section.path.join("/")).as_deref(), Some(path), "{words}");
    }
}

#[test]
fn what_stands_under_a_heading_follows_the_text() {
    let kind = |words, kind, lines: &[&str]| gives(words, Change::Kind(kind), lines);
    kind(
        "加强宣传",
        Kind::Passage,
        &[FIRST, ONE, SECOND, THREE, "后 加强宣传：开展宣传活动。|（市宣传局负责）[]", LAST],
    );
    kind(
        "加强宣传",
        Kind::Measure,
        &[
            FIRST,
            "1 做好服务：推进窗口建设，新建10所学校。|优化办事流程。|加强宣传|开展宣传活动。（市教育局、市财政局、市宣传局）",
            SECOND,
            THREE,
            LAST,
        ],
    );
    kind("保障民生", Kind::Paragraph, &[FIRST, ONE, TWO, THREE, LAST]);
    kind(
        "加强组织领导。各部门抓好落实。",
        Kind::Task,
        &[FIRST, ONE, TWO, SECOND, THREE, "§", "4 加强组织领导：各部门抓好落实。（）", "后 组织实施：[]"],
    );
    kind(
        "加强组织领导。各部门抓好落实。",
        Kind::Measure,
        &[FIRST, ONE, TWO, SECOND, THREE, "§", "4 ：加强组织领导。各部门抓好落实。（）", "后 组织实施：[]"],
    );
    kind("组织实施", Kind::Section, &[FIRST, ONE, TWO, SECOND, THREE]);
    kind(
        "优化办事流程。",
        Kind::Task,
        &[
            FIRST,
            "1 做好服务：推进窗口建设，新建10所学校。（）",
            "2 优化办事流程：（市教育局、市财政局）",
            "3 加强宣传：开展宣传活动。（市宣传局）",
            SECOND,
            "4 办好实事：发放补助。（市民政局、各县区政府）",
            LAST,
        ],
    );
    kind(
        "优化办事流程。",
        Kind::Nothing,
        &[FIRST, "1 做好服务：推进窗口建设，新建10所学校。（市教育局、市财政局）", TWO, SECOND, THREE, LAST],
    );
    kind(
        "优化办事流程。",
        Kind::Paragraph,
        &[FIRST, "1 做好服务：推进窗口建设，新建10所学校。（市教育局、市财政局）", TWO, SECOND, THREE, LAST],
    );
    let plan = mended(&[mend(at("为做好全年工作，制定本要点。"), Change::Kind(Kind::Title))]);
    assert_eq!(plan.text(plan.meta.title), "为做好全年工作，制定本要点。");
    assert_eq!(kind_at(&plan, at("某市2024年工作要点")), Kind::Nothing, "the old title is a notice");
}

#[test]
fn a_measure_is_split_and_joined() {
    let split = mend(at("推进窗口建设，新建10所学校。"), Change::Split(at("新建10所").start));
    let plan = mended(std::slice::from_ref(&split));
    assert_eq!(shape(&plan)[1], "1 做好服务：推进窗口建设，|新建10所学校。|优化办事流程。（市教育局、市财政局）");
    let targets: Vec<usize> = plan.tasks[0].measures.iter().map(|measure| measure.targets.len()).collect();
    assert_eq!(targets, [0, 1, 0], "the target goes with its part");
    let ids: Vec<String> = plan.tasks[0].measures.iter().map(|measure| measure.id.to_string()).collect();
    assert_eq!(ids, ["1.1", "1.2", "1.3"]);
    let join = mend(at("推进窗口建设，新建10所学校。"), Change::Join);
    assert_eq!(mended(&[split, join]), read(TEXT).plan, "joined again it is what it was");
    gives(
        "推进窗口建设，新建10所学校。优化办事流程。",
        Change::Join,
        &[
            FIRST,
            "1 做好服务：推进窗口建设，新建10所学校。优化办事流程。（市教育局、市财政局）",
            TWO,
            SECOND,
            THREE,
            LAST,
        ],
    );
    gives(
        "做好服务。推进窗口建设，新建10所学校。",
        Change::Join,
        &[
            FIRST,
            "1 做好服务。推进窗口建设，新建10所学校：优化办事流程。（市教育局、市财政局）",
            TWO,
            SECOND,
            THREE,
            LAST,
        ],
    );
    gives(
        "做好服务",
        Change::Split(at("服务。").start),
        &[
            FIRST,
            "1 做好：服务|推进窗口建设，新建10所学校。|优化办事流程。（市教育局、市财政局）",
            TWO,
            SECOND,
            THREE,
            LAST,
        ],
    );
}

/// Who answers for each task, as `role:name`, after one correction of a body.
#[track_caller]
fn answer(corrections: &[Correction], expected: &[&[&str]]) -> Plan {
    let plan = mended(corrections);
    let role = |role| match role {
        Role::Lead => "牵头:",
        Role::Support => "配合:",
        Role::Responsible => "",
    };
    let name = |who, span| match who {
        Assignee::Unit(unit) => plan.units[unit].key.clone(),
        Assignee::Localities(Reach::All) => "各地".to_owned(),
        Assignee::Localities(Reach::Undetermined) => "相关地".to_owned(),
        Assignee::Locality(one) => plan.localities[one].key.clone(),
        Assignee::Generic => format!("泛{}", plan.text(span)),
    };
    let all: Vec<Vec<String>> = plan
        .tasks
        .iter()
        .map(|task| task.assigned().map(|a| role(a.role).to_owned() + &name(a.who, a.span)).collect())
        .collect();
    assert_eq!(all, expected);
    plan
}

fn body(at: Span, name: &str, all: bool, is: BodyIs) -> Correction {
    mend(at, Change::Body { name: name.into(), all, is })
}

#[test]
fn bodies_are_named_as_a_person_says() {
    let everywhere = Span::default();
    let (money, affairs) = (at("市财政局"), at("市民政局"));
    let plan = answer(
        &[body(everywhere, "市财政局", true, BodyIs::Called("海东市财政局".into()))],
        &[&["市教育局", "海东市财政局"], &["市宣传局"], &["市民政局", "各地"]],
    );
    assert_eq!(plan.unit_named("市财政局"), plan.unit_named("海东市财政局"), "it is found under both names");
    answer(
        &[body(money, "市财政局", false, BodyIs::Called("市民政局".into()))],
        &[&["市教育局", "市民政局"], &["市宣传局"], &["市民政局", "各地"]],
    );
    let plan = answer(
        &[body(everywhere, "市财政局", true, BodyIs::Called("市民政局".into()))],
        &[&["市教育局", "市民政局"], &["市宣传局"], &["市民政局", "各地"]],
    );
    assert_eq!(plan.units.len(), 3, "both are one");
    answer(
        &[body(everywhere, "市财政局", true, BodyIs::Also("市民政局".into()))],
        &[&["市教育局", "市财政局"], &["市宣传局"], &["市财政局", "各地"]],
    );
    answer(
        &[body(everywhere, "市财政局", true, BodyIs::Several(vec!["市财政".into(), "税务局".into()]))],
        &[&["市教育局", "市财政", "税务局"], &["市宣传局"], &["市民政局", "各地"]],
    );
    answer(
        &[mend(at("市教育局、市财政局"), Change::Names(vec!["市教育局市财政局".into()]))],
        &[&["市教育局市财政局"], &["市宣传局"], &["市民政局", "各地"]],
    );
    answer(
        &[
            body(money, "市财政局", false, BodyIs::Role(Role::Support)),
            body(everywhere, "市民政局", true, BodyIs::Role(Role::Lead)),
        ],
        &[&["市教育局", "配合:市财政局"], &["市宣传局"], &["牵头:市民政局", "各地"]],
    );
    let plan = answer(
        &[
            body(affairs, "市民政局", false, BodyIs::Absent),
            mend(at("（市宣传局负责）"), Change::Add("市政府办".into(), Role::Lead)),
        ],
        &[&["市教育局", "市财政局"], &["市宣传局", "牵头:市政府办"], &["各地"]],
    );
    assert_eq!(plan.unit_named("市民政局"), None, "what nobody names is no unit");
    answer(
        &[
            body(at("各县区政府"), "各县区政府", false, BodyIs::Set(Set::SomeLocalities)),
            body(everywhere, "市宣传局", true, BodyIs::Set(Set::Generic)),
        ],
        &[&["市教育局", "市财政局"], &["泛市宣传局"], &["市民政局", "相关地"]],
    );
    let plan = answer(
        &[
            body(everywhere, "市宣传局", true, BodyIs::Kind(UnitKind::Central)),
            mend(at("（市宣传局负责）"), Change::Open(true)),
        ],
        &[&["市教育局", "市财政局"], &["市宣传局"], &["市民政局", "各地"]],
    );
    assert_eq!(plan.units.iter().filter(|unit| unit.kind == UnitKind::Central).count(), 1);
    assert_eq!(plan.tasks.iter().filter(|task| task.responsibilities[0].open).count(), 1);
}

#[test]
fn values_are_what_a_person_says() {
    let aim = Aim { comparator: Comparator::AtLeast, value: 12.0, unit: "所".into(), counts: "学校".into() };
    let places = Change::Localities(vec![("乐都区".into(), "乐都".into()), ("平安区".into(), String::new())]);
    let plan = mended(&[
        mend(at("10所"), Change::Target(Some(aim))),
        mend(at("窗口建设"), Change::Deadline(true)),
        mend(Span::default(), places),
        mend(Span::default(), Change::Particular(Particular::Number, "某政〔2024〕1号".into())),
        mend(Span::default(), Change::Particular(Particular::Due, "2024-12-31".into())),
    ]);
    let target = &plan.tasks[0].measures[0].targets[0];
    assert_eq!((target.value, target.comparator, target.counts.as_deref()), (12.0, Comparator::AtLeast, Some("学校")));
    assert_eq!(plan.tasks[0].deadlines, [at("窗口建设")]);
    assert_eq!(plan.localities.iter().map(|l| l.short.as_str()).collect::<Vec<_>>(), ["乐都", "平安区"]);
    assert_eq!(plan.meta.number.map(|fact| fact.value).as_deref(), Some("某政〔2024〕1号"));
    assert_eq!(plan.meta.due.map(|fact| fact.value).as_deref(), Some("2024-12-31"));
    assert!(mended(&[mend(at("10所"), Change::Target(None))]).measures().all(|measure| measure.targets.is_empty()));
}

#[test]
fn the_value_of_a_target_is_typed_as_people_type_numbers() {
    for (typed, value) in [
        ("12", Some(12.0)),
        ("１２", Some(12.0)),
        ("１．５", Some(1.5)),
        ("１，２００", Some(1200.0)),
        (" 1,200 ", Some(1200.0)),
        ("十二", None),
        ("12所", None),
        ("inf", None),
        ("", None),
    ] {
        let aim = Aim::typed(Comparator::AtLeast, typed, "所".into(), String::new());
        assert_eq!(aim.map(|aim| aim.value), value, "{typed}");
    }
}

#[test]
fn who_is_named_already_is_known_before_it_is_named_again() {
    let named = |corrections: &[Correction], at, name| role_at(&mended(corrections), at, name);
    let statement = at("（市教育局、市财政局负责）");
    let leads = body(at("市财政局"), "市财政局", false, BodyIs::Role(Role::Lead));
    assert_eq!(named(&[], statement, "市财政局"), Some(Role::Responsible));
    assert_eq!(named(std::slice::from_ref(&leads), statement, " 市财政局 "), Some(Role::Lead));
    assert_eq!(named(&[], statement, "市民政局"), None, "it is named elsewhere");
    assert_eq!(named(&[], statement, "市林草局"), None, "it is named nowhere");
    assert_eq!(named(&[leads], at("优化办事流程。"), "市财政局"), Some(Role::Lead), "a measure is its task's");
}

#[test]
fn a_locality_that_is_said_twice_is_one() {
    let names = [("乐都区", "乐都"), ("平安区", ""), ("乐都区", "")];
    let places = names.map(|(key, short)| (key.to_owned(), short.to_owned())).to_vec();
    let plan = mended(&[mend(Span::default(), Change::Localities(places))]);
    assert_eq!(plan.localities.iter().map(|l| l.short.as_str()).collect::<Vec<_>>(), ["乐都", "平安区"]);
}

#[test]
fn what_fits_nowhere_is_told_and_changes_nothing() {
    let everywhere = Span::default();
    for (at, change) in [
        (Span::new(1, 5), Change::Kind(Kind::Task)),
        (Span::new(0, 9_999), Change::Kind(Kind::Task)),
        (Span::new(9, 3), Change::Kind(Kind::Task)),
        (at("。"), Change::Kind(Kind::Measure)),
        (at("优化办事流程。"), Change::Split(at("推进").start)),
        (at("优化办事流程。（市教育局、市财政局负责）"), Change::Join),
        (at("市财政局"), Change::Body { name: "市民政局".into(), all: false, is: BodyIs::Absent }),
        (everywhere, Change::Body { name: "市林草局".into(), all: true, is: BodyIs::Called("市林业局".into()) }),
        (at("优化办事流程。"), Change::Names(vec!["市林草局".into()])),
        (at("为做好全年工作"), Change::Add("市林草局".into(), Role::Lead)),
        (at("优化办事流程。"), Change::Open(true)),
        (at("组织实施"), Change::Target(None)),
        (everywhere, Change::Particular(Particular::Due, "年底".into())),
        (everywhere, Change::Localities(vec![(String::new(), String::new())])),
        (everywhere, Change::Unknown("[0,0,\"\",\"of tomorrow\"]".into())),
    ] {
        let corrected = apply(&read(TEXT).plan, &[mend(at, change.clone())], &Words::of(TEXT));
        assert_eq!((corrected.unfit, corrected.plan), (vec![0], read(TEXT).plan), "{change:?}");
    }
    assert!(read(TEXT).plan.pieces.iter().all(|piece| piece.kind != PieceKind::Furniture));
}
