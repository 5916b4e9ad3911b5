//! A mark (填報): what one party says of one measure, field by field, each with the moments it was said.
//!
//! Every field keeps its last few versions ([`super::version`]), the newest first. So a mark is its own short history, and two
//! states of it become one field by field.

pub use super::version::{Moment, Stamp, Version};

use super::version::kept;

/// How far a measure is, as a party says it (狀態). What nobody said is not among them: no status is 未填報.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 未啟動.
    NotStarted,
    /// 推進中.
    UnderWay,
    /// 滯後.
    Behind,
    /// 已完成. Of the coordinator: 銷號, the measure is signed off.
    Done,
    /// 不適用.
    NotApplicable,
}

impl Status {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::UnderWay, Self::Behind, Self::Done, Self::NotApplicable];

    /// Its key in saved forms and addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::UnderWay => "under-way",
            Self::Behind => "behind",
            Self::Done => "done",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The status of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// A field of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A [`Status`] by its key.
    Status,
    /// 進展情況.
    Progress,
    /// 存在問題.
    Problem,
    /// 下一步打算.
    NextStep,
    /// The day it is reported for, ISO 8601.
    Date,
    /// The actual value of the measure's target at this place, from 1, as it was typed.
    Actual(u16),
}

/// The fields that every mark has, in order; actual values come after them.
pub const PLAIN_FIELDS: [(Field, &str); 5] = [
    (Field::Status, "status"),
    (Field::Progress, "progress"),
    (Field::Problem, "problem"),
    (Field::NextStep, "next"),
    (Field::Date, "date"),
];

const ACTUAL: &str = "actual.";

impl Field {
    /// Its key in saved forms.
    pub fn key(self) -> String {
        match self {
            Self::Actual(n) => format!("{ACTUAL}{n}"),
            plain => PLAIN_FIELDS.iter().find(|(field, _)| *field == plain).map_or("", |(_, key)| key).to_owned(),
        }
    }

    /// The field of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        if let Some(n) = key.strip_prefix(ACTUAL) {
            return n.parse().ok().map(Self::Actual).filter(|field| field.key() == key);
        }
        PLAIN_FIELDS.iter().find(|(_, plain)| *plain == key).map(|(field, _)| *field)
    }
}

/// What one party says of one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// In the order of the fields, each once, none without a version; versions newest first, those that [`kept`] keeps.
    fields: Vec<(Field, Vec<Version>)>,
}

impl Mark {
    /// A mark of which one version of one field is known.
    pub fn of(field: Field, version: Version) -> Self {
        Self { fields: vec![(field, vec![version])] }
    }

    /// The versions of a field, newest first; none if nothing was ever said in it.
    pub fn versions(&self, field: Field) -> &[Version] {
        self.find(field).map_or(&[], |i| &self.fields[i].1)
    }

    /// What a field says now; empty if nothing.
    pub fn value(&self, field: Field) -> &str {
        self.versions(field).first().map_or("", |version| &version.value)
    }

    /// The status, if one was chosen.
    pub fn status(&self) -> Option<Status> {
        Status::of_key(self.value(Field::Status))
    }

    /// Whether it says nothing now.
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|(field, _)| self.value(*field).is_empty())
    }

    /// All fields with their versions, newest first.
    pub fn fields(&self) -> &[(Field, Vec<Version>)] {
        &self.fields
    }

    /// When the last of what it says now was said, by the clock that said it; 0 if it never said anything.
    pub fn said(&self) -> Moment {
        self.newest().map(|version| version.said).max().unwrap_or(0)
    }

    /// What each field says now.
    fn newest(&self) -> impl Iterator<Item = &Version> {
        self.fields.iter().filter_map(|(_, versions)| versions.first())
    }

    /// Takes over every version of `other`.
    pub fn merge(&mut self, other: Self) {
        for (field, versions) in other.fields {
            self.add(field, versions);
        }
    }

    /// Takes over versions of a field, which are newest first.
    pub(super) fn add(&mut self, field: Field, versions: Vec<Version>) {
        match self.find(field) {
            Ok(i) => {
                let mine = std::mem::take(&mut self.fields[i].1);
                self.fields[i].1 = kept(field, mine, versions);
            }
            Err(i) => self.fields.insert(i, (field, kept(field, versions, Vec::new()))),
        }
    }

    /// Forgets everything that does not come after `stamp`.
    pub fn forget(&mut self, stamp: Stamp) {
        for (_, versions) in &mut self.fields {
            versions.retain(|version| version.stamp > stamp);
        }
        self.fields.retain(|(_, versions)| !versions.is_empty());
    }

    /// The status that it had before it was done; `None` if it is not known to have had one.
    pub fn status_before_done(&self) -> Option<&Version> {
        self.versions(Field::Status).iter().find(|version| version.value != Status::Done.key())
    }

    fn find(&self, field: Field) -> Result<usize, usize> {
        self.fields.binary_search_by(|(other, _)| other.cmp(&field))
    }
}
