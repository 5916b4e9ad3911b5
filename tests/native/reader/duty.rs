//! The fifth and the sixth stage: who answers for each task, and its measures.

use super::outline::grown;
use yaodian::domain::plan::{Comparator, PieceKind, Role};
use yaodian::domain::span::Span;
use yaodian::reader::DiagnosticKind;
use yaodian::reader::duty::{self, Said};
use yaodian::reader::measure::deadlines;
use yaodian::reader::measure::numbers::number_at;
use yaodian::reader::measure::sentences::sentences;
use yaodian::reader::measure::{self, targets};
use yaodian::reader::sort::sort;
use yaodian::reader::text::{Text, cut};

/// What the first task says, each part as `kind:words`, and the remarks on all.
fn said(source: &str) -> (Vec<String>, Vec<DiagnosticKind>) {
    let text = Text::new(source);
    let cut = cut(&text);
    let tree = grown(&text);
    let sorted = sort(&text, &tree);
    let (duties, remarks) = duty::read(&text, &sorted, &cut);
    let said = duties.items.first().map(|duty| &duty.said).or(duties.rows.first().map(|duty| &duty.said));
    let words = |span: &Span| span.of(source).to_owned();
    let told = |said: &Said| match said {
        Said::Label(span) => format!("label:{}", words(span)),
        Said::Heading(span) => format!("heading:{}", words(span)),
        Said::Value(span) => format!("value:{}", words(span)),
        Said::Words(span) => format!("words:{}", words(span)),
        Said::Times(_, times) => format!("times:{}", times.iter().map(words).collect::<Vec<_>>().join("、")),
        Said::Names(names) => {
            let role = |role| match role {
                Role::Lead => "牵头",
                Role::Support => "配合",
                Role::Responsible => "责任",
            };
            let who: Vec<String> =
                names.named.iter().map(|named| format!("{}{}", role(named.role), words(&named.span))).collect();
            format!("names:{}{}", who.join("、"), if names.open { "等" } else { "" })
        }
    };
    let kinds = remarks.into_iter().map(|remark| remark.kind).collect();
    (said.into_iter().flatten().map(told).filter(|said| !said.ends_with(':')).collect(), kinds)
}

#[test]
fn a_task_says_what_who_and_by_when() {
    #[track_caller]
    fn check(source: &str, expected: &[&str], remarks: &[DiagnosticKind]) {
        let (found, kinds) = said(source);
        assert_eq!(found, expected, "{source}");
        assert_eq!(kinds, remarks, "remarks on {source}");
    }
    check(
        "1. 甲。乙。（市教育局等部门负责）丙。\n完成时限：6月底前。\n",
        &["words:乙。", "names:责任市教育局等", "words:丙。", "times:6月底前"],
        &[],
    );
    check(
        "1. 甲。（市教育局负责）\n（1）乙；\n（2）丙。\n",
        &["words:甲。", "names:责任市教育局", "label:（1）", "words:乙；", "label:（2）", "words:丙。"],
        &[],
    );
    check("1. 甲。乙。（市教育局负责", &["words:乙。", "names:责任市教育局"], &[DiagnosticKind::UnclosedStatement]);
    check("1. 甲。乙。（责任单位：）", &["words:乙。"], &[DiagnosticKind::EmptyStatement]);
    check("1. 甲。乙。（责任单位：某某某）", &["words:乙。", "names:责任某某某"], &[DiagnosticKind::OddName]);
    // Who leads by a star, and by a rule of the plan.
    check("1. 甲。乙。（*市教育局、市财政局负责）", &["words:乙。", "names:牵头市教育局、责任市财政局"], &[]);
    check(
        "列第一位者为牵头单位。\n1. 甲。乙。（市教育局、市财政局负责）",
        &["words:乙。", "names:牵头市教育局、责任市财政局"],
        &[DiagnosticKind::FirstNamedLeads],
    );
    // By the mark before which those stand that lead; without it all do.
    check(
        "1. 甲。乙。（责任单位：市教育局、市财政局，市民政局；第一个逗号前为牵头单位，多个牵头部门的按职责分工负责，下同）",
        &["words:乙。", "names:牵头市教育局、牵头市财政局、责任市民政局"],
        &[DiagnosticKind::FirstGroupLeads, DiagnosticKind::RuleForOthers],
    );
    check(
        "分号前为牵头单位。\n1. 甲。乙。（责任单位：市教育局（市语委，市体育局）；市财政局）丙。（市民政局、市水利局）",
        &[
            "words:乙。",
            "names:牵头市教育局（市语委，市体育局）、责任市财政局",
            "words:丙。",
            "names:牵头市民政局、牵头市水利局",
        ],
        &[DiagnosticKind::FirstGroupLeads],
    );
    // A cell that names nobody.
    check(
        "序号\t任务\t牵头单位\t配合单位\n1\t甲\t市教育局\t无\n2\t乙\t市财政局\t暂无\n",
        &["words:甲", "names:牵头市教育局"],
        &[],
    );
    // A column gives the role, unless the cell has verbs of its own.
    check(
        "序号\t任务\t牵头单位\t完成时限\n1\t甲\t市教育局\t6月。\n",
        &["words:甲", "names:牵头市教育局", "times:6月"],
        &[],
    );
    check(
        "序号\t任务\t责任单位\n1\t甲\t市教育局牵头，市财政局配合\n",
        &["words:甲", "names:牵头市教育局、配合市财政局"],
        &[],
    );
}

