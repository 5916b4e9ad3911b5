//! Texts under keys, kept by the browser for this origin (localStorage).
//!
//! Storage may be switched off (then even asking for it throws) or full. `gloo_storage` panics if it is off, so it is called
//! only after the browser was asked.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::prelude::*;

/// Why storage could not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Storage is switched off.
    Blocked,
    /// Storage is full.
    Full,
}

fn storage() -> Result<web_sys::Storage, Fault> {
    let there = web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some();
    if there { Ok(LocalStorage::raw()) } else { Err(Fault::Blocked) }
}

/// The text under a key; `None` if there is none.
///
/// # Errors
/// If storage is switched off.
pub fn get(key: &str) -> Result<Option<String>, Fault> {
    storage()?.get_item(key).map_err(|_| Fault::Blocked)
}

/// Puts a text under a key.
///
/// # Errors
/// If storage is switched off or full; the key then has the text it had before.
pub fn put(key: &str, text: &str) -> Result<(), Fault> {
    storage()?.set_item(key, text).map_err(|error| {
        let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
            _ => Fault::Blocked,
        }
    })
}

/// Removes a key with its text.
///
/// # Errors
/// If storage is switched off.
pub fn remove(key: &str) -> Result<(), Fault> {
    storage()?.remove_item(key).map_err(|_| Fault::Blocked)
}

/// All keys, of this program and of others on the same origin.
///
/// # Errors
/// If storage is switched off.
pub fn keys() -> Result<Vec<String>, Fault> {
    let storage = storage()?;
    let count = storage.length().map_err(|_| Fault::Blocked)?;
    Ok((0..count).filter_map(|i| storage.key(i).ok().flatten()).collect())
}

/// The text that only this window keeps under a key, also when it is loaded again; `None` if there is none.
pub fn own(key: &str) -> Option<String> {
    own_storage()?.get_item(key).ok().flatten()
}

/// Keeps a text for this window alone, or with `None` takes it away. Where that is switched off, nothing is kept.
pub fn set_own(key: &str, text: Option<&str>) {
    let Some(storage) = own_storage() else { return };
    let _ = match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    };
}

/// Read as a value: a name of the browser that is called directly costs a first visit a few bytes.
fn own_storage() -> Option<web_sys::Storage> {
    let storage = js_sys::Reflect::get(web_sys::window()?.as_ref(), &"sessionStorage".into()).ok()?;
    storage.is_object().then(|| storage.unchecked_into())
}

/// What another window did to storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageChange {
    /// The key; `None` if all keys were removed.
    pub key: Option<String>,
    /// The text that the key has now; `None` if the key was removed.
    pub text: Option<String>,
}

/// Calls `heard` whenever another window changes storage, as long as the page is open.
pub fn on_change(heard: impl Fn(StorageChange) + 'static) {
    super::page::listen("storage", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() {
            heard(StorageChange { key: event.key(), text: event.new_value() });
        }
    });
}
