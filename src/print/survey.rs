//! What bodies have reported by the day of a paper, measure by measure: what a reminder (催辦單) urges one for, and what a circular
//! (通報) says of all.
//!
//! Of the measures that are a body's own ([`crate::domain::rollup`]) and on the paper:
//!
//! | a measure is | if |
//! |---|---|
//! | to be reported (應報) | it is not 不適用, and not signed off without a report that counts ([`counts`]): as in the overview |
//! | reported (已報) | it is to be reported, and has a report that counts |
//! | done (已完成) | it is signed off, or reported as done |
//! | behind (滯後) | it is reported as behind, and not signed off |
//! | overdue (逾期) | it is not 不適用 and not done, and its day is past |
//! | given back (退回) | its report was given back, and it is not signed off: until it is made anew there is none |
//! | urged for (催辦) | it is not signed off, and overdue, behind, to be reported and not reported, or given back |
//!
//! A body has reported *all* if nothing to be reported is left, *nothing* if none of it is reported, else *a part*.

use super::request::PaperRequest;
use crate::domain::calendar::{Moment, day, iso_to_day};
use crate::domain::dues::{Dues, dues};
use crate::domain::ledger::Ledger;
use crate::domain::mark::{Field, Mark, Status};
use crate::domain::ordered::Ordered;
use crate::domain::party::Party;
use crate::domain::plan::{Measure, MeasureId, Plan, Task};
use crate::domain::printed_day::Day;
use crate::domain::rollup::{Asked, Standing, State};
use crate::domain::rounds::{Round, counts};
use crate::domain::settled::Return;

/// What bodies have reported by a day.
pub struct Survey<'a> {
    request: &'a PaperRequest<'a>,
    ledger: &'a Ledger,
    dues: Dues,
    /// The day; `None` if the paper's is none, and then nothing is overdue.
    pub today: Option<Day>,
    /// The round of the paper or, where that is of none, the one that reports of the day count for.
    pub round: Option<Round>,
    measures: Ordered<MeasureId>,
    /// Who is asked, in the order of [`Plan::tasks`].
    asked: Vec<Asked>,
}

/// One measure of one body.
pub struct Case<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// How it stands on the body's list.
    pub standing: Standing,
    /// What the body says of it.
    pub mark: Option<&'a Mark>,
    /// Whether a report of its own is there; in a round, one that counts for it.
    pub has_report: bool,
    /// The day on which it is due.
    pub day: Option<Day>,
    /// The day on which it was due at first, where the coordinator postponed it for the body.
    pub first_day: Option<Day>,
    /// How many days it is overdue; 0 if it is not.
    pub late: Day,
    /// The return of its report.
    pub returned: Option<Return>,
}

impl<'a> Survey<'a> {
    /// What is reported by the day of the paper; `None` on a blank form.
    pub fn of(request: &'a PaperRequest<'a>) -> Option<Self> {
        let today = iso_to_day(request.date);
        Some(Self {
            request,
            ledger: request.ledger?,
            dues: dues(request.plan).unwrap_or_default(),
            today,
            round: match today {
                Some(today) => request.round_of(today),
                None => request.round.cloned(),
            },
            measures: request.measures.iter().copied().collect(),
            asked: request.plan.tasks.iter().map(|task| Asked::of(request.plan, task)).collect(),
        })
    }

    /// The day by which reports may still be made for the round; `None` where it is past.
    pub fn due(&self) -> Option<Day> {
        let due = self.round.as_ref()?.due;
        self.today.is_some_and(|today| today <= due).then_some(due)
    }

    /// The day since which whoever is silent is silent: the first of which reports count for the round; without one that on which the plan
    /// was issued.
    pub fn silent_since(&self) -> Option<Day> {
        let issued = || iso_to_day(&self.request.plan.meta.issued.as_ref()?.value);
        self.round.as_ref().map(|round| round.opens).or_else(issued)
    }

    /// The measures of a body that are its own and on the paper, in the order of the plan.
    pub fn cases(&self, party: Party) -> Vec<Case<'a>> {
        let plan: &'a Plan = self.request.plan;
        let scope = self.request.scope(party);
        let mut places: Vec<usize> = scope.all().collect();
        places.sort_unstable();
        let mut cases = Vec::new();
        for (task, asked) in places.into_iter().filter_map(|place| plan.tasks.get(place).zip(self.asked.get(place))) {
            let on_list = |measure: &&Measure| !scope.left_out.contains(&measure.id);
            let on_paper = |measure: &&Measure| self.measures.contains(&measure.id);
            for measure in task.measures.iter().filter(on_list).filter(on_paper) {
                cases.extend(self.case(party, (task, measure), asked));
            }
        }
        cases
    }

    /// A measure of a body; `None` if it is not its own.
    fn case(&self, party: Party, (task, measure): (&'a Task, &'a Measure), asked: &Asked) -> Option<Case<'a>> {
        let standing = Standing::of(self.ledger.said_of(measure.id), asked, (task, measure), party);
        let mark = self.ledger.mark(party, measure.id);
        let has_report = |mark: &Mark| counts(mark, self.round.as_ref());
        let day = self.dues.day_of(measure.id, &standing);
        let is_open = standing.state != State::NotApplicable && !standing.done;
        let late = day.zip(self.today).filter(|_| is_open).map_or(0, |(day, today)| today.saturating_sub(day));
        let is_closed = standing.state == State::SignedOff;
        standing.counts.then(|| Case {
            measure,
            standing,
            mark,
            has_report: mark.is_some_and(has_report),
            day,
            first_day: self.dues.first_day(self.ledger, party, measure.id),
            late,
            returned: mark.and_then(Mark::returned).filter(|_| !is_closed),
        })
    }
}

