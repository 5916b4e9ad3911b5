//! Text of a plan to a [`Plan`] and diagnostics; cannot fail on any input.
//!
//! In the order in which a text passes through them:
//!
//! - `lines`: the text as paragraphs, whatever copying made of its line breaks;
//! - `table`: rows of cells, taken out of the running text;
//! - `head`, `particulars`, `tail`: title, notice, preamble before the plan, signature and page furniture around it;
//! - `labels`, `structure`, `titles`: numbered headings as a tree;
//! - `items`: which of them are tasks, sections, general and standing passages;
//! - `statements`, `responsibility`, `units`: who answers;
//! - `sentences`, `numbers`, `targets`, `deadlines`: measures, what they set, and by when;
//! - `tasks`, `ids`, `pieces`: the parts put together.
//!
//! All matching is done on the text in simplified characters, which has the same offsets as the source.

mod chars;
mod deadlines;
mod diagnostics;
mod head;
mod ids;
mod items;
mod keywords;
mod labels;
mod lines;
mod numbers;
mod particulars;
mod pieces;
mod responsibility;
mod sentences;
mod statements;
mod structure;
mod table;
mod tail;
mod targets;
mod tasks;
mod titles;
mod units;

pub use diagnostics::{Diagnostic, DiagnosticKind};
pub use targets::quantity;

use crate::domain::plan::{Passage, PieceKind, Plan, Section, Task};
use crate::domain::script::{Script, simplify};
use crate::domain::span::Span;
use chars::{Bytes, slice};
use structure::{Node, Paragraph, Tree};
use tasks::{Collector, span, tidy};

/// A text as read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// What the text says. Its id is empty; names and places that the text does not explain are left to others.
    pub plan: Plan,
    /// What a person should look at, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text as a plan.
pub fn read(source: &str) -> Read {
    let folded = folded(source);
    let text = folded.as_str();
    let all = lines::paragraphs(text);
    let (pages, mut paragraphs): (Vec<Bytes>, Vec<Bytes>) =
        all.into_iter().partition(|p| head::is_page_number(slice(text, p.clone())));
    let tables = table::take(text, &mut paragraphs);
    let tail = tail::read(text, source, &paragraphs);
    let plan_part = paragraphs.get(..tail.begins).unwrap_or(&paragraphs);
    let tree = Tree::grow(text, plan_part);
    let root = tree.nodes.first();
    let before: Vec<Bytes> = root.map_or_else(Vec::new, |root| {
        let silent = |p: &&Paragraph| !p.names();
        root.body.iter().chain(&root.tail).filter(silent).map(|p| p.range.clone()).collect()
    });
    let head = head::read(text, source, &before);
    let sorted = items::sort(text, &tree);

    let mut collector = Collector::new(text, source, keywords::first_leads(text));
    for (ranges, kind) in [
        (vec![head.title.clone()], PieceKind::Title),
        (head.notice.clone(), PieceKind::Notice),
        (tail.notice.clone(), PieceKind::Notice),
        (head.preamble.clone(), PieceKind::Preamble),
        (head.furniture.clone(), PieceKind::Furniture),
        (tail.furniture.clone(), PieceKind::Furniture),
        (pages, PieceKind::Furniture),
    ] {
        collector.pieces.extend(ranges.into_iter().map(|range| (range, kind)));
    }
    let mut plan = Plan { source: source.to_owned(), script: Script::of(source), ..Plan::default() };
    plan.meta.title = span(&head.title);
    plan.meta.number = head.number;
    plan.meta.issuer = head.issuer.or(tail.issuer);
    plan.meta.start = particulars::first_day(text, source, head.title.clone());
    plan.meta.issued = head.issued.or(tail.issued);
    plan.preamble = head.preamble.iter().map(span).collect();
    if head.title.is_empty() {
        collector.note(DiagnosticKind::NoTitle, &(0..0));
    }
    for id in sorted.groups.iter().chain(&sorted.empty) {
        headed(&tree, *id, &mut collector);
    }
    for id in &sorted.empty {
        let range = tree.nodes.get(*id).map_or(0..0, |n| n.start..n.own.range.end);
        collector.note(DiagnosticKind::EmptyHeading, &range);
    }
    plan.general = sorted.general.iter().filter_map(|id| passage(&tree, *id, &mut collector)).collect();
    let mut printed = tasks(&tree, &sorted.tasks, &mut plan, &mut collector);
    rows(&tables, &mut plan, &mut printed, &mut collector);
    number(&mut plan, &printed, &mut collector);
    plan.standing = sorted.standing.iter().filter_map(|id| passage(&tree, *id, &mut collector)).collect();
    for paragraph in &sorted.loose {
        collector.pieces.push((tidy(text, paragraph.range.clone()), PieceKind::Paragraph));
    }
    skipped_numbers(&tree, &mut collector);
    plan.units = std::mem::take(&mut collector.units);
    plan.pieces = pieces::tile(source, std::mem::take(&mut collector.pieces));
    let mut diagnostics = collector.diagnostics;
    diagnostics.sort_by_key(|d| d.span);
    Read { plan, diagnostics }
}

