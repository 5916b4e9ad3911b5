//! Measuring the blocks of a paper.

use crate::script;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::measure::{bottoms, heights};

#[wasm_bindgen_test]
async fn the_marked_blocks_of_one_sheet_are_measured_in_order() {
    script(
        r#"document.body.insertAdjacentHTML("beforeend", `<div id="measured">
            <div class="sheet"><p data-h style="height: 20px; margin: 9px; padding: 1px"></p><p style="height: 7px"></p>
            <div data-h><p data-h style="height: 35.5px; margin: 0"></p></div></div>
            <div class="other"><p data-h style="height: 99px"></p></div></div>`)"#,
    )
    .await;
    assert_eq!(heights("#measured .sheet", 0), [22.0, 35.5, 35.5]);
    assert_eq!(heights("#measured .other", 0), [99.0]);
    assert_eq!(heights("#measured div", 2), [99.0], "the third that is selected");
    assert_eq!(heights("#measured .none", 0), [0.0; 0]);
    assert_eq!(heights("no selector:", 0), [0.0; 0]);
    script("document.getElementById('measured').remove()").await;
    assert_eq!(heights("#measured .sheet", 0), [0.0; 0]);
}

#[wasm_bindgen_test]
async fn every_character_ends_where_its_line_does() {
    script(
        r#"document.body.insertAdjacentHTML("beforeend", `<div id="lines">
            <p data-h style="margin: 0; padding-top: 5px; width: 100px; font: 20px/30px monospace; white-space: pre-line"
            >甲乙丙丁<b>戊己😀</b> 辛\n\n壬</p></div>`)"#,
    )
    .await;
    let bottoms = bottoms("#lines", 0, 0);
    // One for each character, not for each code unit; in five lines of which the fourth is empty.
    assert_eq!(bottoms.len(), "甲乙丙丁戊己😀 辛\n\n壬".chars().count());
    let line = |at: usize| (1..9).find(|n| bottoms[at] <= 5.0 + 30.0 * f64::from(*n)).unwrap();
    assert_eq!((line(0), line(3)), (1, 1));
    assert!(line(6) == 2 && line(8) >= 2, "{bottoms:?}");
    assert!(line(11) >= line(8) + 2, "{bottoms:?}");
    assert!(bottoms.windows(2).all(|pair| pair[0] <= pair[1] + 8.0), "{bottoms:?}");
    assert!(yaodian::browser::measure::bottoms("#lines", 0, 1).is_empty(), "there is no second");
    script("document.getElementById('lines').remove()").await;
}

#[wasm_bindgen_test]
async fn the_styles_know_how_wide_the_window_is() {
    yaodian::browser::page::tell_width();
    let told = script("getComputedStyle(document.documentElement).getPropertyValue('--screen')").await;
    assert_eq!(told, script("String(document.documentElement.clientWidth)").await);
}
