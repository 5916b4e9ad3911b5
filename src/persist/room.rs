//! Room on a shelf: what gives way where there is none, and how full it is.
//!
//! Snapshots give way, one after the other and only until there is room. The next is always the oldest of the plan whose
//! snapshots take up most just then, and a plan's newest never gives way: so no plan's snapshots starve another's. What gave
//! way and did not help is put back.

use super::keys;
use super::shelf::{Shelf, ShelfError, Stored, stored};
use crate::domain::calendar::iso_time;
use crate::domain::ledger::Moment;

/// Puts a text on the shelf. If that is full, what can be `spared` and still is as it was read gives way, then snapshots, as far
/// as it makes room; if that does not help, all of it is put back.
///
/// # Errors
/// Says why it is not there.
pub fn put(shelf: &impl Shelf, key: &str, text: &str, spared: &[Stored]) -> Result<(), ShelfError> {
    let mut given_way = Vec::new();
    let result = put_giving_way(shelf, key, text, spared, &mut given_way);
    if result.is_err() {
        put_back(shelf, &given_way);
    }
    result
}

/// The same, but what gave way is handed out and not put back.
///
/// # Errors
/// Says why it is not there.
pub fn put_giving_way(
    shelf: &impl Shelf,
    key: &str,
    text: &str,
    spared: &[Stored],
    given_way: &mut Vec<Stored>,
) -> Result<(), ShelfError> {
    let is_there = |stored: &&Stored| shelf.get(&stored.key).is_ok_and(|text| text.as_ref() == Some(&stored.text));
    let mut spared = spared.iter();
    let mut snapshots = None;
    loop {
        let result = shelf.put(key, text);
        if result != Err(ShelfError::Full) {
            return result;
        }
        let next = spared.find(is_there).cloned().or_else(|| {
            // Read once: there may be hundreds.
            let snapshots = snapshots.get_or_insert_with(|| stored(shelf, None, keys::SNAPSHOT));
            next_to_spare(snapshots)
        });
        match next {
            Some(next) if shelf.remove(&next.key).is_ok() => given_way.push(next),
            _ => return result,
        }
    }
}

/// Puts back what gave way.
pub fn put_back(shelf: &impl Shelf, given_way: &[Stored]) {
    for stored in given_way.iter().rev() {
        let _ = shelf.put(&stored.key, &stored.text);
    }
}

/// The snapshot that gives way next, if any; its place is empty then. They come in the order of their keys, so by plans, and in
/// each by dates.
fn next_to_spare(snapshots: &mut [Stored]) -> Option<Stored> {
    let (mut next, mut most) = (None, 0);
    let (mut oldest, mut plan, mut bytes) = (0, None, 0);
    for (i, snapshot) in snapshots.iter().enumerate() {
        let of = keys::split(&snapshot.key).map(|(id, _)| id);
        if of != plan {
            (oldest, plan, bytes) = (i, of, 0);
        }
        bytes += snapshot.text.len();
        if i > oldest && bytes > most {
            (next, most) = (Some(oldest), bytes);
        }
    }
    snapshots.get_mut(next?).map(std::mem::take)
}

/// Puts what cannot be read aside: from its key to a dated one under this prefix, where it stays.
///
/// # Errors
/// Says why it is not put aside; its place is then as it was.
pub fn put_aside(shelf: &impl Shelf, prefix: &str, from: &str, text: &str, now: Moment) -> Result<Stored, ShelfError> {
    let aside = put_dated(shelf, prefix, text, now)?;
    shelf.remove(from)?;
    Ok(aside)
}

/// Puts a text under a dated key with this prefix, beside what is there.
///
/// # Errors
/// Says why it is not there.
pub fn put_dated(shelf: &impl Shelf, prefix: &str, text: &str, now: Moment) -> Result<Stored, ShelfError> {
    let mut key = prefix.to_owned() + &iso_time(now);
    // Two texts of one second are two.
    while shelf.get(&key)?.is_some_and(|there| there != text) {
        key.push('+');
    }
    put(shelf, &key, text, &[])?;
    Ok(Stored { key, text: text.to_owned() })
}

/// How much browsers let a place keep, counted as they count: in UTF-16 code units of keys and texts together. Chromium and
/// Firefox allow as much; where bytes are counted, Chinese text has half of it, and the page hears that it is full.
pub const ROOM: usize = 5 * 1024 * 1024;

/// How full a shelf is, in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// What everything on it takes up, also what others keep there.
    pub used: usize,
    /// What one plan takes up of it: its text, its ledger, and all that stands beside them.
    pub of_this_plan: usize,
    /// How much there is room for in all: [`ROOM`].
    pub room: usize,
}

impl Usage {
    /// A part of the room in percent; a part of a percent is no less than one.
    pub fn percent(self, part: usize) -> usize {
        part.saturating_mul(100).div_ceil(self.room.max(1))
    }
}

/// How full the shelf is, and how much of that is this plan's.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn usage(shelf: &impl Shelf, id: &str) -> Result<Usage, ShelfError> {
    let mut usage = Usage { used: 0, of_this_plan: 0, room: ROOM };
    let own = keys::under(id, "");
    for key in shelf.keys()? {
        let units = units(&key) + shelf.get(&key)?.as_deref().map_or(0, units);
        usage.used += units;
        if key.starts_with(&own) {
            usage.of_this_plan += units;
        }
    }
    Ok(usage)
}

/// How long a text is as browsers count.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
