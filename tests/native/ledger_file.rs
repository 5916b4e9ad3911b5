//! The saved form of the ledger: all of it comes back, or an error says why not.

use crate::ledger::{cell, ledger, measure, moment, plan};
use proptest::prelude::*;
use yaodian::domain::fault::LedgerFileError;
use yaodian::domain::ledger::{Cell, LAST_MOMENT, Ledger, Mark};
use yaodian::domain::party::Party;
use yaodian::persist::ledger_file::{read, write};

const SAVED: &str = concat!(
    r#"{"format":"yaodian-ledger","version":1,"plan":"haidong-2021","cleared":1632900000000,"marks":{"#,
    r#""coordinator":{"2.3":{"done":true,"at":1632963600002}},"#,
    r#""locality:樂都區":{"2.3":{"done":true,"at":1632963600003}},"#,
    r#""unit:市教育局":{"2.3":{"done":true,"at":1632963600000},"2.4":{"done":false,"at":1632963600001}},"#,
    r#""unit:市某局":{"2.3":{"done":true,"at":1632963600004}}}}"#
);

/// The ledger of [`SAVED`].
fn saved() -> Ledger {
    let education = Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"));
    let at = |n: u64| 1_632_963_600_000 + n;
    let marks = [
        (Cell::Placed(education, measure(2, 3)), Mark { done: true, at: at(0) }),
        (Cell::Placed(education, measure(2, 4)), Mark { done: false, at: at(1) }),
        (Cell::Placed(Party::Coordinator, measure(2, 3)), Mark { done: true, at: at(2) }),
        (Cell::Placed(Party::Locality(0), measure(2, 3)), Mark { done: true, at: at(3) }),
        (Cell::Unplaced { party: "unit:市某局".into(), measure: "2.3".into() }, Mark { done: true, at: at(4) }),
    ];
    Ledger::new(marks, 1_632_900_000_000)
}

