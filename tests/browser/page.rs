//! The document and its window: address, keys, focus, language, theme.

use crate::{Heard, script};
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::{clock, page};

#[wasm_bindgen_test]
async fn the_fragment_is_written_and_heard_when_others_change_it() {
    let steps = || script("String(history.length)");
    let heard = Heard::new();
    let hear = heard.clone();
    page::on_fragment(move |fragment| hear.hear(fragment));

    let before = steps().await;
    page::set_fragment("#/?q=a%20b", false);
    assert_eq!(page::fragment(), "#/?q=a%20b");
    assert_eq!(steps().await, before, "in place of the present one");
    page::set_fragment("#/read", true);
    assert_eq!(page::fragment(), "#/read");
    assert_ne!(steps().await, before, "a step of its own");
    // Chinese comes back as the browser writes it.
    page::set_fragment("#/unit/市", false);
    assert_eq!(page::fragment(), "#/unit/%E5%B8%82");

    // Nobody was told of these; the first thing heard is the link, the second "back".
    script("location.hash = '#m3.2'").await;
    assert_eq!(heard.next().await, "#m3.2");
    script("history.back()").await;
    assert_eq!(heard.next().await, "#/unit/%E5%B8%82");
    assert_eq!(heard.so_far(), [""; 0]);
}

#[wasm_bindgen_test]
async fn undo_keys_are_heard_but_not_from_a_text_field() {
    let heard = Heard::new();
    let hear = heard.clone();
    page::on_undo_key(move |key| hear.hear(key));
    script(
        r#"document.body.insertAdjacentHTML("beforeend",
            `<div id="keys"><input id="text"><input id="tick" type="checkbox"><textarea id="area"></textarea></div>`);
        window.press = (from, init) => String(document.querySelector(from)
            .dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })))"#,
    )
    .await;
    let (undo, redo) = (page::UndoKey::Undo, page::UndoKey::Redo);
    for (from, keys, pressed) in [
        ("body", "key: 'z', ctrlKey: true", Some(undo)),
        ("body", "key: 'z', metaKey: true", Some(undo)),
        ("body", "key: 'Z', ctrlKey: true", Some(undo)),
        ("#tick", "key: 'z', ctrlKey: true", Some(undo)),
        ("body", "key: 'Z', ctrlKey: true, shiftKey: true", Some(redo)),
        ("body", "key: 'z', metaKey: true, shiftKey: true", Some(redo)),
        ("body", "key: 'y', ctrlKey: true", Some(redo)),
        ("body", "key: 'z'", None),
        ("body", "key: 'z', ctrlKey: true, altKey: true", None),
        ("body", "key: 'y', ctrlKey: true, shiftKey: true", None),
        ("body", "key: 'a', ctrlKey: true", None),
        ("#text", "key: 'z', ctrlKey: true", None),
        ("#area", "key: 'z', ctrlKey: true, shiftKey: true", None),
    ] {
        let left_to_browser = script(&format!("press('{from}', {{ {keys} }})")).await;
        assert_eq!(heard.so_far(), pressed.into_iter().collect::<Vec<_>>(), "{from}: {keys}");
        assert_eq!(
            left_to_browser.as_deref(),
            Some(if pressed.is_some() { "false" } else { "true" }),
            "{from}: {keys}"
        );
    }
    script("document.getElementById('keys').remove()").await;
}

