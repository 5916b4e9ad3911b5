//! Fifth stage: who answers for each task, and what is left of its text as the words of its measures.
//!
//! In: the tasks as found, and the rows of tables. Out: [`Duties`]. Change here who leads by a rule of the plan, and how the
//! cells of a row are taken together; the words for roles are in `lexicon/duties.rs`.

pub mod said;
pub mod subject;

use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::diagnostics::{Diagnostic, DiagnosticKind};
use crate::reader::lexicon::rules::{LeadRule, is_short_rule, lead_rule_from};
use crate::reader::sort::{Item, Part, Sorted};
use crate::reader::statement::Paragraph;
use crate::reader::statement::find::{Found, StatementKind};
use crate::reader::statement::naming::names_somebody;
use crate::reader::statement::read::{Named, Statement, read as read_statement, time};
use crate::reader::text::scan::{Depth, chars_in, has_words, trim};
use crate::reader::text::table::Row;
use crate::reader::text::times::{leading, stated};
use crate::reader::text::{Cut, Text};
pub use said::{Names, Said};
use std::collections::HashMap;
use subject::{subject, subjects};

/// A task with its statements read. `Of` is what it was found as: an [`Item`], or the [`Row`]s of a table.
#[derive(Clone, Debug)]
pub struct Duty<Of> {
    /// What it was found as.
    pub of: Of,
    /// What it says.
    pub said: Vec<Said>,
}

/// All tasks of a text with their statements read.
#[derive(Clone, Debug, Default)]
pub struct Duties<'t> {
    /// Those under headings, in printed order.
    pub items: Vec<Duty<&'t Item<'t>>>,
    /// Those of tables, in printed order.
    pub rows: Vec<Duty<&'t [Row]>>,
}

/// Reads the statements of all tasks, and remarks on what is odd about them.
pub fn read<'t>(text: &Text, sorted: &'t Sorted<'t>, cut: &'t Cut) -> (Duties<'t>, Vec<Diagnostic>) {
    let (text, tables) = (text.folded.as_str(), &cut.tables);
    let rule = lead_rule_from(text, &cut.paragraphs);
    let leads = rule.map(|(rule, _, from)| (rule, from));
    let mut reader = Reader { text, leads, read: HashMap::new(), diagnostics: Vec::new() };
    if let Some((rule, span, _)) = rule {
        let kind = match rule {
            LeadRule::First => DiagnosticKind::FirstNamedLeads,
            LeadRule::Before(_) => DiagnosticKind::FirstGroupLeads,
        };
        reader.note(kind, trim(text, span));
    }
    for guessed in &tables.guessed {
        reader.note(DiagnosticKind::GuessedCells, *guessed);
    }
    for column in &tables.unread {
        reader.note(DiagnosticKind::SetApart, *column);
    }
    let items = sorted.tasks.iter().map(|of| Duty { of, said: reader.item(of) }).collect();
    let rows = tables.rows.chunk_by(|_, next| next.goes_on).map(|of| Duty { of, said: reader.rows(of) }).collect();
    (Duties { items, rows }, reader.diagnostics)
}

/// So far back a statement is looked for that the next one continues.
const LONGEST_CONTINUED: usize = 24;

/// The time in a cell.
fn cell_time(text: &str, cell: Span) -> Span {
    stated(text, cell, names_somebody).unwrap_or_else(|| time(text, cell))
}

