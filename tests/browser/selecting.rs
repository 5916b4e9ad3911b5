//! Labels whose text can be selected.

use crate::script;
use std::sync::Once;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::selecting;

/// Two rows as the list has them: a box, and the label that is its text. Each change is told.
struct Rows;

impl Rows {
    async fn new() -> Self {
        static LET: Once = Once::new();
        LET.call_once(|| selecting::let_select(".selectable"));
        script(
            r#"document.body.insertAdjacentHTML("beforeend", `<div id="rows"><a id="elsewhere" href="javascript:void 0">3</a>
                <input type="checkbox" id="box-one"><label class="selectable" for="box-one"><b>加强</b>网络</label>
                <input type="checkbox" id="box-two"><label class="selectable" for="box-two">建设学校</label></div>`);
            document.getElementById("rows").addEventListener("change", (event) =>
                toldRows.push(`${event.target.id.slice(4)} ${event.target.checked}`));
            window.toldRows = [];
            window.box = (id) => document.getElementById(`box-${id}`);
            window.textOf = (id) => document.querySelector(`label[for=box-${id}]`);
            window.click = (element, count) => element.dispatchEvent(
                new MouseEvent("click", { bubbles: true, cancelable: true, detail: count }));
            getSelection().removeAllRanges()"#,
        )
        .await;
        Self
    }

    /// Which boxes are ticked now.
    async fn ticked(&self) -> String {
        let ticked = "[...document.querySelectorAll('#rows input:checked')].map((box) => box.id.slice(4)).join(' ')";
        script(ticked).await.unwrap()
    }

    /// What was told until now.
    async fn told(&self) -> String {
        script("toldRows.splice(0).join(', ')").await.unwrap()
    }

    /// What is told until a click on the second row, made now, is told: all that was done before has then had its time.
    async fn told_in_the_end(&self) -> String {
        // Nothing is selected, and this is no second click.
        script(
            "getSelection().removeAllRanges(); document.activeElement.blur(); click(textOf('two'), 1);
            new Promise((done) => box('two').addEventListener('change', () => setTimeout(done), { once: true }))",
        )
        .await;
        self.told().await
    }

    async fn go(self) {
        script("document.getElementById('rows').remove()").await;
    }
}

#[wasm_bindgen_test]
async fn a_click_on_the_text_ticks_once() {
    let rows = Rows::new().await;
    script("click(textOf('one').firstChild, 1)").await;
    assert_eq!(rows.ticked().await, "one", "the box shows it at once");
    assert_eq!(rows.told().await, "", "though it has told nobody");
    assert_eq!(rows.told_in_the_end().await, "one true, two true");
    script("click(textOf('one'), 1)").await;
    assert_eq!(rows.ticked().await, "two");
    // As WebDriver, and a person, does it: a little later than a double click.
    script("new Promise((done) => box('one').addEventListener('change', () => setTimeout(done), { once: true }))")
        .await;
    assert_eq!(rows.told().await, "one false");
    rows.go().await;
}

#[wasm_bindgen_test]
async fn selecting_a_word_or_a_sentence_leaves_the_box_as_it_was_and_tells_nobody() {
    for ticked in [false, true] {
        for clicks in [2, 3, 4] {
            let rows = Rows::new().await;
            script(&format!("box('one').checked = {ticked}")).await;
            for count in 1..=clicks {
                // A press on a text takes the focus from wherever it is.
                script(&format!("document.activeElement.blur(); click(textOf('one'), {count})")).await;
            }
            assert_eq!(rows.ticked().await, if ticked { "one" } else { "" }, "{clicks} clicks");
            assert_eq!(rows.told_in_the_end().await, "two true", "{clicks} clicks");
            rows.go().await;
        }
    }
}

#[wasm_bindgen_test]
async fn a_slow_second_click_takes_the_first_back() {
    let rows = Rows::new().await;
    script(
        "click(textOf('one'), 1); new Promise((done) => box('one').addEventListener('change', done, { once: true }))
        .then(() => { click(textOf('one'), 2); click(textOf('one'), 3) })",
    )
    .await;
    assert_eq!(rows.ticked().await, "");
    assert_eq!(rows.told().await, "one true, one false");
    rows.go().await;
}

#[wasm_bindgen_test]
async fn a_drag_over_the_text_ticks_nothing() {
    let rows = Rows::new().await;
    script("getSelection().selectAllChildren(textOf('one')); click(textOf('one'), 1)").await;
    assert_eq!(rows.ticked().await, "");
    // A double click on what is selected selects something else of it, too.
    script("click(textOf('one'), 1); click(textOf('one'), 2)").await;
    assert_eq!(rows.ticked().await, "");
    script("getSelection().selectAllChildren(textOf('two')); click(textOf('one'), 1)").await;
    assert_eq!(rows.ticked().await, "one", "what is selected elsewhere does not count");
    assert_eq!(rows.told_in_the_end().await, "one true, two true");
    rows.go().await;
}

#[wasm_bindgen_test]
async fn clicks_that_follow_each_other_on_two_texts_are_two_clicks() {
    let rows = Rows::new().await;
    script("click(textOf('one'), 1); click(textOf('two'), 2)").await;
    assert_eq!(rows.ticked().await, "one two");
    assert_eq!(rows.told().await, "one true", "the first waits no longer");
    script("click(textOf('two'), 3)").await;
    assert_eq!(rows.ticked().await, "one");
    assert_eq!(rows.told_in_the_end().await, "two true");
    rows.go().await;
}

#[wasm_bindgen_test]
async fn whoever_does_something_else_does_it_after_the_click() {
    for then in [
        "box('one').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true }))",
        "click(document.getElementById('elsewhere'), 1)",
        "window.dispatchEvent(new Event('pagehide'))",
        "window.dispatchEvent(new Event('blur'))",
        "window.dispatchEvent(new Event('beforeprint'))",
        "window.dispatchEvent(new Event('hashchange'))",
        "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
    ] {
        let rows = Rows::new().await;
        script(&format!("click(textOf('one'), 1); {then}")).await;
        assert_eq!(rows.told().await, "one true", "{then}");
        assert_eq!(rows.told_in_the_end().await, "two true", "{then}: it is told once");
        rows.go().await;
    }
}

#[wasm_bindgen_test]
async fn what_the_page_writes_meanwhile_does_not_turn_a_click_around() {
    let rows = Rows::new().await;
    script("click(textOf('one'), 1); box('one').checked = false").await;
    assert_eq!(rows.told_in_the_end().await, "one true, two true");
    rows.go().await;
}

#[wasm_bindgen_test]
async fn keyboard_and_assistive_technology_tick_at_once() {
    for click in ["click(textOf('one'), 0)", "textOf('one').click()", "box('one').click()"] {
        let rows = Rows::new().await;
        script(click).await;
        assert_eq!(rows.told().await, "one true", "{click}");
        script(click).await;
        assert_eq!(rows.told().await, "one false", "{click}");
        rows.go().await;
    }
}