#[test]
fn a_statement_speaks_of_the_measures_before_it() {
    #[track_caller]
    fn check(source: &str, measures: &[(&str, Option<usize>)], statements: &[&str], times: &[&str]) {
        let text = Text::new(source);
        let tree = grown(&text);
        let sorted = sort(&text, &tree);
        let cut = cut(&text);
        let read = measure::read(&text, duty::read(&text, &sorted, &cut).0);
        let work = &read.items[0];
        let words = |spans: Vec<Span>| spans.iter().map(|span| span.of(source)).collect::<Vec<_>>();
        let found: Vec<_> = work.measures.iter().map(|m| (m.span.of(source), m.responsibility)).collect();
        assert_eq!(found, measures, "measures of {source}");
        assert_eq!(words(work.statements.iter().map(|names| names.span).collect()), statements, "{source}");
        assert_eq!(words(work.deadlines.clone()), times, "deadlines of {source}");
        assert!(work.pieces.iter().all(|(_, kind)| *kind != PieceKind::Responsibility), "statements are told apart");
    }
    check("1. 甲。乙。丙。（市教育局负责）", &[("乙。", None), ("丙。", None)], &["（市教育局负责）"], &[]);
    check(
        "1. 甲。乙。（市教育局负责）丙。丁。（市财政局负责）",
        &[("乙。", Some(0)), ("丙。", Some(1)), ("丁。", Some(1))],
        &["（市教育局负责）", "（市财政局负责）"],
        &[],
    );
    check(
        "1. 6月底前建窗口。乙。\n牵头单位：市教育局\n配合单位：市财政局\n完成时限：年底前\n",
        &[("乙。", None)],
        &["牵头单位：市教育局\n配合单位：市财政局"],
        &["6月底前", "年底前"],
    );
    check("1. 甲。具体措施：\n乙。", &[("乙。", None)], &[], &[]);
}

#[test]
fn sentences_end_at_stops_outside_of_brackets_and_quotations() {
    for (text, expected) in [
        ("甲。乙！丙？", &["甲。", "乙！", "丙？"][..]),
        ("甲（乙。丙）丁。戊", &["甲（乙。丙）丁。", "戊"]),
        ("甲“乙。”丙。", &["甲“乙。”丙。"]),
        ("甲“乙。丙。", &["甲“乙。", "丙。"]),
        ("**甲。** 、乙。", &["甲。", "乙。"]),
        ("。。", &[]),
    ] {
        let found: Vec<&str> = sentences(text, Span::whole(text)).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn numbers_have_a_value_and_an_end() {
    #[track_caller]
    fn check(text: &str, expected: Option<(f64, &str, &str)>) {
        let number = number_at(text, Span::whole(text));
        let found = number.map(|n| (n.value, &text[..n.digits_end], &text[..n.end]));
        assert_eq!(found, expected, "{text}");
    }
    check("2.4万人次", Some((2.4, "2.4", "2.4万")));
    check("1,200户", Some((1200.0, "1,200", "1,200")));
    check("１２户", Some((12.0, "１２", "１２")));
    check("1-3个月", Some((3.0, "1-3", "1-3")));
    check("二十一项", Some((21.0, "二十一", "二十一")));
    check("300余家", Some((300.0, "300", "300余")));
    // The end of a line may break it, and another number does not go on with it.
    check("８\n　．５万吨", Some((8.5, "８\n　．５", "８\n　．５万")));
    check("12\n34户", Some((1234.0, "12\n34", "12\n34")));
    check("12 34户", Some((12.0, "12", "12")));
    check("1234567890123456个", None);
    check("个", None);
}

#[test]
fn targets_and_deadlines_stand_in_sentences() {
    let sentence = "到2025年，新建幼儿園10所，覆盖率不低于70%，2024年6月底前办结。";
    let text = Text::new(sentence);
    let found = targets::find(&text, Span::whole(sentence));
    let found: Vec<_> = found.iter().map(|t| (t.span.of(sentence), t.comparator, t.unit.as_str())).collect();
    assert_eq!(found, [("10所", Comparator::Exactly, "所"), ("不低于70%", Comparator::AtLeast, "%")]);
    let times: Vec<&str> =
        deadlines::find(&text.folded, Span::whole(sentence)).iter().map(|span| span.of(sentence)).collect();
    assert_eq!(times, ["到2025年", "2024年6月底前"]);
    let broken = "新建2\n0处，2\n024年底前完成，2025年1\n0月底前验收。";
    let found = deadlines::find(broken, Span::whole(broken));
    assert_eq!(found.iter().map(|span| span.of(broken)).collect::<Vec<_>>(), ["2\n024年底前", "2025年1\n0月底前"]);
}
