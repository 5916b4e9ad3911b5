//! Where a sentence says on which condition something is given: 对年产值首次突破5亿元、10亿元的，分别奖励….

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{COMMAS, is_clause_end};
use crate::reader::lexicon::quantities::{CONSEQUENCES, GIVING, QUALIFYING, RECIPIENTS, TO_WHOM};
use crate::reader::lexicon::{longest_end, starts};
use crate::reader::text::scan::{Depth, chars_in};

/// Between 的 and what it qualifies stand so many characters at most.
const LONGEST_RECIPIENT: usize = 8;

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
            let gives = COMMAS.contains(&c) && starts(rest, GIVING);
            if COMMAS.contains(&c) && before == QUALIFYING && (gives || starts(rest, CONSEQUENCES)) {
                out.push(Span::new(since.unwrap_or(clause), at));
                since = None;
            } else if let Some(end) = gives.then(|| recipients(text, Span::new(clause, at))).flatten() {
                out.push(Span::new(since.unwrap_or(clause), end));
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

/// Where a clause says to whom something is given, and nothing else: 投入超过1亿元的企业.
fn recipients(text: &str, clause: Span) -> Option<usize> {
    let noun = longest_end(clause.of(text).trim_end(), RECIPIENTS)?;
    let named = clause.up_to(clause.begins() + clause.of(text).trim_end().len() - noun.len());
    let (at, _) = chars_in(text, named).rev().take(LONGEST_RECIPIENT).find(|(_, c)| *c == QUALIFYING)?;
    Some(at)
}