#[wasm_bindgen_test]
async fn leaving_is_heard_however_the_page_is_left() {
    let heard = Heard::new();
    let hear = heard.clone();
    page::on_leaving(move || hear.hear(()));
    for event in ["pagehide", "blur"] {
        script(&format!("window.dispatchEvent(new Event('{event}'))")).await;
        assert_eq!(heard.so_far(), [()], "{event}");
    }
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_place_or_to_what_is_ticked_in_it() {
    script(
        r#"document.body.insertAdjacentHTML("beforeend", `<div id="places">
            <div id="row"><span>1</span><input id="box" type="checkbox"></div>
            <div id="task" tabindex="-1"><input type="checkbox"></div><button id="button"></button></div>`)"#,
    )
    .await;
    let focused = || script("document.activeElement.id");
    page::go_to("row");
    assert_eq!(focused().await.as_deref(), Some("box"));
    page::go_to("task");
    assert_eq!(focused().await.as_deref(), Some("task"));
    page::focus("button");
    assert_eq!(focused().await.as_deref(), Some("button"));
    page::go_to("missing");
    page::focus("missing");
    page::reveal("missing");
    page::reveal("row");
    assert_eq!(focused().await.as_deref(), Some("button"), "what is not there takes no focus, nor what is only shown");
    assert!(page::root("places").is_some());
    script("document.getElementById('places').remove()").await;
    assert!(page::root("places").is_none());
}

#[wasm_bindgen_test]
async fn language_title_and_theme_are_the_documents() {
    let root = "document.documentElement";
    let theme = || script("String(document.documentElement.getAttribute('data-theme'))");
    page::set_language("zh-Hant");
    assert_eq!(script(&format!("{root}.lang")).await.as_deref(), Some("zh-Hant"));
    page::set_title("要點");
    assert_eq!(script("document.title").await.as_deref(), Some("要點"));
    page::set_theme(Some("dark"));
    assert_eq!(theme().await.as_deref(), Some("dark"));
    page::set_theme(None);
    assert_eq!(theme().await.as_deref(), Some("null"), "the system is followed");
    let languages = script("navigator.languages.join(' ')").await.unwrap();
    assert_eq!(page::languages(), languages.split(' ').collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn what_the_document_says_already_is_not_written_again() {
    page::set_language("zh-Hans");
    page::set_title("要點");
    page::set_theme(Some("light"));
    script(
        "window.written = []; window.observer = new MutationObserver((records) => written.push(...records));
        observer.observe(document, { subtree: true, attributes: true, childList: true, characterData: true })",
    )
    .await;
    page::set_language("zh-Hans");
    page::set_title("要點");
    page::set_theme(Some("light"));
    let written = "written.push(...observer.takeRecords()); String(written.length)";
    assert_eq!(script(written).await.as_deref(), Some("0"));
    page::set_theme(None);
    assert_eq!(script(written).await.as_deref(), Some("1"), "what is written is seen");
    script("observer.disconnect()").await;
}

#[wasm_bindgen_test]
async fn what_waits_for_the_paint_is_done_once() {
    let heard = Heard::new();
    let hear = heard.clone();
    page::after_paint(move || hear.hear(()));
    assert_eq!(heard.so_far(), [(); 0], "not at once");
    heard.next().await;
    script("new Promise((done) => setTimeout(done, 400))").await;
    assert_eq!(heard.so_far(), [(); 0], "nor again in case that nothing is painted");
}

#[wasm_bindgen_test]
async fn later_is_later_and_the_clock_goes_on() {
    let heard = Heard::new();
    let hear = heard.clone();
    let before = clock::now();
    page::after(0, move || hear.hear(clock::now()));
    assert_eq!(heard.so_far(), [0; 0], "not at once");
    let then = heard.next().await;
    assert!(1_700_000_000_000 < before && before <= then, "{before} {then}");
}

#[wasm_bindgen_test]
async fn what_was_done_before_the_program_is_taken_and_the_place_is_the_programs() {
    script(
        r#"document.body.insertAdjacentHTML("beforeend", `<div id="prerendered" data-prerendered="zh-Hant">
            <input id="search" data-ticked="yes" value="网络">
            <ul><li id="m1.1"><input type="checkbox" data-ticked="yes" checked></li>
            <li id="m1.2"><input type="checkbox" data-ticked="no"></li>
            <li id="m1.3"><input type="checkbox" checked></li></ul><button disabled>1</button></div>`);
        document.getElementById("search").focus()"#,
    )
    .await;
    let prerendered = page::take_prerendered(
        "prerendered",
        &[("[data-ticked]", "data-ticked"), ("button", "disabled"), ("i", "class")],
    );
    // What is ticked by the browser and not by a person does not count.
    let ticked = vec![("m1.1".to_owned(), true), ("m1.2".to_owned(), false)];
    assert_eq!(
        prerendered,
        page::Prerendered { ticked, typed: "网络".into(), in_search: true, lang: "zh-Hant".into() }
    );
    let left = script("document.getElementById('prerendered').outerHTML.replace(/\\s+/g, ' ')").await;
    let expected = "<div id=\"prerendered\"> <input id=\"search\" value=\"网络\"> \
        <ul><li id=\"m1.1\"><input type=\"checkbox\" checked=\"\"></li> \
        <li id=\"m1.2\"><input type=\"checkbox\"></li> \
        <li id=\"m1.3\"><input type=\"checkbox\" checked=\"\"></li></ul><button>1</button></div>";
    assert_eq!(left.as_deref(), Some(expected));
    let nothing = page::Prerendered { in_search: true, ..page::Prerendered::default() };
    assert_eq!(page::take_prerendered("prerendered", &[]), nothing, "it is taken once");
    page::clear("prerendered");
    assert_eq!(script("document.getElementById('prerendered').innerHTML").await.as_deref(), Some(""));
    assert_eq!(page::take_prerendered("nowhere", &[]), page::Prerendered::default());
    page::clear("nowhere");
    script("document.getElementById('prerendered').remove()").await;
}
