//! What finds bodies by what people call them. On the site it is a WebAssembly module of its own, loaded when somebody chooses a list or
//! searches: see [`mod@super::lazy`].

use super::current;
use crate::domain::sayings;
use crate::state::Store;

/// Brings it, and lets what is open look again. Where it cannot be loaded, bodies are found by the names that the plan has.
pub fn bring() {
    #[cfg(feature = "split")]
    leptos::task::spawn_local(async {
        if brought().await.is_ok() {
            current::with(Store::find_again);
        }
    });
    #[cfg(not(feature = "split"))]
    {
        sayings::bring();
        current::with(Store::find_again);
    }
}

/// What is cut off is what only this leads to.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(sayings, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "what loads it may fail")]
fn brought() -> Result<(), wasm_split_helpers::SplitLoaderError> {
    sayings::bring();
    Ok(())
}
