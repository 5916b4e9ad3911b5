//! A version: what a field said from a moment on, and in which order two of them come.
//!
//! Two things are kept apart. **When** something was said is what the clock of that browser showed: it is a date for people, it
//! may be wrong, and nothing is decided by it. **What comes after what** is a [`Stamp`]: a hybrid logical clock (S. Kulkarni and
//! others, "Logical Physical Clocks", 2014), one for every field. A stamp is later than the one it takes the place of,
//! whatever the clock shows, and otherwise follows the clock. A clock that is a year ahead so takes the order of the fields that
//! were written by it ahead, and no other: every other field, and every date, stays as the clocks of the others have it.
//!
//! [`kept`] says which versions of a field stay; it does not matter in which order, or how often, they come together.

pub use super::calendar::{LAST_MOMENT, Moment};

use super::calendar::day;
use super::field::{Field, Status};

/// More changes than anybody makes within one millisecond, or behind a clock that is ahead. What counts twice as many is clamped to
/// it, so that there is always room for the next.
const LAST_COUNT: u64 = 1 << 40;

/// So many days of a field are kept: of each the version that was entered last.
pub const DAYS: usize = 4;

/// The place of a version, or of an emptying, in the order of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The latest moment that is known where the change was made.
    pub at: Moment,
    /// How many changes came before it that know no later moment.
    pub count: u64,
}

impl Stamp {
    /// The stamp of a change made at `now` by this clock that comes after all of `seen`.
    #[must_use]
    pub fn after(now: Moment, seen: impl IntoIterator<Item = Self>) -> Self {
        let now = Self { at: now.min(LAST_MOMENT), count: 0 };
        let next = |seen: Self| Self { count: seen.count + 1, ..seen };
        seen.into_iter().filter(|seen| *seen >= now).map(next).max().unwrap_or(now)
    }

    /// The stamp as this program can have made it.
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

/// What a field said from a moment on. Empty where it said nothing any more.
///
/// In order of their stamps; those of one stamp, which two windows made without knowing of each other, in one that both agree on.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Its place in the order of changes.
    pub stamp: Stamp,
    /// When it was put into the ledger. Later than `said` where it came back: from a file, or by undo.
    pub entered: Moment,
    /// When it was first said.
    pub said: Moment,
    /// What.
    pub value: String,
}

impl Version {
    /// What was said at a moment and entered then, as most are.
    pub fn at(moment: Moment, value: impl Into<String>) -> Self {
        Self { stamp: moment.into(), entered: moment, said: moment, value: value.into() }
    }

    /// It, with moments that this program can have written.
    #[must_use]
    pub fn clamped(self) -> Self {
        let (entered, said) = (self.entered.min(LAST_MOMENT), self.said.min(LAST_MOMENT));
        Self { stamp: self.stamp.clamped(), entered, said, value: self.value }
    }
}

/// Whether a moment can be told as a date at `now`: it is not after tomorrow, in China. What is later was said by a clock that is
/// wrong, here or there.
pub fn is_believable(moment: Moment, now: Moment) -> bool {
    day(moment) <= day(now) + 1
}

/// What stays of the versions of a field, of two lists that are each the newest first: of each day the version that was entered
/// last, of those the first [`DAYS`]; and of a status also the last one that was not 已完成, which a tick taken back gives back.
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
