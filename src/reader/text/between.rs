//! Tables with one cell a line whose column of numbers has no name: the names of the columns, then rows with a number in each,
//! behind what merged cells group them by.

use super::columns::{Column, LONGEST_NAME, column, is_work};
use super::scan::length;
use super::stacked::{MOST_COLUMNS, Stacked, number};
use crate::domain::span::Span;

/// The table that begins with the first of some paragraphs.
pub fn read(text: &str, paragraphs: &[Span]) -> Option<Stacked> {
    let named = |line: &&Span| {
        let words = line.of(text);
        length(words, LONGEST_NAME) < LONGEST_NAME && !matches!(column(words), Column::Other | Column::Number)
    };
    let heads: Vec<Span> = paragraphs.iter().take(MOST_COLUMNS).take_while(named).copied().collect();
    let mut columns: Vec<Column> = heads.iter().map(|line| column(line.of(text))).collect();
    let works = columns.iter().any(|column| is_work(*column));
    let told = columns.iter().any(|column| matches!(column, Column::Bodies(_)));
    // Before the number of the first row stand the cells of the columns before it.
    let before =
        (0..2).find(|place| paragraphs.get(heads.len() + place).and_then(|line| number(text, *line)) == Some(1))?;
    if heads.len() < 3 || before >= heads.len() || !works || !told {
        return None;
    }
    columns.insert(before, Column::Number);
    let mut out = Stacked { columns, heads, ..Stacked::default() };
    let behind = out.columns.len() - before - 1;
    let mut place = out.heads.len();
    for count in 1.. {
        let counted = |at: usize| paragraphs.get(at).and_then(|line| number(text, *line)) == Some(count);
        // Merged cells stand in their first row alone.
        let Some(own) = [before, 0].into_iter().find(|own| counted(place + own)) else { break };
        let Some(lines) = paragraphs.get(place..=place + own + behind) else { break };
        let blank = std::iter::repeat_n(Span::default(), before - own);
        out.rows.push(blank.chain(lines.iter().copied()).collect());
        place += lines.len();
    }
    out.taken = place;
    (out.rows.len() > 1).then_some(out)
}
