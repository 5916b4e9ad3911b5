//! Keeping the ledger on a shelf that is blocked, full, damaged, breaking down, or shared with another tab; and what
//! stands beside it there: snapshots, what was put aside, what an earlier release kept.

use crate::ledger::{DAY, change, ledger, measure, moment, plan, said, ticking, ticks};
use crate::shelf::TestShelf;
use proptest::prelude::*;
use yaodian::domain::fault::NotKept;
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Stamp, Status, Version};
use yaodian::domain::party::Party;
use yaodian::persist::keeper::{Keeper, Outcome, SNAPSHOTS, Shelf, Stored};
use yaodian::persist::ledger_file;
use yaodian::persist::room::units;
use yaodian::persist::settings;

const KEY: &str = "yaodian/haidong-2021/ledger/v4";
const KEY_V1: &str = "yaodian/haidong-2021/ledger/v1";
const FILED: &str = "yaodian/haidong-2021/filed";
const ASIDE: &str = "yaodian/haidong-2021/aside/2021-09-30T16:00:00+08:00";

/// 2021-09-30T16:00:00+08:00.
const NOW: Moment = 1_632_988_800_000;

/// As the first release kept it: 1.1 done, 1.2 taken back, of the coordinator; 1.3 of the first locality done.
const OF_THE_FIRST_RELEASE: &str = concat!(
    r#"{"format":"yaodian-ledger","version":1,"plan":"haidong-2021","cleared":0,"marks":{"#,
    r#""coordinator":{"1.1":{"done":true,"at":1632963600000},"1.2":{"done":false,"at":1632963600001}},"#,
    r#""locality:樂都區":{"1.3":{"done":true,"at":1632963600002}}}}"#
);

/// A window whose plan was deleted in another one keeps only what is kept nowhere.
#[test]
fn a_keeper_knows_whether_a_ledger_is_kept() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert!(tab.keeper.has_kept(&tab.ledger), "where nothing was ever said there is nothing to keep");
    tab.ledger.set(ticking(first(1), true), NOW);
    assert!(!tab.keeper.has_kept(&tab.ledger), "it is only shown");
    assert!(tab.save().is_ok());
    assert!(tab.keeper.has_kept(&tab.ledger));
    shelf.blocked.set(true);
    tab.ledger.set(ticking(first(2), true), NOW);
    assert!(tab.save().is_err());
    assert!(!tab.keeper.has_kept(&tab.ledger), "it could not be kept");
}

/// One tab: the ledger it shows, its keeper, and its clock.
struct Tab<'a> {
    keeper: Keeper,
    shelf: &'a TestShelf,
    ledger: Ledger,
    now: Moment,
}

impl<'a> Tab<'a> {
    fn open(shelf: &'a TestShelf) -> Self {
        Self::open_at(shelf, NOW)
    }

    fn open_at(shelf: &'a TestShelf, now: Moment) -> Self {
        let mut tab = Self { keeper: Keeper::new(plan()), shelf, ledger: Ledger::default(), now };
        let _ = tab.load();
        tab
    }

    /// As the page does: what was found is merged into what is shown.
    fn take(&mut self, outcome: &Outcome) {
        outcome.ledger.iter().for_each(|found| self.ledger.merge(found));
    }

    fn load(&mut self) -> Result<Outcome, NotKept> {
        let outcome = self.keeper.load(self.shelf, plan(), self.now)?;
        self.take(&outcome);
        Ok(outcome)
    }

    fn save(&mut self) -> Result<Outcome, NotKept> {
        let outcome = self.keeper.save(self.shelf, plan(), &self.ledger, self.now)?;
        if let Some(kept) = &outcome.ledger {
            let mut merged = self.ledger.clone();
            merged.merge(kept);
            assert_eq!(merged, *kept, "what is kept is not all that there is");
        }
        self.take(&outcome);
        Ok(outcome)
    }

    fn set(&mut self, change: Change) -> Result<Outcome, NotKept> {
        self.ledger.set(change, self.now);
        self.save()
    }

    /// The coordinator ticks a measure of the first task so many milliseconds from now.
    fn tick(&mut self, n: u16, after: Moment) -> Result<Outcome, NotKept> {
        self.ledger.set(ticking(first(n), true), self.now + after);
        self.save()
    }

    fn write(&mut self, n: u16, field: Field, text: &str) -> Result<Outcome, NotKept> {
        self.set(Change { key: first(n), field, value: text.into() })
    }

    /// What is written in a field of a measure of the first task.
    fn says(&self, n: u16, field: Field) -> &str {
        self.ledger.value(Party::Coordinator, measure(1, n), field)
    }

    fn asides(&self) -> Vec<Stored> {
        self.keeper.asides(self.shelf)
    }

    fn snapshots(&self) -> Vec<Stored> {
        self.keeper.snapshots(self.shelf)
    }
}

/// A measure of the first task, marked by the coordinator.
fn first(n: u16) -> MarkKey {
    MarkKey::Placed(Party::Coordinator, measure(1, n))
}

/// The saved text of these ticks of the first task.
fn text(marked: &[u16]) -> String {
    let mut ledger = Ledger::default();
    for n in marked {
        ledger.set(ticking(first(*n), true), NOW + 5);
    }
    ledger_file::write(&ledger, plan())
}

fn aside(key: &str, text: &str) -> Stored {
    Stored { key: key.into(), text: text.into() }
}

/// How a save goes that kept the ledger as it was, and nothing else.
const KEPT: Result<Outcome, NotKept> = Ok(Outcome { ledger: None, aside: Vec::new(), snapshot: false });

/// The ledger that a page shows when it is opened now.
fn reopened(shelf: &TestShelf) -> Ledger {
    Tab::open(shelf).ledger
}

#[test]
fn what_is_kept_is_there_when_the_page_is_opened_again() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.load(), KEPT);
    assert_eq!(tab.tick(2, 5), KEPT);
    assert_eq!(shelf.all(), [(KEY.to_owned(), text(&[2]))]);
    assert_eq!(ticks(&reopened(&shelf)), [first(2)]);
}

