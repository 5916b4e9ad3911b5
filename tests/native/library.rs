//! The library: several plans on one shelf, whatever happens to its index, and two windows that change it.

use crate::ledger::{DAY, measure, plan as carried, ticking, ticks};
use crate::shelf::TestShelf;
use proptest::prelude::*;
use std::collections::BTreeMap;
use yaodian::domain::fault::{NotChanged, NotKept, PlanFault};
use yaodian::domain::ledger::{Ledger, MarkKey, Moment};
use yaodian::domain::party::Party;
use yaodian::domain::plan::Plan;
use yaodian::domain::plan_id::RESERVED;
use yaodian::persist::keeper::Keeper;
use yaodian::persist::library::{self, Entry, KEY, Library, ListPlace, Progress};
use yaodian::persist::plan_file::to_text;
use yaodian::persist::shelf::{Shelf, ShelfError, Stored};
use yaodian::persist::{embedded, ledger_file};
use yaodian::reader::read;

/// 2021-09-30T16:00:00+08:00.
const NOW: Moment = 1_632_988_800_000;
const ASIDE: &str = "yaodian/library/aside/2021-09-30T16:00:00+08:00";

/// A small plan.
fn small(id: &str, title: &str) -> Plan {
    let source = format!("{title}\n一、綠化\n1. 植樹。新建10所學校。種草。(市林草局、市教育局)\n2. 澆水。(市水務局)\n");
    Plan { id: id.into(), ..read(&source).plan }
}

fn key(id: &str) -> String {
    format!("yaodian/{id}/plan/v1")
}

fn load(shelf: &TestShelf) -> Library {
    Library::load(shelf, carried(), NOW)
}

/// A shelf on which these plans are kept, one a moment.
fn with(ids: &[&str]) -> TestShelf {
    let shelf = TestShelf::of(&[]);
    let mut library = load(&shelf);
    for (id, after) in ids.iter().zip(1..) {
        assert_eq!(library.keep(&shelf, &small(id, &format!("{id}要點")), NOW + after), Ok(()), "{id}");
    }
    shelf
}

/// The ids of a library's plans, but for the one that the page carries.
fn ids(library: &Library) -> Vec<&str> {
    assert!(library.entries()[0].carried && library.entries()[1..].iter().all(|entry| !entry.carried));
    library.entries()[1..].iter().map(|entry| entry.id.as_str()).collect()
}

/// The entry of a plan that was kept here.
fn kept(id: &str, title: &str, kept: Moment, opened: Moment) -> Entry {
    Entry { id: id.into(), title: title.into(), measures: Some(3), kept, opened, ..Entry::default() }
}

#[test]
fn what_is_kept_is_there_when_the_page_is_opened_again() {
    let shelf = with(&["b", "a"]);
    let mut library = load(&shelf);
    let expected = [kept("b", "b要點", NOW + 1, 0), kept("a", "a要點", NOW + 2, 0)];
    assert_eq!(library.entries()[1..], expected, "in the order in which they were kept");
    assert_eq!(library.index(), Ok(()));
    assert_eq!(library.open(&shelf, "a", NOW + 5), Ok(small("a", "a要點")));
    assert_eq!(library::plan(&shelf, "b"), Ok(small("b", "b要點")));
    // In its place.
    let later = small("b", "後來要點");
    assert_eq!(library.keep(&shelf, &later, NOW + 6), Ok(()));
    assert_eq!(library.open(&shelf, "b", NOW + 7), Ok(later));
    let expected = [kept("b", "後來要點", NOW + 6, NOW + 7), kept("a", "a要點", NOW + 2, NOW + 5)];
    assert_eq!(library.entries()[1..], expected);
    assert_eq!(load(&shelf).entries(), library.entries());
    let index = concat!(
        "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[\n",
        r#"{"id":"b","title":"後來要點","measures":3,"kept":1632988800006,"opened":1632988800007},"#,
        "\n",
        r#"{"id":"a","title":"a要點","measures":3,"kept":1632988800002,"opened":1632988800005}]}"#,
        "\n"
    );
    assert_eq!(shelf.text(KEY).as_deref(), Some(index));
    assert_eq!(shelf.keys_there(), [key("a"), key("b"), KEY.into()]);
}

#[test]
fn a_name_of_the_persons_own_stands_beside_the_title() {
    let shelf = with(&["a", "b"]);
    let mut library = load(&shelf);
    assert_eq!(library.rename(&shelf, "a", "今年的“供水”", NOW + 5), Ok(()));
    assert_eq!(library.rename(&shelf, embedded::ID, "城镇化", NOW + 5), Ok(()));
    let named = |library: &Library, id: &str| {
        let entry = library.entry(id).expect("it is listed");
        (entry.name.clone(), entry.title.clone())
    };
    for library in [&library, &load(&shelf)] {
        assert_eq!(named(library, "a"), ("今年的“供水”".into(), "a要點".into()));
        assert_eq!(named(library, "b").0, "");
        assert_eq!(named(library, embedded::ID), ("城镇化".into(), carried().text(carried().meta.title).into()));
    }
    // It stays with what is kept in the plan's place, and when the plan is opened.
    assert_eq!(library.keep(&shelf, &small("a", "後來要點"), NOW + 6), Ok(()));
    assert!(library.open(&shelf, "a", NOW + 7).is_ok());
    assert_eq!(named(&load(&shelf), "a"), ("今年的“供水”".into(), "後來要點".into()));
    assert!(shelf.text(&key("a")).is_some_and(|plan| !plan.contains("供水")), "the document is what it was");
    // An empty one is none.
    assert_eq!(library.rename(&shelf, "a", "", NOW + 8), Ok(()));
    assert_eq!(named(&load(&shelf), "a").0, "");
    // Of a plan that is not there, nothing is kept.
    let before = shelf.all();
    assert_eq!(library.rename(&shelf, "c", "x", NOW + 9), Ok(()));
    assert_eq!(shelf.all(), before);
}