/// A file of the plan with these marks.
fn with_marks(marks: &str) -> String {
    format!(r#"{{"format":"yaodian-ledger","version":1,"plan":"haidong-2021","cleared":0,"marks":{marks}}}"#)
}

#[test]
fn the_saved_form_is_the_one_that_was_promised() {
    assert_eq!(write(&saved(), plan()), SAVED);
    assert_eq!(read(SAVED, plan()), Ok(saved()));
    let nothing = with_marks("{}");
    assert_eq!(write(&Ledger::default(), plan()), nothing);
    assert_eq!(read(&nothing, plan()), Ok(Ledger::default()));
}

#[test]
fn a_file_that_was_through_an_editor_is_the_same() {
    let text = SAVED.replace("},\"", "},\r\n  \"").replace("\"plan\"", "\"note\": [1.5, null, {}], \"plan\"");
    for text in [format!("\u{feff}{text}\r\n"), format!(" \n{text}"), format!("\u{feff}\u{feff}{text}")] {
        assert_eq!(read(&text, plan()), Ok(saved()), "{text}");
    }
    let without_cleared = SAVED.replacen("\"cleared\":1632900000000,", "", 1);
    let marks: Vec<(Cell, Mark)> = saved().marks().map(|(cell, mark)| (cell.clone(), mark)).collect();
    assert_eq!(read(&without_cleared, plan()), Ok(Ledger::new(marks, 0)));
}

#[test]
fn what_is_no_ledger_of_the_plan_is_refused_and_said_why() {
    use LedgerFileError::{Empty, Newer, NotALedger, NotJson, OtherPlan};

    #[track_caller]
    fn check(text: &str, error: LedgerFileError) {
        assert_eq!(read(text, plan()), Err(error), "{text:?}");
    }
    check("", Empty);
    check(" \r\n\t", Empty);
    check("\u{feff}", Empty);
    check("\u{feff}\n", Empty);

    // Where it stops being JSON: line and column in bytes.
    check("hello", NotJson { line: 1, column: 1 });
    check("\u{feff}hello", NotJson { line: 1, column: 1 });
    check("{\n \"format\": yaodian\n}", NotJson { line: 2, column: 12 });
    check("{\"format\":\"要點\" 1}", NotJson { line: 1, column: 20 });
    check("{}{}", NotJson { line: 1, column: 3 });
    check("{\n", NotJson { line: 2, column: 0 });
    check(&SAVED[..60], NotJson { line: 1, column: 60 });
    check("{\n\"version\":1e999}", NotJson { line: 2, column: 15 });

    for text in ["null", "[]", "{}", "1", "\"yaodian-ledger\"", "{\"format\":\"yaodian-ledger\"}"] {
        check(text, NotALedger);
    }
    for (from, to) in [
        ("yaodian-ledger", "yaodian-plan"),
        ("\"format\":\"yaodian-ledger\"", "\"format\":1"),
        ("\"version\":1", "\"version\":0"),
        ("\"version\":1", "\"version\":-1"),
        ("\"version\":1", "\"version\":1.0"),
        ("\"version\":1", "\"version\":\"1\""),
        ("\"version\":1", "\"version\":1,\"version\":1"),
        ("\"version\":1,", ""),
        ("\"plan\":\"haidong-2021\"", "\"plan\":null"),
        ("\"plan\":\"haidong-2021\",", ""),
        ("\"marks\"", "\"mark\""),
        ("\"cleared\":1632900000000", "\"cleared\":-1"),
        ("\"cleared\":1632900000000", "\"cleared\":1.5"),
        ("\"cleared\":1632900000000", "\"cleared\":\"1\""),
        ("\"cleared\":1632900000000", "\"cleared\":null"),
        // One bad mark, and nothing of the file is taken.
        ("\"at\":1632963600002", "\"at\":-1"),
        ("\"at\":1632963600002", "\"at\":1.5"),
        ("\"at\":1632963600002", "\"at\":18446744073709551616"),
        ("\"at\":1632963600002", "\"at\":\"1632963600002\""),
        ("\"done\":false", "\"done\":0"),
        ("\"done\":false,", ""),
        ("\"done\":false", "\"done\":false,\"done\":true"),
        ("{\"done\":true,\"at\":1632963600003}", "true"),
        ("{\"2.3\":{\"done\":true,\"at\":1632963600003}}", "[]"),
    ] {
        assert!(SAVED.contains(from), "{from}");
        check(&SAVED.replacen(from, to, 1), NotALedger);
    }

    let newer = SAVED.replacen("\"version\":1", "\"version\":2", 1);
    check(&newer, Newer { version: 2 });
    check(&newer.replacen("\"marks\":{", "\"marks\":[],\"more\":{", 1), Newer { version: 2 });
    check(&SAVED.replacen("\"version\":1", "\"version\":4294967295", 1), Newer { version: u32::MAX });
    check(&SAVED.replacen("haidong-2021", "xining-2022", 1), OtherPlan { plan: "xining-2022".into() });
    check(&SAVED.replacen("haidong-2021", "", 1), OtherPlan { plan: String::new() });
}

#[test]
fn a_file_that_breaks_off_is_never_half_taken() {
    for end in (1..SAVED.len()).filter(|end| SAVED.is_char_boundary(*end)) {
        let error = read(&SAVED[..end], plan());
        assert!(matches!(error, Err(LedgerFileError::NotJson { line: 1, .. })), "cut at {end}: {error:?}");
    }
}

#[test]
fn a_file_of_a_hundred_thousand_brackets_is_no_json() {
    for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        assert!(matches!(read(&text, plan()), Err(LedgerFileError::NotJson { line: 1, .. })));
    }
}

