//! Actual values against targets, and against the time of year (序時進度).

use super::calendar::{day_of_year, parse_iso_date};
use super::ledger::{Cell, Ledger};
use super::mark::Field;
use super::party::Party;
use super::plan::{Comparator, Measure, Plan, Target};
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
        for (cell, mark) in ledger.said_of(measure.id) {
            let Cell::Placed(party, _) = cell else { continue };
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
        match self.comparator {
            Comparator::Exactly | Comparator::AtLeast => Some(actual >= self.value),
            Comparator::AtMost | Comparator::Eliminate => Some(actual <= self.value),
            Comparator::Unstated => None,
        }
    }

    /// How much of it an actual value is, in whole per cent rounded down, where more is better; `None` elsewhere.
    #[allow(clippy::cast_possible_truncation, reason = "what is more than fits is as much as fits")]
    pub fn share(&self, actual: f64) -> Option<i64> {
        let counts_up = !matches!(self.comparator, Comparator::AtMost | Comparator::Eliminate);
        // Decimals as they are typed are not quite what is counted in: 2.3 of 10 is 23, not 22.999….
        (counts_up && self.value > 0.0).then(|| (actual * 100.0 / self.value + 1e-9) as i64)
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

/// How much of the plan's year is over on a day, in whole per cent: 100 once the plan is due. `None` where the plan
/// does not say when it is due.
pub fn time_of_year(plan: &Plan, today: (u64, u64, u64)) -> Option<i64> {
    let due = parse_iso_date(&plan.meta.due.as_ref()?.value)?;
    if today >= due {
        return Some(100);
    }
    let past = if today.0 < due.0 { 0 } else { day_of_year(today) };
    i64::try_from(past * 100 / day_of_year(due).max(1)).ok()
}
