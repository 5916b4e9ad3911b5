//! The paragraphs of a text as a tree of headings.
//!
//! Which form of label stands above which is not fixed: a form that appears below another is deeper, until the
//! other one comes again.

use crate::domain::span::Span;
use crate::reader::lexicon::duties::Field;
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::is_colon;
use crate::reader::statement::Paragraph;
use crate::reader::text::fields::opened;
use crate::reader::text::labels::Label;
use std::ops::{Index, IndexMut};

/// So many headings before one are asked whether it is like them.
const ASKED: usize = 8;

/// Names a heading of one tree. Only a tree gives them out, and it never loses a heading: to look one up cannot fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NodeId(pub(super) usize);

impl NodeId {
    /// The root, which every tree has.
    pub const ROOT: Self = Self(0);

    /// Its place among the headings of the text, from 0 for the root.
    pub fn place(self) -> usize {
        self.0
    }
}

/// A heading with what stands under it.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its label; `None` for the root.
    pub label: Option<Label>,
    /// Where its label begins.
    pub start: usize,
    /// Its own paragraph, behind the label.
    pub own: Paragraph,
    /// The heading in its own paragraph; empty where there is none.
    pub title: Span,
    /// What its own paragraph says behind the heading.
    pub rest: Paragraph,
    /// Paragraphs under it, before its children.
    pub body: Vec<Paragraph>,
    /// Headings under it.
    pub children: Vec<NodeId>,
    /// Paragraphs under it that follow its children.
    pub tail: Vec<Paragraph>,
    /// Its parent; the root's is itself.
    pub parent: NodeId,
    /// Whether the statement at its end speaks of all its siblings: the last member of an enumeration.
    pub speaks_for_all: bool,
    /// Whether a table stands under it whose rows are tasks.
    pub holds_rows: bool,
}

impl Node {
    pub(super) fn new(label: Option<Label>, start: usize, own: Paragraph, parent: NodeId) -> Self {
        let (title, rest) = (own.span.front(), Paragraph::default());
        let (body, children, tail) = (Vec::new(), Vec::new(), Vec::new());
        Self { label, start, own, title, rest, body, children, tail, parent, speaks_for_all: false, holds_rows: false }
    }

    /// Its own label as printed, white space behind it included.
    pub fn printed_label(&self) -> Span {
        Span::new(self.start, self.own.span.begins())
    }

    /// Its label without its mark; empty where it has none.
    pub fn name(&self) -> Span {
        self.label.map_or_else(Span::default, |label| label.name)
    }

    /// The form of its label.
    pub fn form(&self) -> Option<Form> {
        self.label.map(|label| label.form)
    }

    /// Whether it has a label that is printed.
    pub fn is_numbered(&self) -> bool {
        self.label.is_some_and(|label| !label.name.is_empty())
    }

    /// Whether its label is of a form that groups others at the top of a plan.
    pub fn is_upper(&self) -> bool {
        self.form().is_some_and(Form::is_upper)
    }

    /// The words behind its heading, and the paragraphs before its children.
    pub fn text(&self) -> impl Iterator<Item = &Paragraph> {
        std::iter::once(&self.rest).chain(&self.body)
    }

    /// All its words, those of its children left out.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.text().chain(&self.tail)
    }

    /// Whether a colon before its statement, or at its end, says that what is to be done follows: 教育：（市教育局）.
    pub fn announces(&self, text: &str) -> bool {
        let own = self.own.span;
        let before = self.own.statements.first().map_or(own, |said| own.up_to(said.span.begins()));
        before.of(text).trim_end().ends_with(is_colon)
    }

    /// Whether it is a line that says who does all that stands under it: 责任单位：县水利局.
    pub fn names_bodies(&self, text: &str) -> bool {
        let label = || opened(self.own.span.of(text)).is_some_and(|label| matches!(label.field, Field::Bodies(_)));
        self.form() == Some(Form::Unnumbered) && self.own.statements.is_empty() && label()
    }

    /// Whether its own paragraphs name somebody.
    pub fn states(&self) -> bool {
        self.own.names() || self.body.iter().chain(&self.tail).any(Paragraph::names)
    }
}

/// The headings of a text, in order; the first is the root, which stands for the document.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    /// Paragraphs that close the headings before them, and stand under none.
    pub closing: Vec<Paragraph>,
    /// Where the tables of the text begin, in order, each with the heading that it stands under.
    pub(super) tables: Vec<(usize, Option<NodeId>)>,
}

impl Default for Tree {
    /// A text without headings.
    fn default() -> Self {
        let root = Node::new(None, 0, Paragraph::default(), NodeId::ROOT);
        Self { nodes: vec![root], closing: Vec::new(), tables: Vec::new() }
    }
}

impl Index<NodeId> for Tree {
    type Output = Node;

    fn index(&self, id: NodeId) -> &Node {
        &self.nodes[id.0]
    }
}

impl IndexMut<NodeId> for Tree {
    fn index_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0]
    }
}

impl Tree {
    /// The names of all headings, the root's first.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId)
    }

    /// The document itself.
    pub fn root(&self) -> &Node {
        &self[NodeId::ROOT]
    }

    /// The headings, the root left out.
    pub fn headings(&self) -> &[Node] {
        &self.nodes[1..]
    }

    /// The headings under one.
    pub fn children(&self, id: NodeId) -> impl DoubleEndedIterator<Item = &Node> {
        self[id].children.iter().map(|child| &self[*child])
    }

    /// Whether a heading is the last one of the text.
    pub fn is_last(&self, id: NodeId) -> bool {
        self.nodes.get(id.0 + 1).is_none_or(|next| next.form() == Some(Form::Document))
    }

    /// Whether the paragraphs behind the statement of a heading are what is to be done, as they are at others before it: 三、牵头单位：县交通局
    /// over what that does.
    pub fn tells_behind(&self, text: &str, id: NodeId) -> bool {
        let tells = |other: &Node| {
            let mut body = other.body.iter().skip_while(|p| !other.own.names() && !p.names());
            other.states() && body.any(|p| !p.names() && !p.only_states(text))
        };
        let all = self[self[id].parent].children.as_slice();
        let before = &all[..all.partition_point(|other| other.0 < id.0)];
        self[id].own.only_states(text) || before.iter().rev().take(ASKED).any(|other| tells(&self[*other]))
    }

    /// A heading and those that it stands under, from the inside out; the root left out.
    pub fn line(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let up = |id: &NodeId| Some(self[*id].parent);
        std::iter::successors(Some(id), up).take_while(|id| *id != NodeId::ROOT)
    }
}
