//! A mark (填報): what one party says of one measure, field by field, with the moments at which it was said.
//!
//! Every field keeps its last few versions ([`super::version`]), newest first. So a mark carries its own short history, and two
//! states of the same mark merge field by field.

pub use super::field::{Adding, Duty, Field, PLAIN_FIELDS, REFUSED, Status};
pub use super::version::{Moment, Stamp, Version};

use super::calendar::iso_to_day;
use super::printed_day::Day;
use super::settled::{Return, Wish};
use super::version::kept;

/// What one party says of one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The fields in their order, each once and with at least one version: newest first, as [`kept`] leaves them.
    fields: Vec<(Field, Vec<Version>)>,
}

impl Mark {
    /// A mark with one version of one field.
    pub fn of(field: Field, version: Version) -> Self {
        Self { fields: vec![(field, vec![version])] }
    }

    /// The versions of a field, newest first; empty if nothing was ever said in it.
    pub fn versions(&self, field: Field) -> &[Version] {
        self.find(field).map_or(&[], |i| &self.fields[i].1)
    }

    /// What a field says now; empty if it says nothing.
    pub fn value(&self, field: Field) -> &str {
        self.versions(field).first().map_or("", |version| &version.value)
    }

    /// The status; `None` while the measure is not reported (未填報).
    pub fn status(&self) -> Option<Status> {
        Status::of_key(self.value(Field::Status))
    }

    /// Whether the party says nothing now, whatever the coordinator settled about it.
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|(field, _)| field.is_settled() || self.value(*field).is_empty())
    }

    /// The return of this report; `None` where it was not given back, or says something new since.
    pub fn returned(&self) -> Option<Return> {
        Return::read(self.value(Field::Returned)).filter(|returned| returned.of == self.edition())
    }

    /// The postponement that the party asks for.
    pub fn wish(&self) -> Option<Wish> {
        Wish::read(self.value(Field::Postponement))
    }

    /// The postponement that the party asks for and the coordinator has not answered.
    pub fn open_wish(&self) -> Option<Wish> {
        let answered = self.versions(Field::Granted).first().filter(|answer| !answer.value.is_empty());
        let asked = self.versions(Field::Postponement).first()?.said;
        self.wish().filter(|_| answered.is_none_or(|answer| answer.said < asked))
    }

    /// The day until which the party's measure is postponed.
    pub fn granted(&self) -> Option<Day> {
        iso_to_day(self.value(Field::Granted))
    }

    /// All fields with their versions, newest first.
    pub fn fields(&self) -> &[(Field, Vec<Version>)] {
        &self.fields
    }

    /// When the party's newest value was said, by the clock of the browser that said it; 0 if it never said anything.
    pub fn said(&self) -> Moment {
        self.moments(|field| !field.is_settled()).max().unwrap_or(0)
    }

    /// When the party last said a word of its report, by its clock; 0 if it never did. To ask for a postponement is none.
    pub fn reported(&self) -> Moment {
        self.moments(Field::is_word).max().unwrap_or(0)
    }

    /// What tells one state of the party's report from a later one: the sum of when its words were said. Asking for a postponement, or
    /// saying that all is as before, makes no other report of it.
    pub fn edition(&self) -> Moment {
        self.moments(Field::is_word).fold(0, Moment::wrapping_add)
    }

    /// When what stands in each of these fields was said.
    fn moments(&self, is_meant: impl Fn(Field) -> bool) -> impl Iterator<Item = Moment> {
        let meant = self.fields.iter().filter(move |(field, _)| is_meant(*field));
        meant.filter_map(|(_, versions)| versions.first()).map(|version| version.said)
    }

    /// Takes over every version of `other`.
    pub fn merge(&mut self, other: Self) {
        for (field, versions) in other.fields {
            self.add(field, versions);
        }
    }

    /// Takes over versions of a field, given newest first.
    pub(super) fn add(&mut self, field: Field, versions: Vec<Version>) {
        match self.find(field) {
            Ok(i) => {
                let mine = std::mem::take(&mut self.fields[i].1);
                self.fields[i].1 = kept(field, mine, versions);
            }
            Err(i) => self.fields.insert(i, (field, kept(field, versions, Vec::new()))),
        }
    }

    /// What its fields said, newest first in each field and each saying once: what came back, by undo or with a file, was said
    /// when it was first said, and is no other saying.
    pub fn sayings(&self) -> impl Iterator<Item = (Field, &Version)> {
        self.fields.iter().flat_map(|(field, versions)| {
            let is_first = |place: usize, version: &Version| {
                let is_it = |other: &Version| (other.said, &other.value) == (version.said, &version.value);
                !versions[..place].iter().any(is_it)
            };
            let once = versions.iter().enumerate().filter(move |(place, version)| is_first(*place, version));
            once.map(|(_, version)| (*field, version))
        })
    }

    /// Drops every version up to and including `stamp`.
    pub fn forget(&mut self, stamp: Stamp) {
        for (_, versions) in &mut self.fields {
            versions.retain(|version| version.stamp > stamp);
        }
        self.fields.retain(|(_, versions)| !versions.is_empty());
    }

    /// The last status before 已完成; `None` if none is known.
    pub fn status_before_done(&self) -> Option<&Version> {
        self.versions(Field::Status).iter().find(|version| version.value != Status::Done.key())
    }

    fn find(&self, field: Field) -> Result<usize, usize> {
        self.fields.binary_search_by(|(other, _)| other.cmp(&field))
    }
}
