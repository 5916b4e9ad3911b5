//! The names of files that are saved.

use yaodian::domain::file_name::{file_name, short_title};

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

#[test]
fn a_short_title_tells_plans_apart() {
    for (title, short) in [
        ("海東市2021年新型城鎮化和城鄉融合發展工作要點", "海東市2021年新型城鎮化和城鄉融合發展"),
        ("某县2024年工作要点", "某县2024年"),
        ("关于印发《某县2024年政务公开工作要点》的通知", "某县2024年政务公开"),
        ("《某县2024年工作要点》", "某县2024年"),
        ("落实《纲要》2024年工作要点", "落实《纲要》2024年"),
        ("某省数字经济发展行动计划（2023—2025年）", "某省数字经济发展行动计划（2023—2025年）"),
        (" 工作要點 ", "工作要點"),
        ("要点", "要点"),
        ("《》", "《》"),
        ("》a《", "》a《"),
        ("", ""),
    ] {
        assert_eq!(short_title(title), short, "{title}");
    }
    assert_eq!(short_title(&"局".repeat(300)).chars().count(), 24);
}
