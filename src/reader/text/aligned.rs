//! Tables whose cells are told apart by wide white space alone, as a listing or a PDF gives them when copied.

use super::columns::{self, Column};
use super::scan::{chars_in, trim};
use super::stacked::told_apart;
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{LINE_ENDS, is_blank};

/// The longest line in which the place of a cell is measured, in characters.
const LONGEST_LINE: usize = 400;
/// The longest line that names the columns, in bytes.
const LONGEST_HEAD: usize = 600;
/// How far before its column a cell may begin.
const MARGIN: usize = 2;

/// Where the columns of an aligned table begin.
#[derive(Clone, Debug, Default)]
pub struct Aligned {
    /// The place of each in its line, as wide as the characters before are.
    starts: Vec<usize>,
    /// Whether single blanks part the cells.
    narrow: bool,
}

/// The columns of an aligned table and where they begin, from the line that names them: somebody who answers must be among them.
pub fn header(text: &str, line: Span) -> Option<(Vec<Column>, Aligned)> {
    if line.len() > LONGEST_HEAD {
        return None;
    }
    let wide = cells(text, line);
    let narrow = wide.len() == 1;
    let cells = if narrow { words(text, line) } else { wide };
    if cells.len() < 3 {
        return None;
    }
    let columns = columns::header(text, &cells)?;
    if narrow && (columns.first() != Some(&Column::Number) || columns.contains(&Column::Other)) {
        return None;
    }
    let bodies = columns.iter().any(|column| matches!(column, Column::Bodies(_)));
    let known = columns.first() == Some(&Column::Number) || !columns.contains(&Column::Other);
    let starts = cells.iter().map(|cell| indent(text, cell.begins())).collect();
    (bodies && known).then_some((columns, Aligned { starts, narrow }))
}

/// The cells of a line, between two blanks or more.
pub fn cells(text: &str, line: Span) -> Vec<Span> {
    parted(text, line, 2)
}

/// What stands between blanks.
fn words(text: &str, line: Span) -> Vec<Span> {
    parted(text, line, 1)
}

/// What stands between so many blanks or more.
fn parted(text: &str, line: Span, fewest: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut start, mut blanks) = (line.begins(), 0_usize);
    for (at, c) in chars_in(text, line) {
        if is_blank(c) {
            // A full blank is as wide as two.
            blanks += wide(c);
        } else {
            if blanks >= fewest {
                out.push(trim(text, Span::new(start, at)));
                start = at;
            }
            blanks = 0;
        }
    }
    out.push(trim(text, line.on_from(start)));
    out.retain(|cell| !cell.is_empty());
    out
}

impl Aligned {
    /// The cells of a line. Where single blanks part them they may stand between names and words, too: then they are told apart by
    /// their words.
    pub fn cells(&self, text: &str, line: Span, columns: &[Column]) -> Vec<Span> {
        if !self.narrow {
            return cells(text, line);
        }
        let all = words(text, line);
        let Some((number, others)) = all.split_first().filter(|_| all.len() > columns.len()) else { return all };
        let rows = told_apart(text, &columns[1..], others);
        std::iter::once(*number).chain(rows.into_iter().next().unwrap_or_default()).collect()
    }

    /// The column of each cell of a line: the one that it begins under, if it has fewer or more cells than there are columns.
    pub fn places(&self, text: &str, cells: &[Span]) -> Vec<usize> {
        if cells.len() == self.starts.len() {
            return (0..cells.len()).collect();
        }
        let under = |cell: &Span| {
            let begins = indent(text, cell.begins());
            self.starts.iter().rposition(|start| *start <= begins + MARGIN).unwrap_or(0)
        };
        cells.iter().map(under).collect()
    }
}

/// How wide the characters are before a place in its line.
fn indent(text: &str, at: usize) -> usize {
    let before = Span::new(0, at).of(text).chars().rev().take(LONGEST_LINE);
    before.take_while(|c| !LINE_ENDS.contains(c)).map(wide).sum()
}

/// A Chinese character is as wide as two others.
fn wide(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}
