//! A workbook of before 2007 (`.xls`, and `.et` of WPS): records with a number, a length and so many bytes.
//!
//! `calamine` reads these too, but ends the program where a file is damaged, and a page has nothing that could catch that.

use std::collections::HashMap;

use super::compound::{u16_at, u32_at};
use super::shown::Shown;
use super::strings::Pieces;
use super::workbook::Workbook;
use crate::domain::fault::Unread;

/// The kinds of records that matter.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000a;
    pub const FROM_1904: u16 = 0x0022;
    pub const LOCKED: u16 = 0x002f;
    pub const CONTINUED: u16 = 0x003c;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00bd;
    pub const RICH_LABEL: u16 = 0x00d6;
    pub const CELL_FORMAT: u16 = 0x00e0;
    pub const MERGED: u16 = 0x00e5;
    pub const TEXTS: u16 = 0x00fc;
    pub const TEXT: u16 = 0x00fd;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const TRUTH: u16 = 0x0205;
    pub const FORMULA_TEXT: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const SHORT_NUMBER: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BEGIN: u16 = 0x0809;
}

/// What the result of a formula is that is true or false.
const TRUE_OR_FALSE: u8 = 1;
/// What a formula's value begins with that is an error.
const ERROR: u8 = 2;

/// What all sheets share.
#[derive(Default)]
struct Shared {
    texts: Vec<String>,
    formats: HashMap<u16, Shown>,
    cells: Vec<Shown>,
    from_1904: bool,
    sheets: Vec<(usize, bool, String)>,
}

/// The sheets in a workbook's stream.
pub fn xls(stream: &[u8]) -> Result<Workbook, Unread> {
    let shared = Shared::read(stream)?;
    let mut workbook = Workbook::default();
    for (start, visible, name) in &shared.sheets {
        workbook.sheet(name, *visible)?;
        sheet(&shared, stream.get(*start..).ok_or(Unread::Damaged)?, &mut workbook)?;
    }
    Ok(workbook)
}

/// A record: its kind, and its bytes with those of the records that continue it.
type Record<'a> = (u16, Vec<&'a [u8]>);

fn records(mut rest: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut one = move || {
        let (head, behind) = rest.split_at_checked(4)?;
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let (bytes, behind) = behind.split_at_checked(length)?;
        rest = behind;
        Some((u16::from_le_bytes([head[0], head[1]]), bytes))
    };
    let mut ahead = one();
    std::iter::from_fn(move || {
        let (kind, bytes) = ahead?;
        let mut pieces = vec![bytes];
        ahead = one();
        while let Some((kind::CONTINUED, bytes)) = ahead {
            pieces.push(bytes);
            ahead = one();
        }
        Some((kind, pieces))
    })
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..at + 8)?.try_into().ok().map(f64::from_le_bytes)
}

impl Shared {
    fn read(stream: &[u8]) -> Result<Self, Unread> {
        let mut out = Self::default();
        let mut used = Vec::new();
        let mut begun = false;
        for (kind, pieces) in records(stream) {
            let bytes = pieces.first().copied().unwrap_or_default();
            match kind {
                // The first record says which version of Excel. Of versions before 1997 texts are in the code of their country.
                kind::BEGIN if !begun && u16_at(bytes, 0) != Some(0x0600) => return Err(Unread::OldWorkbook),
                kind::BEGIN => begun = true,
                kind::LOCKED => return Err(Unread::Encrypted),
                kind::FROM_1904 => out.from_1904 = u16_at(bytes, 0) == Some(1),
                kind::FORMAT => {
                    let mut rest = Pieces::new(pieces);
                    let read = |rest: &mut Pieces| Some((rest.u16()?, rest.u16()?));
                    if let Some((number, count)) = read(&mut rest)
                        && let Some(code) = rest.text(usize::from(count))
                    {
                        out.formats.insert(number, Shown::by_code(&code));
                    }
                }
                kind::CELL_FORMAT => used.extend(u16_at(bytes, 2)),
                kind::SHEET => {
                    // Of kind 0 are sheets; others are charts and macros.
                    if let (Some(start), Some(&[state, 0])) = (u32_at(bytes, 0), bytes.get(4..6)) {
                        let start = usize::try_from(start).map_err(|_| Unread::Damaged)?;
                        let mut rest = Pieces::new(pieces);
                        let count = rest.skip(6).and_then(|()| rest.byte());
                        let name = count.and_then(|count| rest.text(usize::from(count))).unwrap_or_default();
                        out.sheets.push((start, matches!(state & 3, 0), name));
                    }
                }
                kind::TEXTS => out.texts = texts(pieces),
                kind::END => break,
                _ => {}
            }
        }
        let shown = |number: &u16| out.formats.get(number).copied().unwrap_or_else(|| Shown::by_number(*number));
        out.cells = used.iter().map(shown).collect();
        if begun { Ok(out) } else { Err(Unread::Damaged) }
    }

