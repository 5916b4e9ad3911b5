//! The English reading of the plan that the page carries. On the site it is a WebAssembly module of its own, with what draws it, loaded
//! once the interface is in English: see [`mod@super::lazy`].

use super::current;
use crate::browser::page;
use crate::persist::english::reading;
use crate::views::english::{STYLES, bring};

#[cfg(feature = "split")]
thread_local! {
    /// What shows it, once it is loaded.
    static LOADED: std::cell::Cell<Option<fn()>> = const { std::cell::Cell::new(None) };
}

/// Loads it, and shows it in the open workspace: at once where it was loaded before. If it cannot be loaded, the plan stays in
/// Chinese until English is chosen again.
pub fn load() {
    #[cfg(feature = "split")]
    match LOADED.get() {
        Some(show) => show(),
        None => leptos::task::spawn_local(async { _ = english().await }),
    }
    #[cfg(not(feature = "split"))]
    page::after(0, show);
}

/// Runs `go`; where the list that stands in the page is in English, once the reading is loaded or cannot be.
pub fn first(is_english: bool, go: impl FnOnce() + 'static) {
    #[cfg(feature = "split")]
    if is_english {
        // Drawing begins it otherwise, which comes after this.
        _ = any_spawner::Executor::init_wasm_bindgen();
        return leptos::task::spawn_local(async {
            _ = english().await;
            go();
        });
    }
    _ = is_english;
    go();
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
    LOADED.set(Some(show));
    show();
    Ok(())
}
