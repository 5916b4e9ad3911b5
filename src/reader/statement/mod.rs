//! Second stage: the statements in each paragraph, where they stand and what they say.
//!
//! In: paragraphs. Out: [`Paragraph`]s, each behind its label. Change here where a statement may stand (`find.rs`), what a bracket
//! states (`bracket.rs`) and words name (`naming.rs`), how clauses are cut (`clauses.rs`) and read (`read.rs`), and how names are cut
//! (`names.rs`) and understood (`meaning.rs`).

pub mod bracket;
pub mod clauses;
pub mod find;
pub mod kind;
pub mod meaning;
pub mod names;
pub mod naming;
pub mod read;

use crate::domain::span::Span;
use crate::reader::lexicon::headings::Form;
use crate::reader::text::Text;
use crate::reader::text::labels::{Label, bare_article, bare_numeral, label_at, pointed};
use crate::reader::text::scan::has_words;
use find::{Found, StatementKind};
use std::collections::HashMap;

/// Fewer labels without a mark may be words of sentences: 第一条战线.
const FEWEST_COUNTED: u32 = 3;

/// A paragraph, with the statements in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, its label left out.
    pub span: Span,
    /// Its statements, in order.
    pub statements: Vec<Found>,
}

/// A paragraph as it stands in the text, with the label that it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// Its label, if it has one.
    pub label: Option<Label>,
    /// Where it begins, its label included.
    pub start: usize,
    /// The paragraph behind the label.
    pub own: Paragraph,
}

/// Finds the statements of all paragraphs.
pub fn find(text: &Text, paragraphs: &[Span]) -> Vec<Labelled> {
    let text = text.folded.as_str();
    let labels = paragraphs.iter().any(|span| label_at(text, *span).is_some());
    let mut bare = counted(text, paragraphs, bare_article);
    if !labels && bare.is_empty() {
        bare = counted(text, paragraphs, bare_numeral);
    }
    let mut last = 0;
    let labelled = |span: &Span| {
        let label = label_at(text, *span).or_else(|| bare.get(&span.begins()).copied());
        let label = label.or_else(|| pointed(text, *span).filter(|label| last > 0 && label.value == last + 1));
        last = label.filter(|label| label.form == Form::Arabic).map_or(last, |label| label.value);
        let mut own = Paragraph::new(text, label.map_or(*span, |label| span.on_from(label.end)));
        if label.is_none() && own.statements.is_empty() {
            own.statements.extend(find::bare_line(text, *span));
        }
        Labelled { label, start: span.begins(), own }
    };
    paragraphs.iter().map(labelled).collect()
}

/// Labels that are some only where others count on from them, by where they begin: at least three do.
fn counted(text: &str, paragraphs: &[Span], label: impl Fn(&str, Span) -> Option<Label>) -> HashMap<usize, Label> {
    let (mut last, mut count) = (0, 0);
    let mut bare = HashMap::new();
    for span in paragraphs {
        let Some(label) = label(text, *span).filter(|label| label.value == last + 1) else { continue };
        (last, count) = (label.value, count + 1);
        if label_at(text, *span).is_none() {
            bare.insert(span.begins(), label);
        }
    }
    if count < FEWEST_COUNTED { HashMap::new() } else { bare }
}

impl Paragraph {
    /// The paragraph of this span. `text` is simplified.
    pub fn new(text: &str, span: Span) -> Self {
        Self { statements: find::find(text, span), span }
    }

    /// The part of it that this span is, with the statements that begin there or later.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        Self { statements: self.statements.iter().copied().filter(|s| s.span.start >= span.start).collect(), span }
    }

    /// Whether somebody is named in it.
    pub fn names(&self) -> bool {
        self.statements.iter().any(|s| s.kind == StatementKind::Responsibility)
    }

    /// Whether it is nothing but statements.
    pub fn only_states(&self, text: &str) -> bool {
        !self.statements.is_empty() && self.words().all(|span| !has_words(text, span))
    }

    /// Whether a statement ends it.
    pub fn ends_stated(&self, text: &str) -> bool {
        let last = self.statements.iter().rev().find(|s| s.kind == StatementKind::Responsibility);
        last.is_some_and(|s| self.words().all(|words| words.start < s.span.end || !has_words(text, words)))
    }

    /// What stands before, between and behind the statements.
    pub fn words(&self) -> impl Iterator<Item = Span> + '_ {
        let starts = std::iter::once(self.span.start).chain(self.statements.iter().map(|s| s.span.end));
        let ends = self.statements.iter().map(|s| s.span.start).chain(std::iter::once(self.span.end));
        starts.zip(ends).map(|(start, end)| Span { start, end }).filter(|span| !span.is_empty())
    }
}
