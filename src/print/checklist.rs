//! What the checklist of one party says, as values: every word is decided here, the components only set it.

use super::writer::Writer;
use crate::domain::calendar::parse_iso_date;
use crate::domain::ledger::Ledger;
use crate::domain::party::Party;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::reading::Script;
use crate::domain::runs::Run;
use crate::text::paper::PaperWords;

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
    /// What kind of checklist it is: 責任單位工作清單.
    pub kind: &'static str,
    /// The plan's title.
    pub title: String,
    /// Label of the party: 責任單位.
    pub party_label: &'static str,
    /// The party as the plan prints it: 市教育局.
    pub party: String,
    /// Its full name, where it is known and another, in the characters in which the body itself writes it.
    pub full_name: Option<String>,
    /// The language of the full name, as in `lang`.
    pub full_name_lang: &'static str,
    /// The name under which the paper is signed, in the script of the paper; empty where the plan does not name it.
    pub signer: String,
    /// The document number.
    pub number: Option<String>,
    /// The date in words: 2021年9月30日.
    pub date: String,
    /// What is on the paper, of how much, and by which filters.
    pub scope: String,
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
        let Wanted { plan, party, script, .. } = *wanted;
        let words = PaperWords::of(script);
        let writer = Writer { wanted };
        let (kind, party_label) = match party {
            Party::Coordinator => (words.whole_checklist, words.coordinator),
            Party::Unit(_) => (words.unit_checklist, words.unit),
            Party::Locality(_) => (words.locality_checklist, words.locality),
        };
        let (name, full_name) = writer.names(words);
        let own_script = full_name.as_ref().is_none_or(|full| writer.is_in_script(full));
        let rows = writer.rows(words);
        Self {
            words,
            kind,
            title: writer.text(plan.meta.title),
            party_label,
            full_name_lang: if own_script { words.lang } else { SIMPLIFIED },
            signer: match (party, &full_name) {
                (Party::Coordinator, _) => String::new(),
                (Party::Locality(_), _) => [&name, words.government].concat(),
                (_, Some(full)) if own_script => full.clone(),
                _ => name.clone(),
            },
            full_name: full_name.filter(|full| *full != name),
            party: name,
            number: plan.meta.number.as_ref().map(|fact| writer.write(&fact.value)),
            date: date_words(wanted.date, words),
            scope: writer.scope(words, &rows),
            filled: wanted.ledger.is_some(),
            standing: plan.standing.iter().flat_map(|passage| writer.standing(passage)).collect(),
            rows,
        }
    }
}

/// Full names are in simplified characters, as the bodies write them, unless they show that they are not.
const SIMPLIFIED: &str = "zh-Hans";

/// `2021-09-30` as 2021年9月30日; anything else as it is.
fn date_words(date: &str, words: &PaperWords) -> String {
    let [year_word, month_word, day_word] = words.empty_date;
    parse_iso_date(date).map_or_else(
        || date.to_owned(),
        |(year, month, day)| {
            [&year.to_string(), year_word, &month.to_string(), month_word, &day.to_string(), day_word].concat()
        },
    )
}

/// Puts numbers between the parts of a sentence.
pub fn between(parts: &[&str], numbers: &[usize]) -> String {
    let mut sentence = String::new();
    for (i, part) in parts.iter().enumerate() {
        sentence.push_str(part);
        if let Some(number) = numbers.get(i) {
            sentence.push_str(&number.to_string());
        }
    }
    sentence
}
