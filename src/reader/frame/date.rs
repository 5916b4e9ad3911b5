//! Dates that a document tells of itself: when it was issued, and from when on it is for.

use super::fact::fact;
use crate::domain::plan::Fact;
use crate::domain::span::Span;
use crate::reader::lexicon::documents::DATE_CHARACTERS;
use crate::reader::lexicon::marks::{YEAR_DASHES, digit, is_numeral, is_space, numeral_value, zero};
use crate::reader::lexicon::times::{DAY, MONTH, YEAR};
use crate::reader::text::scan::{chars_in, length};

/// Years that plans are made for.
const YEARS: std::ops::Range<u32> = 1900..2200;

/// Whether a line is a date and nothing else.
pub fn is_date_line(line: &str) -> bool {
    let fits = |c: char| digit(c).is_some() || is_numeral(c) || DATE_CHARACTERS.contains(c);
    length(line, 20) <= 15
        && line.contains(YEAR)
        && line.trim_end().ends_with(DAY)
        && line.chars().filter(|c| !is_space(*c)).all(fits)
}

/// The first day of the year, or of the first of the years, that a title names: 2021年, 2021—2023年, 二〇二一年度.
pub fn first_day(text: &str, source: &str, title: Span) -> Option<Fact> {
    let chars: Vec<(usize, char)> = chars_in(text, title).filter(|(_, c)| !is_space(*c)).collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(|(_, c)| year_digit(*c).is_some());
    // The place after a year that begins here, and the year.
    let year = |at: usize| {
        let digits = chars.get(at..at + 4)?.iter().map(|(_, c)| year_digit(*c));
        let year = digits.collect::<Option<Vec<_>>>()?.iter().fold(0, |year, digit| year * 10 + digit);
        let alone = !is_digit(at + 4) && at.checked_sub(1).is_none_or(|before| !is_digit(before));
        (alone && YEARS.contains(&year)).then_some((at + 4, year))
    };
    let named = |at: usize| {
        let (mut end, first) = year(at)?;
        while chars.get(end).is_some_and(|(_, c)| YEAR_DASHES.contains(*c)) {
            end += 1;
        }
        let (end, _) = year(end).unwrap_or((end, first));
        let marked = |end: usize| chars.get(end).filter(|(_, c)| *c == YEAR).map(|(at, mark)| at + mark.len_utf8());
        let last = marked(end)?;
        // 2025年—2027年.
        let dashes = chars.iter().skip(end + 1).take_while(|(_, c)| YEAR_DASHES.contains(*c)).count();
        let later = Some(end + 1 + dashes).filter(|_| dashes > 0).and_then(year).and_then(|(end, _)| marked(end));
        Some((Span::new(chars[at].0, later.unwrap_or(last)), first))
    };
    let (words, year) = (0..chars.len()).find_map(named)?;
    Some(fact(source, words, format!("{year}-01-01")))
}

fn year_digit(c: char) -> Option<u32> {
    let c = zero(c);
    digit(c).or_else(|| numeral_value(c.encode_utf8(&mut [0; 4]))).filter(|digit| *digit < 10)
}

/// The first full date in a span, as ISO 8601.
pub fn date_in(text: &str, span: Span) -> Option<String> {
    let words: String = span.of(text).chars().take(400).filter(|c| !is_space(*c)).map(zero).collect();
    words.match_indices(YEAR).find_map(|(at, year)| date_around(&words[..at], &words[at + year.len()..]))
}

/// The date of which `before` ends with the year, and `after` begins with the month: 2021年7月20日. A year alone is none.
fn date_around(before: &str, after: &str) -> Option<String> {
    let (month, rest) = after.split_once(MONTH)?;
    let (day, _) = rest.split_once(DAY)?;
    let year: String = before.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    let year = digits(&year).filter(|d| d.len() == 4)?.iter().fold(0, |n, d| n * 10 + d);
    if month.chars().count() > 3 || day.chars().count() > 3 {
        return None;
    }
    let (month, day) = (number(month)?, number(day)?);
    (YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year}-{month:02}-{day:02}"))
}

/// The values of words that are digits of either script and nothing else.
fn digits(words: &str) -> Option<Vec<u32>> {
    words.chars().map(|c| digit(c).or_else(|| numeral_value(c.encode_utf8(&mut [0; 4])))).collect()
}

/// The number that words are, in digits or in numerals.
fn number(words: &str) -> Option<u32> {
    let plain = words.chars().all(|c| digit(c).is_some()).then(|| digits(words)).flatten();
    plain.map(|digits| digits.iter().fold(0, |n, digit| n * 10 + digit)).or_else(|| numeral_value(words))
}
