//! The whole plan at a glance: the values that the overview and the progress report show. The rules are those of
//! [`super::rollup`] and [`super::progress`].

use super::arrangement;
use super::dues::{Due, Dues};
use super::ledger::{Ledger, MarkKey};
use super::mark::{Field, Mark, Status};
use super::party::Party;
use super::plan::{Comparator, Direction, Measure, MeasureId, Plan, Target, Task};
use super::printed_day::Day;
use super::progress::Actual;
use super::rollup::{Asked, Standing, State, Tally};

/// How far the measures of one party are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// The party.
    pub party: Party,
    /// The tally of each section, in the order of [`Plan::sections`].
    pub sections: Vec<Tally>,
    /// The tally of all sections.
    pub all: Tally,
}

impl PartyRow {
    /// The row of one party.
    pub fn of(plan: &Plan, ledger: &Ledger, party: Party) -> Self {
        Said::of(plan, ledger).row(party)
    }

    /// Whether the party has measures that are not reported.
    pub fn is_silent(&self) -> bool {
        self.all.of(State::NotReported) > 0
    }
}

/// The parties asked about each task, and the marks of its measures, looked up once for many rows.
struct Said<'a> {
    plan: &'a Plan,
    ledger: &'a Ledger,
    /// In the order of [`Plan::tasks`].
    tasks: Vec<SaidOfTask<'a>>,
}

struct SaidOfTask<'a> {
    asked: Asked,
    task: &'a Task,
    /// The marks of each measure, as [`Ledger::said_of`] gives them.
    measures: Vec<&'a [(MarkKey, Mark)]>,
    /// The sections that the task stands in, as indices into [`Plan::sections`].
    sections: Vec<usize>,
}

impl<'a> Said<'a> {
    fn of(plan: &'a Plan, ledger: &'a Ledger) -> Self {
        let task = |task: &'a Task| SaidOfTask {
            task,
            asked: Asked::of(plan, task),
            measures: task.measures.iter().map(|measure| ledger.said_of(measure.id)).collect(),
            sections: Vec::new(),
        };
        let mut tasks: Vec<SaidOfTask> = plan.tasks.iter().map(task).collect();
        for (i, section) in plan.sections.iter().enumerate() {
            let within = tasks.get_mut(section.tasks.clone());
            within.into_iter().flatten().for_each(|task| task.sections.push(i));
        }
        Self { plan, ledger, tasks }
    }

    /// The standings of a party's list, task by task, each with its measure.
    fn standings(&self, party: Party) -> impl Iterator<Item = (&SaidOfTask<'a>, Vec<(&'a Measure, Standing)>)> {
        let scope = arrangement::scope(self.plan, self.ledger, party);
        let tasks: Vec<usize> = scope.all().collect();
        tasks.into_iter().filter_map(|i| self.tasks.get(i)).map(move |of| {
            let measures = of.task.measures.iter().zip(&of.measures);
            let on_list = measures.filter(|(measure, _)| !scope.left_out.contains(&measure.id));
            let stand = |(measure, said): (&'a Measure, &&[_])| {
                (measure, Standing::of(said, &of.asked, (of.task, measure), party))
            };
            (of, on_list.map(stand).collect())
        })
    }

    /// The row of one party.
    fn row(&self, party: Party) -> PartyRow {
        let mut row =
            PartyRow { party, sections: vec![Tally::default(); self.plan.sections.len()], all: Tally::default() };
        for (task, standings) in self.standings(party) {
            let mut own = Tally::default();
            let counted = standings.iter().filter(|(_, standing)| standing.counts);
            counted.for_each(|(_, standing)| own.add(standing.state));
            for section in &task.sections {
                row.sections[*section].add_all(own);
                row.all.add_all(own);
            }
        }
        row
    }
}

/// A target and the actual values given for it.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRow {
    /// Index into [`Plan::tasks`].
    pub task: usize,
    /// Index into the task's measures.
    pub measure: usize,
    /// Index into the measure's targets.
    pub target: usize,
    /// The actual values given for the target.
    pub actual: Actual,
}

/// A report of a measure as behind, or a problem that a party wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// The measure.
    pub measure: MeasureId,
    /// The party that says so.
    pub party: Party,
    /// Whether the party reports the measure as behind.
    pub behind: bool,
    /// The problem as written; empty if there is none.
    pub problem: String,
    /// The next step as written; empty if there is none.
    pub next_step: String,
}

/// How much of one party's list is overdue, and how much is due soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateRow {
    /// The party.
    pub party: Party,
    /// The number of measures that are overdue.
    pub overdue: usize,
    /// The number of measures that are due soon.
    pub soon: usize,
}

