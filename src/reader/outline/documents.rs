//! The documents in one text: what stands before their first headings, and which of them a letter sends out.

use super::tree::{NodeId, Tree};
use crate::domain::span::Span;
use crate::reader::lexicon::headings::Form;
use crate::reader::statement::Paragraph;
use crate::reader::statement::meaning::looks_named;
use std::collections::HashSet;

impl Tree {
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
            // A bracket below the name of a body that signs is another name of it.
            let signs = |before: &&Paragraph| looks_named(before.span.of(text));
            match out.last_mut() {
                None if only && since.last().is_some_and(signs) => since.push(paragraph),
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
}
