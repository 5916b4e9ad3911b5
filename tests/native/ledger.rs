//! The ledger: how two become one, what a field's history keeps, and that nothing older comes back.
//!
//! Ledgers are written as words here: `1.1+5` is a tick at moment 5, `1.1-6` a tick taken back at moment 6, `1.1:甲@7`
//! a progress text of moment 7, `1.1?乙@8` a problem, `!9` says that all was emptied at moment 9. A moment may count
//! whole days first: `2d5`. The marks are the coordinator's.

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use yaodian::domain::calendar::day;
use yaodian::domain::ledger::{Cell, Change, Edit, LAST_MOMENT, Ledger, Moment};
use yaodian::domain::mark::{Field, Mark, Status, VERSIONS, Version};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan, TaskId};
use yaodian::persist::plan_file::haidong;

/// A day in milliseconds.
pub const DAY: Moment = 86_400_000;

/// When the second day in China begins.
const MIDNIGHT: Moment = 57_600_000;

/// The Haidong plan, read once.
pub fn plan() -> &'static Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(haidong);
    &PLAN
}

pub fn measure(task: u16, n: u16) -> MeasureId {
    MeasureId { task: TaskId { section: 0, task }, n }
}

/// Few cells, so that they meet: some of the Haidong plan, and some that it does not have.
pub fn cell() -> impl Strategy<Value = Cell> {
    let parties = [Party::Coordinator, Party::Unit(0), Party::Unit(1), Party::Locality(0)];
    let measures = [measure(1, 1), measure(1, 2), measure(3, 2)];
    let unplaced = [("unit:市某局", "1.1"), ("unit:市教育局", "99.1"), ("coordinator", "一"), ("", "\"\n")];
    let placed = parties.into_iter().flat_map(|party| measures.map(|measure| Cell::Placed(party, measure)));
    let unplaced = unplaced.map(|(party, measure)| Cell::Unplaced { party: party.into(), measure: measure.into() });
    proptest::sample::select(placed.chain(unplaced).collect::<Vec<_>>())
}

/// Moments close to each other, moments of more days than a field remembers, on both sides of midnight, and some that
/// no clock says.
pub fn moment() -> impl Strategy<Value = Moment> {
    let days = (0_u64..8, 0_u64..4).prop_map(|(days, after)| days * DAY + MIDNIGHT - 2 + after);
    prop_oneof![8 => 0_u64..6, 12 => days, 1 => LAST_MOMENT - 2..=LAST_MOMENT + 2, 1 => any::<u64>()]
}

/// Few fields, so that they meet.
pub fn field() -> impl Strategy<Value = Field> {
    const RARE: [Field; 6] =
        [Field::Problem, Field::NextStep, Field::Date, Field::Actual(1), Field::Actual(2), Field::Actual(u16::MAX)];
    prop_oneof![4 => Just(Field::Status), 2 => Just(Field::Progress), 1 => proptest::sample::select(&RARE[..])]
}

/// Few values, some empty, some odd, some that a status cannot have.
pub fn value() -> impl Strategy<Value = String> {
    const VALUES: [&str; 8] = ["", "", "done", "done", "under-way", "not-applicable", "甲", "\0\u{202e}\"\n"];
    proptest::sample::select(&VALUES[..]).prop_map(str::to_owned)
}

pub fn change() -> impl Strategy<Value = Change> {
    (cell(), field(), value()).prop_map(|(cell, field, value)| Change { cell, field, value })
}

fn version() -> impl Strategy<Value = Version> {
    (moment(), value()).prop_map(|(at, value)| Version { at, value })
}

pub fn ledger() -> impl Strategy<Value = Ledger> {
    let versions = proptest::collection::vec((cell(), field(), version()), 0..9);
    // One field of one cell again and again, so that its history is full.
    let one = (cell(), field(), proptest::collection::vec(version(), 0..9))
        .prop_map(|(cell, field, versions)| versions.into_iter().map(move |v| (cell.clone(), field, v)).collect());
    let cleared = prop_oneof![2 => Just(0), 1 => moment()];
    (versions, one, cleared)
        .prop_map(|(versions, one, cleared): (_, Vec<_>, _)| Ledger::new(versions.into_iter().chain(one), cleared))
}

