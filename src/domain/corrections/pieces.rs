//! The pieces of a source, cut anew. Whatever is done here, put together they are the source.

use crate::domain::plan::{Piece, PieceKind};
use crate::domain::span::Span;

/// Makes one place one piece. Pieces that it cuts keep what is left of them; where no words are left, that is a gap.
pub fn mark(source: &str, pieces: &mut Vec<Piece>, span: Span, kind: PieceKind) {
    if span.is_empty() {
        return;
    }
    let mut out = Vec::with_capacity(pieces.len() + 3);
    let mut new = Some(Piece { kind, span });
    for piece in std::mem::take(pieces) {
        push(source, &mut out, Piece { span: piece.span.up_to(piece.span.ends().min(span.begins())), ..piece }, &piece);
        if piece.span.end >= span.end {
            out.extend(new.take());
        }
        push(
            source,
            &mut out,
            Piece { span: piece.span.on_from(piece.span.begins().max(span.ends())), ..piece },
            &piece,
        );
    }
    *pieces = out;
}

fn push(source: &str, out: &mut Vec<Piece>, part: Piece, whole: &Piece) {
    if part.span.is_empty() {
        return;
    }
    let has_words = || part.span.of(source).chars().any(char::is_alphanumeric);
    let kind = if part.span == whole.span || has_words() { part.kind } else { PieceKind::Gap };
    out.push(Piece { kind, ..part });
}

/// Says of the pieces within a place that are text what kind they are. Gaps, and what is no part of the plan, stay.
pub fn turn(pieces: &mut [Piece], span: Span, kind: PieceKind) {
    let is_text = |kind| {
        use PieceKind::{Deadline, Measure, Paragraph, Preamble, Responsibility};
        matches!(kind, Measure | Paragraph | Preamble | Responsibility | Deadline)
    };
    pieces
        .iter_mut()
        .filter(|piece| span.contains(piece.span) && is_text(piece.kind))
        .for_each(|piece| piece.kind = kind);
}

/// What is left of a place before and behind another, without what is no word at the ends of both.
pub fn rest(source: &str, span: Span, taken: Span) -> [Option<Span>; 2] {
    let before = span.up_to(span.ends().min(taken.begins()));
    let behind = span.on_from(span.begins().max(taken.ends()));
    [before, behind].map(|part| worded(source, part))
}

/// A place without the white space around it; `None` where no words are in it.
pub fn worded(source: &str, span: Span) -> Option<Span> {
    let words = span.of(source);
    if span.is_empty() || !words.chars().any(char::is_alphanumeric) {
        return None;
    }
    let start = span.begins() + words.len() - words.trim_start().len();
    Some(Span::new(start, span.begins() + words.trim_end().len()))
}

/// Whether two places share anything.
pub fn meet(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end && !one.is_empty() && !other.is_empty()
}
