//! The sheets of a file that came back, whatever its kind, and what it says of itself.

use super::columns::head;
use super::form::NoForm;
use super::write::PROPERTY;
use crate::domain::calendar::{DAY, day_number, parse_iso_date};
use crate::domain::fault::Unread;
use crate::domain::ledger::Moment;
use crate::domain::plan_id::is_plan_id;
use crate::exchange::archive::Archive;
use crate::exchange::csv::rows;
use crate::exchange::sheets::workbook::{Sheet, Workbook};
use crate::exchange::xml::Node;
use crate::exchange::{Decode, Encodings, LARGEST, kind, sheets, text};

/// So many lines of a text are looked at for the names of columns.
const LINES_OF_HEAD: usize = 30;

/// A file, open.
#[derive(Debug, Default)]
pub struct Opened {
    /// Its sheets, hidden ones too.
    pub sheets: Vec<Sheet>,
    /// When it was last saved.
    pub saved: Option<Moment>,
    /// The mark of the plan among its properties and names.
    pub mark: Option<String>,
}

/// Opens a file, by its content.
pub fn open(bytes: &[u8], encodings: Encodings, decode: Decode) -> Result<Opened, NoForm> {
    if bytes.len() > LARGEST {
        return Err(Unread::TooLarge.into());
    }
    Ok(match kind::container(bytes)? {
        kind::Container::Workbook(mut archive) => {
            let workbook = sheets::xlsx(&mut archive, bytes)?;
            let (saved, mark) = of_itself(&mut archive).unwrap_or_default();
            Opened { sheets: workbook.sheets, saved, mark }
        }
        kind::Container::OpenSheet(mut archive) => {
            let workbook = sheets::ods(&mut archive, bytes)?;
            let meta = archive.tree("meta.xml").unwrap_or_default();
            let meta = meta.child("document-meta").and_then(|root| root.child("meta"));
            let saved = meta.and_then(|meta| moment(&meta.child("date")?.text));
            let is_ours = |node: &&Node| node.attribute("name") == Some(PROPERTY);
            let mark = meta.and_then(|meta| meta.all("user-defined").find(is_ours)).map(|node| node.text.clone());
            Opened { sheets: workbook.sheets, saved, mark }
        }
        kind::Container::OldWorkbook(file) => Opened { sheets: sheets::xls(&file)?.sheets, ..Opened::default() },
        kind::Container::Word(..) => return Err(NoForm::NoHead),
        kind::Container::None => {
            let (_, text) = text(bytes, encodings, decode)?;
            Opened { sheets: table(&text)?.sheets, ..Opened::default() }
        }
    })
}

/// A text of values with something between them: with that by which one of its first rows names columns of a form or, where none does,
/// one of its first cells is the mark of a plan.
fn table(text: &str) -> Result<Workbook, NoForm> {
    let names = |row: Vec<String>| !head((0..).zip(row.iter().map(String::as_str))).is_empty();
    let is_marked = |row: Vec<String>| row.iter().any(|cell| marked(cell).is_some());
    let between = |is_ours: &dyn Fn(Vec<String>) -> bool| {
        [',', ';', '\t'].into_iter().find(|between| rows(text, *between).take(LINES_OF_HEAD).any(is_ours))
    };
    let between = between(&names).or_else(|| between(&is_marked)).ok_or(NoForm::NoHead)?;
    let mut workbook = Workbook::default();
    workbook.sheet("", true)?;
    for (row, cells) in (0..).zip(rows(text, between)) {
        for (column, cell) in (0..).zip(cells) {
            workbook.write(row, column, cell)?;
        }
    }
    Ok(workbook)
}

/// The mark of a plan, an id and 16 hexadecimal digits, with the moment at which the form was made, if it says one.
pub fn marked(words: &str) -> Option<(String, Option<Moment>)> {
    let mut parts = words.split_whitespace();
    let (id, print, made) = (parts.next()?, parts.next()?, parts.next());
    let digits = print.len() == 16 && print.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_mark = is_plan_id(id) && digits && parts.next().is_none();
    is_mark.then(|| ([id, " ", print].concat(), made.and_then(|made| made.parse().ok())))
}

/// What a workbook of Excel says of itself: when it was saved, and the mark. A part of it that cannot be read says nothing.
fn of_itself(archive: &mut Archive) -> Result<(Option<Moment>, Option<String>), Unread> {
    let core = archive.tree("docProps/core.xml").unwrap_or_default();
    let saved = core.child("coreProperties").and_then(|core| moment(&core.child("modified")?.text));
    let custom = archive.tree("docProps/custom.xml").unwrap_or_default();
    let properties = custom.child("Properties");
    let is_ours = |node: &&Node| node.attribute("name") == Some(PROPERTY);
    let property = properties.and_then(|all| all.all("property").find(is_ours)?.children.first());
    let workbook = archive.tree("xl/workbook.xml")?;
    let names = workbook.child("workbook").and_then(|root| root.child("definedNames"));
    let name = names.and_then(|names| names.all("definedName").find(is_ours));
    let mark = property.or(name).map(|node| node.text.trim_matches('"').to_owned());
    Ok((saved, mark))
}

/// A moment as office programs write it: `2021-09-30T08:00:00Z`. One without a zone is of China.
fn moment(words: &str) -> Option<Moment> {
    let words = words.trim();
    let (year, month, day) = parse_iso_date(words.get(..10)?)?;
    let days = day_number((year, month, day)).checked_sub(day_number((1970, 1, 1)))?;
    let mut parts = words.get(11..19).unwrap_or("00:00:00").split(':').map(|part| part.parse::<u64>().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let zone = if words.ends_with('Z') { 0 } else { 8 };
    let seconds = (hour * 3600 + minute * 60 + second).checked_add(days.checked_mul(DAY / 1000)?)?;
    seconds.checked_sub(zone * 3600)?.checked_mul(1000)
}
