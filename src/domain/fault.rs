//! What can go wrong with what is saved, as kinds; `text` has the words.

/// Why a text is not a ledger of this plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerFileError {
    /// There is nothing in it.
    Empty,
    /// It is not JSON, or breaks off; where (from 1).
    NotJson {
        /// Line.
        line: usize,
        /// Column in bytes.
        column: usize,
    },
    /// It has a NUL, which no text has; where.
    HasNul {
        /// Line, from 1.
        line: usize,
    },
    /// Its bytes are read as text in an encoding that they do not seem to be in.
    OtherEncoding,
    /// It is JSON, but not a ledger of this program.
    NotALedger,
    /// It was written by a newer version of this program.
    Newer {
        /// Its version.
        version: u64,
    },
    /// It belongs to another plan.
    OtherPlan {
        /// That plan's id.
        plan: String,
    },
}

/// Why progress is not being kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// Storage is switched off.
    Blocked,
    /// Storage is full.
    Full,
    /// A newer version of this program keeps this plan here; its data is left alone.
    Newer,
}

/// What is wrong with a plan that is kept, so that it cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// What was asked for can be no plan's id.
    NoId,
    /// No plan of this id is kept.
    NotThere,
    /// It cannot be read, or not all of it.
    Damaged,
    /// It was written by a newer version of this program.
    Newer {
        /// Its version.
        version: u32,
    },
    /// Under its id stands another plan.
    OtherPlan {
        /// That plan's id.
        plan: String,
    },
    /// Storage is switched off.
    Blocked,
}

/// Why the library is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// What is to name the plan can be no plan's id.
    NoId,
    /// It is the plan that the page carries: that is there without being kept.
    Carried,
    /// The plan would not come back when it is opened.
    Unsound,
    /// It cannot be kept.
    NotKept(NotKept),
}

impl From<NotKept> for NotChanged {
    fn from(why: NotKept) -> Self {
        Self::NotKept(why)
    }
}
