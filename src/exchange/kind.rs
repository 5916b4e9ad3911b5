//! What a file is, by its first bytes and the names inside it.

use super::Unread;
use super::archive::Archive;

/// A kind of file that gives a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// A Word document (`.docx`).
    Word,
    /// A file that this program saved: JSON, which the caller reads.
    Saved,
}

/// The parts of a Word document, or nothing if the bytes may be a text.
pub fn container(bytes: &[u8]) -> Result<Option<Archive<'_>>, Unread> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(compound(bytes));
    }
    if bytes.get(..1024).unwrap_or(bytes).windows(5).any(|five| five == b"%PDF-") {
        return Err(Unread::Pdf);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let archive = Archive::open(bytes)?;
    if archive.has("word/document.xml") {
        Ok(Some(archive))
    } else if archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin") || archive.has("content.xml") {
        Err(Unread::Spreadsheet)
    } else if archive.has("[Content_Types].xml") {
        Err(Unread::Damaged)
    } else {
        Err(Unread::Unknown)
    }
}

/// Which file of before 2007 this is, by the names of its streams, which stand in it as UTF-16.
fn compound(bytes: &[u8]) -> Unread {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        Unread::Encrypted
    } else if has("WordDocument") {
        Unread::OldWord
    } else if has("Workbook") {
        Unread::Spreadsheet
    } else {
        Unread::Wps
    }
}

/// What a text is.
pub fn of_text(text: &str) -> Result<Kind, Unread> {
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    if head.contains('\0') {
        Err(Unread::Unknown)
    } else if head.starts_with("<!doctype html") || head.starts_with("<html") {
        Err(Unread::WebPage)
    } else if head.starts_with('{') {
        Ok(Kind::Saved)
    } else {
        Ok(Kind::Text)
    }
}
