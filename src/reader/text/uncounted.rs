//! Tables with one cell a line and no column of numbers: the names of the columns, then cells that are told apart by their words.

use super::columns::{Column, LONGEST_NAME, column, is_work};
use super::scan::length;
use super::stacked::{MOST_COLUMNS, Stacked, is_bodies, is_group, is_time, told_apart};
use crate::domain::span::Span;
use crate::reader::lexicon::marks::is_stop;

/// So many lines may stand between two that say who answers or by when.
const LONGEST_GAP: usize = 12;

/// The table that begins with the first of some paragraphs.
pub fn read(text: &str, paragraphs: &[Span]) -> Option<Stacked> {
    let name = |line: &&Span| {
        let words = line.of(text);
        length(words, LONGEST_NAME) < LONGEST_NAME && !words.contains(is_stop)
    };
    let named: Vec<Span> = paragraphs.iter().take(MOST_COLUMNS).take_while(name).copied().collect();
    let known = named.iter().take_while(|line| column(line.of(text)) != Column::Other).count();
    // Behind those that are known may stand some that are not: 备注.
    (known..=named.len().min(known + 2)).find_map(|wide| of_columns(text, &named[..wide], paragraphs))
}

/// The table with these columns, if at least two rows fit.
fn of_columns(text: &str, heads: &[Span], paragraphs: &[Span]) -> Option<Stacked> {
    let columns: Vec<Column> = heads.iter().map(|line| column(line.of(text))).collect();
    let bodies = |column: &Column| matches!(column, Column::Bodies(_));
    if !columns.iter().any(|column| is_work(*column)) || !columns.iter().any(bodies) {
        return None;
    }
    let (behind, wide) = (&paragraphs[heads.len()..], columns.len());
    let row_fits = |row: &&[Span]| row.len() == wide && fits(text, &columns, row);
    let mut out = Stacked { heads: heads.to_vec(), ..Stacked::default() };
    if columns.first().is_some_and(|first| bodies(first) || *first == Column::Deadline) {
        out.rows = behind.chunks(wide).take_while(row_fits).map(<[Span]>::to_vec).collect();
        out.taken = heads.len() + out.rows.len() * wide;
    } else {
        let lines = &behind[..end(text, behind)];
        out.taken = heads.len() + lines.len();
        if lines.chunks(wide).all(|row| row_fits(&row)) {
            out.rows = lines.chunks(wide).map(<[Span]>::to_vec).collect();
        } else {
            out.guessed = true;
            for part in lines.chunk_by(|line, next| !is_group(text, *line) && !is_group(text, *next)) {
                let group = part.first().filter(|first| is_group(text, **first));
                match group {
                    Some(group) => {
                        out.rows.push(std::iter::once(*group).chain(vec![Span::default(); wide - 1]).collect());
                    }
                    None => out.rows.extend(told_apart(text, &columns, part)),
                }
            }
        }
    }
    let answered = |row: &&Vec<Span>| row.iter().zip(&columns).any(|(cell, column)| bodies(column) && !cell.is_empty());
    let enough = out.rows.iter().filter(answered).count() > 1;
    out.columns = columns;
    enough.then_some(out)
}

/// How many lines a table has: it ends with the last one that says who answers or by when.
fn end(text: &str, lines: &[Span]) -> usize {
    let mut end = 0;
    for (place, line) in lines.iter().enumerate() {
        if place > end + LONGEST_GAP {
            break;
        }
        if is_bodies(text, *line) || is_time(text, *line) {
            end = place + 1;
        }
    }
    end
}

/// Whether the cells of a row are what their columns say.
fn fits(text: &str, columns: &[Column], row: &[Span]) -> bool {
    columns.iter().zip(row).all(|(column, cell)| match column {
        Column::Bodies(_) => is_bodies(text, *cell),
        Column::Deadline => is_time(text, *cell),
        Column::Task | Column::Content => !is_bodies(text, *cell) && !is_time(text, *cell),
        _ => true,
    })
}
