//! Undo and redo, over a ledger that is also typed into, emptied and replaced.

use crate::ledger::{DAY, change, ledger, measure, moment, said, ticking, ticks, value};
use proptest::prelude::*;
use std::collections::BTreeMap;
use yaodian::domain::history::{Beside, History, STEPS, StepId, Taken};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;

/// Something a person does.
#[derive(Clone, Debug)]
enum Act {
    Set(Change),
    Type(Change),
    /// The first words on progress, which propose a status.
    TypeFirst(String),
    Settle,
    Replace(Ledger),
    Clear,
    Undo,
    Redo,
    /// Takes back one of the steps that have a name, wherever it stands.
    UndoStep(usize),
}

fn act() -> impl Strategy<Value = Act> {
    // Mostly into one field, as people type.
    let keystroke = prop_oneof![3 => value().prop_map(|value| typed(1, Field::Progress, &value)), 1 => change()];
    prop_oneof![
        6 => change().prop_map(Act::Set),
        8 => keystroke.prop_map(Act::Type),
        2 => value().prop_map(Act::TypeFirst),
        1 => Just(Act::Settle),
        1 => ledger().prop_map(Act::Replace),
        1 => Just(Act::Clear),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        3 => (0_usize..8).prop_map(Act::UndoStep),
    ]
}

type Step = fn(&mut History, &mut Ledger, Moment) -> Option<Taken>;

/// A ledger with its history, as the page has them.
#[derive(Clone, Debug, Default)]
struct Book {
    ledger: Ledger,
    history: History,
    named: Vec<StepId>,
}

impl Book {
    fn act(&mut self, act: Act, now: Moment) {
        match act {
            Act::Set(change) => {
                let step = self.history.push(self.ledger.set(change, now).into_iter().collect());
                self.named.extend(step);
            }
            Act::Type(change) => self.history.type_in(&mut self.ledger, change, now),
            Act::TypeFirst(words) => {
                let proposed = typed(1, Field::Status, "under-way");
                self.history.type_with(&mut self.ledger, Some(proposed), typed(1, Field::Progress, &words), now);
            }
            Act::Settle => self.history.settle(),
            Act::Replace(other) => {
                let step = self.history.push(self.ledger.replace(&other, now));
                self.named.extend(step);
            }
            Act::Clear => {
                let step = self.history.push(self.ledger.clear(now));
                self.named.extend(step);
            }
            Act::Undo => _ = self.step(History::undo, now),
            Act::Redo => _ = self.step(History::redo, now),
            Act::UndoStep(n) => {
                if let Some(id) = self.named.get(n % self.named.len().max(1)) {
                    let was_there = self.history.has(*id);
                    let taken = self.history.undo_step(*id, &mut self.ledger, now);
                    assert_eq!(taken.is_some(), was_there, "what is there can be taken back");
                    assert!(!self.history.has(*id), "and is there no more");
                }
            }
        }
    }

    /// Whether there was a step to take.
    fn step(&mut self, step: Step, now: Moment) -> bool {
        let taken = step(&mut self.history, &mut self.ledger, now);
        assert_eq!(taken.as_ref().map_or(0, |taken| taken.skipped.len()), 0, "nobody else wrote anything");
        taken.is_some()
    }

    /// Types a word into a field of a measure of the first task, each letter a change.
    fn word(&mut self, n: u16, field: Field, word: &str) {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.for_each(|end| self.act(Act::Type(typed(n, field, &word[..end])), 1));
    }

    /// What the coordinator says of the progress of 1.1.
    fn progress(&self) -> &str {
        self.ledger.value(Party::Coordinator, measure(1, 1), Field::Progress)
    }

    /// What is said after each step that can be taken back.
    fn all_back(&mut self) -> Vec<BTreeMap<(MarkKey, Field), String>> {
        let mut states = Vec::new();
        while self.step(History::undo, 1) {
            states.push(said(&self.ledger));
        }
        states
    }

    /// What the progress of 1.1 says after each step that can be taken back.
    fn back(&mut self) -> Vec<String> {
        let mut states = Vec::new();
        while self.step(History::undo, 1) {
            states.push(self.progress().to_owned());
        }
        states
    }
}

