//! Several windows over one shelf, each with its own clock and its own undo: nobody's undo takes away what another wrote, and all
//! windows end the same.

use crate::ledger::{DAY, field, ledger, mark_key, measure, moment, plan, said, value};
use crate::shelf::TestShelf;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use yaodian::domain::history::{History, StepId, Taken};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Mark, Version};
use yaodian::domain::party::Party;
use yaodian::persist::keeper::Keeper;

/// 2021-09-30 in China.
const NOW: Moment = 1_632_988_800_000;

/// Something a person does in a window, or the window itself.
#[derive(Clone, Debug)]
enum Act {
    Write(Change),
    Type(Change),
    Settle,
    Untick(MarkKey),
    Read(Ledger),
    Clear,
    Undo,
    Redo,
    /// Takes back what was read or emptied last, or the tick, whatever came after it.
    UndoStep,
    Save,
    /// Closed and opened again.
    Reload,
}

/// One place for many, so that they meet; now and then any.
fn change() -> impl Strategy<Value = Change> {
    let values = ["", "done", "under-way", "甲", "乙"].map(str::to_owned);
    let here = proptest::sample::select(values.to_vec()).prop_map(|value| note(&value));
    let anywhere = (mark_key(), field(), value()).prop_map(|(key, field, value)| Change { key, field, value });
    prop_oneof![4 => here, 1 => anywhere]
}

fn note(value: &str) -> Change {
    Change { key: first(), field: Field::Status, value: value.to_owned() }
}

fn first() -> MarkKey {
    MarkKey::Placed(Party::Coordinator, measure(1, 1))
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => change().prop_map(Act::Write),
        3 => change().prop_map(Act::Type),
        1 => Just(Act::Settle),
        2 => Just(Act::Untick(first())),
        1 => ledger().prop_map(Act::Read),
        1 => Just(Act::Clear),
        6 => Just(Act::Undo),
        4 => Just(Act::Redo),
        3 => Just(Act::UndoStep),
        6 => Just(Act::Save),
        1 => Just(Act::Reload),
    ]
}

struct Window<'a> {
    ledger: Ledger,
    history: History,
    /// A step by its name.
    named: Option<StepId>,
    keeper: Keeper,
    shelf: &'a TestShelf,
    now: Moment,
}

impl<'a> Window<'a> {
    fn open(shelf: &'a TestShelf, now: Moment) -> Self {
        let mut keeper = Keeper::new(plan());
        let ledger = keeper.load(shelf, plan(), now).expect("the shelf can be read").ledger.unwrap_or_default();
        Self { ledger, history: History::default(), named: None, keeper, shelf, now }
    }

    fn save(&mut self) {
        let saved = self.keeper.save(self.shelf, plan(), &self.ledger, self.now).expect("there is room");
        if let Some(found) = saved.ledger {
            self.ledger.merge(&found);
        }
    }

    /// What became of a step, where the act is one.
    fn act(&mut self, act: Act) -> Option<Taken> {
        let Self { ledger, history, named, now, .. } = self;
        match act {
            Act::Write(change) => _ = history.push(ledger.set(change, *now).into_iter().collect()),
            Act::Type(change) => history.type_in(ledger, change, *now),
            Act::Settle => history.settle(),
            Act::Untick(key) => {
                let before = ledger.mark_in(&key).and_then(Mark::status_before_done).cloned();
                *named =
                    history.push(ledger.give_back(key, Field::Status, before.as_slice(), *now).into_iter().collect());
            }
            Act::Read(file) => *named = history.push(ledger.replace(&file, *now)),
            Act::Clear => *named = history.push(ledger.clear(*now)),
            Act::Undo => return history.undo(ledger, *now),
            Act::Redo => return history.redo(ledger, *now),
            Act::UndoStep => return history.undo_step((*named)?, ledger, *now),
            Act::Save => self.save(),
            Act::Reload => *self = Self::open(self.shelf, *now),
        }
        None
    }

    /// What each field says now.
    fn newest(&self) -> BTreeMap<(MarkKey, Field), Version> {
        let marks = self.ledger.marks().iter();
        let fields = marks.flat_map(|(key, mark)| mark.fields().iter().map(move |field| (key, field)));
        fields.map(|(key, (field, versions))| ((key.clone(), *field), versions[0].clone())).collect()
    }

    fn note(&self) -> &str {
        self.ledger.value(Party::Coordinator, measure(1, 1), Field::Status)
    }
}

/// Two windows in which the note of one measure is written, and who does what in turn.
#[track_caller]
fn check(what: &str, acts: &[(usize, Act)], notes: [&str; 2], skipped: usize) {
    let shelf = TestShelf::of(&[]);
    let mut windows = [Window::open(&shelf, NOW), Window::open(&shelf, NOW)];
    let mut left_alone = 0;
    for (which, act) in acts {
        let window = &mut windows[*which];
        window.now += 1000;
        left_alone += window.act(act.clone()).map_or(0, |taken| taken.skipped.len());
    }
    assert_eq!(windows.each_ref().map(Window::note), notes, "{what}");
    assert_eq!(left_alone, skipped, "{what}: fields left alone");
}

