//! What holds of the whole plan: title, number, issuer, dates, localities.

use super::controls::{act_as, labelled, told, typed};
use super::correct::LASTING;
use crate::domain::corrections::{Change, Kind, Particular, short_of};
use crate::domain::plausible::may_be_particular;
use crate::domain::span::Span;
use crate::views::live::{El, View, el, says};
use crate::views::review::sheet::Review;
use leptos::prelude::*;

const PARTICULARS: [Particular; 5] =
    [Particular::Number, Particular::Issuer, Particular::Issued, Particular::Start, Particular::Due];

/// All of it, folded away.
pub fn particulars(review: &Review) -> View {
    let words = review.mend_words();
    let part = review.mend.folds.part("mend-particulars", words.particulars, review.browser);
    part.children(PARTICULARS.map(|which| particular(review, which))).child(localities(review)).view()
}

/// The id of the button of what holds of the whole plan; that of its field goes on behind it.
fn id(name: &str) -> String {
    [LASTING, name].concat()
}

/// A field and the button that changes what is in it, both found again when they are drawn again.
fn change(review: &Review, name: &str, field: El, label: &str, done: impl FnMut() + 'static) -> View {
    let field = field.id(&(id(name) + "-field"));
    act_as(&id(name), vec![labelled(label, field)], review.mend_words().change, done)
}

/// The title: a line of the source or, as long as the text is not kept, one that is put before it.
pub fn title(review: &Review, name: &'static str) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let was = review.plan().text(review.plan().meta.title).to_owned();
    let (value, message) = (RwSignal::new(was.clone()), RwSignal::new(String::new()));
    let done = move || {
        let title = value.get_untracked().trim().to_owned();
        if title.is_empty() || title == was {
            return;
        }
        if let Some(at) = line_of(&own.plan().source, &title) {
            own.correct(at, &was, Change::Kind(Kind::Title), None);
        } else if !(own.mend.entitle)(&title) {
            message.set(words.no_line.to_owned());
        }
    };
    let form = change(review, name, typed("text", value), words.title, done);
    el("div").child(form).child(told(message)).view()
}

/// Where a line of the source with these words is.
fn line_of(source: &str, words: &str) -> Option<Span> {
    let line = source.lines().map(str::trim).find(|line| *line == words)?;
    let start = line.as_ptr() as usize - source.as_ptr() as usize;
    Some(Span::new(start, start + line.len()))
}

fn particular(review: &Review, which: Particular) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let was = which.of(&review.plan().meta).map(|fact| fact.value.clone()).unwrap_or_default();
    let (value, message) = (RwSignal::new(was.clone()), RwSignal::new(String::new()));
    let done = move || {
        let value = value.get_untracked();
        if !may_be_particular(which, &value) {
            return message.set(words.no_date.to_owned());
        }
        message.set(String::new());
        if value.trim() != was {
            own.correct(Span::default(), &was, Change::Particular(which, value), None);
        }
    };
    let field = typed(if which.is_date() { "date" } else { "text" }, value);
    let form = change(review, which.word(), field, (words.particular)(which), done);
    el("div").child(form).child(told(message)).view()
}

fn localities(review: &Review) -> View {
    let (own, words) = (review.clone(), review.mend_words());
    let all = &review.plan().localities;
    let line = |key: &str, short: &str| if key == short { key.to_owned() } else { [key, " ", short].concat() };
    let lines: Vec<String> = all.iter().map(|locality| line(&locality.key, &locality.short)).collect();
    let was = all.iter().map(|locality| locality.key.as_str()).collect::<Vec<_>>().join("、");
    let value = RwSignal::new(lines.join("\n"));
    let area = el("textarea").set("rows", "3").value(says(move || value.get())).input(move |text| value.set(text));
    change(review, "localities", area, words.localities, move || {
        let places: Vec<(String, String)> = value.get_untracked().lines().filter_map(place).collect();
        own.correct(Span::default(), &was, Change::Localities(places), None);
    })
}

/// The full and the short name of a line; a short name that is not written is the full one without its last character: 樂都區.
fn place(line: &str) -> Option<(String, String)> {
    let mut names = line.split_whitespace();
    let key = names.next()?;
    Some((key.to_owned(), names.next().map_or_else(|| short_of(key), str::to_owned)))
}
