//! Cuts a text into paragraphs, whatever copying made of its line breaks.
//!
//! Three shapes occur: a paragraph per line; hard-wrapped lines (from PDF), which are joined again; and a text without line
//! breaks, which is cut before the labels that count on from each other.

use super::chars::{
    Bytes, Enclosure, chars_in, closes, digit, is_break, is_colon, is_numeral, is_space, length, opens, slice, trim,
};
use super::keywords;
use super::labels::{Kind, label_at};

/// Lines below this length are never taken for a wrapped line that is full.
const SHORTEST_FULL_LINE: usize = 15;
/// Lines above this length are paragraphs of their own.
const LONGEST_WRAPPED_LINE: usize = 60;
/// How many lines an opened bracket may run on.
const LINES_OF_A_STATEMENT: usize = 8;

/// The paragraphs of a text, trimmed, in order; empty lines are between them. `text` is simplified.
pub fn paragraphs(text: &str) -> Vec<Bytes> {
    let lines = lines(text);
    let joined = join(text, &lines);
    joined.into_iter().flat_map(|paragraph| cut_flat(text, paragraph)).collect()
}

/// How far into a line the closing mark of a bracket opened before is looked for.
const LONGEST_CONTINUATION: usize = 300;

/// A line, and whether white space stood before it.
struct Line {
    range: Bytes,
    indented: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        let range = start..start + line.len();
        start = range.end;
        let indented = line.starts_with(['\u{3000}', ' ', '\t']);
        let range = unmark(text, trim(text, range));
        if !range.is_empty() {
            out.push(Line { range, indented });
        }
    }
    out
}

/// The line without the marks that markdown puts before a heading or a quotation.
fn unmark(text: &str, range: Bytes) -> Bytes {
    let line = slice(text, range.clone());
    let rest = line.trim_start_matches(['#', '>']);
    let range = trim(text, range.end - rest.len()..range.end);
    // A bold label: **1. 标题。**
    let bold = range.start + "**".len()..range.end;
    let labelled = slice(text, range.clone()).starts_with("**") && label_at(text, bold.clone()).is_some();
    if labelled { bold } else { range }
}

/// Joins lines that one paragraph was broken into.
fn join(text: &str, lines: &[Line]) -> Vec<Bytes> {
    let width = wrapped_width(text, lines);
    let mut out: Vec<Bytes> = Vec::new();
    let mut last_full = false;
    let mut open = Open::default();
    for (n, line) in lines.iter().enumerate() {
        let row = slice(text, line.range.clone()).contains(['\t', '|']);
        let labelled = row || label_at(text, line.range.clone()).is_some();
        let full = width.is_some_and(|w| length(slice(text, line.range.clone()), w) + 3 >= w);
        let continues = !labelled
            && ((width.is_some() && last_full && !line.indented)
                || open.wants(text, lines.get(n..).unwrap_or_default()));
        match out.last_mut() {
            Some(last) if continues => {
                last.end = line.range.end;
                open.add(text, line.range.clone());
            }
            _ => {
                out.push(line.range.clone());
                open = Open::default();
                open.add(text, line.range.clone());
            }
        }
        last_full = full;
    }
    out
}

/// Whether a bracket stands open at the end of a paragraph so far.
#[derive(Default)]
struct Open {
    depth: u32,
    lines: usize,
}

impl Open {
    fn add(&mut self, text: &str, range: Bytes) {
        self.lines = if self.depth == 0 { 1 } else { self.lines + 1 };
        for c in slice(text, range).chars() {
            match (opens(c), closes(c)) {
                (Some(Enclosure::Bracket), _) => self.depth += 1,
                (_, Some(Enclosure::Bracket)) => self.depth = self.depth.saturating_sub(1),
                _ => {}
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
            if label_at(text, line.range.clone()).is_some() {
                return false;
            }
            for c in slice(text, line.range.clone()).chars().take(LONGEST_CONTINUATION) {
                match (opens(c), closes(c)) {
                    (Some(Enclosure::Bracket), _) => depth += 1,
                    (_, Some(Enclosure::Bracket)) if depth == 0 => return true,
                    (_, Some(Enclosure::Bracket)) => depth -= 1,
                    _ => {}
                }
            }
        }
        false
    }
}

/// The length of a full line, if the text is hard-wrapped: most of its lines are then about as long as the
/// longest, and end in the middle of a sentence.
fn wrapped_width(text: &str, lines: &[Line]) -> Option<usize> {
    if lines.len() < 8 {
        return None;
    }
    let mut lengths: Vec<usize> =
        lines.iter().map(|l| length(slice(text, l.range.clone()), LONGEST_WRAPPED_LINE + 1)).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 9 / 10)?;
    if !(SHORTEST_FULL_LINE..=LONGEST_WRAPPED_LINE).contains(&width) {
        return None;
    }
    let broken = |pair: &&[Line]| {
        let [line, next] = pair else { return false };
        let words = slice(text, line.range.clone());
        let ended = words.ends_with(|c: char| is_break(c) || is_colon(c) || closes(c) == Some(Enclosure::Bracket));
        length(words, width) + 3 >= width && !ended && label_at(text, next.range.clone()).is_none()
    };
    (lines.windows(2).filter(broken).count() * 10 >= lines.len() * 3).then_some(width)
}

