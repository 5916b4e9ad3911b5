//! Actual values against targets and against the time of year.

use crate::ledger::{measure, plan};
use proptest::prelude::*;
use yaodian::domain::ledger::{Cell, Change, Ledger};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Comparator, Fact, Measure, Plan, Target};
use yaodian::domain::progress::{Actual, number, time_of_year};
use yaodian::domain::rollup::Asked;
use yaodian::domain::span::Span;

const A: Party = Party::Unit(0);
const B: Party = Party::Unit(1);
const X: Party = Party::Unit(9);
const L: Party = Party::Locality(0);

#[test]
fn a_number_is_read_as_people_type_it() {
    #[track_caller]
    fn check(texts: &[&str], value: Option<f64>) {
        for text in texts {
            assert_eq!(number(text), value, "{text:?}");
        }
    }
    check(&["0", "00", "0.0", "０", ".0", "0."], Some(0.0));
    check(
        &["5349", "5,349", "5，349", "５３４９", "５，３４９", "5 349", " 5349\n", "\u{3000}5349", "5349.0", "05349"],
        Some(5349.0),
    );
    check(&["2.4", "２.４", "２．４", "2．4", "02.40", " 2 . 4 "], Some(2.4));
    check(&[".5", "0.5", "．５"], Some(0.5));
    check(&["1,000,000.25"], Some(1_000_000.25));
    // Fifteen digits are the most that stay exact; beyond that it is a slip of the finger.
    check(&["999999999999999"], Some(999_999_999_999_999.0));
    check(&["0.00000000000001"], Some(0.000_000_000_000_01));
    check(&["1000000000000000", "0.000000000000001", "0000000000000001"], None);
    check(&[&"9".repeat(1000)], None);
    check(&["", " ", ".", "．", ",", "，", "。"], None);
    check(&["1.2.3", "1..2", "..", "1.2．3"], None);
    check(&["-5", "+5", "−5", "5-", "1e3", "0x10", "∞", "NaN", "inf"], None);
    check(&["5所", "約5", "5%", "五", "Ⅴ", "٥", "五百", "1/2", "5、6"], None);
    check(&["5\0", "\u{feff}5", "\u{202e}5"], None);
}

fn target(comparator: Comparator, value: f64) -> Target {
    Target { span: Span::default(), comparator, value, unit: String::new(), counts: None }
}

#[test]
fn a_target_is_reached_as_its_words_say() {
    #[track_caller]
    fn check(comparator: Comparator, value: f64, actual: f64, reached: Option<bool>) {
        assert_eq!(target(comparator, value).is_reached(actual), reached, "{actual} of {comparator:?} {value}");
    }
    for more in [Comparator::Exactly, Comparator::AtLeast] {
        check(more, 10.0, 9.99, Some(false));
        check(more, 10.0, 10.0, Some(true));
        check(more, 10.0, 11.0, Some(true));
        check(more, 2.4, 2.4, Some(true));
        check(more, 10.0, 0.0, Some(false));
    }
    check(Comparator::AtMost, 15.0, 14.0, Some(true));
    check(Comparator::AtMost, 15.0, 15.0, Some(true));
    check(Comparator::AtMost, 15.0, 15.5, Some(false));
    check(Comparator::Eliminate, 0.0, 0.0, Some(true));
    check(Comparator::Eliminate, 0.0, 1.0, Some(false));
    for actual in [0.0, 48.0, 49.0, 50.0] {
        check(Comparator::Unstated, 49.0, actual, None);
    }
}

#[test]
fn a_share_is_whole_per_cent_rounded_down() {
    #[track_caller]
    fn check(comparator: Comparator, value: f64, actual: f64, share: Option<i64>) {
        assert_eq!(target(comparator, value).share(actual), share, "{actual} of {comparator:?} {value}");
    }
    for more in [Comparator::Exactly, Comparator::AtLeast, Comparator::Unstated] {
        check(more, 10.0, 0.0, Some(0));
        check(more, 10.0, 5.0, Some(50));
        check(more, 3.0, 2.0, Some(66));
        check(more, 10.0, 9.99, Some(99));
        check(more, 10.0, 10.0, Some(100));
        check(more, 10.0, 25.0, Some(250));
        check(more, 0.0, 5.0, None);
        check(more, 2.4, 1.2, Some(50));
        check(more, 1.0, 1e300, Some(i64::MAX));
    }
    check(Comparator::AtMost, 15.0, 5.0, None);
    check(Comparator::Eliminate, 0.0, 0.0, None);
    check(Comparator::Eliminate, 5.0, 1.0, None);
}

