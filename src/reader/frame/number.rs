//! Document numbers: `东政办〔2021〕68号`.

use crate::domain::span::Span;
use crate::reader::lexicon::documents::{NOT_IN_NUMBER, NUMBER, NUMBER_ORDINAL};
use crate::reader::lexicon::marks::{YEAR_OPEN, closes, digit, is_break, is_space, opens};
use crate::reader::text::scan::{chars_in, length};

/// The first document number in a span.
pub fn number_in(text: &str, span: Span) -> Option<Span> {
    let mut start = span.begins();
    // Where the bracket around a year was opened.
    let mut open: Option<usize> = None;
    for (at, c) in chars_in(text, span) {
        let after = at + c.len_utf8();
        if let Some(begun) = open.filter(|_| c == NUMBER)
            && ends_number(Span::new(begun, at).of(text))
            && begun > start
        {
            return Some(Span::new(start, after));
        }
        if YEAR_OPEN.contains(&c) {
            let letters = Span::new(start, at).of(text).chars().any(char::is_alphabetic);
            if letters && begins_with_year(span.on_from(after).of(text)) {
                open = Some(at);
            } else {
                start = after;
                open = None;
            }
        } else if open.is_none() && (is_space(c) || is_break(c) || NOT_IN_NUMBER.contains(&c) || closes(c).is_some()) {
            start = after;
        }
    }
    None
}

/// Whether words are those between the letters of a number and its last character: `〔2021〕68`.
fn ends_number(words: &str) -> bool {
    let fits =
        |c: char| is_space(c) || digit(c).is_some() || closes(c).is_some() || opens(c).is_some() || c == NUMBER_ORDINAL;
    length(words, 20) < 16 && words.chars().all(fits) && words.chars().filter(|c| digit(*c).is_some()).count() >= 5
}

/// Whether words begin with a year of this century or the last.
fn begins_with_year(words: &str) -> bool {
    let mut year = words.chars().filter(|c| !is_space(*c)).take(4).map(digit);
    let mut next = || year.next().flatten();
    matches!(
        (next(), next(), next(), next()),
        (Some(2), Some(0), Some(_), Some(_)) | (Some(1), Some(9), Some(_), Some(_))
    )
}
