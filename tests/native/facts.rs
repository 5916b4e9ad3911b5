//! The Haidong plan: source text, curated facts and plan.json fit each other, and the numbers are those counted by
//! hand in the text.

use std::collections::HashSet;
use yaodian::domain::plan::{Assignee, Comparator, Direction, Plan, Reach, Role, UnitKind};
use yaodian::domain::reading::{Reading, simplified};
use yaodian::domain::script::{Rendition, fold_text};
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::facts::{Facts, Misfit, join};
use yaodian::persist::plan_file::to_text;
use yaodian::reader::read;

const SOURCE: &str = include_str!("../../plans/haidong-2021/source.txt");
const FACTS: &str = include_str!("../../plans/haidong-2021/facts.toml");
const PLAN: &str = include_str!("../../plans/haidong-2021/plan.json");

fn joined(facts: &str) -> Result<Plan, Vec<Misfit>> {
    let facts: Facts = toml::from_str(facts).expect("the facts are well-formed");
    join(read(SOURCE).plan, &facts)
}

/// The misfits after this change of the facts.
fn misfits(from: &str, to: &str) -> Vec<Misfit> {
    assert!(FACTS.contains(from), "{from}");
    joined(&FACTS.replacen(from, to, 1)).expect_err("the changed fact does not fit")
}

#[test]
fn plan_json_is_up_to_date() {
    let plan = joined(FACTS).unwrap_or_else(|misfits| panic!("{misfits:#?}"));
    assert_eq!(haidong(), plan, "run `cargo xtask plan`");
    assert_eq!(PLAN, to_text(&plan), "run `cargo xtask plan`");
}

#[test]
fn the_plan_is_the_one_counted_by_hand() {
    let plan = haidong();
    assert_eq!(plan.source, SOURCE);
    let measures: Vec<usize> = plan.tasks.iter().map(|task| task.measures.len()).collect();
    assert_eq!(measures, [4, 6, 4, 4, 6, 7, 2, 5, 7, 3, 7, 7, 9, 8, 4, 8, 7, 8, 5, 5, 6, 7]);
    let tasks: Vec<usize> = plan.sections.iter().map(|section| section.tasks.len()).collect();
    assert_eq!(tasks, [4, 3, 3, 6, 2, 4]);
    assert_eq!(plan.standing.iter().map(|passage| passage.duties.len()).sum::<usize>(), 3);
    let ids: HashSet<_> = plan.measures().map(|measure| measure.id).collect();
    assert_eq!(ids.len(), 129);
}

#[test]
fn the_bodies_that_answer_are_those_of_the_text() {
    let plan = haidong();
    assert_eq!((plan.units.len(), plan.localities.len()), (31, 6));
    assert!(plan.units.iter().all(|unit| unit.canonical.is_some() && unit.english.is_some()));
    assert_eq!(plan.units.iter().filter(|unit| unit.kind == UnitKind::Central).count(), 2);

    let assigned = || plan.tasks.iter().flat_map(|task| task.assigned().map(move |a| (task.no.task, a)));
    assert_eq!(assigned().filter(|(_, a)| matches!(a.who, Assignee::Unit(_))).count(), 96);
    assert!(assigned().all(|(_, a)| a.role == Role::Responsible));
    let of = |reach| {
        let named = assigned().filter(move |(_, a)| a.who == Assignee::Localities(reach));
        named.map(|(task, _)| task).collect::<Vec<_>>()
    };
    assert_eq!(of(Reach::All).len(), 19);
    assert_eq!(of(Reach::Undetermined), [5, 6, 7]);
    assert!(plan.tasks.iter().all(|task| task.responsibilities.len() == 1 && task.responsibilities[0].open));
    for (_, assignment) in assigned() {
        if let Assignee::Unit(unit) = assignment.who {
            assert_eq!(plan.unit_named(plan.text(assignment.span)), Some(unit));
        }
    }

    let tasks_of = |name: &str| {
        let unit = plan.unit_named(name).map(Assignee::Unit).expect("a unit of the plan");
        assigned().filter(|(_, a)| a.who == unit).map(|(task, _)| task).collect::<Vec<_>>()
    };
    assert_eq!(tasks_of("市文體廣電旅遊局"), [5, 6, 16, 17, 22]);
    assert_eq!(tasks_of("市教育局"), [2, 3, 22]);
    assert_eq!(tasks_of("市住房建設局"), [2, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21]);
    assert_eq!(tasks_of("市市場監管局"), [18]);
    assert_eq!(tasks_of("人民銀行海東中心支行"), [9]);
}