/// Binary fractions must not show: 2.3 of 10 is 23 per cent, and what is reached is not 99.
#[test]
fn a_share_is_that_of_the_decimals_that_were_typed() {
    #[track_caller]
    fn check(actual: &str, value: f64, share: i64) {
        let actual_value = number(actual).expect("a number");
        assert_eq!(target(Comparator::AtLeast, value).share(actual_value), Some(share), "{actual} of {value}");
    }
    check("2.3", 10.0, 23);
    check("1.15", 5.0, 23);
    check("2.28", 2.4, 95);
    check("4.1", 10.0, 41);
    check("1.36", 1.36, 100);
    check("5.73", 5.73, 100);
    check("0.17", 0.17, 100);
    check("1.35", 1.36, 99);
}

/// Actual values of a measure's second target, in the order given.
fn actual(said: &[(Party, &str)], undetermined: bool) -> Actual {
    let mut ledger = Ledger::default();
    let mut give = |party, id, field, value: &str| {
        ledger.set(Change { cell: Cell::Placed(party, id), field, value: value.to_owned() }, 5);
    };
    for (party, value) in said {
        give(*party, measure(1, 1), Field::Actual(2), value);
        // Of the other targets and of another measure something else is said.
        give(*party, measure(1, 1), Field::Actual(1), "1");
        give(*party, measure(1, 1), Field::Actual(3), "3");
        give(*party, measure(1, 2), Field::Actual(2), "2");
        give(*party, measure(1, 1), Field::Progress, "4");
    }
    let asked = Asked { parties: [A, B].into_iter().collect(), undetermined };
    Actual::of(&ledger, &asked, &Measure { id: measure(1, 1), ..Measure::default() }, 1)
}

#[test]
fn the_value_that_counts_is_the_checked_or_the_agreed_one() {
    #[track_caller]
    fn check(said: &[(Party, &str)], given: &[(Party, &str)], value: Option<f64>) {
        let actual = actual(said, false);
        let given: Vec<(Party, String)> = given.iter().map(|(party, value)| (*party, (*value).to_owned())).collect();
        assert_eq!(actual, Actual { given, value }, "{said:?}");
    }
    const ALL: Party = Party::Coordinator;
    check(&[], &[], None);
    check(&[(A, "10")], &[(A, "10")], Some(10.0));
    check(&[(A, ""), (B, "10")], &[(B, "10")], Some(10.0));
    // They agree, however they write it; in the order of the parties, not in which it was said.
    check(&[(B, "1,000"), (A, "１０００")], &[(A, "１０００"), (B, "1,000")], Some(1000.0));
    // They differ.
    check(&[(A, "10"), (B, "11")], &[(A, "10"), (B, "11")], None);
    check(&[(A, "10"), (B, "十")], &[(A, "10"), (B, "十")], None);
    check(&[(A, "十"), (B, "10")], &[(A, "十"), (B, "10")], None);
    // The coordinator's stands for all.
    check(&[(A, "10"), (B, "11"), (ALL, "12")], &[(ALL, "12"), (A, "10"), (B, "11")], Some(12.0));
    check(&[(A, "十"), (ALL, "12")], &[(ALL, "12"), (A, "十")], Some(12.0));
    check(&[(ALL, "12")], &[(ALL, "12")], Some(12.0));
    check(&[(ALL, ""), (A, "10")], &[(A, "10")], Some(10.0));
    check(&[(A, "10"), (ALL, "待核")], &[(ALL, "待核"), (A, "10")], None);
    // Nobody gave a number.
    check(&[(A, "十"), (B, "十")], &[(A, "十"), (B, "十")], None);
    check(&[(A, "-5")], &[(A, "-5")], None);
    // Who is not asked is not heard.
    check(&[(X, "99"), (A, "10"), (L, "98")], &[(A, "10")], Some(10.0));
    check(&[(X, "99")], &[], None);
    // But localities are where it is left open which are asked.
    let open = actual(&[(X, "99"), (A, "10"), (L, "98")], true);
    assert_eq!(open, Actual { given: vec![(A, "10".into()), (L, "98".into())], value: None });
    let open = actual(&[(L, "98")], true);
    assert_eq!(open.value, Some(98.0));
}

