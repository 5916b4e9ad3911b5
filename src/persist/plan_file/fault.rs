//! Why a text is not a plan, and what is wrong in one.

/// Why a text is not a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFileError {
    /// The text is empty.
    Empty,
    /// The text is not JSON or breaks off, at this line and column from 1.
    NotJson {
        /// Line.
        line: usize,
        /// Column in bytes.
        column: usize,
    },
    /// The text is JSON, but not a plan of this program.
    NotAPlan,
    /// The plan was written by a newer version of this program.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// The text is a plan, but something in it is wrong.
    Damaged(Damage),
}

/// What is wrong in a saved plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A value is missing, unknown, given twice, or of the wrong type.
    Shape,
    /// The plan has no id.
    Id,
    /// A place is outside the source, cuts into a character, or is outside the place it belongs to.
    Place,
    /// The pieces put together are not the source.
    Pieces,
    /// A section names tasks that do not exist, or that another section has.
    Sections,
    /// The id of a task or measure is malformed, or used twice.
    TaskIds,
    /// Two units or localities have the same name, or one has no name.
    Names,
    /// An assignment names a unit that does not exist.
    Assignment,
    /// A measure names a responsibility that does not exist.
    Responsibility,
    /// A target's value is not a number.
    Target,
    /// A rewording has no words.
    Rewording,
}

impl From<Damage> for PlanFileError {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}
