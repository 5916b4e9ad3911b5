//! The names of files that are saved.

use yaodian::domain::file_name::file_name;

#[test]
fn a_name_is_one_that_every_system_takes() {
    let cases = [
        ("要點-市教育局", "要點-市教育局.json"),
        ("經/發*局:\\?\"<>|", "經_發_局_______.json"),
        ("../../a", ".._.._a.json"),
        ("第一季度. . ", "第一季度.json"),
        ("  a  ", "a.json"),
        ("", "_.json"),
        ("...", "_.json"),
        ("CON", "_CON.json"),
        ("nul.txt", "_nul.txt.json"),
        ("com1", "_com1.json"),
        ("com", "com.json"),
        ("coma", "coma.json"),
        ("console", "console.json"),
        ("a\u{202e}nosj.exe", "a_nosj.exe.json"),
        ("a\u{0}\nb\u{200b}c", "a__b_c.json"),
    ];
    for (words, wanted) in cases {
        assert_eq!(file_name(words, "json"), wanted, "{words:?}");
    }
}

#[test]
fn a_long_name_ends_with_a_whole_character() {
    let name = file_name(&"局".repeat(300), "xlsx");
    assert_eq!(name, ["局".repeat(66).as_str(), ".xlsx"].concat());
}
