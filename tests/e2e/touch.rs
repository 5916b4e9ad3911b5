//! What a change touches of the page: what says something else after it, and nothing else.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::page::{Page, keys};
use crate::webdriver::{Asked, Engine};

/// Notes from now on what is written to the page: to which part of it, and what says there what it said before.
const WATCH: &str = r##"
    const parts = {
        heading: "h1, h2, h3, h4",
        row: "li.measure",
        units: ".units",
        progress: ".progress",
        glance: ".glance",
        sentence: ".sentence, .said",
        actions: ".actions",
        party: "#party-figures",
        facet: ".facet",
        nav: ".nav",
    };
    const part = (node) => {
        const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        const name = element && Object.keys(parts).find((name) => element.closest(parts[name]));
        return name === "row"
            ? `row ${element.closest(parts.row).id}`
            : name || (element ? `<${element.localName}>` : "what is gone");
    };
    const written = (node) => node.outerHTML || node.data || "";
    window.touched = { parts: new Set(), same: new Set() };
    const note = (records) => {
        // A text that is divided in another way is another one, although some of its pieces are the same.
        const drawn = new Map();
        for (const record of records) {
            const { target, type, attributeName, oldValue } = record;
            const where = part(target);
            touched.parts.add(where);
            if (type === "attributes" && target.getAttribute(attributeName) === oldValue) {
                touched.same.add(`${where}: ${attributeName}=${oldValue}`);
            }
            if (type === "characterData" && target.data === oldValue) touched.same.add(`${where}: ${oldValue}`);
            if (type !== "childList") continue;
            const [gone, come] = drawn.get(target) || ["", ""];
            const text = (nodes) => [...nodes].map(written).join("");
            drawn.set(target, [gone + text(record.removedNodes), come + text(record.addedNodes)]);
        }
        for (const [target, [gone, come]] of drawn) {
            if (gone && gone === come) touched.same.add(`${part(target)}: ${gone}`);
        }
    };
    const observer = new MutationObserver(note);
    observer.observe(document, {
        subtree: true, childList: true, attributes: true, attributeOldValue: true,
        characterData: true, characterDataOldValue: true,
    });
    window.noted = () => {
        note(observer.takeRecords());
        return [[...touched.parts].sort(), [...touched.same]];
    };
"##;

/// Does something to the page that is watched, waits until it shows, and gives the parts that were written to; none of them
/// to say what it said.
#[track_caller]
fn touched(page: &Page, act: impl Fn(&Page), shows: impl Fn(&Page) -> bool) -> BTreeSet<String> {
    page.settle();
    page.run(WATCH, &json!([]));
    act(page);
    page.until("what was done shows", shows);
    page.settle();
    let noted = page.run("return noted()", &json!([]));
    assert_eq!(noted[1], json!([]), "it was written what stood there");
    let parts = noted[0].as_array().into_iter().flatten().filter_map(Value::as_str);
    parts.map(str::to_owned).collect()
}

fn set<const N: usize>(parts: [&str; N]) -> BTreeSet<String> {
    parts.map(str::to_owned).into()
}

#[test]
fn a_tick_touches_its_row_and_what_counts_it() {
    let page = Page::open("#/");
    // With the first that is said comes what is loaded later.
    page.tick("2.1");
    page.until("it is there", |page| page.holds("return !!document.getElementById('lazy-styles')"));
    page.click("button", "撤销");
    page.until("nothing is ticked", |page| page.ticked().is_empty());
    let first = touched(&page, |page| page.tick("2.3"), |page| page.status().contains("已销号1条"));
    let counts = set(["facet", "glance", "party", "progress", "row m2.3", "sentence"]);
    assert_eq!(first, &counts | &set(["actions"]), "the first can be undone");
    let second = touched(&page, |page| page.tick("2.4"), |page| page.status().contains("已销号2条"));
    assert_eq!(second, &(&counts - &set(["row m2.3"])) | &set(["row m2.4"]));
    // The same on a unit's list that is filtered, where it also says that the row stays for now.
    page.go("#/unit/市教育局?open");
    page.move_pointer_away();
    let filtered = touched(&page, |page| page.tick("2.5"), |page| page.words().contains("暂时留在原处"));
    let expected = &(&counts - &set(["row m2.3"])) | &set(["row m2.5", "<div>", "actions"]);
    assert!(filtered.is_subset(&expected) && filtered.contains("row m2.5"), "{filtered:?}");
}