#[test]
fn looking_keeps_nothing() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.save(), KEPT);
    assert_eq!(tab.asides(), []);
    assert_eq!(shelf.all(), []);
    // Nor does looking write again what is there: another tab would be told of it.
    let spaced = text(&[2]).replace(':', ": ");
    let shelf = TestShelf::of(&[(KEY, &spaced)]);
    assert_eq!(Tab::open(&shelf).save(), KEPT);
    assert_eq!(shelf.all(), [(KEY.to_owned(), spaced.clone())]);
    // Not even on another day, and not after taking in what another tab did.
    let mut tab = Tab::open_at(&shelf, NOW + DAY);
    assert_eq!(tab.save(), KEPT);
    let spaced_more = spaced.replace(": ", ":  ");
    shelf.put(KEY, &spaced_more).unwrap();
    assert_eq!(tab.save(), KEPT);
    assert_eq!(shelf.all(), [(KEY.to_owned(), spaced_more)]);
}

#[test]
fn two_tabs_keep_what_both_did() {
    let shelf = TestShelf::of(&[]);
    let (mut one, mut other) = (Tab::open(&shelf), Tab::open(&shelf));
    assert_eq!(one.tick(1, 10), KEPT);
    let both = other.tick(2, 20).expect("kept").ledger.expect("what the other tab did");
    assert_eq!(ticks(&both), [first(1), first(2)], "saving brings what the other tab did");
    // This tab still thinks that 1.2 is open; keeping that must not take the other's tick away.
    assert!(one.tick(3, 30).is_ok());
    assert_eq!(ticks(&reopened(&shelf)), [first(1), first(2), first(3)]);
}

#[test]
fn two_tabs_write_of_the_same_measure() {
    #[track_caller]
    fn check(other_field: Field, other_text: &str, later: Moment, said: &[(Field, &str)]) {
        let shelf = TestShelf::of(&[]);
        let (mut one, mut other) = (Tab::open(&shelf), Tab::open(&shelf));
        assert!(one.write(1, Field::Progress, "甲").is_ok());
        other.now += later;
        assert!(other.write(1, other_field, other_text).is_ok());
        assert!(one.save().is_ok());
        for (tab, ledger) in [("one", &one.ledger), ("other", &other.ledger), ("a third", &reopened(&shelf))] {
            for (field, text) in said {
                assert_eq!(ledger.value(Party::Coordinator, measure(1, 1), *field), *text, "{field:?} in {tab} tab");
            }
        }
    }
    // Different fields: both stay. The same field: what was written later.
    check(Field::Problem, "乙", 5, &[(Field::Progress, "甲"), (Field::Problem, "乙")]);
    check(Field::Status, "done", 5, &[(Field::Progress, "甲"), (Field::Status, "done")]);
    check(Field::Actual(1), "10", 0, &[(Field::Progress, "甲"), (Field::Actual(1), "10")]);
    check(Field::Progress, "乙", 5, &[(Field::Progress, "乙")]);
    check(Field::Progress, "乙", DAY, &[(Field::Progress, "乙")]);

    // Letter by letter, each tab saving after each: the last letter typed is the last said, in both.
    let shelf = TestShelf::of(&[]);
    let (mut one, mut other) = (Tab::open(&shelf), Tab::open(&shelf));
    for n in 1..10 {
        one.now += 2;
        other.now = one.now + 1;
        assert!(one.write(1, Field::Progress, &"甲".repeat(n)).is_ok());
        assert!(other.write(1, Field::Progress, &"乙".repeat(n)).is_ok());
    }
    assert!(one.save().is_ok());
    assert_eq!(one.says(1, Field::Progress), "乙".repeat(9));
    assert_eq!(one.ledger, other.ledger);
    assert_eq!(reopened(&shelf), one.ledger);
}

#[test]
fn an_old_tab_does_not_bring_back_what_was_emptied() {
    let shelf = TestShelf::of(&[]);
    let mut one = Tab::open(&shelf);
    assert_eq!(one.tick(1, 10), KEPT);
    let mut old = Tab::open(&shelf);
    one.ledger.clear(NOW + 20);
    assert_eq!(one.save(), KEPT);
    assert!(old.tick(2, 30).is_ok());
    assert_eq!(ticks(&old.ledger), [first(2)]);
    assert_eq!(ticks(&reopened(&shelf)), [first(2)]);
}

#[test]
fn what_cannot_be_read_is_put_aside_as_it_was() {
    for damaged in [
        "",
        " ",
        "hello",
        "{\"format\":",
        "{}",
        "null",
        &text(&[1])[..40],
        &text(&[1]).replace("haidong", "xining"),
        &text(&[1]).replace("status", "later"),
    ] {
        let shelf = TestShelf::of(&[(KEY, damaged)]);
        let outcome = Keeper::new(plan()).load(&shelf, plan(), NOW);
        assert_eq!(outcome, Ok(Outcome { aside: vec![aside(ASIDE, damaged)], ..Outcome::default() }), "{damaged:?}");
        assert_eq!(shelf.all(), [(ASIDE.to_owned(), damaged.to_owned())]);
        let mut tab = Tab::open(&shelf);
        assert_eq!(tab.asides(), [aside(ASIDE, damaged)]);
        assert_eq!(tab.asides()[0].date(), "2021-09-30T16:00:00+08:00");
        // And its place is free.
        assert_eq!(tab.tick(2, 5), KEPT);
        assert_eq!(shelf.all(), [(ASIDE.to_owned(), damaged.to_owned()), (KEY.to_owned(), text(&[2]))]);
    }
}

#[test]
fn what_another_program_damages_meanwhile_is_put_aside_by_the_next_save() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), KEPT);
    shelf.put(KEY, "hello").unwrap();
    assert_eq!(tab.tick(2, 5), Ok(Outcome { aside: vec![aside(ASIDE, "hello")], ..Outcome::default() }));
    assert_eq!(ticks(&reopened(&shelf)), [first(1), first(2)]);
    assert_eq!(tab.asides(), [aside(ASIDE, "hello")]);
    assert_eq!(tab.tick(3, 5), KEPT, "and is told once");
}

