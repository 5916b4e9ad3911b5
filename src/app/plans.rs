//! The library in the browser's storage, and bringing in a plan. On the site it is a WebAssembly module of its own, with the reader:
//! see [`mod@super::lazy`].

use super::keep::BrowserShelf;
use super::{
    current,
    drafts::{self, DRAFTS},
    elsewhere, handed, office,
};
use crate::browser::files::{self, NoBytes};
use crate::browser::{page, pointing, transfer};
use crate::domain::fault::{NotChanged, Unread};
use crate::domain::plan::Plan;
use crate::domain::plan_id::is_plan_id;
use crate::domain::script;
use crate::exchange::{self, Brought, Kind};
use crate::persist::encoding::encodings;
use crate::persist::library::{self, Library, Progress};
use crate::persist::mending;
use crate::persist::{plan_file, progress_file};
use crate::route::within;
use crate::state::{Entry, ListPlace, Store, use_store};
use crate::views::lazy::{Part, PlanViews};
use crate::views::plans::{Deleted, FileFault, FileText, Shelves, Take};
use crate::views::review::browser::Browser;
use crate::views::{library as library_view, new_plan};
use leptos::ev::Event;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// The largest file that is read, in bytes.
const MOST_BYTES: f64 = 67_108_864.0;

/// Loads these views, and says how that went.
pub fn load(part: RwSignal<Part<PlanViews>>) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move {
        let loaded = views().await.unwrap_or(Part::Missing);
        // Another view may be open by then.
        let _ = part.try_set(loaded);
    });
    #[cfg(not(feature = "split"))]
    part.set(Part::There(VIEWS));
}

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(plans, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn views() -> Result<Part<PlanViews>, wasm_split_helpers::SplitLoaderError> {
    Ok(Part::There(VIEWS))
}

const VIEWS: PlanViews = PlanViews {
    library: || {
        script::bring_all();
        stay_open(use_store());
        library_view::library(SHELVES)
    },
    // What is brought in may be in either script, with any characters.
    new_plan: || {
        script::bring_all();
        stay_open(use_store());
        new_plan::new_plan(SHELVES)
    },
};

const REVIEW: Browser = Browser {
    after,
    after_paint: |store, then| page::after_paint(store.while_open(then)),
    hear: pointing::hear,
    hear_undo: pointing::hear_undo,
    types: pointing::types,
    is_open: pointing::is_open,
    focused: pointing::focused,
    place_of: pointing::place_of,
    point: pointing::point,
    near: pointing::near,
    focus_if_lost: pointing::focus_if_lost,
};

const SHELVES: Shelves = Shelves {
    entries,
    file,
    progress,
    rename,
    copy,
    delete,
    deleted: || UNDOABLE.with_borrow(Clone::clone),
    set_deleted: |deleted| UNDOABLE.set(deleted.to_vec()),
    watch: elsewhere::watch,
    left,
    beside: super::gather::beside,
    undelete,
    keep,
    plan_of,
    drafts: &DRAFTS,
    kept: |id| library::plan(&BrowserShelf, id).ok(),
    ledger: |plan| library::ledger(&BrowserShelf, plan),
    again: mending::again,
    mended: mending::mended,
    would_change: mending::would_change,
    keep_mended,
    read_file,
    hand,
    after,
    has_guide: || !page::is_one_file(),
    review: &REVIEW,
};

/// Lets the plan that is open be open again when the page is loaded again at the library, whose addresses name none.
fn stay_open(store: Store) {
    let (session, id) = (store.session(), store.plan().id.clone());
    let is_first = session.is_own(&id) && untrack(|| session.turn()) == "0";
    let before = page::remembered().filter(|before| is_first && *before != id);
    match before.and_then(|before| library::plan(&BrowserShelf, &before).ok()) {
        Some(plan) => page::after(0, move || session.open(plan)),
        None => page::remember(&id),
    }
}

fn after(store: Store, wait: i32, then: Box<dyn FnOnce()>) {
    page::after(wait, store.while_open(then));
}

fn open_library(store: Store) -> Library {
    Library::load(&BrowserShelf, &store.session().own(), store.now())
}

fn entries(store: Store) -> Vec<Entry> {
    open_library(store).entries().to_vec()
}

fn file(store: Store, id: &str) -> Option<String> {
    plan_with(store, id).map(|plan| plan_file::to_text(&plan))
}

fn progress(store: Store, id: &str) -> Option<Progress> {
    let plan = store.plan();
    if plan.id == id {
        return Some(untrack(|| store.ledger(|ledger| Progress::of(&plan, ledger, store.now()))));
    }
    plan_with(store, id).map(|plan| Progress::kept(&BrowserShelf, &plan, store.now()))
}

/// The plan with this id, be it the page's own or one that is kept.
fn plan_with(store: Store, id: &str) -> Option<Arc<Plan>> {
    let own = store.session().own();
    if own.id == id { Some(own) } else { library::plan(&BrowserShelf, id).ok().map(Arc::new) }
}

fn rename(store: Store, id: &str, name: &str) -> Result<(), NotChanged> {
    open_library(store).rename(&BrowserShelf, id, name, store.now())
}

fn copy(store: Store, id: &str, name: &str) -> Result<(), NotChanged> {
    let mut library = open_library(store);
    let plan = plan_with(store, id).ok_or(NotChanged::Unsound)?;
    let plan = Plan { id: library.fresh_id(&BrowserShelf, store.now()), ..Plan::clone(&plan) };
    library.keep(&BrowserShelf, &plan, store.now())?;
    library.rename(&BrowserShelf, &plan.id, name, store.now())
}

thread_local! {
    /// What was deleted since the library was opened and can be undone.
    static UNDOABLE: RefCell<Vec<Deleted>> = const { RefCell::new(Vec::new()) };
}

fn delete(store: Store, id: &str, title: &str, before: &[Deleted]) -> Result<Deleted, NotChanged> {
    let mut library = open_library(store);
    let before: Vec<&ListPlace> = before.iter().filter_map(|deleted| deleted.place.as_ref()).collect();
    let place = library.place(id, &before);
    let stored = library.delete(&BrowserShelf, id, store.now())?;
    if store.plan().id == id {
        // Its workspace ends once this view has done what it does, and keeps its ledger as it ends, which then goes, too.
        let (session, id, now) = (store.session(), id.to_owned(), store.now());
        page::after(0, move || {
            session.open(session.own());
            let rest = move || _ = Library::load(&BrowserShelf, &session.own(), now).delete(&BrowserShelf, &id, now);
            page::after(0, rest);
        });
    }
    Ok(Deleted { title: title.to_owned(), stored, place })
}

fn undelete(store: Store, deleted: &Deleted) -> Result<(), NotChanged> {
    let mut library = open_library(store);
    library.undelete(&BrowserShelf, &deleted.stored, store.now())?;
    deleted.place.as_ref().map_or(Ok(()), |place| library.put_back(&BrowserShelf, place, store.now()))
}

/// Where only another plan is opened under the library, it is not left.
fn left() {
    if page::fragment() != LIBRARY {
        UNDOABLE.set(Vec::new());
    }
}

/// The address of the library.
const LIBRARY: &str = "#/plans";

thread_local! {
    /// The marks that came with the plan file that was read last, as a progress file.
    static CAME: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The plan in a text of our own form. What was handed out with it is taken in when the plan is kept.
fn plan_of(text: &str) -> Option<Plan> {
    let (plan, came) = Some(text).filter(|text| text.trim_start().starts_with('{')).map(plan_file::parted)?;
    let plan = plan_file::from_text(&plan).ok()?;
    CAME.set(came);
    Some(plan)
}

/// Keeps a plan under its id, or under a new one where it has none or another plan has it, and opens it. One that was handed out, and that is
/// there already in the same words, is opened there: a unit has one ledger of it, whichever file it gets.
fn keep(store: Store, mut plan: Plan) -> Result<(), NotChanged> {
    let came = CAME.take().filter(|came| progress_file::read("", came, "utf-8", &plan).is_ok());
    if let Some(there) = plan_with(store, &plan.id).filter(|there| there.fingerprint() == plan.fingerprint())
        && came.is_some()
    {
        drafts::leave();
        open(store, there, came);
        return Ok(());
    }
    let mut library = open_library(store);
    if !is_plan_id(&plan.id) || library.entry(&plan.id).is_some() || library.leftovers().contains(&plan.id) {
        plan.id = library.fresh_id(&BrowserShelf, store.now());
    }
    library.keep(&BrowserShelf, &plan, store.now())?;
    drafts::leave();
    open(store, Arc::new(plan), came);
    Ok(())
}

/// Keeps a plan that was mended in its own place, and opens it.
fn keep_mended(store: Store, plan: Plan) -> Result<(), NotChanged> {
    open_library(store).keep(&BrowserShelf, &plan, store.now())?;
    drafts::leave();
    open(store, Arc::new(plan), None);
    Ok(())
}

/// Opens a plan, and takes in what came with it.
fn open(store: Store, plan: Arc<Plan>, came: Option<String>) {
    let address = if store.session().is_own(&plan.id) { "#/".to_owned() } else { within(&plan.id, "#/") };
    // The view that asked for it ends with the plan that is open.
    page::after(0, move || {
        script::bring_all();
        page::set_fragment(&address, true);
        store.session().open(plan);
        if let Some(came) = came {
            page::after(0, move || current::with(|store| handed::take_in_marks(store, &came, handed::With::Plan)));
        }
    });
}

/// Reads the files chosen in the field of this id. What only an office file needs is loaded with the first of them.
fn read_file(input: &str, then: Take) {
    files::bytes_of_all_chosen(input, MOST_BYTES, move |place, name, bytes| bring(place, name, bytes, then.clone()));
}

/// Takes files that are dropped or pasted. A piece of a web page is pasted into the field of this id as the text that it shows.
fn hand(field: &'static str, event: &Event, then: Take) {
    if event.type_() == "dragover" {
        return transfer::allow(event);
    }
    let take = move |place, name, bytes| bring(place, name, bytes, then.clone());
    if transfer::take_files(event, MOST_BYTES, take) || event.type_() == "drop" {
        return;
    }
    if let Some((page, plain)) = transfer::pasted(event).filter(|(page, _)| exchange::is_worth_reading(page)) {
        event.prevent_default();
        office::with(move |office| {
            let read = office.and_then(|office| (office.of_html)(&page).ok());
            transfer::type_into(field, read.as_ref().map_or(&plain, |brought| &brought.text));
        });
    }
}

/// Reads a file, and hands its text on with its place among those that came with it.
fn bring(place: u32, name: String, bytes: Result<Vec<u8>, NoBytes>, then: Take) {
    let then = move |brought| then(place, brought);
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(NoBytes::TooLarge) => return then(Err(FileFault::Unread(name, Unread::TooLarge))),
        Err(NoBytes::Unreadable) => return then(Err(FileFault::Unreadable(name))),
    };
    if let Some(brought) = exchange::plain(&bytes, encodings, &files::decode_as) {
        return then(file_text(name, brought));
    }
    office::with(move |office| {
        then(match office {
            Some(office) => file_text(name, (office.text_of)(&bytes)),
            None => Err(FileFault::NotLoaded(name)),
        });
    });
}

fn file_text(name: String, brought: Result<Brought, Unread>) -> Result<FileText, FileFault> {
    match brought {
        Ok(brought) if brought.kind == Kind::Plan && plan_of(&brought.text).is_none() => {
            Err(FileFault::BrokenPlan(name))
        }
        Ok(brought) => Ok(FileText { name, text: brought.text, left_out: brought.left_out.counts() }),
        Err(why) => Err(FileFault::Unread(name, why)),
    }
}
