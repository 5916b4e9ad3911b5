//! By when measures are due: the day of a printed deadline, whose it is, and what is late.

use crate::ledger::plan;
use proptest::prelude::*;
use yaodian::domain::calendar::iso_day;
use yaodian::domain::dues::{self, Due, Dues, NEAR};
use yaodian::domain::plan::{Fact, Plan};
use yaodian::domain::printed_day::{Day, day_of, year_in};
use yaodian::domain::rollup::{Standing, State};
use yaodian::domain::span::Span;
use yaodian::reader;

/// Deadlines as printed in a plan of 2021, and their days; "" for none.
const PRINTED: &[(&str, &str)] = &[
    // A day.
    ("2021年6月30日前", "2021-06-30"),
    ("6月30日前", "2021-06-30"),
    ("6月15日", "2021-06-15"),
    ("２０２１年６月３０日前", "2021-06-30"),
    ("2021 年 6 月 30 日", "2021-06-30"),
    ("二〇二一年六月三十日前", "2021-06-30"),
    ("二○二一年十一月二十一日", "2021-11-21"),
    ("2021-06-30", "2021-06-30"),
    ("2021.6.30", "2021-06-30"),
    ("2021/06/30前", "2021-06-30"),
    ("2月30日", "2021-02-28"),
    ("2024年2月底前", "2024-02-29"),
    // A month.
    ("2021年6月底前", "2021-06-30"),
    ("2021年6月底", "2021-06-30"),
    ("6月底前", "2021-06-30"),
    ("2021年6月", "2021-06-30"),
    ("2021年10月份", "2021-10-31"),
    ("2021年12月", "2021-12-31"),
    ("2021.12", "2021-12-31"),
    ("2021-09底前", "2021-09-30"),
    ("十二月末", "2021-12-31"),
    ("6月前", "2021-05-31"),
    ("2021年6月之前", "2021-05-31"),
    ("10月份以前", "2021-09-30"),
    ("1月前", "2020-12-31"),
    ("2022年1月前", "2021-12-31"),
    ("6月上旬", "2021-06-10"),
    ("6月初", "2021-06-10"),
    ("6月中旬前", "2021-06-20"),
    ("6月中", "2021-06-15"),
    ("6月下旬", "2021-06-30"),
    ("2021年5月中下旬", "2021-05-31"),
    // A quarter, a half, a year.
    ("三季度前", "2021-06-30"),
    ("三季度", "2021-09-30"),
    ("第三季度末前", "2021-09-30"),
    ("2022年第1季度", "2022-03-31"),
    ("2021年一季度底", "2021-03-31"),
    ("一季度以前", "2020-12-31"),
    ("上半年", "2021-06-30"),
    ("2021年上半年前", "2021-06-30"),
    ("下半年", "2021-12-31"),
    ("2021年底", "2021-12-31"),
    ("2021年底前", "2021-12-31"),
    ("2021年年底前", "2021-12-31"),
    ("2021年度", "2021-12-31"),
    ("2021年内", "2021-12-31"),
    ("年内", "2021-12-31"),
    ("年底前", "2021-12-31"),
    ("年末", "2021-12-31"),
    ("年中", "2021-06-30"),
    ("今年底前", "2021-12-31"),
    ("今年6月底前", "2021-06-30"),
    ("今年年底", "2021-12-31"),
    ("明年6月底前", "2022-06-30"),
    ("明年三季度", "2022-09-30"),
    ("次年3月", "2022-03-31"),
    ("到2025年", "2025-12-31"),
    ("至2025年末", "2025-12-31"),
    ("2025年前", "2024-12-31"),
    ("“十四五”末", "2025-12-31"),
    ("十四五期间", "2025-12-31"),
    // The last of several.
    ("到2022年和2030年", "2030-12-31"),
    ("2021—2023年", "2023-12-31"),
    ("2021-2023年", "2023-12-31"),
    ("2021年3月至6月", "2021-06-30"),
    ("3—6月", "2021-06-30"),
    ("6月15日至20日", "2021-06-20"),
    ("2020年10月—2021年3月", "2021-03-31"),
    ("2020年10月开工，12月底前完成", "2020-12-31"),
    ("6月底取得阶段性成效并持续推进", "2021-06-30"),
    ("12月底前完成，每月检测一次", "2021-12-31"),
    // In traditional characters.
    ("2021年6月底前", "2021-06-30"),
    ("第三季度末", "2021-09-30"),
    ("今年內", "2021-12-31"),
    ("10月15號", "2021-10-15"),
    // No day.
    ("持续推进", ""),
    ("長期堅持", ""),
    ("全年", ""),
    ("立行立改", ""),
    ("每月底前", ""),
    ("每年12月底前", ""),
    ("三年内", ""),
    ("3年内", ""),
    // What comes at another time in each place, or each year.
    ("2021年主汛期前", ""),
    ("2021年国庆前", ""),
    ("春节前", ""),
    ("每年3月底前", ""),
    ("每月25日前", ""),
    ("2021年3月至10月", "2021-10-31"),
    ("近年内", ""),
    ("印发之日起30日内", ""),
    ("3个月内", ""),
    ("本月底前", ""),
    ("2021年春节前", ""),
    ("13月底前", ""),
    ("99999999999年底", ""),
    ("", ""),
];

