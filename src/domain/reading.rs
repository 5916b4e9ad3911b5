//! The readings of a record, and where each of their words stands in the record.
//!
//! The record of a plan may be a conversion to traditional script that also exchanged words (優化 became 最佳化, 网络 became 網路).
//! The record stays as it is. Beside it stands a [`Reading`] in either script. It applies the curated [`Rewording`]s first,
//! the longest that fits and has words for that script; the simplified one turns every other character by [`simplify`]; and
//! both use full-width punctuation, as offices print it, the traditional one with corner brackets for quotation marks. Hits and
//! marks in one text can be shown in the other.

use super::plan::{Plan, Rewording};
use super::script::{Rendition, simplify};
use std::ops::{Deref, Range};

/// A reading of one record text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    text: String,
    /// Length of the record in bytes.
    record: usize,
    /// Runs in order. Outside of them, both texts correspond character by character, with the same lengths in bytes.
    runs: Vec<Run>,
}

/// A stretch of both texts that corresponds only as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    record: Range<usize>,
    reading: Range<usize>,
    /// Index of the rewording applied; `None` for a punctuation mark.
    rewording: Option<usize>,
}

/// A rewording that fits where a text goes on.
struct Fitting<'a> {
    index: usize,
    /// The words of the record.
    record: &'a str,
    /// The words of the reading.
    words: &'a str,
}

/// A place where the reading uses other words than the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// The replaced words in the record, in bytes.
    pub record: Range<usize>,
    /// The new words in the reading, in bytes.
    pub reading: Range<usize>,
    /// Index of the rewording in the list that the reading was made with.
    pub rewording: usize,
}

impl Reading {
    /// Reads a record with these rewordings as a rendition has it; [`Rendition::Record`] reads it as it stands. Where several
    /// rewordings fit, the longest is used; among equals the first.
    pub fn new(record: &str, rewordings: &[Rewording], rendition: Rendition) -> Self {
        Readings::new(rewordings).read(record, rendition)
    }

    fn of<'a>(record: &str, simplifies: bool, matching: impl Fn(char, &str) -> Option<Fitting<'a>>) -> Self {
        let mut reading =
            Self { text: String::with_capacity(record.len() + 64), record: record.len(), runs: Vec::new() };
        let mut before = None;
        let mut rest = record;
        while let Some(c) = rest.chars().next() {
            let at = record.len() - rest.len();
            if let Some(Fitting { index, record, words }) = matching(c, rest) {
                let (taken, after) = rest.split_at(record.len());
                reading.run(at..at + taken.len(), words, Some(index));
                before = taken.chars().next_back();
                rest = after;
                continue;
            }
            let after = &rest[c.len_utf8()..];
            match full_width(before, c, after.chars().next()) {
                Some(mark) => reading.run(at..at + c.len_utf8(), mark, None),
                None if simplifies => reading.text.push(simplify(c)),
                None => reading.text.push(corner_bracket(before, c)),
            }
            before = Some(c);
            rest = after;
        }
        reading
    }

    fn run(&mut self, record: Range<usize>, words: &str, rewording: Option<usize>) {
        let start = self.text.len();
        self.text.push_str(words);
        self.runs.push(Run { record, reading: start..self.text.len(), rewording });
    }

    /// The text of the reading.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Maps a byte range of the reading to the record. A range that cuts into a reworded phrase widens to the whole phrase,
    /// and one that cuts into a character to the character; a range beyond the end of the text is cut off there.
    pub fn to_record(&self, range: Range<usize>) -> Range<usize> {
        let range = self.on_boundaries(range);
        let ends = |run: &Run| (run.reading.clone(), run.record.clone());
        self.start(range.start, ends)..self.end(range.end, ends)
    }

    /// Maps a byte range of the record to the reading; ranges widen as in [`Reading::to_record`].
    pub fn to_reading(&self, range: Range<usize>) -> Range<usize> {
        let start = range.start.min(self.record);
        let end = range.end.clamp(start, self.record);
        let ends = |run: &Run| (run.record.clone(), run.reading.clone());
        self.on_boundaries(self.start(start, ends)..self.end(end, ends))
    }

    /// The places where the reading rewords the record, in order.
    pub fn reworded(&self) -> impl Iterator<Item = Reworded> {
        self.runs.iter().filter_map(|run| {
            let (record, reading) = (run.record.clone(), run.reading.clone());
            run.rewording.map(|rewording| Reworded { record, reading, rewording })
        })
    }

    /// A range of the reading, widened to whole characters.
    fn on_boundaries(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start.min(self.text.len()));
        let end = range.end.clamp(start, self.text.len());
        start..self.text.ceil_char_boundary(end)
    }

    /// Maps the start of a range; inside a run, to the start of the run.
    fn start(&self, at: usize, ends: impl Fn(&Run) -> (Range<usize>, Range<usize>)) -> usize {
        let passed = self.runs.partition_point(|run| ends(run).0.start <= at);
        let Some((from, to)) = passed.checked_sub(1).map(|last| ends(&self.runs[last])) else { return at };
        if at < from.end { to.start } else { at - from.end + to.end }
    }

    /// Maps the end of a range; inside a run, to the end of the run.
    fn end(&self, at: usize, ends: impl Fn(&Run) -> (Range<usize>, Range<usize>)) -> usize {
        let passed = self.runs.partition_point(|run| ends(run).0.start < at);
        let Some((from, to)) = passed.checked_sub(1).map(|last| ends(&self.runs[last])) else { return at };
        if at < from.end { to.end } else { at - from.end + to.end }
    }
}

