//! Keeps a plan's ledger on a shelf that may be full, blocked, corrupted, or shared with other tabs.
//!
//! The rules, each with its test in `tests/native/keeper.rs`:
//!
//! - Before every save the shelf is read again, and what another tab put there is merged in first; so no tab overwrites newer
//!   data.
//! - A text that cannot be read is put aside under a dated key and stays there; only then is its key used again. If it cannot
//!   be put aside, its key is not used either.
//! - With the first save of a day, the last state of an earlier day is kept as a snapshot. The newest [`SNAPSHOTS`] stay.
//! - Where there is no room, texts whose content the ledger holds give way: first what an earlier release kept, then the
//!   oldest snapshots, one after the other and only until there is room. The newest snapshot stays, and none goes where that
//!   would not help.
//! - The room is shared by several plans: the plan whose snapshots take up most gives way, whichever plan is saved. No plan
//!   loses its newest snapshot to another ([`super::room`]).
//! - The ledger that an earlier release kept is read, and otherwise left as it is.
//! - A failed save leaves the ledger unchanged and says why; the next save tries again.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

use super::keys::{self, ASIDE, FILED, RECEIPT, ROUND, SNAPSHOT};
use super::shelf::stored;
use super::{ledger_file, room};
use crate::domain::calendar::{day, iso_date};
use crate::domain::fault::{LedgerFileError, NotKept};
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::plan::Plan;

pub use super::shelf::{Shelf, ShelfError, Stored};

/// What a load or a save did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The ledger that is kept now, if it differs from the one given; after a load, the ledger found.
    pub ledger: Option<Ledger>,
    /// Texts that could not be read and were put aside just now.
    pub aside: Vec<Stored>,
    /// Whether a snapshot was made just now.
    pub snapshot: bool,
}

/// How many snapshots stay.
pub const SNAPSHOTS: usize = 7;

/// The keeper of one plan's ledger.
#[derive(Clone, Debug)]
pub struct Keeper {
    plan: String,
    /// The ledgers of earlier releases, as they were read; the ledger holds their content.
    earlier: Vec<Stored>,
    /// The text on the shelf as this keeper last saw it, and its ledger, so that it need not be read again.
    seen: Option<(String, Ledger)>,
    /// The texts that each call of [`Self::drop_all`] removed, until they are brought back.
    dropped: Vec<Vec<Stored>>,
}

impl Keeper {
    /// The keeper of a plan's ledger.
    pub fn new(plan: &Plan) -> Self {
        Self { plan: plan.id.clone(), earlier: Vec::new(), seen: None, dropped: Vec::new() }
    }

    /// The key of the ledger, such as `yaodian/haidong-2021/ledger/v3`.
    pub fn key(&self) -> String {
        self.key_of(ledger_file::VERSION)
    }

    fn key_of(&self, version: u64) -> String {
        keys::ledger(&self.plan, version)
    }

    fn filed_key(&self) -> String {
        keys::under(&self.plan, FILED)
    }

    /// Loads the ledger that is kept, if there is one, at `now`.
    ///
    /// # Errors
    /// Says why nothing can be kept; the shelf is then left as it was.
    pub fn load(&mut self, shelf: &impl Shelf, plan: &Plan, now: Moment) -> Result<Outcome, NotKept> {
        let mut outcome = Outcome::default();
        self.earlier.clear();
        // All are read before any is touched: if one is of a newer version, nothing changes.
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

    /// Keeps the ledger at `now`, merged with the changes of other tabs.
    ///
    /// # Errors
    /// Says why the ledger is not kept; what was kept before still is.
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
        // Opening a plan keeps nothing; the first change does.
        let kept = self.seen.as_ref().map(|(_, kept)| kept);
        if kept.map_or_else(|| *merged != Ledger::default(), |kept| kept != merged) {
            let before = self.seen.take();
            // `seen` stays empty until the save succeeds: if it fails, the next save has to read and merge the shelf again.
            let text = ledger_file::write(merged, plan);
            self.put(shelf, &key, &text)?;
            outcome.snapshot = before.is_some_and(|(text, kept)| self.keep_last_day(shelf, &text, &kept, now));
            self.seen = Some((text, merged.clone()));
        }
        Ok(outcome)
    }

