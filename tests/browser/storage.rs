//! The browser's storage, as plain functions.

use crate::{Heard, script};
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::storage::{self, StorageChange};

#[wasm_bindgen_test]
fn a_text_is_kept_under_its_key_until_it_is_removed() {
    let key = "yaodian/test/布";
    assert_eq!(storage::get(key), Ok(None));
    storage::put(key, "第一\n\"次\"").unwrap();
    storage::put(key, "第二次").unwrap();
    assert_eq!(storage::get(key), Ok(Some("第二次".to_owned())));
    assert!(storage::keys().unwrap().iter().any(|kept| kept == key));
    storage::remove(key).unwrap();
    assert_eq!(storage::get(key), Ok(None));
}

#[wasm_bindgen_test]
fn storage_that_is_full_says_so_and_keeps_what_it_had() {
    let key = "yaodian/test/full";
    storage::put(key, "before").unwrap();
    let too_much = "x".repeat(16 << 20);
    assert_eq!(storage::put(key, &too_much), Err(storage::Fault::Full));
    assert_eq!(storage::get(key), Ok(Some("before".to_owned())));
    storage::remove(key).unwrap();
}

#[wasm_bindgen_test]
async fn what_another_window_does_to_storage_is_heard() {
    let heard = Heard::new();
    let hear = heard.clone();
    storage::on_change(move |change| hear.hear(change));
    let change = |key: &str, text: Option<&str>| StorageChange { key: Some(key.into()), text: text.map(Into::into) };
    // A frame is a window of its own on the same storage.
    script("document.body.append(Object.assign(document.createElement('iframe'), { id: 'other' }))").await;
    script("other.contentWindow.localStorage.setItem('yaodian/test/other', '網路')").await;
    assert_eq!(heard.next().await, change("yaodian/test/other", Some("網路")));
    assert_eq!(storage::get("yaodian/test/other"), Ok(Some("網路".to_owned())));
    // What this window does it knows; the next thing heard is the other's again.
    storage::put("yaodian/test/own", "1").unwrap();
    storage::remove("yaodian/test/own").unwrap();
    script("other.contentWindow.localStorage.removeItem('yaodian/test/other')").await;
    assert_eq!(heard.next().await, change("yaodian/test/other", None));
    script("other.contentWindow.localStorage.setItem('a', '1')").await;
    assert_eq!(heard.next().await, change("a", Some("1")));
    script("other.contentWindow.localStorage.clear()").await;
    assert_eq!(heard.next().await, StorageChange { key: None, text: None });
    script("other.remove()").await;
}

#[wasm_bindgen_test]
async fn storage_that_is_switched_off_says_so() {
    script(
        "window.storage = Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') }, configurable: true })",
    )
    .await;
    let refused = (storage::get("a"), storage::put("a", "1"), storage::remove("a"), storage::keys());
    script("Object.defineProperty(window, 'localStorage', window.storage)").await;
    let blocked = storage::Fault::Blocked;
    assert_eq!(refused, (Err(blocked), Err(blocked), Err(blocked), Err(blocked)));
}
