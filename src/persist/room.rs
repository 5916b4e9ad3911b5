//! Room on a shelf: what gives way where it is full, and how full it is.
//!
//! Snapshots give way, one after the other and only until there is room. The next one to go is always the oldest of the plan
//! whose snapshots take up most at that moment, and a plan's newest never goes: so no plan's snapshots starve another's. If
//! giving way does not help, everything is put back.

use super::keys;
use super::shelf::{Shelf, ShelfError, Stored, stored};
use crate::domain::calendar::iso_time;
use crate::domain::ledger::Moment;

/// Puts a text on the shelf. If the shelf is full, the `spared` texts give way where they are still as they were read, then
/// snapshots, until there is room. If that does not help, all of them are put back.
///
/// # Errors
/// Says why the text is not on the shelf.
pub fn put(shelf: &impl Shelf, key: &str, text: &str, spared: &[Stored]) -> Result<(), ShelfError> {
    let mut given_way = Vec::new();
    let result = put_giving_way(shelf, key, text, spared, &mut given_way);
    if result.is_err() {
        put_back(shelf, &given_way);
    }
    result
}

/// Puts a text on the shelf like [`put`], but returns the texts that gave way instead of putting them back.
///
/// # Errors
/// Says why the text is not on the shelf.
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
            // Read only once: there may be hundreds.
            let snapshots = snapshots.get_or_insert_with(|| stored(shelf, None, keys::SNAPSHOT));
            next_to_spare(snapshots)
        });
        match next {
            Some(next) if shelf.remove(&next.key).is_ok() => given_way.push(next),
            _ => return result,
        }
    }
}

/// Puts back texts that gave way.
pub fn put_back(shelf: &impl Shelf, given_way: &[Stored]) {
    for stored in given_way.iter().rev() {
        let _ = shelf.put(&stored.key, &stored.text);
    }
}

/// Takes out the snapshot that gives way next, leaving an empty one in its place; `None` if none may go. `snapshots` are in
/// the order of their keys: by plan, and within a plan by date.
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

/// Puts a text that cannot be read aside: moves it from its key to a dated key with this prefix, where it stays.
///
/// # Errors
/// Says why the text is not put aside; its key is then unchanged.
pub fn put_aside(shelf: &impl Shelf, prefix: &str, from: &str, text: &str, now: Moment) -> Result<Stored, ShelfError> {
    let aside = put_dated(shelf, prefix, text, now)?;
    shelf.remove(from)?;
    Ok(aside)
}

/// Puts a text under a dated key with this prefix, beside those that are there.
///
/// # Errors
/// Says why the text is not on the shelf.
pub fn put_dated(shelf: &impl Shelf, prefix: &str, text: &str, now: Moment) -> Result<Stored, ShelfError> {
    let mut key = prefix.to_owned() + &iso_time(now);
    // Two texts of the same second get two keys.
    while shelf.get(&key)?.is_some_and(|there| there != text) {
        key.push('+');
    }
    put(shelf, &key, text, &[])?;
    Ok(Stored { key, text: text.to_owned() })
}

/// How much browsers let one origin keep, in UTF-16 code units of keys and texts together, as they count. Chromium and
/// Firefox allow this much. An engine that counts bytes has half the room for Chinese text; there the page learns that it is
/// full when a save fails.
pub const ROOM: usize = 5 * 1024 * 1024;

/// How full a shelf is, in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The room taken up by everything on the shelf, also by others.
    pub used: usize,
    /// The room taken up by one plan: its text, its ledger, and everything kept beside them.
    pub of_this_plan: usize,
    /// The room in all: [`ROOM`].
    pub room: usize,
}

impl Usage {
    /// A part of the room in whole percent, rounded up.
    pub fn percent(self, part: usize) -> usize {
        part.saturating_mul(100).div_ceil(self.room.max(1))
    }
}

/// How full the shelf is, and how much of that belongs to this plan.
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

/// The length of a text in UTF-16 code units.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
