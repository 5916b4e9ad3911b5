//! Numbers as plans print them: `2.4万人次`, `9千人以上`, `1-3个月`, `不少于两万平方米`.

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{
    RANGE_DASHES, ROUND_CLOSE, ROUND_OPEN, digit, is_numeral, is_scale, is_space, numeral_value,
};
use crate::reader::lexicon::quantities::{
    ABOUT_AFTER, AT_LEAST_AFTER, AT_LEAST_BEFORE, AT_MOST_AFTER, AT_MOST_BEFORE, BETWEEN, COAL, HALF, INSIDE,
    NOT_INSIDE, OF_TIME, QUALIFYING, REACHED, UNITS, name_follows, unit_at_start,
};
use crate::reader::lexicon::{ends, longest_end, longest_start};
use crate::reader::text::scan::{after_space, chars_in, goes_on, length};

/// A number of more digits names something, and could not be kept exactly: saved forms have floats.
const MOST_DIGITS: usize = 15;

/// The longest name of what a share is taken of, in characters.
const LONGEST_WHOLE: usize = 20;

/// How far back from a number its verb is looked for, in bytes.
pub const NEAR: usize = 600;

/// A number as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value, without 万 and 亿: those belong to the unit.
    pub value: f64,
    /// After its digits.
    pub digits_end: usize,
    /// After 万, 亿, 多, 余.
    pub end: usize,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
}

/// The number at the start of a span. Of a range (`1-3个月`) the value is the upper end.
pub fn number_at(text: &str, span: Span) -> Option<Number> {
    let first = span.of(text).chars().next()?;
    let chinese = digit(first).is_none();
    let (mut value, mut end) = if first == HALF {
        (0.5, span.begins() + HALF.len_utf8())
    } else if chinese {
        let end = chars_in(text, span).take(7).find(|(_, c)| !is_numeral(*c)).map_or(span.ends(), |(at, _)| at);
        (f64::from(numeral_value(span.up_to(end).of(text))?), end)
    } else {
        digits(text, span)?
    };
    let rest = span.on_from(end).of(text);
    if let Some(dash) = rest.chars().next().filter(|c| !chinese && RANGE_DASHES.contains(c)) {
        let upper = end + dash.len_utf8();
        let upper = upper + if span.on_from(upper).of(text).starts_with('—') { '—'.len_utf8() } else { 0 };
        (value, end) = digits(text, span.on_from(upper)).unwrap_or((value, end));
    }
    let digits_end = end;
    for (at, c) in chars_in(text, span.on_from(end)).take(6) {
        // 300万千瓦: 千 belongs to the unit.
        if is_scale(c) && unit_at_start(span.on_from(at).of(text)).is_none() {
            end = at + c.len_utf8();
        } else if !is_space(c) {
            break;
        }
    }
    Some(Number { value, digits_end, end, chinese })
}

/// Arabic digits with a decimal part and thousands separators, and where they end.
fn digits(text: &str, span: Span) -> Option<(f64, usize)> {
    let mut plain = String::new();
    let mut end = span.begins();
    let mut pending = None;
    let mut skip = end;
    for (at, c) in chars_in(text, span).take(40) {
        if at < skip {
            continue;
        }
        if let Some(next) = goes_on(text, span, at).filter(|_| !plain.is_empty()) {
            skip = next;
        } else if let Some(d) = digit(c) {
            plain.extend(pending.take().filter(|p| *p == '.'));
            plain.extend(char::from_digit(d, 10));
            end = at + c.len_utf8();
        } else if pending.is_none() && !plain.is_empty() && (matches!(c, '.' | '．' | ',') || thousands(text, span, at))
        {
            pending = Some(if c == '．' { '.' } else { c });
        } else {
            break;
        }
    }
    let count = plain.bytes().filter(u8::is_ascii_digit).count();
    plain.parse().ok().filter(|_| (1..=MOST_DIGITS).contains(&count)).map(|value| (value, end))
}

/// Whether the full-width comma here parts thousands: １，２００户. Between other digits it parts clauses.
fn thousands(text: &str, span: Span, at: usize) -> bool {
    let wide = |c: char| matches!(c, '０'..='９');
    let mut behind = span.on_from(at).of(text).chars();
    behind.next() == Some('，')
        && span.up_to(at).of(text).ends_with(wide)
        && behind.by_ref().take(3).filter(|c| wide(*c)).count() == 3
        && !behind.next().is_some_and(wide)
}

/// The unit of counting at the start of a span, a short bracket behind it included: `套（次）`.
pub fn unit_at(text: &str, span: Span) -> Option<Span> {
    let span = span.on_from(after_space(text, span, 3));
    let unit = unit_at_start(span.of(text))?;
    let end = span.begins() + unit.len();
    let rest = span.on_from(end).of(text);
    let latin = unit.ends_with(|c: char| c.is_ascii_alphabetic());
    if (latin && rest.starts_with(|c: char| c.is_ascii_alphanumeric())) || name_follows(unit, rest) {
        return None;
    }
    let mut chars = rest.chars();
    let second = match (chars.next(), chars.next(), chars.next()) {
        (Some(open), Some(inner), Some(close))
            if ROUND_OPEN.contains(&open)
                && ROUND_CLOSE.contains(&close)
                && UNITS.iter().any(|unit| unit.chars().eq([inner])) =>
        {
            open.len_utf8() + inner.len_utf8() + close.len_utf8()
        }
        _ => 0,
    };
    let end = end + second;
    Some(span.up_to(per(text, span.on_from(end)).unwrap_or(end)))
}