#[test]
fn of_the_plan_that_the_page_carries_only_the_progress_is_deleted() {
    let shelf = TestShelf::of(&[("another-page", "hello")]);
    let mut library = load(&shelf);
    let mut keeper = Keeper::new(carried());
    let ticked = |task: u16, now: Moment| {
        let mut ledger = Ledger::default();
        ledger.set(ticking(MarkKey::Placed(Party::Coordinator, measure(task, 1)), true), now);
        ledger
    };
    assert!(keeper.save(&shelf, carried(), &ticked(1, NOW), NOW).is_ok());
    let before = shelf.all();
    let deleted = library.delete(&shelf, embedded::ID, NOW + 1).expect("it is deleted");
    assert_eq!(shelf.keys_there(), ["another-page"]);
    assert_eq!(load(&shelf).entries()[0].measures, Some(129), "the plan is there");
    assert_eq!(library.undelete(&shelf, &deleted, NOW + 2), Ok(()));
    assert_eq!(shelf.all(), before);
    // What another window said meanwhile stays beside it.
    let deleted = library.delete(&shelf, embedded::ID, NOW + 3).expect("it is deleted");
    assert!(Keeper::new(carried()).save(&shelf, carried(), &ticked(2, NOW + 4), NOW + 4).is_ok());
    assert_eq!(library.undelete(&shelf, &deleted, NOW + 5), Ok(()));
    let progress = Progress::kept(&shelf, carried(), NOW + DAY);
    assert_eq!((progress.count.done, progress.count.all, progress.reported), (2, 129, Some(NOW + 4)));
}

#[test]
fn what_is_no_report_is_not_the_last_one() {
    let key = || MarkKey::Placed(Party::Coordinator, measure(1, 1));
    let other = || MarkKey::Placed(Party::Coordinator, measure(2, 1));
    let reported = |act: &dyn Fn(&mut Ledger)| {
        let mut ledger = Ledger::default();
        ledger.set(ticking(key(), true), NOW + 1);
        act(&mut ledger);
        Progress::of(carried(), &ledger, NOW + DAY).reported
    };
    for (name, act, expected) in [
        ("a tick", &(|_: &mut Ledger| ()) as &dyn Fn(&mut Ledger), Some(NOW + 1)),
        ("another", &|ledger| _ = ledger.set(ticking(other(), true), NOW + 2), Some(NOW + 2)),
        ("one that is taken back", &|ledger| _ = ledger.set(ticking(key(), false), NOW + 2), None),
        ("all are deleted", &|ledger| _ = ledger.clear(NOW + 2), None),
        ("of days to come", &|ledger| _ = ledger.set(ticking(other(), true), NOW + 9 * DAY), Some(NOW + 1)),
    ] {
        assert_eq!(reported(act), expected, "{name}");
    }
}

#[test]
fn how_far_a_plan_is_is_read_without_touching_anything() {
    let plan = small("a", "a要點");
    let shelf = with(&["a"]);
    let nothing = Progress::kept(&shelf, &plan, NOW);
    assert_eq!((nothing.count.done, nothing.count.all, nothing.reported), (0, 3, None));
    let damaged = [("yaodian/a/ledger/v4", "{"), ("yaodian/a/ledger/v2", "x")];
    for (key, text) in damaged {
        shelf.lay(key, text);
    }
    let before = shelf.all();
    assert_eq!(Progress::kept(&shelf, &plan, NOW), nothing);
    assert_eq!(shelf.all(), before, "what cannot be read is put aside when the plan is opened");
}

