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
    /// What sets apart the tasks of which the plan does not say whether they are the locality's.
    Undetermined,
    /// A task.
    Task(TaskRow),
    /// A measure of the task above it.
    Measure(MeasureRow),
    /// What says that no measure is left.
    Nothing,
}

impl PaperRow {
    /// Whether it is a measure.
    pub fn is_measure(&self) -> bool {
        matches!(self, Self::Measure(_))
    }
}

/// A task, above its measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// Its number.
    pub no: String,
    /// Its title.
    pub title: String,
    /// The part the party has in it, where the plan says one: 牽頭.
    pub role: Option<&'static str>,
    /// The printed statements of responsibility, the party's own name marked.
    pub responsibility: Vec<Run>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// Its number: 2.1.
    pub no: String,
    /// Whether its box is ticked.
    pub done: bool,
    /// The sentence, its targets marked.
    pub text: Vec<Run>,
    /// The statement of responsibility that speaks of it alone.
    pub responsibility: Vec<Run>,
    /// The numbers it sets.
    pub targets: Vec<TargetLine>,
    /// How far it is, with how many have reported where several are asked; empty on a blank form, and where it is not
    /// said that the measure is the locality's.
    pub state: String,
    /// What the party wrote of it, each with its label.
    pub report: Vec<(&'static str, String)>,
}

/// A number that a measure sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLine {
    /// What is counted; only where the measure sets several numbers.
    pub counts: Option<String>,
    /// The number as printed: 10所.
    pub words: String,
    /// The actual value with its unit; empty where none was given.
    pub actual: String,
}