/// How late these parties are on a day.
pub fn late(
    plan: &Plan,
    ledger: &Ledger,
    dues: &Dues,
    today: Day,
    parties: impl Iterator<Item = Party>,
) -> Vec<LateRow> {
    let said = Said::of(plan, ledger);
    let row = |party: Party| {
        let mut row = LateRow { party, overdue: 0, soon: 0 };
        for (measure, standing) in said.standings(party).flat_map(|(_, standings)| standings) {
            match dues.due(measure.id, standing, today) {
                Due::Overdue => row.overdue += 1,
                Due::Soon => row.soon += 1,
                Due::Far => {}
            }
        }
        row
    };
    parties.map(row).collect()
}

/// The rows of all units, then of all localities.
pub fn parties(plan: &Plan, ledger: &Ledger) -> Vec<PartyRow> {
    let said = Said::of(plan, ledger);
    plan.parties().skip(1).map(|party| said.row(party)).collect()
}

/// All targets in the order of the plan, with the actual values given for them.
pub fn targets(plan: &Plan, ledger: &Ledger) -> Vec<TargetRow> {
    let mut rows = Vec::new();
    for (t, task) in plan.tasks.iter().enumerate() {
        let asked = Asked::of(plan, task);
        for (m, measure) in task.measures.iter().enumerate() {
            let actual = |target| Actual::of(ledger, &asked, (task, measure), target);
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

/// The sign before the words of a target that says how actual values are compared with it; empty where the words say so by
/// themselves: 60%以上, 不少于10所, 全覆盖.
pub fn sign(target: &Target, printed: &str) -> &'static str {
    let number = printed.trim().strip_suffix(target.unit.as_str()).map(str::trim);
    let bare = number.is_some_and(|number| !number.is_empty() && number.chars().all(is_of_number));
    match (target.direction, target.comparator) {
        _ if !bare => "",
        (_, Comparator::Eliminate) | (Direction::Up, Comparator::Unstated) => "",
        (Direction::Down, _) => "≤ ",
        (Direction::Up, Comparator::AtLeast) => "≥ ",
        (Direction::Up | Direction::Fixed, _) => "= ",
    }
}

/// Digits of both widths, the marks in numbers and between the ends of a range, and numerals.
fn is_of_number(c: char) -> bool {
    c.is_numeric()
        || c.is_whitespace()
        || ".．,，-—－–~～至".contains(c)
        || "零〇一二三四五六七八九十百两兩半".contains(c)
}

/// All concerns, in the order of the measures, then of the parties, and the number of measures with a problem written down.
pub fn concerns(plan: &Plan, ledger: &Ledger) -> (Vec<Concern>, usize) {
    let (mut rows, mut problems) = (Vec::new(), 0);
    for task in &plan.tasks {
        let asked = Asked::of(plan, task);
        for measure in &task.measures {
            let said = ledger.said_of(measure.id);
            let standing = Standing::of(said, &asked, (task, measure), Party::Coordinator);
            let signed_off = standing.state == State::SignedOff;
            problems += usize::from(standing.problem);
            rows.extend(said.iter().filter_map(|(key, mark)| concern(key, mark, &asked, signed_off)));
        }
    }
    (rows, problems)
}

/// The whole plan at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The row of the plan, as the coordinator sees it.
    pub plan: PartyRow,
    /// The rows of [`parties`].
    pub parties: Vec<PartyRow>,
    /// The rows of [`targets`].
    pub targets: Vec<TargetRow>,
    /// The rows of [`concerns`].
    pub concerns: Vec<Concern>,
    /// The number of measures with a problem written down.
    pub problems: usize,
}

impl Overview {
    /// The overview of a plan.
    pub fn of(plan: &Plan, ledger: &Ledger) -> Self {
        let (concerns, problems) = concerns(plan, ledger);
        let whole = PartyRow::of(plan, ledger, Party::Coordinator);
        Self { plan: whole, parties: parties(plan, ledger), targets: targets(plan, ledger), concerns, problems }
    }

    /// The parties with measures that are not reported, in the order of the parties.
    pub fn silent(&self) -> impl Iterator<Item = &PartyRow> {
        self.parties.iter().filter(|row| row.is_silent())
    }
}

/// The concern that a mark expresses; `None` if there is none, or if the measure is signed off and so closed.
fn concern(key: &MarkKey, mark: &Mark, asked: &Asked, signed_off: bool) -> Option<Concern> {
    let MarkKey::Placed(party, measure) = key else { return None };
    let counts = *party == Party::Coordinator || asked.counts_with(*party, mark);
    let behind = mark.status() == Some(Status::Behind);
    let problem = mark.value(Field::Problem).to_owned();
    let next_step = mark.value(Field::NextStep).to_owned();
    let is_one = counts && !signed_off && (behind || !problem.is_empty());
    is_one.then_some(Concern { measure: *measure, party: *party, behind, problem, next_step })
}
