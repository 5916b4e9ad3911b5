//! What the library and bringing in a plan need of the browser, and their words.

use super::live::{TextFn, says};
use super::review::browser::Browser;
use crate::domain::corrections::Corrected;
use crate::domain::corrections::mending::Mending;
use crate::domain::fault::{NotChanged, Unread};
use crate::domain::ledger::Ledger;
use crate::domain::plan::Plan;
use crate::reader::Diagnostic;
use crate::state::{Draft, Entry, Progress, Store, Stored, use_store};
use crate::text::plans::PlanWords;
use leptos::ev::Event;

/// What only the browser can do for the library, and for bringing in a plan.
#[derive(Clone, Copy)]
pub struct Shelves {
    /// The plans there are: the page's own first.
    pub entries: fn(Store) -> Vec<Entry>,
    /// The text of a plan's file.
    pub file: fn(Store, &str) -> Option<String>,
    /// How far a plan is, by what is kept for it; `None` if the plan cannot be read.
    pub progress: fn(Store, &str) -> Option<Progress>,
    /// Gives a plan a name of the person's own, or with an empty one takes it away.
    pub rename: fn(Store, &str, &str) -> Result<(), NotChanged>,
    /// Keeps a copy of a plan, without progress, under this name.
    pub copy: fn(Store, &str, &str) -> Result<(), NotChanged>,
    /// Deletes a plan and its progress, and hands both out; of the page's own plan only its progress. If the plan is open, the
    /// page's own is opened instead, and the library that is drawn then is told by [`Self::deleted`].
    pub delete: fn(Store, &Deleted) -> Result<Vec<Stored>, NotChanged>,
    /// What was deleted by the view before this one, if that was just now.
    pub deleted: fn() -> Option<(Deleted, Vec<Stored>)>,
    /// Removes what is kept beside the ledger of the open plan or, if `true`, brings it back.
    pub beside: fn(Store, bool),
    /// Brings back what was deleted of a plan.
    pub undelete: fn(Store, &Deleted, &[Stored]) -> Result<(), NotChanged>,
    /// Keeps a new plan and opens it.
    pub keep: fn(Store, Plan) -> Result<(), NotChanged>,
    /// The plan in a text of our own form, if it is one.
    pub plan_of: fn(&str) -> Option<Plan>,
    /// The text that is being brought in, or the kept plan that is being mended, as it was left.
    pub draft: fn() -> Draft,
    /// Keeps that until a plan is made of it.
    pub keep_draft: fn(&Draft),
    /// The plan that is kept under an id.
    pub kept: fn(&str) -> Option<Plan>,
    /// What is kept of the reports of a plan.
    pub ledger: fn(&Plan) -> Ledger,
    /// A kept plan, read again, with its corrections; and what the reader remarks on.
    pub again: fn(&Plan) -> (Mending, Vec<Diagnostic>),
    /// The plan of a reading with its corrections, as it is kept.
    pub mended: fn(&Mending) -> Corrected,
    /// Says that the kept plan of this id is being mended.
    pub mend: fn(&str),
    /// Gives up what was mended of the plan of this id and is not kept.
    pub leave: fn(&str),
    /// Keeps a plan that was mended in its own place, and opens it.
    pub keep_mended: fn(Store, Plan) -> Result<(), NotChanged>,
    /// Reads the file chosen in the field of this id; tells its name and what is in it.
    pub read_file: fn(&str, Take),
    /// Takes what is dropped on the view, or pasted into the field of this id, if it is a file or part of a web page.
    pub hand: fn(&'static str, &Event, Take),
    /// Calls a function after so many milliseconds, if the plan is still open.
    pub after: fn(Store, i32, Box<dyn FnOnce()>),
    /// What looking through a plan needs.
    pub review: Browser,
}

/// Takes what a file gave, or why it gave nothing.
pub type Take = Box<dyn Fn(Result<FileText, FileFault>)>;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The name of the file.
    pub name: String,
    /// The text.
    pub text: String,
    /// How many text boxes, notes, hidden passages, other sheets and hidden rows are not in it.
    pub left_out: [usize; 5],
}

/// Why a file that was chosen gives no text; each with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// The browser cannot read it.
    Unreadable(String),
    /// What reads it could not be loaded.
    NotLoaded(String),
    /// It is none of the files that are read, or cannot be.
    Unread(String, Unread),
    /// A plan file that is incomplete, or that a newer version of this program saved.
    BrokenPlan(String),
    /// No plan was found in its text.
    NoPlan(String),
}

impl FileFault {
    /// What is said of it.
    pub(super) fn says(&self, words: &PlanWords) -> String {
        match self {
            Self::Unreadable(name) => (words.not_read)(name, words.unreadable),
            Self::NotLoaded(name) => (words.not_read)(name, words.office_missing),
            Self::Unread(name, why) => (words.not_read)(name, (words.unread)(*why)),
            Self::BrokenPlan(name) => (words.not_read)(name, words.broken_plan),
            Self::NoPlan(name) => (words.not_read)(name, words.no_plan),
        }
    }
}

/// A plan that is deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Its id.
    pub id: String,
    /// The name it was shown with.
    pub title: String,
    /// The name that the person gave it; empty if none.
    pub name: String,
    /// Whether only its progress is deleted, as the page carries it.
    pub stays: bool,
}

/// The words of the library in the language of the moment.
pub(super) fn plan_words(store: Store) -> &'static PlanWords {
    PlanWords::of(store.lang())
}

/// A word of the library in the language of the moment.
pub(super) fn plan_word(read: fn(&PlanWords) -> &'static str) -> TextFn {
    let store = use_store();
    says(move || read(plan_words(store)).to_owned())
}