#[test]
fn a_step_takes_back_what_is_still_as_it_left_it() {
    use Act::{Clear, Read, Redo, Save, Undo, UndoStep, Write};
    let write = |which: usize, text: &str| [(which, Write(note(text))), (which, Save)];
    let save = |which: usize| [(which, Save)];
    let seen = |acts: &[&[(usize, Act)]]| acts.concat();

    let acts = seen(&[&write(0, "甲"), &save(1), &write(1, "乙"), &save(0), &[(0, Undo), (0, Save), (1, Save)]]);
    check("B replaced what A wrote, and A takes its step back", &acts, ["乙", "乙"], 1);
    let acts = seen(&[
        &write(0, "甲"),
        &save(1),
        &write(1, "甲乙"),
        &write(1, "甲"),
        &save(0),
        &[(0, Undo), (0, Save), (1, Save)],
    ]);
    check("B wrote the same anew", &acts, ["甲", "甲"], 1);
    let acts =
        seen(&[&write(0, "甲"), &[(0, Undo), (0, Save)], &save(1), &write(1, "乙"), &save(0), &[(0, Redo), (0, Save)]]);
    check("A does again what B has replaced", &acts, ["乙", "乙"], 1);
    let acts = seen(&[
        &write(0, "甲"),
        &save(1),
        &write(1, "乙"),
        &save(0),
        &write(0, "丙"),
        &[(0, Undo), (0, Save), (1, Save)],
    ]);
    check("A gives back B's words", &acts, ["乙", "乙"], 0);
    let acts = seen(&[&acts, &[(0, Undo), (0, Save), (1, Save)]]);
    check("and they are B's: the step before is left alone", &acts, ["乙", "乙"], 1);
    let acts = seen(&[&acts, &[(0, Redo), (0, Save), (1, Save)]]);
    check("and A may have its own way again", &acts, ["丙", "丙"], 1);

    let acts = seen(&[&write(0, "甲"), &write(0, "乙"), &[(0, Undo), (0, Undo), (0, Redo), (0, Redo), (0, Undo)]]);
    check("there and back and there", &acts, ["甲", ""], 0);
    let mut file = Ledger::default();
    file.set(note("檔"), NOW - DAY);
    let acts = seen(&[
        &write(0, "甲"),
        &[(0, Read(file.clone())), (0, Save)],
        &save(1),
        &write(1, "乙"),
        &save(0),
        &write(0, "丙"),
        &[(0, UndoStep), (0, Undo), (0, Save), (1, Save)],
    ]);
    check("a file is taken back after B wrote, and A over that: B's words are given back", &acts, ["乙", "乙"], 1);
    let acts = seen(&[
        &write(0, "甲"),
        &[(0, Read(file)), (0, Save)],
        &save(1),
        &write(1, "乙"),
        &save(0),
        &[(0, Undo), (0, Save)],
    ]);
    check("a file is taken back after B wrote", &acts, ["乙", "乙"], 1);
    let acts = seen(&[
        &write(0, "甲"),
        &[(0, Clear), (0, Save)],
        &save(1),
        &write(1, "乙"),
        &save(0),
        &[(0, Undo), (0, Save)],
    ]);
    check("a deletion is taken back after B wrote", &acts, ["乙", "乙"], 1);
    let acts = seen(&[&write(0, "甲"), &[(0, Clear), (0, Save)], &save(1), &[(0, Undo), (0, Save), (1, Save)]]);
    check("a deletion is taken back", &acts, ["甲", "甲"], 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn no_undo_takes_away_what_another_window_wrote_last(
        count in 2_usize..4,
        acts in proptest::collection::vec((0_usize..3, act(), moment()), 0..20),
    ) {
        let shelf = TestShelf::of(&[]);
        let mut windows: Vec<Window> = (0..count).map(|_| Window::open(&shelf, NOW)).collect();
        // Who wrote what, two the same in the same millisecond both; a window that is opened again is another.
        let mut wrote: BTreeMap<(MarkKey, Field, Version), BTreeSet<usize>> = BTreeMap::new();
        let mut names: Vec<usize> = (0..count).collect();
        let mut everything = Ledger::default();
        for (which, act, now) in acts {
            let which = which % count;
            let window = &mut windows[which];
            window.now = NOW + now % (9 * DAY);
            let before = window.newest();
            let writes = !matches!(act, Act::Save | Act::Reload);
            if matches!(act, Act::Reload) {
                // What was not kept is gone with the window.
                window.save();
                names[which] = names.iter().max().map_or(0, |last| last + 1);
            }
            let taken = window.act(act);
            let after = window.newest();
            let places: Vec<&(MarkKey, Field)> = before.keys().chain(after.keys()).collect();
            for place in places.into_iter().filter(|place| writes && before.get(*place) != after.get(*place)) {
                if let (Some(_), Some(was)) = (&taken, before.get(place)) {
                    let whose = wrote.get(&(place.0.clone(), place.1, was.clone()));
                    let is_own = whose.is_some_and(|whose| whose.contains(&names[which]));
                    prop_assert!(is_own, "{:?}: {:?} was another's: {:?}", place, was, whose);
                }
                if let Some(now) = after.get(place) {
                    wrote.entry((place.0.clone(), place.1, now.clone())).or_default().insert(names[which]);
                }
            }
            everything.merge(&window.ledger);
        }
        for which in (0..count).chain(0..count) {
            windows[which].save();
        }
        for window in &windows {
            prop_assert_eq!(&window.ledger, &everything);
        }
        let reopened = Window::open(&shelf, NOW);
        prop_assert_eq!(said(&reopened.ledger), said(&everything));
    }
}