#[test]
fn every_target_says_what_it_counts() {
    use Comparator::{AtLeast, AtMost, Eliminate, Exactly, Unstated};
    let plan = haidong();
    let targets: Vec<_> = plan
        .measures()
        .flat_map(|measure| measure.targets.iter().map(|t| (plan.label(measure.id).task.task, t)))
        .map(|(task, t)| (task, t.value, t.comparator, t.counts.as_deref().unwrap_or_default()))
        .collect();
    let expected = [
        (2, 10.0, Exactly, "新建改擴建幼稚園"),
        (2, 15.0, AtMost, "社保轉移接續辦理時限"),
        (2, 100.0, Exactly, "跨省異地就醫住院費用直接結算定點機構"),
        (3, 2.4, Exactly, "補貼性職業技能培訓"),
        (3, 9.0, AtLeast, "城鎮新增就業"),
        (3, 49.0, Unstated, "農牧區勞動力轉移就業"),
        (7, 1.0, Exactly, "西寧—海東通勤圈"),
        (10, 2.0, Exactly, "高標準建設美麗城鎮"),
        (13, 0.0, Eliminate, "城市群劣Ⅴ類水體斷面"),
        (16, 5349.0, Exactly, "城鎮老舊小區改造"),
        (16, 11645.0, Exactly, "農牧民居住條件改善"),
        (16, 1841.0, Exactly, "棚戶區改造（開工）"),
        (16, 2.0, Exactly, "天然氣輸配及供氣工程建成投運"),
        (17, 3.0, Exactly, "劃定控制線"),
        (20, 30.0, Exactly, "第二輪土地承包到期後再延長"),
        (21, 120.0, Exactly, "新建高原美麗鄉村"),
        (22, 100.0, Exactly, "社區公共衛生服務站"),
    ];
    assert_eq!(targets, expected);
}

/// Each by what it means in its sentence: an hour of commuting and working days are not to be more, 30 years are just
/// that, and all else is counted up in the course of the year.
#[test]
fn every_target_has_its_direction() {
    use Direction::{Down, Fixed, Up};
    let plan = haidong();
    let targets = plan.measures().flat_map(|measure| &measure.targets);
    let found: Vec<(&str, Direction)> = targets.map(|target| (plan.text(target.span), target.direction)).collect();
    let expected = [
        ("10所", Up),
        ("15個工作日以內", Down),
        ("鄉鎮全覆蓋", Up),
        ("2.4萬人次", Up),
        ("9千人以上", Up),
        ("49萬人次", Up),
        ("1小時", Down),
        ("2個", Up),
        ("消除劣Ⅴ類水體斷面", Down),
        ("5349套", Up),
        ("11645戶", Up),
        ("1841套", Up),
        ("兩縣", Up),
        ("三條", Up),
        ("30年", Fixed),
        ("120個", Up),
        ("社區全覆蓋", Up),
    ];
    assert_eq!(found, expected);
    // The reader finds the same; facts say what they rest on.
    let directions =
        |plan: &Plan| plan.measures().flat_map(|m| &m.targets).map(|target| target.direction).collect::<Vec<_>>();
    assert_eq!(directions(&read(SOURCE).plan), directions(&plan));
    let hour = plan.measures().flat_map(|m| &m.targets).find(|target| plan.text(target.span) == "1小時");
    let hour = hour.expect("a target of the plan");
    assert_eq!((hour.is_reached(1.5), hour.is_reached(1.0), hour.share(1.5)), (Some(false), Some(true), None));
}

/// Where facts say how a number is meant, that is how it is.
#[test]
fn a_fact_says_how_a_number_is_meant() {
    let direction = |to: &str| {
        let facts = FACTS.replacen("direction = \"down\"", to, 1);
        assert_ne!(facts, FACTS, "{to}");
        let plan = joined(&facts).expect("it fits");
        plan.measures().flat_map(|m| &m.targets).find(|target| plan.text(target.span) == "1小時").unwrap().direction
    };
    assert_eq!(direction("direction = \"fixed\""), Direction::Fixed);
    assert_eq!(direction("direction = \"up\""), Direction::Up);
}

