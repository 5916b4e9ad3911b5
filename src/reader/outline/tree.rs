//! The paragraphs of a text as a tree of headings.
//!
//! Which form of label stands above which is not fixed: a form that appears below another is deeper, until the
//! other one comes again.

use super::{parts, titles};
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{CLOSING, DOCUMENT_KINDS};
use crate::reader::lexicon::headings::{Form, NOT_IN_HEADING};
use crate::reader::lexicon::marks::{MEMBER_ENDS, closes, is_break, is_colon, is_stop};
use crate::reader::lexicon::{ends, starts};
use crate::reader::statement::{Labelled, Paragraph};
use crate::reader::text::Text;
use crate::reader::text::labels::Label;
use crate::reader::text::scan::length;
use std::collections::HashSet;
use std::ops::{Index, IndexMut};

/// So many headings before a statement on a line of its own are asked whether they state something.
const MEMBERS_ASKED: usize = 8;

/// Names a heading of one tree. Only a tree gives them out, and it never loses a heading: to look one up cannot fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NodeId(usize);

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
}

impl Node {
    fn new(label: Option<Label>, start: usize, own: Paragraph, parent: NodeId) -> Self {
        let (title, rest) = (own.span.front(), Paragraph::default());
        let (body, children, tail) = (Vec::new(), Vec::new(), Vec::new());
        Self { label, start, own, title, rest, body, children, tail, parent, speaks_for_all: false }
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

    /// Whether its own paragraphs name somebody.
    pub fn states(&self) -> bool {
        self.own.names() || self.body.iter().chain(&self.tail).any(Paragraph::names)
    }
}

/// The headings of a text, in order; the first is the root, which stands for the document.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Paragraphs that close the headings before them, and stand under none.
    pub closing: Vec<Paragraph>,
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
    /// The tree of paragraphs.
    pub fn grow(text: &Text, mut paragraphs: Vec<Labelled>) -> Self {
        let text = text.folded.as_str();
        let mut tree =
            Self { nodes: vec![Node::new(None, 0, Paragraph::default(), NodeId::ROOT)], closing: Vec::new() };
        let numbered = paragraphs.iter().any(|p| p.label.is_some());
        parts::mark(text, &mut paragraphs);
        let mut last = NodeId::ROOT;
        let mut paragraphs = paragraphs.into_iter().peekable();
        while let Some(Labelled { label, start, own }) = paragraphs.next() {
            let label = label.or_else(|| {
                let next = paragraphs.peek().map_or("", |next| next.own.span.of(text));
                let words = own.span.of(text);
                // The title of the plan stands before all headings.
                let title = last == NodeId::ROOT && ends(words, DOCUMENT_KINDS);
                let heading = !numbered && !title && is_heading_line(words, next);
                heading.then(|| Label::unnumbered(start))
            });
            match label {
                Some(label) => last = tree.add(label, start, own, last),
                None if tree.closes(text, &own, last) => tree.closing.push(own),
                None => tree.attach(text, own, last),
            }
        }
        tree.take_closing(text, last);
        tree.find_enumerations(text);
        titles::find(text, &mut tree);
        tree
    }

    /// Whether a paragraph behind a heading closes the headings beside it: 各单位要认真落实. They are complete: they name who
    /// answers, or nothing but sentences stands at each of them.
    fn closes(&self, text: &str, paragraph: &Paragraph, last: NodeId) -> bool {
        let node = &self[last];
        if last == NodeId::ROOT || paragraph.names() || !starts(paragraph.span.of(text), CLOSING) {
            return false;
        }
        let before = || self.children(node.parent).rev().skip(1).take(MEMBERS_ASKED);
        let alone = node.body.is_empty() && node.children.is_empty();
        let sentence = alone && node.own.span.of(text).trim_end().ends_with(is_stop);
        let complete = node.body.last().unwrap_or(&node.own).ends_stated(text);
        complete || sentence && before().next().is_some() && before().all(|node| node.body.is_empty())
    }

    /// Takes the paragraphs behind the last statement of the text off its last heading: they close it.
    fn take_closing(&mut self, text: &str, last: NodeId) {
        if last == NodeId::ROOT || !self[last].states() || !self[last].is_numbered() {
            return;
        }
        let node = &mut self[last];
        let states = |p: &Paragraph| p.names() || p.only_states(text);
        let kept = node.body.iter().rposition(states).map_or(0, |place| place + 1);
        // Before a statement on a line of its own stands what it speaks of.
        if kept > 0 || node.own.names() {
            let closing = node.body.split_off(kept);
            self.closing.extend(closing);
        }
    }

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

    /// A heading and those that it stands under, from the inside out; the root left out.
    pub fn line(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let up = |id: &NodeId| Some(self[*id].parent);
        std::iter::successors(Some(id), up).take_while(|id| *id != NodeId::ROOT)
    }

    /// The document that a letter before it sends out: the first one of the text that states something, where the headings of the
    /// letter state nothing.
    pub fn sent_out(&self) -> Option<NodeId> {
        let states = |id: NodeId| self[id].states() || self.below(id).any(|id| self[id].states());
        let (documents, own): (Vec<NodeId>, Vec<NodeId>) =
            self.root().children.iter().partition(|id| self[**id].form() == Some(Form::Document));
        let first = documents.into_iter().find(|id| states(*id))?;
        own.into_iter().all(|id| !states(id)).then_some(first)
    }

