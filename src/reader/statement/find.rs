//! Finds the statements in a paragraph: `（市教育局等部门负责）`, `责任单位：…`, wherever they stand.

use super::bracket::{inside, listed};
pub use super::kind::StatementKind;
use super::kind::{kind_of, more};
use super::meaning::looks_named;
use super::naming::{act, lists_bodies, names_somebody};
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::ends_name;
use crate::reader::lexicon::duties::{
    BEFORE_NO_LABEL, BY_WHOM, CONTACT, Field, addresses, ends_with_verb, starts_label,
};
use crate::reader::lexicon::holds;
use crate::reader::lexicon::marks::{
    BAR, COMMAS, DASHES, LABEL_OPEN, PAUSE, closes, closes_bracket, digit, is_around_words, is_break, is_colon,
    is_divider, is_list_mark, is_space, is_stop, opens_bracket,
};
use crate::reader::lexicon::rules::is_rule;
use crate::reader::text::fields::{Opened, glued, holds_bodies, opened};
use crate::reader::text::scan::{Depth, chars_in, length, trim, trim_by};

/// A list of bodies is not longer than this; longer brackets are text.
const LONGEST_STATEMENT: usize = 6000;
/// A bracket of bodies and times without label and verb is not longer than this, in bytes.
const LONGEST_LIST: usize = 1200;
/// How many brackets that nothing closes are passed over in one paragraph.
const STRAY_BRACKETS: usize = 4;
/// The first name behind a label is looked for among so many characters.
const FRONT: usize = 40;
/// A sentence that is a statement is not longer than this, in characters.
const LONGEST_SENTENCE: usize = 80;
/// How many characters behind a label are checked against what it announces.
const LONGEST_VALUE: usize = 120;

/// A statement as it stands in the text, not yet read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// With its brackets.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// Whether it is one of responsibility or of a deadline alone.
    pub kind: StatementKind,
    /// Whether its closing bracket is missing.
    pub unclosed: bool,
}

/// The statements of a paragraph in order, those that touch each other taken together. `text` is simplified.
pub fn find(text: &str, paragraph: Span) -> Vec<Found> {
    find_past(text, paragraph, STRAY_BRACKETS)
}

