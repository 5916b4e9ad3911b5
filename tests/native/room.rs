//! What gives way on a shelf that is full, and how full it is.

use crate::shelf::TestShelf;
use proptest::prelude::*;
use yaodian::persist::keys;
use yaodian::persist::room::{ROOM, Usage, put, units, usage};
use yaodian::persist::shelf::{ShelfError, Stored};

/// A snapshot's key: the plan's `n`-th, from the oldest.
fn key(plan: &str, n: usize) -> String {
    format!("yaodian/{plan}/snapshot/2021-09-{:02}", n + 1)
}

/// A shelf with snapshots of these lengths, each plan's oldest first.
fn with(plans: &[(&str, &[usize])]) -> TestShelf {
    let shelf = TestShelf::of(&[("another-page", "hello"), ("yaodian/settings", "en"), ("yaodian/a/plan/v1", "{}")]);
    for (plan, lengths) in plans {
        for (n, length) in lengths.iter().enumerate() {
            shelf.lay(&key(plan, n), &"x".repeat(*length));
        }
    }
    shelf
}

#[test]
fn the_plan_whose_snapshots_take_up_most_gives_way() {
    /// So much is put on a shelf that is full; which snapshots are gone.
    #[track_caller]
    fn check(plans: &[(&str, &[usize])], length: usize, gone: &[(&str, usize)]) {
        let shelf = with(plans);
        let before = shelf.keys_there();
        shelf.fill();
        assert_eq!(put(&shelf, "yaodian/a/filed", &"x".repeat(length), &[]), Ok(()), "{plans:?}");
        let mut expected: Vec<String> = gone.iter().map(|(plan, n)| key(plan, *n)).collect();
        expected.sort();
        let is_gone = |key: &&String| shelf.text(key).is_none();
        let gone: Vec<String> = before.iter().filter(is_gone).cloned().collect();
        assert_eq!(gone, expected, "{plans:?}");
    }
    check(&[("a", &[100, 100]), ("b", &[150, 150])], 1, &[("b", 0)]);
    check(&[("a", &[100, 100]), ("b", &[150, 40])], 1, &[("a", 0)]);
    // Whoever is saved: `a` is.
    check(&[("a", &[100, 100, 100]), ("b", &[150])], 1, &[("a", 0)]);
    check(&[("a", &[100]), ("b", &[30, 30, 30])], 1, &[("b", 0)]);
    // A plan that has only its newest gives nothing, however long it is.
    check(&[("a", &[900]), ("b", &[40, 40])], 1, &[("b", 0)]);
    // One after the other, whoever has most then.
    check(&[("a", &[100, 100, 100]), ("b", &[120, 120])], 180, &[("a", 0), ("b", 0)]);
    check(&[("a", &[100, 100, 100]), ("b", &[80, 80])], 180, &[("a", 0), ("a", 1)]);
    // A name that begins like another's.
    check(&[("a", &[100]), ("a-b", &[60, 60]), ("a0", &[70, 70])], 1, &[("a0", 0)]);
}

#[test]
fn what_cannot_be_put_there_costs_nothing() {
    let shelf = with(&[("a", &[100, 100, 100]), ("b", &[80, 80])]);
    let before = shelf.all();
    shelf.fill();
    assert_eq!(put(&shelf, "yaodian/a/filed", &"x".repeat(500), &[]), Err(ShelfError::Full));
    assert_eq!(shelf.all(), before);
    // What is spared by a plan goes first, if it still is what was read.
    let spared = |text: &str| [Stored { key: "another-page".into(), text: text.into() }];
    assert_eq!(put(&shelf, "yaodian/a/filed", &"x".repeat(500), &spared("hello")), Err(ShelfError::Full));
    assert_eq!(shelf.all(), before);
    assert_eq!(put(&shelf, "k", "", &spared("hello there")), Ok(()));
    assert_eq!(shelf.text("another-page").as_deref(), Some("hello"));
    assert_eq!(shelf.text(&key("a", 0)), None);
    shelf.fill();
    assert_eq!(put(&shelf, "l", "", &spared("hello")), Ok(()));
    assert_eq!(shelf.text("another-page"), None);
    assert!(shelf.text(&key("a", 1)).is_some());
}

