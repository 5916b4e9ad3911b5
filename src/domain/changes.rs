//! What is other than in an earlier state of the ledger, such as that of the round before.
//!
//! | a measure, for the plan | is |
//! |---|---|
//! | done now and not before: signed off, or reported as done by its one word | newly done |
//! | with somebody behind now and not before | newly behind |
//! | reported now and not before; a sign-off alone is no report | newly reported |
//! | not signed off, reported both times, none of these, and a word of a report is another | moved |
//! | not signed off, reported both times, and no word of any report is another | unmoved |

use super::ledger::{Ledger, MarkKey};
use super::mark::Field;
use super::party::Party;
use super::plan::{MeasureId, Plan};
use super::rollup::{Asked, Standing, State};

/// The measures that are other than before, each list in the order of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Newly done.
    pub done: Vec<MeasureId>,
    /// Newly with somebody behind.
    pub behind: Vec<MeasureId>,
    /// Newly reported.
    pub reported: Vec<MeasureId>,
    /// Moved.
    pub moved: Vec<MeasureId>,
    /// Unmoved.
    pub unmoved: Vec<MeasureId>,
}

impl Changes {
    /// What is other now than `before`.
    pub fn of(plan: &Plan, before: &Ledger, now: &Ledger) -> Self {
        let mut changes = Self::default();
        for task in &plan.tasks {
            let asked = Asked::of(plan, task);
            for measure in &task.measures {
                let id = measure.id;
                let stands =
                    |ledger: &Ledger| Standing::of(ledger.said_of(id), &asked, (task, measure), Party::Coordinator);
                let (was, is) = (stands(before), stands(now));
                let done = |standing: &Standing| matches!(standing.state, State::SignedOff | State::Done);
                let (is_done, is_behind) = (done(&is) && !done(&was), is.behind && !was.behind);
                if is_done {
                    changes.done.push(id);
                }
                if is_behind {
                    changes.behind.push(id);
                }
                if is.is_reported() && !was.is_reported() {
                    changes.reported.push(id);
                }
                if was.is_reported() && is.is_reported() && is.state != State::SignedOff {
                    if words(before, id) == words(now, id) {
                        changes.unmoved.push(id);
                    } else if !is_done && !is_behind {
                        changes.moved.push(id);
                    }
                }
            }
        }
        changes
    }
}

/// Every word of the reports of a measure.
fn words(ledger: &Ledger, id: MeasureId) -> Vec<(&MarkKey, Field, &str)> {
    let is_word = |field: Field| !field.is_settled() && !matches!(field, Field::Confirmed | Field::Postponement);
    let mut words = Vec::new();
    for (key, mark) in ledger.said_of(id) {
        let fields = mark.fields().iter().map(|(field, _)| (key, *field, mark.value(*field)));
        words.extend(fields.filter(|(_, field, value)| is_word(*field) && !value.is_empty()));
    }
    words
}
