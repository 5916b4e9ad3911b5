//! Whether words name bodies: with a verb behind them, or as a list and nothing else.

use super::meaning::{Meaning, looks_named, meaning};
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::{
    BUREAUS_AND_OFFICES, OPEN_ENDINGS, SECTIONS, ends_as_place, ends_surely, holds_set,
};
use crate::reader::lexicon::duties::{ACCORDING_STARTS, EXPLAINING, INTERPRETING, ends_with_verb, verb_at_end};
use crate::reader::lexicon::marks::{
    COMMAS, LIST_STARS, MEMBER_ENDS, PAUSE, closes, closes_bracket, digit, is_around_words, is_break, is_divider,
    is_numeral, is_space, opens_bracket,
};
use crate::reader::lexicon::rules::{is_aside, is_rule};
use crate::reader::lexicon::{ends, starts};
use crate::reader::text::scan::{Depth, length};
use crate::reader::text::times::stated;

/// The shortest and the longest name of an office that is a heading.
const SHORTEST_OFFICE: usize = 3;
const LONGEST_OFFICE: usize = 14;

/// How long the words behind a time are at most that say no more than that something is done by then: 取得阶段性成效并持续推进.
const LONGEST_DONE: usize = 14;

/// Whether words without a label say of somebody that he answers: 市教育局、市财政局按职责分工负责.
pub fn names_somebody(words: &str) -> bool {
    if starts(words.trim_start(), EXPLAINING) || words.contains(INTERPRETING) {
        return false;
    }
    words.split(is_divider).any(|clause| {
        let clause = clause.trim_matches(is_around_words);
        ends_with_verb(clause) && !is_rule(clause) && somebody(clause)
    })
}

/// Whether clauses are nothing but bodies and the verbs behind them, and times, and name one in particular: 县教育局、县财政局按职责分工负责.
/// 各部门抓好落实 tells everybody.
pub fn act(words: &str) -> bool {
    // 9月底前引进项目5个 is to be done, and no time alone.
    let is_work =
        |words: &str| words.contains(|c| digit(c).is_some()) || length(words, LONGEST_DONE + 1) > LONGEST_DONE;
    let time = |clause: &&str| stated(clause, Span::whole(clause), is_work).is_some();
    let clauses = || words.split(is_divider).map(str::trim).filter(|clause| !time(clause));
    let all = clauses().all(|clause| ends_with_verb(clause) && lists_bodies(before_verb(clause)));
    all && clauses().flat_map(|clause| before_verb(clause).split(PAUSE)).any(|name| meaning(name) == Meaning::Body)
}

/// What stands before the verb at the end of a clause.
fn before_verb(clause: &str) -> &str {
    let mut rest = clause;
    while let Some((word, _)) = verb_at_end(rest) {
        rest = rest.strip_suffix(word).unwrap_or("").trim_end();
    }
    rest.split(ACCORDING_STARTS).next().unwrap_or("")
}

/// Whether a clause names a body somewhere before its verb.
fn somebody(clause: &str) -> bool {
    let rest = before_verb(clause);
    holds_set(clause) || rest.split(PAUSE).any(|name| looks_named(name) && length(name, 3) >= 2)
}

/// Whether words without label and verb are nothing but names: 市发展改革委、市财政局. At least half of them end as only names do.
pub fn lists_bodies(words: &str) -> bool {
    if starts(words.trim_start(), EXPLAINING) {
        return false;
    }
    let divides = |c: char| c == PAUSE || COMMAS.contains(&c) || MEMBER_ENDS.contains(&c);
    let mut depth = Depth::default();
    let outside = |c: char| {
        depth.step(c);
        divides(c) && depth.outside()
    };
    let (mut all, mut sure) = (0, 0);
    for name in words.split(outside) {
        let name = name.trim().trim_start_matches(LIST_STARS);
        let bare = name.trim_end_matches(|c| closes(c).is_some());
        let ends = ends(name, OPEN_ENDINGS) || ends_surely(bare) || ends_surely(without_bracket(name));
        let set = || meaning(name) != Meaning::Body && (looks_named(name) || ends_as_place(name));
        let fits = (3..=30).contains(&length(name, 31)) || (length(name, 3) == 2 && set());
        if !fits || !(ends || set() || looks_named(name)) || name.chars().any(is_break) || is_aside(name) {
            return false;
        }
        all += 1;
        sure += usize::from(ends || set());
    }
    sure * 2 >= all || names_sections(words)
}

/// Whether words are nothing but names of sections of one body: 综合科、法规处、局办公室. 图书室、活动室 are rooms.
fn names_sections(words: &str) -> bool {
    let section = |name: &str| name.trim().ends_with(SECTIONS) && !name.contains(|c| digit(c).is_some());
    names_offices(words) && words.split(PAUSE).any(section)
}

/// Whether words are nothing but names of bodies, or of offices of one: 县教育局、县财政局; 办公室. 建设服务中心 is to be done.
pub fn names_offices(words: &str) -> bool {
    let office = |name: &str| {
        let name = name.trim();
        let short = (SHORTEST_OFFICE..=LONGEST_OFFICE).contains(&length(name, LONGEST_OFFICE + 1));
        short && name.ends_with(BUREAUS_AND_OFFICES) && !name.starts_with(is_numeral) && !name.contains(is_space)
    };
    !words.trim().is_empty() && words.split(PAUSE).all(office)
}

/// The name without the bracket at its end.
fn without_bracket(name: &str) -> &str {
    if !name.ends_with(closes_bracket) {
        return name;
    }
    name.rfind(opens_bracket).map_or(name, |at| &name[..at])
}