/// Where the time ends by which a rate is counted, at the start of a span; else where that begins: /年.
pub fn rate_end(text: &str, rest: Span) -> usize {
    let words = rest.of(text);
    let time = words.strip_prefix(['/', '／']).and_then(|time| Some((time, longest_start(time, OF_TIME)?)));
    time.map_or(rest.begins(), |(time, unit)| rest.ends() - time.len() + unit.len())
}

/// Where a unit ends that another one is counted by: 元/平方米, 吨/万平方米.
fn per(text: &str, rest: Span) -> Option<usize> {
    let words = rest.of(text);
    let words = words[longest_start(words, COAL).map_or(0, str::len)..].strip_prefix(['/', '／'])?;
    let counted = words.trim_start_matches(is_scale);
    let unit = unit_at_start(counted).or_else(|| unit_at_start(words)).filter(|unit| !OF_TIME.contains(unit))?;
    let counted = if counted.starts_with(unit) { counted } else { words };
    Some(rest.ends() - counted.len() + unit.len())
}

/// A comparison before a number, with the place where its words begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// 不少于.
    AtLeast(usize),
    /// 不超过.
    AtMost(usize),
    /// 达到, 力争: to be reached.
    Reached(usize),
}

impl Before {
    /// Where its words begin.
    pub fn start(self) -> usize {
        match self {
            Self::AtLeast(at) | Self::AtMost(at) | Self::Reached(at) => at,
        }
    }
}

/// The comparison that ends just before a number. `clause` ends at the number.
pub fn before_number(text: &str, clause: Span) -> Option<Before> {
    let end = clause.of(text).trim_end();
    let stems = std::iter::once(end).chain(BETWEEN.iter().filter_map(|verb| end.strip_suffix(verb)));
    for (n, stem) in stems.enumerate() {
        let longest = |list: &'static [&'static str]| longest_end(stem, list).map(str::len);
        // With a verb between, the words stand out only from the number on.
        let start = |len: usize| if n == 0 { clause.begins() + stem.len() - len } else { clause.ends() };
        match (longest(AT_LEAST_BEFORE), longest(AT_MOST_BEFORE)) {
            (Some(least), most) if most.is_none_or(|most| least > most) => {
                let reached = ends(stem, REACHED);
                return Some(if reached { Before::Reached(clause.ends()) } else { Before::AtLeast(start(least)) });
            }
            (_, Some(most)) => return Some(Before::AtMost(start(most))),
            _ => {}
        }
    }
    None
}

/// The comparison of a share that names first what it is a share of: 不少于预算的10%. `clause` ends at the number.
pub fn before_share(text: &str, clause: Span) -> Option<Before> {
    let words = near(text, clause, clause.ends()).trim_end().strip_suffix(QUALIFYING)?;
    let end_of = |list: &[&str]| {
        let list = list.iter().filter(|word| !REACHED.contains(*word) && !word.is_ascii());
        let found = list.filter_map(|word| Some((words.rfind(word)?, word.len())));
        // 不超过 ends with 超过.
        found.map(|(at, len)| (at + len, len)).max()
    };
    let (least, most) = (end_of(AT_LEAST_BEFORE), end_of(AT_MOST_BEFORE));
    let (end, _) = least.max(most)?;
    let whole = &words[end..];
    let plain = length(whole, LONGEST_WHOLE + 1) <= LONGEST_WHOLE && !whole.contains(|c| digit(c).is_some());
    let before = if least > most { Before::AtLeast(clause.ends()) } else { Before::AtMost(clause.ends()) };
    plain.then_some(before)
}

/// A comparison behind the unit, with the place where its words end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// 以上.
    AtLeast(usize),
    /// 以内.
    AtMost(usize),
    /// 左右.
    About(usize),
    /// 以上的: says whom something is for, not what is to be reached.
    Qualifies,
    /// None.
    Nothing,
}

impl After {
    /// Where its words end.
    pub fn end(self) -> Option<usize> {
        match self {
            Self::AtLeast(at) | Self::AtMost(at) | Self::About(at) => Some(at),
            Self::Qualifies | Self::Nothing => None,
        }
    }
}

/// The comparison that begins just after a unit.
pub fn after_number(text: &str, span: Span) -> After {
    let span = span.on_from(after_space(text, span, 3));
    let rest = span.of(text);
    let first = |words: &[&str]| {
        let end = span.begins() + words.iter().find(|word| rest.starts_with(**word))?.len();
        Some((end, span.on_from(end).of(text).starts_with(QUALIFYING)))
    };
    if let Some((end, qualifies)) = first(AT_LEAST_AFTER) {
        if qualifies { After::Qualifies } else { After::AtLeast(end) }
    } else if let Some((end, qualifies)) = first(AT_MOST_AFTER) {
        if qualifies { After::Qualifies } else { After::AtMost(end) }
    } else if let Some((end, _)) = first(ABOUT_AFTER) {
        After::About(end)
    } else if rest.starts_with(INSIDE) && !rest.starts_with(NOT_INSIDE) {
        After::AtMost(span.begins() + INSIDE.len())
    } else {
        After::Nothing
    }
}

/// The words of a clause before a place, the nearest ones if it is long.
pub fn near(text: &str, clause: Span, at: usize) -> &str {
    let start = clause.begins().max(at.saturating_sub(NEAR));
    let start = (start..=at).find(|at| text.is_char_boundary(*at)).unwrap_or(at);
    Span::new(start, at).of(text)
}