    /// Whether this is the ledger that this keeper last saw on the shelf, or nothing was ever said or kept.
    pub fn has_kept(&self, ledger: &Ledger) -> bool {
        self.seen.as_ref().map_or_else(|| *ledger == Ledger::default(), |(_, kept)| kept == ledger)
    }

    /// Keeps a text as the snapshot of this date: of a day, or of the moment before everything was replaced.
    ///
    /// # Errors
    /// Says why the snapshot is not kept.
    pub fn keep_snapshot(&self, shelf: &impl Shelf, date: &str, text: &str) -> Result<(), NotKept> {
        self.put(shelf, &(keys::under(&self.plan, SNAPSHOT) + date), text)?;
        self.drop_old_snapshots(shelf);
        Ok(())
    }

    /// All texts of this plan that were put aside, oldest first; empty if the shelf cannot be reached.
    pub fn asides(&self, shelf: &impl Shelf) -> Vec<Stored> {
        stored(shelf, Some(&self.plan), ASIDE)
    }

    /// The snapshots, oldest first; empty if the shelf cannot be reached.
    pub fn snapshots(&self, shelf: &impl Shelf) -> Vec<Stored> {
        stored(shelf, Some(&self.plan), SNAPSHOT)
    }

    /// The moment of the last change that was saved to a file; 0 if none was, or if the shelf cannot be reached.
    pub fn filed(&self, shelf: &impl Shelf) -> Moment {
        shelf.get(&self.filed_key()).ok().flatten().and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    /// Remembers that all changes up to this moment were saved to a file.
    ///
    /// # Errors
    /// Says why the moment is not remembered.
    pub fn set_filed(&self, shelf: &impl Shelf, moment: Moment) -> Result<(), NotKept> {
        Ok(shelf.put(&self.filed_key(), &moment.to_string())?)
    }

    /// Removes the text that was put aside under this key; other keys are left alone.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn drop_aside(&self, shelf: &impl Shelf, key: &str) -> Result<(), NotKept> {
        if key.starts_with(&keys::under(&self.plan, ASIDE)) {
            shelf.remove(key)?;
        }
        Ok(())
    }

    /// Removes everything of this plan that is kept beside its ledger: texts that were put aside, snapshots, closed rounds, receipts,
    /// and the ledgers of earlier releases.
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
        for kind in [ROUND, RECEIPT] {
            beside.extend(stored(shelf, Some(&self.plan), kind));
        }
        let removed = beside.iter().try_for_each(|stored| shelf.remove(&stored.key));
        self.dropped.push(beside);
        Ok(removed?)
    }

    /// Brings back the texts that [`Self::drop_all`] removed last, as far as there is room, those that exist nowhere else
    /// first. A key that has a text again keeps that text.
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

    /// Keeps the last state on the shelf as a snapshot if it is of an earlier day, and returns whether it did. A save does
    /// not fail for want of room for a snapshot.
    fn keep_last_day(&self, shelf: &impl Shelf, text: &str, kept: &Ledger, now: Moment) -> bool {
        let entered = kept.entered(now).filter(|entered| day(*entered) < day(now));
        entered.is_some_and(|entered| self.keep_snapshot(shelf, &iso_date(entered), text).is_ok())
    }

    /// Puts a text on the shelf. For the ledger, those of earlier releases give way, as it holds their content.
    fn put(&self, shelf: &impl Shelf, key: &str, text: &str) -> Result<(), NotKept> {
        let held = if key == self.key() { &self.earlier[..] } else { &[] };
        Ok(room::put(shelf, key, text, held)?)
    }

    /// Removes the oldest snapshots, so that at most [`SNAPSHOTS`] stay.
    fn drop_old_snapshots(&self, shelf: &impl Shelf) {
        let snapshots = self.snapshots(shelf);
        let too_many = snapshots.len().saturating_sub(SNAPSHOTS);
        for old in &snapshots[..too_many] {
            // A snapshot that cannot be removed now is removed with the next save of one.
            let _ = shelf.remove(&old.key);
        }
    }
}

/// The ledger in a text; `None` if the text has to be put aside.
fn readable(text: &str, plan: &Plan) -> Result<Option<Ledger>, NotKept> {
    match ledger_file::read(text, plan) {
        Ok(ledger) => Ok(Some(ledger)),
        Err(LedgerFileError::Newer { .. }) => Err(NotKept::Newer),
        Err(_) => Ok(None),
    }
}
