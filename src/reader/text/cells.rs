//! The cells of a line of a table, between tabs or pipes.

use super::scan::{trim, trim_by};
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{CELL_BAR, WIDE_BAR, is_rule_mark};

/// The cells of the line that a paragraph stands in, blank ones too; none where no tab and no pipe stands in it.
pub fn cells(text: &str, paragraph: Span) -> Vec<Span> {
    let words = paragraph.of(text);
    let pipes = is_piped(words);
    if !pipes && !words.contains('\t') && !ends_blank(text, paragraph) || words.contains('\n') {
        return Vec::new();
    }
    let (inner, mark) = if pipes {
        let row = trim_by(text, paragraph, |c| c == ' ');
        let mark = if words.contains(CELL_BAR) { CELL_BAR } else { WIDE_BAR };
        let start = row.begins() + words.strip_prefix(mark).map_or(0, |_| mark.len_utf8());
        let end = row.ends() - words.strip_suffix(mark).map_or(0, |_| mark.len_utf8());
        (Span::new(start, end.max(start)), mark)
    } else {
        // White space was trimmed off the paragraph, but a tab before its first word is a blank cell.
        let before = Span::new(0, paragraph.begins()).of(text);
        let after = Span::new(paragraph.ends(), text.len()).of(text);
        let start = before.trim_end_matches(['\t', ' ']).len();
        let end = text.len() - after.trim_start_matches(['\t', ' ']).len();
        (Span::new(start, end), '\t')
    };
    let mut out = Vec::new();
    let mut start = inner.begins();
    for (at, _) in inner.of(text).match_indices(mark) {
        out.push(trim(text, Span::new(start, inner.begins() + at)));
        start = inner.begins() + at + mark.len_utf8();
    }
    out.push(trim(text, inner.on_from(start)));
    out
}

/// Whether the cells of a line only rule.
pub fn only_rule(text: &str, cells: &[Span]) -> bool {
    cells.iter().all(|cell| cell.of(text).chars().all(is_rule_mark))
}

/// Whether a line is a row between pipes; the first pipe may be missing.
pub fn is_piped(words: &str) -> bool {
    words.starts_with(CELL_BAR) && words.len() > 1
        || words.matches(WIDE_BAR).nth(1).is_some()
        || !words.contains('\t') && (words.matches(" | ").nth(1).is_some() || words.matches('|').nth(2).is_some())
}

/// Whether a tab stands before or behind the paragraph in its line.
fn ends_blank(text: &str, paragraph: Span) -> bool {
    let before = Span::new(0, paragraph.begins()).of(text);
    let after = Span::new(paragraph.ends(), text.len()).of(text);
    before.ends_with('\t') || after.starts_with('\t')
}
