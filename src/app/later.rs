//! The views that a first visit can do without. On the site they are a WebAssembly module of their own, which
//! `xtask/site/src/split.rs` cuts out of the program and which is loaded when the first of them is opened. Everywhere else
//! they are there from the start.

use super::keep;
use crate::browser::files::{self, Chosen};
use crate::browser::{measure, page};
use crate::element::View;
use crate::persist::encoding::encodings;
#[cfg(feature = "split")]
use crate::route::Address;
use crate::state::{Offer, Store};
use crate::views::print::{self, Browser};
use crate::views::shell::{Later, Page, Views};
use crate::views::{data, full_text, overview};
use leptos::prelude::*;

/// Loads these views, and says how that went.
pub fn load(later: RwSignal<Later>) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move { later.set(views().await.unwrap_or(Later::Missing)) });
    #[cfg(not(feature = "split"))]
    later.set(Later::There(VIEWS));
}

/// Opens an address that is not written as this program writes it, if it is still the page's by the time it can be read; says
/// whether that is now.
pub fn open_address(store: Store, fragment: &str) -> bool {
    #[cfg(feature = "split")]
    let fragment = fragment.to_owned();
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move {
        let later = views().await;
        if page::fragment() != fragment {
            return;
        }
        match later {
            Ok(Later::There(views)) => (views.open)(store, &fragment),
            _ => store.open_at(Address::Unknown(fragment)),
        }
    });
    #[cfg(not(feature = "split"))]
    (VIEWS.open)(store, fragment);
    cfg!(not(feature = "split"))
}

const VIEWS: Views = Views { draw, open: |store, fragment| store.open_address(fragment) };

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
        Page::Data => data::data(data::Browser { read_file, drop_aside: keep::drop_aside }),
    }
}

/// Reads the file that is chosen in the field of this id, and offers what is in it.
fn read_file(store: Store, input: &str) {
    files::read_chosen(input, encodings, move |name, chosen| match chosen {
        Chosen::Text(text) => store.offer_file(name, &text),
        Chosen::Unreadable => store.refuse_file(Offer::Unreadable { name }),
        Chosen::TooLarge => store.refuse_file(Offer::TooLarge { name }),
    });
}
