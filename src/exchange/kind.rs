//! What a file is, by its first bytes and the names inside it.

#[cfg(feature = "office")]
use super::archive::Archive;
use super::csv;
#[cfg(feature = "office")]
use super::sheets::compound::{self, Compound};
use crate::domain::fault::Unread;

/// A kind of file that gives a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Plain text with a table in it, its cells between commas.
    Table,
    /// A Word document (`.docx`).
    Word,
    /// A workbook (`.xlsx`, `.xls`, `.ods`).
    Spreadsheet,
    /// A web page.
    WebPage,
    /// A plan file of this program: JSON, which the caller reads.
    Plan,
}

/// How a file of before 2007 begins, and a locked one of later.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];
/// How a packed file begins.
const PACKED: &[u8; 4] = b"PK\x03\x04";
/// How one with nothing in it begins.
const EMPTY_PACK: &[u8; 4] = b"PK\x05\x06";
/// So far into a file its first words are looked for, in bytes.
const HEAD: usize = 1024;

fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..HEAD).unwrap_or(bytes)
}

fn has(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// Whether these are the bytes of something that text is packed in.
pub fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(&COMPOUND)
        || bytes.starts_with(PACKED)
        || bytes.starts_with(EMPTY_PACK)
        || has(head(bytes), b"%PDF-")
}

/// The encoding that a web page says it is in. One that begins with a mark of its encoding is in that, whatever it says.
pub fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head(bytes)).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let after = head.split_once("charset=")?.1.trim_start_matches(['"', '\'']);
    let name: String = after.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    Some(if name == "gb2312" || name == "gbk" { "gb18030".to_owned() } else { name })
}

/// What a text is.
///
/// # Errors
/// [`Unread`] says what it is instead.
pub fn of_text(text: &str) -> Result<Kind, Unread> {
    let head: String = text.trim_start().chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|words| head.starts_with(words));
    if head.contains('\0') {
        Err(Unread::Unknown)
    } else if begins(&["{\\rtf"]) {
        Err(Unread::Rtf)
    } else if begins(&["{"]) && head.contains("\"yaodian-plan\"") {
        Ok(Kind::Plan)
    } else if begins(&["{"]) && head.contains("\"format\":\"yaodian-") {
        Err(Unread::NoPlan)
    } else if begins(&["mime-version:"])
        || head.contains("<?mso-application")
        || head.contains("schemas-microsoft-com:office:spreadsheet\"") && begins(&["<?xml"])
    {
        Err(Unread::Packed)
    } else if begins(&["<!doctype html", "<html", "<head", "<body", "<table", "<meta"])
        || begins(&["<"]) && head.contains("<html")
    {
        Ok(Kind::WebPage)
    } else if csv::is_table(text) {
        Ok(Kind::Table)
    } else {
        Ok(Kind::Text)
    }
}

/// Whether these are the bytes of files packed into one, and of no office file, which is packed, too.
#[cfg(feature = "office")]
pub fn is_pack(bytes: &[u8]) -> bool {
    let parts = ["[Content_Types].xml", "mimetype", "content.xml", "_rels/.rels"];
    let of_office = |archive: Archive| parts.iter().any(|part| archive.has(part));
    bytes.starts_with(EMPTY_PACK)
        || bytes.starts_with(PACKED) && Archive::open(bytes).is_ok_and(|archive| !of_office(archive))
}

/// Something that text is packed in, open.
#[cfg(feature = "office")]
pub enum Container<'a> {
    /// A Word document, and the name of its main part.
    Word(Archive<'a>, String),
    /// A workbook of Excel.
    Workbook(Archive<'a>),
    /// An open document's workbook.
    OpenSheet(Archive<'a>),
    /// A workbook of before 2007: the stream with all that is in it.
    OldWorkbook(Vec<u8>),
    /// Nothing of these: a text.
    None,
}

/// What the bytes are packed as.
#[cfg(feature = "office")]
pub fn container(bytes: &[u8]) -> Result<Container<'_>, Unread> {
    if bytes.starts_with(&COMPOUND) {
        return old(bytes);
    }
    if has(head(bytes), b"%PDF-") {
        return Err(Unread::Pdf);
    }
    if !bytes.starts_with(PACKED) {
        return Ok(Container::None);
    }
    let mut archive = Archive::open(bytes)?;
    if let Some(document) = word_document(&mut archive)? {
        Ok(Container::Word(archive, document))
    } else if archive.has("xl/workbook.bin") {
        Err(Unread::BinaryWorkbook)
    } else if archive.has("xl/workbook.xml") {
        Ok(Container::Workbook(archive))
    } else if archive.has("content.xml") && archive.has("mimetype") {
        let mimetype = archive.part("mimetype")?.unwrap_or_default();
        if mimetype.contains("spreadsheet") {
            Ok(Container::OpenSheet(archive))
        } else if mimetype.contains("opendocument.text") {
            Err(Unread::OpenText)
        } else {
            Err(Unread::Unknown)
        }
    } else if archive.has("[Content_Types].xml") && !archive.has("ppt/presentation.xml") {
        Err(Unread::Damaged)
    } else {
        Err(Unread::Unknown)
    }
}

/// The main part of a Word document, if the archive is one. Some programs call it otherwise, and say so in its relations.
#[cfg(feature = "office")]
fn word_document(archive: &mut Archive) -> Result<Option<String>, Unread> {
    const USUAL: &str = "word/document.xml";
    if archive.has(USUAL) {
        return Ok(Some(USUAL.to_owned()));
    }
    let relations = archive.tree("_rels/.rels")?;
    let all = relations.child("Relationships");
    let main = all
        .iter()
        .flat_map(|all| all.all("Relationship"))
        .find(|one| one.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")));
    let target = main.and_then(|main| main.attribute("Target")).map(|name| name.trim_start_matches('/').to_owned());
    Ok(target.filter(|name| name.starts_with("word/") && archive.has(name)))
}

/// A file of before 2007, or a locked one, by the names of its streams.
#[cfg(feature = "office")]
fn old(bytes: &[u8]) -> Result<Container<'static>, Unread> {
    let file = Compound::open(bytes);
    // Of a file that cannot be opened the names may still stand in it.
    let has = |name: &str| file.as_ref().map_or_else(|_| compound::mentions(bytes, name), |file| file.has(name));
    if has("EncryptedPackage") {
        Err(Unread::Encrypted)
    } else if has("WordDocument") {
        Err(Unread::OldWord)
    } else if has("Workbook") || has("Book") {
        let file = file.as_ref().map_err(|why| *why)?;
        file.stream("Workbook").or_else(|_| file.stream("Book")).map(Container::OldWorkbook)
    } else if has("CONTENTS") || has("MatOST") || has("WpsContent") {
        Err(Unread::Wps)
    } else {
        Err(file.err().unwrap_or(Unread::Unknown))
    }
}