/// A ledger over the whole Haidong plan: most of it by those who are asked, some by those who are not.
pub fn busy_ledger() -> impl Strategy<Value = Ledger> {
    let asked = |party| plan().scope_measures(party).into_iter().map(move |id| (party, id));
    let asked: Vec<(Party, MeasureId)> = plan().parties().flat_map(asked).collect();
    let ids: Vec<MeasureId> = plan().measures().map(|measure| measure.id).collect();
    let parties: Vec<Party> = plan().parties().collect();
    let anybody = (proptest::sample::select(parties), proptest::sample::select(ids));
    let place = prop_oneof![8 => proptest::sample::select(asked), 1 => anybody];
    let status = proptest::sample::select(&Status::ALL[..]).prop_map(|status| (Field::Status, status.key().to_owned()));
    let said = prop_oneof![8 => status, 2 => (field(), value())];
    let version = (place, said, 0_u64..9 * DAY).prop_map(|((party, measure), (field, value), at)| {
        (Cell::Placed(party, measure), field, Version { at, value })
    });
    proptest::collection::vec(version, 0..400).prop_map(|versions| Ledger::new(versions, 0))
}

/// What is ticked.
pub fn ticks(ledger: &Ledger) -> Vec<Cell> {
    let ticked = ledger.marks().iter().filter(|(_, mark)| mark.status() == Some(Status::Done));
    ticked.map(|(cell, _)| cell.clone()).collect()
}

/// Everything that is said now.
pub fn said(ledger: &Ledger) -> BTreeMap<(Cell, Field), String> {
    let marks = ledger.marks().iter().flat_map(|(cell, mark)| {
        mark.fields().iter().map(move |(field, _)| ((cell.clone(), *field), mark.value(*field).to_owned()))
    });
    marks.filter(|(_, value)| !value.is_empty()).collect()
}

/// A change of the status to done, or of nothing said.
pub fn ticking(cell: Cell, done: bool) -> Change {
    Change { cell, field: Field::Status, value: if done { "done".into() } else { String::new() } }
}

fn merged(mine: &Ledger, theirs: &Ledger) -> Ledger {
    let mut both = mine.clone();
    both.merge(theirs);
    both
}

fn coordinators(id: &str) -> Cell {
    Cell::Placed(Party::Coordinator, id.parse().expect("the id of a measure"))
}

/// `5`, or `2d5`.
fn at(word: &str) -> Moment {
    let (days, rest) = word.split_once('d').unwrap_or(("0", word));
    days.parse::<Moment>().expect("days") * DAY + rest.parse::<Moment>().expect("a moment")
}

/// The ledger of these words.
fn of(words: &str) -> Ledger {
    let mut cleared = 0;
    let mut versions = Vec::new();
    for word in words.split_whitespace() {
        if let Some(moment) = word.strip_prefix('!') {
            cleared = at(moment);
            continue;
        }
        let sign = word.find(['+', '-', ':', '?']).expect("a sign");
        let (id, rest) = (&word[..sign], &word[sign + 1..]);
        let (field, value, moment) = match &word[sign..=sign] {
            "+" => (Field::Status, "done", rest),
            "-" => (Field::Status, "", rest),
            text => {
                let (value, moment) = rest.split_once('@').expect("a moment");
                (if text == ":" { Field::Progress } else { Field::Problem }, value, moment)
            }
        };
        versions.push((coordinators(id), field, Version { at: at(moment), value: value.to_owned() }));
    }
    Ledger::new(versions, cleared)
}

/// The versions of a field, newest first: moment and value.
fn versions(ledger: &Ledger, cell: &Cell, field: Field) -> Vec<(Moment, String)> {
    let fields = ledger.mark_in(cell).map_or(&[][..], Mark::fields);
    let found = fields.iter().find(|(other, _)| *other == field).map_or(&[][..], |(_, versions)| versions);
    found.iter().map(|version| (version.at, version.value.clone())).collect()
}

