//! The parts that papers have in common which an office issues (催辦單, 通報): the number, the seal, days and numbers that a blank form
//! leaves to be written.

use super::request::PaperRequest;
use super::tree::{Tree, el};
use super::words::date_words;
use crate::domain::calendar::iso_day;
use crate::domain::printed_day::Day;
use crate::text::issued::IssuedWords;
use crate::text::paper::PaperWords;

/// How many rows a blank form leaves to be filled in by hand.
pub(super) const EMPTY_ROWS: usize = 8;

/// The number of the paper that stands `place` papers behind the one with this number: the figure behind the bracket of the year goes up,
/// with as many digits. One without such a figure is the same for all.
pub fn number_after(first: &str, place: usize) -> String {
    let behind_year = first.rfind(['〕', '］', ']', '）', ')']).unwrap_or_default();
    let digits = |c: char| c.is_ascii_digit();
    let Some(last) = first[behind_year..].rfind(digits).map(|at| behind_year + at) else { return first.to_owned() };
    let start = first[behind_year..last].rfind(|c| !digits(c)).map_or(behind_year, |at| {
        behind_year + at + first[behind_year + at..].chars().next().map_or(0, char::len_utf8)
    });
    let figure = &first[start..=last];
    let next = figure.parse::<usize>().ok().and_then(|figure| figure.checked_add(place));
    next.map_or_else(
        || first.to_owned(),
        |next| format!("{}{next:0width$}{}", &first[..start], &first[last + 1..], width = figure.len()),
    )
}

/// The number, left to be filled in where none is given, and the day of the paper.
pub(super) fn number_line(request: &PaperRequest) -> Tree {
    let number = if request.number.is_empty() { words(request).number } else { request.number };
    let number = el("span").text(number);
    el("p").class("paper-number").child(number).child(el("span").text(date(request))).tree()
}

/// The room for the seal, and the day below it.
pub(super) fn seal(request: &PaperRequest) -> Tree {
    let label = el("p").text(words(request).seal);
    el("section").class("paper-seal").child(label).child(el("p").text(date(request))).tree()
}

/// The words of these papers.
pub(super) fn words(request: &PaperRequest) -> &'static IssuedWords {
    IssuedWords::of(request.script())
}

/// The day of the paper; on a blank form it is left to be written.
pub(super) fn date(request: &PaperRequest) -> String {
    let words = words(request);
    let date = || date_words(request.date, request.words());
    request.ledger.map_or_else(|| words.empty_day.to_owned(), |_| date())
}

/// A number in a sentence; on a blank form, room to write it.
pub(super) fn number(request: &PaperRequest, number: usize) -> String {
    request.ledger.map_or_else(|| words(request).gap.to_owned(), |_| number.to_string())
}

/// The words of the filters, in brackets; empty if there are none.
pub(super) fn filters(request: &PaperRequest) -> String {
    let [before, after] = words(request).filters;
    if request.filters.is_empty() { String::new() } else { [before, request.filters, after].concat() }
}

/// A day in words: 2021年9月30日.
pub(super) fn day_words(day: Day, words: &PaperWords) -> String {
    date_words(&iso_day(day.into()), words)
}
