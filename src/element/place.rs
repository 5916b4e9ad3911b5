//! Places in the page where views are put, and how a view takes over the nodes that are there.
//!
//! Taking over. A view is put into its place node by node, and a node that is there already and fits is used. So the program
//! takes over the list that was drawn into the page when the site was built, and focus, caret and selection stay where they
//! are. Every node is compared: an attribute or text that differs is written, a missing node is made, and a node that is not
//! part of the view is removed. ([`Host::take`], [`Place::text`], [`Place::mark`].)
//!
//! Changes by others. Translators replace texts with elements of their own, and extensions add and remove nodes. So before a
//! text or part is drawn again, [`Host::keep`] checks that its nodes are where they were put, and puts them back if not.

use super::content::Top;
use leptos::tachys::renderer::types::{Node, Text};
use leptos::tachys::renderer::{CastFrom, Rndr};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

const TEXT: u16 = 3;
const COMMENT: u16 = 8;

/// An element that a view is put into.
pub(super) struct Host {
    pub(super) element: Node,
    /// The first node that was there before and is not taken over yet; no node after it is, either.
    pub(super) standing: RefCell<Option<Node>>,
    /// The nodes and parts put into it, if any of them may change later: [`Host::keep`] needs them.
    pub(super) tops: OnceCell<Vec<Top>>,
}

impl Host {
    /// A host for this element, in which the nodes from `standing` on can be taken over.
    pub(super) fn new(element: Node, standing: Option<Node>) -> Rc<Self> {
        Rc::new(Self { element, standing: RefCell::new(standing), tops: OnceCell::new() })
    }

    /// Takes over the next node that fits, if it comes before the end of the part. Nodes before it are not part of the view
    /// and are removed.
    pub(super) fn take(&self, fits: &dyn Fn(&Node) -> bool) -> Option<Node> {
        let mut next = self.standing.borrow().clone();
        while let Some(node) = next {
            next = node.next_sibling();
            if fits(&node) {
                self.drop_until(Some(&node));
                self.standing.replace(next);
                return Some(node);
            }
            if node.node_type() == COMMENT {
                break;
            }
        }
        None
    }

    /// Removes the nodes before this one that are not taken over; for `None`, all that are not.
    pub(super) fn drop_until(&self, end: Option<&Node>) {
        let mut standing = self.standing.borrow_mut();
        while let Some(foreign) = standing.take_if(|node| Some(&*node) != end) {
            *standing = foreign.next_sibling();
            Rndr::remove(&foreign);
        }
    }

    fn holds(&self, node: &Node) -> bool {
        node.parent_node().as_ref() == Some(&self.element)
    }

    /// Makes sure that these nodes are still in the element. If one is not, all nodes of the view are put back in order, and
    /// whatever replaced them is removed.
    pub(super) fn keep(&self, nodes: &[Node]) {
        if nodes.iter().all(|node| self.holds(node)) {
            return;
        }
        let mut own = Vec::new();
        Top::nodes(self.tops.get().map_or(&[], Vec::as_slice), &mut own);
        self.standing.replace(self.element.first_child());
        for node in own {
            if self.holds(&node) {
                self.drop_until(Some(&node));
                self.standing.replace(node.next_sibling());
            } else {
                let _ = self.element.insert_before(&node, self.standing.borrow().as_ref());
            }
        }
        self.drop_until(None);
    }
}

/// A place in an element: before the nodes that are not taken over yet, else before a given node.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) host: Rc<Host>,
    pub(super) before: Option<Node>,
}

impl Place {
    /// Puts a node into the place.
    pub(super) fn put(&self, node: &Node) {
        let standing = self.host.standing.borrow();
        let _ = self.host.element.insert_before(node, standing.as_ref().or(self.before.as_ref()));
    }

    /// A text node with these words, taken over or newly made.
    pub(super) fn text(&self, words: &str) -> Node {
        // The browser has read adjacent texts as one, and made no node of an empty text.
        let found = if words.is_empty() { None } else { self.host.standing.borrow().clone() };
        let Some(text) = found.filter(|node| node.node_type() == TEXT) else {
            let text = Rndr::create_text_node(words).into();
            self.put(&text);
            return text;
        };
        let there = text.node_value().unwrap_or_default();
        if there != words {
            let units = words.encode_utf16().count();
            match Text::cast_from(text.clone()).filter(|_| there.starts_with(words)) {
                Some(both) => _ = both.split_text(u32::try_from(units).unwrap_or(u32::MAX)),
                None => text.set_node_value(Some(words)),
            }
        }
        self.host.standing.replace(text.next_sibling());
        text
    }

    /// The comment that marks the end of a part, taken over or newly made.
    pub(super) fn mark(&self) -> Node {
        // Nodes before the comment are not part of the view.
        let mut at = self.host.standing.borrow().clone();
        while let Some(node) = at.take_if(|node| node.node_type() != COMMENT) {
            at = node.next_sibling();
        }
        at.and_then(|mark| self.host.take(&|node| *node == mark)).unwrap_or_else(|| {
            let mark = Rndr::create_placeholder().into();
            self.put(&mark);
            mark
        })
    }
}
