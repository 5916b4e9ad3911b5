//! What a heading is that names nobody, by those that stand beside it.

use super::sorter::Sorter;
use crate::domain::span::Span;
use crate::reader::lexicon::marks::is_colon;
use crate::reader::outline::NodeId;
use crate::reader::statement::naming::names_offices;

/// So many headings on either side are asked.
const ASKED: usize = 8;

impl Sorter<'_, '_> {
    /// Whether headings beside this one name who answers, before it and behind it, themselves or below them.
    pub(super) fn between(&self, id: NodeId) -> bool {
        self.both_sides(id, |other| self.carried(other))
    }

    /// Whether headings beside this one are tasks that name who answers, before it and behind it.
    pub(super) fn between_tasks(&self, id: NodeId) -> bool {
        self.both_sides(id, |other| self.is_whole(other))
    }

    /// Whether a heading beside this one is a task with numbered paragraphs in it, and none groups tasks.
    pub(super) fn beside_wholes(&self, id: NodeId) -> bool {
        let (before, behind) = self.beside(id);
        let near = || before.iter().rev().take(ASKED).chain(behind.iter().take(ASKED));
        let grouping = |other: &NodeId| self.carried(*other) && !self.is_whole(*other);
        let whole = |other: &NodeId| self.is_whole(*other) && !self.tree[*other].children.is_empty();
        near().any(whole) && !near().any(grouping)
    }

    /// The heading that names who does what stands under it, from this one outwards: 一、综合科, where most beside it name bodies too.
    pub(super) fn done_by(&mut self, id: NodeId) -> Option<Span> {
        let tree = self.tree;
        let line: Vec<NodeId> = tree.line(id).collect();
        let told = line.iter().copied().find(|id| tree[*id].names_bodies(self.text));
        let named = || line.iter().copied().find(|id| self.is_office(*id) && self.over_offices(tree[*id].parent));
        told.or_else(named).map(|id| tree[id].words())
    }

    /// Whether a heading is nothing but the name of a body.
    fn is_office(&self, id: NodeId) -> bool {
        let words = self.tree[id].words().of(self.text).trim();
        names_offices(words.strip_suffix(is_colon).unwrap_or(words))
    }

    /// Whether most of the headings under one are names of bodies: two at least.
    fn over_offices(&mut self, id: NodeId) -> bool {
        if let Some(known) = self.offices.get(&id) {
            return *known;
        }
        let all = &self.tree[id].children;
        let offices = all.iter().filter(|child| self.is_office(**child)).count();
        let most = offices > 1 && offices * 2 > all.len();
        self.offices.insert(id, most);
        most
    }

    fn both_sides(&self, id: NodeId, is: impl Fn(NodeId) -> bool) -> bool {
        let (before, behind) = self.beside(id);
        before.iter().rev().take(ASKED).any(|other| is(*other)) && behind.iter().take(ASKED).any(|other| is(*other))
    }

    /// The headings before one under the same heading, and those behind it. Headings stand in the order of the text.
    fn beside(&self, id: NodeId) -> (&[NodeId], &[NodeId]) {
        let all = self.tree[self.tree[id].parent].children.as_slice();
        let place = all.partition_point(|other| other.place() < id.place());
        (&all[..place], all.get(place + 1..).unwrap_or_default())
    }

    /// Whether a heading names who answers, and none below it does.
    fn is_whole(&self, id: NodeId) -> bool {
        let node = &self.tree[id];
        node.states() && node.children.iter().take(ASKED).all(|child| !self.carried(*child))
    }
}
