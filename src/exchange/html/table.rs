//! A table of a page, as its cells come.

use crate::domain::fault::Unread;
use crate::exchange::grid::{Cell, Grid, MOST_COLUMNS, MOST_ROWS};

/// The most rows that a cell may span.
const HIGHEST: usize = 1_000;

/// A table that is open.
#[derive(Debug, Default)]
pub struct Table {
    /// The lines before it.
    before: Vec<String>,
    grid: Grid,
    /// In how many rows to come each column is taken by a cell above.
    taken: Vec<usize>,
    /// Where the cell that is open began, and how many columns and rows it takes.
    cell: Option<(usize, usize, usize)>,
}

impl Table {
    /// A table behind these lines.
    pub fn new(before: Vec<String>) -> Self {
        Self { before, ..Self::default() }
    }

    /// Begins a row.
    pub fn row(&mut self) -> Result<(), Unread> {
        self.end_row();
        if self.grid.rows.len() == MOST_ROWS {
            return Err(Unread::TooMuch);
        }
        self.grid.rows.push(Vec::new());
        Ok(())
    }

    /// Begins a cell that spans as many rows and columns as its attributes say.
    pub fn cell(&mut self, rows: Option<&str>, columns: Option<&str>) -> Result<(), Unread> {
        if self.grid.rows.is_empty() {
            self.row()?;
        }
        let count = |said: Option<&str>| said.and_then(|said| said.trim().parse().ok()).unwrap_or(1_usize);
        let rows = match count(rows) {
            // To the end of the table.
            0 => HIGHEST,
            rows => rows.min(HIGHEST),
        };
        self.pass(false);
        let place = self.grid.rows.last().map_or(0, Vec::len);
        let columns = count(columns).clamp(1, MOST_COLUMNS.saturating_sub(place).max(1));
        self.cell = Some((place, columns, rows));
        Ok(())
    }

    /// Ends the cell that is open, with these lines in it.
    pub fn end_cell(&mut self, lines: &[String]) {
        let Some((place, columns, rows)) = self.cell.take() else { return };
        let Some(row) = self.grid.rows.last_mut().filter(|_| place < MOST_COLUMNS) else { return };
        row.push(Cell::Words(lines.join("\n")));
        row.extend(std::iter::repeat_n(Cell::Left, columns - 1));
        self.taken.resize(self.taken.len().max(place + columns), 0);
        self.taken[place..place + columns].fill(rows - 1);
    }

    /// Passes over the columns that cells above take: to the next that is free, or to the end of the row.
    fn pass(&mut self, to_end: bool) {
        let Some(row) = self.grid.rows.last_mut() else { return };
        while let Some(rows) = self.taken.get_mut(row.len()) {
            if *rows > 0 {
                *rows -= 1;
                row.push(Cell::Above);
            } else if to_end {
                row.push(Cell::Words(String::new()));
            } else {
                break;
            }
        }
    }

    fn end_row(&mut self) {
        self.cell = None;
        self.pass(true);
    }

    /// The lines before the table, a line that stood between its cells, and its rows.
    pub fn end(mut self, stray: Vec<String>) -> Vec<String> {
        self.end_row();
        let mut lines = self.before;
        lines.extend(stray);
        lines.extend(self.grid.lines());
        lines
    }
}
