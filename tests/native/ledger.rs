//! The ledger: how two become one, what a field's history keeps, and that nothing older comes back.
//!
//! Ledgers are written as words here: `1.1+5` is a tick at moment 5, `1.1-6` a tick taken back at moment 6, `1.1:甲@7`
//! a progress text of moment 7, `1.1?乙@8` a problem, `!9` says that all was emptied at moment 9. A moment may count
//! whole days first: `2d5`. The marks are the coordinator's.

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use yaodian::domain::calendar::day;
use yaodian::domain::ledger::{Change, Edit, LAST_MOMENT, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Mark, Stamp, Status, Version};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan, TaskId, TaskLabel};
use yaodian::domain::reports::Reports;
use yaodian::domain::round_id::RoundId;
use yaodian::domain::version::{DAYS, is_believable};
use yaodian::persist::embedded::plan as haidong;

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
    MeasureId::given(TaskId::given(TaskLabel { section: 0, task }), n)
}

/// A few keys, so that they often coincide: some of the Haidong plan, and some that it does not have.
pub fn mark_key() -> impl Strategy<Value = MarkKey> {
    let parties = [Party::Coordinator, Party::Unit(0), Party::Unit(1), Party::Locality(0)];
    let measures = [measure(1, 1), measure(1, 2), measure(3, 2)];
    let unplaced = [("unit:市某局", "1.1"), ("unit:市教育局", "99.1"), ("coordinator", "一"), ("", "\"\n")];
    let placed = parties.into_iter().flat_map(|party| measures.map(|measure| MarkKey::Placed(party, measure)));
    let unplaced = unplaced.map(|(party, measure)| MarkKey::Unplaced { party: party.into(), measure: measure.into() });
    let rounds = ["2021-01-01/2021-03-31", "2021-01-01/2021-01-31"]
        .map(|round| round.parse::<RoundId>().expect("a round").key());
    proptest::sample::select(placed.chain(unplaced).chain(rounds).collect::<Vec<_>>())
}

/// Moments close to each other, moments of more days than a field remembers, on both sides of midnight, and some that
/// no clock says.
pub fn moment() -> impl Strategy<Value = Moment> {
    let days = (0_u64..8, 0_u64..4).prop_map(|(days, after)| days * DAY + MIDNIGHT - 2 + after);
    prop_oneof![8 => 0_u64..6, 12 => days, 1 => LAST_MOMENT - 2..=LAST_MOMENT + 2, 1 => any::<u64>()]
}

/// Few fields, so that they meet.
pub fn field() -> impl Strategy<Value = Field> {
    const SETTLED: [Field; 8] = [
        Field::Duty,
        Field::Returned,
        Field::Granted,
        Field::Due,
        Field::Name,
        Field::Closed,
        Field::Adding(1),
        Field::Adding(u16::MAX),
    ];
    prop_oneof![7 => reported(), 1 => proptest::sample::select(&SETTLED[..])]
}

/// Few fields that a party reports.
pub fn reported() -> impl Strategy<Value = Field> {
    const RARE: [Field; 8] = [
        Field::Problem,
        Field::NextStep,
        Field::Date,
        Field::Confirmed,
        Field::Postponement,
        Field::Actual(1),
        Field::Actual(2),
        Field::Actual(u16::MAX),
    ];
    prop_oneof![4 => Just(Field::Status), 2 => Just(Field::Progress), 1 => proptest::sample::select(&RARE[..])]
}

/// Few values, some empty, some odd, some that a status cannot have.
pub fn value() -> impl Strategy<Value = String> {
    const VALUES: [&str; 8] = ["", "", "done", "done", "under-way", "not-applicable", "甲", "\0\u{202e}\"\n"];
    proptest::sample::select(&VALUES[..]).prop_map(str::to_owned)
}

pub fn change() -> impl Strategy<Value = Change> {
    (mark_key(), field(), value()).prop_map(|(key, field, value)| Change { key, field, value })
}

/// Places in the order of changes, some of one moment.
pub fn stamp() -> impl Strategy<Value = Stamp> {
    (moment(), prop_oneof![4 => Just(0), 2 => 0_u64..3, 1 => any::<u64>()]).prop_map(|(at, count)| Stamp { at, count })
}

