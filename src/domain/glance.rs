//! The plan at a glance: the figures that a mayor asks for first. Its rules are those of [`super::rollup`], [`super::lights`] and
//! [`super::progress`]; a round counts the reports that were made for it ([`super::rounds`]).

use super::arrangement;
use super::dues::{Due, Dues};
use super::ledger::Ledger;
use super::lights::{Lights, Today, is_behind_time, light};
use super::overview::{TargetRow, targets};
use super::party::Party;
use super::plan::Plan;
use super::printed_day::Day;
use super::rollup::{Asked, Count, Standing, State, Tally};
use super::rounds::{Round, is_made};

/// The figures of the measures of one party that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The party.
    pub party: Party,
    /// How many are in which state.
    pub tally: Tally,
    /// How many have which light.
    pub lights: Lights,
    /// How many that count are reported, of those that are to be: all but what is signed off without a report. In a round, for that
    /// round.
    pub reported: Count,
    /// How many are behind; for the plan, have somebody behind.
    pub behind: usize,
    /// How many are overdue.
    pub overdue: usize,
    /// Of how many a report was given back.
    pub returned: usize,
    /// How many have a problem written down.
    pub problems: usize,
    /// The lights of each section, in the order of [`Plan::sections`].
    pub sections: Vec<Lights>,
}

impl Line {
    /// Whether it has something to report and has reported nothing.
    pub fn is_silent(&self) -> bool {
        self.reported.all > 0 && self.reported.done == 0
    }

    /// Whether it has reported something and not all.
    pub fn is_partly_silent(&self) -> bool {
        self.reported.done > 0 && self.reported.done < self.reported.all
    }

    fn add(&mut self, standing: &Standing, light_of: Option<super::lights::Light>, due: Due, is_reported: bool) {
        self.tally.add(standing.state);
        self.behind += usize::from(standing.behind && standing.state != State::NotApplicable);
        self.returned += usize::from(standing.returned);
        self.problems += usize::from(standing.problem);
        self.overdue += usize::from(due == Due::Overdue);
        if standing.state != State::NotApplicable {
            self.lights.add(light_of);
            // What is signed off need not be reported any more.
            self.reported.all += usize::from(is_reported || standing.state != State::SignedOff);
            self.reported.done += usize::from(is_reported);
        }
    }
}

/// The targets of a plan at a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Targets {
    /// All of them, with the values given for them.
    pub rows: Vec<TargetRow>,
    /// How many have a value that counts.
    pub given: usize,
    /// How many are reached.
    pub reached: usize,
    /// Those that are behind the time of year or not kept, as indices into `rows`, with the percentage points of the number that they
    /// are behind, below 0, the furthest first; a ceiling that is not kept stands in front.
    pub at_risk: Vec<(usize, i64)>,
}

/// The plan at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glance {
    /// The plan, as the coordinator sees it.
    pub plan: Line,
    /// The units and localities that have something to report, in the order of parties.
    pub bodies: Vec<Line>,
    /// The targets.
    pub targets: Targets,
    /// How much of the plan's term is over, in whole percent; `None` where the plan does not say when it is due.
    pub time: Option<i64>,
    /// The round for which reports are counted.
    pub round: Option<Round>,
}

