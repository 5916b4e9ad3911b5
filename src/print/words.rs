//! Words around numbers and dates, as papers write them.

use crate::domain::calendar::{iso_day, parse_iso_date};
use crate::domain::rounds::RoundId;
use crate::text::paper::PaperWords;

/// Writes `2021-09-30` as 2021年9月30日, and any other text as it is.
pub(super) fn date_words(date: &str, words: &PaperWords) -> String {
    let [year_word, month_word, day_word] = words.empty_date;
    parse_iso_date(date).map_or_else(
        || date.to_owned(),
        |(year, month, day)| {
            [&year.to_string(), year_word, &month.to_string(), month_word, &day.to_string(), day_word].concat()
        },
    )
}

/// A round with its days: 第一季度（2021年1月1日至2021年3月31日）.
pub(super) fn round_words(name: &str, round: RoundId, words: &PaperWords) -> String {
    let [from, until] = [round.from, round.until].map(|day| date_words(&iso_day(day.into()), words));
    let [before, between, after] = words.round_days;
    [name, before, &from, between, &until, after].concat()
}

/// Puts numbers between the parts of a sentence.
pub fn between(parts: &[&str], numbers: &[usize]) -> String {
    let mut sentence = String::new();
    for (i, part) in parts.iter().enumerate() {
        sentence.push_str(part);
        if let Some(number) = numbers.get(i) {
            sentence.push_str(&number.to_string());
        }
    }
    sentence
}

/// Puts values into the gaps `{}` of a sentence, in order.
pub fn fill(sentence: &str, values: &[String]) -> String {
    let mut filled = String::new();
    for (i, part) in sentence.split("{}").enumerate() {
        if let Some(value) = i.checked_sub(1).and_then(|i| values.get(i)) {
            filled.push_str(value);
        }
        filled.push_str(part);
    }
    filled
}

/// A heading as printed: label, mark, words. Without words it is the label alone.
pub fn heading(label: &str, title: &str) -> String {
    if title.is_empty() { label.to_owned() } else { [label, mark(label), title].concat() }
}

/// A heading that its text follows on the same line: 1. 全面放開落戶限制。 Without words it is label and mark, without 。.
pub fn lead_in(label: &str, title: &str) -> String {
    if title.is_empty() { [label, mark(label)].concat() } else { heading(label, title) + "。" }
}

/// The mark between a label and what follows it.
fn mark(label: &str) -> &'static str {
    match label.chars().last() {
        None | Some(')' | '）' | '〕') => "",
        Some(c) if c.is_ascii_digit() => ". ",
        Some(_) => "、",
    }
}
