//! Actual values against targets and against the time of year.

use crate::ledger::{measure, plan};
use proptest::prelude::*;
use yaodian::domain::ledger::{Change, Ledger, MarkKey};
use yaodian::domain::mark::Field;
use yaodian::domain::party::Party;
use yaodian::domain::plan::{Comparator, Direction, Fact, Measure, Plan, Target, Task};
use yaodian::domain::progress::{Actual, Term, number, time_of_year};
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
    meant(comparator, comparator.direction(), value)
}

/// A target that is meant otherwise than its comparator alone says.
fn meant(comparator: Comparator, direction: Direction, value: f64) -> Target {
    Target { span: Span::default(), comparator, direction, value, unit: String::new(), counts: None }
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

/// One hour between two cities is not reached by an hour and a half, and 30 years are neither by 29 nor by 31.
#[test]
fn a_target_is_reached_in_its_direction() {
    #[track_caller]
    fn check(direction: Direction, value: f64, actual: f64, reached: bool) {
        for comparator in [Comparator::Exactly, Comparator::Unstated] {
            let target = meant(comparator, direction, value);
            assert_eq!(target.is_reached(actual), Some(reached), "{actual} of {direction:?} {value}");
            // Nothing is a part of it, and time does not run against it.
            assert_eq!(target.share(actual), None, "{actual} of {direction:?} {value}");
            assert_eq!(target.behind(actual, Some(50)), None, "{actual} of {direction:?} {value}");
        }
    }
    check(Direction::Down, 1.0, 1.5, false);
    check(Direction::Down, 1.0, 1.01, false);
    check(Direction::Down, 1.0, 1.0, true);
    check(Direction::Down, 1.0, 0.5, true);
    check(Direction::Down, 0.0, 0.0, true);
    check(Direction::Fixed, 30.0, 30.0, true);
    check(Direction::Fixed, 30.0, 29.0, false);
    check(Direction::Fixed, 30.0, 31.0, false);
    check(Direction::Fixed, 30.0, 0.0, false);
}

#[test]
fn only_what_is_counted_up_can_be_late() {
    #[track_caller]
    fn check(comparator: Comparator, actual: f64, time: Option<i64>, points: Option<i64>) {
        assert_eq!(target(comparator, 10.0).behind(actual, time), points, "{actual} of {comparator:?} 10 at {time:?}");
    }
    for comparator in [Comparator::Exactly, Comparator::AtLeast, Comparator::Unstated] {
        check(comparator, 5.0, Some(74), Some(-24));
        check(comparator, 7.4, Some(74), None);
        check(comparator, 9.0, Some(74), None);
        check(comparator, 0.0, Some(100), Some(-100));
        check(comparator, 0.0, Some(0), None);
        check(comparator, 5.0, None, None);
    }
    for comparator in [Comparator::AtMost, Comparator::Eliminate] {
        for actual in [0.0, 5.0, 20.0] {
            check(comparator, actual, Some(74), None);
        }
    }
}

#[test]
fn what_was_counted_in_another_unit_is_far_above() {
    #[track_caller]
    fn check(direction: Direction, value: f64, actual: f64, far: bool) {
        assert_eq!(meant(Comparator::Exactly, direction, value).is_far_above(actual), far, "{actual} of {value}");
    }
    for direction in [Direction::Up, Direction::Down, Direction::Fixed] {
        check(direction, 9.0, 9600.0, true);
        check(direction, 1.0, 90.0, true);
        check(direction, 1.0, 10.0, false);
        check(direction, 1.0, 0.0, false);
        check(direction, 0.0, 5.0, false);
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
        ledger.set(Change { key: MarkKey::Placed(party, id), field, value: value.to_owned() }, 5);
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
    let (task, measure) = (Task::default(), Measure { id: measure(1, 1), ..Measure::default() });
    Actual::of(&ledger, &asked, (&task, &measure), 1)
}

#[test]
fn the_value_that_counts_is_the_checked_or_the_agreed_one() {
    #[track_caller]
    fn check(said: &[(Party, &str)], given: &[(Party, &str)], value: Option<f64>) {
        let actual = actual(said, false);
        let given: Vec<(Party, String)> = given.iter().map(|(party, value)| (*party, (*value).to_owned())).collect();
        assert_eq!(actual, Actual { given, value, adding: None }, "{said:?}");
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
    assert_eq!(open, Actual { given: vec![(A, "10".into()), (L, "98".into())], value: None, adding: None });
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

/// A plan that says of itself when it begins, was issued, published and is due; empty where it does not.
fn told(start: &str, issued: &str, published: &str, due: &str) -> Plan {
    let fact = |value: &str| (!value.is_empty()).then(|| Fact { value: value.into(), ..Fact::default() });
    let mut plan = Plan::default();
    plan.meta.start = fact(start);
    plan.meta.issued = fact(issued);
    plan.meta.published = fact(published);
    plan.meta.due = fact(due);
    plan
}

#[test]
fn a_plan_has_its_own_first_and_last_day() {
    #[track_caller]
    fn check(told: &Plan, first: (u64, u64, u64), is_a_year: bool) {
        let term = Term::of(told).expect("it is said when it is due");
        assert_eq!((term.first, term.is_a_year()), (first, is_a_year), "{:?}", told.meta);
    }
    check(&told("2021-01-01", "2021-07-20", "2021-07-23", "2021-12-31"), (2021, 1, 1), true);
    check(&told("2021-01-01", "2021-03-01", "", "2023-12-31"), (2021, 1, 1), false);
    check(&told("2021-04-01", "2021-03-01", "", "2022-03-31"), (2021, 4, 1), false);
    // No first day of its own: nobody works on a plan before it is issued.
    check(&told("", "2021-11-15", "2021-11-20", "2022-03-31"), (2021, 11, 15), false);
    check(&told("", "", "2021-11-20", "2022-03-31"), (2021, 11, 20), false);
    check(&told("", "", "", "2022-03-31"), (2022, 1, 1), false);
    check(&told("", "", "", "2022-12-31"), (2022, 1, 1), true);
    // A day that cannot be the first is none.
    check(&told("2022-01-01", "2021-07-20", "", "2021-12-31"), (2021, 7, 20), false);
    check(&told("2022-01-01", "2022-07-20", "年初", "2021-12-31"), (2021, 1, 1), true);
    check(&told("年初", "", "", "2021-06-30"), (2021, 1, 1), false);
    assert_eq!(Term::of(&told("2021-01-01", "", "", "")), None, "it is not said when it is due");
    // Named for years, it ends with them.
    for (basis, last) in
        [("2021年", (2021, 12, 31)), ("2021—2023年", (2023, 12, 31)), ("2025年—2027年", (2027, 12, 31))]
    {
        let mut named = told("2021-01-01", "", "", "");
        named.meta.start = Some(Fact { value: "2021-01-01".into(), basis: basis.into() });
        assert_eq!(Term::of(&named), Some(Term { first: (2021, 1, 1), last }), "{basis}");
    }
    assert_eq!(Term::of(plan()), Some(Term { first: (2021, 1, 1), last: (2021, 12, 31) }), "the plan of Haidong");
}

#[test]
fn time_runs_from_the_first_day_to_the_last() {
    #[track_caller]
    fn check(told: &Plan, today: (u64, u64, u64), percent: i64) {
        assert_eq!(time_of_year(told, today), Some(percent), "{today:?}, {:?}", told.meta);
    }
    // Over three years, 1095 days.
    let years = told("2021-01-01", "2021-03-01", "", "2023-12-31");
    check(&years, (2020, 12, 31), 0);
    check(&years, (2021, 1, 1), 0);
    check(&years, (2021, 12, 31), 33);
    check(&years, (2022, 7, 2), 50);
    check(&years, (2022, 12, 31), 66);
    check(&years, (2023, 12, 30), 99);
    check(&years, (2023, 12, 31), 100);
    // From November until March, over New Year and a leap day: 120 days.
    let winter = told("", "2023-12-02", "", "2024-03-30");
    check(&winter, (2023, 12, 1), 0);
    check(&winter, (2023, 12, 31), 25);
    check(&winter, (2024, 1, 30), 50);
    check(&winter, (2024, 2, 29), 75);
    check(&winter, (2024, 3, 1), 75);
    check(&winter, (2024, 3, 30), 100);
    // One day, and one that nobody will see.
    check(&told("", "2024-03-30", "", "2024-03-30"), (2024, 3, 30), 100);
    check(&told("", "2024-03-30", "", "2024-03-30"), (2024, 3, 29), 0);
    check(&told("", "", "", "99999999999999999-12-31"), (2024, 3, 29), 0);
}

proptest! {
    /// Time never runs back, is over on the last day and not before.
    #[test]
    fn time_only_passes(from in 0_u64..40_000, days in 1_u64..4_000, step in 1_u64..500) {
        use yaodian::domain::calendar::{date, iso_date};
        const DAY: u64 = 86_400_000;
        let (first, last) = (from * DAY, (from + days) * DAY);
        let told = told(&iso_date(first), "", "", &iso_date(last));
        let mut before = 0;
        for day in (from..=from + days).step_by(usize::try_from(step).unwrap()) {
            let now = time_of_year(&told, date(day * DAY)).unwrap();
            prop_assert!((before..=100).contains(&now), "{} of {:?}", now, told.meta);
            prop_assert_eq!(now == 100, day == from + days);
            before = now;
        }
        prop_assert_eq!(time_of_year(&told, date(last)), Some(100));
    }

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
