//! The roll-up: how far a measure is, and how the measures of a list add up. It is defined only here; every figure of the
//! interface and of papers comes from here.
//!
//! Measures are signed off; reports are made. How far one measure is, **for a unit or locality** — the first line that fits:
//!
//! | if | it is |
//! |---|---|
//! | the coordinator has signed it off | signed off 已銷號 |
//! | the party says a status, and its report was not given back (退回) | that status; 已完成 waits for its sign-off (待核) |
//! | otherwise | not reported 未填報 |
//!
//! **For the plan** (the coordinator, a section, a task) nothing boils several reports down to one word. The first line that fits:
//!
//! | if | it is |
//! |---|---|
//! | the coordinator has signed it off | signed off 已銷號 |
//! | the coordinator says a status of its own | that status |
//! | somebody leads, and all who lead say the same | what they say; of several who lead, each must have said it |
//! | nobody leads, all who are asked have reported, and all say the same, those with 不適用 aside | what they say |
//! | somebody who is asked has reported | reported 已有填報: how many say what stands beside it |
//! | nobody has | not reported 未填報 |
//!
//! So one 滯後 among many makes no measure 滯後. It counts under its own name: a measure *with somebody behind* (有單位滯後) is one that is
//! not signed off and of which the coordinator or somebody who is asked says 滯後.
//!
//! What counts, **by whose list it is** — the *total* that every list, sentence, overview and paper gives ([`Total`]):
//!
//! | on the list of | these measures are the party's own |
//! |---|---|
//! | the coordinator | all of the plan |
//! | a unit | those of tasks that name it |
//! | a locality | those of tasks that name it or say 各縣區政府; where a task says 相關縣區政府, those on which it has reported |
//! | whoever the coordinator settled it for (分工, [`Duty`]) | those with a duty, and none with 不涉及, whatever the plan says |
//!
//! - The total is its own measures without those that are not applicable: `k` of `n` leaves them out of both. 0 of 0 is
//!   "—". What is on a list and not in its total is said beside it, and how many.
//! - A locality's list shows all measures of tasks that say 相關縣區政府, set apart, until the coordinator settles which are its own. A
//!   paper that is left blank says the total of before anybody reports.
//! - Who is asked: whoever has the measure on its list as its own; where a task says 相關縣區政府, a locality once it has reported.
//! - Who leads: whoever the coordinator settled that for; where it settled that for nobody, those whom the plan says lead.
//! - A *report* is a mark with a status, of a party that is asked about the measure. A mark without a status is no report yet,
//!   whatever else is written in it; what was given back is none until it is reported anew; one of a party that is not asked, or of what
//!   the plan does not have, is none either. All are kept. Where the reports of all parties are counted together, a status of the coordinator's is one of them ([`Reports`]).
//! - A mark of a unit or locality changes its own numbers and the plan's, never another's. A sign-off closes the
//!   measure for everybody who is asked.
//! - By when a measure is due: on the day until which the coordinator postponed it for the party, else on the one that the coordinator
//!   settled for all, else on the one that the plan prints ([`super::dues`]). For the plan it is postponed where it is for all who lead
//!   or, where nobody leads, for all who are asked: until the last of their days.
//!
//! [`Reports`]: super::reports::Reports

use super::arrangement::{self, Answers, duty, settling};
pub use super::asked::Asked;
use super::ledger::{Ledger, MarkKey, Moment};
use super::light::Light;
use super::mark::{Duty, Field, Mark, Status};
use super::party::Party;
use super::plan::{Measure, MeasureId, Plan, Task};
use super::printed_day::Day;

/// The state of a measure: how far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// 已銷號: the coordinator has signed the measure off.
    SignedOff,
    /// 待核: reported as done, not signed off yet.
    Done,
    /// 推進中.
    UnderWay,
    /// 已有填報: for the plan, reported by some or all, and no one word says how far.
    Reported,
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

/// How many states there are.
pub const STATES: usize = 8;

impl State {
    /// All states, from the furthest on, the one that does not count last.
    pub const ALL: [Self; STATES] = [
        Self::SignedOff,
        Self::Done,
        Self::UnderWay,
        Self::Reported,
        Self::Behind,
        Self::NotStarted,
        Self::NotReported,
        Self::NotApplicable,
    ];

    /// The key of the state in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::SignedOff => "signed-off",
            Self::Reported => "reported",
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
pub struct Tally([usize; STATES]);

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

