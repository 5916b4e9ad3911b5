//! Finds the statements of responsibility in a paragraph: `（市教育局等部门负责）`, `责任单位：…`, wherever they stand.

use super::chars::{Bytes, Enclosure, chars_in, closes, is_break, is_colon, is_space, length, opens, slice, trim};
use super::keywords::{BODY_ENDINGS, DEADLINE_LABELS, TRAILING, announces_person, label_role};
use super::units::looks_named;

/// A list of bodies is not longer than this; longer brackets are text.
const LONGEST_STATEMENT: usize = 6000;
/// A label is not longer than this: 牵头责任单位.
const LONGEST_LABEL: usize = 12;

/// A statement as it stands in the text, not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// With its brackets.
    pub range: Bytes,
    /// Without them.
    pub inner: Bytes,
    /// Whether it is one of responsibility or of a deadline alone.
    pub kind: Kind,
    /// Whether its closing bracket is missing.
    pub unclosed: bool,
}

/// What is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who answers.
    Responsibility,
    /// By when (`完成时限：2021年10月`).
    Deadline,
}

/// How many brackets that nothing closes are passed over in one paragraph.
const STRAY_BRACKETS: usize = 4;

/// The statements of a paragraph in order, those that touch each other taken together. `text` is simplified.
pub fn find(text: &str, paragraph: Bytes) -> Vec<Found> {
    find_past(text, paragraph, STRAY_BRACKETS)
}

fn find_past(text: &str, paragraph: Bytes, strays: usize) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    if let Some(kind) = label_kind(slice(text, paragraph.clone())) {
        // A line of its own. Brackets in it belong to names.
        out.push(Found { range: paragraph.clone(), inner: paragraph, kind, unclosed: false });
        return out;
    }
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut stop = false;
    for (at, c) in chars_in(text, paragraph.clone()) {
        let after = at + c.len_utf8();
        if stop && !is_space(c) && !is_break(c) {
            stop = false;
            if open.is_empty()
                && c.is_alphanumeric()
                && let Some(kind) = label_kind(head(text, at..paragraph.end))
            {
                let range = trim(text, at..paragraph.end);
                push(text, Found { inner: range.clone(), range, kind, unclosed: false }, &mut out);
                return out;
            }
        }
        if is_break(c) || closes(c) == Some(Enclosure::Bracket) {
            stop = true;
        }
        if opens(c) == Some(Enclosure::Bracket) {
            open.push((at, after));
        } else if closes(c) == Some(Enclosure::Bracket)
            && let Some((start, inner)) = open.pop().filter(|_| open.is_empty())
        {
            let found = statement(text, &paragraph, start..after, inner..at);
            out_push(text, found, &mut out);
        }
    }
    if let Some((start, inner)) = open.first().copied() {
        let range = trim(text, start..paragraph.end);
        let inner = inner..range.end.max(inner);
        let words = slice(text, inner.clone());
        let labelled = label_kind(words);
        let told = labelled
            .or_else(|| (before_ok(text, &paragraph, start) && names_somebody(words)).then_some(Kind::Responsibility));
        if let Some(kind) = told.filter(|_| inner.len() <= LONGEST_STATEMENT) {
            push(text, Found { range, inner, kind, unclosed: true }, &mut out);
        } else if strays > 0 {
            for found in find_past(text, inner.start..paragraph.end, strays - 1) {
                push(text, found, &mut out);
            }
        }
    }
    out
}

fn out_push(text: &str, found: Option<Found>, out: &mut Vec<Found>) {
    if let Some(found) = found {
        push(text, found, out);
    }
}

/// Adds a statement; one that touches the one before continues it: `（牵头单位：A）（配合单位：B）`.
fn push(text: &str, found: Found, out: &mut Vec<Found>) {
    match out.last_mut() {
        Some(last)
            if last.kind == found.kind && slice(text, last.range.end..found.range.start).chars().all(is_space) =>
        {
            last.range.end = found.range.end;
            last.inner.end = found.inner.end;
            last.unclosed |= found.unclosed;
        }
        _ => out.push(found),
    }
}

/// The first characters of a range, enough for a label.
fn head(text: &str, range: Bytes) -> &str {
    let end = chars_in(text, range.clone()).nth(LONGEST_LABEL + 4).map_or(range.end, |(at, _)| at);
    slice(text, range.start..end)
}

