//! The first stage: paragraphs, labels, page numbers, tables.

use yaodian::domain::plan::Role;
use yaodian::domain::span::Span;
use yaodian::reader::lexicon::headings::Form;
use yaodian::reader::text::labels::label_at;
use yaodian::reader::text::{Cut, Text, cut};

/// A text as it is cut, with its words in simplified characters.
fn cut_up(source: &str) -> (String, Cut) {
    let text = Text::new(source);
    let cut = cut(&text);
    (text.folded, cut)
}

#[test]
fn a_text_is_cut_into_paragraphs() {
    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let (text, cut) = cut_up(source);
        let found: Vec<&str> = cut.paragraphs.iter().map(|p| p.of(&text)).collect();
        assert_eq!(found, expected, "{source}");
    }
    check("", &[]);
    check("甲\r\n\r\n\u{3000}乙 \n", &["甲", "乙"]);
    check("## 一、甲\n> 乙\n", &["一、甲", "乙"]);
    check("**1. 甲。**乙", &["1. 甲。**乙"]);
    check("1. **甲。**乙**丙**", &["1. **甲。**乙\u{85}丙"]);
    check("甲**乙**丙（**丁**）**", &["甲\u{85}乙\u{85}丙（\u{85}丁\u{85}）**"]);
    check("*甲**\n**乙", &["*甲**", "**乙"]);
    check("- **1. 甲**\n  - **單位**：乙\n- 3 -", &["1. 甲", "单位\u{85}：乙"]);
    check("設窗口", &["设窗口"]);
    // A bracket that runs on, and one that nothing closes.
    check("设窗口（市教\n育局）\n乙", &["设窗口（市教\n育局）", "乙"]);
    check("设窗口（市教\n育局\n乙", &["设窗口（市教", "育局", "乙"]);
    check("设窗口（市教\n1. 乙）\n", &["设窗口（市教", "1. 乙）"]);
    // Numbers that count on are headings, in a text without line breaks.
    check(
        "为此。一、指导思想坚持方向。二、任务（一）甲。（二）乙。",
        &["为此。", "一、指导思想", "坚持方向。", "二、任务", "（一）甲。", "（二）乙。"],
    );
    check("包括：（一）甲；（二）乙。", &["包括：（一）甲；（二）乙。"]);
}

#[test]
fn numbers_of_pages_are_no_paragraphs() {
    for page in ["— 3 —", "-12-", "第3页 共8页", "第 3 页", "３页"] {
        let (text, cut) = cut_up(&format!("甲\n{page}\n乙"));
        assert_eq!(cut.pages.len(), 1, "{page} numbers a page");
        assert_eq!(cut.paragraphs.iter().map(|p| p.of(&text)).collect::<Vec<_>>(), ["甲", "乙"], "{page}");
    }
    for other in ["3", "—甲—", "第三页内容", "2021—2023"] {
        assert!(cut_up(other).1.pages.is_empty(), "{other} numbers no page");
    }
}

#[test]
fn labels_have_a_form_a_number_and_a_name() {
    #[track_caller]
    fn check(text: &str, expected: Option<(Form, u32, &str, &str)>) {
        let label = label_at(text, Span::whole(text));
        let found = label.map(|l| (l.form, l.value, l.name.of(text), &text[l.end..]));
        assert_eq!(found, expected, "{text}");
    }
    check("第二部分 甲", Some((Form::Part, 2, "第二部分", "甲")));
    check("第十章、甲", Some((Form::Part, 10, "第十章", "甲")));
    check("第3节甲", Some((Form::Division, 3, "第3节", "甲")));
    check("第一条 甲", Some((Form::Article, 1, "第一条", "甲")));
    check("第一条战线", None);
    check("二十一、甲", Some((Form::Chinese, 21, "二十一", "甲")));
    check("一是甲", None);
    check("两、甲", None);
    check("（三）甲", Some((Form::ChineseBracketed, 3, "（三）", "甲")));
    check("[三] 甲", Some((Form::ChineseBracketed, 3, "[三]", "甲")));
    check("㈡甲", Some((Form::ChineseBracketed, 2, "㈡", "甲")));
    check("（4）甲", Some((Form::ArabicBracketed, 4, "（4）", "甲")));
    check("4）甲", Some((Form::ArabicBracketed, 4, "4", "甲")));
    check("⑷甲", Some((Form::ArabicBracketed, 4, "⑷", "甲")));
    check("12．甲", Some((Form::Arabic, 12, "12", "甲")));
    check("１、甲", Some((Form::Arabic, 1, "１", "甲")));
    check("⒊甲", Some((Form::Arabic, 3, "⒊", "甲")));
    check("3.2020年底前", Some((Form::Arabic, 3, "3", "2020年底前")));
    check("1.2 甲", Some((Form::Decimal, 2, "1.2", "甲")));
    check("2.4万人次", None);
    check("2021年", None);
    check("③甲", Some((Form::Circled, 3, "③", "甲")));
    check("甲", None);
}

#[test]
fn rows_hold_what_their_columns_say() {
    let (text, cut) = cut_up(
        "甲\n序号\t重点任务\t具体举措\t牵头单位\t配合单位\t完成时限\n一、乙\n1\t丙\t丁。\t市教育局\t市财政局\t6月\n2\t戊\t己。\t\t\t\n",
    );
    let words = |spans: &[Span]| spans.iter().map(|s| s.of(&text)).collect::<Vec<_>>();
    assert_eq!(words(&cut.paragraphs), ["甲"], "running text");
    assert_eq!(cut.tables.heads.len(), 1, "lines that name columns");
    let numbers: Vec<&str> = cut.tables.rows.iter().map(|row| row.number.of(&text)).collect();
    assert_eq!(numbers, ["1", "2"]);
    for (row, title, content) in [(&cut.tables.rows[0], "丙", "丁。"), (&cut.tables.rows[1], "戊", "己。")] {
        let over = row.groups.last().expect("a heading between the rows");
        assert_eq!((over.label.of(&text), over.title.of(&text), row.title.of(&text)), ("一、", "乙", title));
        assert_eq!(words(&row.content), [content]);
        let bodies: Vec<(&str, Role)> = row.bodies.iter().map(|(cell, role)| (cell.of(&text), *role)).collect();
        assert_eq!(bodies, [("市教育局", Role::Lead), ("市财政局", Role::Support)], "blank cells are merged ones");
        assert_eq!(words(&row.deadlines), ["6月"]);
    }
}

#[test]
fn an_aligned_table_does_not_place_the_cells_of_the_next_one() {
    let (text, cut) = cut_up(
        "序号  任务  内容  责任单位  时限\n1  甲  乙  市教育局  6月\n任务\t责任单位\n甲工作  乙内容  丙局\n设窗口\t市财政局\n",
    );
    let rows: Vec<[&str; 3]> = cut
        .tables
        .rows
        .iter()
        .map(|row| {
            [row.groups.last().map_or_else(Span::default, |group| group.title), row.content[0], row.bodies[0].0]
                .map(|span| span.of(&text))
        })
        .collect();
    assert_eq!(rows, [["", "乙", "市教育局"], ["甲工作  乙内容  丙局", "设窗口", "市财政局"]], "rows of {cut:?}");
    assert_eq!(cut.tables.heads.len(), 2, "lines that name columns");
}