fn first(n: u16) -> MarkKey {
    MarkKey::Placed(Party::Coordinator, measure(1, n))
}

fn typed(n: u16, field: Field, value: &str) -> Change {
    Change { key: first(n), field, value: value.to_owned() }
}

fn tick(n: u16) -> Act {
    Act::Set(ticking(first(n), true))
}

#[test]
fn nothing_done_nothing_to_take_back() {
    let mut history = History::default();
    assert_eq!(history.push(Vec::new()), None, "a change of nothing is no step");
    assert!(!history.can_undo());
    assert!(!history.can_redo());
    let mut ledger = Ledger::default();
    assert_eq!(history.undo(&mut ledger, 1), None);
    assert_eq!(history.redo(&mut ledger, 1), None);
    assert_eq!(ledger, Ledger::default());
}

#[test]
fn a_step_is_taken_back_and_none_of_those_after_it() {
    /// A file says that 1.1 and 1.2 are done, and a note of 1.1; then something happens, and the file is taken back.
    #[track_caller]
    fn check(what: &str, then: &[Act], [note, ticked]: [&str; 2], skipped: usize, notes_back: &[&str]) {
        let mut book = Book::default();
        book.act(Act::Set(typed(1, Field::Progress, "甲")), 1);
        let mut file = Ledger::default();
        file.set(typed(1, Field::Progress, "檔"), 2);
        file.set(ticking(first(1), true), 2);
        file.set(ticking(first(2), true), 2);
        let step = book.history.push(book.ledger.replace(&file, 3)).expect("a step");
        for act in then {
            book.act(act.clone(), 4);
        }
        let taken = book.history.undo_step(step, &mut book.ledger, 5).expect("it is there");
        assert_eq!(taken.skipped.len(), skipped, "{what}: fields left alone");
        let ticks = ticks(&book.ledger);
        let is_ticked = |n: &u16| ticks.contains(&first(*n));
        let now = (1..=3).filter(is_ticked).map(|n| n.to_string()).collect::<String>();
        assert_eq!([book.progress(), &now], [note, ticked], "{what}");
        assert_eq!(book.clone().back(), notes_back, "{what}: and the others can be taken back");
        assert_eq!(book.history.undo_step(step, &mut book.ledger, 6), None, "{what}: it is not there twice");
    }
    let untick = |n| Act::Set(ticking(first(n), false));
    let note = |text| Act::Set(typed(1, Field::Progress, text));
    check("nothing", &[], ["甲", ""], 0, &[""]);
    check("a tick elsewhere", &[tick(3)], ["甲", "3"], 0, &["甲", ""]);
    check("a tick of the file's taken back, which then is no step", &[untick(2)], ["甲", ""], 1, &[""]);
    check("its note written over", &[note("乙")], ["乙", ""], 1, &["甲", ""]);
    check("twice", &[note("乙"), note("丙")], ["丙", ""], 1, &["乙", "甲", ""]);
    check("and back", &[note("乙"), Act::Undo], ["甲", ""], 0, &[""]);
    check("emptied", &[Act::Clear], ["", ""], 3, &["甲", ""]);
    check("emptied and written", &[Act::Clear, note("乙")], ["乙", ""], 3, &["", "甲", ""]);
    check("a word that is being typed", &[Act::Type(typed(2, Field::Problem, "乙"))], ["甲", ""], 0, &["甲", ""]);
}

#[test]
fn a_step_keeps_its_name_there_and_back() {
    let mut book = Book::default();
    book.act(tick(1), 1);
    book.act(tick(2), 2);
    let [one, two] = book.named[..] else { panic!("two steps") };
    assert!(one != two && book.history.has(one) && book.history.has(two));
    assert!(book.history.is_last(two) && !book.history.is_last(one));
    book.act(Act::UndoStep(0), 3);
    assert_eq!(ticks(&book.ledger), [first(2)]);
    book.act(Act::Redo, 4);
    assert!(book.history.has(one), "done again it has its name");
    assert_eq!(ticks(&book.ledger), [first(1), first(2)]);
    for n in 3..=u16::try_from(STEPS).unwrap() + 1 {
        book.act(tick(n), 5);
    }
    assert!(!book.history.has(two), "what is forgotten is not there");
    assert!(book.history.has(one), "it was done after the other");
}

