//! Reads a statement of responsibility: who is named, in which role, and whether the list is open.

use super::clauses::{clauses, outside_brackets};
use super::meaning::{Meaning, looks_named, meaning};
use super::names::names;
use super::naming::names_somebody;
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::NOBODY;
use crate::reader::lexicon::duties::{ACCORDING, ANSWERS, BATCHES, Field, REACHED_BY, SHARED, label_role, verb_at_end};
use crate::reader::lexicon::headings::ORDINAL;
use crate::reader::lexicon::marks::{
    STARS, closes_bracket, digit, is_around_body, is_around_time, is_colon, is_numeral, opens_bracket,
};
use crate::reader::lexicon::rules::{is_aside, is_rule};
use crate::reader::lexicon::times::{AND_ON, TIME_LABEL};
use crate::reader::lexicon::{ends, holds, starts};
use crate::reader::text::fields::opened;
use crate::reader::text::scan::{has_words, trim, trim_by};
use crate::reader::text::times::stated;

/// A phrase that says how bodies share has at most so many characters.
const LONGEST_SHARING: usize = 14;

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
    /// Rules for the rest of the plan: 以下均需各区落实.
    pub rules: Vec<Span>,
    /// Clauses behind a label that says nothing of who, in which role, or by when.
    pub unknown: Vec<Span>,
}

impl Statement {
    /// The same statement where the same words stand elsewhere: from one place to another.
    #[must_use]
    pub fn moved(&self, from: usize, to: usize) -> Self {
        let span = |span: &Span| span.moved(from, to);
        let all = |spans: &[Span]| spans.iter().map(span).collect();
        Self {
            named: self.named.iter().map(|named| Named { span: span(&named.span), ..*named }).collect(),
            open: self.open,
            deadlines: all(&self.deadlines),
            person: self.person,
            odd: all(&self.odd),
            rules: all(&self.rules),
            unknown: all(&self.unknown),
        }
    }
}

/// Reads the words of a statement, without its brackets. `text` is simplified.
pub fn read(text: &str, inner: Span) -> Statement {
    let mut reader = Reader { text, out: Statement::default(), own: Vec::new() };
    let mut field = None;
    let mut labelled: Option<Role> = None;
    // Names whose verb is yet to come: A、B，各区政府按职责分工负责.
    let mut waiting = 0;
    // Whether a verb has given a role to names before.
    let mut given = false;
    for clause in clauses(text, inner) {
        let mut clause = without_batch(text, clause);
        if let Some(label) = opened(clause.of(text)) {
            field = Some(label.field);
            let words = clause.up_to(clause.begins() + label.label);
            clause = without_batch(text, trim(text, clause.on_from(clause.begins() + label.end)));
            labelled = label.role();
            waiting = reader.out.named.len();
            match label.field {
                Field::Deadline => reader.time(clause),
                Field::Person => reader.out.person = true,
                Field::Else if words.of(text) == TIME_LABEL && stated(text, clause, names_somebody).is_some() => {
                    field = Some(Field::Deadline);
                    reader.time(clause);
                }
                Field::Else if holds(words.of(text), REACHED_BY) => reader.out.person = true,
                Field::Else => reader.out.unknown.push(words.through(clause)),
                Field::Others => reader.out.unknown.push(words),
                Field::Bodies(_) => {}
            }
            if labelled.is_none() {
                continue;
            }
        }
        if is_rule(&outside_brackets(clause.of(text))) {
            reader.out.rules.push(clause);
            continue;
        }
        if is_aside(clause.of(text)) {
            continue;
        }
        let names = names_somebody(clause.of(text));
        // 完成时限：2023年6月，并长期坚持.
        let goes_on = field == Some(Field::Deadline) && starts(clause.of(text), AND_ON);
        if !names
            && !goes_on
            && let Some(time) = stated(text, clause, names_somebody)
        {
            reader.out.deadlines.push(time);
            continue;
        }
        if matches!(field, Some(Field::Person | Field::Else)) && !names {
            continue;
        }
        if field == Some(Field::Deadline) && !names && !looks_named(clause.of(text)) {
            reader.more_time(clause);
            continue;
        }
        let (body, verb) = without_verbs(text, clause);
        let first = reader.out.named.len();
        reader.take_names(body, labelled.unwrap_or(Role::Responsible));
        if let Some(role) = verb {
            // 县教育局，县财政局配合: who stands before is helped, unless it has been said who is: 县教育局牵头，县财政局，各镇配合.
            let helped = role == Role::Support && !given;
            let from = if labelled.is_some() || helped { first } else { waiting };
            reader.give(from, role);
            waiting = reader.out.named.len();
            given = true;
        }
    }
    reader.out
}

/// A stated time as printed, without the marks around it.
pub fn time(text: &str, span: Span) -> Span {
    trim_by(text, span, is_around_time)
}

