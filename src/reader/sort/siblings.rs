//! What a heading is that names nobody, by those that stand beside it.

use super::sorter::Sorter;
use crate::domain::span::Span;
use crate::reader::lexicon::marks::{BOX_CLOSE, BOX_OPEN, closes_bracket, digit, is_colon, is_space, opens_bracket};
use crate::reader::outline::NodeId;
use crate::reader::statement::naming::{act, names_offices};
use crate::reader::text::scan::trim_by;

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
        if let Some(told) = line.iter().find(|id| tree[**id].names_bodies(self.text)) {
            return Some(tree[*told].words());
        }
        let named = line.into_iter().find(|id| self.is_office(*id) && self.over_offices(tree[*id].parent));
        named.map(|id| self.office_words(id))
    }

    /// The heading itself, where it says who does its task and not what that is: 三、县交通局, where most beside it name bodies too.
    pub(super) fn done_by_own(&mut self, id: NodeId) -> Option<Span> {
        let node = &self.tree[id];
        if node.names_bodies(self.text) {
            return Some(node.words());
        }
        (self.is_office(id) && self.over_offices(node.parent)).then(|| self.office_words(id))
    }

    /// Whether a heading is nothing but the name of a body, or says that one does what stands under it: 县交通局（2项）, 县交通局负责.
    pub(super) fn is_office(&self, id: NodeId) -> bool {
        let words = self.office_words(id).of(self.text);
        names_offices(words) || act(words)
    }

    /// The words of a heading without a colon, a box, and a bracket that counts.
    fn office_words(&self, id: NodeId) -> Span {
        let around = |c: char| is_space(c) || is_colon(c) || c == BOX_OPEN || c == BOX_CLOSE;
        let heading = trim_by(self.text, self.tree[id].words(), around);
        let words = heading.of(self.text);
        let counted = words.strip_suffix(closes_bracket).and_then(|words| words.rsplit_once(opens_bracket));
        let name = counted.filter(|(_, count)| count.contains(|c| digit(c).is_some())).map_or(words, |(name, _)| name);
        heading.up_to(heading.begins() + name.trim_end().len())
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
