//! What it means that a text was typed: events in the order in which the engines send them.

use crate::{Heard, script};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Once;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::browser::{page, typing};
use yaodian::element::el;

/// A field of its own, and who listens to it as a view does: each event's name and the text that is there then, each
/// half of a character as `?`.
struct Field {
    id: &'static str,
    heard: Heard<()>,
}

impl Field {
    async fn new(id: &'static str, html: &str) -> Self {
        static SETTLED: Once = Once::new();
        SETTLED.call_once(typing::settle);
        script(&format!(
            r#"document.body.insertAdjacentHTML("beforeend", `{html}`);
            window.put = (field, value, type, composing) => {{
                field.value = value;
                const event = new InputEvent("input", {{ bubbles: true, isComposing: composing }});
                // An engine makes none of the types that it does not send.
                Object.defineProperty(event, "inputType", {{ value: type }});
                field.dispatchEvent(event);
            }};
            window.composes = (field, name, data) =>
                field.dispatchEvent(new CompositionEvent("composition" + name, {{ bubbles: true, data }}));
            window.press = (field, key, init) => ["keydown", "keyup"].forEach((name) => field.dispatchEvent(
                new KeyboardEvent(name, {{ key, bubbles: true, cancelable: true, ...init }})));
            "#
        ))
        .await;
        let field = Self { id, heard: Heard::new() };
        field.listens().await;
        field
    }

    /// Listens to the field, if it is there.
    async fn listens(&self) {
        self.does(
            r#"if (field) {
                field.told = [];
                const shown = (text) => text.replace(/[\ud800-\udfff]/gu, "?");
                for (const name of ["input", "change", "keydown", "keyup"]) field.addEventListener(name, (event) =>
                    field.told.push(`${name} ${event.key || shown(field.value)}`));
            }"#,
        )
        .await;
    }

    async fn value(&self) -> String {
        script(&format!("document.getElementById('{}').value", self.id)).await.expect("a text")
    }

    /// Does something with the `field`, at once.
    async fn does(&self, code: &str) {
        script(&format!("{{ const field = document.getElementById('{}'); {code} }}", self.id)).await;
    }

    /// What the field told until now. What is told of itself comes before a task that is asked for later.
    async fn told(&self) -> String {
        let heard = self.heard.clone();
        page::after(0, move || heard.hear(()));
        self.heard.next().await;
        let told = "const told = field.told.join(', '); field.told = []; return told";
        script(&format!("(() => {{ const field = document.getElementById('{}'); {told} }})()", self.id)).await.unwrap()
    }

    async fn goes(self) {
        script(&format!("document.getElementById('{}').remove()", self.id)).await;
    }
}