#[test]
fn the_readings_have_the_shape_of_the_record() {
    Rendition::READINGS.into_iter().for_each(has_the_shape_of_the_record);
}

fn has_the_shape_of_the_record(rendition: Rendition) {
    let plan = haidong();
    let reading = Reading::new(&plan.source, &plan.rewordings, rendition);
    let (record, simple) = (read(&plan.source).plan, read(reading.text()).plan);
    let words = |range: std::ops::Range<usize>| &reading.text()[reading.to_reading(range)];

    assert_eq!(record.pieces.len(), simple.pieces.len());
    for (ours, theirs) in record.pieces.iter().zip(&simple.pieces) {
        assert_eq!(ours.kind, theirs.kind, "{}", record.text(ours.span));
        assert_eq!(words(ours.span.start as usize..ours.span.end as usize), simple.text(theirs.span));
    }
    let path = |path: &[String]| path.iter().map(|label| fold_text(label)).collect::<Vec<_>>();
    let sections =
        |plan: &Plan| plan.sections.iter().map(|s| (s.no, path(&s.path), s.tasks.clone())).collect::<Vec<_>>();
    assert_eq!(sections(&record), sections(&simple));
    let tasks = |plan: &Plan| {
        let assigned =
            |task: &yaodian::domain::plan::Task| task.assigned().map(|a| (a.who, a.role)).collect::<Vec<_>>();
        plan.tasks.iter().map(|task| (task.id, path(&task.path), assigned(task))).collect::<Vec<_>>()
    };
    assert_eq!(tasks(&record), tasks(&simple));
    let measures = |plan: &Plan| {
        plan.measures()
            .map(|measure| {
                let targets = measure.targets.iter().map(|t| (t.comparator, t.value, simplified(&t.unit, &[])));
                (measure.id, targets.collect::<Vec<_>>())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(measures(&record), measures(&simple));
    let passages = |plan: &Plan| {
        let of = |passage: &yaodian::domain::plan::Passage| (passage.paragraphs.len(), passage.duties.len());
        (plan.preamble.len(), plan.general.iter().chain(&plan.standing).map(of).collect::<Vec<_>>())
    };
    assert_eq!(passages(&record), passages(&simple));
}

#[test]
fn the_simplified_reading_says_what_the_original_said() {
    let plan = haidong();
    for (record, original) in [
        ("為民眾辦事提供便利", "为群众办事提供便利"),
        ("推進教職工編制最佳化調配", "推进教职工编制优化调配"),
        ("新建改擴建幼稚園10所", "新建改扩建幼儿园10所"),
        ("簡化社保轉移接續程式,推動", "简化社保转移接续程序，推动"),
        ("職業技能培訓2.4萬人次", "职业技能培训2.4万人次"),
        ("萬名青年技能培訓等計畫", "万名青年技能培训等计划"),
        ("勞務協作促就業計畫", "劳务协作促就业计划"),
        ("網路招聘專場會", "网络招聘专场会"),
        ("新增建設用地計畫指標", "新增建设用地计划指标"),
        ("掛鈎機制", "挂钩机制"),
        ("“一日游兩省”旅遊品牌", "“一日游两省”旅游品牌"),
        ("取得顯著創新成果", "取得显著创新成果"),
        ("最佳化都市圈生產力布局", "优化都市圈生产力布局"),
        ("引大濟湟西乾渠、北乾渠二期", "引大济湟西干渠、北干渠二期"),
        ("聯動回響機制", "联动响应机制"),
        ("著力建設城鄉統籌“新海東”", "着力建设城乡统筹“新海东”"),
        ("公共停車場和公共運輸線路", "公共停车场和公共交通线路"),
        ("租購併舉", "租购并举"),
        ("準入退出機制", "准入退出机制"),
        ("加大5G網路、大數據中心", "加大5G网络、大数据中心"),
        ("智慧出行、智慧醫療", "智慧出行、智慧医疗"),
        ("智慧康養、智慧型安防為主的人工智慧場景套用示範", "智慧康养、智能安防为主的人工智能场景应用示范"),
        ("智慧化改造", "智慧化改造"),
        ("智慧型化升級", "智能化升级"),
        ("“一網通管”", "“一网通管”"),
        ("海東冬春季PM2.5污染", "海东冬春季PM2.5污染"),
        ("新能源公車更換力度", "新能源公交车更换力度"),
        ("最佳化綠色智慧交通", "优化绿色智慧交通"),
        ("綠色、智慧型交通體系", "绿色、智能交通体系"),
        ("公車輛智慧型調度", "公交车辆智能调度"),
        ("以公共運輸為導向的開發", "以公共交通为导向的开发"),
        ("快速回響能力", "快速响应能力"),
        ("西部計畫、青南計畫", "西部计划、青南计划"),
        ("乾支相連、支支相通", "干支相连、支支相通"),
        ("支援農村教育", "支援农村教育"),
        ("“網際網路+醫療健康”", "“互联网+医疗健康”"),
        ("城市(鎮)擁有", "城市（镇）拥有"),
        ("(青發改規劃〔2021〕319號),結合", "（青发改规划〔2021〕319号），结合"),
        ("中文名:海東市", "中文名：海东市"),
        ("1. 全面放開", "1. 全面放开"),
        ("(一)提高", "（一）提高"),
        ("市市場監管局等部門", "市市场监管局等部门"),
    ] {
        assert!(plan.source.contains(record), "{record} does not occur");
        assert_eq!(simplified(record, &plan.rewordings), original);
    }
}

#[test]
fn the_traditional_reading_says_what_its_readers_write() {
    let plan = haidong();
    for (record, reading) in [
        ("簡化社保轉移接續程式,推動", "簡化社保轉移接續程序，推動"),
        ("推進教職工編制最佳化調配", "推進教職工編制最佳化調配"),
        ("網路招聘專場會", "網路招聘專場會"),
        ("新增建設用地計畫指標", "新增建設用地計畫指標"),
        ("掛鈎機制", "掛鉤機制"),
        ("“一日游兩省”旅遊品牌", "「一日遊兩省」旅遊品牌"),
        ("引大濟湟西乾渠、北乾渠二期", "引大濟湟西幹渠、北幹渠二期"),
        ("乾支相連、支支相通", "幹支相連、支支相通"),
        ("租購併舉", "租購並舉"),
        ("準入退出機制", "准入退出機制"),
        ("聯動回響機制", "聯動響應機制"),
        ("智慧康養、智慧型安防為主的人工智慧場景套用示範", "智慧康養、智慧安防為主的人工智慧場景應用示範"),
        ("公車輛智慧型調度", "公交車輛智慧調度"),
        ("新能源公車更換力度", "新能源公車更換力度"),
        ("(青發改規劃〔2021〕319號),結合", "（青發改規劃〔2021〕319號），結合"),
        ("1. 全面放開", "1. 全面放開"),
    ] {
        assert!(plan.source.contains(record), "{record} does not occur");
        assert_eq!(plan.in_rendition(record, Rendition::Traditional), reading);
    }
    // Nothing is left of what the simplified reading mends, but for words that its readers write so.
    let read = plan.in_rendition(&plan.source, Rendition::Traditional);
    for wrong in ["智慧型", "回響", "套用", "乾渠", "乾支", "掛鈎", "準入", "併舉", "接續程式", "“", "”", ",", "(", ")"]
    {
        assert!(!read.contains(wrong), "{wrong} is left");
    }
}

#[test]
fn a_fact_that_does_not_fit_is_named() {
    assert_eq!(
        misfits("key = \"市教育局\"", "key = \"市教育廳\""),
        [Misfit::UnitNotPrinted("市教育廳".into()), Misfit::UnitUnknown("市教育局".into())]
    );
    assert_eq!(misfits("[\"市文體廣電旅遊局\"]", "[]"), [Misfit::UnitUnknown("市文體廣電旅遊局".into())]);
    assert!(matches!(&misfits("\"改善城市人居環境\"", "\"改善環境\"")[..], [Misfit::Tasks(..)]));
    assert!(matches!(&misfits("\"提升市域治理水平\"", "\"提升治理水平\"")[..], [Misfit::Sections(..)]));
    assert!(matches!(&misfits("printed = \"5349套\"", "printed = \"5394套\"")[..], [Misfit::Targets(16, ..)]));
    assert_eq!(misfits("record = \"聯絡我們\"", "record = \"聯絡他們\""), [Misfit::NotPrinted("聯絡他們".into())]);
    let said: Vec<String> =
        misfits("printed = \"1小時\"", "printed = \"2小時\"").iter().map(ToString::to_string).collect();
    assert_eq!(said, ["targets of task 7: the facts say 2小時, the text 1小時"]);
}
