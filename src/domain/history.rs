//! Undo and redo. One step is one change a person made, however many fields it touched; typing into one field without a pause
//! is one step.
//!
//! Undoing a step takes back what that step did and nobody else's words. So a field is given back only where it still is as
//! the step left it: its newest version is the one that the step put there, or one that later steps, when undone, gave back
//! in its place. What somebody said meanwhile in another window or file stays, even if it says the same.
//!
//! Steps are undone from the last one on, or singly by their [`StepId`], which leaves the steps after it as they are.

use super::ledger::{Change, Edit, Ledger, MarkKey, Moment};
use super::mark::{Field, Version};

/// The most steps that are remembered; older ones are forgotten.
pub const STEPS: usize = 500;

/// The id of a step. It stays the same when the step is undone and redone; no two steps share one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepId(usize);

/// What a step did beside the ledger: who did it knows it by this number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside(pub u32);

impl Beside {
    /// Nothing.
    pub const NOTHING: Self = Self(0);
    /// It removed everything that is kept beside the ledger.
    pub const ALL: Self = Self(1);
}

/// One change a person made.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    id: StepId,
    edits: Vec<Edit>,
    beside: Beside,
}

impl Step {
    fn makes_no_difference(&self) -> bool {
        self.beside == Beside::NOTHING && self.edits.iter().all(Edit::makes_no_difference)
    }
}

/// The steps that can be undone, and those that can be redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// Whether the next keystroke may still belong to the last step.
    typing: bool,
    /// The id given last.
    last: StepId,
}

/// What undoing or redoing a step did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The fields that say something else now.
    pub changed: Vec<(MarkKey, Field)>,
    /// The keys of the marks with fields left as they are because something else was written there since: one for each field.
    pub skipped: Vec<MarkKey>,
    /// What the step did beside the ledger.
    pub beside: Beside,
}