    /// A number in the format of its cell.
    fn number(&self, format: Option<u16>, value: f64) -> String {
        let shown = format.and_then(|format| self.cells.get(usize::from(format))).copied().unwrap_or_default();
        shown.of(value, self.from_1904)
    }
}

/// The texts that cells refer to.
fn texts(pieces: Vec<&[u8]>) -> Vec<String> {
    let mut rest = Pieces::new(pieces);
    let mut out = Vec::new();
    let Some(()) = rest.skip(8) else { return out };
    while let Some(text) = rest.u16().and_then(|count| rest.text(usize::from(count))) {
        out.push(text);
    }
    out
}

/// Reads a sheet into the last of a workbook.
fn sheet(shared: &Shared, stream: &[u8], workbook: &mut Workbook) -> Result<(), Unread> {
    let mut depth = 0_usize;
    let mut formula = None;
    for (kind, pieces) in records(stream) {
        match kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            // A chart in the sheet.
            _ if depth > 1 => {}
            _ => {
                // A record that is cut short says nothing.
                for (row, column, words) in cells(shared, kind, pieces, &mut formula, workbook).unwrap_or_default() {
                    workbook.write(u32::from(row), u32::from(column), words)?;
                }
            }
        }
    }
    Ok(())
}

/// What a record writes into which cells. `formula` is the cell whose text comes with the next record.
fn cells(
    shared: &Shared,
    kind: u16,
    pieces: Vec<&[u8]>,
    formula: &mut Option<(u16, u16)>,
    workbook: &mut Workbook,
) -> Option<Vec<(u16, u16, String)>> {
    let bytes = pieces.first().copied()?;
    let (row, column) = (u16_at(bytes, 0)?, u16_at(bytes, 2)?);
    let format = u16_at(bytes, 4);
    let words = match kind {
        kind::TEXT => {
            let at = u32_at(bytes, 6)?;
            shared.texts.get(usize::try_from(at).ok()?)?.clone()
        }
        kind::LABEL | kind::RICH_LABEL => {
            let mut rest = Pieces::new(pieces);
            rest.skip(6)?;
            let count = rest.u16()?;
            rest.text(usize::from(count))?
        }
        kind::NUMBER => shared.number(format, f64_at(bytes, 6)?),
        kind::SHORT_NUMBER => shared.number(format, short(bytes.get(6..10)?)?),
        kind::NUMBERS => {
            let numbers = bytes.get(4..bytes.len().checked_sub(2)?)?.as_chunks::<6>().0.iter();
            let number = |(at, number): (u16, &[u8; 6])| {
                let words = shared.number(u16_at(number, 0), short(&number[2..])?);
                Some((row, column.checked_add(at)?, words))
            };
            return (0..).zip(numbers).map(number).collect();
        }
        kind::TRUTH => {
            if bytes.get(7) == Some(&0) {
                workbook.truth(row.into(), column.into(), bytes.get(6) == Some(&1));
            }
            return None;
        }
        kind::FORMULA => {
            if bytes.get(12..14)? == [0xff, 0xff] {
                if bytes.get(6) == Some(&TRUE_OR_FALSE) {
                    workbook.truth(row.into(), column.into(), bytes.get(8) == Some(&1));
                }
                *formula = (bytes.get(6) == Some(&0)).then_some((row, column));
                if bytes.get(6) == Some(&ERROR) {
                    // Where there are too many, the next cell says so.
                    workbook.unvalued(row.into(), column.into(), "=".to_owned()).ok()?;
                }
                return None;
            }
            shared.number(format, f64_at(bytes, 6)?)
        }
        kind::FORMULA_TEXT => {
            let (row, column) = formula.take()?;
            let mut rest = Pieces::new(pieces);
            let count = rest.u16()?;
            return Some(vec![(row, column, rest.text(usize::from(count))?)]);
        }
        kind::ROW => {
            let hidden = bytes.get(12)? & 0x20 != 0;
            workbook.sheets.last_mut().filter(|_| hidden)?.hidden.insert(u32::from(row));
            return None;
        }
        kind::MERGED => {
            for area in bytes.get(2..)?.as_chunks::<8>().0 {
                let side = |at: usize| u16_at(area, at).map(u32::from);
                workbook.sheets.last_mut()?.merged.push([side(0)?, side(4)?, side(2)?, side(6)?]);
            }
            return None;
        }
        _ => return None,
    };
    Some(vec![(row, column, words)])
}

/// A number in four bytes: the upper half of one in eight, or a whole one, perhaps of hundredths.
fn short(bytes: &[u8]) -> Option<f64> {
    let bits = u32::from_le_bytes(bytes.try_into().ok()?);
    let value =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    Some(if bits & 1 == 0 { value } else { value / 100.0 })
}