impl Glance {
    /// The plan on a day. In a round, who has reported is who reported for it.
    pub fn of(plan: &Plan, ledger: &Ledger, dues: &Dues, day: Day, round: Option<&Round>) -> Self {
        let today = Today::of(plan, day);
        let asked: Vec<Asked> = plan.tasks.iter().map(|task| Asked::of(plan, task)).collect();
        let behind_time: Vec<Vec<bool>> = plan
            .tasks
            .iter()
            .zip(&asked)
            .map(|(task, asked)| {
                let behind = |measure| is_behind_time(ledger, asked, (task, measure), today);
                task.measures.iter().map(behind).collect()
            })
            .collect();
        let line = |party: Party| {
            let mut line = Line { party, sections: vec![Lights::default(); plan.sections.len()], ..Line::default() };
            let scope = arrangement::scope(plan, ledger, party);
            for i in scope.all() {
                let (Some(task), Some(asked)) = (plan.tasks.get(i), asked.get(i)) else { continue };
                let section = plan.sections.iter().position(|section| section.tasks.contains(&i));
                for (n, measure) in task.measures.iter().enumerate() {
                    let said = ledger.said_of(measure.id);
                    let standing = Standing::of(said, asked, (task, measure), party);
                    if !standing.counts || scope.left_out.contains(&measure.id) {
                        continue;
                    }
                    let is_behind = behind_time.get(i).and_then(|task| task.get(n)).copied().unwrap_or_default();
                    let light = light(&standing, dues.day_of(measure.id, &standing), is_behind, today);
                    let is_reported = is_made(said, asked, party, round);
                    line.add(&standing, light, dues.due(measure.id, standing, day), is_reported);
                    if let Some(lights) = section.and_then(|section| line.sections.get_mut(section))
                        && standing.state != State::NotApplicable
                    {
                        lights.add(light);
                    }
                }
            }
            line
        };
        let bodies = plan.parties().skip(1).map(line).filter(|line| line.tally.all() > 0).collect();
        Self {
            plan: line(Party::Coordinator),
            bodies,
            targets: Targets::of(plan, ledger, today),
            time: today.time,
            round: round.cloned(),
        }
    }

    /// The bodies that are furthest behind: those with red lights, the most in front.
    pub fn furthest_behind(&self) -> Vec<&Line> {
        use super::lights::Light::Red;
        let mut behind: Vec<&Line> = self.bodies.iter().filter(|line| line.lights.of(Red) > 0).collect();
        behind.sort_by_key(|line| std::cmp::Reverse((line.lights.of(Red), line.behind)));
        behind
    }

    /// The bodies, ranked, each with its rank, from 1: the largest share done in front, of the same share those with the larger share
    /// reported. Those with the same shares have the same rank.
    pub fn ranked(&self) -> Vec<(usize, &Line)> {
        let share = |count: Count| count.done * 10_000 / count.all.max(1);
        let shares = |line: &Line| (share(line.tally.done(line.party)), share(line.reported));
        let mut lines: Vec<&Line> = self.bodies.iter().collect();
        lines.sort_by_key(|line| std::cmp::Reverse(shares(line)));
        let mut ranked: Vec<(usize, &Line)> = Vec::new();
        for (place, line) in lines.into_iter().enumerate() {
            let same = ranked.last().filter(|(_, before)| shares(before) == shares(line));
            ranked.push((same.map_or(place + 1, |(rank, _)| *rank), line));
        }
        ranked
    }

    /// The bodies that have reported nothing.
    pub fn silent(&self) -> impl Iterator<Item = &Line> {
        self.bodies.iter().filter(|line| line.is_silent())
    }

    /// The bodies that have reported something and not all.
    pub fn partly_silent(&self) -> impl Iterator<Item = &Line> {
        self.bodies.iter().filter(|line| line.is_partly_silent())
    }

    /// How many reports there are, of how many that are to be made.
    pub fn reports(&self) -> Count {
        self.bodies.iter().fold(Count::default(), |sum, line| Count {
            done: sum.done + line.reported.done,
            all: sum.all + line.reported.all,
        })
    }
}

impl Targets {
    fn of(plan: &Plan, ledger: &Ledger, today: Today) -> Self {
        let rows = targets(plan, ledger);
        let mut all = Self::default();
        for (i, row) in rows.iter().enumerate() {
            let measure = plan.tasks.get(row.task).and_then(|task| task.measures.get(row.measure));
            let Some(target) = measure.and_then(|measure| measure.targets.get(row.target)) else { continue };
            let Some(value) = row.actual.value else { continue };
            all.given += 1;
            let reached = target.is_reached(value);
            all.reached += usize::from(reached == Some(true));
            let behind = match target.share(value) {
                Some(_) => target.behind(value, today.time).filter(|_| reached != Some(true)),
                None => (reached == Some(false)).then_some(i64::MIN),
            };
            all.at_risk.extend(behind.map(|points| (i, points)));
        }
        all.at_risk.sort_by_key(|(_, points)| *points);
        all.rows = rows;
        all
    }
}
