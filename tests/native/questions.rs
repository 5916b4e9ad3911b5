//! What a plan leaves open: asked where it does, and nowhere else.

use yaodian::domain::corrections::{Change, Correction, Kind, apply};
use yaodian::domain::dues::dues;
use yaodian::domain::plan::{Locality, Plan};
use yaodian::domain::questions::{Asked, questions};
use yaodian::domain::two_plans;
use yaodian::reader;

/// A plan whose tasks are answered for by these statements, one each.
fn plan_of(title: &str, statements: &[&str]) -> Plan {
    let head = format!("{title}\n\n一、重点任务\n");
    let task = |(at, statement): (usize, &&str)| {
        format!("{}.任务。推进第{}项工作。（责任单位：{statement}）\n", at + 1, at + 1)
    };
    let tasks: String = statements.iter().enumerate().map(task).collect();
    reader::read(&(head + &tasks)).plan
}

/// The pairs of units that are asked about, by name.
fn pairs(names: [&str; 2]) -> Vec<String> {
    let plan = plan_of("青山市2024年工作要点", &names);
    let asked = questions(&plan).into_iter().filter_map(|question| match question.asked {
        Asked::SameBody(one, other) => Some(format!("{one} {other}")),
        _ => None,
    });
    asked.collect()
}

#[test]
fn names_that_may_be_of_one_body_are_asked_about() {
    let alike = [
        ["市发改委", "市发展改革委"],
        ["市发展和改革委员会", "市发改委"],
        ["市卫健委", "市卫生健康委"],
        ["市人社局", "市人力资源社会保障局"],
        ["市國資委", "市国有资产监督管理委员会"],
        ["市教育局", "教育局"],
        ["青山市财政局", "市财政局"],
        ["市水务局", "县水务局"],
        ["市政府办公室", "市政府办"],
        ["市文体旅游广电局", "市文体广电旅游局"],
    ];
    for names in alike {
        assert_eq!(pairs(names), [names.join(" ")], "{names:?}");
    }
    let different = [
        ["市教育局", "市体育局"],
        ["市公安局", "市公安局交通管理局"],
        ["市委组织部", "市委宣传部"],
        ["市住建局", "市城管局"],
        ["市发改委", "县发展改革委"],
        ["城东区教育局", "城西区教育局"],
        ["城东区政府", "城西区政府"],
        ["高新区管委会", "经开区管委会"],
        ["市财政局", "市财政局"],
    ];
    for names in different {
        assert_eq!(pairs(names), [""; 0], "{names:?}");
    }
}

#[test]
fn bodies_that_one_statement_names_side_by_side_are_two() {
    let asked = |statements: &[&str]| questions(&plan_of("青山市2024年工作要点", statements)).len();
    assert_eq!(asked(&["市农业局", "市农业农村局"]), 1);
    assert_eq!(asked(&["市农业局", "市农业农村局", "市农业局、市农业农村局"]), 0);
}

#[test]
fn what_is_left_open_is_asked_once_with_all_its_places() {
    let mut plan = plan_of(
        "青山市2024年工作要点",
        &["市教育局等部门", "市财政局", "市体育局等部门", "相关县区政府", "各县区政府", "各县区政府"],
    );
    let asked = |plan: &Plan| -> Vec<(Asked, usize)> {
        questions(plan).into_iter().map(|question| (question.asked, question.places.len())).collect()
    };
    assert_eq!(asked(&plan), [(Asked::OpenList, 2), (Asked::WhichLocalities, 1), (Asked::NoLocalities, 2)]);
    plan.localities.push(Locality { key: "城东区".into(), short: "城东".into(), ..Locality::default() });
    assert_eq!(asked(&plan), [(Asked::OpenList, 2), (Asked::WhichLocalities, 1)]);
}

#[test]
fn a_task_without_a_measure_is_asked_about() {
    let asked = |statement: &str, below: &str| {
        let text = format!("青山市2024年工作要点\n一、任务\n（一）修好道路。{statement}\n1.{below}（市交通局负责）\n");
        let plan = reader::read(&text).plan;
        let all = questions(&plan).into_iter().find(|question| question.asked == Asked::NoMeasure);
        all.map(|question| plan.text(question.places[0]).to_owned())
    };
    assert_eq!(asked("", "拓宽三条。"), None);
    assert_eq!(asked("（市发改委牵头）", "拓宽三条。"), Some("修好道路".into()), "it heads another one");
    let read = reader::read("青山市2024年工作要点\n一、任务\n1.拓宽三条。\n2.修好两座。\n").plan;
    let kind = Change::Kind(Kind::Task);
    let made = Correction { at: read.tasks[1].measures[0].span, was: String::new(), change: kind };
    let plan = apply(&read, &[made], &reader::Words::of(&read.source)).plan;
    let all = questions(&plan).into_iter().find(|question| question.asked == Asked::NoMeasure);
    assert_eq!(all.map(|question| plan.text(question.places[0]).to_owned()), Some("修好两座".into()));
}