/// The text in simplified characters, the same length character by character: offsets into one are offsets into the
/// other.
fn folded(source: &str) -> String {
    source.chars().map(|c| Some(simplify(c)).filter(|s| s.len_utf8() == c.len_utf8()).unwrap_or(c)).collect()
}

/// Notes the pieces of a heading: label and words.
fn headed(tree: &Tree, id: usize, collector: &mut Collector) {
    let Some(node) = tree.nodes.get(id) else { return };
    collector.pieces.push((node.start..node.own.range.start, PieceKind::Label));
    let title = if node.title.is_empty() && node.body.is_empty() && node.children.is_empty() {
        node.own.range.clone()
    } else {
        node.title.clone()
    };
    collector.pieces.push((title, PieceKind::Heading));
}

/// A heading and what stands under it as a passage that nobody ticks.
fn passage(tree: &Tree, id: usize, collector: &mut Collector) -> Option<Passage> {
    let node = tree.nodes.get(id)?;
    headed(tree, id, collector);
    let mut paragraphs = Vec::new();
    for paragraph in std::iter::once(&node.rest).chain(&node.body).chain(&node.tail) {
        let range = tidy(collector.text, paragraph.range.clone());
        if !range.is_empty() && slice(collector.text, range.clone()).chars().any(char::is_alphanumeric) {
            paragraphs.push(span(&range));
            collector.pieces.push((range, PieceKind::Paragraph));
        }
    }
    let duties = node.children.iter().filter_map(|child| passage(tree, *child, collector)).collect();
    Some(Passage { label: label(node), title: span(&node.title), paragraphs, duties })
}

/// Reads the tasks, and the sections that group them. Returns their printed numbers.
fn tasks(tree: &Tree, items: &[items::Item], plan: &mut Plan, collector: &mut Collector) -> Vec<Option<u16>> {
    let mut printed = Vec::with_capacity(items.len());
    let mut section_node = None;
    for item in items {
        let Some(node) = tree.nodes.get(item.node) else { continue };
        let task = if item.headed {
            if section_node != Some(item.node) {
                headed_task(node, collector);
            }
            collector.task(item, label(node), path(tree, item.node, collector.source), node.title.clone())
        } else {
            collector.task(item, Span::default(), path(tree, item.node, collector.source), 0..0)
        };
        if task.measures.is_empty() && task.responsibilities.is_empty() && task.title.is_empty() {
            continue;
        }
        let value =
            node.label.as_ref().filter(|l| item.headed && l.value > 0).and_then(|l| u16::try_from(l.value).ok());
        printed.push(value);
        let place = plan.tasks.len();
        plan.tasks.push(task);
        match plan.sections.last_mut() {
            Some(last) if section_node == Some(item.section) => last.tasks.end = place + 1,
            _ => plan.sections.push(section(tree, item.section, plan.sections.len(), place, collector.source)),
        }
        section_node = Some(item.section);
    }
    printed
}

