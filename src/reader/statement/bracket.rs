//! What a pair of brackets states: by the labels in it, or as a list of bodies and times.

use super::kind::{StatementKind, kind_of, more};
use super::naming::{lists_bodies, names_somebody};
use crate::domain::span::Span;
use crate::reader::lexicon::duties::CONTACT;
use crate::reader::lexicon::holds;
use crate::reader::lexicon::marks::{is_divider, is_space};
use crate::reader::lexicon::rules::is_rule;
use crate::reader::text::fields::{holds_bodies, opened};
use crate::reader::text::scan::{Depth, chars_in, trim};
use crate::reader::text::times::stated;

/// What the words in a bracket state by their labels, wherever those stand in it.
pub fn inside(words: &str) -> Option<StatementKind> {
    if holds(words, CONTACT) && !holds_bodies(words) {
        return None;
    }
    let mut depth = Depth::default();
    let mut kind = None;
    let mut begins = true;
    for (at, c) in words.char_indices() {
        if begins && !is_space(c) {
            begins = false;
            if let Some(label) = opened(&words[at..]).filter(|label| label.states()) {
                kind = Some(kind.map_or(kind_of(label), |kind| more(kind, kind_of(label))));
            }
        }
        depth.step(c);
        begins |= depth.outside() && (is_divider(c) || is_space(c));
    }
    // 市教育局负责，完成时限：6月底.
    let named = || names_somebody(words) || words.split(is_divider).any(lists_bodies);
    kind.map(|kind| if kind == StatementKind::Deadline && named() { StatementKind::Responsibility } else { kind })
}

/// What words without label and verb state that are nothing but bodies and times, and whether a time is among them:
/// 市教育局、各镇，6月底前.
pub fn listed(text: &str, inner: Span) -> Option<(StatementKind, bool)> {
    // 市教育局、市财政局，铁路车务段: those that end as only names do speak for the others.
    if lists_bodies(inner.of(text)) {
        return Some((StatementKind::Responsibility, false));
    }
    let (mut kind, mut timed) = (None, false);
    for clause in cut(text, inner) {
        let words = clause.of(text);
        if lists_bodies(words) {
            kind = Some(StatementKind::Responsibility);
        } else if is_rule(words) {
        } else if stated(text, clause, names_somebody).is_some() {
            kind = kind.or(Some(StatementKind::Deadline));
            timed = true;
        } else {
            return None;
        }
    }
    kind.map(|kind| (kind, timed))
}

/// The clauses of a span, cut at dividers outside of brackets.
fn cut(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut start = span.begins();
    for (at, c) in chars_in(text, span) {
        depth.step(c);
        if is_divider(c) && depth.outside() {
            out.push(Span::new(start, at));
            start = at + c.len_utf8();
        }
    }
    out.push(span.on_from(start));
    out.into_iter().map(|clause| trim(text, clause)).filter(|clause| !clause.is_empty()).collect()
}
