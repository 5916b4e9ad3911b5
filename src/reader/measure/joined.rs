//! A sentence whose lines were broken, on one line: a break may stand in the middle of any word, and 不 / 超过 is no 超过.

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{LINE_ENDS, is_space};
use crate::reader::text::Text;
use crate::reader::text::labels::label_at;
use crate::reader::text::scan::chars_in;

/// A sentence without the line breaks in it, and what leads back to where it stands.
pub struct Joined {
    source: String,
    folded: String,
    /// Where the sentence begins in the text.
    begins: usize,
    /// Where breaks were, and how many bytes were left out up to there.
    breaks: Vec<(usize, usize)>,
}

impl Joined {
    /// The sentence, if its lines were broken.
    pub fn of(text: &Text, sentence: Span) -> Option<Self> {
        if !sentence.of(&text.folded).contains(LINE_ENDS) {
            return None;
        }
        let mut out = Self {
            source: String::with_capacity(sentence.len()),
            folded: String::with_capacity(sentence.len()),
            begins: sentence.begins(),
            breaks: Vec::new(),
        };
        let (mut left_out, mut skip) = (0, sentence.begins());
        for (at, c) in chars_in(&text.folded, sentence).filter(|(_, c)| LINE_ENDS.contains(c)) {
            let behind = sentence.on_from(at + c.len_utf8()).of(&text.folded);
            let next = sentence.ends() - behind.trim_start_matches(is_space).len();
            // A cell has numbered lines in it: these end where they do.
            if label_at(&text.folded, sentence.on_from(next)).is_some() {
                continue;
            }
            let line = Span::new(skip, at.max(skip));
            let before = line.of(&text.folded).trim_end_matches(is_space).len();
            out.take(text, line.up_to(line.begins() + before));
            left_out += next.max(skip) - line.begins() - before;
            skip = next.max(skip);
            out.breaks.push((out.folded.len(), left_out));
        }
        out.take(text, sentence.on_from(skip));
        Some(out)
    }

    fn take(&mut self, text: &Text, line: Span) {
        self.source.push_str(line.of(text.source));
        self.folded.push_str(line.of(&text.folded));
    }

    /// It as a text of its own.
    pub fn text(&self) -> Text<'_> {
        Text { source: &self.source, folded: self.folded.clone() }
    }

    /// Where a part of it stands.
    pub fn back(&self, part: Span) -> Span {
        let before = |count: usize| count.checked_sub(1).map_or(0, |last| self.breaks[last].1);
        let left_at = |place: usize| before(self.breaks.partition_point(|(at, _)| *at <= place));
        let left_before = |place: usize| before(self.breaks.partition_point(|(at, _)| *at < place));
        Span::new(
            self.begins + part.begins() + left_at(part.begins()),
            self.begins + part.ends() + left_before(part.ends()),
        )
    }
}
