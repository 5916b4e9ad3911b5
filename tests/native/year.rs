//! The coordinator's year as a story: rounds, an arrangement, reports of all 37 bodies, a return, a postponement, a closed round; and that
//! the figures of the overview and of papers agree with a count of their own for every body and round.

use crate::ledger::{measure, plan};
use crate::shelf::TestShelf;
use leptos::prelude::*;
use std::cell::Cell;
use yaodian::domain::calendar::{DAY, iso_to_day};
use yaodian::domain::dues::dues;
use yaodian::domain::glance::Glance;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::light::Light;
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::MeasureId;
use yaodian::domain::rollup::{Standings, State};
use yaodian::domain::rounds::{Every, RoundId, Rounds, of_year};
use yaodian::domain::script::Rendition;
use yaodian::domain::settings::{Lang, Settings};
use yaodian::domain::settled::Return;
use yaodian::element::html::html;
use yaodian::persist::{progress_file, rounds};
use yaodian::print::paper::{Paper, measuring_sheet as sheet};
use yaodian::print::request::PaperRequest;
use yaodian::print::{circular, reminder};
use yaodian::route::Route;
use yaodian::state::Store;
use yaodian::views::lazy;
use yaodian::views::rounds::Frozen;

thread_local! {
    /// What the clock of the page shows.
    static NOW: Cell<Moment> = const { Cell::new(0) };
}

fn noon(day: &str) -> Moment {
    Moment::from(iso_to_day(day).expect("a day")) * DAY + 4 * 3_600_000
}

fn go_to(day: &str) {
    NOW.set(noon(day));
}

fn with_page(test: impl FnOnce(Store)) {
    Owner::new().with(|| {
        let store = Store::new(plan().clone(), Settings::default(), Lang::ZhHans, || NOW.get());
        provide_context(store);
        lazy::provide(|_| ());
        test(store);
    });
}

fn unit(name: &str) -> Party {
    Party::Unit(plan().unit_named(name).expect("a unit of the plan"))
}

fn say(store: Store, party: Party, id: MeasureId, field: Field, value: &str) {
    store.settle_for(vec![Change { key: MarkKey::Placed(party, id), field, value: value.into() }]);
}

fn ledger(store: Store) -> Ledger {
    untrack(|| store.ledger(Clone::clone))
}

/// How many of a party's own measures it reported for a round, counted one by one.
fn made(ledger: &Ledger, party: Party, round: RoundId) -> usize {
    let round = Rounds::of(ledger).get(round).cloned().expect("the round");
    let own = Standings::of_party(plan(), ledger, party);
    let counts = |id: &MeasureId| {
        let standing = own.get(*id);
        let mark = ledger.mark(party, *id);
        standing.counts && standing.state != State::NotApplicable && mark.is_some_and(|mark| round.counts(mark))
    };
    yaodian::domain::arrangement::measures(plan(), ledger, party).iter().filter(|id| counts(id)).count()
}

/// The words of a paper on one long sheet.
fn text_of(paper: &Paper) -> String {
    let html = html(sheet(paper));
    html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}

