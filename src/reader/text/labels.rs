//! The labels that number headings: `一、` `（一）` `1.` `（1）` `①` `第一条`.

use super::scan::chars_in;
use crate::domain::span::Span;
use crate::reader::lexicon::headings::{
    AFTER_BRACKET, AFTER_CHINESE, AFTER_NAMED, AFTER_ORDINAL, Form, IS, LONG_NUMERALS, NAMED, ONE_CHARACTER, ORDINAL,
    ORDINALS, POINTS, ROMAN, ROMAN_CHARACTERS, STEMS, WRITTEN,
};
use crate::reader::lexicon::longest_start;
use crate::reader::lexicon::marks::{
    PAUSE, ROUND_CLOSE, STOP, closes_bracket, digit, is_han, is_numeral, is_scale, is_space, numeral_value,
    opens_bracket,
};
use crate::reader::lexicon::quantities::unit_at_start;
use crate::reader::lexicon::times::{MONTH, YEAR};

/// A label as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its form.
    pub form: Form,
    /// Its number.
    pub value: u32,
    /// The label without its mark: `一`, `（一）`, `1`.
    pub name: Span,
    /// After the mark and the white space that follows it.
    pub end: usize,
    /// Whether its mark is one that stands in other places too: `1。`, `1 `. It is one only where a line begins.
    pub loose: bool,
}

impl Label {
    /// The label of a heading line without a number, which begins here.
    pub fn unnumbered(at: usize) -> Self {
        Self { form: Form::Unnumbered, value: 0, name: Span::at(at), end: at, loose: false }
    }

    /// Its number, where one is printed that tasks can be called by.
    pub fn printed(self) -> Option<u16> {
        u16::try_from(self.value).ok().filter(|n| *n > 0)
    }
}

/// The label that a span begins with, if it begins with one. `text` is simplified.
pub fn label_at(text: &str, span: Span) -> Option<Label> {
    let first = span.of(text).chars().next()?;
    let label = if first == ORDINAL {
        ordinal(text, span)
    } else if opens_bracket(first) {
        bracketed(text, span)
    } else if let Some((form, value)) = one_character(first) {
        let end = span.begins() + first.len_utf8();
        Some(Label { form, value, name: span.up_to(end), end, loose: false })
    } else if digit(first).is_some() {
        arabic(text, span)
    } else if is_numeral(first) {
        chinese(text, span)
    } else if let Some((form, value)) = in_list(first) {
        listed(text, span, form, value)
    } else if first.is_ascii_uppercase() || (ROMAN_CHARACTERS[0]..=ROMAN_CHARACTERS[1]).contains(&first) {
        roman(text, span)
    } else {
        named(text, span)
    }?;
    let mut rest = chars_in(text, span.on_from(label.end));
    Some(Label { end: rest.find(|(_, c)| !is_space(*c)).map_or(span.ends(), |(at, _)| at), ..label })
}

/// `①` and the other numbers that are one character with their mark.
fn one_character(c: char) -> Option<(Form, u32)> {
    let (first, _, form) = ONE_CHARACTER.iter().find(|(first, last, _)| (*first..=*last).contains(&c))?;
    Some((*form, c as u32 - *first as u32 + 1))
}

/// The Arabic number at the start of a span, and where it ends.
fn arabic_number(text: &str, span: Span) -> Option<(u32, usize)> {
    let mut value = 0_u32;
    let mut end = span.begins();
    for (at, c) in chars_in(text, span) {
        let Some(d) = digit(c) else { break };
        value = value.saturating_mul(10).saturating_add(d);
        end = at + c.len_utf8();
        if value > 999 {
            return None;
        }
    }
    (value > 0).then_some((value, end))
}

/// The Chinese number at the start of a span, and where it ends.
fn chinese_number(text: &str, span: Span) -> Option<(u32, usize)> {
    let end = chars_in(text, span).take(6).find(|(_, c)| !is_numeral(*c)).map_or(span.ends(), |(at, _)| at);
    let words = span.up_to(end).of(text);
    let value = numeral_value(words).filter(|v| *v > 0)?;
    (!words.contains('两')).then_some((value, end))
}

/// `第一部分`, `第3条`.
fn ordinal(text: &str, span: Span) -> Option<Label> {
    let inner = span.on_from(span.begins() + ORDINAL.len_utf8());
    let (value, end) = chinese_number(text, inner).or_else(|| arabic_number(text, inner))?;
    let rest = span.on_from(end).of(text);
    let (word, form) = *ORDINALS.iter().find(|(word, _)| rest.starts_with(word))?;
    let name = span.up_to(end + word.len());
    let after = span.on_from(name.ends()).of(text).chars().next();
    let mark = after.filter(|c| AFTER_ORDINAL.contains(c));
    // 第一条战线, 第一篇文章 are words of a sentence; a label is followed by space, a mark, or its heading on a line of its own.
    if (form == Form::Article || word == WRITTEN) && mark.is_none() && !after.is_some_and(is_space) {
        return None;
    }
    Some(Label { form, value, end: name.ends() + mark.map_or(0, char::len_utf8), name, loose: false })
}

