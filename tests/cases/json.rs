//! What JSON says, natively and in the page alike: one table for both.

use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::json::{Json, put};

/// A number: as it is written, as whole number from 0, as whole number, as float.
const NUMBERS: [(&str, Option<u64>, Option<i64>, f64); 22] = [
    ("0", Some(0), Some(0), 0.0),
    ("7", Some(7), Some(7), 7.0),
    ("-12", None, Some(-12), -12.0),
    ("-0", None, Some(0), -0.0),
    ("1632963600000", Some(1_632_963_600_000), Some(1_632_963_600_000), 1_632_963_600_000.0),
    ("9007199254740993", Some(9_007_199_254_740_993), Some(9_007_199_254_740_993), 9_007_199_254_740_992.0),
    ("-9223372036854775808", None, Some(i64::MIN), -9_223_372_036_854_775_808.0),
    ("18446744073709551615", Some(u64::MAX), None, 18_446_744_073_709_551_616.0),
    ("18446744073709551616", None, None, 18_446_744_073_709_551_616.0),
    ("1.0", None, None, 1.0),
    ("1e3", None, None, 1000.0),
    ("2.4", None, None, 2.4),
    ("-0.5", None, None, -0.5),
    ("5349.0", None, None, 5349.0),
    ("1.25e-2", None, None, 0.0125),
    ("3E+2", None, None, 300.0),
    ("0.12345678901234567", None, None, 0.123_456_789_012_345_67),
    ("0.000e99999999999999999999", None, None, 0.0),
    ("1e-99999999999999999999", None, None, 0.0),
    ("1.7976931348623157e308", None, None, f64::MAX),
    ("2.2250738585072014e-308", None, None, f64::MIN_POSITIVE),
    ("0.1e00000000000000000000001", None, None, 1.0),
];

/// A string: as it is written, and what it says.
const STRINGS: [(&str, &str); 7] = [
    (r#""""#, ""),
    (r#""要點""#, "要點"),
    (r#""a\"b\\c\/d""#, "a\"b\\c/d"),
    (r#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"),
    (r#""\u8981\u9ede""#, "要點"),
    (r#""\uD83D\uDE00 \ufeff\u0000""#, "😀 \u{feff}\0"),
    ("\"\u{7f}\u{2028}\"", "\u{7f}\u{2028}"),
];

/// What is no JSON, and where it stops being it.
const OTHERS: [(&str, usize, usize); 38] = [
    ("", 1, 0),
    (" \n", 2, 0),
    ("1.", 1, 2),
    ("1.x", 1, 3),
    (".5", 1, 1),
    ("--1", 1, 2),
    ("-", 1, 1),
    ("+1", 1, 1),
    ("1e", 1, 2),
    ("1e+", 1, 3),
    ("01", 1, 2),
    ("1e309", 1, 5),
    ("[-1e309]", 1, 7),
    ("[1e99999999999999999999]", 1, 23),
    ("NaN", 1, 1),
    ("nul", 1, 3),
    ("nulx", 1, 4),
    ("truE", 1, 4),
    ("'a'", 1, 1),
    ("\"a", 1, 2),
    ("\"a\nb\"", 2, 0),
    ("\"\\x\"", 1, 3),
    ("\"\\u12\"", 1, 6),
    ("\"\\ud83d\"", 1, 8),
    ("\"\\ud83dx\"", 1, 8),
    ("\"\\ud83d\\n\"", 1, 9),
    ("\"\\ud83d\\u0041\"", 1, 14),
    ("\"\\ude00\"", 1, 8),
    ("[1,]", 1, 4),
    ("[1 2]", 1, 4),
    ("[", 1, 1),
    ("[}", 1, 2),
    ("{\"a\":1,}", 1, 8),
    ("{\"a\" 1}", 1, 6),
    ("{a:1}", 1, 2),
    ("{\n \"a\": b\n}", 2, 7),
    ("{} {}", 1, 4),
    ("\u{feff}1", 1, 1),
];

pub fn numbers() {
    for (text, whole, step, number) in NUMBERS {
        let value = Json::parse(text).expect(text);
        assert_eq!(value.whole(), whole, "{text} as whole number");
        assert_eq!(value.step(), step, "{text} as step");
        assert_eq!(value.number().map(f64::to_bits), Some(number.to_bits()), "{text} as float");
    }
    let long = format!("0.1{}e1", "0".repeat(2_000));
    assert_eq!(Json::parse(&long).unwrap().number(), Some(1.0), "many zeros after the point");
    let long = format!("0.{}1e2001", "0".repeat(2_000));
    assert_eq!(Json::parse(&long).unwrap().number(), Some(1.0), "many zeros before the digit");
    assert!(Json::parse(&"9".repeat(400)).is_err(), "too long for a float");
    for text in ["\"1\"", "[1]", "{\"a\":1}", "null", "true"] {
        let value = Json::parse(text).unwrap();
        assert!(value.whole().is_none() && value.step().is_none() && value.number().is_none(), "{text} is no number");
    }
}

pub fn strings() {
    for (text, says) in STRINGS {
        assert_eq!(Json::parse(text).unwrap().text(), Some(says), "{text}");
        let mut written = String::new();
        put(&mut written, says);
        assert_eq!(Json::parse(&written).unwrap().text(), Some(says), "{written}");
    }
}

pub fn others() {
    for (text, line, column) in OTHERS {
        assert_eq!(Json::parse(text).map(drop), Err((line, column)), "{text:?}");
    }
}

/// The targets of the embedded plan.
pub fn targets() {
    let plan = haidong();
    let values: Vec<f64> = plan.measures().flat_map(|measure| &measure.targets).map(|target| target.value).collect();
    let says =
        [10.0, 15.0, 100.0, 2.4, 9.0, 49.0, 1.0, 2.0, 0.0, 5349.0, 11645.0, 1841.0, 2.0, 3.0, 30.0, 120.0, 100.0];
    assert_eq!(values, says);
}
