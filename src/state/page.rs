//! The commands that the store gives the page, and what the page reports to the store: plain values, so that neither has to know
//! the other.

use crate::domain::calendar::iso_date;
use crate::domain::fault::{LedgerFileError, NotKept};
use crate::domain::history::{Beside, StepId};
use crate::domain::ledger::{Ledger, Moment};
use crate::domain::settings::Lang;
pub use crate::persist::keeper::Stored;
use crate::text::lazy::LazyWords;
use std::mem::{Discriminant, discriminant};

/// A command: something that only the page can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Scroll to the element with this id and focus it.
    GoTo(String),
    /// Scroll the element with this id into view, without moving the focus.
    Reveal(String),
    /// Scroll to the top of the page.
    Top,
    /// Focus the element with this id.
    Focus(String),
    /// Call [`Store::draw_on`](super::Store::draw_on) once everything drawn so far is painted.
    DrawOn,
    /// Bring what finds bodies by what people call them, and call [`Store::find_again`](super::Store::find_again).
    BringSayings,
    /// Open the print dialogue.
    Print,
    /// Copy the link to this address within the page; of an empty one, to what is open.
    Copy(String),
    /// Offer a text as a file.
    Save {
        /// The name of the file.
        name: String,
        /// The content of the file.
        text: String,
    },
    /// Do beside the ledger what a step did, or take it back if `true`.
    Beside(Beside, bool),
    /// Keep this text of the ledger as a snapshot.
    Snapshot(String),
    /// Switch to the newer version of the page and load it.
    Renew,
    /// Remember that all changes up to this moment are in a file.
    Filed(Moment),
}

/// Whether progress is being kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Progress is being kept.
    #[default]
    Kept,
    /// Progress is not being kept, for this reason.
    NotKept(NotKept),
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The address, which names something that does not exist, or cannot be read; or another window mended or deleted the plan.
    Address,
    /// A step that a person may want to take back; `None` if it changed nothing.
    Step(Option<StepId>),
    /// A link that was copied.
    Link,
    /// Changes longer ago than a week that are in no file.
    Unfiled,
    /// Clocks that are or were wrong: versions in the ledger carry dates to come.
    Clocks,
}

/// A notice to a person, which stays until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A text that was kept could not be read and was put aside.
    PutAside(Stored),
    /// Something that only code has words for which is loaded later, in each language of the interface, in the order of
    /// [`Lang::ALL`]; and what it is about.
    Told([String; 3], About),
    /// Undo or redo left fields as they are, because something else was written there meanwhile.
    LeftAlone {
        /// The label of the first measure with such fields.
        first: String,
        /// The number of measures with such fields.
        measures: usize,
    },
    /// The browser has a newer version of the page.
    NewVersion,
    /// Another window or program emptied the storage; the ledger of this page was kept again.
    KeptAgain,
}

impl Notice {
    /// The step that the notice is about and offers to undo; `None` for other notices.
    pub fn step(&self) -> Option<StepId> {
        if let Self::Told(_, About::Step(step)) = self { *step } else { None }
    }

    /// Which notices a newer one of the same kind takes the place of.
    pub(super) fn kind(&self) -> (Discriminant<Self>, Option<Discriminant<About>>) {
        let about = if let Self::Told(_, about) = self { Some(discriminant(about)) } else { None };
        (discriminant(self), about)
    }

    /// Changes since this moment, longer ago than a week, are in no file.
    pub fn unfiled(since: Moment) -> Self {
        Self::Told(Lang::ALL.map(|lang| (LazyWords::of(lang).unfiled)(&iso_date(since))), About::Unfiled)
    }

    /// So many versions in the ledger carry dates to come.
    pub fn days_to_come(versions: usize) -> Self {
        Self::Told(Lang::ALL.map(|lang| (LazyWords::of(lang).days_to_come)(versions)), About::Clocks)
    }

    /// The ledger of a file or a snapshot was taken over: how many reports there are since, and the step.
    pub fn replaced(reports: usize, step: Option<StepId>) -> Self {
        Self::Told(Lang::ALL.map(|lang| (LazyWords::of(lang).replaced)(reports)), About::Step(step))
    }

    /// Everything was deleted: how many reports there were before, and the step.
    pub fn deleted(reports: usize, step: Option<StepId>) -> Self {
        Self::Told(Lang::ALL.map(|lang| (LazyWords::of(lang).deleted)(reports)), About::Step(step))
    }
}

/// What a progress file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfFile {
    /// The digest of what it says.
    pub digest: String,
    /// When it was made.
    pub made: Option<Moment>,
    /// The key of the party whose report it is; `None` for a whole ledger.
    pub from: Option<String>,
}

/// A file or a snapshot on offer: chosen by a person, not yet taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The text is a ledger of this plan.
    Fits {
        /// The name of the file.
        name: String,
        /// The ledger in it.
        ledger: Ledger,
        /// What a progress file says of itself; `None` for an earlier state.
        of_file: Option<Box<OfFile>>,
    },
    /// The text is not a ledger of this plan.
    Refused {
        /// The name of the file.
        name: String,
        /// The reason.
        error: LedgerFileError,
    },
    /// The browser could not read the file.
    Unreadable {
        /// The name of the file.
        name: String,
    },
    /// The file is larger than any progress file, and was not read.
    TooLarge {
        /// The name of the file.
        name: String,
    },
}
