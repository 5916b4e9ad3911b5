//! Undo and redo, over a ledger that is also emptied and replaced.

use crate::ledger::{cell, ledger, measure, moment, ticks};
use proptest::prelude::*;
use yaodian::domain::history::{History, STEPS};
use yaodian::domain::ledger::{Cell, Ledger, Moment};
use yaodian::domain::party::Party;

/// Something a person does.
#[derive(Clone, Debug)]
enum Act {
    Set(Cell, bool),
    Replace(Ledger),
    Clear,
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (cell(), any::<bool>()).prop_map(|(cell, done)| Act::Set(cell, done)),
        1 => ledger().prop_map(Act::Replace),
        1 => Just(Act::Clear),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

type Step = fn(&mut History) -> Option<Vec<(Cell, bool)>>;

/// A ledger with its history, as the page has them.
#[derive(Clone, Debug, Default)]
struct Book {
    ledger: Ledger,
    history: History,
}

impl Book {
    fn act(&mut self, act: Act, now: Moment) {
        match act {
            Act::Set(cell, done) => self.history.push(self.ledger.set(cell, done, now).into_iter().collect()),
            Act::Replace(other) => self.history.push(self.ledger.replace(&other, now)),
            Act::Clear => self.history.push(self.ledger.clear(now)),
            Act::Undo => _ = self.step(History::undo, now),
            Act::Redo => _ = self.step(History::redo, now),
        }
    }

    /// Whether there was a step to take.
    fn step(&mut self, step: Step, now: Moment) -> bool {
        let changes = step(&mut self.history);
        self.ledger.apply(changes.iter().flatten().map(|(cell, done)| (cell, *done)), now);
        changes.is_some()
    }
}

fn tick(n: u16) -> Act {
    Act::Set(Cell::Placed(Party::Coordinator, measure(1, n)), true)
}

#[test]
fn nothing_done_nothing_to_take_back() {
    let mut history = History::default();
    history.push(Vec::new());
    assert!(!history.can_undo(), "a change of nothing is no step");
    assert!(!history.can_redo());
    assert_eq!(history.undo(), None);
    assert_eq!(history.redo(), None);
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let mut book = Book::default();
    book.act(tick(1), 1);
    book.act(Act::Undo, 2);
    assert!(book.history.can_redo());
    book.act(Act::Set(Cell::Placed(Party::Coordinator, measure(1, 1)), false), 3);
    assert!(book.history.can_redo(), "taking back what is not ticked is no change");
    book.act(tick(2), 4);
    assert!(!book.history.can_redo());
    assert!(book.history.can_undo());
}

#[test]
fn the_oldest_steps_are_forgotten() {
    let mut book = Book::default();
    let steps = u16::try_from(STEPS).unwrap();
    for n in 1..=steps + 1 {
        book.act(tick(n), 1);
    }
    let mut taken_back = 0;
    while book.step(History::undo, 1) {
        taken_back += 1;
    }
    assert_eq!(taken_back, STEPS);
    assert_eq!(ticks(&book.ledger), [Cell::Placed(Party::Coordinator, measure(1, 1))]);
}

proptest! {
    /// Whatever the clock says meanwhile.
    #[test]
    fn all_taken_back_is_as_it_was(start in ledger(), acts in proptest::collection::vec((act(), moment()), 0..24)) {
        let mut book = Book { ledger: start.clone(), ..Book::default() };
        for (act, now) in acts {
            book.act(act, now);
            let mut there_and_back = book.clone();
            if there_and_back.step(History::undo, now) {
                prop_assert_ne!(ticks(&there_and_back.ledger), ticks(&book.ledger), "a step that changes nothing");
                prop_assert!(there_and_back.step(History::redo, now));
            }
            prop_assert_eq!(ticks(&there_and_back.ledger), ticks(&book.ledger));
            prop_assert_eq!(there_and_back.history, book.history.clone());
        }
        let mut states = vec![ticks(&book.ledger)];
        while book.step(History::undo, 0) {
            states.push(ticks(&book.ledger));
        }
        prop_assert_eq!(ticks(&book.ledger), ticks(&start));
        // And forward again through the same states.
        while let Some(state) = states.pop() {
            prop_assert_eq!(ticks(&book.ledger), state);
            book.step(History::redo, 0);
        }
    }
}
