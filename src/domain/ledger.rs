//! The ledger (台賬): all marks and sign-offs of one plan, and how two ledgers become one.
//!
//! Everything said keeps the moment it was said, and taking a thing back is a change too. So two ledgers of the same
//! plan (two tabs, two files) merge field by field, the later change winning: in any order, any number of times, with
//! the same result. `tests/native/ledger.rs` proves it.
//!
//! A sign-off is the status [`Status::Done`] of the coordinator's own mark: it stands beside the reports of the units
//! and never overwrites them, nor they it.

use super::mark::{Field, Mark, Status, Version};
use super::party::Party;
use super::plan::MeasureId;
use std::cmp::Ordering;

pub use super::mark::Moment;

/// The latest moment a clock can say (the end of the year 9999); one that says more is clamped. From there on changes
/// are only counted, so that there is always a later moment for the next one.
pub const LAST_MOMENT: Moment = 253_402_300_799_000;

/// More changes than anybody makes after [`LAST_MOMENT`].
const COUNTED: Moment = 1 << 40;

/// One place in the ledger: what one party says of one measure. In the order of the measures, so that all that is said
/// of one measure lies together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Placed(party, measure), Self::Placed(party2, measure2)) => {
                measure.cmp(measure2).then_with(|| party.cmp(party2))
            }
            (Self::Unplaced { party, measure }, Self::Unplaced { party: party2, measure: measure2 }) => {
                party.cmp(party2).then_with(|| measure.cmp(measure2))
            }
            (Self::Placed(..), _) => Ordering::Less,
            (_, Self::Placed(..)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// All marks of one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// In the order of the cells, each once.
    marks: Vec<(Cell, Mark)>,
    cleared: Moment,
}

/// One field of one cell, and what it is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which cell.
    pub cell: Cell,
    /// Which field of it.
    pub field: Field,
    /// What it is to say; empty to say nothing.
    pub value: String,
}

/// A change that was made, and what the field said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What was changed, to what.
    pub to: Change,
    /// What it said before.
    pub before: String,
}

impl Ledger {
    /// A ledger of these versions. What is not later than `cleared` is left out; moments that this program cannot have
    /// written are clamped to [`LAST_MOMENT`].
    pub fn new(versions: impl IntoIterator<Item = (Cell, Field, Version)>, cleared: Moment) -> Self {
        let clamp = |at| if at > LAST_MOMENT + COUNTED { LAST_MOMENT } else { at };
        let mark = |(cell, field, Version { at, value })| (cell, Mark::of(field, Version { at: clamp(at), value }));
        Self::of(versions.into_iter().map(mark).collect(), clamp(cleared))
    }

    fn of(mut marks: Vec<(Cell, Mark)>, cleared: Moment) -> Self {
        if cleared > 0 {
            for (_, mark) in &mut marks {
                mark.forget(cleared);
            }
            marks.retain(|(_, mark)| !mark.fields().is_empty());
        }
        Self { marks: in_order(marks), cleared }
    }

    /// The same marks in other cells.
    #[must_use]
    pub fn moved(&self, to: impl Fn(&Cell) -> Cell) -> Self {
        Self::of(self.marks.iter().map(|(cell, mark)| (to(cell), mark.clone())).collect(), self.cleared)
    }

    /// What a party says of a measure, if anything was ever said.
    pub fn mark(&self, party: Party, measure: MeasureId) -> Option<&Mark> {
        self.mark_in(&Cell::Placed(party, measure))
    }

    /// What is said in a cell, if anything ever was.
    pub fn mark_in(&self, cell: &Cell) -> Option<&Mark> {
        self.find(cell).ok().map(|i| &self.marks[i].1)
    }

    /// What a party says in a field of a measure; empty if nothing.
    pub fn value(&self, party: Party, measure: MeasureId, field: Field) -> &str {
        self.mark(party, measure).map_or("", |mark| mark.value(field))
    }

    /// How far a party says a measure is.
    pub fn status(&self, party: Party, measure: MeasureId) -> Option<Status> {
        self.mark(party, measure).and_then(Mark::status)
    }

    /// Whether the party has ticked the measure: it says that it is done, or, the coordinator, has signed it off.
    pub fn done(&self, party: Party, measure: MeasureId) -> bool {
        self.status(party, measure) == Some(Status::Done)
    }

    /// All that is said of a measure, in the order of the parties.
    pub fn said_of(&self, measure: MeasureId) -> &[(Cell, Mark)] {
        let from = self.find(&Cell::Placed(Party::Coordinator, measure)).unwrap_or_else(|i| i);
        let rest = &self.marks[from..];
        let of_it = |(cell, _): &(Cell, Mark)| matches!(cell, Cell::Placed(_, id) if *id == measure);
        &rest[..rest.iter().take_while(|mark| of_it(mark)).count()]
    }

    /// Every mark, in the order of measures and parties.
    pub fn marks(&self) -> &[(Cell, Mark)] {
        &self.marks
    }

    /// When the ledger was last emptied; 0 if never.
    pub fn cleared(&self) -> Moment {
        self.cleared
    }

