//! JSON as a plain value: what every saved form is read from, and how a string of it is written.
//!
//! One reader serves all forms, natively and in the page. A derived one is a function of its own for every type, and each of them
//! travels to every visitor. Strings and numbers stay where they stand in the text as long as they can; objects are lists in
//! the order of the file: short ones are searched from end to end.

mod number;
mod parse;

use std::borrow::Cow;

/// A value, of a text that lives as long as it does.
#[derive(Debug)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number as it is written: it is made of its digits when it is asked for.
    Number(&'t str),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Json<'t>>),
    /// An object, in the order of the file.
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

impl<'t> Json<'t> {
    /// The value of a text.
    ///
    /// # Errors
    /// Where the text stops being JSON: line, and column in bytes, from 1. What no float can hold is no number.
    pub fn parse(text: &'t str) -> Result<Self, (usize, usize)> {
        parse::parse(text)
    }

    /// The string.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Yes or no.
    pub fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// The items of an array.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The fields of an object, in the order of the file.
    pub fn object(&self) -> Option<&[(Cow<'t, str>, Self)]> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// The whole number from 0.
    pub fn whole(&self) -> Option<u64> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The whole number, be it below 0.
    pub fn step(&self) -> Option<i64> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The float nearest to the number.
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(number::real(number)) } else { None }
    }

    /// The fields of these names; `None` if this is no object, or has one of them twice.
    pub fn fields<const N: usize>(&self, names: [&str; N]) -> Option<[Option<&Self>; N]> {
        let mut found = [None; N];
        self.find(&names, &mut found).map(|()| found)
    }

    fn find<'a>(&'a self, names: &[&str], found: &mut [Option<&'a Self>]) -> Option<()> {
        for (name, value) in self.object()? {
            let place = names.iter().position(|known| known == name).and_then(|i| found.get_mut(i));
            if place.is_some_and(|place| place.replace(value).is_some()) {
                return None;
            }
        }
        Some(())
    }
}

/// Adds a string as JSON.
pub fn put(text: &mut String, string: &str) {
    text.push('"');
    for c in string.chars() {
        let letter = match c {
            '"' | '\\' => c,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\0'..' ' => {
                text.push_str("\\u00");
                text.extend([c as u32 >> 4, c as u32 & 15].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
                continue;
            }
            _ => {
                text.push(c);
                continue;
            }
        };
        text.push('\\');
        text.push(letter);
    }
    text.push('"');
}
