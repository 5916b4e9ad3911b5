//! Which headings the tables of a text stand under.

use super::grow::is_bare;
use super::tree::{Node, NodeId, Tree};
use crate::domain::span::Span;
use crate::reader::lexicon::documents::CAPTIONS;
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{is_colon, is_stop, opens_bracket};
use crate::reader::lexicon::starts;
use crate::reader::statement::Paragraph;

/// So many paragraphs may stand between a heading and its table.
const MOST_BETWEEN: usize = 4;

impl Tree {
    /// Finds the headings under which tables stand that begin at these places.
    pub(super) fn find_tables(&mut self, text: &str, tables: &[usize]) {
        let mut starts = tables.to_vec();
        starts.sort_unstable();
        for start in starts {
            // Headings stand in the order of the text.
            let behind = self.nodes.partition_point(|node| node.start < start);
            let last = NodeId(behind.saturating_sub(1));
            // A further table may stand under the heading of the one before it.
            let before = self.tables.last().filter(|(_, holder)| *holder == Some(last)).map(|(start, _)| *start);
            let node = &self[last];
            let holds = match before {
                Some(before) => node.led_between(text, before, start).is_some(),
                None => last != NodeId::ROOT && node.leads_to(text, start),
            };
            let holder = holds.then_some(last);
            if let Some(id) = holder {
                self[id].holds_rows = true;
            }
            self.tables.push((start, holder));
        }
    }

    /// The heading under which a table stands that has a row at this place.
    pub fn holder(&self, row: usize) -> Option<NodeId> {
        let behind = self.tables.partition_point(|(start, _)| *start <= row);
        self.tables.get(behind.checked_sub(1)?)?.1
    }

    /// The heading over a heading between the rows of its table that has a label of this form: it stands beside those with such labels.
    pub fn above(&self, holder: NodeId, form: Option<Form>) -> Option<NodeId> {
        let beside = self.line(holder).find(|id| form.is_some() && self[*id].form() == form);
        beside.map_or(Some(holder), |id| Some(self[id].parent).filter(|parent| *parent != NodeId::ROOT))
    }
}

impl Node {
    /// Whether a table that begins here stands under it: it is nothing but its words, and nothing but sentences and captions stand
    /// between.
    fn leads_to(&self, text: &str, start: usize) -> bool {
        let apart = matches!(self.form(), None | Some(Form::Document | Form::Boxed | Form::Note));
        let end = self.led_between(text, self.own.span.ends(), start);
        // What is no paragraph of it stands around the plan: the title of an annex.
        let beside = |end: usize| !Span::new(end, start).of(text).contains(char::is_alphabetic);
        !apart && is_bare(text, &self.own) && end.is_some_and(beside)
    }

    /// Where the last of its paragraphs ends between two places, or else the first of these; `None` if there are many, or one is more
    /// than a sentence or a caption: the title of another table.
    fn led_between(&self, text: &str, from: usize, to: usize) -> Option<usize> {
        let leads = |p: &Paragraph| {
            let words = p.span.of(text).trim();
            words.contains(is_stop)
                || words.ends_with(is_colon)
                || words.starts_with(opens_bracket)
                || starts(words, CAPTIONS)
        };
        let near = |paragraphs: &[Paragraph]| {
            let first = paragraphs.partition_point(|p| p.span.begins() < from);
            let between = paragraphs[first..].iter().take(MOST_BETWEEN + 1).take_while(|p| p.span.begins() < to);
            between.cloned().collect::<Vec<_>>()
        };
        let all = [near(&self.body), near(&self.tail)].concat();
        let few = all.len() <= MOST_BETWEEN && all.iter().all(leads);
        few.then(|| all.last().map_or(from, |p| p.span.ends()))
    }

    /// Its words, where it has no text of its own and so no heading in it.
    pub fn words(&self) -> Span {
        if self.title.is_empty() { self.own.span } else { self.title }
    }
}
