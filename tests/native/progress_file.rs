//! Progress files: from whom they are, whether they are as they were made, and the receipts of those that were brought in.

use crate::ledger::{ledger as any_ledger, mark_key, measure, plan};
use crate::shelf::TestShelf;
use proptest::prelude::*;
use yaodian::domain::gather::receipts::Saying;
use yaodian::domain::gather::{Line, Receipt, Seal};
use yaodian::domain::ledger::{Change, Ledger, MarkKey, Moment};
use yaodian::domain::mark::{Field, Version};
use yaodian::domain::party::Party;
use yaodian::domain::rounds::RoundSaid;
use yaodian::persist::progress_file::{Head, of_party, read, report_name, write};
use yaodian::persist::{ledger_file, receipts};

/// 2021-09-30 in China.
const MADE: Moment = 1_632_988_800_000;

fn education() -> Party {
    Party::Unit(plan().unit_named("市教育局").expect("a unit of the plan"))
}

/// A ledger in which three parties say something.
fn office() -> Ledger {
    let mut ledger = Ledger::default();
    for (n, (party, field, value)) in [
        (education(), Field::Status, "under-way"),
        (education(), Field::Status, "done"),
        (education(), Field::Progress, "已開工\n\"二期\""),
        (Party::Locality(0), Field::Status, "behind"),
        (Party::Coordinator, Field::Status, "done"),
    ]
    .into_iter()
    .enumerate()
    {
        let change = Change { key: MarkKey::Placed(party, measure(2, 3)), field, value: value.to_owned() };
        ledger.set(change, MADE - 100 + n as u64);
    }
    ledger
}

fn file(ledger: &Ledger, from: Option<Party>) -> String {
    write(ledger, plan(), &Head { from, copy: "k3v9", made: MADE })
}

#[test]
fn a_report_says_from_whom_it_is_and_holds_only_its_marks() {
    let ledger = office();
    let text = file(&ledger, Some(education()));
    let read = read("a.json", &text, "utf-8", plan()).expect("a progress file");
    assert_eq!(read.from.as_deref(), Some("unit:市教育局"));
    assert_eq!((read.copy.as_deref(), read.made), (Some("k3v9"), Some(MADE)));
    assert_eq!(read.fingerprint, Some(plan().fingerprint()));
    assert_eq!(read.ledger, of_party(&ledger, education()));
    assert_eq!(read.seal, Seal::Whole);
    assert!(read.parties().iter().eq([&education()]), "{:?}", read.parties());
    // A release that knows nothing of senders reads the marks.
    assert_eq!(ledger_file::read(&text, plan()).as_ref(), Ok(&read.ledger));
}

#[test]
fn a_copy_of_everything_names_no_sender() {
    let ledger = office();
    let read = read("a.json", &file(&ledger, None), "utf-8", plan()).expect("a progress file");
    assert_eq!((read.from, read.ledger), (None, ledger));
}

/// A ledger in which the third quarter is a round and, if that day is given, closed.
fn in_third_quarter(closed: Option<&str>) -> Ledger {
    let mut ledger = office();
    let id = third_quarter().id;
    let mut set = |field, value: &str| {
        ledger.set(Change { key: id.key(), field, value: value.to_owned() }, MADE - 50);
    };
    set(Field::Name, "第三季度");
    set(Field::Due, "2021-10-10");
    if let Some(day) = closed {
        set(Field::Closed, day);
    }
    ledger
}

fn third_quarter() -> RoundSaid {
    RoundSaid { id: "2021-07-01/2021-09-30".parse().expect("a round"), name: "第三季度".into() }
}

#[test]
fn a_report_says_for_which_round_it_is() {
    const DAY: Moment = 86_400_000;
    for (what, ledger, from, made, round) in [
        ("there are no rounds", office(), Some(education()), MADE, None),
        ("in the round", in_third_quarter(None), Some(education()), MADE, Some(third_quarter())),
        ("until it is due", in_third_quarter(None), Some(education()), MADE + 10 * DAY, Some(third_quarter())),
        ("after it is due", in_third_quarter(None), Some(education()), MADE + 11 * DAY, None),
        ("closed by then", in_third_quarter(Some("2021-09-30")), Some(education()), MADE, None),
        ("closed later", in_third_quarter(Some("2021-10-01")), Some(education()), MADE, Some(third_quarter())),
        ("the coordinator's", in_third_quarter(None), Some(Party::Coordinator), MADE, Some(third_quarter())),
        ("a copy of everything", in_third_quarter(None), None, MADE, None),
    ] {
        let text = write(&ledger, plan(), &Head { from, copy: "k3v9", made });
        let read = read("a.json", &text, "utf-8", plan()).expect("a progress file");
        assert_eq!((read.round, read.seal), (round, Seal::Whole), "{what}");
        // A release that knows nothing of rounds reads the marks.
        assert_eq!(ledger_file::read(&text, plan()).as_ref(), Ok(&read.ledger), "{what}");
    }
    let text = file(&in_third_quarter(None), Some(education()));
    let saved = "\"round\":{\"days\":\"2021-07-01/2021-09-30\",\"name\":\"第三季度\"}";
    assert!(text.contains(saved), "{text}");
    for odd in [
        "\"round\":7",
        "\"round\":{}",
        "\"round\":{\"days\":\"2021-07-01/2021-09-30\"}",
        "\"round\":{\"days\":\"2021-07-01/2021-09-30\",\"name\":\" \"}",
        "\"round\":{\"days\":\"2021-09-30/2021-07-01\",\"name\":\"第三季度\"}",
        "\"round\":{\"days\":\"第三季度\",\"name\":\"第三季度\"}",
    ] {
        let read = read("a.json", &text.replace(saved, odd), "utf-8", plan()).expect("a progress file");
        assert_eq!((read.round, read.seal), (None, Seal::Broken), "{odd}");
    }
}

