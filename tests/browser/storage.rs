//! The browser's storage, as plain functions.

use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::storage;

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
