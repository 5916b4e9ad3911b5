//! A shelf for tests, as a browser's storage: it can be switched off, has so much room, and may break down.

use std::cell::{Cell as Switch, RefCell};
use std::collections::BTreeMap;
use yaodian::persist::room::units;
use yaodian::persist::shelf::{Shelf, ShelfError};

/// The shelf. Room is counted as browsers do, in UTF-16 code units of keys and texts.
#[derive(Debug)]
pub struct TestShelf {
    texts: RefCell<BTreeMap<String, String>>,
    used: Switch<usize>,
    pub blocked: Switch<bool>,
    pub room: Switch<usize>,
    /// How often it can still be changed before it breaks down.
    pub changes: Switch<usize>,
}

impl TestShelf {
    pub fn of(texts: &[(&str, &str)]) -> Self {
        let shelf = Self {
            texts: RefCell::default(),
            used: Switch::new(0),
            blocked: Switch::new(false),
            room: Switch::new(usize::MAX),
            changes: Switch::new(usize::MAX),
        };
        for (key, text) in texts {
            shelf.lay(key, text);
        }
        shelf
    }

    fn reached(&self) -> Result<(), ShelfError> {
        if self.blocked.get() { Err(ShelfError::Blocked) } else { Ok(()) }
    }

    /// Before it is changed: from the change on at which it breaks down it cannot be reached.
    fn changing(&self) -> Result<(), ShelfError> {
        match self.changes.get().checked_sub(1) {
            Some(left) => self.changes.set(left),
            None => self.blocked.set(true),
        }
        self.reached()
    }

    /// Works again, with all the room there is.
    pub fn mend(&self) {
        self.blocked.set(false);
        self.room.set(usize::MAX);
        self.changes.set(usize::MAX);
    }

    /// All that is on it, whether it can be reached or not.
    pub fn all(&self) -> Vec<(String, String)> {
        self.texts.borrow().clone().into_iter().collect()
    }

    pub fn keys_there(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    /// How much of it is taken up.
    pub fn used(&self) -> usize {
        self.used.get()
    }

    /// Leaves room for so many code units more.
    pub fn leave(&self, units: usize) {
        self.room.set(self.used().saturating_add(units));
    }

    /// Leaves no room for anything more.
    pub fn fill(&self) {
        self.leave(0);
    }

    /// Another program puts a text there, whatever the room.
    pub fn lay(&self, key: &str, text: &str) {
        self.used.set(self.used() - self.taken_up_by(key) + units(key) + units(text));
        self.texts.borrow_mut().insert(key.into(), text.into());
    }

    /// Another program takes a text away.
    pub fn take(&self, key: &str) {
        self.used.set(self.used() - self.taken_up_by(key));
        self.texts.borrow_mut().remove(key);
    }

    /// Another program takes everything away.
    pub fn empty(&self) {
        self.keys_there().iter().for_each(|key| self.take(key));
    }

    fn taken_up_by(&self, key: &str) -> usize {
        self.texts.borrow().get(key).map_or(0, |text| units(key) + units(text))
    }
}

impl Shelf for TestShelf {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.reached().map(|()| self.text(key))
    }

    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.changing()?;
        if self.used() - self.taken_up_by(key) + units(key) + units(text) > self.room.get() {
            return Err(ShelfError::Full);
        }
        self.lay(key, text);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.changing()?;
        self.take(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.reached().map(|()| self.texts.borrow().keys().rev().cloned().collect())
    }
}
