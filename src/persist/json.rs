//! JSON as a plain value, from which every saved form is read, and the writing of a JSON string.
//!
//! One reader serves all forms, natively and in the page. A derived reader is a function of its own for every type, and all
//! of them would be sent to every visitor. Strings and numbers borrow from the text where possible. Objects are lists in the
//! order of the file: they are short enough to be searched from end to end.

mod number;
mod parse;

use std::borrow::Cow;

/// A JSON value that borrows from its text.
#[derive(Debug)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number as written; it is parsed when asked for.
    Number(&'t str),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Json<'t>>),
    /// An object, in the order of the file.
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

impl<'t> Json<'t> {
    /// The string; `None` for any other value.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The truth value; `None` for any other value.
    pub fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// The items of an array; `None` for any other value.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The fields of an object, in the order of the file; `None` for any other value.
    pub fn object(&self) -> Option<&[(Cow<'t, str>, Self)]> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// The whole number from 0; `None` for any other value.
    pub fn whole(&self) -> Option<u64> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The whole number, which may be below 0; `None` for any other value.
    pub fn step(&self) -> Option<i64> {
        if let Self::Number(number) = self { number::whole(number) } else { None }
    }

    /// The float nearest to the number; `None` for any other value.
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(number::real(number)) } else { None }
    }

    /// The fields with these names, `None` for a missing one; `None` altogether if the value is no object, or has one of them
    /// twice.
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

/// Appends a string as JSON.
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
