//! What names a round (期): its first and its last day. Two windows in which the same quarter is made so name it alike.

use super::calendar::{iso_day, iso_to_day};
use super::ledger::MarkKey;
use super::printed_day::Day;
use std::fmt;
use std::str::FromStr;

/// The first and the last day of a round. Rounds are ordered by their last days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoundId {
    /// The last day.
    pub until: Day,
    /// The first day, not after the last one.
    pub from: Day,
}

/// What stands in place of a party where a round is.
const ROUNDS: &str = "rounds";

impl RoundId {
    /// Where the ledger has it.
    pub fn key(self) -> MarkKey {
        MarkKey::Unplaced { party: ROUNDS.to_owned(), measure: self.to_string() }
    }

    /// The round that the ledger has there; `None` for a mark.
    pub fn of_key(key: &MarkKey) -> Option<Self> {
        match key {
            MarkKey::Unplaced { party, measure } if party == ROUNDS => measure.parse().ok(),
            _ => None,
        }
    }

    /// What addresses name it: `2021-01-01_2021-03-31`.
    pub fn days(self) -> String {
        self.to_string().replace('/', "_")
    }

    /// The round that an address names so.
    pub fn of_days(days: &str) -> Option<Self> {
        days.replace('_', "/").parse().ok()
    }
}

impl fmt::Display for RoundId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", iso_day(self.from.into()), iso_day(self.until.into()))
    }
}

impl FromStr for RoundId {
    type Err = ();

    /// Reads `2021-01-01/2021-03-31`, as [`Self`] is written and in no other way.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (from, until) = text.split_once('/').ok_or(())?;
        let id = Self { from: iso_to_day(from).ok_or(())?, until: iso_to_day(until).ok_or(())? };
        if id.from <= id.until && id.to_string() == text { Ok(id) } else { Err(()) }
    }
}