/// Every version of every field.
fn all_versions(ledger: &Ledger) -> Vec<(Cell, Field, Version)> {
    let of_mark = |(cell, mark): &(Cell, Mark)| {
        let of_field = |(field, versions): &(Field, Vec<Version>)| {
            versions.iter().map(|version| (cell.clone(), *field, version.clone())).collect::<Vec<_>>()
        };
        mark.fields().iter().flat_map(of_field).collect::<Vec<_>>()
    };
    ledger.marks().iter().flat_map(of_mark).collect()
}

/// What must hold of every ledger, however it came about.
fn is_sound(ledger: &Ledger) -> Result<(), TestCaseError> {
    prop_assert!(ledger.marks().windows(2).all(|pair| pair[0].0 < pair[1].0), "cells in order, each once");
    for (cell, mark) in ledger.marks() {
        prop_assert!(!mark.fields().is_empty(), "{:?}: a mark of nothing", cell);
        prop_assert!(mark.fields().windows(2).all(|pair| pair[0].0 < pair[1].0), "{:?}: fields in order", cell);
        for (field, versions) in mark.fields() {
            prop_assert!((1..=VERSIONS).contains(&versions.len()), "{:?} {:?}: {:?}", cell, field, versions);
            let newer = versions.windows(2).all(|pair| pair[0].at > pair[1].at && day(pair[0].at) != day(pair[1].at));
            prop_assert!(newer, "{:?} {:?}: newest first, one a day: {:?}", cell, field, versions);
            prop_assert!(versions.iter().all(|version| version.at > ledger.cleared() || ledger.cleared() == 0));
        }
    }
    Ok(())
}

#[test]
fn two_ledgers_become_one() {
    #[track_caller]
    fn check(mine: &str, theirs: &str, both: &str) {
        assert_eq!(merged(&of(mine), &of(theirs)), of(both), "{mine} with {theirs}");
        assert_eq!(merged(&of(theirs), &of(mine)), of(both), "{theirs} with {mine}");
    }
    check("", "", "");
    check("1.1+5", "", "1.1+5");
    check("1.1+5", "1.2+3 3.2-1", "1.1+5 1.2+3 3.2-1");
    // The later change wins, be it the tick or its end.
    check("1.1+5", "1.1-6", "1.1-6");
    check("1.1+7", "1.1-6", "1.1+7");
    check("1.1+5", "1.1+6", "1.1+6");
    // At the same moment the tick wins.
    check("1.1+5", "1.1-5", "1.1+5");
    // What was emptied stays empty; what came later stays.
    check("1.1+5 1.2+6", "!5", "1.2+6 !5");
    check("1.1+5", "!4 1.2+9", "1.1+5 1.2+9 !4");
    check("1.1+8 !4", "!7 1.2+9", "1.1+8 1.2+9 !7");
    check("1.1+5 !4", "!7", "!7");
    // Marks without a moment are older than everything.
    check("1.1+0", "1.1-0", "1.1+0");
    check("1.1+0", "1.2-0", "1.1+0 1.2-0");
    check("1.1+0", "!1", "!1");
    // Field by field: what the one says of the progress does not touch what the other says of the problem.
    check("1.1:甲@5", "1.1?乙@4", "1.1:甲@5 1.1?乙@4");
    check("1.1+5 1.1:甲@5", "1.1-6 1.1:乙@4", "1.1-6 1.1:甲@5");
    check("1.1:甲@5", "1.1:@6", "1.1:@6");
    check("1.1:甲@5 1.1?乙@8", "!6", "1.1?乙@8 !6");
    // At the same moment both windows must choose the same: the greater text.
    check("1.1:甲@5", "1.1:乙@5", "1.1:甲@5");
    // Of different days both are kept.
    check("1.1:甲@5", "1.1:乙@1d5", "1.1:甲@5 1.1:乙@1d5");
    check("1.1:甲@5 1.1:丙@1d3", "1.1:乙@1d5", "1.1:甲@5 1.1:乙@1d5");
}

