//! Finds the statements in a paragraph: `（市教育局等部门负责）`, `责任单位：…`, wherever they stand.

use super::meaning::looks_named;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::{OPEN_ENDINGS, SURE_ENDINGS, ends_name, holds_set};
use crate::reader::lexicon::duties::{
    ACCORDING_STARTS, EXPLAINING, INTERPRETING, announces_person, ends_with_verb, label_role, verb_at_end,
};
use crate::reader::lexicon::marks::{
    COMMAS, LIST_STARS, MEMBER_ENDS, PAUSE, closes, closes_bracket, is_around_words, is_break, is_colon, is_divider,
    is_space, opens_bracket,
};
use crate::reader::lexicon::times::is_deadline_label;
use crate::reader::lexicon::{ends, starts};
use crate::reader::text::scan::{chars_in, length, trim};

/// A list of bodies is not longer than this; longer brackets are text.
const LONGEST_STATEMENT: usize = 6000;
/// A label is not longer than this: 牵头责任单位.
const LONGEST_LABEL: usize = 12;
/// How many brackets that nothing closes are passed over in one paragraph.
const STRAY_BRACKETS: usize = 4;

/// A statement as it stands in the text, not yet read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// With its brackets.
    pub span: Span,
    /// Without them.
    pub inner: Span,
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

/// The statements of a paragraph in order, those that touch each other taken together. `text` is simplified.
pub fn find(text: &str, paragraph: Span) -> Vec<Found> {
    find_past(text, paragraph, STRAY_BRACKETS)
}

fn find_past(text: &str, paragraph: Span, strays: usize) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    if let Some(kind) = label_kind(paragraph.of(text)) {
        // A line of its own. Brackets in it belong to names.
        out.push(Found { span: paragraph, inner: paragraph, kind, unclosed: false });
        return out;
    }
    // Where the brackets that stand open begin, and what is in them.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut stop = false;
    for (at, c) in chars_in(text, paragraph) {
        let after = at + c.len_utf8();
        if stop && !is_space(c) && !is_break(c) {
            stop = false;
            if open.is_empty()
                && c.is_alphanumeric()
                && let Some(kind) = label_kind(front(text, paragraph.on_from(at)))
            {
                let span = trim(text, paragraph.on_from(at));
                push(text, Found { span, inner: span, kind, unclosed: false }, &mut out);
                return out;
            }
        }
        if is_break(c) || closes_bracket(c) {
            stop = true;
        }
        if opens_bracket(c) {
            open.push((at, after));
        } else if closes_bracket(c)
            && let Some((start, inner)) = open.pop().filter(|_| open.is_empty())
            && let Some(found) = statement(text, paragraph, Span::new(start, after), Span::new(inner, at))
        {
            push(text, found, &mut out);
        }
    }
    if let Some((start, inner)) = open.first().copied() {
        let span = trim(text, paragraph.on_from(start));
        let inner = Span::new(inner, span.ends().max(inner));
        let words = inner.of(text);
        let told = label_kind(words)
            .or_else(|| (before_ok(text, paragraph, start) && names_somebody(words)).then_some(Kind::Responsibility));
        if let Some(kind) = told.filter(|_| inner.len() <= LONGEST_STATEMENT) {
            push(text, Found { span, inner, kind, unclosed: true }, &mut out);
        } else if strays > 0 {
            for found in find_past(text, paragraph.on_from(inner.begins()), strays - 1) {
                push(text, found, &mut out);
            }
        }
    }
    out
}

/// Adds a statement; one that touches the one before continues it: `（牵头单位：A）（配合单位：B）`.
fn push(text: &str, found: Found, out: &mut Vec<Found>) {
    match out.last_mut() {
        Some(last) if last.kind == found.kind && last.span.until(found.span).of(text).chars().all(is_space) => {
            last.span = last.span.through(found.span);
            last.inner = last.inner.through(found.inner);
            last.unclosed |= found.unclosed;
        }
        _ => out.push(found),
    }
}

