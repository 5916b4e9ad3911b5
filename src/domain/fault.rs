//! The errors of saved ledgers, plans and the library, as kinds; `text` has the words for them.

/// Why a text is not a ledger of this plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerFileError {
    /// The text is empty.
    Empty,
    /// The text is not JSON or breaks off, at this line and column from 1.
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
    /// It is a form without the row that names its columns.
    HeadGone,
    /// It is a ledger of the plan, but something in it is none of what a ledger has: nothing of it is taken.
    Damaged,
    /// It is something else that came back.
    Stranger(Stranger),
    /// The ledger was written by a newer version of this program.
    Newer {
        /// The version of its form.
        version: u64,
    },
    /// The ledger belongs to another plan.
    OtherPlan {
        /// The title of the other plan where it is known, else its id.
        plan: String,
    },
}

/// What a file is that was brought in for what it reports, and that reports nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// A plan file.
    Plan,
    /// A web page that was not handed out.
    Page,
    /// Files packed into a file that is packed into another, which is packed itself.
    Nested,
    /// A packed file with nothing in it.
    Empty,
    /// A file of which this is wrong.
    Unread(Unread),
}

/// Why progress cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The browser's storage is switched off.
    Blocked,
    /// The browser's storage is full.
    Full,
    /// A newer version of this program keeps this plan in the same browser; its data is left alone.
    Newer,
}

/// Why a plan that is kept cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// The text asked for cannot be a plan's id.
    NoId,
    /// No plan with this id is kept.
    NotThere,
    /// The plan, or a part of it, cannot be read.
    Damaged,
    /// The plan was written by a newer version of this program.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// Another plan is kept under this id.
    OtherPlan {
        /// The id of the other plan.
        plan: String,
    },
    /// The browser's storage is switched off.
    Blocked,
}

/// Why the library could not be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The text given as id cannot be a plan's id.
    NoId,
    /// The plan is the one that the page carries, which is there without being kept.
    Carried,
    /// The plan could not be read back from its saved form.
    Unsound,
    /// The change cannot be kept.
    NotKept(NotKept),
}

impl From<NotKept> for NotChanged {
    fn from(why: NotKept) -> Self {
        Self::NotKept(why)
    }
}

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than what is looked into.
    TooLarge,
    /// What it unpacks to is out of all proportion to its size.
    Bomb,
    /// It has more text, cells or pieces than any plan.
    TooMuch,
    /// It begins as an office file and cannot be unpacked, or a part that it needs is missing or broken.
    Damaged,
    /// It is locked with a password.
    Encrypted,
    /// A Word file of before 2007 (`.doc`), whatever its name.
    OldWord,
    /// A workbook of before 1997.
    OldWorkbook,
    /// A text of another office program (`.odt`).
    OpenText,
    /// A file of the program that wrote `.wps`.
    Wps,
    /// A PDF, scanned or not.
    Pdf,
    /// A text with formatting (`.rtf`), which Word also saves under the name `.doc`.
    Rtf,
    /// A web page packed with its pictures (`.mht`), or a document of Word or Excel as one XML file.
    Packed,
    /// A workbook in Excel's binary form (`.xlsb`).
    BinaryWorkbook,
    /// Progress or another file that this program saved, and no plan.
    NoPlan,
    /// Nothing that is known: a picture, an archive of other files, a program.
    Unknown,
    /// It can be read, and nothing is written in it.
    NoText,
}
