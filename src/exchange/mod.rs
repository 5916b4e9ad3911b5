//! A file that somebody brings, to the text in it that the reader takes.
//!
//! What a file is, its content says and never its name: offices rename files, and programs save one kind under the name of another.
//! A plain text needs no library ([`plain`]). What unpacks and reads the other kinds stands behind the feature `office`: in the page
//! it is loaded when the first such file is brought.
//!
//! | kind | where |
//! |---|---|
//! | Word | `docx/`: paragraphs, automatic numbers, tables |
//! | spreadsheets | `sheets/`: `.xlsx` and `.ods` by `calamine`, `.xls` here, each to a grid (`grid.rs`) |
//! | comma-separated values | `csv.rs` |
//! | what goes out to many | `hand_out.rs`: a page with a plan in it; `pack.rs`: many files in one |
//! | forms: spreadsheets that are handed out and filled in | `forms/`, both ways |
//! | web pages, and what programs put on the clipboard | `html/` |

#[cfg(feature = "office")]
mod archive;
mod csv;
#[cfg(feature = "office")]
mod docx;
#[cfg(feature = "office")]
pub mod forms;
mod grid;
pub mod hand_out;
#[cfg(feature = "office")]
mod html;
mod kind;
mod left_out;
#[cfg(feature = "office")]
mod numerals;
#[cfg(feature = "office")]
pub mod pack;
#[cfg(feature = "office")]
mod sheets;
#[cfg(feature = "office")]
mod xml;

pub use crate::domain::fault::Unread;
#[cfg(feature = "office")]
pub use kind::is_pack;
pub use kind::{Kind, is_container, of_text};
pub use left_out::LeftOut;

/// The largest file that is looked into, in bytes.
pub const LARGEST: usize = 64 << 20;

/// The longest text that is handed on, in bytes. A plan of ten thousand measures has about two million.
const LONGEST: usize = 8 << 20;

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// What the file is.
    pub kind: Kind,
    /// Its text: a paragraph a line, the rows of tables with tabs between their cells. Of a plan file, the JSON as it is.
    pub text: String,
    /// What of the file is not in the text.
    pub left_out: LeftOut,
}

/// The encodings to try for bytes that are no office file, the likeliest first, by their names in the Encoding Standard.
pub type Encodings = fn(&[u8]) -> &'static [&'static str];

/// Reads bytes strictly in the encoding of this name, or gives nothing if a byte does not fit.
pub type Decode<'a> = &'a dyn Fn(&str, &[u8]) -> Option<String>;

/// The text of a file that no library is needed for; `None` if one is.
pub fn plain(bytes: &[u8], encodings: Encodings, decode: Decode) -> Option<Result<Brought, Unread>> {
    if bytes.len() > LARGEST {
        return Some(Err(Unread::TooLarge));
    }
    if kind::is_container(bytes) {
        return None;
    }
    match text(bytes, encodings, decode) {
        Ok((Kind::WebPage, _)) => None,
        Ok((kind, text)) => Some(finished(kind, text, LeftOut::default())),
        Err(why) => Some(Err(why)),
    }
}

/// The text of a file.
///
/// # Errors
/// [`Unread`] says why there is no text.
#[cfg(feature = "office")]
pub fn text_of(bytes: &[u8], encodings: Encodings, decode: Decode) -> Result<Brought, Unread> {
    if bytes.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    let (kind, (text, left_out)) = match kind::container(bytes)? {
        kind::Container::Word(mut archive, document) => (Kind::Word, docx::text(&mut archive, &document)?),
        kind::Container::Workbook(mut archive) => (Kind::Spreadsheet, sheets::xlsx(&mut archive, bytes)?.text()?),
        kind::Container::OpenSheet(mut archive) => (Kind::Spreadsheet, sheets::ods(&mut archive, bytes)?.text()?),
        kind::Container::OldWorkbook(file) => (Kind::Spreadsheet, sheets::xls(&file)?.text()?),
        kind::Container::None => match text(bytes, encodings, decode)? {
            (Kind::WebPage, page) => return of_html(&page),
            (kind, text) => (kind, (text, LeftOut::default())),
        },
    };
    finished(kind, text, left_out)
}

/// The text of a web page, or of a piece of one from the clipboard.
///
/// # Errors
/// [`Unread`] says why there is no text.
#[cfg(feature = "office")]
pub fn of_html(page: &str) -> Result<Brought, Unread> {
    let (text, left_out) = html::text(page)?;
    finished(Kind::WebPage, text, left_out)
}

/// Whether a piece of a web page says more than its plain text does: it has a table or a list.
pub fn is_worth_reading(page: &str) -> bool {
    let has = |tag: &str| {
        page.match_indices('<').any(|(at, _)| {
            let name = page.get(at + 1..at + 1 + tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag));
            name && page[at + 1 + tag.len()..].starts_with(|c: char| c == '>' || c.is_ascii_whitespace())
        })
    };
    has("table") || has("li") || page.contains("mso-list")
}

/// Bytes that are no office file, as text, and what it is.
fn text(bytes: &[u8], encodings: Encodings, decode: Decode) -> Result<(Kind, String), Unread> {
    let declared = kind::declared(bytes).and_then(|name| decode(&name, bytes));
    let text = declared.or_else(|| encodings(bytes).iter().find_map(|name| decode(name, bytes)));
    let text = text.ok_or(Unread::Unknown)?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok((kind::of_text(&text)?, text))
}

fn finished(kind: Kind, text: String, left_out: LeftOut) -> Result<Brought, Unread> {
    let text = if kind == Kind::Table { csv::text(&text)? } else { text };
    if text.len() > LONGEST {
        Err(Unread::TooMuch)
    } else if text.trim().is_empty() {
        Err(Unread::NoText)
    } else {
        Ok(Brought { kind, text, left_out })
    }
}
