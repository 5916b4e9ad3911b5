//! Tables that were copied with one cell a line: the names of the columns, then the cells of row after row.

use super::columns::{Column, LONGEST_NAME, column, is_work, settle};
use super::labels::label_at;
use super::scan::{length, trim_by};
use super::times::stated;
use crate::domain::span::Span;
use crate::reader::lexicon::bodies::{NOBODY, ends_as_name};
use crate::reader::lexicon::headings::AFTER_ROW_NUMBER;
use crate::reader::lexicon::marks::{
    PAUSE, ROUND_CLOSE, ROUND_OPEN, digit, is_numeral, is_space, is_stop, numeral_value,
};

/// The most columns.
pub const MOST_COLUMNS: usize = 12;
/// The most lines of a row.
const MOST_LINES: usize = 40;

/// A table with one cell a line.
#[derive(Clone, Debug, Default)]
pub struct Stacked {
    /// What its columns hold; the first is the number.
    pub columns: Vec<Column>,
    /// The lines that name them.
    pub heads: Vec<Span>,
    /// The cells of each row, as many as there are columns; blank ones where the row has none.
    pub rows: Vec<Vec<Span>>,
    /// How many paragraphs it takes.
    pub taken: usize,
    /// Whether a row had more or fewer lines than there are columns, so that its cells were told apart by their words.
    pub guessed: bool,
}

/// The table that begins with the first of some paragraphs.
pub fn read(text: &str, paragraphs: &[Span]) -> Option<Stacked> {
    let line = |at: usize| paragraphs.get(at).map(|line| trim_by(text, *line, |c| is_space(c) || c == '|'));
    let of_table: fn(&str, Span) -> Option<u32> = if counts_in_numerals(text, paragraphs) { numeral } else { number };
    let number = |at: usize| line(at).and_then(|line| of_table(text, line));
    let is_group = |at: usize| line(at).is_some_and(|line| is_group(text, line));
    let behind_groups = |at: usize| (at..=paragraphs.len()).find(|at| !is_group(*at)).unwrap_or(at);
    let mut out = Stacked::default();
    let mut place = 0;
    // The columns are named until the first row begins.
    while number(place).is_none() && !is_group(place) {
        out.name(text, line(place)?)?;
        place += 1;
    }
    settle(&mut out.columns);
    let work = out.columns.iter().any(|column| is_work(*column));
    if out.columns.len() < 3 || !work {
        return None;
    }
    let wide = out.columns.len();
    let mut count = 0;
    number(behind_groups(place))?;
    while let Some(this) = number(behind_groups(place)).filter(|this| count == 0 || *this > count) {
        let begins = behind_groups(place);
        for group in (place..begins).filter_map(line) {
            out.rows.push(std::iter::once(group).chain(vec![Span::default(); wide - 1]).collect());
        }
        (place, count) = (begins, this);
        let next = |at: &usize| number(behind_groups(*at)) == Some(count + 1);
        let exact = place + wide;
        let whole = number(behind_groups(exact)).is_some_and(|next| next > count);
        let end = whole.then_some(exact).or_else(|| (place + 2..paragraphs.len().min(place + MOST_LINES)).find(next));
        let mut end = end.unwrap_or(exact).min(paragraphs.len());
        if !whole && !next(&end) {
            // The last row: more bodies and times are of it.
            let more = |at: &usize| line(*at).is_some_and(|line| is_bodies(text, line) || is_time(text, line));
            end += (end..paragraphs.len()).take(MOST_LINES).take_while(more).count();
        }
        let lines: Vec<Span> = (place + 1..end).filter_map(line).collect();
        out.guessed |= lines.len() + 1 != wide;
        let rows = if lines.len() + 1 == wide { vec![lines] } else { told_apart(text, &out.columns[1..], &lines) };
        for cells in rows {
            out.rows.push(line(place).into_iter().chain(cells).collect());
        }
        place = end;
    }
    out.taken = place;
    Some(out)
}

/// Whether the first line that is a number is one in numerals.
fn counts_in_numerals(text: &str, paragraphs: &[Span]) -> bool {
    let line = |line: &Span| trim_by(text, *line, |c| is_space(c) || c == '|');
    let lines = paragraphs.iter().take(MOST_COLUMNS * 2).map(line);
    let mut counted = lines.filter(|line| number(text, *line).is_some() || numeral(text, *line).is_some());
    counted.next().is_some_and(|line| numeral(text, line).is_some())
}