#[test]
fn a_deletion_is_a_step_also_where_nothing_was_said() {
    let mut book = Book::default();
    let edits = book.ledger.clear(1);
    assert!(book.history.push_with(edits, Beside::ALL).is_some_and(|id| book.history.has(id)));
    let deletes = Some(Taken { beside: Beside::ALL, ..Taken::default() });
    assert_eq!(book.history.undo(&mut book.ledger, 2), deletes);
    assert_eq!(book.history.redo(&mut book.ledger, 3), deletes);
    book.act(tick(1), 4);
    assert_eq!(
        book.history.undo(&mut book.ledger, 5).map(|taken| taken.beside),
        Some(Beside::NOTHING),
        "a tick does not delete"
    );
}

#[test]
fn a_new_change_ends_what_could_be_redone() {
    let mut book = Book::default();
    book.act(tick(1), 1);
    book.act(Act::Undo, 2);
    assert!(book.history.can_redo());
    book.act(Act::Set(ticking(first(1), false)), 3);
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
    assert_eq!(ticks(&book.ledger), [first(1)]);
}

#[test]
fn what_is_typed_in_one_go_is_one_step() {
    let mut book = Book::default();
    book.word(1, Field::Progress, "進展情況");
    assert_eq!(book.progress(), "進展情況");
    let mut redone = book.clone();
    assert_eq!(book.back(), [""]);
    assert!(redone.step(History::undo, DAY) && redone.step(History::redo, DAY));
    assert_eq!(redone.progress(), "進展情況", "and is done again as one");
    // What is typed after that is a step of its own.
    redone.act(Act::Type(typed(1, Field::Progress, "進展情況。")), DAY);
    assert_eq!(redone.back(), ["進展情況", ""]);
}

#[test]
fn what_ends_a_word_begins_a_new_step() {
    #[track_caller]
    fn check(what: &str, between: impl Fn(&mut Book), states: &[&str]) {
        let mut book = Book::default();
        book.word(1, Field::Progress, "甲乙");
        between(&mut book);
        for text in ["甲乙丙", "甲乙丙丁"] {
            book.act(Act::Type(typed(1, Field::Progress, text)), 1);
        }
        assert_eq!(book.back(), states, "{what}");
    }
    check("nothing between", |_| (), &[""]);
    check("leaving the field", |book| book.history.settle(), &["甲乙", ""]);
    check("another field", |book| book.word(1, Field::Problem, "戊己"), &["甲乙", "甲乙", ""]);
    check("another measure", |book| book.word(2, Field::Progress, "戊己"), &["甲乙", "甲乙", ""]);
    check("a tick", |book| book.act(tick(1), 1), &["甲乙", "甲乙", ""]);
    check("emptying and typing on", |book| book.act(Act::Clear, 1), &["", "甲乙", ""]);
    // Taking back in the middle and doing again: what is typed then is a step of its own.
    let there_and_back = |book: &mut Book| assert!(book.step(History::undo, 1) && book.step(History::redo, 1));
    check("there and back", there_and_back, &["甲乙", ""]);
    check("taking back", |book| assert!(book.step(History::undo, 1)), &[""]);
    // A change of nothing ends nothing.
    check("the same again", |book| book.act(Act::Type(typed(1, Field::Progress, "甲乙")), 1), &[""]);
}

#[test]
fn the_same_text_set_at_once_is_no_typing() {
    let mut book = Book::default();
    book.act(Act::Set(typed(1, Field::Progress, "甲")), 1);
    book.act(Act::Type(typed(1, Field::Progress, "甲乙")), 1);
    book.act(Act::Type(typed(1, Field::Progress, "甲乙丙")), 1);
    book.act(Act::Set(typed(1, Field::Progress, "丁")), 1);
    assert_eq!(book.back(), ["甲乙丙", "甲", ""]);
}

#[test]
fn typing_back_to_the_start_leaves_no_step() {
    let mut book = Book::default();
    book.word(1, Field::Progress, "甲乙");
    for text in ["甲", ""] {
        book.act(Act::Type(typed(1, Field::Progress, text)), 1);
    }
    assert!(!book.history.can_undo(), "nothing was changed in the end");
    // What is typed then is a step, and the step before all that is untouched.
    book.act(tick(1), 1);
    book.history.settle();
    book.word(1, Field::Progress, "甲");
    book.act(Act::Type(typed(1, Field::Progress, "")), 1);
    book.word(1, Field::Progress, "丙丁");
    assert_eq!(book.back(), ["", ""]);
    assert_eq!(ticks(&book.ledger), []);
}

