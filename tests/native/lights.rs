//! Lights: the table of the module's documentation, line by line; and the plan at a glance, against a count of its own.

use crate::ledger::{busy_ledger, measure, plan};
use proptest::prelude::*;
use yaodian::domain::arrangement;
use yaodian::domain::calendar::iso_to_day;
use yaodian::domain::changes::Changes;
use yaodian::domain::dues::dues;
use yaodian::domain::glance::Glance;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::lights::{Light, Lights, Today, light};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::printed_day::Day;
use yaodian::domain::problem_kind::ProblemKind;
use yaodian::domain::rollup::{Count, Standing, Standings, State, Tally};
use yaodian::domain::settings::Lang;
use yaodian::text::overview::{Figures, OverviewWords};

fn day(iso: &str) -> Day {
    iso_to_day(iso).expect("a day")
}

#[test]
fn the_first_line_of_the_table_of_lights_that_fits_decides() {
    use Light::{Green, Red, Yellow};
    use State::{Behind, Done, NotApplicable, NotReported, NotStarted, Reported, SignedOff, UnderWay};

    /// On 2021-06-01, of a plan that is due on 2021-12-31, of which 41 % of the time are over.
    const TODAY: &str = "2021-06-01";
    #[track_caller]
    fn check(state: State, due: Option<&str>, (behind, behind_time): (bool, bool), expected: Option<Light>) {
        let standing = Standing { state, counts: true, done: state == SignedOff, behind, ..Standing::default() };
        let today = Today { day: day(TODAY), time: Some(41), last: Some(day("2021-12-31")) };
        let found = light(&standing, due.map(day), behind_time, today);
        assert_eq!(found, expected, "{state:?} {due:?} {behind} {behind_time}");
        let elsewhere = Standing { counts: false, ..standing };
        assert_eq!(light(&elsewhere, due.map(day), behind_time, today), None, "not its own: {state:?}");
    }
    let (past, near, far) = (Some("2021-05-31"), Some("2021-07-01"), Some("2021-07-02"));
    for due in [None, past, near, far] {
        for more in [(false, false), (true, true)] {
            check(NotApplicable, due, more, None);
            check(SignedOff, due, more, Some(Green));
            check(Done, due, more, Some(Green));
            check(Behind, due, more, Some(Red));
        }
    }
    for state in [UnderWay, Reported, NotStarted] {
        check(state, past, (false, false), Some(Red));
    }
    check(NotReported, past, (false, false), None);
    check(NotReported, near, (false, false), None);
    check(NotReported, None, (true, true), None);
    for state in [UnderWay, Reported, NotStarted] {
        check(state, Some(TODAY), (false, false), Some(Yellow));
        check(state, near, (false, false), Some(Yellow));
        check(state, far, (false, false), Some(Green));
        check(state, None, (false, false), Some(Green));
        check(state, far, (true, false), Some(Yellow));
        check(state, far, (false, true), Some(Yellow));
    }
}

#[test]
fn what_is_not_started_by_half_time_and_not_done_by_the_last_day_is_lit() {
    let at = |iso: &str| Today::of(plan(), day(iso));
    assert_eq!((at("2021-03-01").last, at("2022-01-01").time), (Some(day("2021-12-31")), Some(100)));
    let of = |state, iso: &str| light(&Standing { state, counts: true, ..Standing::default() }, None, false, at(iso));
    let half =
        (day("2021-06-01")..day("2021-12-01")).find(|day| Today::of(plan(), *day).time == Some(50)).expect("a day");
    let of_half = |day| {
        light(
            &Standing { state: State::NotStarted, counts: true, ..Standing::default() },
            None,
            false,
            Today::of(plan(), day),
        )
    };
    assert_eq!((of_half(half - 1), of_half(half)), (Some(Light::Green), Some(Light::Yellow)));
    // Of several who reported, one has not begun.
    let mut reports = Tally::default();
    reports.add(State::NotStarted);
    let some = Standing { state: State::Reported, counts: true, reports, ..Standing::default() };
    let of_some = |day| light(&some, None, false, Today::of(plan(), day));
    // Who says that it is none of its business has reported nothing of it.
    let mut reports = Tally::default();
    reports.add(State::NotApplicable);
    let unconcerned = Standing { reports, ..some };
    assert_eq!(light(&unconcerned, None, false, at("2021-06-01")), None);
    assert_eq!((of_some(half - 1), of_some(half)), (Some(Light::Green), Some(Light::Yellow)));
    assert_eq!(of(State::UnderWay, "2021-11-30"), Some(Light::Green));
    assert_eq!(of(State::UnderWay, "2021-12-01"), Some(Light::Yellow), "the plan is due within 30 days");
    assert_eq!(of(State::UnderWay, "2021-12-31"), Some(Light::Yellow));
    assert_eq!(of(State::UnderWay, "2022-01-01"), Some(Light::Red));
    assert_eq!(of(State::NotReported, "2022-01-01"), None, "who is silent is counted apart");
    assert_eq!(of(State::NotReported, "2021-12-31"), None);
}

