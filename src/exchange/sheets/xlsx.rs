//! A workbook of Excel (`.xlsx`), read by `calamine`. Looked at before: how much it unpacks to, which rows are hidden, and which formulas
//! have no value, which `calamine` does not say.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use quick_xml::events::Event;

use super::shown::{Shown, printed_date};
use super::workbook::{LAST_ROW, Workbook};
use crate::domain::fault::Unread;
use crate::exchange::archive::Archive;
use crate::exchange::xml::{Node, unescape, written};

type File<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The sheets.
pub fn xlsx(archive: &mut Archive, bytes: &[u8]) -> Result<Workbook, Unread> {
    archive.check(&["xml", "rels"])?;
    let paths = paths(archive)?;
    let mut file: File = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    let sheets = file.sheets_metadata().to_vec();
    let mut workbook = Workbook::default();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        workbook.sheet(&sheet.name, sheet.visible == SheetVisible::Visible)?;
        let path = paths.iter().find(|(name, _)| *name == sheet.name).map(|(_, path)| path.as_str());
        let part = path.map(|path| archive.part(path)).transpose()?.flatten().ok_or(Unread::Damaged)?;
        let hidden = looked_at(&part, &mut workbook)?;
        drop(part);
        cells(&mut file, &sheet.name, &mut workbook)?;
        let merged = file.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        if let Some(last) = workbook.sheets.last_mut() {
            last.merged.extend(merged.iter().map(|area| [area.start.0, area.start.1, area.end.0, area.end.1]));
            last.hidden = hidden;
        }
    }
    Ok(workbook)
}

/// Reads the cells of a sheet into the last of a workbook.
fn cells(file: &mut File, name: &str, workbook: &mut Workbook) -> Result<(), Unread> {
    let mut reader = file.worksheet_cells_reader(name).map_err(|_| Unread::Damaged)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Unread::Damaged)? {
        let (row, column) = cell.get_position();
        let shown = || {
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let number = format.and_then(|format| format.format_id).and_then(|id| u16::try_from(id).ok());
            match (number.map_or(Shown::Number, Shown::by_number), format) {
                (Shown::Number, Some(format)) => Shown::by_code(&format.format_code),
                (shown, _) => shown,
            }
        };
        let words = match cell.get_value() {
            DataRef::String(words) => words.clone(),
            DataRef::SharedString(words) => (*words).to_owned(),
            DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => {
                printed_date(words).unwrap_or_else(|| words.clone())
            }
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => shown().of(*number, false),
            DataRef::DateTime(date) if date.is_datetime() => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                match shown() {
                    Shown::Month => format!("{year}年{month}月"),
                    _ => format!("{year}年{month}月{day}日"),
                }
            }
            DataRef::DateTime(time) => Shown::Number.of(time.as_f64(), false),
            DataRef::Error(error) => {
                workbook.unvalued(row, column, error.to_string())?;
                continue;
            }
            DataRef::Bool(truth) => {
                workbook.truth(row, column, *truth);
                continue;
            }
            DataRef::Empty => continue,
        };
        workbook.write(row, column, words)?;
    }
    Ok(())
}

/// The names of the sheets, each with the part that it stands in.
fn paths(archive: &mut Archive) -> Result<Vec<(String, String)>, Unread> {
    let (workbook, relations) = (archive.tree("xl/workbook.xml")?, archive.tree("xl/_rels/workbook.xml.rels")?);
    let sheets = workbook.child("workbook").and_then(|root| root.child("sheets"));
    let parts = relations.child("Relationships").map(|all| all.by("Relationship", "Id")).unwrap_or_default();
    let path = |sheet: &Node| {
        let target = parts.get(sheet.attribute("id")?)?.attribute("Target")?;
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((sheet.attribute("name")?.to_owned(), path))
    };
    Ok(sheets.iter().flat_map(|sheets| sheets.all("sheet")).filter_map(path).collect())
}

