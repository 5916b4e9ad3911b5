//! Lights (綠 黃 紅): how a measure stands at a day, at a glance. The first line that fits:
//!
//! | if | it is |
//! |---|---|
//! | it is not applicable, or not the party's own | none |
//! | it is signed off or reported as done | 綠 |
//! | nobody has reported, or nothing but 不適用 | none |
//! | its day is past ([`Dues::day_of`]) | 紅 |
//! | it is reported as 滯後; for the plan, its one word is 滯後 | 紅 |
//! | it is due within [`NEAR`] days | 黃 |
//! | for the plan, somebody is behind, though not all | 黃 |
//! | an actual value is behind the time of year | 黃 |
//! | it is 未啟動, for the plan by whoever reported, and half of the plan's term is over | 黃 |
//! | none of these | 綠 |
//!
//! Where it has no day of its own, it is due on the last day of the plan. Nothing lights what nobody spoke of: who is silent, overdue or not,
//! is counted apart, and a plan without a report is no plan that failed.

use super::dues::{Dues, NEAR};
use super::ledger::{Ledger, MarkKey};
pub use super::light::Light;
use super::party::Party;
use super::plan::{Measure, Plan, Task};
use super::printed_day::Day;
use super::progress::{Actual, Term};
use super::rollup::{Asked, Finish, Seen, Standing, State};
use super::rounds::{Round, Rounds, is_made};
use std::cell::OnceCell;
use std::sync::OnceLock;

/// How many measures have which light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lights {
    counts: [usize; 3],
    /// Measures that count and have none.
    pub none: usize,
}

impl Lights {
    /// Counts a measure that counts.
    pub fn add(&mut self, light: Option<Light>) {
        match light {
            Some(light) => self.counts[light as usize] += 1,
            None => self.none += 1,
        }
    }

    /// The number of measures with this light.
    pub fn of(self, light: Light) -> usize {
        self.counts[light as usize]
    }
}

/// A day, as lights see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day.
    pub day: Day,
    /// How much of the plan's term is over, in whole percent; `None` where the plan does not say when it is due.
    pub time: Option<i64>,
    /// The last day of the plan.
    pub last: Option<Day>,
}

impl Today {
    /// A day in the term of a plan.
    pub fn of(plan: &Plan, day: Day) -> Self {
        let term = Term::of(plan);
        let date = super::calendar::date(u64::from(day).saturating_mul(super::calendar::DAY));
        let last = plan.meta.due.as_ref().and_then(|due| super::calendar::iso_to_day(&due.value));
        Self { day, time: term.map(|term| term.over(date)), last }
    }
}

/// Finds what a day says of a measure.
type OfMeasure = fn(&Plan, &Ledger, &Dues, &OnDay, &Finish) -> Seen;

static LIT: OnceLock<OfMeasure> = OnceLock::new();

/// Brings the code that lights measures, which a list shows without until then. Native programs have it from the start. Returns whether
/// it was not there.
pub fn bring() -> bool {
    LIT.set(of_measure).is_ok()
}

/// A day on which the measures of one plan are looked at, one after the other.
pub struct OnDay {
    day: Day,
    /// The day in the plan's term and the round of the day, worked out with the first measure.
    today: OnceCell<(Today, Option<Round>)>,
}

impl OnDay {
    /// A day.
    pub fn of(day: Day) -> Self {
        Self { day, today: OnceCell::new() }
    }

    /// The day on which a closed round was looked at: reports count for that round, which need not be the one of the day.
    pub fn in_round(plan: &Plan, day: Day, round: Round) -> Self {
        Self { day, today: OnceCell::from((Today::of(plan, day), Some(round))) }
    }

    /// What the day says of a measure; nothing as long as the code for it is not there.
    pub fn lit(&self, plan: &Plan, ledger: &Ledger, dues: &Dues, of: &Finish) -> Seen {
        if cfg!(not(target_arch = "wasm32")) {
            bring();
        }
        LIT.get().map_or_else(Seen::default, |lit| lit(plan, ledger, dues, self, of))
    }
}

fn of_measure(plan: &Plan, ledger: &Ledger, dues: &Dues, on: &OnDay, of: &Finish) -> Seen {
    let Finish { asked, task, measure, standing, party } = of;
    let of_day = || (Today::of(plan, on.day), Rounds::of(ledger).at(on.day).cloned());
    let (today, round) = on.today.get_or_init(of_day);
    let is_behind = is_behind_time(ledger, asked, (task, measure), *today);
    let said = ledger.said_of(measure.id);
    let is_seen = |key: &MarkKey| match key {
        MarkKey::Placed(who, _) => *party == Party::Coordinator || who == party,
        MarkKey::Unplaced { .. } => false,
    };
    Seen {
        light: light(standing, dues.day_of(measure.id, standing), is_behind, *today),
        again: standing.is_reported() && !is_made(said, asked, *party, round.as_ref()),
        edition: said.iter().filter(|(key, _)| is_seen(key)).fold(0, |sum, (_, mark)| sum.wrapping_add(mark.edition())),
    }
}

/// The light of a measure that stands like this; `is_behind_time` says whether an actual value is behind the time of year.
pub fn light(standing: &Standing, day: Option<Day>, is_behind_time: bool, today: Today) -> Option<Light> {
    let state = standing.state;
    if !standing.counts || state == State::NotApplicable {
        return None;
    }
    let day = day.or(today.last);
    let is_unbegun = state == State::NotStarted || standing.reports.of(State::NotStarted) > 0;
    let only_inapplicable = standing.reports.of(State::NotApplicable) > 0 && standing.reports.counted() == 0;
    if standing.done || state == State::Done || state == State::SignedOff {
        Some(Light::Green)
    } else if state == State::NotReported || only_inapplicable {
        None
    } else if day.is_some_and(|day| day < today.day) || state == State::Behind {
        Some(Light::Red)
    } else if day.is_some_and(|day| day - today.day <= NEAR)
        || standing.behind
        || is_behind_time
        || is_unbegun && today.time.is_some_and(|time| time >= 50)
    {
        Some(Light::Yellow)
    } else {
        Some(Light::Green)
    }
}

/// Whether an actual value for a target of a measure is behind the time of year.
pub fn is_behind_time(ledger: &Ledger, asked: &Asked, (task, measure): (&Task, &Measure), today: Today) -> bool {
    measure.targets.iter().enumerate().any(|(place, target)| {
        let actual = Actual::of(ledger, asked, (task, measure), place).value;
        actual.and_then(|value| target.behind(value, today.time)).is_some()
    })
}
