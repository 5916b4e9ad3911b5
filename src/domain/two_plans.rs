//! Two plans in one text: where the second one begins, the text is cut, and either part is a text of its own.

use super::span::Span;

/// The parts of a text in which other plans begin at these spans: the first plan's, and the second one's. `None` where either would
/// be empty.
pub fn parts<'t>(source: &'t str, begin: &[Span]) -> Option<[&'t str; 2]> {
    let line = |span: &Span| source.get(..span.begins()).map(|before| before.rfind('\n').map_or(0, |end| end + 1));
    let mut begins = begin.iter().filter_map(line).filter(|at| *at > 0);
    let second = begins.next()?;
    let third = begins.find(|at| *at > second).unwrap_or(source.len());
    let parts = [source.get(..second)?, source.get(second..third)?];
    parts.iter().all(|part| !part.trim().is_empty()).then_some(parts)
}
