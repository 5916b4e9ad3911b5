//! What stands around the plan: its title, number, issuer and date, the notice that sends it out, its preamble, and
//! what belongs to the page that the text was copied from.

use super::chars::{
    Bytes, chars_in, closes, digit, is_break, is_colon, is_space, is_stop, length, opens, slice, trim, trim_by,
};
use super::keywords::{DOCUMENT_KINDS, FURNITURE, TEXT_FOLLOWS};
use super::particulars::{compact, date_in, fact, number_in, particulars};
use crate::domain::plan::Fact;

/// The longest line that can be part of a title.
pub const LONGEST_TITLE_LINE: usize = 70;
/// How many paragraphs before the first heading are looked at.
const LONGEST_HEAD: usize = 60;

/// What stands before the first heading.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The title; empty where there is none.
    pub title: Bytes,
    /// Lines that send the plan out, or tell its particulars.
    pub notice: Vec<Bytes>,
    /// Paragraphs that say why the plan is made.
    pub preamble: Vec<Bytes>,
    /// Lines of the page around it.
    pub furniture: Vec<Bytes>,
    /// The document's number.
    pub number: Option<Fact>,
    /// The body that issued it.
    pub issuer: Option<Fact>,
    /// The date of issue.
    pub issued: Option<Fact>,
}

/// Reads the paragraphs before the first heading. `text` is simplified, `source` as printed.
pub fn read(text: &str, source: &str, paragraphs: &[Bytes]) -> Head {
    let mut head = Head::default();
    let mut lines: Vec<Bytes> = Vec::new();
    for (n, p) in paragraphs.iter().enumerate() {
        if n == 0
            && let Some((title, number, rest)) = flat_title(text, p.clone())
        {
            head.number = Some(fact(source, number.clone(), compact(slice(source, number.clone()))));
            lines.extend([title, number]);
            lines.extend(rest);
        } else if n < LONGEST_HEAD {
            lines.push(p.clone());
        } else {
            head.preamble.push(p.clone());
        }
    }
    let title = title_lines(text, &lines);
    if let Some((first, last)) = title {
        head.title = lines.get(first).map_or(0, |r| r.start)..lines.get(last).map_or(0, |r| r.end);
        head.title = trim_by(text, head.title.clone(), |c| is_space(c) || matches!(c, '*' | '#'));
    }
    let begins = lines.iter().rposition(|l| is_text_follows(slice(text, l.clone())));
    for (n, line) in lines.iter().enumerate() {
        let words = slice(text, line.clone());
        let of_title = title.is_some_and(|(first, last)| (first..=last).contains(&n));
        particulars(text, source, line.clone(), lines.get(n.wrapping_sub(1)).cloned(), of_title, &mut head);
        if of_title {
            continue;
        }
        let after = title.is_none_or(|(_, last)| n > last) && begins.is_none_or(|b| n > b);
        if is_furniture(words) {
            head.furniture.push(line.clone());
        } else if after && is_prose(words) && !is_notice(words) {
            head.preamble.push(line.clone());
        } else {
            head.notice.push(line.clone());
        }
    }
    head.preamble.sort_by_key(|r| r.start);
    head
}

/// The title of a text without line breaks: `…实施意见渝府办发〔2021〕88号各区县…：…`.
fn flat_title(text: &str, paragraph: Bytes) -> Option<(Bytes, Bytes, Vec<Bytes>)> {
    let words = slice(text, paragraph.clone());
    let prose = words.chars().filter(|c| is_stop(*c)).take(2).count() > 0;
    let (number, _) = prose.then(|| number_in(text, first_part(text, paragraph.clone())))??;
    let before = slice(text, paragraph.start..number.start);
    if before.contains('。') || before.contains('《') && !before.contains('》') || is_in_bracket(text, &number) {
        return None;
    }
    let code = slice(text, number.clone());
    let split = DOCUMENT_KINDS.iter().filter_map(|kind| code.find(kind).map(|at| at + kind.len())).max().unwrap_or(0);
    let title = trim(text, paragraph.start..number.start + split);
    let number = number.start + split..number.end;
    if title.is_empty() {
        return None;
    }
    let addressed = chars_in(text, number.end..paragraph.end)
        .take(120)
        .take_while(|(_, c)| !is_stop(*c))
        .find(|(_, c)| is_colon(*c));
    let text_start = addressed.map_or(number.end, |(at, c)| at + c.len_utf8());
    let rest = [number.end..text_start, text_start..paragraph.end];
    let rest = rest.into_iter().map(|r| trim(text, r)).filter(|r| !r.is_empty()).collect();
    Some((title, number, rest))
}

fn first_part(text: &str, range: Bytes) -> Bytes {
    let end = chars_in(text, range.clone()).nth(160).map_or(range.end, |(at, _)| at);
    range.start..end
}

fn is_in_bracket(text: &str, range: &Bytes) -> bool {
    slice(text, 0..range.start).chars().next_back().is_some_and(|c| opens(c).is_some())
}