fn find_past(text: &str, paragraph: Span, strays: usize) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    // Where the brackets that stand open begin, and what is in them.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut stop = true;
    let mut skip = paragraph.begins();
    let mut soft_before = false;
    let mut before = None;
    // Up to here a label opens nothing but words too long for a statement.
    let mut long = paragraph.begins();
    for (at, c) in chars_in(text, paragraph) {
        if at < skip {
            continue;
        }
        let after = at + c.len_utf8();
        // Behind white space or a comma only a whole label opens one: 建校2所  责任单位：县教育局; and so does one behind words.
        let rest = paragraph.on_from(at).of(text);
        let soft = !stop && open.is_empty() && starts_label(c) && is_label(rest, c, before.filter(|_| !soft_before));
        before = Some(c);
        soft_before = is_space(c) || COMMAS.contains(&c) || BAR.contains(&c) || is_list_mark(c) && c != PAUSE;
        if (stop || soft) && !is_space(c) && !is_break(c) {
            stop = false;
            if open.is_empty()
                && (c.is_alphanumeric() || LABEL_OPEN.contains(&c) || c == '*')
                && at >= long
                && let Some(found) = labelled(text, paragraph.on_from(at)).unwrap_or_else(|end| {
                    long = end;
                    None
                })
            {
                skip = found.span.ends();
                push(text, found, &mut out);
                stop = true;
                continue;
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
        if c == '—' && open.is_empty() && paragraph.on_from(at).of(text).starts_with(DASHES) {
            let inner = trim(text, paragraph.on_from(at + DASHES.len()));
            if inner.len() <= LONGEST_LIST && lists_bodies(trim_by(text, inner, is_break).of(text)) {
                push(
                    text,
                    Found { span: paragraph.on_from(at), inner, kind: StatementKind::Responsibility, unclosed: false },
                    &mut out,
                );
                return out;
            }
            skip = at + DASHES.len();
        }
    }
    if let Some((start, inner)) = open.first().copied() {
        let span = trim(text, paragraph.on_from(start));
        let inner = Span::new(inner, span.ends().max(inner));
        let words = inner.of(text);
        let told = inside(words).or_else(|| {
            (before_ok(text, paragraph, start) && names_somebody(words)).then_some(StatementKind::Responsibility)
        });
        if let Some(kind) = told.filter(|_| inner.len() <= LONGEST_STATEMENT) {
            push(text, Found { span, inner, kind, unclosed: true }, &mut out);
        } else if strays > 0 {
            for found in find_past(text, paragraph.on_from(inner.begins()), strays - 1) {
                push(text, found, &mut out);
            }
        }
    } else if let Some(found) = last_sentence(text, paragraph).filter(|_| strays == STRAY_BRACKETS) {
        push(text, found, &mut out);
    }
    out
}

/// The last sentence of a paragraph, if it is nothing but bodies and what they do: 县教育局牵头，县财政局配合。
fn last_sentence(text: &str, paragraph: Span) -> Option<Found> {
    let bare = trim_by(text, paragraph, |c| is_space(c) || is_stop(c));
    let (at, stop) = chars_in(text, bare).rev().take(LONGEST_SENTENCE).find(|(_, c)| is_stop(*c))?;
    let begins = at + stop.len_utf8();
    let inner = trim(text, bare.on_from(begins));
    let words = inner.of(text);
    let words = words.strip_prefix(BY_WHOM).unwrap_or(words);
    act(words).then_some(Found {
        span: inner.through(paragraph.on_from(paragraph.ends())),
        inner,
        kind: StatementKind::Responsibility,
        unclosed: false,
    })
}

/// A line without a label and without a stop that is nothing but bodies and what they do: 县教育局牵头，县财政局配合.
pub fn bare_line(text: &str, line: Span) -> Option<Found> {
    let inner = trim(text, line);
    let words = inner.of(text);
    let short = !words.is_empty() && length(words, LONGEST_SENTENCE + 1) <= LONGEST_SENTENCE;
    let alone = short && !words.contains(|c| is_stop(c) || is_colon(c)) && act(words);
    alone.then_some(Found { span: inner, inner, kind: StatementKind::Responsibility, unclosed: false })
}

/// Adds a statement; one that touches the one before continues it: `（牵头单位：A）（配合单位：B）`.
fn push(text: &str, found: Found, out: &mut Vec<Found>) {
    match out.last_mut() {
        Some(last) if last.span.ends() > found.span.begins() => {}
        Some(last) if last.kind == found.kind && last.span.until(found.span).of(text).chars().all(is_space) => {
            last.span = last.span.through(found.span);
            last.inner = last.inner.through(found.inner);
            last.unclosed |= found.unclosed;
        }
        _ => out.push(found),
    }
}

/// The statement that a label opens at the start of a span. It ends with the paragraph, or at a stop behind which no label and
/// no rule follows. An error says where the words end that are too long for one.
fn labelled(text: &str, span: Span) -> Result<Option<Found>, usize> {
    let Some(label) = opened(span.of(text)).filter(|label| label.states() || label.field == Field::Others) else {
        return Ok(None);
    };
    let value = span.on_from(span.begins() + label.end);
    if !fits(text, span, label, value) {
        return Ok(None);
    }
    let mut kind = kind_of(label);
    let mut depth = Depth::default();
    let mut end = span.ends();
    // Where a stop was that may end it.
    let mut stop: Option<usize> = None;
    for (at, c) in chars_in(text, value) {
        if let Some(stopped) = stop.filter(|_| !is_space(c) && !is_stop(c)) {
            let next = span.on_from(at).of(text);
            match opened(next).filter(|label| label.field != Field::Else) {
                Some(label) => kind = more(kind, kind_of(label)),
                None if is_rule(first_clause(next)) => {}
                None => {
                    end = stopped;
                    break;
                }
            }
            stop = None;
        }
        if depth.outside() && c != PAUSE && is_space(c) | is_divider(c) && kind == StatementKind::Deadline {
            let next = span.on_from(at + c.len_utf8()).of(text).trim_start();
            kind = opened(next).map_or(kind, |label| more(kind, kind_of(label)));
        }
        depth.step(c);
        if is_stop(c) && depth.outside() {
            stop = Some(at + c.len_utf8());
        }
    }
    let span = trim(text, span.up_to(end));
    let found = Found { span, inner: span, kind, unclosed: false };
    if span.len() <= LONGEST_STATEMENT { Ok(Some(found)) } else { Err(end) }
}

/// Whether words begin with a whole label and its colon. `first` is their first character, `before` the one before them if they go on
/// from it: then it is no label that somebody is called by, and bodies follow it. 各责任单位：, 强化责任单位：压实责任.
fn is_label(words: &str, first: char, before: Option<char>) -> bool {
    let Some(label) = glued(words, first) else { return false };
    let named = || {
        let value = words[label.end..].trim_start_matches(is_space);
        // The first name ends at a mark, or where the next label begins.
        let ends = |(at, c): &(usize, char)| {
            *at > 0 && (is_divider(*c) || *c == PAUSE || is_space(*c) || glued(&value[*at..], *c).is_some())
        };
        let near = value.char_indices().nth(FRONT).map_or(value.len(), |(at, _)| at);
        looks_named(value.char_indices().take(FRONT).find(ends).map_or(&value[..near], |(at, _)| &value[..at]))
    };
    let told = || !matches!(label.field, Field::Bodies(_)) || named();
    before.is_none_or(|before| before.is_alphanumeric() && !BEFORE_NO_LABEL.contains(before) && told())
}

/// Whether what follows a label is what it says: a name behind 落实：, and not the sentence 落实责任：各单位要….
fn fits(text: &str, span: Span, label: Opened, value: Span) -> bool {
    let words = span
        .up_to(span.begins() + label.label)
        .of(text)
        .trim_matches(|c| is_around_words(c) || LABEL_OPEN.contains(&c));
    // What stands at its front is enough to tell.
    let value = chars_in(text, value).nth(LONGEST_VALUE).map_or(value, |(at, _)| value.up_to(at)).of(text);
    let first = value.split(|c| is_divider(c) || c == PAUSE || c == '\n').next().unwrap_or("").trim();
    let named = || looks_named(first) || lists_bodies(first) || ends_with_verb(first);
    match label.field {
        Field::Bodies(_) => addresses(words) && length(value, 2) > 0 && !holds(first, CONTACT) || named(),
        Field::Others => length(first, FRONT) < FRONT && lists_bodies(first),
        Field::Deadline => !value.trim().is_empty(),
        Field::Person => !holds(value, CONTACT) || holds_bodies(value),
        Field::Else => false,
    }
}

fn first_clause(words: &str) -> &str {
    words.split(is_stop).next().unwrap_or("")
}

/// The statement in a pair of brackets, if it is one.
fn statement(text: &str, paragraph: Span, span: Span, inner: Span) -> Option<Found> {
    if inner.len() > LONGEST_STATEMENT {
        return None;
    }
    let words = inner.of(text);
    let kind = inside(words).or_else(|| {
        let before = before_ok(text, paragraph, span.begins());
        let after = after_ok(text, paragraph, span.ends());
        if (before || after) && names_somebody(words) {
            return Some(StatementKind::Responsibility);
        }
        // …达到30%（市教育局负责）: a sentence whose stop was lost.
        if ends_as_number(text, paragraph, span.begins()) && act(words) {
            return Some(StatementKind::Responsibility);
        }
        let alone = before || !name_before(text, paragraph, span.begins());
        // （市教育局）新建2所: what follows is theirs.
        let after = after || paragraph.up_to(span.begins()).of(text).trim().is_empty();
        let listed = (after && inner.len() <= LONGEST_LIST).then(|| listed(text, inner)).flatten()?;
        // A bracket that holds another name of a body has no time in it.
        (alone || listed.1).then_some(listed.0)
    })?;
    Some(Found { span, inner, kind, unclosed: false })
}

/// Whether what stands before a bracket lets it be about all that went before.
fn before_ok(text: &str, paragraph: Span, at: usize) -> bool {
    let before = paragraph.up_to(at).of(text).trim_end_matches(is_around_words).chars().next_back();
    before.is_none_or(|c| is_break(c) || closes(c).is_some())
}

/// Whether what stands before a bracket ends with a number, or with what a copy made of it.
fn ends_as_number(text: &str, paragraph: Span, at: usize) -> bool {
    let before = paragraph.up_to(at).of(text).trim_end_matches(is_space).chars().next_back();
    before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '%' | '％' | '.'))
}

/// Whether a name stands before a bracket, so that the bracket holds another name of it: 省市场监管局（省知识产权局）.
fn name_before(text: &str, paragraph: Span, at: usize) -> bool {
    let mut before = paragraph.up_to(at).of(text).chars().rev();
    // 新建2所（市教育局）: 所 counts, and ends no name.
    before.next().is_some_and(ends_name) && before.next().is_none_or(|c| digit(c).is_none())
}

/// Whether what stands behind a bracket lets it be the end of a thought.
fn after_ok(text: &str, paragraph: Span, at: usize) -> bool {
    let after = paragraph.on_from(at).of(text).trim_start_matches(is_space).chars().next();
    after.is_none_or(|c| is_divider(c) || c == '*')
}
