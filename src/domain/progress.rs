//! Actual values against targets, and against the time of year (序時進度).
//!
//! | direction of a target | reached | how much of it, the bar, and whether in time |
//! |---|---|---|
//! | [`Direction::Up`] | the actual value is the number or more; not said where the plan prints no word for how it is meant | its share of the number, against how much of the plan's time has passed |
//! | [`Direction::Down`] | it is the number or less | nothing: a ceiling is kept or not, and no way to it is measured |
//! | [`Direction::Fixed`] | it is the number | nothing: it is so or not |

use super::arrangement;
use super::calendar::{day_number, parse_iso_date};
use super::ledger::{Ledger, MarkKey};
use super::mark::{Adding, Field};
use super::party::Party;
use super::plan::{Comparator, Direction, Measure, Plan, Target, Task};
use super::printed_day::years_in;
use super::rollup::Asked;

/// The actual values given for a target. While nobody gave one, none is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actual {
    /// The parties and the values they gave, as typed, in the order of parties, the coordinator first.
    pub given: Vec<(Party, String)>,
    /// The value that counts. `None` if nobody gave a number, or if the values do not make one.
    ///
    /// | where the coordinator settled ([`Adding`]) | it is |
    /// |---|---|
    /// | nothing | the coordinator's value, if it gave one; else the one on which all who gave one agree |
    /// | the sum | the sum of what localities gave; where none is asked, of what all who are asked gave |
    /// | who leads | the value of who leads; of several, the one on which they agree |
    /// | its own | the coordinator's value |
    pub value: Option<f64>,
    /// How the values make one, where the coordinator settled that.
    pub adding: Option<Adding>,
}

impl Actual {
    /// The values given for the target at this place, from 0, of a measure of a task.
    pub fn of(ledger: &Ledger, asked: &Asked, (task, measure): (&Task, &Measure), place: usize) -> Self {
        let no = u16::try_from(place + 1).unwrap_or(u16::MAX);
        let said = ledger.said_of(measure.id);
        let mut given = Vec::new();
        for (key, mark) in said {
            let MarkKey::Placed(party, _) = key else { continue };
            let value = mark.value(Field::Actual(no));
            if !value.is_empty() && (*party == Party::Coordinator || asked.counts_with(*party, mark)) {
                given.push((*party, value.to_owned()));
            }
        }
        let adding = Adding::of_key(ledger.value(Party::Coordinator, measure.id, Field::Adding(no)));
        let value = match adding {
            None => return Self::from(given),
            Some(Adding::Own) => one(&given, |party| party == Party::Coordinator),
            Some(Adding::Lead) => {
                let leads = arrangement::leads(said, task, measure);
                one(&given, |party| leads.contains(&party))
            }
            Some(Adding::Sum) => {
                let is_locality = |party: &Party| matches!(party, Party::Locality(_));
                let of_localities = asked.undetermined || asked.parties.iter().any(is_locality);
                let counts =
                    |party: &Party| if of_localities { is_locality(party) } else { *party != Party::Coordinator };
                let mut parts = given.iter().filter(|(party, _)| counts(party)).peekable();
                let is_given = parts.peek().is_some();
                parts.map(|(_, value)| number(value)).sum::<Option<f64>>().filter(|_| is_given)
            }
        };
        Self { given, value, adding }
    }

    /// Only the value that one party gave.
    #[must_use]
    pub fn by(mut self, party: Party) -> Self {
        self.given.retain(|(who, _)| *who == party);
        Self::from(self.given)
    }
}

impl From<Vec<(Party, String)>> for Actual {
    fn from(given: Vec<(Party, String)>) -> Self {
        let mut values = given.iter().map(|(_, value)| number(value));
        // The coordinator has checked its own value, so that one stands for all.
        let checked = given.first().is_some_and(|(party, _)| *party == Party::Coordinator);
        let first = values.next().flatten();
        let value = first.filter(|value| checked || values.all(|other| other == Some(*value)));
        Self { given, value, adding: None }
    }
}

/// The value on which all of these parties agree that gave one.
fn one(given: &[(Party, String)], is_one: impl Fn(Party) -> bool) -> Option<f64> {
    let mut values = given.iter().filter(|(party, _)| is_one(*party)).map(|(_, value)| number(value));
    let first = values.next().flatten()?;
    values.all(|other| other == Some(first)).then_some(first)
}

impl Target {
    /// Whether an actual value reaches the target; `None` where the plan does not say how the number is meant.
    pub fn is_reached(&self, actual: f64) -> Option<bool> {
        match self.direction {
            Direction::Up if self.comparator == Comparator::Unstated => None,
            Direction::Up => Some(actual >= self.value),
            Direction::Down => Some(actual <= self.value),
            Direction::Fixed => Some(actual.total_cmp(&self.value).is_eq()),
        }
    }

