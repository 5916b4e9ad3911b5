//! Keeping the ledger on a shelf that is blocked, full, damaged, or shared with another tab.

use crate::ledger::{cell, measure, moment, plan, ticks};
use proptest::prelude::*;
use std::cell::{Cell as Switch, RefCell};
use std::collections::BTreeMap;
use yaodian::domain::fault::NotKept;
use yaodian::domain::ledger::{Cell, Ledger};
use yaodian::domain::party::Party;
use yaodian::persist::keeper::{Aside, Keeper, Shelf, ShelfError};
use yaodian::persist::ledger_file;
use yaodian::persist::settings;

const KEY: &str = "yaodian/haidong-2021/ledger/v1";
const DATE: &str = "2021-09-30T16:00:00+08:00";
const ASIDE: &str = "yaodian/haidong-2021/aside/2021-09-30T16:00:00+08:00";

/// A shelf as a browser's storage, which can be switched off and has room for so many bytes.
#[derive(Debug)]
struct TestShelf {
    texts: RefCell<BTreeMap<String, String>>,
    blocked: Switch<bool>,
    room: Switch<usize>,
}

impl TestShelf {
    fn of(texts: &[(&str, &str)]) -> Self {
        let texts = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        Self { texts: RefCell::new(texts), blocked: Switch::new(false), room: Switch::new(usize::MAX) }
    }

    fn reached(&self) -> Result<(), ShelfError> {
        if self.blocked.get() { Err(ShelfError::Blocked) } else { Ok(()) }
    }

    /// All that is on it, whether it can be reached or not.
    fn all(&self) -> Vec<(String, String)> {
        self.texts.borrow().clone().into_iter().collect()
    }

    fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    /// Leaves no room for anything more.
    fn fill(&self) {
        self.room.set(used(&self.texts.borrow()));
    }
}

fn used(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(key, text)| key.len() + text.len()).sum()
}

impl Shelf for TestShelf {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.reached().map(|()| self.text(key))
    }

    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.reached()?;
        let mut after = self.texts.borrow().clone();
        after.insert(key.into(), text.into());
        if used(&after) > self.room.get() {
            return Err(ShelfError::Full);
        }
        self.texts.replace(after);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.reached()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.reached().map(|()| self.texts.borrow().keys().rev().cloned().collect())
    }
}

/// One tab: the ledger it shows, and its keeper.
struct Tab<'a> {
    keeper: Keeper,
    shelf: &'a TestShelf,
    ledger: Ledger,
}

impl<'a> Tab<'a> {
    fn open(shelf: &'a TestShelf) -> Self {
        let mut tab = Self { keeper: Keeper::new(plan()), shelf, ledger: Ledger::default() };
        tab.ledger = tab.load().ok().flatten().unwrap_or_default();
        tab
    }

    fn load(&self) -> Result<Option<Ledger>, NotKept> {
        self.keeper.load(self.shelf, plan(), DATE)
    }

    fn save(&mut self) -> Result<(), NotKept> {
        self.keeper.save(self.shelf, plan(), &self.ledger, DATE).map(|kept| self.ledger = kept)
    }

    fn tick(&mut self, n: u16, now: u64) -> Result<(), NotKept> {
        self.ledger.set(first(n), true, now);
        self.save()
    }

    fn asides(&self) -> Vec<Aside> {
        self.keeper.asides(self.shelf)
    }
}

/// A measure of the first task, marked by the coordinator.
fn first(n: u16) -> Cell {
    Cell::Placed(Party::Coordinator, measure(1, n))
}

/// The saved text of these ticks of the first task.
fn text(marked: &[u16]) -> String {
    let mut ledger = Ledger::default();
    for n in marked {
        ledger.set(first(*n), true, 5);
    }
    ledger_file::write(&ledger, plan())
}

#[test]
fn what_is_kept_is_there_when_the_page_is_opened_again() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.load(), Ok(None));
    assert_eq!(tab.tick(2, 5), Ok(()));
    assert_eq!(shelf.all(), [(KEY.to_owned(), text(&[2]))]);
    assert_eq!(ticks(&Tab::open(&shelf).ledger), [first(2)]);
}

#[test]
fn looking_keeps_nothing() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.save(), Ok(()));
    assert_eq!(tab.asides(), []);
    assert_eq!(shelf.all(), []);
    // Nor does looking write again what is there: another tab would be told of it.
    let spaced = text(&[2]).replace(':', ": ");
    let shelf = TestShelf::of(&[(KEY, &spaced)]);
    assert_eq!(Tab::open(&shelf).save(), Ok(()));
    assert_eq!(shelf.all(), [(KEY.to_owned(), spaced)]);
}

