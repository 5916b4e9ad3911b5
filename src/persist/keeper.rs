//! How a plan's ledger is kept on a shelf that may be full, blocked, corrupted, or shared with other tabs.
//!
//! The rules, each with its test in `tests/native/keeper.rs`:
//!
//! - Before every save the shelf is read again, and what another tab put there is merged in first; so no tab
//!   overwrites newer data.
//! - What cannot be read is put aside under a dated key and stays there; only then is its place used. If it cannot be
//!   put aside, its place is not used either.
//! - With the first save of a day the last state of an earlier day is kept as a snapshot. The newest few stay.
//! - Where there is no room, what the ledger holds too gives way: what an earlier release kept, then the oldest snapshots, one
//!   after the other and only until there is room; never the newest, and none where it would not help.
//! - Room is shared: of several plans, the one whose snapshots take up most gives way, whichever is saved. No plan loses its
//!   newest snapshot to another ([`super::room`]).
//! - What an earlier release keeps is read, and otherwise left as it is.
//! - A failed save changes nothing of the ledger and says why; the next save tries again.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

use super::keys::{self, ASIDE, FILED, SNAPSHOT};
use super::shelf::stored;
use super::{ledger_file, room};
use crate::domain::calendar::{day, iso_date};
use crate::domain::fault::{LedgerFileError, NotKept};
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::plan::Plan;

pub use super::shelf::{Shelf, ShelfError, Stored};

/// How a load or a save went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The ledger as it is now kept, where that is more than was to be kept.
    pub ledger: Option<Ledger>,
    /// What could not be read and was put aside just now.
    pub aside: Vec<Stored>,
    /// Whether a snapshot was made just now.
    pub snapshot: bool,
}

/// So many snapshots stay.
pub const SNAPSHOTS: usize = 7;

/// Keeps one plan's ledger.
#[derive(Clone, Debug)]
pub struct Keeper {
    plan: String,
    /// What earlier releases keep, as it was read: the ledger holds it.
    earlier: Vec<Stored>,
    /// What is on the shelf as this keeper last saw it, so that it need not be read again.
    seen: Option<(String, Ledger)>,
    /// What [`Self::drop_all`] took away, each time, until it is brought back.
    dropped: Vec<Vec<Stored>>,
}

impl Keeper {
    /// The keeper of a plan's ledger.
    pub fn new(plan: &Plan) -> Self {
        Self { plan: plan.id.clone(), earlier: Vec::new(), seen: None, dropped: Vec::new() }
    }

    /// The key of the ledger: `yaodian/haidong-2021/ledger/v2`.
    pub fn key(&self) -> String {
        self.key_of(ledger_file::VERSION)
    }

    fn key_of(&self, version: u64) -> String {
        keys::under(&self.plan, &format!("ledger/v{version}"))
    }

    fn filed_key(&self) -> String {
        keys::under(&self.plan, FILED)
    }

    /// What is kept, if anything, at `now`.
    ///
    /// # Errors
    /// Says why nothing can be kept; the shelf is then as it was.
    pub fn load(&mut self, shelf: &impl Shelf, plan: &Plan, now: Moment) -> Result<Outcome, NotKept> {
        let mut outcome = Outcome::default();
        self.earlier.clear();
        // Looked at first, as a whole: where one is of a newer version, none is touched.
        let mut found = Vec::new();
        for key in (1..=ledger_file::VERSION).map(|version| self.key_of(version)) {
            if let Some(text) = shelf.get(&key)? {
                let ledger = readable(&text, plan)?;
                found.push((key, text, ledger));
            }
        }
        for (key, text, ledger) in found {
            let Some(kept) = ledger else {
                outcome.aside.push(self.put_aside(shelf, &key, &text, now)?);
                continue;
            };
            outcome.ledger.get_or_insert_default().merge(&kept);
            if key == self.key() {
                self.seen = Some((text, kept));
            } else {
                self.earlier.push(Stored { key, text });
            }
        }
        Ok(outcome)
    }

    /// Keeps the ledger at `now`, with what another tab had changed meanwhile.
    ///
    /// # Errors
    /// Says why it is not kept; what was kept before still is.
    pub fn save(&mut self, shelf: &impl Shelf, plan: &Plan, ledger: &Ledger, now: Moment) -> Result<Outcome, NotKept> {
        let key = self.key();
        let mut outcome = Outcome::default();
        let there = shelf.get(&key)?;
        if there.as_ref() != self.seen.as_ref().map(|(text, _)| text) {
            self.seen = None;
            if let Some(text) = there {
                if let Some(other) = readable(&text, plan)? {
                    let mut merged = ledger.clone();
                    merged.merge(&other);
                    outcome.ledger = Some(merged).filter(|merged| merged != ledger);
                    self.seen = Some((text, other));
                } else {
                    outcome.aside.push(self.put_aside(shelf, &key, &text, now)?);
                }
            }
        }
        let merged = outcome.ledger.as_ref().unwrap_or(ledger);
        // Looking at a plan keeps nothing; the first tick does.
        let kept = self.seen.as_ref().map(|(_, kept)| kept);
        if kept.map_or_else(|| *merged != Ledger::default(), |kept| kept != merged) {
            let before = self.seen.take();
            // Until it is kept, what was merged is nowhere but here: if that fails, the next save has to read the shelf again.
            let text = ledger_file::write(merged, plan);
            self.put(shelf, &key, &text)?;
            outcome.snapshot = before.is_some_and(|(text, kept)| self.keep_last_day(shelf, &text, &kept, now));
            self.seen = Some((text, merged.clone()));
        }
        Ok(outcome)
    }