#[test]
fn what_was_put_aside_is_never_overwritten() {
    #[track_caller]
    fn check(tab: &Tab, texts: &[&str]) {
        assert_eq!(tab.asides().iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), texts);
    }
    let shelf = TestShelf::of(&[]);
    for text in ["first", "second", "third"] {
        shelf.put(KEY, text).unwrap();
        assert_eq!(reopened(&shelf), Ledger::default());
    }
    // All of one second, in order.
    check(&Tab::open(&shelf), &["first", "second", "third"]);
    // Of another day, and the same text again.
    shelf.put(KEY, "first").unwrap();
    let key = "yaodian/haidong-2021/aside/2021-10-01T08:00:00+08:00";
    let outcome = Keeper::new(plan()).load(&shelf, plan(), NOW + 16 * 3_600_000);
    assert_eq!(outcome, Ok(Outcome { aside: vec![aside(key, "first")], ..Outcome::default() }));
    check(&Tab::open(&shelf), &["first", "second", "third", "first"]);
    assert_eq!(Tab::open(&shelf).asides()[3].key, key);
    // Of both releases at once.
    let shelf = TestShelf::of(&[(KEY_V1, "old"), (KEY, "new")]);
    let outcome = Keeper::new(plan()).load(&shelf, plan(), NOW).expect("read");
    assert_eq!(outcome.aside.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), ["old", "new"]);
    check(&Tab::open(&shelf), &["old", "new"]);
}

#[test]
fn what_cannot_be_put_aside_keeps_its_place() {
    for key in [KEY, KEY_V1] {
        let shelf = TestShelf::of(&[(key, "hello")]);
        shelf.fill();
        let mut tab = Tab::open(&shelf);
        assert_eq!(tab.load(), Err(NotKept::Full));
        assert_eq!(tab.tick(1, 5), Err(NotKept::Full));
        assert_eq!(shelf.all(), [(key.to_owned(), "hello".to_owned())]);
        assert_eq!(ticks(&tab.ledger), [first(1)], "the page works on");
        shelf.room.set(usize::MAX);
        assert!(tab.load().is_ok() && tab.save().is_ok());
        assert_eq!(shelf.all(), [(ASIDE.to_owned(), "hello".to_owned()), (KEY.to_owned(), text(&[1]))]);
    }
}

#[test]
fn a_failed_save_changes_nothing_and_the_next_one_keeps_all() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), KEPT);
    let before = shelf.all();
    shelf.fill();
    assert_eq!(tab.tick(2, 5), Err(NotKept::Full));
    assert_eq!(shelf.all(), before);
    shelf.blocked.set(true);
    assert_eq!(tab.tick(3, 5), Err(NotKept::Blocked));
    assert_eq!(tab.load(), Err(NotKept::Blocked));
    assert_eq!(tab.asides(), []);
    assert_eq!(tab.snapshots(), []);
    assert_eq!(tab.keeper.filed(&shelf), 0);
    assert_eq!(tab.keeper.set_filed(&shelf, 5), Err(NotKept::Blocked));
    assert_eq!(tab.keeper.drop_aside(&shelf, ASIDE), Err(NotKept::Blocked));
    assert_eq!(tab.keeper.drop_all(&shelf), Err(NotKept::Blocked));
    assert_eq!(tab.keeper.keep_snapshot(&shelf, "2021-09-30", ""), Err(NotKept::Blocked));
    assert_eq!(shelf.all(), before);
    shelf.mend();
    assert_eq!(tab.tick(4, 5), KEPT);
    assert_eq!(ticks(&reopened(&shelf)), [first(1), first(2), first(3), first(4)]);
}

/// The save that fails has already read what the other tab did; the one after it must not take that for its own.
#[test]
fn what_another_tab_did_outlives_a_failed_save() {
    let shelf = TestShelf::of(&[]);
    let (mut one, mut other) = (Tab::open(&shelf), Tab::open(&shelf));
    assert_eq!(one.tick(1, 10), KEPT);
    shelf.fill();
    assert_eq!(other.tick(2, 20), Err(NotKept::Full));
    shelf.mend();
    assert!(other.tick(3, 30).is_ok());
    assert_eq!(ticks(&reopened(&shelf)), [first(1), first(2), first(3)]);
    assert_eq!(ticks(&other.ledger), [first(1), first(2), first(3)]);
}

#[test]
fn what_a_newer_version_keeps_is_left_alone() {
    let newer = text(&[1]).replace("\"version\":4", "\"version\":5,\"notes\":{}");
    for key in [KEY, KEY_V1] {
        let shelf = TestShelf::of(&[(key, &newer)]);
        let mut tab = Tab::open(&shelf);
        assert_eq!(tab.load(), Err(NotKept::Newer));
        assert_eq!(shelf.all(), [(key.to_owned(), newer.clone())]);
    }
    let shelf = TestShelf::of(&[(KEY, &newer)]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(2, 5), Err(NotKept::Newer));
    tab.now += DAY;
    assert_eq!(tab.tick(3, 5), Err(NotKept::Newer), "also on the next day");
    assert_eq!(shelf.all(), [(KEY.to_owned(), newer.clone())]);
    // Also where it comes while the page is open.
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), KEPT);
    shelf.put(KEY, &newer).unwrap();
    assert_eq!(tab.tick(2, 5), Err(NotKept::Newer));
    assert_eq!(tab.tick(3, 5), Err(NotKept::Newer));
    assert_eq!(shelf.all(), [(KEY.to_owned(), newer)]);
}

/// "The shelf is then as it was": nothing is put aside that nobody is told of.
#[test]
fn a_failed_load_leaves_the_shelf_as_it_was() {
    let newer = text(&[1]).replace("\"version\":4", "\"version\":5");
    let shelf = TestShelf::of(&[(KEY_V1, "damaged"), (KEY, &newer)]);
    let before = shelf.all();
    assert_eq!(Keeper::new(plan()).load(&shelf, plan(), NOW), Err(NotKept::Newer));
    assert_eq!(shelf.all(), before);
}