impl Case<'_> {
    /// Whether it is to be reported.
    pub fn is_asked(&self) -> bool {
        self.applies() && (self.has_report || !self.is_closed())
    }

    fn applies(&self) -> bool {
        self.standing.state != State::NotApplicable
    }

    /// Whether it is reported.
    pub fn is_reported(&self) -> bool {
        self.is_asked() && self.has_report
    }

    /// Whether a report is missing.
    pub fn is_missing(&self) -> bool {
        self.is_asked() && !self.is_reported()
    }

    /// Whether a report is missing, and none was given back.
    pub fn is_silent(&self) -> bool {
        self.is_missing() && self.returned.is_none()
    }

    /// Whether the body is urged for it.
    pub fn is_urged(&self) -> bool {
        let is_behind = self.standing.behind || self.late > 0;
        !self.is_closed() && (is_behind || self.is_missing() || self.returned.is_some())
    }

    fn is_closed(&self) -> bool {
        self.standing.state == State::SignedOff
    }

    /// Since which day it is reported as behind, as far as its history goes; `None` if it is not.
    pub fn behind_since(&self) -> Option<Moment> {
        let statuses = self.mark?.versions(Field::Status).iter();
        let behind = statuses.take_while(|version| version.value == Status::Behind.key());
        behind.last().filter(|_| self.standing.behind).map(|version| version.said)
    }

    /// The day on which its report was given back.
    pub fn returned_on(&self) -> Option<Moment> {
        self.returned.as_ref()?;
        self.mark?.versions(Field::Returned).first().map(|version| version.said)
    }
}

/// The day of a moment, unless it is after tomorrow: then a clock was wrong.
pub fn day_in(moment: Moment, today: Option<Day>) -> Option<Day> {
    let day = Day::try_from(day(moment)).ok()?;
    (moment > 0 && today.is_some_and(|today| day <= today + 1)).then_some(day)
}

/// How far a body is: figures of its measures on the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// To be reported.
    pub asked: usize,
    /// Of these, reported.
    pub reported: usize,
    /// Done.
    pub done: usize,
    /// Behind.
    pub behind: usize,
    /// Overdue.
    pub late: usize,
}

/// How much of what is to be reported a body has reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    All,
    /// A part of it.
    Part,
    /// Nothing.
    Nothing,
}

impl Figures {
    /// The figures of a body's measures.
    pub fn of(cases: &[Case]) -> Self {
        let count = |holds: &dyn Fn(&Case) -> bool| cases.iter().filter(|case| case.applies() && holds(case)).count();
        Self {
            asked: count(&|case| case.is_asked()),
            reported: count(&|case| case.is_reported()),
            done: count(&|case| case.standing.done),
            behind: count(&|case| case.standing.behind),
            late: count(&|case| case.late > 0),
        }
    }

    /// How much is reported; `None` where nothing is to be.
    pub fn extent(&self) -> Option<Extent> {
        match self {
            Self { asked: 0, .. } => None,
            Self { asked, reported, .. } if asked == reported => Some(Extent::All),
            Self { reported: 0, .. } => Some(Extent::Nothing),
            _ => Some(Extent::Part),
        }
    }
}

/// A body with its figures and its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its rank, from 1; `None` where nothing is to be reported.
    pub rank: Option<usize>,
    /// The body.
    pub party: Party,
    /// Its figures.
    pub figures: Figures,
}

/// Bodies in order: by the share that is reported, then by how many are done; as they came where both are the same, under the same rank.
/// Those with nothing to be reported come last, without a rank.
pub fn ranked(bodies: &[(Party, Figures)]) -> Vec<Ranked> {
    let mut all: Vec<Ranked> =
        bodies.iter().map(|(party, figures)| Ranked { rank: None, party: *party, figures: *figures }).collect();
    // 3 of 6 and 1 of 2 are the same share.
    let order = |a: &Figures, b: &Figures| {
        let share = (b.reported * a.asked).cmp(&(a.reported * b.asked));
        (a.asked == 0).cmp(&(b.asked == 0)).then(share).then_with(|| b.done.cmp(&a.done))
    };
    all.sort_by(|a, b| order(&a.figures, &b.figures));
    for i in 0..all.len() {
        let before = i.checked_sub(1).map(|before| all[before]);
        let same = before.filter(|before| order(&before.figures, &all[i].figures).is_eq());
        let rank = same.map_or(Some(i + 1), |before| before.rank);
        all[i].rank = rank.filter(|_| all[i].figures.asked > 0);
    }
    all
}
