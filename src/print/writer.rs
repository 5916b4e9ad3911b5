//! Writes the words of a checklist: from the plan and the ledger, in the script of the paper.

use super::checklist::{MeasureRow, Row, Standing, TargetLine, TaskRow, Wanted, between};
use crate::domain::mark::Field;
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{Assignee, Measure, MeasureId, Passage, Plan, Responsibility, Role, Target, Task};
use crate::domain::reading::{Reading, Script, simplified};
use crate::domain::rollup::{self, Asked};
use crate::domain::runs::{Run, runs};
use crate::domain::script::simplify;
use crate::domain::span::Span;
use crate::text::paper::PaperWords;

/// Writes what is wanted.
pub(super) struct Writer<'a> {
    pub(super) wanted: &'a Wanted<'a>,
}

impl<'a> Writer<'a> {
    fn plan(&self) -> &'a Plan {
        self.wanted.plan
    }

    /// Words of the record in the script of the paper.
    pub(super) fn write(&self, record: &str) -> String {
        match self.wanted.script {
            Script::Record => record.to_owned(),
            Script::Simplified => simplified(record, &self.plan().rewordings),
        }
    }

    /// Whether these words can stand on the paper as its own: names in simplified characters cannot on a traditional one.
    pub(super) fn is_in_script(&self, words: &str) -> bool {
        self.wanted.script == Script::Simplified || words.chars().any(|c| simplify(c) != c)
    }

    pub(super) fn text(&self, span: Span) -> String {
        self.write(self.plan().text(span))
    }

    /// A span in the script of the paper, with some spans inside it marked.
    fn runs(&self, span: Span, marked: impl Iterator<Item = Span>) -> Vec<Run> {
        let inside = |part: Span| {
            (part.start.saturating_sub(span.start) as usize)..(part.end.saturating_sub(span.start) as usize)
        };
        let marked: Vec<_> = marked.filter(|part| span.contains(*part)).map(inside).collect();
        let record = self.plan().text(span);
        match self.wanted.script {
            Script::Record => runs(record, &marked, &[]),
            Script::Simplified => {
                let reading = Reading::new(record, &self.plan().rewordings);
                let marked: Vec<_> = marked.into_iter().map(|range| reading.to_reading(range)).collect();
                runs(reading.text(), &marked, &[])
            }
        }
    }

    /// The party as the plan prints it, and its full name.
    pub(super) fn names(&self, words: &PaperWords) -> (String, Option<String>) {
        match self.wanted.party {
            Party::Coordinator => (words.coordinator_name.to_owned(), None),
            Party::Unit(i) => self.plan().units.get(i).map_or_else(Default::default, |unit| {
                (self.write(&unit.key), unit.canonical.as_ref().map(|fact| fact.value.clone()))
            }),
            Party::Locality(i) => self
                .plan()
                .localities
                .get(i)
                .map_or_else(Default::default, |locality| (self.write(&locality.key), None)),
        }
    }

    /// What is on the paper, in one sentence.
    pub(super) fn scope(&self, words: &PaperWords, rows: &[Row]) -> String {
        let tasks = rows.iter().filter(|row| matches!(row, Row::Task(_))).count();
        let measures = rows.iter().filter(|row| row.is_measure()).count();
        let done = rows.iter().filter(|row| matches!(row, Row::Measure(measure) if measure.done)).count();
        let scope = self.plan().scope(self.wanted.party);
        let all_measures = self.plan().scope_measures(self.wanted.party).len();
        let mut sentence = if measures == all_measures {
            between(&words.all, &[tasks, measures])
        } else {
            between(&words.part, &[tasks, measures]) + &between(&words.part_of, &[scope.all().count(), all_measures])
        };
        if let Some(apart) = rows.iter().position(|row| *row == Row::Undetermined) {
            let tasks = rows[apart..].iter().filter(|row| matches!(row, Row::Task(_))).count();
            sentence += &between(&words.undetermined_count, &[tasks]);
        }
        if self.wanted.ledger.is_some() {
            sentence += &between(&words.done_count, &[done]);
        }
        if !self.wanted.filters.is_empty() {
            sentence = [&sentence, "；", words.filters, self.wanted.filters].concat();
        }
        sentence
    }

    /// A headed passage and the duties inside it.
    pub(super) fn standing(&self, passage: &Passage) -> Vec<Standing> {
        let heading = [&self.text(passage.label), "、", &self.text(passage.title)].concat();
        let heading = heading.trim_start_matches('、').to_owned();
        let paragraph = |lead_in: String, span: &Span| Standing::Paragraph { lead_in, text: self.text(*span) };
        let mut all = vec![Standing::Heading(heading)];
        all.extend(passage.paragraphs.iter().map(|span| paragraph(String::new(), span)));
        for duty in &passage.duties {
            let lead_in = [&self.text(duty.label), &self.text(duty.title), "。"].concat();
            let lead_in = lead_in.trim_start_matches('。').to_owned();
            let (first, others) = match duty.paragraphs.split_first() {
                Some((first, others)) => (self.text(*first), others),
                None => (String::new(), &[][..]),
            };
            all.push(Standing::Paragraph { lead_in, text: first });
            all.extend(others.iter().map(|span| paragraph(String::new(), span)));
        }
        all.retain(|standing| !matches!(standing, Standing::Heading(words) if words.is_empty()));
        all
    }

    pub(super) fn rows(&self, words: &PaperWords) -> Vec<Row> {
        let scope = self.plan().scope(self.wanted.party);
        let wanted: Ordered<MeasureId> = self.wanted.measures.iter().copied().collect();
        let mut rows = Vec::new();
        self.tasks(&scope.tasks, &wanted, words, &mut rows);
        let own = rows.len();
        self.tasks(&scope.undetermined, &wanted, words, &mut rows);
        if rows.len() > own {
            rows.insert(own, Row::Undetermined);
        }
        if rows.is_empty() {
            rows.push(Row::Nothing);
        }
        rows
    }

    /// The tasks at these places that have wanted measures, each above those measures.
    fn tasks(&self, tasks: &[usize], wanted: &Ordered<MeasureId>, words: &PaperWords, rows: &mut Vec<Row>) {
        for task in tasks.iter().filter_map(|&i| self.plan().tasks.get(i)) {
            let measures = task.measures.iter().filter(|measure| wanted.contains(&measure.id));
            let measures: Vec<Row> = measures.map(|measure| Row::Measure(self.measure(task, measure, words))).collect();
            if !measures.is_empty() {
                rows.push(Row::Task(self.task(task, words)));
                rows.extend(measures);
            }
        }
    }

    fn task(&self, task: &Task, words: &PaperWords) -> TaskRow {
        let of_a_measure = |i: usize| task.measures.iter().any(|measure| measure.responsibility == Some(i));
        let statements = task.responsibilities.iter().enumerate().filter(|(i, _)| !of_a_measure(*i));
        let role = task.assigned().find(|assignment| self.is_party(assignment.who)).and_then(|own| match own.role {
            Role::Lead => Some(words.lead),
            Role::Support => Some(words.support),
            Role::Responsible => None,
        });
        TaskRow {
            no: task.id.to_string(),
            title: self.text(task.title),
            role,
            responsibility: statements.flat_map(|(_, statement)| self.statement(statement)).collect(),
        }
    }

    fn measure(&self, task: &Task, measure: &Measure, words: &PaperWords) -> MeasureRow {
        let statement = measure.responsibility.and_then(|i| task.responsibilities.get(i));
        let several = measure.targets.len() > 1;
        let value =
            |field: Field| self.wanted.ledger.map_or("", |ledger| ledger.value(self.wanted.party, measure.id, field));
        let target = |(place, target): (usize, &Target)| {
            let actual = value(Field::Actual(u16::try_from(place + 1).unwrap_or(u16::MAX)));
            let unit = self.write(&target.unit);
            TargetLine {
                counts: target.counts.as_ref().filter(|_| several).map(|counts| self.write(counts)),
                words: self.text(target.span),
                actual: if actual.is_empty() { String::new() } else { [actual, " ", &unit].concat() },
            }
        };
        let standing = self.wanted.ledger.map(|ledger| {
            rollup::Standing::of(ledger.said_of(measure.id), &Asked::of(self.plan(), task), self.wanted.party)
        });
        let written = [
            (words.progress, Field::Progress),
            (words.problem, Field::Problem),
            (words.next_step, Field::NextStep),
            (words.reported_on, Field::Date),
        ];
        let written = written.map(|(label, field)| (label, value(field).to_owned()));
        MeasureRow {
            no: measure.id.to_string(),
            done: standing.is_some_and(|standing| standing.done),
            state: standing.filter(|standing| standing.counts).map_or_else(String::new, |s| self.state(words, s)),
            report: written.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            text: self.runs(measure.span, measure.targets.iter().map(|target| target.span)),
            responsibility: statement.map(|statement| self.statement(statement)).unwrap_or_default(),
            targets: measure.targets.iter().enumerate().map(target).collect(),
        }
    }

    /// How far a measure is, in words; for the coordinator with how many have reported.
    fn state(&self, words: &PaperWords, standing: rollup::Standing) -> String {
        let state = words.states[standing.state as usize];
        if self.wanted.party == Party::Coordinator && standing.asked > 0 {
            format!("{state} {}/{}", standing.reported, standing.asked)
        } else {
            state.to_owned()
        }
    }

    /// A statement of responsibility as printed, the party's own name marked.
    fn statement(&self, statement: &Responsibility) -> Vec<Run> {
        let own = statement.assigned.iter().filter(|assignment| self.is_party(assignment.who));
        self.runs(statement.span, own.map(|assignment| assignment.span))
    }

    fn is_party(&self, who: Assignee) -> bool {
        match (self.wanted.party, who) {
            (Party::Unit(unit), Assignee::Unit(named)) => unit == named,
            (Party::Locality(_), Assignee::Localities(_)) => true,
            _ => false,
        }
    }
}