    /// The share of the number that an actual value is, in whole percent rounded down; `None` unless the direction is
    /// [`Direction::Up`].
    #[allow(clippy::cast_possible_truncation, reason = "what is more than fits is as much as fits")]
    pub fn share(&self, actual: f64) -> Option<i64> {
        let counts_up = self.direction == Direction::Up;
        // Decimals as typed are not exact in binary: 2.3 of 10 is 23 %, not 22.999… %.
        (counts_up && self.value > 0.0).then(|| (actual * 100.0 / self.value + 1e-9) as i64)
    }

    /// How far an actual value is behind the time of year, in percentage points of the number, below 0; `None` if it is not
    /// behind.
    pub fn behind(&self, actual: f64, time_of_year: Option<i64>) -> Option<i64> {
        let points = self.share(actual)? - time_of_year?;
        (points < 0).then_some(points)
    }

    /// Whether an actual value is more than ten times the number, so that it was probably counted in another unit: 9600 where the
    /// plan sets 9千人.
    pub fn is_far_above(&self, actual: f64) -> bool {
        self.value > 0.0 && actual > self.value * 10.0
    }
}

/// Reads a number as a person types it: full-width digits, thousands separators and white space are accepted. `None` if it is
/// none.
pub fn number(text: &str) -> Option<f64> {
    let plain = text.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != ',');
    let (mut value, mut scale, mut digits, mut point) = (0.0, 1.0, 0, false);
    for c in plain {
        match c.to_digit(10) {
            Some(digit) => {
                value = value * 10.0 + f64::from(digit);
                scale *= if point { 10.0 } else { 1.0 };
                digits += 1;
            }
            None if c == '.' && !point => point = true,
            None => return None,
        }
    }
    // More digits than these are a typing error.
    (1..=15).contains(&digits).then(|| value / scale)
}

/// Whether a text is a number as a person types it, with a minus sign before it. No target is reached by less than nothing.
pub fn is_below_zero(text: &str) -> bool {
    let without_sign = text.trim_start().strip_prefix(['-', '−', '－', '﹣', '–']);
    without_sign.is_some_and(|rest| number(rest).is_some())
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        _ => c,
    }
}

/// The term of a plan: the time that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Year, month and day on which the term begins.
    pub first: (u64, u64, u64),
    /// Year, month and day on which all of the plan is due.
    pub last: (u64, u64, u64),
}

impl Term {
    /// The term of a plan; `None` where the plan does not say when it is due, nor which years it is for.
    ///
    /// It ends on the day on which the plan is due, else with the last of the years in its title (2021—2023年): a plan that is named for years
    /// is over with them, though nothing in it is due on that day.
    ///
    /// It begins on [`Meta::start`], which may come from the years in a title (2021—2023年); else on the day of issue or
    /// publication, as nobody works on a plan before; else with the year in which it is due. A day after the last one is not
    /// taken as the first.
    ///
    /// [`Meta::start`]: super::plan::Meta::start
    pub fn of(plan: &Plan) -> Option<Self> {
        let meta = &plan.meta;
        let last = match &meta.due {
            Some(due) => parse_iso_date(&due.value)?,
            None => (u64::from(*years_in(&meta.start.as_ref()?.basis).last()?), 12, 31),
        };
        let told = [&meta.start, &meta.issued, &meta.published].into_iter().flatten();
        let first = told.filter_map(|fact| parse_iso_date(&fact.value)).find(|day| *day <= last);
        Some(Self { first: first.unwrap_or((last.0, 1, 1)), last })
    }

    /// How much of the term is over on a day, in whole percent rounded down: 0 before the first day, 100 from the last day on.
    pub fn over(self, today: (u64, u64, u64)) -> i64 {
        if today >= self.last {
            return 100;
        }
        let from_first = |day| day_number(day).saturating_sub(day_number(self.first));
        let past = if today < self.first { 0 } else { from_first(today) + 1 };
        i64::try_from(past * 100 / (from_first(self.last) + 1)).unwrap_or(100)
    }

    /// Whether the term is one year from its first day to its last.
    pub fn is_a_year(self) -> bool {
        self.first == (self.last.0, 1, 1) && self.last == (self.last.0, 12, 31)
    }
}

/// How much of the plan's term is over on a day, in whole percent ([`Term::over`]); `None` where the plan does not say when
/// it is due.
pub fn time_of_year(plan: &Plan, today: (u64, u64, u64)) -> Option<i64> {
    Term::of(plan).map(|term| term.over(today))
}

/// A number with at most four decimals.
pub fn written(value: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "numbers of plans are far smaller; larger ones saturate")]
    let parts = (value * 10_000.0).round() as i64;
    let (whole, rest) = (parts / 10_000, (parts % 10_000).abs());
    let sign = if parts < 0 && whole == 0 { "-" } else { "" };
    let decimals = format!("{rest:04}");
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    }
}
