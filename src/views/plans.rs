//! What the library and bringing in a plan need of the browser, and their words.

use super::live::{TextFn, says};
use super::review::browser::Browser;
use crate::domain::corrections::mending::Mending;
use crate::domain::corrections::{Corrected, Correction};
use crate::domain::fault::{NotChanged, NotKept, Unread};
use crate::domain::history::Beside;
use crate::domain::ledger::Ledger;
use crate::domain::plan::Plan;
use crate::reader::Diagnostic;
use crate::state::{Draft, Entry, ListPlace, Progress, Store, Stored, use_store};
use crate::text::plans::PlanWords;
use leptos::ev::Event;
use std::rc::Rc;

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
    /// Deletes the plan of an id, shown under this name, and its progress, after these; of the page's own plan only its progress. If the plan is open,
    /// the page's own is opened instead, and the library that is drawn then is told by [`Self::deleted`].
    pub delete: fn(Store, &str, &str, &[Deleted]) -> Result<Deleted, NotChanged>,
    /// What was deleted since the library was opened and can be undone, in that order; also where another plan was opened under it.
    pub deleted: fn() -> Vec<Deleted>,
    /// Says what that is now.
    pub set_deleted: fn(&[Deleted]),
    /// Lets this function hear, instead of the one before, that another window changed something that is kept.
    pub watch: fn(Hears),
    /// The view goes: if the library is left, nothing can be undone any more.
    pub left: fn(),
    /// Does beside the ledger of the open plan what a step did or, if `true`, takes it back.
    pub beside: fn(Store, Beside, bool),
    /// Brings back what was deleted of a plan, to where it stood.
    pub undelete: fn(Store, &Deleted) -> Result<(), NotChanged>,
    /// Keeps a new plan and opens it.
    pub keep: fn(Store, Plan) -> Result<(), NotChanged>,
    /// The plan in a text of our own form, if it is one.
    pub plan_of: fn(&str) -> Option<Plan>,
    /// What is half done.
    pub drafts: &'static Drafts,
    /// The plan that is kept under an id.
    pub kept: fn(&str) -> Option<Plan>,
    /// What is kept of the reports of a plan.
    pub ledger: fn(&Plan) -> Ledger,
    /// A kept plan, read again, with its corrections; and what the reader remarks on.
    pub again: fn(&Plan) -> (Mending, Vec<Diagnostic>),
    /// The plan of a reading with its corrections, as it is kept.
    pub mended: fn(&Mending) -> Corrected,
    /// Whether one more correction would change anything.
    pub would_change: fn(&Mending, &Correction) -> bool,
    /// Keeps a plan that was mended in its own place, and opens it.
    pub keep_mended: fn(Store, Plan) -> Result<(), NotChanged>,
    /// Reads the files chosen in the field of this id; tells the name of each and what is in it.
    pub read_file: fn(&str, Take),
    /// Takes what is dropped on the view, or pasted into the field of this id, if it is files or part of a web page.
    pub hand: fn(&'static str, &Event, Take),
    /// Calls a function after so many milliseconds, if the plan is still open.
    pub after: fn(Store, i32, Box<dyn FnOnce()>),
    /// Whether the guide stands beside the page.
    pub has_guide: fn() -> bool,
    /// What looking through a plan needs.
    pub review: &'static Browser,
}

/// What is half done: texts that are being brought in, and plans that are being mended. A window works on one of them.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// What this window works on, as it was left.
    pub now: fn() -> Draft,
    /// Keeps that until a plan is made of it. Returns whether another window works on the same, so that it is now a draft of its own; or
    /// why it is not kept: then this window alone has it, and tries again with the next change.
    pub keep: fn(&Draft) -> Result<bool, NotKept>,
    /// All others.
    pub others: fn() -> Vec<HalfDone>,
    /// Lets this window work on another one, which is returned.
    pub take_up: fn(&TakeUp) -> Draft,
    /// Keeps a text as a draft beside the others; whether it is kept.
    pub add: fn(String) -> bool,
    /// Throws away the draft under a key.
    pub drop: fn(&str),
    /// From now on calls this when the draft is to be kept: another window puts something in its place, or the view is about to be drawn
    /// again. Returns a number for [`Self::end`].
    pub hear: fn(Hears) -> u32,
    /// Ends that; whether nobody else is called instead by now.
    pub end: fn(u32) -> bool,
}

/// Is called when something is heard of.
pub type Hears = Box<dyn Fn()>;

/// A draft that is half done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfDone {
    /// What it is kept under.
    pub key: String,
    /// The first line of its text, or the title of the kept plan that is mended.
    pub title: String,
    /// Whether it is of a kept plan.
    pub is_kept: bool,
    /// Whether it is kept itself; else this window alone has it.
    pub is_safe: bool,
}

/// Which draft a window works on from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakeUp {
    /// The one under this key.
    This(String),
    /// The one of the kept plan with this id.
    Kept(String),
    /// One of a new plan: that which it works on, if it does on such a one.
    New,
    /// A new plan without a text.
    Fresh,
    /// That of a new plan, and the one so far is thrown away.
    Nothing,
}

/// Takes what a file gave, or why it gave nothing; and its place among the files that came with it, from 0.
pub type Take = Rc<dyn Fn(u32, Result<FileText, FileFault>)>;

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
    /// It could be read, and there is no room to let it wait.
    NoRoom(String),
}

impl FileFault {
    /// What is said of it.
    pub(super) fn says(&self, words: &PlanWords) -> String {
        match self {
            Self::Unreadable(name) => (words.not_read)(name, words.unreadable),
            Self::NotLoaded(name) => (words.not_read)(name, words.office_missing),
            Self::Unread(name, why) => (words.not_read)(name, (words.unread)(*why)),
            Self::BrokenPlan(name) => (words.not_read)(name, words.broken_plan),
            Self::NoRoom(name) => (words.not_read)(name, (words.not_changed)(&NotChanged::NotKept(NotKept::Full))),
            Self::NoPlan(name) => (words.not_read)(name, words.no_plan),
        }
    }
}

/// What was deleted of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// The name that the plan was shown with.
    pub title: String,
    /// What was kept of it.
    pub stored: Vec<Stored>,
    /// Where it stood in the library; `None` for the page's own, which is still there.
    pub place: Option<ListPlace>,
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
