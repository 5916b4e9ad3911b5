//! Rounds: how they are named and kept, and which reports count for which.

use crate::ledger::{measure, plan};
use crate::shelf::TestShelf;
use proptest::prelude::*;
use yaodian::domain::calendar::{DAY, iso_day, iso_to_day};
use yaodian::domain::gather::Timing;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Status};
use yaodian::domain::party::Party;
use yaodian::domain::rounds::{Every, Round, RoundId, RoundSaid, Rounds, of_year};
use yaodian::domain::settled::{Return, Wish};
use yaodian::persist::ledger_file::{read, write};

const A: Party = Party::Unit(0);

/// Noon in China of a day.
pub fn noon(day: &str) -> Moment {
    Moment::from(iso_to_day(day).expect("a day")) * DAY + 4 * 3_600_000
}

/// Makes a round.
pub fn make(ledger: &mut Ledger, id: &str, name: &str, due: &str) -> RoundId {
    let round: RoundId = id.parse().expect("a round");
    for (field, value) in [(Field::Name, name), (Field::Due, due)] {
        ledger.set(Change { key: round.key(), field, value: value.into() }, 5);
    }
    round
}

/// Three rounds, of which the second is due after the third began.
fn year() -> Ledger {
    let mut ledger = Ledger::default();
    make(&mut ledger, "2021-07-01/2021-09-30", "第三季度", "");
    make(&mut ledger, "2021-01-01/2021-03-31", "第一季度", "2021-04-10");
    make(&mut ledger, "2021-04-01/2021-06-30", "第二季度", "2021-07-15");
    ledger
}

#[test]
fn a_round_is_named_by_its_days() {
    #[track_caller]
    fn check(text: &str, is_one: bool) {
        let read = text.parse::<RoundId>();
        assert_eq!(read.is_ok(), is_one, "{text}");
        assert!(read.is_err() || read.map(|id| id.to_string()).as_deref() == Ok(text), "{text}");
    }
    check("2021-01-01/2021-03-31", true);
    check("2021-01-01/2021-01-01", true);
    for none in ["", "/", "2021-01-01", "2021-03-31/2021-01-01", "2021-1-1/2021-03-31", "2021-02-30/2021-03-31"] {
        check(none, false);
    }
    check("2021-01-01/2021-03-31/", false);
    check("1969-01-01/2021-03-31", false);
}

#[test]
fn the_rounds_of_a_year_touch() {
    #[track_caller]
    fn check(year: u32, every: Every, expected: &[&str]) {
        let rounds = of_year(year, every);
        let names: Vec<String> = rounds.iter().map(ToString::to_string).collect();
        assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{year} {every:?}");
        assert!(rounds.windows(2).all(|pair| pair[0].until + 1 == pair[1].from), "{names:?}");
    }
    let quarters = ["2021-01-01/2021-03-31", "2021-04-01/2021-06-30", "2021-07-01/2021-09-30", "2021-10-01/2021-12-31"];
    check(2021, Every::Quarter, &quarters);
    assert_eq!(of_year(2024, Every::Month).len(), 12);
    assert_eq!(of_year(2024, Every::Month)[1].to_string(), "2024-02-01/2024-02-29");
    check(0, Every::Quarter, &[]);
}

#[test]
fn a_report_counts_for_the_round_in_which_it_is_due() {
    #[track_caller]
    fn check(rounds: &Rounds, day: &str, expected: Option<&str>) {
        let day = iso_to_day(day).expect("a day");
        assert_eq!(rounds.at(day).map(|round| round.name.as_str()), expected, "{}", iso_day(day.into()));
        assert!(rounds.all().iter().filter(|round| round.has(day)).count() <= 1, "{}", iso_day(day.into()));
    }
    let rounds = Rounds::of(&year());
    let names: Vec<&str> = rounds.all().iter().map(|round| round.name.as_str()).collect();
    assert_eq!(names, ["第一季度", "第二季度", "第三季度"], "in the order of their days");
    check(&rounds, "2020-12-31", None);
    check(&rounds, "2021-01-01", Some("第一季度"));
    check(&rounds, "2021-04-10", Some("第一季度"));
    check(&rounds, "2021-04-11", Some("第二季度"));
    check(&rounds, "2021-07-15", Some("第二季度"));
    check(&rounds, "2021-07-16", Some("第三季度"));
    check(&rounds, "2021-09-30", Some("第三季度"));
    check(&rounds, "2021-10-01", None);
}

