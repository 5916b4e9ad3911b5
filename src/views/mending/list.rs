//! All corrections, and taking them back.

use super::said::said;
use crate::domain::corrections::Correction;
use crate::domain::corrections::mending::Mending;
use crate::views::live::{View, button, el, says};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

/// What names the list, and its summary.
const LIST: &str = "mend-list";

/// The buttons that take the last correction back and make it again; none where there is nothing to do.
pub fn undo(review: &Review) -> View {
    let words = review.mend_words();
    let (last, next) = review.mend.mending.with_untracked(|mending| {
        let say = |correction: &Correction| said(review.store.lang(), &review.plan().source, correction);
        (mending.last().map(say), mending.next().map(say))
    });
    let press = |name: String, sign: &'static str, id: &'static str, act: fn(&mut Mending) -> bool| {
        let own = review.clone();
        let done = move || {
            own.change(|mending| _ = act(mending));
            own.focus(id);
        };
        let sign = el("span").set("aria-hidden", "true").text(sign);
        el("button").set("type", "button").id(id).set("aria-label", &name).set("title", &name).press(done).child(sign)
    };
    el("div")
        .class("steps")
        .child(last.map(|name| press((words.undo)(&name), "↶", "mend-undo", Mending::undo)))
        .child(next.map(|name| press((words.redo)(&name), "↷", "mend-redo", Mending::redo)))
        .view()
}

/// All corrections, folded away.
pub fn list(review: &Review) -> View {
    let words = review.mend_words();
    let done = review.mend.mending.with_untracked(|mending| mending.done().to_vec());
    let unfit = review.mend.unfit.get_untracked();
    let lang = review.plan().script.tag();
    let item = |(place, correction): (usize, &Correction)| {
        let own = review.clone();
        let back = move || {
            own.change(|mending| mending.take_back(place));
            own.focus(LIST);
        };
        let text = said(review.store.lang(), &review.plan().source, correction);
        let fits = (!unfit.contains(&place)).then(|| own_place(review, correction)).flatten();
        let doubt = unfit.contains(&place).then(|| el("b").class("doubt").text(words.unfit));
        el("li")
            .child(el("span").set("lang", lang).text(text))
            .text(" ")
            .child(doubt)
            .child(fits)
            .child(button(says(move || words.take_back.to_owned()), back).class("link"))
            .view()
    };
    let items: Vec<View> = done.iter().enumerate().map(item).collect();
    let none = items.is_empty().then(|| el("p").class("and-others").text(words.none));
    let part = review.mend.folds.part(LIST, &(words.list)(done.len()), review.browser);
    part.child(none).child(el("ol").children(items)).view()
}

/// A button that selects the place of a correction.
fn own_place(review: &Review, correction: &Correction) -> Option<View> {
    let (selection, at) = (review.selection, correction.at);
    let words = review.words();
    (!at.is_empty()).then(|| {
        let go = button(says(move || words.selected.to_owned()), move || selection.choose(at));
        go.class("link").view()
    })
}
