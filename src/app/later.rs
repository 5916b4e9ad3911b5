//! The views that a first visit can do without. On the site they are a WebAssembly module of their own, which
//! `xtask/site/src/split.rs` cuts out of the program and which is loaded when the first of them is opened. Everywhere else
//! they are there from the start.

use super::current;
use super::keep::{self, BrowserShelf};
use crate::browser::files::{self, Chosen};
use crate::browser::{measure, page};
use crate::domain::script;
use crate::element::View;
use crate::persist::encoding::encodings;
use crate::persist::library::Library;
use crate::persist::room;
use crate::route::{Address, Named};
use crate::state::{Offer, Store};
use crate::views::lazy::{Later, Page, Views};
use crate::views::print::{self, Browser};
use crate::views::{data, full_text, overview, report};
use leptos::prelude::*;

/// Loads these views, and says how that went.
pub fn load(later: RwSignal<Later>) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move { later.set(views().await.unwrap_or(Later::Missing)) });
    #[cfg(not(feature = "split"))]
    later.set(Later::There(VIEWS));
}

/// Opens an address that is not written as this program writes it, if it is still the page's by the time it can be read; says
/// whether that is now. `rest` is what it opens of the plan that is open.
pub fn open_address(store: Store, rest: String) -> bool {
    when_there(store, move |views| match views {
        Some(views) => (views.open)(store, &rest),
        None => store.open_at(Address::Unknown(rest)),
    })
}

/// Opens another plan; says whether the address is written by then.
pub fn open_plan(store: Store, named: Named) -> bool {
    let Named::Other(id) = named else {
        store.session().open(current::plan());
        return true;
    };
    let id = id.to_owned();
    when_there(store, move |views| {
        if !views.is_some_and(|views| (views.open_plan)(store, &id)) {
            store.open_at(Address::Unknown(["p/", &id].concat()));
        }
    })
}

/// Does something with the views that come later, or without them where they cannot be loaded, if the address is still this one by
/// then; says whether that is now.
fn when_there(store: Store, act: impl FnOnce(Option<Views>) + 'static) -> bool {
    let fragment = page::fragment();
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move {
        let later = views().await;
        if page::fragment() == fragment && !store.is_gone() {
            act(if let Ok(Later::There(views)) = later { Some(views) } else { None });
        }
    });
    #[cfg(not(feature = "split"))]
    {
        let _ = (store, fragment);
        act(Some(VIEWS));
    }
    cfg!(not(feature = "split"))
}

const VIEWS: Views = Views {
    draw,
    report: report::report,
    open: |store, fragment| store.open_address(fragment),
    open_plan: open_from_library,
};

/// Opens a plan of the library, with all that any plan needs; says whether there is one of this id.
fn open_from_library(store: Store, id: &str) -> bool {
    script::bring_all();
    let now = store.now();
    let opened = Library::load(&BrowserShelf, &current::plan(), now).open(&BrowserShelf, id, now);
    let is_there = opened.is_ok();
    if let Ok(plan) = opened {
        store.session().open(plan);
    }
    is_there
}

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn views() -> Result<Later, wasm_split_helpers::SplitLoaderError> {
    Ok(Later::There(VIEWS))
}

fn draw(page: Page) -> View {
    match page {
        Page::List => View::Nothing,
        Page::Overview => overview::overview(page::after_paint),
        Page::Read => full_text::full_text(),
        Page::Print => {
            page::tell_width();
            print::papers(Browser {
                heights: measure::heights,
                bottoms: measure::bottoms,
                later: |then| page::later(0, then),
            })
        }
        Page::Data => data::data(data::Browser { read_file, drop_aside: keep::drop_aside, usage }),
    }
}

/// How full the browser's storage is.
fn usage(store: Store) -> Option<[usize; 2]> {
    let usage = room::usage(&BrowserShelf, &store.plan().id).ok()?;
    Some([usage.percent(usage.used), usage.percent(usage.of_this_plan)])
}

/// Reads the file that is chosen in the field of this id, and offers what is in it.
fn read_file(store: Store, input: &str) {
    files::read_chosen(input, encodings, move |name, chosen| match chosen {
        Chosen::Text { text, encoding } => store.offer_decoded(name, &text, encoding),
        Chosen::Unreadable => store.refuse_file(Offer::Unreadable { name }),
        Chosen::TooLarge => store.refuse_file(Offer::TooLarge { name }),
    });
}
