//! Where in the source text a piece stands.

/// A half-open range of byte offsets into [`super::plan::Plan::source`]; both ends are on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Texts over 4 GiB do not occur; offsets saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    /// An empty span at an offset.
    pub fn at(at: usize) -> Self {
        Self::new(at, at)
    }

    /// The span of a whole text.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// Offset of the first byte, as `str` counts.
    pub fn begins(self) -> usize {
        self.start as usize
    }

    /// Offset after the last byte, as `str` counts.
    pub fn ends(self) -> usize {
        self.end as usize
    }

    /// An empty span where this one begins.
    #[must_use]
    pub fn front(self) -> Self {
        Self { start: self.start, end: self.start }
    }

    /// From where this span begins to an offset.
    #[must_use]
    pub fn up_to(self, end: usize) -> Self {
        Self::new(self.begins(), end)
    }

    /// From an offset to where this span ends.
    #[must_use]
    pub fn on_from(self, start: usize) -> Self {
        Self::new(start, self.ends())
    }

    /// The span of the same length as far behind `to` as this one is behind `from`.
    #[must_use]
    pub fn moved(self, from: usize, to: usize) -> Self {
        Self::new(self.begins() - from + to, self.ends() - from + to)
    }

    /// What lies between this span and one after it.
    #[must_use]
    pub fn until(self, next: Self) -> Self {
        Self { start: self.end, end: next.start }
    }

    /// From where this span begins to where a later one ends.
    #[must_use]
    pub fn through(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text of this span; empty if the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds no text.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
