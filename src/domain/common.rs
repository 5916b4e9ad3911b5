//! What two lists have in common, in order: which items of the one are which of the other, where something came in between, went, or
//! is another now.

use std::collections::HashMap;
use std::ops::Range;

/// Beyond so many pairs to compare, lists in which nothing is there once are gone through greedily.
const MOST: usize = 1 << 20;

/// Pairs of places at which both lists have the same, both ascending. As long as it can be where something that is there once tells
/// what belongs to what (patience), or where the lists between two such places are short; quick for any lists.
pub fn common(old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open = vec![(0..old.len(), 0..new.len())];
    while let Some((mut left, mut right)) = open.pop() {
        while !left.is_empty() && !right.is_empty() && old[left.start] == new[right.start] {
            pairs.push((left.start, right.start));
            (left.start, right.start) = (left.start + 1, right.start + 1);
        }
        while !left.is_empty() && !right.is_empty() && old[left.end - 1] == new[right.end - 1] {
            (left.end, right.end) = (left.end - 1, right.end - 1);
            pairs.push((left.end, right.end));
        }
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let anchors = ascending(&once_in_both(old, new, &left, &right));
        if anchors.is_empty() {
            let between = if left.len().saturating_mul(right.len()) <= MOST { longest } else { greedy };
            pairs.extend(between(old, new, &left, &right));
            continue;
        }
        let (mut i, mut j) = (left.start, right.start);
        for (a, b) in anchors {
            open.push((i..a, j..b));
            pairs.push((a, b));
            (i, j) = (a + 1, b + 1);
        }
        open.push((i..left.end, j..right.end));
    }
    pairs.sort_unstable();
    pairs
}

/// Where the items stand that both ranges have exactly once, in the order of the old.
fn once_in_both(old: &[usize], new: &[usize], left: &Range<usize>, right: &Range<usize>) -> Vec<(usize, usize)> {
    let once = |items: &[usize], range: &Range<usize>| {
        let mut places: HashMap<usize, Option<usize>> = HashMap::new();
        for place in range.clone() {
            places.entry(items[place]).and_modify(|once| *once = None).or_insert(Some(place));
        }
        places
    };
    let (mine, theirs) = (once(old, left), once(new, right));
    let pair = |place: usize| {
        let is_once = mine.get(&old[place]).copied().flatten().is_some();
        theirs.get(&old[place]).copied().flatten().filter(|_| is_once).map(|other| (place, other))
    };
    left.clone().filter_map(pair).collect()
}

/// The longest part of these pairs, which ascend on the left, that ascends on the right, too.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For every length the pair that ends lowest, and for every pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; pairs.len()];
    for (i, (_, right)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *right);
        before[i] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(i);
        } else {
            ends[length] = i;
        }
    }
    let mut found: Vec<_> = std::iter::successors(ends.last().copied(), |i| before[*i]).map(|i| pairs[i]).collect();
    found.reverse();
    found
}

/// The longest that two short ranges have in common.
fn longest(old: &[usize], new: &[usize], left: &Range<usize>, right: &Range<usize>) -> Vec<(usize, usize)> {
    let (old, new) = (&old[left.clone()], &new[right.clone()]);
    let wide = new.len() + 1;
    // How much the rest of both from here on has in common.
    let mut rest = vec![0_u32; (old.len() + 1) * wide];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            rest[i * wide + j] = if old[i] == new[j] {
                rest[(i + 1) * wide + j + 1] + 1
            } else {
                rest[(i + 1) * wide + j].max(rest[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((left.start + i, right.start + j));
            (i, j) = (i + 1, j + 1);
        } else if rest[(i + 1) * wide + j] >= rest[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Each old item with the next same one that is left.
fn greedy(old: &[usize], new: &[usize], left: &Range<usize>, right: &Range<usize>) -> Vec<(usize, usize)> {
    let mut places: HashMap<usize, Vec<usize>> = HashMap::new();
    for place in right.clone() {
        places.entry(new[place]).or_default().push(place);
    }
    let (mut next, mut pairs) = (right.start, Vec::new());
    for place in left.clone() {
        let same = places.get(&old[place]).map_or(&[][..], Vec::as_slice);
        if let Some(other) = same.get(same.partition_point(|other| *other < next)) {
            pairs.push((place, *other));
            next = other + 1;
        }
    }
    pairs
}
