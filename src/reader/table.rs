//! Plans as tables: rows of cells between tabs or pipes, as a spreadsheet or a web page gives them when copied.
//!
//! The first row names the columns. A cell left blank is one that was merged with the cell above it. A row with a single
//! cell groups the rows under it.

use super::chars::{Bytes, is_space, length, slice, trim, trim_by};
use super::keywords::{DEADLINE_LABELS, label_role};
use crate::domain::plan::Role;

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
    pub group: Bytes,
    /// Its number as printed; empty where there is none.
    pub number: Bytes,
    /// What it is called; empty where its content stands alone.
    pub title: Bytes,
    /// What is to be done.
    pub content: Vec<Bytes>,
    /// Who answers; those of the row above where the cells are merged.
    pub bodies: Vec<(Bytes, Role)>,
    /// By when.
    pub deadlines: Vec<Bytes>,
}

/// The tables of a text.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Their rows, in order.
    pub rows: Vec<Row>,
    /// Lines that name columns or only rule.
    pub heads: Vec<Bytes>,
}

/// Takes the tables out of the paragraphs of a text. `text` is simplified.
pub fn take(text: &str, paragraphs: &mut Vec<Bytes>) -> Tables {
    let mut out = Tables::default();
    let mut columns: Vec<Column> = Vec::new();
    let mut above = Row::default();
    let mut kept = Vec::with_capacity(paragraphs.len());
    for paragraph in std::mem::take(paragraphs) {
        let cells = cells(text, paragraph.clone());
        if cells.len() < 2 {
            // A heading between rows groups those after it; running text ends the table.
            let words = slice(text, paragraph.clone());
            if columns.is_empty() || length(words, 41) > 40 || words.contains('。') {
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
        } else if cells.iter().all(|c| slice(text, c.clone()).chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            out.heads.push(paragraph);
        } else {
            row(&columns, &cells, &mut above, &mut out);
        }
    }
    *paragraphs = kept;
    out
}

/// The cells of the line that a paragraph stands in, blank ones too.
fn cells(text: &str, paragraph: Bytes) -> Vec<Bytes> {
    let words = slice(text, paragraph.clone());
    let pipes = words.starts_with('|') && words.len() > 1;
    if !pipes && !words.contains('\t') && !ends_blank(text, &paragraph) || words.contains('\n') {
        return Vec::new();
    }
    // White space was trimmed off the paragraph, but a tab before its first word is a blank cell.
    let before = slice(text, 0..paragraph.start);
    let line = paragraph.start - (before.len() - before.trim_end_matches(['\t', ' ']).len());
    let after = slice(text, paragraph.end..text.len());
    let end = paragraph.end + (after.len() - after.trim_start_matches(['\t', ' ']).len());
    let (range, mark) = if pipes { (trim_by(text, paragraph, |c| c == ' '), '|') } else { (line..end, '\t') };
    let inner = if pipes {
        let end = if words.ends_with('|') { range.end - 1 } else { range.end };
        range.start + 1..end.max(range.start + 1)
    } else {
        range
    };
    let mut out = Vec::new();
    let mut start = inner.start;
    for (at, _) in slice(text, inner.clone()).match_indices(mark) {
        out.push(trim(text, start..inner.start + at));
        start = inner.start + at + 1;
    }
    out.push(trim(text, start..inner.end));
    out
}

/// Whether a tab stands before or behind the paragraph in its line.
fn ends_blank(text: &str, paragraph: &Bytes) -> bool {
    let before = slice(text, 0..paragraph.start).chars().next_back();
    let after = slice(text, paragraph.end..text.len()).chars().next();
    before == Some('\t') || after == Some('\t')
}

/// The columns, if the cells name them.
fn header(text: &str, cells: &[Bytes]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.iter().map(|c| column(slice(text, c.clone()))).collect();
    let known = columns.iter().filter(|c| **c != Column::Other).count();
    let work = columns.iter().any(|c| matches!(c, Column::Task | Column::Content));
    (known >= 2 && work && cells.iter().all(|c| length(slice(text, c.clone()), 20) < 16)).then_some(columns)
}

fn column(words: &str) -> Column {
    let words: String = words.chars().filter(|c| !is_space(*c) && *c != '*').collect();
    let bare = words.split(['（', '(']).next().unwrap_or("");
    let ends = |list: &[&str]| list.iter().any(|end| bare.ends_with(end));
    if let Some(role) = label_role(bare) {
        if bare.ends_with("任务") || bare == "组织" { Column::Task } else { Column::Bodies(role) }
    } else if matches!(bare, "序号" | "编号" | "号" | "No." | "NO") {
        Column::Number
    } else if DEADLINE_LABELS.contains(&bare) || ends(&["时限", "完成时间", "期限", "时间节点"]) {
        Column::Deadline
    } else if ends(&["领域", "类别", "分类", "板块", "方面", "专项", "类型"]) {
        Column::Group
    } else if ends(&["举措", "措施", "内容", "目标", "目标值", "要求", "具体任务", "标准", "成果", "指标值"])
    {
        Column::Content
    } else if ends(&["任务", "事项", "项目", "重点工作", "任务名称", "指标", "工作", "名称", "场景"])
    {
        Column::Task
    } else {
        Column::Other
    }
}

/// Reads a row; `above` holds what merged cells are to take over.
fn row(columns: &[Column], cells: &[Bytes], above: &mut Row, out: &mut Tables) {
    let filled: Vec<&Bytes> = cells.iter().filter(|c| !c.is_empty()).collect();
    if let ([only], true) = (filled.as_slice(), columns.len() > 2) {
        let content = cells.iter().position(|c| c == *only).and_then(|i| columns.get(i));
        if !matches!(content, Some(Column::Content)) {
            *above = Row { group: (*only).clone(), ..Row::default() };
            return;
        }
    }
    let mut this = Row { group: above.group.clone(), ..Row::default() };
    for (cell, column) in cells.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()) {
        let cell = cell.clone();
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
        above.group = this.group.clone();
    }
    if !this.bodies.is_empty() {
        above.bodies.clone_from(&this.bodies);
    }
    if !this.deadlines.is_empty() {
        above.deadlines.clone_from(&this.deadlines);
    }
    if this.content.is_empty() {
        // Its name is all that the row says is to be done.
        this.content.push(std::mem::replace(&mut this.title, 0..0));
    }
    out.rows.push(this);
}
