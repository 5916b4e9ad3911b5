//! Places in the source, each counted from the end of the one before: mostly small numbers, and often zero.

use super::Damage;
use crate::domain::span::Span;

/// A place: how many bytes after the end of the place before it begins (or before, if negative), and its length.
/// `None` is the empty place at the start of the source that stands for "not printed".
pub type Place = Option<(i64, u32)>;

/// The end of the last place.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    source: &'a str,
    at: i64,
}

impl<'a> Cursor<'a> {
    /// At the start of the source.
    pub fn new(source: &'a str) -> Self {
        Self { source, at: 0 }
    }

    /// Another one at the start of this place, for the places inside it.
    pub fn inside(self, span: Span) -> Self {
        Self { at: i64::from(span.start), ..self }
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

    /// The span of a place, if it is one of the source.
    pub fn take(&mut self, place: Place) -> Result<Span, Damage> {
        let Some((skip, len)) = place else { return Ok(Span::default()) };
        let start = self.at.checked_add(skip).and_then(|at| usize::try_from(at).ok()).ok_or(Damage::Place)?;
        let end = usize::try_from(len).ok().and_then(|len| start.checked_add(len)).ok_or(Damage::Place)?;
        self.source.get(start..end).ok_or(Damage::Place)?;
        let span = Span::new(start, end);
        self.at = i64::from(span.end);
        Ok(span)
    }

    /// Spans as places.
    pub fn put_all(&mut self, spans: &[Span]) -> Vec<Place> {
        spans.iter().map(|span| self.put(*span)).collect()
    }

    /// The spans of places.
    pub fn take_all(&mut self, places: Vec<Place>) -> Result<Vec<Span>, Damage> {
        places.into_iter().map(|place| self.take(place)).collect()
    }
}
