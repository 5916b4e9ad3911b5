//! Cuts running text into sentences.

use super::chars::{Bytes, Depth, chars_in, closes, is_between, is_space, is_stop, slice, trim_by};

/// The sentences of a range, each with its closing mark. Marks inside brackets and quotation marks do not end a
/// sentence, unless the copy lost the closing one: then the end of the range does.
pub fn sentences(text: &str, range: Bytes) -> Vec<Bytes> {
    let balanced = split(text, range.clone(), true);
    // One sentence with an opened, never closed quotation would swallow the rest of the paragraph.
    let lost = balanced.last().is_some_and(|last| !closed(text, last.clone()));
    match balanced.last().cloned() {
        Some(unclosed) if lost => {
            let mut out = balanced;
            out.pop();
            out.extend(split(text, unclosed, false));
            out
        }
        _ => balanced,
    }
}

fn closed(text: &str, range: Bytes) -> bool {
    let mut depth = Depth::default();
    slice(text, range).chars().for_each(|c| depth.step(c));
    depth.outside()
}

fn split(text: &str, range: Bytes, nested: bool) -> Vec<Bytes> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut start = range.start;
    let mut ended = false;
    for (at, c) in chars_in(text, range.clone()) {
        if ended && !is_stop(c) && closes(c).is_none() {
            push(text, start..at, &mut out);
            start = at;
            ended = false;
        }
        depth.step(c);
        ended |= is_stop(c) && (!nested || depth.outside());
    }
    push(text, start..range.end, &mut out);
    out
}

/// Keeps what has words; the marks of markdown around a sentence are not of it.
fn push(text: &str, range: Bytes, out: &mut Vec<Bytes>) {
    let range = trim_by(text, range, |c| is_space(c) || c == '*');
    let range = trim_by(text, range.clone(), is_space);
    let start = trim_by(text, range.clone(), |c| is_between(c) && c != '-').start.min(range.end);
    if slice(text, start..range.end).chars().any(char::is_alphanumeric) {
        out.push(start..range.end);
    }
}
