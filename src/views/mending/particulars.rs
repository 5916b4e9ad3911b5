//! What holds of the whole plan: number, issuer, dates, localities.

use super::controls::{act, field, labelled, told};
use crate::domain::corrections::{Change, Particular, short_of};
use crate::domain::plausible::may_be_particular;
use crate::domain::span::Span;
use crate::views::live::{View, el, says};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

const PARTICULARS: [Particular; 5] =
    [Particular::Number, Particular::Issuer, Particular::Issued, Particular::Start, Particular::Due];

/// All of it, folded away.
pub fn particulars(review: &Review) -> View {
    let words = review.mend_words();
    el("details")
        .class("mend-particulars")
        .child(el("summary").text(words.particulars))
        .children(PARTICULARS.map(|which| particular(review, which)))
        .child(localities(review))
        .view()
}

fn particular(review: &Review, which: Particular) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let was = which.of(&review.plan().meta).map(|fact| fact.value.clone()).unwrap_or_default();
    let typed = RwSignal::new(was.clone());
    let control = if which.is_date() {
        let day = el("input").set("type", "date").value(says(move || typed.get()));
        labelled((words.particular)(which), day.input(move |text| typed.set(text)))
    } else {
        field((words.particular)(which), typed)
    };
    let message = RwSignal::new(String::new());
    let form = act(vec![control], words.change, move || {
        let value = typed.get_untracked();
        if !may_be_particular(which, &value) {
            return message.set(words.no_date.to_owned());
        }
        message.set(String::new());
        if value.trim() != was {
            own.correct(Span::default(), &was, Change::Particular(which, value), None);
        }
    });
    el("div").child(form).child(told(message)).view()
}

fn localities(review: &Review) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let all = &review.plan().localities;
    let line = |key: &str, short: &str| if key == short { key.to_owned() } else { [key, " ", short].concat() };
    let lines: Vec<String> = all.iter().map(|locality| line(&locality.key, &locality.short)).collect();
    let was = all.iter().map(|locality| locality.key.as_str()).collect::<Vec<_>>().join("、");
    let typed = RwSignal::new(lines.join("\n"));
    let area = el("textarea").set("rows", "3").value(says(move || typed.get())).input(move |text| typed.set(text));
    act(vec![labelled(words.localities, area)], words.change, move || {
        let places: Vec<(String, String)> = typed.get_untracked().lines().filter_map(place).collect();
        own.correct(Span::default(), &was, Change::Localities(places), None);
    })
}

/// The full and the short name of a line; a short name that is not written is the full one without its last character: 樂都區.
fn place(line: &str) -> Option<(String, String)> {
    let mut names = line.split_whitespace();
    let key = names.next()?;
    Some((key.to_owned(), names.next().map_or_else(|| short_of(key), str::to_owned)))
}
