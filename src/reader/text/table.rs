//! Plans as tables: rows of cells between tabs, pipes or wide white space, or one cell a line, as a spreadsheet, a web page or a
//! PDF gives them when copied.
//!
//! The first row names the columns; in a turned table the first cell of each line does. A cell left blank is one that was merged with the cell above it. A row with a single
//! cell groups the rows under it. A cell of several paragraphs goes on in the next line.

use super::aligned::Aligned;
use super::cells::{cells, is_piped, only_rule};
use super::columns::{Column, LONGEST_NAME, aimed_at, column, header, is_unknown};
use super::fields::opened;
use super::heads::{can_group, named_in};
use super::labels::label_at;
pub use super::rows::Row;
use super::scan::{length, tidy};
use super::times::leading;
use super::{aligned, between, rows, stacked, turned, uncounted, unnamed};
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::ends_as_name;
use crate::reader::lexicon::duties::Field;
use crate::reader::lexicon::headings::CONTINUED;
use crate::reader::lexicon::marks::{digit, is_han};

/// How many lines ahead are searched for one that goes on with the row.
const LINES_AHEAD: usize = 8;
/// A cell that says something has so many Chinese characters at least.
const FEWEST_WORDS: usize = 4;

/// The tables of a text.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Their rows, in order.
    pub rows: Vec<Row>,
    /// Lines, or in a turned table cells, that name columns, and lines that only rule.
    pub heads: Vec<Span>,
    /// The first lines of tables whose cells were told apart by their words, or by where they begin.
    pub guessed: Vec<Span>,
    /// The names of columns that were left out, though there are words under them.
    pub unread: Vec<Span>,
    /// Where each of them begins, in order.
    pub starts: Vec<usize>,
}

/// Takes the tables out of the paragraphs of a text, and gives back the rest. `text` is simplified.
pub fn take(text: &str, paragraphs: &[Span]) -> (Tables, Vec<Span>) {
    let mut reader = Reader { text, ..Reader::default() };
    let mut kept = Vec::with_capacity(paragraphs.len());
    let mut place = 0;
    while let Some(paragraph) = paragraphs.get(place).copied() {
        let rest = &paragraphs[place..];
        if let Some(taken) = reader.stacked(rest).or_else(|| reader.turned(rest)).or_else(|| reader.unnamed(rest)) {
            place += taken;
            continue;
        }
        let tables = reader.out.heads.len();
        if !reader.take(paragraph, &rest[1..]) {
            kept.push(paragraph);
        } else if reader.out.heads.len() > tables && reader.silent() {
            reader.over =
                kept.pop_if(|line| opened(line.of(text)).is_some_and(|label| matches!(label.field, Field::Bodies(_))));
        }
        place += 1;
    }
    reader.end_row();
    (reader.out, kept)
}

#[derive(Default)]
struct Reader<'s> {
    text: &'s str,
    /// The columns of the table that is open.
    columns: Vec<Column>,
    /// Of each column, the year that its name is about.
    years: Vec<Option<Span>>,
    /// The columns whose names say nothing, with these, as long as no words stood under them.
    unknown: Vec<(usize, Span)>,
    /// What merged cells are to take over.
    above: Row,
    /// The line over the table that says who answers for all its rows, where none of its columns does.
    over: Option<Span>,
    /// The cells of the row that is open.
    row: Vec<Span>,
    /// And of the one before it.
    last: Vec<Span>,
    /// The table that is open, if its cells are told apart by where they begin.
    aligned: Option<Aligned>,
    /// Further cells of the row that is open, each with its column.
    more: Vec<(usize, Span)>,
    out: Tables,
}

