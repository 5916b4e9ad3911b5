//! A table with merged cells, and the lines that the reader takes it as: a row a line, with tabs between its cells.
//!
//! The reader takes a blank cell for one merged with the cell above it, and a line without tabs for a heading of the rows
//! under it. What a grid knows beyond that is settled here: titles over the head, heads of two rows, and rows that share what is
//! to be done.

use crate::domain::span::Span;
use crate::reader::text::columns::{Column, header, is_work};
use crate::reader::text::folded;

/// The most rows with something in them that are taken.
pub const MOST_ROWS: usize = 20_000;
/// The most columns that are taken.
pub const MOST_COLUMNS: usize = 64;

/// The longest name of a column, in bytes.
const LONGEST_NAME: usize = 60;
/// A cell of so many lines is no cell of a table of tasks.
const LINES_OF_LAYOUT: usize = 12;

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Its words, with line breaks between its paragraphs.
    Words(String),
    /// It is one with the cell above.
    Above,
    /// It is one with the cell before.
    Left,
}

impl Cell {
    /// Whether no words are in it.
    pub fn is_blank(&self) -> bool {
        self.words().is_empty()
    }

    fn words(&self) -> &str {
        if let Self::Words(words) = self { words.trim() } else { "" }
    }

    /// Its words in one line.
    fn line(&self) -> String {
        self.words().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A table: rows of cells, the shorter ones blank at their ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Whether the cells of a row name the columns of a plan's table.
pub fn is_head(row: &[Cell]) -> bool {
    head(row).is_some()
}

fn head(row: &[Cell]) -> Option<Vec<Column>> {
    let mut line = String::new();
    let mut spans = Vec::new();
    for cell in row {
        let start = line.len();
        // The lines of a narrow column's name are one name: 责任 / 单位.
        line.extend(cell.words().split_whitespace());
        if line.len() - start > LONGEST_NAME {
            return None;
        }
        spans.push(Span::new(start, line.len()));
    }
    header(&folded(&line), &spans)
}

impl Grid {
    /// Whether one of its rows names the columns of a plan's table.
    pub fn has_head(&self) -> bool {
        self.rows.iter().any(|row| is_head(row))
    }

    /// Whether it only places text on a page: it has one column, or cells that are pages of their own.
    fn is_layout(&self) -> bool {
        let one = self.rows.iter().all(|row| row.len() <= 1);
        let long = |cell: &Cell| cell.words().lines().nth(LINES_OF_LAYOUT).is_some();
        one || self.rows.iter().flatten().any(long) && !self.has_head()
    }

    /// Its lines.
    pub fn lines(mut self) -> Vec<String> {
        if self.is_layout() {
            let cells = self.rows.iter().flatten();
            return cells.flat_map(|cell| cell.words().lines().map(str::to_owned)).collect();
        }
        self.square();
        let mut out: Vec<Vec<String>> = Vec::new();
        let mut columns: Vec<Column> = Vec::new();
        let mut whole = false;
        // What the last row says is to be done, by its columns.
        let mut work: Vec<String> = Vec::new();
        let heads: Vec<_> = self.rows.iter().map(|row| head(row)).collect();
        let first = heads.iter().position(Option::is_some).unwrap_or(0);
        let last = self.rows.iter().rposition(|row| filled(row) > 1).unwrap_or(0);
        let mut rows = self.rows.iter().zip(heads).enumerate().peekable();
        while let Some((at, (row, named))) = rows.next() {
            if let Some(named) = named {
                let under = rows.next_if(|(_, (under, _))| is_second_head(row, under));
                let names = under.map_or_else(|| row.clone(), |(_, (under, _))| both(row, under));
                columns = head(&names).unwrap_or(named);
                out.push(names.iter().map(|cell| cell.line().replace(' ', "")).collect());
                whole = false;
                continue;
            }
            let shares = whole && shares_work(row, &columns);
            if shares && is_apart(row, &columns) {
                // 1 | 造林 | 县林业局 | 6月 over 2 | ″ | 县水利局 | 7月: the same is to be done by each, by its own time.
                let cells = row.iter().map(Cell::line).enumerate();
                let filled = |(at, line): (usize, String)| {
                    let above = work.get(at).filter(|_| row[at] == Cell::Above);
                    above.cloned().unwrap_or(line)
                };
                out.push(cells.map(filled).collect());
                continue;
            }
            if columns.len() == row.len() {
                work.resize(row.len(), String::new());
                for ((at, cell), _) in row.iter().enumerate().zip(&columns).filter(|(_, column)| is_work(**column)) {
                    if *cell != Cell::Above {
                        work[at] = cell.line();
                    }
                }
            }
            let spans = filled(row) == 1 && row.iter().all(|cell| !cell.is_blank() || *cell == Cell::Left);
            let groups = columns.len() > 2 && columns.first() != Some(&Column::Content) && at < last;
            match out.last_mut() {
                Some(above) if shares => add(above, row, &columns),
                _ if filled(row) == 1 && (at < first || spans && !groups) => {
                    out.push(row.iter().filter(|cell| !cell.is_blank()).map(Cell::line).collect());
                    whole = false;
                }
                _ => {
                    out.push(row.iter().map(Cell::line).collect());
                    whole = filled(row) > 1;
                }
            }
        }
        out.into_iter().map(|cells| cells.join("\t")).collect()
    }

    /// Takes out blank rows and columns, and makes all rows as long.
    fn square(&mut self) {
        self.rows.retain(|row| filled(row) > 0);
        let wide = self.rows.iter().map(Vec::len).max().unwrap_or(0).min(MOST_COLUMNS);
        let used: Vec<bool> =
            (0..wide).map(|at| self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_blank()))).collect();
        for row in &mut self.rows {
            row.resize(wide, Cell::Words(String::new()));
            let mut places = used.iter();
            row.retain(|_| places.next() == Some(&true));
        }
    }
}

