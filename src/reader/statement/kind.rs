//! What a statement is of.

use crate::reader::lexicon::duties::Field;
use crate::reader::text::fields::Opened;

/// What is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who answers.
    Responsibility,
    /// By when (`完成时限：2021年10月`).
    Deadline,
}

/// What a label states.
pub fn kind_of(label: Opened) -> Kind {
    if label.field == Field::Deadline { Kind::Deadline } else { Kind::Responsibility }
}

/// The kind of a statement that says both.
pub fn more(one: Kind, other: Kind) -> Kind {
    if one == Kind::Deadline { other } else { one }
}
