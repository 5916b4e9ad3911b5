//! Finds the literal times by which something is due: `2021年6月底前`, `到2025年`, `年底前`.

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{BEFORE_NO_NUMBER, digit, is_numeral, is_space};
use crate::reader::lexicon::times::{
    BEFORE, BY, DAY, MONTH, MOVING, NOT_BEFORE, NOT_THIS_YEAR, NOT_WITHIN, PARTS, PARTS_OF_THIS_YEAR, PARTS_OF_YEAR,
    SPANNING, UNTIL, WITHIN, YEAR,
};
use crate::reader::text::scan::{Depth, after_space, chars_in};

/// The first number that is a year: a smaller one before 年 may be a span of time.
const FIRST_YEAR: u32 = 1900;

/// The deadlines in running text, in order. Dates that only say when something was or holds (`2020年数据`) are
/// not among them: a deadline says 前, or begins with 到. `text` is simplified.
pub fn find(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut skip = span.begins();
    let mut before = ' ';
    for (at, c) in chars_in(text, span) {
        depth.step(c);
        let number = digit(c).is_some() && digit(before).is_none() && !BEFORE_NO_NUMBER.contains(&before);
        if at >= skip && !depth.quoted() && (number || c == YEAR) {
            let here = Scan { text, begins: at, at, end: span.ends(), before };
            if let Some(end) = if number { here.dated() } else { here.this_year() } {
                let start = if before == BY { at - before.len_utf8() } else { at };
                out.push(Span::new(start, end));
                skip = end;
            }
        }
        if !is_space(c) {
            before = c;
        }
    }
    out
}

/// Reads on through a text from where a deadline may begin, white space between words passed over.
struct Scan<'a> {
    text: &'a str,
    /// Where it may begin.
    begins: usize,
    /// How far it is read.
    at: usize,
    end: usize,
    /// The character in front of it.
    before: char,
}

impl Scan<'_> {
    /// The end of a deadline that begins with a year or a month: 2021年6月底前, 6月底前.
    fn dated(mut self) -> Option<usize> {
        let first = self.number()?;
        let year = self.mark(YEAR);
        if year {
            if first < FIRST_YEAR || (self.number().is_some() && !(self.mark(MONTH) && self.day())) {
                return None;
            }
        } else if !(self.mark(MONTH) && self.day()) {
            return None;
        }
        if !self.word(PARTS_OF_YEAR) {
            self.word(PARTS);
        }
        let ago = self.word(BEFORE);
        if ago && self.rest().starts_with(NOT_BEFORE) {
            return None;
        }
        if ago || (year && self.word(WITHIN)) {
            return Some(self.at);
        }
        (year && self.reached() && !self.moved()).then_some(self.at)
    }

    /// The end of a deadline in the year that the plan is for: 年底前, 年内. Not in the middle of 2021年底前, which begins with
    /// its number, nor one of several years: 三年内, 近年内, 每年底.
    fn this_year(mut self) -> Option<usize> {
        let other = digit(self.before).is_some() || is_numeral(self.before) || NOT_THIS_YEAR.contains(self.before);
        if other || !self.mark(YEAR) {
            return None;
        }
        if self.word(WITHIN) {
            return (!self.rest().starts_with(NOT_WITHIN)).then_some(self.at);
        }
        let part = self.word(PARTS_OF_THIS_YEAR);
        (part && (self.word(BEFORE) || self.reached())).then_some(self.at)
    }

    /// Whether a word before it makes it a deadline by itself.
    fn reached(&self) -> bool {
        matches!(self.before, BY | UNTIL)
    }

    /// Whether the word before it moves a date, or ends a span of time: 延长至3月底, 3月至6月.
    fn moved(&self) -> bool {
        let before = Span::new(0, self.begins).of(self.text).chars().rev().nth(1);
        self.before == UNTIL
            && before.is_some_and(|c| MOVING.contains(c) || digit(c).is_some() || SPANNING.contains(&c))
    }

    /// A day after a month, or nothing; not a broken day.
    fn day(&mut self) -> bool {
        self.number().is_none() || self.mark(DAY)
    }

    /// The rest, white space before it passed over.
    fn ahead(&self) -> Span {
        let rest = Span::new(self.at, self.end);
        rest.on_from(after_space(self.text, rest, 4))
    }

    fn rest(&self) -> &str {
        Span::new(self.at, self.end).of(self.text)
    }

    fn number(&mut self) -> Option<u32> {
        let ahead = self.ahead();
        let mut value = 0_u32;
        let mut end = ahead.begins();
        for (at, c) in chars_in(self.text, ahead).take(5) {
            let Some(d) = digit(c) else { break };
            value = value * 10 + d;
            end = at + c.len_utf8();
        }
        (end > ahead.begins()).then(|| {
            self.at = end;
            value
        })
    }

    fn mark(&mut self, mark: char) -> bool {
        let ahead = self.ahead();
        let found = ahead.of(self.text).starts_with(mark);
        if found {
            self.at = ahead.begins() + mark.len_utf8();
        }
        found
    }

    fn word(&mut self, words: &[&str]) -> bool {
        let ahead = self.ahead();
        let Some(word) = words.iter().find(|word| ahead.of(self.text).starts_with(**word)) else { return false };
        self.at = ahead.begins() + word.len();
        true
    }
}
