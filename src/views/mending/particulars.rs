//! What holds of the whole plan: title, number, issuer, dates, localities.

use super::controls::{act_as, labelled, typed};
use super::correct::LASTING;
use crate::domain::corrections::{Change, Kind, Particular, short_of};
use crate::domain::plausible::may_be_particular;
use crate::domain::span::Span;
use crate::views::live::{El, View, el, says};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

const PARTICULARS: [Particular; 5] =
    [Particular::Number, Particular::Issuer, Particular::Issued, Particular::Start, Particular::Due];

/// All of it, folded away. In each function `name` tells the same fields at several places of the page apart.
pub fn particulars(review: &Review) -> View {
    let words = review.mend_words();
    let part = review.mend.folds.part("mend-particulars", words.particulars, review.browser);
    part.child(title(review, "title"))
        .children(PARTICULARS.map(|which| particular(review, which.word(), which)))
        .child(localities(review, "localities"))
        .view()
}

/// The id of the button of what holds of the whole plan; that of its field goes on behind it.
fn id(name: &str) -> String {
    [LASTING, name].concat()
}

/// A field and the button that changes what is in it, both found again when they are drawn again.
fn change(review: &Review, name: &str, field: El, label: &str, done: impl FnMut() -> Option<String> + 'static) -> View {
    let field = field.id(&(id(name) + "-field"));
    act_as(&id(name), vec![labelled(label, field)], review.mend_words().change, done)
}

/// The title: a line of the source or, as long as the text is not kept, one that is put before it.
pub fn title(review: &Review, name: &'static str) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let was = review.plan().text(review.plan().meta.title).to_owned();
    let value = RwSignal::new(was.clone());
    change(review, name, typed("text", value), words.title, move || {
        let title = value.get_untracked().trim().to_owned();
        if title.is_empty() {
            return Some(words.no_name.to_owned());
        }
        if title == was {
            return Some(words.no_change.to_owned());
        }
        match line_of(&own.plan().source, &title) {
            Some(at) => own.correct(at, &was, Change::Kind(Kind::Title), None),
            None => (!(own.mend.entitle)(&title)).then(|| words.no_line.to_owned()),
        }
    })
}

/// Where a line of the source with these words is.
fn line_of(source: &str, words: &str) -> Option<Span> {
    let line = source.lines().map(str::trim).find(|line| *line == words)?;
    let start = line.as_ptr() as usize - source.as_ptr() as usize;
    Some(Span::new(start, start + line.len()))
}

/// A particular of the plan.
pub fn particular(review: &Review, name: &'static str, which: Particular) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let was = which.of(&review.plan().meta).map(|fact| fact.value.clone()).unwrap_or_default();
    let value = RwSignal::new(was.clone());
    let field = typed(if which.is_date() { "date" } else { "text" }, value);
    change(review, name, field, (words.particular)(which), move || {
        let value = value.get_untracked();
        if !may_be_particular(which, &value) {
            return Some(words.no_date.to_owned());
        }
        own.correct(Span::default(), &was, Change::Particular(which, value), None)
    })
}

/// The localities that the plan speaks of.
pub fn localities(review: &Review, name: &'static str) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let all = &review.plan().localities;
    let line = |key: &str, short: &str| if key == short { key.to_owned() } else { [key, " ", short].concat() };
    let lines: Vec<String> = all.iter().map(|locality| line(&locality.key, &locality.short)).collect();
    let was = all.iter().map(|locality| locality.key.as_str()).collect::<Vec<_>>().join("、");
    let value = RwSignal::new(lines.join("\n"));
    let area = el("textarea").set("rows", "3").value(says(move || value.get())).input(move |text| value.set(text));
    change(review, name, area, words.localities, move || {
        let places: Vec<(String, String)> = value.get_untracked().lines().filter_map(place).collect();
        own.correct(Span::default(), &was, Change::Localities(places), None)
    })
}

/// The full and the short name of a line; a short name that is not written is the full one without its last character: 樂都區.
fn place(line: &str) -> Option<(String, String)> {
    let mut names = line.split_whitespace();
    let key = names.next()?;
    Some((key.to_owned(), names.next().map_or_else(|| short_of(key), str::to_owned)))
}
