//! The labels that number headings: `一、` `（一）` `1.` `（1）` `①` `第一条`.

use super::chars::{Bytes, Enclosure, chars_in, closes, digit, is_numeral, is_space, numeral_value, opens, slice};

/// The forms of label. Which stands above which is for each plan to say, by the order of appearance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `第一部分`, `第一章`.
    Part,
    /// `第一节`.
    Division,
    /// `第一条`.
    Article,
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseBracketed,
    /// `1.` `1．` `1、`
    Arabic,
    /// `1.1 `
    Decimal,
    /// `（1）` `1）`
    ArabicBracketed,
    /// `①`
    Circled,
    /// A heading line without a number, in a plan that numbers nothing.
    Unnumbered,
}

/// A label as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its form.
    pub kind: Kind,
    /// Its number.
    pub value: u32,
    /// The label without its mark: `一`, `（一）`, `1`.
    pub name: Bytes,
    /// After the mark and the white space that follows it.
    pub end: usize,
}

/// The label that stands at `at`, if one does. `text` is simplified.
pub fn label_at(text: &str, range: Bytes) -> Option<Label> {
    let first = slice(text, range.clone()).chars().next()?;
    let mut label = if first == '第' {
        ordinal(text, range.clone())
    } else if opens(first) == Some(Enclosure::Bracket) {
        bracketed(text, range.clone())
    } else if let Some((kind, value)) = one_character(first) {
        let end = range.start + first.len_utf8();
        Some(Label { kind, value, name: range.start..end, end })
    } else if digit(first).is_some() {
        arabic(text, range.clone())
    } else {
        chinese(text, range.clone())
    }?;
    let rest = chars_in(text, label.end..range.end);
    label.end = rest.into_iter().find(|(_, c)| !is_space(*c)).map_or(range.end, |(at, _)| at);
    Some(label)
}

/// `①` and the other numbers that are one character with their mark.
fn one_character(c: char) -> Option<(Kind, u32)> {
    let n = c as u32;
    Some(match c {
        '①'..='⑳' => (Kind::Circled, n - '①' as u32 + 1),
        '⑴'..='⒇' => (Kind::ArabicBracketed, n - '⑴' as u32 + 1),
        '⒈'..='⒛' => (Kind::Arabic, n - '⒈' as u32 + 1),
        '㈠'..='㈩' => (Kind::ChineseBracketed, n - '㈠' as u32 + 1),
        _ => return None,
    })
}

/// The Arabic number at the start of the range, and where it ends.
fn arabic_number(text: &str, range: Bytes) -> Option<(u32, usize)> {
    let mut value = 0_u32;
    let mut end = range.start;
    for (at, c) in chars_in(text, range) {
        let Some(d) = digit(c) else { break };
        value = value.saturating_mul(10).saturating_add(d);
        end = at + c.len_utf8();
        if value > 999 {
            return None;
        }
    }
    (value > 0).then_some((value, end))
}

/// The Chinese number at the start of the range, and where it ends.
fn chinese_number(text: &str, range: Bytes) -> Option<(u32, usize)> {
    let start = range.start;
    let end = chars_in(text, range.clone()).take(6).find(|(_, c)| !is_numeral(*c)).map_or(range.end, |(at, _)| at);
    let value = numeral_value(slice(text, start..end)).filter(|v| *v > 0)?;
    (!slice(text, start..end).contains('两')).then_some((value, end))
}

