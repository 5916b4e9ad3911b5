//! Moments as dates, in China.

use yaodian::domain::calendar::{date, day, day_number, day_of_year, iso_date, iso_time, parse_iso_date};
use yaodian::domain::ledger::{LAST_MOMENT, Moment};

#[test]
fn moments_are_days_in_china() {
    #[track_caller]
    fn check(moment: Moment, time: &str) {
        assert_eq!(iso_time(moment), time, "{moment}");
        let day = time.split_once('T').expect("a time").0;
        assert_eq!(iso_date(moment), day, "{moment}");
        assert_eq!(parse_iso_date(day), Some(date(moment)), "{moment}");
    }
    // Computed with GNU date, e.g. `TZ=Asia/Shanghai date -Iseconds -d @1640966400`.
    check(0, "1970-01-01T08:00:00+08:00");
    check(1_632_988_800_000, "2021-09-30T16:00:00+08:00");
    // 2021-12-31T16:00:00Z is the new year, a millisecond before it is not.
    check(1_640_966_399_999, "2021-12-31T23:59:59+08:00");
    check(1_640_966_400_000, "2022-01-01T00:00:00+08:00");
    // Years with and without a 29 February, also at the end of a century.
    check(1_582_905_600_000, "2020-02-29T00:00:00+08:00");
    check(1_582_992_000_000, "2020-03-01T00:00:00+08:00");
    check(1_614_441_600_000, "2021-02-28T00:00:00+08:00");
    check(1_614_528_000_000, "2021-03-01T00:00:00+08:00");
    check(951_753_600_000, "2000-02-29T00:00:00+08:00");
    check(4_107_427_200_000, "2100-02-28T00:00:00+08:00");
    check(4_107_513_600_000, "2100-03-01T00:00:00+08:00");
    check(1_709_222_399_999, "2024-02-29T23:59:59+08:00");
    check(LAST_MOMENT - 8 * 3_600_000, "9999-12-31T23:59:59+08:00");
}

/// Day after day for four centuries, after which the calendar repeats itself.
#[test]
fn no_day_is_missing_and_none_is_there_twice() {
    let mut expected = (1970, 1, 1);
    let mut of_year = 1;
    for n in 0..146_097_u64 {
        // From midnight to midnight in China, which is eight hours before.
        let midnight = (n * 86_400_000).saturating_sub(8 * 3_600_000);
        assert_eq!((date(n * 86_400_000), date(midnight)), (expected, expected));
        assert_eq!((day(n * 86_400_000), day(midnight), day(midnight + 57_600_000 - 1)), (n, n, n));
        assert_eq!(day_of_year(expected), of_year, "{expected:?}");
        let (year, month, day) = expected;
        of_year = if (month, day) == (12, 31) { 1 } else { of_year + 1 };
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        expected = match (month, day) {
            (12, 31) => (year + 1, 1, 1),
            (_, last) if last == days => (year, month + 1, 1),
            _ => (year, month, day + 1),
        };
    }
    assert_eq!(expected, (2370, 1, 1));
}

#[test]
fn the_days_of_a_year_are_counted_from_one() {
    #[track_caller]
    fn check(date: &str, of_year: u64) {
        assert_eq!(parse_iso_date(date).map(day_of_year), Some(of_year), "{date}");
    }
    // Computed with GNU date, e.g. `date -d 2021-07-20 +%j`.
    check("2021-01-01", 1);
    check("2021-01-31", 31);
    check("2021-02-01", 32);
    check("2021-02-28", 59);
    check("2021-03-01", 60);
    check("2021-06-30", 181);
    check("2021-07-20", 201);
    check("2021-08-31", 243);
    check("2021-09-30", 273);
    check("2021-12-31", 365);
    check("2020-02-29", 60);
    check("2020-03-01", 61);
    check("2020-12-31", 366);
    check("1900-12-31", 365);
    check("2000-12-31", 366);
    check("2100-03-01", 60);
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        "2021",
        "2021-07",
        "2021年7月20日",
        "2021-07-20T08:00",
        "2021-13-01",
        "2021-00-10",
        "2021-01-32",
        "a-b-c",
        "--",
    ] {
        assert_eq!(parse_iso_date(text), None, "{text}");
    }
}

/// Over leap years, and the one in four centuries that is none.
#[test]
fn days_follow_one_another() {
    for moment in (0..200 * 366).map(|day| day * 86_400_000) {
        assert_eq!(day_number(date(moment)), day_number((1970, 1, 1)) + day(moment), "{}", iso_date(moment));
    }
    assert_eq!(day_number((1, 1, 1)), 1);
}
