//! Tasks, and the sections that group them.

use super::passages::Recognised;
use super::units::Units;
use crate::domain::plan::{PieceKind, Responsibility, Section, Task};
use crate::domain::span::Span;
use crate::reader::duty::Names;
use crate::reader::lexicon::headings::AFTER_ROW_NUMBER;
use crate::reader::measure::Work;
use crate::reader::outline::{NodeId, Tree};
use crate::reader::sort::Item;
use crate::reader::text::Text;
use crate::reader::text::labels::Label;
use crate::reader::text::table::Row;

/// The tasks of a plan, as they are put together.
pub struct Tasks<'a> {
    text: &'a Text<'a>,
    /// All tasks so far, in printed order.
    pub all: Vec<Task>,
    /// The headings that group them.
    pub sections: Vec<Section>,
    /// The number that is printed of each task.
    pub printed: Vec<Option<u16>>,
    /// Who answers for them.
    pub units: Units,
    /// What was recognised in them.
    pub pieces: Recognised,
}

impl<'a> Tasks<'a> {
    /// No tasks yet.
    pub fn new(text: &'a Text<'a>) -> Self {
        let (all, sections, printed) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, all, sections, printed, units: Units::default(), pieces: Vec::new() }
    }

    /// Takes in the tasks under headings.
    pub fn take_items(&mut self, tree: &Tree, items: Vec<Work<&Item>>) {
        let mut section = None;
        for work in items {
            let item = work.of;
            let node = &tree[item.node];
            let title = work.title;
            if item.headed && section != Some(item.node) {
                self.pieces.extend([(node.printed_label(), PieceKind::Label), (title, PieceKind::Heading)]);
            }
            if !item.headed && !title.is_empty() {
                self.pieces.push((title, PieceKind::Heading));
            }
            let statements: Vec<Span> = work.statements.iter().map(|names| names.span).collect();
            let task = Task {
                label: if item.headed { node.name() } else { Span::default() },
                path: self.path(tree, item.node),
                title,
                ..self.task(work)
            };
            self.pieces.extend(statements.into_iter().map(|span| (span, PieceKind::Responsibility)));
            if task.measures.is_empty() && task.responsibilities.is_empty() && task.title.is_empty() {
                continue;
            }
            let printed = node.label.filter(|_| item.headed).and_then(Label::printed);
            let grouped = section == Some(item.section);
            self.add(task, printed, grouped, |tasks| (tasks.path(tree, item.section), tree[item.section].title));
            section = Some(item.section);
        }
    }

    /// Takes in the rows of tables.
    pub fn take_rows(&mut self, rows: Vec<Work<&[Row]>>) {
        let source = self.text.source;
        let mut group = None;
        for work in rows {
            let Some((row, _)) = work.of.split_first() else { continue };
            let cells: Vec<Span> = work.of.iter().flat_map(|row| &row.bodies).map(|(cell, _)| *cell).collect();
            let name = row.number.of(source).trim_end_matches(AFTER_ROW_NUMBER);
            let names = row.groups.iter().map(|group| group.name).filter(|name| !name.is_empty());
            let over: Vec<String> = names.map(|name| name.of(source).to_owned()).collect();
            let own = (!name.is_empty()).then(|| name.to_owned());
            self.pieces.extend([(row.number, PieceKind::Label), (row.title, PieceKind::Heading)]);
            let task = Task {
                label: row.number.up_to(row.number.begins() + name.len()),
                path: over.iter().cloned().chain(own).collect(),
                title: row.title,
                ..self.task(work)
            };
            self.pieces.extend(cells.into_iter().map(|cell| (cell, PieceKind::Responsibility)));
            if task.measures.is_empty() {
                continue;
            }
            let printed = name.parse().ok().filter(|n| *n > 0);
            let same = group == Some(row.groups.last());
            for group in row.groups.iter().filter(|_| !same) {
                self.pieces.extend([(group.label, PieceKind::Label), (group.title, PieceKind::Heading)]);
            }
            let title = row.groups.last().map_or_else(Span::default, |group| group.title);
            self.add(task, printed, same, |_| (over, title));
            group = Some(row.groups.last());
        }
    }

    /// Adds a task to the last section if it is `grouped` with it, else to one with the path and title that `section` gives.
    fn add(
        &mut self,
        task: Task,
        printed: Option<u16>,
        grouped: bool,
        section: impl FnOnce(&mut Self) -> (Vec<String>, Span),
    ) {
        let place = self.all.len();
        self.all.push(task);
        self.printed.push(printed);
        if let Some(last) = self.sections.last_mut().filter(|_| grouped) {
            last.tasks.end = place + 1;
            return;
        }
        let (path, title) = section(self);
        let no = u16::try_from(self.sections.len() + 1).unwrap_or(u16::MAX);
        self.sections.push(Section { no, path, title, tasks: place..place + 1, english: None });
    }

    /// What a task says; label, path and title are left to the caller.
    fn task<Of>(&mut self, work: Work<Of>) -> Task {
        let Work { measures, statements, deadlines, pieces, .. } = work;
        self.pieces.extend(pieces);
        let responsibilities = statements.iter().map(|names| self.responsibility(names)).collect();
        Task { measures, responsibilities, deadlines, ..Task::default() }
    }

    fn responsibility(&mut self, names: &Names) -> Responsibility {
        let assigned = names.named.iter().map(|named| self.units.assign(self.text, named)).collect();
        Responsibility { span: names.span, assigned, open: names.open }
    }

    /// The printed labels from the outermost heading to this one.
    fn path(&self, tree: &Tree, id: NodeId) -> Vec<String> {
        let names = tree.line(id).map(|id| tree[id].name().of(self.text.source).to_owned());
        let mut path: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        path.reverse();
        path
    }
}
