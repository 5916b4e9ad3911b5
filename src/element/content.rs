//! The nodes of a view in the page, and the effects that keep them up to date.
//!
//! Removal. A view that is removed drops its effects at once, because the signals that they read are removed with it, and
//! none of the effects may run again. The function of an effect lives on in the executor for a moment, and with it the part
//! that it draws; therefore a [`Content`] knows all parts in it and empties them itself.

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::renderer::RemoveEventHandler;
use leptos::tachys::renderer::types::{Element as DomElement, Node};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The nodes of a view, and what keeps them up to date.
#[derive(Default)]
pub(super) struct Content {
    /// The outermost nodes and parts, in order.
    pub(super) tops: Vec<Top>,
    /// The effects that keep the view up to date.
    pub(super) effects: Vec<RenderEffect<()>>,
    /// The listeners of the view, which are removed when they are dropped.
    pub(super) listeners: Vec<RemoveEventHandler<DomElement>>,
    /// All dynamic parts in the view, at any depth.
    pub(super) parts: Vec<Rc<Drawn>>,
    /// While an element with `as_one` is made: the functions that its one effect is to run.
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

/// Ends an effect. A signal that it follows may last as long as the page, and would keep a trace of every effect that ever
/// followed it until it changes; some signals never change.
pub fn end(effect: RenderEffect<()>) {
    let follower = effect.to_any_subscriber();
    follower.clear_sources(&follower);
    drop(effect);
}

/// An outermost node of a view, or a dynamic part in that place.
#[derive(Clone)]
pub(super) enum Top {
    Node(Node),
    Dynamic(Rc<Drawn>),
}

impl Top {
    /// Adds the nodes of these to a list, in order.
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
