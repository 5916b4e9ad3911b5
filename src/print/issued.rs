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

/// The number, left to be filled in, and the day of the paper.
pub(super) fn number_line(request: &PaperRequest) -> Tree {
    let number = el("span").text(words(request).number);
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
