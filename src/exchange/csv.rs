//! Values between commas, semicolons or tabs, as spreadsheet programs save a sheet as text.

use super::grid::{Cell, Grid, MOST_COLUMNS, MOST_ROWS, is_head};
use crate::domain::fault::Unread;

/// So many lines at the start of a text are looked at for the names of columns.
const LINES_OF_HEAD: usize = 12;

/// Whether a text is a table of this kind: one of its first rows names columns of a plan.
pub fn is_table(text: &str) -> bool {
    mark(text).is_some()
}

/// What stands between the cells. Tables that were copied have tabs, too, and are no such tables where nothing is quoted.
fn mark(text: &str) -> Option<char> {
    let may = |mark: &char| *mark != '\t' || text.contains("\t\"");
    [',', ';', '\t'].into_iter().filter(may).find(|mark| heads(text, *mark))
}

fn heads(text: &str, mark: char) -> bool {
    let first = rows(text, mark).take(LINES_OF_HEAD);
    first.map(|row| row.into_iter().map(Cell::Words).collect::<Vec<_>>()).any(|row| is_head(&row))
}

/// The table as lines.
pub fn text(text: &str) -> Result<String, Unread> {
    let mark = mark(text).unwrap_or(',');
    let mut grid = Grid::default();
    for row in rows(text, mark) {
        if grid.rows.len() == MOST_ROWS {
            return Err(Unread::TooMuch);
        }
        let cells: Vec<Cell> = row.into_iter().take(MOST_COLUMNS).map(Cell::Words).collect();
        if cells.iter().any(|cell| !cell.is_blank()) {
            grid.rows.push(cells);
        }
    }
    Ok(grid.lines().join("\n"))
}

/// The rows of a text. A cell in quotes may have anything in it, a quote as two.
pub fn rows(text: &str, mark: char) -> impl Iterator<Item = Vec<String>> {
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        rest.peek()?;
        let mut row = vec![String::new()];
        let mut quoted = false;
        while let Some(c) = rest.next() {
            let is_last = row.len() > MOST_COLUMNS;
            let Some(cell) = row.last_mut() else { break };
            match c {
                '"' if quoted && rest.peek() == Some(&'"') => {
                    rest.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if cell.trim().is_empty() => {
                    cell.clear();
                    quoted = true;
                }
                '\n' if !quoted => break,
                '\r' if !quoted => {
                    rest.next_if(|c| *c == '\n');
                    break;
                }
                c if c == mark && !quoted && !is_last => row.push(String::new()),
                c => cell.push(c),
            }
        }
        Some(row)
    })
}
