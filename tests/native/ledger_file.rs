//! The saved form of the ledger: all of it comes back, or an error says why not; and what the first release saved is
//! read as it was meant.

use crate::ledger::{DAY, busy_ledger, change, ledger, mark_key, measure, moment, plan, said, ticks};
use proptest::prelude::*;
use yaodian::domain::fault::LedgerFileError;
use yaodian::domain::ledger::{Change, LAST_MOMENT, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Stamp, Version};
use yaodian::domain::party::Party;
use yaodian::domain::reports::Reports;
use yaodian::persist::ledger_file::{read, read_decoded, write};

const SAVED: &str = concat!(
    r#"{"format":"yaodian-ledger","version":4,"plan":"haidong-2021","cleared":1632900000000,"marks":{"#,
    r#""coordinator":{"2.3":{"status":[[1632963600002,"done"]]}},"#,
    r#""locality:樂都區":{"10.1":{"date":[[1632963600003,"2021-09-30"]]},"2.3":{"status":[[1632963600003,"behind"]],"#,
    r#""problem":[[1632963600003,"資金\"不到位\"\n"]],"next":[[1632963600003,"催辦"]]}},"#,
    r#""unit:市教育局":{"2.3":{"status":[[1632963600000,"done"],[1632916800000,"under-way"]],"#,
    r#""progress":[[1632963600000,""],[1632916800000,"已開工"]],"actual.1":[[1632963600000,"10"]],"#,
    r#""actual.12":[[1632963600000,"１，０００"]]},"2.4":{"status":[[1632963600001,""]]}},"#,
    r#""unit:市某局":{"2.3":{"status":[[1632963600004,"not-applicable"]]}}}}"#
);

/// As the first release wrote it.
const FIRST_RELEASE: &str = include_str!("../fixtures/ledger-v1-first-release.json");
/// Kept by release 0.4 after some days.
const SECOND_FORM: &str = include_str!("../fixtures/ledger-v2-edited-for-days.json");
/// As the first release wrote it, through an editor: with a byte order mark, Windows line ends, other order and notes.
const EDITED: &str = include_str!("../fixtures/ledger-v1-edited.json");
/// Of a plan that has since lost a unit, renamed another and merged measures.
const UNKNOWN: &str = include_str!("../fixtures/ledger-v1-unknown.json");
/// Broken off.
const DAMAGED: &str = include_str!("../fixtures/ledger-v1-damaged.json");

/// 2021-09-30 in China, and so many milliseconds.
fn at(n: u64) -> Moment {
    1_632_963_600_000 + n
}

fn education() -> Party {
    Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"))
}

fn unplaced(party: &str, measure: &str) -> MarkKey {
    MarkKey::Unplaced { party: party.into(), measure: measure.into() }
}

/// The ledger of these versions.
fn of(versions: &[(&MarkKey, Field, Moment, &str)], cleared: Moment) -> Ledger {
    let version =
        |(key, field, at, value): &(&MarkKey, Field, Moment, &str)| ((*key).clone(), *field, Version::at(*at, *value));
    Ledger::new(versions.iter().map(version), cleared.into())
}

/// The ledger of [`SAVED`].
fn saved() -> Ledger {
    let [education_2_3, education_2_4] = [3, 4].map(|n| MarkKey::Placed(education(), measure(2, n)));
    let coordinator = MarkKey::Placed(Party::Coordinator, measure(2, 3));
    let [ledu_2_3, ledu_10_1] =
        [(2, 3), (10, 1)].map(|(task, n)| MarkKey::Placed(Party::Locality(0), measure(task, n)));
    let nobody = unplaced("unit:市某局", "2.3");
    let day_before = 1_632_916_800_000;
    of(
        &[
            (&education_2_3, Field::Status, at(0), "done"),
            (&education_2_3, Field::Status, day_before, "under-way"),
            (&education_2_3, Field::Progress, at(0), ""),
            (&education_2_3, Field::Progress, day_before, "已開工"),
            (&education_2_3, Field::Actual(12), at(0), "１，０００"),
            (&education_2_3, Field::Actual(1), at(0), "10"),
            (&education_2_4, Field::Status, at(1), ""),
            (&coordinator, Field::Status, at(2), "done"),
            (&ledu_2_3, Field::Status, at(3), "behind"),
            (&ledu_2_3, Field::Problem, at(3), "資金\"不到位\"\n"),
            (&ledu_2_3, Field::NextStep, at(3), "催辦"),
            (&ledu_10_1, Field::Date, at(3), "2021-09-30"),
            (&nobody, Field::Status, at(4), "not-applicable"),
        ],
        1_632_900_000_000,
    )
}