#[test]
fn of_several_marks_of_one_cell_the_latest_is_taken() {
    assert_eq!(of("1.1+1 1.1-3 1.1+2"), of("1.1-3"));
    assert_eq!(of("1.1-3 1.1+3 1.1-3"), of("1.1+3"));
    assert_eq!(of("1.2+1 1.1+1 1.2+1 1.1+4 1.2-2"), of("1.1+4 1.2-2"));
}

#[test]
fn a_field_keeps_the_last_version_of_each_of_its_last_days() {
    #[track_caller]
    fn check(words: &str, history: &[(Moment, &str)]) {
        let known = versions(&of(words), &coordinators("1.1"), Field::Progress);
        let known: Vec<(Moment, &str)> = known.iter().map(|(at, value)| (*at, value.as_str())).collect();
        assert_eq!(known, history, "{words}");
    }
    check("", &[]);
    check("1.1:甲@5", &[(5, "甲")]);
    check("1.1:甲@5 1.1:乙@6 1.1:丙@7", &[(7, "丙")]);
    check("1.1:丙@1d7 1.1:甲@5 1.1:乙@1d6", &[(DAY + 7, "丙"), (5, "甲")]);
    // The day is China's: it begins at 16:00 UTC.
    check("1.1:甲@57599999 1.1:乙@57600000", &[(MIDNIGHT, "乙"), (MIDNIGHT - 1, "甲")]);
    check("1.1:甲@57600000 1.1:乙@57600001", &[(MIDNIGHT + 1, "乙")]);
    // What was taken back is a version too.
    check("1.1:甲@5 1.1:@1d5", &[(DAY + 5, ""), (5, "甲")]);
    // And of more days than are kept the newest.
    let days = [(4 * DAY, "戊"), (3 * DAY, "丁"), (2 * DAY, "丙"), (DAY, "乙")];
    assert_eq!(days.len(), VERSIONS);
    check("1.1:甲@0d0 1.1:乙@1d0 1.1:丙@2d0 1.1:丁@3d0 1.1:戊@4d0", &days);
    check("1.1:戊@4d0 1.1:丁@3d0 1.1:丙@2d0 1.1:乙@1d0 1.1:甲@0d0", &days);
    check("1.1:戊@4d0 1.1:丁@3d0 !2d0", &days[..2]);
}

#[test]
fn typing_for_a_week_leaves_one_version_a_day() {
    let mut ledger = Ledger::default();
    let cell = coordinators("1.1");
    for day in 0..7 {
        for n in 0..20 {
            let value = format!("第{day}天第{n}字");
            let change = Change { cell: cell.clone(), field: Field::Progress, value };
            assert!(ledger.set(change, day * DAY + n).is_some());
        }
    }
    let last: Vec<(Moment, String)> = (3..7).rev().map(|day| (day * DAY + 19, format!("第{day}天第19字"))).collect();
    assert_eq!(versions(&ledger, &cell, Field::Progress), last);
}

#[test]
fn a_change_is_told_and_no_change_is_none() {
    let cell = Cell::Placed(Party::Unit(1), measure(1, 1));
    let tick = |done| ticking(cell.clone(), done);
    let mut ledger = Ledger::default();
    assert_eq!(ledger.set(tick(false), 5), None);
    assert_eq!(ledger, Ledger::default(), "nothing changed");
    let edit = ledger.set(tick(true), 5);
    assert_eq!(edit, Some(Edit { to: tick(true), before: String::new() }));
    assert_eq!(ledger.set(tick(true), 6), None);
    assert_eq!(ledger.changed(), 5, "ticking what is ticked is no change");
    assert!(ledger.done(Party::Unit(1), measure(1, 1)));
    assert!(!ledger.done(Party::Unit(0), measure(1, 1)), "a tick is its party's alone");
    assert!(!ledger.done(Party::Coordinator, measure(1, 1)), "nor the coordinator's");
    let edit = ledger.set(tick(false), 7);
    assert_eq!(edit, Some(Edit { to: tick(false), before: "done".into() }));
    assert_eq!(all_versions(&ledger), [(cell.clone(), Field::Status, Version { at: 7, value: String::new() })]);
    assert!(ledger.mark_in(&cell).is_some_and(Mark::is_empty));
    // Another field of the same mark.
    let text = Change { cell: cell.clone(), field: Field::Progress, value: "甲".into() };
    assert_eq!(ledger.set(text.clone(), 8), Some(Edit { to: text, before: String::new() }));
    assert_eq!(ledger.value(Party::Unit(1), measure(1, 1), Field::Progress), "甲");
    assert_eq!(ledger.value(Party::Unit(1), measure(1, 1), Field::Problem), "");
    assert_eq!(ledger.status(Party::Unit(1), measure(1, 1)), None);
    assert!(!ledger.mark_in(&cell).is_some_and(Mark::is_empty));
}