fn due(date: Option<&str>) -> Plan {
    let mut plan = Plan::default();
    plan.meta.due = date.map(|value| Fact { value: value.into(), ..Fact::default() });
    plan
}

#[test]
fn the_time_of_year_is_how_much_of_it_is_over() {
    #[track_caller]
    fn check(due_date: Option<&str>, today: (u64, u64, u64), percent: Option<i64>) {
        assert_eq!(time_of_year(&due(due_date), today), percent, "{today:?}, due {due_date:?}");
    }
    let year = Some("2021-12-31");
    check(year, (2021, 1, 1), Some(0));
    check(year, (2021, 1, 4), Some(1));
    check(year, (2021, 6, 30), Some(49));
    check(year, (2021, 7, 2), Some(50));
    check(year, (2021, 12, 30), Some(99));
    check(year, (2021, 12, 31), Some(100));
    check(year, (2022, 1, 1), Some(100));
    check(year, (2035, 6, 1), Some(100));
    check(year, (2020, 12, 31), Some(0));
    check(year, (2020, 7, 1), Some(0));
    check(year, (1970, 1, 1), Some(0));
    // A leap year, with its day more.
    check(Some("2024-12-31"), (2024, 2, 29), Some(16));
    check(Some("2024-12-31"), (2024, 7, 1), Some(50));
    check(Some("2024-12-31"), (2024, 12, 30), Some(99));
    // Due in the middle of the year: its year is over then.
    check(Some("2021-06-30"), (2021, 3, 31), Some(49));
    check(Some("2021-06-30"), (2021, 6, 30), Some(100));
    check(Some("2021-06-30"), (2021, 12, 31), Some(100));
    check(Some("2021-01-01"), (2021, 1, 1), Some(100));
    check(Some("2021-01-01"), (2020, 12, 31), Some(0));
    // Where it is not said when, or not in numbers.
    check(None, (2021, 6, 30), None);
    check(Some("年底前"), (2021, 6, 30), None);
    check(Some(""), (2021, 6, 30), None);
    check(Some("2021"), (2021, 6, 30), None);
    assert_eq!(time_of_year(plan(), (2021, 9, 30)), Some(74), "the plan of Haidong");
}

proptest! {
    #[test]
    fn what_is_typed_is_the_number_it_says(whole in 0_u64..10_000_000_000, places in 0_usize..5, fraction in 0_u64..10_000) {
        let plain = if places == 0 { whole.to_string() } else { format!("{whole}.{:0places$}", fraction % 10_u64.pow(u32::try_from(places).unwrap())) };
        let value: f64 = plain.parse().unwrap();
        prop_assert_eq!(number(&plain), Some(value), "{}", plain);
        let full_width: String = plain.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        prop_assert_eq!(number(&full_width), Some(value), "{}", full_width);
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>(), digits in "[0-9０-９.．,， ]{0,20}") {
        for text in [&text, &digits] {
            if let Some(value) = number(text) {
                prop_assert!(value.is_finite() && value >= 0.0, "{:?}", text);
            }
        }
    }

    /// The share and the verdict never contradict each other.
    #[test]
    fn what_is_reached_is_a_hundred_per_cent_and_what_is_not_is_less(value in 1_u32..800, actual in 1_u32..1600) {
        let cents = |n: u32| f64::from(n) / 100.0;
        let target = target(Comparator::AtLeast, cents(value));
        for actual in [cents(actual), cents(value)] {
            let reached = target.share(actual).is_some_and(|share| share >= 100);
            prop_assert_eq!(target.is_reached(actual), Some(reached), "{} of {}", actual, target.value);
        }
    }
}
