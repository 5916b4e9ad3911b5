//! Where a view is put into the page, and how it takes over what stands there.
//!
//! Taking over. A view is put into its place node by node, and a node that stands there already and fits is used. So the program
//! takes over the list that was drawn into the page when the site was built, and the focus, the caret and the selection stay
//! where they are. Every node is compared: an attribute or text that differs is written, a missing node is made, and a node that
//! is no part of the view is removed. ([`Host::take`], [`Place::text`], [`Place::mark`].)
//!
//! Other hands. Translators replace texts by elements of their own, and extensions add and remove nodes. So before a text or a
//! part is drawn again, [`Host::keep`] looks whether its nodes stand where they were put, and puts them back if not.

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
    /// The first node that stood in it before and is not taken over yet; all after it are not, either.
    pub(super) standing: RefCell<Option<Node>>,
    /// What was put into it, if any of that may change later: [`Host::keep`] needs it.
    pub(super) tops: OnceCell<Vec<Top>>,
}

impl Host {
    /// This element; what stands in it from `standing` on can be taken over.
    pub(super) fn new(element: Node, standing: Option<Node>) -> Rc<Self> {
        Rc::new(Self { element, standing: RefCell::new(standing), tops: OnceCell::new() })
    }

    /// Takes over the next node that fits, as long as it comes before the end of the part. The nodes that are passed over are no
    /// part of the view and are removed.
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

    /// Removes the nodes that are not taken over and stand before this one, or all of them.
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

    /// Makes sure that these nodes are still in the element. If one of them is not, all nodes of the view are put back in order,
    /// and whatever took their place is removed.
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

/// Where in an element a view is put: before the nodes that are not taken over yet, or else before this node.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) host: Rc<Host>,
    pub(super) before: Option<Node>,
}

impl Place {
    /// Puts a node there.
    pub(super) fn put(&self, node: &Node) {
        let standing = self.host.standing.borrow();
        let _ = self.host.element.insert_before(node, standing.as_ref().or(self.before.as_ref()));
    }

    /// A text node with these words, taken over or made.
    pub(super) fn text(&self, words: &str) -> Node {
        // Texts side by side were read by the browser as one, and empty ones as none.
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

    /// The comment that marks the end of a part, taken over or made.
    pub(super) fn mark(&self) -> Node {
        // Nodes before it are no part of the view.
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
