//! The content of a party's checklist, as values: every word is decided here, and the drawing code only sets it.

use super::head::HeadFacts;
use super::model::{DutyParagraph, PaperRow};
use super::request::PaperRequest;
use super::writer::Writer;
use crate::domain::party::Party;
use crate::text::paper::{DoneWords, PaperWords};

/// The checklist of one party, as values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistPaper {
    /// The fixed words, in the paper's script.
    pub words: &'static PaperWords,
    /// The facts in its head.
    pub facts: HeadFacts,
    /// The name under which it is signed, in the paper's script; empty if the plan does not name the party.
    pub signer: String,
    /// The words for done and not done.
    pub done: &'static DoneWords,
    /// Whether done measures are ticked; on a blank form every box is empty.
    pub filled: bool,
    /// The standing requirements.
    pub standing: Vec<DutyParagraph>,
    /// The rows of the table, in order.
    pub rows: Vec<PaperRow>,
}

impl ChecklistPaper {
    /// The checklist that is requested.
    pub fn new(request: &PaperRequest) -> Self {
        let words = request.words();
        let writer = Writer::of(request);
        let kind = match request.party {
            Party::Coordinator => writer.of_whole(words, words.whole_checklist),
            Party::Unit(_) => words.unit_checklist.to_owned(),
            Party::Locality(_) => words.locality_checklist.to_owned(),
        };
        let facts = HeadFacts::of(request, kind);
        let signer = match (request.party, &facts.full_name) {
            (Party::Coordinator, _) => String::new(),
            (Party::Locality(_), _) => [&facts.party, words.government].concat(),
            (_, Some(full)) if facts.full_name_lang == words.lang => full.clone(),
            _ => facts.party.clone(),
        };
        let standing = request.plan.standing.iter().flat_map(|passage| writer.standing(passage)).collect();
        let (done, filled) = (words.done(request.party), request.ledger.is_some());
        Self { words, facts, signer, done, filled, standing, rows: writer.rows(words) }
    }
}