    /// How many measures are reported on or signed off, each counted once for every party that says something.
    pub fn reports(&self) -> usize {
        self.marks.iter().filter(|(_, mark)| !mark.is_empty()).count()
    }

    /// How many of these are ticks: reported as done, or signed off.
    pub fn ticks(&self) -> usize {
        self.marks.iter().filter(|(_, mark)| mark.status() == Some(Status::Done)).count()
    }

    /// When it was last changed; 0 if never.
    pub fn changed(&self) -> Moment {
        self.marks.iter().map(|(_, mark)| mark.changed()).max().unwrap_or(0).max(self.cleared)
    }

    /// The first change after a moment, if there was one since.
    pub fn first_after(&self, moment: Moment) -> Option<Moment> {
        let fields = self.marks.iter().flat_map(|(_, mark)| mark.fields());
        let moments = fields.flat_map(|(_, versions)| versions.iter().map(|version| version.at));
        moments.filter(|at| *at > moment).min()
    }

    /// Changes one field at `now`; the edit says what changed, `None` if nothing did.
    ///
    /// A clock that was set back must not make a new change look old: the change is stamped later than anything
    /// the ledger has seen.
    pub fn set(&mut self, to: Change, now: Moment) -> Option<Edit> {
        let before = self.mark_in(&to.cell).map_or("", |mark| mark.value(to.field));
        if before == to.value {
            return None;
        }
        let before = before.to_owned();
        let at = self.next_moment(now);
        self.put(&to, at);
        Some(Edit { to, before })
    }

    /// Empties the ledger at `now`; the edits say what was lost. Merging with an older state does not bring it back.
    pub fn clear(&mut self, now: Moment) -> Vec<Edit> {
        let lost = self.difference(&Self::default());
        self.cleared = self.next_moment(now);
        self.marks.clear();
        lost
    }

    /// Makes it say what `other` says, as changes made at `now`; the edits say what changed.
    pub fn replace(&mut self, other: &Self, now: Moment) -> Vec<Edit> {
        let edits = self.difference(other);
        self.apply(edits.iter().map(|edit| &edit.to), now);
        edits
    }

    /// Makes several changes as one, at `now`.
    pub fn apply<'a>(&mut self, changes: impl IntoIterator<Item = &'a Change>, now: Moment) {
        let at = self.next_moment(now);
        for change in changes {
            self.put(change, at);
        }
    }

    /// Takes over everything of `other` that is newer. Idempotent, commutative and associative.
    pub fn merge(&mut self, other: &Self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.extend_from_slice(&other.marks);
        *self = Self::of(marks, self.cleared.max(other.cleared));
    }

    /// What would have to change for it to say what `other` says.
    pub fn difference(&self, other: &Self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut compare = |cell: &Cell, field: Field, mine: &str, theirs: &str| {
            if mine != theirs {
                let to = Change { cell: cell.clone(), field, value: theirs.to_owned() };
                edits.push(Edit { to, before: mine.to_owned() });
            }
        };
        for (cell, mark) in &self.marks {
            let theirs = other.mark_in(cell);
            for (field, _) in mark.fields() {
                compare(cell, *field, mark.value(*field), theirs.map_or("", |mark| mark.value(*field)));
            }
        }
        for (cell, mark) in &other.marks {
            let mine = self.mark_in(cell).map_or(&[][..], Mark::fields);
            let new = mark.fields().iter().filter(|(field, _)| mine.iter().all(|(known, _)| known != field));
            for (field, _) in new {
                compare(cell, *field, "", mark.value(*field));
            }
        }
        edits
    }

    /// Where the cell is, or would be.
    fn find(&self, cell: &Cell) -> Result<usize, usize> {
        self.marks.binary_search_by(|(other, _)| other.cmp(cell))
    }

    fn put(&mut self, change: &Change, at: Moment) {
        let mark = Mark::of(change.field, Version { at, value: change.value.clone() });
        match self.find(&change.cell) {
            Ok(i) => self.marks[i].1.merge(mark),
            Err(i) => self.marks.insert(i, (change.cell.clone(), mark)),
        }
    }

    fn next_moment(&self, now: Moment) -> Moment {
        now.min(LAST_MOMENT).max(self.changed() + 1)
    }
}

/// The marks in the order of their cells; those of one cell as one.
fn in_order(mut marks: Vec<(Cell, Mark)>) -> Vec<(Cell, Mark)> {
    if marks.windows(2).all(|pair| pair[0].0 < pair[1].0) {
        return marks;
    }
    let mut right = in_order(marks.split_off(marks.len() / 2)).into_iter().peekable();
    let mut left = in_order(marks).into_iter().peekable();
    let mut all = Vec::with_capacity(left.len() + right.len());
    while let (Some((one, _)), Some((other, _))) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            Ordering::Less => all.extend(left.next()),
            Ordering::Greater => all.extend(right.next()),
            Ordering::Equal => {
                if let (Some((cell, mut mark)), Some((_, theirs))) = (left.next(), right.next()) {
                    mark.merge(theirs);
                    all.push((cell, mark));
                }
            }
        }
    }
    all.extend(left);
    all.extend(right);
    all
}