    /// The headings that stand below one, at any depth: they follow it in the text.
    fn below(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let inside = move |other: &NodeId| self.line(self[*other].parent).any(|up| up == id);
        (id.0 + 1..self.nodes.len()).map(NodeId).take_while(inside)
    }

    /// The paragraphs before the first heading of a document that are tasks without a number, each with those that it is made of:
    /// what a statement speaks of, and the statements.
    pub fn unnumbered(&self, text: &str, id: NodeId) -> Vec<Vec<&Paragraph>> {
        let mut out: Vec<Vec<&Paragraph>> = Vec::new();
        // What stands there since the last statement.
        let mut since: Vec<&Paragraph> = Vec::new();
        for paragraph in self[id].paragraphs() {
            let only = paragraph.only_states(text);
            match out.last_mut() {
                Some(last) if only && since.is_empty() => last.push(paragraph),
                last if paragraph.names() => {
                    // Before the first stands the head of the document.
                    let head = if last.is_some() { 0 } else { since.len().saturating_sub(usize::from(only)) };
                    out.push(since.split_off(head).into_iter().chain([paragraph]).collect());
                    since.clear();
                }
                _ => since.push(paragraph),
            }
        }
        out
    }

    /// The paragraphs before the first heading that are no tasks: what stands before the plan.
    pub fn unheaded(&self, text: &str) -> Vec<Span> {
        let tasks = self.unnumbered(text, NodeId::ROOT);
        let taken: HashSet<Span> = tasks.into_iter().flatten().map(|p| p.span).collect();
        self.root().paragraphs().map(|p| p.span).filter(|span| !span.is_empty() && !taken.contains(span)).collect()
    }

    /// The first line of a document behind others, and the paragraphs before its first heading that name nobody.
    pub fn unheaded_of(&self, id: NodeId) -> Vec<Span> {
        let node = &self[id];
        let named = |p: &&Paragraph| !p.names() && !p.span.is_empty();
        std::iter::once(node.own.span).chain(node.body.iter().filter(named).map(|p| p.span)).collect()
    }

    /// Adds a heading behind the last one, and names it.
    fn add(&mut self, label: Label, start: usize, own: Paragraph, last: NodeId) -> NodeId {
        let last = self.out_of_box(label, last);
        let same = self.line(last).find(|id| self[*id].form() == Some(label.form));
        let document = || self.line(last).find(|id| self[*id].form() == Some(Form::Document)).unwrap_or(NodeId::ROOT);
        let parent = match (label.form, same) {
            (Form::Document, _) => NodeId::ROOT,
            // A box stands beside what it is printed behind.
            (Form::Boxed, None) => self[last].parent,
            (_, Some(same)) => self[same].parent,
            (Form::Part | Form::Unnumbered, None) => document(),
            (_, None) => last,
        };
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node::new(Some(label), start, own, parent));
        self[parent].children.push(id);
        id
    }

    /// The heading before the box that the last one stands in, if a label counts on from there and ends the box.
    fn out_of_box(&self, label: Label, last: NodeId) -> NodeId {
        let Some(boxed) = self.line(last).find(|id| self[*id].form() == Some(Form::Boxed)) else { return last };
        let before = NodeId(boxed.0 - 1);
        let outer = self.line(before).find(|id| self[*id].form() == Some(label.form));
        let inner = self.line(last).take_while(|id| *id != boxed).any(|id| self[id].form() == Some(label.form));
        let counts_on = outer.and_then(|id| self[id].label).is_some_and(|outer| label.value > outer.value);
        if label.form == Form::Document || counts_on || outer.is_some() && !inner && label.value != 1 {
            before
        } else {
            last
        }
    }

    /// Attaches a paragraph to the heading that it stands under.
    fn attach(&mut self, text: &str, paragraph: Paragraph, last: NodeId) {
        let parent = self[last].parent;
        let members = self[parent].children.len();
        // A statement on a line of its own behind several headings that state nothing is about all of them.
        let about_all = parent != NodeId::ROOT
            && members > 1
            && paragraph.only_states(text)
            && paragraph.names()
            && self.children(parent).skip(members.saturating_sub(MEMBERS_ASKED)).all(|member| !member.states());
        let node = &mut self[if about_all { parent } else { last }];
        if node.children.is_empty() { node.body.push(paragraph) } else { node.tail.push(paragraph) }
    }

    fn find_enumerations(&mut self, text: &str) {
        let ends: Vec<NodeId> = self.ids().skip(1).filter_map(|id| self.last_of_enumeration(text, id)).collect();
        for id in ends {
            self[id].speaks_for_all = true;
        }
    }

    /// The last child of a heading, if its statement ends an enumeration whose other members end with ；.
    fn last_of_enumeration(&self, text: &str, id: NodeId) -> Option<NodeId> {
        let (last, others) = self[id].children.split_last()?;
        let before = &self[*others.last()?];
        let listed = before.own.span.of(text).trim_end().ends_with(MEMBER_ENDS) && before.body.is_empty();
        let silent = || others.iter().all(|other| !self[*other].states());
        (listed && self[*last].states() && silent()).then_some(*last)
    }
}

/// A short line without a closing mark before a paragraph: a heading, in a plan that numbers nothing.
fn is_heading_line(line: &str, next: &str) -> bool {
    (2..=24).contains(&length(line, 25))
        && !line.ends_with(|c: char| is_break(c) || is_colon(c) || closes(c).is_some())
        && !line.contains(NOT_IN_HEADING)
        && length(next, 30) >= 30
        && next.contains(is_stop)
        && !line.is_ascii()
}
