//! Tasks without a number: paragraphs that each end with their own statement.

use super::items::Part;
use super::sorter::Sorter;
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{is_clause_end, is_colon, is_stop};
use crate::reader::outline::NodeId;
use crate::reader::statement::Paragraph;
use crate::reader::text::fields::content_label;
use crate::reader::text::scan::{chars_in, length};

/// The shortest and the longest first sentence that is the heading of a task without a number …
const SHORTEST_LEAD: usize = 4;
const LONGEST_LEAD: usize = 22;
/// … where so many of a hundred beside it have one.
const MOST_LED: usize = 60;

impl<'t> Sorter<'_, 't> {
    /// Takes tasks without a number, each with its paragraphs.
    pub(super) fn take_chunks(&mut self, id: NodeId, chunks: Vec<Vec<&'t Paragraph>>) {
        let leads: Vec<Option<Span>> = chunks.iter().map(|chunk| self.lead(chunk)).collect();
        let led = leads.iter().flatten().count() * 100 >= MOST_LED * leads.len();
        for (parts, lead) in chunks.into_iter().zip(leads) {
            let parts = parts.into_iter().map(Part::Text).collect();
            self.take(id, false, id, parts);
            if let (Some(lead), Some(item)) = (lead.filter(|_| led), self.out.tasks.last_mut()) {
                item.lead(lead);
            }
        }
    }

    /// The first sentence of the paragraphs of a task without a number, if it is short and others follow: its heading where most
    /// of those beside it have one.
    pub(super) fn lead(&self, chunk: &[&Paragraph]) -> Option<Span> {
        let first = chunk.first()?;
        let stated = first.statements.first().map_or(first.span.ends(), |s| s.span.begins());
        let ends = |(_, c): &(usize, char)| is_stop(*c) || is_colon(*c);
        let (end, _) = chars_in(self.text, first.span.up_to(stated)).take(LONGEST_LEAD + 1).find(ends)?;
        let lead = first.span.up_to(end);
        let words = lead.of(self.text);
        let short = length(words, SHORTEST_LEAD) == SHORTEST_LEAD && !words.contains(|c: char| is_clause_end(c));
        let behind = Span::new(end, stated).of(self.text).trim_start_matches(|c| is_stop(c) || is_colon(c));
        // 工作措施：修渠3条 is called by no word of its own.
        let labelled = content_label(self.text, first.span).is_some();
        (short && !labelled && behind.contains(char::is_alphanumeric)).then_some(lead)
    }

    /// The paragraphs under a heading, cut behind each that ends with a statement; none where fewer than two name somebody, or where
    /// the heading has words behind it and one of them does not.
    pub(super) fn chunks(&mut self, id: NodeId) -> Vec<Vec<&'t Paragraph>> {
        let node = &self.tree[id];
        if self.has_words(&node.rest) || !node.rest.statements.is_empty() {
            let whole = |p: &Paragraph| p.ends_stated(self.text) && !p.only_states(self.text);
            let each = node.body.len() >= 2 && node.body.iter().all(whole);
            return if each { node.body.iter().map(|p| vec![p]).collect() } else { Vec::new() };
        }
        let mut out: Vec<Vec<&Paragraph>> = Vec::new();
        let mut open = false;
        for p in &node.body {
            match out.last_mut() {
                Some(last) if open || p.only_states(self.text) => last.push(p),
                _ => out.push(vec![p]),
            }
            // By when, or which person, on a line of its own: it is as open as it was.
            open = if p.only_states(self.text) && !p.names() { open } else { !p.ends_stated(self.text) };
        }
        let stated = |chunk: &[&Paragraph]| chunk.iter().any(|p| p.names());
        // Who is named on the line behind the heading answers for it.
        if out.first().is_some_and(|chunk| chunk.iter().all(|p| p.only_states(self.text))) {
            return Vec::new();
        }
        if out.iter().filter(|chunk| stated(chunk)).count() < 2 {
            return Vec::new();
        }
        // Words behind the last statement of the document close it.
        if self.tree.is_last(id)
            && let Some(closing) = out.pop_if(|chunk| !stated(chunk))
        {
            self.out.loose.extend(closing.iter().map(|p| p.span));
        }
        out
    }
}
