//! Number, issuer and date of a document, where its own words tell them.

use super::chars::{
    Bytes, chars_in, closes, digit, is_break, is_colon, is_space, length, numeral_value, opens, slice, trim, trim_by,
};
use super::head::{Head, LONGEST_TITLE_LINE, ends_as_title, is_date_line};
use super::labels::label_at;
use crate::domain::plan::Fact;

/// The first document number in a range (`东政办〔2021〕68号`), and whether it has letters before its year.
pub fn number_in(text: &str, range: Bytes) -> Option<(Bytes, bool)> {
    let mut start = range.start;
    let mut open: Option<(usize, bool)> = None;
    for (at, c) in chars_in(text, range.clone()) {
        let bracket = matches!(c, '〔' | '[' | '（' | '(' | '【' | '﹝' | '［');
        if let Some((begun, _)) = open.filter(|_| c == '号') {
            let inner = slice(text, begun..at);
            let fine = length(inner, 20) < 16
                && inner.chars().all(|c| {
                    is_space(c) || digit(c).is_some() || closes(c).is_some() || opens(c).is_some() || c == '第'
                });
            let letters = begun > start;
            let years = inner.chars().filter(|c| digit(*c).is_some()).count() >= 5;
            if fine && letters && years {
                return Some((start..at + c.len_utf8(), letters));
            }
        }
        if bracket {
            let year: String = slice(text, at + c.len_utf8()..range.end)
                .chars()
                .filter(|c| !is_space(*c))
                .take(4)
                .filter_map(|c| digit(c).and_then(|d| char::from_digit(d, 10)))
                .collect();
            let letters = slice(text, start..at).chars().any(char::is_alphabetic);
            if year.len() == 4 && (year.starts_with("20") || year.starts_with("19")) && letters {
                open = Some((at, true));
                continue;
            }
            start = at + c.len_utf8();
            open = None;
        } else if (is_space(c)
            || is_break(c)
            || matches!(c, '，' | ',' | '、' | '《' | '》')
            || (closes(c).is_some() && open.is_none()))
            && open.is_none()
        {
            start = at + c.len_utf8();
        }
    }
    None
}

/// Takes number, issuer and date from a line.
pub fn particulars(text: &str, source: &str, line: Bytes, before: Option<Bytes>, of_title: bool, head: &mut Head) {
    let words = slice(text, line.clone());
    let short = length(words, LONGEST_TITLE_LINE + 31) <= LONGEST_TITLE_LINE + 30 && !words.contains('。');
    if head.number.is_none()
        && short
        && let Some((range, _)) = number_in(text, line.clone())
    {
        let range = trim(text, range);
        head.number = Some(fact(source, range.clone(), compact(slice(source, range))));
    }
    if let Some((key, value)) = key_value(text, line.clone()) {
        if ["发布单位", "发文机关", "发布机构", "发文单位", "制定机关", "印发机关", "发布机关"].contains(&key.as_str())
        {
            head.issuer = Some(fact(source, bare(text, line.clone()), compact(slice(source, value.clone()))));
        }
        if ["颁布时间", "发布时间", "成文日期", "发布日期", "发文日期", "印发日期", "印发时间", "成文时间"]
            .contains(&key.as_str())
            && head.issued.is_none()
            && let Some(date) = date_in(text, value)
        {
            head.issued = Some(fact(source, bare(text, line.clone()), date));
        }
        return;
    }
    if !of_title && is_date_line(words) {
        if let Some(date) = date_in(text, line.clone()) {
            head.issued = Some(fact(source, line.clone(), date));
        }
        if let Some(before) = before.filter(|b| is_signature(slice(text, b.clone()))) {
            head.issuer = Some(fact(source, before.clone(), compact(slice(source, before))));
        }
    }
}

/// Whether a line can be the name of the body that signs.
pub fn is_signature(line: &str) -> bool {
    (2..=30).contains(&length(line, 31))
        && !ends_as_title(line)
        && !line.ends_with(|c: char| is_break(c) || is_colon(c))
        && !line.contains(['，', '。', '《'])
        && label_at(line, 0..line.len()).is_none()
        && opens(line.chars().next().unwrap_or(' ')).is_none()
}

/// A particular told as `key：value`.
pub fn key_value(text: &str, line: Bytes) -> Option<(String, Bytes)> {
    let line = bare(text, line);
    let (at, colon) = chars_in(text, line.clone()).take(10).find(|(_, c)| is_colon(*c))?;
    let key = slice(text, line.start..at).chars().filter(|c| !is_space(*c)).collect();
    Some((key, trim(text, at + colon.len_utf8()..line.end)))
}

/// The line without the bullet before it.
fn bare(text: &str, line: Bytes) -> Bytes {
    trim_by(text, line, |c| is_space(c) || matches!(c, '•' | '·' | '●' | '*' | '-' | '◆' | '■'))
}

/// What is said, and the words that it rests on.
pub fn fact(source: &str, basis: Bytes, value: String) -> Fact {
    Fact { value, basis: slice(source, basis).to_owned() }
}

/// The words without white space.
pub fn compact(words: &str) -> String {
    words.chars().filter(|c| !is_space(*c)).collect()
}

/// The first day of the year, or of the first of the years, that a title names: 2021年, 2021—2023年, 二〇二一年度.
pub fn first_day(text: &str, source: &str, title: Bytes) -> Option<Fact> {
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
        let is = |end: usize, marks: &str| chars.get(end).is_some_and(|(_, c)| marks.contains(*c));
        while is(end, "-—－–~～至到") {
            end += 1;
        }
        let (end, _) = year(end).unwrap_or((end, first));
        let (last, mark) = chars.get(end).filter(|_| is(end, "年"))?;
        Some((chars.get(at)?.0..last + mark.len_utf8(), first))
    };
    let (words, year) = (0..chars.len()).find_map(named)?;
    Some(fact(source, words, format!("{year}-01-01")))
}

/// Years that plans are made for.
const YEARS: std::ops::Range<u32> = 1900..2200;

fn year_digit(c: char) -> Option<u32> {
    let c = if matches!(c, '○' | 'O') { '〇' } else { c };
    digit(c).or_else(|| numeral_value(c.encode_utf8(&mut [0; 4]))).filter(|digit| *digit < 10)
}

/// The first full date in a range, as ISO 8601.
pub fn date_in(text: &str, range: Bytes) -> Option<String> {
    let words: String = slice(text, range)
        .chars()
        .take(400)
        .filter(|c| !is_space(*c))
        .map(|c| if matches!(c, '○' | 'O') { '〇' } else { c })
        .collect();
    words.match_indices('年').find_map(|(at, year)| date_around(&words[..at], &words[at + year.len()..]))
}

/// The date of which `before` ends with the year, and `after` begins with the month: 2021年7月20日. A year alone is none.
fn date_around(before: &str, after: &str) -> Option<String> {
    let (month, rest) = after.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let digits =
        |s: &str| s.chars().map(|c| digit(c).or_else(|| numeral_value(&c.to_string()))).collect::<Option<Vec<_>>>();
    let number = |s: &str| {
        s.chars()
            .all(|c| digit(c).is_some())
            .then(|| digits(s))
            .flatten()
            .map(|d| d.iter().fold(0, |n, d| n * 10 + d))
            .or_else(|| numeral_value(s))
    };
    let year: String = before.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    let year = digits(&year).filter(|d| d.len() == 4)?.iter().fold(0, |n, d| n * 10 + d);
    if month.chars().count() > 3 || day.chars().count() > 3 {
        return None;
    }
    let (month, day) = (number(month)?, number(day)?);
    (YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year}-{month:02}-{day:02}"))
}
