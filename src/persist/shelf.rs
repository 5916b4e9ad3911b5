//! A shelf: where texts are kept by key.

use crate::domain::fault::{NotChanged, NotKept};

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

impl From<ShelfError> for NotChanged {
    fn from(error: ShelfError) -> Self {
        Self::NotKept(error.into())
    }
}

/// A text kept beside the ledger: a snapshot, or something that could not be read and was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The key it is kept under.
    pub key: String,
    /// It, as it was found.
    pub text: String,
}

impl Stored {
    /// The last part of its key, which says when it is from: `2021-09-30`.
    pub fn date(&self) -> &str {
        self.key.rsplit('/').next().unwrap_or_default()
    }
}

/// The texts under keys that begin like this, in the order of their keys; none if the shelf cannot be reached.
pub fn stored(shelf: &impl Shelf, prefix: &str) -> Vec<Stored> {
    texts(shelf, &keys_where(shelf, &|key| key.starts_with(prefix)))
}

/// The keys of which this is so, in order; none if the shelf cannot be reached.
pub fn keys_where(shelf: &impl Shelf, is_so: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for key in shelf.keys().unwrap_or_default().into_iter().filter(|key| is_so(key)) {
        let place = all.partition_point(|other| *other < key);
        all.insert(place, key);
    }
    all
}

/// The texts under these keys, as far as they are there.
pub fn texts(shelf: &impl Shelf, keys: &[String]) -> Vec<Stored> {
    let text = |key: &String| Some(Stored { key: key.clone(), text: shelf.get(key).ok()?? });
    keys.iter().filter_map(text).collect()
}
