//! Numbers of saved forms as the page reads them: from their digits, without the table that native programs use.

use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::persist::embedded::plan as haidong;
use yaodian::persist::json::Json;

#[wasm_bindgen_test]
fn numbers_are_read_as_they_are_written() {
    let whole = |text: &str| Json::parse(text).unwrap().whole();
    for (text, number) in [("0", 0), ("7", 7), ("1632963600000", 1_632_963_600_000), ("18446744073709551615", u64::MAX)]
    {
        assert_eq!(whole(text), Some(number), "{text}");
    }
    for text in ["-1", "1.0", "1e3", "18446744073709551616", "\"1\"", "{\"a\":1}"] {
        assert_eq!(whole(text), None, "{text}");
    }
    assert_eq!(Json::parse("-12").unwrap().step(), Some(-12));
    for (text, number) in [
        ("2.4", 2.4),
        ("-0.5", -0.5),
        ("5349.0", 5349.0),
        ("1.25e-2", 0.0125),
        ("3E+2", 300.0),
        ("0.0", 0.0),
        ("9", 9.0),
    ] {
        assert_eq!(Json::parse(text).unwrap().number(), Some(number), "{text}");
    }
    for text in ["1.", ".5", "--1", "1e", "01"] {
        assert!(Json::parse(text).is_err(), "{text}");
    }
}

#[wasm_bindgen_test]
fn the_plans_targets_are_what_it_says() {
    let plan = haidong();
    let values: Vec<f64> = plan.measures().flat_map(|measure| &measure.targets).map(|target| target.value).collect();
    let says =
        [10.0, 15.0, 100.0, 2.4, 9.0, 49.0, 1.0, 2.0, 0.0, 5349.0, 11645.0, 1841.0, 2.0, 3.0, 30.0, 120.0, 100.0];
    assert_eq!(values, says);
}
