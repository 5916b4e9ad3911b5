//! Loads the views that a first visit does without. On the site they are a WebAssembly module of their own, which
//! `xtask/site/src/split.rs` cuts out of the program, and which is loaded when one of them is first opened. Everywhere else
//! they are in the program from the start.

use super::gather::{HANDS, beside};
use super::hand_out::{self, OUT};
use super::keep::{self, BrowserShelf};
use super::{current, elsewhere, handed, keys, plans};
use crate::browser::{measure, page};
use crate::domain::{arrangement, lights, script};
use crate::element::{View, el, keyed};
use crate::persist::library::Library;
use crate::persist::room;
use crate::persist::rounds;
use crate::route::{self, Named, meant_plan};
use crate::state::Store;
use crate::state::actions::bring_copies;
use crate::views::lazy::{Lazy, Page, Part, PlanViews, STYLES, Views};
use crate::views::live::says;
use crate::views::print::{self, Browser};
use crate::views::rounds::Frozen;
use crate::views::{
    arrangement as arrangement_view, data, dues, full_text, list_notes, overview, report, rounds as rounds_view,
};
#[cfg(feature = "split")]
use crate::{
    domain::settings::Lang,
    state::{About, Notice},
    text::words,
};
use leptos::prelude::*;

/// Loads these views, and says how that went.
pub fn load(lazy: RwSignal<Part<Views>>) {
    with(Box::new(move |part| lazy.set(part)));
}

/// Hands these views to `act` once they are loaded, or that they are missing. In one place, as each would be code of its own.
fn with(act: Box<dyn FnOnce(Part<Views>)>) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move { act(views().await.unwrap_or(Part::Missing)) });
    #[cfg(not(feature = "split"))]
    act(Part::There(there()));
}

/// Opens an address that this program did not write, once the code that reads it is loaded and if it is still the page's
/// address then, and writes it anew. `rest` is the part within the open plan; with `first`, no view is open that could stay.
/// Returns whether the address may be written now.
pub fn open_address(store: Store, rest: String, first: bool) -> bool {
    when_there(store, Box::new(move |views| (views.open)(store, &rest, first)))
}

/// Opens another plan. Returns whether the address may be written now.
pub fn open_plan(store: Store, named: Named, first: bool) -> bool {
    let Named::Other(id) = named else {
        store.session().open(store.session().own());
        return true;
    };
    let id = id.to_owned();
    when_there(store, Box::new(move |views| (views.open_plan)(store, &id, first)))
}

/// Looks after a workspace that has begun and is not empty.
pub fn look_after(store: Store) {
    when_there(store, Box::new(move |views| (views.look_after)(store)));
}

/// Does what a key is for that is pressed alone.
pub fn press(store: Store, key: String) {
    when_there(store, Box::new(move |views| (views.key)(store, &key)));
}

/// Copies the link to an address within the page; of an empty one, to what is open.
pub fn copy(store: Store, address: String) {
    when_there(store, Box::new(move |views| (views.copy)(store, &address)));
}

/// Runs `act` with the views loaded later, if the address is still the same by then, and writes the address that it returns.
/// If they cannot be loaded, the page says so and the address stays, to be loaded again. Returns whether the address may be
/// written now.
fn when_there(store: Store, act: Box<dyn FnOnce(Views) -> Option<String>>) -> bool {
    let write = |clean: Option<String>| clean.inspect(|clean| page::set_fragment(clean, false)).is_some();
    #[cfg(feature = "split")]
    {
        let fragment = page::fragment();
        with(Box::new(move |part| {
            if page::fragment() == fragment && !store.is_gone() {
                if let Part::There(views) = part {
                    write(act(views));
                } else {
                    store.tell(Notice::Told(Lang::ALL.map(|lang| words(lang).not_loaded.to_owned()), About::Address));
                }
            }
        }));
        false
    }
    #[cfg(not(feature = "split"))]
    {
        let _ = store;
        write(act(there()))
    }
}

