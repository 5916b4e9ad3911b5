//! The views that a first visit can do without. On the site they are a WebAssembly module of their own, which
//! `xtask/site/src/split.rs` cuts out of the program and which is loaded when the first of them is opened. Everywhere else
//! they are there from the start.

use super::keep::{self, BrowserShelf};
use super::{current, plans};
use crate::browser::files::{self, Chosen};
use crate::browser::{measure, page};
use crate::domain::script;
use crate::element::{View, el, keyed};
use crate::persist::encoding::encodings;
use crate::persist::library::Library;
use crate::persist::room;
use crate::route::Named;
use crate::state::{Offer, Store};
use crate::views::lazy::{Lazy, Page, Part, PlanViews, STYLES, Views};
use crate::views::live::says;
use crate::views::print::{self, Browser};
use crate::views::{data, full_text, overview, report};
#[cfg(feature = "split")]
use crate::{domain::settings::Lang, state::Notice, text::words};
use leptos::prelude::*;

/// Loads these views, and says how that went.
pub fn load(lazy: RwSignal<Part<Views>>) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move { lazy.set(views().await.unwrap_or(Part::Missing)) });
    #[cfg(not(feature = "split"))]
    lazy.set(Part::There(there()));
}

/// Opens an address that is not written as this program writes it, and has it written so, if it is still the page's by the time it
/// can be read; says whether the address may be written now. `rest` is what it opens of the plan that is open; the `first` of a page
/// finds nothing open that could stay.
pub fn open_address(store: Store, rest: String, first: bool) -> bool {
    when_there(store, move |views| (views.open)(store, &rest, first))
}

/// Opens another plan; says whether the address may be written now.
pub fn open_plan(store: Store, named: Named, first: bool) -> bool {
    let Named::Other(id) = named else {
        store.session().open(current::plan());
        return true;
    };
    let id = id.to_owned();
    when_there(store, move |views| (views.open_plan)(store, &id, first))
}

/// Does something with the views that come later, if the address is still this one by then, and writes the address that it gives.
/// Where they cannot be loaded it says so, and the address stays, to be loaded again. Says whether the address may be written now.
fn when_there(store: Store, act: impl FnOnce(Views) -> Option<String> + 'static) -> bool {
    let write = |clean: Option<String>| clean.inspect(|clean| page::set_fragment(clean, false)).is_some();
    #[cfg(feature = "split")]
    {
        let fragment = page::fragment();
        leptos::task::spawn_local(async move {
            let lazy = views().await;
            if page::fragment() == fragment && !store.is_gone() {
                if let Ok(Part::There(views)) = lazy {
                    write(act(views));
                } else {
                    store.tell(Notice::OfAddress(Lang::ALL.map(|lang| words(lang).not_loaded.to_owned())));
                }
            }
        });
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
    open: |store, fragment, first| {
        if first { store.open_first(fragment) } else { Some(store.open_address(fragment)) }
    },
    open_plan: open_from_library,
};

/// Opens a plan of the library, with all that any plan needs, or tells why not: then what is open stays, and its address is given.
fn open_from_library(store: Store, id: &str, first: bool) -> Option<String> {
    script::bring_all();
    let now = store.now();
    match Library::load(&BrowserShelf, &current::plan(), now).open(&BrowserShelf, id, now) {
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

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(lazy, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn views() -> Result<Part<Views>, wasm_split_helpers::SplitLoaderError> {
    Ok(Part::There(there()))
}

/// The views, and their styles in the page.
fn there() -> Views {
    page::style("lazy-styles", STYLES);
    VIEWS
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
                after: |then| page::after(0, then),
            })
        }
        Page::Data => {
            data::data(data::Browser { read_file, drop_aside: keep::drop_aside, beside: keep::drop_or_restore, usage })
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

/// Reads the file that is chosen in the field of this id, and offers what is in it.
fn read_file(store: Store, input: &str) {
    files::read_chosen(input, encodings, move |name, chosen| match chosen {
        Chosen::Text { text, encoding } => store.offer_decoded(name, &text, encoding),
        Chosen::Unreadable => store.refuse_file(Offer::Unreadable { name }),
        Chosen::TooLarge => store.refuse_file(Offer::TooLarge { name }),
    });
}
