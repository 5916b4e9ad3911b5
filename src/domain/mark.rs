//! A mark (填報): what one party says of one measure, field by field, with the moments at which it was said.
//!
//! Every field keeps its last few versions ([`super::version`]), newest first. So a mark carries its own short history, and two
//! states of the same mark merge field by field.

pub use super::field::{Field, PLAIN_FIELDS, Status};
pub use super::version::{Moment, Stamp, Version};

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

    /// Whether no field says anything now.
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|(field, _)| self.value(*field).is_empty())
    }

    /// All fields with their versions, newest first.
    pub fn fields(&self) -> &[(Field, Vec<Version>)] {
        &self.fields
    }

    /// When the newest value was said, by the clock of the browser that said it; 0 if nothing was ever said.
    pub fn said(&self) -> Moment {
        self.newest().map(|version| version.said).max().unwrap_or(0)
    }

    /// The newest version of each field.
    fn newest(&self) -> impl Iterator<Item = &Version> {
        self.fields.iter().filter_map(|(_, versions)| versions.first())
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