#[test]
fn what_others_keep_on_the_same_shelf_is_never_touched() {
    let others = [
        ("another-page", "hello"),
        (settings::KEY, "en dark"),
        ("yaodian/haidong-2021", "hello"),
        ("yaodian/haidong-2021/aside", "hello"),
        ("yaodian/haidong-2021/asides/1", "hello"),
        ("yaodian/haidong-2021/snapshot", "hello"),
        ("yaodian/haidong-2021/snapshots/2021-09-29", "hello"),
        ("yaodian/haidong-2021/ledger/v5", "hello"),
        ("yaodian/haidong-2022/filed", "5"),
        ("yaodian/haidong-2022/ledger/v1", "hello"),
        ("yaodian/haidong-2022/ledger/v2", "hello"),
        ("yaodian/haidong-2022/aside/2021-09-30T16:00:00+08:00", "hello"),
        ("yaodian/haidong-2022/snapshot/2021-09-29", "hello"),
    ];
    let shelf = TestShelf::of(&others);
    shelf.put(KEY, "damaged").unwrap();
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(1, 5), KEPT);
    assert_eq!(tab.asides(), [aside(ASIDE, "damaged")], "only this plan's");
    assert_eq!(tab.snapshots(), [], "only this plan's");
    tab.ledger.clear(NOW + 10);
    assert_eq!(tab.save(), KEPT);
    let before = shelf.all();
    for (key, _) in others.iter().chain(&[(KEY, ""), ("", "")]) {
        assert_eq!(tab.keeper.drop_aside(&shelf, key), Ok(()));
        assert_eq!(shelf.all(), before, "{key} is nothing that was put aside");
    }
    assert_eq!(tab.keeper.drop_aside(&shelf, ASIDE), Ok(()));
    assert_eq!(tab.asides(), []);
    // Snapshots of many days, and room running out: still nobody else's.
    for day in 1..20 {
        tab.now = NOW + day * DAY;
        shelf.leave(if day % 3 == 0 { 10 } else { usize::MAX / 2 });
        let _ = tab.write(1, Field::Progress, &"文".repeat(usize::try_from(day).unwrap()));
        shelf.mend();
    }
    assert!(!tab.snapshots().is_empty());
    assert_eq!(tab.keeper.drop_all(&shelf), Ok(()));
    for (key, text) in others {
        assert_eq!(shelf.text(key).as_deref(), Some(text), "{key}");
    }
    assert_eq!(shelf.all().len(), others.len() + 1, "they and the ledger");
}

#[test]
fn what_stands_beside_the_ledger_is_taken_away_and_the_ledger_stays() {
    let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE)]);
    let mut tab = Tab::open(&shelf);
    assert!(tab.tick(4, 5).is_ok());
    shelf.put("yaodian/haidong-2021/aside/2021-09-01T00:00:00+08:00", "damaged").unwrap();
    assert_eq!(tab.keeper.keep_snapshot(&shelf, "2021-09-29", &text(&[1])), Ok(()));
    assert_eq!(tab.keeper.set_filed(&shelf, NOW), Ok(()));
    assert_eq!(shelf.all().len(), 5);
    let ledger = shelf.text(KEY);
    assert_eq!(tab.keeper.drop_all(&shelf), Ok(()));
    assert_eq!(shelf.all(), [(KEY.to_owned(), ledger.expect("the ledger"))]);
    assert_eq!(tab.keeper.filed(&shelf), 0);
    assert_eq!(ticks(&reopened(&shelf)).len(), 3, "what the first release kept has long been taken over");
}

#[test]
fn what_was_taken_away_beside_the_ledger_comes_back() {
    let at = |rest: &str| format!("yaodian/haidong-2021/{rest}");
    let beside = ["aside/2021-09-01T00:00:00+08:00", "filed", "snapshot/2021-09-28", "snapshot/2021-09-29"].map(at);
    let receipt = at("receipt/1633075200000-9c1e");
    let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE), ("another page's", "own")]);
    let mut tab = Tab::open(&shelf);
    assert!(tab.tick(4, 5).is_ok());
    for key in &beside {
        shelf.lay(key, "5");
    }
    shelf.lay(&receipt, "5");
    let before = shelf.all();
    assert_eq!(tab.keeper.drop_all(&shelf), Ok(()));
    assert_eq!(shelf.all().len(), 2, "the ledger and another page's");
    tab.keeper.restore_all(&shelf);
    assert_eq!(shelf.all(), before, "all of it, as it was");
    tab.keeper.restore_all(&shelf);
    assert_eq!(shelf.all(), before, "once");

    // Taken away twice, it comes back the same way; what was put there anew meanwhile stays.
    assert_eq!(tab.keeper.drop_all(&shelf), Ok(()));
    shelf.lay(&beside[1], "6");
    shelf.lay(&at("snapshot/2021-09-30"), "6");
    let between = shelf.all();
    assert_eq!(tab.keeper.drop_all(&shelf), Ok(()));
    tab.keeper.restore_all(&shelf);
    assert_eq!(shelf.all(), between);
    tab.keeper.restore_all(&shelf);
    assert_eq!(shelf.all().len(), before.len() + 1);
    assert_eq!(shelf.text(&beside[1]).as_deref(), Some("6"));

    // Where there is no room for all, what could not be read comes first, and of the snapshots the newest.
    let [aside, _, old, new] = beside.each_ref().map(|key| shelf.text(key));
    shelf.lay(&at("snapshot/2021-09-30"), &"long".repeat(1000));
    assert_eq!(tab.keeper.drop_all(&shelf), Ok(()));
    shelf.leave(250);
    tab.keeper.restore_all(&shelf);
    assert_eq!(beside.each_ref().map(|key| shelf.text(key)), [aside, Some("6".into()), old, new]);
    assert_eq!(shelf.text(&at("snapshot/2021-09-30")), None, "there is no room for it");
}

#[test]
fn a_shelf_that_breaks_down_while_things_are_taken_away_gets_them_back() {
    let snapshot = "yaodian/haidong-2021/snapshot/2021-09-28";
    let shelf = TestShelf::of(&[(KEY, &text(&[2])), (snapshot, "old"), (ASIDE, "damaged"), (FILED, "5")]);
    let before = shelf.all();
    for changes in 0..4 {
        let mut tab = Tab::open(&shelf);
        shelf.changes.set(changes);
        let dropped = tab.keeper.drop_all(&shelf);
        assert_eq!(dropped.is_ok(), changes == 3, "{changes}");
        shelf.mend();
        tab.keeper.restore_all(&shelf);
        assert_eq!(shelf.all(), before, "broken down after {changes}");
    }
}

#[test]
fn what_was_saved_to_a_file_is_remembered() {
    let shelf = TestShelf::of(&[]);
    let keeper = Keeper::new(plan());
    assert_eq!(keeper.filed(&shelf), 0);
    for moment in [5, NOW, u64::MAX] {
        assert_eq!(keeper.set_filed(&shelf, moment), Ok(()));
        assert_eq!(keeper.filed(&shelf), moment);
    }
    assert_eq!(shelf.keys_there(), [FILED]);
    for text in ["", "yesterday", "-1", "1.5", "18446744073709551616"] {
        shelf.put(FILED, text).unwrap();
        assert_eq!(keeper.filed(&shelf), 0, "{text:?}");
    }
    shelf.fill();
    assert_eq!(keeper.set_filed(&shelf, u64::MAX - 1), Ok(()), "in its place it needs no more room");
    shelf.remove(FILED).unwrap();
    shelf.fill();
    assert_eq!(keeper.set_filed(&shelf, NOW), Err(NotKept::Full));
}