#[test]
fn a_deadline_without_a_year_is_asked_about_where_the_plan_has_none() {
    let deadlines = |title: &str, time: &str| {
        let text = format!("{title}\n\n一、重点任务\n1.修路。{time}完成修路工程。（责任单位：市交通局）\n");
        let plan = reader::read(&text).plan;
        let all = questions(&plan).into_iter().find(|question| question.asked == Asked::NoYear);
        all.map_or(0, |question| question.places.len())
    };
    assert_eq!(deadlines("青山市交通工作要点", "6月底前"), 1);
    assert_eq!(deadlines("青山市交通工作要点", "年底前"), 1);
    assert_eq!(deadlines("青山市2024年交通工作要点", "6月底前"), 0);
    assert_eq!(deadlines("青山市二〇二四年交通工作要点", "6月底前"), 0);
    assert_eq!(deadlines("青山市交通工作要点", "2024年6月底前"), 0);
    let before = |preamble: &str| deadlines(&format!("青山市交通工作要点\n\n{preamble}"), "6月底前");
    assert_eq!(before("为做好2024年交通工作，制定本要点。"), 0, "the preamble names the year");
    assert_eq!(before("2023年成绩显著。为做好2024年工作，制定本要点。"), 1, "it names two");
}

#[test]
fn of_a_deadline_that_is_not_asked_about_the_day_is_known() {
    let day = |title: &str| {
        let text = format!("{title}\n\n一、重点任务\n1.修路。6月底前完成修路工程。（责任单位：市交通局）\n");
        let plan = reader::read(&text).plan;
        let is_asked = questions(&plan).iter().any(|question| question.asked == Asked::NoYear);
        let has_day = dues(&plan).is_some_and(|dues| !dues.is_empty());
        assert_ne!(is_asked, has_day, "{title}");
        has_day
    };
    assert!(day("青山市2024年交通工作要点"));
    assert!(day("青山市交通工作要点\n\n为做好2024年交通工作，制定本要点。"));
    assert!(!day("青山市交通工作要点"));
    assert!(!day("青山市交通工作要点\n青政办〔2023〕8号"), "of a number nobody knows the year of the plan");
}

#[test]
fn many_units_are_compared_in_no_time() {
    let names: Vec<String> = (0..2_000)
        .map(|n| {
            format!("市第{}工作局", "甲乙丙丁戊己庚辛".chars().cycle().skip(n).take(1 + n / 8).collect::<String>())
        })
        .collect();
    let names: Vec<&str> = names.iter().map(|name| &name[..name.floor_char_boundary(60)]).collect();
    let asked = questions(&plan_of("青山市2024年工作要点", &names));
    assert!(asked.len() <= 100, "{} questions", asked.len());
}

#[test]
fn a_text_of_two_plans_is_cut_where_the_second_begins() {
    let (one, other) = ("甲县2024年工作要点\n1.修路。\n", "乙县2024年工作要点\n1.造林。\n");
    let both = [one, other].concat();
    let begins = |words: &str| yaodian::domain::span::Span::at(both.find(words).expect("it is there"));
    assert_eq!(two_plans::parts(&both, &[begins("乙县")]), Some([one, other]));
    assert_eq!(two_plans::parts(&both, &[begins("县2024年工作要点\n1.造林")]), Some([one, other]), "whole lines");
    assert_eq!(two_plans::parts(&both, &[]), None);
    assert_eq!(two_plans::parts(&both, &[begins("甲县")]), None);
    let three = [both.as_str(), "丙县2024年工作要点\n1.治水。\n"].concat();
    let third = yaodian::domain::span::Span::at(both.len());
    assert_eq!(two_plans::parts(&three, &[begins("乙县"), third]), Some([one, other]));
}

#[test]
fn a_plan_without_a_title_is_asked_for_one() {
    let asked = |plan: &Plan| -> Vec<String> {
        let all = questions(plan).into_iter().filter(|question| question.asked == Asked::NoTitle);
        all.flat_map(|question| question.places).map(|place| plan.text(place).to_owned()).collect()
    };
    let text = "一、重点任务\n1. 修路。修好大道。（市交通局负责）\n2. 建桥。建好大桥。（市住建局负责）\n";
    let mut plan = reader::read(text).plan;
    assert_eq!(asked(&plan), ["一、"], "it is led to where the plan begins");
    plan.meta.title = plan.sections[0].title;
    assert_eq!(asked(&plan), [""; 0]);
    assert_eq!(asked(&plan_of("青山市2024年工作要点", &["市教育局"])), [""; 0]);
}
