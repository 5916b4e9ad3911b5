//! Undo and redo: one step per change a person made, however many cells it touched.

use super::ledger::{Cell, Edit};

/// Steps beyond this many are forgotten, oldest first.
pub const STEPS: usize = 500;

/// What each cell of a step is to become.
pub type Changes = Vec<(Cell, bool)>;

/// The changes that can be taken back, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Vec<Edit>>,
    redo: Vec<Vec<Edit>>,
}

impl History {
    /// Remembers a change; what had been taken back can no longer be redone.
    pub fn push(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        self.redo.clear();
        self.undo.push(edits);
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last step back: what each cell is to become.
    pub fn undo(&mut self) -> Option<Changes> {
        let step = self.undo.pop()?;
        let changes = step.iter().map(|edit| (edit.cell.clone(), edit.before)).collect();
        self.redo.push(step);
        Some(changes)
    }

    /// Does the step again that was taken back last: what each cell is to become.
    pub fn redo(&mut self) -> Option<Changes> {
        let step = self.redo.pop()?;
        let changes = step.iter().map(|edit| (edit.cell.clone(), edit.after)).collect();
        self.undo.push(step);
        Some(changes)
    }
}
