//! Reads the tasks that were found: their measures, targets, statements and deadlines.

use super::chars::{Bytes, is_colon, is_space, length, slice, trim_by};
use super::diagnostics::{Diagnostic, DiagnosticKind};
use super::items::{Item, Part};
use super::responsibility::{self, Statement};
use super::statements::{Found, Kind};
use super::structure::Paragraph;
use super::table::Row;
use super::units::Meaning;
use super::{deadlines, sentences, targets};
use crate::domain::plan::{Assignee, Assignment, Measure, PieceKind, Responsibility, Role, Task, Unit};
use crate::domain::span::Span;
use std::collections::HashMap;

/// A lead-in of this length or less (`具体措施：`) is no measure.
const LONGEST_LEAD_IN: usize = 12;

/// Collects what the tasks of a plan consist of.
pub struct Collector<'a> {
    /// The text in simplified characters.
    pub text: &'a str,
    /// The text as printed.
    pub source: &'a str,
    /// Whether the plan says that the first body named leads.
    pub first_leads: bool,
    /// Bodies in the order of first printing.
    pub units: Vec<Unit>,
    /// Pieces recognised.
    pub pieces: Vec<(Bytes, PieceKind)>,
    /// What a person should look at.
    pub diagnostics: Vec<Diagnostic>,
    /// Bodies by their names in simplified characters.
    known: HashMap<String, usize>,
}

impl<'a> Collector<'a> {
    /// Nothing collected yet.
    pub fn new(text: &'a str, source: &'a str, first_leads: bool) -> Self {
        let (units, pieces, diagnostics, known) = (Vec::new(), Vec::new(), Vec::new(), HashMap::new());
        Self { text, source, first_leads, units, pieces, diagnostics, known }
    }

    /// Notes something that a person should look at.
    pub fn note(&mut self, kind: DiagnosticKind, range: &Bytes) {
        self.diagnostics.push(Diagnostic { kind, span: span(range) });
    }

    /// Reads one task; its id is given later.
    pub fn task(&mut self, item: &Item, label: Span, path: Vec<String>, title: Bytes) -> Task {
        let mut task = Task { label, path, title: span(&title), ..Task::default() };
        task.deadlines.extend(deadlines::find(self.text, title).iter().map(span));
        // Measures since the last statement: those that the next one speaks of.
        let mut since = 0;
        let mut fresh = true;
        for part in &item.parts {
            match part {
                Part::Label(range) => self.pieces.push((range.clone(), PieceKind::Label)),
                Part::Heading(range) => {
                    self.pieces.push((range.clone(), PieceKind::Heading));
                    task.deadlines.extend(deadlines::find(self.text, range.clone()).iter().map(span));
                }
                Part::Text(paragraph) => self.paragraph(paragraph, &mut task, &mut since, &mut fresh),
            }
        }
        if task.responsibilities.len() < 2 {
            task.measures.iter_mut().for_each(|m| m.responsibility = None);
        }
        for responsibility in &task.responsibilities {
            let range = responsibility.span.start as usize..responsibility.span.end as usize;
            self.pieces.push((range, PieceKind::Responsibility));
        }
        task
    }

    /// Reads a row of a table; its id is given later.
    pub fn row(&mut self, row: &Row, label: Span, path: Vec<String>) -> Task {
        let mut task = Task { label, path, title: span(&row.title), ..Task::default() };
        self.pieces.push((row.number.clone(), PieceKind::Label));
        self.pieces.push((row.title.clone(), PieceKind::Heading));
        for cell in &row.content {
            self.measures(cell.clone(), &mut task);
        }
        let mut whole: Option<Bytes> = None;
        let mut said = Statement::default();
        for (cell, role) in &row.bodies {
            let mut read = responsibility::read(self.text, cell.clone());
            let verbs = read.named.iter().any(|n| n.role != Role::Responsible);
            read.named.iter_mut().filter(|_| !verbs).for_each(|n| n.role = *role);
            said.named.extend(read.named);
            said.open |= read.open;
            whole = Some(whole.map_or(cell.clone(), |w| w.start.min(cell.start)..w.end.max(cell.end)));
            self.pieces.push((cell.clone(), PieceKind::Responsibility));
        }
        if let Some(range) = whole.filter(|_| !said.named.is_empty()) {
            self.mark_leads(&mut said);
            let assigned = said.named.iter().map(|named| self.assign(named)).collect();
            task.responsibilities.push(Responsibility { span: span(&range), assigned, open: said.open });
        }
        for cell in &row.deadlines {
            task.deadlines.push(span(&deadlines::stated(self.text, cell.clone())));
            self.pieces.push((cell.clone(), PieceKind::Deadline));
        }
        task
    }