/// The first characters of a span, enough for a label.
fn front(text: &str, span: Span) -> &str {
    chars_in(text, span).nth(LONGEST_LABEL + 4).map_or(span, |(at, _)| span.up_to(at)).of(text)
}

/// What words state that open with a label and a colon; `None` where they open with none.
pub fn label_kind(words: &str) -> Option<Kind> {
    let words = words.trim_start_matches(is_around_words);
    let (at, _) = words.char_indices().take(LONGEST_LABEL).find(|(_, c)| is_colon(*c))?;
    let label: String = words[..at].chars().filter(|c| !is_around_words(*c)).collect();
    if is_deadline_label(&label) {
        Some(Kind::Deadline)
    } else {
        (announces_person(&label) || label_role(&label).is_some()).then_some(Kind::Responsibility)
    }
}

/// The statement in a pair of brackets, if it is one.
fn statement(text: &str, paragraph: Span, span: Span, inner: Span) -> Option<Found> {
    if inner.len() > LONGEST_STATEMENT {
        return None;
    }
    let words = inner.of(text);
    let kind = label_kind(words).or_else(|| {
        let before = before_ok(text, paragraph, span.begins());
        let after = after_ok(text, paragraph, span.ends());
        let stated = (before || after) && names_somebody(words);
        let listed = || after && (before || !name_before(text, paragraph, span.begins())) && lists_bodies(words);
        (stated || listed()).then_some(Kind::Responsibility)
    })?;
    Some(Found { span, inner, kind, unclosed: false })
}

/// Whether what stands before a bracket lets it be about all that went before.
fn before_ok(text: &str, paragraph: Span, at: usize) -> bool {
    let before = paragraph.up_to(at).of(text).trim_end_matches(is_around_words).chars().next_back();
    before.is_none_or(|c| is_break(c) || closes(c).is_some())
}

/// Whether a name stands before a bracket, so that the bracket holds another name of it: 省市场监管局（省知识产权局）.
fn name_before(text: &str, paragraph: Span, at: usize) -> bool {
    paragraph.up_to(at).of(text).ends_with(ends_name)
}

/// Whether what stands behind a bracket lets it be the end of a thought.
fn after_ok(text: &str, paragraph: Span, at: usize) -> bool {
    let after = paragraph.on_from(at).of(text).trim_start_matches(is_space).chars().next();
    after.is_none_or(|c| is_divider(c) || c == '*')
}

/// Whether words without a label say of somebody that he answers: 市教育局、市财政局按职责分工负责.
fn names_somebody(words: &str) -> bool {
    if starts(words.trim_start(), EXPLAINING) || words.contains(INTERPRETING) {
        return false;
    }
    words.split(is_divider).any(|clause| {
        let clause = clause.trim_matches(is_around_words);
        ends_with_verb(clause) && somebody(clause)
    })
}

/// Whether a clause names a body somewhere before its verb.
fn somebody(clause: &str) -> bool {
    let mut rest = clause;
    while let Some((word, _)) = verb_at_end(rest) {
        rest = rest.strip_suffix(word).unwrap_or("").trim_end();
    }
    let rest = rest.split(ACCORDING_STARTS).next().unwrap_or("");
    holds_set(clause) || rest.split(PAUSE).any(|name| looks_named(name) && length(name, 3) >= 2)
}

/// Whether words without label and verb are nothing but names: 市发展改革委、市财政局.
fn lists_bodies(words: &str) -> bool {
    let divides = |c: char| c == PAUSE || COMMAS.contains(&c) || MEMBER_ENDS.contains(&c);
    words.split(divides).all(|name| {
        let name = name.trim().trim_start_matches(LIST_STARS);
        let bare = name.trim_end_matches(|c| closes(c).is_some());
        (ends(name, OPEN_ENDINGS) || ends(bare, SURE_ENDINGS)) && (3..=24).contains(&length(name, 25))
    })
}