/// Reads the rows of tables as tasks.
fn rows(tables: &table::Tables, plan: &mut Plan, printed: &mut Vec<Option<u16>>, collector: &mut Collector) {
    collector.pieces.extend(tables.heads.iter().map(|range| (range.clone(), PieceKind::Paragraph)));
    let mut group = None;
    for row in &tables.rows {
        let name = slice(collector.source, row.number.clone()).trim_end_matches(['.', '、', '．']);
        let label = Span::new(row.number.start, row.number.start + name.len());
        let group_label = labels::label_at(collector.text, row.group.clone());
        let over = group_label.as_ref().map(|l| slice(collector.source, l.name.clone()).to_owned());
        let own = (!name.is_empty()).then(|| name.to_owned());
        let task = collector.row(row, label, over.iter().cloned().chain(own).collect());
        if task.measures.is_empty() {
            continue;
        }
        let place = plan.tasks.len();
        printed.push(name.parse().ok().filter(|n| *n > 0));
        plan.tasks.push(task);
        match plan.sections.last_mut() {
            Some(last) if group.as_ref() == Some(&row.group) => last.tasks.end = place + 1,
            _ => {
                let title = group_label.map_or(row.group.clone(), |l| {
                    collector.pieces.push((row.group.start..l.end, PieceKind::Label));
                    l.end..row.group.end
                });
                collector.pieces.push((title.clone(), PieceKind::Heading));
                let no = u16::try_from(plan.sections.len() + 1).unwrap_or(u16::MAX);
                let path = over.into_iter().collect();
                plan.sections.push(Section { no, path, title: span(&title), tasks: place..place + 1, english: None });
            }
        }
        group = Some(row.group.clone());
    }
}

/// Gives the tasks their ids, and remarks on what is odd about them as a whole.
fn number(plan: &mut Plan, printed: &[Option<u16>], collector: &mut Collector) {
    if plan.tasks.is_empty() {
        collector.note(DiagnosticKind::NoTasks, &(0..0));
    }
    if ids::number(&mut plan.tasks, &plan.sections, printed) {
        collector.note(DiagnosticKind::NumbersRestart, &(0..0));
    }
    let named = |task: &&Task| !task.responsibilities.is_empty();
    if plan.tasks.iter().filter(named).count() * 2 > plan.tasks.len() {
        for task in plan.tasks.iter().filter(|t| t.responsibilities.is_empty()) {
            let at = task.measures.first().map_or(task.title, |m| m.span);
            collector.diagnostics.push(Diagnostic { kind: DiagnosticKind::NobodyNamed, span: at });
        }
    }
}

/// Notes label and heading of a task.
fn headed_task(node: &Node, collector: &mut Collector) {
    collector.pieces.push((node.start..node.own.range.start, PieceKind::Label));
    collector.pieces.push((node.title.clone(), PieceKind::Heading));
}

fn section(tree: &Tree, id: usize, before: usize, place: usize, source: &str) -> Section {
    let title = tree.nodes.get(id).filter(|_| id != 0).map_or_else(Span::default, |n| span(&n.title));
    let no = u16::try_from(before + 1).unwrap_or(u16::MAX);
    Section { no, path: path(tree, id, source), title, tasks: place..place + 1, english: None }
}

fn label(node: &Node) -> Span {
    node.label.as_ref().map_or_else(Span::default, |l| span(&l.name))
}

/// The printed labels from the outermost heading to this one.
fn path(tree: &Tree, id: usize, source: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = id;
    while let Some(node) = tree.nodes.get(at).filter(|_| at != 0) {
        let name = node.label.as_ref().map_or("", |l| slice(source, l.name.clone()));
        if !name.is_empty() {
            out.push(name.to_owned());
        }
        at = node.parent;
    }
    out.reverse();
    out
}

/// Notes numbers that do not follow the one before them under the same heading.
fn skipped_numbers(tree: &Tree, collector: &mut Collector) {
    for node in &tree.nodes {
        for pair in node.children.windows(2) {
            let numbers = pair.iter().filter_map(|id| tree.nodes.get(*id)?.label.as_ref()).collect::<Vec<_>>();
            if let [before, this] = numbers.as_slice()
                && before.kind == this.kind
                && this.value > 0
                && this.value != before.value + 1
            {
                let kind = DiagnosticKind::NumberSkipped { expected: before.value + 1, found: this.value };
                collector.diagnostics.push(Diagnostic { kind, span: span(&this.name) });
            }
        }
    }
}