    /// What some reports come to without one word for all of them.
    fn in_part(self) -> State {
        if self.all() > 0 { State::Reported } else { State::NotReported }
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
            if standing.duty == Some(Duty::Unconcerned) {
                continue;
            }
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
    /// What the party has to do with it, where the coordinator settled that.
    pub duty: Option<Duty>,
    /// The number of parties asked; for a unit or locality 1.
    pub asked: usize,
    /// How many of them say what; for a unit or locality, only itself is counted.
    pub reports: Tally,
    /// Whether a problem is written down: for the coordinator, by itself or anybody who is asked; else by the party.
    pub problem: bool,
    /// Whether somebody is behind: the measure is not signed off, and the coordinator or somebody who is asked says so; for a unit or
    /// locality, it itself.
    pub behind: bool,
    /// Whether the report was given back (退回); for the coordinator, that of anybody.
    pub returned: bool,
    /// Its light, where somebody looks for it ([`super::lights::OnDay`]).
    pub light: Option<Light>,
    /// Whether what was reported is to be reported again, where somebody looks for it: no report of it counts today
    /// ([`super::rounds::counts`]).
    pub again: bool,
    /// What tells what is written in the reports from what is written later, where somebody looks for it ([`Mark::edition`]).
    pub edition: Moment,
    /// The day by which the coordinator wants it done; `None` where it settled none, and what the plan prints holds.
    pub day: Option<Day>,
}

impl Standing {
    /// The standing of a measure of a task for a party, from all marks of the measure ([`Ledger::said_of`]) and the parties asked.
    pub fn of(said: &[(MarkKey, Mark)], asked: &Asked, (task, measure): (&Task, &Measure), party: Party) -> Self {
        let of = |party: Party| said.iter().find(|(key, _)| matches!(key, MarkKey::Placed(p, _) if *p == party));
        let own = of(party).map(|(_, mark)| mark);
        let coordinator = of(Party::Coordinator).map(|(_, mark)| mark);
        let coordinators = coordinator.and_then(Mark::status);
        let signed_off = coordinators == Some(Status::Done);
        let has_problem = |mark: &Mark| !mark.value(Field::Problem).is_empty();
        let said_status = own.and_then(Mark::status);
        let status = own.and_then(reported);
        let mut standing = Self {
            ticked: said_status == Some(Status::Done),
            done: signed_off,
            counts: true,
            asked: 1,
            problem: own.is_some_and(has_problem) && !signed_off,
            behind: !signed_off && status == Some(Status::Behind),
            ..Self::default()
        };
        if let Some(settling) = settling() {
            Answers { day: standing.day, returned: standing.returned } = (settling.answers)(own, coordinator);
        }
        if party != Party::Coordinator {
            standing.duty = own.and_then(duty);
            standing.counts = match standing.duty {
                Some(duty) => duty != Duty::Unconcerned,
                None => said_status.is_some() || asked.parties.contains(&party),
            };
            standing.done = standing.counts && (status == Some(Status::Done) || signed_off);
            standing.state = if signed_off { State::SignedOff } else { status.map_or(State::NotReported, State::from) };
            if let Some(status) = status {
                standing.reports.add(status.into());
            }
            return standing;
        }
        standing.asked = asked.parties.len();
        let granted = |mark: Option<&Mark>| settling().and_then(|settling| (settling.answers)(mark, None).day);
        let mut postponed = Vec::new();
        for (key, mark) in said {
            let MarkKey::Placed(who, _) = key else { continue };
            let (duty, was_asked) = (duty(mark), asked.parties.contains(who));
            if !asked.counts_with(*who, mark) {
                standing.asked -= usize::from(was_asked);
                continue;
            }
            standing.asked += usize::from(!was_asked && (duty.is_some() || mark.status().is_some()));
            standing.problem |= has_problem(mark) && !signed_off;
            standing.returned |= is_returned(mark);
            postponed.extend(granted(Some(mark)));
            if let Some(status) = reported(mark) {
                standing.reports.add(status.into());
                standing.behind |= !signed_off && status == Status::Behind;
            }
        }
        let leads = arrangement::leads(said, task, measure);
        let of_each = leads.iter().filter_map(|lead| granted(of(*lead).map(|(_, mark)| mark)));
        let (granted, whose) =
            if leads.is_empty() { (postponed, standing.asked) } else { (of_each.collect(), leads.len()) };
        if granted.len() == whose {
            standing.day = granted.into_iter().max().or(standing.day);
        }
        let mut of_leads = Tally::default();
        let lead_status = |lead: &Party| of(*lead).and_then(|(_, mark)| reported(mark));
        leads.iter().filter_map(lead_status).for_each(|status| of_leads.add(status.into()));
        let (reports, asked) =
            if leads.is_empty() { (standing.reports, standing.asked) } else { (of_leads, leads.len()) };
        standing.state = match coordinators {
            Some(Status::Done) => State::SignedOff,
            Some(own) => own.into(),
            None => one_word(reports, asked).unwrap_or(standing.reports.in_part()),
        };
        standing
    }

    fn lit(ledger: &Ledger, asked: &Asked, of: (&Task, &Measure), party: Party, lighting: Lighting) -> Self {
        let (task, measure) = of;
        let standing = Self::of(ledger.said_of(measure.id), asked, of, party);
        let Seen { light, again, edition } = lighting(&Finish { asked, task, measure, standing: &standing, party });
        Self { light, again, edition, ..standing }
    }

