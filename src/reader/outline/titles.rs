//! Where the heading of a numbered paragraph ends and its text begins.

use crate::domain::span::Span;
use crate::reader::lexicon::marks::{BOLD, COMMAS, STOP, is_around_title, is_colon, is_stop};
use crate::reader::statement::Paragraph;
use crate::reader::text::scan::{Depth, chars_in, has_words, length, trim, trim_by};

/// A heading that runs into its text is not longer than this …
const LONGEST_TITLE: usize = 32;
/// … and one with a comma in it not longer than this: longer ones are the first sentence of a text.
const LONGEST_DIVIDED_TITLE: usize = 24;
/// The longest heading before a colon.
const LONGEST_BEFORE_COLON: usize = 24;
/// The longest heading that stands over paragraphs of its own.
const LONGEST_STANDING_TITLE: usize = 60;
/// How far behind that the mark is looked for that ends a heading.
const MARGIN: usize = 20;
/// The shortest heading before wide white space.
const SHORTEST_BEFORE_SPACE: usize = 4;

/// The heading of a numbered paragraph, and the text behind it. `under` says whether something stands under it.
pub fn split(text: &str, own: &Paragraph, under: bool) -> (Span, Span) {
    let none = (own.span.front(), own.span);
    let stated = own.statements.first().map_or(own.span.ends(), |s| s.span.begins());
    let head = own.span.up_to(stated);
    if let Some(found) = bold(text, head, own.span.ends()) {
        return found;
    }
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, head).take(LONGEST_STANDING_TITLE + MARGIN) {
        depth.step(c);
        let ends = is_stop(c) || c == '；';
        if !depth.outside() || !(ends || is_colon(c) || matches!(c, '\u{3000}' | '\t' | ' ')) {
            continue;
        }
        let title = trim_title(text, head.up_to(at));
        let words = title.of(text);
        let rest = own.span.on_from(at + c.len_utf8());
        let more = has_words(text, rest.up_to(stated)) || words_after(text, own, stated);
        let count = length(words, LONGEST_STANDING_TITLE + 1);
        let divided = words.contains(COMMAS);
        if ends {
            let heading = count <= if divided { LONGEST_DIVIDED_TITLE } else { LONGEST_TITLE };
            let standing = !more && under && own.statements.is_empty() && count <= LONGEST_STANDING_TITLE;
            return if c != '；' && ((more && heading) || standing) { (title, trim(text, rest)) } else { none };
        }
        let before_colon = is_colon(c) && count <= LONGEST_BEFORE_COLON;
        let wide = matches!(c, '\u{3000}' | '\t') || (c == ' ' && rest.of(text).starts_with(' '));
        let before_space = wide && (SHORTEST_BEFORE_SPACE..=LONGEST_TITLE).contains(&count) && !words.contains(STOP);
        if more && !divided && (before_colon || before_space) {
            return (title, trim(text, rest));
        }
    }
    let title = trim_title(text, head);
    let whole = length(title.of(text), LONGEST_STANDING_TITLE + 1) <= LONGEST_STANDING_TITLE;
    if under && whole && !head.of(text).contains(is_stop) && !title.is_empty() && !words_after(text, own, stated) {
        return (title, trim(text, own.span.on_from(stated)));
    }
    none
}

/// A heading between the marks that make it bold in markdown, and the text behind it.
fn bold(text: &str, head: Span, end: usize) -> Option<(Span, Span)> {
    let inner = head.of(text).strip_prefix(BOLD)?;
    let close = inner.find(BOLD).filter(|at| *at > 0 && *at <= LONGEST_STANDING_TITLE * 3)?;
    let begins = head.begins() + BOLD.len();
    let title = trim_title(text, Span::new(begins, begins + close));
    let rest = trim(text, Span::new(begins + close + BOLD.len(), end));
    (!title.is_empty() && !rest.is_empty()).then_some((title, rest))
}

/// Whether words stand behind the first statement.
fn words_after(text: &str, own: &Paragraph, stated: usize) -> bool {
    own.words().any(|words| words.begins() >= stated && has_words(text, words))
}

/// The heading without the marks around it.
fn trim_title(text: &str, span: Span) -> Span {
    trim_by(text, span, is_around_title)
}
