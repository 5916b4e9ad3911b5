//! Passages that nobody ticks: what stands before the tasks and behind them, boxes, and annexes that are no plans.

use super::sorter::Sorter;
use crate::reader::frame::line::ends_as_title;
use crate::reader::lexicon::documents::enacts;
use crate::reader::lexicon::headings::{AIMS, Form, GENERAL, GENERAL_EXACTLY, STANDING, STANDING_EXACTLY};
use crate::reader::lexicon::{ends, holds, starts};
use crate::reader::outline::NodeId;
use crate::reader::text::scan::length;

/// The longest heading of a passage before the tasks.
const LONGEST_GENERAL: usize = 20;
/// The longest heading that ends with the word for an aim.
const LONGEST_AIM: usize = 10;
/// The longest heading of a passage after them.
const LONGEST_STANDING: usize = 16;

impl Sorter<'_, '_> {
    /// Whether a document behind others is called as plans are: 民生实事, and not 名词解释.
    pub(super) fn is_plan(&self, id: NodeId) -> bool {
        let node = &self.tree[id];
        std::iter::once(&node.own).chain(&node.body).any(|p| ends_as_title(p.span.of(self.text)))
    }

    /// Whether the document has had no task yet: nothing at all, or nothing that names who answers where headings to come do.
    pub(super) fn untouched(&self) -> bool {
        let Some(last) = self.out.tasks[self.since..].last() else { return !self.rows };
        !self.rows && !self.named && self.last_carried >= Some(last.node.place())
    }

    /// Whether a heading is that of a box or of notes, and nobody is named there.
    pub(super) fn is_apart(&self, id: NodeId) -> bool {
        matches!(self.tree[id].form(), Some(Form::Boxed | Form::Note)) && !self.carried(id)
    }

    /// A box that names nobody: text of its own.
    pub(super) fn boxed(&mut self, id: NodeId) {
        self.group(id);
        for child in &self.tree[id].children {
            self.boxed(*child);
        }
    }

    /// A passage that nobody ticks, of which some headings name who answers after all: these are tasks, and so is what stands
    /// between them.
    pub(super) fn partly(&mut self, id: NodeId) {
        let node = &self.tree[id];
        if node.children.is_empty() || node.states() {
            self.heading(id);
            return;
        }
        self.group(id);
        for child in &node.children {
            if self.carried(*child) || self.between(*child) {
                self.heading(*child);
            } else if self.untouched() {
                self.out.general.push(*child);
            } else {
                // Those beside it are tasks.
                self.out.standing.push(*child);
                self.out.left.push(*child);
            }
        }
    }

    /// A passage behind the tasks. A heading in it without a text of its own may be a task all the same: 强化要素保障.
    pub(super) fn stands(&mut self, id: NodeId) {
        self.out.standing.push(id);
        self.leave_bare(id);
    }

    fn leave_bare(&mut self, id: NodeId) {
        if self.is_bare(id) {
            self.out.left.push(id);
        }
        for child in &self.tree[id].children {
            self.leave_bare(*child);
        }
    }

    fn heading_words(&self, id: NodeId) -> &str {
        let node = &self.tree[id];
        if !node.title.is_empty() {
            return node.title.of(self.text);
        }
        // 一、总体要求 alone at the end of a cut-off text.
        let own = node.own.span.of(self.text);
        if length(own, LONGEST_GENERAL + 1) <= LONGEST_GENERAL { own } else { "" }
    }

    pub(super) fn is_general(&self, id: NodeId) -> bool {
        let words = self.heading_words(id);
        let count = length(words, LONGEST_GENERAL + 1);
        let node = &self.tree[id];
        let first = std::iter::once(&node.own).chain(&node.body).find(|p| self.has_words(p));
        if !node.states() && node.children.is_empty() && first.is_some_and(|p| enacts(p.span.of(self.text))) {
            return true;
        }
        // A longer one groups tasks in a plan of which others say nothing, either.
        let silent = self.last_carried.is_some() && !self.carried(id) && count <= LONGEST_GENERAL;
        count <= LONGEST_GENERAL && (starts(words, GENERAL) || GENERAL_EXACTLY.contains(&words))
            || (count <= LONGEST_AIM || silent) && ends(words, AIMS)
    }

    pub(super) fn is_standing(&self, id: NodeId) -> bool {
        let words = self.heading_words(id);
        length(words, LONGEST_STANDING + 1) <= LONGEST_STANDING
            && (holds(words, STANDING) || STANDING_EXACTLY.contains(&words))
    }
}
