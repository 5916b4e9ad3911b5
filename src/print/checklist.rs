//! What the checklist of one party says, as values: every word is decided here, the components only set it.

use super::head::Facts;
use super::writer::Writer;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::reading::Script;
use crate::domain::runs::Run;
use crate::text::paper::{DoneWords, PaperWords};

/// What is to be printed.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Whose checklist.
    pub party: Party,
    /// Which text of the plan.
    pub script: Script,
    /// The measures that the filters leave. Others of the party are not printed; those of other parties never.
    pub measures: &'a [MeasureId],
    /// What was reported; `None` for a blank form.
    pub ledger: Option<&'a Ledger>,
    /// The filters in words of the paper's script; empty if there are none.
    pub filters: &'a str,
    /// The day of the marks, ISO 8601; on a blank form the day of printing.
    pub date: &'a str,
}

/// The checklist of one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistPaper {
    /// The fixed words, in the script of the paper.
    pub words: &'static PaperWords,
    /// What it says of itself.
    pub facts: Facts,
    /// The name under which it is signed, in its script; empty where the plan does not name it.
    pub signer: String,
    /// What it is called that a measure is done.
    pub done: &'static DoneWords,
    /// Whether what is done is marked; else every box is empty.
    pub filled: bool,
    /// The standing requirements.
    pub standing: Vec<Standing>,
    /// The rows of the table, in order.
    pub rows: Vec<Row>,
}

/// A paragraph of the standing requirements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A heading: 三、組織實施.
    Heading(String),
    /// A paragraph, with the words it begins with if they are its heading: (一)加強部門協調.
    Paragraph {
        /// The heading inside the line.
        lead_in: String,
        /// The words.
        text: String,
    },
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What sets apart the tasks of which the plan does not say whether they are the locality's.
    Undetermined,
    /// A task.
    Task(TaskRow),
    /// A measure of the task above it.
    Measure(MeasureRow),
    /// What says that no measure is left.
    Nothing,
}

impl Row {
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

impl ChecklistPaper {
    /// The checklist that is wanted.
    pub fn new(wanted: &Wanted) -> Self {
        let words = PaperWords::of(wanted.script);
        let writer = Writer { wanted };
        let kind = match wanted.party {
            Party::Coordinator => words.whole_checklist,
            Party::Unit(_) => words.unit_checklist,
            Party::Locality(_) => words.locality_checklist,
        };
        let facts = Facts::of(wanted, kind);
        let signer = match (wanted.party, &facts.full_name) {
            (Party::Coordinator, _) => String::new(),
            (Party::Locality(_), _) => [&facts.party, words.government].concat(),
            (_, Some(full)) if facts.full_name_lang == words.lang => full.clone(),
            _ => facts.party.clone(),
        };
        let standing = wanted.plan.standing.iter().flat_map(|passage| writer.standing(passage)).collect();
        let (done, filled) = (words.done(wanted.party), wanted.ledger.is_some());
        Self { words, facts, signer, done, filled, standing, rows: writer.rows(words) }
    }
}
