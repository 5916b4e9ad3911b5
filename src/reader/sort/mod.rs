//! Fourth stage: which headings are tasks, which group them, and which passages nobody ticks.
//!
//! In: the tree of headings. Out: [`Sorted`]. Change the words that tell passages apart in `lexicon/headings.rs`, and what
//! follows from where a heading stands in `sorter.rs`, and which paragraphs are tasks without a heading in `unnumbered.rs`.

pub mod items;
pub mod sorter;
mod unnumbered;

pub use items::{Item, Part, Sorted};
pub use sorter::sort;
