//! The rounds (期) of a plan: the periods for which is reported, and which reports count for each.
//!
//! A round stands in the ledger under its first and last day ([`RoundId`]), with a name, the day on which its reports are due and, once it
//! is closed, that day. One without a name is none.
//!
//! | a report counts for a round if a word of it was said, or confirmed as still true (與上期相同), |
//! |---|
//! | on or after its first day, and after the days on which the reports of the rounds before are due |
//! | and on or before the day on which its own reports are due |
//!
//! A report that was given back counts for none, until it says something else.
//!
//! So what is reported in April of the first quarter counts for the first quarter while that is due, and then for the second. Days are
//! those of the reporter's clock, in China.

use super::calendar::{Moment, day, iso_to_day};
use super::ledger::{Ledger, MarkKey};
use super::mark::{Field, Mark, Status, Version};
use super::party::Party;
use super::printed_day::Day;
use super::rollup::Asked;
pub use super::round_id::RoundId;

/// One round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its first and last day.
    pub id: RoundId,
    /// Its name, such as 第一季度; never empty.
    pub name: String,
    /// The day on which its reports are due, not before its last day.
    pub due: Day,
    /// The day on which it was closed; `None` while it is open.
    pub closed: Option<Day>,
    /// The first day of which reports count for it.
    pub opens: Day,
}

impl Round {
    /// Whether reports of this day count for it.
    pub fn has(&self, day: Day) -> bool {
        (self.opens..=self.due).contains(&day)
    }

    /// It, as a file names it that is made for it.
    pub fn said(&self) -> RoundSaid {
        RoundSaid { id: self.id, name: self.name.clone() }
    }

    /// What a ledger says, without what its fields said before: but of what was said anew after the reports were due, the last word
    /// from before, by which a report counts for the round.
    pub fn state(&self, ledger: &Ledger) -> Ledger {
        let of_field = |(field, versions): &(Field, Vec<Version>)| {
            let is_in = |version: &&Version| self.has(day_said(version.said)) && !version.value.is_empty();
            let before = versions.iter().find(is_in).filter(|_| !field.is_settled());
            let newest = versions.first();
            let other = before.filter(|before| newest != Some(*before));
            newest.into_iter().chain(other).map(|version| (*field, version.clone())).collect::<Vec<_>>()
        };
        let of_mark = |(key, mark): &(MarkKey, Mark)| {
            let versions = mark.fields().iter().flat_map(of_field);
            versions.map(|(field, version)| (key.clone(), field, version)).collect::<Vec<_>>()
        };
        Ledger::new(ledger.marks().iter().flat_map(of_mark), ledger.cleared())
    }

    /// Whether a party's report counts for it.
    pub fn counts(&self, mark: &Mark) -> bool {
        // Asking for a later day is no report, either.
        let is_word = |field: &Field| !field.is_settled() && *field != Field::Postponement;
        let own = mark.fields().iter().filter(|(field, _)| is_word(field));
        mark.status().is_some()
            && own.flat_map(|(_, versions)| versions).any(|version| {
                let is_said = !version.value.is_empty();
                is_said && self.has(day_said(version.said))
            })
    }
}

/// Whether a party's report counts on a day on which reports count for this round: it was not given back and, in a round, was made or
/// confirmed for it.
pub fn counts(mark: &Mark, round: Option<&Round>) -> bool {
    mark.returned().is_none() && round.map_or(mark.status().is_some(), |round| round.counts(mark))
}

/// Whether somebody's report of a measure counts: the party's or, for the plan, that of anybody who is asked and a word of the
/// coordinator's own other than the sign-off.
pub fn is_made(said: &[(MarkKey, Mark)], asked: &Asked, party: Party, round: Option<&Round>) -> bool {
    said.iter().any(|(key, mark)| match key {
        MarkKey::Placed(Party::Coordinator, _) if party == Party::Coordinator => {
            mark.status() != Some(Status::Done) && counts(mark, round)
        }
        MarkKey::Placed(who, _) if party == Party::Coordinator => asked.counts_with(*who, mark) && counts(mark, round),
        MarkKey::Placed(who, _) => *who == party && counts(mark, round),
        MarkKey::Unplaced { .. } => false,
    })
}

/// The round that a file says it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundSaid {
    /// Its days.
    pub id: RoundId,
    /// Its name where the file was made; never empty.
    pub name: String,
}

fn day_said(said: Moment) -> Day {
    Day::try_from(day(said)).unwrap_or(Day::MAX)
}

/// The rounds of a plan, in the order of their last days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rounds(Vec<Round>);

impl Rounds {
    /// The rounds that the coordinator made.
    pub fn of(ledger: &Ledger) -> Self {
        let mut marks: Vec<(RoundId, &Mark)> =
            ledger.marks().iter().filter_map(|(key, mark)| Some((RoundId::of_key(key)?, mark))).collect();
        marks.sort_unstable_by_key(|(id, _)| *id);
        let mut rounds: Vec<Round> = Vec::new();
        for (id, mark) in marks {
            let name = mark.value(Field::Name);
            if name.is_empty() {
                continue;
            }
            let due = iso_to_day(mark.value(Field::Due)).unwrap_or(id.until).max(id.until);
            let before = rounds.iter().map(|before| before.due.saturating_add(1)).max().unwrap_or(0);
            let closed = iso_to_day(mark.value(Field::Closed));
            rounds.push(Round { id, name: name.to_owned(), due, closed, opens: id.from.max(before) });
        }
        Self(rounds)
    }

    /// All rounds.
    pub fn all(&self) -> &[Round] {
        &self.0
    }

    /// The round of this id.
    pub fn get(&self, id: RoundId) -> Option<&Round> {
        self.0.iter().find(|round| round.id == id)
    }

    /// The round that reports of this day count for.
    pub fn at(&self, day: Day) -> Option<&Round> {
        self.0.iter().find(|round| round.has(day))
    }

    /// The same, if it is not closed by then.
    pub fn open_at(&self, day: Day) -> Option<&Round> {
        self.at(day).filter(|round| round.closed.is_none_or(|closed| closed > day))
    }

    /// The rounds that were closed by this day, each with the day on which it was.
    pub fn closed_by(&self, day: Day) -> impl DoubleEndedIterator<Item = (&Round, Day)> {
        let closed = move |round: &Round| round.closed.filter(|closed| *closed <= day);
        self.0.iter().filter_map(move |round| Some((round, closed(round)?)))
    }
}

/// How often is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// 每月.
    Month,
    /// 每季.
    Quarter,
}

/// The rounds of a year, without names, each due so many days after its last day.
pub fn of_year(year: u32, every: Every) -> Vec<RoundId> {
    let step = if every == Every::Month { 1 } else { 3 };
    let first = |month: u32| {
        let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
        iso_to_day(&format!("{year:04}-{month:02}-01"))
    };
    let round = |month: u32| Some(RoundId { from: first(month)?, until: first(month + step)?.checked_sub(1)? });
    (1..=12).step_by(step as usize).filter_map(round).collect()
}
