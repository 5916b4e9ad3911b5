//! What is written in a workbook, and which of its sheets is meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::fault::Unread;
use crate::exchange::grid::{Cell, Grid, MOST_COLUMNS, MOST_ROWS};
use crate::exchange::left_out::LeftOut;

/// The most cells of a workbook with something in them.
const MOST_CELLS: usize = 400_000;
/// The most bytes of all of them.
const MOST_WORDS: usize = 32 << 20;
/// The most places that merged cells may cover.
const MOST_COVERED: usize = 1_000_000;
/// So many characters of a formula are kept.
const LONGEST_FORMULA: usize = 60;
/// The most sheets.
const MOST_SHEETS: usize = 500;

/// Behind the last row that a sheet can have. What repeats blank rows beyond it repeats nothing.
pub const LAST_ROW: u32 = 1_048_576;

/// Cells that are one: first row, first column, last row, last column.
pub type Merged = [u32; 4];

/// So many cells of a sheet may be true or false.
const MOST_TRUTHS: usize = 100_000;

/// A sheet, as far as something is written in it.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether a person sees it.
    pub visible: bool,
    /// Its rows, by their cells with something in them.
    pub rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// Which cells are one.
    pub merged: Vec<Merged>,
    /// Which rows are hidden.
    pub hidden: BTreeSet<u32>,
    /// Rows and columns of the cells with a formula that has no value or an error, each with the formula or the error as far as it is
    /// known.
    pub unvalued: BTreeMap<(u32, u32), String>,
    /// Rows and columns of the cells that are true or false, as boxes that are ticked or not. A plan has none.
    pub truths: BTreeMap<(u32, u32), bool>,
}

/// The sheets of a workbook, and how much is in them.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
    cells: usize,
    words: usize,
}

impl Workbook {
    /// Says of a cell of the last sheet that it is true or false.
    pub fn truth(&mut self, row: u32, column: u32, truth: bool) {
        if let Some(sheet) = self.sheets.last_mut().filter(|sheet| sheet.truths.len() < MOST_TRUTHS) {
            sheet.truths.insert((row, column), truth);
        }
    }

    /// Begins another sheet.
    pub fn sheet(&mut self, name: &str, visible: bool) -> Result<(), Unread> {
        if self.sheets.len() == MOST_SHEETS {
            return Err(Unread::TooMuch);
        }
        self.sheets.push(Sheet { name: name.to_owned(), visible, ..Sheet::default() });
        Ok(())
    }

    /// Writes into a cell of the last sheet.
    pub fn write(&mut self, row: u32, column: u32, words: String) -> Result<(), Unread> {
        let Some(sheet) = self.sheets.last_mut().filter(|_| !words.trim().is_empty()) else { return Ok(()) };
        self.cells += 1;
        self.words += words.len();
        sheet.rows.entry(row).or_default().insert(column, words);
        if self.cells > MOST_CELLS || self.words > MOST_WORDS || sheet.rows.len() > MOST_ROWS {
            return Err(Unread::TooMuch);
        }
        Ok(())
    }

    /// Says of a cell of the last sheet that its formula has no value, or has an error.
    pub fn unvalued(&mut self, row: u32, column: u32, mut formula: String) -> Result<(), Unread> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        if let Some((end, _)) = formula.char_indices().nth(LONGEST_FORMULA) {
            formula.truncate(end);
            formula.push('…');
        }
        self.cells += 1;
        self.words += formula.len();
        if self.cells > MOST_CELLS || self.words > MOST_WORDS {
            return Err(Unread::TooMuch);
        }
        sheet.unvalued.insert((row, column), formula);
        Ok(())
    }

    /// The text of the sheet that is a table of tasks; if none is, of the first that something is written in.
    pub fn text(self) -> Result<(String, LeftOut), Unread> {
        let written = self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).count();
        let mut first = None;
        for sheet in self.sheets {
            if !sheet.visible {
                continue;
            }
            let (grid, rows) = sheet.grid();
            if grid.rows.is_empty() {
                continue;
            }
            let is_table = grid.has_head();
            if is_table || first.is_none() {
                first = Some((grid, rows));
            }
            if is_table {
                break;
            }
        }
        let (grid, rows) = first.ok_or(Unread::NoText)?;
        Ok((grid.lines().join("\n"), LeftOut { sheets: written.saturating_sub(1), rows, ..LeftOut::default() }))
    }
}

impl Sheet {
    /// The rows that are shown, and how many with something in them are not.
    fn grid(mut self) -> (Grid, usize) {
        let written = self.rows.len();
        self.rows.retain(|row, _| !self.hidden.contains(row));
        let hidden = written - self.rows.len();
        let columns: BTreeSet<u32> = self.rows.values().flat_map(BTreeMap::keys).copied().collect();
        let columns: Vec<u32> = columns.into_iter().take(MOST_COLUMNS).collect();
        let mut places: BTreeMap<u32, usize> = BTreeMap::new();
        let mut rows = Vec::with_capacity(self.rows.len());
        for (place, (row, mut words)) in self.rows.into_iter().enumerate() {
            places.insert(row, place);
            rows.push(columns.iter().map(|at| Cell::Words(words.remove(at).unwrap_or_default())).collect::<Vec<_>>());
        }
        let mut covered = 0;
        for [top, left, bottom, right] in self.merged {
            // What stands in a hidden row is not shown below it.
            if top > bottom || left > right || self.hidden.contains(&top) {
                continue;
            }
            let first = columns.partition_point(|at| *at < left);
            let behind = columns.partition_point(|at| *at <= right);
            for (row, place) in places.range(top..=bottom) {
                for (cell, column) in rows[*place].iter_mut().zip(&columns).take(behind).skip(first) {
                    covered += 1;
                    if !cell.is_blank() {
                        continue;
                    }
                    if *row > top {
                        *cell = Cell::Above;
                    } else if *column > left {
                        *cell = Cell::Left;
                    }
                }
                if covered > MOST_COVERED {
                    return (Grid { rows }, hidden);
                }
            }
        }
        (Grid { rows }, hidden)
    }
}
