//! The words and marks that the stages match on, each list once.
//!
//! All words are in simplified characters: the reader compares them with the text folded to those, so that a plan in either
//! script, or in both mixed, is read alike. The lists come from plans as they are published; each says what it is for.
//!
//! | to read | change |
//! |---|---|
//! | a bracket, a quotation mark, a stop | `marks.rs` |
//! | a word for "lead", "support" or "be responsible", a word before the colon of a statement | `duties.rs` |
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
pub mod times;

/// Whether words begin with one of a list.
pub fn starts(words: &str, list: &[&str]) -> bool {
    list.iter().any(|start| words.starts_with(start))
}

/// Whether words end with one of a list.
pub fn ends(words: &str, list: &[&str]) -> bool {
    list.iter().any(|end| words.ends_with(end))
}

/// Whether one of a list stands in words.
pub fn holds(words: &str, list: &[&str]) -> bool {
    list.iter().any(|word| words.contains(word))
}

/// The longest of a list that words begin with.
pub fn longest_start<'a>(words: &str, list: impl IntoIterator<Item = &'a &'a str>) -> Option<&'a str> {
    list.into_iter().copied().filter(|start| words.starts_with(start)).max_by_key(|start| start.len())
}

/// The longest of a list that words end with.
pub fn longest_end<'a>(words: &str, list: impl IntoIterator<Item = &'a &'a str>) -> Option<&'a str> {
    list.into_iter().copied().filter(|end| words.ends_with(end)).max_by_key(|end| end.len())
}
