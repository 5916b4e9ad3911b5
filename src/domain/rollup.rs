//! The roll-up: how far a measure is, and how the measures of a list add up. It is defined only here; every figure of the
//! interface and of papers comes from here.
//!
//! How far one measure is, **for a unit or locality** — the first line that fits:
//!
//! | if | it is |
//! |---|---|
//! | the coordinator has signed it off | signed off 已銷號 |
//! | the party says a status | that status; 已完成 waits for its sign-off (待核) |
//! | the party says none | not reported 未填報 |
//!
//! **For the plan** (the coordinator, a section, a task) — the first line that fits:
//!
//! | if | it is |
//! |---|---|
//! | the coordinator has signed it off | signed off 已銷號 |
//! | the coordinator says 不適用, or everybody who reported does | not applicable 不適用 |
//! | somebody says 已完成, and everybody who reported does, those with 不適用 aside | done 待核 |
//! | somebody, or the coordinator, says 滯後 | behind 滯後 |
//! | somebody says 推進中, or some say 已完成 and some 未啟動 | under way 推進中 |
//! | somebody says 未啟動 | not started 未啟動 |
//! | nobody reported, and the coordinator says a status | that status |
//! | nobody said anything | not reported 未填報 |
//!
//! What counts, **by whose list it is** — the *total* that every list, sentence, overview and paper gives ([`Total`]):
//!
//! | on the list of | these measures are the party's own |
//! |---|---|
//! | the coordinator | all of the plan |
//! | a unit | those of tasks that name it |
//! | a locality | those of tasks that name it or say 各縣區政府; where a task says 相關縣區政府, those on which it has reported |
//!
//! - The total is its own measures without those that are not applicable: `k` of `n` leaves them out of both. 0 of 0 is
//!   "—". What is on a list and not in its total is said beside it, and how many.
//! - A locality's list shows all measures of tasks that say 相關縣區政府, set apart. A paper that is left blank says the
//!   total of before anybody reports.
//! - Who is asked: whoever the task is on the list of as its own; where it says 相關縣區政府, a locality once it has
//!   reported.
//! - A *report* is a mark with a status, of a party that is asked about the measure. A mark without a status is no report yet,
//!   whatever else is written in it; one of a party that is not asked, or of what the plan does not have, is none either. All are
//!   kept. Where the reports of all parties are counted together, a status of the coordinator's is one of them ([`Reports`]).
//! - A mark of a unit or locality changes its own numbers and the plan's, never another's. A sign-off closes the
//!   measure for everybody who is asked.
//!
//! [`Reports`]: super::reports::Reports

use super::ledger::{Ledger, MarkKey};
use super::mark::{Field, Mark, Status};
use super::ordered::Ordered;
use super::party::Party;
use super::plan::{Assignee, MeasureId, Plan, Reach, Task};

/// The state of a measure: how far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// 已銷號: the coordinator has signed the measure off.
    SignedOff,
    /// 待核: reported as done, not signed off yet.
    Done,
    /// 推進中.
    UnderWay,
    /// 滯後.
    Behind,
    /// 未啟動.
    NotStarted,
    /// 未填報.
    #[default]
    NotReported,
    /// 不適用.
    NotApplicable,
}

impl State {
    /// All states, from the furthest on, the one that does not count last.
    pub const ALL: [Self; 7] = [
        Self::SignedOff,
        Self::Done,
        Self::UnderWay,
        Self::Behind,
        Self::NotStarted,
        Self::NotReported,
        Self::NotApplicable,
    ];

    /// The key of the state in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::SignedOff => "signed-off",
            Self::NotReported => "not-reported",
            Self::Done => Status::Done.key(),
            Self::UnderWay => Status::UnderWay.key(),
            Self::Behind => Status::Behind.key(),
            Self::NotStarted => Status::NotStarted.key(),
            Self::NotApplicable => Status::NotApplicable.key(),
        }
    }

    /// The state with this key; `None` for any other text.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

impl From<Status> for State {
    fn from(status: Status) -> Self {
        match status {
            Status::NotStarted => Self::NotStarted,
            Status::UnderWay => Self::UnderWay,
            Status::Behind => Self::Behind,
            Status::Done => Self::Done,
            Status::NotApplicable => Self::NotApplicable,
        }
    }
}

/// The number of measures in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; 7]);

impl Tally {
    /// Counts one measure.
    pub fn add(&mut self, state: State) {
        self.0[state as usize] += 1;
    }

    /// Adds the counts of another tally.
    pub fn add_all(&mut self, other: Self) {
        for state in State::ALL {
            self.0[state as usize] += other.of(state);
        }
    }

    /// The number of measures in this state.
    pub fn of(self, state: State) -> usize {
        self.0[state as usize]
    }

    /// The number of all measures, not applicable ones included.
    pub fn all(self) -> usize {
        self.0.iter().sum()
    }

    /// The number of measures that count: all but those not applicable.
    pub fn counted(self) -> usize {
        self.all() - self.of(State::NotApplicable)
    }

