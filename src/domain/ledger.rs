//! The ledger (台賬): all marks and sign-offs of one plan, and how two ledgers become one.
//!
//! Every value keeps the moment at which it was said, and taking a value back is a change too. So two ledgers of the same
//! plan, from two windows or two files, merge field by field: the change that comes later in the order of [`Stamp`]s wins, in
//! any order and any number of times with the same result. `tests/native/ledger.rs` checks this.
//!
//! A sign-off is the status [`Status::Done`] in the coordinator's own mark: it stands beside the reports of the units, and
//! neither overwrites the other.

use super::mark::{Field, Mark, Status, Version};
use super::party::Party;
use super::plan::MeasureId;
use super::version::{Stamp, is_believable};
use std::cmp::Ordering;

pub use super::version::{LAST_MOMENT, Moment};

/// The key of a mark: which party says it of which measure. Keys are ordered by the measures' ids, so that all marks of one
/// measure lie together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MarkKey {
    /// A party and a measure of the plan.
    Placed(Party, MeasureId),
    /// A party or a measure that this plan does not have. Its mark is kept and saved again as it came, and never shown as
    /// progress. A round of the coordinator's is such a place, too ([`super::rounds`]).
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
    /// In the order of their keys, each once.
    marks: Vec<(MarkKey, Mark)>,
    cleared: Stamp,
}

/// What one field of one mark is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key of the mark.
    pub key: MarkKey,
    /// The field of the mark.
    pub field: Field,
    /// The new value; empty to say nothing any more.
    pub value: String,
}

/// What a change did to one field: its versions before and after, newest first; empty where nothing was ever said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The key of the mark.
    pub key: MarkKey,
    /// The field of the mark.
    pub field: Field,
    /// The versions before the change.
    pub before: Vec<Version>,
    /// The versions after the change.
    pub after: Vec<Version>,
}

impl Edit {
    /// The value before the change; empty if there was none.
    pub fn was(&self) -> &str {
        said_by(&self.before)
    }

    /// The value after the change; empty if there is none.
    pub fn says(&self) -> &str {
        said_by(&self.after)
    }

    /// Whether the field says the same as before, as of the same moment, or nothing both times.
    pub fn makes_no_difference(&self) -> bool {
        said_and_when(&self.before) == said_and_when(&self.after)
    }
}

/// The newest of these values; empty if there is none.
fn said_by(versions: &[Version]) -> &str {
    versions.first().map_or("", |version| &version.value)
}

/// The newest value and when it was said; `None` if the field says nothing.
fn said_and_when(versions: &[Version]) -> Option<(&str, Moment)> {
    let newest = versions.first().filter(|newest| !newest.value.is_empty());
    newest.map(|newest| (newest.value.as_str(), newest.said))
}

impl Ledger {
    /// A ledger of these versions. Versions up to and including `cleared` are left out; moments that this program cannot have
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

    /// The same marks under the keys that `to` gives them. Marks that get the same key are merged.
    #[must_use]
    pub fn moved(&self, to: impl Fn(&MarkKey) -> MarkKey) -> Self {
        Self::of(self.marks.iter().map(|(key, mark)| (to(key), mark.clone())).collect(), self.cleared)
    }

    /// The mark of a party on a measure; `None` if nothing was ever said.
    pub fn mark(&self, party: Party, measure: MeasureId) -> Option<&Mark> {
        self.mark_in(&MarkKey::Placed(party, measure))
    }

    /// The mark with this key; `None` if nothing was ever said.
    pub fn mark_in(&self, key: &MarkKey) -> Option<&Mark> {
        self.find(key).ok().map(|i| &self.marks[i].1)
    }

    /// The versions of a field of a mark, newest first; empty if nothing was ever said.
    pub fn versions(&self, key: &MarkKey, field: Field) -> &[Version] {
        self.mark_in(key).map_or(&[], |mark| mark.versions(field))
    }

    /// The value of a field in a party's mark on a measure; empty if there is none.
    pub fn value(&self, party: Party, measure: MeasureId, field: Field) -> &str {
        self.mark(party, measure).map_or("", |mark| mark.value(field))
    }

    /// The status of a party's mark on a measure; `None` if it is not reported.
    pub fn status(&self, party: Party, measure: MeasureId) -> Option<Status> {
        self.mark(party, measure).and_then(Mark::status)
    }

    /// Whether the party has ticked the measure: reported it as done or, as the coordinator, signed it off.
    pub fn done(&self, party: Party, measure: MeasureId) -> bool {
        self.status(party, measure) == Some(Status::Done)
    }

    /// All marks of a measure, in the order of the parties.
    pub fn said_of(&self, measure: MeasureId) -> &[(MarkKey, Mark)] {
        let from = self.find(&MarkKey::Placed(Party::Coordinator, measure)).unwrap_or_else(|i| i);
        let rest = &self.marks[from..];
        let of_it = |(key, _): &(MarkKey, Mark)| matches!(key, MarkKey::Placed(_, id) if *id == measure);
        &rest[..rest.iter().take_while(|mark| of_it(mark)).count()]
    }

    /// Whether any unit or locality has reported.
    pub fn has_reports(&self) -> bool {
        let reports = |(key, mark): &(MarkKey, Mark)| {
            matches!(key, MarkKey::Placed(Party::Unit(_) | Party::Locality(_), _)) && mark.status().is_some()
        };
        self.marks.iter().any(reports)
    }

