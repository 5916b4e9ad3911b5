//! The rows of tables: what each says is to be done, who answers and by when, with what merged cells say of it.

use super::columns::Column;
use super::groups::{Groups, counting};
use super::scan::{length, tidy, trim_by};
use crate::domain::plan::Role;
use crate::domain::span::Span;
use crate::reader::lexicon::headings::TOTALS;
use crate::reader::lexicon::marks::{STOP, digit, is_numeral, is_stop};
use crate::reader::lexicon::quantities::FULL;

/// A row that somebody must do something about.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What groups it with others, from the outermost on.
    pub groups: Groups,
    /// Its number as printed; empty where there is none.
    pub number: Span,
    /// What it is called; empty where its content stands alone. That of the row above where the cells are merged.
    pub title: Span,
    /// What is to be done.
    pub content: Vec<Span>,
    /// Those of its content that only say how much of it.
    pub values: Vec<Span>,
    /// Who answers; those of the row above where the cells are merged.
    pub bodies: Vec<(Span, Role)>,
    /// By when.
    pub deadlines: Vec<Span>,
    /// The years that the names of its columns are about: 2027年目标值.
    pub aimed_at: Vec<Span>,
    /// Whether it goes on with the task of the row above: the cells that name and number it are merged with those of that row.
    pub goes_on: bool,
}

impl Row {
    /// A row that says nothing yet and stands under what this one does, after a change of that.
    #[must_use]
    pub fn under(&self, change: impl FnOnce(&mut Groups)) -> Self {
        let mut groups = self.groups.clone();
        change(&mut groups);
        Self { groups, ..Self::default() }
    }

    /// Where the first of its cells begins.
    pub fn begins(&self) -> usize {
        let cells = [self.number, self.title].into_iter().chain(self.content.iter().copied());
        let cells = cells.chain(self.bodies.iter().map(|(cell, _)| *cell)).filter(|cell| !cell.is_empty());
        cells.map(Span::begins).min().unwrap_or_default()
    }
}

/// The longest value of a cell, in characters; more words say what is to be done.
const LONGEST_VALUE: usize = 12;

/// Whether a cell under the name of a value says no more than how much: 300亩以上, 全覆盖, and not 完成主体工程。
fn only_counts(text: &str, cell: Span) -> bool {
    let words = cell.of(text);
    let counts = words.contains(|c: char| digit(c).is_some() || is_numeral(c) || c == FULL);
    counts && !words.contains(is_stop) && length(words, LONGEST_VALUE + 1) <= LONGEST_VALUE
}

/// The row that some cells are, and further ones with their columns; `None` if they group others, or say nothing. What merged cells
/// are to take over of it is left in `above`.
pub fn read(
    text: &str,
    columns: &[Column],
    years: &[Option<Span>],
    above: &mut Row,
    cells: &[Span],
    more: &[(usize, Span)],
) -> Option<Row> {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (place, only) = filled.next()?;
    // What all rows come to is none of them.
    if TOTALS.contains(&tidy(text, *only).of(text)) {
        return None;
    }
    let other = |(place, _): (usize, &Span)| columns.get(place).is_none_or(|column| *column == Column::Other);
    // 一 | 优化服务 over rows with numbers of their own, with nothing beside it but points, say.
    if let Some((_, named)) = filled.clone().next()
        && filled.clone().skip(1).all(other)
        && columns.len() > 2
        && columns.get(place) == Some(&Column::Number)
        && counting(tidy(text, *only).of(text)).is_some()
    {
        *above = above.under(|groups| groups.head_numbered(text, *only, *named));
        return None;
    }
    if filled.next().is_none() && columns.len() > 2 && columns.get(place) != Some(&Column::Content) {
        *above = above.under(|groups| groups.head(text, *only));
        return None;
    }
    let mut this = above.under(|_| {});
    let is_task = |place: &usize| columns.get(*place) == Some(&Column::Task);
    // 重点任务 | 工作事项: what the first of them names is not what another one says in a row below.
    let named = columns.iter().position(|column| *column == Column::Task);
    let blank = |place: usize| cells.get(place).is_none_or(|cell| cell.is_empty());
    let merged = |groups: &Groups| named.is_some_and(blank) && *groups == above.groups && !above.title.is_empty();
    let long_task = more.iter().any(|(place, _)| is_task(place));
    let cells_of = cells.iter().zip(columns).enumerate().map(|(place, (cell, column))| (place, *cell, column));
    let more = more.iter().filter_map(|(place, cell)| Some((*place, *cell, columns.get(*place)?)));
    for (place, cell, column) in cells_of.filter(|(_, cell, _)| !cell.is_empty()).chain(more) {
        match column {
            Column::Number => this.number = cell,
            Column::Group => this.groups.cell(text, place, cell),
            Column::Task if this.title.is_empty() && !merged(&this.groups) => this.title = cell,
            Column::Task | Column::Content => this.content.push(cell),
            Column::Value => {
                this.content.push(cell);
                this.values.extend(only_counts(text, cell).then_some(cell));
            }
            Column::Bodies(role) => this.bodies.push((cell, *role)),
            Column::Deadline => this.deadlines.push(cell),
            Column::Other => {}
        }
    }
    if long_task {
        // Words of several lines are what is to be done, and no name of it.
        this.content.insert(0, std::mem::take(&mut this.title));
    }
    if this.content.is_empty() && this.title.is_empty() {
        return None;
    }
    if this.values.len() == this.content.len() {
        this.values.clear();
    }
    let filled = cells.iter().zip(years).filter(|(cell, _)| !cell.is_empty());
    this.aimed_at = filled.filter_map(|(_, year)| *year).collect();
    let same_group = this.groups == above.groups;
    if this.title.is_empty() && same_group && columns.contains(&Column::Task) {
        this.title = above.title;
        if this.number.is_empty() {
            this.number = above.number;
        }
        this.goes_on = !this.title.is_empty() && this.number == above.number && !above.content.is_empty();
    }
    if this.bodies.is_empty() && same_group {
        this.bodies.clone_from(&above.bodies);
    }
    // A blank cell of those who lead is merged with the one above; one of those who help may say that nobody does.
    let leads = |bodies: &[(Span, Role)]| bodies.iter().position(|(_, role)| *role == Role::Lead);
    if let Some(lead) = leads(&above.bodies).and_then(|place| above.bodies.get(place).copied())
        && same_group
        && columns.contains(&Column::Bodies(Role::Lead))
        && leads(&this.bodies).is_none()
    {
        this.bodies.insert(0, lead);
    }
    if this.deadlines.is_empty() && same_group && columns.contains(&Column::Deadline) {
        this.deadlines.clone_from(&above.deadlines);
    }
    (above.title, above.number) = (this.title, this.number);
    above.content.clone_from(&this.content);
    if !same_group {
        above.groups.clone_from(&this.groups);
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
    this.title = trim_by(text, this.title, |c| c == STOP);
    Some(this)
}