#[test]
fn what_was_changed_since_is_seen() {
    let text = file(&office(), Some(education()));
    let laid_out = serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&text).expect("JSON"));
    // The order of names is part of what is digested, and a program that sorts them changes it.
    let spaced = text.replace("\":", "\" : ").replace(",\"", ",\n  \"");
    let unsigned = format!("{}}}", &text[..text.rfind(",\"digest\"").expect("a digest")]);
    for (what, text, seal) in [
        ("as it was made", text.clone(), Seal::Whole),
        ("with a byte order mark", format!("\u{feff}{text}"), Seal::Whole),
        ("laid out otherwise", spaced, Seal::Whole),
        ("without its digest", unsigned.clone(), Seal::Broken),
        ("of a release that wrote none", unsigned.replace("\"copy\":", "\"other\":"), Seal::None),
        ("from another party", text.replace("\"from\":\"unit:市教育局\"", "\"from\":\"unit:市財政局\""), Seal::Broken),
        ("with another word", text.replacen("done", "behind", 1), Seal::Broken),
        ("sorted", laid_out.expect("JSON"), Seal::Broken),
    ] {
        assert_eq!(read("a.json", &text, "utf-8", plan()).map(|read| read.seal), Ok(seal), "{what}");
    }
}

#[test]
fn a_file_is_named_for_who_reports() {
    assert_eq!(report_name(plan(), education(), MADE), "市教育局-進度-2021-09-30.json");
    assert_eq!(report_name(plan(), Party::Locality(0), MADE), "樂都區-進度-2021-09-30.json");
    assert_eq!(report_name(plan(), Party::Coordinator, MADE), "統籌-進度-2021-09-30.json");
}

fn line() -> impl Strategy<Value = Line> {
    let what = prop_oneof![
        Just((None, None)),
        Just((Some(Vec::new()), None)),
        (any::<u32>(), "[甲乙\"\n]{0,4}")
            .prop_map(|(at, words)| (Some(vec![Version::at(Moment::from(at), words)]), None)),
        "[甲乙\"\n]{0,4}".prop_map(|words| (None, Some(words))),
    ];
    (mark_key(), any::<u32>(), any::<u32>(), any::<bool>(), what).prop_map(
        |(key, said, words, held, (before, declined))| {
            let saying = Saying { said: said.into(), words };
            Line { key, field: Field::Status, saying, held, before, declined }
        },
    )
}

proptest! {
    #[test]
    fn a_receipt_comes_back_as_it_was_kept(lines in proptest::collection::vec(line(), 0..6), from in "[a-z:甲\"]{0,6}", round in "[a-z:甲\"]{0,6}", back in any::<bool>()) {
        let mut lines = lines;
        lines.sort_by_key(|line| match &line.key {
            MarkKey::Placed(party, measure) => (plan().party_key(*party), measure.to_string()),
            MarkKey::Unplaced { party, measure } => (party.clone(), measure.clone()),
        });
        lines.dedup_by(|one, other| one.key == other.key);
        let receipt = Receipt {
            id: "1633075200000-9c1e".into(),
            name: "市教育局\"-進度.json".into(),
            from: Some(from),
            copy: None,
            made: Some(MADE),
            round: Some(RoundSaid { name: round, ..third_quarter() }).filter(|round| !round.name.is_empty()),
            brought: MADE + 1,
            digest: "9c1e".into(),
            lines,
            left: if back { vec![["读\"不懂".into(), "讀不懂".into()]] } else { Vec::new() },
            left_in_all: usize::from(back),
            taken_back: back.then_some(MADE + 2),
            replaces: back,
        };
        let shelf = TestShelf::of(&[]);
        let stored = receipts::stored_form(&receipt, plan());
        receipts::keep(&shelf, &stored).expect("there is room");
        let (loaded, unread) = receipts::load(&shelf, plan());
        prop_assert_eq!((loaded.all(), unread), (&[receipt][..], 0));
    }

    #[test]
    fn any_ledger_comes_back_with_its_seal(ledger in any_ledger()) {
        let read = read("a.json", &file(&ledger, None), "utf-8", plan()).expect("a progress file");
        prop_assert_eq!((read.ledger, read.seal), (ledger, Seal::Whole));
    }
}

#[test]
fn what_is_no_receipt_stays_and_is_counted() {
    let shelf = TestShelf::of(&[]);
    let broken = yaodian::persist::shelf::Stored {
        key: "yaodian/haidong-2021/receipt/1-a".into(),
        text: r#"{"format":"yaodian-receipt","version":2}"#.into(),
    };
    receipts::keep(&shelf, &broken).expect("there is room");
    let (loaded, unread) = receipts::load(&shelf, plan());
    assert_eq!((loaded.all().len(), unread), (0, 1));
}

#[test]
fn a_copy_keeps_its_name() {
    let shelf = TestShelf::of(&[]);
    assert_eq!(receipts::copy_name(&shelf, plan(), || "one".into()), "one");
    assert_eq!(receipts::copy_name(&shelf, plan(), || "two".into()), "one");
}
