//! Tasks, and the sections that group them.

use super::passages::Recognised;
use super::units::Units;
use crate::domain::plan::{PieceKind, Responsibility, Section, Task, Upper};
use crate::domain::span::Span;
use crate::reader::duty::Names;
use crate::reader::lexicon::headings::AFTER_ROW_NUMBER;
use crate::reader::measure::{Work, Works};
use crate::reader::outline::{NodeId, Tree};
use crate::reader::sort::{Item, Part};
use crate::reader::text::Text;
use crate::reader::text::groups::Group;
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
    /// What stands over the last one.
    last: Option<Over>,
}

/// What stands over a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    /// A heading.
    Heading(NodeId),
    /// What groups the rows of a table; `None` if nothing does.
    Group(Option<Group>),
}

impl<'a> Tasks<'a> {
    /// No tasks yet.
    pub fn new(text: &'a Text<'a>) -> Self {
        let (all, sections, printed) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, all, sections, printed, units: Units::default(), pieces: Vec::new(), last: None }
    }

    /// Takes in all tasks in printed order.
    pub fn take(&mut self, tree: &Tree, works: Works) {
        let mut rows = works.rows.into_iter().peekable();
        for work in works.items {
            let begins = match work.of.parts.first() {
                Some(Part::Text(p) | Part::Behind(p, _)) if !work.of.headed => p.span.begins(),
                _ => tree[work.of.node].start,
            };
            while let Some(row) = rows.next_if(|row| row.of.first().is_some_and(|row| row.begins() < begins)) {
                self.row(tree, row);
            }
            self.item(tree, work);
        }
        rows.for_each(|row| self.row(tree, row));
        self.leave_out_common();
    }

    /// Leaves out the headings that stand over all sections.
    fn leave_out_common(&mut self) {
        let Some(first) = self.sections.first().map(|section| section.over.clone()) else { return };
        let common =
            |section: &Section| first.iter().zip(&section.over).take_while(|(one, other)| one == other).count();
        let common = self.sections.iter().map(common).min().unwrap_or_default();
        self.sections.iter_mut().for_each(|section| drop(section.over.drain(..common)));
    }

    /// Takes in a task under a heading.
    fn item(&mut self, tree: &Tree, work: Work<&Item>) {
        let item = work.of;
        let node = &tree[item.node];
        let title = work.title;
        if item.headed && self.last != Some(Over::Heading(item.node)) {
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
            return;
        }
        let printed = node.label.filter(|_| item.headed).and_then(Label::printed);
        let section = item.section;
        self.add(task, printed, Over::Heading(section), |tasks| Section {
            path: tasks.path(tree, section),
            over: upper(tree, tree.line(section).skip(1)),
            title: tree[section].title,
            ..Section::default()
        });
    }

    /// Takes in a task that is some rows of a table.
    fn row(&mut self, tree: &Tree, work: Work<&[Row]>) {
        let source = self.text.source;
        let Some(row) = work.of.first() else { return };
        let holder = tree.holder(row.begins()).and_then(|holder| tree.above(holder, row.groups.form()));
        let cells: Vec<Span> = work.of.iter().flat_map(|row| &row.bodies).map(|(cell, _)| *cell).collect();
        let name = row.number.of(source).trim_end_matches(AFTER_ROW_NUMBER);
        let names = row.groups.iter().map(|group| group.name).filter(|name| !name.is_empty());
        let mut over = holder.map(|holder| self.path(tree, holder)).unwrap_or_default();
        over.extend(names.map(|name| name.of(source).to_owned()));
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
            return;
        }
        let printed = name.parse().ok().filter(|n| *n > 0);
        let group = row.groups.last().copied();
        let section = match holder.filter(|_| group.is_none()) {
            Some(holder) => Over::Heading(holder),
            None => Over::Group(group),
        };
        for group in row.groups.iter().filter(|_| self.last != Some(section)) {
            self.pieces.extend([(group.label, PieceKind::Label), (group.title, PieceKind::Heading)]);
        }
        let headed = holder.map_or_else(Span::default, |holder| tree[holder].words());
        self.add(task, printed, section, |_| {
            let line = holder.into_iter().flat_map(|holder| tree.line(holder));
            let mut headings = upper(tree, line.skip(usize::from(group.is_none())));
            headings.extend(row.groups.over().iter().map(|group| Upper { label: group.name, title: group.title }));
            Section {
                path: over,
                over: headings,
                title: group.map_or(headed, |group| group.title),
                ..Section::default()
            }
        });
    }

    /// Adds a task to the last section if the same stands over it, else to the one that `section` gives.
    fn add(&mut self, task: Task, printed: Option<u16>, over: Over, section: impl FnOnce(&mut Self) -> Section) {
        let place = self.all.len();
        self.all.push(task);
        self.printed.push(printed);
        let grouped = self.last.replace(over) == Some(over);
        if let Some(last) = self.sections.last_mut().filter(|_| grouped) {
            last.tasks.end = place + 1;
            return;
        }
        let section = section(self);
        let no = u16::try_from(self.sections.len() + 1).unwrap_or(u16::MAX);
        self.sections.push(Section { no, tasks: place..place + 1, ..section });
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

/// Headings with words, which are given from the inside out, as those that stand over a section.
fn upper(tree: &Tree, line: impl Iterator<Item = NodeId>) -> Vec<Upper> {
    let headings = line.map(|id| Upper { label: tree[id].name(), title: tree[id].title });
    let mut headings: Vec<Upper> = headings.filter(|heading| !heading.title.is_empty()).collect();
    headings.reverse();
    headings
}
