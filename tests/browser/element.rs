//! Views in the page: that they follow the state, stay in order, and leave nothing behind.

use crate::script;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::element::dom::Shown;
use yaodian::element::{View, all, el, keyed, maybe, part};

/// Lets effects run.
async fn settle() {
    script("new Promise((done) => setTimeout(done, 0))").await;
}

/// A view shown in an element of its own; it is taken away with its handle.
struct Stage {
    id: &'static str,
    handle: UnmountHandle<Shown>,
}

impl Stage {
    async fn of(id: &'static str, view: impl FnOnce() -> View + 'static) -> Self {
        script(&format!("document.body.insertAdjacentHTML('beforeend', '<div id={id}></div>')")).await;
        let stage = yaodian::browser::page::root(id).expect("it was just put there");
        Self { id, handle: mount_to_renderer(&stage, view) }
    }

    async fn html(&self) -> String {
        settle().await;
        let html = script(&format!("document.getElementById('{}').innerHTML", self.id)).await;
        html.expect("an element").replace("<!---->", "").replace("<!-- -->", "")
    }
}

#[wasm_bindgen_test]
async fn what_follows_the_state_does() {
    let (text, on) = (RwSignal::new("one".to_owned()), RwSignal::new(false));
    let stage = Stage::of("live", move || {
        let (says, is) = (Rc::new(move || text.get()), Rc::new(move || on.get()));
        let input = el("input").value(says.clone()).checked(is.clone());
        el("p")
            .class("a")
            .class_if("b", is.clone())
            .live("title", says.clone())
            .flag("hidden", is)
            .says(says)
            .child(input)
            .view()
    })
    .await;
    assert_eq!(stage.html().await, "<p class=\"a\" title=\"one\">one<input></p>");
    text.set("two&".into());
    on.set(true);
    assert_eq!(stage.html().await, "<p class=\"a b\" title=\"two&amp;\" hidden=\"\">two&amp;<input></p>");
    let field = script(
        "JSON.stringify([document.querySelector('#live input').value, document.querySelector('#live input').checked])",
    );
    assert_eq!(field.await.as_deref(), Some("[\"two&\",true]"));
    on.set(false);
    assert_eq!(stage.html().await, "<p class=\"a\" title=\"two&amp;\">two&amp;<input></p>");
}

#[wasm_bindgen_test]
async fn an_element_as_one_follows_the_state_all_through() {
    let (text, on, key) = (RwSignal::new("one".to_owned()), RwSignal::new(false), RwSignal::new(0));
    let stage = Stage::of("one", move || {
        let (says, is) = (Rc::new(move || text.get()), Rc::new(move || on.get()));
        let inner = el("b").live("title", says.clone()).flag("hidden", is.clone()).says(says);
        let again = keyed(Rc::new(move || key.get().to_string()), move || {
            let follows = el("i").says(Rc::new(move || text.get()));
            all(vec![View::Text(key.get_untracked().to_string()), follows.view()])
        });
        el("p").as_one().class_if("on", is).child(inner).child(again).view()
    })
    .await;
    assert_eq!(stage.html().await, "<p><b title=\"one\">one</b>0<i>one</i></p>");
    text.set("two".into());
    on.set(true);
    assert_eq!(stage.html().await, "<p class=\"on\"><b title=\"two\" hidden=\"\">two</b>0<i>two</i></p>");
    key.set(1);
    on.set(false);
    assert_eq!(stage.html().await, "<p class=\"\"><b title=\"two\">two</b>1<i>two</i></p>");
    text.set("three".into());
    assert_eq!(stage.html().await, "<p class=\"\"><b title=\"three\">three</b>1<i>three</i></p>");
}

