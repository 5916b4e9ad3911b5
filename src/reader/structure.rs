//! The paragraphs of a text as a tree of headings.
//!
//! Which form of label stands above which is not fixed: a form that appears below another is deeper, until the
//! other one comes again.

use super::chars::{Bytes, is_break, is_stop, length, slice};
use super::labels::{Kind, Label, label_at};
use super::statements::{self, Found};

/// A paragraph, with the statements in it.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Where it stands, its label left out.
    pub range: Bytes,
    /// Its statements, in order.
    pub statements: Vec<Found>,
}

impl Paragraph {
    /// A paragraph of this range.
    pub fn new(text: &str, range: Bytes) -> Self {
        Self { statements: statements::find(text, range.clone()), range }
    }

    /// Whether somebody is named in it.
    pub fn names(&self) -> bool {
        self.statements.iter().any(|s| s.kind == statements::Kind::Responsibility)
    }

    /// Whether it is nothing but statements.
    pub fn only_states(&self, text: &str) -> bool {
        !self.statements.is_empty() && self.words().all(|r| !slice(text, r).chars().any(char::is_alphanumeric))
    }

    /// Whether a statement ends it.
    pub fn ends_stated(&self, text: &str) -> bool {
        let last = self.statements.iter().rev().find(|s| s.kind == statements::Kind::Responsibility);
        last.is_some_and(|s| !slice(text, s.range.end..self.range.end).chars().any(char::is_alphanumeric))
    }

    /// What stands before, between and behind the statements.
    pub fn words(&self) -> impl Iterator<Item = Bytes> + '_ {
        let starts = std::iter::once(self.range.start).chain(self.statements.iter().map(|s| s.range.end));
        let ends = self.statements.iter().map(|s| s.range.start).chain(std::iter::once(self.range.end));
        starts.zip(ends).map(|(start, end)| start..end.max(start)).filter(|r| !r.is_empty())
    }
}

/// A heading with what stands under it.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its label; `None` for the root and for heading lines of a plan that numbers nothing.
    pub label: Option<Label>,
    /// Where its label begins.
    pub start: usize,
    /// Its own paragraph, behind the label.
    pub own: Paragraph,
    /// The heading in its own paragraph; empty where there is none.
    pub title: Bytes,
    /// What its own paragraph says behind the heading.
    pub rest: Paragraph,
    /// Paragraphs under it, before its children.
    pub body: Vec<Paragraph>,
    /// Headings under it.
    pub children: Vec<usize>,
    /// Paragraphs under it that follow its children.
    pub tail: Vec<Paragraph>,
    /// Its parent.
    pub parent: usize,
    /// Whether the statement at its end speaks of all its siblings: the last member of an enumeration.
    pub speaks_for_all: bool,
}

/// The headings of a text, in order; the first is the root, which stands for the document.
#[derive(Clone, Debug)]
pub struct Tree {
    /// All of them.
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The tree of paragraphs. `text` is simplified.
    pub fn grow(text: &str, paragraphs: &[Bytes]) -> Self {
        let mut tree = Self { nodes: vec![node(None, 0, Paragraph::new(text, 0..0), 0)] };
        let numbered = paragraphs.iter().any(|p| label_at(text, p.clone()).is_some());
        let mut path: Vec<usize> = vec![0];
        for (i, range) in paragraphs.iter().enumerate() {
            let label = label_at(text, range.clone()).or_else(|| {
                let next = paragraphs.get(i + 1).map_or("", |p| slice(text, p.clone()));
                (!numbered && is_heading_line(slice(text, range.clone()), next)).then_some(Label {
                    kind: Kind::Unnumbered,
                    value: 0,
                    name: range.start..range.start,
                    end: range.start,
                })
            });
            match label {
                Some(label) => tree.add(text, label, range.clone(), &mut path),
                None => tree.attach(text, Paragraph::new(text, range.clone()), &path),
            }
        }
        tree.find_titles(text);
        tree
    }