    fn paragraph(&mut self, paragraph: &Paragraph, task: &mut Task, since: &mut usize, fresh: &mut bool) {
        let mut at = paragraph.range.start;
        for found in &paragraph.statements {
            *fresh |= self.measures(at..found.range.start, task);
            at = found.range.end;
            match found.kind {
                Kind::Deadline => {
                    let stated = responsibility::read(self.text, found.inner.clone());
                    task.deadlines
                        .extend(stated.deadlines.iter().map(|r| span(&deadlines::stated(self.text, r.clone()))));
                    self.pieces.push((found.range.clone(), PieceKind::Deadline));
                }
                Kind::Responsibility => {
                    self.statement(found, task, *fresh);
                    let index = task.responsibilities.len().saturating_sub(1);
                    task.measures.iter_mut().skip(*since).for_each(|m| m.responsibility = Some(index));
                    *since = task.measures.len();
                    *fresh = false;
                }
            }
        }
        *fresh |= self.measures(at..paragraph.range.end, task);
    }

    /// Takes the sentences of a range as measures; whether there were any.
    fn measures(&mut self, range: Bytes, task: &mut Task) -> bool {
        let mut any = false;
        for sentence in sentences::sentences(self.text, range) {
            let words = slice(self.text, sentence.clone());
            if words.ends_with(is_colon) && length(words, LONGEST_LEAD_IN + 1) <= LONGEST_LEAD_IN {
                self.pieces.push((sentence, PieceKind::Paragraph));
                continue;
            }
            task.deadlines.extend(deadlines::find(self.text, sentence.clone()).iter().map(span));
            let targets = targets::find(self.text, self.source, sentence.clone());
            task.measures.push(Measure { span: span(&sentence), targets, ..Measure::default() });
            self.pieces.push((sentence, PieceKind::Measure));
            any = true;
        }
        any
    }

    /// Reads a statement. One with no measure since the last continues it: 牵头部门 and 参与单位 on lines of their own.
    fn statement(&mut self, found: &Found, task: &mut Task, fresh: bool) {
        let mut statement = responsibility::read(self.text, found.inner.clone());
        if found.unclosed {
            self.note(DiagnosticKind::UnclosedStatement, &found.range);
        }
        if statement.named.is_empty() && !statement.person {
            self.note(DiagnosticKind::EmptyStatement, &found.range);
        }
        for odd in &statement.odd {
            self.diagnostics.push(Diagnostic { kind: DiagnosticKind::OddName, span: span(odd) });
        }
        self.mark_leads(&mut statement);
        task.deadlines.extend(statement.deadlines.iter().map(|r| span(&deadlines::stated(self.text, r.clone()))));
        let assigned: Vec<Assignment> = statement.named.iter().map(|named| self.assign(named)).collect();
        match task.responsibilities.last_mut().filter(|_| !fresh) {
            Some(last) => {
                last.span.end = span(&found.range).end;
                last.assigned.extend(assigned);
                last.open |= statement.open;
            }
            None => {
                task.responsibilities.push(Responsibility { span: span(&found.range), assigned, open: statement.open });
            }
        }
    }

    fn mark_leads(&self, statement: &mut Statement) {
        for named in statement.named.iter_mut().filter(|n| n.starred) {
            named.role = Role::Lead;
        }
        let led = statement.named.iter().any(|n| n.role == Role::Lead);
        if let Some(first) =
            statement.named.first_mut().filter(|n| self.first_leads && !led && n.role == Role::Responsible)
        {
            first.role = Role::Lead;
        }
    }

    fn assign(&mut self, named: &responsibility::Named) -> Assignment {
        let who = match named.meaning {
            Meaning::Places(reach) => Assignee::Localities(reach),
            Meaning::Generic => Assignee::Generic,
            Meaning::Body => Assignee::Unit(self.unit(named.range.clone())),
        };
        Assignment { who, role: named.role, span: span(&named.range) }
    }

    /// The body of this name; the same body in the other script is not another one.
    fn unit(&mut self, range: Bytes) -> usize {
        let compact = |words: &str| words.chars().filter(|c| !is_space(*c)).collect::<String>();
        let folded = compact(slice(self.text, range.clone()));
        let printed = compact(slice(self.source, range));
        let units = &mut self.units;
        let index = *self.known.entry(folded).or_insert_with(|| {
            units.push(Unit { key: printed.clone(), ..Unit::default() });
            units.len() - 1
        });
        if let Some(unit) = units.get_mut(index)
            && unit.key != printed
            && !unit.aliases.contains(&printed)
        {
            unit.aliases.push(printed);
        }
        index
    }
}

/// The span of a range of bytes.
pub fn span(range: &Bytes) -> Span {
    Span::new(range.start, range.end)
}

/// The range without white space and the marks of markdown around it.
pub fn tidy(text: &str, range: Bytes) -> Bytes {
    trim_by(text, range, |c| is_space(c) || c == '*')
}