impl Plan {
    /// Words of the record in one of the plan's texts.
    pub fn in_rendition(&self, record: &str, rendition: Rendition) -> String {
        Reading::new(record, &self.rewordings, rendition).text
    }
}

/// The simplified reading of a record, as text alone.
pub fn simplified(record: &str, rewordings: &[Rewording]) -> String {
    Reading::new(record, rewordings, Rendition::Simplified).text
}

/// Reads many records with the same rewordings, sorted in the order in which they are tried: by first character, the longest
/// first.
#[derive(Debug)]
pub struct Readings<R> {
    rewordings: R,
    /// The first character of each rewording, and its index.
    sorted: Vec<(char, usize)>,
}

impl<R: Deref<Target = [Rewording]>> Readings<R> {
    /// Takes these rewordings. A rewording from or to an empty text is left out.
    pub fn new(rewordings: R) -> Self {
        let length = |i: usize| rewordings.get(i).map_or(0, |rewording| rewording.record.len());
        let mut sorted: Vec<(char, usize)> = Vec::with_capacity(rewordings.len());
        for (i, rewording) in rewordings.iter().enumerate() {
            let Some(c) = rewording.record.chars().next().filter(|_| !rewording.simplified.is_empty()) else {
                continue;
            };
            let place = sorted.partition_point(|(d, other)| (*d, length(i)) <= (c, length(*other)));
            sorted.insert(place, (c, i));
        }
        Self { rewordings, sorted }
    }

    /// Reads a record as [`Reading::new`] does.
    pub fn read(&self, record: &str, rendition: Rendition) -> Reading {
        if rendition == Rendition::Record {
            return Reading { text: record.to_owned(), record: record.len(), runs: Vec::new() };
        }
        let simplifies = rendition == Rendition::Simplified;
        Reading::of(record, simplifies, |first, rest| self.matching(first, rest, simplifies))
    }

    fn matching(&self, first: char, rest: &str, simplifies: bool) -> Option<Fitting<'_>> {
        let from = self.sorted.partition_point(|(c, _)| *c < first);
        let candidates = self.sorted.get(from..)?.iter().take_while(|(c, _)| *c == first);
        let mut candidates = candidates.filter_map(|(_, i)| {
            let Rewording { record, simplified, traditional, .. } = self.rewordings.get(*i)?;
            let words = if simplifies { simplified } else { traditional.as_ref()? };
            Some(Fitting { index: *i, record, words })
        });
        candidates.find(|fitting| rest.starts_with(fitting.record))
    }
}

/// A quotation mark as readers of traditional script print it; any other character as it is. Both take as many bytes.
fn corner_bracket(before: Option<char>, mark: char) -> char {
    match mark {
        '“' => '「',
        '”' => '」',
        '‘' => '『',
        // Not an apostrophe.
        '’' if !before.is_some_and(|c| c.is_ascii_alphabetic()) => '』',
        other => other,
    }
}

/// The full-width form of a half-width mark between Chinese words; `None` between letters or digits, where it stays: `1,000`,
/// `10:30`.
fn full_width(before: Option<char>, mark: char, after: Option<char>) -> Option<&'static str> {
    let full = match mark {
        ',' => "，",
        ':' => "：",
        ';' => "；",
        '(' => return Some("（"),
        ')' => return Some("）"),
        _ => return None,
    };
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let address = mark == ':' && after == Some('/');
    let stays = address || latin(before) && latin(after);
    (!stays).then_some(full)
}