#[test]
fn what_the_first_release_kept_is_taken_over_and_left_as_it_is() {
    let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE)]);
    let mut tab = Tab::open(&shelf);
    let locality = MarkKey::Placed(Party::Locality(0), measure(1, 3));
    assert_eq!(ticks(&tab.ledger), [first(1), locality.clone()]);
    assert_eq!(shelf.all(), [(KEY_V1.to_owned(), OF_THE_FIRST_RELEASE.to_owned())], "opening writes nothing");
    // The first save writes all of it in the present form.
    assert_eq!(tab.write(1, Field::Progress, "甲"), KEPT);
    assert_eq!(shelf.text(KEY_V1).as_deref(), Some(OF_THE_FIRST_RELEASE));
    let saved = shelf.text(KEY).expect("the present form");
    assert_eq!(ledger_file::read(&saved, plan()), Ok(tab.ledger.clone()));
    assert_eq!(reopened(&shelf), tab.ledger);
    // What is taken back or emptied then does not come back with the old form.
    assert_eq!(tab.set(ticking(first(1), false)), KEPT);
    assert_eq!(ticks(&reopened(&shelf)), [locality]);
    tab.ledger.clear(NOW + DAY);
    assert!(tab.save().is_ok());
    assert_eq!(ticks(&reopened(&shelf)), []);
    assert_eq!(shelf.text(KEY_V1).as_deref(), Some(OF_THE_FIRST_RELEASE));
}

#[test]
fn what_an_old_tab_of_the_first_release_ticks_later_is_merged_at_the_next_load() {
    let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE)]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(4, 0), KEPT);
    assert_eq!(tab.set(ticking(first(1), false)), KEPT);
    // An old tab, still open, ticks 1.2 and, knowing nothing of it, keeps 1.1 ticked as before.
    let ticked = r#""1.2":{"done":true,"at":1632992400000}"#;
    let later = OF_THE_FIRST_RELEASE.replace(r#""1.2":{"done":false,"at":1632963600001}"#, ticked);
    assert_ne!(later, OF_THE_FIRST_RELEASE);
    shelf.put(KEY_V1, &later).unwrap();
    let mut tab = Tab::open(&shelf);
    let expected = [first(2), MarkKey::Placed(Party::Locality(0), measure(1, 3)), first(4)];
    assert_eq!(ticks(&tab.ledger), expected);
    assert_eq!(tab.save(), KEPT);
    assert_eq!(shelf.text(KEY_V1), Some(later));
    let saved = shelf.text(KEY).expect("the present form");
    assert_eq!(ledger_file::read(&saved, plan()).as_ref().map(ticks), Ok(expected.to_vec()));
}

#[test]
fn what_the_first_release_kept_and_is_damaged_is_put_aside() {
    let damaged = &OF_THE_FIRST_RELEASE[..100];
    let shelf = TestShelf::of(&[(KEY_V1, damaged), (KEY, &text(&[2]))]);
    let outcome = Keeper::new(plan()).load(&shelf, plan(), NOW).expect("read");
    assert_eq!(outcome.aside, [aside(ASIDE, damaged)]);
    assert_eq!(outcome.ledger.as_ref().map(ticks), Some(vec![first(2)]), "the present form is read all the same");
    assert_eq!(shelf.all(), [(ASIDE.to_owned(), damaged.to_owned()), (KEY.to_owned(), text(&[2]))]);
    // And the other way round.
    let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE), (KEY, damaged)]);
    let tab = Tab::open(&shelf);
    assert_eq!(tab.asides(), [aside(ASIDE, damaged)]);
    assert_eq!(ticks(&tab.ledger).len(), 2);
    assert_eq!(shelf.keys_there(), [ASIDE, KEY_V1]);
}

#[test]
fn of_every_earlier_day_the_last_state_is_kept_as_a_snapshot() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    let mut last_states = Vec::new();
    for day in 0..12 {
        tab.now = NOW + day * DAY;
        for (n, text) in ["早", "午", "晚"].into_iter().enumerate() {
            let outcome = tab.write(1, Field::Progress, &format!("第{day}天{text}")).expect("kept");
            assert_eq!(outcome.snapshot, day > 0 && n == 0, "day {day}, {text}: the first save of the day makes it");
        }
        last_states.push(shelf.text(KEY).expect("the ledger"));
    }
    let snapshots = tab.snapshots();
    assert_eq!(snapshots.len(), SNAPSHOTS, "the oldest are dropped");
    // The last state is no snapshot yet.
    let texts: Vec<&String> = snapshots.iter().map(|snapshot| &snapshot.text).collect();
    assert_eq!(texts, last_states[11 - SNAPSHOTS..11].iter().collect::<Vec<_>>());
    let dates: Vec<&str> = snapshots.iter().map(Stored::date).collect();
    let days = ["04", "05", "06", "07", "08", "09", "10"];
    assert_eq!(dates, days.map(|day| format!("2021-10-{day}")));
    assert_eq!(snapshots[0].key, "yaodian/haidong-2021/snapshot/2021-10-04");
    for snapshot in &snapshots {
        assert!(ledger_file::read(&snapshot.text, plan()).is_ok_and(|ledger| ledger.marks().len() == 1));
    }
}

#[test]
fn a_snapshot_is_of_what_is_on_the_shelf_and_made_once_a_day() {
    let shelf = TestShelf::of(&[]);
    let (mut one, mut other) = (Tab::open(&shelf), Tab::open(&shelf));
    assert_eq!(one.tick(1, 5), KEPT);
    assert!(other.tick(2, 6).is_ok());
    let last_state = shelf.text(KEY).expect("the ledger");
    // The tab that had not seen the other's last tick is the first to save on the next day.
    one.now = NOW + DAY;
    assert!(one.tick(3, 0).expect("kept").snapshot);
    let snapshot = aside("yaodian/haidong-2021/snapshot/2021-09-30", &last_state);
    assert_eq!(one.snapshots(), std::slice::from_ref(&snapshot));
    other.now = NOW + DAY + 1;
    assert!(!other.tick(4, 0).expect("kept").snapshot, "one tab has made it already");
    assert_eq!(other.snapshots(), std::slice::from_ref(&snapshot));
    // A page opened on another day that only looks makes none.
    assert_eq!(Tab::open_at(&shelf, NOW + 5 * DAY).save(), KEPT);
    assert_eq!(one.snapshots(), [snapshot]);
    // Midnight is China's: a moment before it is the same day.
    let shelf = TestShelf::of(&[]);
    let midnight = NOW + 8 * 3_600_000;
    let mut tab = Tab::open_at(&shelf, midnight - 2);
    assert_eq!(tab.tick(1, 0), KEPT);
    tab.now = midnight - 1;
    assert_eq!(tab.tick(2, 0), KEPT);
    tab.now = midnight;
    assert!(tab.tick(3, 0).expect("kept").snapshot);
    assert_eq!(tab.snapshots().iter().map(Stored::date).collect::<Vec<_>>(), ["2021-09-30"]);
}

