//! Views in the page: that they follow the state, stay in order, and leave nothing behind.

use crate::script;
use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yaodian::element::dom::Mounted;
use yaodian::element::{View, all, el, keyed, maybe, part};

/// Lets effects run.
async fn settle() {
    script("new Promise((done) => setTimeout(done, 0))").await;
}

/// A view shown in an element of its own; it is taken away with its handle.
struct Stage {
    id: &'static str,
    handle: UnmountHandle<Mounted>,
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

fn items_of(n: RwSignal<i32>) -> yaodian::element::Dynamic {
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

/// A view in which everything follows the state, in the ways in which views do: `n` says what it shows.
fn of_all_kinds(n: RwSignal<usize>) -> View {
    let says = move |what: &'static str| Rc::new(move || format!("{what}{}", n.get()));
    let items = part(move || all((0..n.get()).map(|i| el("i").text(i.to_string()).view()).collect()));
    let words = part(move || all(vec![View::Text(format!("a{}", n.get())), View::Text("b".into())]));
    let own = el("em").class("x").class_if("y", Rc::new(move || n.get() > 1)).live("title", says("t")).says(says("e"));
    let input = el("input").set("type", "checkbox").checked(Rc::new(move || n.get() > 2));
    let row =
        el("p").as_one().id("row").set("style", "color:red").text("r").says(says("s")).text("|").child(own).child(
            keyed(says("k"), move || {
                el("b").flag("hidden", Rc::new(move || n.get() > 2)).text(n.get().to_string()).view()
            }),
        );
    let whole =
        el("div").child(row).child(items).child(View::LiveText(Rc::new(move || "-".repeat(n.get())))).child(input);
    all(vec![whole.child(words).text("end").view(), maybe(move || (n.get() == 2).then(|| el("u").view())).into()])
}

/// What the page shows of [`of_all_kinds`].
fn as_drawn(n: usize) -> String {
    let items = ["<i>0</i>", "<i>1</i>", "<i>2</i>"][..n].concat();
    let (y, hidden) = (if n > 1 { " y" } else { "" }, if n > 2 { " hidden=\"\"" } else { "" });
    let (dashes, u) = ("-".repeat(n), if n == 2 { "<u></u>" } else { "" });
    format!(
        "<div><p id=\"row\" style=\"color: red;\">rs{n}|<em class=\"x{y}\" title=\"t{n}\">e{n}</em><b{hidden}>{n}</b></p>\
         {items}{dashes}<input type=\"checkbox\">a{n}bend</div>{u}"
    )
}

/// Puts what was written before into the page, without styles in attributes, as the page has it.
async fn put(id: &str, written: &str) {
    script(&format!("document.body.insertAdjacentHTML('beforeend', `<div id={id}>{written}</div>`)")).await;
    script(&format!("document.querySelector('#{id} #row').removeAttribute('style')")).await;
}

/// The nodes of a stage, kept in `window.before`, that are no longer in it.
async fn gone(id: &str) -> String {
    let code = format!("String(before.filter((node) => !document.getElementById('{id}').contains(node)).length)");
    script(&code).await.expect("a number")
}

async fn remember(id: &str) {
    let code = format!("window.before = [...document.querySelectorAll('#{id} *')]; ''");
    script(&code).await;
}

#[wasm_bindgen_test]
async fn what_stands_there_is_taken_over_and_nothing_in_it_is_made_anew() {
    for shown in 0..4 {
        // As `html` writes it: with the mark behind each part, and neighbouring texts in one.
        let written = Owner::new().with(|| yaodian::element::html::html(of_all_kinds(RwSignal::new(shown))));
        for now in 0..4 {
            let n = RwSignal::new(now);
            put("taken", &written).await;
            remember("taken").await;
            let root = yaodian::browser::page::root("taken").expect("it was just put there");
            let stage = Stage { id: "taken", handle: mount_to_renderer(&root, move || of_all_kinds(n)) };
            // The attribute says what was ticked at first, and goes on saying so.
            let html = |html: String| html.replace(" checked=\"\"", "");
            assert_eq!(html(stage.html().await), as_drawn(now), "{shown} as {now}");
            if shown == now {
                assert_eq!(gone("taken").await, "0", "{shown}");
            }
            for next in [1, 3, 2, 0] {
                n.set(next);
                assert_eq!(html(stage.html().await), as_drawn(next), "{shown} as {now}, then {next}");
            }
            drop(stage);
            script("document.getElementById('taken').remove()").await;
        }
    }
}

#[wasm_bindgen_test]
async fn what_a_person_is_at_stays_when_it_is_taken_over() {
    script(
        "document.body.insertAdjacentHTML('beforeend', '<div id=at><p>words</p><input></div>');
        const words = document.querySelector('#at p').firstChild;
        getSelection().setBaseAndExtent(words, 1, words, 3);
        ''",
    )
    .await;
    let selected = || script("getSelection().toString()");
    assert_eq!(selected().await.as_deref(), Some("or"));
    let mount = || {
        mount_to_renderer(&yaodian::browser::page::root("at").expect("it is there"), || {
            let input = el("input").value(Rc::new(|| "typed".to_owned()));
            all(vec![el("p").says(Rc::new(|| "words".to_owned())).view(), input.view()])
        })
    };
    let stage = mount();
    assert_eq!(selected().await.as_deref(), Some("or"));
    drop(stage);
    script(
        "document.getElementById('at').innerHTML = '<p>words</p><input>';
        const input = document.querySelector('#at input');
        input.value = 'typed'; input.focus(); input.setSelectionRange(1, 3); ''",
    )
    .await;
    let stage = mount();
    let at =
        script("const field = document.activeElement; [field.value, field.selectionStart, field.selectionEnd].join()");
    assert_eq!(at.await.as_deref(), Some("typed,1,3"));
    drop(stage);
    script("document.getElementById('at').remove()").await;
}

/// What others do to a page: each is a script that does it to all of `stage`.
const MEDDLING: [(&str, &str); 8] = [
    (
        "a translator puts elements into the place of texts",
        "for (const text of texts()) { const font = document.createElement('font'); font.textContent = 'T'; text.replaceWith(font); }",
    ),
    (
        "a translator wraps texts",
        "for (const text of texts()) { const font = document.createElement('font'); text.replaceWith(font); font.append(text); }",
    ),
    ("a translator rewrites texts", "for (const text of texts()) text.data = 'T';"),
    ("texts go", "for (const text of texts()) text.remove();"),
    ("comments go", "for (const mark of nodes(NodeFilter.SHOW_COMMENT)) mark.remove();"),
    ("everything in it goes", "for (const part of [...stage.querySelectorAll('p, div')]) part.textContent = '';"),
    (
        "parts are wrapped",
        "for (const part of [...stage.querySelectorAll('i, b, u')]) { const font = document.createElement('font'); part.replaceWith(font); font.append(part); }",
    ),
    (
        "an order is turned round",
        "for (const part of [...stage.querySelectorAll('p, div')]) part.append(...[...part.childNodes].reverse());",
    ),
];

async fn meddle(id: &str, how: &str) {
    let code = format!(
        "{{ const stage = document.getElementById('{id}');
        const nodes = (kind) => {{ const all = [], walk = document.createTreeWalker(stage, kind); while (walk.nextNode()) all.push(walk.currentNode); return all; }};
        const texts = () => nodes(NodeFilter.SHOW_TEXT);
        {how} }} ''"
    );
    script(&code).await;
}

