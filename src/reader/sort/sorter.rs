//! Decides what each heading is.
//!
//! A task is a numbered heading or paragraph with a text of its own. Numbered paragraphs under it are part of it
//! unless they name who answers: then they are tasks, and the heading groups them. Under a heading without text, paragraphs
//! that each end with their own statement are tasks without a title.

use super::items::{Item, Part, Sorted};
use crate::domain::span::Span;
use crate::reader::lexicon::documents::{CLOSING, closes_document, is_letter};
use crate::reader::lexicon::headings::Form;
use crate::reader::lexicon::marks::{INTRODUCING, is_stop};
use crate::reader::lexicon::starts;
use crate::reader::outline::{Node, NodeId, Tree};
use crate::reader::statement::Paragraph;
use crate::reader::text::Text;
use crate::reader::text::scan::{has_words, length};
use std::collections::{HashMap, HashSet};

/// A heading with nothing under it is not longer than this; longer ones are tasks.
const LONGEST_EMPTY: usize = 40;

/// Sorts the headings of a tree.
pub fn sort<'t>(text: &Text, tree: &'t Tree) -> Sorted<'t> {
    let sends = tree.unheaded(&text.folded).iter().any(|p| is_letter(p.of(&text.folded)));
    let mut carries = vec![false; tree.ids().count()];
    for id in tree.ids().rev() {
        let below = tree[id].children.iter().any(|child| carries[child.place()]);
        carries[id.place()] = below || tree[id].holds_rows || (tree[id].states() && !tree[id].speaks_for_all);
    }
    let deep = tree.headings().iter().any(|node| node.parent != NodeId::ROOT);
    let letter = tree.sent_out().filter(|_| sends);
    let last_carried = carries.iter().rposition(|carries| *carries);
    let mut sorter = Sorter {
        text: &text.folded,
        tree,
        carries,
        last_carried,
        deep,
        since: 0,
        named: false,
        rows: false,
        offices: HashMap::new(),
        out: Sorted { sent_out: letter, ..Sorted::default() },
    };
    sorter.root();
    sorter.out
}

pub(super) struct Sorter<'s, 't> {
    pub(super) text: &'s str,
    pub(super) tree: &'t Tree,
    /// Whether a heading or one below it names who answers, or holds the rows of a table that do, by [`NodeId::place`].
    carries: Vec<bool>,
    /// The place of the last one that does.
    pub(super) last_carried: Option<usize>,
    /// Whether the plan has more than one level.
    deep: bool,
    /// How many tasks there were before this document.
    pub(super) since: usize,
    /// Whether a task of this document is one of them.
    pub(super) named: bool,
    /// Whether it has had a table whose rows are tasks.
    pub(super) rows: bool,
    /// Of headings, whether those under them are called after bodies.
    pub(super) offices: HashMap<NodeId, bool>,
    pub(super) out: Sorted<'t>,
}