fn request<'a>(
    party: Party,
    measures: &'a [MeasureId],
    ledger: Option<&'a Ledger>,
    settled: &'a Ledger,
    date: &'a str,
) -> PaperRequest<'a> {
    let rendition = Rendition::Record;
    PaperRequest {
        plan: plan(),
        party,
        rendition,
        measures,
        ledger,
        settled,
        filters: "",
        date,
        round: None,
        number: "",
        with_lights: true,
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "it is one story")]
fn a_year_goes_round() {
    let shelf = TestShelf::of(&[]);
    with_page(|store| {
        go_to("2021-01-05");
        // Rounds of the year.
        let quarters = of_year(2021, Every::Quarter);
        for (n, id) in quarters.iter().enumerate() {
            let named = Change { key: id.key(), field: Field::Name, value: format!("第{}季度", n + 1) };
            let due = Change {
                key: id.key(),
                field: Field::Due,
                value: ["2021-04-10", "2021-07-10", "2021-10-10", "2022-01-10"][n].into(),
            };
            store.settle_for(vec![named, due]);
        }
        assert_eq!(Rounds::of(&ledger(store)).all().len(), 4);
        store.undo();
        assert_eq!(Rounds::of(&ledger(store)).all().len(), 3, "the arrangement of a round is one step");
        store.redo();

        // The arrangement: 市教育局 need not answer for 異地就醫結算, and leads the schools.
        let education = unit("市教育局");
        say(store, education, measure(2, 5), Field::Duty, "unconcerned");
        say(store, education, measure(2, 1), Field::Duty, "lead");
        let before = plan().scope_measures(education).len();
        assert_eq!(untrack(|| store.measures_of(education)).len(), before - 1);
        store.open_party(education);
        assert_eq!(untrack(|| store.total(education)).count.all, before - 1);
        assert!(!untrack(|| store.is_shown(measure(2, 5))) && untrack(|| store.is_shown(measure(2, 1))));

        // Everybody reports for the first quarter, one of them behind.
        go_to("2021-04-02");
        let parties: Vec<Party> = plan().parties().skip(1).collect();
        for party in &parties {
            for (n, id) in untrack(|| store.measures_of(*party)).into_iter().enumerate() {
                let status =
                    if *party == education && id == measure(2, 1) { "behind" } else { ["under-way", "done"][n % 2] };
                say(store, *party, id, Field::Status, status);
            }
        }
        let first = quarters[0];
        let glance = |store: Store, round: RoundId| {
            let ledger = ledger(store);
            let round = Rounds::of(&ledger).get(round).cloned().expect("the round");
            let dues = dues(plan()).expect("the code is there");
            Glance::of(plan(), &ledger, &dues, untrack(|| store.today()), Some(&round))
        };
        let all = glance(store, first);
        assert_eq!((all.bodies.len(), all.silent().count()), (37, 0));
        for line in &all.bodies {
            assert_eq!(line.reported.done, made(&ledger(store), line.party, first), "{:?}", line.party);
            assert_eq!(line.reported.done, line.reported.all, "{:?} reported all", line.party);
        }
        // The lead's word is the measure's, and counts under its own name, too.
        let standing = || {
            store.open_party(Party::Coordinator);
            untrack(|| store.standing(measure(2, 1)))
        };
        assert_eq!((standing().state, standing().behind, standing().light), (State::Behind, true, Some(Light::Red)));

        // A report is given back; its unit sees it until it reports anew.
        let mark = ledger(store).mark(education, measure(2, 1)).cloned().expect("the report");
        let returned = Return { of: mark.edition(), reason: "請說明原因".into() };
        say(store, education, measure(2, 1), Field::Returned, &returned.write());
        store.open_party(education);
        assert!(untrack(|| store.standing(measure(2, 1))).returned);
        let shown = untrack(|| {
            store.found_of(education, &yaodian::domain::filter::Filter { returned: true, ..Default::default() })
        });
        assert_eq!(shown, [measure(2, 1)]);
        store.write(measure(2, 1), Field::Problem, "用地未批".into(), true);
        assert!(!untrack(|| store.standing(measure(2, 1))).returned);

        // A postponement is asked for, and granted for this unit alone.
        say(store, Party::Coordinator, measure(2, 1), Field::Due, "2021-06-30");
        say(store, education, measure(2, 1), Field::Postponement, "2021-09-30 用地未批");
        let asked = ledger(store).mark(education, measure(2, 1)).and_then(yaodian::domain::mark::Mark::open_wish);
        assert_eq!(asked.map(|wish| wish.reason).as_deref(), Some("用地未批"));
        go_to("2021-04-03");
        say(store, education, measure(2, 1), Field::Granted, "2021-09-30");
        assert_eq!(ledger(store).mark(education, measure(2, 1)).and_then(yaodian::domain::mark::Mark::open_wish), None);
        let day = |party| Standings::of_party(plan(), &ledger(store), party).get(measure(2, 1)).day;
        assert_eq!(day(education), iso_to_day("2021-09-30"));
        assert_eq!(day(unit("市財政局")), iso_to_day("2021-06-30"), "the first day stays for the others");

        // The round is closed: its state stays whatever comes after.
        let closed = ledger(store);
        rounds::keep(&shelf, plan(), first, &closed).expect("there is room");
        say_round(store, first, Field::Closed, "2021-04-12");
        go_to("2021-06-20");
        // Next round: one says that all is as before, one reports anew, the others are silent.
        let finance = unit("市財政局");
        for id in untrack(|| store.measures_of(finance)) {
            say(store, finance, id, Field::Confirmed, "2021-06-20");
        }
        say(store, education, measure(2, 1), Field::Status, "under-way");
        let second = quarters[1];
        let now = glance(store, second);
        assert_eq!(now.silent().count(), 35);
        for line in &now.bodies {
            assert_eq!(line.reported.done, made(&ledger(store), line.party, second), "{:?}", line.party);
        }
        let kept = rounds::load(&shelf, plan(), first).expect("the state of the first round");
        assert_eq!(kept.status(education, measure(2, 1)), Some(Status::Behind), "as it was");
        assert_eq!(ledger(store).status(education, measure(2, 1)), Some(Status::UnderWay));
        assert_eq!(kept, closed.newest());

        // 催辦單 for the silent, 通報 on all, with the figures of the overview.
        let whole = ledger(store);
        let settled = whole.settled();
        let of = |party, date| {
            let measures = yaodian::domain::arrangement::measures(plan(), &whole, party);
            (measures, date)
        };
        let (measures, date) = of(Party::Locality(0), "2021-06-20");
        let wanted = request(Party::Locality(0), &measures, Some(&whole), &settled, date);
        let urged = text_of(&reminder::paper(&wanted).expect("it is silent"));
        assert!(urged.contains("第2季度") && urged.contains("樂都區"), "{urged}");
        let (measures, date) = of(finance, "2021-06-20");
        let wanted = request(finance, &measures, Some(&whole), &settled, date);
        let urged = reminder::paper(&wanted).as_ref().map(text_of).unwrap_or_default();
        assert!(!urged.contains("未填報"), "who confirmed is not urged to report: {urged}");
        let (measures, date) = of(Party::Coordinator, "2021-06-20");
        let wanted = request(Party::Coordinator, &measures, Some(&whole), &settled, date);
        let told = text_of(&circular::paper(&wanted));
        assert!(told.contains("第2季度") && told.contains("37"), "{told}");

        // What the coordinator settled travels with a hand-out, and no unit's report takes it along.
        let office = progress_file::of_party(&whole, Party::Coordinator);
        assert_eq!(Rounds::of(&office).all().len(), 4);
        assert!(
            office.mark(education, measure(2, 1)).is_some_and(yaodian::domain::mark::Mark::is_empty),
            "and no report of another"
        );
        let report = progress_file::of_party(&whole, education);
        assert!(Rounds::of(&report).all().is_empty());
        assert_eq!(report.settled(), Ledger::new([], whole.cleared()));
    });
}

