//! The second stage: statements, where they stand and what they say.

use yaodian::domain::plan::{Reach, Role};
use yaodian::domain::span::Span;
use yaodian::reader::statement::find::{StatementKind, find};
use yaodian::reader::statement::meaning::{Meaning, meaning};
use yaodian::reader::statement::names::names;
use yaodian::reader::statement::read::read;
use yaodian::reader::statement::{self, Paragraph};
use yaodian::reader::text::Text;

#[test]
fn statements_are_found_where_they_stand() {
    use StatementKind::{Deadline, Responsibility};
    #[track_caller]
    fn check(paragraph: &str, expected: &[(StatementKind, &str, bool)]) {
        let found = find(paragraph, Span::whole(paragraph));
        let found: Vec<_> = found.iter().map(|f| (f.kind, f.inner.of(paragraph), f.unclosed)).collect();
        assert_eq!(found, expected, "{paragraph}");
    }
    check("设窗口。（市教育局负责）", &[(Responsibility, "市教育局负责", false)]);
    check("设窗口。（市教育局、市财政局）", &[(Responsibility, "市教育局、市财政局", false)]);
    check("设窗口。（市教育局负责", &[(Responsibility, "市教育局负责", true)]);
    check("设窗口。责任单位：市教育局。", &[(Responsibility, "责任单位：市教育局。", false)]);
    check("完成时限：2024年10月", &[(Deadline, "完成时限：2024年10月", false)]);
    check(
        "甲。（市教育局负责）乙。（市财政局负责）",
        &[(Responsibility, "市教育局负责", false), (Responsibility, "市财政局负责", false)],
    );
    check(
        "甲。（牵头单位：市教育局）（配合单位：市财政局）",
        &[(Responsibility, "牵头单位：市教育局）（配合单位：市财政局", false)],
    );
    // A bracket that explains, one that holds another name, one in the middle of a sentence.
    check("设窗口（含市教育局负责的）。", &[]);
    check("由省市场监管局（省知识产权局）设窗口。", &[]);
    check("设窗口。（市教育局、市财政局，铁路车务段）", &[(Responsibility, "市教育局、市财政局，铁路车务段", false)]);
    // A counted thing ends like a name.
    check("新建公办幼儿园2所（市教育局）", &[(Responsibility, "市教育局", false)]);
    check("设县医院（县人民医院）", &[]);
    check("设窗口（市教育局）并配人员。", &[]);
    check("本要点由市教育局解释（市教育局负责解释）。", &[]);
}

#[test]
fn paragraphs_know_what_is_beside_their_statements() {
    let text = "甲。（市教育局负责）乙。";
    let paragraph = Paragraph::new(text, Span::whole(text));
    let words: Vec<&str> = paragraph.words().map(|span| span.of(text)).collect();
    assert_eq!(words, ["甲。", "乙。"]);
    assert!(paragraph.names() && !paragraph.only_states(text) && !paragraph.ends_stated(text));
    let text = "（市教育局负责）。";
    let paragraph = Paragraph::new(text, Span::whole(text));
    assert!(paragraph.names() && paragraph.only_states(text) && paragraph.ends_stated(text));
    let text = "完成时限：6月";
    let paragraph = Paragraph::new(text, Span::whole(text));
    assert!(!paragraph.names() && paragraph.only_states(text) && !paragraph.ends_stated(text));
}

#[test]
fn paragraphs_stand_behind_their_labels() {
    let text = Text::new("1. 甲。（市教育局负责）\n乙");
    let paragraphs = yaodian::reader::text::cut(&text).paragraphs;
    let found = statement::find(&text, &paragraphs);
    let own: Vec<(Option<u32>, &str)> =
        found.iter().map(|p| (p.label.map(|label| label.value), p.own.span.of(&text.folded))).collect();
    assert_eq!(own, [(Some(1), "甲。（市教育局负责）"), (None, "乙")]);
}