impl<'t> Sorter<'_, 't> {
    fn root(&mut self) {
        self.out.loose.extend(self.tree.closing.iter().map(|p| p.span));
        self.document(NodeId::ROOT);
    }

    /// The document, an annex of it, or another one in the same text.
    fn document(&mut self, id: NodeId) {
        let tree = self.tree;
        let node = &tree[id];
        (self.since, self.named, self.rows) = (self.out.tasks.len(), false, false);
        if id != NodeId::ROOT && !self.carried(id) && !self.is_plan(id) {
            self.out.apart.push(id);
            self.boxed(id);
            return;
        }
        // Paragraphs before the first heading that name who answers are tasks without a number.
        let unnumbered = tree.unnumbered(self.text, id);
        let taken: HashSet<Span> = unnumbered.iter().flatten().map(|p| p.span).collect();
        self.take_chunks(id, unnumbered);
        if id != NodeId::ROOT {
            self.out.groups.push(id);
            self.out.loose.extend(node.paragraphs().map(|p| p.span).filter(|span| !taken.contains(span)));
        }
        let is_document = |id: &NodeId| tree[*id].form() == Some(Form::Document);
        let own: Vec<NodeId> = node.children.iter().copied().filter(|id| !is_document(id)).collect();
        if id == NodeId::ROOT && self.out.sent_out.is_some() {
            // What a letter asks for that sends a plan out is no task of the plan.
            self.out.general.extend(own);
            node.children.iter().filter(|id| is_document(id)).for_each(|id| self.document(*id));
            return;
        }
        // At the end only standing passages follow.
        let others = self.last_other(&own);
        for (n, id) in own.iter().enumerate() {
            self.top(*id, n >= others);
        }
        node.children.iter().filter(|id| is_document(id)).for_each(|id| self.document(*id));
    }

    fn top(&mut self, id: NodeId, end: bool) {
        let carried = self.carried(id);
        if self.is_apart(id) {
            self.heading(id);
            return;
        }
        let untouched = self.untouched();
        let first = self.out.tasks.len() == self.since && !self.rows;
        if untouched && self.is_general(id) || first && !end && self.is_standing(id) {
            if carried { self.partly(id) } else { self.out.general.push(id) }
        } else if end && !untouched {
            if carried { self.partly(id) } else { self.stands(id) }
        } else if self.tree[id].form() == Some(Form::Part) && !self.tree[id].children.is_empty() {
            self.chapter(id);
        } else {
            self.heading(id);
        }
    }

    /// How many of some headings there are up to the last one that is no standing passage.
    fn last_other(&self, headings: &[NodeId]) -> usize {
        headings.iter().rposition(|id| !self.is_standing(*id) && !self.is_apart(*id)).map_or(0, |last| last + 1)
    }

    /// A chapter: its headings are sorted as those of the document are.
    fn chapter(&mut self, id: NodeId) {
        self.group(id);
        let children = &self.tree[id].children;
        let others = self.last_other(children);
        for (n, child) in children.iter().enumerate() {
            self.top(*child, others > 0 && n >= others);
        }
    }

    pub(super) fn heading(&mut self, id: NodeId) {
        let node = &self.tree[id];
        if self.is_apart(id) {
            self.out.apart.push(id);
            self.boxed(id);
            return;
        }
        let below = node.children.iter().any(|child| self.carried(*child));
        if node.holds_rows && !node.states() {
            self.group_of_tasks(id, false);
            return;
        }
        let own = node.states() || self.tree.children(id).any(|child| child.speaks_for_all);
        if node.children.is_empty() {
            self.leaf(id);
        } else if below {
            self.group_of_tasks(id, own);
        } else if own
            || (self.has_text(node) && !(node.parent == NodeId::ROOT && node.is_upper()))
            || self.beside_wholes(id)
        {
            self.whole(id);
        } else {
            self.group_of_tasks(id, false);
        }
    }

    /// A heading without headings under it.
    fn leaf(&mut self, id: NodeId) {
        let node = &self.tree[id];
        let words = node.own.span.of(self.text);
        let bare = self.is_bare(id);
        let groups = || node.is_upper() && node.parent == NodeId::ROOT && self.deep && !self.between_tasks(id);
        if bare && (words.is_empty() || groups()) {
            self.out.empty.push(id);
            return;
        }
        let chunks = self.chunks(id);
        if chunks.len() >= 2 {
            self.out.groups.push(id);
            if node.rest.names() {
                self.take(id, true, id, vec![Part::Text(&node.rest)]);
            } else if self.has_words(&node.rest) {
                self.out.loose.push(node.rest.span);
            }
            self.take_chunks(id, chunks);
        } else {
            self.whole(id);
        }
    }

    /// Whether a heading is nothing but one: a few words with nothing under them.
    pub(super) fn is_bare(&self, id: NodeId) -> bool {
        let node = &self.tree[id];
        let words = node.own.span.of(self.text);
        node.children.is_empty()
            && node.body.is_empty()
            && node.own.statements.is_empty()
            && !words.contains(is_stop)
            && length(words, LONGEST_EMPTY + 1) <= LONGEST_EMPTY
    }

    /// A heading with all that stands under it as one task.
    fn whole(&mut self, id: NodeId) {
        let node = &self.tree[id];
        let mut parts = vec![Part::Text(&node.rest)];
        let (mut body, mut tail) = (node.body.as_slice(), node.tail.as_slice());
        self.take_closing(id, if node.children.is_empty() { &mut body } else { &mut tail });
        parts.extend(body.iter().map(Part::Text));
        for child in &node.children {
            self.inner(*child, &mut parts);
        }
        parts.extend(tail.iter().map(Part::Text));
        self.take(id, true, node.parent, parts);
    }

    /// A numbered paragraph inside a task.
    fn inner(&mut self, id: NodeId, parts: &mut Vec<Part<'t>>) {
        let node = &self.tree[id];
        parts.push(Part::Label(node.printed_label()));
        if self.has_words(&node.rest) || node.title.is_empty() {
            parts.push(Part::Text(&node.own));
        } else {
            parts.extend([Part::Heading(node.title), Part::Text(&node.rest)]);
        }
        let mut body = node.body.as_slice();
        self.take_closing(id, &mut body);
        parts.extend(body.iter().map(Part::Text));
        for child in &node.children {
            self.inner(*child, parts);
        }
        parts.extend(node.tail.iter().map(Part::Text));
    }

    /// Takes the closing words of the document off the last paragraphs: 本措施自发布之日起施行.
    fn take_closing(&mut self, id: NodeId, paragraphs: &mut &'t [Paragraph]) {
        let last = self.tree.is_last(id);
        let told = self.tree[id].states() && !self.tree[id].announces(self.text);
        let (text, asked) = (self.text, last && (told || self.is_office(id)));
        let closing = |p: &Paragraph| {
            let words = p.span.of(text);
            closes_document(words) || asked && starts(words, CLOSING)
        };
        if !last && !paragraphs.last().is_some_and(closing) {
            return;
        }
        let stated = last && told && !self.tree.tells_behind(self.text, id);
        while let Some((p, before)) = paragraphs.split_last() {
            if p.only_states(self.text) || p.names() || !(stated || closing(p)) {
                break;
            }
            self.out.loose.push(p.span);
            *paragraphs = before;
        }
    }

    /// A heading that groups tasks.
    pub(super) fn group(&mut self, id: NodeId) {
        self.rows |= self.tree[id].holds_rows;
        self.out.groups.push(id);
        self.out.loose.extend(self.tree[id].paragraphs().map(|p| p.span));
    }

    fn group_of_tasks(&mut self, id: NodeId, own: bool) {
        let node = &self.tree[id];
        if own {
            // The heading names who answers for it, and headings below it name others.
            self.take(id, true, id, node.text().map(Part::Text).collect());
            self.out.loose.extend(node.tail.iter().map(|p| p.span));
        } else {
            self.group(id);
        }
        for child in &node.children {
            self.heading(*child);
        }
    }

    pub(super) fn take(&mut self, node: NodeId, headed: bool, section: NodeId, parts: Vec<Part<'t>>) {
        // 责任单位：县交通局 is no name of a task.
        let called = headed && !self.tree[node].names_bodies(self.text);
        let title = if called { self.tree[node].title } else { Span::default() };
        self.named |= self.carried(node);
        let own = headed.then(|| self.done_by_own(node)).flatten();
        let done_by = own.or_else(|| self.done_by(section));
        self.out.tasks.push(Item { node, headed, title, section, parts, done_by });
    }

    pub(super) fn carried(&self, id: NodeId) -> bool {
        self.carries[id.place()]
    }

    pub(super) fn has_words(&self, paragraph: &Paragraph) -> bool {
        has_words(self.text, paragraph.span)
    }

    /// Whether a heading has text that is not just an introduction.
    fn has_text(&self, node: &Node) -> bool {
        node.text().any(|p| self.has_words(p) && !p.span.of(self.text).trim_end().ends_with(INTRODUCING))
    }
}
