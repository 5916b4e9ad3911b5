//! What a person has asked the system for: no motion, and colours of their own. Leaves pictures in `target/e2e/looks/`.

use serde_json::json;

use crate::page::{Page, keys};
use crate::scenes;
use crate::webdriver::Asked;

/// Whatever moves, or would.
const MOVING: &str = "return [...document.querySelectorAll('*')].filter((part) => {
        const style = getComputedStyle(part);
        return [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0)
            || style.scrollBehavior === 'smooth';
    }).map((part) => part.tagName + '.' + part.className).concat(document.getAnimations().map(String))";

#[test]
fn nothing_moves_where_no_motion_is_wanted() {
    let page = scenes::lived_in_by(Asked::NoMotion);
    for address in ["#/", "#/overview", "#/read", "#/data", "#/print/unit/市教育局"] {
        page.go(address);
        page.settle();
        assert_eq!(page.run(MOVING, &json!([])), json!([]), "{address}");
    }
    page.go("#/unit/市教育局");
    page.tick("2.4");
    assert_eq!(page.run(MOVING, &json!([])), json!([]));
    drop(page);
    let page = Page::open("");
    page.run("document.body.style.transition = 'opacity 1s'", &json!([]));
    assert_ne!(page.run(MOVING, &json!([])), json!([]), "what moves is found");
}

/// What is told apart by nothing but a colour that the system takes away.
const UNTOLD: &str = r#"
    const untold = [];
    const tell = (style) => [style.fontWeight, style.textDecorationLine, style.borderTopWidth, style.outlineStyle].join();
    for (const current of document.querySelectorAll("[aria-current=page], [aria-current=true], .party-option.is-active, .is-pointed")) {
        const other = [...current.parentElement.parentElement.querySelectorAll(current.tagName)]
            .find((part) => part !== current && part.className.split(" ")[0] === current.className.split(" ")[0] && part.getAttribute("aria-current") !== current.getAttribute("aria-current"));
        const plain = other || [...current.parentElement.children].find((part) => part !== current && part.tagName === current.tagName && !part.matches(".is-active, .is-pointed"));
        if (plain && tell(getComputedStyle(current)) === tell(getComputedStyle(plain))) untold.push(current.outerHTML.slice(0, 90));
    }
    for (const state of document.querySelectorAll(".state")) if (!state.textContent.trim()) untold.push(state.outerHTML);
    for (const box of document.querySelectorAll("input[type=checkbox], input[type=radio]")) {
        if (getComputedStyle(box).appearance === "none") untold.push(box.outerHTML);
    }
    return untold;
"#;

#[test]
fn in_the_systems_own_colours_everything_is_still_told_apart() {
    let page = scenes::lived_in_by(Asked::OwnColours);
    for (name, address) in [
        ("list", "#/unit/市教育局"),
        ("row", "#m2.3"),
        ("overview", "#/overview?show=behind"),
        ("print", "#/print/unit/市教育局"),
        ("data", "#/data"),
    ] {
        page.go(address);
        page.settle();
        assert_eq!(page.run("return matchMedia('(forced-colors: active)').matches", &json!([])), true);
        assert_eq!(page.run(UNTOLD, &json!([])), json!([]), "{name}");
        page.press(&[keys::TAB]);
        let ring = "const style = getComputedStyle(document.activeElement);
            return style.outlineStyle === 'solid' && style.outlineColor !== getComputedStyle(document.body).backgroundColor";
        assert!(page.run(ring, &json!([])) == true || page.focused_id() == "list", "{name}: the focus is not seen");
        page.photograph(&format!("looks/forced-{name}"));
    }
    page.go("#/unit/市教育局");
    page.click("combobox", "责任单位");
    page.press(&[keys::DOWN]);
    assert_eq!(page.run(UNTOLD, &json!([])), json!([]), "the selector");
    page.photograph("looks/forced-selector");
}
