//! Targets without a number: 行政村全覆盖, 消除劣Ⅴ类水体断面.

use super::numbers::near;
use crate::domain::plan::{Comparator, Direction, Target};
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{PAUSE, is_clause_end};
use crate::reader::lexicon::quantities::{
    COVERED, COVERING, ELIMINATED, ELIMINATED_UNITS, ELIMINATING, FULL_COVERAGE, NETWORKS,
};
use crate::reader::lexicon::{holds, longest_end, starts};
use crate::reader::text::scan::chars_in;

/// 实现…社区全覆盖, 5G全覆盖.
pub fn full_coverage(text: &str, clause: Span, at: usize) -> Option<Target> {
    let rest = clause.on_from(at).of(text);
    let word = FULL_COVERAGE.iter().find(|word| rest.starts_with(**word))?;
    let before = near(text, clause, at);
    let network = holds(before, NETWORKS);
    let covered = longest_end(before, COVERED.iter().chain(NETWORKS));
    // What has no places or parts to be counted, as 政策全覆盖, is not said in a figure.
    let counted = network || covered.is_some() && holds(before, COVERING);
    let covered = covered.map_or(0, str::len);
    counted.then(|| Target {
        span: Span::new(at - covered, at + word.len()),
        comparator: Comparator::Exactly,
        direction: Direction::Up,
        value: 100.0,
        unit: "%".into(),
        counts: None,
    })
}

/// 消除劣Ⅴ类水体断面: none may remain of something that is counted.
pub fn elimination(text: &str, source: &str, span: Span) -> Option<Target> {
    if !starts(span.of(text).strip_prefix(ELIMINATING)?, ELIMINATED) {
        return None;
    }
    let (end, _) = chars_in(text, span).take(40).find(|(_, c)| is_clause_end(*c) || *c == PAUSE)?;
    let span = span.up_to(end);
    let unit = ELIMINATED_UNITS.iter().find(|unit| span.of(text).ends_with(**unit))?;
    Some(Target {
        span,
        comparator: Comparator::Eliminate,
        direction: Direction::Down,
        value: 0.0,
        unit: span.on_from(end - unit.len()).of(source).into(),
        counts: None,
    })
}
