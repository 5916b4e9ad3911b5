//! Cuts a statement into clauses.

use crate::domain::span::Span;
use crate::reader::lexicon::duties::Field;
use crate::reader::lexicon::marks::{
    PAUSE, closes, closes_bracket, is_break, is_colon, is_divider, is_space, opens, opens_bracket,
};
use crate::reader::lexicon::rules::is_aside;
use crate::reader::text::fields::{Opened, glued, opened};
use crate::reader::text::scan::{Depth, chars_in, has_words, trim_by};
use std::borrow::Cow;

/// Cuts a statement at the marks between clauses, at white space before a label, and at brackets: those between touching
/// statements, and those behind a name that state a rule.
pub fn clauses(text: &str, inner: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut depth = Depth::default();
    let mut start = inner.begins();
    let mut skip = inner.begins();
    // Whether a clause begins here.
    let mut fresh = true;
    // Without a colon no label is glued to what stands before it.
    let labels = inner.of(text).contains(is_colon);
    for (at, c) in chars_in(text, inner) {
        if at < skip {
            continue;
        }
        let after = at + c.len_utf8();
        let outside = depth.outside();
        let mut cut = false;
        if fresh && !is_space(c) {
            fresh = false;
            if let Some(label) = opened(inner.on_from(at).of(text)) {
                skip = at + label.end;
                continue;
            }
        }
        if opens(c).is_some() && outside {
            if let Some(end) = aside(text, inner.on_from(at)) {
                out.extend([Span::new(start, at), trim_by(text, Span::new(after, end), |c| closes(c).is_some())]);
                (start, skip) = (end, end);
                continue;
            }
        } else if closes_bracket(c) {
            // A close without an open ends a touching statement.
            cut = outside;
        } else if outside {
            // A line may break inside of a label: 责 / 任单位：. So only wide white space parts a label that is not known.
            let wide = || Span::new(start, at).of(text).ends_with(is_space);
            let labelled = |label: Opened| label.states() || label.field == Field::Others && wide();
            cut = is_divider(c) || is_space(c) && opened(inner.on_from(after).of(text)).is_some_and(labelled);
            // 牵头领导：某某某责任单位：县教育局 has nothing between its labels.
            if !cut
                && at > start
                && labels
                && let Some(label) = glued(inner.on_from(at).of(text), c)
            {
                out.push(Span::new(start, at));
                start = at;
                skip = at + label.end;
                continue;
            }
        }
        depth.step(c);
        if cut {
            out.push(Span::new(start, at));
            start = after;
            fresh = true;
        }
    }
    out.push(inner.on_from(start));
    out.into_iter().map(|clause| unopened(text, clause)).filter(|clause| has_words(text, *clause)).collect()
}

/// The end of a bracket that states a rule or explains the name before it, if one begins here and ends the name.
fn aside(text: &str, span: Span) -> Option<usize> {
    /// Longer ones are no asides.
    const LONGEST: usize = 60;
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, span).take(LONGEST) {
        depth.step(c);
        if depth.outside() {
            let end = at + c.len_utf8();
            let words = Span::new(span.begins(), at).of(text);
            let next = span.on_from(end).of(text).trim_start().chars().next();
            let ends = next.is_none_or(|c| is_divider(c) || c == PAUSE || closes(c).is_some());
            return (ends && is_aside(words.trim_start_matches(|c| opens(c).is_some()))).then_some(end);
        }
    }
    None
}

/// The clause without the marks around it, and without an opening bracket that nothing closes: that of a touching
/// statement.
fn unopened(text: &str, clause: Span) -> Span {
    let clause = trim_by(text, clause, |c| is_space(c) || is_break(c));
    let words = clause.of(text);
    let opened = words.starts_with(opens_bracket) && !words.contains(|c| closes(c).is_some());
    if opened { trim_by(text, clause, |c| is_space(c) || opens(c).is_some()) } else { clause }
}

/// The words outside of brackets.
pub fn outside_brackets(words: &str) -> Cow<'_, str> {
    if !words.contains(|c| opens(c).is_some()) {
        return Cow::Borrowed(words);
    }
    let mut depth = Depth::default();
    let outside = |c: &char| {
        let before = depth.outside();
        depth.step(*c);
        before && depth.outside()
    };
    words.chars().filter(outside).collect::<String>().into()
}
