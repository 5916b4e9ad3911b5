//! Finds the literal times by which something is due: `2021年6月底前`, `到2025年`, `年底前`.

use super::since;
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{
    BEFORE_NO_NUMBER, COMMAS, RANGE_DASHES, closes_bracket, digit, is_break, is_numeral, is_space,
};
use crate::reader::lexicon::quantities::COMPLETING;
use crate::reader::lexicon::times::{
    AFTER, AHEAD, AND_YEARS, AS_OF, BEFORE, BEFORE_TIME, BY, DAY, DUE, ENDS_OF_TIME, EVERY, EVERY_TIME, FINISHED,
    FOR_EVER, FOR_EVER_START, MONTH, MOVING, NOT_BEFORE, NOT_OF_SEASON, NOT_SEASON, NOT_THIS_YEAR, NOT_WITHIN,
    NOTHING_TO_DO, PARTS, PARTS_OF_THIS_YEAR, PARTS_OF_YEAR, PAST, QUARTERS, REACHING, SEASON_STARTS, SEASONS,
    SPANNING, TAKING, THERE, THIS, THIS_AND_NEXT, TIME, UNTIL, WITHIN, WITHIN_YEARS, YEAR,
};
use crate::reader::lexicon::{ends, holds, longest_end, longest_start, starts};
use crate::reader::text::scan::{Depth, chars_in};
use crate::reader::text::times::{FIRST_YEAR, Scan, TWO};

/// What stands behind 年 in 2025年度.
const OF_YEAR: char = '度';
/// In so many characters at the start of a text its year is looked for, and is none later than this.
const LONGEST_HEAD: usize = 300;
const LAST_YEAR: u32 = 2100;
/// The character that begins what is counted from a day.
const FROM: char = '之';
/// The characters that begin a quarter or a half of a year.
const QUARTER: [char; 7] = ['第', '一', '二', '三', '四', '上', '下'];

/// The unit of a share that is reached by then.
const SHARE: [char; 2] = ['%', '％'];
/// More years than these are no time within which something is to be done.
const LONGEST_TIME: u32 = 30;

/// The deadlines in running text, in order. Dates that only say when something was or holds (`2020年数据`) are
/// not among them: a deadline says 前, begins with 到, or stands before a verb that completes. `text` is simplified.
pub fn find(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut skip = span.begins();
    // The last character that is no white space, and where it stands.
    let (mut before, mut place) = (' ', span.begins());
    for (at, c) in chars_in(text, span) {
        depth.step(c);
        if at >= skip && !depth.quoted() {
            let here = Time { scan: Scan { text, at, end: span.ends() }, begins: at, before };
            let found = if digit(c).is_some() {
                let begun = digit(before).is_some() || BEFORE_NO_NUMBER.contains(&before);
                let start = || if before == BY { place } else { at - near(text, span, at) };
                let whole = here.through().or_else(|| here.dated()).or_else(|| here.years_through());
                let dated = whole.map(|end| (start(), end));
                dated.or_else(|| here.in_years(span)).filter(|_| !begun)
            } else if QUARTER.contains(&c) || is_numeral(c) || c == TWO {
                here.in_years(span).or_else(|| here.quarter().map(|end| (at, end)))
            } else if c == YEAR {
                here.this_year().map(|end| (at - near(text, span, at), end))
            } else if c == FROM || c == AFTER {
                since::counted(text, span, at)
            } else if c == EVERY {
                here.recurring().map(|end| (at, end))
            } else if c == FOR_EVER_START {
                here.for_ever().map(|end| (at, end))
            } else {
                None
            };
            // 五一前, 上冻前 begin as numerals and halves of a year do.
            let season = || SEASON_STARTS.contains(&c).then(|| here.season().map(|end| (at, end))).flatten();
            let found = found.or_else(season);
            if let Some((start, end)) = found {
                out.push(Span::new(start, end));
                skip = end;
            }
        }
        if !is_space(c) {
            (before, place) = (c, at);
        }
    }
    out
}