#[test]
fn a_report_is_of_a_round_if_a_word_of_it_was_said_or_confirmed_in_it() {
    #[track_caller]
    fn check(said: &[(Field, &str, &str)], expected: [bool; 3]) {
        let mut ledger = year();
        for (field, value, day) in said {
            let key = MarkKey::Placed(A, measure(1, 1));
            ledger.set(Change { key, field: *field, value: (*value).into() }, noon(day));
        }
        let mark = ledger.mark(A, measure(1, 1)).cloned().unwrap_or_default();
        let counts: Vec<bool> = Rounds::of(&ledger).all().iter().map(|round| round.counts(&mark)).collect();
        assert_eq!(counts, expected, "{said:?}");
    }
    let done = Status::Done.key();
    check(&[], [false; 3]);
    check(&[(Field::Status, done, "2021-03-05")], [true, false, false]);
    check(&[(Field::Status, done, "2021-04-12")], [false, true, false]);
    check(&[(Field::Status, done, "2021-12-12")], [false; 3]);
    // Confirmed in each.
    let same = [("2021-05-01"), ("2021-08-01")].map(|day| (Field::Confirmed, day, day));
    check(&[(Field::Status, done, "2021-03-05"), same[0], same[1]], [true; 3]);
    check(&[(Field::Status, done, "2021-03-05"), same[1]], [true, false, true]);
    // Another word of it is said later.
    check(
        &[(Field::Status, "under-way", "2021-03-05"), (Field::Progress, "已開工", "2021-05-01")],
        [true, true, false],
    );
    // Asking for a later day is no report.
    check(
        &[(Field::Status, done, "2021-03-05"), (Field::Postponement, "2021-12-31 設備未到", "2021-05-01")],
        [true, false, false],
    );
    // Without a status it is no report, and what the coordinator settles is none.
    check(&[(Field::Progress, "已開工", "2021-05-01")], [false; 3]);
    check(&[(Field::Status, done, "2021-03-05"), (Field::Returned, "5 數據有誤", "2021-05-01")], [true, false, false]);
}

#[test]
fn a_round_without_a_name_is_none_and_one_is_not_due_before_it_ends() {
    let mut ledger = year();
    let id: RoundId = "2021-04-01/2021-06-30".parse().expect("a round");
    ledger.set(Change { key: id.key(), field: Field::Due, value: "2021-05-01".into() }, 9);
    let round = |ledger: &Ledger| Rounds::of(ledger).get(id).cloned();
    assert_eq!(round(&ledger).map(|round| iso_day(round.due.into())).as_deref(), Some("2021-06-30"));
    ledger.set(Change { key: id.key(), field: Field::Closed, value: "2021-07-02".into() }, 10);
    assert_eq!(round(&ledger).and_then(|round| round.closed), iso_to_day("2021-07-02"));
    let rounds = Rounds::of(&ledger);
    let closed = |day: &str| {
        let closed = rounds.closed_by(iso_to_day(day).expect("a day"));
        closed.map(|(round, day): (&Round, _)| (round.id, iso_day(day.into()))).collect::<Vec<_>>()
    };
    assert_eq!((closed("2021-07-01"), closed("2021-07-02")), (Vec::new(), vec![(id, "2021-07-02".to_owned())]));
    ledger.set(Change { key: id.key(), field: Field::Name, value: String::new() }, 11);
    assert_eq!(round(&ledger), None);
    assert_eq!(Rounds::of(&ledger).all().len(), 2);
}

