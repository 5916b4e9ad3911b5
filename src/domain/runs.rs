//! A text cut into runs where its look changes: numbers that stand out, words that were searched for.

use std::ops::Range;

/// A stretch of text with one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is part of a target.
    pub target: bool,
    /// Whether it is part of a search hit.
    pub hit: bool,
}

/// Cuts `text` at the ends of these byte ranges. The runs put together are the text again; ranges that do not fit the text
/// are ignored.
pub fn runs(text: &str, targets: &[Range<usize>], hits: &[Range<usize>]) -> Vec<Run> {
    let fits = |range: &&Range<usize>| text.get((*range).clone()).is_some_and(|part| !part.is_empty());
    let (targets, hits): (Vec<_>, Vec<_>) = (targets.iter().filter(fits).collect(), hits.iter().filter(fits).collect());
    let mut cuts = vec![0];
    for range in targets.iter().chain(&hits) {
        cut(&mut cuts, range.start);
        cut(&mut cuts, range.end);
    }
    cut(&mut cuts, text.len());
    let inside = |ranges: &[&Range<usize>], at: usize| ranges.iter().any(|range| range.contains(&at));
    let run = |pair: &[usize]| {
        let [start, end] = pair else { return None };
        let text = text.get(*start..*end)?.to_owned();
        Some(Run { text, target: inside(&targets, *start), hit: inside(&hits, *start) })
    };
    cuts.windows(2).filter_map(run).collect()
}

/// Adds a place to a sorted list of places without duplicates.
fn cut(cuts: &mut Vec<usize>, at: usize) {
    if let Err(i) = cuts.binary_search(&at) {
        cuts.insert(i, at);
    }
}
