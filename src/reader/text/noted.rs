//! Lines that begin notes: 说明, 备注：….

use crate::reader::lexicon::headings::NOTES;
use crate::reader::lexicon::longest_start;
use crate::reader::lexicon::marks::{LABEL_CLOSE, LABEL_OPEN, is_around_words, is_colon};

/// A heading of notes is looked for in so many characters.
const LONGEST: usize = 16;

/// What words are that begin notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// A line of its own: 说明, 备注：.
    Heading,
    /// With what it says behind it: 备注：按月填报。
    Sentence,
}

/// What words are that begin notes; `None` if they begin none.
pub fn beginning(words: &str) -> Option<Beginning> {
    let front: String = words.chars().filter(|c| !is_around_words(*c)).take(LONGEST).collect();
    let front = front.trim_start_matches(LABEL_OPEN);
    let rest = front[longest_start(front, NOTES)?.len()..].trim_start_matches(LABEL_CLOSE);
    let behind = rest.trim_start_matches(is_colon);
    match (behind.is_empty(), behind.len() < rest.len()) {
        (true, _) => Some(Beginning::Heading),
        (false, true) => Some(Beginning::Sentence),
        (false, false) => None,
    }
}
