//! Papers, as values: no signals, no browser. They can be drawn natively, as HTML, too.
//!
//! - [`layout`]: blocks of known height, cut into sheets. Every paper uses it.
//! - [`tree`]: what papers are made of: values that can hold neither signals nor listeners.
//! - [`paper`]: what every paper is: its blocks, how they are measured, cut and drawn as sheets.
//! - [`request`]: what a paper is asked for. `head`, [`words`]: what papers have in common.
//! - [`model`]: the rows of a checklist; `writer`: how their words are written; [`checklist`]: what the checklist of one party says;
//!   [`rows`]: the paper of it.
//! - [`breakdown`], [`report`], [`document`]: the breakdown table, the progress report, the text as a document.
//! - [`batch`]: several papers in one job.

pub mod batch;
pub mod breakdown;
pub mod checklist;
pub mod document;
mod head;
pub mod layout;
pub mod model;
pub mod paper;
pub mod report;
pub mod request;
pub mod rows;
pub mod tree;
pub mod words;
mod writer;