#[test]
fn two_tabs_keep_what_both_did() {
    let shelf = TestShelf::of(&[]);
    let (mut one, mut other) = (Tab::open(&shelf), Tab::open(&shelf));
    assert_eq!(one.tick(1, 10), Ok(()));
    assert_eq!(other.tick(2, 20), Ok(()));
    assert_eq!(ticks(&other.ledger), [first(1), first(2)], "saving brings what the other tab did");
    // This tab still thinks that 1.2 is open; keeping that must not take the other's tick away.
    assert_eq!(one.tick(3, 30), Ok(()));
    assert_eq!(ticks(&Tab::open(&shelf).ledger), [first(1), first(2), first(3)]);
}

#[test]
fn an_old_tab_does_not_bring_back_what_was_emptied() {
    let shelf = TestShelf::of(&[]);
    let mut one = Tab::open(&shelf);
    assert_eq!(one.tick(1, 10), Ok(()));
    let mut old = Tab::open(&shelf);
    one.ledger.clear(20);
    assert_eq!(one.save(), Ok(()));
    assert_eq!(old.tick(2, 30), Ok(()));
    assert_eq!(ticks(&old.ledger), [first(2)]);
    assert_eq!(ticks(&Tab::open(&shelf).ledger), [first(2)]);
}

#[test]
fn what_cannot_be_read_is_put_aside_as_it_was() {
    for damaged in
        ["", " ", "hello", "{\"format\":", "{}", "null", &text(&[1])[..40], &text(&[1]).replace("haidong", "xining")]
    {
        let shelf = TestShelf::of(&[(KEY, damaged)]);
        let mut tab = Tab::open(&shelf);
        assert_eq!(shelf.all(), [(ASIDE.to_owned(), damaged.to_owned())]);
        assert_eq!(tab.asides(), [Aside { key: ASIDE.into(), text: damaged.into() }]);
        // And its place is free.
        assert_eq!(tab.tick(2, 5), Ok(()));
        assert_eq!(shelf.all(), [(ASIDE.to_owned(), damaged.to_owned()), (KEY.to_owned(), text(&[2]))]);
    }
}

#[test]
fn what_another_program_damages_meanwhile_is_put_aside_by_the_next_save() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), Ok(()));
    shelf.put(KEY, "hello").unwrap();
    assert_eq!(tab.tick(2, 5), Ok(()));
    assert_eq!(ticks(&Tab::open(&shelf).ledger), [first(1), first(2)]);
    assert_eq!(tab.asides(), [Aside { key: ASIDE.into(), text: "hello".into() }]);
}

#[test]
fn what_was_put_aside_is_never_overwritten() {
    let shelf = TestShelf::of(&[]);
    let texts = ["first", "second", "third"];
    for text in texts {
        shelf.put(KEY, text).unwrap();
        assert_eq!(Tab::open(&shelf).ledger, Ledger::default());
    }
    let asides = Tab::open(&shelf).asides();
    assert_eq!(
        asides.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(),
        texts,
        "all of one second, in order"
    );
    // Of another day, and the same text again.
    shelf.put(KEY, "first").unwrap();
    assert_eq!(Keeper::new(plan()).load(&shelf, plan(), "2021-10-01T08:00:00+08:00"), Ok(None));
    let asides = Tab::open(&shelf).asides();
    assert_eq!(
        asides.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(),
        ["first", "second", "third", "first"]
    );
    assert_eq!(asides[3].key, "yaodian/haidong-2021/aside/2021-10-01T08:00:00+08:00");
}

#[test]
fn what_cannot_be_put_aside_keeps_its_place() {
    let shelf = TestShelf::of(&[(KEY, "hello")]);
    shelf.fill();
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.load(), Err(NotKept::Full));
    assert_eq!(tab.tick(1, 5), Err(NotKept::Full));
    assert_eq!(shelf.all(), [(KEY.to_owned(), "hello".to_owned())]);
    assert_eq!(ticks(&tab.ledger), [first(1)], "the page works on");
    shelf.room.set(usize::MAX);
    assert_eq!(tab.save(), Ok(()));
    assert_eq!(shelf.all(), [(ASIDE.to_owned(), "hello".to_owned()), (KEY.to_owned(), text(&[1]))]);
}

