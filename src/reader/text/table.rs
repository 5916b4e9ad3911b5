//! Plans as tables: rows of cells between tabs or pipes, as a spreadsheet or a web page gives them when copied.
//!
//! The first row names the columns. A cell left blank is one that was merged with the cell above it. A row with a single
//! cell groups the rows under it.

use super::scan::{length, trim, trim_by};
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::duties::label_role;
use crate::reader::lexicon::headings::{
    CONTENT_COLUMNS, GROUP_COLUMNS, NUMBER_COLUMNS, ORGANISING, TASK_COLUMNS, WORK,
};
use crate::reader::lexicon::marks::{ROUND_OPEN, STOP, is_space};
use crate::reader::lexicon::{ends, times};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Group,
    Task,
    Content,
    Bodies(Role),
    Deadline,
    Other,
}

/// A row that somebody must do something about.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The cell that groups it with others; empty where there is none.
    pub group: Span,
    /// Its number as printed; empty where there is none.
    pub number: Span,
    /// What it is called; empty where its content stands alone.
    pub title: Span,
    /// What is to be done.
    pub content: Vec<Span>,
    /// Who answers; those of the row above where the cells are merged.
    pub bodies: Vec<(Span, Role)>,
    /// By when.
    pub deadlines: Vec<Span>,
}

/// The tables of a text.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Their rows, in order.
    pub rows: Vec<Row>,
    /// Lines that name columns or only rule.
    pub heads: Vec<Span>,
}

/// Takes the tables out of the paragraphs of a text, and gives back the rest. `text` is simplified.
pub fn take(text: &str, paragraphs: Vec<Span>) -> (Tables, Vec<Span>) {
    let mut out = Tables::default();
    let mut columns: Vec<Column> = Vec::new();
    let mut above = Row::default();
    let mut kept = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let cells = cells(text, paragraph);
        if cells.len() < 2 {
            // A heading between rows groups those after it; running text ends the table.
            let words = paragraph.of(text);
            if columns.is_empty() || length(words, 41) > 40 || words.contains(STOP) {
                columns.clear();
                kept.push(paragraph);
            } else {
                above = Row { group: paragraph, ..Row::default() };
            }
            continue;
        }
        if let Some(named) = header(text, &cells) {
            columns = named;
            above = Row::default();
            out.heads.push(paragraph);
        } else if columns.is_empty() {
            kept.push(paragraph);
        } else if cells.iter().all(|cell| cell.of(text).chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            out.heads.push(paragraph);
        } else {
            row(&columns, &cells, &mut above, &mut out);
        }
    }
    (out, kept)
}

/// The cells of the line that a paragraph stands in, blank ones too.
fn cells(text: &str, paragraph: Span) -> Vec<Span> {
    let words = paragraph.of(text);
    let pipes = words.starts_with('|') && words.len() > 1;
    if !pipes && !words.contains('\t') && !ends_blank(text, paragraph) || words.contains('\n') {
        return Vec::new();
    }
    let (inner, mark) = if pipes {
        let row = trim_by(text, paragraph, |c| c == ' ');
        let start = row.begins() + 1;
        let end = if words.ends_with('|') { row.ends() - 1 } else { row.ends() };
        (Span::new(start, end.max(start)), '|')
    } else {
        // White space was trimmed off the paragraph, but a tab before its first word is a blank cell.
        let before = Span::new(0, paragraph.begins()).of(text);
        let after = Span::new(paragraph.ends(), text.len()).of(text);
        let start = before.trim_end_matches(['\t', ' ']).len();
        let end = text.len() - after.trim_start_matches(['\t', ' ']).len();
        (Span::new(start, end), '\t')
    };
    let mut out = Vec::new();
    let mut start = inner.begins();
    for (at, _) in inner.of(text).match_indices(mark) {
        out.push(trim(text, Span::new(start, inner.begins() + at)));
        start = inner.begins() + at + 1;
    }
    out.push(trim(text, inner.on_from(start)));
    out
}

/// Whether a tab stands before or behind the paragraph in its line.
fn ends_blank(text: &str, paragraph: Span) -> bool {
    let before = Span::new(0, paragraph.begins()).of(text);
    let after = Span::new(paragraph.ends(), text.len()).of(text);
    before.ends_with('\t') || after.starts_with('\t')
}

/// The columns, if the cells name them.
fn header(text: &str, cells: &[Span]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell.of(text))).collect();
    let known = columns.iter().filter(|column| **column != Column::Other).count();
    let work = columns.iter().any(|column| matches!(column, Column::Task | Column::Content));
    (known >= 2 && work && cells.iter().all(|cell| length(cell.of(text), 20) < 16)).then_some(columns)
}

/// What a column of this name holds.
fn column(words: &str) -> Column {
    let words: String = words.chars().filter(|c| !is_space(*c) && *c != '*').collect();
    let bare = words.split(ROUND_OPEN).next().unwrap_or("");
    if let Some(role) = label_role(bare) {
        if bare.ends_with(WORK) || bare == ORGANISING { Column::Task } else { Column::Bodies(role) }
    } else if NUMBER_COLUMNS.contains(&bare) {
        Column::Number
    } else if times::is_deadline_column(bare) {
        Column::Deadline
    } else if ends(bare, GROUP_COLUMNS) {
        Column::Group
    } else if ends(bare, CONTENT_COLUMNS) {
        Column::Content
    } else if ends(bare, TASK_COLUMNS) {
        Column::Task
    } else {
        Column::Other
    }
}

/// Reads a row; `above` holds what merged cells are to take over.
fn row(columns: &[Column], cells: &[Span], above: &mut Row, out: &mut Tables) {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    if let (Some((place, only)), None, true) = (filled.next(), filled.next(), columns.len() > 2)
        && columns.get(place) != Some(&Column::Content)
    {
        *above = Row { group: *only, ..Row::default() };
        return;
    }
    let mut this = Row { group: above.group, ..Row::default() };
    for (&cell, column) in cells.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()) {
        match column {
            Column::Number => this.number = cell,
            Column::Group => this.group = cell,
            Column::Task if this.title.is_empty() => this.title = cell,
            Column::Task | Column::Content => this.content.push(cell),
            Column::Bodies(role) => this.bodies.push((cell, *role)),
            Column::Deadline => this.deadlines.push(cell),
            Column::Other => {}
        }
    }
    if this.content.is_empty() && this.title.is_empty() {
        return;
    }
    if this.bodies.is_empty() && this.group == above.group {
        this.bodies.clone_from(&above.bodies);
    }
    let group_column = columns.contains(&Column::Group);
    let merged_time = this.deadlines.is_empty() && columns.contains(&Column::Deadline) && this.group == above.group;
    if merged_time {
        this.deadlines.clone_from(&above.deadlines);
    }
    if !group_column || !this.group.is_empty() {
        above.group = this.group;
    }
    if !this.bodies.is_empty() {
        above.bodies.clone_from(&this.bodies);
    }
    if !this.deadlines.is_empty() {
        above.deadlines.clone_from(&this.deadlines);
    }
    if this.content.is_empty() {
        // Its name is all that the row says is to be done.
        this.content.push(std::mem::take(&mut this.title));
    }
    out.rows.push(this);
}
