//! How a plan went through its year: how much of it was done and reported when each round was closed, and how much is now.
//!
//! | of the measures that count for the plan | share |
//! |---|---|
//! | done | those signed off, or reported as done by their one word, of all |
//! | reported | those that somebody reported, in a round for that round, of all but those signed off without a report |

use super::calendar::day_number;
use super::ledger::Ledger;
use super::lights::Today;
use super::party::Party;
use super::plan::Plan;
use super::printed_day::Day;
use super::progress::Term;
use super::rollup::{Asked, Count, Standing, State};
use super::rounds::{Round, Rounds, is_made};

/// How far the plan was on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The round that was closed then; `None` for the ledger of today.
    pub round: Option<Round>,
    /// The day.
    pub day: Day,
    /// The measures that are done.
    pub done: Count,
    /// The measures that are reported.
    pub reported: Count,
    /// How much of the plan's term was over, in whole percent; `None` where the plan does not say when it is due.
    pub time: Option<i64>,
}

impl Step {
    /// How far the plan is by a ledger on a day: when a round was closed, or else in the round of that day, if there is one.
    pub fn of(plan: &Plan, ledger: &Ledger, day: Day, round: Option<Round>) -> Self {
        let time = Today::of(plan, day).time;
        let for_round = round.clone().or_else(|| Rounds::of(ledger).at(day).cloned());
        let mut step = Self { round, day, done: Count::default(), reported: Count::default(), time };
        for task in &plan.tasks {
            let asked = Asked::of(plan, task);
            for measure in &task.measures {
                let said = ledger.said_of(measure.id);
                let standing = Standing::of(said, &asked, (task, measure), Party::Coordinator);
                if !standing.counts || standing.state == State::NotApplicable {
                    continue;
                }
                let is_done = matches!(standing.state, State::SignedOff | State::Done);
                step.done.all += 1;
                step.done.done += usize::from(is_done);
                let is_reported = is_made(said, &asked, Party::Coordinator, for_round.as_ref());
                step.reported.all += usize::from(is_reported || standing.state != State::SignedOff);
                step.reported.done += usize::from(is_reported);
            }
        }
        step
    }
}

/// The steps of a plan through its year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    steps: Vec<Step>,
    /// The first and the last day of the plan's term, where it says when it is due.
    term: Option<(Day, Day)>,
}

impl Course {
    /// The steps, by their days.
    pub fn of(plan: &Plan, mut steps: Vec<Step>) -> Self {
        steps.sort_by_key(|step| step.day);
        let day = |date| Day::try_from(day_number(date).checked_sub(day_number((1970, 1, 1)))?).ok();
        let term = Term::of(plan).and_then(|term| Some((day(term.first)?, day(term.last)?)));
        Self { steps, term: term.filter(|(first, last)| first < last) }
    }

    /// The steps, by their days.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The first and the last day of the plan's term and of all steps.
    pub fn days(&self) -> (Day, Day) {
        let days = self.steps.iter().map(|step| step.day);
        let days = days.chain(self.term.into_iter().flat_map(|(first, last)| [first, last]));
        (days.clone().min().unwrap_or_default(), days.max().unwrap_or_default())
    }

    /// Where a day is between the first and the last, in thousandths.
    pub fn along(&self, day: Day) -> usize {
        let (first, last) = self.days();
        let past = u64::from(day.clamp(first, last) - first);
        (past * 1_000).checked_div(u64::from(last - first)).map_or(0, |part| usize::try_from(part).unwrap_or(1_000))
    }

    /// The line of the time: how much of the term is over where, both in thousandths; empty where the plan does not say when it is due.
    pub fn time(&self) -> Vec<(usize, usize)> {
        let Some((first, last)) = self.term else { return Vec::new() };
        let (from, until) = self.days();
        [(from, 0), (first, 0), (last, 1_000), (until, 1_000)].map(|(day, over)| (self.along(day), over)).to_vec()
    }
}