struct Reader<'s> {
    text: &'s str,
    /// Who of each list leads, and from where on, if the plan says so once for all.
    leads: Option<(LeadRule, usize)>,
    /// The statements that were read, by their words: the same few bodies answer for most tasks.
    read: HashMap<&'s str, (usize, Statement)>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn item(&mut self, item: &Item) -> Vec<Said> {
        let mut said = Vec::new();
        for part in &item.parts {
            match part {
                Part::Label(span) => said.push(Said::Label(*span)),
                Part::Heading(span) => said.push(Said::Heading(*span)),
                Part::Text(paragraph) => self.paragraph(paragraph, paragraph.span, &mut said),
                Part::Behind(paragraph, at) => self.paragraph(paragraph, paragraph.span.on_from(*at), &mut said),
            }
        }
        if !said.iter().any(|said| matches!(said, Said::Names(_)))
            && let Some(names) = subject(self.text, item.title, &said)
        {
            self.note(DiagnosticKind::ReadFromSentence, names.span);
            said.push(Said::Names(names));
        } else if !said.iter().any(|said| matches!(said, Said::Names(_))) {
            said = said.into_iter().flat_map(|said| self.spoken_of(said)).collect();
        }
        if let Some(over) = item.done_by.filter(|_| !said.iter().any(|said| matches!(said, Said::Names(_)))) {
            let Statement { named, open, deadlines, .. } = self.statement(over);
            if self.diagnostics.last().is_none_or(|last| last.span != over) {
                self.note(DiagnosticKind::ReadFromSentence, over);
            }
            said.push(Said::Names(Names { span: over, named, open, deadlines }));
        }
        said
    }

    /// Words with the bodies behind them that they speak of.
    fn spoken_of(&mut self, said: Said) -> Vec<Said> {
        let Said::Words(mut rest) = said else { return vec![said] };
        let mut out = Vec::new();
        let mut subjects = subjects(self.text, rest).into_iter().peekable();
        while let Some((_, names)) = subjects.next() {
            let end = subjects.peek().map_or(rest.ends(), |(next, _)| *next);
            self.note(DiagnosticKind::ReadFromSentence, names.span);
            out.extend([Said::Words(rest.up_to(end)), Said::Names(names)]);
            rest = rest.on_from(end);
        }
        out.push(Said::Words(rest));
        out
    }

    /// Reads a paragraph; `rest` is what of it is no heading.
    fn paragraph(&mut self, paragraph: &Paragraph, mut rest: Span, said: &mut Vec<Said>) {
        for found in &paragraph.statements {
            said.push(Said::Words(rest.up_to(found.span.begins())));
            rest = rest.on_from(found.span.ends());
            let statement = self.statement(found.inner);
            said.push(match found.kind {
                StatementKind::Deadline => Said::Times(found.span, statement.deadlines),
                StatementKind::Responsibility | StatementKind::Person => {
                    let led = self.led(said);
                    self.names(found, statement, led)
                }
            });
        }
        said.push(Said::Words(rest));
    }

    fn names(&mut self, found: &Found, mut statement: Statement, led: bool) -> Said {
        if found.unclosed {
            self.note(DiagnosticKind::UnclosedStatement, found.span);
        }
        if statement.named.is_empty() && !statement.person && statement.deadlines.is_empty() {
            self.note(DiagnosticKind::EmptyStatement, found.span);
        }
        for odd in &statement.odd {
            self.note(DiagnosticKind::OddName, *odd);
        }
        for rule in statement.rules.iter().filter(|rule| !is_short_rule(rule.of(self.text))) {
            self.note(DiagnosticKind::RuleForOthers, *rule);
        }
        for unknown in &statement.unknown {
            self.note(DiagnosticKind::UnknownLabel, *unknown);
        }
        self.mark_leads(found.inner, &mut statement.named, led);
        let Statement { named, open, deadlines, .. } = statement;
        Said::Names(Names { span: found.span, named, open, deadlines })
    }

    /// Reads a statement, or moves one with the same words to where this one stands.
    fn statement(&mut self, inner: Span) -> Statement {
        let text = self.text;
        let (at, read) =
            self.read.entry(inner.of(text)).or_insert_with(|| (inner.begins(), read_statement(text, inner)));
        read.moved(*at, inner.begins())
    }

    /// What the rows of one task say.
    fn rows(&mut self, rows: &[Row]) -> Vec<Said> {
        let mut said = Vec::new();
        let several = rows.len() > 1;
        let mut rows = rows.iter().peekable();
        let mut before: Option<&Row> = None;
        while let Some(row) = rows.next() {
            let mut values = row.values.iter().peekable();
            let content = |cell: &Span| {
                let value = values.next_if(|value| *value == cell).copied();
                value.map_or(Said::Words(*cell), Said::Value)
            };
            said.extend(row.content.iter().map(content));
            // It is part of the words before it.
            let leads = row.content.iter().filter_map(|cell| leading(self.text, *cell));
            said.extend(leads.map(|time| Said::Times(time.front(), vec![time])));
            // Merged cells speak of all their rows, the last of which they follow.
            if rows.peek().is_none_or(|next| next.bodies != row.bodies) {
                let own = |other: Option<&Row>| {
                    other.is_none_or(|other| other.deadlines != row.deadlines && other.bodies != row.bodies)
                };
                let alone = several && own(before) && own(rows.peek().copied());
                said.extend(self.cells(row, alone));
            }
            before = Some(row);
            // It stands in the first row of the table, and is no piece of this one.
            said.extend(row.aimed_at.iter().map(|year| Said::Times(year.front(), vec![*year])));
            let times = || row.deadlines.iter().map(|cell| (*cell, cell_time(self.text, *cell)));
            if rows.peek().is_none_or(|next| next.deadlines != row.deadlines) {
                said.extend(times().map(|(cell, time)| Said::Times(cell, vec![time])));
            }
        }
        said
    }

    /// Who the cells of a row say answers for it. Where bodies and times are those of the row `alone` and stand beside each other, the
    /// statement spans both: the row is due then, and not its task.
    fn cells(&mut self, row: &Row, alone: bool) -> Option<Said> {
        let (first, _) = row.bodies.first()?;
        let mut names = Names { span: *first, named: Vec::new(), open: false, deadlines: Vec::new() };
        for (cell, role) in &row.bodies {
            let mut read = self.statement(*cell);
            let verbs = read.named.iter().any(|named| named.role != Role::Responsible);
            read.named.iter_mut().filter(|_| !verbs).for_each(|named| named.role = *role);
            names.named.extend(read.named);
            names.open |= read.open;
            names.span = names.span.around(*cell);
        }
        self.mark_leads(names.span, &mut names.named, false);
        let whole = row.deadlines.iter().fold(names.span, |span, cell| span.around(*cell));
        let clear =
            row.content.iter().chain([&row.title, &row.number]).all(|cell| cell.is_empty() || !whole.contains(*cell));
        if alone && clear {
            names.span = whole;
        }
        (!names.named.is_empty()).then_some(Said::Names(names))
    }

    /// Whether a statement that the next one continues names who leads: 牵头单位 on the line before.
    fn led(&self, said: &[Said]) -> bool {
        for said in said.iter().rev().take(LONGEST_CONTINUED) {
            match said {
                Said::Names(names) if names.named.iter().any(|named| named.role == Role::Lead) => return true,
                Said::Words(span) if has_words(self.text, *span) => return false,
                Said::Label(_) | Said::Heading(_) => return false,
                _ => {}
            }
        }
        false
    }

    /// Lets those lead that a star marks, or that a rule of the plan says lead.
    fn mark_leads(&self, stated: Span, named: &mut [Named], led: bool) {
        for named in named.iter_mut().filter(|named| named.starred) {
            named.role = Role::Lead;
        }
        let rule = self.leads.filter(|(_, from)| stated.ends() >= *from);
        let Some((rule, _)) = rule.filter(|_| !led && !named.iter().any(|named| named.role == Role::Lead)) else {
            return;
        };
        let leading = match rule {
            LeadRule::First => 1,
            LeadRule::Before(marks) => {
                let mut depth = Depth::default();
                let mut outside = |c: char| {
                    depth.step(c);
                    depth.outside() && marks.contains(&c)
                };
                // Without the mark all stand before it.
                let end = chars_in(self.text, stated).find(|(_, c)| outside(*c)).map_or(stated.ends(), |(at, _)| at);
                named.iter().take_while(|named| named.span.ends() <= end).count()
            }
        };
        let leading = named.iter_mut().take(leading).filter(|named| named.role == Role::Responsible);
        leading.for_each(|named| named.role = Role::Lead);
    }

    fn note(&mut self, kind: DiagnosticKind, span: Span) {
        self.diagnostics.push(Diagnostic { kind, span });
    }
}
