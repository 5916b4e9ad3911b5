//! Many files in one: a `.zip` that goes out, and those that come back.

use super::Decode;
use super::archive::{Archive, LARGEST_WHOLE};
use crate::domain::calendar::{DAY, LAST_MOMENT, Moment, date, seconds_of_day};
use crate::domain::fault::Unread;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What every pack begins with.
const PACK: &[u8] = b"PK\x03\x04";

/// Gives the next file, its name and its bytes; `None` after the last.
pub type Next<'a> = &'a mut dyn FnMut() -> Option<(String, Vec<u8>)>;

/// Packs files that were made at this moment, one after the other as they are made; `None` if that fails, as where there is no memory for
/// them. What packs them is there anyway, for workbooks. It takes a quarter off a page, which is packed text in letters for the most part;
/// its quickest level would take nothing off letters. A workbook is packed already and stored as it is.
pub fn zip(made: Moment, next: Next) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().last_modified_time(time(made));
    let stored = stored.compression_method(CompressionMethod::Stored);
    let packed = stored.compression_method(CompressionMethod::Deflated);
    while let Some((name, bytes)) = next() {
        // A workbook is a pack itself.
        let options = if bytes.starts_with(PACK) { stored } else { packed };
        zip.start_file(name, options).ok()?;
        zip.write_all(&bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// A moment as a pack has it, which knows no zones: in China. A year that it cannot have is its first.
fn time(moment: Moment) -> DateTime {
    let moment = moment.min(LAST_MOMENT - DAY);
    let (year, month, day) = date(moment);
    let seconds = seconds_of_day(moment);
    let small = |number: u64| u8::try_from(number).unwrap_or_default();
    let (hour, minute, second) = (small(seconds / 3600), small(seconds / 60 % 60), small(seconds % 60));
    let year = u16::try_from(year).unwrap_or_default();
    DateTime::from_date_and_time(year, small(month), small(day), hour, minute, second).unwrap_or_default()
}

/// What systems and programs put beside a person's files: their names, or how these begin.
const BESIDE: [&str; 3] = ["thumbs.db", "desktop.ini", "__macosx"];

/// The most files of a pack.
const MOST_FILES: usize = 2_000;

/// Takes the files of a pack out, one after the other, each with its name: `take` gets its bytes, or why there are none. What systems put
/// beside them is passed over. No folder of a name is kept, wherever it points.
///
/// # Errors
/// [`Unread`] says why nothing is taken out: it cannot be opened, or has more files than anybody hands in.
pub fn unpack(
    bytes: &[u8],
    decode: Decode,
    take: &mut dyn FnMut(String, Result<Vec<u8>, Unread>),
) -> Result<(), Unread> {
    let mut archive = Archive::open(bytes)?;
    let files = archive.files();
    if files.len() > MOST_FILES {
        return Err(Unread::TooMuch);
    }
    let mut room = LARGEST_WHOLE;
    for (index, raw) in files {
        let Some(name) = name(&raw, decode) else { continue };
        let file = if room == 0 { Err(Unread::Bomb) } else { archive.file(index) };
        room = room.saturating_sub(file.as_ref().map_or(0, |file| file.len() as u64));
        take(name, file);
    }
    Ok(())
}

/// The name of a file in a pack, without its folders; `None` for what systems put there. Windows writes names in its own encoding, and
/// says so as little as most programs.
fn name(raw: &[u8], decode: Decode) -> Option<String> {
    let path = decode("utf-8", raw).or_else(|| decode("gb18030", raw));
    let path = path.unwrap_or_else(|| String::from_utf8_lossy(raw).into_owned());
    let mut steps = path.split(['/', '\\']);
    let is_beside = |step: &str| BESIDE.contains(&step.to_lowercase().as_str());
    if steps.clone().any(is_beside) {
        return None;
    }
    let last = steps.next_back().filter(|last| !last.starts_with('.') && !last.starts_with("~$"))?;
    Some(last.chars().filter(|c| !c.is_control()).collect())
}
