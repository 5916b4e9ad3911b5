//! Where a party stands in a round: how many reports it has made of those that it owes, and which it can confirm as they are.

use super::arrangement;
use super::ledger::Ledger;
use super::party::Party;
use super::plan::{MeasureId, Plan};
use super::rollup::{Asked, Count, Standing, State};
use super::rounds::{Round, counts};

/// Where a party stands in a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InRound {
    /// How many reports are made for the round, of those that are to be made. What is signed off need not be reported, and what is not
    /// applicable is left out.
    pub made: Count,
    /// The measures that it reported on before and not for the round, whose reports it can confirm as still true. One that was given
    /// back is not among them: it wants other words.
    pub as_before: Vec<MeasureId>,
}

impl InRound {
    /// Where a party stands.
    pub fn of(plan: &Plan, ledger: &Ledger, party: Party, round: &Round) -> Self {
        let mut all = Self::default();
        let scope = arrangement::scope(plan, ledger, party);
        for task in scope.all().filter_map(|i| plan.tasks.get(i)) {
            let asked = Asked::of(plan, task);
            for measure in task.measures.iter().filter(|measure| !scope.left_out.contains(&measure.id)) {
                let standing = Standing::of(ledger.said_of(measure.id), &asked, (task, measure), party);
                if !standing.counts || standing.state == State::NotApplicable {
                    continue;
                }
                let mark = ledger.mark(party, measure.id);
                let is_made = mark.is_some_and(|mark| counts(mark, Some(round)));
                let is_closed = standing.state == State::SignedOff;
                all.made.done += usize::from(is_made);
                all.made.all += usize::from(is_made || !is_closed);
                let says = mark.is_some_and(|mark| mark.status().is_some() && mark.returned().is_none());
                if says && !is_made && !is_closed {
                    all.as_before.push(measure.id);
                }
            }
        }
        all
    }
}