#[test]
fn the_plan_that_the_page_carries_is_there_without_being_kept() {
    let shelf = TestShelf::of(&[("yaodian/haidong-2021/ledger/v4", "{}")]);
    let before = shelf.all();
    let mut library = load(&shelf);
    let entry = &library.entries()[0];
    assert_eq!((entry.id.as_str(), entry.measures, entry.carried), (embedded::ID, Some(129), true));
    assert_eq!(entry.number.as_deref(), Some("東政辦〔2021〕68號"));
    assert_eq!(library.entries().len(), 1);
    assert_eq!(library.leftovers(), [""; 0], "its ledger is no leftover");
    assert_eq!(library.keep(&shelf, carried(), NOW), Err(NotChanged::Carried));
    let deleted = [Stored { key: key(embedded::ID), text: "{}".into() }];
    assert_eq!(library.undelete(&shelf, &deleted, NOW), Err(NotChanged::Carried));
    assert_eq!(shelf.all(), before, "looking keeps nothing");
    // That it was opened is remembered, and nothing else of it.
    assert_eq!(library.touch(&shelf, embedded::ID, NOW + 3), Ok(()));
    assert_eq!(library.touch(&shelf, embedded::ID, NOW + 2), Ok(()));
    assert_eq!(load(&shelf).entries()[0].opened, NOW + 3);
    let line = format!("{{\"id\":\"haidong-2021\",\"opened\":{}}}", NOW + 3);
    assert!(shelf.text(KEY).is_some_and(|index| index.contains(&line)));
    // A page that carries another plan, on the same shelf.
    let other = Library::load(&shelf, &small("a", "要點"), NOW);
    assert_eq!(ids(&other), [""; 0]);
    assert_eq!(other.leftovers(), [embedded::ID]);
}

#[test]
fn an_id_is_checked_before_it_becomes_a_key() {
    let shelf = with(&["a"]);
    let before = shelf.all();
    let mut library = load(&shelf);
    for id in ["", "A", "A/b", "../a", "-a", "a-", "要點", RESERVED[0], RESERVED[1]] {
        assert_eq!(library.keep(&shelf, &small(id, "要點"), NOW), Err(NotChanged::NoId), "{id:?}");
        assert_eq!(library.open(&shelf, id, NOW), Err(PlanFault::NoId), "{id:?}");
        assert_eq!(library.delete(&shelf, id, NOW), Err(NotChanged::NoId), "{id:?}");
        assert_eq!(library.touch(&shelf, id, NOW), Ok(()));
        let deleted = [Stored { key: key(id), text: "x".into() }];
        assert_eq!(library.undelete(&shelf, &deleted, NOW), Ok(()), "{id:?}: that is no plan's key");
    }
    assert_eq!(shelf.all(), before);
    assert_eq!(KEY.strip_prefix("yaodian/"), Some(RESERVED[0]));
    assert_eq!(library.open(&shelf, "b", NOW), Err(PlanFault::NotThere));
}

#[test]
fn a_new_plan_has_an_id_that_nothing_on_the_shelf_has() {
    let shelf = TestShelf::of(&[("yaodian/plan-z/ledger/v4", "left over"), ("yaodian/plan-10", "no plan's")]);
    let mut library = load(&shelf);
    assert_eq!(library.fresh_id(&shelf, 35), "plan-10");
    assert_eq!(library.keep(&shelf, &small("plan-10", "要點"), NOW), Ok(()));
    assert_eq!(load(&shelf).fresh_id(&shelf, 35), "plan-11");
    // One that was deleted may come back.
    assert!(library.delete(&shelf, "plan-10", NOW).is_ok());
    assert_eq!(library.fresh_id(&shelf, 35), "plan-11");
    // What another window kept since.
    let shelf = TestShelf::of(&[]);
    let library = load(&shelf);
    assert_eq!(load(&shelf).keep(&shelf, &small("plan-z", "要點"), NOW), Ok(()));
    assert_eq!(library.fresh_id(&shelf, 35), "plan-10");
}

#[test]
fn a_plan_that_would_not_come_back_is_not_kept() {
    let shelf = TestShelf::of(&[]);
    let mut plan = small("a", "要點");
    plan.pieces.pop();
    assert_eq!(load(&shelf).keep(&shelf, &plan, NOW), Err(NotChanged::Unsound));
    assert_eq!(shelf.all(), []);
}

/// What another program can do to the index.
const DAMAGED: [&str; 13] = [
    "",
    " ",
    "hello",
    "{}",
    "null",
    "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[",
    "{\"format\":\"yaodian-library\",\"version\":1}",
    "{\"format\":\"yaodian-library\",\"version\":0,\"plans\":[]}",
    "{\"format\":\"yaodian-plan\",\"version\":1,\"plans\":[]}",
    "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[{\"id\":\"a\"},{\"id\":\"a\"}]}",
    "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[{\"id\":\"settings\"}]}",
    "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[{\"id\":\"a\",\"measures\":\"3\"}]}",
    "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[{\"id\":\"a\",\"kept\":-1}]}",
];

#[test]
fn a_broken_index_is_put_aside_and_made_again() {
    for damaged in DAMAGED {
        let shelf = with(&["b", "a"]);
        shelf.lay(KEY, damaged);
        let library = load(&shelf);
        assert_eq!(library.entries()[1..], [kept("a", "a要點", 0, 0), kept("b", "b要點", 0, 0)], "{damaged:?}");
        assert_eq!(library::asides(&shelf), [Stored { key: ASIDE.into(), text: damaged.into() }]);
        assert_eq!(library.index(), Ok(()));
        let made = shelf.all();
        assert_eq!(load(&shelf).entries(), library.entries(), "{damaged:?}");
        assert_eq!(shelf.all(), made, "once");
        assert_eq!(library::drop_asides(&shelf), Ok(()));
        assert_eq!(shelf.keys_there(), [key("a"), key("b"), KEY.into()]);
    }
    // A window that was open knows when they were kept.
    let shelf = with(&["b", "a"]);
    let mut library = load(&shelf);
    shelf.lay(KEY, "hello");
    assert_eq!(library.touch(&shelf, "a", NOW + 9), Ok(()));
    assert_eq!(library.entries()[1..], [kept("b", "b要點", NOW + 1, 0), kept("a", "a要點", NOW + 2, NOW + 9)]);
    assert_eq!(load(&shelf).entries(), library.entries());
    assert_eq!(library::asides(&shelf).len(), 1);
}

