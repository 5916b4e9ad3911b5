//! Reads a time as it is printed: `2021年6月底前`, `到2025年`, `三季度`, `持续推进`.

use super::scan::{after_space, chars_in, goes_on, length, trim, trim_by};
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{
    COMMAS, RANGE_DASHES, digit, is_around_time, is_colon, is_numeral, is_space, is_stop, numeral_value,
};
use crate::reader::lexicon::times::{
    BEFORE, BEFORE_TIME, BY, DAY, DONE, FROM_THE_DAY, FROM_WHAT, MONTH, NO_PART, NOT_WITHIN, ONGOING, PARTS,
    PARTS_OF_THIS_YEAR, PARTS_OF_YEAR, QUARTERS, SINCE, SPANS, THIS, THIS_DOCUMENT, UNTIL, WITHIN, WITHIN_YEARS, YEAR,
};
use crate::reader::lexicon::{longest_start, starts};

/// The first number that is a year: a smaller one before 年 may be a span of time.
pub const FIRST_YEAR: u32 = 1900;
/// A stated time with what is to be reached by then is not longer than this.
const LONGEST_STATED: usize = 40;

/// The longest time before what is done in it, in characters.
const LONGEST_LEADING: usize = 12;
/// The longest clause behind a time, in characters.
const LONGEST_CLAUSE: usize = 120;
/// Two, as it is said of what is counted.
pub const TWO: char = '两';
/// A document is called with so many characters behind 本 at most.
const NAME_OF_DOCUMENT: usize = 6;

/// Reads on through a text from where a time may begin, white space between words passed over.
#[derive(Clone, Copy)]
pub struct Scan<'a> {
    /// The text, in simplified characters.
    pub text: &'a str,
    /// How far it is read.
    pub at: usize,
    /// Where it ends.
    pub end: usize,
}

impl<'a> Scan<'a> {
    /// What is yet to be read.
    pub fn rest(&self) -> &str {
        Span::new(self.at, self.end).of(self.text)
    }

    /// The rest of the clause, or the next one if a comma comes next; nothing if it is very long.
    pub fn clause(&self) -> &'a str {
        let behind = self.rest().trim_start_matches(|c| COMMAS.contains(&c) || is_space(c));
        let rest = Span::new(self.end - behind.len(), self.end);
        for (n, (at, c)) in chars_in(self.text, rest).enumerate() {
            if COMMAS.contains(&c) || is_stop(c) {
                return rest.up_to(at).of(self.text);
            }
            if n == LONGEST_CLAUSE {
                return "";
            }
        }
        rest.of(self.text)
    }

    /// The rest, white space before it passed over.
    fn ahead(&self) -> Span {
        let rest = Span::new(self.at, self.end);
        rest.on_from(after_space(self.text, rest, 4))
    }

    /// The number that comes next, if one does.
    pub fn number(&mut self) -> Option<u32> {
        let ahead = self.ahead();
        let (mut value, mut end) = (0_u32, ahead.begins());
        for _ in 0..5 {
            let next = if end > ahead.begins() { goes_on(self.text, ahead, end).unwrap_or(end) } else { end };
            let first = ahead.on_from(next).of(self.text).chars().next();
            let Some((c, digit)) = first.and_then(|c| Some((c, digit(c)?))) else { break };
            value = value * 10 + digit;
            end = next + c.len_utf8();
        }
        (end > ahead.begins()).then(|| {
            self.at = end;
            value
        })
    }

    /// The number that comes next in digits or in numerals, if one does: 30, 一, 两.
    pub fn count(&mut self) -> Option<u32> {
        let rest = self.rest();
        let length: usize = rest.chars().take(3).take_while(|c| is_numeral(*c) || *c == TWO).map(char::len_utf8).sum();
        if length == 0 {
            return self.number();
        }
        let value = if rest.starts_with(TWO) { Some(2) } else { numeral_value(&rest[..length]) };
        self.at += length;
        value
    }

    /// Whether a mark comes next; it is passed over.
    pub fn mark(&mut self, mark: char) -> bool {
        let ahead = self.ahead();
        let found = ahead.of(self.text).starts_with(mark);
        if found {
            self.at = ahead.begins() + mark.len_utf8();
        }
        found
    }

    /// Whether one of some words comes next; the longest that does is passed over.
    pub fn word(&mut self, words: &[&str]) -> bool {
        let ahead = self.ahead();
        let Some(word) = longest_start(ahead.of(self.text), words) else { return false };
        self.at = ahead.begins() + word.len();
        true
    }

    /// Whether a part of a year or of a month comes next; it is passed over.
    pub fn part(&mut self) -> bool {
        self.word(PARTS_OF_YEAR) || !starts(self.ahead().of(self.text), NO_PART) && self.word(PARTS)
    }

    /// A day after a month, or nothing; not a broken day.
    pub fn day(&mut self) -> bool {
        self.number().is_none() || self.mark(DAY)
    }

    /// A year, a month or a day with the parts behind it; whether there was one.
    pub fn date(&mut self) -> bool {
        let start = self.at;
        let Some(first) = self.number() else { return false };
        let dated = if self.mark(YEAR) {
            let month = self.at;
            if first >= FIRST_YEAR && !(self.number().is_some() && self.mark(MONTH) && self.day()) {
                self.at = month;
            }
            first >= FIRST_YEAR
        } else {
            self.mark(MONTH) && self.day()
        };
        if !dated {
            self.at = start;
            return false;
        }
        let _ = self.part();
        true
    }

    /// A time by itself: a date, a quarter, 今年底, 印发之日起30日; whether there was one.
    fn time(&mut self) -> bool {
        let start = self.at;
        let _ = self.mark(BY) || self.mark(UNTIL);
        if self.date() || self.word(QUARTERS) {
            return true;
        }
        if self.word(THIS) && (self.word(PARTS_OF_YEAR) || self.word(PARTS) || self.date()) {
            return true;
        }
        if self.mark(YEAR) && self.word(PARTS_OF_THIS_YEAR) {
            return true;
        }
        self.at = start;
        if let Some(end) = from_the_day(self.text, Span::new(self.at, self.end)) {
            self.at = end;
            return true;
        }
        false
    }
}

