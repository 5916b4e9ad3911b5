//! The whole plan at a glance: what the overview and the progress report show, as values. The rules are those of
//! [`super::rollup`] and [`super::progress`].

use super::ledger::{Ledger, MarkKey};
use super::mark::{Field, Mark, Status};
use super::party::Party;
use super::plan::{MeasureId, Plan, Task};
use super::progress::Actual;
use super::rollup::{Asked, Standing, State, Tally};

/// How a party is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// Who.
    pub party: Party,
    /// By section, in the order of [`Plan::sections`].
    pub sections: Vec<Tally>,
    /// All of it.
    pub all: Tally,
}

impl PartyRow {
    /// How a party is doing.
    pub fn of(plan: &Plan, ledger: &Ledger, party: Party) -> Self {
        Said::of(plan, ledger).row(party)
    }

    /// Whether it has measures that are not reported.
    pub fn is_silent(&self) -> bool {
        self.all.of(State::NotReported) > 0
    }
}

/// Who is asked about every task and what is said of its measures, looked up once for many parties.
struct Said<'a> {
    plan: &'a Plan,
    /// As [`Plan::tasks`].
    tasks: Vec<SaidOfTask<'a>>,
}

struct SaidOfTask<'a> {
    asked: Asked,
    /// Of each measure, as [`Ledger::said_of`].
    measures: Vec<&'a [(MarkKey, Mark)]>,
    /// The sections that it stands in: indices into [`Plan::sections`].
    sections: Vec<usize>,
}

impl<'a> Said<'a> {
    fn of(plan: &'a Plan, ledger: &'a Ledger) -> Self {
        let task = |task: &Task| SaidOfTask {
            asked: Asked::of(plan, task),
            measures: task.measures.iter().map(|measure| ledger.said_of(measure.id)).collect(),
            sections: Vec::new(),
        };
        let mut tasks: Vec<SaidOfTask> = plan.tasks.iter().map(task).collect();
        for (i, section) in plan.sections.iter().enumerate() {
            let within = tasks.get_mut(section.tasks.clone());
            within.into_iter().flatten().for_each(|task| task.sections.push(i));
        }
        Self { plan, tasks }
    }

    /// How a party is doing.
    fn row(&self, party: Party) -> PartyRow {
        let mut row =
            PartyRow { party, sections: vec![Tally::default(); self.plan.sections.len()], all: Tally::default() };
        for task in self.plan.scope(party).all().filter_map(|i| self.tasks.get(i)) {
            let mut own = Tally::default();
            let standings = task.measures.iter().map(|said| Standing::of(said, &task.asked, party));
            standings.filter(|standing| standing.counts).for_each(|standing| own.add(standing.state));
            for section in &task.sections {
                row.sections[*section].add_all(own);
                row.all.add_all(own);
            }
        }
        row
    }
}

/// A target and what was given for it.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRow {
    /// Index into [`Plan::tasks`].
    pub task: usize,
    /// Index into the task's measures.
    pub measure: usize,
    /// Index into the measure's targets.
    pub target: usize,
    /// What was given for it.
    pub actual: Actual,
}

/// What somebody reports as behind, or a problem that somebody wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Of which measure.
    pub measure: MeasureId,
    /// Who says it.
    pub party: Party,
    /// Whether it is reported as behind.
    pub behind: bool,
    /// The problem as written; may be empty.
    pub problem: String,
    /// The next step as written; may be empty.
    pub next_step: String,
}

/// How every unit, then every locality is doing.
pub fn parties(plan: &Plan, ledger: &Ledger) -> Vec<PartyRow> {
    let said = Said::of(plan, ledger);
    plan.parties().skip(1).map(|party| said.row(party)).collect()
}

/// Every target, in the order of the plan, and what was given for it.
pub fn targets(plan: &Plan, ledger: &Ledger) -> Vec<TargetRow> {
    let mut rows = Vec::new();
    for (t, task) in plan.tasks.iter().enumerate() {
        let asked = Asked::of(plan, task);
        for (m, measure) in task.measures.iter().enumerate() {
            let actual = |target| Actual::of(ledger, &asked, measure, target);
            rows.extend((0..measure.targets.len()).map(|n| TargetRow {
                task: t,
                measure: m,
                target: n,
                actual: actual(n),
            }));
        }
    }
    rows
}

/// What is behind and what is a problem, in the order of the measures, then of the parties; and of how many measures
/// somebody wrote down a problem.
pub fn concerns(plan: &Plan, ledger: &Ledger) -> (Vec<Concern>, usize) {
    let (mut rows, mut problems) = (Vec::new(), 0);
    for task in &plan.tasks {
        let asked = Asked::of(plan, task);
        for measure in &task.measures {
            let said = ledger.said_of(measure.id);
            let standing = Standing::of(said, &asked, Party::Coordinator);
            let signed_off = standing.state == State::SignedOff;
            problems += usize::from(standing.problem);
            rows.extend(said.iter().filter_map(|(key, mark)| concern(key, mark, &asked, signed_off)));
        }
    }
    (rows, problems)
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The plan, as the coordinator sees it.
    pub plan: PartyRow,
    /// [`parties`].
    pub parties: Vec<PartyRow>,
    /// [`targets`].
    pub targets: Vec<TargetRow>,
    /// [`concerns`].
    pub concerns: Vec<Concern>,
    /// Of how many measures somebody wrote down a problem.
    pub problems: usize,
}

impl Overview {
    /// The plan at a glance.
    pub fn of(plan: &Plan, ledger: &Ledger) -> Self {
        let (concerns, problems) = concerns(plan, ledger);
        let whole = PartyRow::of(plan, ledger, Party::Coordinator);
        Self { plan: whole, parties: parties(plan, ledger), targets: targets(plan, ledger), concerns, problems }
    }

    /// Who has measures that are not reported, in the order of the parties.
    pub fn silent(&self) -> impl Iterator<Item = &PartyRow> {
        self.parties.iter().filter(|row| row.is_silent())
    }
}

/// What is signed off is nobody's concern any more.
fn concern(key: &MarkKey, mark: &Mark, asked: &Asked, signed_off: bool) -> Option<Concern> {
    let MarkKey::Placed(party, measure) = key else { return None };
    let counts = *party == Party::Coordinator || asked.counts(*party);
    let behind = mark.status() == Some(Status::Behind);
    let problem = mark.value(Field::Problem).to_owned();
    let next_step = mark.value(Field::NextStep).to_owned();
    let is_one = counts && !signed_off && (behind || !problem.is_empty());
    is_one.then_some(Concern { measure: *measure, party: *party, behind, problem, next_step })
}