/// `第一部分`, `第3条`.
fn ordinal(text: &str, range: Bytes) -> Option<Label> {
    let inner = range.start + '第'.len_utf8()..range.end;
    let (value, end) = chinese_number(text, inner.clone()).or_else(|| arabic_number(text, inner))?;
    let rest = slice(text, end..range.end);
    let forms = [("部分", Kind::Part), ("章", Kind::Part), ("节", Kind::Division), ("条", Kind::Article)];
    let (word, kind) = forms.into_iter().find(|(word, _)| rest.starts_with(word))?;
    let name = range.start..end + word.len();
    let after = slice(text, name.end..range.end);
    // 第一条战线, 第三部分内容 are words of a sentence; a label is followed by space, a mark, or its heading on a line of its own.
    let marked = after.starts_with(|c: char| is_space(c) || matches!(c, '、' | '：' | ':' | '.'));
    if !marked && kind == Kind::Article {
        return None;
    }
    let mark = after.chars().next().filter(|c| matches!(c, '、' | '：' | ':' | '.')).map_or(0, char::len_utf8);
    Some(Label { kind, value, end: name.end + mark, name })
}

/// `（一）`, `(1)`.
fn bracketed(text: &str, range: Bytes) -> Option<Label> {
    let open = slice(text, range.clone()).chars().next()?;
    let mut inner = range.start + open.len_utf8()..range.end;
    let pad = chars_in(text, inner.clone()).take_while(|(_, c)| *c == ' ').count();
    inner.start += pad;
    let (kind, (value, end)) = match chinese_number(text, inner.clone()) {
        Some(found) => (Kind::ChineseBracketed, found),
        None => (Kind::ArabicBracketed, arabic_number(text, inner)?),
    };
    let (at, close) = chars_in(text, end..range.end).find(|(_, c)| *c != ' ')?;
    let ends = closes(close) == Some(Enclosure::Bracket);
    let end = at + close.len_utf8();
    let mark = slice(text, end..range.end).chars().next().filter(|c| matches!(c, '、' | '.')).map_or(0, char::len_utf8);
    ends.then_some(Label { kind, value, name: range.start..end, end: end + mark })
}

/// `1.`, `1．`, `1、`, `1）`, `1.1 `.
fn arabic(text: &str, range: Bytes) -> Option<Label> {
    let (value, end) = arabic_number(text, range.clone())?;
    let name = range.start..end;
    let rest = slice(text, end..range.end);
    let mut ahead = rest.char_indices().filter(|(_, c)| *c != ' ');
    let (at, mark) = ahead.next()?;
    let after = end + at + mark.len_utf8();
    let next = slice(text, after..range.end).chars().next();
    match mark {
        '.' | '．' if next.is_some_and(|c| digit(c).is_some()) && !is_date(slice(text, after..range.end)) => {
            decimal(text, name.start, after..range.end)
        }
        '.' | '．' | '、' => Some(Label { kind: Kind::Arabic, value, name, end: after }),
        ')' | '）' => Some(Label { kind: Kind::ArabicBracketed, value, name, end: after }),
        _ => None,
    }
}

/// Whether a text begins with a year: `3.2020年底前…` is the third paragraph, not a decimal.
fn is_date(text: &str) -> bool {
    let digits = text.chars().take_while(|c| digit(*c).is_some()).take(5).count();
    digits == 4 && text.chars().nth(4) == Some('年')
}

/// `1.1 ` with a space behind it: without one, `2.4万人次` would be a label.
fn decimal(text: &str, start: usize, range: Bytes) -> Option<Label> {
    let (value, mut end) = arabic_number(text, range.clone())?;
    let mut value = value;
    // 1.2.3.4 is as deep as numbers go.
    for _ in 0..2 {
        if !slice(text, end..range.end).starts_with('.') {
            break;
        }
        if let Some((deeper, after)) = arabic_number(text, end + 1..range.end) {
            (value, end) = (deeper, after);
        }
    }
    let spaced = slice(text, end..range.end).starts_with(is_space);
    spaced.then_some(Label { kind: Kind::Decimal, value, name: start..end, end })
}

/// `一、`, `一．`.
fn chinese(text: &str, range: Bytes) -> Option<Label> {
    let (value, end) = chinese_number(text, range.clone())?;
    let rest = slice(text, end..range.end);
    let mark = rest.chars().next().filter(|c| matches!(c, '、' | '．' | '.' | '﹑'))?;
    Some(Label { kind: Kind::Chinese, value, name: range.start..end, end: end + mark.len_utf8() })
}
