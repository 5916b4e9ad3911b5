//! Where what is searched for stands in a text.
//!
//! Words are folded: both scripts to one, small letters, half-width letters and digits ([`super::script::fold`]).

use super::reading::Reading;
use super::script::{fold, fold_text};
use std::ops::Range;

/// The terms of a query: its words, folded.
pub fn terms(query: &str) -> Vec<String> {
    fold_text(query).split_whitespace().map(str::to_owned).collect()
}

/// The places where terms stand in a record as `shown` has it: byte ranges of that text, in order, that do not touch. A hit in
/// the record itself, or in one of its `others` readings, is shown as well.
pub fn hits(record: &str, shown: &Reading, others: &[Reading], terms: &[String]) -> Vec<Range<usize>> {
    let mut apart = Vec::new();
    for hit in find(shown.text(), terms) {
        add(&mut apart, hit);
    }
    let in_others =
        others.iter().flat_map(|other| find(other.text(), terms).into_iter().map(|hit| other.to_record(hit)));
    for hit in find(record, terms).into_iter().chain(in_others) {
        add(&mut apart, shown.to_reading(hit));
    }
    apart
}

/// Adds a range to ranges that are in order and do not touch; ranges that it touches are merged with it.
fn add(apart: &mut Vec<Range<usize>>, mut hit: Range<usize>) {
    let from = apart.partition_point(|other| other.end < hit.start);
    while let Some(other) = apart.get(from).filter(|other| other.start <= hit.end) {
        hit = hit.start.min(other.start)..hit.end.max(other.end);
        apart.remove(from);
    }
    apart.insert(from, hit);
}

/// The places where folded terms stand in a text, as byte ranges of the text itself.
pub fn find(text: &str, terms: &[String]) -> Vec<Range<usize>> {
    if terms.is_empty() {
        return Vec::new();
    }
    // Folding keeps the number of characters but not of bytes, so hits are found by character.
    let folded: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let byte = |i: usize| folded.get(i).map_or(text.len(), |(at, _)| *at);
    let mut hits = Vec::new();
    for term in terms {
        let term: Vec<char> = term.chars().collect();
        let starts = folded.windows(term.len().max(1)).enumerate();
        let same = |window: &[(usize, char)]| window.iter().map(|(_, c)| c).eq(&term);
        hits.extend(starts.filter(|(_, w)| same(w)).map(|(i, _)| byte(i)..byte(i + term.len())));
    }
    hits
}