#[test]
fn an_index_that_says_otherwise_follows_the_keys() {
    #[track_caller]
    fn check(what: &str, change: impl Fn(&TestShelf), expected: &[Entry]) {
        let shelf = with(&["a", "b"]);
        change(&shelf);
        let library = load(&shelf);
        assert_eq!(library.entries()[1..], *expected, "{what}");
        assert_eq!(library::asides(&shelf), [], "{what}");
        let index = shelf.text(KEY).unwrap_or_default();
        for entry in expected {
            assert!(index.contains(&format!("\"id\":\"{}\"", entry.id)), "{what}: {index}");
        }
        assert_eq!(index.matches("\"id\"").count(), expected.len(), "{what}: {index}");
    }
    let (a, b) = (kept("a", "a要點", NOW + 1, 0), kept("b", "b要點", NOW + 2, 0));
    let old = |kept: Moment, entry: &Entry| Entry { kept, ..entry.clone() };
    check("all as it was", |_| (), &[a.clone(), b.clone()]);
    check("no index", |shelf| shelf.take(KEY), &[old(0, &a), old(0, &b)]);
    check("a plan gone", |shelf| shelf.take(&key("a")), std::slice::from_ref(&b));
    let more = |shelf: &TestShelf| shelf.lay(&key("c"), &to_text(&small("c", "丙要點")));
    check("a plan more", more, &[a.clone(), b.clone(), kept("c", "丙要點", 0, 0)]);
    let empty = |shelf: &TestShelf| shelf.lay(KEY, "{\"format\":\"yaodian-library\",\"version\":1,\"plans\":[]}");
    check("an empty index", empty, &[old(0, &a), old(0, &b)]);
    let spaced = |shelf: &TestShelf| shelf.lay(KEY, &shelf.text(KEY).unwrap_or_default().replace(':', ": "));
    check("one that is written otherwise", spaced, &[a.clone(), b.clone()]);
    let late = |shelf: &TestShelf| {
        let index = shelf.text(KEY).unwrap_or_default().replace("1632988800001", "18446744073709551615");
        shelf.lay(KEY, &index);
    };
    check("a moment that no clock says", late, &[old(yaodian::domain::ledger::LAST_MOMENT, &a), b]);
}

#[test]
fn the_index_of_a_newer_version_is_left_alone() {
    let shelf = with(&["a"]);
    let newer = "{\"format\":\"yaodian-library\",\"version\":2,\"folders\":{}}";
    shelf.lay(KEY, newer);
    let mut library = load(&shelf);
    assert_eq!(library.index(), Err(NotKept::Newer));
    assert_eq!(ids(&library), ["a"]);
    assert_eq!(library.keep(&shelf, &small("b", "乙要點"), NOW + 5), Ok(()), "plans are kept all the same");
    assert_eq!(library.touch(&shelf, "b", NOW + 6), Err(NotKept::Newer));
    assert_eq!(library.entries()[1..], [kept("a", "a要點", 0, 0), kept("b", "乙要點", NOW + 5, NOW + 6)]);
    assert!(library.delete(&shelf, "a", NOW).is_ok());
    assert_eq!(ids(&library), ["b"]);
    assert_eq!(shelf.all(), [(key("b"), to_text(&small("b", "乙要點"))), (KEY.into(), newer.into())]);
}

#[test]
fn a_plan_that_cannot_be_read_stays_and_says_so() {
    let good = to_text(&small("a", "a要點"));
    let other = PlanFault::OtherPlan { plan: "b".into() };
    let cases: [(String, PlanFault); 5] = [
        (String::new(), PlanFault::Damaged),
        (good[..good.len() / 3].to_owned(), PlanFault::Damaged),
        (good.replace("植樹", "植"), PlanFault::Damaged),
        (good.replace("\"version\":1", "\"version\":2"), PlanFault::Newer { version: 2 }),
        (good.replace("\"id\":\"a\"", "\"id\":\"b\""), other),
    ];
    for (text, fault) in cases {
        // It is found when it is opened; or when the index is made again, which knows nothing more of it.
        for index_too in [false, true] {
            let shelf = with(&["a"]);
            shelf.lay(&key("a"), &text);
            if index_too {
                shelf.take(KEY);
            }
            let mut library = load(&shelf);
            assert_eq!(library.open(&shelf, "a", NOW + 5), Err(fault.clone()));
            let expected = Entry { measures: None, fault: Some(fault.clone()), ..kept("a", "a要點", NOW + 1, 0) };
            let unknown = Entry { title: String::new(), kept: 0, ..expected.clone() };
            let expected = if index_too { unknown } else { expected };
            assert_eq!(library.entries()[1..], std::slice::from_ref(&expected)[..], "{text:?}");
            assert_eq!(load(&shelf).entries()[1..], [expected], "and when the page is opened again");
            assert_eq!(shelf.text(&key("a")).as_deref(), Some(&*text), "it is as it was");
            // Nor is it overwritten.
            let result = library.keep(&shelf, &small("a", "新要點"), NOW);
            let aside = Keeper::new(&small("a", "")).asides(&shelf);
            let asides: Vec<&str> = aside.iter().map(|aside| aside.text.as_str()).collect();
            if matches!(fault, PlanFault::Newer { .. }) {
                assert_eq!(result, Err(NotChanged::NotKept(NotKept::Newer)));
                assert_eq!(shelf.text(&key("a")), Some(text.clone()));
            } else {
                assert_eq!(result, Ok(()));
                assert_eq!(asides, if text.is_empty() { Vec::new() } else { vec![&text] });
                assert_eq!(library.entries()[1].fault, None);
            }
        }
    }
}

