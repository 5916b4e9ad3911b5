//! Where a sentence says on which condition something is given: 对年产值首次突破5亿元、10亿元的，分别奖励….

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{COMMAS, is_clause_end};
use crate::reader::lexicon::quantities::{CONSEQUENCES, GIVING, QUALIFYING, TO_WHOM};
use crate::reader::lexicon::starts;
use crate::reader::text::scan::{Depth, chars_in};

/// The conditions of a sentence, in order: from 对 on, or else the clause, that ends with 的 before what is given.
pub fn find(text: &str, sentence: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut clause = sentence.begins();
    let mut since = None;
    // The last character that is no white space.
    let mut before = ' ';
    for (at, c) in chars_in(text, sentence) {
        if at == clause && TO_WHOM.contains(&c) {
            since = since.or(Some(at));
        }
        depth.step(c);
        if is_clause_end(c) && depth.outside() {
            let next = at + c.len_utf8();
            let rest = sentence.on_from(next).of(text).trim_start();
            if COMMAS.contains(&c) && before == QUALIFYING && (starts(rest, GIVING) || starts(rest, CONSEQUENCES)) {
                out.push(Span::new(since.unwrap_or(clause), at));
                since = None;
            }
            if !COMMAS.contains(&c) {
                since = None;
            }
            clause = next;
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    out
}
