//! Fourth stage: which headings are tasks, which group them, and which passages nobody ticks.
//!
//! In: the tree of headings. Out: [`Sorted`]. Change the words that tell passages apart in `lexicon/headings.rs`, what such a
//! passage is in `passages.rs`, what follows from where a heading stands in `sorter.rs`, and from what stands beside it in
//! `siblings.rs`, and which paragraphs are tasks without a heading in `unnumbered.rs`.

pub mod items;
mod passages;
mod siblings;
pub mod sorter;
mod unnumbered;

pub use items::{Item, Part, Sorted};
pub use sorter::sort;
