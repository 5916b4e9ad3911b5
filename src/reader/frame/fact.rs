//! What a document says of itself, with the words that it rests on.

use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::text::scan::compact;

/// What is said, and the words that it rests on.
pub fn fact(source: &str, basis: Span, value: String) -> Fact {
    Fact { value, basis: basis.of(source).to_owned() }
}

/// What the words themselves say, without white space.
pub fn literal(source: &str, words: Span) -> Fact {
    fact(source, words, compact(words.of(source)))
}