fn say(ledger: &mut Ledger, party: Party, id: MeasureId, field: Field, value: &str) {
    ledger.set(Change { key: MarkKey::Placed(party, id), field, value: value.into() }, 5);
}

#[test]
fn what_is_other_than_before_is_told() {
    let (a, b) = (Party::Unit(plan().unit_named("市公安局").expect("a unit")), Party::Locality(0));
    let id = |n| measure(1, n);
    let mut before = Ledger::default();
    say(&mut before, a, id(1), Field::Status, "under-way");
    say(&mut before, a, id(2), Field::Status, "under-way");
    say(&mut before, a, id(3), Field::Status, "behind");
    let mut now = before.clone();
    say(&mut now, Party::Coordinator, id(1), Field::Status, "done");
    say(&mut now, a, id(2), Field::Status, "behind");
    say(&mut now, b, measure(2, 1), Field::Status, "under-way");
    say(&mut now, a, id(3), Field::Confirmed, "2021-06-01");
    let changes = Changes::of(plan(), &before, &now);
    assert_eq!((changes.done, changes.behind), (vec![id(1)], vec![id(2)]));
    assert_eq!(changes.reported, vec![measure(2, 1)]);
    assert_eq!(changes.unmoved, vec![id(3)], "to say that all is as before moves nothing");
    assert_eq!(
        Changes::of(plan(), &now, &now),
        Changes { unmoved: vec![id(2), id(3), measure(2, 1)], ..Changes::default() }
    );
    let mut moved = now.clone();
    say(&mut moved, a, id(3), Field::Progress, "已開工");
    let changes = Changes::of(plan(), &now, &moved);
    assert_eq!((changes.moved, changes.unmoved), (vec![id(3)], vec![id(2), measure(2, 1)]));
    assert_eq!(Changes::of(plan(), &Ledger::default(), &Ledger::default()), Changes::default());
    let mut signed_off = now.clone();
    say(&mut signed_off, Party::Coordinator, measure(8, 1), Field::Status, "done");
    let changes = Changes::of(plan(), &now, &signed_off);
    assert_eq!((changes.done, changes.reported), (vec![measure(8, 1)], vec![]), "who signs off reports nothing");
}

#[test]
fn a_problem_is_of_the_kind_whose_word_stands_first() {
    #[track_caller]
    fn check(problem: &str, kind: ProblemKind) {
        assert_eq!(ProblemKind::of(problem), kind, "{problem}");
    }
    check("", ProblemKind::Other);
    check("報名不足", ProblemKind::Other);
    check("資金缺口約120萬元", ProblemKind::Money);
    check("资金缺口", ProblemKind::Money);
    check("用地預審未批，資金未到位", ProblemKind::Land);
    check("征地拆遷滯後", ProblemKind::Land);
    check("環評手續未辦結", ProblemKind::Permits);
    check("教師編制不足", ProblemKind::Staff);
    check("部門間數據未對接", ProblemKind::Coordination);
    check("設備未到貨", ProblemKind::Technology);
    check("冬季停工", ProblemKind::Nature);
}

