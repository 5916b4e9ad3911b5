//! How wide columns and how high rows are. Not every program fits rows to their text by itself, so their heights are worked out here;
//! and as a height that a person gave would stay when more is typed, the file does not say that one did.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::columns::Column;
use super::table::{Cell, Table};
use crate::domain::field::Field;

/// The height of a line, in points.
const LINE: f64 = 13.5;
/// The heights of the lowest and the highest row, in points.
const LOWEST: f64 = 24.0;
const HIGHEST: f64 = 405.0;

/// The height of a row by its longest cell, in columns of these widths.
pub fn height(cells: &[Cell], widths: &[u16]) -> f64 {
    let lines = |(cell, width): (&Cell, &u16)| {
        let room = usize::from(*width).saturating_sub(1).max(2);
        cell.text.lines().map(|line| wide(line).div_ceil(room).max(1)).sum::<usize>()
    };
    // The id is in smaller type and may be cut off.
    let lines = cells.iter().zip(widths).skip(1).map(lines).max().unwrap_or(1);
    (f64::from(u16::try_from(lines).unwrap_or(u16::MAX)) * LINE + 4.0).clamp(LOWEST, HIGHEST)
}

/// What the library writes behind each height.
const BY_HAND: &str = " customHeight=\"1\"";

/// A workbook whose heights of rows are not said to be a person's. One that cannot be packed anew stays as it is.
pub fn loosened(bytes: Vec<u8>) -> Vec<u8> {
    repacked(&bytes).unwrap_or(bytes)
}

fn repacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..from.len() {
        let name = from.name_for_index(at)?.ok()?.into_owned();
        if name.starts_with("xl/worksheets/sheet") {
            let mut text = String::new();
            from.by_index(at).ok()?.read_to_string(&mut text).ok()?;
            to.start_file(name, options).ok()?;
            // Text in cells stands among the shared strings, and no sheet has these words but in the tags of rows.
            to.write_all(text.replace(BY_HAND, "").as_bytes()).ok()?;
        } else {
            to.raw_copy_file(from.by_index_raw(at).ok()?).ok()?;
        }
    }
    to.finish().ok().map(Cursor::into_inner)
}

/// The width of a column by its content, within what its kind may take of the sheet, in characters of half width.
pub fn width(table: &Table, place: usize, head: &str) -> u16 {
    let (least, most) = match table.columns[place] {
        Column::Id => return 5,
        Column::No => (5, 9),
        // A form has more columns on the same sheet of paper.
        Column::Task => (12, if table.filling { 14 } else { 18 }),
        Column::Measure => (26, if table.filling { 36 } else { 60 }),
        Column::Target => (10, if table.filling { 18 } else { 26 }),
        Column::Units | Column::Reasons => (14, 28),
        Column::Answer => (10, 20),
        Column::Role => (6, 6),
        Column::Due => (11, 14),
        Column::Party => (10, 18),
        Column::Said(Field::Status | Field::Confirmed) | Column::Notes => (8, 8),
        Column::Said(Field::Actual(_)) => (9, 9),
        Column::Said(Field::Date) => (11, 11),
        Column::Said(Field::Progress) => (24, 32),
        Column::Said(_) => (16, 24),
    };
    let rows = table.rows.iter().filter_map(|row| row.cells.get(place));
    let widest = rows.flat_map(|cell| cell.text.lines()).map(wide).chain([wide(head)]).max().unwrap_or(0);
    let width = (widest + 2).clamp(least, most);
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// The width of a line in characters of half width.
fn wide(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
