//! The simplified reading of a record, and where each of its words stands in the record.
//!
//! The record of a plan may be a traditional-script conversion whose words were exchanged on the way (優化 became
//! 最佳化, 网络 became 網路). The record stays as it is. Beside it stands a [`Reading`]: the curated
//! [`Rewording`]s first, the longest that fits; every other character by [`simplify`]; and full-width
//! punctuation as an office prints it. What is found or marked in one text can be shown in the other.

use super::plan::Rewording;
use super::script::simplify;
use std::ops::{Deref, Range};

/// The simplified reading of one record text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    text: String,
    /// Length of the record in bytes.
    record: usize,
    /// In order. Outside of them both texts go character by character, with the same lengths.
    runs: Vec<Run>,
}

/// A stretch that corresponds only as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    record: Range<usize>,
    reading: Range<usize>,
    /// Which rewording was applied; `None` for a punctuation mark.
    rewording: Option<usize>,
}

/// A place where the reading says more than other characters for the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// Where it stands in the record, in bytes.
    pub record: Range<usize>,
    /// Where it stands in the reading, in bytes.
    pub reading: Range<usize>,
    /// Index of the rewording in the list that the reading was made with.
    pub rewording: usize,
}

impl Reading {
    /// Reads a record with these rewordings. Where several fit, the longest does; among equals the first.
    pub fn new(record: &str, rewordings: &[Rewording]) -> Self {
        Readings::new(rewordings).read(record)
    }

    fn of<'a>(record: &str, matching: impl Fn(char, &str) -> Option<(usize, &'a Rewording)>) -> Self {
        let mut reading =
            Self { text: String::with_capacity(record.len() + 64), record: record.len(), runs: Vec::new() };
        let mut before = None;
        let mut rest = record;
        while let Some(c) = rest.chars().next() {
            let at = record.len() - rest.len();
            if let Some((index, rewording)) = matching(c, rest) {
                let (taken, after) = rest.split_at(rewording.record.len());
                reading.run(at..at + taken.len(), &rewording.simplified, Some(index));
                before = taken.chars().next_back();
                rest = after;
                continue;
            }
            let after = &rest[c.len_utf8()..];
            match full_width(before, c, after.chars().next()) {
                Some(mark) => reading.run(at..at + c.len_utf8(), mark, None),
                None => reading.text.push(simplify(c)),
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

    /// The simplified text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the words at this range of the reading stand in the record, in bytes. A range that cuts into a reworded
    /// phrase widens to all of it; one that cuts into a character, to the character; what lies behind the
    /// text is left out.
    pub fn to_record(&self, range: Range<usize>) -> Range<usize> {
        let range = self.on_boundaries(range);
        let ends = |run: &Run| (run.reading.clone(), run.record.clone());
        self.start(range.start, ends)..self.end(range.end, ends)
    }

    /// Where the words at this range of the record stand in the reading, in bytes; ranges widen as in
    /// [`Reading::to_record`].
    pub fn to_reading(&self, range: Range<usize>) -> Range<usize> {
        let start = range.start.min(self.record);
        let end = range.end.clamp(start, self.record);
        let ends = |run: &Run| (run.record.clone(), run.reading.clone());
        self.on_boundaries(self.start(start, ends)..self.end(end, ends))
    }

    /// Where the reading rewords the record, in order.
    pub fn reworded(&self) -> impl Iterator<Item = Reworded> {
        self.runs.iter().filter_map(|run| {
            let (record, reading) = (run.record.clone(), run.reading.clone());
            run.rewording.map(|rewording| Reworded { record, reading, rewording })
        })
    }

    /// The range within the reading, widened to whole characters.
    fn on_boundaries(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start.min(self.text.len()));
        let end = range.end.clamp(start, self.text.len());
        start..self.text.ceil_char_boundary(end)
    }

    /// Carries the start of a range over: back to the start of the run that it cuts into.
    fn start(&self, at: usize, ends: impl Fn(&Run) -> (Range<usize>, Range<usize>)) -> usize {
        let passed = self.runs.partition_point(|run| ends(run).0.start <= at);
        let Some((from, to)) = passed.checked_sub(1).map(|last| ends(&self.runs[last])) else { return at };
        if at < from.end { to.start } else { at - from.end + to.end }
    }

    /// Carries the end of a range over: on to the end of the run that it cuts into.
    fn end(&self, at: usize, ends: impl Fn(&Run) -> (Range<usize>, Range<usize>)) -> usize {
        let passed = self.runs.partition_point(|run| ends(run).0.start < at);
        let Some((from, to)) = passed.checked_sub(1).map(|last| ends(&self.runs[last])) else { return at };
        if at < from.end { to.end } else { at - from.end + to.end }
    }
}

/// The simplified reading of a record, as text alone.
pub fn simplified(record: &str, rewordings: &[Rewording]) -> String {
    Reading::new(record, rewordings).text
}

/// Reads many records with the same rewordings, which it has in the order in which they are tried: by first character, the
/// longest first.
#[derive(Debug)]
pub struct Readings<R> {
    rewordings: R,
    /// The first character of each, and which it is.
    sorted: Vec<(char, usize)>,
}

impl<R: Deref<Target = [Rewording]>> Readings<R> {
    /// A rewording from or to nothing has no place in a text and is left out.
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

    /// Reads a record, as [`Reading::new`].
    pub fn read(&self, record: &str) -> Reading {
        Reading::of(record, |first, rest| self.matching(first, rest))
    }

    fn matching(&self, first: char, rest: &str) -> Option<(usize, &Rewording)> {
        let from = self.sorted.partition_point(|(c, _)| *c < first);
        let candidates = self.sorted.get(from..)?.iter().take_while(|(c, _)| *c == first);
        let mut candidates = candidates.filter_map(|(_, i)| Some((*i, self.rewordings.get(*i)?)));
        candidates.find(|(_, rewording)| rest.starts_with(&rewording.record))
    }
}

/// The full-width form of a half-width mark between Chinese words. Between letters or digits it stays: `1,000`, `10:30`.
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