    /// Whether the measure is in this state, and all who reported say so.
    pub fn says_alone(&self, state: State) -> bool {
        self.state == state && self.reports.of(state) == self.reported()
    }

    /// Whether somebody who is asked has reported, or the coordinator says a status of its own other than the sign-off.
    pub fn is_reported(&self) -> bool {
        self.reported() > 0 || !matches!(self.state, State::NotReported | State::SignedOff)
    }

    /// Whether it is reported, and need not be again.
    pub fn is_made(&self) -> bool {
        self.is_reported() && !self.again
    }

    /// Whether a report is missing: it counts, is not signed off, and is not reported or to be reported again.
    pub fn is_missing(&self) -> bool {
        self.counts && !self.is_made() && !matches!(self.state, State::SignedOff | State::NotApplicable)
    }

    /// The number of parties asked that have reported.
    pub fn reported(&self) -> usize {
        self.reports.all()
    }
}

/// Whether the report of a mark was given back, and not made anew.
fn is_returned(mark: &Mark) -> bool {
    settling().is_some_and(|settling| (settling.answers)(Some(mark), None).returned)
}

/// The status that a mark reports; none of what was given back.
fn reported(mark: &Mark) -> Option<Status> {
    mark.status().filter(|_| !is_returned(mark))
}

/// The one word of as many as are asked, where all of them say it, those with 不適用 aside.
fn one_word(reports: Tally, asked: usize) -> Option<State> {
    if asked == 0 || reports.all() < asked {
        return None;
    }
    let says = |state: &State| reports.of(*state) > 0 && reports.of(*state) == reports.counted();
    State::ALL.into_iter().find(says).or((reports.counted() == 0).then_some(State::NotApplicable))
}

/// A measure with how it stands, for who has more to say of it.
pub struct Finish<'a> {
    /// The parties asked about its task.
    pub asked: &'a Asked,
    /// Its task.
    pub task: &'a Task,
    /// The measure.
    pub measure: &'a Measure,
    /// How it stands.
    pub standing: &'a Standing,
    /// For whom.
    pub party: Party,
}

/// What a day says of a measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Its light.
    pub light: Option<Light>,
    /// Whether it is to be reported again.
    pub again: bool,
    /// What tells what is written from what is written later.
    pub edition: Moment,
}

/// Finds what a day says of a measure.
pub type Lighting<'a> = &'a dyn Fn(&Finish) -> Seen;

/// The standings of all measures of a party's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    /// In the order of the measures' ids, each with the place of its task in [`Plan::tasks`].
    rows: Vec<(MeasureId, Standing, usize)>,
}

impl Standings {
    /// The standings of the measures of these tasks, given as indices into [`Plan::tasks`], for a party, without lights
    /// and rounds.
    pub fn of(plan: &Plan, ledger: &Ledger, party: Party, tasks: impl Iterator<Item = usize>) -> Self {
        Self::lit(plan, ledger, party, tasks, &|_| Seen::default())
    }

    /// The same as a day sees them.
    pub fn lit(
        plan: &Plan,
        ledger: &Ledger,
        party: Party,
        tasks: impl Iterator<Item = usize>,
        lighting: Lighting,
    ) -> Self {
        let mut rows: Vec<(MeasureId, Standing, usize)> = Vec::new();
        for (i, task) in tasks.filter_map(|i| Some((i, plan.tasks.get(i)?))) {
            let asked = Asked::of(plan, task);
            for measure in &task.measures {
                let standing = Standing::lit(ledger, &asked, (task, measure), party, lighting);
                let place = rows.partition_point(|(id, ..)| *id < measure.id);
                rows.insert(place, (measure.id, standing, i));
            }
        }
        Self { rows }
    }

    /// Works out the standings of these measures again, leaving out measures that are not among them. Returns whether one
    /// changed.
    pub fn look_again(
        &mut self,
        plan: &Plan,
        ledger: &Ledger,
        party: Party,
        measures: &[MeasureId],
        lighting: Lighting,
    ) -> bool {
        let mut other = false;
        for id in measures {
            let Ok(place) = self.rows.binary_search_by(|(other, ..)| other.cmp(id)) else { continue };
            let (_, standing, task) = &mut self.rows[place];
            let Some(task) = plan.tasks.get(*task) else { continue };
            let Some(measure) = task.measures.iter().find(|measure| measure.id == *id) else { continue };
            let now = Standing::lit(ledger, &Asked::of(plan, task), (task, measure), party, lighting);
            // What else is written changes no figure.
            other |= Standing { edition: now.edition, ..*standing } != now;
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
        Self::of(plan, ledger, party, arrangement::scope(plan, ledger, party).all())
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
