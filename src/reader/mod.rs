//! Text of a plan to a [`Plan`](crate::domain::plan::Plan) and diagnostics; cannot fail on any input.
//!
//! One folder a stage, in the order in which a text passes through them. Each stage takes the results of those before it
//! and knows nothing of those behind it; what it gives is a type of its own.
//!
//! | stage | gives | decides |
//! |---|---|---|
//! | [`text`] | [`Cut`](text::Cut) | what a paragraph, a label, a row of a table is |
//! | [`frame`] | [`Head`], [`Tail`] | what stands around the plan, and what it tells of it |
//! | [`statement`] | [`Labelled`](statement::Labelled) paragraphs | what a statement of responsibility is, and whom it names |
//! | [`outline`] | [`Tree`] | what stands under what |
//! | [`sort`] | [`Sorted`](sort::Sorted) | which headings are tasks, groups and passages that nobody ticks |
//! | [`duty`] | [`Duties`](duty::Duties) | who answers for each task |
//! | [`measure`] | [`Works`](measure::Works) | measures, what they set, and by when |
//! | [`assemble`] | [`Read`] | sections, ids, pieces |
//!
//! What it makes of single words that a person says something of is in [`words`]. The words that the stages match on stand in
//! [`lexicon`]. All matching is done on the text in simplified characters, which has the same offsets as the source.

pub mod assemble;
pub mod diagnostics;
pub mod duty;
pub mod frame;
pub mod lexicon;
pub mod measure;
pub mod outline;
pub mod sort;
pub mod statement;
pub mod text;
pub mod words;

pub use diagnostics::{Diagnostic, DiagnosticKind, Read};
pub use measure::targets::quantity;
pub use words::Words;

use frame::{Head, Tail};
use outline::Tree;
use text::Text;

/// Reads a text as a plan.
pub fn read(source: &str) -> Read {
    let text = &Text::new(source);
    let cut = &text::cut(text);
    let tail = Tail::read(text, &cut.paragraphs);
    let labelled = statement::find(text, tail.plan);
    let tree = &Tree::grow(text, labelled, &cut.tables.starts);
    let sorted = &sort::sort(text, tree);
    let head = match sorted.sent_out {
        Some(sent) => Head::of_letter(text, &tree.unheaded(&text.folded), &tree.unheaded_of(sent)),
        None => Head::read(text, &tree.unheaded(&text.folded)),
    };
    let (duties, remarks) = duty::read(text, sorted, cut);
    let works = measure::read(text, duties);
    assemble::assemble(text, assemble::Parts { cut, head, tail, tree, sorted, works, remarks })
}
