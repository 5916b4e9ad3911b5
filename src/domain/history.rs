//! Undo and redo: one step per change a person made, however many fields it touched; what is typed into one field in
//! one go is one change.
//!
//! A step takes back what it did, and nobody else's words. So every field of it is taken back only where it is still as the step
//! left it: where what the field says is the very version that the step put there, or that later steps, taken back, gave back
//! for it. What somebody said meanwhile, in another window or file, stays, even if it says the same.

use super::ledger::{Change, Edit, Ledger, MarkKey, Moment};
use super::mark::{Field, Version};

/// Steps beyond this many are forgotten, oldest first.
pub const STEPS: usize = 500;

/// The changes that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Vec<Edit>>,
    redo: Vec<Vec<Edit>>,
    /// Whether the last step is still being typed.
    typing: bool,
}

/// What became of a step that was taken back or done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The fields that say something else now.
    pub changed: Vec<(MarkKey, Field)>,
    /// How many fields stayed as they were, because somebody else wrote there since.
    pub skipped: usize,
}

/// The two directions of a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl History {
    /// Remembers a change; what had been taken back can no longer be redone.
    pub fn push(&mut self, edits: Vec<Edit>) {
        if edits.iter().all(Edit::makes_no_difference) {
            for edit in edits {
                self.stands_for(&edit, edit.before.first(), edit.after.first());
            }
            return;
        }
        self.typing = false;
        self.redo.clear();
        self.undo.push(edits);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
    }

    /// Makes a change of `ledger` that is a keystroke, at `now`: with those before it in the same field it is one step, until
    /// [`Self::settle`], or until somebody else writes there.
    pub fn type_in(&mut self, ledger: &mut Ledger, change: Change, now: Moment) {
        let Some(edit) = ledger.set(change, now) else { return };
        let goes_on =
            |last: &Edit| (&last.cell, last.field, last.after.first()) == (&edit.cell, edit.field, edit.before.first());
        match self.undo.last_mut().map(Vec::as_mut_slice) {
            Some([last]) if self.typing && goes_on(last) => {
                last.after = edit.after;
                if last.was() == last.says() {
                    self.end_where_it_began(ledger, now);
                }
            }
            _ => {
                self.push(vec![edit]);
                self.typing = true;
            }
        }
    }

    /// What was typed back to what stood there is no step, and was said when it was said.
    fn end_where_it_began(&mut self, ledger: &mut Ledger, now: Moment) {
        self.typing = false;
        for edit in self.undo.pop().into_iter().flatten() {
            ledger.give_back(edit.cell.clone(), edit.field, &edit.before, now);
            let there = ledger.versions(&edit.cell, edit.field).first().cloned();
            self.stands_for(&edit, edit.before.first(), there.as_ref());
        }
    }

    /// What is typed next is a change of its own.
    pub fn settle(&mut self) {
        self.typing = false;
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last step back, at `now`; `None` if there is none.
    pub fn undo(&mut self, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let step = self.undo.pop()?;
        Some(self.take(step, Way::Back, ledger, now))
    }

    /// Does the step again that was taken back last, at `now`; `None` if there is none.
    pub fn redo(&mut self, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let step = self.redo.pop()?;
        Some(self.take(step, Way::Again, ledger, now))
    }

    fn take(&mut self, step: Vec<Edit>, way: Way, ledger: &mut Ledger, now: Moment) -> Taken {
        self.typing = false;
        let mut taken = Taken::default();
        let mut done = Vec::with_capacity(step.len());
        for mut edit in step {
            let (left, wanted) = match way {
                Way::Back => (&edit.after, &edit.before),
                Way::Again => (&edit.before, &edit.after),
            };
            if ledger.versions(&edit.cell, edit.field).first() != left.first() {
                taken.skipped += 1;
                continue;
            }
            if ledger.give_back(edit.cell.clone(), edit.field, wanted, now).is_some() {
                taken.changed.push((edit.cell.clone(), edit.field));
            }
            let there = ledger.versions(&edit.cell, edit.field).to_vec();
            self.stands_for(&edit, wanted.first(), there.first());
            match way {
                Way::Back => edit.before = there,
                Way::Again => edit.after = there,
            }
            done.push(edit);
        }
        if !done.is_empty() {
            match way {
                Way::Back => self.redo.push(done),
                Way::Again => self.undo.push(done),
            }
        }
        taken
    }

    /// Other steps that left the field of `edit` with `once`, or found it so, find `now` in its place.
    fn stands_for(&mut self, edit: &Edit, once: Option<&Version>, now: Option<&Version>) {
        let same_place = |other: &&mut Edit| (&other.cell, other.field) == (&edit.cell, edit.field);
        for other in self.undo.iter_mut().chain(&mut self.redo).flatten().filter(same_place) {
            for versions in [&mut other.before, &mut other.after] {
                if versions.first() == once {
                    let older = versions.iter().skip(1).cloned();
                    *versions = now.map_or_else(Vec::new, |now| std::iter::once(now.clone()).chain(older).collect());
                }
            }
        }
    }
}