/// The ledger of [`FIRST_RELEASE`].
fn saved_by_the_first_release() -> Ledger {
    let [education_2_3, education_2_4] = [3, 4].map(|n| MarkKey::Placed(education(), measure(2, n)));
    of(
        &[
            (&education_2_3, Field::Status, at(0), "done"),
            (&education_2_4, Field::Status, at(1), ""),
            (&MarkKey::Placed(Party::Coordinator, measure(2, 3)), Field::Status, at(2), "done"),
            (&MarkKey::Placed(Party::Locality(0), measure(2, 3)), Field::Status, at(3), "done"),
            (&unplaced("unit:市某局", "2.3"), Field::Status, at(4), "done"),
        ],
        1_632_900_000_000,
    )
}

/// A file of the plan with these marks.
fn with_marks(marks: &str) -> String {
    format!(r#"{{"format":"yaodian-ledger","version":4,"plan":"haidong-2021","cleared":0,"marks":{marks}}}"#)
}

/// A file of the first release with these marks.
fn with_ticks(marks: &str) -> String {
    with_marks(marks).replacen("\"version\":4", "\"version\":1", 1)
}

#[track_caller]
fn check_error(text: &str, error: LedgerFileError) {
    assert_eq!(read(text, plan()), Err(error), "{text:?}");
}

/// What `text` with one thing changed is refused for. Only the first place is changed.
#[track_caller]
fn check_changed(text: &str, changes: &[(&str, &str)], error: &LedgerFileError) {
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not there to be changed");
        check_error(&text.replacen(from, to, 1), error.clone());
    }
}

#[test]
fn the_saved_form_is_the_one_that_was_promised() {
    assert_eq!(write(&saved(), plan()), SAVED);
    assert_eq!(read(SAVED, plan()), Ok(saved()));
    let nothing = with_marks("{}");
    assert_eq!(write(&Ledger::default(), plan()), nothing);
    assert_eq!(read(&nothing, plan()), Ok(Ledger::default()));
}

/// What releases 0.2 to 0.4 saved differs in its number alone.
#[test]
fn what_was_saved_before_clocks_were_told_apart_is_read_as_it_was() {
    let second = SAVED.replacen("\"version\":4", "\"version\":2", 1);
    assert_eq!(read(&second, plan()), Ok(saved()));
    let kept = read(SECOND_FORM, plan()).expect("a ledger");
    assert_eq!((Reports::of(plan(), &kept).all, ticks(&kept).len()), (3, 2));
    let progress = kept.versions(&MarkKey::Placed(education(), measure(2, 3)), Field::Progress);
    assert_eq!(progress, [Version::at(1_632_963_600_000, "已開工2所"), Version::at(1_632_704_400_000, "選址")]);
    assert_eq!(read(&write(&kept, plan()), plan()), Ok(kept));
}

