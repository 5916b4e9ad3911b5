//! An open document's workbook (`.ods`), read by `calamine`. Looked at before: how much it unpacks to and how often it repeats cells,
//! for `calamine` writes each of them out, and which rows are hidden or merged and which formulas have no value, which it does not say.

use std::io::Cursor;

use calamine::{Data, Ods, Reader, SheetVisible};
use quick_xml::Reader as Xml;
use quick_xml::events::{BytesStart, Event};

use super::shown::{Shown, printed_date};
use super::workbook::{LAST_ROW, Merged, Workbook};
use crate::domain::fault::Unread;
use crate::exchange::archive::Archive;
use crate::exchange::xml::{unescape, written};

/// The most cells that `calamine` may make of a sheet, blank ones between others included.
const MOST_AREA: u64 = 2_000_000;

/// The sheets.
pub fn ods(archive: &mut Archive, bytes: &[u8]) -> Result<Workbook, Unread> {
    if archive.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(Unread::Encrypted);
    }
    archive.check(&["xml"])?;
    let plans = layouts(&archive.part("content.xml")?.ok_or(Unread::Damaged)?)?;
    let mut file: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    let sheets = file.sheets_metadata().to_vec();
    let mut workbook = Workbook::default();
    for (sheet, layout) in sheets.iter().zip(plans) {
        workbook.sheet(&sheet.name, sheet.visible == SheetVisible::Visible)?;
        let range = file.worksheet_range(&sheet.name).map_err(|_| Unread::Damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let place = |first: u32, at: usize| u32::try_from(at).ok().and_then(|at| first.checked_add(at));
        for (row, column, data) in range.used_cells() {
            let words = match data {
                Data::String(words) => words.clone(),
                Data::DateTimeIso(words) | Data::DurationIso(words) => {
                    printed_date(words).unwrap_or_else(|| words.clone())
                }
                Data::Int(number) => number.to_string(),
                Data::Float(number) => Shown::Number.of(*number, false),
                Data::DateTime(date) => Shown::Day.of(date.as_f64(), false),
                Data::Bool(truth) => {
                    if let (Some(row), Some(column)) = (place(top, row), place(left, column)) {
                        workbook.truth(row, column, *truth);
                    }
                    continue;
                }
                Data::Error(_) | Data::Empty => continue,
            };
            if let (Some(row), Some(column)) = (place(top, row), place(left, column)) {
                workbook.write(row, column, words)?;
            }
        }
        for (row, column, formula) in layout.unvalued {
            workbook.unvalued(row, column, formula)?;
        }
        if let Some(last) = workbook.sheets.last_mut() {
            last.merged = layout.merged;
            last.hidden = layout.hidden.into_iter().flat_map(|(first, behind)| first..behind).collect();
        }
    }
    Ok(workbook)
}

/// How a sheet is laid out.
#[derive(Debug, Default)]
struct Layout {
    merged: Vec<Merged>,
    /// First rows that are hidden, and the rows behind the last.
    hidden: Vec<(u32, u32)>,
    /// Rows and columns of formulas without a value, or with an error.
    unvalued: Vec<(u32, u32, String)>,
    row: u32,
    column: u32,
    /// How often the row is repeated.
    times: u32,
    hides: bool,
    /// The last row and column that something stands in.
    last: (u32, u32),
}

/// How the sheets are laid out, in order. What breaks off is damaged: `calamine` would look for its end for ever.
fn layouts(content: &str) -> Result<Vec<Layout>, Unread> {
    let mut xml = Xml::from_str(content);
    let mut out: Vec<Layout> = Vec::new();
    let mut open = 0_usize;
    loop {
        let event = xml.read_event().map_err(|_| Unread::Damaged)?;
        match &event {
            Event::Start(_) => open += 1,
            Event::End(_) => open = open.checked_sub(1).ok_or(Unread::Damaged)?,
            Event::Eof if open > 0 => return Err(Unread::Damaged),
            _ => {}
        }
        match &event {
            Event::Start(start) if start.local_name().as_ref() == "table" => out.push(Layout::default()),
            Event::Start(start) | Event::Empty(start) => {
                if let Some(sheet) = out.last_mut() {
                    sheet.element(start, matches!(event, Event::Empty(_)))?;
                }
            }
            Event::End(end) if end.local_name().as_ref() == "table-row" => {
                out.last_mut().into_iter().for_each(Layout::end_row);
            }
            Event::Eof => return Ok(out),
            _ => {}
        }
    }
}

impl Layout {
    fn element(&mut self, start: &BytesStart, is_empty: bool) -> Result<(), Unread> {
        let value = |name: &str| written(start, name);
        let count = |name: &str| value(name).and_then(|count| count.parse().ok()).unwrap_or(1_u32);
        match start.local_name().as_ref() {
            "table-row" => {
                self.column = 0;
                self.times = count("table:number-rows-repeated");
                self.hides = matches!(value("table:visibility").as_deref(), Some("collapse" | "filter"));
                if is_empty {
                    self.end_row();
                }
            }
            "table-cell" | "covered-table-cell" => {
                let (rows, columns) = (count("table:number-rows-spanned"), count("table:number-columns-spanned"));
                let (row, column) = (self.row, self.column);
                if rows > 1 || columns > 1 {
                    let (bottom, right) = (row.saturating_add(rows), column.saturating_add(columns));
                    self.merged.push([row, column, bottom.saturating_sub(1), right.saturating_sub(1)]);
                }
                if let Some(formula) = value("table:formula") {
                    let is_error = value("calcext:value-type").as_deref() == Some("error");
                    if is_error || value("office:value-type").is_none() {
                        // It begins with the name of its language: `of:=`.
                        let formula = formula.split_once('=').map_or("", |(_, formula)| formula);
                        self.unvalued.push((row, column, ["=", &unescape(formula)].concat()));
                    }
                }
                self.column = column.saturating_add(count("table:number-columns-repeated"));
                let has_value = start.attributes().flatten().any(|a| a.key.local_name().as_ref().contains("value"));
                if !is_empty || has_value {
                    let last_row = row.saturating_add(self.times);
                    self.last = (self.last.0.max(last_row.min(LAST_ROW)), self.last.1.max(self.column));
                    if u64::from(self.last.0) * u64::from(self.last.1) > MOST_AREA {
                        return Err(Unread::TooMuch);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_row(&mut self) {
        let behind = self.row.saturating_add(self.times).min(LAST_ROW);
        if self.hides && self.row < behind {
            self.hidden.push((self.row, behind));
        }
        self.row = behind;
    }
}