#[test]
fn what_cannot_be_kept_changes_nothing() {
    let shelf = with(&["a"]);
    let mut library = load(&shelf);
    let before = (shelf.all(), library.entries().to_vec());
    let full = Err(NotChanged::NotKept(NotKept::Full));
    shelf.fill();
    assert_eq!(library.keep(&shelf, &small("b", "乙要點"), NOW), full);
    assert_eq!(library.keep(&shelf, &small("a", &"長".repeat(99)), NOW), full);
    assert_eq!((shelf.all(), library.entries().to_vec()), before);
    // What cannot be read keeps its place, where there is no room for both.
    shelf.lay(&key("a"), "damaged");
    shelf.lay(KEY, "damaged, too");
    let before = shelf.all();
    shelf.leave(60);
    assert_eq!(library.keep(&shelf, &small("a", "甲要點"), NOW), full);
    assert_eq!(shelf.all(), before);
    shelf.fill();
    assert_eq!(load(&shelf).index(), Err(NotKept::Full));
    assert_eq!(ids(&load(&shelf)), ["a"]);
    assert_eq!(shelf.all(), before);
    // Without storage there is the plan that the page carries.
    shelf.blocked.set(true);
    let blocked = NotChanged::NotKept(NotKept::Blocked);
    let mut library = load(&shelf);
    assert_eq!((ids(&library), library.index()), (vec![], Err(NotKept::Blocked)));
    assert_eq!(library.keep(&shelf, &small("a", "甲要點"), NOW), Err(blocked.clone()));
    assert_eq!(library.delete(&shelf, "a", NOW), Err(blocked));
    assert_eq!(library.open(&shelf, "a", NOW), Err(PlanFault::Blocked));
    assert_eq!(library.touch(&shelf, embedded::ID, NOW), Err(NotKept::Blocked));
    assert_eq!(library::drop_asides(&shelf), Ok(()), "none is seen");
}

/// Where only the index finds no room, the plan is kept.
#[test]
fn an_index_without_room_is_made_again() {
    let shelf = TestShelf::of(&[]);
    let mut library = load(&shelf);
    let plan = small("a", "甲要點");
    shelf.lay(&key("a"), &to_text(&plan));
    shelf.fill();
    shelf.take(&key("a"));
    assert_eq!(library.keep(&shelf, &plan, NOW), Ok(()));
    assert_eq!(library.index(), Err(NotKept::Full));
    assert_eq!(shelf.keys_there(), [key("a")]);
    shelf.mend();
    assert_eq!(ids(&load(&shelf)), ["a"]);
    assert_eq!(shelf.keys_there(), [key("a"), KEY.into()]);
}

/// A shelf with plans `a` and `a-b`, each with a ledger, a snapshot, something put aside, and a note of what was filed.
fn with_work() -> TestShelf {
    let shelf = with(&["a", "a-b"]);
    for (id, n) in [("a", 2), ("a-b", 2)] {
        let plan = small(id, &format!("{id}要點"));
        let keeper = Keeper::new(&plan);
        let mut ledger = Ledger::default();
        ledger.set(ticking(first(n), true), NOW);
        let text = ledger_file::write(&ledger, &plan);
        shelf.lay(&keeper.key(), &text);
        for day in ["28", "29"] {
            shelf.lay(&format!("yaodian/{id}/snapshot/2021-09-{day}"), &text);
        }
        shelf.lay(&format!("yaodian/{id}/aside/2021-09-28"), "damaged");
        shelf.lay(&format!("yaodian/{id}/filed"), "5");
        shelf.lay(&format!("yaodian/{id}/of-a-later-version"), "{}");
    }
    shelf
}

fn first(n: u16) -> MarkKey {
    MarkKey::Placed(Party::Coordinator, measure(1, n))
}

