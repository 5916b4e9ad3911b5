//! A version: what a field said from a moment on, and the order of versions.
//!
//! Two things are kept apart. **When** something was said is what the clock of that browser showed: a date for people, which
//! may be wrong and decides nothing. **What comes after what** is a [`Stamp`]: a hybrid logical clock (S. Kulkarni and
//! others, "Logical Physical Clocks", 2014), one for each field. A new stamp is later than the stamp it replaces, whatever
//! the clock shows, and otherwise follows the clock. So a clock that is a year ahead moves ahead only the order of the fields
//! that were written by it; all other fields, and all dates, stay as other clocks have them.
//!
//! [`kept`] decides which versions of a field are kept. The order and number of merges make no difference to it.

pub use super::calendar::{LAST_MOMENT, Moment};

use super::calendar::day;
use super::field::{Field, Status};

/// The count to which a stamp from a file is clamped when it is over twice as high: more changes than anybody makes within one
/// millisecond, or behind a clock that is ahead. The factor of two always leaves room for the next count.
const LAST_COUNT: u64 = 1 << 40;

/// For how many days a field keeps the version entered last on that day.
pub const DAYS: usize = 4;

/// The place of a change in the order of changes: of a version, or of an emptying of the ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The latest moment known where the change was made.
    pub at: Moment,
    /// How many earlier changes share this moment.
    pub count: u64,
}

impl Stamp {
    /// The stamp of a change made when this clock shows `now`; later than all of `seen`.
    #[must_use]
    pub fn after(now: Moment, seen: impl IntoIterator<Item = Self>) -> Self {
        let now = Self { at: now.min(LAST_MOMENT), count: 0 };
        let next = |seen: Self| Self { count: seen.count + 1, ..seen };
        seen.into_iter().filter(|seen| *seen >= now).map(next).max().unwrap_or(now)
    }

    /// The stamp, limited to values that this program can have written.
    #[must_use]
    pub fn clamped(self) -> Self {
        let count = if self.count > 2 * LAST_COUNT { LAST_COUNT } else { self.count };
        Self { at: self.at.min(LAST_MOMENT), count }
    }
}

impl From<Moment> for Stamp {
    fn from(at: Moment) -> Self {
        Self { at, count: 0 }
    }
}

/// What a field said from a moment on.
///
/// Versions are ordered by their stamps. Two windows may give the same stamp without knowing of each other; then the other
/// fields decide, so that both windows agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Its place in the order of changes.
    pub stamp: Stamp,
    /// When it was entered into the ledger. Later than `said` if it came from a file or was given back by undo.
    pub entered: Moment,
    /// When it was first said.
    pub said: Moment,
    /// The value; empty where the field was emptied.
    pub value: String,
}

impl Version {
    /// A version that was said and entered at the same moment, as most are.
    pub fn at(moment: Moment, value: impl Into<String>) -> Self {
        Self { stamp: moment.into(), entered: moment, said: moment, value: value.into() }
    }

    /// The version, its moments limited to values that this program can have written.
    #[must_use]
    pub fn clamped(self) -> Self {
        let (entered, said) = (self.entered.min(LAST_MOMENT), self.said.min(LAST_MOMENT));
        Self { stamp: self.stamp.clamped(), entered, said, value: self.value }
    }
}

/// Whether a moment can be shown as a date at `now`: not after tomorrow in China. A later moment comes from a clock that is
/// wrong, this one or another.
pub fn is_believable(moment: Moment, now: Moment) -> bool {
    day(moment) <= day(now) + 1
}

/// Merges two lists of a field's versions, each newest first, and decides which are kept: the version entered last on each
/// day, of the
/// [`DAYS`] newest such days; for a status also the last one that was not 已完成, which unticking gives back.
///
/// Commutative, associative and idempotent (`tests/native/ledger.rs`).
pub(super) fn kept(field: Field, left: Vec<Version>, right: Vec<Version>) -> Vec<Version> {
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    let mut all: Vec<Version> = Vec::new();
    let mut days = Vec::with_capacity(DAYS);
    let mut undone = field != Field::Status;
    loop {
        let later = match (left.peek(), right.peek()) {
            (Some(mine), Some(theirs)) if mine < theirs => right.next(),
            (Some(_), _) => left.next(),
            (None, _) => right.next(),
        };
        let Some(version) = later else { break };
        let is_new_day = days.len() < DAYS && !days.contains(&day(version.entered));
        let was_before_done = !undone && version.value != Status::Done.key();
        if is_new_day {
            days.push(day(version.entered));
        }
        undone |= was_before_done;
        if is_new_day || was_before_done {
            all.push(version);
        }
    }
    all
}
