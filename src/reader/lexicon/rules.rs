//! Rules that a statement sets for the whole plan, and asides behind names.

use super::duties::{ACCORDING, SHARED};
use super::marks::{ANNOUNCED_STARS, LINE_ENDS, digit};
use super::{holds, starts};
use crate::domain::span::Span;
use std::borrow::Cow;

/// Words of a clause that sets a rule for the whole plan and names nobody.
#[rustfmt::skip]
pub const RULES: &[&str] = &[
    "下同", "不再列出", "不再列", "不再一一列", "不再做分工", "不再分工", "不再重复", "不再逐一", "不再另行", "以下均",
    "以下各项", "以下任务", "以下责任单位", "以下工作", "各项任务均", "具体任务均", "逗号前", "分号前", "顿号前", "句号前", "多个牵头", "其他为", "其余为",
];
/// Characters of which one stands in each of them.
pub const IN_RULES: [char; 6] = ['下', '再', '均', '号', '多', '其'];
/// Words of a bracket behind a name that explain it, and are none of it.
const EXPLAINED: &[&str] = &["以下简称", "简称"];

/// What begins one that says how many tasks a body has: （共3项）.
const IN_ALL: char = '共';

/// Whether the words of a bracket behind a name state a rule or explain the name.
pub fn is_aside(words: &str) -> bool {
    let counts = || words.trim_start().starts_with(IN_ALL) && words.contains(|c| digit(c).is_some());
    let shares = || starts(words.trim_start(), ACCORDING) && holds(words, SHARED);
    is_rule(words) || counts() || shares() || EXPLAINED.iter().any(|word| words.trim_start().starts_with(word))
}

/// Whether a rule says nothing that a person must look at: 下同, or who leads, which is remarked on once.
pub fn is_short_rule(clause: &str) -> bool {
    let clause: &str = &on_one_line(clause);
    clause.trim() == FROM_HERE || lead_rule(clause).is_some() || star_leads(clause)
}

/// A rule that holds from where it stands.
const FROM_HERE: &str = "下同";

/// What a rule says that somebody does.
const LEADING: &str = "牵头";

/// Words for the first body of a list.
#[rustfmt::skip]
const FIRST_PLACE: &[&str] = &[
    "第一位", "排第一", "列第一", "第一个单位", "第一个部门", "第一单位", "第一责任单位", "首位", "排名第一", "排名首",
    "排在第一", "列首", "排首", "列在首", "排在最前", "排在前面", "首个单位", "列第1", "排第1", "第1位", "排名第1",
];

/// The marks before which those stand that lead, by their names: 第一个逗号前为牵头单位.
const BEFORE_MARKS: &[(&str, &[char])] =
    &[("逗号前", &['，', ',']), ("分号前", &['；', ';']), ("顿号前", &['、']), ("句号前", &['。'])];

/// Who of each list of bodies leads, where a plan says so once for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadRule {
    /// The first one: 列第一位者为牵头单位.
    First,
    /// Those before the first of these marks.
    Before(&'static [char]),
}

/// Words that say what a star stands for.
const STANDS_FOR: &[&str] = &["为", "号"];

/// Whether a clause states a rule for the whole plan and names nobody: 下同, 不再列出, 列第一位者为牵头单位.
pub fn is_rule(clause: &str) -> bool {
    let clause: &str = &on_one_line(clause);
    let leads = || clause.contains(LEADING) && (lead_rule(clause).is_some() || star_leads(clause));
    // Asked of every clause of every statement, and most have no character of a rule.
    clause.contains(IN_RULES) && holds(clause, RULES) || leads()
}

/// A clause without the line breaks in it: 列第一位的为⏎牵头单位.
fn on_one_line(clause: &str) -> Cow<'_, str> {
    if clause.contains(LINE_ENDS) { clause.lines().map(str::trim).collect::<String>().into() } else { clause.into() }
}

/// Who of each list of bodies leads, if a clause says it.
pub fn lead_rule(clause: &str) -> Option<LeadRule> {
    clause.split(ends_rule).filter(|clause| clause.contains(LEADING)).find_map(|clause| {
        let before = || BEFORE_MARKS.iter().find(|(name, _)| clause.contains(name));
        if holds(clause, FIRST_PLACE) {
            Some(LeadRule::First)
        } else {
            before().map(|(_, marks)| LeadRule::Before(marks))
        }
    })
}

/// Where a text says who of each list of bodies leads, who does, and from where on that holds: 下同 means from there on, a rule that
/// says no more holds for all. `paragraphs` are those of the text, of which lines may have been broken.
pub fn lead_rule_from(text: &str, paragraphs: &[Span]) -> Option<(LeadRule, Span, usize)> {
    let lines = clauses(text, Span::whole(text), ends_rule);
    let broken = paragraphs.iter().filter(|paragraph| paragraph.of(text).contains(LINE_ENDS));
    let broken = broken.flat_map(|paragraph| clauses(text, *paragraph, ends_clause));
    lines.chain(broken).find_map(|span| {
        let clause: &str = &on_one_line(span.of(text));
        let rule = lead_rule(clause)?;
        Some((rule, span, if clause.contains(FROM_HERE) { span.begins() } else { 0 }))
    })
}

/// The clauses of a span, between marks of one byte or of three.
fn clauses(text: &str, span: Span, ends: fn(char) -> bool) -> impl Iterator<Item = Span> {
    let mut start = span.begins();
    span.of(text).split(ends).map(move |clause| {
        let found = Span::new(start, start + clause.len());
        let mark = text.get(found.ends()..).and_then(|rest| rest.chars().next());
        start = found.ends() + mark.map_or(0, char::len_utf8);
        found
    })
}

/// Whether a text says that a star marks the body that leads.
pub fn star_leads(text: &str) -> bool {
    let says = |clause: &str| clause.contains(LEADING) && clause.contains(ANNOUNCED_STARS) && holds(clause, STANDS_FOR);
    text.split(ends_rule).any(says)
}

fn ends_rule(c: char) -> bool {
    ends_clause(c) || c == '\n'
}

fn ends_clause(c: char) -> bool {
    matches!(c, '。' | '；' | ';')
}