#[test]
fn deleting_takes_a_plans_own_keys_and_no_others() {
    let shelf = with_work();
    for (key, text) in [("yaodian/a", "no plan's"), ("another-page", "hello"), ("yaodian/a0/filed", "1")] {
        shelf.lay(key, text);
    }
    let mut library = load(&shelf);
    let before = shelf.all();
    let before_count = before.len();
    let deleted = library.delete(&shelf, "a", NOW).expect("deleted");
    let own = |key: &str| key.starts_with("yaodian/a/");
    assert_eq!(deleted.len(), before.iter().filter(|(key, _)| own(key)).count());
    let left: Vec<(String, String)> = before.iter().filter(|(key, _)| !own(key)).cloned().collect();
    let without_index =
        |all: Vec<(String, String)>| -> Vec<_> { all.into_iter().filter(|(key, _)| key != KEY).collect() };
    assert_eq!(without_index(shelf.all()), without_index(left));
    assert_eq!(ids(&library), ["a-b"]);
    assert_eq!(library.delete(&shelf, "a", NOW), Ok(Vec::new()), "it is not there");
    // And back, with when it was kept.
    assert_eq!(library.undelete(&shelf, &deleted, NOW), Ok(()));
    assert_eq!(without_index(shelf.all()), without_index(before));
    let mut entries = library.entries()[1..].to_vec();
    entries.sort_by(|entry, other| entry.id.cmp(&other.id));
    assert_eq!(entries, [kept("a", "a要點", NOW + 1, 0), kept("a-b", "a-b要點", NOW + 2, 0)]);
    assert_eq!(library.undelete(&shelf, &deleted, NOW), Ok(()), "again, it is there");
    assert_eq!(shelf.all().len(), before_count);
}

/// Whatever is deleted and brought back in whichever order stands where it stood, with its name and when it was kept.
#[test]
fn what_is_brought_back_stands_where_it_stood() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let shelf = with(&["a", "b", "c", "d"]);
        assert_eq!(load(&shelf).rename(&shelf, "b", "供水", NOW), Ok(()));
        let before = load(&shelf).entries().to_vec();
        let mut deleted: Vec<(ListPlace, Vec<Stored>)> = Vec::new();
        for id in ["b", "c", "a"] {
            // Each time as the page does it, from what is there.
            let mut library = load(&shelf);
            let earlier: Vec<&ListPlace> = deleted.iter().map(|(place, _)| place).collect();
            let place = library.place(id, &earlier).expect("it is there");
            deleted.push((place, library.delete(&shelf, id, NOW).expect("deleted")));
        }
        for n in order {
            let (place, stored) = &deleted[n];
            let mut library = load(&shelf);
            assert_eq!(library.undelete(&shelf, stored, NOW + DAY), Ok(()), "{order:?}");
            assert_eq!(library.put_back(&shelf, place, NOW + DAY), Ok(()), "{order:?}");
        }
        assert_eq!(load(&shelf).entries(), before, "{order:?}");
    }
    let shelf = with(&["a"]);
    let mut library = load(&shelf);
    assert_eq!(library.place(&carried().id, &[]), None, "the page's own is not kept");
    let place = library.place("a", &[]).expect("it is there");
    assert!(library.delete(&shelf, "a", NOW).is_ok());
    assert_eq!(library.put_back(&shelf, &place, NOW), Ok(()));
    assert_eq!(ids(&library), [""; 0], "what is not back has no place");
}

/// The other window goes on with a plan that was deleted: its work is no plan, and is there when the plan comes back.
#[test]
fn what_is_ticked_in_a_deleted_plan_is_left_over_and_not_lost() {
    let shelf = with_work();
    let plan = small("a", "a要點");
    let mut keeper = Keeper::new(&plan);
    let mut ledger = keeper.load(&shelf, &plan, NOW).expect("read").ledger.expect("the ledger");
    let mut library = load(&shelf);
    let deleted = library.delete(&shelf, "a", NOW).expect("deleted");
    ledger.clear(NOW + 1);
    ledger.set(ticking(first(1), true), NOW + 2);
    assert!(keeper.save(&shelf, &plan, &ledger, NOW + 2).is_ok());
    shelf.lay("yaodian/a/filed", "7");
    shelf.lay("yaodian/a/snapshot/2021-09-29", "another");
    let mut library = Library::load(&shelf, carried(), NOW + DAY);
    assert_eq!((ids(&library), library.leftovers()), (vec!["a-b"], &["a".to_owned()][..]));
    assert_eq!(library.fresh_id(&shelf, NOW).get(..5), Some("plan-"));
    assert_eq!(library.undelete(&shelf, &deleted, NOW + DAY), Ok(()));
    assert_eq!((ids(&library).len(), library.leftovers().len()), (2, 0));
    let there = Keeper::new(&plan).load(&shelf, &plan, NOW).expect("read").ledger.expect("the ledger");
    assert_eq!(ticks(&there), [first(1)], "and what was taken back does not come back");
    assert_eq!(shelf.text("yaodian/a/filed").as_deref(), Some("7"));
    assert_eq!(shelf.text("yaodian/a/snapshot/2021-09-29").as_deref(), Some("another"));
    let snapshot = deleted.iter().find(|stored| stored.key.ends_with("2021-09-29")).expect("the snapshot");
    let asides = keeper.asides(&shelf);
    assert!(asides.iter().any(|aside| aside.text == snapshot.text), "what another took the place of is put aside");
    let count = shelf.all().len();
    assert_eq!(library.undelete(&shelf, &deleted, NOW + 2 * DAY), Ok(()));
    assert_eq!(shelf.all().len(), count, "once");
    // A leftover can be deleted, too.
    shelf.take(&key("a"));
    assert!(library.delete(&shelf, "a", NOW).is_ok_and(|deleted| !deleted.is_empty()));
    assert_eq!(library.leftovers(), [""; 0]);
}

