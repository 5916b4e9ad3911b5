//! The ledger (台賬): who marked what, and how two ledgers become one.
//!
//! Every mark keeps the moment of its last change, and un-ticking is a mark too. So two ledgers of the same plan
//! (two tabs, two files) merge cell by cell, the later change winning: in any order, any number of times, with the
//! same result. `tests/native/ledger.rs` proves it.

use super::party::Party;
use super::plan::MeasureId;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Moment = u64;

/// The latest moment a clock can say (the end of the year 9999); one that says more is clamped. From there on changes
/// are only counted, so that there is always a later moment for the next one.
pub const LAST_MOMENT: Moment = 253_402_300_799_000;

/// More changes than anybody makes after [`LAST_MOMENT`].
const COUNTED: Moment = 1 << 40;

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
    /// In the order of the cells, each once.
    marks: Vec<(Cell, Mark)>,
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
    /// A ledger of these marks. Marks not later than `cleared` are left out; moments that this program cannot have
    /// written are clamped to [`LAST_MOMENT`].
    pub fn new(marks: impl IntoIterator<Item = (Cell, Mark)>, cleared: Moment) -> Self {
        let clamp = |at| if at > LAST_MOMENT + COUNTED { LAST_MOMENT } else { at };
        let mark = |(cell, Mark { done, at })| (cell, Mark { done, at: clamp(at) });
        Self::of(marks.into_iter().map(mark).collect(), clamp(cleared))
    }

    fn of(mut marks: Vec<(Cell, Mark)>, cleared: Moment) -> Self {
        marks.retain(|(_, mark)| mark.at > cleared || cleared == 0);
        Self { marks: in_order(marks), cleared }
    }

    /// The same marks in other cells.
    #[must_use]
    pub fn moved(&self, to: impl Fn(&Cell) -> Cell) -> Self {
        Self::of(self.marks.iter().map(|(cell, mark)| (to(cell), *mark)).collect(), self.cleared)
    }

    /// Whether the party has ticked the measure.
    pub fn done(&self, party: Party, measure: MeasureId) -> bool {
        self.is_done(&Cell::Placed(party, measure))
    }

    /// Whether the cell is ticked.
    pub fn is_done(&self, cell: &Cell) -> bool {
        self.find(cell).is_ok_and(|i| self.marks[i].1.done)
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
        self.marks.iter().filter(|(_, mark)| mark.done).count()
    }

    /// When it was last changed; 0 if never.
    pub fn changed(&self) -> Moment {
        self.marks.iter().map(|(_, mark)| mark.at).max().unwrap_or(0).max(self.cleared)
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
        self.put(&cell, Mark { done, at });
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
            self.put(cell, Mark { done, at });
        }
    }

    /// Takes over everything of `other` that is newer. Idempotent, commutative and associative.
    pub fn merge(&mut self, other: &Self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.extend_from_slice(&other.marks);
        *self = Self::of(marks, self.cleared.max(other.cleared));
    }

    /// What would have to change for the ticks to be those of `other`.
    pub fn difference(&self, other: &Self) -> Vec<Edit> {
        let gone = self.marks.iter().filter(|(cell, mark)| mark.done && !other.is_done(cell));
        let new = other.marks.iter().filter(|(cell, mark)| mark.done && !self.is_done(cell));
        let edit = |cell: &Cell, after: bool| Edit { cell: cell.clone(), before: !after, after };
        gone.map(|(cell, _)| edit(cell, false)).chain(new.map(|(cell, _)| edit(cell, true))).collect()
    }

    /// Where the cell is, or would be.
    fn find(&self, cell: &Cell) -> Result<usize, usize> {
        self.marks.binary_search_by(|(other, _)| other.cmp(cell))
    }

    fn put(&mut self, cell: &Cell, mark: Mark) {
        match self.find(cell) {
            Ok(i) => self.marks[i].1 = mark,
            Err(i) => self.marks.insert(i, (cell.clone(), mark)),
        }
    }

    fn next_moment(&self, now: Moment) -> Moment {
        now.min(LAST_MOMENT).max(self.changed() + 1)
    }
}

/// The marks in the order of their cells; of those of one cell the latest. The same moment twice: ticked wins, so that
/// the order of merging does not matter.
fn in_order(mut marks: Vec<(Cell, Mark)>) -> Vec<(Cell, Mark)> {
    if marks.len() < 2 {
        return marks;
    }
    let mut right = in_order(marks.split_off(marks.len() / 2)).into_iter().peekable();
    let mut left = in_order(marks).into_iter().peekable();
    let mut all = Vec::with_capacity(left.len() + right.len());
    while let (Some((one, mine)), Some((other, theirs))) = (left.peek(), right.peek()) {
        let order = one.cmp(other);
        let later = (mine.at, mine.done) > (theirs.at, theirs.done);
        if order.is_lt() || order.is_eq() && later {
            all.extend(left.next());
        } else {
            all.extend(right.next());
        }
        if order.is_eq() {
            drop(if later { right.next() } else { left.next() });
        }
    }
    all.extend(left);
    all.extend(right);
    all
}
