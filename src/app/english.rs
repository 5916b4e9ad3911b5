//! The English reading of the plan that the page carries. On the site it is a WebAssembly module of its own, with what draws it, loaded
//! once the interface is in English: see [`mod@super::lazy`].

use super::current;
use crate::browser::page;
use crate::persist::english::reading;
use crate::views::english::{STYLES, bring};

/// Loads it, and shows it in the open workspace. If it cannot be loaded, the plan stays in Chinese until English is chosen again.
pub fn load() {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async { _ = english().await });
    #[cfg(not(feature = "split"))]
    page::after(0, show);
}

fn show() {
    page::style("english-styles", STYLES);
    current::with(|store| bring(store, reading()));
}

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(english, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn english() -> Result<(), wasm_split_helpers::SplitLoaderError> {
    show();
    Ok(())
}
