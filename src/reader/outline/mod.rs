//! Third stage: the headings of a text as a tree.
//!
//! In: paragraphs behind their labels. Out: a [`Tree`]. Change here what stands above what (`grow.rs`), where a box, an annex or
//! another document begins (`parts.rs`), what is a note on the plan (`notes.rs`), which headings tables stand under (`tables.rs`), and
//! where a heading ends that runs into its text (`titles.rs`).

pub mod documents;
pub mod grow;
pub mod notes;
pub mod parts;
pub mod tables;
pub mod titles;
pub mod tree;

pub use tree::{Node, NodeId, Tree};