#[test]
fn a_ledger_counts_what_is_said_and_knows_when() {
    #[track_caller]
    fn check(words: &str, reports: usize, ticks: usize, changed: Moment) {
        let ledger = of(words);
        assert_eq!((ledger.reports(), ledger.ticks(), ledger.changed()), (reports, ticks, changed), "{words}");
    }
    check("", 0, 0, 0);
    check("1.1+5 1.2+6", 2, 2, 6);
    check("1.1+5 1.1:甲@7", 1, 1, 7);
    check("1.1:甲@7 1.2-8", 1, 0, 8);
    check("1.1:@7", 0, 0, 7);
    check("1.1+5 !9", 0, 0, 9);
    check("1.1+1d5 1.2+2d0 !9", 2, 2, 2 * DAY);

    let ledger = of("1.1+5 1.2-7 1.1:甲@1d0 1.1:乙@2d0 !4");
    for (moment, after) in [
        (0, Some(5)),
        (4, Some(5)),
        (5, Some(7)),
        (7, Some(DAY)),
        (DAY, Some(2 * DAY)),
        (2 * DAY, None),
        (u64::MAX, None),
    ] {
        assert_eq!(ledger.first_after(moment), after, "the first change after {moment}");
    }
    assert_eq!(Ledger::default().first_after(0), None);
}

#[test]
fn all_that_is_said_of_a_measure_is_found_together() {
    let (one, other) = (measure(1, 1), measure(1, 2));
    let done = |cell: Cell| (cell, Field::Status, Version { at: 5, value: "done".into() });
    let of_one = [Party::Coordinator, Party::Unit(0), Party::Unit(30), Party::Locality(0), Party::Locality(5)];
    let cells = of_one.map(|party| Cell::Placed(party, one));
    let unplaced = Cell::Unplaced { party: "unit:市某局".into(), measure: "1.1".into() };
    let others = [Cell::Placed(Party::Unit(3), other), unplaced];
    let ledger = Ledger::new(cells.iter().rev().chain(&others).cloned().map(done), 0);
    let found = |id| ledger.said_of(id).iter().map(|(cell, _)| cell.clone()).collect::<Vec<_>>();
    assert_eq!(found(one), cells, "in the order of the parties");
    assert_eq!(found(other), others[..1]);
    assert_eq!(found(measure(1, 3)), []);
    assert_eq!(found(measure(22, 7)), []);
    // Where the coordinator says nothing too.
    let ledger = Ledger::new(cells[1..].iter().cloned().map(done), 0);
    assert_eq!(ledger.said_of(one).len(), 4);
}

#[test]
fn a_tick_taken_back_says_what_was_said_before_it() {
    #[track_caller]
    fn check(statuses: &[(Moment, &str)], before: &str) {
        let version = |(at, value): &(Moment, &str)| Version { at: *at, value: (*value).to_owned() };
        let cell = coordinators("1.1");
        let ledger = Ledger::new(statuses.iter().map(|status| (cell.clone(), Field::Status, version(status))), 0);
        let mark = ledger.mark_in(&cell).cloned().unwrap_or_default();
        assert_eq!(mark.status_before_done(), before, "{statuses:?}");
    }
    check(&[], "");
    check(&[(5, "done")], "");
    check(&[(5, "behind"), (DAY, "done")], "behind");
    check(&[(5, "behind"), (DAY, "done"), (2 * DAY, "done")], "behind");
    check(&[(5, "behind"), (DAY, ""), (2 * DAY, "done")], "");
    check(&[(5, "done"), (DAY, "under-way")], "under-way");
    // Of one day only the last is known.
    check(&[(5, "behind"), (6, "done")], "");
}