/// Mostly of one moment, as they are written; some by clocks that disagree.
fn version() -> impl Strategy<Value = Version> {
    let plain = (moment(), value()).prop_map(|(at, value)| Version::at(at, value));
    let odd = (stamp(), moment(), moment(), value()).prop_map(|(stamp, entered, said, value)| Version {
        stamp,
        entered,
        said,
        value,
    });
    prop_oneof![3 => plain, 2 => odd]
}

pub fn ledger() -> impl Strategy<Value = Ledger> {
    let versions = proptest::collection::vec((mark_key(), field(), version()), 0..9);
    // One field of one mark again and again, so that its history is full.
    let one = (mark_key(), field(), proptest::collection::vec(version(), 0..9))
        .prop_map(|(key, field, versions)| versions.into_iter().map(move |v| (key.clone(), field, v)).collect());
    let cleared = prop_oneof![2 => Just(Stamp::default()), 1 => stamp()];
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
    let said = prop_oneof![8 => status, 2 => (reported(), value())];
    let version = (place, said, 0_u64..9 * DAY).prop_map(|((party, measure), (field, value), at)| {
        (MarkKey::Placed(party, measure), field, Version::at(at, value))
    });
    proptest::collection::vec(version, 0..400).prop_map(|versions| Ledger::new(versions, Stamp::default()))
}

/// What is ticked.
pub fn ticks(ledger: &Ledger) -> Vec<MarkKey> {
    let ticked = ledger.marks().iter().filter(|(_, mark)| mark.status() == Some(Status::Done));
    ticked.map(|(key, _)| key.clone()).collect()
}

/// Everything that is said now.
pub fn said(ledger: &Ledger) -> BTreeMap<(MarkKey, Field), String> {
    let marks = ledger.marks().iter().flat_map(|(key, mark)| {
        mark.fields().iter().map(move |(field, _)| ((key.clone(), *field), mark.value(*field).to_owned()))
    });
    marks.filter(|(_, value)| !value.is_empty()).collect()
}

/// A change of the status to done, or of nothing said.
pub fn ticking(key: MarkKey, done: bool) -> Change {
    Change { key, field: Field::Status, value: if done { "done".into() } else { String::new() } }
}

fn merged(mine: &Ledger, theirs: &Ledger) -> Ledger {
    let mut both = mine.clone();
    both.merge(theirs);
    both
}

fn coordinators(id: &str) -> MarkKey {
    MarkKey::Placed(Party::Coordinator, id.parse().expect("the id of a measure"))
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
        versions.push((coordinators(id), field, Version::at(at(moment), value)));
    }
    Ledger::new(versions, cleared.into())
}

/// The versions of a field, newest first: moment and value.
fn versions(ledger: &Ledger, key: &MarkKey, field: Field) -> Vec<(Moment, String)> {
    ledger.versions(key, field).iter().map(|version| (version.stamp.at, version.value.clone())).collect()
}

/// Every version of every field.
fn all_versions(ledger: &Ledger) -> Vec<(MarkKey, Field, Version)> {
    let of_mark = |(key, mark): &(MarkKey, Mark)| {
        let of_field = |(field, versions): &(Field, Vec<Version>)| {
            versions.iter().map(|version| (key.clone(), *field, version.clone())).collect::<Vec<_>>()
        };
        mark.fields().iter().flat_map(of_field).collect::<Vec<_>>()
    };
    ledger.marks().iter().flat_map(of_mark).collect()
}