#[test]
fn what_does_not_fit_back_can_be_tried_again() {
    let shelf = with_work();
    let mut library = load(&shelf);
    let deleted = library.delete(&shelf, "a", NOW).expect("deleted");
    let size = |of: &dyn Fn(&Stored) -> bool| -> usize {
        let units = yaodian::persist::room::units;
        deleted.iter().filter(|stored| of(stored)).map(|stored| units(&stored.key) + units(&stored.text)).sum()
    };
    let is_snapshot = |stored: &Stored| stored.key.contains("/snapshot/");
    let of_b = |shelf: &TestShelf| Keeper::new(&small("a-b", "")).snapshots(shelf).len();
    let before = shelf.all();
    shelf.leave(10);
    assert_eq!(library.undelete(&shelf, &deleted, NOW), Err(NotChanged::NotKept(NotKept::Full)));
    assert_eq!(shelf.all(), before, "nothing of it, and what gave way is back");
    // Room for all but its snapshots: nobody else's give way to them.
    shelf.leave(size(&|stored| !is_snapshot(stored)));
    assert_eq!(library.undelete(&shelf, &deleted, NOW), Ok(()));
    assert_eq!(Keeper::new(&small("a", "")).snapshots(&shelf), []);
    assert_eq!(of_b(&shelf), 2);
    assert!(shelf.text("yaodian/a/ledger/v4").is_some());
    shelf.mend();
    assert_eq!(library.undelete(&shelf, &deleted, NOW), Ok(()));
    assert_eq!(Keeper::new(&small("a", "")).snapshots(&shelf).len(), 2);
}

/// Whenever the shelf breaks down, a plan that is being deleted or put back can be had again with all its work.
#[test]
fn a_shelf_that_breaks_down_loses_nothing_of_a_plan() {
    let whole = with_work();
    let own = |shelf: &TestShelf| -> Vec<(String, String)> {
        shelf.all().into_iter().filter(|(key, _)| key.starts_with("yaodian/a/")).collect()
    };
    for changes in 0..9 {
        let shelf = with_work();
        let mut library = load(&shelf);
        shelf.changes.set(changes);
        let deleted = library.delete(&shelf, "a", NOW);
        shelf.mend();
        match deleted {
            Err(_) => assert_eq!(shelf.all(), whole.all(), "after {changes} changes"),
            Ok(deleted) => {
                assert_eq!(ids(&load(&shelf)), ["a-b"], "after {changes} changes");
                shelf.changes.set(changes);
                let result = library.undelete(&shelf, &deleted, NOW);
                shelf.mend();
                let is_there = ids(&load(&shelf)).contains(&"a");
                let work = shelf.text("yaodian/a/ledger/v4").is_some();
                assert!(work || !is_there, "after {changes} changes: a plan without its work, {result:?}");
                assert_eq!(library.undelete(&shelf, &deleted, NOW), Ok(()));
                assert_eq!(own(&shelf), own(&whole), "after {changes} changes");
            }
        }
    }
}

#[test]
fn two_windows_have_different_plans_open() {
    let shelf = with(&["a", "b"]);
    let (mut one, mut other) = (load(&shelf), load(&shelf));
    assert!(one.open(&shelf, "a", NOW + 10).is_ok() && other.open(&shelf, "b", NOW + 11).is_ok());
    assert_eq!(other.entries()[1..], [kept("a", "a要點", NOW + 1, NOW + 10), kept("b", "b要點", NOW + 2, NOW + 11)]);
    // What the other keeps stays; what it deletes stays deleted.
    assert_eq!(other.keep(&shelf, &small("c", "丙要點"), NOW + 12), Ok(()));
    assert!(other.delete(&shelf, "b", NOW + 13).is_ok());
    assert_eq!(ids(&one), ["a", "b"], "this window has not looked since");
    assert_eq!(one.touch(&shelf, "b", NOW + 14), Ok(()));
    assert_eq!(ids(&one), ["a", "c"]);
    assert_eq!(one.keep(&shelf, &small("d", "丁要點"), NOW + 15), Ok(()));
    for library in [&one, &load(&shelf)] {
        assert_eq!(ids(library), ["a", "c", "d"]);
        assert_eq!(library.entry("c"), Some(&kept("c", "丙要點", NOW + 12, 0)));
    }
    assert_eq!(shelf.text(KEY).map(|index| index.matches("\"id\"").count()), Some(3));
}

