//! Characters of Chinese official texts: digits, numerals, brackets, closing marks.
//!
//! Copies mix full-width and half-width marks freely, so every question about a mark is asked here.

use std::ops::Range;

/// A range of bytes of the text. Spans are made of these at the end.
pub type Bytes = Range<usize>;

/// White space, and the invisible marks that copying leaves behind.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}')
}

/// A mark that ends a sentence.
pub fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// A mark that ends a sentence or a member of an enumeration.
pub fn is_break(c: char) -> bool {
    is_stop(c) || matches!(c, '；' | ';')
}

/// A mark that ends a clause.
pub fn is_clause_end(c: char) -> bool {
    is_break(c) || matches!(c, '，' | ',' | '：' | ':')
}

/// A colon of either width.
pub fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':' | '︰')
}

/// White space, closing marks and the marks of markdown: what may stand between two pieces of a text.
pub fn is_between(c: char) -> bool {
    is_space(c)
        || is_break(c)
        || matches!(c, '，' | ',' | '、' | '.' | '．' | '*' | '#' | '|' | '>' | '•' | '·' | '：' | ':' | '-')
}

/// What a bracket or quotation mark encloses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enclosure {
    /// `（）` and `()`, and square ones of all shapes: copies close one with the other.
    Bracket,
    /// `《》`: a title.
    Title,
    /// `“”`, `「」`: quoted words.
    Quote,
}

/// The enclosure that a character opens.
pub fn opens(c: char) -> Option<Enclosure> {
    match c {
        '（' | '(' | '〔' | '[' | '【' | '［' | '〖' | '﹝' => Some(Enclosure::Bracket),
        '《' | '〈' => Some(Enclosure::Title),
        '“' | '「' | '『' | '‘' => Some(Enclosure::Quote),
        _ => None,
    }
}

/// The enclosure that a character closes.
pub fn closes(c: char) -> Option<Enclosure> {
    match c {
        '）' | ')' | '〕' | ']' | '】' | '］' | '〗' | '﹞' => Some(Enclosure::Bracket),
        '》' | '〉' => Some(Enclosure::Title),
        '”' | '」' | '』' | '’' => Some(Enclosure::Quote),
        _ => None,
    }
}

/// A digit of either width.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of one Chinese digit.
fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A character of a Chinese number below a thousand.
pub fn is_numeral(c: char) -> bool {
    numeral(c).is_some() || matches!(c, '十' | '百')
}

/// The value of a Chinese number below a thousand (`二十一`), in simplified characters.
pub fn numeral_value(text: &str) -> Option<u32> {
    let mut total = 0_u32;
    let mut last = None;
    for c in text.chars() {
        match c {
            '十' => total += last.take().unwrap_or(1) * 10,
            '百' => total += last.take().unwrap_or(1) * 100,
            _ => last = Some(numeral(c)?),
        }
    }
    (!text.is_empty()).then_some(total + last.unwrap_or(0))
}

/// The range without the characters at its ends that `drop` names.
pub fn trim_by(text: &str, range: Bytes, drop: impl Fn(char) -> bool) -> Bytes {
    let Some(inner) = text.get(range.clone()) else { return range.start..range.start };
    let start = range.start + (inner.len() - inner.trim_start_matches(&drop).len());
    let end = range.start + inner.trim_end_matches(&drop).len();
    start..end.max(start)
}

/// The range without white space at its ends.
pub fn trim(text: &str, range: Bytes) -> Bytes {
    trim_by(text, range, is_space)
}

/// The part of the text, or nothing if the range does not fit it.
pub fn slice(text: &str, range: Bytes) -> &str {
    text.get(range).unwrap_or("")
}

/// How many characters a part of the text has, white space not counted, at most `limit`.
pub fn length(text: &str, limit: usize) -> usize {
    text.chars().filter(|c| !is_space(*c)).take(limit).count()
}

/// The characters of a range with their offsets in the whole text.
pub fn chars_in(text: &str, range: Bytes) -> impl DoubleEndedIterator<Item = (usize, char)> + Clone + '_ {
    let start = range.start;
    slice(text, range).char_indices().map(move |(at, c)| (start + at, c))
}

/// Follows brackets and quotation marks through a text; how deep one is inside them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Depth {
    bracket: u32,
    title: u32,
    quote: u32,
}

impl Depth {
    /// Takes the next character in.
    pub fn step(&mut self, c: char) {
        if let Some(kind) = opens(c) {
            *self.of(kind) += 1;
        } else if let Some(kind) = closes(c) {
            let depth = self.of(kind);
            *depth = depth.saturating_sub(1);
        }
    }

    fn of(&mut self, kind: Enclosure) -> &mut u32 {
        match kind {
            Enclosure::Bracket => &mut self.bracket,
            Enclosure::Title => &mut self.title,
            Enclosure::Quote => &mut self.quote,
        }
    }

    /// Whether one is outside all of them.
    pub fn outside(self) -> bool {
        self.bracket == 0 && self.title == 0 && self.quote == 0
    }

    /// Whether one is inside quoted words or a title.
    pub fn quoted(self) -> bool {
        self.title > 0 || self.quote > 0
    }
}