/// Whether what follows the state says `n`, and each thing once; what never changes may be as others left it.
fn says_once(html: &str, n: usize) -> bool {
    let once = |piece: &str| html.matches(piece).count() == 1;
    once(&format!("s{n}"))
        && once(&format!(">e{n}<"))
        && once(&format!("a{n}"))
        && once(&format!(">{n}</b>"))
        && html.matches("<i>").count() == n
        && html.matches("<b").count() == 1
        && html.matches("<u>").count() == usize::from(n == 2)
        && html.matches('-').count() == n
}

#[wasm_bindgen_test]
async fn others_may_meddle_with_it_and_it_says_what_is_so_once() {
    for (what, how) in MEDDLING {
        let n = RwSignal::new(1);
        let stage = Stage::of("meddled", move || of_all_kinds(n)).await;
        for next in [2, 3, 1] {
            meddle("meddled", how).await;
            n.set(next);
            let html = stage.html().await;
            assert!(says_once(&html, next), "{what}, then {next}: {html}");
        }
        drop(stage);
        script("document.getElementById('meddled').remove()").await;
    }
}

#[wasm_bindgen_test]
async fn others_may_have_meddled_before_it_is_taken_over() {
    let written = Owner::new().with(|| yaodian::element::html::html(of_all_kinds(RwSignal::new(2))));
    for (what, how) in MEDDLING {
        put("before", &written).await;
        meddle("before", how).await;
        let n = RwSignal::new(2);
        let root = yaodian::browser::page::root("before").expect("it was just put there");
        let stage = Stage { id: "before", handle: mount_to_renderer(&root, move || of_all_kinds(n)) };
        for next in [2, 3, 0] {
            n.set(next);
            assert_eq!(stage.html().await, as_drawn(next), "{what}, then {next}");
        }
        drop(stage);
        script("document.getElementById('before').remove()").await;
    }
}

#[wasm_bindgen_test]
async fn what_others_put_beside_it_stays_as_long_as_it_is_not_in_the_way() {
    let n = RwSignal::new(1);
    let stage = Stage::of("beside", move || el("p").text("a").says(Rc::new(move || n.get().to_string())).view()).await;
    script("document.querySelector('#beside p').insertAdjacentHTML('beforeend', '<s></s>')").await;
    n.set(2);
    assert_eq!(stage.html().await, "<p>a2<s></s></p>");
}