#[test]
fn lists_are_cut_into_names() {
    #[track_caller]
    fn check(list: &str, expected: &[&str], open: bool) {
        let found = names(list, Span::whole(list));
        assert_eq!(found.iter().map(|name| name.span.of(list)).collect::<Vec<_>>(), expected, "{list}");
        assert_eq!(found.iter().any(|name| name.open), open, "whether {list} is open");
    }
    check("市教育局、市财政局", &["市教育局", "市财政局"], false);
    check("市教育局﹑市财政局等部门", &["市教育局", "市财政局"], true);
    check("市教育局、市财政局等", &["市教育局", "市财政局"], true);
    check("市教育局 市财政局", &["市教育局", "市财政局"], false);
    check("市教育局（牵头） 市财政局", &["市教育局（牵头）", "市财政局"], false);
    check("市教育局（市语委） 等部门", &["市教育局（市语委）"], true);
    check("市教\n育局", &["市教\n育局"], false);
    check("市工业和信息化局和市文化和旅游局", &["市工业和信息化局", "市文化和旅游局"], false);
    check("市教育局及各县（市、区）政府", &["市教育局", "各县（市、区）政府"], false);
    check("各市、自治州人民政府", &["各市、自治州人民政府"], false);
    check("市政府各委、办、局", &["市政府各委、办、局"], false);
    check("并由市教育局", &["由市教育局"], false);
    check("、，", &[], false);
}

#[test]
fn names_stand_for_bodies_places_or_sets() {
    let all = Meaning::Places(Reach::All);
    let some = Meaning::Places(Reach::Undetermined);
    for (name, expected) in [
        ("市教育局", Meaning::Body),
        ("西宁市政府", Meaning::Body),
        ("新区管委会", Meaning::Body),
        ("各县区政府", all),
        ("各区县教育局", all),
        ("各镇（街道）", all),
        ("6县区", all),
        ("县（市、区）政府", all),
        ("县区政府", all),
        ("市政府", Meaning::Body),
        ("相关县区政府", some),
        ("有关地区", some),
        ("相关部门", Meaning::Generic),
        ("各区县有关部门", Meaning::Generic),
        ("市政府各部门", Meaning::Generic),
        ("责任单位", Meaning::Generic),
    ] {
        assert_eq!(meaning(name), expected, "{name}");
    }
}

#[test]
fn a_statement_says_who_in_which_role() {
    use Role::{Lead, Responsible, Support};
    #[track_caller]
    fn check(words: &str, expected: &[(&str, Role)], times: &[&str]) {
        let found = read(words, Span::whole(words));
        let named: Vec<(&str, Role)> = found.named.iter().map(|n| (n.span.of(words), n.role)).collect();
        let deadlines: Vec<&str> = found.deadlines.iter().map(|span| span.of(words)).collect();
        assert_eq!((named.as_slice(), deadlines.as_slice()), (expected, times), "{words}");
    }
    check("市教育局、市财政局按职责分工负责", &[("市教育局", Responsible), ("市财政局", Responsible)], &[]);
    check("市教育局牵头，市财政局配合", &[("市教育局", Lead), ("市财政局", Support)], &[]);
    check("市教育局，各区政府按职责分工负责", &[("市教育局", Responsible), ("各区政府", Responsible)], &[]);
    check(
        "牵头单位：市教育局；配合单位：市财政局；完成时限：6月底前。",
        &[("市教育局", Lead), ("市财政局", Support)],
        &["6月底前"],
    );
    check("责任领导：某某某", &[], &[]);
    check("市教育局负责，下同", &[("市教育局", Responsible)], &[]);
    let words = "责任单位：某某某";
    let found = read(words, Span::whole(words));
    assert_eq!(found.odd.iter().map(|span| span.of(words)).collect::<Vec<_>>(), ["某某某"], "an odd name");
    assert!(read("责任人：某某某", Span::whole("责任人：某某某")).person, "a person is announced");
    let words = "*市教育局、市财政局负责";
    let starred: Vec<bool> = read(words, Span::whole(words)).named.iter().map(|named| named.starred).collect();
    assert_eq!(starred, [true, false], "the body with the star");
}
