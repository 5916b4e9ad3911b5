//! What a statement is of.

use crate::reader::lexicon::duties::Field;
use crate::reader::text::fields::Opened;

/// What is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// Who answers.
    Responsibility,
    /// By when (`完成时限：2021年10月`).
    Deadline,
    /// Which person answers (`牵头领导：某某`): no body does.
    Person,
}

/// What a label states.
pub fn kind_of(label: Opened) -> StatementKind {
    match label.field {
        Field::Deadline => StatementKind::Deadline,
        Field::Person => StatementKind::Person,
        _ => StatementKind::Responsibility,
    }
}

/// The kind of a statement that says both.
pub fn more(one: StatementKind, other: StatementKind) -> StatementKind {
    if one == StatementKind::Responsibility { one } else { other }
}