    fn add(&mut self, text: &str, label: Label, range: Bytes, path: &mut Vec<usize>) {
        let same = |n: &usize| self.nodes.get(*n).and_then(|n| n.label.as_ref()).is_some_and(|l| l.kind == label.kind);
        if let Some(depth) = path.iter().position(same) {
            path.truncate(depth);
        } else if matches!(label.kind, Kind::Part | Kind::Unnumbered) {
            path.truncate(1);
        }
        let parent = path.last().copied().unwrap_or(0);
        let id = self.nodes.len();
        let own = Paragraph::new(text, label.end..range.end);
        self.nodes.push(node(Some(label), range.start, own, parent));
        if let Some(parent) = self.nodes.get_mut(parent) {
            parent.children.push(id);
        }
        path.push(id);
    }

    /// Attaches a paragraph to the heading that it stands under.
    fn attach(&mut self, text: &str, paragraph: Paragraph, path: &[usize]) {
        let last = path.last().copied().unwrap_or(0);
        let mut at = last;
        // A statement on a line of its own behind several headings that state nothing is about all of them.
        if paragraph.only_states(text) && paragraph.names() {
            let parent = self.nodes.get(last).map_or(0, |n| n.parent);
            let siblings = self.nodes.get(parent).map_or(&[][..], |n| &n.children);
            let from = siblings.len().saturating_sub(8);
            let silent = siblings.iter().skip(from).all(|s| !self.states(*s));
            if parent != 0 && siblings.len() > 1 && silent {
                at = parent;
            }
        }
        if let Some(node) = self.nodes.get_mut(at) {
            if node.children.is_empty() { node.body.push(paragraph) } else { node.tail.push(paragraph) }
        }
    }

    /// Whether a heading has a statement in its own paragraphs.
    pub fn states(&self, id: usize) -> bool {
        self.nodes.get(id).is_some_and(|n| n.own.names() || n.body.iter().chain(&n.tail).any(Paragraph::names))
    }

    fn find_titles(&mut self, text: &str) {
        let mut enumerated: Vec<usize> = Vec::new();
        for (id, node) in self.nodes.iter().enumerate() {
            enumerated.extend(last_of_enumeration(text, self, id, node));
        }
        for id in enumerated {
            if let Some(node) = self.nodes.get_mut(id) {
                node.speaks_for_all = true;
            }
        }
        for node in self.nodes.iter_mut().skip(1) {
            let under = !node.body.iter().all(|p| p.only_states(text)) || !node.children.is_empty();
            let (title, rest) = super::titles::split(text, &node.own, under);
            node.title = title;
            node.rest = Paragraph {
                statements: node.own.statements.iter().filter(|s| s.range.start >= rest.start).cloned().collect(),
                range: rest,
            };
        }
    }
}

/// The last child, if its statement ends an enumeration whose other members end with ；.
fn last_of_enumeration(text: &str, tree: &Tree, id: usize, node: &Node) -> Option<usize> {
    let (last, others) = node.children.split_last()?;
    let before = others.last()?;
    let listed = |n: &Node| slice(text, n.own.range.clone()).trim_end().ends_with(['；', ';']);
    let ends = tree.nodes.get(*before).is_some_and(|n| listed(n) && n.body.is_empty());
    let silent = others.iter().all(|o| !tree.states(*o));
    (id != 0 && ends && silent && tree.states(*last)).then_some(*last)
}

fn node(label: Option<Label>, start: usize, own: Paragraph, parent: usize) -> Node {
    Node {
        label,
        start,
        title: own.range.start..own.range.start,
        rest: own.clone(),
        own,
        body: Vec::new(),
        children: Vec::new(),
        tail: Vec::new(),
        parent,
        speaks_for_all: false,
    }
}

/// A short line without a closing mark before a paragraph: a heading, in a plan that numbers nothing.
fn is_heading_line(line: &str, next: &str) -> bool {
    let short = (2..=24).contains(&length(line, 25))
        && !line.ends_with(|c: char| is_break(c) || super::chars::is_colon(c) || super::chars::closes(c).is_some());
    short
        && !line.contains(['：', ':', '，', '|', '\t'])
        && length(next, 30) >= 30
        && next.chars().any(is_stop)
        && !line.is_ascii()
}
