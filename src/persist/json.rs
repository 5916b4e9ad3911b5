//! JSON as a plain value, from which the saved forms are read by hand.
//!
//! A derived reader is a function of its own for every type, and each of them travels to every visitor. Here one
//! reader serves all forms, and objects are lists in the order of the file: short ones are searched from end to end.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value.
#[derive(Debug)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number from 0.
    Whole(u64),
    /// A whole number below 0.
    Minus(i64),
    /// Any other number.
    Real(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of the file.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of a text.
    ///
    /// # Errors
    /// Where the text stops being JSON: line and column, from 1.
    pub fn parse(text: &str) -> Result<Self, (usize, usize)> {
        serde_json::from_str(text).map_err(|error| (error.line(), error.column()))
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
    pub fn object(&self) -> Option<&[(String, Self)]> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// The whole number.
    pub fn whole(&self) -> Option<u64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    /// The whole number, be it below 0.
    pub fn step(&self) -> Option<i64> {
        match self {
            Self::Whole(number) => i64::try_from(*number).ok(),
            Self::Minus(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, as near as it can be kept.
    #[allow(clippy::cast_precision_loss)] // as for every number that is not whole
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Minus(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// The fields of these names; `None` if this is no object, or has one of them twice.
    pub fn fields<const N: usize>(&self, names: [&str; N]) -> Option<[Option<&Self>; N]> {
        let mut found = [None; N];
        self.find(&names, &mut found).map(|_| found)
    }

    /// The same into a place for each name, and whether the object has no other fields.
    pub fn find<'a>(&'a self, names: &[&str], found: &mut [Option<&'a Self>]) -> Option<bool> {
        let Self::Object(fields) = self else { return None };
        let mut complete = true;
        for (name, value) in fields {
            let place = names.iter().position(|known| known == name).and_then(|i| found.get_mut(i));
            match place {
                Some(Some(_)) => return None,
                Some(place) => *place = Some(value),
                None => complete = false,
            }
        }
        Some(complete)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

/// The name under which `serde_json` hands out a number as it is written, where it is asked to (in the page).
const NUMBER: &str = "$serde_json::private::Number";

/// A number as it is written.
fn written(number: &str) -> Json {
    if let Ok(whole) = number.parse() {
        return Json::Whole(whole);
    }
    number.parse().map_or_else(|_| Json::Real(real(number)), Json::Minus)
}

/// A decimal number, as near as its digits and its power of ten come.
fn real(number: &str) -> f64 {
    let (sign, plain) = number.strip_prefix('-').map_or((1.0, number), |plain| (-1.0, plain));
    let (digits, power) = plain.split_once(['e', 'E']).unwrap_or((plain, "0"));
    let power: i32 = power.trim_start_matches('+').parse().unwrap_or(0);
    let (mut value, mut power, mut after_point) = (0.0, power.clamp(-400, 400), 0);
    for c in digits.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                value = value * 10.0 + f64::from(digit);
                power -= after_point;
            }
            None => after_point = 1,
        }
    }
    let by = (0..power.unsigned_abs()).fold(1.0, |by, _| by * 10.0);
    sign * if power < 0 { value / by } else { value * by }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Minus(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Real(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(match object.as_slice() {
            [(name, Json::Text(number))] if name == NUMBER => written(number),
            _ => Json::Object(object),
        })
    }
}