fn say_round(store: Store, round: RoundId, field: Field, value: &str) {
    store.settle_for(vec![Change { key: round.key(), field, value: value.into() }]);
}

/// The views draw what the ledger says.
#[test]
fn the_views_of_the_year_say_what_is_settled() {
    const FROZEN: Frozen = Frozen { keep: |_, _, _| Ok(()), load: |_, _| None, remove: |_, _| () };
    with_page(|store| {
        go_to("2021-04-02");
        let page = || html(yaodian::views::rounds::rounds(FROZEN));
        store.open(Route::Rounds(String::new()));
        assert!(page().contains("尚未设期"), "{}", page());
        let id: RoundId = "2021-01-01/2021-03-31".parse().expect("a round");
        say_round(store, id, Field::Name, "第一季度");
        say_round(store, id, Field::Due, "2021-04-10");
        assert!(
            page().contains("value=\"第一季度\"") && page().contains("本期") && page().contains("0/"),
            "{}",
            page()
        );
        say_round(store, id, Field::Closed, "2021-04-12");
        assert!(
            page().contains("2021-04-12 结束") && page().contains("href=\"#/rounds/2021-01-01_2021-03-31\""),
            "{}",
            page()
        );
        store.open(Route::Rounds("2021-01-01_2021-03-31".into()));
        assert!(page().contains("不是在这个浏览器里结束的"), "{}", page());
        store.open(Route::Rounds("2021".into()));
        assert!(page().contains("没有这一期"), "{}", page());

        let education = unit("市教育局");
        say(store, education, measure(2, 5), Field::Duty, "unconcerned");
        say(store, Party::Coordinator, measure(2, 5), Field::Due, "2021-09-30");
        let table = html(yaodian::views::arrangement::arrangement());
        assert!(table.contains("data-duty=\"unconcerned\"") && table.contains("时限 2021-09-30"), "{table}");
        assert_eq!(table.matches("<li><label").count(), 129, "a row for each measure");

        store.open_party(education);
        say(store, education, measure(2, 1), Field::Status, "done");
        let edition = ledger(store).mark(education, measure(2, 1)).expect("the report").edition();
        say(store, education, measure(2, 1), Field::Returned, &format!("{edition} <b>數據有誤"));
        let report = || html(yaodian::views::report::report(plan().measure(measure(2, 1)).expect("the measure")));
        assert!(report().contains("退回了这条填报：&lt;b&gt;數據有誤"), "{}", report());
        assert!(
            report().contains("本期还没有填报") && !report().contains("与上期相同") && report().contains("申请延期"),
            "{}",
            report()
        );
        store.open_party(Party::Coordinator);
        assert!(report().contains("取消退回") && !report().contains("退回的原因"), "{}", report());
    });
}

#[test]
fn a_closed_round_stays_as_it_was_and_goes_with_everything() {
    let shelf = TestShelf::of(&[]);
    let round: RoundId = "2021-01-01/2021-03-31".parse().expect("a round");
    assert_eq!(rounds::load(&shelf, plan(), round), None);
    let mut ledger = Ledger::default();
    for (day, value) in [("2021-02-01", "under-way"), ("2021-03-01", "done")] {
        let key = MarkKey::Placed(unit("市教育局"), measure(2, 1));
        ledger.set(Change { key, field: Field::Status, value: value.into() }, noon(day));
    }
    rounds::keep(&shelf, plan(), round, &ledger).expect("there is room");
    assert_eq!(
        shelf.text("yaodian/haidong-2021/round/2021-01-01/2021-03-31").map(|text| text.contains("under-way")),
        Some(false)
    );
    assert_eq!(rounds::load(&shelf, plan(), round), Some(ledger.newest()));
    // Deleting all reports takes it along, and brings it back.
    let mut keeper = yaodian::persist::keeper::Keeper::new(plan());
    keeper.drop_all(&shelf).expect("the shelf is there");
    assert_eq!(rounds::load(&shelf, plan(), round), None);
    keeper.restore_all(&shelf);
    assert_eq!(rounds::load(&shelf, plan(), round), Some(ledger.newest()));
    rounds::remove(&shelf, plan(), round).expect("the shelf is there");
    assert_eq!(rounds::load(&shelf, plan(), round), None);
}