/// The lines of the title: the last line before the text that ends as titles do, and the lines that it was broken
/// from.
fn title_lines(text: &str, lines: &[Bytes]) -> Option<(usize, usize)> {
    let is_title = |n: &usize| {
        lines.get(*n).is_some_and(|l| can_be_title(slice(text, l.clone())) && ends_as_title(slice(text, l.clone())))
    };
    let last = (0..lines.len()).rev().find(is_title).or_else(|| {
        let first = lines.first().map(|l| slice(text, l.clone()))?;
        (can_be_title(first) && length(first, 80) >= 4).then_some(0)
    })?;
    let mut first = last;
    while first > 0 && last - first < 3 {
        let before = lines.get(first - 1).map_or("", |l| slice(text, l.clone()));
        let whole = lines.get(first).map_or("", |l| slice(text, l.clone()));
        let broken = can_be_title(before)
            && !ends_as_title(before)
            && !before.ends_with("文件")
            && date_in(text, lines.get(first - 1)?.clone()).is_none();
        // A whole title begins with the issuer or 关于; the line before it may be a signature.
        let fresh = whole.starts_with("关于") || (first == last && looks_whole(whole) && !before.contains("关于"));
        if !broken || fresh {
            break;
        }
        first -= 1;
    }
    Some((first, last))
}

/// Whether a line reads as a title by itself: it names a year, or a place and 关于.
fn looks_whole(line: &str) -> bool {
    line.contains("关于") || line.contains('年') || line.starts_with('《')
}

fn can_be_title(line: &str) -> bool {
    let count = length(line, LONGEST_TITLE_LINE + 1);
    let ends = line.ends_with(|c: char| is_break(c) || is_colon(c));
    let bracketed = line.starts_with(|c| opens(c) == Some(super::chars::Enclosure::Bracket));
    (2..=LONGEST_TITLE_LINE).contains(&count)
        && !ends
        && !bracketed
        && !line.contains(['。', '•', '|', '\t'])
        && !line.chars().any(is_colon)
        && !is_annex(line)
        && !is_furniture(line)
        && !is_text_follows(line)
        && !is_number_line(line)
        && !is_date_line(line)
}

/// `附件1`, `附1`: numbers the document, and is no title.
fn is_annex(line: &str) -> bool {
    let rest = line.strip_prefix("附件").or_else(|| line.strip_prefix("附表")).or_else(|| line.strip_prefix('附'));
    rest.is_some_and(|rest| {
        rest.chars().all(|c| is_space(c) || is_colon(c) || digit(c).is_some() || super::chars::is_numeral(c))
    })
}

/// Whether a line ends as titles of documents do.
pub fn ends_as_title(line: &str) -> bool {
    let mut bare = line.trim_end_matches(|c| is_space(c) || matches!(c, '*' | '》' | '”'));
    while bare.ends_with(|c| closes(c) == Some(super::chars::Enclosure::Bracket)) {
        match bare.rfind(|c| opens(c) == Some(super::chars::Enclosure::Bracket)) {
            Some(at) if at > 0 => bare = slice(bare, 0..at).trim_end(),
            _ => break,
        }
    }
    DOCUMENT_KINDS.iter().any(|kind| bare.ends_with(kind))
}

fn is_prose(line: &str) -> bool {
    line.chars().any(is_stop) || length(line, 60) >= 60 || (line.ends_with(is_colon) && length(line, 30) >= 30)
}

/// Whether a paragraph sends the plan out: 现将《…》印发给你们，请认真贯彻执行。
fn is_notice(line: &str) -> bool {
    let sends = line.contains("印发") || line.contains("转发") || line.contains("下发");
    let asks = ["印发给你们", "请认真", "请结合", "请遵照", "贯彻执行", "贯彻落实", "组织实施"]
        .iter()
        .any(|w| line.contains(w));
    let short = length(line, 141) <= 140;
    short && ((sends && asks) || line.starts_with("特此"))
}

fn is_text_follows(line: &str) -> bool {
    TEXT_FOLLOWS.contains(&line.trim_end_matches(is_colon))
}

/// Whether a line belongs to the page around the text.
pub fn is_furniture(line: &str) -> bool {
    let line = line
        .trim_matches(|c| is_space(c) || matches!(c, '【' | '】' | '[' | ']' | '（' | '）' | '*' | '#' | '>' | '|'));
    let short = length(line, 41) <= 40 && !line.chars().any(is_stop);
    let word = FURNITURE.iter().any(|word| {
        line.starts_with(word)
            && (length(line, 20) <= length(word, 20) + 6 || line.contains(['>', '：', ':', '|', '/']))
    });
    short && (word || is_page_number(line))
}

/// `— 3 —`, `第3页 共8页`.
pub fn is_page_number(line: &str) -> bool {
    let dashed = line.starts_with(['—', '-', '－', '–', '―']) && line.ends_with(['—', '-', '－', '–', '―']);
    let rest = line
        .trim_matches(|c| is_space(c) || matches!(c, '—' | '-' | '－' | '–' | '―' | '第' | '页' | '共' | '/' | '，'));
    let only = rest.chars().all(|c| digit(c).is_some() || is_space(c) || matches!(c, '页' | '共' | '第' | '/' | '，'))
        && !rest.is_empty();
    only && (dashed || line.contains('页')) && length(line, 16) <= 15
}

/// Whether a line is a date and nothing else.
pub fn is_date_line(line: &str) -> bool {
    length(line, 20) <= 15
        && line.contains('年')
        && line.trim_end().ends_with('日')
        && line
            .chars()
            .filter(|c| !is_space(*c))
            .all(|c| digit(c).is_some() || super::chars::is_numeral(c) || "年月日〇○O".contains(c))
}

fn is_number_line(line: &str) -> bool {
    let line = line.trim_matches(|c| is_space(c) || opens(c).is_some_and(|_| c != '〔' && c != '[') || c == '*');
    length(line, 31) <= 30 && line.contains('号') && number_in(line, 0..line.len()).is_some_and(|(r, _)| r.start == 0)
}