#[test]
fn the_day_of_a_printed_deadline_is_read() {
    for (words, expected) in PRINTED {
        let day = day_of(words, Some(2021)).map(|day| iso_day(day.into())).unwrap_or_default();
        assert_eq!(day, *expected, "{words}");
    }
}

#[test]
fn without_a_year_only_a_printed_one_gives_a_day() {
    for (words, expected) in PRINTED {
        let day = day_of(words, None).map(|day| iso_day(day.into())).unwrap_or_default();
        assert!(day.is_empty() || day == *expected, "{words}: {day}");
    }
    assert_eq!(day_of("6月底前", None), None);
    assert_eq!(day_of("今年底", None), None);
    assert!(day_of("2021年6月底前", None).is_some());
}

#[test]
fn the_first_year_of_a_title_is_its_year() {
    for (title, year) in [
        ("海東市2021年新型城鎮化和城鄉融合發展工作要點", Some(2021)),
        ("某县二〇二四年工作要点", Some(2024)),
        ("某省数字经济发展行动计划（2023—2025年）", Some(2023)),
        ("第12届大会工作要点", None),
    ] {
        assert_eq!(year_in(title), year, "{title}");
    }
}

fn read(text: &str) -> Plan {
    Plan { id: "made-up".into(), ..reader::read(text).plan }
}

fn dues(plan: &Plan) -> Dues {
    dues::dues(plan).expect("native programs can read deadlines")
}

fn days(plan: &Plan) -> Vec<(String, String)> {
    let dues = dues(plan);
    let day = |day: Option<Day>| day.map(|day| iso_day(day.into())).unwrap_or_default();
    plan.measures().map(|measure| (plan.label(measure.id).to_string(), day(dues.day(measure.id)))).collect()
}

#[track_caller]
fn check_days(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(label, day)| ((*label).to_owned(), (*day).to_owned())).collect();
    assert_eq!(days(&read(text)), expected, "{text}");
}

#[test]
fn a_measure_is_due_by_what_stands_in_it_else_by_what_its_task_says() {
    // Inside a measure; what stands in one measure is not of the others.
    check_days(
        "某县2024年工作要点\n一、建设\n1. 新建水厂。6月底前完成主体工程，年底前建成供水。新增供水能力2万吨。（县水利局）\n",
        &[("1.1", "2024-12-31"), ("1.2", "")],
    );
    // Of the task, in its statement and in a column of a table.
    check_days(
        "某县2024年工作要点\n一、建设\n1. 新建水厂。完成主体工程。新增供水能力2万吨。（责任单位：县水利局；完成时限：2024年10月底前）\n",
        &[("1.1", "2024-10-31"), ("1.2", "2024-10-31")],
    );
    check_days(
        "某区2024年重点任务分解表\n\n序号\t重点任务\t具体举措\t责任单位\t完成时限\n1\t整治河道\t清理垃圾。9月底前加固堤岸3公里。\t区水务局\t2024年11月底前\n2\t种树\t种树。\t区林业局\t持续推进\n",
        &[("1.1", "2024-11-30"), ("1.2", "2024-09-30"), ("2.1", "")],
    );
    // The plan's own last day is of the plan as a whole.
    let mut plan = read("某县2024年工作要点\n一、建设\n1. 新建水厂。完成主体工程。（县水利局）\n");
    plan.meta.due = Some(Fact { value: "2024-12-31".into(), basis: String::new() });
    assert!(dues(&plan).is_empty());
    assert!(dues(self::plan()).is_empty(), "the Haidong plan prints none");
}