#[test]
fn a_unit_is_found_by_every_name_that_the_plan_prints() {
    let unit = Party::Unit(plan().unit_named("市文體旅遊廣電局").expect("a unit of the plan"));
    let marks = concat!(
        r#"{"unit:市文體廣電旅遊局":{"1.1":{"done":true,"at":5},"1.2":{"done":true,"at":5}},"#,
        r#""unit:市文體旅遊廣電局":{"1.1":{"done":false,"at":6},"1.2":{"done":false,"at":4}}}"#
    );
    let ledger = read(&with_marks(marks), plan()).expect("a ledger");
    assert!(!ledger.done(unit, measure(1, 1)), "of the same mark twice the later is taken");
    assert!(ledger.done(unit, measure(1, 2)));
    assert_eq!(ledger.marks().count(), 2);
}

#[test]
fn what_the_plan_does_not_have_is_kept_as_it_came_and_is_nobodys_progress() {
    let text = with_marks(concat!(
        r#"{"":{"":{"done":true,"at":1}},"#,
        r#""coordinator":{"2.7":{"done":true,"at":2},"2.05":{"done":true,"at":3}},"#,
        r#""unit:":{"2.3":{"done":false,"at":4}},"#,
        r#""部門:\"市教育局\"\\":{"😀\n":{"done":true,"at":5}}}"#
    ));
    let ledger = read(&text, plan()).expect("a ledger");
    assert_eq!(ledger.marks().count(), 5);
    for party in plan().parties() {
        assert!(plan().measures().all(|measure| !ledger.done(party, measure.id)));
    }
    assert_eq!(read(&write(&ledger, plan()), plan()), Ok(ledger));
}

#[test]
fn numbers_that_cannot_be_moments_are_clamped() {
    let text = with_marks(r#"{"coordinator":{"2.3":{"done":true,"at":18446744073709551615}}}"#);
    let ledger = read(&text, plan()).expect("a ledger");
    assert_eq!(ledger.changed(), LAST_MOMENT);
    assert!(ledger.done(Party::Coordinator, measure(2, 3)));
    let text = text.replacen("\"cleared\":0", "\"cleared\":18446744073709551615", 1);
    assert_eq!(read(&text, plan()).map(|ledger| (ledger.cleared(), ledger.ticks())), Ok((LAST_MOMENT, 0)));
}

proptest! {
    #[test]
    fn every_ledger_comes_back(ledger in ledger()) {
        prop_assert_eq!(read(&write(&ledger, plan()), plan()), Ok(ledger));
    }

    /// Also where a broken clock or a hostile file has used up all moments.
    #[test]
    fn every_change_comes_back(
        ledger in ledger(),
        cleared: bool,
        changes in proptest::collection::vec((cell(), any::<bool>(), moment()), 1..6),
    ) {
        let mut ledger = ledger;
        if cleared {
            ledger.clear(u64::MAX);
        }
        for (cell, done, now) in changes {
            ledger.set(cell, done, now);
            prop_assert_eq!(read(&write(&ledger, plan()), plan()), Ok(ledger.clone()));
        }
    }

    /// Whatever a file says: an error, or a whole ledger that is saved and read again as the same.
    #[test]
    fn no_half_ledger(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4)) {
        const CHARS: [char; 16] = ['0', '1', '9', '-', '"', ',', '[', ']', '{', '}', ':', '.', 'e', 't', '市', ' '];
        let mut text: Vec<char> = SAVED.chars().collect();
        for (place, new) in changes {
            let place = place.index(text.len());
            match new.index(CHARS.len() + 1) {
                0 => drop(text.remove(place)),
                new => text[place] = CHARS[new - 1],
            }
        }
        let text: String = text.into_iter().collect();
        if let Ok(ledger) = read(&text, plan()) {
            prop_assert_eq!(read(&write(&ledger, plan()), plan()), Ok(ledger));
        }
    }

    #[test]
    fn no_bytes_are_too_odd(bytes: Vec<u8>) {
        prop_assert!(read(&String::from_utf8_lossy(&bytes), plan()).is_err());
    }
}
