//! Who a browser reports for: what is kept of it, which lists can then be read only, when the coordinator is asked before a measure is
//! signed off, and where a party stands in a round.

use crate::ledger::{ledger, measure, plan};
use crate::rounds::{make, noon};
use crate::shelf::TestShelf;
use leptos::prelude::*;
use proptest::prelude::*;
use yaodian::domain::arrangement::scope;
use yaodian::domain::calendar::iso_to_day;
use yaodian::domain::dues::dues;
use yaodian::domain::filter::{Filter, Index, Stage};
use yaodian::domain::glance::Glance;
use yaodian::domain::identity::Identity;
use yaodian::domain::in_round::InRound;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::lights::OnDay;
use yaodian::domain::mark::{Field, Mark, Status};
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::rollup::{Lighting, Standings};
use yaodian::domain::rounds::{RoundId, Rounds};
use yaodian::domain::settings::{Lang, Settings};
use yaodian::domain::settled::Return;
use yaodian::persist::identity::{keep, load};
use yaodian::state::Store;

fn party(name: &str) -> Party {
    plan().party_of_key(name).expect("a party of the plan")
}

fn education() -> Party {
    party("unit:市教育局")
}

fn with_store(test: impl FnOnce(Store)) {
    let owner = Owner::new();
    let clock: fn() -> Moment = || 1_632_988_800_000;
    owner.with(|| test(Store::new(plan().clone(), Settings::default(), Lang::ZhHans, clock)));
}

#[test]
fn other_lists_are_read_until_one_fills_in_for_them() {
    #[track_caller]
    fn check(identity: Identity, party: Party, only_reads: bool) {
        assert_eq!(identity.only_reads(party), only_reads, "{identity:?} on the list of {party:?}");
    }
    let (own, other) = (Some(Party::Unit(1)), Party::Unit(2));
    for party in [Party::Coordinator, Party::Unit(1), Party::Locality(1)] {
        check(Identity::default(), party, false);
    }
    check(Identity { own, for_other: None }, Party::Unit(1), false);
    for party in [Party::Coordinator, other, Party::Locality(1)] {
        check(Identity { own, for_other: None }, party, true);
    }
    check(Identity { own, for_other: Some(other) }, other, false);
    check(Identity { own, for_other: Some(other) }, Party::Unit(1), false);
    check(Identity { own, for_other: Some(other) }, Party::Coordinator, true);
    check(Identity { own: Some(Party::Coordinator), for_other: None }, other, true);
}

#[test]
fn who_it_is_is_kept_for_each_plan_and_known_again_in_the_next() {
    let another = Plan { id: "another".into(), ..plan().clone() };
    let without = Plan { id: "without".into(), units: Vec::new(), ..Plan::default() };
    let shelf = TestShelf::of(&[]);
    assert_eq!(load(&shelf, plan()), None, "nobody was asked");
    keep(&shelf, plan(), Some(education())).expect("it is kept");
    assert_eq!(load(&shelf, plan()), Some(education()));
    assert_eq!(load(&shelf, &another), Some(education()), "the same body in another plan");
    assert_eq!(load(&shelf, &without), None, "a plan without it asks");
    keep(&shelf, &another, Some(Party::Coordinator)).expect("it is kept");
    assert_eq!(load(&shelf, &another), Some(Party::Coordinator));
    assert_eq!(load(&shelf, plan()), Some(education()), "each plan has its own");
    let third = Plan { id: "third".into(), ..plan().clone() };
    assert_eq!(load(&shelf, &third), None, "who keeps one plan together need not keep the next");
    keep(&shelf, plan(), None).expect("it is kept");
    assert_eq!(load(&shelf, plan()), None, "whoever takes it back is asked again");
    shelf.lay("yaodian/haidong-2021/identity", "unit:没有这个局");
    assert_eq!(load(&shelf, plan()), None, "what the plan does not have is nobody");
}

#[test]
fn nothing_is_written_on_a_list_that_can_be_read_only() {
    with_store(|store| {
        let no = measure(2, 1);
        let status = |party: Party| store.ledger(|ledger| ledger.value(party, no, Field::Status).to_owned());
        store.identify(Some(education()));
        store.tick(no, true);
        store.write(no, Field::Progress, "写在别人的清单上".into(), false);
        store.confirm(&[no]);
        store.settle_for(vec![Change {
            key: MarkKey::Placed(education(), no),
            field: Field::Duty,
            value: "none".into(),
        }]);
        assert!(store.ledger(|ledger| *ledger == Ledger::default()), "the coordinator's list is another's");
        assert!(store.only_reads());
        store.fill_in_for_other(true);
        store.tick(no, true);
        assert_eq!(status(Party::Coordinator), "done", "it is filled in for the coordinator");
        store.open_party(education());
        assert!(!store.only_reads(), "the own list");
        store.tick(no, true);
        store.open_party(Party::Coordinator);
        assert!(store.only_reads(), "filling in ends with another list");
        store.tick(no, false);
        assert_eq!([status(Party::Coordinator), status(education())], ["done", "done"]);
        store.identify(None);
        store.tick(no, false);
        assert_eq!(status(Party::Coordinator), "", "nobody said who this is");
    });
}

