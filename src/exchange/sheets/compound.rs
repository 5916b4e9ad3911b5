//! The container of office files of before 2007: streams with names, in sectors that are chained by a table.

use crate::domain::fault::Unread;

/// From here on the number of a sector means something else: the end of a chain, or none.
const NO_SECTOR: u32 = 0xffff_fffa;
/// A stream below this size stands in the small sectors, in bytes.
const SMALL_STREAM: usize = 4096;
/// The size of a small sector.
const SMALL_SECTOR: usize = 64;
/// The size of an entry of the directory.
const ENTRY: usize = 128;

/// A container, open.
#[derive(Debug)]
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
    entries: Vec<Entry>,
    small: Vec<u8>,
    small_next: Vec<u32>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

/// Four bytes as a number.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four))
}

/// Whether a name stands anywhere in a file, as the directory would have it.
pub fn mentions(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).chain([0, 0]).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

impl<'a> Compound<'a> {
    /// Opens it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        Self::try_open(bytes).ok_or(Unread::Damaged)
    }

    fn try_open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut out =
            Self { bytes, sector, next: Vec::new(), entries: Vec::new(), small: Vec::new(), small_next: Vec::new() };
        let sectors = bytes.len() / sector + 1;
        // The table that chains sectors stands in sectors itself: the first 109 are named in the head, the others in a chain.
        let mut tables: Vec<u32> = numbers(bytes.get(76..512)?).filter(|at| *at < NO_SECTOR).collect();
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..sectors {
            if more >= NO_SECTOR {
                break;
            }
            let named: Vec<u32> = numbers(out.at(more)?).collect();
            let (last, named) = named.split_last()?;
            tables.extend(named.iter().filter(|at| **at < NO_SECTOR));
            more = *last;
        }
        if tables.len() > sectors {
            return None;
        }
        for table in tables {
            out.next.extend(numbers(out.at(table)?));
        }
        let directory = out.chain(u32_at(bytes, 48)?)?;
        out.entries = directory.as_chunks::<ENTRY>().0.iter().filter_map(entry_of).collect();
        let root = out.entries.first()?.start;
        if root < NO_SECTOR {
            out.small = out.chain(root)?;
            out.small_next = numbers(&out.chain(u32_at(bytes, 60)?)?).collect();
        }
        Some(out)
    }

    /// Whether it has a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// A stream.
    pub fn stream(&self, name: &str) -> Result<Vec<u8>, Unread> {
        self.try_stream(name).ok_or(Unread::Damaged)
    }

    fn try_stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.find(name)?;
        let mut out = if entry.size < SMALL_STREAM { self.small_chain(entry.start)? } else { self.chain(entry.start)? };
        out.truncate(entry.size);
        Some(out)
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))
    }

    /// The last sector of a file may be cut short.
    fn at(&self, sector: u32) -> Option<&'a [u8]> {
        let start = (usize::try_from(sector).ok()?.checked_add(1)?).checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        follow(start, &self.next, self.bytes.len(), |at| self.at(at))
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        follow(start, &self.small_next, SMALL_STREAM, |at| {
            let begin = usize::try_from(at).ok()?.checked_mul(SMALL_SECTOR)?;
            self.small.get(begin..begin.checked_add(SMALL_SECTOR)?)
        })
    }
}

/// The bytes of a chain of sectors. One that runs in a circle would be longer than `most`, and is none.
fn follow<'s>(start: u32, next: &[u32], most: usize, sector: impl Fn(u32) -> Option<&'s [u8]>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut at = start;
    while at < NO_SECTOR {
        if out.len() > most {
            return None;
        }
        out.extend_from_slice(sector(at)?);
        at = *next.get(usize::try_from(at).ok()?)?;
    }
    Some(out)
}

fn entry_of(entry: &[u8; ENTRY]) -> Option<Entry> {
    let length = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(62);
    let units: Vec<u16> = entry[..length].as_chunks().0.iter().map(|two| u16::from_le_bytes(*two)).collect();
    let size = usize::try_from(u32_at(entry, 120)?).ok()?;
    Some(Entry { name: String::from_utf16_lossy(&units), kind: entry[66], start: u32_at(entry, 116)?, size })
}