/// The form and the value of a character that counts and is no digit: `壹`, `甲`.
fn in_list(c: char) -> Option<(Form, u32)> {
    let place = |list: &[char]| u32::try_from(list.iter().position(|other| *other == c)? + 1).ok();
    let stem = || place(&STEMS).map(|value| (Form::Stem, value));
    place(&LONG_NUMERALS).map(|value| (Form::Part, value)).or_else(stem)
}

/// `壹、`, `甲、`. In 陆、海、空 and 甲、乙、丙 it is a word of a list.
fn listed(text: &str, span: Span, form: Form, value: u32) -> Option<Label> {
    let mut chars = chars_in(text, span);
    let (at, _) = chars.next()?;
    let (mark_at, mark) = chars.next().filter(|(_, c)| AFTER_CHINESE.contains(c))?;
    let listed = chars.take(2).any(|(_, c)| c == PAUSE);
    let name = Span::new(at, mark_at);
    (!listed).then_some(Label { form, value, name, end: mark_at + mark.len_utf8(), loose: false })
}

/// `Ⅰ、`, `II. `. Behind a point stands no other letter: V.I.P.
fn roman(text: &str, span: Span) -> Option<Label> {
    let ends = |(_, c): &(usize, char)| !c.is_ascii_uppercase();
    let (value, end) = match span.of(text).chars().next()? {
        first if first.is_ascii() => {
            let end = chars_in(text, span).take(5).find(ends)?.0;
            (u32::try_from(ROMAN.iter().position(|numeral| *numeral == span.up_to(end).of(text))? + 1).ok()?, end)
        }
        first => (first as u32 - ROMAN_CHARACTERS[0] as u32 + 1, span.begins() + first.len_utf8()),
    };
    let mark = span.on_from(end).of(text).chars().next().filter(|c| AFTER_CHINESE.contains(c))?;
    let after = end + mark.len_utf8();
    let next = span.on_from(after).of(text).chars().next();
    let headed = next.is_some_and(|c| is_space(c) || is_han(c));
    headed.then_some(Label { form: Form::Roman, value, name: span.up_to(end), end: after, loose: false })
}

/// `一是` before a sentence: a label where paragraphs count on from it, and no other labels stand.
pub fn bare_numeral(text: &str, span: Span) -> Option<Label> {
    let (value, end) = chinese_number(text, span)?;
    let mark = span.on_from(end).of(text).chars().next().filter(|c| *c == IS)?;
    let end = end + mark.len_utf8();
    Some(Label { form: Form::Chinese, value, name: span.up_to(end), end, loose: true })
}

/// `第一条` with nothing between it and its text, or with nothing behind it: a label where others count on from it.
pub fn bare_article(text: &str, span: Span) -> Option<Label> {
    let inner = span.of(text).strip_prefix(ORDINAL).map(|inner| span.on_from(span.ends() - inner.len()))?;
    let (value, end) = chinese_number(text, inner).or_else(|| arabic_number(text, inner))?;
    let (word, form) = ORDINALS.iter().find(|(_, form)| *form == Form::Article)?;
    let name = span.up_to(end + word.len());
    span.on_from(end).of(text).starts_with(word).then_some(Label {
        form: *form,
        value,
        name,
        end: name.ends(),
        loose: true,
    })
}

/// `11.` before a number that its heading begins with: 11.121人才项目. A label where it counts on from the one before it.
pub fn pointed(text: &str, span: Span) -> Option<Label> {
    let (value, end) = arabic_number(text, span)?;
    let mark = span.on_from(end).of(text).chars().next().filter(|c| POINTS.contains(c))?;
    let after = end + mark.len_utf8();
    let numbered = span.on_from(after).of(text).starts_with(|c| digit(c).is_some());
    numbered.then_some(Label { form: Form::Arabic, value, name: span.up_to(end), end: after, loose: true })
}

