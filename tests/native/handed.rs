//! What marks that were handed out bring to a browser that has marks already.

use crate::ledger::{ledger as any_ledger, measure, plan};
use proptest::prelude::*;
use yaodian::domain::handed::{brings, differs};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;

fn unit() -> Party {
    Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"))
}

/// A field of measure 2.1: of the unit's report, of what the coordinator says, and of what it settled for the unit.
fn place(what: &str) -> (MarkKey, Field) {
    let key = |party| MarkKey::Placed(party, measure(2, 1));
    match what {
        "report" => (key(unit()), Field::Progress),
        "sign-off" => (key(Party::Coordinator), Field::Status),
        "return" => (key(unit()), Field::Returned),
        other => panic!("{other} is no field"),
    }
}

fn set(ledger: &mut Ledger, what: &str, value: &str, now: Moment) {
    let (key, field) = place(what);
    ledger.set(Change { key, field, value: value.into() }, now);
}

fn says(ledger: &Ledger, what: &str) -> String {
    let (key, field) = place(what);
    ledger.versions(&key, field).first().map_or(String::new(), |version| version.value.clone())
}

#[test]
fn a_hand_out_brings_what_the_coordinator_says_and_empties_no_report() {
    /// What a unit has, what then happens at the coordinator, who had it brought together, and what the unit's browser says afterwards.
    #[track_caller]
    fn check(then: &dyn Fn(&mut Ledger, &mut Ledger), expected: [&str; 3]) {
        let mut mine = Ledger::default();
        set(&mut mine, "report", "甲", 10);
        let mut office = mine.clone();
        set(&mut office, "sign-off", "done", 20);
        set(&mut office, "return", "1 有誤", 20);
        mine.merge(&brings(&mine, &office));
        assert_eq!(["report", "sign-off", "return"].map(|what| says(&mine, what)), ["甲", "done", "1 有誤"]);
        then(&mut mine, &mut office);
        mine.merge(&brings(&mine, &office));
        assert_eq!(["report", "sign-off", "return"].map(|what| says(&mine, what)), expected);
        // Opened again it changes nothing.
        let before = mine.clone();
        mine.merge(&brings(&mine, &office));
        assert_eq!(mine, before);
    }
    // A receipt is taken back: the report is empty at the coordinator's, and nowhere else.
    check(&|_, office| set(office, "report", "", 30), ["甲", "done", "1 有誤"]);
    // It gives back what was said before, under a later stamp, and the unit says something else since.
    let back = |mine: &mut Ledger, office: &mut Ledger| {
        let (key, field) = place("report");
        let before = office.versions(&key, field).to_vec();
        set(mine, "report", "乙", 30);
        set(office, "report", "乙", 30);
        office.give_back(key, field, &before, 40);
        assert_eq!(says(office, "report"), "甲");
    };
    check(&back, ["乙", "done", "1 有誤"]);
    // All is emptied: what the coordinator said is gone, and no report.
    check(&|_, office| _ = office.clear(30), ["甲", "", ""]);
    // What it said is taken back, and said anew.
    check(&|_, office| set(office, "sign-off", "", 30), ["甲", "", "1 有誤"]);
    check(&|_, office| set(office, "return", "2 仍有誤", 30), ["甲", "done", "2 仍有誤"]);
    // It fills in for the unit, later than the unit wrote; or earlier: the unit keeps its own.
    check(&|_, office| set(office, "report", "丙", 30), ["甲", "done", "1 有誤"]);
    let both = |mine: &mut Ledger, office: &mut Ledger| {
        set(office, "report", "丙", 30);
        set(mine, "report", "乙", 40);
    };
    check(&both, ["乙", "done", "1 有誤"]);
    // What the unit emptied stays so.
    check(&|mine, _| set(mine, "report", "", 30), ["", "done", "1 有誤"]);
    // Who has nothing gets all.
    let mut office = Ledger::default();
    set(&mut office, "report", "甲", 10);
    assert_eq!(says(&brings(&Ledger::default(), &office), "report"), "甲");
}

/// Which reports the coordinator changed after the unit, which keeps its own.
#[test]
fn a_unit_is_told_what_the_coordinator_changed_for_it() {
    let mut mine = Ledger::default();
    set(&mut mine, "report", "甲", 10);
    let changed = |what: &str, value: &str, now: Moment| {
        let mut office = mine.clone();
        set(&mut office, what, value, now);
        differs(&mine, &office)
    };
    assert_eq!(changed("report", "丙", 30), [place("report").0]);
    for (what, value, now) in
        [("report", "甲", 30), ("report", "", 30), ("sign-off", "done", 30), ("return", "1 有誤", 30)]
    {
        assert_eq!(changed(what, value, now), [], "{what} {value}");
    }
    // What it wrote later is its own in any case.
    let office = mine.clone();
    set(&mut mine, "report", "乙", 40);
    assert_eq!(differs(&mine, &office), []);
}

proptest! {
    /// Whatever came, no report is gone or older than it was.
    #[test]
    fn no_report_is_gone(mine in any_ledger(), came in any_ledger()) {
        let mut after = mine.clone();
        after.merge(&brings(&mine, &came));
        for (key, mark) in mine.marks() {
            let is_coordinators = matches!(key, MarkKey::Placed(Party::Coordinator, _));
            for (field, versions) in mark.fields().iter().filter(|(field, _)| !is_coordinators && !field.is_settled()) {
                let now = after.versions(key, *field).first().expect("it is still there");
                let before = &versions[0];
                // What is said comes where nothing was, or with the same words.
                let is_open = before.value.is_empty() || before.value == now.value;
                let is_later = now.said > before.said && !now.value.is_empty() && is_open;
                prop_assert!(now == before || is_later, "{:?} {:?}: {:?} was {:?}", key, field, now, before);
            }
        }
    }
}
