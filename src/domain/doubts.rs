//! What a person should know of a ledger that comes from a file before taking it over: of whom and what in it the plan knows
//! nothing, what is said by who is not asked, and which values are none that their field can have. All of it is kept as it came.

use super::calendar::{is_day_of_report, iso_to_day};
use super::ledger::{Ledger, MarkKey, Moment};
use super::mark::{Adding, Duty, Field, REFUSED, Status};
use super::party::Party;
use super::plan::{MeasureId, Plan};
use super::progress::{is_below_zero, number};
use super::reports::Askers;
use super::settled::{Return, Wish};
use super::version::is_believable;

/// What is doubtful in a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts<'l> {
    /// Marks of a party or measure that the plan does not have: by the party's key as it came, the measures' ids as they came.
    pub strangers: Vec<(&'l str, Vec<&'l str>)>,
    /// Marks of a party on measures about which it is not asked, by party.
    pub not_asked: Vec<(Party, Vec<MeasureId>)>,
    /// Values that are none for their field, in the order of measures and parties.
    pub oddities: Vec<Oddity<'l>>,
    /// How many versions are of a day to come, by their own account.
    pub days_to_come: usize,
    /// Whether the ledger was emptied on a day to come, by its own account: what was said before it is left out.
    pub emptied_to_come: bool,
}

/// A value that is none for its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oddity<'l> {
    /// Whose.
    pub party: Party,
    /// Of which measure.
    pub measure: MeasureId,
    /// In which field.
    pub field: Field,
    /// What it says.
    pub value: &'l str,
    /// Why it is none.
    pub why: Why,
}

/// Why a value is none for its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No status is called that.
    NoStatus,
    /// It is no day on which something can be reported ([`is_day_of_report`]).
    NoDay,
    /// It is no number.
    NoNumber,
    /// It is a number below 0.
    BelowZero,
    /// The measure has no target at this place.
    NoTarget,
    /// It is not one of the words, or not of the form, that the field has.
    NoWords,
}

impl Why {
    /// Why a value that is not empty is none for a field of a measure with so many targets; `None` if it is one.
    pub fn of(field: Field, value: &str, targets: usize) -> Option<Self> {
        let (is_one, why) = match field {
            Field::Status => (Status::of_key(value).is_some(), Self::NoStatus),
            Field::Date => (is_day_of_report(value), Self::NoDay),
            Field::Actual(place) if place == 0 || usize::from(place) > targets => (false, Self::NoTarget),
            Field::Actual(_) if is_below_zero(value) => (false, Self::BelowZero),
            Field::Actual(_) => (number(value).is_some(), Self::NoNumber),
            Field::Confirmed | Field::Due => (iso_to_day(value).is_some(), Self::NoDay),
            Field::Postponement => (Wish::read(value).is_some(), Self::NoWords),
            Field::Returned => (Return::read(value).is_some(), Self::NoWords),
            Field::Granted => (value == REFUSED || iso_to_day(value).is_some(), Self::NoDay),
            Field::Duty => (Duty::of_key(value).is_some(), Self::NoWords),
            Field::Adding(_) => (Adding::of_key(value).is_some(), Self::NoWords),
            Field::Progress | Field::Problem | Field::NextStep | Field::Name | Field::Closed => return None,
        };
        (!is_one).then_some(why)
    }
}

impl<'l> Doubts<'l> {
    /// What is doubtful in a ledger of this plan, at `now`.
    pub fn of(plan: &Plan, ledger: &'l Ledger, now: Moment) -> Self {
        let emptied_to_come = !is_believable(ledger.cleared().at, now);
        let days_to_come = ledger.of_days_to_come(now) - usize::from(emptied_to_come);
        let mut doubts = Self { days_to_come, emptied_to_come, ..Self::default() };
        let mut askers = Askers::of(plan);
        for (cell, mark) in ledger.marks().iter().filter(|(_, mark)| !mark.is_empty()) {
            let (party, measure) = match cell {
                MarkKey::Unplaced { party, measure } => {
                    add(&mut doubts.strangers, party.as_str(), measure.as_str());
                    continue;
                }
                MarkKey::Placed(party, measure) => (*party, *measure),
            };
            if !askers.ask(party, measure, mark) {
                add(&mut doubts.not_asked, party, measure);
            }
            let targets = plan.measure(measure).map_or(0, |measure| measure.targets.len());
            for (field, _) in mark.fields() {
                let (field, value) = (*field, mark.value(*field));
                let why =
                    Some(value).filter(|value| !value.is_empty()).and_then(|value| Why::of(field, value, targets));
                doubts.oddities.extend(why.map(|why| Oddity { party, measure, field, value, why }));
            }
        }
        doubts
    }
}

/// Adds one to what is listed of somebody.
fn add<W: PartialEq, T>(listed: &mut Vec<(W, Vec<T>)>, who: W, what: T) {
    match listed.iter_mut().find(|(known, _)| *known == who) {
        Some((_, all)) => all.push(what),
        None => listed.push((who, vec![what])),
    }
}
