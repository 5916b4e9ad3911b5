//! Papers, as values: no signals, no browser. They can also be drawn natively, as HTML.
//!
//! - [`layout`]: cuts blocks of known height into sheets, for every paper.
//! - [`tree`]: the parts of papers: values that can hold neither signals nor listeners.
//! - [`paper`]: a paper as blocks, and how they are measured, cut and drawn as sheets.
//! - [`request`]: the request for a paper. `head`, [`words`]: what all papers have in common; [`phrases`]: where the
//!   lines of their titles end.
//! - [`model`]: the rows of a checklist; `writer`: writes their words; [`checklist`]: the content of a party's checklist;
//!   [`rows`]: the paper made of it.
//! - [`charts`]: bars and bullets, on papers and in the overview.
//! - `columns`: the columns of tables; [`breakdown`], `reporting`, [`report`], [`document`]: the breakdown table, that of reports, the progress report, the full text as a document.
//! - [`receipt`]: the receipt for a file that was brought in.
//! - [`survey`]: what bodies have reported by a day; [`reminder`], [`circular`]: what an office issues of it. `issued`: what these two have
//!   in common.
//! - [`english`]: the English reading under the words that it reads.
//! - [`batch`]: several papers in one job.

pub mod batch;
pub mod breakdown;
pub mod charts;
pub mod checklist;
pub mod circular;
mod columns;
pub mod document;
pub mod english;
mod first_page;
mod head;
pub mod issued;
pub mod layout;
pub mod model;
pub mod paper;
pub mod phrases;
pub mod receipt;
pub mod reminder;
pub mod report;
mod reporting;
pub mod request;
pub mod rows;
pub mod survey;
pub mod tree;
pub mod words;
mod writer;
