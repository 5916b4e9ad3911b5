//! Places in the source, each counted from the end of the one before: mostly small numbers, and often zero.

use crate::domain::span::Span;

/// A place: how many bytes after the end of the place before it begins (or before, if negative), and its length.
/// `None` is the empty place at the start of the source that stands for "not printed".
pub type Place = Option<(i64, u32)>;

/// The end of the last place; at first, the start of the source.
#[derive(Clone, Copy, Default)]
pub struct Cursor {
    at: i64,
}

impl Cursor {
    /// Another one at the start of this place, for the places inside it.
    pub fn inside(span: Span) -> Self {
        Self { at: i64::from(span.start) }
    }

    /// A span as place.
    pub fn put(&mut self, span: Span) -> Place {
        if span == Span::default() {
            return None;
        }
        let skip = i64::from(span.start) - self.at;
        self.at = i64::from(span.end);
        Some((skip, span.end.saturating_sub(span.start)))
    }

    /// Spans as places.
    pub fn put_all(&mut self, spans: &[Span]) -> Vec<Place> {
        spans.iter().map(|span| self.put(*span)).collect()
    }
}