/// What words state that open with a label and a colon.
pub fn label_kind(words: &str) -> Option<Kind> {
    let words = words.trim_start_matches(|c: char| is_space(c) || c == '*');
    let (at, _) = words.char_indices().take(LONGEST_LABEL).find(|(_, c)| is_colon(*c))?;
    let label: String = slice(words, 0..at).chars().filter(|c| !is_space(*c) && *c != '*').collect();
    if DEADLINE_LABELS.contains(&label.as_str()) {
        Some(Kind::Deadline)
    } else {
        (announces_person(&label) || label_role(&label).is_some()).then_some(Kind::Responsibility)
    }
}

/// The statement in a pair of brackets, if it is one.
fn statement(text: &str, paragraph: &Bytes, range: Bytes, inner: Bytes) -> Option<Found> {
    let words = slice(text, inner.clone());
    if inner.len() > LONGEST_STATEMENT {
        return None;
    }
    let found = |kind| Some(Found { range: range.clone(), inner: inner.clone(), kind, unclosed: false });
    if let Some(kind) = label_kind(words) {
        return found(kind);
    }
    let before = before_ok(text, paragraph, range.start);
    let after = after_ok(text, paragraph, range.end);
    let stated = (before || after) && names_somebody(words);
    let listed = after && (before || !names_before(text, paragraph, range.start)) && lists_bodies(words);
    if stated || listed { found(Kind::Responsibility) } else { None }
}

/// Whether what stands before a bracket lets it be about all that went before.
fn before_ok(text: &str, paragraph: &Bytes, at: usize) -> bool {
    let before = slice(text, paragraph.start..at).trim_end_matches(|c| is_space(c) || c == '*').chars().next_back();
    before.is_none_or(|c| is_break(c) || closes(c).is_some())
}

/// Whether a name stands before a bracket, so that the bracket holds another name of it: 省市场监管局（省知识产权局）.
fn names_before(text: &str, paragraph: &Bytes, at: usize) -> bool {
    slice(text, paragraph.start..at)
        .chars()
        .next_back()
        .is_some_and(|c| BODY_ENDINGS.contains(c) || "区县市州镇乡".contains(c))
}

/// Whether what stands behind a bracket lets it be the end of a thought.
fn after_ok(text: &str, paragraph: &Bytes, at: usize) -> bool {
    let after = slice(text, at..paragraph.end).trim_start_matches(is_space).chars().next();
    after.is_none_or(|c| is_break(c) || matches!(c, '*' | '，' | ','))
}

/// Whether words without a label say of somebody that he answers: 市教育局、市财政局按职责分工负责.
fn names_somebody(words: &str) -> bool {
    let never = ["含", "包括", "以下", "如", "即", "见", "详见", "注", "其中"];
    if never.iter().any(|word| words.trim_start().starts_with(word)) || words.contains("负责解释") {
        return false;
    }
    words.split(|c: char| is_break(c) || matches!(c, '，' | ',')).any(|clause| {
        let clause = clause.trim_matches(|c| is_space(c) || c == '*');
        let verb =
            TRAILING.iter().any(|(word, role)| role.is_some() && clause.ends_with(word) && clause.len() > word.len());
        verb && somebody(clause)
    })
}

/// Whether a clause names a body somewhere before its verb.
fn somebody(clause: &str) -> bool {
    let set = ["各", "有关", "相关", "等"].iter().any(|word| clause.contains(word));
    let mut rest = clause;
    while let Some(word) = TRAILING.iter().map(|(word, _)| *word).find(|word| rest.ends_with(word)) {
        rest = rest.strip_suffix(word).unwrap_or("").trim_end();
    }
    let rest = rest.split(['按', '根', '依']).next().unwrap_or("");
    set || rest.split('、').any(|name| looks_named(name) && length(name, 3) >= 2)
}

/// Whether words without label and verb are nothing but names: 市发展改革委、市财政局.
fn lists_bodies(words: &str) -> bool {
    let mut any = false;
    for name in words.split(['、', '，', ',', '；', ';']) {
        let name = name.trim().trim_start_matches(['*', '＊']);
        let open = name.ends_with("等部门") || name.ends_with("等单位") || name.ends_with('等');
        let strong = [
            "局",
            "委",
            "厅",
            "办",
            "部",
            "委员会",
            "政府",
            "管委会",
            "中心",
            "公司",
            "集团",
            "院",
            "署",
            "办公室",
            "法院",
            "支行",
            "部门",
            "单位",
            "总社",
            "联社",
        ];
        let bare = name.trim_end_matches(|c| closes(c).is_some());
        if !(open || strong.iter().any(|end| bare.ends_with(end))) || !(3..=24).contains(&length(name, 25)) {
            return false;
        }
        any = true;
    }
    any
}