/// What one of two windows does, or another program.
#[derive(Clone, Debug)]
enum Act {
    Keep(&'static str, u8),
    Open(&'static str),
    Touch(&'static str),
    Delete(&'static str),
    /// Puts back what was deleted last, or before that.
    Undelete(usize),
    Load,
    /// Another program writes the index, or takes it away.
    Index(Option<String>),
    /// So much room is left.
    Room(usize),
    Mend,
}

fn act() -> impl Strategy<Value = Act> {
    let id = || proptest::sample::select(&["a", "a-b", "b"][..]);
    let newer = "{\"format\":\"yaodian-library\",\"version\":7}";
    let index = proptest::sample::select(&DAMAGED[..]).prop_map(|text| Act::Index(Some(text.to_owned())));
    prop_oneof![
        4 => (id(), 0_u8..3).prop_map(|(id, text)| Act::Keep(id, text)),
        2 => id().prop_map(Act::Open),
        1 => id().prop_map(Act::Touch),
        3 => id().prop_map(Act::Delete),
        3 => (0_usize..3).prop_map(Act::Undelete),
        1 => Just(Act::Load),
        2 => index,
        1 => Just(Act::Index(None)),
        1 => Just(Act::Index(Some(newer.to_owned()))),
        1 => (0_usize..900).prop_map(Act::Room),
        2 => Just(Act::Mend),
    ]
}

proptest! {
    /// Two windows, and another program that breaks the index: what was kept and not deleted is there, with its work; index and
    /// keys agree; other programs' keys are as they were.
    #[test]
    fn no_plan_that_was_kept_is_lost(acts in proptest::collection::vec((0_usize..2, act()), 0..40)) {
        let others = [
            ("another-page", "hello"), ("yaodian/a", "x"), ("yaodian/settings", "en"), ("yaodian/c/of-another", "y"),
            ("yaodian/haidong-2021/ledger/v4", "{}"), ("yaodian/A/plan/v1", "z"),
        ];
        let shelf = TestShelf::of(&others);
        let mut windows = [load(&shelf), load(&shelf)];
        let mut plans: BTreeMap<&str, String> = BTreeMap::new();
        let mut bin: Vec<(&str, Vec<Stored>)> = Vec::new();
        for (step, (which, act)) in acts.into_iter().enumerate() {
            let now = NOW + 1000 * Moment::try_from(step).unwrap_or_default();
            let window = &mut windows[which];
            let of_another = matches!(act, Act::Index(_));
            let damaged = shelf.text(KEY).filter(|text| DAMAGED.contains(&text.as_str()));
            match act {
                Act::Keep(id, text) => {
                    let plan = small(id, ["甲要點", "乙要點乙要點", "丙要點"][usize::from(text)]);
                    if window.keep(&shelf, &plan, now).is_ok() {
                        plans.insert(id, to_text(&plan));
                        let _ = Keeper::new(&plan).set_filed(&shelf, now);
                    }
                }
                Act::Open(id) => {
                    let opened = window.open(&shelf, id, now).ok().map(|plan| to_text(&plan));
                    prop_assert_eq!(opened.as_ref(), plans.get(id));
                }
                Act::Touch(id) => _ = window.touch(&shelf, id, now),
                Act::Delete(id) => if let Ok(deleted) = window.delete(&shelf, id, now) {
                    prop_assert_eq!(plans.remove(id).is_some(), deleted.iter().any(|stored| stored.key == key(id)));
                    bin.push((id, deleted));
                }
                Act::Undelete(before) => if let Some((id, deleted)) = bin.iter().rev().nth(before) {
                    let plan = deleted.iter().find(|stored| stored.key == key(id));
                    if window.undelete(&shelf, deleted, now).is_ok() && let Some(plan) = plan {
                        plans.entry(id).or_insert_with(|| plan.text.clone());
                    }
                }
                Act::Load => *window = Library::load(&shelf, carried(), now),
                Act::Index(Some(text)) => shelf.lay(KEY, &text),
                Act::Index(None) => shelf.take(KEY),
                Act::Room(units) => shelf.leave(units),
                Act::Mend => shelf.mend(),
            }
            if let Some(damaged) = damaged && !of_another && shelf.text(KEY).as_ref() != Some(&damaged) {
                prop_assert!(library::asides(&shelf).iter().any(|aside| aside.text == damaged), "{damaged:?} is lost");
            }
            for (id, text) in &plans {
                prop_assert!(shelf.text(&key(id)).as_ref() == Some(text), "{id} is lost");
            }
            for (key, text) in others {
                prop_assert!(shelf.text(key).as_deref() == Some(text), "{key} is another's");
            }
        }
        shelf.mend();
        let library = Library::load(&shelf, carried(), NOW + DAY);
        let expected: Vec<&str> = plans.keys().copied().collect();
        let mut there = ids(&library);
        there.sort_unstable();
        prop_assert_eq!(&there, &expected);
        prop_assert!(library.entries().iter().all(|entry| entry.fault.is_none() && entry.measures.is_some()));
        let newer = library.index() == Err(NotKept::Newer);
        let index = shelf.text(KEY).unwrap_or_default();
        prop_assert!(newer || index.matches("\"title\"").count() == expected.len(), "{index}");
    }
}

#[test]
fn a_stand_in_that_is_full_says_so() {
    let shelf = TestShelf::of(&[("k", "要點")]);
    shelf.fill();
    assert_eq!(shelf.put("k", "要點點"), Err(ShelfError::Full));
    assert_eq!(shelf.put("k", "abc"), Err(ShelfError::Full));
    assert_eq!(shelf.put("k", "ab"), Ok(()));
    assert_eq!(shelf.used(), 3);
}