#[test]
fn the_verdict_says_what_the_figures_say() {
    #[track_caller]
    fn check(figures: &Figures, expected: [&str; 3]) {
        let verdicts = Lang::ALL.map(|lang| (OverviewWords::of(lang).verdict)(figures));
        assert_eq!(verdicts, expected, "{figures:?}");
    }
    let figures = |done, waiting, time| Figures {
        signed_off: Count { done, all: 100 },
        waiting,
        time,
        reports: Count { done: 50, all: 200 },
        ..Figures::default()
    };
    check(
        &Figures { signed_off: Count { done: 0, all: 129 }, unreported: 129, time: Some(74), ..Figures::default() },
        [
            "还没有单位填报，进度无从判断。",
            "還沒有單位填報，進度無從判斷。",
            "No unit has reported yet; progress cannot be assessed.",
        ],
    );
    check(
        &figures(20, 6, Some(74)),
        [
            "总体落后：完成（含待核）26%，落后时间进度 48 个百分点。",
            "總體落後：完成（含待核）26%，落後時間進度 48 個百分點。",
            "Behind overall: 26% done or awaiting review, 48 percentage points behind the time of year.",
        ],
    );
    check(
        &figures(20, 0, Some(24)),
        [
            "总体与时间进度同步：完成（含待核）20%。",
            "總體與時間進度同步：完成（含待核）20%。",
            "On schedule overall: 20% done or awaiting review.",
        ],
    );
    check(
        &figures(30, 0, Some(25)),
        [
            "总体领先：完成（含待核）30%，快于时间进度 5 个百分点。",
            "總體領先：完成（含待核）30%，快於時間進度 5 個百分點。",
            "Ahead overall: 30% done or awaiting review, 5 percentage points ahead of the time of year.",
        ],
    );
    check(
        &figures(30, 0, None),
        [
            "完成（含待核）30%；原文没有写明期限，无从与时间进度相比。",
            "完成（含待核）30%；原文沒有寫明期限，無從與時間進度相比。",
            "30% done or awaiting review; the plan gives no end date, so it cannot be compared with the time of year.",
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The figures at a glance are those of each party's list, counted one by one.
    #[test]
    fn every_figure_at_a_glance_is_that_of_the_list(ledger in busy_ledger(), iso in proptest::sample::select(&["2021-03-01", "2021-09-30", "2022-02-02"][..])) {
        let dues = dues(plan()).expect("the code is there");
        let today = Today::of(plan(), day(iso));
        let glance = Glance::of(plan(), &ledger, &dues, day(iso), None);
        for line in glance.bodies.iter().chain([&glance.plan]) {
            let standings = Standings::of_party(plan(), &ledger, line.party);
            prop_assert_eq!(line.tally, standings.tally(), "{:?}", line.party);
            let mut lights = Lights::default();
            let (mut reported, mut behind) = (Count::default(), 0);
            for id in arrangement::measures(plan(), &ledger, line.party) {
                let standing = standings.get(id);
                if !standing.counts || standing.state == State::NotApplicable {
                    continue;
                }
                let asked = plan().task_of(id).map(|task| yaodian::domain::rollup::Asked::of(plan(), task)).expect("its task");
                let task = plan().task_of(id).expect("its task");
                let measure = plan().measure(id).expect("the measure");
                let is_behind = yaodian::domain::lights::is_behind_time(&ledger, &asked, (task, measure), today);
                lights.add(light(&standing, dues.day(id), is_behind, today));
                behind += usize::from(standing.behind);
                let said = standing.reported() > 0 || line.party == Party::Coordinator && standing.is_reported();
                reported.all += usize::from(said || standing.state != State::SignedOff);
                reported.done += usize::from(said);
            }
            prop_assert_eq!(line.lights, lights, "{:?}", line.party);
            prop_assert_eq!((line.reported, line.behind), (reported, behind), "{:?}", line.party);
        }
        let has_reported = |party| ledger.marks().iter().any(|(key, mark)| {
            matches!(key, MarkKey::Placed(who, id) if *who == party && Standings::of_party(plan(), &ledger, party).get(*id).counts) && mark.status().is_some_and(|status| status != Status::NotApplicable)
        });
        for line in glance.silent() {
            prop_assert!(!has_reported(line.party), "{:?} is not silent", line.party);
        }
        let ranked = glance.ranked();
        prop_assert_eq!(ranked.len(), glance.bodies.len());
        let share = |line: &yaodian::domain::glance::Line| line.tally.done(line.party).percent().unwrap_or(0);
        prop_assert!(ranked.windows(2).all(|pair| share(pair[0].1) >= share(pair[1].1)));
        let ratio = |count: Count| count.done * 10_000 / count.all.max(1);
        for (rank, line) in &ranked {
            let better = |other: &&yaodian::domain::glance::Line| {
                let of = |line: &yaodian::domain::glance::Line| (ratio(line.tally.done(line.party)), ratio(line.reported));
                of(other) > of(line)
            };
            prop_assert_eq!(*rank, glance.bodies.iter().filter(better).count() + 1, "{:?}", line.party);
        }
    }
}
