//! What a task says.

use crate::domain::span::Span;
use crate::reader::statement::read::Named;

/// What a task says, in printed order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The label of a numbered paragraph in it.
    Label(Span),
    /// The heading of one.
    Heading(Span),
    /// What is to be done.
    Words(Span),
    /// How much of what the words before it say, in a cell of a table.
    Value(Span),
    /// Who answers for it.
    Names(Names),
    /// By when, on its own; the whole of it, and the times in it.
    Times(Span, Vec<Span>),
}

/// A statement of who answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// With its brackets.
    pub span: Span,
    /// Who is named, in printed order.
    pub named: Vec<Named>,
    /// Whether the list is left open.
    pub open: bool,
    /// Times stated in it.
    pub deadlines: Vec<Span>,
}
