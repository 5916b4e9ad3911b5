//! What can go wrong with a saved ledger, as kinds; `text` has the words.

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
