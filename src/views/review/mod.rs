//! Looking through what was read of a plan: the source beside the outline, each pointing at the other; what is to be looked at, place
//! by place; and what the selected place was taken for.
//!
//! - [`selection`]: which place is selected; everything else follows it.
//! - [`sheet`]: what is looked through, worked out once; [`rows`]: the outline from top to bottom; [`lots`]: what is drawn.
//! - [`folds`]: what of it is folded out.
//! - [`source`], [`outline`]: the panes; [`facts`]: what all of them say of a unit, a deadline, a target.
//! - [`stops`]: the places that a person should look at.
//! - [`selected`]: the panel of the selected place.
//! - [`browser`]: what only the browser can do.

pub mod browser;
mod facts;
pub mod folds;
mod lots;
mod outline;
mod rows;
mod selected;
pub mod selection;
pub mod sheet;
mod source;
mod stops;

use super::live::{El, View, all, el, follow, is, says};
use super::mending;
use super::mending::mend::Mend;
use browser::Browser;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use lots::Lots;
use selection::Selection;
use sheet::{Review, Sheet, span_of_key};
use std::rc::Rc;
use std::sync::Arc;

/// The ids of the panes.
const SOURCE: &str = "source-pane";
const OUTLINE: &str = "outline-pane";

/// The review of a plan. `actions` stands beside the buttons that go from place to place. With `focus`, the outline gets the focus if
/// nothing has it that can be seen.
pub fn review(
    store: crate::state::Store,
    browser: Browser,
    selection: Selection,
    sheet: Arc<Sheet>,
    mend: Mend,
    actions: View,
    focus: bool,
) -> View {
    let source = Lots::new("source-lot-", sheet.source.len());
    let outline = Lots::new("outline-lot-", sheet.outline.len());
    let review = Review { store, browser, selection, sheet, source, outline, mend };
    let shown = review.mend.folds.source;
    keep_pointing(&review);
    draw_what_is_near(&review, shown);
    if focus {
        (browser.after)(store, 0, Box::new(move || (browser.focus_if_lost)(OUTLINE)));
    }
    let words = review.words();
    let tools = el("div").class("review-tools").child(tabs(&review, shown)).child(stops::steps(&review));
    let tools = tools.child(mending::list::undo(&review)).child(actions);
    let (keys, walks) = (review.clone(), review.clone());
    let places = review.clone();
    let panes = el("div")
        .class("panes")
        .class_if("is-source", is(move || shown.get()))
        .on("click", move |event| {
            if let Some(span) = (places.browser.place_of)(&event).and_then(|at| span_of_key(&at)) {
                places.selection.choose(span);
            }
        })
        .on_key(move |key| step_by_key(&keys, &key))
        .child(pane(&walks, SOURCE, words.source, source::legend(&review), source::source(&review)))
        .child(pane(&walks, OUTLINE, words.outline, stops::list(&review).into(), outline::outline(&review)))
        .child(selected::panel(&review));
    all(vec![tools.into(), panes.into()])
}

/// A pane: what stands above it, and what scrolls.
fn pane(review: &Review, id: &str, name: &str, above: View, content: View) -> El {
    let walks = review.clone();
    let (class, lang) =
        if id == SOURCE { ("side is-source", Some(review.plan().script.tag())) } else { ("side", None) };
    let mut scrolls = el("div")
        .id(id)
        .class("pane")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", &[name, ": ", review.words().by_arrows].concat())
        .on_key(move |key| walk_by_key(&walks, &key));
    if let Some(lang) = lang {
        scrolls = scrolls.child(el("div").set("lang", lang).child(content));
    } else {
        scrolls = scrolls.child(content);
    }
    el("div").class(class).child(el("h3").class("side-name").text(name)).child(above).child(scrolls)
}

/// Where the window is narrow, one pane is shown: which.
fn tabs(review: &Review, shown: RwSignal<bool>) -> View {
    let words = review.words();
    let tab = |name: &'static str, own: bool| {
        let review = review.clone();
        let press = move || {
            shown.set(own);
            let (sheet, browser, span) = (review.sheet.clone(), review.browser, review.selection.now().span);
            let [source, outline] = [review.source.clone(), review.outline.clone()];
            let again = move || {
                if let Some(span) = span {
                    let (exactly, around) = sheet.keys(span);
                    (browser.point)(&exactly, &around, false);
                }
                Lots::look_around(&[source, outline], browser);
            };
            (browser.after)(review.store, 0, Box::new(again));
        };
        let pressed = says(move || (shown.get() == own).to_string());
        el("button").set("type", "button").live("aria-pressed", pressed).press(press).text(name)
    };
    el("div")
        .class("tabs")
        .set("role", "group")
        .set("aria-label", words.panes)
        .child(tab(words.source, true))
        .child(tab(words.outline, false))
        .view()
}

/// Goes to the next or the previous place to be looked at: n and p.
fn step_by_key(review: &Review, key: &KeyboardEvent) {
    if key.ctrl_key() || key.meta_key() || key.alt_key() || (review.browser.types)(key) {
        return;
    }
    let forward = match key.key().as_str() {
        "n" | "N" => true,
        "p" | "P" => false,
        _ => return,
    };
    if review.step(forward, true) {
        key.prevent_default();
    }
}

/// Selects the next or the previous thing: the arrow keys, in a pane.
fn walk_by_key(review: &Review, key: &KeyboardEvent) {
    if key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key() || (review.browser.types)(key) {
        return;
    }
    let forward = match key.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    key.prevent_default();
    if let Some(span) = review.sheet.beside(review.selection.now().span, forward) {
        review.selection.walk_to(span);
    }
}

/// Keeps the marks in the page where the selection is.
fn keep_pointing(review: &Review) {
    let review = review.clone();
    follow(move || {
        let chosen = review.selection.get();
        let (exactly, around) = chosen.span.map(|span| review.sheet.keys(span)).unwrap_or_default();
        if let Some(span) = chosen.span {
            let (source, outline) = review.sheet.lots_of(span);
            if let Some(lot) = source {
                review.source.draw_around(lot);
            }
            if let Some(lot) = outline {
                review.outline.draw_around(lot);
            }
        }
        // Once what was drawn for it is in the page.
        let point = review.browser.point;
        (review.browser.after)(review.store, 0, Box::new(move || point(&exactly, &around, chosen.focus)));
    });
}

/// Draws what is near the window, now and whenever something is scrolled; and steps with the keys that work wherever the focus is.
fn draw_what_is_near(review: &Review, shown: RwSignal<bool>) {
    let (store, browser) = (review.store, review.browser);
    let all = [review.source.clone(), review.outline.clone()];
    let waits = Rc::new(std::cell::Cell::new(false));
    let look = Rc::new(move || {
        if waits.replace(true) || shown.try_get_untracked().is_none() {
            return;
        }
        let (all, waits) = (all.clone(), waits.clone());
        let then = move || {
            waits.set(false);
            Lots::look_around(&all, browser);
        };
        (browser.after_paint)(store, Box::new(then));
    });
    let steps = review.clone();
    let step = move |forward: bool| steps.selection.is_there() && steps.step(forward, true);
    let moved = look.clone();
    (browser.hear)(Some((Box::new(move || moved()), Box::new(step))));
    on_cleanup(move || (browser.hear)(None));
    look();
    for lots in [review.source.clone(), review.outline.clone()] {
        (browser.after_paint)(store, Box::new(move || lots.draw_on(store, browser)));
    }
}
