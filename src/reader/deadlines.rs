//! Finds the literal times by which something is due: `2021年6月底前`, `到2025年`, `年底前`.

use super::chars::{Bytes, Depth, chars_in, digit, is_numeral, is_space, slice, trim_by};

/// The deadlines in running text, in order. Dates that only say when something was or holds (`2020年数据`) are
/// not among them: a deadline says 前, or begins with 到. `text` is simplified.
pub fn find(text: &str, range: Bytes) -> Vec<Bytes> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut skip = range.start;
    let mut before = ' ';
    for (at, c) in chars_in(text, range.clone()) {
        depth.step(c);
        let starts = digit(c).is_some() && digit(before).is_none() && !matches!(before, '.' | '—' | '-' | '－');
        if at >= skip
            && !depth.quoted()
            && (starts || matches!(c, '年' | '本' | '今' | '明'))
            && let Some(end) = deadline(text, at..range.end, before)
        {
            let start = if matches!(before, '到' | '至') { at - before.len_utf8() } else { at };
            let literal = if before == '至' { at..end } else { start..end };
            out.push(literal);
            skip = end;
        }
        if !is_space(c) {
            before = c;
        }
    }
    out
}

/// The end of the deadline that begins here, if one does. `before` is the character in front of it.
fn deadline(text: &str, range: Bytes, before: char) -> Option<usize> {
    let mut scan = Scan { text, at: range.start, end: range.end };
    let reached = matches!(before, '到' | '至');
    let mut year = false;
    if let Some(n) = scan.number() {
        if scan.word(&["年"]) {
            // 20年 without a day may be a span of time; a year has four digits.
            year = n >= 1900;
            if !year {
                return None;
            }
            if scan.number().is_some() && !(scan.word(&["月"]) && day(&mut scan)) {
                return None;
            }
        } else if !(scan.word(&["月"]) && day(&mut scan)) {
            return None;
        }
    } else if scan.word(&["年"]) {
        // 年底前, 年内: not in the middle of 2021年底前, which begins with its number.
        // Nor one of several years: 三年内, 近年内, 每年底.
        if digit(before).is_some()
            || is_numeral(before)
            || "近去往多几数每全周学跨历逐青成万千余半当青壮".contains(before)
        {
            return None;
        }
        if scan.word(&["内"]) {
            return (!slice(text, scan.at..range.end).starts_with(['部', '容', '地', '涵'])).then_some(scan.at);
        }
        let part = scan.word(&["底", "末", "中", "终"]);
        return (part && (scan.word(&["之前", "以前", "前"]) || reached)).then_some(scan.at);
    } else {
        return None;
    }
    let part = scan.word(&[
        "上半年",
        "下半年",
        "年底",
        "年末",
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
    ]) || scan.word(&["底", "末", "初", "中", "上旬", "中旬", "下旬"]);
    let ago = scan.word(&["之前", "以前", "前"]);
    if ago && slice(text, scan.at..range.end).starts_with(['期', '后', '述', '款']) {
        return None;
    }
    if ago || (year && scan.word(&["内"])) {
        return Some(scan.at);
    }
    // 到2025年, 至2021年底; 延长至3月底 moves a date and sets none.
    let from = slice(text, 0..range.start).chars().rev().nth(1);
    let moved = before == '至'
        && from.is_some_and(|c| "长延迟推".contains(c) || digit(c).is_some() || matches!(c, '日' | '月' | '年' | '行'));
    (reached && year && !moved && (part || before == '到' || before == '至')).then_some(scan.at)
}

/// A day after a month, or nothing; not a broken day.
fn day(scan: &mut Scan) -> bool {
    scan.number().is_none() || scan.word(&["日"])
}

/// Reads on through a text, white space between words passed over.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl Scan<'_> {
    fn space(&mut self) -> usize {
        chars_in(self.text, self.at..self.end).take(4).find(|(_, c)| !is_space(*c)).map_or(self.end, |(at, _)| at)
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.space();
        let mut value = 0_u32;
        let mut end = start;
        for (at, c) in chars_in(self.text, start..self.end).take(5) {
            let Some(d) = digit(c) else { break };
            value = value * 10 + d;
            end = at + c.len_utf8();
        }
        (end > start).then(|| {
            self.at = end;
            value
        })
    }

    fn word(&mut self, words: &[&str]) -> bool {
        let start = self.space();
        let rest = slice(self.text, start..self.end);
        let Some(word) = words.iter().find(|word| rest.starts_with(**word)) else { return false };
        self.at = start + word.len();
        true
    }
}

/// The time stated behind a label (`完成时限：2021年10月`), as printed.
pub fn stated(text: &str, range: Bytes) -> Bytes {
    trim_by(text, range, |c| is_space(c) || matches!(c, '。' | '；' | ';' | '，' | ',' | '）' | ')' | '*'))
}
