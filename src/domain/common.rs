//! What two lists have in common, in order: pairs each item of the one with the same item of the other, and leaves out what was
//! inserted, removed or replaced.

use std::collections::HashMap;
use std::ops::Range;

/// The most pairs of items that [`longest`] compares: it needs a number for each. Longer ranges are paired by [`greedy`].
const MOST: usize = 1 << 20;

/// Pairs the equal items of two lists: the places of each pair in `old` and in `new`, both ascending. Items are compared by
/// number.
///
/// Items that occur once in both lists anchor the result (patience diff). Between two anchors, short ranges get their longest
/// common subsequence and long ones are paired greedily, so that the time stays bounded for any lists.
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

/// Pairs the places of the items that both ranges hold exactly once, in the order of `old`.
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

/// The longest selection of these pairs whose right places ascend; the left places ascend already.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For every length the pair that ends lowest, and for every pair its predecessor.
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

/// The longest common subsequence of two ranges, in time and memory of the product of their lengths.
fn longest(old: &[usize], new: &[usize], left: &Range<usize>, right: &Range<usize>) -> Vec<(usize, usize)> {
    let (old, new) = (&old[left.clone()], &new[right.clone()]);
    let wide = new.len() + 1;
    // How many items the rests of both ranges have in common, from each pair of places on.
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

/// Pairs each old item with the next equal new item that is not yet passed.
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
