//! Who answers where no statement says so: the body that a task is called after, or that its first sentence speaks of.

use super::said::{Names, Said};
use crate::domain::span::Span;
use crate::reader::lexicon::duties::BY_WHOM;
use crate::reader::lexicon::marks::{PAUSE, is_clause_end, is_colon, is_numeral};
use crate::reader::statement::meaning::looks_named;
use crate::reader::statement::naming::{lists_bodies, names_somebody};
use crate::reader::statement::read::read;
use crate::reader::text::scan::{Depth, chars_in, length};

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

/// 由…牵头 at the start of a sentence.
fn by_whom(text: &str, sentence: Span) -> Option<Names> {
    let words = sentence.of(text).trim_start();
    let start = sentence.ends() - words.len();
    if !words.starts_with(BY_WHOM) {
        return None;
    }
    let mut found = None;
    let mut begins = start;
    for (at, _) in chars_in(text, sentence.on_from(start)).take(LONGEST_SUBJECT * 2).filter(|(_, c)| is_clause_end(*c))
    {
        // 由县交通局牵头，县城管局配合: clause by clause, as long as each names somebody.
        if !names_somebody(Span::new(begins, at).of(text)) {
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

fn lists(words: &str) -> bool {
    // 一网通办 is no office.
    let named = |name: &str| length(name, SHORTEST_NAME) == SHORTEST_NAME && !name.starts_with(is_numeral);
    lists_bodies(words) && words.split(PAUSE).all(named)
}

fn names(text: &str, span: Span) -> Names {
    let read = read(text, span);
    Names { span, named: read.named, open: read.open, deadlines: Vec::new() }
}
