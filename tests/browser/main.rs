//! Tests of `browser/`, run in a real browser by `cargo xtask test`. Elsewhere there is nothing to run.
#![cfg(target_arch = "wasm32")]

mod storage;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
