//! The ledger (台賬): who marked what, and how two ledgers become one.
//!
//! Every mark keeps the moment of its last change, and un-ticking is a mark too. So two ledgers of the same plan
//! (two tabs, two files) merge cell by cell, the later change winning: in any order, any number of times, with the
//! same result. `tests/native/ledger.rs` proves it.

use super::party::Party;
use super::plan::MeasureId;
use std::collections::BTreeMap;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Moment = u64;

/// The latest moment taken from outside (the end of the year 9999). A broken clock or a hostile file beyond it is
/// clamped, so that there is always a later moment for the next change.
pub const LAST_MOMENT: Moment = 253_402_300_799_000;

/// One place in the ledger: what one party says of one measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// A party and a measure of the plan.
    Placed(Party, MeasureId),
    /// A party or a measure that this plan does not have. Kept and saved again as it came, never shown as progress.
    Unplaced {
        /// The party's key as it came.
        party: String,
        /// The measure's id as it came.
        measure: String,
    },
}

/// What one party says of one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whether it is ticked.
    pub done: bool,
    /// When it was last changed.
    pub at: Moment,
}

/// All marks of one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    marks: BTreeMap<Cell, Mark>,
    cleared: Moment,
}

/// One cell changed from one state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which cell.
    pub cell: Cell,
    /// Ticked before.
    pub before: bool,
    /// Ticked after.
    pub after: bool,
}

impl Ledger {
    /// A ledger of these marks. Marks not later than `cleared` are left out.
    pub fn new(marks: impl IntoIterator<Item = (Cell, Mark)>, cleared: Moment) -> Self {
        let mut ledger = Self { marks: BTreeMap::new(), cleared: cleared.min(LAST_MOMENT) };
        for (cell, mark) in marks {
            ledger.take(cell, Mark { done: mark.done, at: mark.at.min(LAST_MOMENT) });
        }
        ledger
    }

    /// Whether the party has ticked the measure.
    pub fn done(&self, party: Party, measure: MeasureId) -> bool {
        self.is_done(&Cell::Placed(party, measure))
    }

    /// Whether the cell is ticked.
    pub fn is_done(&self, cell: &Cell) -> bool {
        self.marks.get(cell).is_some_and(|mark| mark.done)
    }

    /// Every mark, in the order of parties and measures.
    pub fn marks(&self) -> impl Iterator<Item = (&Cell, Mark)> {
        self.marks.iter().map(|(cell, mark)| (cell, *mark))
    }

    /// When the ledger was last emptied; 0 if never.
    pub fn cleared(&self) -> Moment {
        self.cleared
    }

    /// How many ticks it holds, of all parties.
    pub fn ticks(&self) -> usize {
        self.marks.values().filter(|mark| mark.done).count()
    }

    /// When it was last changed; 0 if never.
    pub fn changed(&self) -> Moment {
        self.marks.values().map(|mark| mark.at).max().unwrap_or(0).max(self.cleared)
    }

    /// Changes one cell at `now`; the edit says what changed, `None` if nothing did.
    ///
    /// A clock that was set back must not make a new change look old: the change is stamped later than anything
    /// the ledger has seen.
    pub fn set(&mut self, cell: Cell, done: bool, now: Moment) -> Option<Edit> {
        let before = self.is_done(&cell);
        if before == done {
            return None;
        }
        let at = self.next_moment(now);
        self.marks.insert(cell.clone(), Mark { done, at });
        Some(Edit { cell, before, after: done })
    }

    /// Empties the ledger at `now`; the edits say what was lost. Merging with an older state does not bring it back.
    pub fn clear(&mut self, now: Moment) -> Vec<Edit> {
        let lost = self.difference(&Self::default());
        self.cleared = self.next_moment(now);
        self.marks.clear();
        lost
    }

    /// Makes the ticks those of `other`, as changes made at `now`; the edits say what changed.
    pub fn replace(&mut self, other: &Self, now: Moment) -> Vec<Edit> {
        let edits = self.difference(other);
        self.apply(edits.iter().map(|edit| (&edit.cell, edit.after)), now);
        edits
    }

    /// Sets several cells as one change made at `now`.
    pub fn apply<'a>(&mut self, changes: impl IntoIterator<Item = (&'a Cell, bool)>, now: Moment) {
        let at = self.next_moment(now);
        for (cell, done) in changes {
            self.marks.insert(cell.clone(), Mark { done, at });
        }
    }

    /// Takes over everything of `other` that is newer. Idempotent, commutative and associative.
    pub fn merge(&mut self, other: &Self) {
        if other.cleared > self.cleared {
            self.cleared = other.cleared;
            self.marks.retain(|_, mark| mark.at > other.cleared);
        }
        for (cell, mark) in &other.marks {
            self.take(cell.clone(), *mark);
        }
    }

    /// What would have to change for the ticks to be those of `other`.
    pub fn difference(&self, other: &Self) -> Vec<Edit> {
        let gone = self.marks.iter().filter(|(cell, mark)| mark.done && !other.is_done(cell));
        let new = other.marks.iter().filter(|(cell, mark)| mark.done && !self.is_done(cell));
        let edit = |cell: &Cell, after: bool| Edit { cell: cell.clone(), before: !after, after };
        gone.map(|(cell, _)| edit(cell, false)).chain(new.map(|(cell, _)| edit(cell, true))).collect()
    }

    fn take(&mut self, cell: Cell, mark: Mark) {
        if mark.at <= self.cleared && self.cleared > 0 {
            return;
        }
        let slot = self.marks.entry(cell).or_insert(mark);
        // The same moment twice: ticked wins, so that the order of merging does not matter.
        if (mark.at, mark.done) > (slot.at, slot.done) {
            *slot = mark;
        }
    }

    fn next_moment(&self, now: Moment) -> Moment {
        now.min(LAST_MOMENT).max(self.changed() + 1)
    }
}
