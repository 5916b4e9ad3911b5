//! Undo and redo: one step per change a person made, however many fields it touched; what is typed into one field in
//! one go is one change.
//!
//! A step takes back what it did, and nobody else's words. So every field of it is taken back only where it is still as the step
//! left it: where what the field says is the very version that the step put there, or that later steps, taken back, gave back
//! for it. What somebody said meanwhile, in another window or file, stays, even if it says the same.
//!
//! Steps are taken back from the last on, or one of them by its name, which leaves those after it as they are.

use super::ledger::{Change, Edit, Ledger, MarkKey, Moment};
use super::mark::{Field, Version};

/// Steps beyond this many are forgotten, oldest first.
pub const STEPS: usize = 500;

/// The name of a step, which it keeps when it is taken back and done again. No two steps have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepId(usize);

/// One change a person made.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    id: StepId,
    edits: Vec<Edit>,
    /// Whether it deleted everything, so also what is kept beside the ledger.
    deletes: bool,
}

impl Step {
    fn makes_no_difference(&self) -> bool {
        !self.deletes && self.edits.iter().all(Edit::makes_no_difference)
    }
}

/// The changes that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// Whether the last step is still being typed.
    typing: bool,
    /// The name given last.
    last: StepId,
}

/// What became of a step that was taken back or done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The fields that say something else now.
    pub changed: Vec<(MarkKey, Field)>,
    /// Where fields stayed as they were, because something else was written there since: once for each.
    pub skipped: Vec<MarkKey>,
    /// Whether the step deleted everything.
    pub deletes: bool,
}

/// The two directions of a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl History {
    /// Remembers a change; what had been taken back can no longer be redone. `None` if it makes no difference and is no step.
    pub fn push(&mut self, edits: Vec<Edit>) -> Option<StepId> {
        self.push_step(edits, false)
    }

    /// Remembers that everything was deleted: a step also where the ledger was empty, as something may be kept beside it.
    pub fn push_deletion(&mut self, edits: Vec<Edit>) -> Option<StepId> {
        self.push_step(edits, true)
    }

    fn push_step(&mut self, edits: Vec<Edit>, deletes: bool) -> Option<StepId> {
        let id = StepId(self.last.0 + 1);
        let step = Step { id, edits, deletes };
        if step.makes_no_difference() {
            self.pass_over(&step);
            return None;
        }
        self.last = id;
        self.typing = false;
        self.redo.clear();
        self.undo.push(step);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
        Some(id)
    }

    /// What the step left stands for what it found.
    fn pass_over(&mut self, step: &Step) {
        for edit in &step.edits {
            self.stands_for(edit, edit.before.first(), edit.after.first());
        }
    }

    /// Makes a change of `ledger` that is a keystroke, at `now`: with those before it in the same field it is one step, until
    /// [`Self::settle`], or until somebody else writes there.
    pub fn type_in(&mut self, ledger: &mut Ledger, change: Change, now: Moment) {
        let Some(edit) = ledger.set(change, now) else { return };
        let goes_on =
            |last: &Edit| (&last.key, last.field, last.after.first()) == (&edit.key, edit.field, edit.before.first());
        match self.undo.last_mut().map(|step| step.edits.as_mut_slice()) {
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
        for edit in self.undo.pop().into_iter().flat_map(|step| step.edits) {
            ledger.give_back(edit.key.clone(), edit.field, &edit.before, now);
            let there = ledger.versions(&edit.key, edit.field).first().cloned();
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

    /// Whether this step is there to be taken back.
    pub fn has(&self, id: StepId) -> bool {
        self.undo.iter().any(|step| step.id == id)
    }

    /// Takes the last step back, at `now`; `None` if there is none.
    pub fn undo(&mut self, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let step = self.undo.pop()?;
        Some(self.take(step, Way::Back, ledger, now))
    }

    /// Takes this step back, at `now`, and none of those after it; `None` if it is not there.
    pub fn undo_step(&mut self, id: StepId, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let place = self.undo.iter().position(|step| step.id == id)?;
        let step = self.undo.remove(place);
        for edit in &step.edits {
            // What was written over it stays, and when that is taken back, what stood before both is there again.
            let mut later = self.undo[place..].iter_mut().flat_map(|step| &mut step.edits);
            if let Some(over) = later.find(|other| is_same_place(other, edit))
                && over.before.first() == edit.after.first()
            {
                over.before.clone_from(&edit.before);
            }
        }
        while let Some(place) = self.undo.iter().position(Step::makes_no_difference) {
            let step = self.undo.remove(place);
            self.pass_over(&step);
        }
        Some(self.take(step, Way::Back, ledger, now))
    }

    /// Does the step again that was taken back last, at `now`; `None` if there is none.
    pub fn redo(&mut self, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let step = self.redo.pop()?;
        Some(self.take(step, Way::Again, ledger, now))
    }

    fn take(&mut self, step: Step, way: Way, ledger: &mut Ledger, now: Moment) -> Taken {
        self.typing = false;
        let Step { id, edits, deletes } = step;
        let mut taken = Taken { deletes, ..Taken::default() };
        let mut done = Vec::with_capacity(edits.len());
        for mut edit in edits {
            let (left, wanted) = match way {
                Way::Back => (&edit.after, &edit.before),
                Way::Again => (&edit.before, &edit.after),
            };
            if ledger.versions(&edit.key, edit.field).first() != left.first() {
                taken.skipped.push(edit.key);
                continue;
            }
            if ledger.give_back(edit.key.clone(), edit.field, wanted, now).is_some() {
                taken.changed.push((edit.key.clone(), edit.field));
            }
            let there = ledger.versions(&edit.key, edit.field).to_vec();
            self.stands_for(&edit, wanted.first(), there.first());
            match way {
                Way::Back => edit.before = there,
                Way::Again => edit.after = there,
            }
            done.push(edit);
        }
        if deletes || !done.is_empty() {
            let step = Step { id, edits: done, deletes };
            match way {
                Way::Back => self.redo.push(step),
                Way::Again => self.undo.push(step),
            }
        }
        taken
    }

    /// Other steps that left the field of `edit` with `once`, or found it so, find `now` in its place.
    fn stands_for(&mut self, edit: &Edit, once: Option<&Version>, now: Option<&Version>) {
        let steps = self.undo.iter_mut().chain(&mut self.redo);
        for other in steps.flat_map(|step| &mut step.edits).filter(|other| is_same_place(other, edit)) {
            for versions in [&mut other.before, &mut other.after] {
                if versions.first() == once {
                    let older = versions.iter().skip(1).cloned();
                    *versions = now.map_or_else(Vec::new, |now| std::iter::once(now.clone()).chain(older).collect());
                }
            }
        }
    }
}

fn is_same_place(one: &Edit, other: &Edit) -> bool {
    (&one.key, one.field) == (&other.key, other.field)
}
