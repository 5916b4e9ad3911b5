//! Both scripts, character by character.

use yaodian::domain::reading::simplified;
use yaodian::domain::sayings::sayings;
use yaodian::domain::script::{Forms, Script, bring_all, fold, fold_text, simplify, with_only};
use yaodian::persist::embedded::{KEPT, PAIRS, plan as haidong};
use yaodian::persist::plan_file::to_text;

#[test]
fn simplifies_characters_and_no_words() {
    let text: String = "海東市2021年新型城鎮化和城鄉融合發展工作要點,網路".chars().map(simplify).collect();
    assert_eq!(text, "海东市2021年新型城镇化和城乡融合发展工作要点,网路");
}

#[test]
fn leaves_alone_what_is_right_in_both_scripts() {
    for c in "著瞭藉的一A〔Ⅴ—，\u{1F600}".chars() {
        assert_eq!(simplify(c), c);
    }
    assert_eq!(simplify('龍'), '龙');
    // The first and the last pair of the table, and their neighbours.
    assert_eq!(simplify('丟'), '丢');
    assert_eq!(simplify('龜'), '龟');
    assert_eq!(simplify('\u{4E00}'), '\u{4E00}');
    assert_eq!(simplify('\u{FFFF}'), '\u{FFFF}');
}

#[test]
fn folds_what_is_typed_and_what_is_printed_to_one() {
    for (typed, printed) in [
        ("网络", "網絡"),
        ("幼儿园", "幼兒園"),
        ("ｐｍ2.5", "PM２.５"),
        ("5g", "５Ｇ"),
        ("着力", "著力"),
        ("深入了解", "深入瞭解"),
        ("(含租赁)", "（含租賃）"),
        ("干渠", "乾渠"),
        ("挂钩", "掛鈎"),
        ("a b", "Ａ　Ｂ"),
    ] {
        assert_eq!(fold_text(typed), fold_text(printed));
    }
}

#[test]
fn every_character_keeps_its_length_in_bytes() {
    for c in (0..=0x1_FFFF).filter_map(char::from_u32) {
        assert_eq!(simplify(c).len_utf8(), c.len_utf8(), "{c}");
    }
}

#[test]
fn a_table_of_all_forms_says_the_same() {
    let forms = Forms::at_hand();
    for c in (0..=0x1_FFFF).filter_map(char::from_u32) {
        assert_eq!(forms.of(c).unwrap_or(c), simplify(c), "{c}");
    }
    for (c, differs) in [('東', true), ('东', true), ('一', false), ('a', false), ('\u{FFFF}', false)] {
        assert_eq!(forms.of(c).is_some(), differs, "{c}");
    }
}

/// The page carries a part of the table: it must come to the same as the whole one, over all that is in the plan and
/// all that can be searched in it.
#[test]
fn the_page_simplifies_the_plan_as_the_whole_table_does() {
    let plan = haidong();
    let text = [to_text(&plan), simplified(&plan.source, &plan.rewordings)].concat();
    for c in text.chars().chain(text.chars().map(simplify)) {
        assert!(simplify(c) == c || KEPT.has(c), "{c} is in the plan, its pair is not in the page");
    }
    let searched = fold_text(&text);
    let left_out = ('\u{4E00}'..'\u{A000}').filter(|c| simplify(*c) != *c && !KEPT.has(*c));
    let mut count = 0;
    for c in left_out {
        count += 1;
        assert!(
            !searched.contains(fold(c)) && !searched.contains(c),
            "{c} finds something, its pair is not in the page"
        );
    }
    assert!(count > 2000, "the page carries more of the table than it needs: {count} pairs are left out");
}

#[test]
fn a_text_says_in_which_script_it_is_written() {
    let cases = [
        ("海東市2021年新型城鎮化和城鄉融合發展工作要點", Script::Traditional),
        ("海东市2021年新型城镇化和城乡融合发展工作要点", Script::Simplified),
        // 里, 后 and 台 are simplified for some words, and traditional for others.
        ("皇后鎮台東里辦事處負責農牧業轉移人口市民化質量提高與戶籍制度改革", Script::Traditional),
        ("推进城镇化建设，責任單位：市發展改革委", Script::Mixed),
        ("大力打造一百所", Script::Simplified),
        ("", Script::Simplified),
        ("Work plan for 2021", Script::Simplified),
    ];
    for (text, script) in cases {
        assert_eq!(Script::of(text), script, "{text}");
    }
    assert_eq!(haidong().script, Script::Traditional);
    assert_eq!(Script::of(&haidong().source), Script::Traditional);
}

#[test]
fn a_test_can_see_what_a_page_sees_that_has_the_pairs_of_its_plan() {
    assert_eq!(with_only(PAIRS, || (simplify('東'), simplify('檢'))), ('东', '檢'));
    assert_eq!(simplify('檢'), '检', "and afterwards all");
    let brought = with_only(PAIRS, || {
        bring_all();
        simplify('檢')
    });
    assert_eq!(brought, '检', "what brings all of them has them");
}

/// What a page can be asked before it has all pairs says what it says with all of them.
#[test]
fn bodies_are_found_by_the_pairs_of_the_plan() {
    let plan = haidong();
    let offered = |typed: &str| (sayings().expect("sayings").offered)(&plan, "全市统筹\n全市統籌", typed);
    let mut found = 0;
    for typed in [
        "发改委",
        "發改委",
        "衛計委",
        "卫计委",
        "人行",
        "藥監局",
        "质监局",
        "質監局",
        "銀監",
        "國土局",
        "農牧局",
        "扶貧辦",
        "编办",
        "編辦",
        "機關事務局",
        "稅務局",
        "团委",
        "團委",
        "婦聯",
        "檢察院",
        "紀委",
        "殘聯",
        "糧食局",
        "統籌",
        "樂都",
        "互助縣",
        "jyj",
    ] {
        let all = offered(typed);
        found += all.len();
        assert_eq!(with_only(PAIRS, || offered(typed)), all, "{typed}");
    }
    assert!(found > 10, "{found}");
}