/// How many cells of a row have words.
fn filled(row: &[Cell]) -> usize {
    row.iter().filter(|cell| !cell.is_blank()).count()
}

/// Whether a row goes on with the names of columns that the row above it begins: 责任单位 over 牵头 and 配合.
fn is_second_head(above: &[Cell], row: &[Cell]) -> bool {
    let merged = row.contains(&Cell::Above) && above.contains(&Cell::Left);
    merged && row.iter().all(|cell| cell.words().len() <= LONGEST_NAME)
}

fn both(above: &[Cell], row: &[Cell]) -> Vec<Cell> {
    above.iter().zip(row).map(|(above, cell)| if cell.is_blank() { above.clone() } else { cell.clone() }).collect()
}

/// Whether a row says only who else answers for what the row above it says is to be done.
fn shares_work(row: &[Cell], columns: &[Column]) -> bool {
    let mut work = row.iter().zip(columns).filter(|(_, column)| is_work(**column));
    work.clone().any(|(cell, _)| *cell == Cell::Above) && work.all(|(cell, _)| cell.is_blank())
}

/// Whether a row that shares what is to be done has a number of its own, or a time and who answers.
fn is_apart(row: &[Cell], columns: &[Column]) -> bool {
    let has =
        |wanted: fn(&Column) -> bool| row.iter().zip(columns).any(|(cell, column)| wanted(column) && !cell.is_blank());
    has(|column| *column == Column::Number)
        || has(|column| *column == Column::Deadline) && has(|column| matches!(column, Column::Bodies(_)))
}

/// Adds the cells of a row to those of the row above.
fn add(above: &mut [String], row: &[Cell], columns: &[Column]) {
    for ((above, cell), column) in above.iter_mut().zip(row).zip(columns) {
        if cell.is_blank() || *column == Column::Number {
            continue;
        }
        if !above.is_empty() {
            above.push(if matches!(column, Column::Bodies(_)) { '、' } else { ' ' });
        }
        above.push_str(&cell.line());
    }
}
