//! Tables with the names of their columns in the first cell of each line: each further cell of the lines is of one row.

use super::cells::{cells, only_rule};
use super::columns::{Column, LONGEST_NAME, column, is_work, settle};
use super::scan::length;
use crate::domain::span::Span;

/// The most lines.
const MOST_LINES: usize = 20;

/// A table whose rows and columns are exchanged.
#[derive(Clone, Debug, Default)]
pub struct Turned {
    /// What its lines hold, each a column of the rows.
    pub columns: Vec<Column>,
    /// The first cells, which name them, and lines that only rule.
    pub heads: Vec<Span>,
    /// The cells of each row.
    pub rows: Vec<Vec<Span>>,
    /// How many paragraphs it takes.
    pub taken: usize,
}

/// The turned table that begins with the first of some paragraphs: its lines have as many cells each, and say by their first
/// ones what is to be done, and who answers or by when.
pub fn read(text: &str, paragraphs: &[Span]) -> Option<Turned> {
    let mut out = Turned::default();
    let mut lines: Vec<Vec<Span>> = Vec::new();
    for line in paragraphs.iter().take(MOST_LINES) {
        let cells = cells(text, *line);
        if !lines.is_empty() && cells.len() > 1 && only_rule(text, &cells) {
            out.heads.push(*line);
            out.taken += 1;
            continue;
        }
        let fits = cells.len() > 1 && lines.first().is_none_or(|first| first.len() == cells.len());
        let Some(name) = cells.first().filter(|_| fits) else { break };
        let column = column(name.of(text));
        let named = !name.is_empty() && length(name.of(text), LONGEST_NAME) < LONGEST_NAME;
        // The first line is known: most lines with cells are rows of other tables.
        if !named || lines.is_empty() && column == Column::Other {
            break;
        }
        out.columns.push(column);
        out.heads.push(*name);
        out.taken += 1;
        lines.push(cells);
    }
    settle(&mut out.columns);
    let works = out.columns.iter().filter(|column| is_work(**column)).count();
    let told = out.columns.iter().filter(|column| matches!(column, Column::Bodies(_) | Column::Deadline)).count();
    let others = out.columns.iter().filter(|column| **column == Column::Other).count();
    if works == 0 || told == 0 || others > works + told {
        return None;
    }
    let wide = lines.first()?.len();
    out.rows = (1..wide).map(|place| lines.iter().map(|cells| cells[place]).collect()).collect();
    Some(out)
}
