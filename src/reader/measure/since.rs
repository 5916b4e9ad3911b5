//! Times that are counted from a day: 印发之日起30日内, 目录更新后30天内.

use crate::domain::span::Span;
use crate::reader::lexicon::times::{AFTER, BEFORE_DAY, FROM_THE_DAY, FROM_WHAT, SINCE, THIS_DOCUMENT};
use crate::reader::lexicon::{ends, longest_end};
use crate::reader::text::scan::chars_in;
use crate::reader::text::times::from_the_day;

/// What is printed and counted from is called with so many characters at most.
const LONGEST_PRINTED: usize = 6;

/// A time that is counted from a day, which the words around this place name: 印发之日起30日内, 目录更新后30天内.
pub fn counted(text: &str, span: Span, at: usize) -> Option<(usize, usize)> {
    let rest = span.on_from(at);
    let before = span.up_to(at);
    let (word, end) = if rest.of(text).starts_with(FROM_THE_DAY) {
        (longest_end(before.of(text), FROM_WHAT).map_or(0, str::len), at)
    } else if rest.of(text).starts_with(AFTER) {
        let through = span.up_to(at + AFTER.len_utf8());
        (longest_end(through.of(text), SINCE)?.len() - AFTER.len_utf8(), at)
    } else {
        return None;
    };
    let start = end - word;
    let until = from_the_day(text, span.on_from(start))?;
    // What is printed, with nothing else before it in its clause: 本意见, 目录.
    let mut named = start;
    for (at, c) in chars_in(text, span.up_to(start)).rev().take(LONGEST_PRINTED) {
        if c == THIS_DOCUMENT {
            return Some((at, until));
        }
        if !c.is_alphabetic() || ends(span.up_to(at + c.len_utf8()).of(text), BEFORE_DAY) {
            return Some((named, until));
        }
        named = at;
    }
    Some((if named == span.begins() { named } else { start }, until))
}
