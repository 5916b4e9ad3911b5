//! JSON as the page reads it: by the same table as natively.

#[path = "../cases/json.rs"]
mod cases;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn numbers_are_made_of_their_digits() {
    cases::numbers();
    cases::targets();
}

#[wasm_bindgen_test]
fn strings_say_what_is_written() {
    cases::strings();
}

#[wasm_bindgen_test]
fn where_a_text_is_no_json_is_said() {
    cases::others();
}