impl Stacked {
    /// Takes the name of a column; `None` if the line cannot be one, or the first is not that of the number.
    fn name(&mut self, text: &str, name: Span) -> Option<()> {
        let words = name.of(text);
        let short = length(words, LONGEST_NAME) < LONGEST_NAME && !words.contains(is_stop);
        if !short || self.columns.len() > MOST_COLUMNS {
            return None;
        }
        // 责任 / 单位: one name over two lines.
        let joined = self.heads.last().map(|last| column(last.through(name).of(text)));
        let other = column(name.of(text)) == Column::Other;
        match (joined.filter(|column| *column != Column::Other && other), self.columns.last_mut()) {
            (Some(known), Some(last)) if *last == Column::Other => *last = known,
            _ => self.columns.push(column(words)),
        }
        self.heads.push(name);
        (self.columns[0] == Column::Number).then_some(())
    }
}

/// Whether a line is a heading that groups the rows behind it: 一、扩大投资, （一）扩大投资.
pub fn is_group(text: &str, line: Span) -> bool {
    label_at(text, line).is_some_and(|label| label.form.heads_rows()) && !line.of(text).contains(is_stop)
}

/// The number that a line is and nothing else: `1`, `1.`, `（1）`.
pub fn number(text: &str, line: Span) -> Option<u32> {
    let words = line.of(text);
    if words.len() > 12 {
        return None;
    }
    let inner = words.strip_prefix(ROUND_OPEN).and_then(|words| words.strip_suffix(ROUND_CLOSE)).unwrap_or(words);
    let bare = inner.trim_end_matches(AFTER_ROW_NUMBER);
    bare.chars().try_fold(0_u32, |value, c| Some(value * 10 + digit(c)?)).filter(|value| *value > 0)
}

/// The number in numerals that a line is and nothing else: `一`.
fn numeral(text: &str, line: Span) -> Option<u32> {
    let words = line.of(text);
    let counts = words.len() <= 12 && words.chars().all(is_numeral);
    counts.then(|| numeral_value(words)).flatten().filter(|value| *value > 0)
}

/// Whether a line is nothing but names of bodies, or says that there is none.
pub fn is_bodies(text: &str, line: Span) -> bool {
    let words = line.of(text);
    NOBODY.contains(&words)
        || !words.contains(is_stop) && words.split(PAUSE).all(|name| ends_as_name(name) && length(name, 20) < 20)
}

/// Whether a line is nothing but a time.
pub fn is_time(text: &str, line: Span) -> bool {
    stated(text, line, |_| false).is_some()
}

/// The cells of rows with more or fewer lines than columns: names go to the columns of bodies, times to those of deadlines, and the
/// lines between them to the columns of words there. Where these are fewer, the cells before them are merged with those above; where
/// they are more, the last cell has several. Words behind all columns begin a row.
pub fn told_apart(text: &str, columns: &[Column], lines: &[Span]) -> Vec<Vec<Span>> {
    let words = |line: &Span| !is_bodies(text, *line) && !is_time(text, *line);
    let of_words = |column: &Column| !matches!(column, Column::Bodies(_) | Column::Deadline);
    let blank = || vec![Span::default(); columns.len()];
    let mut rows = vec![blank()];
    let (mut at, mut rest) = (0, lines);
    while let Some((first, others)) = rest.split_first() {
        let run = rest.iter().take_while(|line| words(line)).count();
        if run > 0 {
            let free = columns[at..].iter().take_while(|column| of_words(column)).count();
            if free == 0 && at > 0 && rows.last().is_some_and(|row| is_answered(columns, row)) {
                rows.push(blank());
                at = 0;
                continue;
            }
            let Some(cells) = rows.last_mut() else { break };
            let begins = at + free.saturating_sub(run);
            for (n, line) in rest[..run].iter().enumerate() {
                let place = (begins + n).min((at + free).saturating_sub(1));
                cells[place] = if cells[place].is_empty() { *line } else { cells[place].through(*line) };
            }
            at += free;
            rest = &rest[run..];
            continue;
        }
        rest = others;
        let fits = |column: &Column| match column {
            Column::Bodies(_) => is_bodies(text, *first),
            Column::Deadline => !is_bodies(text, *first) && is_time(text, *first),
            _ => false,
        };
        let Some(cells) = rows.last_mut() else { break };
        if let Some(place) = (at..columns.len()).find(|place| fits(&columns[*place])) {
            cells[place] = *first;
            at = place + 1;
        } else if at > 0 && !cells[at - 1].is_empty() {
            cells[at - 1] = cells[at - 1].through(*first);
        }
    }
    rows
}

/// Whether a row says already who answers.
fn is_answered(columns: &[Column], row: &[Span]) -> bool {
    columns.iter().zip(row).any(|(column, cell)| matches!(column, Column::Bodies(_)) && !cell.is_empty())
}