/// The end of a time that is counted from a day, if the span begins with one: 印发之日起30日内.
pub fn from_the_day(text: &str, rest: Span) -> Option<usize> {
    let mut scan = Scan { text, at: rest.begins(), end: rest.ends() };
    if scan.mark(THIS_DOCUMENT) {
        // 本意见, 本通知, 本文.
        let named = chars_in(text, scan.ahead()).take(NAME_OF_DOCUMENT).map(|(at, _)| at);
        let begins =
            |at: &usize| starts(rest.on_from(*at).of(text), FROM_WHAT) || starts(rest.on_from(*at).of(text), SINCE);
        scan.at = named.into_iter().find(begins)?;
    }
    let since = scan.word(SINCE);
    if !since {
        scan.word(FROM_WHAT);
    }
    if !since && !scan.word(&[FROM_THE_DAY]) {
        return None;
    }
    scan.count()?;
    let counted = scan.word(SPANS);
    let within = scan.word(WITHIN_YEARS);
    (counted && (within || !since)).then_some(scan.at)
}

/// The time that a clause of a statement states, if it states one and nothing else: 12月底前完成, 持续推进,
/// 6月底取得阶段性成效并持续推进. `named` says whether words name somebody.
pub fn stated(text: &str, clause: Span, named: impl Fn(&str) -> bool) -> Option<Span> {
    let clause = trim_by(text, clause, is_around_time);
    if length(clause.of(text), LONGEST_STATED + 1) > LONGEST_STATED {
        return None;
    }
    let mut scan = Scan { text, at: clause.begins(), end: clause.ends() };
    scan.word(BEFORE_TIME);
    let begins = scan.at;
    if !(scan.word(ONGOING) || scan.time()) {
        return None;
    }
    if RANGE_DASHES.iter().any(|dash| scan.mark(*dash)) {
        scan.mark('—');
        if !scan.time() {
            return None;
        }
    }
    let within = Scan { ..scan }.word(WITHIN) && !scan.rest().trim_start().chars().nth(1).is_some_and(is_of_inner);
    if !scan.word(BEFORE) && within {
        scan.word(WITHIN);
    }
    let rest = trim(text, Span::new(scan.at, clause.ends()));
    let words = rest.of(text);
    if words.is_empty() || DONE.contains(&words) {
        Some(Span::new(begins, scan.at))
    } else {
        (!named(words)).then_some(clause)
    }
}

fn is_of_inner(c: char) -> bool {
    NOT_WITHIN.contains(&c)
}

/// The time that the words of a cell begin with, before a colon, a comma or white space: 3月：备赛, 1月至4月 修订办法.
pub fn leading(text: &str, cell: Span) -> Option<Span> {
    let parts = |c: char| is_space(c) || is_colon(c) || COMMAS.contains(&c);
    let (at, _) = chars_in(text, cell).take(LONGEST_LEADING).find(|(_, c)| parts(*c))?;
    let time = cell.up_to(at);
    let dated = time.of(text).contains([YEAR, MONTH]) || starts(time.of(text), QUARTERS);
    let says = cell.on_from(at).of(text).contains(char::is_alphabetic);
    (dated && says).then(|| stated(text, time, |_| false)).flatten()
}
