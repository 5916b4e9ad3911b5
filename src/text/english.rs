//! The words around an English reading, which is shown in the English interface alone.

use crate::domain::plan::{Assignee, Plan, Reach, Task};
use crate::domain::span::Span;

/// The words.
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct EnglishWords {
    pub unofficial: &'static str,
    pub show_chinese: &'static str,
    pub plan_words: &'static str,
    /// Words of plans: in Chinese, in this interface, and what is meant.
    pub glossary: [[&'static str; 3]; 19],
    /// Stands before the bodies that answer for a task.
    pub responsible: &'static str,
    pub and_others: &'static str,
    pub all_localities: &'static str,
    pub some_localities: &'static str,
}

/// The words in English.
pub static EN: EnglishWords = EnglishWords {
    unofficial: "Unofficial English reading; the Chinese text is the record.",
    show_chinese: "Show the Chinese beside it",
    plan_words: "Plan words",
    glossary: [
        ["工作要點", "work plan", "what a government sets out to do in a year, issued as prose"],
        ["任務", "task", "a numbered heading of the plan, with the units responsible for it"],
        ["舉措", "measure", "one sentence of a task: what is ticked and reported"],
        ["責任單位", "responsible unit", "a body that the plan names for a task"],
        ["牽頭、配合", "lead, support", "who answers for a task, and who helps"],
        ["等部門", "and others", "the list of units is open: others may be asked, too"],
        [
            "縣區",
            "counties and districts",
            "the localities under the city; 相關縣區 are those concerned, which the plan does not name",
        ],
        ["統籌", "coordinator", "the office that breaks the plan down, hands it out and brings reports together"],
        [
            "分工",
            "arrangement",
            "what the coordinator settles where the plan is silent: who leads, who supports, who is not concerned",
        ],
        ["下發", "hand out", "give the plan to the units, as a file, a form or a page"],
        ["填報", "report", "what a unit says of a measure: its state, progress, problems, next step"],
        ["期", "round", "a reporting period with a day by which reports are due"],
        ["匯總", "bring together", "make one ledger of the reports that came back"],
        ["台賬", "ledger", "all reports and sign-offs of a plan"],
        ["待核", "awaiting review", "a unit reports it done; the coordinator has not signed it off"],
        ["銷號", "sign-off", "the coordinator closes a measure"],
        ["退回", "give back", "the coordinator returns a report with the reason"],
        ["延期", "postponement", "a later day, asked for by a unit and granted by the coordinator"],
        ["人次", "person-times", "whoever takes part twice counts twice; 萬人次 is 10,000 of them"],
    ],
    responsible: "Responsible: ",
    and_others: "and others",
    all_localities: "the governments of all counties and districts",
    some_localities: "the governments of the counties and districts concerned",
};

/// Who answers for a task by the statement at this place, in English names: `(Responsible: Education Bureau, …)`.
pub fn answers(plan: &Plan, task: &Task, statement: Span) -> String {
    let english =
        |name: Option<&String>, assigned: Span| name.cloned().unwrap_or_else(|| plan.text(assigned).to_owned());
    let named =
        task.assigned().filter(|assigned| statement.contains(assigned.span)).map(|assigned| match assigned.who {
            Assignee::Localities(Reach::All) => EN.all_localities.to_owned(),
            Assignee::Localities(Reach::Undetermined) => EN.some_localities.to_owned(),
            Assignee::Unit(i) => english(plan.units.get(i).and_then(|unit| unit.english.as_ref()), assigned.span),
            Assignee::Locality(i) => {
                english(plan.localities.get(i).and_then(|place| place.english.as_ref()), assigned.span)
            }
            Assignee::Generic => english(None, assigned.span),
        });
    let mut names: Vec<String> = named.collect();
    let is_open = task.responsibilities.iter().any(|said| said.span == statement && said.open);
    names.extend(is_open.then(|| EN.and_others.to_owned()));
    format!("({}{})", EN.responsible, names.join(", "))
}