#[test]
fn a_failed_save_changes_nothing_and_the_next_one_keeps_all() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), Ok(()));
    let before = shelf.all();
    shelf.fill();
    assert_eq!(tab.tick(2, 5), Err(NotKept::Full));
    assert_eq!(shelf.all(), before);
    shelf.blocked.set(true);
    assert_eq!(tab.tick(3, 5), Err(NotKept::Blocked));
    assert_eq!(tab.load(), Err(NotKept::Blocked));
    assert_eq!(tab.asides(), []);
    assert_eq!(tab.keeper.drop_aside(&shelf, ASIDE), Err(NotKept::Blocked));
    assert_eq!(shelf.all(), before);
    shelf.blocked.set(false);
    shelf.room.set(usize::MAX);
    assert_eq!(tab.tick(4, 5), Ok(()));
    assert_eq!(ticks(&Tab::open(&shelf).ledger), [first(1), first(2), first(3), first(4)]);
}

#[test]
fn what_a_newer_version_keeps_is_left_alone() {
    let newer = text(&[1]).replace("\"version\":1", "\"version\":2,\"notes\":{}");
    let shelf = TestShelf::of(&[(KEY, &newer)]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.load(), Err(NotKept::Newer));
    assert_eq!(tab.tick(2, 5), Err(NotKept::Newer));
    assert_eq!(shelf.all(), [(KEY.to_owned(), newer)]);
}

#[test]
fn what_others_keep_on_the_same_shelf_is_never_touched() {
    let others = [
        ("another-page", "hello"),
        (settings::KEY, "en dark"),
        ("yaodian/haidong-2021", "hello"),
        ("yaodian/haidong-2021/aside", "hello"),
        ("yaodian/haidong-2021/asides/1", "hello"),
        ("yaodian/haidong-2021/ledger/v2", "hello"),
        ("yaodian/haidong-2022/ledger/v1", "hello"),
        ("yaodian/haidong-2022/aside/2021-09-30T16:00:00+08:00", "hello"),
    ];
    let shelf = TestShelf::of(&others);
    shelf.put(KEY, "damaged").unwrap();
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), Ok(()));
    assert_eq!(tab.asides(), [Aside { key: ASIDE.into(), text: "damaged".into() }], "only this plan's");
    tab.ledger.clear(10);
    assert_eq!(tab.save(), Ok(()));
    let before = shelf.all();
    for (key, _) in others.iter().chain(&[(KEY, ""), ("", "")]) {
        assert_eq!(tab.keeper.drop_aside(&shelf, key), Ok(()));
        assert_eq!(shelf.all(), before, "{key} is nothing that was put aside");
    }
    assert_eq!(tab.keeper.drop_aside(&shelf, ASIDE), Ok(()));
    assert_eq!(tab.asides(), []);
    for (key, text) in others {
        assert_eq!(shelf.text(key).as_deref(), Some(text), "{key}");
    }
    assert_eq!(shelf.all().len(), others.len() + 1, "they and the ledger");
}

proptest! {
    /// Two tabs that tick, forget to save, are opened again, on a shelf that is sometimes full: at the end, when both
    /// have saved, both show the same, and it is what every one of their changes merges to.
    #[test]
    fn no_tab_overwrites_newer_data(
        acts in proptest::collection::vec((any::<bool>(), cell(), any::<bool>(), moment(), 0_u8..3, any::<bool>()), 0..24),
    ) {
        let shelf = TestShelf::of(&[]);
        let mut tabs = [Tab::open(&shelf), Tab::open(&shelf)];
        let mut everything = Ledger::default();
        for (which, cell, done, now, saves, full) in acts {
            if full {
                shelf.fill();
            }
            let tab = &mut tabs[usize::from(which)];
            tab.ledger.set(cell, done, now);
            everything.merge(&tab.ledger);
            if saves > 0 && tab.save().is_ok() {
                prop_assert_eq!(Tab::open(&shelf).ledger, tab.ledger.clone());
            }
            shelf.room.set(usize::MAX);
        }
        for which in [0, 1, 0] {
            prop_assert_eq!(tabs[which].save(), Ok(()));
        }
        for tab in &tabs {
            prop_assert_eq!(&tab.ledger, &everything);
        }
        prop_assert_eq!(Tab::open(&shelf).ledger, everything);
    }
}
