//! What stands under a heading, on its way from one to another.

use crate::domain::plan::{Measure, Responsibility, Task};
use crate::domain::span::Span;

/// What stands under a heading.
#[derive(Default)]
pub struct Content {
    /// Measures; their `responsibility` is an index into `statements`.
    pub measures: Vec<Measure>,
    /// Statements of responsibility.
    pub statements: Vec<Responsibility>,
    /// Printed times.
    pub deadlines: Vec<Span>,
    /// Paragraphs that nobody ticks.
    pub paragraphs: Vec<Span>,
}

impl Content {
    /// All that stands under a task, which keeps its heading.
    pub fn of(task: &mut Task) -> Self {
        Self {
            measures: std::mem::take(&mut task.measures),
            statements: std::mem::take(&mut task.responsibilities),
            deadlines: std::mem::take(&mut task.deadlines),
            paragraphs: Vec::new(),
        }
    }

    /// What stands under a task behind an offset; the task keeps the rest.
    pub fn behind(task: &mut Task, at: usize) -> Self {
        let Self { measures, statements, deadlines, .. } = Self::of(task);
        let measures = with_own(measures, &statements);
        let later = |span: Span| span.begins() >= at;
        let (moved, kept) = measures.into_iter().partition(|(measure, _)| later(measure.span));
        let (statements, own): (Vec<Responsibility>, Vec<_>) = statements.into_iter().partition(|s| later(s.span));
        let (deadlines, times) = deadlines.into_iter().partition(|span| later(*span));
        (task.measures, task.responsibilities, task.deadlines) = (answered(kept, &own), own, times);
        Self { measures: answered(moved, &statements), statements, deadlines, paragraphs: Vec::new() }
    }

    /// Whether nobody would have anything to do by it.
    pub fn is_idle(&self) -> bool {
        self.measures.is_empty() && self.statements.is_empty()
    }

    /// Takes in what stands behind it.
    pub fn take(&mut self, mut behind: Self) {
        if !self.is_idle() && !behind.is_idle() {
            self.answer_each();
            behind.answer_each();
        }
        let before = self.statements.len();
        behind
            .measures
            .iter_mut()
            .for_each(|measure| measure.responsibility = measure.responsibility.map(|i| i + before));
        self.measures.append(&mut behind.measures);
        self.statements.append(&mut behind.statements);
        self.deadlines.append(&mut behind.deadlines);
        self.paragraphs.append(&mut behind.paragraphs);
    }

    /// Takes in what stands before it.
    pub fn put_before(&mut self, mut before: Self) {
        before.take(std::mem::take(self));
        *self = before;
    }

    /// Says of each measure that the only statement speaks of it: that of another heading will stand beside it.
    fn answer_each(&mut self) {
        if self.statements.len() == 1 {
            self.measures.iter_mut().for_each(|measure| measure.responsibility = Some(0));
        }
    }

    /// Puts a measure among the others, in the order of the text, and under its own statement, else the first behind it.
    pub fn insert(&mut self, measure: Measure, statement: Option<Span>) {
        let own = |other: Span| statement.map_or(other.start >= measure.span.end, |own| own == other);
        let responsibility = self.statements.iter().position(|other| own(other.span));
        let place = self.measures.iter().position(|other| other.span.start > measure.span.start);
        self.measures.insert(place.unwrap_or(self.measures.len()), Measure { responsibility, ..measure });
    }

    /// Puts all of this under a task, behind what stands there.
    pub fn join(self, task: &mut Task) {
        let mut all = Self::of(task);
        all.take(self);
        *task = all.into_task(std::mem::take(task));
    }

    /// The task with this heading and all of this under it.
    pub fn into_task(self, head: Task) -> Task {
        let Self { mut measures, statements, deadlines, .. } = self;
        if statements.len() < 2 {
            for measure in &mut measures {
                measure.responsibility = None;
            }
        }
        Task { measures, responsibilities: statements, deadlines, ..head }
    }
}

/// The measures, each with the place of the statement on it alone: its index in another list is another.
pub fn with_own(measures: Vec<Measure>, statements: &[Responsibility]) -> Vec<(Measure, Option<Span>)> {
    let own = |measure: &Measure| Some(statements.get(measure.responsibility?)?.span);
    let with = |measure| (own(&measure), measure);
    measures.into_iter().map(with).map(|(own, measure)| (measure, own)).collect()
}

/// The measures, each with the place of its statement among these; one statement alone speaks of the whole task.
pub fn answered(measures: Vec<(Measure, Option<Span>)>, statements: &[Responsibility]) -> Vec<Measure> {
    let place = |own: Option<Span>| statements.iter().position(|statement| Some(statement.span) == own);
    let measure = |(measure, own)| Measure { responsibility: place(own).filter(|_| statements.len() > 1), ..measure };
    measures.into_iter().map(measure).collect()
}

/// The statements of all tasks.
pub fn statements(tasks: &mut [Task]) -> impl Iterator<Item = &mut Responsibility> {
    tasks.iter_mut().flat_map(|task| &mut task.responsibilities)
}

/// A name without white space around it; `None` if nothing is left.
pub fn worded(name: &str) -> Option<&str> {
    Some(name.trim()).filter(|name| !name.is_empty())
}
