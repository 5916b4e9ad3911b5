//! What each stretch of a plan's source was taken for: the stretches are the source, and things are found by their spans.

use proptest::prelude::*;
use yaodian::domain::places::{Places, Stretch};
use yaodian::domain::plan::Plan;
use yaodian::domain::span::Span;
use yaodian::domain::taken::{Kind, Taken, span_of};
use yaodian::reader;

const PLAN: &str = "\
清水县2024年农村供水保障工作要点

为做好农村供水工作，制定本要点。

一、工程建设
（一）新建水厂。6月底前完成城东水厂主体工程。新增供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局等部门）
（二）改造管网。更换老旧管道120公里，漏损率控制在10%以内。（责任单位：县住建局，各镇政府）
二、保障措施
（一）加强领导。各部门要高度重视。
（二）强化督查。每季度通报一次。
";

/// The runs that are drawn, put together.
fn drawn(plan: &Plan, places: &Places) -> String {
    places.stretches.iter().flat_map(Stretch::runs).map(|run| plan.text(run.span)).collect()
}

/// What must hold for the places of any text.
fn check(source: &str) {
    let plan = reader::read(source).plan;
    let places = Places::of(&plan);
    assert_eq!(drawn(&plan, &places), source, "the runs are the source");
    let lots = places.lots(source, 3);
    let all: Vec<usize> = lots.into_iter().flatten().collect();
    assert_eq!(all, (0..places.stretches.len()).collect::<Vec<_>>(), "each stretch is in one lot, in order");
    let words: Vec<usize> = places.touched(Span::whole(source)).collect();
    let gaps = places.stretches.iter().filter(|stretch| stretch.run.taken == Taken::Gap).count();
    assert_eq!(words.len() + gaps, places.stretches.len(), "the whole text touches all of its words");
    // Every thing of the plan is found by its own span.
    for (t, task) in plan.tasks.iter().enumerate() {
        for (m, measure) in task.measures.iter().enumerate() {
            // A measure may be nothing but a target or a time, or a name that is read from its sentence.
            let Some(Taken::Measure(..) | Taken::Target(..) | Taken::Deadline(..) | Taken::Name(..)) =
                places.at(measure.span)
            else {
                panic!("measure {t} {m} is taken for something else: {:?}", places.at(measure.span))
            };
        }
    }
    for stretch in &places.stretches {
        let key = places.key(&plan, stretch.run);
        assert!(places.at(key).is_some() || stretch.run.taken == Taken::Gap, "a stretch is found by its key");
    }
}

#[test]
fn the_runs_of_a_plan_are_its_source() {
    check(PLAN);
    check("");
    check("一、县水利局a责任单位：\n）责任单位：");
    check("\n\n");
    check(&PLAN.replace('\n', ""));
    check(&PLAN.replace('\n', "\r\n"));
    check(include_str!("../../plans/haidong-2021/source.txt"));
}

proptest! {
    #[test]
    fn the_runs_of_any_text_are_its_source(text in r"(一、|（[一二三]）|[1-3]\.|责任单位：|县水利局|、|，|。|（|）|\n|6月底前|完成|2万吨|水厂|\|| |[a-z])*") {
        check(&text);
    }
}

#[test]
fn each_piece_is_taken_for_what_it_is() {
    let plan = reader::read(PLAN).plan;
    let places = Places::of(&plan);
    let kinds = |words: &str| {
        let at = PLAN.find(words).unwrap_or_else(|| panic!("{words} is in the plan"));
        let taken = places.at(Span::new(at, at + words.len()));
        taken.map(|taken| taken.kind(&plan))
    };
    let cases = [
        ("清水县2024年农村供水保障工作要点", Kind::Title),
        ("为做好农村供水工作", Kind::Untaken),
        ("一、", Kind::Section),
        ("工程建设", Kind::Section),
        ("（一）新建", Kind::Task),
        ("新建水厂", Kind::Task),
        ("新增供水能力", Kind::Measure),
        ("2万吨", Kind::Target),
        ("6月底前", Kind::Deadline),
        ("（牵头单位", Kind::Statement),
        ("县水利局", Kind::Lead),
        ("县财政局", Kind::Support),
        ("县住建局", Kind::Responsible),
        ("各镇政府", Kind::Responsible),
        ("强化督查", Kind::Duty),
    ];
    for (words, kind) in cases {
        assert_eq!(kinds(words), Some(kind), "{words}");
    }
}

#[test]
fn a_number_belongs_to_the_words_behind_it() {
    let plan = reader::read(PLAN).plan;
    let places = Places::of(&plan);
    let at = |words: &str| places.at(Span::at(PLAN.find(words).expect("it is in the plan")));
    assert_eq!(at("一、工程"), Some(Taken::Section(0)));
    assert_eq!(at("（二）改造"), Some(Taken::Task(1)));
    assert_eq!(span_of(&plan, Taken::Task(1)).map(|span| plan.text(span)), Some("改造管网"));
}