#[test]
fn a_version_of_clocks_that_disagree_is_written_in_full() {
    #[track_caller]
    fn check(version: Version, written: &str) {
        let key = MarkKey::Placed(Party::Coordinator, measure(2, 3));
        let ledger = Ledger::new([(key, Field::Status, version)], Stamp::default());
        let text = with_marks(&format!(r#"{{"coordinator":{{"2.3":{{"status":[{written}]}}}}}}"#));
        assert_eq!(write(&ledger, plan()), text);
        assert_eq!(read(&text, plan()), Ok(ledger));
    }
    let done = || Version::at(9, "done");
    check(done(), r#"[9,"done"]"#);
    check(Version { said: 5, ..done() }, r#"[9,0,9,5,"done"]"#);
    check(Version { entered: 5, ..done() }, r#"[9,0,5,9,"done"]"#);
    check(Version { stamp: Stamp { at: 9, count: 2 }, ..done() }, r#"[9,2,9,9,"done"]"#);
    check(Version { stamp: Stamp { at: 12, count: 1 }, entered: 9, said: 5, ..done() }, r#"[12,1,9,5,"done"]"#);

    let emptied = Ledger::new([], Stamp { at: 9, count: 2 });
    let text = with_marks("{}").replacen("\"cleared\":0", "\"cleared\":[9,2]", 1);
    assert_eq!(write(&emptied, plan()), text);
    assert_eq!(read(&text, plan()), Ok(emptied));
}

#[test]
fn what_the_first_release_saved_is_read_as_it_was_meant() {
    assert_eq!(read(FIRST_RELEASE, plan()), Ok(saved_by_the_first_release()));
    // And is saved anew in the present form.
    let anew = write(&saved_by_the_first_release(), plan());
    assert!(anew.starts_with(r#"{"format":"yaodian-ledger","version":4,"#), "{anew}");
    assert_eq!(read(&anew, plan()), Ok(saved_by_the_first_release()));
    let nothing = with_ticks("{}");
    assert_eq!(read(&nothing, plan()), Ok(Ledger::default()));
}

#[test]
fn a_file_of_the_first_release_that_was_through_an_editor_is_the_same() {
    assert!(EDITED.starts_with('\u{feff}') && EDITED.contains("{\r\n"), "the fixture itself lost what it is for");
    assert_eq!(read(EDITED, plan()), Ok(saved_by_the_first_release()));
}

#[test]
fn ticks_of_the_first_release_that_the_plan_no_longer_has_are_kept_as_they_came() {
    let tourism = Party::Unit(plan().unit_named("市文體旅遊廣電局").expect("a unit of the plan"));
    let expected = of(
        &[
            (&unplaced("coordinator", "2.7"), Field::Status, at(0), "done"),
            (&unplaced("coordinator", "2.03"), Field::Status, at(1), "done"),
            (&MarkKey::Placed(Party::Coordinator, measure(2, 3)), Field::Status, at(2), "done"),
            (&MarkKey::Placed(tourism, measure(22, 1)), Field::Status, at(3), "done"),
            (&unplaced("unit:市撤銷局", "2.3"), Field::Status, at(4), "done"),
            (&unplaced("unit:市撤銷局", "2.4"), Field::Status, at(5), ""),
            (&unplaced("locality:樂都", "1.1"), Field::Status, at(6), "done"),
            (&unplaced("", ""), Field::Status, at(7), "done"),
        ],
        0,
    );
    assert_eq!(read(UNKNOWN, plan()), Ok(expected.clone()));
    assert_eq!(read(&write(&expected, plan()), plan()), Ok(expected));
}

#[test]
fn a_damaged_file_of_the_first_release_is_refused() {
    check_error(DAMAGED, LedgerFileError::NotJson { line: 1, column: DAMAGED.len() });
}

#[test]
fn a_file_that_was_through_an_editor_is_the_same() {
    let text = SAVED.replace("},\"", "},\r\n  \"").replace("\"plan\"", "\"note\": [1.5, null, {}], \"plan\"");
    for text in [format!("\u{feff}{text}\r\n"), format!(" \n{text}"), format!("\u{feff}\u{feff}{text}")] {
        assert_eq!(read(&text, plan()), Ok(saved()), "{text}");
    }
    let without_cleared = SAVED.replacen("\"cleared\":1632900000000,", "", 1);
    let never_emptied = read(&without_cleared, plan()).expect("a ledger");
    assert_eq!(never_emptied.cleared(), Stamp::default());
    assert_eq!(never_emptied.marks(), saved().marks());
    // Versions in any order, also of one day, are those that the ledger would have kept.
    let shuffled =
        r#"{"coordinator":{"2.3":{"status":[[5,"behind"],[86400005,"done"],[6,"under-way"]],"progress":[]}}}"#;
    let coordinator = MarkKey::Placed(Party::Coordinator, measure(2, 3));
    let expected =
        of(&[(&coordinator, Field::Status, 6, "under-way"), (&coordinator, Field::Status, DAY + 5, "done")], 0);
    assert_eq!(read(&with_marks(shuffled), plan()), Ok(expected));
    // A mark of nothing is none.
    assert_eq!(read(&with_marks(r#"{"coordinator":{"2.3":{}},"unit:市教育局":{}}"#), plan()), Ok(Ledger::default()));
}

#[test]
fn what_is_no_ledger_of_the_plan_is_refused_and_said_why() {
    use LedgerFileError::{Damaged, Empty, Newer, NotALedger, NotJson, OtherPlan};

    check_error("", Empty);
    check_error(" \r\n\t", Empty);
    check_error("\u{feff}", Empty);
    check_error("\u{feff}\n", Empty);

    // Where it stops being JSON: line and column in bytes.
    check_error("hello", NotJson { line: 1, column: 1 });
    check_error("\u{feff}hello", NotJson { line: 1, column: 1 });
    check_error("{\n \"format\": yaodian\n}", NotJson { line: 2, column: 12 });
    check_error("{\"format\":\"要點\" 1}", NotJson { line: 1, column: 20 });
    check_error("{}{}", NotJson { line: 1, column: 3 });
    check_error("{\n", NotJson { line: 2, column: 0 });
    check_error(&SAVED[..60], NotJson { line: 1, column: 60 });
    check_error("{\n\"version\":1e999}", NotJson { line: 2, column: 15 });

    for text in ["null", "[]", "{}", "1", "\"yaodian-ledger\"", "{\"format\":\"yaodian-ledger\"}"] {
        check_error(text, NotALedger);
    }
    let changes = [
        ("yaodian-ledger", "yaodian-plan"),
        ("\"format\":\"yaodian-ledger\"", "\"format\":1"),
        ("\"version\":4", "\"version\":0"),
        ("\"version\":4", "\"version\":-1"),
        ("\"version\":4", "\"version\":4.0"),
        ("\"version\":4", "\"version\":\"4\""),
        ("\"version\":4", "\"version\":null"),
        ("\"version\":4", "\"version\":4,\"version\":4"),
        // Not a version but an accident: it is beyond what any program counts to.
        ("\"version\":4", "\"version\":18446744073709551616"),
        ("\"version\":4,", ""),
        ("\"plan\":\"haidong-2021\"", "\"plan\":null"),
        ("\"plan\":\"haidong-2021\",", ""),
    ];
    check_changed(SAVED, &changes, &NotALedger);
    let changes = [
        // The fields of the one form are none of the other's.
        ("\"version\":4", "\"version\":1"),
        ("\"marks\"", "\"mark\""),
        ("\"cleared\":1632900000000", "\"cleared\":-1"),
        ("\"cleared\":1632900000000", "\"cleared\":1.5"),
        ("\"cleared\":1632900000000", "\"cleared\":\"1\""),
        ("\"cleared\":1632900000000", "\"cleared\":null"),
        ("\"cleared\":1632900000000", "\"cleared\":[1632900000000]"),
        ("\"cleared\":1632900000000", "\"cleared\":[1632900000000,1,1]"),
        // One bad mark, and nothing of the file is taken.
        ("[1632963600002,\"done\"]", "[-1,\"done\"]"),
        ("[1632963600002,\"done\"]", "[1.5,\"done\"]"),
        ("[1632963600002,\"done\"]", "[18446744073709551616,\"done\"]"),
        ("[1632963600002,\"done\"]", "[\"1632963600002\",\"done\"]"),
        ("[1632963600002,\"done\"]", "[1632963600002]"),
        ("[1632963600002,\"done\"]", "[1632963600002,0,1632963600002,\"done\"]"),
        ("[1632963600002,\"done\"]", "[1632963600002,-1,0,0,\"done\"]"),
        ("[1632963600002,\"done\"]", "[1632963600002,0,0,0,0,\"done\"]"),
        ("[1632963600002,\"done\"]", "[1632963600002,0,0,0,1]"),
        ("[1632963600002,\"done\"]", "[1632963600002,\"done\",\"\"]"),
        ("[1632963600002,\"done\"]", "[1632963600002,true]"),
        ("[1632963600002,\"done\"]", "[1632963600002,null]"),
        ("[1632963600002,\"done\"]", "{\"at\":1632963600002,\"value\":\"done\"}"),
        ("[1632963600002,\"done\"]", "null"),
        ("[[1632963600002,\"done\"]]", "[1632963600002,\"done\"]"),
        ("[[1632963600002,\"done\"]]", "\"done\""),
        ("{\"status\":[[1632963600002,\"done\"]]}", "[[1632963600002,\"done\"]]"),
        ("{\"status\":[[1632963600002,\"done\"]]}", "true"),
        ("{\"2.3\":{\"status\":[[1632963600002,\"done\"]]}}", "[]"),
        // A field that this program does not know would be lost by the next save.
        ("\"next\"", "\"nextstep\""),
        ("\"next\"", "\"\""),
        ("\"actual.1\"", "\"actual.01\""),
        ("\"actual.1\"", "\"actual.65536\""),
        ("\"actual.1\"", "\"actual\""),
    ];
    check_changed(SAVED, &changes, &Damaged);

    let newer = SAVED.replacen("\"version\":4", "\"version\":5", 1);
    check_error(&newer, Newer { version: 5 });
    check_error(&newer.replacen("\"marks\":{", "\"marks\":[],\"more\":{", 1), Newer { version: 5 });
    check_error(&newer.replacen("haidong-2021", "xining-2022", 1), Newer { version: 5 });
    check_error(&SAVED.replacen("\"version\":4", "\"version\":18446744073709551615", 1), Newer { version: u64::MAX });
    check_error(&SAVED.replacen("haidong-2021", "xining-2022", 1), OtherPlan { plan: "xining-2022".into() });
    check_error(&SAVED.replacen("haidong-2021", "", 1), OtherPlan { plan: String::new() });
}

#[test]
fn what_is_no_ledger_of_the_first_release_is_refused_and_said_why() {
    let changes = [
        ("\"version\":1", "\"version\":4"),
        ("\"marks\"", "\"mark\""),
        ("\"cleared\":1632900000000", "\"cleared\":-1"),
        ("\"at\":1632963600002", "\"at\":-1"),
        ("\"at\":1632963600002", "\"at\":1.5"),
        ("\"at\":1632963600002", "\"at\":18446744073709551616"),
        ("\"at\":1632963600002", "\"at\":\"1632963600002\""),
        (",\"at\":1632963600002", ""),
        ("\"done\":false", "\"done\":0"),
        ("\"done\":false,", ""),
        ("\"done\":false", "\"done\":false,\"done\":true"),
        ("{\"done\":true,\"at\":1632963600003}", "true"),
        ("{\"2.3\":{\"done\":true,\"at\":1632963600003}}", "[]"),
    ];
    check_changed(FIRST_RELEASE, &changes, &LedgerFileError::Damaged);
    let changes = [("\"version\":1", "\"version\":1.0"), ("\"version\":1", "\"version\":1,\"version\":1")];
    check_changed(FIRST_RELEASE, &changes, &LedgerFileError::NotALedger);
    let other = LedgerFileError::OtherPlan { plan: "xining-2022".into() };
    check_changed(FIRST_RELEASE, &[("haidong-2021", "xining-2022")], &other);
}

#[test]
fn a_file_that_breaks_off_is_never_half_taken() {
    for text in [SAVED, FIRST_RELEASE] {
        for end in (1..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let error = read(&text[..end], plan());
            assert!(matches!(error, Err(LedgerFileError::NotJson { line: 1, .. })), "cut at {end}: {error:?}");
        }
    }
}

#[test]
fn a_file_of_a_hundred_thousand_brackets_is_no_json() {
    let marks = with_marks(&"{\"a\":".repeat(100_000));
    let inside = with_marks(&format!(r#"{{"coordinator":{{"2.3":{{"status":{}"#, "[".repeat(100_000)));
    for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000), marks, inside] {
        let error = read(&text, plan());
        assert!(matches!(error, Err(LedgerFileError::NotJson { line: 1, .. })), "{error:?}");
    }
    // As deep as a reader follows, and whole: still nothing that a ledger has.
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    check_error(&with_marks(&deep), LedgerFileError::Damaged);
    let in_a_field = format!(r#"{{"coordinator":{{"2.3":{{"status":{deep}}}}}}}"#);
    check_error(&with_marks(&in_a_field), LedgerFileError::Damaged);
    // In a field that is passed over it does no harm.
    let note = SAVED.replacen("\"plan\"", &format!("\"note\":{deep},\"plan\""), 1);
    assert_eq!(read(&note, plan()), Ok(saved()));
}

#[test]
fn any_text_that_is_typed_or_pasted_comes_back() {
    let long = "長".repeat(100_000);
    for text in [
        "\0",
        "\u{202e}右至左\u{202c}",
        "\u{feff}",
        "\u{fffd}\u{ffff}\u{10ffff}",
        "\u{2028}\u{2029}\u{7f}\u{1b}[0m",
        "]],\"status\":[[9,\"done\"",
        "</script><!--",
        "\\u0000\\",
        " \t\r\n ",
        "e\u{301}👨‍👩‍👧",
        &long,
    ] {
        let key = MarkKey::Placed(education(), measure(2, 3));
        let nobodys = unplaced(text, text);
        let ledger = of(&[(&key, Field::Progress, 5, text), (&nobodys, Field::Actual(7), 6, text)], 0);
        let back = read(&write(&ledger, plan()), plan());
        assert_eq!(back.as_ref(), Ok(&ledger), "{}", text.escape_debug());
        assert_eq!(back.expect("a ledger").value(education(), measure(2, 3), Field::Progress), text);
    }
}

#[test]
fn a_value_that_no_status_has_is_kept_and_is_no_status() {
    let ledger =
        read(&with_marks(r#"{"coordinator":{"2.3":{"status":[[5,"postponed"]]}}}"#), plan()).expect("a ledger");
    assert_eq!(ledger.status(Party::Coordinator, measure(2, 3)), None);
    assert_eq!(ledger.value(Party::Coordinator, measure(2, 3), Field::Status), "postponed");
    assert_eq!(read(&write(&ledger, plan()), plan()), Ok(ledger));
}

#[test]
fn a_unit_is_found_by_every_name_that_the_plan_prints() {
    let unit = Party::Unit(plan().unit_named("市文體旅遊廣電局").expect("a unit of the plan"));
    let fields = concat!(
        r#"{"unit:市文體廣電旅遊局":{"1.1":{"status":[[5,"done"]]},"1.2":{"status":[[5,"done"]]}},"#,
        r#""unit:市文體旅遊廣電局":{"1.1":{"status":[[6,""]]},"1.2":{"status":[[4,""]],"progress":[[3,"甲"]]}}}"#
    );
    let ticks = concat!(
        r#"{"unit:市文體廣電旅遊局":{"1.1":{"done":true,"at":5},"1.2":{"done":true,"at":5}},"#,
        r#""unit:市文體旅遊廣電局":{"1.1":{"done":false,"at":6},"1.2":{"done":false,"at":4}}}"#
    );
    for text in [with_marks(fields), with_ticks(ticks)] {
        let ledger = read(&text, plan()).expect("a ledger");
        assert!(!ledger.done(unit, measure(1, 1)), "of the same mark twice the later is taken");
        assert!(ledger.done(unit, measure(1, 2)));
        assert_eq!(ledger.marks().len(), 2);
    }
}

#[test]
fn what_the_plan_does_not_have_is_kept_as_it_came_and_is_nobodys_progress() {
    let text = with_ticks(concat!(
        r#"{"":{"":{"done":true,"at":1}},"#,
        r#""coordinator":{"2.7":{"done":true,"at":2},"2.05":{"done":true,"at":3}},"#,
        r#""unit:":{"2.3":{"done":false,"at":4}},"#,
        r#""部門:\"市教育局\"\\":{"😀\n":{"done":true,"at":5}}}"#
    ));
    let ledger = read(&text, plan()).expect("a ledger");
    assert_eq!(ledger.marks().len(), 5);
    for party in plan().parties() {
        assert!(plan().measures().all(|measure| !ledger.done(party, measure.id)));
    }
    let anew = write(&ledger, plan());
    assert!(anew.contains(r#""部門:\"市教育局\"\\":{"😀\n":{"status":[[5,"done"]]}}"#), "{anew}");
    assert_eq!(read(&anew, plan()), Ok(ledger));
}

#[test]
fn numbers_that_cannot_be_moments_are_clamped() {
    for text in [
        with_ticks(r#"{"coordinator":{"2.3":{"done":true,"at":18446744073709551615}}}"#),
        with_marks(r#"{"coordinator":{"2.3":{"status":[[18446744073709551615,"done"]]}}}"#),
    ] {
        let ledger = read(&text, plan()).expect("a ledger");
        assert_eq!(ledger.entered(LAST_MOMENT), Some(LAST_MOMENT));
        assert!(ledger.done(Party::Coordinator, measure(2, 3)));
        let text = text.replacen("\"cleared\":0", "\"cleared\":18446744073709551615", 1);
        assert_eq!(
            read(&text, plan()).map(|ledger| (ledger.cleared(), ticks(&ledger).len())),
            Ok((LAST_MOMENT.into(), 0))
        );
    }
}

/// Whatever moment a hostile file names, what a person says after it is still said when it is opened again.
#[test]
fn no_moment_of_a_file_makes_later_changes_lost() {
    for beyond in [0, 1, (1 << 40) - 1, 1 << 40, (1 << 40) + 1] {
        let at = LAST_MOMENT + beyond;
        let text = with_marks(&format!(r#"{{"coordinator":{{"2.3":{{"status":[[{at},"behind"]]}}}}}}"#));
        let mut ledger = read(&text, plan()).expect("a ledger");
        let key = MarkKey::Placed(Party::Coordinator, measure(2, 3));
        for value in ["under-way", "done", ""] {
            let change = Change { key: key.clone(), field: Field::Status, value: value.into() };
            ledger.set(change, at);
            let again = read(&write(&ledger, plan()), plan()).expect("a ledger");
            assert_eq!(again.value(Party::Coordinator, measure(2, 3), Field::Status), value, "after {beyond} beyond");
        }
    }
}

/// Big5 and GB18030 share their bytes: no byte tells which it is, only what comes of them.
#[test]
fn a_file_in_another_encoding_is_refused_as_that() {
    use LedgerFileError::{HasNul, NotJson, OtherEncoding};

    #[track_caller]
    fn check(text: &str, encoding: &str, refused: impl Into<Option<LedgerFileError>>) {
        assert_eq!(read_decoded(text, encoding, plan()).err(), refused.into(), "{encoding}: {}", text.escape_debug());
    }
    let of = |party: &str, says: &str| with_marks(&format!(r#"{{"{party}":{{"2.3":{{"progress":[[5,"{says}"]]}}}}}}"#));
    // 市教育局 and 統籌已開工，資金不到位 in Big5, read as GB18030.
    let [name, words] = ["カ毙▅Ы", "参膚\u{e61d}秨\u{e61b}\u{e4c7}戈\u{e056}ぃ\u{e7cf}\u{e794}"];
    check(&of(&format!("unit:{name}"), "2"), "gb18030", OtherEncoding);
    check(&of("coordinator", words), "gb18030", OtherEncoding);
    check(&of("unit:市教育局", words), "gb18030", OtherEncoding);
    check(&SAVED[..200], "gb18030", OtherEncoding);
    check("擀", "utf-16le", OtherEncoding);
    check("[]", "gb18030", OtherEncoding);
    // What is in it by all signs is read, and in UTF-8 whatever it is.
    for encoding in ["gb18030", "utf-16le", "utf-16be", "utf-8"] {
        check(SAVED, encoding, None);
        check(&of("unit:市教育局", "已開工2所"), encoding, None);
        check(&of("coordinator", "已開工2所"), encoding, None);
        check(&with_marks("{}"), encoding, None);
        check(
            &SAVED.replacen("haidong-2021", "xining-2022", 1),
            encoding,
            LedgerFileError::OtherPlan { plan: "xining-2022".into() },
        );
    }
    check(&of(&format!("unit:{name}"), words), "utf-8", None);
    check(&SAVED[..60], "utf-8", NotJson { line: 1, column: 60 });
    // A NUL is named, with its line; written out as JSON writes it, it is a character like others.
    check(&SAVED.replacen("],[", "],\n\0[", 1), "utf-8", HasNul { line: 2 });
    check(&format!("{}{}", &SAVED[..60], "\0".repeat(100)), "utf-8", HasNul { line: 1 });
    check(&of("unit:市教育局", "\\u0000"), "utf-8", None);
}

proptest! {
    #[test]
    fn every_ledger_comes_back(ledger in prop_oneof![4 => ledger(), 1 => busy_ledger()]) {
        let back = read(&write(&ledger, plan()), plan());
        prop_assert_eq!(back.as_ref(), Ok(&ledger));
        prop_assert_eq!(back.map(|back| write(&back, plan())), Ok(write(&ledger, plan())));
    }

    /// Also where a broken clock or a hostile file has used up all moments.
    #[test]
    fn every_change_comes_back(
        ledger in ledger(),
        cleared: bool,
        changes in proptest::collection::vec((change(), moment()), 1..6),
    ) {
        let mut ledger = ledger;
        if cleared {
            ledger.clear(u64::MAX);
        }
        for (change, now) in changes {
            ledger.set(change, now);
            prop_assert_eq!(read(&write(&ledger, plan()), plan()), Ok(ledger.clone()));
        }
    }

    /// The form of the first release said of each tick: done or not, and since when. Nothing else comes of it.
    #[test]
    fn every_tick_of_the_first_release_comes_back(
        marks in proptest::collection::btree_map(mark_key(), (any::<bool>(), moment()), 0..9),
        cleared in 0_u64..4,
    ) {
        let saved = |key: &MarkKey| match key {
            MarkKey::Placed(party, measure) => (plan().party_key(*party), measure.to_string()),
            MarkKey::Unplaced { party, measure } => (party.clone(), measure.clone()),
        };
        let quoted = |text: &str| serde_json::to_string(text).expect("a string");
        // Each mark in an object of its own: an object that is there twice is read as both.
        let entries = marks.iter().map(|(key, (done, at))| {
            let (party, measure) = saved(key);
            format!("{}:{{{}:{{\"done\":{done},\"at\":{at}}}}}", quoted(&party), quoted(&measure))
        });
        let text = with_ticks(&format!("{{{}}}", entries.collect::<Vec<_>>().join(",")));
        let text = text.replacen("\"cleared\":0", &format!("\"cleared\":{cleared}"), 1);
        let ledger = read(&text, plan()).expect("a ledger");
        let clear = |at: Moment| at <= cleared && cleared > 0;
        let done: Vec<MarkKey> =
            marks.iter().filter(|(_, (done, at))| *done && !clear(*at)).map(|(key, _)| key.clone()).collect();
        prop_assert_eq!(ticks(&ledger), done);
        prop_assert_eq!(said(&ledger).len(), ticks(&ledger).len(), "and nothing else is said");
        prop_assert!(ledger.marks().iter().all(|(_, mark)| mark.fields().len() == 1));
    }

    /// Whatever a file says: an error, or a whole ledger that is saved and read again as the same.
    #[test]
    fn no_half_ledger(
        first: bool,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4),
    ) {
        const CHARS: [char; 16] = ['0', '1', '9', '-', '"', ',', '[', ']', '{', '}', ':', '.', 'e', 't', '市', ' '];
        let mut text: Vec<char> = if first { FIRST_RELEASE } else { SAVED }.chars().collect();
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