#[test]
fn a_letter_in_a_note_touches_its_row() {
    for list in ["#/", "#/unit/市教育局"] {
        let page = Page::open(list);
        page.toggle_report("2.3");
        page.write("2.3", "进展情况", "已开");
        page.until("it is kept", |page| page.kept().iter().any(|(_, text)| text.contains("已开")));
        let letter = |page: &Page| page.write("2.3", "进展情况", "工");
        let kept = |page: &Page| page.kept().iter().any(|(_, text)| text.contains("已开工"));
        assert_eq!(touched(&page, letter, kept), set(["row m2.3"]), "{list}");
        // A tick beside it touches nothing in the open report, whose history says what it said.
        let other = touched(&page, |page| page.tick("2.4"), |page| page.ticked() == ["2.4"]);
        assert!(other.contains("row m2.4") && !other.contains("row m2.3"), "{list}: {other:?}");
    }
}

#[test]
fn a_letter_in_the_search_touches_the_rows_that_it_finds_or_hides_and_what_counts_them() {
    let page = Page::open("#/");
    page.search("招");
    page.until("the first letter finds", |page| page.measures().len() < 20);
    let before = page.measures();
    let letter = |page: &Page| page.type_text("聘");
    let touched = touched(&page, letter, |page| page.highlights().contains(&"招聘".to_owned()));
    let after = page.measures();
    let of_rows = |parts: &BTreeSet<String>| parts.iter().filter(|part| part.starts_with("row m")).cloned().collect();
    let rows: BTreeSet<String> = of_rows(&touched);
    let expected: BTreeSet<String> = before.iter().map(|id| format!("row m{id}")).collect();
    assert!(!after.is_empty() && rows.is_subset(&expected), "{rows:?} of {expected:?}");
    assert!(after.iter().all(|id| rows.contains(&format!("row m{id}"))), "{rows:?}");
    let others: Vec<&String> = touched.difference(&rows).collect();
    for part in others {
        let counts = ["<article>", "<section>", "actions", "facet", "nav", "sentence"].contains(&part.as_str());
        assert!(counts, "{part}");
    }
    let html = "return [document.documentElement.lang, document.title]";
    let named = page.run(html, &json!([]));
    page.press(&[keys::BACKSPACE]);
    page.until("the letter is gone", |page| page.measures() == before);
    assert_eq!(page.run(html, &json!([])), named);
}

/// The list once more, and once more, as it would be with so many measures: what is shown is of the same kind.
const LENGTHEN: &str = r#"
    const list = document.querySelector("main.list");
    const tasks = [...list.querySelectorAll("article.task")];
    while (list.querySelectorAll("li.measure").length < arguments[0]) {
        for (const task of tasks) {
            const copy = task.cloneNode(true);
            for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
            list.append(copy);
        }
    }
"#;

#[test]
fn a_tick_touches_as_little_in_a_long_list() {
    let page = Page::open_with("#/", |options| {
        options.traced = true;
        options.asked = Asked::NoMotion;
    });
    // The first one makes that there is something to undo.
    page.tick("2.1");
    for measures in [129, 10_000] {
        page.run(LENGTHEN, &json!([measures]));
        let mut restyled = Vec::new();
        for ticks in ["已销号2条", "已销号1条", "已销号2条", "已销号1条"] {
            page.settle();
            page.restyled();
            let click = |page: &Page| {
                page.on("[id='m2.3'] input", "it.click()", &json!([]));
            };
            let parts = touched(&page, click, |page| page.status().contains(ticks));
            assert_eq!(parts, set(["facet", "glance", "party", "progress", "row m2.3", "sentence"]), "{measures}");
            restyled.push(page.restyled());
        }
        // The others do not tell. On a busy machine something else may fall into the time of one tick, but not of all.
        let few = if page.engine() == Engine::Chromium { 1..=60 } else { 0..=0 };
        let least = restyled.iter().min().expect("four ticks");
        assert!(few.contains(least), "the styles of {restyled:?} elements, in a list of {measures}");
    }
}
