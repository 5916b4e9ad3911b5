//! The library in the browser's storage, and bringing in a plan. On the site it is a WebAssembly module of its own, with the reader:
//! see [`mod@super::lazy`].

use super::keep::{self, BrowserShelf};
use crate::browser::files::{self, Chosen};
use crate::browser::page;
use crate::domain::fault::NotChanged;
use crate::domain::plan::Plan;
use crate::domain::plan_id::is_plan_id;
use crate::domain::script;
use crate::persist::draft::{self, Draft};
use crate::persist::encoding::encodings;
use crate::persist::library::{self, Library, Progress};
use crate::persist::plan_file;
use crate::route::within;
use crate::state::{Entry, Store, Stored};
use crate::views::lazy::{Part, PlanViews};
use crate::views::plans::{Deleted, FileFault, Shelves, Take};
use crate::views::{library as library_view, new_plan};
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;

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
        library_view::library(SHELVES)
    },
    new_plan: || new_plan::new_plan(SHELVES),
};

const SHELVES: Shelves = Shelves {
    entries,
    file,
    progress,
    rename,
    copy,
    delete,
    deleted: || DELETED.take(),
    beside: keep::drop_or_restore,
    undelete,
    keep,
    plan_of: |text| if text.trim_start().starts_with('{') { plan_file::from_text(text).ok() } else { None },
    draft: || draft::load(&BrowserShelf).text,
    // A draft that is not kept is still in its field.
    keep_draft: |text| _ = draft::keep(&BrowserShelf, &Draft { text: text.to_owned(), ..Draft::default() }),
    read_file,
    after: |store, wait, then| page::after(wait, store.while_open(then)),
};

fn open_library(store: Store) -> Library {
    Library::load(&BrowserShelf, &store.session().own(), store.now())
}

fn entries(store: Store) -> Vec<Entry> {
    open_library(store).entries().to_vec()
}

fn file(store: Store, id: &str) -> Option<String> {
    if store.session().is_own(id) {
        return Some(plan_file::to_text(&store.session().own()));
    }
    library::plan(&BrowserShelf, id).ok().map(|plan| plan_file::to_text(&plan))
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
    /// The open plan that was deleted just now, for the view that follows.
    static DELETED: Cell<Option<(Deleted, Vec<Stored>)>> = const { Cell::new(None) };
}

fn delete(store: Store, plan: &Deleted) -> Result<Vec<Stored>, NotChanged> {
    let deleted = open_library(store).delete(&BrowserShelf, &plan.id, store.now())?;
    if store.plan().id == plan.id {
        DELETED.set(Some((plan.clone(), deleted.clone())));
        // Its workspace ends once this view has done what it does, and keeps nothing until then.
        page::after(0, move || store.session().open(store.session().own()));
    }
    Ok(deleted)
}

fn undelete(store: Store, plan: &Deleted, stored: &[Stored]) -> Result<(), NotChanged> {
    let mut library = open_library(store);
    library.undelete(&BrowserShelf, stored, store.now())?;
    let known = library.entry(&plan.id).is_none_or(|entry| entry.name == plan.name);
    if known { Ok(()) } else { library.rename(&BrowserShelf, &plan.id, &plan.name, store.now()) }
}

/// Keeps a plan under its id, or under a new one where it has none or another plan has it, and opens it.
fn keep(store: Store, mut plan: Plan) -> Result<(), NotChanged> {
    let mut library = open_library(store);
    if !is_plan_id(&plan.id) || library.entry(&plan.id).is_some() || library.leftovers().contains(&plan.id) {
        plan.id = library.fresh_id(&BrowserShelf, store.now());
    }
    library.keep(&BrowserShelf, &plan, store.now())?;
    let _ = draft::keep(&BrowserShelf, &Draft::default());
    let address = within(&plan.id, "#/");
    // The view that asked for it ends with the plan that is open.
    page::after(0, move || {
        script::bring_all();
        page::set_fragment(&address, true);
        store.session().open(plan);
    });
    Ok(())
}

fn read_file(input: &str, then: Take) {
    files::read_chosen(input, encodings, move |name, chosen| {
        then(match chosen {
            Chosen::Text { text, .. } => Ok(text),
            Chosen::Unreadable => Err(FileFault::Unreadable(name)),
            Chosen::TooLarge => Err(FileFault::TooLarge(name)),
        });
    });
}
