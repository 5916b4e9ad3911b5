//! Makes the pieces that were recognised tile the source, from the first byte to the last.

use super::chars::{Bytes, is_between, slice, trim_by};
use crate::domain::plan::{Piece, PieceKind};
use crate::domain::span::Span;

/// The recognised pieces in order, with gaps between them. Words that nothing recognised become paragraphs: no
/// word of the source is ever in a gap. Where two overlap, the one that begins first stays whole.
pub fn tile(source: &str, mut found: Vec<(Bytes, PieceKind)>) -> Vec<Piece> {
    found.retain(|(range, _)| range.start < range.end && source.get(range.clone()).is_some());
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut out = Vec::with_capacity(found.len() * 2 + 1);
    let mut at = 0;
    for (range, kind) in found {
        let range = range.start.max(at)..range.end.max(at);
        if range.is_empty() {
            continue;
        }
        between(source, at..range.start, &mut out);
        at = range.end;
        push(kind, range, &mut out);
    }
    between(source, at..source.len(), &mut out);
    out
}

/// A gap; or, if words stand in it, a paragraph with gaps around it.
fn between(source: &str, range: Bytes, out: &mut Vec<Piece>) {
    let is_mark = |c: char| is_between(c) || !c.is_alphanumeric() && super::chars::closes(c).is_some();
    let words = trim_by(source, range.clone(), is_mark);
    if words.is_empty()
        || !slice(source, words.clone()).chars().any(char::is_alphanumeric)
            && slice(source, words.clone()).chars().all(is_mark)
    {
        push(PieceKind::Gap, range, out);
        return;
    }
    push(PieceKind::Gap, range.start..words.start, out);
    push(PieceKind::Paragraph, words.clone(), out);
    push(PieceKind::Gap, words.end..range.end, out);
}

fn push(kind: PieceKind, range: Bytes, out: &mut Vec<Piece>) {
    if !range.is_empty() {
        out.push(Piece { kind, span: Span::new(range.start, range.end) });
    }
}