/// The rows of a sheet that are hidden, from 0; says of its formulas without a value that they have none. A place that no sheet has is a
/// fault: `calamine` would count beyond its numbers.
fn looked_at(part: &str, workbook: &mut Workbook) -> Result<BTreeSet<u32>, Unread> {
    let mut reader = quick_xml::Reader::from_str(part);
    let mut hidden = BTreeSet::new();
    let mut next = 0_u32;
    let mut cell = Looked::default();
    loop {
        let event = reader.read_event().map_err(|_| Unread::Damaged)?;
        let (start, is_empty) = match &event {
            Event::Start(start) => (start, false),
            Event::Empty(start) => (start, true),
            Event::Eof => return Ok(hidden),
            Event::End(end) => {
                if end.local_name().as_ref() == "c" {
                    cell.end(next.saturating_sub(1), workbook)?;
                } else {
                    cell.inside = Inside::Nothing;
                }
                continue;
            }
            Event::Text(words) => {
                cell.text(words.as_ref());
                continue;
            }
            Event::GeneralRef(name) => {
                cell.text(&unescape(&format!("&{};", &**name)));
                continue;
            }
            _ => continue,
        };
        let value = |name: &str| written(start, name);
        let is_fit = match start.local_name().as_ref() {
            "row" => {
                let number = value("r");
                let row = number.as_ref().map_or(Some(next), |number| number.parse::<u32>().ok()?.checked_sub(1));
                let row = row.filter(|row| *row < LAST_ROW);
                next = row.unwrap_or(0) + 1;
                cell = Looked::default();
                if matches!(value("hidden").as_deref(), Some("1" | "true")) {
                    hidden.extend(row);
                }
                row.is_some()
            }
            "c" => {
                let place = value("r");
                let column = place.as_deref().map_or(cell.column, column_of);
                let column = if is_empty { column.saturating_add(1) } else { column };
                cell = Looked { column, is_text: value("t").as_deref() == Some("str"), ..Looked::default() };
                place.is_none_or(|place| is_place(&place))
            }
            "f" => {
                cell.formula = Some("=".to_owned());
                cell.inside = if is_empty { Inside::Nothing } else { Inside::Formula };
                true
            }
            "v" | "is" => {
                cell.inside = if is_empty { Inside::Nothing } else { Inside::Value };
                true
            }
            "dimension" | "mergeCell" => value("ref").is_none_or(|area| area.split(':').all(is_place)),
            _ => true,
        };
        if !is_fit {
            return Err(Unread::Damaged);
        }
    }
}

/// A cell that is looked at.
#[derive(Debug, Default)]
struct Looked {
    /// Its column, from 0; between cells that of the next.
    column: u32,
    formula: Option<String>,
    has_value: bool,
    /// Whether its formula gives a text, which may be an empty one.
    is_text: bool,
    inside: Inside,
}

/// What text is of that comes next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Formula,
    Value,
}

impl Looked {
    fn text(&mut self, words: &str) {
        match (self.inside, &mut self.formula) {
            (Inside::Formula, Some(formula)) => formula.push_str(words),
            (Inside::Value, _) => self.has_value |= !words.is_empty(),
            _ => {}
        }
    }

    /// Ends it, in this row.
    fn end(&mut self, row: u32, workbook: &mut Workbook) -> Result<(), Unread> {
        let Self { column, formula, has_value, is_text, .. } = std::mem::take(self);
        self.column = column.saturating_add(1);
        match formula.filter(|_| !has_value && !is_text) {
            Some(formula) => workbook.unvalued(row, column, formula),
            None => Ok(()),
        }
    }
}

/// The column of a place, from 0: 27 for `AB7`. What is no place gives any.
fn column_of(place: &str) -> u32 {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(3);
    let number = letters.fold(0, |number, letter| number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.saturating_sub(1)
}

/// Whether this is the place of a cell: up to three letters and seven digits.
fn is_place(words: &str) -> bool {
    let row = words.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let column = words.len() - row.len();
    (1..=3).contains(&column) && (1..=7).contains(&row.len()) && row.bytes().all(|digit| digit.is_ascii_digit())
}
