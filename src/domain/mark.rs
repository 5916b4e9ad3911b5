//! A mark (填報): what one party says of one measure, field by field, each with the moments it was said.
//!
//! Every field keeps its last few versions, one for each day, the newest first. So a mark is its own short history, and
//! two states of it become one field by field: what either knows, the newest first. That is in any order, any number of
//! times, the same; `tests/native/ledger.rs` proves it.

use super::calendar::day;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Moment = u64;

/// How many versions of a field are kept: the newest of each of the last so many days on which it was changed.
pub const VERSIONS: usize = 4;

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

/// What a field said from a moment on. Empty where it said nothing any more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// From when.
    pub at: Moment,
    /// What.
    pub value: String,
}

/// What one party says of one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// In the order of the fields, each once, none without a version; versions newest first, of different days.
    fields: Vec<(Field, Vec<Version>)>,
}

impl Mark {
    /// A mark of which one version of one field is known.
    pub fn of(field: Field, version: Version) -> Self {
        Self { fields: vec![(field, vec![version])] }
    }

    /// What a field says now; empty if nothing.
    pub fn value(&self, field: Field) -> &str {
        self.find(field).ok().and_then(|i| self.fields[i].1.first()).map_or("", |version| &version.value)
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

    /// When it was last changed; 0 if never.
    pub fn changed(&self) -> Moment {
        let newest = |(_, versions): &(Field, Vec<Version>)| versions.first().map_or(0, |version| version.at);
        self.fields.iter().map(newest).max().unwrap_or(0)
    }

    /// Takes over every version of `other`.
    pub fn merge(&mut self, other: Self) {
        for (field, versions) in other.fields {
            match self.find(field) {
                Ok(i) => {
                    let mine = std::mem::take(&mut self.fields[i].1);
                    self.fields[i].1 = newest_of_days(mine, versions);
                }
                Err(i) => self.fields.insert(i, (field, versions)),
            }
        }
    }

    /// Forgets everything that is not later than `moment`.
    pub fn forget(&mut self, moment: Moment) {
        for (_, versions) in &mut self.fields {
            versions.retain(|version| version.at > moment);
        }
        self.fields.retain(|(_, versions)| !versions.is_empty());
    }

    /// The status it had before it was done, where that is known.
    pub fn status_before_done(&self) -> &str {
        let versions = self.find(Field::Status).map_or(&[][..], |i| &self.fields[i].1);
        let before = versions.iter().find(|version| version.value != Status::Done.key());
        before.map_or("", |version| &version.value)
    }

    fn find(&self, field: Field) -> Result<usize, usize> {
        self.fields.binary_search_by(|(other, _)| other.cmp(&field))
    }
}

/// Two lists of versions as one: the newest first, of each day the newest, of those the first few.
fn newest_of_days(left: Vec<Version>, right: Vec<Version>) -> Vec<Version> {
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    let mut all: Vec<Version> = Vec::new();
    while all.len() < VERSIONS {
        let later = match (left.peek(), right.peek()) {
            (Some(mine), Some(theirs)) if mine < theirs => right.next(),
            (Some(_), _) => left.next(),
            (None, _) => right.next(),
        };
        let Some(version) = later else { break };
        if all.last().is_none_or(|newer| day(newer.at) != day(version.at)) {
            all.push(version);
        }
    }
    all
}