    /// Keeps a state as a snapshot of this date: of a day, or of a moment before everything was replaced.
    ///
    /// # Errors
    /// Says why it is not kept.
    pub fn keep_snapshot(&self, shelf: &impl Shelf, date: &str, text: &str) -> Result<(), NotKept> {
        self.put(shelf, &(keys::under(&self.plan, SNAPSHOT) + date), text)?;
        self.drop_old_snapshots(shelf);
        Ok(())
    }

    /// Everything of this plan that was put aside, oldest first; empty if the shelf cannot be reached.
    pub fn asides(&self, shelf: &impl Shelf) -> Vec<Stored> {
        stored(shelf, Some(&self.plan), ASIDE)
    }

    /// The snapshots, oldest first; empty if the shelf cannot be reached.
    pub fn snapshots(&self, shelf: &impl Shelf) -> Vec<Stored> {
        stored(shelf, Some(&self.plan), SNAPSHOT)
    }

    /// The last change that was saved to a file; 0 if none was, or if the shelf cannot be reached.
    pub fn filed(&self, shelf: &impl Shelf) -> Moment {
        shelf.get(&self.filed_key()).ok().flatten().and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    /// Remembers that everything up to this change was saved to a file.
    ///
    /// # Errors
    /// Says why it is not remembered.
    pub fn set_filed(&self, shelf: &impl Shelf, moment: Moment) -> Result<(), NotKept> {
        Ok(shelf.put(&self.filed_key(), &moment.to_string())?)
    }

    /// Takes away what was put aside under this key; other keys are left alone.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn drop_aside(&self, shelf: &impl Shelf, key: &str) -> Result<(), NotKept> {
        if key.starts_with(&keys::under(&self.plan, ASIDE)) {
            shelf.remove(key)?;
        }
        Ok(())
    }

    /// Takes away everything of this plan that stands beside its ledger: what was put aside, snapshots, and what an
    /// earlier release kept.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn drop_all(&mut self, shelf: &impl Shelf) -> Result<(), NotKept> {
        let mut beside = Vec::new();
        for key in (1..ledger_file::VERSION).map(|version| self.key_of(version)).chain([self.filed_key()]) {
            beside.extend(shelf.get(&key)?.map(|text| Stored { key, text }));
        }
        beside.extend(self.snapshots(shelf));
        beside.extend(self.asides(shelf));
        let removed = beside.iter().try_for_each(|stored| shelf.remove(&stored.key));
        self.dropped.push(beside);
        Ok(removed?)
    }

    /// Brings back what was taken away last, as far as there is room, and first what is nowhere else. What was put in its
    /// place meanwhile stays.
    pub fn restore_all(&mut self, shelf: &impl Shelf) {
        for stored in self.dropped.pop().into_iter().flatten().rev() {
            if shelf.get(&stored.key) == Ok(None) {
                let _ = shelf.put(&stored.key, &stored.text);
            }
        }
    }

    fn put_aside(&self, shelf: &impl Shelf, from: &str, text: &str, now: Moment) -> Result<Stored, NotKept> {
        Ok(room::put_aside(shelf, &keys::under(&self.plan, ASIDE), from, text, now)?)
    }

    /// Keeps what was on the shelf as a snapshot if it is of an earlier day; says whether it did. A snapshot that finds no room
    /// is not worth failing for.
    fn keep_last_day(&self, shelf: &impl Shelf, text: &str, kept: &Ledger, now: Moment) -> bool {
        let entered = kept.entered(now).filter(|entered| day(*entered) < day(now));
        entered.is_some_and(|entered| self.keep_snapshot(shelf, &iso_date(entered), text).is_ok())
    }

    /// Puts a text on the shelf. What an earlier release kept gives way to the ledger, which holds it.
    fn put(&self, shelf: &impl Shelf, key: &str, text: &str) -> Result<(), NotKept> {
        let held = if key == self.key() { &self.earlier[..] } else { &[] };
        Ok(room::put(shelf, key, text, held)?)
    }

    /// Takes the oldest snapshots away, so that at most [`SNAPSHOTS`] stay.
    fn drop_old_snapshots(&self, shelf: &impl Shelf) {
        let snapshots = self.snapshots(shelf);
        let too_many = snapshots.len().saturating_sub(SNAPSHOTS);
        for old in &snapshots[..too_many] {
            // One that stays is taken away with the next.
            let _ = shelf.remove(&old.key);
        }
    }
}

/// The ledger of a text; `None` if it has to be put aside.
fn readable(text: &str, plan: &Plan) -> Result<Option<Ledger>, NotKept> {
    match ledger_file::read(text, plan) {
        Ok(ledger) => Ok(Some(ledger)),
        Err(LedgerFileError::Newer { .. }) => Err(NotKept::Newer),
        Err(_) => Ok(None),
    }
}
