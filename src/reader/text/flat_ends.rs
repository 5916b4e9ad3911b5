//! What stands around the headings of a text without line breaks: a letter and a title before them, and behind them closing words,
//! a signature and a date.

use super::scan::{Depth, chars_in, length, trim};
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{ANNEX, BEGINS_TEXT, CLOSING, DOCUMENT_KINDS, NUMBER, THIS_COPY};
use crate::reader::lexicon::marks::{YEAR_OPEN, closes_bracket, digit, is_space, is_stop, opens_bracket};
use crate::reader::lexicon::times::{DAY, MONTH, YEAR};
use crate::reader::lexicon::{ends, longest_start, starts};

/// The longest name of a body that signs.
const LONGEST_SIGNATURE: usize = 30;
/// The longest number of a document, in characters.
const LONGEST_NUMBER: usize = 30;
/// The longest short form of the office that numbers it: 东政办.
const LONGEST_OFFICE: usize = 8;
/// The longest title of a text without line breaks, in characters.
const LONGEST_TITLE: usize = 100;
/// How many characters at the end of a text are searched for its closing words.
const LONGEST_CLOSING: usize = 400;

/// Where the number of a letter ends that stands before the first heading, its signature and its date begin, the title of what it
/// sends out, and the text behind that.
pub fn opening_cuts(text: &str, head: Span) -> Vec<usize> {
    let mut out = Vec::from_iter(number_end(text, head));
    let mut days = chars_in(text, head).filter(|(_, c)| *c == DAY).map(|(at, c)| at + c.len_utf8());
    let Some((date, behind)) = days.find_map(|end| Some((dated(text, head.up_to(end))?, end))) else {
        return out;
    };
    out.extend(signature(text, head.up_to(date)));
    out.extend([date, behind]);
    let mut rest = trim(text, head.on_from(behind));
    if let Some(annex) = longest_start(rest.of(text), ANNEX) {
        rest = rest.on_from(rest.begins() + annex.len());
        out.push(rest.begins());
    }
    out.extend(title_end(text, rest));
    out
}

/// Where the number ends that a letter begins with: 东政办〔2021〕68号.
fn number_end(text: &str, head: Span) -> Option<usize> {
    let (at, c) = chars_in(text, head).take(LONGEST_NUMBER).find(|(_, c)| *c == NUMBER)?;
    let end = at + c.len_utf8();
    let (office, number) = head.up_to(end).of(text).split_once(YEAR_OPEN)?;
    (length(office, LONGEST_OFFICE + 1) <= LONGEST_OFFICE && !number.contains(is_stop)).then_some(end)
}

/// Where a title ends that its text follows with no more than white space between.
fn title_end(text: &str, rest: Span) -> Option<usize> {
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, rest).take(LONGEST_TITLE).take_while(|(_, c)| !is_stop(*c)) {
        depth.step(c);
        let end = at + c.len_utf8();
        let behind = rest.on_from(end).of(text);
        let fresh = behind.starts_with(is_space) || starts(behind, BEGINS_TEXT);
        if fresh && depth.outside() && ends(rest.up_to(end).of(text), DOCUMENT_KINDS) {
            return Some(end);
        }
    }
    None
}

/// Where the closing words, the signature, the date and the remark behind the last piece of a text begin.
pub fn closing_cuts(text: &str, last: Span) -> Vec<usize> {
    let mut out = Vec::new();
    let remark = last.of(text).rfind(opens_bracket).map(|at| last.begins() + at);
    let remark = remark.filter(|at| last.on_from(*at).of(text).contains(THIS_COPY));
    let signed = last.up_to(remark.unwrap_or(last.ends()));
    let (date, signature) = match dated(text, signed) {
        Some(date) => (Some(date), signature(text, signed.up_to(date))),
        None => (None, None),
    };
    let end = signature.or(date).or(remark).unwrap_or(last.ends());
    out.extend(closing(text, last.up_to(end)));
    out.extend([signature, date, remark].into_iter().flatten());
    out
}

/// Where the date begins that a span ends with.
fn dated(text: &str, span: Span) -> Option<usize> {
    let mut marks = [DAY, MONTH, YEAR].into_iter();
    let mut digits = 0;
    let mut start = None;
    for (at, c) in chars_in(text, span).rev().take(20).filter(|(_, c)| !is_space(*c)) {
        if digit(c).is_some() {
            digits += 1;
            start = Some(at);
        } else if marks.next() == Some(c) {
            digits = 0;
        } else {
            break;
        }
    }
    start.filter(|_| marks.next().is_none() && digits == 4)
}

/// Where the name of the body begins that signs at the end of a span.
fn signature(text: &str, span: Span) -> Option<usize> {
    let stop = |(_, c): &(usize, char)| is_stop(*c) || closes_bracket(*c);
    let start = chars_in(text, span).rev().take(LONGEST_SIGNATURE + 1).find(stop).map(|(at, c)| at + c.len_utf8())?;
    (length(span.on_from(start).of(text), 2) == 2).then_some(start)
}

/// Where the closing words begin that stand behind the last statement: 各地区要认真贯彻落实.
fn closing(text: &str, span: Span) -> Option<usize> {
    let near = chars_in(text, span).rev().take(LONGEST_CLOSING).last().map_or(span.begins(), |(at, _)| at);
    let mut depth = Depth::default();
    let mut stop = false;
    let mut found = None;
    for (at, c) in chars_in(text, span.on_from(near)) {
        if stop && depth.outside() && found.is_none() && starts(span.on_from(at).of(text), CLOSING) {
            found = Some(at);
        }
        depth.step(c);
        stop = is_stop(c) || closes_bracket(c);
        // A statement behind them: they close nothing.
        if found.is_some() && opens_bracket(c) {
            found = None;
        }
    }
    found
}