#[test]
fn keys_name_one_status_and_one_field_each() {
    for status in Status::ALL {
        assert_eq!(Status::of_key(status.key()), Some(status));
    }
    for key in ["", "Done", "done ", "signed-off", "not-reported", "完成"] {
        assert_eq!(Status::of_key(key), None, "{key:?}");
    }
    let actual = [0, 1, 2, 10, u16::MAX].map(Field::Actual);
    let plain = [Field::Status, Field::Progress, Field::Problem, Field::NextStep, Field::Date];
    let keys = plain.into_iter().chain(actual).map(|field| (field, field.key())).collect::<Vec<_>>();
    let spelled: Vec<&str> = keys.iter().map(|(_, key)| key.as_str()).collect();
    assert_eq!(
        spelled,
        [
            "status",
            "progress",
            "problem",
            "next",
            "date",
            "actual.0",
            "actual.1",
            "actual.2",
            "actual.10",
            "actual.65535"
        ]
    );
    for (field, key) in keys {
        assert_eq!(Field::of_key(&key), Some(field), "{key}");
    }
    for key in ["", "Status", "next-step", "actual", "actual.", "actual.01", "actual.+1", "actual.-1", "actual.65536"] {
        assert_eq!(Field::of_key(key), None, "{key:?}");
    }
}

#[test]
fn moments_that_cannot_be_are_clamped() {
    let ledger = of(&format!("1.1+{} 1.2-{}", u64::MAX, u64::MAX - 1));
    assert_eq!(ledger, of(&format!("1.1+{LAST_MOMENT} 1.2-{LAST_MOMENT}")));
    assert_eq!(of(&format!("1.1+5 !{}", u64::MAX)), of(&format!("!{LAST_MOMENT}")));
    let mut ledger = Ledger::default();
    ledger.set(ticking(coordinators("1.1"), true), u64::MAX);
    assert_eq!(ledger.changed(), LAST_MOMENT);
}

