//! Who answers where no statement says so: the body that a task is called after, or that its sentences speak of.

use super::said::{Names, Said};
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::{ALWAYS_GENERIC, BARE_SETS, EVERY_LEVEL, SURE_ENDINGS, without_set};
use crate::reader::lexicon::duties::{BY_WHOM, LEADING_VERBS, OBLIGING_STARTS, obliges};
use crate::reader::lexicon::ends;
use crate::reader::lexicon::marks::{PAUSE, is_clause_end, is_colon, is_numeral, is_stop};
use crate::reader::statement::meaning::{Meaning, looks_named};
use crate::reader::statement::naming::{act, lists_bodies, names_somebody};
use crate::reader::statement::read::{Named, read};
use crate::reader::text::scan::{Depth, chars_in, length, trim};

/// The longest list of bodies at the start of a sentence.
const LONGEST_SUBJECT: usize = 60;
/// The shortest name that a task can be called after.
const SHORTEST_NAME: usize = 3;

/// The bodies that a task without a statement names: 县水利局：负责…; 由县水利局牵头，….
pub fn subject(text: &str, title: Span, said: &[Said]) -> Option<Names> {
    let first = said.iter().find_map(|said| match said {
        Said::Words(span) if !span.of(text).trim().is_empty() => Some(*span),
        _ => None,
    })?;
    let titled = (!title.is_empty()).then(|| titled(text, title)).flatten();
    titled.or_else(|| before_colon(text, first)).or_else(|| by_whom(text, first))
}

/// A title that is nothing but bodies, with a colon behind it.
fn titled(text: &str, title: Span) -> Option<Names> {
    let behind = Span::new(title.ends(), text.len()).of(text);
    (behind.trim_start().starts_with(is_colon) && lists(title.of(text))).then(|| names(text, title))
}

/// Bodies before a colon at the start of a sentence, too many for a title.
fn before_colon(text: &str, sentence: Span) -> Option<Names> {
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, sentence).take(LONGEST_SUBJECT) {
        depth.step(c);
        if depth.outside() && is_clause_end(c) {
            let before = sentence.up_to(at);
            return (is_colon(c) && lists(before.of(text))).then(|| names(text, before));
        }
    }
    None
}

/// 由…牵头 at the start of a sentence, or clauses there that are nothing but bodies and what they do: 县交通局牵头，10月底前通车20公里.
fn by_whom(text: &str, sentence: Span) -> Option<Names> {
    let words = sentence.of(text).trim_start();
    let start = sentence.ends() - words.len();
    let says_whom = if words.starts_with(BY_WHOM) { names_somebody } else { act };
    let mut found = None;
    let mut begins = start;
    for (at, _) in chars_in(text, sentence.on_from(start)).take(LONGEST_SUBJECT * 2).filter(|(_, c)| is_clause_end(*c))
    {
        // 由县交通局牵头，县城管局配合: clause by clause, as long as each names somebody.
        if !says_whom(Span::new(begins, at).of(text)) {
            break;
        }
        let all = names(text, Span::new(start, at));
        if !all.named.iter().all(|named| looks_named(named.span.of(text))) {
            break;
        }
        found = Some(all);
        begins = at + sentence.on_from(at).of(text).chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// The bodies that the sentences of some words speak of, each with the start of the first sentence that does: 县水利局要…;
/// 方案由县水利局牵头拟订. A sentence without one goes on with the body of the one before it.
pub fn subjects(text: &str, words: Span) -> Vec<(usize, Names)> {
    let mut out: Vec<(usize, Names)> = Vec::new();
    let mut depth = Depth::default();
    let (mut sentence, mut clause) = (words.begins(), words.begins());
    for (at, c) in chars_in(text, words) {
        if at == clause {
            let near = chars_in(text, words.on_from(at)).nth(LONGEST_SUBJECT * 2).map_or(words.ends(), |(at, _)| at);
            let near = Span::new(at, near);
            if let Some(found) = must(text, near).or_else(|| led(text, near)) {
                match out.last_mut() {
                    Some((begun, last)) if *begun == sentence => {
                        last.span = last.span.through(found.span);
                        last.named.extend(found.named);
                        last.open |= found.open;
                    }
                    _ => out.push((sentence, found)),
                }
            }
        }
        depth.step(c);
        if is_clause_end(c) && depth.outside() {
            clause = at + c.len_utf8();
        }
        if is_stop(c) && depth.outside() {
            sentence = at + c.len_utf8();
        }
    }
    out
}

/// The bodies at the start of a clause that says what they must do.
fn must(text: &str, clause: Span) -> Option<Names> {
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, clause).take(LONGEST_SUBJECT) {
        depth.step(c);
        if depth.outside() && is_clause_end(c) {
            break;
        }
        if depth.outside() && OBLIGING_STARTS.contains(&c) && obliges(clause.on_from(at).of(text)) {
            return bodies(text, clause.up_to(at));
        }
    }
    None
}

/// 由…牵头 anywhere in a clause.
fn led(text: &str, clause: Span) -> Option<Names> {
    let by = chars_in(text, clause).take_while(|(_, c)| !is_clause_end(*c)).find(|(_, c)| *c == BY_WHOM)?.0;
    let rest = clause.on_from(by + BY_WHOM.len_utf8());
    let end = chars_in(text, rest).take(LONGEST_SUBJECT).find(|(_, c)| is_clause_end(*c));
    let rest = rest.up_to(end.map_or(rest.ends(), |(at, _)| at));
    let (at, verb) = LEADING_VERBS.iter().filter_map(|verb| Some((rest.of(text).find(verb)?, verb))).min()?;
    let list = rest.up_to(rest.begins() + at);
    bodies(text, list)?;
    Some(names(text, list.up_to(list.ends() + verb.len())))
}

/// The bodies of a list that is nothing else.
fn bodies(text: &str, list: Span) -> Option<Names> {
    let list = trim(text, list);
    let words = list.of(text);
    // 全区各级交通、市场监管等部门 is one set.
    if words.contains(EVERY_LEVEL) && ends(words, ALWAYS_GENERIC) {
        let named = Named { span: list, meaning: Meaning::Generic, role: Role::Responsible, starred: false };
        return Some(Names { span: list, named: vec![named], open: false, deadlines: Vec::new() });
    }
    let all = names(text, list);
    let body = |named: &Named| {
        let words = named.span.of(text);
        length(words, SHORTEST_NAME) == SHORTEST_NAME
            && looks_named(words)
            && !words.starts_with(is_numeral)
            && (named.meaning != Meaning::Body || ends(words, SURE_ENDINGS))
    };
    // 各部门要… says of nobody that he does it.
    let told = |named: &Named| !BARE_SETS.contains(&without_set(named.span.of(text)));
    (all.named.iter().any(told) && all.named.iter().all(body)).then_some(all)
}

fn lists(words: &str) -> bool {
    // 一网通办 is no office.
    let named = |name: &str| length(name, SHORTEST_NAME) == SHORTEST_NAME && !name.starts_with(is_numeral);
    lists_bodies(words) && words.split(PAUSE).all(named)
}

fn names(text: &str, span: Span) -> Names {
    let read = read(text, span);
    Names { span, named: read.named, open: read.open, deadlines: Vec::new() }
}
