//! What each stretch of a plan's source was taken for.
//!
//! A *thing* is something that was read ([`Taken`]); it has one span of its own in the source ([`span_of`]), by which it is
//! selected.

use super::plan::{Plan, Role};
use super::span::Span;

/// What a stretch of the source was taken for. Indices are those of the plan's own lists: a task of [`Plan::tasks`], and what
/// stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The title.
    Title,
    /// A line before the text proper.
    Notice,
    /// A paragraph of the preamble.
    Preamble,
    /// A heading that groups tasks: a section.
    Section(usize),
    /// A heading over sections: the first one that it stands over, and its place in [`Section::over`](super::plan::Section::over).
    Upper(usize, usize),
    /// The number or the title of a task.
    Task(usize),
    /// A heading of something that nobody ticks.
    Heading,
    /// Text that nobody ticks.
    Paragraph,
    /// A standing duty: the passage of [`Plan::standing`], and the duty in it.
    Duty(usize, usize),
    /// A measure: its task, and its place there.
    Measure(usize, usize),
    /// A target: its task, its measure, and its place there.
    Target(usize, usize, usize),
    /// A statement of responsibility: the first task that it speaks of, and its place there.
    Statement(usize, usize),
    /// A name in a statement: its task, its statement, and its place there.
    Name(usize, usize, usize),
    /// A deadline: its task, and its place there.
    Deadline(usize, usize),
    /// Text around the document that is not part of it.
    Furniture,
    /// White space and punctuation.
    Gap,
}

/// How a stretch is told apart from others: what the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is named for what it is")]
pub enum Kind {
    Title,
    Notice,
    Section,
    Task,
    Measure,
    Target,
    Statement,
    Lead,
    Support,
    Responsible,
    Deadline,
    Duty,
    Untaken,
    Furniture,
    Gap,
}

impl Kind {
    /// All kinds, in the order of the legend; gaps are not in it.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::Notice,
        Self::Section,
        Self::Task,
        Self::Measure,
        Self::Target,
        Self::Statement,
        Self::Lead,
        Self::Support,
        Self::Responsible,
        Self::Deadline,
        Self::Duty,
        Self::Untaken,
        Self::Furniture,
    ];
}

impl Taken {
    /// How it is told apart from others in this plan.
    pub fn kind(self, plan: &Plan) -> Kind {
        match self {
            Self::Title => Kind::Title,
            Self::Notice => Kind::Notice,
            Self::Section(_) | Self::Upper(..) => Kind::Section,
            Self::Task(_) => Kind::Task,
            Self::Measure(..) => Kind::Measure,
            Self::Target(..) => Kind::Target,
            Self::Statement(..) => Kind::Statement,
            Self::Name(task, statement, name) => {
                let statement = plan.tasks.get(task).and_then(|task| task.responsibilities.get(statement));
                match statement.and_then(|statement| statement.assigned.get(name)).map(|assigned| assigned.role) {
                    Some(Role::Lead) => Kind::Lead,
                    Some(Role::Support) => Kind::Support,
                    Some(Role::Responsible) | None => Kind::Responsible,
                }
            }
            Self::Deadline(..) => Kind::Deadline,
            Self::Duty(..) => Kind::Duty,
            Self::Preamble | Self::Heading | Self::Paragraph => Kind::Untaken,
            Self::Furniture => Kind::Furniture,
            Self::Gap => Kind::Gap,
        }
    }

    /// The task that it belongs to, as an index into [`Plan::tasks`].
    pub fn task(self) -> Option<usize> {
        match self {
            Self::Task(task)
            | Self::Measure(task, _)
            | Self::Target(task, ..)
            | Self::Statement(task, _)
            | Self::Name(task, ..)
            | Self::Deadline(task, _) => Some(task),
            _ => None,
        }
    }

    /// Whether it stands within something else.
    pub(super) fn is_inner(self) -> bool {
        matches!(self, Self::Target(..) | Self::Name(..) | Self::Deadline(..))
    }
}

/// The span of a thing of the plan; `None` for what is a piece of the source and nothing else.
pub fn span_of(plan: &Plan, taken: Taken) -> Option<Span> {
    let measure = |task: usize, measure: usize| plan.tasks.get(task)?.measures.get(measure);
    let statement = |task: usize, statement: usize| plan.tasks.get(task)?.responsibilities.get(statement);
    match taken {
        Taken::Title => Some(plan.meta.title),
        Taken::Section(section) => plan.sections.get(section).map(|section| section.title),
        Taken::Upper(section, at) => Some(plan.sections.get(section)?.over.get(at)?.title),
        Taken::Task(task) => {
            let task = plan.tasks.get(task)?;
            [task.title, task.label].into_iter().find(|span| !span.is_empty())
        }
        Taken::Duty(passage, duty) => {
            let duty = plan.standing.get(passage)?.duties.get(duty)?;
            std::iter::once(duty.title).chain(duty.paragraphs.iter().copied()).find(|span| !span.is_empty())
        }
        Taken::Measure(task, at) => measure(task, at).map(|measure| measure.span),
        Taken::Target(task, at, target) => measure(task, at)?.targets.get(target).map(|target| target.span),
        Taken::Statement(task, at) => statement(task, at).map(|statement| statement.span),
        Taken::Name(task, at, name) => statement(task, at)?.assigned.get(name).map(|assigned| assigned.span),
        Taken::Deadline(task, at) => plan.tasks.get(task)?.deadlines.get(at).copied(),
        _ => None,
    }
}