const VIEWS: Views = Views {
    draw,
    report: report::report,
    notes: list_notes::list_notes,
    open: |store, fragment, first| {
        if first { store.open_first(fragment) } else { Some(store.open_address(fragment)) }
    },
    open_plan: open_from_library,
    sheet: keys::help,
    key: |store, key| {
        keys::press(store, key);
        None
    },
    copy: |store, address| {
        keys::copy(store, address);
        None
    },
    look_after: |store| {
        keep::remind(store);
        handed::take_in(store);
        None
    },
};

/// Opens a plan of the library with everything that any plan needs. If that fails, shows a notice and returns the address of
/// what stays open.
fn open_from_library(store: Store, id: &str, first: bool) -> Option<String> {
    script::bring_all();
    let now = store.now();
    let meant = &meant_plan(id);
    if meant != id {
        // Written as this program does before it is read again with the plan.
        let (_, rest) = route::split(&page::fragment());
        page::set_fragment(&route::within(meant, &rest), false);
    }
    if store.session().is_own(meant) {
        store.session().open(store.session().own());
        return None;
    }
    let id = meant;
    match Library::load(&BrowserShelf, &store.session().own(), now).open(&BrowserShelf, id, now) {
        Ok(plan) => {
            store.session().open(plan);
            None
        }
        Err(fault) => {
            store.tell_no_plan(id, &fault);
            (!first).then(|| store.open_now())
        }
    }
}

/// The part of the program that only this function leads to is cut off.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(lazy, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn views() -> Result<Part<Views>, wasm_split_helpers::SplitLoaderError> {
    Ok(Part::There(there()))
}

/// The views, with the code that reads deadlines; their styles are put into the page, and it listens to what other windows do. They
/// show and read what people write, which may have any characters.
fn there() -> Views {
    script::bring_all();
    page::style("lazy-styles", STYLES);
    elsewhere::listen();
    dues::bring();
    bring_copies(hand_out::copy_of_all);
    if lights::bring() | arrangement::bring() {
        // A list that is open follows them from now on.
        page::after(0, || current::with(Store::look_again));
    }
    VIEWS
}

/// How the states of closed rounds are kept.
const FROZEN: Frozen = Frozen {
    keep: |store, round, ledger| rounds::keep(&BrowserShelf, &store.plan(), round, ledger),
    load: |store, round| rounds::load(&BrowserShelf, &store.plan(), round),
    remove: |store, round| _ = rounds::remove(&BrowserShelf, &store.plan(), round),
};

fn draw(page: Page) -> View {
    match page {
        Page::List => View::Nothing,
        Page::Overview => overview::overview(page::after_paint, FROZEN.load),
        Page::Read => full_text::full_text(),
        Page::Rounds => rounds_view::rounds(FROZEN),
        Page::Arrangement => arrangement_view::arrangement(),
        Page::Print => {
            page::tell_width();
            print::papers(Browser {
                heights: measure::heights,
                bottoms: measure::bottoms,
                after: |then| page::after(0, then),
                receipts: HANDS.receipts,
                frozen: FROZEN.load,
            })
        }
        Page::Data => {
            let has_guide = || !page::is_one_file();
            data::data(data::Browser { hands: HANDS, out: OUT, drop_aside: keep::drop_aside, beside, usage, has_guide })
        }
        Page::Plans => plan_view(|views| (views.library)()),
        Page::NewPlan => plan_view(|views| (views.new_plan)()),
    }
}

/// A view of the library. It comes with a part of its own, which is got when the first of them is opened.
fn plan_view(draw: fn(PlanViews) -> View) -> View {
    let lazy = Lazy::new(plans::load);
    let place = || el("main").id("list").class("data").set("tabindex", "-1");
    keyed(says(move || lazy.key().to_owned()), move || lazy.draw(draw, place(), "list"))
}

/// How full the browser's storage is.
fn usage(store: Store) -> Option<[usize; 2]> {
    let usage = room::usage(&BrowserShelf, &store.plan().id).ok()?;
    Some([usage.percent(usage.used), usage.percent(usage.of_this_plan)])
}
