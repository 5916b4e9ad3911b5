//! Whether a file that says for which round it is comes in that round.

use crate::domain::printed_day::Day;
use crate::domain::rounds::{RoundSaid, Rounds};

/// How the round stands here that a file is for.
///
/// | the round is | |
/// |---|---|
/// | not one of the plan's | [`Timing::Unknown`] |
/// | closed by the day | [`Timing::Closed`] |
/// | the one that is open on the day, or none is | [`Timing::InTime`] |
/// | another than the one that is open | [`Timing::Other`] |
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Nothing speaks against it.
    InTime,
    /// It was closed on this day.
    Closed(Day),
    /// The one of this name is open.
    Other(String),
    /// There is no such round here.
    Unknown,
}

impl Timing {
    /// How a round stands among those here on a day.
    pub fn of(said: &RoundSaid, rounds: &Rounds, today: Day) -> Self {
        let Some(round) = rounds.get(said.id) else { return Self::Unknown };
        if let Some(day) = round.closed.filter(|closed| *closed <= today) {
            return Self::Closed(day);
        }
        let open = rounds.open_at(today).filter(|open| open.id != said.id);
        open.map_or(Self::InTime, |open| Self::Other(open.name.clone()))
    }
}
