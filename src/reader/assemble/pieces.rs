//! Makes the pieces that were recognised tile the source, from the first byte to the last.

use crate::domain::plan::{Piece, PieceKind};
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{closes, is_between};
use crate::reader::text::scan::{has_words, trim_by};

/// The recognised pieces in order, with gaps between them. Words that nothing recognised become paragraphs: no
/// word of the source is ever in a gap. Where two overlap, the one that begins first stays whole.
pub fn tile(source: &str, mut found: Vec<(Span, PieceKind)>) -> Vec<Piece> {
    found.retain(|(span, _)| !span.is_empty() && !span.of(source).is_empty());
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut out = Vec::with_capacity(found.len() * 2 + 1);
    let mut rest = Span::whole(source);
    for (span, kind) in found {
        let span = Span { start: span.start.max(rest.start), ..span };
        if span.is_empty() {
            continue;
        }
        between(source, rest.up_to(span.begins()), &mut out);
        push(kind, span, &mut out);
        rest = rest.on_from(span.ends());
    }
    between(source, rest, &mut out);
    out
}

/// A gap; or, if words stand in it, a paragraph with gaps around it.
fn between(source: &str, gap: Span, out: &mut Vec<Piece>) {
    let is_mark = |c: char| is_between(c) || !c.is_alphanumeric() && closes(c).is_some();
    let words = trim_by(source, gap, is_mark);
    if words.is_empty() || !has_words(source, words) && words.of(source).chars().all(is_mark) {
        push(PieceKind::Gap, gap, out);
        return;
    }
    push(PieceKind::Gap, gap.up_to(words.begins()), out);
    push(PieceKind::Paragraph, words, out);
    push(PieceKind::Gap, gap.on_from(words.ends()), out);
}

fn push(kind: PieceKind, span: Span, out: &mut Vec<Piece>) {
    if !span.is_empty() {
        out.push(Piece { kind, span });
    }
}
