//! Many files in one: a `.zip` that goes out, and those that come back.

use super::Decode;
use super::archive::{Archive, LARGEST_WHOLE};
use crate::domain::calendar::{DAY, LAST_MOMENT, Moment, date, seconds_of_day};
use crate::domain::fault::Unread;
use std::collections::BTreeSet;
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
    let told = told_apart(bytes);
    let (bytes, names) = told.as_ref().map_or((bytes, &[][..]), |(bytes, names)| (bytes, names));
    let mut archive = Archive::open(bytes)?;
    let files = archive.files();
    if files.len() > MOST_FILES {
        return Err(Unread::TooMuch);
    }
    let mut room = LARGEST_WHOLE;
    for (index, raw) in files {
        let raw = names.iter().find(|(other, _)| *other == raw).map_or(raw, |(_, own)| own.clone());
        let Some(name) = name(&raw, decode) else { continue };
        let file = if room == 0 { Err(Unread::Bomb) } else { archive.file(index) };
        room = room.saturating_sub(file.as_ref().map_or(0, |file| file.len() as u64));
        take(name, file);
    }
    Ok(())
}

/// Where the list of the files of a pack ends: its signature, how long that is without a comment, and where in it the number of the files
/// and the place of the list stand.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const END_COUNT: usize = 10;
const END_PLACE: usize = 16;
/// A file in the list: its signature, how long that is without names, and where in it the length of the name begins, behind which that of
/// two more texts stand.
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;
const ENTRY_NAME: usize = 28;

/// A name in a pack, and the name that it stands for.
type StandsFor = (Vec<u8>, Vec<u8>);

/// The bytes of a pack in which several files have one name, with other names of the same length for all but the first, and whose names
/// these stand for: what opens packs knows files by their names, and of several the last alone. `None` where there is nothing to tell
/// apart.
fn told_apart(bytes: &[u8]) -> Option<(Vec<u8>, Vec<StandsFor>)> {
    let number = |at: usize, length: usize| {
        let digits = bytes.get(at..at.checked_add(length)?)?;
        Some(digits.iter().rev().fold(0_usize, |number, digit| number << 8 | usize::from(*digit)))
    };
    let end =
        (0..=bytes.len().checked_sub(END_LENGTH)?).rev().take(1 << 16).find(|at| bytes[*at..].starts_with(END))?;
    let mut at = number(end + END_PLACE, 4)?;
    let mut seen = BTreeSet::new();
    let (mut changed, mut names) = (None, Vec::new());
    for count in 0..number(end + END_COUNT, 2)? {
        if !bytes.get(at..)?.starts_with(ENTRY) {
            return None;
        }
        let lengths = [0, 2, 4].map(|place| number(at + ENTRY_NAME + place, 2));
        let [Some(name), Some(one), Some(two)] = lengths else { return None };
        let place = at + ENTRY_LENGTH;
        let own = bytes.get(place..place.checked_add(name)?)?;
        if !seen.insert(own) && !own.ends_with(b"/") {
            // Digits behind a sign that no name has.
            let mark = format!("\u{1}{count:0width$}", width = name.saturating_sub(1)).into_bytes();
            if mark.len() == name {
                let changed: &mut Vec<u8> = changed.get_or_insert_with(|| bytes.to_vec());
                changed.get_mut(place..place + name)?.copy_from_slice(&mark);
                names.push((mark, own.to_vec()));
            }
        }
        at = place + name + one + two;
    }
    changed.map(|changed| (changed, names))
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
