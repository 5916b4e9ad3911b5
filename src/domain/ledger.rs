//! The ledger (台賬): all marks and sign-offs of one plan, and how two ledgers become one.
//!
//! Everything said keeps when it was said, and taking a thing back is a change too. So two ledgers of the same plan (two windows,
//! two files) merge field by field, the change that comes later in the order of [`Stamp`]s winning: in any order, any number of
//! times, with the same result. `tests/native/ledger.rs` proves it.
//!
//! A sign-off is the status [`Status::Done`] of the coordinator's own mark: it stands beside the reports of the units
//! and never overwrites them, nor they it.

use super::mark::{Field, Mark, Status, Version};
use super::party::Party;
use super::plan::MeasureId;
use super::version::{Stamp, is_believable};
use std::cmp::Ordering;

pub use super::version::{LAST_MOMENT, Moment};

/// One place in the ledger: what one party says of one measure. In the order of the measures' ids, so that all that is
/// said of one measure lies together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MarkKey {
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

impl Ord for MarkKey {
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

impl PartialOrd for MarkKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// All marks of one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// In the order of the keys, each once.
    marks: Vec<(MarkKey, Mark)>,
    cleared: Stamp,
}

/// One field of one key, and what it is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which key.
    pub key: MarkKey,
    /// Which field of it.
    pub field: Field,
    /// What it is to say; empty to say nothing.
    pub value: String,
}

/// A change of one field: its versions before and after, newest first; none where nothing was ever said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which key.
    pub key: MarkKey,
    /// Which field of it.
    pub field: Field,
    /// What was known of it.
    pub before: Vec<Version>,
    /// What is known of it since.
    pub after: Vec<Version>,
}

impl Edit {
    /// What the field said before; empty if nothing.
    pub fn was(&self) -> &str {
        said_by(&self.before)
    }

    /// What the field says since; empty if nothing.
    pub fn says(&self) -> &str {
        said_by(&self.after)
    }

    /// Whether it makes no difference to anybody: the same is said, as of the same moment, or nothing.
    pub fn makes_no_difference(&self) -> bool {
        said_and_when(&self.before) == said_and_when(&self.after)
    }
}

/// What versions say, of which the first is the newest.
fn said_by(versions: &[Version]) -> &str {
    versions.first().map_or("", |version| &version.value)
}

/// What they say, and when that was said; `None` if nothing.
fn said_and_when(versions: &[Version]) -> Option<(&str, Moment)> {
    let newest = versions.first().filter(|newest| !newest.value.is_empty());
    newest.map(|newest| (newest.value.as_str(), newest.said))
}

impl Ledger {
    /// A ledger of these versions. What does not come after `cleared` is left out; moments that this program cannot have
    /// written are clamped to [`LAST_MOMENT`].
    pub fn new(versions: impl IntoIterator<Item = (MarkKey, Field, Version)>, cleared: Stamp) -> Self {
        let mark = |(key, field, version): (MarkKey, Field, Version)| (key, Mark::of(field, version.clamped()));
        Self::of(versions.into_iter().map(mark).collect(), cleared.clamped())
    }

    fn of(mut marks: Vec<(MarkKey, Mark)>, cleared: Stamp) -> Self {
        if cleared > Stamp::default() {
            for (_, mark) in &mut marks {
                mark.forget(cleared);
            }
            marks.retain(|(_, mark)| !mark.fields().is_empty());
        }
        Self { marks: in_order(marks), cleared }
    }

    /// The same marks in other keys.
    #[must_use]
    pub fn moved(&self, to: impl Fn(&MarkKey) -> MarkKey) -> Self {
        Self::of(self.marks.iter().map(|(key, mark)| (to(key), mark.clone())).collect(), self.cleared)
    }

    /// What a party says of a measure, if anything was ever said.
    pub fn mark(&self, party: Party, measure: MeasureId) -> Option<&Mark> {
        self.mark_in(&MarkKey::Placed(party, measure))
    }

    /// What is said in a key, if anything ever was.
    pub fn mark_in(&self, key: &MarkKey) -> Option<&Mark> {
        self.find(key).ok().map(|i| &self.marks[i].1)
    }

