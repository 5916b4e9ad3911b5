//! Lines of tables that are no rows: those that name the columns, and headings between rows.

use super::aligned;
use super::cells::cells;
use super::columns::{Column, header};
use super::scan::length;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::ANNEX;
use crate::reader::lexicon::marks::STOP;
use crate::reader::lexicon::starts;

/// A heading between rows is not longer than this.
const LONGEST_GROUP: usize = 40;

/// The columns that a line names.
pub fn named_in(text: &str, line: Span) -> Option<Vec<Column>> {
    header(text, &cells(text, line)).or_else(|| Some(aligned::header(text, line)?.0))
}

/// Whether a line is as short as a heading between rows, and no annex begins there.
pub fn can_group(text: &str, line: Span) -> bool {
    let words = line.of(text);
    length(words, LONGEST_GROUP + 1) <= LONGEST_GROUP && !words.contains(STOP) && !starts(words, ANNEX)
}