/// What must hold of every ledger, however it came about.
fn is_sound(ledger: &Ledger) -> Result<(), TestCaseError> {
    prop_assert!(ledger.marks().windows(2).all(|pair| pair[0].0 < pair[1].0), "keys in order, each once");
    for (key, mark) in ledger.marks() {
        prop_assert!(!mark.fields().is_empty(), "{:?}: a mark of nothing", key);
        prop_assert!(mark.fields().windows(2).all(|pair| pair[0].0 < pair[1].0), "{:?}: fields in order", key);
        for (field, versions) in mark.fields() {
            prop_assert!(!versions.is_empty(), "{:?} {:?}", key, field);
            prop_assert!(versions.windows(2).all(|pair| pair[0] > pair[1]), "newest first: {:?}", versions);
            prop_assert!(
                versions.iter().all(|version| version.stamp > ledger.cleared() || ledger.cleared() == Stamp::default())
            );
            // One a day; and of a status one more, the last that is not done.
            let is_first = |i: usize| versions[..i].iter().all(|newer| day(newer.entered) != day(versions[i].entered));
            let days = (0..versions.len()).filter(|i| is_first(*i)).count();
            let before_done = versions.iter().position(|version| version.value != "done");
            let more = (0..versions.len()).filter(|i| !is_first(*i)).collect::<Vec<_>>();
            prop_assert!(more.iter().all(|i| *field == Field::Status && Some(*i) == before_done), "{:?}", versions);
            let kept =
                days <= DAYS || *field == Field::Status && days == DAYS + 1 && before_done == Some(versions.len() - 1);
            prop_assert!(kept, "{:?} {:?}: {:?}", key, field, versions);
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
    check("1.1+7", "1.1-6", "1.1+7 1.1-6");
    check("1.1+5", "1.1+6", "1.1+6");
    // At the same moment the tick wins. What was said before a tick is kept with it.
    check("1.1+5", "1.1-5", "1.1+5 1.1-5");
    // What was emptied stays empty; what came later stays.
    check("1.1+5 1.2+6", "!5", "1.2+6 !5");
    check("1.1+5", "!4 1.2+9", "1.1+5 1.2+9 !4");
    check("1.1+8 !4", "!7 1.2+9", "1.1+8 1.2+9 !7");
    check("1.1+5 !4", "!7", "!7");
    // Marks without a moment are older than everything.
    check("1.1+0", "1.1-0", "1.1+0 1.1-0");
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
    assert_eq!(of("1.1-3 1.1+3 1.1-3"), of("1.1+3 1.1-3"));
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
    assert_eq!(days.len(), DAYS);
    check("1.1:甲@0d0 1.1:乙@1d0 1.1:丙@2d0 1.1:丁@3d0 1.1:戊@4d0", &days);
    check("1.1:戊@4d0 1.1:丁@3d0 1.1:丙@2d0 1.1:乙@1d0 1.1:甲@0d0", &days);
    check("1.1:戊@4d0 1.1:丁@3d0 !2d0", &days[..2]);
}

#[test]
fn typing_for_a_week_leaves_one_version_a_day() {
    let mut ledger = Ledger::default();
    let key = coordinators("1.1");
    for day in 0..7 {
        for n in 0..20 {
            let value = format!("第{day}天第{n}字");
            let change = Change { key: key.clone(), field: Field::Progress, value };
            assert!(ledger.set(change, day * DAY + n).is_some());
        }
    }
    let last: Vec<(Moment, String)> = (3..7).rev().map(|day| (day * DAY + 19, format!("第{day}天第19字"))).collect();
    assert_eq!(versions(&ledger, &key, Field::Progress), last);
}

#[test]
fn a_change_is_told_and_no_change_is_none() {
    let key = MarkKey::Placed(Party::Unit(1), measure(1, 1));
    let tick = |done| ticking(key.clone(), done);
    let mut ledger = Ledger::default();
    assert_eq!(ledger.set(tick(false), 5), None);
    assert_eq!(ledger, Ledger::default(), "nothing changed");
    let edit = ledger.set(tick(true), 5);
    let edit_of = |field, before: &[Version], after: &[Version]| {
        Some(Edit { key: key.clone(), field, before: before.to_vec(), after: after.to_vec() })
    };
    let ticked = [Version::at(5, "done")];
    assert_eq!(edit, edit_of(Field::Status, &[], &ticked));
    assert_eq!(ledger.set(tick(true), 6), None);
    assert_eq!(ledger.entered(6), Some(5), "ticking what is ticked is no change");
    assert!(ledger.done(Party::Unit(1), measure(1, 1)));
    assert!(!ledger.done(Party::Unit(0), measure(1, 1)), "a tick is its party's alone");
    assert!(!ledger.done(Party::Coordinator, measure(1, 1)), "nor the coordinator's");
    let edit = ledger.set(tick(false), 7);
    assert_eq!(edit, edit_of(Field::Status, &ticked, &[Version::at(7, "")]));
    assert_eq!(all_versions(&ledger), [(key.clone(), Field::Status, Version::at(7, ""))]);
    assert!(ledger.mark_in(&key).is_some_and(Mark::is_empty));
    // Another field of the same mark.
    let text = Change { key: key.clone(), field: Field::Progress, value: "甲".into() };
    assert_eq!(ledger.set(text, 8), edit_of(Field::Progress, &[], &[Version::at(8, "甲")]));
    assert_eq!(ledger.value(Party::Unit(1), measure(1, 1), Field::Progress), "甲");
    assert_eq!(ledger.value(Party::Unit(1), measure(1, 1), Field::Problem), "");
    assert_eq!(ledger.status(Party::Unit(1), measure(1, 1)), None);
    assert!(!ledger.mark_in(&key).is_some_and(Mark::is_empty));
}

#[test]
fn a_ledger_counts_what_is_said_and_knows_when() {
    #[track_caller]
    fn check(words: &str, [all, done, without_status]: [usize; 3], entered: impl Into<Option<Moment>>) {
        let ledger = of(words);
        let found = (Reports::of(plan(), &ledger), ledger.entered(9 * DAY));
        let reports = Reports { all, done, without_status, ..Reports::default() };
        assert_eq!(found, (reports, entered.into()), "{words}");
    }
    check("", [0, 0, 0], None);
    check("1.1+5 1.2+6", [2, 2, 0], 6);
    check("1.1+5 1.1:甲@7", [1, 1, 0], 7);
    check("1.1:甲@7 1.2-8", [0, 0, 1], 8);
    check("1.1:@7", [0, 0, 0], 7);
    check("1.1+5 !9", [0, 0, 0], 9);
    check("1.1+1d5 1.2+2d0 !9", [2, 2, 0], 2 * DAY);

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
        assert_eq!(ledger.first_after(moment, 9 * DAY), after, "the first change after {moment}");
    }
    assert_eq!(Ledger::default().first_after(0, DAY), None);
}

#[test]
fn all_that_is_said_of_a_measure_is_found_together() {
    let (one, other) = (measure(1, 1), measure(1, 2));
    let done = |key: MarkKey| (key, Field::Status, Version::at(5, "done"));
    let of_one = [Party::Coordinator, Party::Unit(0), Party::Unit(30), Party::Locality(0), Party::Locality(5)];
    let keys = of_one.map(|party| MarkKey::Placed(party, one));
    let unplaced = MarkKey::Unplaced { party: "unit:市某局".into(), measure: "1.1".into() };
    let others = [MarkKey::Placed(Party::Unit(3), other), unplaced];
    let ledger = Ledger::new(keys.iter().rev().chain(&others).cloned().map(done), Stamp::default());
    let found = |id| ledger.said_of(id).iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    assert_eq!(found(one), keys, "in the order of the parties");
    assert_eq!(found(other), others[..1]);
    assert_eq!(found(measure(1, 3)), []);
    assert_eq!(found(measure(22, 7)), []);
    // Where the coordinator says nothing too.
    let ledger = Ledger::new(keys[1..].iter().cloned().map(done), Stamp::default());
    assert_eq!(ledger.said_of(one).len(), 4);
}

#[test]
fn a_tick_taken_back_says_what_was_said_before_it() {
    #[track_caller]
    fn check(statuses: &[(Moment, &str)], before: Option<(Moment, &str)>) {
        let version = |(at, value): &(Moment, &str)| Version::at(*at, *value);
        let key = coordinators("1.1");
        let versions = statuses.iter().map(|status| (key.clone(), Field::Status, version(status)));
        let ledger = Ledger::new(versions, Stamp::default());
        let mark = ledger.mark_in(&key).cloned().unwrap_or_default();
        assert_eq!(mark.status_before_done(), before.as_ref().map(version).as_ref(), "{statuses:?}");
    }
    check(&[], None);
    check(&[(5, "done")], None);
    check(&[(5, "behind"), (DAY, "done")], Some((5, "behind")));
    check(&[(5, "behind"), (DAY, "done"), (2 * DAY, "done")], Some((5, "behind")));
    check(&[(5, "behind"), (DAY, ""), (2 * DAY, "done")], Some((DAY, "")));
    check(&[(5, "done"), (DAY, "under-way")], Some((DAY, "under-way")));
    // Of the same day, too; and of one further back than a field remembers otherwise.
    check(&[(5, "behind"), (6, "done")], Some((5, "behind")));
    check(&[(0, "behind"), (5, "under-way"), (6, "done")], Some((5, "under-way")));
    let days: Vec<(Moment, &str)> = (1..9).map(|day| (day * DAY, "done")).collect();
    check(&[&[(5, "behind")], &days[..]].concat(), Some((5, "behind")));
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
    assert_eq!(ledger, of(&format!("1.1+{LAST_MOMENT}")));
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
        let newest = |ledger: &Ledger, key, field| ledger.versions(key, field).first().cloned();
        for (key, field, _) in all_versions(&a).iter().chain(&all_versions(&b)) {
            let later = newest(&a, key, *field).max(newest(&b, key, *field));
            let later = later.filter(|version| both.cleared() == Stamp::default() || version.stamp > both.cleared());
            prop_assert_eq!(newest(&both, key, *field), later, "{:?} {:?}", key, field);
        }
        for (key, field, version) in all_versions(&both) {
            let of = |ledger: &Ledger| ledger.versions(&key, field).contains(&version);
            prop_assert!(of(&a) || of(&b), "{:?} {:?} from nowhere: {:?}", key, field, version);
        }
    }

    /// What either knew is known, but for what was emptied, said anew on the same day, or older than what is kept.
    #[test]
    fn no_version_is_lost_without_a_reason(a in ledger(), b in ledger()) {
        let both = merged(&a, &b);
        for (key, field, version) in all_versions(&a).into_iter().chain(all_versions(&b)) {
            let known = both.versions(&key, field);
            let emptied = version.stamp <= both.cleared() && both.cleared() > Stamp::default();
            let said_anew = known.iter().any(|newer| day(newer.entered) == day(version.entered) && *newer > version);
            let too_old = known.iter().filter(|newer| **newer > version).count() >= DAYS;
            let there = known.contains(&version);
            prop_assert!(there || emptied || said_anew || too_old, "{:?} {:?}: {:?} in {:?}", key, field, version, known);
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
        let place = (change.key.clone(), change.field);
        let was = expected.get(&place).cloned().unwrap_or_default();
        let told = edit.map(|edit| (edit.key.clone(), edit.field, edit.was().to_owned(), edit.says().to_owned()));
        prop_assert_eq!(told, (was != change.value).then(|| (change.key.clone(), change.field, was, change.value.clone())));
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
    fn what_was_emptied_does_not_come_back(before in ledger(), key in mark_key(), field in field(), now in moment()) {
        let mut empty = before.clone();
        let lost = empty.clear(now);
        let told = lost.iter().filter(|edit| !edit.was().is_empty()).map(|edit| {
            assert_eq!(edit.says(), "");
            ((edit.key.clone(), edit.field), edit.was().to_owned())
        });
        prop_assert_eq!(told.collect::<BTreeMap<_, _>>(), said(&before), "the edits say what was lost");
        prop_assert_eq!(empty.marks(), []);
        prop_assert_eq!(merged(&empty, &before), empty.clone());
        prop_assert_eq!(merged(&before, &empty), empty.clone());
        // And what is said from then on is said.
        let change = Change { key: key.clone(), field, value: "done".into() };
        empty.set(change, now);
        let again = merged(&empty, &before);
        prop_assert_eq!(said(&again), BTreeMap::from([((key, field), "done".to_owned())]));
    }

    #[test]
    fn replacing_takes_over_everything_and_nothing_older_undoes_it(mine in ledger(), other in ledger(), now in moment()) {
        let mut replaced = mine.clone();
        let edits = replaced.replace(&other, now);
        prop_assert_eq!(said(&replaced), said(&other));
        prop_assert!(replaced.difference(&other).is_empty());
        let before = said(&mine);
        for edit in edits {
            let was = edit.was();
            prop_assert_ne!(edit.before.first(), edit.after.first(), "a change of nothing");
            prop_assert_eq!(before.get(&(edit.key.clone(), edit.field)).map_or("", String::as_str), was);
        }
        prop_assert_eq!(merged(&replaced, &mine), replaced.clone());
        prop_assert_eq!(merged(&mine, &replaced), replaced.clone());
        is_sound(&replaced)?;
    }

    /// And of everything that a file says, when it was said stays; so does what was said before.
    #[test]
    fn replacing_keeps_when_things_were_said(mine in ledger(), other in ledger(), now in moment()) {
        let mut replaced = mine.clone();
        replaced.replace(&other, now);
        for (key, mark) in other.marks() {
            for (field, versions) in mark.fields() {
                let said = |versions: &[Version]| versions.first().map(|version| (version.said, version.value.clone()));
                let there = replaced.versions(key, *field);
                if !versions[0].value.is_empty() {
                    prop_assert_eq!(said(there), said(versions), "{:?} {:?}", key, field);
                }
                for older in versions.iter().filter(|_| mine.cleared() == Stamp::default()) {
                    let same = |version: &&Version| (version.said, &version.value) == (older.said, &older.value);
                    let said_anew = there.iter().any(|newer| day(newer.entered) == day(older.entered) && newer > older);
                    let too_old = there.iter().filter(|newer| *newer > older).count() >= DAYS;
                    prop_assert!(there.iter().any(|version| same(&version)) || said_anew || too_old, "{:?} in {:?}", older, there);
                }
            }
        }
    }

    /// What a field said once comes back with when it was said, and after what stands there, be it emptied meanwhile.
    #[test]
    fn what_is_given_back_was_said_when_it_was_said(before in ledger(), cleared in any::<bool>(), now in moment()) {
        let mut after = before.clone();
        if cleared {
            after.clear(now);
        } else {
            after.replace(&Ledger::default(), now);
        }
        let emptied = after.clone();
        for (key, mark) in before.marks() {
            for (field, versions) in mark.fields() {
                after.give_back(key.clone(), *field, versions, now);
                let there = after.versions(key, *field);
                let first = |versions: &[Version]| versions.first().map(|version| (version.said, version.value.clone()));
                prop_assert!(there.is_empty() || first(there) == first(versions) || versions[0].value.is_empty(), "{:?} {:?}", there, versions);
            }
        }
        prop_assert_eq!(said(&after), said(&before));
        is_sound(&after)?;
        prop_assert_eq!(merged(&after, &emptied), after.clone());
        prop_assert_eq!(merged(&before, &after), after);
    }

    /// A stamp is later than all it was made after, follows the clock where that is later still, and is never further ahead of it
    /// than what it was made after.
    #[test]
    fn a_stamp_comes_after_what_was_seen(now in moment(), seen in proptest::collection::vec(stamp().prop_map(Stamp::clamped), 0..4)) {
        let stamp = Stamp::after(now, seen.iter().copied());
        prop_assert!(seen.iter().all(|seen| *seen < stamp));
        let latest = seen.iter().map(|seen| seen.at).max().unwrap_or(0).max(now.min(LAST_MOMENT));
        prop_assert_eq!(stamp.at, latest);
        prop_assert!(stamp.count == 0 || seen.iter().any(|seen| seen.at == stamp.at && seen.count + 1 == stamp.count));
    }
}

#[test]
fn a_clock_that_is_ahead_dates_nothing_but_its_own_words() {
    const YEAR: Moment = 365 * DAY;
    let today = 1_632_988_800_000;
    let change = |field, value: &str| Change { key: coordinators("1.1"), field, value: value.to_owned() };
    let mut ledger = Ledger::default();
    ledger.set(change(Field::Progress, "提前"), today + YEAR);
    // Later, by clocks that are right: into the same field and into another.
    for (n, text) in ["甲", "乙", "丙"].into_iter().enumerate() {
        let now = today + n as Moment * DAY;
        ledger.set(change(Field::Progress, text), now);
        ledger.set(change(Field::Problem, text), now);
    }
    let dates = |field| ledger.versions(&coordinators("1.1"), field).iter().map(|v| (v.said, v.value.as_str()));
    let by_day = [(today + 2 * DAY, "丙"), (today + DAY, "乙"), (today, "甲")];
    assert_eq!(dates(Field::Progress).collect::<Vec<_>>(), [&by_day[..], &[(today + YEAR, "提前")]].concat());
    assert_eq!(dates(Field::Problem).collect::<Vec<_>>(), by_day);
    let stamps = ledger.versions(&coordinators("1.1"), Field::Problem).iter().map(|version| version.stamp);
    assert!(stamps.map(|stamp| stamp.at).eq(by_day.map(|(at, _)| at)), "other fields go by the clock");
    let now = today + 3 * DAY;
    assert_eq!(ledger.entered(now), Some(today + 2 * DAY), "and so does the day of the last change");
    assert_eq!(ledger.first_after(today, now), Some(today + DAY));
    assert_eq!(ledger.of_days_to_come(now), 1);
    assert_eq!(ledger.of_days_to_come(today + YEAR), 0);
    // An emptying by such a clock leaves out what other clocks said before it.
    ledger.clear(today + 2 * YEAR);
    assert_eq!((ledger.of_days_to_come(now), ledger.of_days_to_come(today + 2 * YEAR)), (1, 0), "emptied in two years");
}

#[test]
fn what_came_back_is_one_saying() {
    let mut ledger = Ledger::default();
    let change = |value: &str| Change { key: coordinators("1.1"), field: Field::Progress, value: value.to_owned() };
    let of_first = |ledger: &Ledger| -> Vec<(Moment, String)> {
        let mark = ledger.mark_in(&coordinators("1.1")).expect("a mark");
        mark.sayings().map(|(_, version)| (version.said, version.value.clone())).collect()
    };
    ledger.set(change("甲"), MIDNIGHT);
    let once = ledger.versions(&coordinators("1.1"), Field::Progress).to_vec();
    ledger.set(change("乙"), MIDNIGHT + DAY);
    ledger.give_back(coordinators("1.1"), Field::Progress, &once, MIDNIGHT + 2 * DAY);
    let said = [(MIDNIGHT, "甲".to_owned()), (MIDNIGHT + DAY, "乙".to_owned())];
    assert_eq!(of_first(&ledger), said, "each as of when it was first said, and once");
    // The same words said again are another saying.
    ledger.set(change("乙"), MIDNIGHT + 3 * DAY);
    assert_eq!(of_first(&ledger)[0], (MIDNIGHT + 3 * DAY, "乙".to_owned()));
    assert_eq!(of_first(&ledger).len(), 3);
}

#[test]
fn tomorrow_is_believed_and_what_is_later_is_not() {
    // One in the morning in China.
    let now = MIDNIGHT + 3_600_000;
    for (later, is) in [(0, true), (DAY, true), (2 * DAY - 3_600_001, true), (2 * DAY - 3_600_000, false)] {
        assert_eq!(is_believable(now + later, now), is, "{later}");
    }
    assert!(is_believable(0, now) && !is_believable(u64::MAX / 2, now));
}

/// A number below `end` after another, the same in every run (Knuth's linear congruential generator).
fn next(state: &mut u64, end: u32) -> u32 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u32::try_from(*state >> 33).unwrap() % end
}

fn one_of<T: Clone>(state: &mut u64, all: &[T]) -> T {
    all[next(state, u32::try_from(all.len()).unwrap()) as usize].clone()
}

/// A ledger of a few versions of a few fields, so that any two of them meet often.
fn small(state: &mut u64) -> Ledger {
    let half_day = |state: &mut u64| u64::from(next(state, 6)) * DAY / 2;
    let version = |state: &mut u64| {
        let party = one_of(state, &[Party::Coordinator, Party::Unit(0), Party::Unit(1)]);
        let placed = MarkKey::Placed(party, measure(1, one_of(state, &[1, 2, 3])));
        let unplaced = MarkKey::Unplaced { party: "unit:別處".into(), measure: "9.9".into() };
        let key = if next(state, 8) == 0 { unplaced } else { placed };
        let field = one_of(state, &[Field::Status, Field::Progress]);
        let stamp = Stamp { at: half_day(state), count: next(state, 2).into() };
        let value = one_of(state, &["", "done", "behind", "甲"]).to_owned();
        let version = Version { stamp, entered: u64::from(next(state, 3)) * DAY, said: stamp.at, value };
        (key, field, version)
    };
    let versions: Vec<_> = (0..next(state, 12)).map(|_| version(state)).collect();
    let at = if next(state, 4) == 0 { half_day(state) } else { 0 };
    Ledger::new(versions, Stamp { at, count: 0 })
}

#[test]
fn a_hundred_thousand_ledgers_merge_in_any_order_and_any_number_of_times() {
    let mut state = 2021;
    for i in 0..33_334 {
        let [a, b, c] = [small(&mut state), small(&mut state), small(&mut state)];
        let both = merged(&a, &b);
        assert_eq!(both, merged(&b, &a), "commutative, {i}: {a:?} {b:?}");
        assert_eq!(merged(&both, &c), merged(&a, &merged(&b, &c)), "associative, {i}: {a:?} {b:?} {c:?}");
        assert_eq!(merged(&both, &a), both, "idempotent, {i}: {a:?} {b:?}");
    }
}
