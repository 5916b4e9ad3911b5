//! Cuts a text into paragraphs, whatever copying made of its line breaks.
//!
//! Three shapes occur: a paragraph per line; hard-wrapped lines (from PDF), which are joined again; and a text without line
//! breaks, which is cut before the labels that count on from each other.

use super::aligned;
use super::cells::is_piped;
use super::fields::{Opened, closes_label, opened};
use super::flat;
use super::inline;
use super::labels::label_at;
use super::scan::{length, trim};
use crate::domain::span::Span;
use crate::reader::lexicon::documents::LETTER;
use crate::reader::lexicon::duties::{Field, is_post};
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{
    BLANKS, BOLD, CELL_BAR, CELL_ENDS, COMMAS, LINE_ENDS, MARKDOWN_ITEMS, MARKDOWN_LINE, PAGE_DASHES, closes_bracket,
    digit, is_break, is_colon, is_space, opens_bracket,
};
use crate::reader::lexicon::quantities::unit_at_start;
use crate::reader::lexicon::times::OF_NUMBER;

/// Lines that are less wide are never taken for a wrapped line that is full. Letters and digits are 1 wide, other characters 2.
const SHORTEST_FULL_LINE: usize = 30;
/// So much less wide than others a full line may be.
const MARGIN: usize = 6;
/// The fewest full lines from which a width is judged.
const FEWEST_FULL_LINES: usize = 3;
/// What breaks off in the middle of a number has so many characters at least.
const SHORTEST_SENTENCE: usize = 15;
/// Wider lines are paragraphs of their own.
const LONGEST_WRAPPED_LINE: usize = 120;
/// The longest heading of a part on a line behind its label.
const LONGEST_PART: usize = 30;
/// How many lines an opened bracket may run on.
const LINES_OF_A_STATEMENT: usize = 8;
/// The longest label on a line of its own, in bytes.
const LONGEST_BARE_LABEL: usize = 60;
/// How far into a line the mark is looked for that closes a bracket of a line before.
const LONGEST_CONTINUATION: usize = 300;

/// The paragraphs of a text, trimmed, in order; empty lines are between them. `text` is simplified.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let joined = inline::cut(text, join(text, &lines));
    let words: usize = joined.iter().map(|paragraph| paragraph.len()).sum();
    joined.into_iter().flat_map(|paragraph| flat::cut(text, paragraph, paragraph.len() * 2 > words)).collect()
}

/// A line, and whether white space stood before it.
struct Line {
    span: Span,
    indented: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(LINE_ENDS) {
        let span = Span::new(start, start + line.len());
        start = span.ends();
        let indented = line.starts_with(BLANKS);
        let span = unmark(text, trim(text, span));
        // A pipe on a line of its own parts cells that are lines.
        if !span.is_empty() && !span.of(text).chars().all(|c| c == CELL_BAR) {
            out.push(Line { span, indented });
        }
    }
    out
}

/// The line without the marks that markdown puts before a heading, a quotation or an item of a list.
fn unmark(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let item =
        MARKDOWN_ITEMS.iter().find_map(|mark| words.strip_prefix(mark)).filter(|item| !item.ends_with(PAGE_DASHES));
    let rest = item.unwrap_or(words).trim_start_matches(MARKDOWN_LINE);
    let line = trim(text, line.on_from(line.ends() - rest.len()));
    // A bold label: **1. 标题。**
    let bold = line.on_from(line.begins() + BOLD.len());
    let labelled = line.of(text).starts_with(BOLD) && label_at(text, bold).is_some();
    if labelled { bold } else { line }
}

/// Joins lines that one paragraph was broken into.
fn join(text: &str, lines: &[Line]) -> Vec<Span> {
    let width = wrapped_width(text, lines);
    let mut out: Vec<Span> = Vec::new();
    let mut last_full = false;
    // Whether a numbered line has been: before it stand the lines of the head.
    let mut begun = false;
    // Whether the last line names a person.
    let mut announced = false;
    let mut open = Open::default();
    for (n, line) in lines.iter().enumerate() {
        let row = is_row(text, line.span);
        let states = !open.is_open() && opened(line.span.of(text)).is_some_and(Opened::states);
        let labelled = row || states || label_at(text, line.span).is_some_and(|label| !label.loose);
        let full = width.is_some_and(|w| wide(line.span.of(text), w) + MARGIN >= w);
        let person = announced && is_post(line.span.of(text));
        let continues =
            !labelled && ((width.is_some() && last_full && !line.indented) || person || open.wants(text, &lines[n..]));
        match out.last_mut() {
            Some(last)
                if continues
                    || !row && number_goes_on(text, lines[n - 1].span, line.span, width.is_some())
                    || !labelled
                        && (bare_label(text, *last)
                            || breaks_off(text, *last)
                            || bare_part(text, *last) && is_heading(text, line.span)) =>
            {
                *last = last.through(line.span);
            }
            _ => {
                out.push(line.span);
                open = Open::default();
            }
        }
        open.add(text, line.span);
        begun |= label_at(text, line.span).is_some();
        let ends_title = !begun && line.span.of(text).ends_with(LETTER);
        last_full = full && !ends_title;
        announced = person || !row && opened(line.span.of(text)).is_some_and(|label| label.field == Field::Person);
    }
    out
}

/// Whether a line has cells: between tabs or pipes, or three between wide white space.
fn is_row(text: &str, line: Span) -> bool {
    line.of(text).contains(CELL_ENDS) || is_piped(line.of(text)) || aligned::cells(text, line).len() > 2
}

