//! The fields of a mark, and the values of those that have a few.
//!
//! A party reports in its own mark. What the coordinator settles about it stands in the same mark, in fields of its own
//! ([`Field::is_settled`]): so neither writes over the other, and both go the way of every field through windows and files.

use super::plan::Role;

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
    /// 與上期相同: the day on which the party confirmed that its report still holds, ISO 8601.
    Confirmed,
    /// 延期申請: what the party asks for, as a [`super::settled::Wish`].
    Postponement,
    /// 分工: the key of the party's [`Duty`], where the coordinator settled it.
    Duty,
    /// 退回: what the coordinator gave back, as a [`super::settled::Return`].
    Returned,
    /// 准予延期: the day that the coordinator grants the party, ISO 8601; [`REFUSED`] where it refuses.
    Granted,
    /// 時限: the day by which the coordinator wants the measure done, ISO 8601. In a round, the day on which its reports are due.
    Due,
    /// The name of a round.
    Name,
    /// 結束: the day on which the coordinator closed a round, ISO 8601.
    Closed,
    /// The actual value of the measure's `n`th target, from 1, as typed.
    Actual(u16),
    /// How the actual values for the measure's `n`th target make one: the key of an [`Adding`].
    Adding(u16),
}

/// The value of [`Field::Granted`] where the coordinator grants nothing.
pub const REFUSED: &str = "refused";

/// What a party has to do with a measure, where the coordinator settled it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// 牽頭: it leads.
    Lead,
    /// 責任: it answers for it, with others or alone.
    Responsible,
    /// 配合: it supports.
    Support,
    /// 不涉及: it has nothing to do with it.
    Unconcerned,
}

impl Duty {
    /// All duties, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Responsible, Self::Support, Self::Unconcerned];

    /// The role that it is; `None` for none.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Lead => Some(Role::Lead),
            Self::Responsible => Some(Role::Responsible),
            Self::Support => Some(Role::Support),
            Self::Unconcerned => None,
        }
    }

    /// The key of the duty in saved forms.
    pub fn key(self) -> &'static str {
        ["lead", "responsible", "support", "unconcerned"][self as usize]
    }

    /// The duty with this key; `None` for any other text.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.key() == key)
    }
}

/// How actual values of several parties make the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adding {
    /// The sum of what all who are asked gave.
    Sum,
    /// What who leads gave.
    Lead,
    /// What the coordinator gave, and nothing else.
    Own,
}

impl Adding {
    /// All ways, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Sum, Self::Lead, Self::Own];

    /// The key of the way in saved forms.
    pub fn key(self) -> &'static str {
        ["sum", "lead", "own"][self as usize]
    }

    /// The way with this key; `None` for any other text.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|adding| adding.key() == key)
    }
}

/// The fields that every mark can have, with their keys, in order; actual values come after them.
pub const PLAIN_FIELDS: [(Field, &str); 13] = [
    (Field::Status, "status"),
    (Field::Progress, "progress"),
    (Field::Problem, "problem"),
    (Field::NextStep, "next"),
    (Field::Date, "date"),
    (Field::Confirmed, "confirmed"),
    (Field::Postponement, "postponement"),
    (Field::Duty, "duty"),
    (Field::Returned, "returned"),
    (Field::Granted, "granted"),
    (Field::Due, "due"),
    (Field::Name, "name"),
    (Field::Closed, "closed"),
];

const ACTUAL: &str = "actual.";
const ADDING: &str = "adding.";

impl Field {
    /// Whether the coordinator settles it, in whosever mark it stands: no party's report says it.
    pub fn is_settled(self) -> bool {
        matches!(
            self,
            Self::Duty | Self::Returned | Self::Granted | Self::Due | Self::Name | Self::Closed | Self::Adding(_)
        )
    }

    /// Whether the field is a word of a party's report: not what the coordinator settles, nor what only asks for a postponement or says
    /// that all is as before.
    pub fn is_word(self) -> bool {
        !self.is_settled() && !matches!(self, Self::Confirmed | Self::Postponement)
    }

    /// The key of the field in saved forms.
    pub fn key(self) -> String {
        match self {
            Self::Actual(n) => format!("{ACTUAL}{n}"),
            Self::Adding(n) => format!("{ADDING}{n}"),
            plain => PLAIN_FIELDS.iter().find(|(field, _)| *field == plain).map_or("", |(_, key)| key).to_owned(),
        }
    }

    /// The field with this key; `None` for any other text.
    pub fn of_key(key: &str) -> Option<Self> {
        for (prefix, of) in [(ACTUAL, Self::Actual as fn(u16) -> Self), (ADDING, Self::Adding)] {
            if let Some(n) = key.strip_prefix(prefix) {
                return n.parse().ok().map(of).filter(|field| field.key() == key);
            }
        }
        PLAIN_FIELDS.iter().find(|(_, plain)| *plain == key).map(|(field, _)| *field)
    }
}
