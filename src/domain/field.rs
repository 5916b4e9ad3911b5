//! The fields of a mark, and the values of its status.

/// How far a measure is, as a party reports it (狀態). 未填報 is not among them: that is no status at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 未啟動.
    NotStarted,
    /// 推進中.
    UnderWay,
    /// 滯後.
    Behind,
    /// 已完成. For the coordinator 銷號: the measure is signed off.
    Done,
    /// 不適用.
    NotApplicable,
}

impl Status {
    /// All statuses, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::UnderWay, Self::Behind, Self::Done, Self::NotApplicable];

    /// The key of the status in saved forms and addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::UnderWay => "under-way",
            Self::Behind => "behind",
            Self::Done => "done",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The status with this key; `None` for any other text.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// A field of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 狀態: the key of a [`Status`].
    Status,
    /// 進展情況.
    Progress,
    /// 存在問題.
    Problem,
    /// 下一步打算.
    NextStep,
    /// The date of the report, ISO 8601.
    Date,
    /// The actual value of the measure's `n`th target, from 1, as typed.
    Actual(u16),
}

/// The fields that every mark can have, with their keys, in order; actual values come after them.
pub const PLAIN_FIELDS: [(Field, &str); 5] = [
    (Field::Status, "status"),
    (Field::Progress, "progress"),
    (Field::Problem, "problem"),
    (Field::NextStep, "next"),
    (Field::Date, "date"),
];

const ACTUAL: &str = "actual.";

impl Field {
    /// The key of the field in saved forms.
    pub fn key(self) -> String {
        match self {
            Self::Actual(n) => format!("{ACTUAL}{n}"),
            plain => PLAIN_FIELDS.iter().find(|(field, _)| *field == plain).map_or("", |(_, key)| key).to_owned(),
        }
    }

    /// The field with this key; `None` for any other text.
    pub fn of_key(key: &str) -> Option<Self> {
        if let Some(n) = key.strip_prefix(ACTUAL) {
            return n.parse().ok().map(Self::Actual).filter(|field| field.key() == key);
        }
        PLAIN_FIELDS.iter().find(|(_, plain)| *plain == key).map(|(field, _)| *field)
    }
}
