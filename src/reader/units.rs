//! Cuts a list of bodies into names, and says what each name stands for.

use super::chars::{Bytes, Enclosure, chars_in, closes, digit, is_space, opens, slice, trim_by};
use super::keywords::{BODY_ENDINGS, GENERIC_ENDINGS, PLACE_ENDINGS};
use crate::domain::plan::Reach;

/// A name in a list of bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name without 等, brackets stay.
    pub range: Bytes,
    /// Whether 等 behind it leaves the list open.
    pub open: bool,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One body.
    Body,
    /// A set of places.
    Places(Reach),
    /// A set of bodies that the plan does not name.
    Generic,
}

/// The names of a list: cut at 、, and at 及, 和, 与 where they join names and are not part of one
/// (工业和信息化局). `text` is simplified.
pub fn names(text: &str, range: Bytes) -> Vec<Name> {
    let mut tokens: Vec<Bytes> = Vec::new();
    for token in cut(text, range, |c| c == '、' || c == '﹑') {
        match tokens.last_mut() {
            Some(last) if one_formula(slice(text, last.clone()), slice(text, token.clone())) => last.end = token.end,
            _ => tokens.push(token),
        }
    }
    let mut out = Vec::new();
    for token in tokens {
        for part in cut_spaced(text, token) {
            cut_joined(text, part, &mut out);
        }
    }
    out
}

/// Cuts at a mark outside of brackets.
fn cut(text: &str, range: Bytes, mark: impl Fn(char) -> bool) -> Vec<Bytes> {
    let mut out = Vec::new();
    let mut depth = 0_u32;
    let mut start = range.start;
    for (at, c) in chars_in(text, range.clone()) {
        if opens(c) == Some(Enclosure::Bracket) {
            depth += 1;
        } else if closes(c) == Some(Enclosure::Bracket) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && mark(c) {
            out.push(start..at);
            start = at + c.len_utf8();
        }
    }
    out.push(start..range.end);
    out.into_iter().map(|r| trim_by(text, r, is_space)).filter(|r| !r.is_empty()).collect()
}

/// Whether 、 stands inside of one formula: 各市、自治州人民政府; 市政府各委、办、局.
fn one_formula(before: &str, after: &str) -> bool {
    let starts = before.starts_with("各") || before.starts_with("有关") || before.starts_with("相关");
    let set = before.trim_start_matches("各").trim_start_matches("有关").trim_start_matches("相关");
    let places = |s: &str| {
        !s.is_empty()
            && s.chars().all(|c| "市县区州旗盟镇乡街道自治地直辖设级功能开发新省（）()〔〕、及 和".contains(c))
    };
    if starts && places(set) {
        let body = ["人民政府", "政府", "管委会", "管理委员会", "办事处"]
            .iter()
            .find_map(|end| after.strip_suffix(end))
            .unwrap_or(after);
        let fresh = after.starts_with("各") || after.starts_with("有关") || after.starts_with("相关");
        return !fresh && places(body);
    }
    before.contains('各') && before.ends_with(['委', '办', '局', '厅']) && matches!(after, "办" | "局" | "委" | "厅")
}

/// Cuts at spaces that stand between names: `市教育局 市财政局`.
fn cut_spaced(text: &str, range: Bytes) -> Vec<Bytes> {
    let words = slice(text, range.clone());
    // Lines wrapped in the middle of a name hold white space too: only a space after a full name cuts.
    if !words.contains([' ', '\u{3000}', '\t']) {
        return vec![range];
    }
    let mut out = Vec::new();
    let mut start = range.start;
    let mut last = None;
    for (at, c) in chars_in(text, range.clone()) {
        let ends = last.is_some_and(|l: char| BODY_ENDINGS.contains(l) || "区县市州镇乡".contains(l));
        if matches!(c, ' ' | '\u{3000}' | '\t') && ends && at > start {
            out.push(start..at);
            start = at + c.len_utf8();
        }
        last = Some(c);
    }
    out.push(start..range.end);
    out.into_iter().map(|r| trim_by(text, r, is_space)).filter(|r| !r.is_empty()).collect()
}

/// Cuts at words that join names.
fn cut_joined(text: &str, range: Bytes, out: &mut Vec<Name>) {
    let mut start = range.start;
    let mut depth = 0_u32;
    for (at, c) in chars_in(text, range.clone()) {
        if opens(c) == Some(Enclosure::Bracket) {
            depth += 1;
        } else if closes(c) == Some(Enclosure::Bracket) {
            depth = depth.saturating_sub(1);
        }
        if depth > 0 || at <= start {
            continue;
        }
        let rest = slice(text, at..range.end);
        let word = ["以及", "会同", "及", "和", "与", "暨"].into_iter().find(|word| rest.starts_with(word));
        let Some(word) = word else { continue };
        let left = slice(text, start..at).trim_end();
        let right = slice(text, at + word.len()..range.end).trim_start();
        if joins(left, right) {
            finish(text, start..at, out);
            start = at + word.len();
        }
    }
    finish(text, start..range.end, out);
}

