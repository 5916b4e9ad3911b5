//! The parts of a packed office file, and how much may come out of it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Unread;

/// The most that one part may unpack to, in bytes.
const LARGEST_PART: u64 = 64 << 20;
/// How many times its packed size a part above [`SMALL`] may be. Word's own XML comes to 20 or 30.
const RATIO: u64 = 200;
/// Below this a part is never out of proportion, in bytes.
const SMALL: u64 = 4 << 20;

/// A packed file, open.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Opens it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        ZipArchive::new(Cursor::new(bytes)).map(|zip| Self { zip }).map_err(|_| Unread::Damaged)
    }

    /// Whether it has a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// A part as text, or nothing if there is none of this name. What counts is what comes out, not the size that it claims.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unread> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|_| Unread::Damaged)?;
        if file.encrypted() {
            return Err(Unread::Encrypted);
        }
        let most = LARGEST_PART.min(SMALL.max(file.compressed_size().saturating_mul(RATIO)));
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| Unread::Damaged)?;
        if bytes.len() as u64 > most {
            return Err(Unread::Bomb);
        }
        String::from_utf8(bytes).map(Some).map_err(|_| Unread::Damaged)
    }

    /// Some programs write backslashes into the names.
    fn index(&self, name: &str) -> Option<usize> {
        self.zip.index_for_name(name).or_else(|| self.zip.index_for_name(&name.replace('/', "\\")))
    }
}
