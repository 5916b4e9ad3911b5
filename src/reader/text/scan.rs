//! Walks through spans of a text.

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{
    Enclosure, LINE_ENDS, STRAIGHT_QUOTE, closes, digit, is_around_words, is_han, is_space, opens, opens_bracket,
};

/// The span without the characters at its ends that `drop` names.
pub fn trim_by(text: &str, span: Span, drop: impl Fn(char) -> bool) -> Span {
    let inner = span.of(text);
    let start = span.begins() + (inner.len() - inner.trim_start_matches(&drop).len());
    let end = span.begins() + inner.trim_end_matches(&drop).len();
    Span::new(start, end.max(start))
}

/// The span without white space at its ends.
pub fn trim(text: &str, span: Span) -> Span {
    trim_by(text, span, is_space)
}

/// The span without white space and the marks of markdown around it.
pub fn tidy(text: &str, span: Span) -> Span {
    trim_by(text, span, is_around_words)
}

/// How many characters a part of the text has, white space not counted, at most `limit`.
pub fn length(words: &str, limit: usize) -> usize {
    words.chars().filter(|c| !is_space(*c)).take(limit).count()
}

/// The words without white space.
pub fn compact(words: &str) -> String {
    words.chars().filter(|c| !is_space(*c)).collect()
}

/// Whether a span has more than marks in it.
pub fn has_words(text: &str, span: Span) -> bool {
    span.of(text).chars().any(char::is_alphanumeric)
}

/// Whether words are one bracket and nothing else: （0.5分）.
pub fn is_bracket(words: &str) -> bool {
    let words = words.trim();
    let mut depth = Depth::default();
    let closes_at = words.char_indices().find_map(|(at, c)| {
        depth.step(c);
        (!depth.bracketed()).then_some(at + c.len_utf8())
    });
    words.starts_with(opens_bracket) && closes_at == Some(words.len())
}

/// The characters of a span with their offsets in the whole text.
pub fn chars_in(text: &str, span: Span) -> impl DoubleEndedIterator<Item = (usize, char)> + Clone + '_ {
    let start = span.begins();
    span.of(text).char_indices().map(move |(at, c)| (start + at, c))
}

/// Where the first character of a span stands that is no white space, among its first `most`; else its end.
pub fn after_space(text: &str, span: Span, most: usize) -> usize {
    chars_in(text, span).take(most).find(|(_, c)| !is_space(*c)).map_or(span.ends(), |(at, _)| at)
}

/// Where a number goes on that the end of a line broke, at an offset behind some of its digits; `None` if it does not.
pub fn goes_on(text: &str, span: Span, at: usize) -> Option<usize> {
    let rest = span.on_from(at).of(text);
    if !rest.starts_with(LINE_ENDS) {
        return None;
    }
    let behind = rest.trim_start_matches(is_space);
    let number = behind.strip_prefix(['.', '．']).unwrap_or(behind);
    number.starts_with(|c| digit(c).is_some()).then_some(span.ends() - behind.len())
}

/// Follows brackets and quotation marks through a text; how deep one is inside them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Depth {
    bracket: u32,
    title: u32,
    quote: u32,
}

impl Depth {
    /// Takes the next character in.
    pub fn step(&mut self, c: char) {
        if is_han(c) {
            return;
        }
        if let Some(kind) = opens(c) {
            *self.of(kind) += 1;
        } else if let Some(kind) = closes(c) {
            let depth = self.of(kind);
            *depth = depth.saturating_sub(1);
        } else if c == STRAIGHT_QUOTE {
            // It closes what another mark opened, too: copies mix them.
            self.quote = u32::from(self.quote == 0);
        }
    }

    fn of(&mut self, kind: Enclosure) -> &mut u32 {
        match kind {
            Enclosure::Bracket => &mut self.bracket,
            Enclosure::Title => &mut self.title,
            Enclosure::Quote => &mut self.quote,
        }
    }

    /// Whether one is outside all of them.
    pub fn outside(self) -> bool {
        self.bracket == 0 && self.title == 0 && self.quote == 0
    }

    /// Whether one is inside of a bracket.
    pub fn bracketed(self) -> bool {
        self.bracket > 0
    }

    /// Whether one is inside quoted words or a title.
    pub fn quoted(self) -> bool {
        self.title > 0 || self.quote > 0
    }
}
