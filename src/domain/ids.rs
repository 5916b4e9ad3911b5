//! Ids, which are given once, and labels, which are printed.
//!
//! An id says which task or measure is meant, and nothing else. It is given when a text is first read, is kept with the plan, and goes
//! along when the text is corrected or revised ([`super::carry`]). A label says where a thing stands in the plan as it is now: it is what
//! is printed, and what addresses name ([`super::labels`]). Both are spelled alike (`3.2`, `2-3.2`), because a fresh id is spelled like the
//! label of that moment; after that only labels move. So nothing may be read from an id, and who needs to know where a measure
//! stands asks the plan.

use std::fmt;

/// The number of a task as it is printed: `3`, or `2-3` (section 2, task 3) where the plan's task numbers restart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskLabel {
    /// The section's number where task numbers restart, else 0.
    pub section: u16,
    /// The task's number: as printed where it is printed, else its place.
    pub task: u16,
}

/// The number of a measure as it is printed: its task's, and its place in it (`3.2`, `2-3.2`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// Its task's.
    pub task: TaskLabel,
    /// Its place in the task, from 1.
    pub n: u16,
}

/// Names a task within its plan, wherever it stands. Spelled like a [`TaskLabel`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(TaskLabel);

/// Names a measure within its plan, wherever it stands. Spelled like a [`Label`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(Label);

/// For who gives ids, and for saved forms; for nobody else (`tests/native/ids.rs`).
impl TaskId {
    /// The id of this spelling.
    pub const fn given(spelling: TaskLabel) -> Self {
        Self(spelling)
    }

    /// Its spelling.
    pub const fn spelling(self) -> TaskLabel {
        self.0
    }
}

/// For who gives ids, and for saved forms; for nobody else.
impl MeasureId {
    /// The id of this number among those that were given in a task.
    pub const fn given(task: TaskId, n: u16) -> Self {
        Self(Label { task: task.0, n })
    }

    /// The task that it was given in, and its number among those. It may stand in another task since, in another place.
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
