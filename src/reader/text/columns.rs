//! The columns of a table: what the cells of its first row say that they hold.

use super::scan::{length, tidy};
use super::times::{FIRST_YEAR, Scan};
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::duties::{WITHIN, label_role};
use crate::reader::lexicon::headings::{
    AIM_COLUMNS, BODY_COLUMNS, CONTENT_COLUMNS, CONTENT_NAMES, COST_COLUMNS, COUNTED_IN, GROUP_COLUMNS,
    MARKING_COLUMNS, NUMBER_COLUMNS, ORGANISING, PARTICULAR_COLUMNS, PLACE_COLUMNS, TASK_COLUMNS, VALUE_COLUMNS,
    WHOLE_COLUMNS, WORK,
};
use crate::reader::lexicon::marks::{ROUND_OPEN, is_around_words};
use crate::reader::lexicon::times::{PARTS_OF_YEAR, YEAR};
use crate::reader::lexicon::{ends, times};

/// The name of a column is shorter than this.
pub const LONGEST_NAME: usize = 16;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The number of the row.
    Number,
    /// What groups rows.
    Group,
    /// What is to be done, in a few words.
    Task,
    /// What is to be done.
    Content,
    /// How much of it.
    Value,
    /// Who answers.
    Bodies(Role),
    /// By when.
    Deadline,
    /// Something else: persons, how far it is.
    Other,
}

/// The columns, if the cells name them.
pub fn header(text: &str, cells: &[Span]) -> Option<Vec<Column>> {
    if cells.iter().any(|cell| length(cell.of(text), LONGEST_NAME) == LONGEST_NAME) {
        return None;
    }
    let mut columns: Vec<Column> = cells.iter().map(|cell| column(cell.of(text))).collect();
    let bodies = |column: &Column| matches!(column, Column::Bodies(_));
    if columns.iter().filter(|column| bodies(column)).count() > 1 {
        // 指标 | 单位 | 目标值 | 责任单位: what the values are counted in.
        let values = columns.contains(&Column::Value);
        for place in (0..cells.len()).filter(|place| tidy(text, cells[*place]).of(text) == COUNTED_IN) {
            let before = place.checked_sub(1).and_then(|before| columns.get(before));
            if values || before.is_some_and(|before| is_work(*before)) {
                columns[place] = Column::Other;
            }
        }
    }
    if !columns.iter().any(bodies)
        && let Some(place) = cells.iter().position(|cell| is_place_column(cell.of(text)))
    {
        columns[place] = Column::Bodies(Role::Responsible);
    }
    settle(&mut columns);
    let known = columns.iter().filter(|column| **column != Column::Other).count();
    let work = columns.iter().any(|column| is_work(*column));
    (known >= 2 && work).then_some(columns)
}

/// Whether a column says what is to be done.
pub fn is_work(column: Column) -> bool {
    matches!(column, Column::Task | Column::Content | Column::Value)
}

/// Settles what columns hold by what stands beside them: rows are grouped by what stands before the work; and where no column is
/// called after it, it is behind the bodies (部门 | 重点领域) or in the first column that has another name.
pub fn settle(columns: &mut [Column]) {
    if let Some(work) = columns.iter().position(|column| is_work(*column)) {
        for column in columns[work..].iter_mut().filter(|column| **column == Column::Group) {
            *column = Column::Other;
        }
    } else if let Some(bodies) = columns.iter().position(|column| matches!(column, Column::Bodies(_))) {
        let behind = (bodies..columns.len()).find(|place| columns[*place] == Column::Group);
        // Without a number it may be any list of particulars: 索引号 | 责任部门.
        let numbered = columns.first() == Some(&Column::Number);
        let mut places = (0..columns.len()).filter(|_| numbered);
        let other = || places.find(|place| matches!(columns[*place], Column::Other | Column::Group));
        if let Some(place) = behind.or_else(other) {
            columns[place] = Column::Content;
        }
    }
}

/// Whether a column of this name holds places: 乡镇, 村（社区）.
fn is_place_column(words: &str) -> bool {
    let words: String = words.chars().filter(|c| !is_around_words(*c)).collect();
    PLACE_COLUMNS.contains(&words.split(ROUND_OPEN).next().unwrap_or(""))
}

/// The year that the name of a column says its aims are for: 2027年目标值.
pub fn aimed_at(text: &str, name: Span) -> Option<Span> {
    let bare = tidy(text, name);
    let mut scan = Scan { text, at: bare.begins(), end: bare.ends() };
    let year = scan.number().is_some_and(|year| year >= FIRST_YEAR) && scan.mark(YEAR);
    let _ = year && scan.word(PARTS_OF_YEAR);
    (year && ends(bare.of(text), AIM_COLUMNS)).then(|| bare.up_to(scan.at))
}

/// Whether a name that says nothing of what its column holds is none of particulars, either.
pub fn is_unknown(name: &str) -> bool {
    let words: String = name.chars().filter(|c| !is_around_words(*c)).collect();
    let bare = words.split(ROUND_OPEN).next().unwrap_or("");
    !bare.is_empty() && ![PARTICULAR_COLUMNS, MARKING_COLUMNS, COST_COLUMNS].iter().any(|names| ends(bare, names))
}

/// What a column of this name holds.
pub fn column(words: &str) -> Column {
    let words: String = words.chars().filter(|c| !is_around_words(*c)).collect();
    let bare = words.split(ROUND_OPEN).next().unwrap_or("");
    // 市卫生健康委内牵头处室: of the parts of one body.
    let within = || bare.split_once(WITHIN).and_then(|(_, label)| label_role(label));
    if let Some(role) = label_role(bare).or_else(within) {
        if bare.ends_with(WORK) || bare == ORGANISING { Column::Task } else { Column::Bodies(role) }
    } else if BODY_COLUMNS.contains(&bare) {
        Column::Bodies(Role::Responsible)
    } else if NUMBER_COLUMNS.contains(&bare) {
        Column::Number
    } else if times::is_deadline_column(bare) {
        Column::Deadline
    } else if ends(bare, GROUP_COLUMNS) {
        Column::Group
    } else if ends(bare, MARKING_COLUMNS) || ends(bare, COST_COLUMNS) {
        Column::Other
    } else if CONTENT_NAMES.contains(&bare) || ends(bare, CONTENT_COLUMNS) {
        Column::Content
    } else if ends(bare, VALUE_COLUMNS) || WHOLE_COLUMNS.contains(&bare) {
        Column::Value
    } else if ends(bare, TASK_COLUMNS) {
        Column::Task
    } else {
        Column::Other
    }
}
