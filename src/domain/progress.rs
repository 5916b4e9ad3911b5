//! Actual values against targets, and against the time of year (序時進度).
//!
//! | direction of a target | reached | how much of it, the bar, and whether in time |
//! |---|---|---|
//! | [`Direction::Up`] | the actual value is the number or more; not said where the plan prints no word for how it is meant | its share of the number, against how much of the plan's time has passed |
//! | [`Direction::Down`] | it is the number or less | nothing: a ceiling is kept or not, and no way to it is measured |
//! | [`Direction::Fixed`] | it is the number | nothing: it is so or not |

use super::calendar::{day_number, parse_iso_date};
use super::ledger::{Ledger, MarkKey};
use super::mark::Field;
use super::party::Party;
use super::plan::{Comparator, Direction, Measure, Plan, Target};
use super::rollup::Asked;

/// How a target stands. Where nobody reported a value there is nothing to show, and nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actual {
    /// Who gave which value, as typed, in the order of parties; the coordinator first.
    pub given: Vec<(Party, String)>,
    /// The value that counts: the coordinator's, or the one that all who gave one agree on. `None` where nobody gave
    /// one that is a number, or where they differ.
    pub value: Option<f64>,
}

impl Actual {
    /// What was given for a measure's target at this place, from 0.
    pub fn of(ledger: &Ledger, asked: &Asked, measure: &Measure, place: usize) -> Self {
        let field = Field::Actual(u16::try_from(place + 1).unwrap_or(u16::MAX));
        let mut given = Vec::new();
        for (key, mark) in ledger.said_of(measure.id) {
            let MarkKey::Placed(party, _) = key else { continue };
            let value = mark.value(field);
            if !value.is_empty() && (*party == Party::Coordinator || asked.counts(*party)) {
                given.push((*party, value.to_owned()));
            }
        }
        Self::from(given)
    }

    /// What one party gave of it.
    #[must_use]
    pub fn by(mut self, party: Party) -> Self {
        self.given.retain(|(who, _)| *who == party);
        Self::from(self.given)
    }
}

impl From<Vec<(Party, String)>> for Actual {
    fn from(given: Vec<(Party, String)>) -> Self {
        let mut values = given.iter().map(|(_, value)| number(value));
        // The coordinator's own value stands for all: it is what was checked.
        let checked = given.first().is_some_and(|(party, _)| *party == Party::Coordinator);
        let first = values.next().flatten();
        let value = first.filter(|value| checked || values.all(|other| other == Some(*value)));
        Self { given, value }
    }
}

impl Target {
    /// Whether an actual value reaches it; `None` where the plan does not say how the number is meant.
    pub fn is_reached(&self, actual: f64) -> Option<bool> {
        match self.direction {
            Direction::Up if self.comparator == Comparator::Unstated => None,
            Direction::Up => Some(actual >= self.value),
            Direction::Down => Some(actual <= self.value),
            Direction::Fixed => Some(actual.total_cmp(&self.value).is_eq()),
        }
    }

    /// How much of it an actual value is, in whole per cent rounded down, where it is counted up to; `None` elsewhere.
    #[allow(clippy::cast_possible_truncation, reason = "what is more than fits is as much as fits")]
    pub fn share(&self, actual: f64) -> Option<i64> {
        let counts_up = self.direction == Direction::Up;
        // Decimals as they are typed are not quite what is counted in: 2.3 of 10 is 23, not 22.999….
        (counts_up && self.value > 0.0).then(|| (actual * 100.0 / self.value + 1e-9) as i64)
    }

    /// How many per cent of the number an actual value is behind the time of year, as a number below 0; `None` where it
    /// is not behind.
    pub fn behind(&self, actual: f64, time_of_year: Option<i64>) -> Option<i64> {
        let points = self.share(actual)? - time_of_year?;
        (points < 0).then_some(points)
    }

    /// Whether an actual value is so far above the number that whoever typed it counted in another unit: 9600 where 9千人
    /// is set.
    pub fn is_far_above(&self, actual: f64) -> bool {
        self.value > 0.0 && actual > self.value * 10.0
    }
}

/// A number as a person types it: full-width digits, thousands set apart and white space are fine.
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
    // More digits than these are a slip of the finger, not a number of a plan.
    (1..=15).contains(&digits).then(|| value / scale)
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        _ => c,
    }
}

/// The time that a plan is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Year, month and day on which it begins.
    pub first: (u64, u64, u64),
    /// On which all of it is due.
    pub last: (u64, u64, u64),
}

impl Term {
    /// The time that a plan is for; `None` where the plan does not say when it is due.
    ///
    /// It begins on the first day that is told ([`Meta::start`], which the years in a title tell too: 2021—2023年); else on
    /// the day of issue or publication, as nobody works on a plan before; else with the year in which it is due. A day
    /// after the last one is none of these.
    ///
    /// [`Meta::start`]: super::plan::Meta::start
    pub fn of(plan: &Plan) -> Option<Self> {
        let meta = &plan.meta;
        let last = parse_iso_date(&meta.due.as_ref()?.value)?;
        let told = [&meta.start, &meta.issued, &meta.published].into_iter().flatten();
        let first = told.filter_map(|fact| parse_iso_date(&fact.value)).find(|day| *day <= last);
        Some(Self { first: first.unwrap_or((last.0, 1, 1)), last })
    }

    /// How much of it is over on a day, in whole per cent rounded down: 0 before the first day, 100 from the last on.
    pub fn over(self, today: (u64, u64, u64)) -> i64 {
        if today >= self.last {
            return 100;
        }
        let from_first = |day| day_number(day).saturating_sub(day_number(self.first));
        let past = if today < self.first { 0 } else { from_first(today) + 1 };
        i64::try_from(past * 100 / (from_first(self.last) + 1)).unwrap_or(100)
    }

    /// Whether it is one year from its first day to its last.
    pub fn is_a_year(self) -> bool {
        self.first == (self.last.0, 1, 1) && self.last == (self.last.0, 12, 31)
    }
}

/// How much of the plan's time is over on a day, in whole per cent ([`Term::over`]). `None` where the plan does not say
/// when it is due.
pub fn time_of_year(plan: &Plan, today: (u64, u64, u64)) -> Option<i64> {
    Term::of(plan).map(|term| term.over(today))
}
