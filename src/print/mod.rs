//! Papers, as components over values: no signals, no browser. They render natively to HTML too.
//!
//! - [`batch`]: several of them in one job.
//! - [`layout`]: blocks of known height, cut into sheets. Every paper uses it.
//! - [`checklist`]: what the checklist of one party says.
//! - `writer`: how its words are written.
//! - [`pieces`]: that checklist as blocks, and its measured heights as sheets.
//! - [`sheets`]: its components: the sheets, and the one that is measured.
//! - [`rows`]: the parts that the sheets are made of.

pub mod batch;
pub mod checklist;
pub mod layout;
pub mod pieces;
pub mod rows;
pub mod sheets;
mod writer;
