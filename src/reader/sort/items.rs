//! What the headings of a tree turn out to be.

use crate::domain::span::Span;
use crate::reader::outline::NodeId;
use crate::reader::statement::Paragraph;

/// A part of a task, in printed order.
#[derive(Clone, Copy, Debug)]
pub enum Part<'t> {
    /// The label of a numbered paragraph inside the task.
    Label(Span),
    /// The heading of one.
    Heading(Span),
    /// Text with the statements in it.
    Text(&'t Paragraph),
    /// The same behind an offset, where its first sentence is the heading of the task.
    Behind(&'t Paragraph, usize),
}

/// A task as found, not yet read.
#[derive(Clone, Debug)]
pub struct Item<'t> {
    /// The heading that it is, or under which it stands.
    pub node: NodeId,
    /// Whether label and heading of the node are its own.
    pub headed: bool,
    /// Its heading; empty where it has none of its own.
    pub title: Span,
    /// The heading that groups it: the root where none does.
    pub section: NodeId,
    /// Its text.
    pub parts: Vec<Part<'t>>,
    /// A heading over it that names who does all that stands under it.
    pub done_by: Option<Span>,
}

impl Item<'_> {
    /// Makes the first sentence of its text its heading.
    pub fn lead(&mut self, lead: Span) {
        self.title = lead;
        if let Some(Part::Text(first)) = self.parts.first().copied()
            && let Some(part) = self.parts.first_mut()
        {
            *part = Part::Behind(first, lead.ends());
        }
    }
}

/// What the headings of a tree turned out to be.
#[derive(Clone, Debug, Default)]
pub struct Sorted<'t> {
    /// Tasks in printed order.
    pub tasks: Vec<Item<'t>>,
    /// Headings that group.
    pub groups: Vec<NodeId>,
    /// Passages before the tasks.
    pub general: Vec<NodeId>,
    /// Passages after the tasks.
    pub standing: Vec<NodeId>,
    /// Paragraphs that nobody ticks and that stand in no passage: introductions under headings, closing words.
    pub loose: Vec<Span>,
    /// Headings with nothing under them.
    pub empty: Vec<NodeId>,
    /// Headings of passages behind the tasks that may be tasks all the same.
    pub left: Vec<NodeId>,
    /// Boxes and annexes that name nobody and are no plans.
    pub apart: Vec<NodeId>,
    /// The document that the text sends out behind a letter with headings of its own.
    pub sent_out: Option<NodeId>,
}
