//! Ids, which are given once, and labels, which are printed.
//!
//! An id names a task or measure and says nothing else. It is given when a text is first read, is kept with the plan, and
//! stays with the task or measure when the text is corrected or revised ([`super::carry`]). A label says where a task or
//! measure stands in the plan as it is now: labels are printed, and addresses name them ([`super::labels`]). Both are spelled
//! alike (`3.2`, `2-3.2`), because a fresh id is spelled like the label of that moment; after that only labels change. So
//! nothing may be read from an id: code that needs to know where a measure stands asks the plan.

use std::fmt;

/// The number of a task as it is printed: `3`, or `2-3` (section 2, task 3) where the plan's task numbers restart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskLabel {
    /// The section's number where task numbers restart, else 0.
    pub section: u16,
    /// The task's number: as printed where it is printed, else its place.
    pub task: u16,
}

/// The number of a measure as it is printed: its task's number, and its place in the task (`3.2`, `2-3.2`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The number of its task.
    pub task: TaskLabel,
    /// Its place in the task, from 1.
    pub n: u16,
}

/// The id of a task within its plan, wherever the task stands. Spelled like a [`TaskLabel`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(TaskLabel);

/// The id of a measure within its plan, wherever the measure stands. Spelled like a [`Label`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(Label);

/// Only for code that gives ids, and for saved forms (`tests/native/ids.rs` checks this).
impl TaskId {
    /// The id with this spelling.
    pub const fn given(spelling: TaskLabel) -> Self {
        Self(spelling)
    }

    /// The spelling of the id.
    pub const fn spelling(self) -> TaskLabel {
        self.0
    }
}

/// Only for code that gives ids, and for saved forms.
impl MeasureId {
    /// The id of the measure that was the `n`th to get one in a task, counted from 1.
    pub const fn given(task: TaskId, n: u16) -> Self {
        Self(Label { task: task.0, n })
    }

    /// The task in which the id was given, and its number among the ids given there. The measure may stand elsewhere now.
    pub const fn parts(self) -> (TaskId, u16) {
        (TaskId(self.0.task), self.0.n)
    }
}

impl fmt::Display for TaskLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.section > 0 {
            write!(f, "{}-", self.section)?;
        }
        write!(f, "{}", self.task)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.task, self.n)
    }
}

impl fmt::Display for TaskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A plain decimal number without sign or leading zeros, so that every label has one spelling.
fn number(text: &str) -> Option<u16> {
    let plain = !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl std::str::FromStr for TaskLabel {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (section, task) = match text.split_once('-') {
            Some((section, task)) => (number(section).ok_or(())?, task),
            None => (0, text),
        };
        Ok(Self { section, task: number(task).ok_or(())? })
    }
}

impl std::str::FromStr for Label {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (task, n) = text.split_once('.').ok_or(())?;
        Ok(Self { task: task.parse()?, n: number(n).ok_or(())? })
    }
}

impl std::str::FromStr for MeasureId {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().map(Self)
    }
}