proptest! {
    #[test]
    fn merging_does_not_mind_the_order(a in ledger(), b in ledger(), c in ledger()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merging_again_changes_nothing(a in ledger(), b in ledger()) {
        let both = merged(&a, &b);
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(merged(&a, &Ledger::default()), a.clone());
        prop_assert_eq!(merged(&both, &a), both.clone());
        prop_assert_eq!(merged(&both, &b), both);
    }

    #[test]
    fn of_every_field_the_later_change_wins(a in ledger(), b in ledger()) {
        let both = merged(&a, &b);
        let newest = |ledger: &Ledger, cell, field| versions(ledger, cell, field).into_iter().next();
        for (cell, field, _) in all_versions(&a).iter().chain(&all_versions(&b)) {
            let later = newest(&a, cell, *field).max(newest(&b, cell, *field));
            let later = later.filter(|(at, _)| both.cleared() == 0 || *at > both.cleared());
            prop_assert_eq!(newest(&both, cell, *field), later, "{:?} {:?}", cell, field);
        }
        for (cell, field, version) in all_versions(&both) {
            let of = |ledger| versions(ledger, &cell, field).contains(&(version.at, version.value.clone()));
            prop_assert!(of(&a) || of(&b), "{:?} {:?} from nowhere: {:?}", cell, field, version);
        }
    }

    /// What either knew is known, but for what was emptied, said anew on the same day, or older than what is kept.
    #[test]
    fn no_version_is_lost_without_a_reason(a in ledger(), b in ledger()) {
        let both = merged(&a, &b);
        for (cell, field, Version { at, value }) in all_versions(&a).into_iter().chain(all_versions(&b)) {
            let known = versions(&both, &cell, field);
            let emptied = at <= both.cleared() && both.cleared() > 0;
            let said_anew = known.iter().any(|newer| day(newer.0) == day(at) && *newer > (at, value.clone()));
            let too_old = known.len() == VERSIONS && known.iter().all(|newer| newer.0 > at);
            let there = known.contains(&(at, value.clone()));
            prop_assert!(there || emptied || said_anew || too_old, "{:?} {:?}: {} {:?} in {:?}", cell, field, at, value, known);
        }
    }

    #[test]
    fn every_ledger_is_sound(a in ledger(), b in ledger(), changes in proptest::collection::vec((change(), moment()), 0..9)) {
        is_sound(&a)?;
        let mut both = merged(&a, &b);
        is_sound(&both)?;
        for (change, now) in changes {
            both.set(change, now);
            is_sound(&both)?;
        }
        both.replace(&a, 3 * DAY);
        is_sound(&both)?;
        is_sound(&both.moved(|_| coordinators("1.1")))?;
    }

    /// Whatever the clock says, also when it was set back.
    #[test]
    fn a_change_wins_over_everything_seen_before(before in ledger(), change in change(), now in moment()) {
        let mut after = before.clone();
        let edit = after.set(change.clone(), now);
        let mut expected = said(&before);
        let place = (change.cell.clone(), change.field);
        let was = expected.get(&place).cloned().unwrap_or_default();
        prop_assert_eq!(edit, (was != change.value).then(|| Edit { to: change.clone(), before: was }));
        if change.value.is_empty() {
            expected.remove(&place);
        } else {
            expected.insert(place, change.value);
        }
        prop_assert_eq!(said(&after), expected, "the one field changed, and nothing else");
        prop_assert_eq!(merged(&before, &after), after.clone());
        prop_assert_eq!(merged(&after, &before), after);
    }

    #[test]
    fn what_was_emptied_does_not_come_back(before in ledger(), cell in cell(), field in field(), now in moment()) {
        let mut empty = before.clone();
        let lost = empty.clear(now);
        let told = lost.into_iter().map(|edit| {
            assert_eq!(edit.to.value, "");
            ((edit.to.cell, edit.to.field), edit.before)
        });
        prop_assert_eq!(told.collect::<BTreeMap<_, _>>(), said(&before), "the edits say what was lost");
        prop_assert_eq!(empty.marks(), []);
        prop_assert_eq!(merged(&empty, &before), empty.clone());
        prop_assert_eq!(merged(&before, &empty), empty.clone());
        // And what is said from then on is said.
        let change = Change { cell: cell.clone(), field, value: "done".into() };
        empty.set(change, now);
        let again = merged(&empty, &before);
        prop_assert_eq!(said(&again), BTreeMap::from([((cell, field), "done".to_owned())]));
    }

    #[test]
    fn replacing_takes_over_everything_and_nothing_older_undoes_it(mine in ledger(), other in ledger(), now in moment()) {
        let mut replaced = mine.clone();
        let edits = replaced.replace(&other, now);
        prop_assert_eq!(said(&replaced), said(&other));
        prop_assert!(replaced.difference(&other).is_empty());
        let before = said(&mine);
        for Edit { to: Change { cell, field, value }, before: was } in edits {
            prop_assert_ne!(&was, &value, "a change of nothing");
            prop_assert_eq!(before.get(&(cell, field)).cloned().unwrap_or_default(), was);
        }
        prop_assert_eq!(merged(&replaced, &mine), replaced.clone());
        prop_assert_eq!(merged(&mine, &replaced), replaced);
    }

    /// Several changes made at once are of one moment, later than everything before.
    #[test]
    fn changes_made_as_one_are_of_one_moment(before in ledger(), changes in proptest::collection::vec(change(), 1..6), now in moment()) {
        let mut after = before.clone();
        let places: BTreeMap<(Cell, Field), Change> =
            changes.into_iter().map(|change| ((change.cell.clone(), change.field), change)).collect();
        after.apply(places.values(), now);
        let expected = now.min(LAST_MOMENT).max(before.changed() + 1);
        prop_assert_eq!(after.changed(), expected);
        for ((cell, field), change) in &places {
            prop_assert_eq!(versions(&after, cell, *field).into_iter().next(), Some((expected, change.value.clone())));
        }
        is_sound(&after)?;
    }
}
