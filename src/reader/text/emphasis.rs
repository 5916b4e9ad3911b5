//! Words that markdown sets in bold: the marks around them say nothing of the plan.

use super::labels::label_at;
use super::scan::trim;
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{BOLD, LINE_ENDS, is_colon};

/// As long as [`BOLD`], and white space that parts neither lines nor cells nor names.
const NOTHING: &str = "\u{85}";

/// The text with nothing where the marks around bold words were. A line that begins in bold, behind its label if it has one, keeps
/// them there, for they set its heading apart; the bold label of a field is none: **责任单位**：.
pub fn without_emphasis(text: String) -> String {
    if !text.contains(BOLD) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive(LINE_ENDS) {
        let mut rest = line;
        if rest.matches(BOLD).nth(1).is_some() {
            let (before, after) = rest.split_at(heading(line));
            out.push_str(before);
            rest = after;
            while let Some((before, (bold, after))) =
                rest.split_once(BOLD).and_then(|(before, after)| Some((before, after.split_once(BOLD)?)))
            {
                out.extend([before, NOTHING, bold, NOTHING]);
                rest = after;
            }
        }
        out.push_str(rest);
    }
    out
}

/// Where a line goes on behind the heading that it begins with in bold; 0 if it begins with none.
fn heading(line: &str) -> usize {
    let words = trim(line, Span::new(0, line.len()));
    let words = label_at(line, words).map_or(words, |label| trim(line, words.on_from(label.end)));
    let bold = words.of(line).strip_prefix(BOLD).and_then(|inner| inner.split_once(BOLD));
    let heading = bold.filter(|(inner, after)| !inner.ends_with(is_colon) && !after.starts_with(is_colon));
    heading.map_or(0, |(_, after)| words.ends() - after.len())
}