/// Cuts a paragraph in which whole sections stand one after the other.
fn cut_flat(text: &str, paragraph: Bytes) -> Vec<Bytes> {
    let cuts = flat_cuts(text, paragraph.clone());
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let mut start = paragraph.start;
    for cut in cuts.into_iter().chain(std::iter::once(paragraph.end)) {
        let range = trim(text, start..cut);
        if !range.is_empty() {
            out.push(range);
        }
        start = cut;
    }
    out
}

/// Where labels stand inside a paragraph that count on from each other over at least two levels, or three times
/// at the upper ones. A sentence that enumerates `（一）…（二）…` is not cut.
fn flat_cuts(text: &str, paragraph: Bytes) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut upper = 0;
    let mut counters = Counters::default();
    if let Some(label) = label_at(text, paragraph.clone()) {
        counters.accept(label.kind, label.value, true);
    }
    let mut before = None;
    let mut heading = false;
    for (at, c) in chars_in(text, paragraph.clone()) {
        let could = digit(c).is_some() || is_numeral(c) || opens(c) == Some(Enclosure::Bracket);
        let after_number = before.is_some_and(|b| digit(b).is_some() || is_numeral(b) || b == '第');
        if could && at > paragraph.start && !after_number {
            let after_stop =
                before.is_some_and(|b| is_break(b) || is_colon(b) || closes(b) == Some(Enclosure::Bracket));
            if let Some(label) = label_at(text, at..paragraph.end) {
                let stop = after_stop || (heading && label.kind == Kind::ChineseBracketed);
                let known = matches!(label.kind, Kind::Chinese | Kind::ChineseBracketed | Kind::Arabic);
                if known && stop && counters.accept(label.kind, label.value, true) {
                    cuts.push(at);
                    if let Some(title) = run_in_title(text, label.end..paragraph.end) {
                        cuts.push(title);
                    }
                    upper += usize::from(matches!(label.kind, Kind::Chinese | Kind::ChineseBracketed));
                    heading = label.kind != Kind::Arabic;
                }
            }
        }
        heading &= !is_break(c);
        if !is_space(c) {
            before = Some(c);
        }
    }
    if upper >= 3 { cuts } else { Vec::new() }
}

/// Where a heading ends that runs into its text without a mark: `一、指导思想以…为指导`.
fn run_in_title(text: &str, range: Bytes) -> Option<usize> {
    let rest = slice(text, range.clone());
    let title =
        keywords::GENERAL.iter().chain(keywords::STANDING).filter(|t| rest.starts_with(**t)).max_by_key(|t| t.len())?;
    let after = rest.get(title.len()..)?.chars().next()?;
    after.is_alphanumeric().then_some(range.start + title.len())
}

/// The numbers reached at each level, to tell labels that count on from numbers in a sentence.
#[derive(Default)]
struct Counters {
    chinese: u32,
    bracketed: u32,
    arabic: u32,
}

impl Counters {
    fn accept(&mut self, kind: Kind, value: u32, restart: bool) -> bool {
        let counter = match kind {
            Kind::Chinese => &mut self.chinese,
            Kind::ChineseBracketed => &mut self.bracketed,
            _ => &mut self.arabic,
        };
        let fits = value == *counter + 1 || (restart && value == 1 && kind != Kind::Chinese);
        if fits {
            *counter = value;
            if kind == Kind::Chinese {
                // Bracketed numbers may count on or restart under the next heading; `restart` allows both.
                self.arabic = 0;
            }
        }
        fits
    }
}