/// `（一）`, `(1)`.
fn bracketed(text: &str, span: Span) -> Option<Label> {
    let open = span.of(text).chars().next()?;
    let inner = span.on_from(span.begins() + open.len_utf8());
    let pad = chars_in(text, inner).take_while(|(_, c)| *c == ' ').count();
    let inner = inner.on_from(inner.begins() + pad);
    let stem = || {
        let first = inner.of(text).chars().next()?;
        let (_, value) = in_list(first).filter(|(form, _)| *form == Form::Stem)?;
        Some((Form::StemBracketed, (value, inner.begins() + first.len_utf8())))
    };
    let chinese = || chinese_number(text, inner).map(|found| (Form::ChineseBracketed, found));
    let arabic = || arabic_number(text, inner).map(|found| (Form::ArabicBracketed, found));
    let (form, (value, end)) = chinese().or_else(arabic).or_else(stem)?;
    let (at, close) = chars_in(text, span.on_from(end)).find(|(_, c)| *c != ' ')?;
    let end = at + close.len_utf8();
    let mark =
        span.on_from(end).of(text).chars().next().filter(|c| AFTER_BRACKET.contains(c)).map_or(0, char::len_utf8);
    closes_bracket(close).then_some(Label { form, value, name: span.up_to(end), end: end + mark, loose: false })
}

/// `1.`, `1．`, `1、`, `1）`, `1.1 `.
fn arabic(text: &str, span: Span) -> Option<Label> {
    let (value, end) = arabic_number(text, span)?;
    let name = span.up_to(end);
    let (at, mark) = chars_in(text, span.on_from(end)).find(|(_, c)| *c != ' ')?;
    let after = at + mark.len_utf8();
    let rest = span.on_from(after);
    let point = POINTS.contains(&mark);
    if point && rest.of(text).starts_with(|c| digit(c).is_some()) && !is_date(rest.of(text)) {
        decimal(text, name, rest)
    } else if point || mark == PAUSE {
        Some(Label { form: Form::Arabic, value, name, end: after, loose: false })
    } else if ROUND_CLOSE.contains(&mark) {
        Some(Label { form: Form::ArabicBracketed, value, name, end: after, loose: false })
    } else {
        let stop = mark == STOP && value < 100;
        let next = if stop { rest } else { span.on_from(end) };
        let spaced = value < 100 && next.of(text).starts_with(is_space);
        let words = next.of(text).trim_start();
        let loose = Label { form: Form::Arabic, value, name, end: if stop { after } else { end }, loose: true };
        ((stop || spaced) && heads(words)).then_some(loose)
    }
}

/// Whether words can be a heading behind a number: no unit of counting follows it.
fn heads(words: &str) -> bool {
    let first = words.chars().next();
    first.is_some_and(|c| c.is_alphabetic() && !c.is_ascii() && !is_scale(c) && !matches!(c, YEAR | '号'))
        && unit_at_start(words).is_none()
}

/// `任务一：`, `行动1 `.
fn named(text: &str, span: Span) -> Option<Label> {
    let word = longest_start(span.of(text), NAMED)?;
    let inner = span.on_from(span.begins() + word.len());
    let (value, end) = chinese_number(text, inner).or_else(|| arabic_number(text, inner))?;
    let mark = span.on_from(end).of(text).chars().next().filter(|c| AFTER_NAMED.contains(c) || is_space(*c))?;
    Some(Label { form: Form::Named, value, name: span.up_to(end), end: end + mark.len_utf8(), loose: true })
}

/// Whether a text begins with a year or a month: `3.2020年底前…` is the third paragraph, not a decimal.
fn is_date(text: &str) -> bool {
    let digits = text.chars().take_while(|c| digit(*c).is_some()).take(5).count();
    let next = text.chars().nth(digits);
    digits == 4 && next == Some(YEAR) || (1..=2).contains(&digits) && next == Some(MONTH)
}

/// `1.1 ` with a space behind it: without one, `2.4万人次` would be a label. `first` is its first number.
fn decimal(text: &str, first: Span, span: Span) -> Option<Label> {
    let (mut value, mut end) = arabic_number(text, span)?;
    // 1.2.3.4 is as deep as numbers go.
    for _ in 0..2 {
        if !span.on_from(end).of(text).starts_with('.') {
            break;
        }
        if let Some((deeper, after)) = arabic_number(text, span.on_from(end + 1)) {
            (value, end) = (deeper, after);
        }
    }
    let rest = span.on_from(end).of(text);
    let spaced = rest.starts_with(is_space);
    // 1.1加强平台建设, where no unit of counting follows; inside of a line it may be a number all the same.
    let loose = !spaced && heads(rest);
    (spaced || loose).then_some(Label { form: Form::Decimal, value, name: first.up_to(end), end, loose })
}

/// `一、`, `一．`.
fn chinese(text: &str, span: Span) -> Option<Label> {
    let (value, end) = chinese_number(text, span)?;
    let mark = span.on_from(end).of(text).chars().next().filter(|c| AFTER_CHINESE.contains(c))?;
    Some(Label { form: Form::Chinese, value, name: span.up_to(end), end: end + mark.len_utf8(), loose: false })
}
