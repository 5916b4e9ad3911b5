//! The labels of statements: `责任单位：`, `【牵头单位】`, `责任单位｜`, `完成时限：`.

use super::scan::{chars_in, has_words, length};
use super::times::stated;
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::ends_as_name;
use crate::reader::lexicon::duties::{Field, IS, addresses, field, is_person_label, is_whole_label, starts_label};
use crate::reader::lexicon::headings::{CONTENT_LABELS, LONGEST_CONTENT_LABEL};
use crate::reader::lexicon::marks::{
    BAR, BOX_CLOSE, BOX_OPEN, LABEL_CLOSE, LABEL_JOINING, LABEL_OPEN, PAUSE, closes_bracket, is_colon, is_divider,
    is_han, is_space, opens_bracket,
};
use crate::reader::lexicon::times::is_deadline_label;

/// A label is not longer than this, a bracket in it included: 牵头责任单位（部门）.
const LONGEST_LABEL: usize = 16;

/// The first of what a label says is not longer than this where it has no colon.
const LONGEST_VALUE: usize = 20;

/// A label at the start of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it says that follows.
    pub field: Field,
    /// Where its own words end, in bytes from the start.
    pub label: usize,
    /// Where it ends with its mark, in bytes from the start.
    pub end: usize,
}

impl Opened {
    /// Whether it opens a statement where nothing says yet that there is one.
    pub fn states(self) -> bool {
        matches!(self.field, Field::Bodies(_) | Field::Deadline | Field::Person)
    }

    /// The role that bodies behind it have.
    pub fn role(self) -> Option<Role> {
        match self.field {
            Field::Bodies(role) => Some(role),
            Field::Others => Some(Role::Responsible),
            Field::Deadline | Field::Person | Field::Else => None,
        }
    }
}

/// A whole label with its colon in the middle of words, with nothing before it that is no word of it: 某某某责任单位：县教育局.
/// `first` is the character that the words begin with.
pub fn glued(words: &str, first: char) -> Option<Opened> {
    if !starts_label(first) {
        return None;
    }
    let label = opened(words).filter(|label| words[..label.end].ends_with(|c| is_colon(c) || c == IS))?;
    is_whole(words, label).then_some(label)
}

/// Whether a label is known as it stands, and no other word is before it: 责任单位, 完成时限, 责任人.
fn is_whole(words: &str, label: Opened) -> bool {
    let words = &words[..label.label];
    match label.field {
        Field::Bodies(_) => is_whole_label(words),
        Field::Deadline => true,
        Field::Person => is_person_label(words),
        Field::Others | Field::Else => false,
    }
}

/// Whether the label of a statement begins here: behind a soft mark, or in the middle of words.
pub fn begins_field(text: &str, rest: Span, first: char, soft: bool) -> bool {
    let words = rest.of(text);
    soft && first.is_alphanumeric() && opened(words).is_some_and(Opened::states) || glued(words, first).is_some()
}

/// Whether a whole label of bodies stands in words: 责任单位：.
pub fn holds_bodies(words: &str) -> bool {
    let bodies = |label: Opened| matches!(label.field, Field::Bodies(_));
    words.char_indices().any(|(at, c)| glued(&words[at..], c).is_some_and(bodies))
}

/// Whether a whole label has its value behind a word in place of its colon: 责任单位为县教育局, 完成时限为6月底前.
fn is(label: &str, value: &str) -> bool {
    let first = || {
        let ends = |c: char| is_divider(c) || c == PAUSE || is_space(c);
        let end = value.char_indices().take(LONGEST_VALUE + 1).find(|(_, c)| ends(*c)).map(|(at, _)| at);
        end.or((length(value, LONGEST_VALUE + 1) <= LONGEST_VALUE).then_some(value.len()))
            .map_or("", |end| &value[..end])
    };
    is_whole_label(label) && ends_as_name(first())
        || is_deadline_label(label) && stated(first(), Span::whole(first()), |_| false).is_some()
}

/// Whether a character may close a label.
pub fn closes_label(c: char) -> bool {
    is_colon(c) || is_space(c) || BAR.contains(&c) || LABEL_CLOSE.contains(&c)
}

/// The label that words begin with: letters and what closes them. White space closes one only where it is a whole label,
/// and a bar only where it is known: 主责单位 县委宣传部, 责任单位｜交通局.
pub fn opened(words: &str) -> Option<Opened> {
    let boxed = words.starts_with(LABEL_OPEN);
    // Asked of every sentence, and most have nothing near that closes a label.
    if !words.chars().take(LONGEST_LABEL).any(|c| c == IS || !is_han(c) && closes_label(c)) {
        return None;
    }
    let mut label = String::new();
    // Whether white space stands in it.
    let mut spaced = false;
    let mut depth = 0_u32;
    for (n, (at, c)) in words.char_indices().take(LONGEST_LABEL).enumerate() {
        let end = at + c.len_utf8();
        let found = |end: usize| Opened { field: field(&label), label: at, end };
        // 责 任单位 is a label that a line broke in; 建校2所 责任单位 is none.
        let whole = |label: &str| !spaced || is_whole_label(label) || is_deadline_label(label);
        if boxed && n == 0 || c == '*' {
            continue;
        }
        if depth == 0 && c == IS && !boxed && is(&label, &words[end..]) {
            return Some(found(end));
        }
        if depth == 0 && is_colon(c) {
            // [责任单位：市教育局] is a bracket with a label in it.
            return (!label.is_empty() && !boxed && whole(&label)).then(|| found(end));
        }
        if boxed && depth == 0 && LABEL_CLOSE.contains(&c) {
            let colon = words[end..].chars().next().filter(|c| is_colon(*c)).map_or(0, char::len_utf8);
            return Some(found(end + colon)).filter(|opened| opened.states());
        }
        if depth == 0 && BAR.contains(&c) {
            return Some(found(end)).filter(|opened| opened.states());
        }
        if opens_bracket(c) {
            depth += 1;
        } else if closes_bracket(c) {
            depth = depth.checked_sub(1)?;
        } else if is_space(c) {
            let next = words[end..].trim_start();
            let ended = addresses(&label) && !next.starts_with(is_colon) && !next.is_empty();
            if ended && depth == 0 {
                return Some(found(end)).filter(|opened| opened.states() && whole(&label));
            }
            spaced |= !label.is_empty();
        } else if !c.is_alphanumeric() && !LABEL_JOINING.contains(&c) {
            return None;
        } else if depth == 0 {
            label.push(c);
        }
    }
    None
}

/// The label that a sentence begins with, with its colon or in its box, which says nothing of what is to be done: 工作措施：, 【目标】.
pub fn content_label(text: &str, sentence: Span) -> Option<Span> {
    let boxed = sentence.of(text).starts_with(BOX_OPEN);
    let inner = sentence.on_from(sentence.begins() + if boxed { BOX_OPEN.len_utf8() } else { 0 });
    let closes = |c: char| if boxed { c == BOX_CLOSE } else { is_colon(c) };
    let (at, close) = chars_in(text, inner).take(LONGEST_CONTENT_LABEL + 1).find(|(_, c)| closes(*c))?;
    let behind = sentence.on_from(at + close.len_utf8());
    let label = CONTENT_LABELS.contains(&inner.up_to(at).of(text)) && has_words(text, behind);
    label.then(|| sentence.up_to(behind.begins()))
}
