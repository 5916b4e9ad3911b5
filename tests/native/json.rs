//! JSON as it is read natively: by the same table as in the page, and against another program that reads it.

#[path = "../cases/json.rs"]
mod cases;

use proptest::prelude::*;
use serde_json::Value;
use yaodian::persist::json::{Json, put};

#[test]
fn numbers_are_made_of_their_digits() {
    cases::numbers();
    cases::targets();
}

#[test]
fn strings_say_what_is_written() {
    cases::strings();
}

#[test]
fn where_a_text_is_no_json_is_said() {
    cases::others();
}

#[test]
fn lists_in_lists_are_read_127_deep() {
    for deep in [1, 126, 127, 128, 100_000] {
        let text = ["[".repeat(deep), "]".repeat(deep)].concat();
        assert_eq!(Json::parse(&text).is_ok(), deep < 128, "{deep}");
        agrees(&text);
    }
}

/// A text is read as `serde_json` reads it, or refused at the same place.
#[track_caller]
fn agrees(text: &str) {
    let theirs: Result<Value, serde_json::Error> = serde_json::from_str(text);
    match (Json::parse(text), theirs) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text:?}: {ours:?}, {theirs}"),
        // Of the digits after `\u` it takes four before it looks at them.
        (Err(_), Err(_)) if text.contains("\\u") => (),
        (Err(place), Err(error)) => assert_eq!(place, (error.line(), error.column()), "{text:?}: {error}"),
        (ours, theirs) => panic!("{text:?}: {ours:?}, {theirs:?}"),
    }
}

fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Flag(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number(_), Value::Number(theirs)) => ours.whole() == theirs.as_u64(),
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        // Of fields of one name `serde_json` keeps the last.
        (Json::Object(ours), Value::Object(theirs)) => theirs.iter().all(|(name, theirs)| {
            ours.iter().rev().find(|(ours, _)| ours == name).is_some_and(|(_, ours)| same(ours, theirs))
        }),
        _ => false,
    }
}

/// Texts that are almost JSON.
fn json_like() -> impl Strategy<Value = String> {
    const PIECES: [&str; 38] = [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\"a\"",
        "\"b\":",
        "[1]",
        "{\"a\":[]}",
        "\\",
        "\\n",
        "\\u",
        "\\ud83d",
        "\\ude00",
        "\\u8981",
        "0",
        "12",
        "-",
        "+",
        ".",
        "1.5",
        "e",
        "E-",
        "e400",
        "-7",
        "true",
        "false",
        "null",
        "nul",
        " ",
        "\n",
        "\t",
        "\r",
        "要",
        "\u{1}",
        "\u{feff}",
    ];
    let piece = || prop_oneof![20 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC"];
    proptest::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_text_is_read_or_refused_as_elsewhere(text in json_like(), arbitrary: String) {
        agrees(&text);
        agrees(&format!("[{text}]"));
        agrees(&format!("{{\"a\":\"{text}\"}}"));
        agrees(&arbitrary);
    }

    #[test]
    fn every_string_is_written_as_elsewhere(text: String, c: char) {
        let text = [text, c.to_string()].concat();
        let mut written = String::new();
        put(&mut written, &text);
        prop_assert_eq!(&written, &serde_json::to_string(&text).expect("a string"));
        let read = Json::parse(&written);
        prop_assert_eq!(read.as_ref().ok().and_then(Json::text), Some(text.as_str()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The float nearest to it, as the standard library finds it by other means.
    #[test]
    fn a_number_is_the_nearest_float(
        bits: u64, whole: u64, digits in "[0-9]{1,40}", after in "[0-9]{1,40}", power in -290i32..260,
    ) {
        let whole_digits = digits.trim_start_matches('0');
        let whole_digits = if whole_digits.is_empty() { "0" } else { whole_digits };
        let float = f64::from_bits(bits);
        let mut texts = vec![format!("{whole_digits}.{after}e{power}"), format!("-{whole_digits}.{after}"), format!("{whole}.0"), format!("{whole}e-{}", whole % 23)];
        if float.is_normal() {
            texts.extend([format!("{float}"), format!("{float:e}"), format!("{float:.1200}")]);
        }
        for text in texts {
            let read = Json::parse(&text).expect(&text).number().expect(&text);
            let nearest: f64 = text.parse().expect(&text);
            prop_assert_eq!(read.to_bits(), nearest.to_bits(), "{}", text);
        }
    }
}
