//! Tables whose columns have no names: rows of as many cells each, between tabs, pipes or wide white space, of which some hold nothing
//! but names of bodies in every row.

use super::aligned;
use super::cells::cells;
use super::columns::Column;
use super::labels::label_at;
use super::scan::length;
use super::stacked::{Stacked, is_bodies, is_group, is_time, number};
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::{ends_surely, is_office};
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{PAUSE, is_colon};

/// The fewest rows, if they have numbers that count on and if they have none.
const FEWEST: (usize, usize) = (2, 3);
/// The most cells of a row.
const MOST: usize = 8;
/// Behind the bodies, words are what is to be done only if they are as long.
const SHORTEST_BEHIND: usize = 7;

/// A line as a row.
struct Line {
    /// Its number, if it has one, and that as printed.
    number: Option<(u32, Span)>,
    /// Its other cells.
    cells: Vec<Span>,
}

/// The table that begins with the first of some paragraphs.
pub fn read(text: &str, paragraphs: &[Span]) -> Option<Stacked> {
    let first = row(text, *paragraphs.first()?)?;
    let numbered = first.number.is_some();
    let mut kinds: Vec<Column> = first.cells.iter().map(|cell| kind(text, *cell)).collect();
    let mut out = Stacked { guessed: true, ..Stacked::default() };
    let (mut last, mut rows) = (None, 0);
    let mut groups: Vec<Span> = Vec::new();
    for (place, paragraph) in paragraphs.iter().enumerate() {
        if rows > 0 && is_group(text, *paragraph) {
            groups.push(*paragraph);
            continue;
        }
        let Some(line) = row(text, *paragraph).filter(|line| line.cells.len() == kinds.len()) else { break };
        let value = line.number.map(|(value, _)| value);
        if value.is_some() != numbered || last.is_some() && last.map(|last: u32| last + 1) != value {
            break;
        }
        let fits = |(kind_before, cell): (&Column, &Span)| {
            let this = kind(text, *cell);
            if this == *kind_before { this } else { Column::Content }
        };
        let narrowed: Vec<Column> = kinds.iter().zip(&line.cells).map(fits).collect();
        if !tells(text, &narrowed, &line.cells) {
            break;
        }
        kinds = narrowed;
        last = value;
        rows += 1;
        let blank = || vec![Span::default(); kinds.len() + usize::from(numbered)];
        for group in groups.drain(..) {
            out.rows.push(std::iter::once(group).chain(blank().into_iter().skip(1)).collect());
        }
        out.rows.push(line.number.map(|(_, printed)| printed).into_iter().chain(line.cells).collect());
        out.taken = place + 1;
    }
    if rows < if numbered { FEWEST.0 } else { FEWEST.1 } {
        return None;
    }
    out.columns = Vec::from_iter(numbered.then_some(Column::Number));
    out.columns.extend(named(&kinds));
    Some(out)
}

/// The row that a line is.
fn row(text: &str, line: Span) -> Option<Line> {
    let mut all = cells(text, line);
    if all.len() < 2 {
        all = aligned::cells(text, line);
    }
    let first = all.first().copied()?;
    let words = |cell: &Span| cell.of(text).is_empty() || cell.of(text).contains(is_colon);
    if !(2..=MOST).contains(&all.len()) || all.iter().any(words) {
        return None;
    }
    if let Some(value) = number(text, first) {
        return (all.len() > 2).then(|| Line { number: Some((value, first)), cells: all.split_off(1) });
    }
    if let Some(label) = label_at(text, first).filter(|label| label.form == Form::Arabic) {
        all[0] = first.on_from(label.end);
        return Some(Line { number: Some((label.value, label.name)), cells: all });
    }
    Some(Line { number: None, cells: all })
}

/// What a cell by itself can be.
fn kind(text: &str, cell: Span) -> Column {
    let names = || cell.of(text).split(PAUSE).map(str::trim);
    let sure = || names().filter(|name| ends_surely(name) || is_office(name)).count() * 2 >= names().count();
    if is_time(text, cell) {
        Column::Deadline
    } else if is_bodies(text, cell) && sure() {
        Column::Bodies(Role::Responsible)
    } else {
        Column::Content
    }
}

/// Whether cells say who answers, and before that what is to be done; or behind it at length.
fn tells(text: &str, kinds: &[Column], cells: &[Span]) -> bool {
    let bodies = |column: &Column| matches!(column, Column::Bodies(_));
    let Some(who) = kinds.iter().position(bodies) else { return false };
    match kinds.iter().position(|column| *column == Column::Content) {
        Some(work) => work < who || length(cells[work].of(text), SHORTEST_BEHIND) == SHORTEST_BEHIND,
        None => false,
    }
}

/// The columns: words before what is to be done are its name, and those behind it are something else.
fn named(kinds: &[Column]) -> Vec<Column> {
    let bodies = |column: &Column| matches!(column, Column::Bodies(_));
    let who = kinds.iter().position(bodies).unwrap_or(kinds.len());
    let works: Vec<usize> = (0..kinds.len()).filter(|place| kinds[*place] == Column::Content).collect();
    let own: Vec<usize> = works.iter().copied().filter(|place| *place < who).collect();
    let own = if own.is_empty() { works.into_iter().take(1).collect() } else { own };
    let column = |(place, kind): (usize, &Column)| match own.iter().position(|own| *own == place) {
        Some(0) if own.len() > 1 => Column::Task,
        Some(_) => Column::Content,
        None if *kind == Column::Content => Column::Other,
        None => *kind,
    };
    kinds.iter().enumerate().map(column).collect()
}