/// A clock that was ahead, or another machine's, has left changes of tomorrow.
#[test]
fn a_day_to_come_is_no_earlier_day() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open_at(&shelf, NOW + DAY);
    assert_eq!(tab.tick(1, 0), KEPT);
    tab.now = NOW;
    assert_eq!(tab.tick(2, 0), KEPT);
    assert_eq!(tab.snapshots(), []);
}

#[test]
fn a_snapshot_of_a_moment_is_kept_beside_those_of_days() {
    let shelf = TestShelf::of(&[]);
    let keeper = Keeper::new(plan());
    for date in ["2021-09-30T16:00:00+08:00", "2021-09-29", "2021-09-30"] {
        assert_eq!(keeper.keep_snapshot(&shelf, date, date), Ok(()));
    }
    let dates = |shelf| keeper.snapshots(shelf).into_iter().map(|snapshot| snapshot.text).collect::<Vec<_>>();
    assert_eq!(dates(&shelf), ["2021-09-29", "2021-09-30", "2021-09-30T16:00:00+08:00"], "oldest first");
    for day in 1..SNAPSHOTS {
        assert_eq!(keeper.keep_snapshot(&shelf, &format!("2021-10-0{day}"), "later"), Ok(()));
    }
    assert_eq!(dates(&shelf)[0], "2021-09-30T16:00:00+08:00", "the oldest two have given way");
    assert_eq!(dates(&shelf).len(), SNAPSHOTS);
}

/// A tab with snapshots of three days, on the day after them.
fn with_snapshots(shelf: &TestShelf) -> Tab<'_> {
    let mut tab = Tab::open(shelf);
    for day in 0..4 {
        tab.now = NOW + day * DAY;
        assert!(tab.write(1, Field::Progress, &format!("第{day}天")).is_ok());
    }
    assert_eq!(tab.snapshots().len(), 3);
    tab
}

#[test]
fn where_there_is_no_room_snapshots_give_way_but_not_the_newest() {
    let shelf = TestShelf::of(&[]);
    let mut tab = with_snapshots(&shelf);
    let newest = tab.snapshots().remove(2);
    shelf.fill();
    assert_eq!(tab.write(1, Field::Problem, "資金不到位"), KEPT);
    assert_eq!(tab.snapshots().last(), Some(&newest));
    assert!(tab.snapshots().len() < 3);
    assert_eq!(reopened(&shelf), tab.ledger);
    // Until nothing is left to give way: then it is said, and all is as it was.
    let mut before = shelf.all();
    let mut text = String::from("資金不到位");
    while tab.write(1, Field::Problem, &text).is_ok() {
        before = shelf.all();
        text += "，資金不到位";
        assert!(text.len() < 10_000, "there is no end to the room");
    }
    assert_eq!(tab.save(), Err(NotKept::Full));
    assert_eq!(tab.snapshots(), std::slice::from_ref(&newest));
    assert_eq!(shelf.text(KEY), before.iter().find(|(key, _)| key == KEY).map(|(_, text)| text.clone()));
    shelf.mend();
    assert_eq!(tab.save(), KEPT);
    assert_eq!(reopened(&shelf).value(Party::Coordinator, measure(1, 1), Field::Problem), text);
}

/// A week of snapshots, each of some length.
fn with_a_week(shelf: &TestShelf) -> Tab<'_> {
    let mut tab = Tab::open(shelf);
    for day in 0..=7 {
        tab.now = NOW + day * DAY;
        assert!(tab.write(1, Field::Progress, &format!("第{day}天，{}", "正在推進。".repeat(20))).is_ok());
    }
    assert_eq!(tab.snapshots().len(), SNAPSHOTS);
    tab
}

#[test]
fn snapshots_give_way_one_at_a_time_and_only_where_it_helps() {
    /// Near the limit of storage so much is typed; so many snapshots are left.
    #[track_caller]
    fn check(room: usize, typed: usize, left: usize, kept: bool) {
        let shelf = TestShelf::of(&[]);
        let mut tab = with_a_week(&shelf);
        let before = tab.snapshots();
        shelf.leave(room);
        let saved = tab.write(2, Field::Problem, &"x".repeat(typed));
        assert_eq!(saved.is_ok(), kept, "{typed} typed where {room} fit: {saved:?}");
        assert_eq!(
            tab.snapshots(),
            before[SNAPSHOTS - left..],
            "{typed} typed where {room} fit: the newest stay as they were"
        );
    }
    // As much as so many of the snapshots take up, oldest first.
    let taken_up = |count: usize| {
        let shelf = TestShelf::of(&[]);
        let snapshots = with_a_week(&shelf).snapshots();
        snapshots[..count].iter().map(|stored| units(&stored.key) + units(&stored.text)).sum::<usize>()
    };
    check(400, 10, SNAPSHOTS, true);
    check(10, 10, SNAPSHOTS - 1, true);
    check(10, taken_up(1) - 200, SNAPSHOTS - 1, true);
    check(10, taken_up(2) - 200, SNAPSHOTS - 2, true);
    check(10, taken_up(SNAPSHOTS - 1) - 200, 1, true);
    // What cannot be kept at all drops nothing.
    check(10, taken_up(SNAPSHOTS - 1) + 200, SNAPSHOTS, false);
}

/// The ledger holds what earlier releases kept: it gives way before any snapshot does, and comes back if that does not help.
#[test]
fn what_an_earlier_release_kept_gives_way_first() {
    #[track_caller]
    fn check(typed: usize, keys: &[&str], kept: bool) {
        let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE)]);
        let mut tab = Tab::open(&shelf);
        assert_eq!(tab.save().map(|_| ()), Ok(()));
        shelf.leave(10);
        assert_eq!(tab.write(2, Field::Problem, &"x".repeat(typed)).is_ok(), kept, "{typed} typed");
        assert_eq!(shelf.keys_there(), keys, "{typed} typed");
        shelf.mend();
        assert_eq!(tab.save().map(|_| ()), Ok(()));
        assert_eq!(reopened(&shelf), tab.ledger, "nothing of it is lost");
    }
    check(0, &[KEY_V1, KEY], true);
    check(50, &[KEY], true);
    check(10_000, &[KEY_V1, KEY], false);
}

