//! The third stage: headings as a tree.

use yaodian::domain::span::Span;
use yaodian::reader::outline::titles::split;
use yaodian::reader::outline::{NodeId, Tree};
use yaodian::reader::statement::{self, Paragraph};
use yaodian::reader::text::{Text, cut};

/// The tree of a text.
pub fn grown(text: &Text) -> Tree {
    let cut = cut(text);
    Tree::grow(text, statement::find(text, &cut.paragraphs), &cut.tables.starts)
}

/// A heading and what stands under it, a line each: depth, label, title, paragraphs under it and behind its children.
fn draw(text: &Text, tree: &Tree, id: NodeId, depth: usize, out: &mut Vec<String>) {
    let node = &tree[id];
    let words = |span: Span| span.of(&text.folded);
    let (body, tail) = (node.body.len(), node.tail.len());
    out.push(format!("{depth} {}|{} {body}+{tail}", words(node.name()), words(node.title)));
    node.children.iter().for_each(|child| draw(text, tree, *child, depth + 1, out));
}

#[track_caller]
fn check(source: &str, expected: &[&str]) {
    let text = Text::new(source);
    let tree = grown(&text);
    let mut out = Vec::new();
    draw(&text, &tree, NodeId::ROOT, 0, &mut out);
    assert_eq!(out, expected, "{source}");
    for id in tree.ids().skip(1) {
        assert!(tree[tree[id].parent].children.contains(&id), "a heading is a child of its parent: {source}");
        assert_eq!(tree.line(id).last().map(|top| tree[top].parent), Some(NodeId::ROOT), "all stand under the root");
    }
}

#[test]
fn a_form_of_label_that_appears_below_another_is_deeper() {
    check("", &["0 | 0+0"]);
    check("要点\n为此。", &["0 | 2+0"]);
    check(
        "一、甲\n（一）乙。丙。\n1. 丁。戊。\n（二）己。庚。\n二、辛\n",
        &["0 | 0+0", "1 一|甲 0+0", "2 （一）|乙 0+0", "3 1|丁 0+0", "2 （二）|己 0+0", "1 二| 0+0"],
    );
    // The other way round, if the plan has it so.
    check("1. 甲\n一、乙\n丙。\n2. 丁\n", &["0 | 0+0", "1 1|甲 0+0", "2 一|乙 1+0", "1 2| 0+0"]);
    // A chapter stands above all.
    check("一、甲\n第一章 乙\n二、丙\n", &["0 | 0+0", "1 一| 0+0", "1 第一章|乙 0+0", "2 二| 0+0"]);
}

#[test]
fn lines_are_headings_only_in_a_plan_without_numbers() {
    let long = "为做好窗口工作，全面推进各项服务的优化和提升，现就有关事项安排如下，请各单位认真落实到位。";
    check(&format!("建窗口\n{long}\n办实事\n{long}\n"), &["0 | 0+0", "1 |建窗口 1+0", "1 |办实事 1+0"]);
    check(&format!("建窗口\n{long}\n一、办实事\n{long}\n"), &["0 | 2+0", "1 一|办实事 1+0"]);
}

#[test]
fn a_statement_behind_headings_that_state_nothing_is_about_all_of_them() {
    check(
        "一、甲\n（一）乙\n1.丙。\n2.丁。\n责任单位：市教育局\n",
        &["0 | 0+0", "1 一|甲 0+0", "2 （一）|乙 0+1", "3 1| 0+0", "3 2| 0+0"],
    );
    check(
        "一、甲\n（一）乙\n1.丙。（市财政局负责）\n2.丁。\n责任单位：市教育局\n",
        &["0 | 0+0", "1 一|甲 0+0", "2 （一）|乙 0+0", "3 1| 0+0", "3 2| 1+0"],
    );
}

#[test]
fn the_last_member_of_an_enumeration_speaks_for_all() {
    let speaks = |source: &str| {
        let tree = grown(&Text::new(source));
        tree.headings().iter().map(|node| node.speaks_for_all).collect::<Vec<_>>()
    };
    assert_eq!(speaks("（一）甲\n1.乙；\n2.丙。（市教育局负责）\n"), [false, false, true]);
    assert_eq!(speaks("（一）甲\n1.乙。\n2.丙。（市教育局负责）\n"), [false, false, false]);
}

#[test]
fn a_heading_ends_before_its_text() {
    #[track_caller]
    fn check(text: &str, under: bool, title: &str, rest: &str) {
        let (found, behind) = split(text, &Paragraph::new(text, Span::whole(text)), under, 24);
        assert_eq!((found.of(text), behind.of(text)), (title, rest), "{text}");
    }
    check("建窗口。设窗口。", false, "建窗口", "设窗口。");
    check("建窗口：设窗口。", false, "建窗口", "设窗口。");
    check("建好窗口\u{3000}设窗口。", false, "建好窗口", "设窗口。");
    check("**建窗口。**设窗口。", false, "建窗口", "设窗口。");
    check("建窗口（市教育局负责）", true, "建窗口", "（市教育局负责）");
    check("建窗口", true, "建窗口", "");
    check("建窗口", false, "", "建窗口");
    check("设窗口。", false, "", "设窗口。");
    check("面向群众，设窗口；配人员。", false, "", "面向群众，设窗口；配人员。");
}
