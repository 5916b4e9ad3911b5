//! The library in the browser's storage, and bringing in a plan. On the site it is a WebAssembly module of its own, with the reader:
//! see [`mod@super::lazy`].

use super::keep::BrowserShelf;
use super::office;
use crate::browser::files::{self, NoBytes};
use crate::browser::{page, pointing, transfer};
use crate::domain::fault::{NotChanged, Unread};
use crate::domain::plan::Plan;
use crate::domain::plan_id::is_plan_id;
use crate::domain::script;
use crate::exchange::{self, Brought};
use crate::persist::draft::{self, Draft};
use crate::persist::encoding::encodings;
use crate::persist::library::{self, Library};
use crate::persist::plan_file;
use crate::route::within;
use crate::state::{Entry, Store, Stored};
use crate::views::lazy::{Part, PlanViews};
use crate::views::plans::{FileFault, FileText, Shelves, Take};
use crate::views::review::browser::Browser;
use crate::views::{new_plan, plans};
use leptos::ev::Event;
use leptos::prelude::*;

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
        plans::library(SHELVES)
    },
    new_plan: || new_plan::new_plan(SHELVES),
};

const SHELVES: Shelves = Shelves {
    entries,
    file,
    delete,
    undelete,
    keep,
    plan_of: |text| if text.trim_start().starts_with('{') { plan_file::from_text(text).ok() } else { None },
    draft: || draft::load(&BrowserShelf).text,
    // A draft that is not kept is still in its field.
    keep_draft: |text| _ = draft::keep(&BrowserShelf, &Draft { text: text.to_owned(), ..Draft::default() }),
    read_file,
    hand,
    after,
    review: Browser {
        after,
        after_paint: |store, then| page::after_paint(store.while_open(then)),
        hear: pointing::hear,
        types: pointing::types,
        place_of: pointing::place_of,
        point: pointing::point,
        near: pointing::near,
        focus_if_lost: pointing::focus_if_lost,
    },
};

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
    if store.session().is_own(id) {
        return Some(plan_file::to_text(&store.session().own()));
    }
    library::plan(&BrowserShelf, id).ok().map(|plan| plan_file::to_text(&plan))
}

fn delete(store: Store, id: &str) -> Result<Vec<Stored>, NotChanged> {
    open_library(store).delete(&BrowserShelf, id, store.now())
}

fn undelete(store: Store, stored: &[Stored]) -> Result<(), NotChanged> {
    open_library(store).undelete(&BrowserShelf, stored, store.now())
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

/// Reads the file chosen in the field of this id. What only an office file needs is loaded with the first of them.
fn read_file(input: &str, then: Take) {
    files::bytes_of_chosen(input, MOST_BYTES, move |name, bytes| bring(name, bytes, then));
}

/// Takes a file that is dropped or pasted. A piece of a web page is pasted into the field of this id as the text that it shows.
fn hand(field: &'static str, event: &Event, then: Take) {
    if event.type_() == "dragover" {
        return transfer::allow(event);
    }
    if transfer::take_file(event, MOST_BYTES, move |name, bytes| bring(name, bytes, then)) || event.type_() == "drop" {
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

fn bring(name: String, bytes: Result<Vec<u8>, NoBytes>, then: Take) {
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
        Ok(brought) => Ok(FileText { text: brought.text, left_out: brought.left_out.counts() }),
        Err(why) => Err(FileFault::Unread(name, why)),
    }
}