#[test]
fn a_snapshot_that_finds_no_room_is_not_worth_failing_for() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.write(1, Field::Progress, "甲乙丙丁"), KEPT);
    shelf.fill();
    tab.now = NOW + DAY;
    // In the same room: nothing of the text of the day before is left but its length.
    tab.ledger.clear(tab.now);
    assert_eq!(tab.save(), KEPT);
    assert_eq!(tab.snapshots(), []);
    assert_eq!(reopened(&shelf), tab.ledger);
}

/// Room for the snapshot or for what was just typed, but not for both: what was typed is what counts.
#[test]
fn a_snapshot_is_never_in_the_way_of_the_save_that_makes_it() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.write(1, Field::Progress, "甲"), KEPT);
    let key = "yaodian/haidong-2021/snapshot/2021-09-30";
    let snapshot = units(key) + units(&shelf.text(KEY).expect("the ledger"));
    for more in [0, 5, 20] {
        shelf.leave(snapshot + more);
        tab.now = NOW + DAY;
        let ledger = tab.ledger.clone();
        let saved = tab.write(1, Field::Problem, "資金不到位，正在協調");
        assert!(saved.is_ok(), "with room for the snapshot and {more} more: {saved:?}");
        assert_eq!(reopened(&shelf), tab.ledger);
        // Again from the day before.
        shelf.mend();
        shelf.remove(key).unwrap();
        shelf.put(KEY, &ledger_file::write(&ledger, plan())).unwrap();
        tab = Tab::open(&shelf);
    }
}

#[test]
fn what_is_put_aside_finds_room_where_snapshots_stand() {
    let shelf = TestShelf::of(&[]);
    let mut tab = with_snapshots(&shelf);
    shelf.put(KEY, "damaged and of some length").unwrap();
    shelf.fill();
    let asides = tab.tick(2, 0).expect("kept").aside;
    assert_eq!(asides.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), ["damaged and of some length"]);
    assert_eq!(tab.asides(), asides);
    assert_eq!(reopened(&shelf), tab.ledger);
}

#[test]
fn room_that_runs_out_in_the_middle_of_a_word_loses_nothing_that_fitted() {
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.tick(2, 0), KEPT);
    assert_eq!(tab.write(1, Field::Problem, "資金"), KEPT);
    shelf.leave(100);
    let mut typed = String::new();
    let mut fitted = String::new();
    for letter in "正在推進".repeat(12).chars() {
        typed.push(letter);
        match tab.write(1, Field::Progress, &typed) {
            Ok(outcome) => {
                assert_eq!(outcome, Outcome::default());
                fitted.clone_from(&typed);
            }
            Err(why) => assert_eq!(why, NotKept::Full),
        }
        let there = reopened(&shelf);
        assert_eq!(there.value(Party::Coordinator, measure(1, 1), Field::Progress), fitted);
        assert_eq!(there.value(Party::Coordinator, measure(1, 1), Field::Problem), "資金");
        assert_eq!(ticks(&there), [first(2)]);
    }
    assert!(!fitted.is_empty() && fitted != typed, "the room ran out in the middle: {fitted}");
    assert_eq!(tab.says(1, Field::Progress), typed, "the page works on");
    // A shorter text fits again, and with room the whole.
    assert_eq!(tab.write(1, Field::Progress, "正"), KEPT);
    assert_eq!(reopened(&shelf), tab.ledger);
    shelf.mend();
    assert_eq!(tab.write(1, Field::Progress, &typed), KEPT);
    assert_eq!(reopened(&shelf), tab.ledger);
}

#[test]
fn storage_emptied_by_another_tab_in_the_middle_of_a_word_is_filled_again() {
    let shelf = TestShelf::of(&[(KEY_V1, OF_THE_FIRST_RELEASE)]);
    let mut tab = Tab::open(&shelf);
    assert_eq!(tab.write(1, Field::Progress, "正"), KEPT);
    shelf.empty();
    assert_eq!(tab.write(1, Field::Progress, "正在"), KEPT);
    assert_eq!(shelf.keys_there(), [KEY]);
    let there = reopened(&shelf);
    assert_eq!(there, tab.ledger);
    assert_eq!(said(&there).len(), 3, "the ticks of the first release too");
    // Also where nothing is typed after it.
    shelf.empty();
    assert_eq!(tab.save(), KEPT);
    assert_eq!(reopened(&shelf), tab.ledger);
    // Another tab deletes on purpose, which is a change: that stays deleted.
    let mut other = Tab::open(&shelf);
    other.ledger.clear(NOW + 5);
    assert_eq!(other.save(), KEPT);
    tab.now = NOW + 10;
    assert!(tab.write(1, Field::Problem, "資金").is_ok());
    assert_eq!(said(&tab.ledger).into_values().collect::<Vec<_>>(), ["資金"]);
}