/// Whether a line breaks off in the middle of a number or of a date: 2021年9 / 月底前. Where no line of the text is `wrapped`, a unit
/// and more digits may begin a line of their own.
fn number_goes_on(text: &str, last: Span, line: Span, wrapped: bool) -> bool {
    let (before, next) = (last.of(text), line.of(text));
    let point = before.strip_suffix(['.', '．']).filter(|_| wrapped);
    let ends_in_number = point.unwrap_or(before).ends_with(|c| digit(c).is_some());
    if !ends_in_number || length(before, SHORTEST_SENTENCE) < SHORTEST_SENTENCE || is_row(text, last) {
        return false;
    }
    let counted = next.starts_with(|c| digit(c).is_some()) && label_at(text, line).is_none();
    let unit = || next.starts_with(OF_NUMBER) || wrapped && unit_at_start(next).is_some();
    wrapped && counted || point.is_none() && unit()
}

/// Whether a paragraph ends in the middle of a sentence.
fn breaks_off(text: &str, paragraph: Span) -> bool {
    let words = paragraph.of(text);
    words.ends_with(COMMAS) && !words.contains(CELL_ENDS)
}

/// Whether a paragraph is a label whose value is yet to come: 责任单位：.
fn bare_label(text: &str, paragraph: Span) -> bool {
    let words = paragraph.of(text);
    paragraph.len() < LONGEST_BARE_LABEL
        && words.ends_with(closes_label)
        && opened(words).is_some_and(|label| label.states() && label.end == words.len())
}

/// Whether a paragraph is the label of a part whose heading is yet to come: 第一部分.
fn bare_part(text: &str, paragraph: Span) -> bool {
    label_at(text, paragraph).is_some_and(|label| label.form == Form::Part && label.end == paragraph.ends())
}

/// Whether a line can be the heading of a part.
fn is_heading(text: &str, line: Span) -> bool {
    let words = line.of(text);
    length(words, LONGEST_PART + 1) <= LONGEST_PART && !words.contains(is_break) && !words.contains(CELL_ENDS)
}

/// Whether a bracket stands open at the end of a paragraph so far.
#[derive(Default)]
struct Open {
    depth: u32,
    lines: usize,
}

impl Open {
    fn is_open(&self) -> bool {
        self.depth > 0
    }

    fn add(&mut self, text: &str, line: Span) {
        self.lines = if self.depth == 0 { 1 } else { self.lines + 1 };
        for c in line.of(text).chars() {
            if opens_bracket(c) {
                self.depth += 1;
            } else if closes_bracket(c) {
                self.depth = self.depth.saturating_sub(1);
            }
        }
    }

    /// Whether one of the next lines closes what stands open, before another paragraph begins.
    fn wants(&self, text: &str, next: &[Line]) -> bool {
        if self.depth == 0 || self.lines > LINES_OF_A_STATEMENT {
            return false;
        }
        let mut depth = 0_u32;
        for line in next.iter().take(LINES_OF_A_STATEMENT) {
            if label_at(text, line.span).is_some() {
                return false;
            }
            for c in line.span.of(text).chars().take(LONGEST_CONTINUATION) {
                if opens_bracket(c) {
                    depth += 1;
                } else if closes_bracket(c) {
                    if depth == 0 {
                        return true;
                    }
                    depth -= 1;
                }
            }
        }
        false
    }
}

/// How wide words are, white space not counted; more than `limit` is not told.
fn wide(words: &str, limit: usize) -> usize {
    let mut wide = 0;
    for c in words.chars().filter(|c| !is_space(*c)) {
        if wide >= limit {
            break;
        }
        wide += if c.is_ascii_alphanumeric() { 1 } else { 2 };
    }
    wide
}

/// The width of a full line, if the text is hard-wrapped: most of its lines are then about as long as the
/// longest, and end in the middle of a sentence; or of those few that are so long most do, and no line is longer.
fn wrapped_width(text: &str, lines: &[Line]) -> Option<usize> {
    if lines.len() < 8 {
        return None;
    }
    let lengths: Vec<usize> = lines.iter().map(|line| wide(line.span.of(text), LONGEST_WRAPPED_LINE + 1)).collect();
    let mut sorted = lengths.clone();
    sorted.sort_unstable();
    let broken = |width: usize| {
        let broken = |at: &usize| {
            let (line, next) = (lines[*at].span, lines[*at + 1].span);
            let ended = || line.of(text).ends_with(|c: char| is_break(c) || is_colon(c) || closes_bracket(c));
            let headed = || label_at(text, next).is_some() || opened(next.of(text)).is_some_and(Opened::states);
            lengths[*at] + MARGIN >= width && !ended() && !headed() && !is_row(text, line)
        };
        (0..lines.len() - 1).filter(broken).count()
    };
    let fits = |width: &usize| (SHORTEST_FULL_LINE..=LONGEST_WRAPPED_LINE).contains(width);
    let usual = sorted[sorted.len() * 9 / 10];
    if fits(&usual) && broken(usual) * 10 >= lines.len() * 3 {
        return Some(usual);
    }
    let longest = sorted.last().copied().filter(fits)?;
    let full = lengths.iter().filter(|length| **length + MARGIN >= longest).count();
    (full >= FEWEST_FULL_LINES && broken(longest) * 10 >= full * 6).then_some(longest)
}
