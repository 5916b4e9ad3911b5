//! Where the heading of a numbered paragraph ends and its text begins.

use super::chars::{Bytes, Depth, chars_in, is_colon, is_space, is_stop, length, slice, trim, trim_by};
use super::structure::Paragraph;

/// A heading that runs into its text is not longer than this …
const LONGEST_TITLE: usize = 32;
/// … and one with a comma in it not longer than this: longer ones are the first sentence of a text.
const LONGEST_DIVIDED_TITLE: usize = 24;
/// The longest heading before a colon.
const LONGEST_BEFORE_COLON: usize = 24;
/// The longest heading that stands over paragraphs of its own.
const LONGEST_STANDING_TITLE: usize = 60;

/// The heading of a numbered paragraph, and the text behind it. `under` says whether something stands under it.
pub fn split(text: &str, own: &Paragraph, under: bool) -> (Bytes, Bytes) {
    let range = own.range.clone();
    let none = (range.start..range.start, range.clone());
    let stated = own.statements.first().map_or(range.end, |s| s.range.start);
    let head = range.start..stated;
    if let Some(found) = bold(text, &head, range.end) {
        return found;
    }
    let mut depth = Depth::default();
    for (at, c) in chars_in(text, head.clone()).take(LONGEST_STANDING_TITLE + 20) {
        depth.step(c);
        if !depth.outside() {
            continue;
        }
        let title = trim_title(text, head.start..at);
        let rest = at + c.len_utf8()..range.end;
        let more = has_words(text, rest.start..stated) || words_after(text, own, stated);
        let count = length(slice(text, title.clone()), LONGEST_STANDING_TITLE + 1);
        if is_stop(c) || c == '；' {
            let divided = slice(text, title.clone()).contains(['，', ',']);
            let heading = count <= if divided { LONGEST_DIVIDED_TITLE } else { LONGEST_TITLE };
            let standing = !more && under && own.statements.is_empty() && count <= LONGEST_STANDING_TITLE;
            return if c != '；' && ((more && heading) || standing) { (title, trim(text, rest)) } else { none };
        }
        if is_colon(c) && more && count <= LONGEST_BEFORE_COLON && !slice(text, title.clone()).contains(['，', ',']) {
            return (title, trim(text, rest));
        }
        let wide = c == '\u{3000}' || c == '\t' || (c == ' ' && slice(text, rest.clone()).starts_with(' '));
        if wide
            && more
            && (4..=LONGEST_TITLE).contains(&count)
            && !slice(text, title.clone()).contains(['，', ',', '。'])
        {
            return (title, trim(text, rest));
        }
    }
    let title = trim_title(text, head.clone());
    let whole = length(slice(text, title.clone()), LONGEST_STANDING_TITLE + 1) <= LONGEST_STANDING_TITLE;
    let unended = !slice(text, head.clone()).chars().any(is_stop);
    if under && whole && unended && !title.is_empty() && !words_after(text, own, stated) {
        return (title, trim(text, stated..range.end));
    }
    none
}

/// A heading between the marks that make it bold in markdown.
fn bold(text: &str, head: &Bytes, end: usize) -> Option<(Bytes, Bytes)> {
    let inner = slice(text, head.clone()).strip_prefix("**")?;
    let close = inner.find("**").filter(|at| *at > 0 && *at <= LONGEST_STANDING_TITLE * 3)?;
    let title = trim_title(text, head.start + 2..head.start + 2 + close);
    let rest = trim(text, head.start + 4 + close..end);
    (!title.is_empty() && !rest.is_empty()).then_some((title, rest))
}

/// Whether words stand behind the first statement.
fn words_after(text: &str, own: &Paragraph, stated: usize) -> bool {
    own.words().any(|r| r.start >= stated && has_words(text, r))
}

fn has_words(text: &str, range: Bytes) -> bool {
    slice(text, range).chars().any(char::is_alphanumeric)
}

/// The heading without the marks around it.
pub fn trim_title(text: &str, range: Bytes) -> Bytes {
    trim_by(text, range, |c| {
        is_space(c) || is_stop(c) || is_colon(c) || matches!(c, '*' | '#' | '、' | '，' | '；' | ';')
    })
}