#[test]
fn a_deadline_that_stands_in_no_measure_is_of_the_task() {
    let plan = read(
        "某县2024年工作要点\n一、建设\n1. 新建水厂。6月底前完成主体工程。新增供水能力2万吨。（责任单位：县水利局；完成时限：2024年10月底前）\n",
    );
    let dues = dues(&plan);
    let apart: Vec<_> =
        dues.apart(0).map(|apart| (plan.text(apart.span), apart.day.map(|day| iso_day(day.into())))).collect();
    assert_eq!(apart, [("2024年10月底前", Some("2024-10-31".to_owned()))]);
    assert_eq!(dues.apart(1).count(), 0);
}

/// Pieces of a task, of which some are due by some day.
const PIECES: [&str; 9] = [
    "完成主体工程。",
    "6月底前建成供水。",
    "3月底前开工，10月底前完工。",
    "持续推进绿化，9月底前验收。",
    "（县水利局；8月底前）",
    "（责任单位：县水利局；完成时限：2024年11月底前）",
    "\n完成时限：7月底前\n",
    "\n2. 种树。5月底前种完。",
    "长期坚持。",
];

proptest! {
    /// As it is said of [`Dues`], by going through everything for each.
    #[test]
    fn whose_a_deadline_is_is_where_it_stands(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..14)) {
        let plan = read(&format!("某县2024年工作要点\n一、建设\n1. 新建水厂。{}\n", pieces.concat()));
        let (dues, year) = (dues(&plan), dues::plan_year(&plan));
        for (place, task) in plan.tasks.iter().enumerate() {
            let mut deadlines = task.deadlines.clone();
            deadlines.sort_unstable();
            let is_inside = |span: &Span| task.measures.iter().any(|measure| measure.span.contains(*span));
            let apart: Vec<Span> = deadlines.iter().filter(|span| !is_inside(span)).copied().collect();
            prop_assert_eq!(dues.apart(place).map(|due| due.span).collect::<Vec<_>>(), apart);
            let last_in = |whole: Span| {
                let days = deadlines.iter().rev().filter(|span| whole.contains(**span));
                days.map(|span| day_of(plan.text(*span), year)).find_map(|day| day)
            };
            for measure in &task.measures {
                let own = measure.responsibility.and_then(|at| task.responsibilities.get(at)).map(|own| own.span);
                if let Some(day) = last_in(measure.span).or_else(|| own.and_then(last_in)) {
                    prop_assert_eq!(dues.day(measure.id), Some(day), "{}", plan.text(measure.span));
                }
                for due in dues.apart(place).filter(|due| own.is_some_and(|own| own.contains(due.span))) {
                    prop_assert!(due.of_one, "{}", plan.text(due.span));
                }
            }
        }
    }
}

#[test]
fn late_is_what_is_past_and_not_done_and_near_what_comes_within_a_month() {
    let today = 20_000;
    for (day, due) in [
        (today - 1, Due::Overdue),
        (today, Due::Soon),
        (today + NEAR, Due::Soon),
        (today + NEAR + 1, Due::Far),
        (0, Due::Overdue),
        (Day::MAX, Due::Far),
    ] {
        assert_eq!(Due::of(day, today), due, "{day}");
    }
    let plan = read("某县2024年工作要点\n一、建设\n1. 新建水厂。6月底前完成主体工程。（县水利局）\n");
    let dues: Dues = dues(&plan);
    let id = plan.measures().next().expect("a measure").id;
    let open = Standing { counts: true, ..Standing::default() };
    assert_eq!(dues.due(id, open, 30_000), Due::Overdue);
    for standing in [
        Standing { done: true, ..open },
        Standing { state: State::NotApplicable, ..open },
        // What is reported done waits for its sign-off, of the plan as well.
        Standing { state: State::Done, ..open },
        Standing { counts: false, ..open },
    ] {
        assert_eq!(dues.due(id, standing, 30_000), Due::Far, "{standing:?}");
    }
}
