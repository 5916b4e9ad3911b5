//! Reads a statement of responsibility: who is named, in which role, and whether the list is open.

use super::chars::{Bytes, Enclosure, chars_in, closes, is_break, is_colon, is_space, opens, slice, trim_by};
use super::keywords::{DEADLINE_LABELS, SHARING, TRAILING, announces_person, is_rule, label_role};
use super::units::{Meaning, looks_named, meaning, names};
use crate::domain::plan::Role;

/// Somebody named in a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name as printed.
    pub range: Bytes,
    /// What it stands for.
    pub meaning: Meaning,
    /// In which role.
    pub role: Role,
    /// Whether a star marks it.
    pub starred: bool,
}

/// A statement as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Who is named, in printed order.
    pub named: Vec<Named>,
    /// Whether the list is left open.
    pub open: bool,
    /// Times stated in it: `完成时限：2021年10月`.
    pub deadlines: Vec<Bytes>,
    /// Whether a person is announced in it, who is no body and is not taken.
    pub person: bool,
    /// Names that do not look like those of bodies.
    pub odd: Vec<Bytes>,
}

/// Reads the words of a statement, without its brackets. `text` is simplified.
pub fn read(text: &str, inner: Bytes) -> Statement {
    let mut out = Statement::default();
    let mut labelled: Option<Role> = None;
    // Names whose verb is yet to come: A、B，各区政府按职责分工负责.
    let mut waiting = 0;
    let mut person = false;
    for clause in clauses(text, inner) {
        let mut clause = clause;
        if let Some((label, rest)) = label_of(text, clause.clone()) {
            if DEADLINE_LABELS.contains(&label.as_str()) {
                out.deadlines.push(rest);
                continue;
            }
            person = announces_person(&label);
            out.person |= person;
            if let Some(role) = label_role(&label) {
                labelled = Some(role);
                waiting = out.named.len();
                clause = rest;
            }
        }
        let words = slice(text, clause.clone());
        if person || is_rule(words) {
            continue;
        }
        let (body, verb) = without_verbs(text, clause.clone());
        let first = out.named.len();
        take_names(text, body, labelled.unwrap_or(Role::Responsible), &mut out);
        if let Some(role) = verb {
            let from = if labelled.is_some() { first } else { waiting };
            out.named.iter_mut().skip(from).for_each(|named| named.role = role);
            waiting = out.named.len();
        }
    }
    out
}

/// Cuts a statement at the marks between clauses, and at brackets between touching statements.
fn clauses(text: &str, inner: Bytes) -> Vec<Bytes> {
    let mut out = Vec::new();
    let mut depth = 0_u32;
    let mut start = inner.start;
    for (at, c) in chars_in(text, inner.clone()) {
        let mut cut = false;
        if opens(c) == Some(Enclosure::Bracket) {
            depth += 1;
        } else if closes(c) == Some(Enclosure::Bracket) {
            // A close without an open ends a touching statement.
            cut = depth == 0;
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            let line = c == '\n'
                && super::statements::label_kind(
                    slice(text, at..inner.end).get(..60).unwrap_or_else(|| slice(text, at..inner.end)),
                )
                .is_some();
            cut = line || is_break(c) || matches!(c, '，' | ',');
        }
        if cut {
            out.push(start..at);
            start = at + c.len_utf8();
        }
    }
    out.push(start..inner.end);
    out.into_iter().map(|r| tidy(text, r)).filter(|r| !r.is_empty()).collect()
}

fn tidy(text: &str, range: Bytes) -> Bytes {
    let range = trim_by(text, range, |c| is_space(c) || is_break(c));
    // An opening bracket that nothing closes is that of a touching statement.
    let words = slice(text, range.clone());
    let opened = words.chars().next().is_some_and(|c| opens(c) == Some(Enclosure::Bracket))
        && !words.chars().any(|c| closes(c).is_some());
    if opened { trim_by(text, range, |c| is_space(c) || opens(c).is_some()) } else { range }
}

/// The label of a clause, and the rest behind its colon.
fn label_of(text: &str, clause: Bytes) -> Option<(String, Bytes)> {
    let (at, colon) = chars_in(text, clause.clone()).take(14).find(|(_, c)| is_colon(*c))?;
    let label =
        slice(text, clause.start..at).chars().filter(|c| !is_space(*c) && *c != '*' && opens(*c).is_none()).collect();
    Some((label, trim_by(text, at + colon.len_utf8()..clause.end, is_space)))
}

/// The clause without the verbs at its end, and the role that they give.
fn without_verbs(text: &str, clause: Bytes) -> (Bytes, Option<Role>) {
    let mut range = clause;
    let mut role: Option<Role> = None;
    loop {
        range = trim_by(text, range, is_space);
        let words = slice(text, range.clone());
        if let Some((word, gives)) = TRAILING.iter().find(|(word, _)| words.ends_with(word)) {
            range.end -= word.len();
            role = match (role, *gives) {
                (Some(Role::Lead), _) | (_, Some(Role::Lead)) => Some(Role::Lead),
                (Some(Role::Support), _) | (_, Some(Role::Support)) => Some(Role::Support),
                (had, gives) => had.or(gives),
            };
        } else if let Some(at) = sharing(words) {
            range.end = range.start + at;
            role = role.or(Some(Role::Responsible));
        } else {
            return (range, role);
        }
    }
}

/// Where a phrase begins that says how bodies share: 按职责分工, 根据各自职责.
fn sharing(words: &str) -> Option<usize> {
    let at = ["按照", "按", "根据", "依据", "依"].iter().filter_map(|word| words.rfind(word)).min()?;
    let phrase = slice(words, at..words.len());
    (phrase.chars().count() <= 12 && SHARING.iter().any(|word| phrase.contains(word))).then_some(at)
}

fn take_names(text: &str, range: Bytes, role: Role, out: &mut Statement) {
    for name in names(text, range) {
        let starred = slice(text, name.range.clone()).contains(['*', '＊', '★']);
        let range = trim_by(text, name.range, |c| is_space(c) || matches!(c, '*' | '＊' | '★' | '“' | '”' | '"'));
        let words = slice(text, range.clone());
        out.open |= name.open;
        if !words.chars().any(char::is_alphanumeric) {
            continue;
        }
        let meaning = meaning(words);
        if meaning == Meaning::Body && !looks_named(words) {
            out.odd.push(range.clone());
        }
        out.named.push(Named { range, meaning, role, starred });
    }
}
