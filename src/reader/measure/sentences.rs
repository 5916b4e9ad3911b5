//! Cuts running text into sentences.

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{closes, is_around_words, is_between, is_stop};
use crate::reader::text::scan::{Depth, chars_in, has_words, is_bracket, trim_by};

/// The sentences of a span, each with its closing mark. Marks inside brackets and quotation marks do not end a
/// sentence, unless the copy lost the closing one: then the end of the span does.
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    let mut out = split(text, span, true);
    // One sentence with an opened, never closed quotation would swallow the rest of the paragraph.
    if let Some(unclosed) = out.pop_if(|last| !closed(text, *last)) {
        out.extend(split(text, unclosed, false));
    }
    out
}

fn closed(text: &str, span: Span) -> bool {
    let mut depth = Depth::default();
    span.of(text).chars().for_each(|c| depth.step(c));
    depth.outside()
}

fn split(text: &str, span: Span, nested: bool) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut start = span.begins();
    let mut ended = false;
    for (at, c) in chars_in(text, span) {
        if ended && !is_stop(c) && closes(c).is_none() {
            add(text, Span::new(start, at), &mut out);
            start = at;
            ended = false;
        }
        depth.step(c);
        ended |= is_stop(c) && (!nested || depth.outside());
    }
    add(text, span.on_from(start), &mut out);
    out
}

/// Adds a sentence; a bracket that stands by itself belongs to the one before it: 建平台。（详见附件）
fn add(text: &str, span: Span, out: &mut Vec<Span>) {
    let Some(sentence) = bare(text, span) else { return };
    match out.last_mut() {
        Some(last) if is_bracket(sentence.of(text)) => *last = last.through(sentence),
        _ => out.push(sentence),
    }
}

/// The sentence without the marks around it, those of markdown too; `None` where it has no words.
fn bare(text: &str, span: Span) -> Option<Span> {
    let span = trim_by(text, span, is_around_words);
    let start = trim_by(text, span, |c| is_between(c) && c != '-').begins().min(span.ends());
    Some(span.on_from(start)).filter(|span| has_words(text, *span))
}