    /// How much a party has done of what counts. For the coordinator, a measure is done when it is signed off; for a unit or
    /// locality, when it is signed off or reported as done.
    pub fn done(self, party: Party) -> Count {
        let reported = if party == Party::Coordinator { 0 } else { self.of(State::Done) };
        Count { done: self.of(State::SignedOff) + reported, all: self.counted() }
    }
}

/// How many measures are done, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The number of measures done.
    pub done: usize,
    /// The number of measures that count.
    pub all: usize,
}

impl Count {
    /// The share that is done in whole percent, rounded down so that 100 means all; `None` where nothing counts.
    pub fn percent(self) -> Option<usize> {
        (self.done * 100).checked_div(self.all)
    }
}

/// The total of a list: how much is done of what counts, and what is on the list beside that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The number of tasks with a measure that is the party's own.
    pub tasks: usize,
    /// How much is done of the party's own, applicable measures.
    pub count: Count,
    /// The number of the party's own measures that are not applicable.
    pub not_applicable: usize,
    /// The number of measures of undetermined tasks (相關縣區政府) on which the locality has not reported.
    pub undetermined: usize,
}

impl Total {
    /// Adds measures that all belong to one task.
    pub fn add(&mut self, task: impl Iterator<Item = Standing>) {
        let mut own = false;
        for standing in task {
            own |= standing.counts;
            if !standing.counts {
                self.undetermined += 1;
            } else if standing.state == State::NotApplicable {
                self.not_applicable += 1;
            } else {
                self.count.all += 1;
                self.count.done += usize::from(standing.done);
            }
        }
        self.tasks += usize::from(own);
    }
}

/// The parties that are asked about a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The parties that the task names, each by itself or all localities together, in the order of parties.
    pub parties: Ordered<Party>,
    /// Whether the task also names some localities without saying which (相關縣區政府).
    pub undetermined: bool,
}

impl Asked {
    /// The parties asked about a task of the plan.
    pub fn of(plan: &Plan, task: &Task) -> Self {
        let mut asked = Self::default();
        for assigned in task.assigned() {
            match assigned.who {
                Assignee::Localities(Reach::All) => {
                    (0..plan.localities.len()).for_each(|i| _ = asked.parties.insert(Party::Locality(i)));
                }
                Assignee::Localities(Reach::Undetermined) => asked.undetermined = true,
                who => Party::of(who).into_iter().for_each(|party| _ = asked.parties.insert(party)),
            }
        }
        asked
    }

    /// Whether a party's report on the task counts.
    pub fn counts(&self, party: Party) -> bool {
        self.parties.contains(&party) || self.undetermined && matches!(party, Party::Locality(_))
    }
}

/// How one measure stands on the list of one party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a finding of its own")]
pub struct Standing {
    /// The state of the measure.
    pub state: State,
    /// Whether the party has ticked it.
    pub ticked: bool,
    /// Whether the measure is done for the party: signed off or, for a unit or locality, reported as done.
    pub done: bool,
    /// Whether the measure is the party's own and so in its figures. A measure of an undetermined task is not a locality's
    /// own until that locality reports on it.
    pub counts: bool,
    /// The number of parties asked that have reported; for a unit or locality, only itself is counted.
    pub reported: usize,
    /// The number of parties asked; for a unit or locality 1.
    pub asked: usize,
    /// Whether a problem is written down: for the coordinator, by itself or anybody who is asked; else by the party.
    pub problem: bool,
}

impl Standing {
    /// The standing of a measure for a party, from all marks of the measure ([`Ledger::said_of`]) and the parties asked.
    pub fn of(said: &[(MarkKey, Mark)], asked: &Asked, party: Party) -> Self {
        let of = |party: Party| said.iter().find(|(key, _)| matches!(key, MarkKey::Placed(p, _) if *p == party));
        let own = of(party).map(|(_, mark)| mark);
        let status = own.and_then(Mark::status);
        let coordinator = of(Party::Coordinator).and_then(|(_, mark)| mark.status());
        let signed_off = coordinator == Some(Status::Done);
        let has_problem = |mark: &Mark| !mark.value(Field::Problem).is_empty();
        let ticked = status == Some(Status::Done);
        if party != Party::Coordinator {
            let state = if signed_off { State::SignedOff } else { status.map_or(State::NotReported, State::from) };
            let counts = status.is_some() || asked.parties.contains(&party);
            return Self {
                state,
                ticked,
                done: counts && (ticked || signed_off),
                counts,
                reported: usize::from(status.is_some()),
                asked: 1,
                problem: own.is_some_and(has_problem),
            };
        }
        let mut reports = Tally::default();
        let mut standing = Self {
            ticked,
            done: signed_off,
            counts: true,
            problem: own.is_some_and(has_problem),
            asked: asked.parties.len(),
            ..Self::default()
        };
        for (key, mark) in said {
            let MarkKey::Placed(who, _) = key else { continue };
            if !asked.counts(*who) {
                continue;
            }
            standing.problem |= has_problem(mark);
            if let Some(status) = mark.status() {
                reports.add(status.into());
                standing.asked += usize::from(!asked.parties.contains(who));
            }
        }
        standing.reported = reports.all();
        standing.state = if signed_off { State::SignedOff } else { together(reports, coordinator) };
        standing
    }
}