/// Whether what stands on both sides of a joining word are names.
fn joins(left: &str, right: &str) -> bool {
    let left = left.strip_suffix('等').unwrap_or(left);
    let Some(last) = left.chars().next_back() else { return false };
    let named =
        BODY_ENDINGS.contains(last) || "区县市州镇乡地位".contains(last) || closes(last) == Some(Enclosure::Bracket);
    let set = ["各", "有关", "相关", "其他", "属地"].iter().any(|word| right.starts_with(word));
    let ends = right
        .trim_end_matches('等')
        .chars()
        .next_back()
        .is_some_and(|c| BODY_ENDINGS.contains(c) || "区县市州镇乡位".contains(c) || closes(c).is_some());
    // 市社会和…局, 机关和…局: a place or the word for a set before 和 is no name of a body by itself.
    let whole = left.chars().count() >= 3 || set;
    named
        && whole
        && (set || ends)
        && right.chars().count() >= 2
        && !left.ends_with("社会")
        && !left.ends_with("机关")
        && !left.ends_with("文学")
}

/// Takes 等 off a name, and stars and joining words before it.
fn finish(text: &str, range: Bytes, out: &mut Vec<Name>) {
    let mut range =
        trim_by(text, range, |c| is_space(c) || matches!(c, '、' | '，' | ',' | '：' | ':' | '。' | '；' | ';'));
    for word in ["由", "并", "其中", "以及", "会同", "及", "和"] {
        if slice(text, range.clone()).starts_with(word) && slice(text, range.clone()).chars().count() > 3 {
            range.start += word.len();
        }
    }
    let words = slice(text, range.clone());
    let mut open = false;
    if let Some(at) = words.rfind('等') {
        let tail = slice(words, at + '等'.len_utf8()..words.len()).trim();
        let closer = ["部门", "单位", "机构", "地区", "委办局", "企业", "方面", "院校", "高校"]
            .iter()
            .any(|word| tail.ends_with(word));
        if tail.is_empty() || (closer && tail.chars().count() <= 14 && at > 0) {
            open = true;
            range.end = range.start + at;
        }
    }
    let range = trim_by(text, range, is_space);
    if range.is_empty() {
        if let (true, Some(last)) = (open, out.last_mut()) {
            last.open = true;
        }
    } else {
        out.push(Name { range, open });
    }
}

/// What a name stands for.
pub fn meaning(name: &str) -> Meaning {
    let name: String = name.chars().filter(|c| !is_space(*c)).collect();
    let bare = without_brackets(&name);
    let some = ["有关", "相关", "部分", "涉及的"].iter().any(|word| name.contains(word));
    let every = name.contains('各') || name.starts_with('全') || name.starts_with("其他");
    let reach = if some { Reach::Undetermined } else { Reach::All };
    let placed = PLACE_ENDINGS.iter().any(|end| bare.ends_with(end));
    let generic = GENERIC_ENDINGS.iter().any(|end| bare.ends_with(end));
    if some || every {
        let body_of_places = name.chars().take(4).any(|c| "区县市州镇乡".contains(c))
            && !bare.ends_with("部门")
            && !bare.ends_with("单位");
        let bureaus_of_places = body_of_places && bare.ends_with(['局', '委', '办']) && name.starts_with('各');
        return if (placed && !generic) || (!placed && generic && bureaus_of_places) {
            Meaning::Places(reach)
        } else {
            Meaning::Generic
        };
    }
    if ["部门", "单位", "责任人"].iter().any(|end| bare.ends_with(end)) {
        return Meaning::Generic;
    }
    let counted = name.starts_with(|c: char| digit(c).is_some()) && placed;
    let stem = ["人民政府", "政府", "管委会"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let kinds = stem.chars().filter(|c| "市县区州镇乡旗".contains(*c)).count();
    let formula = kinds >= 2 && stem.chars().all(|c| "市县区州旗盟镇乡街道自治（）()〔〕、".contains(c));
    if counted || formula { Meaning::Places(Reach::All) } else { Meaning::Body }
}

/// The name without a bracket at its end: 各镇（街道） ends as 各镇 does.
fn without_brackets(name: &str) -> &str {
    let mut name = name;
    while name.ends_with(|c| closes(c) == Some(Enclosure::Bracket)) {
        match name.rfind(|c| opens(c) == Some(Enclosure::Bracket)) {
            Some(at) if at > 0 => name = slice(name, 0..at),
            _ => break,
        }
    }
    name
}

/// Whether a name looks like that of a body, or of a set of them.
pub fn looks_named(name: &str) -> bool {
    let bare = without_brackets(name.trim());
    let count = bare.chars().count();
    let ends = bare.chars().next_back().is_some_and(|c| BODY_ENDINGS.contains(c) || "区县市州镇乡地位关庭".contains(c));
    let ends = ends
        || [
            "公司", "集团", "银行", "支行", "分行", "中心", "政府", "海关", "地区", "企业", "总局", "供电", "资本",
            "控股",
        ]
        .iter()
        .any(|end| bare.ends_with(end));
    ends && (2..=40).contains(&count)
}
