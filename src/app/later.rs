//! The views that a first visit can do without. On the site they are a WebAssembly module of their own, which
//! `xtask/src/split.rs` cuts out of the program and which is loaded when the first of them is opened. Everywhere else
//! they are there from the start.

use crate::browser::{measure, page};
use crate::element::View;
use crate::views::print::{self, Browser};
use crate::views::shell::{Later, Page};
use crate::views::{data, full_text, overview};
use leptos::prelude::*;

/// Loads these views, and says how that went.
pub fn load(later: RwSignal<Later>) {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async move { later.set(views().await.unwrap_or(Later::Missing)) });
    #[cfg(not(feature = "split"))]
    later.set(Later::There(draw));
}

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn views() -> Result<Later, wasm_split_helpers::SplitLoaderError> {
    Ok(Later::There(draw))
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
        Page::Data => data::data(),
    }
}
