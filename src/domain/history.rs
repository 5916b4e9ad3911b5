//! Undo and redo: one step per change a person made, however many fields it touched; what is typed into one field in
//! one go is one change.

use super::ledger::{Change, Edit};

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

impl History {
    /// Remembers a change; what had been taken back can no longer be redone.
    pub fn push(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        self.typing = false;
        self.redo.clear();
        self.undo.push(edits);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
    }

    /// Remembers a keystroke: with those before it in the same field it is one change, until [`Self::settle`].
    pub fn push_typed(&mut self, edit: Edit) {
        if let (true, Some([last])) = (self.typing, self.undo.last_mut().map(Vec::as_mut_slice))
            && (&last.to.cell, last.to.field) == (&edit.to.cell, edit.to.field)
        {
            last.to = edit.to;
            if last.before == last.to.value {
                self.undo.pop();
                self.typing = false;
            }
            return;
        }
        self.push(vec![edit]);
        self.typing = true;
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

    /// Takes the last step back: what each field is to say.
    pub fn undo(&mut self) -> Option<Vec<Change>> {
        self.typing = false;
        let step = self.undo.pop()?;
        let back = |edit: &Edit| Change { value: edit.before.clone(), ..edit.to.clone() };
        let changes = step.iter().map(back).collect();
        self.redo.push(step);
        Some(changes)
    }

    /// Does the step again that was taken back last: what each field is to say.
    pub fn redo(&mut self) -> Option<Vec<Change>> {
        let step = self.redo.pop()?;
        let changes = step.iter().map(|edit| edit.to.clone()).collect();
        self.undo.push(step);
        Some(changes)
    }
}
