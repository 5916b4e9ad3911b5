//! The views that a first visit can do without. On the site they are a WebAssembly module of their own, which
//! `xtask/src/split.rs` cuts out of the program and which is loaded when the first of them is opened. Everywhere else
//! they are there from the start.

use crate::browser::{measure, page};
use crate::element::View;
use crate::views::print::{self, Browser};
use crate::views::shell::{Later, Page};
use crate::views::{data, full_text, overview};
use leptos::prelude::*;

/// The views that are loaded later.
#[derive(Clone, Copy)]
struct Views(fn(Page) -> View);

/// The views that come later: there once they are loaded, which this begins.
pub fn views() -> Later {
    let views: RwSignal<Option<Views>> = RwSignal::new(None);
    Later {
        views: Box::new(move || views.get().map(|Views(draw)| draw)),
        load: Box::new(move || load(views)),
    }
}

#[cfg(feature = "split")]
fn load(views: RwSignal<Option<Views>>) {
    leptos::task::spawn_local(async move {
        let loaded = later().await;
        if let Ok(draw) = loaded {
            views.set(Some(draw));
        }
    });
}

#[cfg(not(feature = "split"))]
fn load(views: RwSignal<Option<Views>>) {
    views.set(Some(Views(draw)));
}

/// What is cut off: nothing but this may name what is drawn later.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn later() -> Result<Views, wasm_split_helpers::SplitLoaderError> {
    Ok(Views(draw))
}

fn draw(page: Page) -> View {
    match page {
        Page::List => View::Nothing,
        Page::Overview => overview::overview(),
        Page::Read => full_text::full_text(),
        Page::Print | Page::Batch => {
            print::papers(Browser { measure: measure::heights, later: |then| page::later(0, then) })
        }
        Page::Data => data::data(),
    }
}
