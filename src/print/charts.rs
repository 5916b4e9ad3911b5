//! Bars and bullets, drawn as SVG, for papers and for the overview. Each stands beside its figures, which say the same as text, so
//! screen readers pass it over.

use super::tree::{Element, Tree, el};
use crate::domain::lights::{Light, Lights};

/// The width of every drawing in its own units; it is shown as wide as its place.
const WIDTH: usize = 1_000;

/// A drawing of this height in its own units, with a title unless that is empty.
fn drawing(class: &str, height: usize, title: &str) -> Element {
    el("svg:svg")
        .class(class)
        .set("viewBox", &format!("0 0 {WIDTH} {height}"))
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .child((!title.is_empty()).then(|| el("svg:title").text(title)))
}

fn rect(class: &str, (x, width): (usize, usize), (y, height): (usize, usize)) -> Tree {
    el("svg:rect")
        .class(class)
        .set("x", &x.to_string())
        .set("y", &y.to_string())
        .set("width", &width.to_string())
        .set("height", &height.to_string())
        .tree()
}

/// A mark at a percentage, from top to bottom of a bar.
fn mark(percent: Option<i64>) -> Option<Tree> {
    let percent = usize::try_from(percent?.clamp(0, 100)).ok()?;
    let x = (percent * WIDTH / 100).to_string();
    let line = el("svg:line").class("chart-mark").set("x1", &x).set("x2", &x).set("y1", "0").set("y2", "24");
    Some(line.tree())
}

fn along(part: usize, whole: usize) -> usize {
    (part.min(whole) * WIDTH).checked_div(whole).unwrap_or(0)
}

/// A bar of parts, each a class and a number, out of a whole, with a mark at a percentage. Its title says the figures to who points at it.
pub fn bar(parts: &[(&str, usize)], whole: usize, percent: Option<i64>, title: &str) -> Tree {
    let mut from = 0;
    let mut pieces = Vec::new();
    for (class, n) in parts.iter().filter(|(_, n)| *n > 0) {
        let (start, end) = (along(from, whole), along(from + n, whole));
        pieces.push(rect(class, (start, end - start), (4, 16)));
        from += n;
    }
    let ground = rect("chart-ground", (0, WIDTH), (4, 16));
    drawing("chart", 24, title).child(ground).children(pieces).children(mark(percent)).tree()
}

/// A bar of lights, with the words for them.
pub fn lights_bar(lights: Lights, words: [&str; 3]) -> Tree {
    let whole = lights.none + Light::ALL.into_iter().map(|light| lights.of(light)).sum::<usize>();
    let parts: Vec<(&str, usize)> = Light::ALL.into_iter().map(|light| (class_of(light), lights.of(light))).collect();
    let said = Light::ALL.map(|light| format!("{} {}", words[light as usize], lights.of(light)));
    bar(&parts, whole, None, &said.join(" · "))
}

/// The class of what has this light.
pub fn class_of(light: Light) -> &'static str {
    ["is-red", "is-yellow", "is-green"][light as usize]
}

/// The sign of a light, which says the same as its colour.
pub fn sign_of(light: Light) -> &'static str {
    ["▲", "◆", "●"][light as usize]
}

/// A bullet: a share of the number that a target sets, in percent, against the time of year, in percent.
pub fn bullet(share: i64, is_behind: bool, time: Option<i64>, title: &str) -> Tree {
    let length = usize::try_from(share.clamp(0, 100)).unwrap_or(0) * WIDTH / 100;
    let class = if is_behind { "is-yellow" } else { "is-green" };
    drawing("chart is-bullet", 24, title)
        .child(rect("chart-ground", (0, WIDTH), (4, 16)))
        .child(rect(class, (0, length), (8, 8)))
        .children(mark(time))
        .tree()
}
