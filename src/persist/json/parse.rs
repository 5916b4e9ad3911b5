//! Parses a text to a JSON value. Where the text stops being JSON, the parser stays at the first wrong byte and returns nothing.

use super::{Json, number};
use std::borrow::Cow;

/// How deep lists and objects may be nested, as all code that goes through them recurses.
const DEEPEST: usize = 127;

/// A number of at least this many bytes may be too large for a float even without an exponent.
const LONG: usize = 300;

impl<'t> Json<'t> {
    /// Parses a text.
    ///
    /// # Errors
    /// Returns the line, and the column in bytes, both from 1, where the text stops being JSON. A number too large for a
    /// float is an error too.
    pub fn parse(text: &'t str) -> Result<Self, (usize, usize)> {
        parse(text)
    }
}

/// The value of a text, or the line and column, from 1, of the first wrong byte.
fn parse(text: &str) -> Result<Json<'_>, (usize, usize)> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    if let Some(value) = parser.value()
        && parser.next().is_none()
    {
        return Ok(value);
    }
    let before = text.as_bytes().get(..=parser.at).unwrap_or(text.as_bytes());
    let (mut line, mut column) = (0, 0);
    for bytes in before.split(|byte| *byte == b'\n') {
        (line, column) = (line + 1, bytes.len());
    }
    Err((line, column))
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    /// The byte at the current position.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn next(&mut self) -> Option<u8> {
        while self.take(b" \n\r\t").is_some() {}
        self.byte()
    }

    /// Consumes the byte at the current position if it is one of these.
    fn take(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = self.byte().filter(|byte| bytes.contains(byte))?;
        self.at += 1;
        Some(byte)
    }

    fn value(&mut self) -> Option<Json<'t>> {
        match self.next()? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Flag(true)),
            b'f' => self.word("false", Json::Flag(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => {
                let mut items = Vec::new();
                self.items(b"]", &mut |parser| {
                    items.push(parser.value()?);
                    Some(())
                })?;
                Some(Json::List(items))
            }
            b'{' => {
                let mut fields = Vec::new();
                self.items(b"}", &mut |parser| {
                    parser.next()?;
                    let name = parser.string()?;
                    parser.next()?;
                    parser.take(b":")?;
                    fields.push((name, parser.value()?));
                    Some(())
                })?;
                Some(Json::Object(fields))
            }
            _ => self.number(),
        }
    }

    /// Reads the items between brackets, separated by commas.
    fn items(&mut self, end: &[u8], item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        self.at += 1;
        self.next()?;
        if self.take(end).is_none() {
            loop {
                item(self)?;
                self.next()?;
                if self.take(b",").is_none() {
                    self.take(end)?;
                    break;
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Option<Json<'t>> {
        for byte in word.bytes() {
            self.take(&[byte])?;
        }
        Some(value)
    }

    fn number(&mut self) -> Option<Json<'t>> {
        let start = self.at;
        self.take(b"-");
        if self.take(b"0").is_none() {
            self.digits()?;
        }
        if self.take(b".").is_some() {
            self.digits()?;
        }
        let power = self.take(b"eE").is_some();
        if power {
            self.take(b"+-");
            self.digits()?;
        }
        let number = self.text.get(start..self.at)?;
        if (power || number.len() > LONG) && number::real(number).is_infinite() {
            self.at -= 1;
            return None;
        }
        Some(Json::Number(number))
    }

    fn digits(&mut self) -> Option<()> {
        self.digit(10)?;
        while self.digit(10).is_some() {}
        Some(())
    }

    fn digit(&mut self, base: u32) -> Option<u32> {
        let digit = char::from(self.byte()?).to_digit(base)?;
        self.at += 1;
        Some(digit)
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.take(b"\"")?;
        let mut before = String::new();
        let mut start = self.at;
        loop {
            match self.byte()? {
                end @ (b'"' | b'\\') => {
                    let plain = self.text.get(start..self.at)?;
                    self.at += 1;
                    if end == b'"' && before.is_empty() {
                        return Some(Cow::Borrowed(plain));
                    }
                    before.push_str(plain);
                    if end == b'"' {
                        return Some(Cow::Owned(before));
                    }
                    before.push(self.escaped()?);
                    start = self.at;
                }
                0..b' ' => return None,
                _ => self.at += 1,
            }
        }
    }

    /// The character that follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        Some(match self.take(b"\"\\/bfnrtu")? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.code()?;
                // Characters beyond U+FFFF are written as two surrogates.
                if code >> 10 == 0xd800 >> 10 {
                    self.take(b"\\")?;
                    self.take(b"u")?;
                    let low = self.code()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    code = 0x1_0000 + ((code - 0xd800) << 10 | low);
                }
                char::from_u32(code)?
            }
            plain => char::from(plain),
        })
    }

    fn code(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |code, _| Some(code << 4 | self.digit(16)?))
    }
}