#[test]
fn typing_ends_what_could_be_redone() {
    let mut book = Book::default();
    book.act(tick(1), 1);
    book.act(tick(2), 1);
    book.act(Act::Undo, 1);
    book.word(1, Field::Progress, "甲");
    assert!(!book.history.can_redo());
    book.act(Act::Undo, 1);
    assert!(book.history.can_redo());
    assert_eq!(book.progress(), "");
    assert_eq!(ticks(&book.ledger), [first(1)]);
}

/// Everything that is said, with when it was said.
fn dated(ledger: &Ledger) -> Vec<(MarkKey, Field, Moment, String)> {
    let fields = ledger.marks().iter().flat_map(|(key, mark)| mark.fields().iter().map(move |field| (key, field)));
    let newest = fields.filter_map(|(key, (field, versions))| Some((key.clone(), *field, versions.first()?)));
    let said = newest.filter(|(_, _, version)| !version.value.is_empty());
    said.map(|(key, field, version)| (key, field, version.said, version.value.clone())).collect()
}

/// What two deletions leave says nothing both times, and is not the same.
#[test]
fn a_deletion_taken_back_by_its_name_leaves_what_a_later_one_left() {
    let mut book = Book::default();
    book.act(Act::Type(typed(1, Field::Progress, "done")), 0);
    book.act(Act::Clear, 0);
    book.act(Act::Type(typed(1, Field::Progress, "done")), 0);
    book.act(Act::Clear, 0);
    book.act(Act::UndoStep(0), 0);
    assert_eq!(book.progress(), "", "the later deletion stands");
    assert_eq!(book.back(), ["done", ""]);
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
                prop_assert_ne!(dated(&there_and_back.ledger), dated(&book.ledger), "a step that changes nothing");
                prop_assert!(there_and_back.step(History::redo, now));
            }
            prop_assert_eq!(dated(&there_and_back.ledger), dated(&book.ledger));
            prop_assert_eq!(there_and_back.all_back(), book.clone().all_back(), "and the same steps lie behind it");
        }
        let mut states = vec![said(&book.ledger)];
        while book.step(History::undo, 0) {
            states.push(said(&book.ledger));
        }
        prop_assert_eq!(dated(&book.ledger), dated(&start), "also when it was said");
        // And forward again through the same states.
        while let Some(state) = states.pop() {
            prop_assert_eq!(said(&book.ledger), state);
            book.step(History::redo, 0);
        }
    }
}

/// The first words on progress propose a status: both are one step, with all that is typed on, and go together.
#[test]
fn the_first_words_and_the_status_they_propose_are_one_step() {
    let (mut ledger, mut history) = (Ledger::default(), History::default());
    let first = typed(1, Field::Progress, "已");
    let key = first.key.clone();
    history.type_with(&mut ledger, Some(typed(1, Field::Status, "under-way")), first, 1);
    history.type_in(&mut ledger, typed(1, Field::Progress, "已开"), 2);
    let says = |ledger: &Ledger| {
        [Field::Status, Field::Progress]
            .map(|field| ledger.versions(&key, field).first().map(|version| version.value.clone()).unwrap_or_default())
    };
    assert_eq!(says(&ledger), ["under-way", "已开"]);
    history.undo(&mut ledger, 3);
    assert_eq!(says(&ledger), ["", ""], "one step back");
    history.redo(&mut ledger, 4);
    assert_eq!(says(&ledger), ["under-way", "已开"], "and again");
    // Whoever deletes all of it again has said nothing.
    let (mut ledger, mut history) = (Ledger::default(), History::default());
    history.type_with(&mut ledger, Some(typed(1, Field::Status, "under-way")), typed(1, Field::Progress, "已"), 1);
    history.type_in(&mut ledger, typed(1, Field::Progress, ""), 2);
    assert_eq!((says(&ledger), history.can_undo()), ([String::new(), String::new()], false));
}