    /// All marks, in the order of their keys.
    pub fn marks(&self) -> &[(MarkKey, Mark)] {
        &self.marks
    }

    /// The stamp of the last time the ledger was emptied; the default if it never was.
    pub fn cleared(&self) -> Stamp {
        self.cleared
    }

    /// Every version that it knows.
    pub fn all_versions(&self) -> impl Iterator<Item = &Version> {
        self.marks.iter().flat_map(|(_, mark)| mark.fields()).flat_map(|(_, versions)| versions)
    }

    /// When something was last entered into the ledger, leaving out moments that cannot be dates at `now`
    /// ([`is_believable`]); `None` if nothing was.
    pub fn entered(&self, now: Moment) -> Option<Moment> {
        let cleared = Some(self.cleared.at).filter(|at| *at > 0);
        self.entries().chain(cleared).filter(|at| is_believable(*at, now)).max()
    }

    /// When something was first entered after `moment`, leaving out moments that cannot be dates at `now`; `None` if nothing was.
    pub fn first_after(&self, moment: Moment, now: Moment) -> Option<Moment> {
        self.entries().filter(|at| *at > moment && is_believable(*at, now)).min()
    }

    /// The moments at which the versions were entered.
    fn entries(&self) -> impl Iterator<Item = Moment> {
        self.all_versions().map(|version| version.entered)
    }

    /// How many changes have a moment that cannot be a date at `now`, because it is after tomorrow: versions, and the emptying of
    /// the ledger, which leaves out all that was said up to it.
    pub fn of_days_to_come(&self, now: Moment) -> usize {
        let is_to_come =
            |version: &&Version| !(is_believable(version.said, now) && is_believable(version.entered, now));
        self.all_versions().filter(is_to_come).count() + usize::from(!is_believable(self.cleared.at, now))
    }

    /// Changes one field at `now`. Returns `None` if the field says this already.
    pub fn set(&mut self, to: Change, now: Moment) -> Option<Edit> {
        let Change { key, field, value } = to;
        let before = self.versions(&key, field);
        if said_by(before) == value {
            return None;
        }
        let version = Version { stamp: self.stamp_after(before, now), ..Version::at(now.min(LAST_MOMENT), value) };
        Some(self.put(key, field, vec![version]))
    }

    /// Gives a field back the versions `once` that it had before, newest first, at `now`. The value keeps the moment at which
    /// it was said; where nothing was said, that is 0: so who takes a step back empties nothing. Returns `None` if nothing changed.
    pub fn give_back(&mut self, key: MarkKey, field: Field, once: &[Version], now: Moment) -> Option<Edit> {
        let there = self.versions(&key, field);
        let nothing = Version::default();
        let (newest, older) = once.split_first().unwrap_or((&nothing, &[]));
        if once.is_empty() && said_by(there).is_empty() {
            return None;
        }
        if there.first().is_some_and(|there| (&there.value, there.said) == (&newest.value, newest.said)) {
            return None;
        }
        let now = now.min(LAST_MOMENT);
        // Versions up to the last emptying would be dropped again: they get stamps after it, in their old order.
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

    /// Empties the ledger at `now` and returns an edit for each field that is lost. Merging with an older state brings
    /// nothing back.
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

    /// Makes the ledger say what `other` says, at `now`, with the moments at which `other`'s values were said and with its
    /// older versions. Returns an edit for each field that changed.
    pub fn replace(&mut self, other: &Self, now: Moment) -> Vec<Edit> {
        let mut edits = self.difference(other);
        edits.retain_mut(|edit| {
            let given = self.give_back(edit.key.clone(), edit.field, &edit.after, now);
            given.map(|given| *edit = given).is_some()
        });
        // Older versions of `other` are taken over too; the newest value of each field is settled already.
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

    /// Merges `other` into the ledger: in each field the later version wins. Idempotent, commutative and associative.
    pub fn merge(&mut self, other: &Self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.extend_from_slice(&other.marks);
        *self = Self::of(marks, self.cleared.max(other.cleared));
    }

    /// The edits that would make the ledger say what `other` says, with the moments at which `other`'s values were said.
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

    /// The place of the mark with this key, or the place to insert it.
    fn find(&self, key: &MarkKey) -> Result<usize, usize> {
        self.marks.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// Adds versions, given newest first, to a field, and returns what that changed.
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

    /// Adds versions, given newest first, to a field; what was emptied since stays so.
    pub(super) fn add_versions(&mut self, key: MarkKey, field: Field, versions: Vec<Version>) {
        let versions = versions.into_iter().filter(|version| !self.has_forgotten(version.stamp)).collect();
        self.put(key, field, versions);
    }

    /// Whether a version with this stamp was emptied.
    fn has_forgotten(&self, stamp: Stamp) -> bool {
        self.cleared > Stamp::default() && stamp <= self.cleared
    }

    /// The stamp of a change at `now` that replaces these versions, given newest first.
    fn stamp_after(&self, versions: &[Version], now: Moment) -> Stamp {
        Stamp::after(now, versions.first().map(|version| version.stamp).into_iter().chain([self.cleared]))
    }
}

/// Sorts the marks by their keys and merges those with the same key.
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