#[test]
fn how_full_it_is_is_counted_as_browsers_do() {
    assert_eq!([units(""), units("ab"), units("要點"), units("𠀋")], [0, 2, 2, 2]);
    let shelf =
        TestShelf::of(&[("x", "要點"), ("yaodian/a/plan/v1", "𠀋"), ("yaodian/a-b/filed", "1"), ("yaodian/a", "1")]);
    let is = |id: &str, of_this_plan| assert_eq!(usage(&shelf, id), Ok(Usage { used: 50, of_this_plan, room: ROOM }));
    is("a", 19);
    is("a-b", 18);
    is("b", 0);
    assert_eq!(shelf.used(), 50);
    shelf.blocked.set(true);
    assert_eq!(usage(&shelf, "a"), Err(ShelfError::Blocked));
}

#[test]
fn a_key_is_of_one_plan_or_of_none() {
    let of = |key: &str| keys::plan_of(key).map(|(id, rest)| (id.to_owned(), rest.to_owned()));
    let found = |id: &str, rest: &str| Some((id.to_owned(), rest.to_owned()));
    assert_eq!(of("yaodian/a/plan/v1"), found("a", "plan/v1"));
    assert_eq!(of("yaodian/a-b/snapshot/2021-09-30"), found("a-b", "snapshot/2021-09-30"));
    for other in [
        "yaodian",
        "yaodian/",
        "yaodian/a",
        "yaodian//a",
        "yaodian/settings",
        "yaodian/library/aside/1",
        "Yaodian/a/b",
        "yaodian/A/b",
        "yaodian-a/b",
    ] {
        assert_eq!(of(other), None, "{other}");
    }
}

proptest! {
    /// Whatever stands there and is put there: no plan loses its newest snapshot, none gives more than it has to, and what could
    /// not be put there left everything as it was.
    #[test]
    fn no_plans_snapshots_starve_anothers(
        plans in proptest::collection::vec(proptest::collection::vec(0_usize..200, 0..6), 1..5),
        length in 0_usize..1500,
        room in 0_usize..300,
    ) {
        let names = ["a", "a-b", "a0", "b", "c"];
        let plans: Vec<(&str, &[usize])> = names.into_iter().zip(plans.iter().map(Vec::as_slice)).collect();
        let shelf = with(&plans);
        let before = shelf.all();
        shelf.leave(room);
        let result = put(&shelf, "yaodian/c/filed", &"y".repeat(length), &[]);
        if result.is_err() {
            prop_assert_eq!(shelf.all(), before);
            return Ok(());
        }
        let left = |(plan, lengths): &(&str, &[usize])| -> Vec<usize> {
            (0..lengths.len()).filter(|n| shelf.text(&key(plan, *n)).is_some()).collect()
        };
        let mut gave_last = 0;
        for plan in &plans {
            let left = left(plan);
            let all: Vec<usize> = (0..plan.1.len()).collect();
            prop_assert_eq!(&left[..], &all[all.len() - left.len()..], "the oldest go");
            prop_assert!(left.is_empty() == all.is_empty(), "the newest of {} is gone", plan.0);
            // Before its last one went it had most.
            if left.len() < all.len() {
                gave_last = gave_last.max(plan.1[all.len() - left.len() - 1..].iter().sum::<usize>());
            }
        }
        if plans.iter().any(|plan| left(plan).len() < plan.1.len()) {
            for plan in &plans {
                let left = left(plan);
                let has: usize = left.iter().map(|n| plan.1[*n]).sum();
                prop_assert!(left.len() < 2 || has <= gave_last, "{} has {has}, and others gave", plan.0);
            }
        }
    }
}