#[test]
fn rounds_and_what_is_settled_come_back_as_they_were_kept() {
    let mut ledger = year();
    let mut say = |party, field: Field, value: &str| {
        let key = MarkKey::Placed(party, measure(2, 3));
        ledger.set(Change { key, field, value: value.into() }, 7);
    };
    say(A, Field::Duty, "lead");
    say(A, Field::Postponement, "2021-12-31 設備未到");
    say(A, Field::Granted, "2021-11-30");
    say(Party::Coordinator, Field::Due, "2021-10-31");
    say(Party::Coordinator, Field::Adding(1), "sum");
    let text = write(&ledger, plan());
    assert!(
        text.contains(r#""rounds":{"2021-01-01/2021-03-31":{"due":[[5,"2021-04-10"]],"name":[[5,"第一季度"]]}"#),
        "{text}"
    );
    assert!(text.contains(r#""duty":[[7,"lead"]]"#) && text.contains(r#""adding.1":[[7,"sum"]]"#), "{text}");
    assert_eq!(read(&text, plan()), Ok(ledger));
}

#[test]
fn what_is_asked_for_and_answered_is_read_as_it_is_written() {
    #[track_caller]
    fn check(value: &str, wish: Option<(&str, &str)>, returned: Option<(Moment, &str)>) {
        let read = Wish::read(value);
        let told = read.as_ref().map(|wish| (iso_day(wish.day.into()), wish.reason.as_str()));
        assert_eq!(told.as_ref().map(|(day, reason)| (day.as_str(), *reason)), wish, "{value}");
        assert_eq!(read.map(|wish| wish.write()), wish.map(|(day, reason)| format!("{day} {reason}")), "{value}");
        let read = Return::read(value);
        assert_eq!(read.as_ref().map(|returned| (returned.of, returned.reason.as_str())), returned, "{value}");
        assert_eq!(read.map(|read| read.write()), returned.map(|(of, reason)| format!("{of} {reason}")), "{value}");
    }
    check("2021-12-31 設備未到", Some(("2021-12-31", "設備未到")), None);
    check("2021-12-31  設備 未到 ", Some(("2021-12-31", "設備 未到")), None);
    check("1632988800000 數據有誤", None, Some((1_632_988_800_000, "數據有誤")));
    for none in ["", " ", "2021-12-31", "2021-12-31 ", "2021-13-31 甲", "5 ", "-5 甲", "設備未到"] {
        check(none, None, None);
    }
}

proptest! {
    /// No day is of two rounds, however their days overlap, and each round's days follow those of the one before.
    #[test]
    fn no_day_is_of_two_rounds(rounds in proptest::collection::vec((18_600_u32..18_900, 0_u32..100, 0_u32..60), 0..6)) {
        let mut ledger = Ledger::default();
        for (from, days, wait) in rounds {
            let id = RoundId { from, until: from + days };
            let values = [(Field::Name, "期".to_owned()), (Field::Due, iso_day((id.until + wait).into()))];
            for (field, value) in values {
                ledger.set(Change { key: id.key(), field, value }, 5);
            }
        }
        let rounds = Rounds::of(&ledger);
        for day in 18_590..19_070 {
            prop_assert!(rounds.all().iter().filter(|round| round.has(day)).count() <= 1, "{}", iso_day(day.into()));
        }
        prop_assert!(rounds.all().windows(2).all(|pair| pair[0].due < pair[1].opens));
    }
}

/// What was reported in time counts in the state that is kept, however much is written anew before the round is closed.
#[test]
fn the_state_of_a_round_counts_as_the_ledger_did() {
    let shelf = TestShelf::of(&[]);
    let id: RoundId = "2021-01-01/2021-03-31".parse().expect("a round");
    for (what, says, counts, values) in [
        ("in time", vec![("2021-03-20", "under-way", "甲")], true, ["under-way", "甲"]),
        (
            "in time, and anew after it was due",
            vec![("2021-02-20", "not-started", "甲"), ("2021-03-20", "under-way", "乙"), ("2021-04-15", "done", "丙")],
            true,
            ["done", "丙"],
        ),
        (
            "emptied afterwards",
            vec![("2021-03-20", "under-way", "甲"), ("2021-04-15", "under-way", "")],
            true,
            ["under-way", ""],
        ),
        ("too late", vec![("2021-04-15", "done", "甲")], false, ["done", "甲"]),
    ] {
        let mut ledger = year();
        let key = MarkKey::Placed(A, measure(2, 3));
        for (day, status, progress) in says {
            for (field, value) in [(Field::Status, status), (Field::Progress, progress)] {
                ledger.set(Change { key: key.clone(), field, value: value.into() }, noon(day));
            }
        }
        let round = Rounds::of(&ledger).get(id).cloned().expect("the round");
        yaodian::persist::rounds::keep(&shelf, plan(), id, &ledger).expect("there is room");
        let kept = yaodian::persist::rounds::load(&shelf, plan(), id).expect("it is kept");
        for (which, ledger) in [("the ledger", &ledger), ("what is kept", &kept)] {
            let mark = ledger.mark(A, measure(2, 3)).expect("a report");
            assert_eq!(round.counts(mark), counts, "{what}: {which}");
            let said = [Field::Status, Field::Progress].map(|field| mark.value(field));
            assert_eq!(said, values, "{what}: {which}");
        }
        let most = kept.marks().iter().flat_map(|(_, mark)| mark.fields()).map(|(_, versions)| versions.len()).max();
        assert!(most.is_some_and(|most| most <= 2), "{what}: no history is kept beside");
    }
}

#[test]
fn a_file_comes_in_its_round_or_not() {
    let day = |day: &str| iso_to_day(day).expect("a day");
    let other = |name: &str| Timing::Other(name.into());
    let mut closed = year();
    let second: RoundId = "2021-04-01/2021-06-30".parse().expect("a round");
    closed.set(Change { key: second.key(), field: Field::Closed, value: "2021-07-12".into() }, 6);
    for (what, ledger, id, today, timing) in [
        ("while it is open", year(), "2021-04-01/2021-06-30", "2021-07-15", Timing::InTime),
        ("when the next is", year(), "2021-04-01/2021-06-30", "2021-07-16", other("第三季度")),
        ("before it is", year(), "2021-07-01/2021-09-30", "2021-07-15", other("第二季度")),
        ("when none is open any more", year(), "2021-07-01/2021-09-30", "2021-12-01", Timing::InTime),
        ("no such round", year(), "2021-07-01/2021-07-31", "2021-07-16", Timing::Unknown),
        ("no rounds at all", Ledger::default(), "2021-07-01/2021-07-31", "2021-07-16", Timing::Unknown),
        ("closed meanwhile", closed.clone(), "2021-04-01/2021-06-30", "2021-07-12", Timing::Closed(day("2021-07-12"))),
        ("before it was closed", closed, "2021-04-01/2021-06-30", "2021-07-11", Timing::InTime),
    ] {
        let said = RoundSaid { id: id.parse().expect("a round"), name: "某期".into() };
        assert_eq!(Timing::of(&said, &Rounds::of(&ledger), day(today)), timing, "{what}");
    }
}
