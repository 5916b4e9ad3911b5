//! Measuring the blocks of a paper.

use crate::script;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::measure::heights;

#[wasm_bindgen_test]
async fn the_marked_blocks_of_one_sheet_are_measured_in_order() {
    script(
        r#"document.body.insertAdjacentHTML("beforeend", `<div id="measured">
            <div class="sheet"><p data-h style="height: 20px; margin: 9px; padding: 1px"></p><p style="height: 7px"></p>
            <div data-h><p data-h style="height: 35.5px; margin: 0"></p></div></div>
            <div class="other"><p data-h style="height: 99px"></p></div></div>`)"#,
    )
    .await;
    assert_eq!(heights("#measured .sheet"), [22.0, 35.5, 35.5]);
    assert_eq!(heights("#measured .other"), [99.0]);
    assert_eq!(heights("#measured .none"), [0.0; 0]);
    assert_eq!(heights("no selector:"), [0.0; 0]);
    script("document.getElementById('measured').remove()").await;
    assert_eq!(heights("#measured .sheet"), [0.0; 0]);
}
