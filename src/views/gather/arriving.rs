//! Files on their way to the desk.

use super::desk::{Read, Take};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Files that are read one after the other, on their way to the desk. What lies on it is looked through and drawn as a whole whenever
/// something comes, so they go there in lots: each as large as all that went before, and the rest when no more come. Of hundreds each is
/// drawn twice then, and not hundreds of times.
pub struct Arriving {
    take: Take,
    waiting: RefCell<Vec<(u32, Read)>>,
    gone: Cell<usize>,
    turn: Cell<u32>,
}

impl Arriving {
    /// Files that go to what takes them.
    pub fn new(take: Take) -> Rc<Self> {
        Rc::new(Self { take, waiting: RefCell::default(), gone: Cell::default(), turn: Cell::default() })
    }

    /// A file came. Whoever puts it calls [`Self::rest`] a moment later with the number that this gives.
    pub fn put(&self, place: u32, read: Read) -> u32 {
        self.waiting.borrow_mut().push((place, read));
        if self.waiting.borrow().len() > self.gone.get() {
            self.hand_on();
        }
        self.turn.set(self.turn.get().wrapping_add(1));
        self.turn.get()
    }

    /// Hands on what waits, if nothing has come since what had this number.
    pub fn rest(&self, turn: u32) {
        if turn == self.turn.get() {
            self.hand_on();
        }
    }

    fn hand_on(&self) {
        let lot = self.waiting.take();
        if !lot.is_empty() {
            self.gone.set(self.gone.get() + lot.len());
            (self.take)(lot);
        }
    }
}
