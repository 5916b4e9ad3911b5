//! The labels of statements: `责任单位：`, `【牵头单位】`, `责任单位｜`, `完成时限：`.

use crate::domain::plan::Role;
use crate::reader::lexicon::duties::{Field, addresses, field, is_whole_label};
use crate::reader::lexicon::marks::{
    BAR, LABEL_CLOSE, LABEL_JOINING, LABEL_OPEN, closes_bracket, is_colon, is_space, opens_bracket,
};
use crate::reader::lexicon::times::is_deadline_label;

/// A label is not longer than this, a bracket in it included: 牵头责任单位（部门）.
const LONGEST_LABEL: usize = 16;

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

/// A label of a role with nothing before it that is no word of it, in the middle of words: 某某某责任单位：县教育局.
pub fn glued(words: &str) -> Option<Opened> {
    let label = opened(words).filter(|label| matches!(label.field, Field::Bodies(_)))?;
    is_whole_label(&words[..label.label]).then_some(label)
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
    if !words.chars().take(LONGEST_LABEL).any(closes_label) {
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
