//! What the reader makes of single words, for what a person says they are.

use super::measure::{sentences, targets};
use super::text::Text;
use super::text::labels::{Label, label_at};
use crate::domain::corrections::Sense;
use crate::domain::plan::Target;
use crate::domain::span::Span;

/// The words of one source.
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: Text<'t>,
}

impl<'t> Words<'t> {
    /// The words of this source.
    pub fn of(source: &'t str) -> Self {
        Self { text: Text::new(source) }
    }
}

impl Sense for Words<'_> {
    fn targets(&self, measure: Span) -> Vec<Target> {
        targets::find(&self.text, measure)
    }

    fn sentences(&self, paragraph: Span) -> Vec<Span> {
        sentences::sentences(&self.text.folded, paragraph)
    }

    fn label(&self, words: Span) -> Option<(Span, usize)> {
        label_at(&self.text.folded, words).map(|label| (label.name, label.end))
    }

    fn number(&self, label: Span) -> Option<u16> {
        let printed = label_at(&self.text.folded, label.up_to(self.text.source.len())).and_then(Label::printed);
        // In a table a number stands alone.
        printed.or_else(|| label.of(self.text.source).parse().ok().filter(|n| *n > 0))
    }
}