#[wasm_bindgen_test]
async fn a_part_is_drawn_again_in_its_place() {
    let (n, there) = (RwSignal::new(2), RwSignal::new(true));
    let stage = Stage::of("parts", move || {
        let items = part(move || all((0..n.get()).map(|i| el("i").text(i.to_string()).view()).collect()));
        // A part in a part, and beside one.
        let inner = maybe(move || there.get().then(|| all(vec![el("b").text("<").view(), items_of(n).into()])));
        all(vec![el("u").view(), items.into(), View::Text("|".into()), inner.into(), el("u").view()])
    })
    .await;
    assert_eq!(stage.html().await, "<u></u><i>0</i><i>1</i>|<b>&lt;</b>2<u></u>");
    n.set(1);
    assert_eq!(stage.html().await, "<u></u><i>0</i>|<b>&lt;</b>1<u></u>");
    there.set(false);
    n.set(0);
    assert_eq!(stage.html().await, "<u></u>|<u></u>");
    n.set(3);
    there.set(true);
    assert_eq!(stage.html().await, "<u></u><i>0</i><i>1</i><i>2</i>|<b>&lt;</b>3<u></u>");
}

fn items_of(n: RwSignal<i32>) -> yaodian::element::Part {
    part(move || View::Text(n.get().to_string()))
}

#[wasm_bindgen_test]
async fn what_was_taken_away_is_not_drawn_again() {
    // What is read in the part goes with it; drawing that once more would stop the program.
    let outer = RwSignal::new(0);
    let drawn = Rc::new(Cell::new(0));
    let counted = drawn.clone();
    let stage = Stage::of("gone", move || {
        let counted = counted.clone();
        part(move || {
            let now = outer.get();
            let own = Memo::new(move |_| outer.get());
            let counted = counted.clone();
            let deep = part(move || {
                let counted = counted.clone();
                el("b")
                    .child(part(move || {
                        counted.set(counted.get() + 1);
                        View::Text(own.get().to_string())
                    }))
                    .view()
            });
            el("p").text(now.to_string()).child(deep).view()
        })
        .into()
    })
    .await;
    assert_eq!(stage.html().await, "<p>0<b>0</b></p>");
    for round in 1..4 {
        outer.set(round);
        assert_eq!(stage.html().await, format!("<p>{round}<b>{round}</b></p>"));
    }
    let before = drawn.get();
    drop(stage.handle);
    outer.set(9);
    settle().await;
    assert_eq!(drawn.get(), before, "what is not shown is not drawn");
}

#[wasm_bindgen_test]
async fn a_press_is_heard_as_long_as_it_is_shown() {
    let pressed = RwSignal::new(0);
    let stage = Stage::of("press", move || {
        let button =
            el("button").press(move || pressed.update(|n| *n += 1)).says(Rc::new(move || pressed.get().to_string()));
        let more = maybe(move || (pressed.get() < 5).then(|| el("p").text("more").view()));
        all(vec![button.view(), more.into()])
    })
    .await;
    for _ in 0..6 {
        script("document.querySelector('#press button').click()").await;
    }
    assert_eq!(stage.html().await, "<button>6</button>");
}

#[wasm_bindgen_test]
async fn a_part_with_a_key_is_drawn_again_only_for_another_key() {
    let (key, other) = (RwSignal::new("a".to_owned()), RwSignal::new(0));
    let drawn = Rc::new(Cell::new(0));
    let counted = drawn.clone();
    let stage = Stage::of("keyed", move || {
        let draw = move || {
            counted.set(counted.get() + 1);
            // Read here, yet not followed; and what is made here lives until another is drawn.
            let now = other.get();
            let own = Memo::new(move |_| other.get() * 10);
            el("p").text(format!("{now} ")).says(Rc::new(move || own.get().to_string())).view()
        };
        all(vec![keyed(Rc::new(move || key.get()), draw), el("u").view()])
    })
    .await;
    assert_eq!(stage.html().await, "<p>0 0</p><u></u>");
    other.set(1);
    key.set("a".into());
    assert_eq!(stage.html().await, "<p>0 10</p><u></u>");
    key.update(|_| ());
    other.set(2);
    assert_eq!(stage.html().await, "<p>0 20</p><u></u>", "it still follows what was made in it");
    assert_eq!(drawn.get(), 1);
    key.set("b".into());
    assert_eq!(stage.html().await, "<p>2 20</p><u></u>");
    other.set(3);
    assert_eq!(stage.html().await, "<p>2 30</p><u></u>");
    assert_eq!(drawn.get(), 2);
}
