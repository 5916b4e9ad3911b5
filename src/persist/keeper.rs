//! How a plan's ledger is kept on a shelf that may be full, blocked, corrupted, or shared with other tabs.
//!
//! The rules, each with its test in `tests/native/keeper.rs`:
//!
//! - Before every save the shelf is read again, and what another tab put there is merged in first; so no tab
//!   overwrites newer data.
//! - What cannot be read is put aside under a dated key and stays there; only then is its place used. If it cannot be
//!   put aside, its place is not used either.
//! - A failed save changes nothing and says why; the next save tries again.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

use super::ledger_file;
use crate::domain::fault::{LedgerFileError, NotKept};
use crate::domain::ledger::Ledger;
use crate::domain::plan::Plan;

/// Where texts are kept by key: the browser's storage, or a stand-in.
pub trait Shelf {
    /// The text under a key.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// If the shelf cannot be reached or is full; the key then holds what it held before.
    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError>;
    /// Takes a key away.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
    /// All keys, of this program and of others.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
}

/// Why a shelf did not serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// It cannot be reached at all: storage is switched off.
    Blocked,
    /// There is no room left.
    Full,
}

impl From<ShelfError> for NotKept {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Blocked => Self::Blocked,
            ShelfError::Full => Self::Full,
        }
    }
}

/// Something that could not be read and was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The key it is kept under.
    pub key: String,
    /// It, as it was found.
    pub text: String,
}

/// Keeps one plan's ledger.
#[derive(Clone, Debug)]
pub struct Keeper {
    plan: String,
}

impl Keeper {
    /// The keeper of a plan's ledger.
    pub fn new(plan: &Plan) -> Self {
        Self { plan: plan.id.clone() }
    }

    /// The key of the ledger: `yaodian/haidong-2021/ledger/v1`.
    pub fn key(&self) -> String {
        format!("yaodian/{}/ledger/v{}", self.plan, ledger_file::VERSION)
    }

    fn aside_prefix(&self) -> String {
        format!("yaodian/{}/aside/", self.plan)
    }

    /// What is kept, if anything. `date` names what has to be put aside (`2021-09-30T08:00:00Z`).
    ///
    /// # Errors
    /// Says why nothing can be kept; the shelf is then as it was.
    pub fn load(&self, shelf: &impl Shelf, plan: &Plan, date: &str) -> Result<Option<Ledger>, NotKept> {
        let Some(text) = shelf.get(&self.key())? else { return Ok(None) };
        match ledger_file::read(&text, plan) {
            Ok(ledger) => Ok(Some(ledger)),
            Err(LedgerFileError::Newer { .. }) => Err(NotKept::Newer),
            Err(_) => self.put_aside(shelf, &text, date).map(|()| None),
        }
    }

    /// Keeps the ledger. Returns the ledger as it is now kept: with what another tab had changed meanwhile.
    ///
    /// # Errors
    /// Says why it is not kept; the shelf is then as it was.
    pub fn save(&self, shelf: &impl Shelf, plan: &Plan, ledger: &Ledger, date: &str) -> Result<Ledger, NotKept> {
        let mut merged = ledger.clone();
        let there = self.load(shelf, plan, date)?;
        if let Some(there) = &there {
            merged.merge(there);
        }
        // Looking at a plan keeps nothing; the first tick does.
        if there.unwrap_or_default() != merged {
            shelf.put(&self.key(), &ledger_file::write(&merged, plan))?;
        }
        Ok(merged)
    }

    /// Everything of this plan that was put aside, oldest first; empty if the shelf cannot be reached.
    pub fn asides(&self, shelf: &impl Shelf) -> Vec<Aside> {
        let prefix = self.aside_prefix();
        let mut asides: Vec<Aside> = Vec::new();
        for key in shelf.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix)) {
            if let Ok(Some(text)) = shelf.get(&key) {
                let place = asides.partition_point(|other| other.key < key);
                asides.insert(place, Aside { key, text });
            }
        }
        asides
    }

    /// Takes away what was put aside under this key; other keys are left alone.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn drop_aside(&self, shelf: &impl Shelf, key: &str) -> Result<(), NotKept> {
        if key.starts_with(&self.aside_prefix()) {
            shelf.remove(key)?;
        }
        Ok(())
    }

    fn put_aside(&self, shelf: &impl Shelf, text: &str, date: &str) -> Result<(), NotKept> {
        let prefix = self.aside_prefix();
        let mut key = format!("{prefix}{date}");
        // Two unreadable texts within one second are two.
        while shelf.get(&key)?.is_some_and(|there| there != text) {
            key.push('+');
        }
        shelf.put(&key, text)?;
        Ok(shelf.remove(&self.key())?)
    }
}