/// What can be found on a shelf, and what then is done to it.
struct Story {
    name: &'static str,
    texts: Vec<(&'static str, String)>,
    /// How much more room there is.
    room: usize,
    act: fn(&mut Tab),
}

fn stories() -> Vec<Story> {
    const SNAPSHOT: &str = "yaodian/haidong-2021/snapshot/2021-09-28";
    const SNAPSHOT2: &str = "yaodian/haidong-2021/snapshot/2021-09-29";
    const LONG: &str = "正在推進，正在推進，正在推進，正在推進，正在推進，正在推進";
    let of_the_day_before = || {
        let mut ledger = Ledger::default();
        ledger.set(ticking(first(2), true), NOW - DAY);
        ledger_file::write(&ledger, plan())
    };
    let first_release = || OF_THE_FIRST_RELEASE.to_owned();
    let tick: fn(&mut Tab) = |tab| _ = tab.tick(3, 0);
    let write: fn(&mut Tab) = |tab| _ = tab.write(3, Field::Progress, LONG);
    let with_old = |text: String| vec![(SNAPSHOT, "old".repeat(50)), (SNAPSHOT2, "old".repeat(50)), (KEY, text)];
    let story = |name, texts, room, act| Story { name, texts, room, act };
    let much = usize::MAX / 2;
    vec![
        story("nothing there", vec![], much, tick),
        story("a tick", vec![(KEY, text(&[2]))], much, tick),
        story("the first of a day", vec![(KEY, of_the_day_before())], much, tick),
        story("the first after the first release", vec![(KEY_V1, first_release())], much, tick),
        story("both releases", vec![(KEY_V1, first_release()), (KEY, text(&[2]))], much, tick),
        story("damaged", vec![(KEY, "damaged".into())], much, tick),
        story("both damaged", vec![(KEY_V1, "broken".into()), (KEY, "damaged".into())], much, tick),
        story("one damaged", vec![(KEY_V1, "broken".into()), (KEY, text(&[2]))], much, tick),
        story("the other damaged", vec![(KEY_V1, first_release()), (KEY, "damaged".into())], much, tick),
        story("no room", with_old(text(&[2])), 0, write),
        story("no room on a new day", with_old(of_the_day_before()), 0, write),
        story("emptied", vec![(KEY_V1, first_release()), (KEY, text(&[2]))], much, |tab| {
            tab.ledger.clear(NOW + 9);
            let _ = tab.save();
        }),
        story("all beside it taken away", with_old(text(&[2])), much, |tab| {
            let _ = tab.keeper.drop_all(tab.shelf);
            let _ = tab.tick(3, 0);
        }),
        story("damaged while it was open", vec![(KEY, text(&[2]))], much, |tab| {
            tab.shelf.lay(KEY, "damaged");
            let _ = tab.tick(3, 0);
        }),
    ]
}

/// Whenever the browser, the machine or the power fails: what is there when the page is opened again is what was kept
/// before or what was to be kept, and what could not be read is still somewhere.
#[test]
fn a_shelf_that_breaks_down_after_any_change_has_all_of_it_or_what_was_before() {
    for Story { name, texts, room, act } in stories() {
        let texts: Vec<(&str, &str)> = texts.iter().map(|(key, text)| (*key, text.as_str())).collect();
        let before = said(&reopened(&TestShelf::of(&texts)));
        let all = TestShelf::of(&texts);
        all.leave(room);
        let mut tab = Tab::open(&all);
        act(&mut tab);
        let after = said(&tab.ledger);
        all.mend();
        assert_eq!(said(&reopened(&all)), after, "{name}: all of it was kept");
        assert_ne!(before, after, "{name}");
        let mut broke = true;
        let mut changes = 0;
        while broke {
            let shelf = TestShelf::of(&texts);
            shelf.leave(room);
            shelf.changes.set(changes);
            act(&mut Tab::open(&shelf));
            broke = shelf.blocked.get();
            shelf.mend();
            let there = said(&reopened(&shelf));
            let what = format!("{name}, broken down after {changes} changes");
            // Where it broke down while it was damaged there is nothing to be read, but nothing is lost either.
            let nothing_readable = name.starts_with("damaged while") && there.is_empty();
            assert!(there == before || there == after || nothing_readable, "{what}: {there:?}");
            for unreadable in ["damaged", "broken"] {
                let was_there = texts.iter().any(|(_, text)| *text == unreadable);
                let is_there = shelf.all().iter().any(|(_, text)| text == unreadable);
                assert!(is_there || !was_there, "{what}: {unreadable} is lost");
            }
            changes += 1;
            assert!(changes < 50, "{name} has no end");
        }
        assert!(changes > 1, "{name}: nothing was changed");
    }
}

#[test]
fn ten_thousand_marks_are_kept_and_come_back() {
    let placed =
        plan().parties().flat_map(|party| plan().measures().map(move |measure| MarkKey::Placed(party, measure.id)));
    let unplaced =
        (0..).map(|n: u32| MarkKey::Unplaced { party: format!("unit:局{}", n % 97), measure: format!("{n}.1") });
    let keys: Vec<MarkKey> = placed.chain(unplaced).take(10_000).collect();
    let versions = keys.iter().zip(0..).flat_map(|(key, n): (_, u64)| {
        let status = Status::ALL[usize::try_from(n % 5).unwrap()].key();
        let text = format!("第{n}項：正在推進");
        [(Field::Status, status.to_owned(), n), (Field::Progress, text, n * DAY / 997)]
            .map(|(field, value, after)| (key.clone(), field, Version::at(NOW - DAY + after % DAY, value)))
    });
    let ledger = Ledger::new(versions, Stamp::default());
    assert_eq!(ledger.marks().len(), 10_000);
    let shelf = TestShelf::of(&[]);
    let mut tab = Tab::open(&shelf);
    tab.ledger = ledger.clone();
    assert_eq!(tab.save(), KEPT);
    assert_eq!(reopened(&shelf), ledger);
    // And one more keystroke, from another tab.
    let mut other = Tab::open(&shelf);
    assert!(other.write(1, Field::Problem, "資金").is_ok());
    assert_eq!(reopened(&shelf), other.ledger);
    assert_eq!(other.ledger.marks().len(), 10_000);
}

proptest! {
    /// Two tabs that write, forget to save, are opened again, on a shelf that is sometimes full: at the end, when both
    /// have saved, both show the same, and it is what every one of their changes merges to.
    #[test]
    fn no_tab_overwrites_newer_data(
        start in ledger(),
        acts in proptest::collection::vec((any::<bool>(), change(), moment(), 0_u8..3, any::<bool>()), 0..24),
    ) {
        let shelf = TestShelf::of(&[(KEY, &ledger_file::write(&start, plan()))]);
        let mut tabs = [Tab::open(&shelf), Tab::open(&shelf)];
        let mut everything = start;
        for (which, change, now, saves, full) in acts {
            if full {
                shelf.fill();
            }
            let tab = &mut tabs[usize::from(which)];
            tab.now = NOW + now % (9 * DAY);
            tab.ledger.set(change, now);
            everything.merge(&tab.ledger);
            if saves > 0 && tab.save().is_ok() {
                prop_assert_eq!(reopened(&shelf), tab.ledger.clone());
            }
            shelf.mend();
        }
        for which in [0, 1, 0] {
            prop_assert!(tabs[which].save().is_ok());
        }
        for tab in &tabs {
            prop_assert_eq!(&tab.ledger, &everything);
        }
        prop_assert_eq!(reopened(&shelf), everything);
        prop_assert!(tabs[0].snapshots().len() <= SNAPSHOTS);
    }
}
