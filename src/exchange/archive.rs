//! The parts of a packed office file, and how much may come out of it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::xml::{Node, parse};
use crate::domain::fault::Unread;

/// The most that one part may unpack to, in bytes.
const LARGEST_PART: u64 = 48 << 20;
/// The most that all parts which are read may unpack to, in bytes.
pub(super) const LARGEST_WHOLE: u64 = 96 << 20;
/// How many times its packed size a part above [`SMALL`] may be. Word's own XML comes to 20 or 30.
const RATIO: u64 = 200;
/// Below this a part is never out of proportion, in bytes.
const SMALL: u64 = 4 << 20;
/// The most tags in all parts which are read.
const MOST_TAGS: usize = 8_000_000;
/// The most parts.
const MOST_PARTS: usize = 10_000;
/// What some programs begin a text in UTF-8 with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A packed file, open.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Opens it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
        if zip.len() > MOST_PARTS { Err(Unread::TooMuch) } else { Ok(Self { zip }) }
    }

    /// Whether it has a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// A part as text, or nothing if there is none of this name. What counts is what comes out, not the size that it claims.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unread> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.unpack(index, |piece| bytes.extend_from_slice(piece))?;
        if bytes.starts_with(MARK) {
            bytes.drain(..MARK.len());
        }
        String::from_utf8(bytes).map(Some).map_err(|_| Unread::Damaged)
    }

    /// The names of its files as they stand in it, in whatever encoding, each with its place; folders are left out.
    pub fn files(&mut self) -> Vec<(usize, Vec<u8>)> {
        let count = self.zip.len();
        let name = |index| {
            let file = self.zip.by_index_raw(index).ok().filter(|file| !file.is_dir())?;
            Some((index, file.name_raw().to_vec()))
        };
        (0..count).filter_map(name).collect()
    }

    /// The file at a place.
    pub fn file(&mut self, index: usize) -> Result<Vec<u8>, Unread> {
        let mut bytes = Vec::new();
        self.unpack(index, |piece| bytes.extend_from_slice(piece))?;
        Ok(bytes)
    }

    /// A part as a tree, an empty one if there is none of this name.
    pub fn tree(&mut self, name: &str) -> Result<Node, Unread> {
        self.part(name)?.map_or_else(|| Ok(Node::default()), |part| parse(&part))
    }

    /// Unpacks every part whose name ends so, and keeps nothing of it: whether what reads them next may do so.
    pub fn check(&mut self, ends: &[&str]) -> Result<(), Unread> {
        let (mut whole, mut tags) = (0, 0);
        for index in 0..self.zip.len() {
            let name = self.zip.name_for_index(index).and_then(Result::ok);
            let is_read = name.is_some_and(|name| {
                name.rsplit_once('.').is_some_and(|(_, end)| ends.iter().any(|one| end.eq_ignore_ascii_case(one)))
            });
            if !is_read {
                continue;
            }
            whole += self.unpack(index, |piece| tags += piece.split(|byte| *byte == b'<').count() - 1)?;
            if whole > LARGEST_WHOLE {
                return Err(Unread::Bomb);
            }
            if tags > MOST_TAGS {
                return Err(Unread::TooMuch);
            }
        }
        Ok(())
    }

    /// Unpacks a part, piece by piece. Returns its size.
    fn unpack(&mut self, index: usize, mut take: impl FnMut(&[u8])) -> Result<u64, Unread> {
        let mut file = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => Unread::Encrypted,
            _ => Unread::Damaged,
        })?;
        let most = LARGEST_PART.min(SMALL.max(file.compressed_size().saturating_mul(RATIO)));
        let mut piece = vec![0; 1 << 16];
        let mut size = 0;
        loop {
            let length = file.read(&mut piece).map_err(|_| Unread::Damaged)?;
            if length == 0 {
                return Ok(size);
            }
            size += length as u64;
            if size > most {
                return Err(Unread::Bomb);
            }
            take(&piece[..length]);
        }
    }

    /// Some programs write backslashes into the names.
    fn index(&self, name: &str) -> Option<usize> {
        self.zip.index_for_name(name).or_else(|| self.zip.index_for_name(&name.replace('/', "\\")))
    }
}
