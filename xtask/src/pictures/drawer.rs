//! A browser's storage in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use yaodian::persist::shelf::{Shelf, ShelfError};

/// The texts in it, by key.
#[derive(Default)]
pub struct Drawer(RefCell<BTreeMap<String, String>>);

impl Drawer {
    /// Everything in it.
    pub fn all(&self) -> BTreeMap<String, String> {
        self.0.borrow().clone()
    }
}

impl Shelf for Drawer {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
}
