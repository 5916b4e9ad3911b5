//! A workbook of Excel (`.xlsx`), read by `calamine`. Looked at before: how much it unpacks to, and which rows are hidden, which
//! `calamine` does not say.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use quick_xml::events::Event;

use super::shown::{Shown, printed_date};
use super::workbook::{LAST_ROW, Workbook};
use crate::domain::fault::Unread;
use crate::exchange::archive::Archive;
use crate::exchange::xml::{Node, written};

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
        let hidden = hidden_rows(&part)?;
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
            DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => continue,
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

/// The rows of a sheet that are hidden, from 0. A place that no sheet has is a fault: `calamine` would count beyond its numbers.
fn hidden_rows(part: &str) -> Result<BTreeSet<u32>, Unread> {
    let mut reader = quick_xml::Reader::from_str(part);
    let mut out = BTreeSet::new();
    let mut next = 0_u32;
    loop {
        let event = reader.read_event().map_err(|_| Unread::Damaged)?;
        let (Event::Start(start) | Event::Empty(start)) = event else {
            if matches!(event, Event::Eof) {
                return Ok(out);
            }
            continue;
        };
        let value = |name: &str| written(&start, name);
        let is_fit = match start.local_name().as_ref() {
            "row" => {
                let number = value("r");
                let row = number.as_ref().map_or(Some(next), |number| number.parse::<u32>().ok()?.checked_sub(1));
                let row = row.filter(|row| *row < LAST_ROW);
                next = row.unwrap_or(0) + 1;
                if matches!(value("hidden").as_deref(), Some("1" | "true")) {
                    out.extend(row);
                }
                row.is_some()
            }
            "c" => value("r").is_none_or(|place| is_place(&place)),
            "dimension" | "mergeCell" => value("ref").is_none_or(|area| area.split(':').all(is_place)),
            _ => true,
        };
        if !is_fit {
            return Err(Unread::Damaged);
        }
    }
}

/// Whether this is the place of a cell: up to three letters and seven digits.
fn is_place(words: &str) -> bool {
    let row = words.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let column = words.len() - row.len();
    (1..=3).contains(&column) && (1..=7).contains(&row.len()) && row.bytes().all(|digit| digit.is_ascii_digit())
}
