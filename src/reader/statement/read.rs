//! Reads a statement of responsibility: who is named, in which role, and whether the list is open.

use super::find::label_kind;
use super::meaning::{Meaning, looks_named, meaning};
use super::names::names;
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::duties::{ACCORDING, SHARED, announces_person, is_rule, label_role, verb_at_end};
use crate::reader::lexicon::holds;
use crate::reader::lexicon::marks::{
    STARS, closes, closes_bracket, is_around_body, is_around_time, is_break, is_colon, is_divider, is_space, opens,
    opens_bracket,
};
use crate::reader::lexicon::times::is_deadline_label;
use crate::reader::text::scan::{chars_in, has_words, trim, trim_by};

/// How far into a clause the colon of its label is looked for.
const LONGEST_LABEL: usize = 14;
/// So many bytes of a line are looked at for a label.
const FRONT_OF_LINE: usize = 60;
/// A phrase that says how bodies share has at most so many characters.
const LONGEST_SHARING: usize = 12;

/// Somebody named in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name as printed.
    pub span: Span,
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
    pub deadlines: Vec<Span>,
    /// Whether a person is announced in it, who is no body and is not taken.
    pub person: bool,
    /// Names that do not look like those of bodies.
    pub odd: Vec<Span>,
}

/// Reads the words of a statement, without its brackets. `text` is simplified.
pub fn read(text: &str, inner: Span) -> Statement {
    let mut out = Statement::default();
    let mut labelled: Option<Role> = None;
    // Names whose verb is yet to come: A、B，各区政府按职责分工负责.
    let mut waiting = 0;
    let mut person = false;
    for mut clause in clauses(text, inner) {
        if let Some((label, rest)) = label_of(text, clause) {
            if is_deadline_label(&label) {
                out.deadlines.push(time(text, rest));
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
        if person || is_rule(clause.of(text)) {
            continue;
        }
        let (body, verb) = without_verbs(text, clause);
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

/// A stated time as printed, without the marks around it.
pub fn time(text: &str, span: Span) -> Span {
    trim_by(text, span, is_around_time)
}

/// Cuts a statement at the marks between clauses, and at brackets between touching statements.
fn clauses(text: &str, inner: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = 0_u32;
    let mut start = inner.begins();
    for (at, c) in chars_in(text, inner) {
        let mut cut = false;
        if opens_bracket(c) {
            depth += 1;
        } else if closes_bracket(c) {
            // A close without an open ends a touching statement.
            cut = depth == 0;
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            cut = is_divider(c) || c == '\n' && label_kind(front_of_line(inner.on_from(at).of(text))).is_some();
        }
        if cut {
            out.push(Span::new(start, at));
            start = at + c.len_utf8();
        }
    }
    out.push(inner.on_from(start));
    out.into_iter().map(|clause| unopened(text, clause)).filter(|clause| !clause.is_empty()).collect()
}

fn front_of_line(line: &str) -> &str {
    line.get(..FRONT_OF_LINE).unwrap_or(line)
}

/// The clause without the marks around it, and without an opening bracket that nothing closes: that of a touching
/// statement.
fn unopened(text: &str, clause: Span) -> Span {
    let clause = trim_by(text, clause, |c| is_space(c) || is_break(c));
    let words = clause.of(text);
    let opened = words.starts_with(opens_bracket) && !words.contains(|c| closes(c).is_some());
    if opened { trim_by(text, clause, |c| is_space(c) || opens(c).is_some()) } else { clause }
}

/// The label of a clause, and the rest behind its colon; `None` where no colon stands near its front.
fn label_of(text: &str, clause: Span) -> Option<(String, Span)> {
    let (at, colon) = chars_in(text, clause).take(LONGEST_LABEL).find(|(_, c)| is_colon(*c))?;
    let kept = |c: &char| !is_space(*c) && *c != '*' && opens(*c).is_none();
    let label = clause.up_to(at).of(text).chars().filter(kept).collect();
    Some((label, trim(text, clause.on_from(at + colon.len_utf8()))))
}

/// The clause without the verbs at its end, and the role that they give.
fn without_verbs(text: &str, clause: Span) -> (Span, Option<Role>) {
    let mut rest = clause;
    let mut role: Option<Role> = None;
    loop {
        rest = trim(text, rest);
        let words = rest.of(text);
        if let Some((word, gives)) = verb_at_end(words) {
            rest = rest.up_to(rest.ends() - word.len());
            role = match (role, gives) {
                (Some(Role::Lead), _) | (_, Some(Role::Lead)) => Some(Role::Lead),
                (Some(Role::Support), _) | (_, Some(Role::Support)) => Some(Role::Support),
                (had, gives) => had.or(gives),
            };
        } else if let Some(at) = sharing(words) {
            rest = rest.up_to(rest.begins() + at);
            role = role.or(Some(Role::Responsible));
        } else {
            return (rest, role);
        }
    }
}

/// Where a phrase begins that says how bodies share: 按职责分工, 根据各自职责.
fn sharing(words: &str) -> Option<usize> {
    let at = ACCORDING.iter().filter_map(|word| words.rfind(word)).min()?;
    let phrase = &words[at..];
    (phrase.chars().count() <= LONGEST_SHARING && holds(phrase, SHARED)).then_some(at)
}

fn take_names(text: &str, list: Span, role: Role, out: &mut Statement) {
    for name in names(text, list) {
        let starred = name.span.of(text).contains(STARS);
        let span = trim_by(text, name.span, is_around_body);
        out.open |= name.open;
        if !has_words(text, span) {
            continue;
        }
        let meaning = meaning(span.of(text));
        if meaning == Meaning::Body && !looks_named(span.of(text)) {
            out.odd.push(span);
        }
        out.named.push(Named { span, meaning, role, starred });
    }
}
