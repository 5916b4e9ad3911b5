//! The rows of a checklist, as values before they are drawn.

use crate::domain::runs::Run;

/// A paragraph of the standing requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyParagraph {
    /// A heading: 三、組織實施.
    Heading(String),
    /// A paragraph, which may begin with a heading: (一)加強部門協調.
    Paragraph {
        /// The heading that the paragraph begins with; empty if there is none.
        lead_in: String,
        /// The words of the paragraph.
        text: String,
    },
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperRow {
    /// The heading of the undetermined tasks.
    Undetermined,
    /// A task.
    Task(TaskRow),
    /// A measure of the task above it.
    Measure(MeasureRow),
    /// The row that says that no measure is left.
    Nothing,
}

impl PaperRow {
    /// Whether the row is a measure.
    pub fn is_measure(&self) -> bool {
        matches!(self, Self::Measure(_))
    }
}

/// The row of a task, above its measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// The label of the task.
    pub no: String,
    /// The title of the task.
    pub title: String,
    /// The role of the party in the task, where the plan gives one: 牽頭.
    pub role: Option<&'static str>,
    /// The deadlines of the task that stand in none of its measures, as printed and as dates; empty if there are none.
    pub deadline: String,
    /// The printed statements of responsibility, the party's own name marked.
    pub responsibility: Vec<Run>,
}

/// The row of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// The label of the measure: 2.1.
    pub no: String,
    /// Whether the box is ticked.
    pub done: bool,
    /// The sentence, its targets marked.
    pub text: Vec<Run>,
    /// The day of the measure's own deadline, ISO 8601; empty if it has none.
    pub deadline: String,
    /// The statement of responsibility on this measure alone; empty if there is none.
    pub responsibility: Vec<Run>,
    /// The targets of the measure.
    pub targets: Vec<TargetLine>,
    /// The state, with how many have reported where several parties are asked, and whether it is overdue; empty on a blank form, and
    /// for a measure of an undetermined task that does not count ([`crate::domain::rollup`]).
    pub state: String,
    /// The texts that the party wrote, each with its label.
    pub report: Vec<(&'static str, String)>,
}

/// A target of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLine {
    /// What the number counts; `None` if that is not known, or if the measure has no other target.
    pub counts: Option<String>,
    /// The number as printed: 10所.
    pub words: String,
    /// The actual value with its unit; empty if none was given.
    pub actual: String,
}
