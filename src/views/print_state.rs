//! The state that papers show: the ledger with its day, today's or that of a closed round as it was kept.

use crate::domain::ledger::Ledger;
use crate::domain::printed_day::Day;
use crate::domain::rounds::{Round, RoundId, Rounds};
use crate::state::Store;
use crate::text::year::YearWords;
use leptos::prelude::*;
use std::sync::Arc;

/// Gives the state of a closed round, where it is kept here.
pub type Load = fn(Store, RoundId) -> Option<Ledger>;

/// A closed round as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The round.
    pub round: Round,
    /// The day on which it was closed.
    pub day: Day,
    /// The ledger as it was then.
    pub ledger: Ledger,
}

/// Why there is no state of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoState {
    /// The plan has no round of these days, given as written.
    NoRound(String),
    /// The round of this name is not closed.
    Open(String),
    /// The state of the round of this name is not kept here.
    NotKept(String),
}

impl NoState {
    /// Which round it is, and why there is no state of it.
    pub fn words(&self, words: &YearWords) -> [String; 2] {
        let (round, why) = match self {
            Self::NoRound(days) => (days, words.no_such_round),
            Self::Open(name) => (name, words.still_open),
            Self::NotKept(name) => (name, words.not_kept_here),
        };
        [round.clone(), why.to_owned()]
    }
}

/// The closed round of these days.
pub fn closed(store: Store, load: Load, days: &str) -> Result<Closed, NoState> {
    let round = RoundId::of_days(days).and_then(|id| store.ledger(Rounds::of).get(id).cloned());
    let round = round.ok_or_else(|| NoState::NoRound(days.to_owned()))?;
    let day = round.closed.ok_or_else(|| NoState::Open(round.name.clone()))?;
    let ledger = load(store, round.id).ok_or_else(|| NoState::NotKept(round.name.clone()))?;
    Ok(Closed { round, day, ledger })
}

/// The closed round that the open papers are of; `None` if they are of today.
pub type Then = Memo<Option<Result<Arc<Closed>, NoState>>>;

/// The closed round that the open papers are of, read when another is asked for or the ledger changes.
pub fn then(store: Store, load: Load) -> Then {
    let asked = Memo::new(move |_| store.print().map(|print| print.round).filter(|days| !days.is_empty()));
    Memo::new(move |_| asked.get().map(|days| closed(store, load, &days).map(Arc::new)))
}

/// What papers show.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The day of it.
    pub day: Day,
    /// The closed round that it is of.
    pub round: Option<&'a Round>,
}

/// Reads what papers show: of a closed round or, where there is none, of today.
pub fn shown<T>(store: Store, then: Option<&Closed>, read: impl FnOnce(Shown) -> T) -> T {
    match then {
        Some(Closed { round, day, ledger }) => read(Shown { ledger, day: *day, round: Some(round) }),
        None => store.ledger(|ledger| read(Shown { ledger, day: store.today(), round: None })),
    }
}
