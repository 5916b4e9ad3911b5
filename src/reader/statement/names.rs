//! Cuts a list of bodies into names.

use crate::domain::span::Span;
use crate::reader::lexicon::bodies::{
    AND_OTHERS, BARE_SETS, BEFORE_NAME, EVERY, GOVERNMENTS, HALF_NAMES, JOINING, JOINING_STARTS, LEFT_ENDINGS, OFFICES,
    OTHERS, PARTY, PLACE_OFFICES, RIGHT_ENDINGS, begins_name, ends_as_name, ends_name, in_set_formula, levels_in,
    opens_joined_set, opens_set, without_set,
};
use crate::reader::lexicon::duties::BY_WHOM;
use crate::reader::lexicon::ends;
use crate::reader::lexicon::marks::{
    BLANKS, closes, closes_bracket, is_around_name, is_list_mark, is_space, opens_bracket,
};
use crate::reader::text::scan::{Depth, chars_in, compact, trim, trim_by};

/// A name in a list of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name without 等, brackets stay.
    pub span: Span,
    /// Whether 等 behind it leaves the list open.
    pub open: bool,
}

/// The names of a list: cut at 、, and at 及, 和, 与 where they join names and are not part of one
/// (工业和信息化局). `text` is simplified.
pub fn names(text: &str, list: Span) -> Vec<Name> {
    let mut tokens: Vec<Span> = Vec::new();
    for token in cut_listed(text, list) {
        match tokens.last_mut() {
            Some(before) if one_formula(&compact(before.of(text)), &compact(token.of(text))) => {
                *before = before.through(token);
            }
            // 各市、县人民政府和有关部门: the formula ends before 和.
            Some(before) => match half_formula(text, *before, token) {
                Some((formula, rest)) => {
                    *before = formula;
                    tokens.push(rest);
                }
                None => tokens.push(token),
            },
            None => tokens.push(token),
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

/// Cuts a list at its marks outside of brackets.
fn cut_listed(text: &str, list: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut start = list.begins();
    for (at, c) in chars_in(text, list) {
        depth.step(c);
        if is_list_mark(c) && depth.outside() {
            out.push(Span::new(start, at));
            start = at + c.len_utf8();
        }
    }
    out.push(list.on_from(start));
    filled(text, out)
}

/// The parts without white space around them, empty ones left out.
fn filled(text: &str, parts: Vec<Span>) -> Vec<Span> {
    parts.into_iter().map(|part| trim(text, part)).filter(|part| !part.is_empty()).collect()
}

/// Whether 、 stands inside of one formula: 各市、自治州人民政府; 市政府各委、办、局.
fn one_formula(before: &str, after: &str) -> bool {
    let places = |words: &str| !words.is_empty() && words.chars().all(in_set_formula);
    if opens_set(before) && places(without_set(before)) {
        let body = GOVERNMENTS.iter().chain(PLACE_OFFICES).find_map(|end| after.strip_suffix(end)).unwrap_or(after);
        return !opens_set(after) && places(body);
    }
    // 各市党委、政府 are one set; so are 有关部门、单位.
    if (opens_set(before) || levels_in(before) > 0) && before.ends_with(PARTY) && is_government(after) {
        return true;
    }
    if opens_set(before) && BARE_SETS.contains(&after) && ends(before, BARE_SETS) {
        return true;
    }
    let one = |words: &str| words.chars().count() == 1 && words.ends_with(OFFICES);
    before.contains(EVERY) && before.ends_with(OFFICES) && one(after)
}

/// One formula that ends before a word that joins names, and what stands behind that word.
fn half_formula(text: &str, before: Span, token: Span) -> Option<(Span, Span)> {
    let words = token.of(text);
    let (at, word) = JOINING.iter().filter_map(|word| Some((words.find(word)?, word))).min_by_key(|(at, _)| *at)?;
    let half = trim(text, token.up_to(token.begins() + at));
    let formula = governs(half.of(text)) && one_formula(before.of(text), half.of(text));
    formula.then(|| (before.through(half), trim(text, token.on_from(token.begins() + at + word.len()))))
}

/// Whether words end with what governs places: 各县（市）区政府.
fn governs(words: &str) -> bool {
    GOVERNMENTS.iter().chain(PLACE_OFFICES).any(|end| words.trim_end().ends_with(end))
}

/// Whether words are the second half of 党委和政府.
fn is_government(words: &str) -> bool {
    GOVERNMENTS.contains(&words)
}

/// Cuts at spaces that stand between names: `市教育局 市财政局`.
fn cut_spaced(text: &str, token: Span) -> Vec<Span> {
    // Lines wrapped in the middle of a name hold white space too: only a space after a full name cuts.
    if !token.of(text).contains(BLANKS) && !token.of(text).contains('\n') {
        return vec![token];
    }
    let mut out = Vec::new();
    let mut start = token.begins();
    let mut last = None;
    for (at, c) in chars_in(text, token) {
        // A line break stands inside of a name as well; it cuts before what begins one.
        let long = || Span::new(start, at).of(text).chars().nth(2).is_some();
        // 各县（市）⏎区政府 is one name.
        let whole = || !opens_set(Span::new(start, at).of(text)) || governs(Span::new(start, at).of(text));
        let line = || c == '\n' && long() && whole() && begins_name(token.on_from(at + 1).of(text).trim_start());
        // 县民政局（牵头） 县财政局: a bracket is the end of a name, where another one begins behind it.
        let bracketed = || {
            let before = Span::new(start, at).of(text);
            let name = before.trim_end_matches(closes_bracket);
            let name = name.rfind(opens_bracket).and_then(|open| name[..open].chars().next_back());
            name.is_some_and(ends_name) && begins_name(token.on_from(at + c.len_utf8()).of(text).trim_start())
        };
        let is_whole = |last: char| ends_name(last) || closes_bracket(last) && bracketed();
        if (BLANKS.contains(&c) || line()) && last.is_some_and(is_whole) && at > start {
            out.push(Span::new(start, at));
            start = at + c.len_utf8();
        }
        last = Some(c);
    }
    out.push(token.on_from(start));
    filled(text, out)
}

/// Cuts at words that join names.
fn cut_joined(text: &str, token: Span, out: &mut Vec<Name>) {
    let mut start = token.begins();
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, token) {
        depth.step(c);
        if !depth.outside() || at <= start || !JOINING_STARTS.contains(&c) {
            continue;
        }
        let rest = token.on_from(at).of(text);
        let Some(word) = JOINING.iter().find(|word| rest.starts_with(**word)) else { continue };
        let after = at + word.len();
        if joins(Span::new(start, at).of(text).trim_end(), token.on_from(after).of(text).trim_start()) {
            finish(text, Span::new(start, at), out);
            start = after;
        }
    }
    finish(text, token.on_from(start), out);
}

/// Whether what stands on both sides of a joining word are names.
fn joins(left: &str, right: &str) -> bool {
    let open = left.strip_suffix(AND_OTHERS);
    let left = open.unwrap_or(left);
    let set = opens_joined_set(right);
    // Before the name of a set any name is one, and so is one that leaves its list open: 共青团中央等和各省级人民政府.
    let named = left.ends_with(|c| ends_name(c) || LEFT_ENDINGS.contains(c) || closes_bracket(c))
        || (set && (open.is_some() || ends_as_name(left)) && left.chars().count() >= 2);
    // 各有关部门和单位, 各市党委和政府 are one set.
    let first = JOINING.iter().filter_map(|word| right.find(word)).min().map_or(right, |at| &right[..at]);
    if BARE_SETS.contains(&first.trim_end_matches(AND_OTHERS)) && ends(left, BARE_SETS)
        || is_government(first) && left.ends_with(PARTY)
    {
        return false;
    }
    let ends_right = |c| ends_name(c) || RIGHT_ENDINGS.contains(c) || closes(c).is_some();
    // 市社会和…局, 机关和…局: a place or the word for a set before 和 is no name of a body by itself.
    let whole = set || left.chars().count() >= 3;
    named
        && whole
        && (set || right.trim_end_matches(AND_OTHERS).ends_with(ends_right))
        && right.chars().count() >= 2
        && !ends(left, HALF_NAMES)
}

/// Takes 等 off a name, and stars and joining words before it.
fn finish(text: &str, name: Span, out: &mut Vec<Name>) {
    let mut name = trim_by(text, name, is_around_name);
    for word in BEFORE_NAME {
        if name.of(text).starts_with(word) && name.of(text).chars().count() > 3 {
            name = name.on_from(name.begins() + word.len());
        }
    }
    // 验收工作由市住房城乡建设局牵头.
    if let Some((before, after)) = name.of(text).split_once(BY_WHOM)
        && !before.is_empty()
        && begins_name(after)
    {
        name = name.on_from(name.ends() - after.len());
    }
    let words = name.of(text);
    let mut open = false;
    if let Some((before, tail)) = words.rsplit_once(AND_OTHERS) {
        let tail = tail.trim();
        if tail.is_empty() || (ends(tail, OTHERS) && tail.chars().count() <= 14 && !before.is_empty()) {
            open = true;
            name = name.up_to(name.begins() + before.len());
        }
    }
    let span = trim_by(text, name, is_space);
    if !span.is_empty() {
        out.push(Name { span, open });
    } else if let (true, Some(last)) = (open, out.last_mut()) {
        last.open = true;
    }
}
