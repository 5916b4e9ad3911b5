//! What the rows of a table stand under: headings between them, and merged cells, one under the other.
//!
//! Which form of label stands above which is not fixed, as with the headings of running text: a form that appears below
//! another is deeper, until the other one comes again.

use super::labels::label_at;
use super::scan::trim;
use crate::domain::span::Span;
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::is_numeral;

/// Something that rows are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its label without its mark; empty where it has none.
    pub name: Span,
    /// Its label as printed.
    pub label: Span,
    /// Its words without the label.
    pub title: Span,
    level: Level,
}

/// What tells how deep a group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    /// The form of the label of a heading between rows.
    Heading(Form),
    /// The column of a merged cell.
    Cell(usize),
}

impl Group {
    /// The group of these words, which may begin with a label.
    fn new(text: &str, words: Span, level: impl FnOnce(Form) -> Level) -> Self {
        let label = label_at(text, words);
        let end = label.map_or(words.begins(), |label| label.end);
        Self {
            name: label.map_or(words.front(), |label| label.name),
            label: words.up_to(end),
            title: words.on_from(end),
            level: level(label.map_or(Form::Unnumbered, |label| label.form)),
        }
    }
}

/// The groups that a row stands under, from the outermost on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups(Vec<Group>);

impl Groups {
    /// From the outermost to the innermost.
    pub fn iter(&self) -> impl Iterator<Item = &Group> {
        self.0.iter()
    }

    /// Those that the one that the row stands under stands under, from the outermost on.
    pub fn over(&self) -> &[Group] {
        self.0.split_last().map_or(&[], |(_, over)| over)
    }

    /// The one that the row stands under.
    pub fn last(&self) -> Option<&Group> {
        self.0.last()
    }

    /// The form of the label of the outermost one, if it is a heading.
    pub fn form(&self) -> Option<Form> {
        match self.0.first()?.level {
            Level::Heading(form) => Some(form),
            Level::Cell(_) => None,
        }
    }

    /// Takes in a heading between rows: 一、优化服务.
    pub fn head(&mut self, text: &str, words: Span) {
        self.put(Group::new(text, words, Level::Heading));
    }

    /// Takes in one that has its number in a cell of its own.
    pub fn head_numbered(&mut self, text: &str, number: Span, words: Span) {
        let form = counting(number.of(text)).unwrap_or(Form::Unnumbered);
        // 一、 in a cell is as much a label as 一.
        let name = label_at(text, trim(text, number)).map_or_else(|| trim(text, number), |label| label.name);
        self.put(Group { name, label: number, title: words, level: Level::Heading(form) });
    }

    /// Takes in the merged cell of a column.
    pub fn cell(&mut self, text: &str, column: usize, words: Span) {
        self.put(Group::new(text, words, |_| Level::Cell(column)));
    }

    fn put(&mut self, group: Group) {
        let ends = |other: &Group| match (other.level, group.level) {
            (Level::Cell(other), Level::Cell(this)) => other >= this,
            // Cells are merged over rows between which no heading stands.
            (Level::Cell(_), Level::Heading(_)) => true,
            (other, this) => other == this,
        };
        let end = self.0.iter().position(ends).unwrap_or(self.0.len());
        self.0.truncate(end);
        self.0.push(group);
    }
}

/// The form of a number in a cell of its own that counts groups and not rows: `一`, `（一）`.
pub fn counting(words: &str) -> Option<Form> {
    if !words.is_empty() && words.chars().all(is_numeral) {
        return Some(Form::Chinese);
    }
    let label = label_at(words, Span::whole(words)).filter(|label| label.end == words.len())?;
    label.form.heads_rows().then_some(label.form)
}
