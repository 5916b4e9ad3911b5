//! Drafts for which there was no room. A window has them as long as it is open, and tries again.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

use super::{Draft, Slot};
use crate::persist::shelf::Shelf;

/// The drafts of a window that are not kept, each with where it is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unkept(Vec<(Slot, Draft)>);

impl Unkept {
    /// All of them.
    pub fn all(&self) -> &[(Slot, Draft)] {
        &self.0
    }

    /// The one that is to be under a key.
    pub fn at(&self, key: &str) -> Option<&(Slot, Draft)> {
        self.0.iter().find(|(slot, _)| slot.key() == key)
    }

    /// Holds a draft until it is kept, in the place of the one that was to be there.
    pub fn hold(&mut self, slot: Slot, draft: Draft) {
        self.let_go(slot.key());
        self.0.push((slot, draft));
    }

    /// The draft under a key is kept, or given up.
    pub fn let_go(&mut self, key: &str) {
        self.0.retain(|(slot, _)| slot.key() != key);
    }

    /// Keeps all for which there is room by now.
    pub fn try_again(&mut self, shelf: &impl Shelf) {
        self.0.retain_mut(|(slot, draft)| slot.keep(shelf, draft).is_err());
    }
}
