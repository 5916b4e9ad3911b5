//! A shelf: texts kept by key.

use super::keys;
use crate::domain::fault::{NotChanged, NotKept};

/// Texts kept by key: the browser's storage, or a stand-in for it in tests.
pub trait Shelf {
    /// The text under a key; `None` if there is none.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// If the shelf cannot be reached or is full; the key then has the text it had before.
    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError>;
    /// Removes a key with its text.
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

/// Why a shelf could not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// Storage is switched off.
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

impl From<ShelfError> for NotChanged {
    fn from(error: ShelfError) -> Self {
        Self::NotKept(error.into())
    }
}

/// A text with its key: a snapshot, a text that could not be read and was put aside, or a deleted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The key that it is or was kept under.
    pub key: String,
    /// The text as it was found.
    pub text: String,
}

impl Stored {
    /// The last part of the key, a date or time: `2021-09-30`.
    pub fn date(&self) -> &str {
        self.key.rsplit('/').next().unwrap_or_default()
    }
}

/// The texts of a plan, or of all plans if `None`, whose key goes on with `begins` after the id, in the order of the keys;
/// empty if the shelf cannot be reached.
pub fn stored(shelf: &impl Shelf, plan: Option<&str>, begins: &str) -> Vec<Stored> {
    let mut all: Vec<Stored> = Vec::new();
    for key in shelf.keys().unwrap_or_default() {
        if let Some((id, rest)) = keys::split(&key)
            && plan.is_none_or(|plan| plan == id)
            && rest.starts_with(begins)
            && let Ok(Some(text)) = shelf.get(&key)
        {
            let place = all.partition_point(|other| other.key < key);
            all.insert(place, Stored { key, text });
        }
    }
    all
}