struct Reader<'s> {
    text: &'s str,
    out: Statement,
    /// Of each name, whether it says its role by itself: 市教育局（牵头）.
    own: Vec<bool>,
}

impl Reader<'_> {
    fn time(&mut self, clause: Span) {
        let time = stated(self.text, clause, names_somebody).unwrap_or_else(|| time(self.text, clause));
        if has_words(self.text, time) {
            self.out.deadlines.push(time);
        }
    }

    fn more_time(&mut self, clause: Span) {
        match self.out.deadlines.last_mut() {
            Some(last) => *last = last.through(time(self.text, clause)),
            None => self.time(clause),
        }
    }

    /// Gives a role to the names from a place on that do not say their own.
    fn give(&mut self, from: usize, role: Role) {
        let own = self.own.iter().skip(from);
        self.out
            .named
            .iter_mut()
            .skip(from)
            .zip(own)
            .filter(|(_, own)| !**own)
            .for_each(|(named, _)| named.role = role);
    }

    fn take_names(&mut self, list: Span, role: Role) {
        // Names in this list whose verb is yet to come: 甲、乙牵头、丙配合.
        let mut waiting = self.out.named.len();
        for name in names(self.text, list) {
            let starred = name.span.of(self.text).contains(STARS);
            let span = trim_by(self.text, name.span, is_around_body);
            self.out.open |= name.open;
            if !has_words(self.text, span) || NOBODY.contains(&span.of(self.text)) {
                continue;
            }
            let (span, own) = own_role(self.text, span);
            let (span, verb) = verb_behind(self.text, span);
            let meaning = meaning(span.of(self.text));
            if meaning == Meaning::Body && !looks_named(span.of(self.text)) {
                self.out.odd.push(span);
            }
            self.out.named.push(Named { span, meaning, role: own.or(verb).unwrap_or(role), starred });
            self.own.push(own.or(verb).is_some());
            if let Some(role) = verb {
                self.give(waiting, role);
                self.own.iter_mut().skip(waiting).for_each(|own| *own = true);
                waiting = self.out.named.len();
            }
        }
    }
}

/// The name without a bracket that says its role, and that role: 市教育局（牵头）.
fn own_role(text: &str, name: Span) -> (Span, Option<Role>) {
    let words = name.of(text);
    let Some(inner) = words.strip_suffix(closes_bracket) else { return (name, None) };
    let Some(at) = inner.rfind(opens_bracket) else { return (name, None) };
    let inside = inner[at..].trim_start_matches(opens_bracket).trim();
    let whole = |(word, role): (&str, Option<Role>)| role.filter(|_| word.len() == inside.len());
    let role = label_role(inside).or_else(|| verb_at_end(inside).and_then(whole));
    let bare = trim(text, name.up_to(name.begins() + at));
    if role.is_some() && !bare.is_empty() { (bare, role) } else { (name, None) }
}

/// The name without a verb behind it, where what is left is a name: 市教育局牵头 in 市教育局牵头、市财政局配合. What it answers for
/// gives no role: 市司法局负责法制审查工作.
fn verb_behind(text: &str, name: Span) -> (Span, Option<Role>) {
    let (bare, role) = without_verbs(text, name);
    if role.is_some() && looks_named(bare.of(text)) {
        return (bare, role);
    }
    let words = name.of(text);
    let before = words.find(ANSWERS).map_or("", |at| words[..at].trim_end());
    if looks_named(before) { (name.up_to(name.begins() + before.len()), None) } else { (name, None) }
}

/// A clause without the words before it that say in which batch its bodies follow: 第一批：市教育局.
fn without_batch(text: &str, clause: Span) -> Span {
    let Some((batch, rest)) = clause.of(text).split_once(is_colon) else { return clause };
    let number = batch.strip_prefix(ORDINAL).and_then(|batch| batch.strip_suffix(BATCHES));
    let counts = |number: &str| !number.is_empty() && number.chars().all(|c| digit(c).is_some() || is_numeral(c));
    if number.is_some_and(counts) { trim(text, clause.on_from(clause.ends() - rest.len())) } else { clause }
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
        } else if let Some(word) = ACCORDING.iter().find(|word| words.ends_with(**word)).filter(|_| role.is_some()) {
            // 按分工负责, of which the verbs are off.
            rest = rest.up_to(rest.ends() - word.len());
        } else {
            return (rest, role);
        }
    }
}

/// Where a phrase begins that says how bodies share: 按职责分工, 根据各自职责.
fn sharing(words: &str) -> Option<usize> {
    let at = ACCORDING.iter().filter_map(|word| words.rfind(word)).min()?;
    let phrase = &words[at..];
    (phrase.chars().count() <= LONGEST_SHARING && holds(phrase, SHARED) && !ends(phrase, &["局", "委"])).then_some(at)
}
