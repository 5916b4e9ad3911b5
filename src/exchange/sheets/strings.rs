//! Texts in a record of an old workbook that goes on in the records behind it.

/// A record with those that continue it, read from front to back.
pub struct Pieces<'a> {
    all: Vec<&'a [u8]>,
    at: usize,
    rest: &'a [u8],
}

impl<'a> Pieces<'a> {
    /// From the first byte of the first piece on.
    pub fn new(pieces: Vec<&'a [u8]>) -> Self {
        let rest = pieces.first().copied().unwrap_or_default();
        Self { all: pieces, at: 0, rest }
    }

    fn advance(&mut self) -> Option<()> {
        self.at += 1;
        self.rest = self.all.get(self.at).copied()?;
        Some(())
    }

    /// A byte.
    pub fn byte(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.advance()?;
        }
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// Two bytes as a number.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// Passes over so many bytes.
    pub fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > self.rest.len() {
            count -= self.rest.len();
            self.advance()?;
        }
        self.rest = &self.rest[count..];
        Some(())
    }

    /// A text of so many characters behind its flags, with what says how it looks passed over.
    pub fn text(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let spoken = if flags & 4 == 0 { 0 } else { usize::try_from(self.u32()?).ok()? };
        let mut wide = flags & 1 != 0;
        let mut units = Vec::new();
        while units.len() < count {
            if self.rest.is_empty() {
                // Where the characters go on in the next record, it says anew how wide they are.
                self.advance()?;
                wide = self.byte()? & 1 != 0;
            }
            units.push(if wide { self.u16()? } else { u16::from(self.byte()?) });
        }
        self.skip(runs)?;
        self.skip(spoken)?;
        Some(String::from_utf16_lossy(&units))
    }
}