#[test]
fn the_coordinator_is_asked_where_not_all_report_it_done() {
    /// What each who is asked about 2.1 says; whether somebody reports on another measure; whether it is asked.
    #[track_caller]
    fn check(said: &[Option<Status>], elsewhere: bool, asks: bool) {
        with_store(|store| {
            let no = measure(2, 1);
            let bodies: Vec<Party> = store.asked(no).parties.iter().copied().collect();
            let mut ledger = Ledger::default();
            let mut say = |party, no, status: Status| {
                let key = MarkKey::Placed(party, no);
                ledger.set(Change { key, field: Field::Status, value: status.key().into() }, 5);
            };
            for (party, status) in bodies.iter().zip(said.iter().cycle()) {
                if let Some(status) = status {
                    say(*party, no, *status);
                }
            }
            if elsewhere {
                say(education(), measure(22, 1), Status::UnderWay);
            }
            store.take_in(&ledger);
            assert_eq!(store.asks_first(no), asks, "{said:?}, reports elsewhere: {elsewhere}");
            assert_eq!(store.asking(), asks.then_some(no));
            assert_eq!(store.is_open(no), asks, "the question stands in its report");
            store.answer(no, true);
            assert!(store.standing(no).ticked && store.asking().is_none());
            assert!(!store.asks_first(no), "what is signed off is taken back without a question");
        });
    }
    use Status::{Behind, Done, UnderWay};
    check(&[None], false, false);
    check(&[None], true, true);
    check(&[Some(Done)], false, false);
    check(&[Some(Done), None], false, true);
    check(&[Some(Done), Some(Behind)], false, true);
    check(&[Some(UnderWay)], false, true);
}

#[test]
fn who_says_to_be_the_coordinator_is_asked_also_where_nobody_reported() {
    with_store(|store| {
        let no = measure(2, 1);
        store.identify(Some(Party::Coordinator));
        assert!(store.asks_first(no) && !store.standing(no).ticked, "0 of 12 report it done");
        store.answer(no, false);
        assert!(store.asking().is_none() && !store.standing(no).ticked);
        store.identify(None);
        assert!(!store.asks_first(no), "who uses the page alone is asked nothing");
    });
}

#[test]
fn a_unit_is_asked_nothing() {
    with_store(|store| {
        store.open_party(education());
        let of_it = store.measures_of(education())[0];
        store.tick(of_it, true);
        assert!(!store.asks_first(of_it));
    });
}

#[test]
fn what_stands_as_in_the_round_before_is_confirmed_at_once() {
    with_store(|store| {
        let own = store.measures_of(education());
        let mut ledger = Ledger::default();
        make(&mut ledger, "2021-07-01/2021-09-30", "第三季度", "2021-10-10");
        let spring = noon("2021-04-02");
        for id in &own[..4] {
            let key = MarkKey::Placed(education(), *id);
            ledger.set(Change { key, field: Field::Status, value: Status::UnderWay.key().into() }, spring);
        }
        // One of them was given back, and one is signed off.
        let key = MarkKey::Placed(education(), own[1]);
        let edition = ledger.mark_in(&key).map(Mark::edition).unwrap_or_default();
        let returned = Return { of: edition, reason: "數字不實".into() }.write();
        ledger.set(Change { key, field: Field::Returned, value: returned }, noon("2021-04-05"));
        let key = MarkKey::Placed(Party::Coordinator, own[2]);
        ledger.set(Change { key, field: Field::Status, value: Status::Done.key().into() }, spring);
        store.take_in(&ledger);
        store.open_party(education());
        let stands = || {
            store.ledger(|ledger| {
                let rounds = Rounds::of(ledger);
                InRound::of(plan(), ledger, education(), rounds.at(store.today()).expect("a round"))
            })
        };
        let before = stands();
        assert_eq!(before.as_before, [own[0], own[3]]);
        assert_eq!((before.made.done, before.made.all), (0, own.len() - 1), "what is signed off is not owed");
        store.confirm(&before.as_before);
        let after = stands();
        assert_eq!((after.made.done, after.as_before.len()), (2, 0));
        store.undo();
        assert_eq!(stands(), before, "one step takes it back");
    });
}

proptest! {
    #[test]
    fn the_figures_of_a_round_are_those_of_the_overview(mut ledger in ledger(), days in prop::collection::vec(0..400_u32, 1..4)) {
        let first = iso_to_day("2021-01-01").expect("a day");
        for (n, from) in days.into_iter().enumerate() {
            let id = RoundId { from: first + from, until: first + from + 60 };
            make(&mut ledger, &id.to_string(), &format!("第{n}期"), "");
        }
        let dues = dues(plan()).expect("native programs can read deadlines");
        for round in Rounds::of(&ledger).all() {
            let glance = Glance::of(plan(), &ledger, &dues, round.due, Some(round));
            for line in &glance.bodies {
                let stands = InRound::of(plan(), &ledger, line.party, round);
                prop_assert_eq!(stands.made, line.reported, "{:?} in {}", line.party, &round.name);
                let scope = scope(plan(), &ledger, line.party);
                let on_day = OnDay::of(round.due);
                let seen: Lighting = &|of| on_day.lit(plan(), &ledger, &dues, of);
                let standings = Standings::lit(plan(), &ledger, line.party, scope.all(), seen);
                let index = Index::new(plan());
                let count = |filter: Filter| index.shown(&scope, &filter, &standings, round.due).measures.len();
                let reported = Filter { reported: true, counted: true, ..Filter::default() };
                let missing = Stage::Missing.of(&Filter::default(), line.party);
                let counts = (count(reported), count(missing));
                let of_line = (line.reported.done, line.reported.all - line.reported.done);
                prop_assert_eq!(counts, of_line, "what the list of {:?} filters by in {}", line.party, &round.name);
            }
        }
    }
}