/// The direction in which a step is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl History {
    /// Remembers a change and forgets the steps that could be redone. Returns `None`, and remembers nothing, if no edit makes
    /// a difference.
    pub fn push(&mut self, edits: Vec<Edit>) -> Option<StepId> {
        self.push_with(edits, Beside::NOTHING)
    }

    /// Remembers a change that did something beside the ledger, too. That is a step even if nothing in the ledger changed.
    pub fn push_with(&mut self, edits: Vec<Edit>, beside: Beside) -> Option<StepId> {
        let id = StepId(self.last.0 + 1);
        let step = Step { id, edits, beside };
        if step.makes_no_difference() {
            self.pass_over(self.undo.len(), &step);
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

    /// What a step left that is none, and would stand at this place among those that can be taken back, stands for what it found.
    fn pass_over(&mut self, place: usize, step: &Step) {
        for edit in &step.edits {
            self.stands_for(place, edit, edit.before.first(), edit.after.first());
        }
    }

    /// Applies a keystroke to `ledger` at `now`. Keystrokes in the same field are one step, until [`Self::settle`] or until
    /// somebody else writes there.
    pub fn type_in(&mut self, ledger: &mut Ledger, change: Change, now: Moment) {
        self.type_with(ledger, None, change, now);
    }

    /// The same for a keystroke that begins a step and brings another change along, as the first words on progress propose a status: both
    /// are taken back together.
    pub fn type_with(&mut self, ledger: &mut Ledger, along: Option<Change>, change: Change, now: Moment) {
        let along = along.and_then(|along| ledger.set(along, now));
        let Some(edit) = ledger.set(change, now) else {
            _ = self.push(along.into_iter().collect());
            return;
        };
        let goes_on =
            |last: &Edit| (&last.key, last.field, last.after.first()) == (&edit.key, edit.field, edit.before.first());
        match self.undo.last_mut().map(|step| step.edits.as_mut_slice()) {
            Some([.., last]) if along.is_none() && self.typing && goes_on(last) => {
                last.after = edit.after;
                if last.was() == last.says() {
                    self.end_where_it_began(ledger, now);
                }
            }
            _ => {
                self.push(along.into_iter().chain([edit]).collect());
                self.typing = true;
            }
        }
    }

    /// Drops the step of typing that ended with the value it began with, and gives that value back the moment at which it was
    /// said.
    fn end_where_it_began(&mut self, ledger: &mut Ledger, now: Moment) {
        self.typing = false;
        for edit in self.undo.pop().into_iter().flat_map(|step| step.edits) {
            ledger.give_back(edit.key.clone(), edit.field, &edit.before, now);
            let there = ledger.versions(&edit.key, edit.field).first().cloned();
            self.stands_for(self.undo.len(), &edit, edit.before.first(), there.as_ref());
        }
    }

    /// Ends the step of typing: the next keystroke begins another one.
    pub fn settle(&mut self) {
        self.typing = false;
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Whether this step can be undone.
    pub fn has(&self, id: StepId) -> bool {
        self.undo.iter().any(|step| step.id == id)
    }

    /// Whether this step is the last that was done.
    pub fn is_last(&self, id: StepId) -> bool {
        self.undo.last().is_some_and(|step| step.id == id)
    }

    /// Undoes the last step at `now`; `None` if there is none.
    pub fn undo(&mut self, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let step = self.undo.pop()?;
        Some(self.take(step, Way::Back, ledger, now))
    }

    /// Undoes this step at `now` and no other; `None` if it cannot be undone.
    pub fn undo_step(&mut self, id: StepId, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let place = self.undo.iter().position(|step| step.id == id)?;
        let mut step = self.undo.remove(place);
        let mut skipped = Vec::new();
        step.edits.retain(|edit| {
            // What was written over it stays, and when that is taken back, what stood before both is there again.
            let mut later = self.undo[place..].iter_mut().flat_map(|step| &mut step.edits);
            let Some(over) = later.find(|other| is_same_place(other, edit)) else { return true };
            if over.before.first() == edit.after.first() {
                over.before.clone_from(&edit.before);
            }
            skipped.push(edit.key.clone());
            false
        });
        while let Some(place) = self.undo.iter().position(Step::makes_no_difference) {
            let step = self.undo.remove(place);
            self.pass_over(place, &step);
        }
        let mut taken = self.take(step, Way::Back, ledger, now);
        taken.skipped.append(&mut skipped);
        Some(taken)
    }

    /// Redoes the step undone last, at `now`; `None` if there is none.
    pub fn redo(&mut self, ledger: &mut Ledger, now: Moment) -> Option<Taken> {
        let step = self.redo.pop()?;
        Some(self.take(step, Way::Again, ledger, now))
    }

    fn take(&mut self, step: Step, way: Way, ledger: &mut Ledger, now: Moment) -> Taken {
        self.typing = false;
        let Step { id, edits, beside } = step;
        let mut taken = Taken { beside, ..Taken::default() };
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
            self.stands_for(self.undo.len(), &edit, wanted.first(), there.first());
            match way {
                Way::Back => edit.before = there,
                Way::Again => edit.after = there,
            }
            done.push(edit);
        }
        let step = Step { id, edits: done, beside };
        if !step.makes_no_difference() {
            match way {
                Way::Back => self.redo.push(step),
                Way::Again => self.undo.push(step),
            }
        }
        taken
    }

    /// The step before this place that left the field of `edit` with `once` left it with `now`; and where the place is the present,
    /// the step to be done again that found it so finds `now`. Only the nearest: two deletions leave the same nothing.
    fn stands_for(&mut self, place: usize, edit: &Edit, once: Option<&Version>, now: Option<&Version>) {
        let is_present = place == self.undo.len();
        let before = self.undo.iter_mut().take(place).rev().flat_map(|step| &mut step.edits);
        let before = before.filter(|other| is_same_place(other, edit)).map(|other| &mut other.after).next();
        let behind = self.redo.iter_mut().rev().flat_map(|step| &mut step.edits).filter(|_| is_present);
        let behind = behind.filter(|other| is_same_place(other, edit)).map(|other| &mut other.before).next();
        for versions in before.into_iter().chain(behind).filter(|versions| versions.first() == once) {
            let older = versions.iter().skip(1).cloned();
            *versions = now.map_or_else(Vec::new, |now| std::iter::once(now.clone()).chain(older).collect());
        }
    }
}

fn is_same_place(one: &Edit, other: &Edit) -> bool {
    (&one.key, one.field) == (&other.key, other.field)
}
