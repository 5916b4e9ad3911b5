//! The words of the form, for values that are one of a few.

use super::Damage;
use super::walk::Word;
use crate::domain::plan::{Assignee, Certainty, Comparator, Direction, PieceKind, Reach, Role};
use crate::domain::script::Script;

impl Word for Comparator {
    const ALL: &'static [Self] = &[Self::Exactly, Self::AtLeast, Self::AtMost, Self::Eliminate, Self::Unstated];

    fn word(self) -> &'static str {
        match self {
            Self::Exactly => "=",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Eliminate => "eliminate",
            Self::Unstated => "unstated",
        }
    }
}

impl Word for Script {
    const ALL: &'static [Self] = &[Self::Simplified, Self::Traditional, Self::Mixed];

    fn word(self) -> &'static str {
        match self {
            Self::Simplified => "simplified",
            Self::Traditional => "traditional",
            Self::Mixed => "mixed",
        }
    }
}

impl Word for Direction {
    const ALL: &'static [Self] = &[Self::Up, Self::Down, Self::Fixed];

    fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Fixed => "fixed",
        }
    }
}

impl Word for Role {
    const ALL: &'static [Self] = &[Self::Lead, Self::Support];

    fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Support => "support",
            Self::Responsible => "", // left out
        }
    }
}

impl Word for Assignee {
    const ALL: &'static [Self] = &[Self::Localities(Reach::All), Self::Localities(Reach::Undetermined), Self::Generic];
    const UNKNOWN: Damage = Damage::Assignment;

    fn word(self) -> &'static str {
        match self {
            Self::Localities(Reach::All) => "all",
            Self::Localities(Reach::Undetermined) => "undetermined",
            Self::Generic => "generic",
            Self::Unit(_) | Self::Locality(_) => "", // an object
        }
    }
}

impl Word for Certainty {
    const ALL: &'static [Self] = &[Self::Confirmed, Self::Direction, Self::Inferred];

    fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Direction => "direction",
            Self::Inferred => "inferred",
        }
    }
}

impl Word for PieceKind {
    const ALL: &'static [Self] = &[
        Self::Title,
        Self::Notice,
        Self::Preamble,
        Self::Label,
        Self::Heading,
        Self::Paragraph,
        Self::Measure,
        Self::Responsibility,
        Self::Deadline,
        Self::Furniture,
        Self::Gap,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Title => "T",
            Self::Notice => "N",
            Self::Preamble => "B",
            Self::Label => "L",
            Self::Heading => "H",
            Self::Paragraph => "P",
            Self::Measure => "M",
            Self::Responsibility => "R",
            Self::Deadline => "D",
            Self::Furniture => "F",
            Self::Gap => "G",
        }
    }
}