    /// The versions of a field of a key, newest first; none if nothing was ever said in it.
    pub fn versions(&self, key: &MarkKey, field: Field) -> &[Version] {
        self.mark_in(key).map_or(&[], |mark| mark.versions(field))
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
    pub fn said_of(&self, measure: MeasureId) -> &[(MarkKey, Mark)] {
        let from = self.find(&MarkKey::Placed(Party::Coordinator, measure)).unwrap_or_else(|i| i);
        let rest = &self.marks[from..];
        let of_it = |(key, _): &(MarkKey, Mark)| matches!(key, MarkKey::Placed(_, id) if *id == measure);
        &rest[..rest.iter().take_while(|mark| of_it(mark)).count()]
    }

    /// Every mark, in the order of ids and parties.
    pub fn marks(&self) -> &[(MarkKey, Mark)] {
        &self.marks
    }

    /// The place of its last emptying in the order of changes; the first of all if it never was.
    pub fn cleared(&self) -> Stamp {
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

    /// Every version that it knows.
    pub fn all_versions(&self) -> impl Iterator<Item = &Version> {
        self.marks.iter().flat_map(|(_, mark)| mark.fields()).flat_map(|(_, versions)| versions)
    }

    /// When something was last entered into it, of what can be a date at `now`; `None` if nothing was.
    pub fn entered(&self, now: Moment) -> Option<Moment> {
        let cleared = Some(self.cleared.at).filter(|at| *at > 0);
        self.entries().chain(cleared).filter(|at| is_believable(*at, now)).max()
    }

    /// When something was first entered after a moment, of what can be a date at `now`.
    pub fn first_after(&self, moment: Moment, now: Moment) -> Option<Moment> {
        self.entries().filter(|at| *at > moment && is_believable(*at, now)).min()
    }

    /// When each version was entered.
    fn entries(&self) -> impl Iterator<Item = Moment> {
        self.all_versions().map(|version| version.entered)
    }

    /// How many versions say of themselves, at `now`, that they are of a day to come.
    pub fn of_days_to_come(&self, now: Moment) -> usize {
        let is_to_come =
            |version: &&Version| !(is_believable(version.said, now) && is_believable(version.entered, now));
        self.all_versions().filter(is_to_come).count()
    }

    /// Changes one field at `now`; the edit says what changed, `None` if nothing did.
    pub fn set(&mut self, to: Change, now: Moment) -> Option<Edit> {
        let Change { key, field, value } = to;
        let before = self.versions(&key, field);
        if said_by(before) == value {
            return None;
        }
        let version = Version { stamp: self.stamp_after(before, now), ..Version::at(now.min(LAST_MOMENT), value) };
        Some(self.put(key, field, vec![version]))
    }

    /// Gives a field back what it said once, at `now`: with when that was said, and what was known before it. The edit says what
    /// changed, `None` if nothing did.
    pub fn give_back(&mut self, key: MarkKey, field: Field, once: &[Version], now: Moment) -> Option<Edit> {
        let there = self.versions(&key, field);
        let Some((newest, older)) = once.split_first() else {
            return self.set(Change { key, field, value: String::new() }, now);
        };
        if there.first().is_some_and(|there| (&there.value, there.said) == (&newest.value, newest.said)) {
            return None;
        }
        let now = now.min(LAST_MOMENT);
        // What was emptied meanwhile would stay away: it comes after the emptying now, in the order it had.
        let mut last = Some(self.cleared).filter(|cleared| self.has_forgotten(*cleared));
        let mut versions: Vec<Version> = Vec::with_capacity(once.len());
        for version in older.iter().rev() {
            let stamp = if Some(version.stamp) > last { version.stamp } else { Stamp::after(version.stamp.at, last) };
            last = Some(stamp);
            versions.insert(0, Version { stamp, ..version.clone() });
        }
        let stamp =
            Stamp::after(now, there.first().map(|version| version.stamp).into_iter().chain(last).chain([newest.stamp]));
        versions.insert(0, Version { stamp, entered: now, ..newest.clone() });
        Some(self.put(key, field, versions))
    }

    /// Empties the ledger at `now`; the edits say what was lost. Merging with an older state does not bring it back.
    pub fn clear(&mut self, now: Moment) -> Vec<Edit> {
        let lost = self.marks.iter().flat_map(|(key, mark)| {
            let lost = |(field, versions): &(Field, Vec<Version>)| Edit {
                key: key.clone(),
                field: *field,
                before: versions.clone(),
                after: Vec::new(),
            };
            mark.fields().iter().map(lost)
        });
        let lost = lost.collect();
        self.cleared = Stamp::after(now, self.all_versions().map(|version| version.stamp).chain([self.cleared]));
        self.marks.clear();
        lost
    }

    /// Makes it say what `other` says, at `now`, with when that was said and what is known from before; the edits say what
    /// changed.
    pub fn replace(&mut self, other: &Self, now: Moment) -> Vec<Edit> {
        let mut edits = self.difference(other);
        edits.retain_mut(|edit| {
            let given = self.give_back(edit.key.clone(), edit.field, &edit.after, now);
            given.map(|given| *edit = given).is_some()
        });
        // What `other` knows from before goes along; what is said now stays what it is.
        for (key, mark) in &other.marks {
            for (field, theirs) in mark.fields() {
                let mine = self.versions(key, *field);
                let says_the_same = said_and_when(mine) == said_and_when(theirs);
                let is_older = |version: &Version| mine.first().is_some_and(|newest| version < newest);
                let goes_along =
                    |version: &&Version| !self.has_forgotten(version.stamp) && (says_the_same || is_older(version));
                let theirs: Vec<Version> = theirs.iter().filter(goes_along).cloned().collect();
                if !theirs.is_empty() {
                    let edit = self.put(key.clone(), *field, theirs);
                    edits.extend(Some(edit).filter(|edit| edit.before.first() != edit.after.first()));
                }
            }
        }
        edits
    }

    /// Takes over everything of `other` that comes later. Idempotent, commutative and associative.
    pub fn merge(&mut self, other: &Self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.extend_from_slice(&other.marks);
        *self = Self::of(marks, self.cleared.max(other.cleared));
    }

    /// What would have to change for it to say what `other` says, as of when `other` says it.
    pub fn difference(&self, other: &Self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut compare = |key: &MarkKey, field: Field, mine: &[Version], theirs: &[Version]| {
            if said_and_when(mine) != said_and_when(theirs) {
                edits.push(Edit { key: key.clone(), field, before: mine.to_vec(), after: theirs.to_vec() });
            }
        };
        for (key, mark) in &self.marks {
            for (field, mine) in mark.fields() {
                compare(key, *field, mine, other.versions(key, *field));
            }
        }
        for (key, mark) in &other.marks {
            let mine = self.mark_in(key).map_or(&[][..], Mark::fields);
            let new = mark.fields().iter().filter(|(field, _)| mine.iter().all(|(known, _)| known != field));
            for (field, theirs) in new {
                compare(key, *field, &[], theirs);
            }
        }
        edits
    }

    /// Where the key is, or would be.
    fn find(&self, key: &MarkKey) -> Result<usize, usize> {
        self.marks.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// Puts versions of a field in, newest first; the edit says what that changed.
    fn put(&mut self, key: MarkKey, field: Field, versions: Vec<Version>) -> Edit {
        let i = self.find(&key).unwrap_or_else(|i| {
            self.marks.insert(i, (key.clone(), Mark::default()));
            i
        });
        let mark = &mut self.marks[i].1;
        let before = mark.versions(field).to_vec();
        mark.add(field, versions);
        Edit { after: mark.versions(field).to_vec(), key, field, before }
    }

    /// Whether what has this stamp was emptied.
    fn has_forgotten(&self, stamp: Stamp) -> bool {
        self.cleared > Stamp::default() && stamp <= self.cleared
    }

    /// The stamp of a change made at `now` that takes the place of these versions.
    fn stamp_after(&self, versions: &[Version], now: Moment) -> Stamp {
        Stamp::after(now, versions.first().map(|version| version.stamp).into_iter().chain([self.cleared]))
    }
}

/// The marks in the order of their keys; those of one key as one.
fn in_order(mut marks: Vec<(MarkKey, Mark)>) -> Vec<(MarkKey, Mark)> {
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
                if let (Some((key, mut mark)), Some((_, theirs))) = (left.next(), right.next()) {
                    mark.merge(theirs);
                    all.push((key, mark));
                }
            }
        }
    }
    all.extend(left);
    all.extend(right);
    all
}
