//! What a unit asks of the coordinator and what the coordinator answers, as the values of fields.
//!
//! | field | value |
//! |---|---|
//! | [`Field::Postponement`] | the day that is asked for and, behind a space, the reason: `2021-12-31 設備未到` |
//! | [`Field::Returned`] | which report is given back and, behind a space, the reason: `1632988800000 數據有誤` |
//!
//! [`Field::Postponement`]: super::field::Field::Postponement
//! [`Field::Returned`]: super::field::Field::Returned

use super::calendar::{Moment, iso_day, iso_to_day};
use super::printed_day::Day;

/// What a unit asks for (延期申請).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The day by which it wants to be done.
    pub day: Day,
    /// Why; never empty.
    pub reason: String,
}

impl Wish {
    /// The wish that a field says; `None` if it says none.
    pub fn read(value: &str) -> Option<Self> {
        let (day, reason) = value.split_once(' ')?;
        let reason = reason.trim();
        (!reason.is_empty()).then_some(Self { day: iso_to_day(day)?, reason: reason.to_owned() })
    }

    /// The value of the field.
    pub fn write(&self) -> String {
        [&iso_day(self.day.into()), " ", self.reason.trim()].concat()
    }
}

/// A report that is given back (退回).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// Which report is meant ([`super::mark::Mark::edition`]): one that says anything else since is another one.
    pub of: Moment,
    /// Why; never empty.
    pub reason: String,
}

impl Return {
    /// The return that a field says; `None` if it says none.
    pub fn read(value: &str) -> Option<Self> {
        let (of, reason) = value.split_once(' ')?;
        let reason = reason.trim();
        (!reason.is_empty()).then_some(Self { of: of.parse().ok()?, reason: reason.to_owned() })
    }

    /// The value of the field.
    pub fn write(&self) -> String {
        [&self.of.to_string(), " ", self.reason.trim()].concat()
    }
}
