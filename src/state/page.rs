//! What the store commands of the page, and what the page reports to the store: plain values, so that neither has to
//! know the other.

use crate::domain::fault::{LedgerFileError, NotKept};
use crate::domain::history::StepId;
use crate::domain::ledger::{Ledger, Moment};
pub use crate::persist::keeper::Stored;

/// Something only the page can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Bring the element of this id into view and put the focus on it.
    GoTo(String),
    /// Scroll the element of this id into its box, without moving the focus.
    Reveal(String),
    /// Scroll to the top of the page.
    Top,
    /// Put the focus on the element of this id.
    Focus(String),
    /// Call [`Store::draw_on`](super::Store::draw_on) once what is drawn until now is painted.
    DrawOn,
    /// Open the print dialogue.
    Print,
    /// Offer a text as a file.
    Save {
        /// Name of the file.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Take away everything of this plan that is kept beside its ledger.
    DropStored,
    /// Bring back what was taken away so last.
    RestoreStored,
    /// Keep this state of the ledger as a snapshot.
    Snapshot(String),
    /// Take the newer version of the page, and load it.
    Renew,
    /// Remember that everything up to this change is in a file.
    Filed(Moment),
}

/// Whether progress is being kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is.
    #[default]
    Kept,
    /// It is not, and why.
    NotKept(NotKept),
}

/// Something a person has to be told once; it stays until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What was kept could not be read and was put aside.
    PutAside(Stored),
    /// The address names something that is not there, or cannot be read: what is said of it, in each language of the interface in
    /// the order of [`Lang::ALL`](crate::domain::settings::Lang::ALL), as only what reads such addresses has the words.
    OfAddress([String; 3]),
    /// A file or a snapshot was taken over.
    Replaced {
        /// Reports now.
        reports: usize,
        /// The step that did it; `None` if nothing says otherwise than before.
        step: Option<StepId>,
    },
    /// Everything was deleted.
    Deleted {
        /// Reports before.
        reports: usize,
        /// The step that did it.
        step: Option<StepId>,
    },
    /// Changes since this moment, longer ago than a week, are in no file.
    Unfiled {
        /// When the first of them was made.
        since: Moment,
    },
    /// Undo or redo left fields as they are, because they say something else meanwhile.
    LeftAlone {
        /// The number of the first measure that has such fields, as printed.
        first: String,
        /// How many measures have some.
        measures: usize,
    },
    /// Some of what was said is of a day to come, by its own account: a clock is or was wrong.
    DaysToCome {
        /// How much.
        versions: usize,
    },
    /// The browser has a newer version of the page.
    NewVersion,
    /// Another window or program emptied the storage; what was on the page was kept again.
    KeptAgain,
}

impl Notice {
    /// The step that it tells of and offers to take back.
    pub fn step(&self) -> Option<StepId> {
        if let Self::Replaced { step, .. } | Self::Deleted { step, .. } = self { *step } else { None }
    }
}

/// A file or a snapshot that a person wants to read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It can be read: what it would change.
    Fits {
        /// The file's name.
        name: String,
        /// Its ledger.
        ledger: Ledger,
    },
    /// It cannot.
    Refused {
        /// The file's name.
        name: String,
        /// Why.
        error: LedgerFileError,
    },
    /// The browser could not read it at all.
    Unreadable {
        /// The file's name.
        name: String,
    },
    /// It is larger than any progress file, and was not read.
    TooLarge {
        /// The file's name.
        name: String,
    },
}