impl Reader<'_> {
    /// Takes a paragraph as part of a table; whether it is one.
    fn take(&mut self, paragraph: Span, next: &[Span]) -> bool {
        let cells = cells(self.text, paragraph);
        if cells.len() < 2 {
            return self.aligned(paragraph, next);
        }
        if let Some(named) = header(self.text, &cells) {
            self.begin(named, paragraph.begins());
            self.years = cells.iter().map(|cell| aimed_at(self.text, *cell)).collect();
            self.name(&cells);
            self.out.heads.push(paragraph);
            return true;
        }
        if self.columns.is_empty() {
            return false;
        }
        if only_rule(self.text, &cells) {
            self.out.heads.push(paragraph);
            return true;
        }
        let piped = is_piped(paragraph.of(self.text));
        if piped || !self.goes_on(&cells) {
            self.end_row();
            // Without a pipe before the first cell, one before the others says that it is blank.
            let blank = piped && cells.len() + 1 == self.columns.len() && self.columns[0] != Column::Number;
            let blank = if blank { 1 } else { self.merged(&cells) };
            self.row = std::iter::repeat_n(paragraph.front(), blank).chain(cells).collect();
        } else {
            self.join(&cells);
        }
        true
    }

    /// Takes a line without a tab and a pipe, whose cells may be told apart by where they begin.
    fn aligned(&mut self, paragraph: Span, next: &[Span]) -> bool {
        if let Some((columns, table)) = aligned::header(self.text, paragraph) {
            self.begin(columns, paragraph.begins());
            self.aligned = Some(table);
            self.out.heads.push(paragraph);
            self.out.guessed.push(paragraph);
            return true;
        }
        let Some(table) = self.aligned.as_ref().filter(|_| !self.columns.is_empty()) else {
            return !self.columns.is_empty() && (self.goes_on_in(paragraph, next) || self.single(paragraph, next));
        };
        let cells = table.cells(self.text, paragraph, &self.columns);
        let places = table.places(self.text, &cells);
        let numbered = self.columns[0] == Column::Number;
        let first = places.first() == Some(&0) && cells.len() > 1;
        if first && (!numbered || is_number(cells[0].of(self.text))) {
            self.end_row();
            self.row = vec![Span::default(); self.columns.len()];
            for (place, cell) in places.into_iter().zip(cells) {
                let taken = &mut self.row[place];
                *taken = if taken.is_empty() { cell } else { taken.through(cell) };
            }
            true
        } else if !self.row.is_empty() && !places.contains(&0) {
            self.more.extend(places.into_iter().zip(cells));
            true
        } else {
            self.single(paragraph, next)
        }
    }

    /// Whether no column of the table that is open says who answers, and no line over it has yet.
    fn silent(&self) -> bool {
        !self.columns.is_empty()
            && self.over.is_none()
            && !self.columns.iter().any(|column| matches!(column, Column::Bodies(_)))
    }

    /// Whether a line of cells goes on with the row that is open: both together have no more cells than there are columns, and the
    /// line begins no row of its own.
    fn goes_on(&self, cells: &[Span]) -> bool {
        let numbered = self.columns.first() == Some(&Column::Number) && is_number(cells[0].of(self.text));
        let wide = self.columns.len();
        let begins = numbered || self.is_step(cells[0], &self.row);
        !self.row.is_empty() && self.row.len() < wide && self.row.len() + cells.len() - 1 <= wide && !begins
    }

    /// The column of what is to be done, where that is said step by step: each cell begins with its time.
    fn steps(&self) -> Option<usize> {
        self.columns.iter().position(|column| *column == Column::Content).filter(|place| *place > 0)
    }

    /// Whether a cell is the next step behind some cells, in a row of its own: 4月：参赛 behind 3月：备赛.
    fn is_step(&self, cell: Span, row: &[Span]) -> bool {
        let before = self.steps().and_then(|place| row.get(place));
        before.is_some_and(|before| leading(self.text, *before).is_some()) && leading(self.text, cell).is_some()
    }

    /// How many cells before those of a line are merged with the ones above and were not copied, as of tables on web pages: the line has no
    /// number where all rows have one.
    fn merged(&self, cells: &[Span]) -> usize {
        let missing = self.columns.len().saturating_sub(cells.len());
        let merged = |column: &Column| matches!(column, Column::Number | Column::Group | Column::Task);
        let begins = cells.first().is_some_and(|first| !first.is_empty() && !is_number(first.of(self.text)));
        let numbered = self.columns.first() == Some(&Column::Number) && !self.above.number.is_empty();
        let fits = begins && numbered && self.columns.iter().take(missing).all(merged);
        // A step stands in its own column, whatever is merged beside it.
        let step = self.steps().filter(|place| cells.len() + place <= self.columns.len());
        let step = step.filter(|_| cells.first().is_some_and(|first| self.is_step(*first, &self.last)));
        if fits { missing } else { step.unwrap_or(0) }
    }

    /// Joins a line to the row that is open: its first cell goes on with the last one.
    fn join(&mut self, cells: &[Span]) {
        let mut cells = cells.iter().copied();
        if let (Some(last), Some(first)) = (self.row.last_mut(), cells.next())
            && !first.is_empty()
        {
            *last = if last.is_empty() { first } else { last.through(first) };
        }
        self.row.extend(cells);
    }

    /// Takes a line without a tab as a paragraph of a cell; whether it is one.
    fn goes_on_in(&mut self, paragraph: Span, next: &[Span]) -> bool {
        let labelled = label_at(self.text, paragraph).is_some();
        let before = if self.row.is_empty() { &self.last } else { &self.row };
        if let Some(place) = self.steps().filter(|_| self.is_step(paragraph, before)) {
            self.end_row();
            self.row = std::iter::repeat_n(paragraph.front(), place).chain([paragraph]).collect();
            return true;
        }
        if !labelled && (self.row_goes_on(next) || self.opens_name(paragraph, next)) {
            if self.row.len() == self.columns.len() || self.row.is_empty() {
                self.end_row();
                self.row = vec![paragraph];
            } else {
                self.join(&[paragraph]);
            }
            return true;
        }
        false
    }

    /// Takes a line as a heading that groups the rows after it. One that no row follows ends the table, as running text does.
    fn single(&mut self, paragraph: Span, next: &[Span]) -> bool {
        self.end_row();
        if next.first().is_some_and(|next| self.goes_over(paragraph, *next)) {
            self.out.heads.push(paragraph);
            return true;
        }
        if !can_group(self.text, paragraph) || !self.rows_follow(next) {
            self.columns.clear();
            return false;
        }
        self.above = self.above.under(|groups| groups.head(self.text, paragraph));
        true
    }

    /// Whether a line says that the table goes on on the next page, where its columns are named again.
    fn goes_over(&self, paragraph: Span, next: Span) -> bool {
        CONTINUED.contains(&tidy(self.text, paragraph).of(self.text))
            && named_in(self.text, next).as_ref() == Some(&self.columns)
    }

    /// Whether the next of some lines that is no heading is a row of the table that is open.
    fn rows_follow(&self, next: &[Span]) -> bool {
        for line in next.iter().take(LINES_AHEAD) {
            if named_in(self.text, *line).is_some() {
                return false;
            }
            let apart = self.aligned.as_ref().map(|table| (table, table.cells(self.text, *line, &self.columns)));
            let aligned = apart
                .is_some_and(|(table, cells)| cells.len() > 1 && table.places(self.text, &cells).first() == Some(&0));
            if aligned || cells(self.text, *line).len() > 1 {
                return true;
            }
            if !can_group(self.text, *line) {
                return false;
            }
        }
        false
    }

    /// Whether a line behind some paragraphs goes on with the row that is open.
    fn row_goes_on(&self, next: &[Span]) -> bool {
        let mut lines = next.iter().take(LINES_AHEAD).map(|line| cells(self.text, *line));
        !self.row.is_empty() && lines.find(|cells| cells.len() > 1).is_some_and(|cells| self.goes_on(&cells))
    }

    /// Whether a line is the first half of the name in the first cell of the next row: 县人力资源社会 / 保障局.
    fn opens_name(&self, paragraph: Span, next: &[Span]) -> bool {
        let bodies = matches!(self.columns.first(), Some(Column::Bodies(_)));
        let Some(following) = next.first().map(|line| cells(self.text, *line)).filter(|_| bodies) else { return false };
        let whole = following.len() == self.columns.len();
        whole
            && following.first().is_some_and(|cell| {
                ends_as_name(paragraph.through(*cell).of(self.text)) && length(cell.of(self.text), 9) < 9
            })
    }

    /// Reads a table with one cell a line; how many paragraphs it takes.
    fn stacked(&mut self, paragraphs: &[Span]) -> Option<usize> {
        let first = *paragraphs.first()?;
        let name = first.of(self.text).trim_end_matches([' ', '|']);
        if length(name, LONGEST_NAME) == LONGEST_NAME {
            return None;
        }
        let table = match column(name) {
            Column::Number => stacked::read(self.text, paragraphs)?,
            Column::Other => return None,
            _ => between::read(self.text, paragraphs).or_else(|| uncounted::read(self.text, paragraphs))?,
        };
        self.whole(table.columns, &table.heads, table.rows, first.begins());
        if table.guessed {
            self.out.guessed.push(first);
        }
        Some(table.taken)
    }

    /// Reads a table with the names of its columns in the first cells of its lines; how many paragraphs it takes.
    fn turned(&mut self, paragraphs: &[Span]) -> Option<usize> {
        if !self.columns.is_empty() {
            return None;
        }
        let table = turned::read(self.text, paragraphs)?;
        self.whole(table.columns, &table.heads, table.rows, paragraphs.first()?.begins());
        Some(table.taken)
    }

    /// Reads a table whose columns have no names; how many paragraphs it takes.
    fn unnamed(&mut self, paragraphs: &[Span]) -> Option<usize> {
        let first = *paragraphs.first().filter(|_| self.columns.is_empty())?;
        let table = unnamed::read(self.text, paragraphs).filter(|_| named_in(self.text, first).is_none())?;
        self.whole(table.columns, &[], table.rows, first.begins());
        self.out.guessed.push(first);
        Some(table.taken)
    }

    /// Begins a table. Nothing of the one before it is of this one, unless that is open and its columns are named again.
    fn begin(&mut self, columns: Vec<Column>, start: usize) {
        self.end_row();
        if self.columns != columns {
            (self.columns, self.above) = (columns, Row::default());
            self.out.starts.push(start);
        }
        self.years.clear();
        self.last.clear();
        self.unknown.clear();
        (self.aligned, self.over) = (None, None);
    }

    /// Keeps in mind which of the cells that name the columns say nothing of what these hold.
    fn name(&mut self, heads: &[Span]) {
        let whole = heads.len() == self.columns.len();
        let columns = heads.iter().copied().enumerate().zip(&self.columns).filter(|_| whole);
        let unknown = columns.filter(|((_, head), column)| **column == Column::Other && is_unknown(head.of(self.text)));
        self.unknown = unknown.map(|(head, _)| head).collect();
    }

    /// Reads the rows of a table all of whose cells are known.
    fn whole(&mut self, columns: Vec<Column>, heads: &[Span], rows: Vec<Vec<Span>>, start: usize) {
        self.columns.clear();
        self.begin(columns, start);
        self.out.heads.extend(heads);
        self.name(heads);
        for row in rows {
            self.row = row;
            self.end_row();
        }
        self.columns.clear();
    }

    /// Reads the row that is open.
    fn end_row(&mut self) {
        let (cells, more) = (std::mem::take(&mut self.row), std::mem::take(&mut self.more));
        if !cells.is_empty() {
            self.last.clone_from(&cells);
        }
        let (text, unread) = (self.text, &mut self.out.unread);
        self.unknown.retain(|(place, name)| {
            let words = cells.get(*place).is_some_and(|cell| says_something(cell.of(text)));
            unread.extend(words.then_some(*name));
            !words
        });
        let mut row = rows::read(self.text, &self.columns, &self.years, &mut self.above, &cells, &more);
        if let (Some(row), Some(over)) = (row.as_mut().filter(|row| row.bodies.is_empty()), self.over) {
            row.bodies.push((over, Role::Responsible));
        }
        self.out.rows.extend(row);
    }
}

/// Whether a cell is more than a number, a name or a mark.
fn says_something(words: &str) -> bool {
    words.chars().filter(|c| is_han(*c)).take(FEWEST_WORDS).count() == FEWEST_WORDS
}

fn is_number(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| digit(c).is_some() || matches!(c, '.' | '、' | '．'))
}
