//! The words and marks that the stages match on, each list once.
//!
//! All words are in simplified characters: the reader compares them with the text folded to those, so that a plan in either
//! script, or in both mixed, is read alike. The lists come from plans as they are published; each says what it is for.
//!
//! | to read | change |
//! |---|---|
//! | a bracket, a quotation mark, a stop | `marks.rs` |
//! | a word for "lead", "support" or "be responsible", a word before the colon of a statement | `duties.rs` |
//! | a rule for the whole plan, an aside behind a name | `rules.rs` |
//! | an ending of a body's or a place's name | `bodies.rs` |
//! | a kind of deadline, in a statement, a table or a sentence | `times.rs` |
//! | a unit of counting, a comparison, a verb that sets a target | `quantities.rs` |
//! | a form of label, a heading that is no task, a column of a table | `headings.rs` |
//! | a kind of document, a line of a notice, a signature or a web page | `documents.rs` |

pub mod bodies;
pub mod documents;
pub mod duties;
pub mod headings;
pub mod marks;
pub mod quantities;
pub mod rules;
pub mod times;

/// Whether words begin with one of a list.
pub fn starts(words: &str, list: &[&str]) -> bool {
    list.iter().any(|start| begins_with(words, start))
}

/// Whether words end with one of a list.
pub fn ends(words: &str, list: &[&str]) -> bool {
    list.iter().any(|end| ends_with(words, end))
}

/// Whether words begin with others. Lists are long and most of their words do not fit: those are told by one byte, the last one,
/// which says more than the first of a Chinese character.
fn begins_with(words: &str, start: &str) -> bool {
    let (words, start) = (words.as_bytes(), start.as_bytes());
    let last = start.len().wrapping_sub(1);
    words.get(last) == start.get(last) && words.starts_with(start)
}

/// Whether words end with others, told as in [`begins_with`].
pub fn ends_with(words: &str, end: &str) -> bool {
    let (words, end) = (words.as_bytes(), end.as_bytes());
    words.last() == end.last() && words.ends_with(end)
}

/// Whether one of a list stands in words.
pub fn holds(words: &str, list: &[&str]) -> bool {
    list.iter().any(|word| words.contains(word))
}

/// The longest of a list that words begin with.
pub fn longest_start<'a>(words: &str, list: impl IntoIterator<Item = &'a &'a str>) -> Option<&'a str> {
    list.into_iter().copied().filter(|start| begins_with(words, start)).max_by_key(|start| start.len())
}

/// The longest of a list that words end with.
pub fn longest_end<'a>(words: &str, list: impl IntoIterator<Item = &'a &'a str>) -> Option<&'a str> {
    list.into_iter().copied().filter(|end| ends_with(words, end)).max_by_key(|end| end.len())
}