/// How long the word is before a time that says of which year: 今 of 今年底前, 明年 of 明年6月底前.
fn near(text: &str, span: Span, at: usize) -> usize {
    let before = Span::new(span.begins(), at).of(text);
    let whole = longest_end(before, THIS);
    let half = || THIS.iter().filter_map(|word| word.strip_suffix(YEAR)).find(|word| before.ends_with(word));
    whole.or_else(half).map_or(0, str::len)
}

/// A time in running text, from where it may begin.
#[derive(Clone, Copy)]
struct Time<'a> {
    scan: Scan<'a>,
    /// Where it may begin.
    begins: usize,
    /// The character in front of it.
    before: char,
}

impl Time<'_> {
    /// The end of a deadline that begins with a year or a month: 2021年6月底前, 6月底前, 2021年6月底完成.
    fn dated(mut self) -> Option<usize> {
        let first = self.scan.number()?;
        let year = self.scan.mark(YEAR);
        let mut month = false;
        if year {
            if first < FIRST_YEAR {
                return None;
            }
            // 2025年80%以上 has no month.
            let mut next = self.scan;
            month = next.number().is_some() && next.mark(MONTH);
            if month && !next.day() {
                return None;
            }
            self.scan = if month { next } else { self.scan };
            if !month && self.season_next() {
                return Some(self.scan.at);
            }
        } else if !(self.scan.mark(MONTH) && self.scan.day()) {
            return None;
        }
        let part = self.scan.part();
        let ago = self.scan.word(BEFORE);
        if ago && (self.scan.rest().starts_with(NOT_BEFORE) || self.there()) {
            return None;
        }
        if ago || (year && self.scan.word(WITHIN)) {
            return Some(self.scan.at);
        }
        if year && self.before == BY {
            self.further_years();
        }
        let reached = year && self.reached() && !self.moved();
        let ahead = year && !month && !part && (self.ahead() || self.sets());
        let due = ahead || (part || (year && month)) && self.due() && !matches!(self.before, UNTIL | '自' | '从');
        (reached || due).then_some(self.scan.at)
    }

    /// The end of a time from a day, a month or a year to another one, at the head of a clause that says what is done in it:
    /// 2024年3月至10月，开展培训.
    fn through(mut self) -> Option<usize> {
        if self.before.is_alphanumeric() || !self.scan.date() {
            return None;
        }
        if !(self.scan.mark(BY) || RANGE_DASHES.iter().any(|dash| self.scan.mark(*dash))) {
            return None;
        }
        if !self.scan.date() {
            // 3月1日至15日.
            let day = self.scan.number().is_some() && self.scan.mark(DAY);
            if !day {
                return None;
            }
        }
        let rest = self.scan.rest().trim_start();
        let does = rest.starts_with(COMMAS) || starts(rest, COMPLETING);
        (does && !holds(self.scan.clause(), PAST) && !self.is_before_plan()).then_some(self.scan.at)
    }

    /// The end of years through which something is reached, at the head of a sentence: 2022—2025年，新增就业5万人.
    fn years_through(mut self) -> Option<usize> {
        let first = self.scan.number().filter(|year| *year >= FIRST_YEAR)?;
        let _ = self.scan.mark(YEAR);
        let dash = self.scan.rest().chars().next().filter(|c| RANGE_DASHES.contains(c))?;
        self.scan.at += dash.len_utf8();
        let last = self.scan.number().filter(|year| *year > first && self.scan.mark(YEAR));
        let ends = last.is_some() && (self.scan.rest().starts_with(COMMAS) || starts(self.scan.rest(), COMPLETING));
        (ends && !self.before.is_alphanumeric() && self.scan.rest().contains(|c| digit(c).is_some()))
            .then_some(self.scan.at)
    }

    /// The end of a time that comes again and again: 每月25日前, 每季度末.
    fn recurring(mut self) -> Option<usize> {
        if !self.scan.word(EVERY_TIME) {
            return None;
        }
        let mut day = self.scan;
        if day.number().is_some() && day.mark(DAY) {
            self.scan = day;
        } else if self.season_next() || self.scan.word(ENDS_OF_TIME) {
            return Some(self.scan.at);
        } else if !self.scan.date() {
            return None;
        }
        self.scan.word(BEFORE).then_some(self.scan.at)
    }

    /// The end of a time that closes a clause and has no end: 专项行动长期坚持。
    fn for_ever(mut self) -> Option<usize> {
        let closes = |c: char| is_break(c) || closes_bracket(c);
        (self.scan.word(&[FOR_EVER]) && self.scan.rest().trim_start().chars().next().is_none_or(closes))
            .then_some(self.scan.at)
    }

    /// The end of a time of the year that is known by what comes in it: 汛前.
    fn season(mut self) -> Option<usize> {
        (!NOT_OF_SEASON.contains(&self.before) && self.season_next()).then_some(self.scan.at)
    }

    /// Whether such a time comes next; it is passed over.
    fn season_next(&mut self) -> bool {
        let start = self.scan.at;
        let found = self.scan.word(SEASONS) && !self.scan.rest().starts_with(NOT_SEASON);
        if !found {
            self.scan.at = start;
        }
        found
    }

    /// The end of a deadline in the year that the plan is for: 年底前, 年内. Not in the middle of 2021年底前, which begins with
    /// its number, nor one of several years: 三年内, 近年内, 每年底.
    fn this_year(mut self) -> Option<usize> {
        let other = digit(self.before).is_some() || is_numeral(self.before) || NOT_THIS_YEAR.contains(self.before);
        if other || !self.scan.mark(YEAR) {
            return None;
        }
        if self.scan.word(WITHIN) {
            return (!self.scan.rest().starts_with(NOT_WITHIN)).then_some(self.scan.at);
        }
        let part = self.scan.word(PARTS_OF_THIS_YEAR);
        (part && (self.scan.word(BEFORE) || self.reached() || self.due() || self.aims())).then_some(self.scan.at)
    }

    /// Whether its clause says what is reached by then: 力争今年底转化率超过50%, 年末覆盖率达到90%.
    fn aims(&self) -> bool {
        let clause = self.scan.clause();
        holds(clause, REACHING) && clause.chars().any(|c| digit(c).is_some())
    }

    /// A number of years within which something is to be done, with the verb before it: 5年内重点引进, 用两年时间. Not one that
    /// somebody must have been without fault, nor one that he is given something for.
    fn in_years(mut self, span: Span) -> Option<(usize, usize)> {
        if is_numeral(self.before) {
            return None;
        }
        let years = self.years()?;
        let words = Span::new(span.begins(), self.begins).of(self.scan.text).trim_end();
        if words.ends_with(THIS_AND_NEXT) {
            return Some((self.begins - THIS_AND_NEXT.len(), self.scan.at));
        }
        if self.scan.word(WITHIN_YEARS) {
            let fresh = !self.before.is_alphanumeric() || ends(words, BEFORE_TIME) || ends(words, TAKING);
            let given = self.scan.rest().starts_with(NOT_WITHIN) || starts(self.scan.rest(), NOTHING_TO_DO);
            return (fresh && years <= LONGEST_TIME && !given).then_some((self.begins, self.scan.at));
        }
        let verb = longest_end(words, TAKING)?;
        (self.scan.word(TIME) && years <= LONGEST_TIME).then(|| (self.begins - verb.len(), self.scan.at))
    }

    /// A number of years, of 3-5年 the greater.
    fn years(&mut self) -> Option<u32> {
        let mut years = self.scan.count()?;
        let mut next = self.scan;
        if next.rest().starts_with(RANGE_DASHES) {
            next.at += next.rest().chars().next().map_or(0, char::len_utf8);
            self.scan = next;
            years = self.scan.count()?;
        }
        self.scan.mark(YEAR).then_some(years)
    }

    /// The end of a quarter or a half of a year before which something is due: 三季度前.
    fn quarter(mut self) -> Option<usize> {
        let begun =
            is_numeral(self.before) || digit(self.before).is_some() || self.before == YEAR || self.before == '第';
        if begun || !self.scan.word(QUARTERS) {
            return None;
        }
        self.scan.word(PARTS);
        let due = self.scan.word(BEFORE) || self.scan.word(WITHIN) || self.due();
        due.then_some(self.scan.at)
    }

    /// Takes further years in: 到2022年和2030年.
    fn further_years(&mut self) {
        let mut next = self.scan;
        while next.word(AND_YEARS) && next.number().is_some_and(|year| year >= FIRST_YEAR) && next.mark(YEAR) {
            next.word(PARTS_OF_YEAR);
            self.scan = next;
        }
    }

    /// Whether a word before it makes it a deadline by itself.
    fn reached(&self) -> bool {
        matches!(self.before, BY | UNTIL) && !ends(Span::new(0, self.begins).of(self.scan.text).trim_end(), AS_OF)
    }

    /// Whether what stands behind it says that something is done by then.
    fn due(&self) -> bool {
        let before = Span::new(0, self.begins).of(self.scan.text).trim_end();
        if ends(before, AS_OF) {
            return false;
        }
        let rest = self.scan.rest().trim_start().trim_start_matches(COMMAS);
        // 11月底100%竣工.
        let share = || rest.trim_start_matches(|c| digit(c).is_some()).strip_prefix(SHARE);
        starts(rest, DUE) || share().is_some_and(|rest| starts(rest, DUE))
    }

    /// Whether a year by itself begins a clause that says what comes in it: 2021年全面推广. 2021年建成的小区 tells what was.
    fn ahead(&self) -> bool {
        let begins = !self.before.is_alphanumeric();
        let rest = self.scan.rest().trim_start().trim_start_matches(COMMAS);
        begins && starts(rest, AHEAD)
    }

    /// Whether a year by itself begins a clause that says what is done or reached in it: 2025年覆盖率达到90%; 2025年，关停3家.
    fn sets(&self) -> bool {
        let rest = self.scan.rest().trim_start();
        let comma = rest.starts_with(COMMAS);
        let clause = self.scan.clause();
        let done = starts(rest, DUE).then(|| longest_start(rest, DUE)).flatten();
        let done = done.is_some_and(|verb| !rest[verb.len()..].starts_with(['的', '了']));
        let fresh = comma && matches!(self.before, '。' | '；' | ';' | ' ');
        let counted = || holds(clause, COMPLETING) && clause.contains(|c| digit(c).is_some());
        let sets = done || fresh || self.aims() || holds(clause, FINISHED) || counted();
        let itself = !self.before.is_alphanumeric() && !rest.starts_with(OF_YEAR);
        itself && sets && !holds(clause, PAST) && !self.is_before_plan()
    }

    /// Whether a year is over when the text was written, of which the first year in its head tells.
    fn is_before_plan(&self) -> bool {
        let mut scan = Scan { at: self.begins, ..self.scan };
        let year = scan.number();
        let head = chars_in(self.scan.text, Span::new(0, self.begins)).take(LONGEST_HEAD);
        let mut before = ' ';
        for (at, c) in head {
            if digit(c).is_some() && digit(before).is_none() {
                let mut scan = Scan { at, ..self.scan };
                if let Some(written) = scan.number().filter(|year| (FIRST_YEAR..LAST_YEAR).contains(year)) {
                    return year.is_some_and(|year| (FIRST_YEAR..written).contains(&year));
                }
            }
            before = c;
        }
        false
    }

    /// Whether a time says only since when something is there: 2000年前建成的小区.
    fn there(&self) -> bool {
        let verb = longest_start(self.scan.rest(), THERE);
        verb.is_some_and(|verb| self.scan.rest()[verb.len()..].chars().take(4).any(|c| c == '的'))
    }

    /// Whether the word before it moves a date, or ends a span of time: 延长至3月底, 3月至6月.
    fn moved(&self) -> bool {
        let before = Span::new(0, self.begins).of(self.scan.text).trim_end().chars().rev().nth(1);
        self.before == UNTIL
            && before.is_some_and(|c| MOVING.contains(c) || digit(c).is_some() || SPANNING.contains(&c))
    }
}
