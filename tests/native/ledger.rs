//! The ledger: how two become one, and that nothing older comes back.
//!
//! Ledgers are written as words here: `1.1+5` is a tick at moment 5, `1.1-6` a tick taken back at moment 6, `!7` says
//! that all was emptied at moment 7. The marks are the coordinator's.

use proptest::prelude::*;
use std::sync::LazyLock;
use yaodian::domain::ledger::{Cell, Edit, LAST_MOMENT, Ledger, Mark, Moment};
use yaodian::domain::party::Party;
use yaodian::domain::plan::{MeasureId, Plan, TaskId};
use yaodian::persist::plan_file::haidong;

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

/// Moments close to each other, and some that no clock says.
pub fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![8 => 0_u64..6, 1 => LAST_MOMENT - 2..=LAST_MOMENT + 2, 1 => any::<u64>()]
}

pub fn ledger() -> impl Strategy<Value = Ledger> {
    let mark = (any::<bool>(), moment()).prop_map(|(done, at)| Mark { done, at });
    (proptest::collection::vec((cell(), mark), 0..9), moment()).prop_map(|(marks, cleared)| Ledger::new(marks, cleared))
}

/// What is ticked.
pub fn ticks(ledger: &Ledger) -> Vec<Cell> {
    ledger.marks().filter(|(_, mark)| mark.done).map(|(cell, _)| cell.clone()).collect()
}

fn merged(mine: &Ledger, theirs: &Ledger) -> Ledger {
    let mut both = mine.clone();
    both.merge(theirs);
    both
}

/// The ledger of these words.
fn of(words: &str) -> Ledger {
    let mut cleared = 0;
    let mut marks = Vec::new();
    for word in words.split_whitespace() {
        if let Some(moment) = word.strip_prefix('!') {
            cleared = moment.parse().unwrap();
        } else {
            let sign = word.find(['+', '-']).expect("a sign");
            let mark = Mark { done: &word[sign..=sign] == "+", at: word[sign + 1..].parse().unwrap() };
            marks.push((Cell::Placed(Party::Coordinator, word[..sign].parse().unwrap()), mark));
        }
    }
    Ledger::new(marks, cleared)
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
}

#[test]
fn of_several_marks_of_one_cell_the_latest_is_taken() {
    assert_eq!(of("1.1+1 1.1-3 1.1+2"), of("1.1-3"));
    assert_eq!(of("1.1-3 1.1+3 1.1-3"), of("1.1+3"));
    assert_eq!(of("1.2+1 1.1+1 1.2+1 1.1+4 1.2-2"), of("1.1+4 1.2-2"));
}

#[test]
fn a_change_is_told_and_no_change_is_none() {
    let cell = Cell::Placed(Party::Unit(1), measure(1, 1));
    let mut ledger = Ledger::default();
    assert_eq!(ledger.set(cell.clone(), false, 5), None);
    assert_eq!(ledger, Ledger::default(), "nothing changed");
    let edit = ledger.set(cell.clone(), true, 5);
    assert_eq!(edit, Some(Edit { cell: cell.clone(), before: false, after: true }));
    assert_eq!(ledger.set(cell.clone(), true, 6), None);
    assert_eq!(ledger.changed(), 5, "ticking what is ticked is no change");
    assert!(ledger.done(Party::Unit(1), measure(1, 1)));
    assert!(!ledger.done(Party::Unit(0), measure(1, 1)), "a tick is its party's alone");
    assert!(!ledger.done(Party::Coordinator, measure(1, 1)), "nor the coordinator's");
    let edit = ledger.set(cell.clone(), false, 7);
    assert_eq!(edit, Some(Edit { cell: cell.clone(), before: true, after: false }));
    assert_eq!(ledger.marks().collect::<Vec<_>>(), [(&cell, Mark { done: false, at: 7 })]);
}

#[test]
fn moments_that_cannot_be_are_clamped() {
    let ledger = of(&format!("1.1+{} 1.2-{}", u64::MAX, u64::MAX - 1));
    assert_eq!(ledger, of(&format!("1.1+{LAST_MOMENT} 1.2-{LAST_MOMENT}")));
    assert_eq!(of(&format!("1.1+5 !{}", u64::MAX)), of(&format!("!{LAST_MOMENT}")));
    let mut ledger = Ledger::default();
    ledger.set(Cell::Placed(Party::Coordinator, measure(1, 1)), true, u64::MAX);
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
    fn of_every_cell_the_later_change_wins(a in ledger(), b in ledger()) {
        let both = merged(&a, &b);
        for (cell, mark) in both.marks() {
            let of = |ledger: &Ledger| ledger.marks().find(|(other, _)| *other == cell).map(|(_, mark)| (mark.at, mark.done));
            prop_assert_eq!(of(&a).max(of(&b)), Some((mark.at, mark.done)));
        }
        let missing = a.marks().chain(b.marks()).filter(|(cell, _)| both.marks().all(|(other, _)| other != *cell));
        for (_, mark) in missing {
            prop_assert!(mark.at <= both.cleared(), "only what was emptied is gone");
        }
    }

    /// Whatever the clock says, also when it was set back.
    #[test]
    fn a_change_wins_over_everything_seen_before(before in ledger(), cell in cell(), done: bool, now in moment()) {
        let mut after = before.clone();
        after.set(cell.clone(), done, now);
        prop_assert_eq!(after.is_done(&cell), done);
        prop_assert_eq!(merged(&before, &after), after.clone());
        prop_assert_eq!(merged(&after, &before), after);
    }

    #[test]
    fn what_was_emptied_does_not_come_back(before in ledger(), cell in cell(), now in moment()) {
        let mut empty = before.clone();
        let lost = empty.clear(now);
        prop_assert_eq!(lost.len(), before.ticks());
        prop_assert_eq!(empty.marks().count(), 0);
        prop_assert_eq!(merged(&empty, &before), empty.clone());
        prop_assert_eq!(merged(&before, &empty), empty.clone());
        // And what is ticked from then on is ticked.
        empty.set(cell.clone(), true, now);
        let again = merged(&empty, &before);
        prop_assert_eq!(ticks(&again), [cell]);
    }

    #[test]
    fn replacing_takes_over_the_ticks_and_nothing_older_undoes_it(mine in ledger(), other in ledger(), now in moment()) {
        let mut replaced = mine.clone();
        let edits = replaced.replace(&other, now);
        prop_assert_eq!(ticks(&replaced), ticks(&other));
        prop_assert!(replaced.difference(&other).is_empty());
        prop_assert!(edits.iter().all(|edit| edit.before != edit.after && mine.is_done(&edit.cell) == edit.before));
        prop_assert_eq!(merged(&replaced, &mine), replaced.clone());
        prop_assert_eq!(merged(&mine, &replaced), replaced);
    }
}