/// The state of a measure that is not signed off, from its reports and the coordinator's own status.
fn together(reports: Tally, coordinator: Option<Status>) -> State {
    let says = |state: State| reports.of(state) > 0;
    let nobody = reports.all() == 0;
    if coordinator == Some(Status::NotApplicable) || !nobody && reports.counted() == 0 {
        State::NotApplicable
    } else if says(State::Done) && reports.of(State::Done) == reports.counted() {
        State::Done
    } else if says(State::Behind) || coordinator == Some(Status::Behind) {
        State::Behind
    } else if says(State::UnderWay) || says(State::Done) {
        State::UnderWay
    } else if says(State::NotStarted) {
        State::NotStarted
    } else {
        coordinator.map_or(State::NotReported, State::from)
    }
}

/// The standings of all measures of a party's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    /// In the order of the measures' ids, each with the place of its task in [`Plan::tasks`].
    rows: Vec<(MeasureId, Standing, usize)>,
}

impl Standings {
    /// The standings of the measures of these tasks, given as indices into [`Plan::tasks`], for a party.
    pub fn of(plan: &Plan, ledger: &Ledger, party: Party, tasks: impl Iterator<Item = usize>) -> Self {
        let mut rows: Vec<(MeasureId, Standing, usize)> = Vec::new();
        for (i, task) in tasks.filter_map(|i| Some((i, plan.tasks.get(i)?))) {
            let asked = Asked::of(plan, task);
            for measure in &task.measures {
                let standing = Standing::of(ledger.said_of(measure.id), &asked, party);
                let place = rows.partition_point(|(id, ..)| *id < measure.id);
                rows.insert(place, (measure.id, standing, i));
            }
        }
        Self { rows }
    }

    /// Works out the standings of these measures again, leaving out measures that are not among them. Returns whether one
    /// changed.
    pub fn look_again(&mut self, plan: &Plan, ledger: &Ledger, party: Party, measures: &[MeasureId]) -> bool {
        let mut other = false;
        for id in measures {
            let Ok(place) = self.rows.binary_search_by(|(other, ..)| other.cmp(id)) else { continue };
            let (_, standing, task) = &mut self.rows[place];
            let Some(task) = plan.tasks.get(*task) else { continue };
            let now = Standing::of(ledger.said_of(*id), &Asked::of(plan, task), party);
            other |= *standing != now;
            *standing = now;
        }
        other
    }

    /// The standing of a measure, for callers that go through many in the order of their ids: `place` says where to look
    /// first, and is moved behind the measure.
    pub fn next(&self, id: MeasureId, place: &mut usize) -> Standing {
        if self.rows.get(*place).is_none_or(|(there, ..)| *there != id) {
            *place = self.rows.partition_point(|(other, ..)| *other < id);
        }
        let found = self.rows.get(*place).filter(|(there, ..)| *there == id);
        *place += usize::from(found.is_some());
        found.map_or_else(Standing::default, |(_, standing, _)| *standing)
    }

    /// The standings of the measures of a party's whole list.
    pub fn of_party(plan: &Plan, ledger: &Ledger, party: Party) -> Self {
        Self::of(plan, ledger, party, plan.scope(party).all())
    }

    /// The standing of a measure; the default if it is not on the list.
    pub fn get(&self, id: MeasureId) -> Standing {
        let found = self.rows.binary_search_by(|(other, ..)| other.cmp(&id));
        found.ok().map_or_else(Standing::default, |i| self.rows[i].1)
    }

    /// The tally of these measures, without those that do not count.
    pub fn tally_of(&self, measures: &[MeasureId]) -> Tally {
        let mut tally = Tally::default();
        measures.iter().map(|id| self.get(*id)).filter(|standing| standing.counts).for_each(|s| tally.add(s.state));
        tally
    }

    /// The total of all measures.
    pub fn total(&self) -> Total {
        let mut total = Total::default();
        total.add(self.rows.iter().map(|(_, standing, _)| *standing));
        // In the order of the ids, the measures of a task may be apart.
        let tasks = self.rows.iter().map(|(.., task)| task + 1).max().unwrap_or_default();
        let mut own = vec![false; tasks];
        self.rows.iter().for_each(|(_, standing, task)| own[*task] |= standing.counts);
        total.tasks = own.iter().filter(|own| **own).count();
        total
    }

    /// The tally of all measures, without those that do not count.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.rows.iter().filter(|(_, standing, _)| standing.counts).for_each(|(_, s, _)| tally.add(s.state));
        tally
    }
}