#[wasm_bindgen_test]
async fn a_composition_is_heard_once_and_whole_in_the_order_of_every_engine() {
    let begins = "press(field, 'Process', { keyCode: 229 }); composes(field, 'start', '');
        put(field, 'w', 'insertCompositionText', true); put(field, 'wang', 'insertCompositionText', true);
        press(field, 'Process', { keyCode: 229, isComposing: true });";
    for (engine, ends) in [
        ("Chromium", "put(field, '网', 'insertCompositionText', true); composes(field, 'end', '网');"),
        ("Firefox", "composes(field, 'end', '网'); put(field, '网', 'insertCompositionText', false);"),
        (
            "Safari",
            "composes(field, 'end', '网'); put(field, '', 'deleteCompositionText', false);
            put(field, '网', 'insertFromComposition', false); press(field, 'Enter', { keyCode: 229 });",
        ),
        (
            "Safari, before the end",
            "put(field, '', 'deleteCompositionText', false); put(field, '网', 'insertFromComposition', false);
            composes(field, 'end', '网'); press(field, 'Enter', { keyCode: 229 });",
        ),
        ("one that says nothing at the end", "field.value = '网'; composes(field, 'end', '网');"),
        ("one whose field is left", "put(field, '网', 'insertCompositionText', true); field.blur();"),
    ] {
        let field = Field::new("composed", r#"<input id="composed">"#).await;
        field.does("field.focus()").await;
        field.does(begins).await;
        assert_eq!(field.told().await, "", "{engine}: while it composes");
        field.does(ends).await;
        let told = field.told().await;
        // A field that a person leaves says that, too.
        assert_eq!(told.trim_end_matches(", change 网"), "input 网", "{engine}");
        field.does("put(field, '网络', 'insertText', false)").await;
        assert_eq!(field.told().await, "input 网络", "{engine}: what is typed then is heard as ever");
        field.goes().await;
    }
}

#[wasm_bindgen_test]
async fn a_composition_that_follows_at_once_is_waited_for() {
    let field = Field::new("follows", r#"<input id="follows">"#).await;
    field
        .does(
            "composes(field, 'start', ''); put(field, '网', 'insertCompositionText', true); composes(field, 'end', '网');
            composes(field, 'start', ''); put(field, '网l', 'insertCompositionText', true)",
        )
        .await;
    assert_eq!(field.told().await, "");
    field.does("put(field, '网络', 'insertCompositionText', true); composes(field, 'end', '络')").await;
    assert_eq!(field.told().await, "input 网络");
    field.goes().await;
}

#[wasm_bindgen_test]
async fn keys_that_an_input_method_takes_reach_nobody() {
    let heard = Heard::new();
    let hear = heard.clone();
    let field = Field::new("keys-taken", r#"<input id="keys-taken" type="checkbox">"#).await;
    page::on_undo_key(move |key| hear.hear(key));
    for (taken, init) in [(true, "isComposing: true"), (true, "keyCode: 229"), (false, "keyCode: 13")] {
        for (key, control) in [("Enter", "false"), ("z", "true"), ("Escape", "false")] {
            field.does(&format!("press(field, '{key}', {{ {init}, ctrlKey: {control} }})")).await;
            let expected = if taken { String::new() } else { format!("keydown {key}, keyup {key}") };
            assert_eq!(field.told().await, expected, "{key}, {init}");
            let undoes = !taken && key == "z";
            assert_eq!(heard.so_far(), vec![page::UndoKey::Undo; usize::from(undoes)], "{key}, {init}");
        }
    }
    field.goes().await;
}

#[wasm_bindgen_test]
async fn a_character_in_two_halves_arrives_whole() {
    for html in [r#"<input id="halves">"#, r#"<textarea id="halves"></textarea>"#] {
        let field = Field::new("halves", html).await;
        field.does(r"put(field, 'a\ud842', 'insertText', false)").await;
        assert_eq!(field.told().await, "", "half of it");
        field.does(r"put(field, 'a\ud842\udfb7', 'insertText', false)").await;
        assert_eq!(field.told().await, "input a𠮷");
        // A half that stays alone is none.
        field.does(r"field.focus(); put(field, '\ud83da𠮷', 'insertText', false)").await;
        assert_eq!(field.told().await, "");
        field.does("field.blur()").await;
        assert_eq!(field.told().await.trim_end_matches(", change a𠮷"), "input a𠮷");
        field.goes().await;
    }
}

#[wasm_bindgen_test]
async fn a_date_is_heard_of_when_its_year_is_one() {
    let field = Field::new("dated", r#"<input id="dated" type="date" min="2000-01-01" max="2099-12-31">"#).await;
    for (date, told) in [
        ("0002-09-30", ""),
        ("0202-09-30", ""),
        ("2021-09-30", "input 2021-09-30"),
        ("20211-09-30", ""),
        ("1999-12-31", ""),
        ("2100-01-01", ""),
        ("2000-01-01", "input 2000-01-01"),
        ("2099-12-31", "input 2099-12-31"),
        ("", "input "),
    ] {
        field.does(&format!("put(field, '{date}', '', false)")).await;
        assert_eq!(field.told().await, told, "{date}");
    }
    field.goes().await;
}

/// A field whose text comes from another window while an input method composes in it.
#[wasm_bindgen_test]
async fn what_comes_from_elsewhere_while_a_text_is_composed_waits() {
    for (what, ends, told, says) in [
        ("something was typed", "put(field, '甲网', 'insertCompositionText', true)", "input 甲网", "甲网"),
        ("nothing was", "put(field, '甲', 'deleteCompositionText', true)", "input 乙", "乙"),
    ] {
        let field = Field::new("elsewhere", r#"<p id="around"></p>"#).await;
        let text = RwSignal::new("甲".to_owned());
        let around = page::root("around").expect("it was just put there");
        let shown =
            mount_to_renderer(&around, move || el("input").id("elsewhere").value(Rc::new(move || text.get())).view());
        field.listens().await;
        field.does("composes(field, 'start', ''); put(field, '甲w', 'insertCompositionText', true)").await;
        text.set("乙".into());
        assert_eq!(field.told().await, "", "{what}");
        assert_eq!(field.value().await, "甲w", "{what}: it is left alone");
        field.does(&format!("{ends}; composes(field, 'end', '')")).await;
        assert_eq!(field.told().await, told, "{what}");
        assert_eq!(field.value().await, says, "{what}");
        drop(shown);
        script("document.getElementById('around').remove()").await;
    }
}
