//! A file that somebody brings, to the text in it that the reader takes.
//!
//! What a file is, its content says and never its name: offices rename files, and programs save one kind under the name of another.

mod archive;
mod docx;
mod kind;
mod xml;

pub use kind::Kind;

/// The largest file that is looked into, in bytes.
pub const LARGEST: usize = 100 << 20;

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// What the file is.
    pub kind: Kind,
    /// Its text: a paragraph a line, the rows of tables with tabs between their cells. Of a saved file, the JSON as it is.
    pub text: String,
    /// What of the file is not in the text.
    pub left_out: LeftOut,
}

/// How many pieces of a document are not in its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Text boxes.
    pub text_boxes: usize,
    /// References to footnotes and endnotes.
    pub footnotes: usize,
    /// Runs of hidden text.
    pub hidden: usize,
}

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// What it unpacks to is too much, or out of all proportion to its size.
    Bomb,
    /// It begins as an office file and cannot be unpacked, or a part that it needs is missing or broken.
    Damaged,
    /// It is locked with a password.
    Encrypted,
    /// A Word file of before 2007 (`.doc`), whatever its name.
    OldWord,
    /// A file of the program that wrote `.wps`, or another of that container.
    Wps,
    /// A PDF, scanned or not.
    Pdf,
    /// A spreadsheet, which is not read yet.
    Spreadsheet,
    /// A web page, which is not read yet.
    WebPage,
    /// Nothing that is known: a picture, an archive of other files, a program.
    Unknown,
    /// It can be read, and nothing is written in it.
    NoText,
}

/// The text of a file. `encodings` names those to try for bytes that are no office file, the likeliest first; `decode` reads
/// bytes strictly in one of them, by its name in the Encoding Standard, or gives nothing if a byte does not fit.
///
/// # Errors
/// [`Unread`] says why there is no text.
pub fn text_of(
    bytes: &[u8],
    encodings: impl Fn(&[u8]) -> &'static [&'static str],
    decode: impl Fn(&str, &[u8]) -> Option<String>,
) -> Result<Brought, Unread> {
    if bytes.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    let brought = if let Some(mut archive) = kind::container(bytes)? {
        let (text, left_out) = docx::text(&mut archive)?;
        Brought { kind: Kind::Word, text, left_out }
    } else {
        let text = encodings(bytes).iter().find_map(|name| decode(name, bytes)).ok_or(Unread::Unknown)?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Brought { kind: kind::of_text(&text)?, text, left_out: LeftOut::default() }
    };
    if brought.text.trim().is_empty() { Err(Unread::NoText) } else { Ok(brought) }
}
