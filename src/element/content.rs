//! The nodes of a view that stands in the page, and the effects that keep them up to date.
//!
//! Taking away. A view that is taken away drops its effects at once, because the signals that they read go with it and none of
//! them may run once more. The function of an effect lives on in the executor for a moment, and with it the part that it draws;
//! that is why a [`Content`] knows all parts in it and empties them itself.

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::renderer::RemoveEventHandler;
use leptos::tachys::renderer::types::{Element as DomElement, Node};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The nodes of a view, and what keeps them up to date.
#[derive(Default)]
pub(super) struct Content {
    /// Its outermost nodes and parts, in order.
    pub(super) tops: Vec<Top>,
    /// The effects that keep it up to date.
    pub(super) effects: Vec<RenderEffect<()>>,
    /// Its listeners, which are removed when they are dropped.
    pub(super) listeners: Vec<RemoveEventHandler<DomElement>>,
    /// All dynamic parts in it, however deep.
    pub(super) parts: Vec<Rc<Drawn>>,
    /// While an element `as_one` is made: what its one effect is to do.
    pub(super) together: Option<Vec<Box<dyn FnMut()>>>,
}

impl Drop for Content {
    fn drop(&mut self) {
        self.effects.drain(..).for_each(end);
        for part in self.parts.drain(..) {
            let inside = part.content.take();
            drop(inside);
        }
    }
}

/// Ends an effect. What it follows may be there as long as the page: it would keep a trace of everybody who followed it once
/// until it changes, and some of it never does.
pub fn end(effect: RenderEffect<()>) {
    let follower = effect.to_any_subscriber();
    follower.clear_sources(&follower);
    drop(effect);
}

/// An outermost node of a view, or a dynamic part there.
#[derive(Clone)]
pub(super) enum Top {
    Node(Node),
    Dynamic(Rc<Drawn>),
}

impl Top {
    /// Adds the nodes of these, in order.
    pub(super) fn nodes(tops: &[Self], nodes: &mut Vec<Node>) {
        for top in tops {
            match top {
                Self::Node(node) => nodes.push(node.clone()),
                Self::Dynamic(part) => {
                    Self::nodes(&part.content.borrow().tops, nodes);
                    nodes.extend(part.end.get().cloned());
                }
            }
        }
    }
}

/// A dynamic part: its nodes, and the comment that marks its end.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) content: RefCell<Content>,
    pub(super) end: OnceCell<Node>,
}
