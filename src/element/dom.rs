//! A view in the browser: its nodes are made once, and effects keep them up to date, each of them one attribute, text or part.
//!
//! Taking over. A view is put into its place node by node, and a node that stands there already and fits is used. So the program
//! takes over the list that was drawn into the page when the site was built, and the focus, the caret and the selection stay
//! where they are. Every node is compared: an attribute or text that differs is written, a missing node is made, and a node that
//! is no part of the view is removed. ([`Room::take`], [`Place::text`], [`Place::mark`].)
//!
//! Other hands. Translators replace texts by elements of their own, and extensions add and remove nodes. So before a text or a
//! part is drawn again, [`Room::keep`] looks whether its nodes stand where they were put, and puts them back if not.
//!
//! Taking away. A view that is taken away drops its effects at once, because the signals that they read go with it and none of
//! them may run once more. The function of an effect lives on in the executor for a moment, and with it the part that it draws;
//! that is why a [`Content`] knows all parts in it and empties them itself.

use super::{Attribute, BoolFn, Dynamic, Element, TextFn, View};
use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::renderer::types::{Element as DomElement, Node, Text};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Render};
use std::cell::{Cell, OnceCell, RefCell};
use std::mem;
use std::rc::Rc;
use std::slice;

/// A view before it is mounted, and its nodes and effects from then on.
#[derive(Default)]
pub struct Mounted {
    view: View,
    content: Content,
}

/// The nodes of a view, and what keeps them up to date.
#[derive(Default)]
struct Content {
    /// Its outermost nodes and parts, in order.
    tops: Vec<Top>,
    /// The effects that keep it up to date.
    effects: Vec<RenderEffect<()>>,
    /// Its listeners, which are removed when they are dropped.
    listeners: Vec<RemoveEventHandler<DomElement>>,
    /// All dynamic parts in it, however deep.
    parts: Vec<Rc<Drawn>>,
    /// While an element `as_one` is made: what its one effect is to do.
    together: Option<Vec<Box<dyn FnMut()>>>,
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
enum Top {
    Node(Node),
    Dynamic(Rc<Drawn>),
}

impl Top {
    fn nodes(tops: &[Self], nodes: &mut Vec<Node>) {
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
struct Drawn {
    content: RefCell<Content>,
    end: OnceCell<Node>,
}

/// An element that a view is put into.
struct Room {
    element: Node,
    /// The first node that stood in it before and is not taken over yet; all after it are not, either.
    standing: RefCell<Option<Node>>,
    /// What was put into it, if any of that may change later: [`Room::keep`] needs it.
    tops: OnceCell<Vec<Top>>,
}

const TEXT: u16 = 3;
const COMMENT: u16 = 8;

impl Room {
    fn new(element: Node, standing: Option<Node>) -> Rc<Self> {
        Rc::new(Self { element, standing: RefCell::new(standing), tops: OnceCell::new() })
    }

    /// Takes over the next node that fits, as long as it comes before the end of the part. The nodes that are passed over are no
    /// part of the view and are removed.
    fn take(&self, fits: &dyn Fn(&Node) -> bool) -> Option<Node> {
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
    fn drop_until(&self, end: Option<&Node>) {
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
    fn keep(&self, nodes: &[Node]) {
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
struct Place {
    room: Rc<Room>,
    before: Option<Node>,
}

impl Place {
    fn put(&self, node: &Node) {
        let standing = self.room.standing.borrow();
        let _ = self.room.element.insert_before(node, standing.as_ref().or(self.before.as_ref()));
    }

    /// A text node with these words, taken over or made.
    fn text(&self, words: &str) -> Node {
        // Texts side by side were read by the browser as one, and empty ones as none.
        let found = if words.is_empty() { None } else { self.room.standing.borrow().clone() };
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
        self.room.standing.replace(text.next_sibling());
        text
    }

    /// The comment that marks the end of a part, taken over or made.
    fn mark(&self) -> Node {
        // Nodes before it are no part of the view.
        let mut at = self.room.standing.borrow().clone();
        while let Some(node) = at.take_if(|node| node.node_type() != COMMENT) {
            at = node.next_sibling();
        }
        at.and_then(|mark| self.room.take(&|node| *node == mark)).unwrap_or_else(|| {
            let mark = Rndr::create_placeholder().into();
            self.put(&mark);
            mark
        })
    }
}

/// A dynamic part and its place.
struct Seat {
    place: Place,
    part: Rc<Drawn>,
}

impl Seat {
    /// Draws the part, and removes what was drawn of it before.
    fn draw(&mut self, view: impl FnOnce() -> View) {
        let mut new = Content::default();
        let Self { place, part } = self;
        if let Some(end) = part.end.get() {
            let view = view();
            let mut old = Vec::new();
            Top::nodes(&part.content.borrow().tops, &mut old);
            old.push(end.clone());
            place.room.keep(&old);
            old.pop();
            old.iter().for_each(Rndr::remove);
            new.add(place, view);
        } else {
            new.add(place, view());
            let end = part.end.get_or_init(|| place.mark());
            place.before = Some(end.clone());
        }
        let old = part.content.replace(new);
        drop(old);
    }
}

impl Content {
    /// Adds a view after what was added before.
    fn add(&mut self, place: &Place, view: View) {
        match view {
            View::Nothing => {}
            View::Text(text) => self.tops.push(Top::Node(place.text(&text))),
            View::LiveText(text) => self.add_says(place, text),
            View::Element(element) if element.as_one && self.together.is_none() => self.add_as_one(place, element),
            View::Element(element) => self.add_element(place, *element),
            View::Dynamic(draw) => self.add_part(place, draw),
            View::Keyed(key, draw) => self.add_keyed(place, key, draw),
            View::All(views) => views.into_iter().for_each(|view| self.add(place, view)),
        }
    }

    fn add_says(&mut self, place: &Place, text: TextFn) {
        let made = Rc::new(OnceCell::<Node>::new());
        let (place, node, mut before) = (place.clone(), made.clone(), String::new());
        self.follow(Box::new(move || {
            let now = text();
            match node.get() {
                None => _ = node.set(place.text(&now)),
                Some(node) if before != now => {
                    place.room.keep(slice::from_ref(node));
                    node.set_node_value(Some(&now));
                }
                Some(_) => {}
            }
            before = now;
        }));
        self.tops.extend(made.get().cloned().map(Top::Node));
    }

    fn add_part(&mut self, place: &Place, mut draw: Dynamic) {
        let mut seat = self.seat(place);
        self.follow(Box::new(move || seat.draw(&mut draw)));
    }

    fn add_keyed(&mut self, place: &Place, key: TextFn, mut draw: Dynamic) {
        let mut seat = self.seat(place);
        // Signals and effects made in it must outlast those runs of the effect that do not draw it again.
        let around = Owner::current().unwrap_or_default();
        let mut drawn: Option<(String, Owner)> = None;
        self.follow(Box::new(move || {
            let now = key();
            if drawn.as_ref().is_some_and(|(before, _)| *before == now) {
                return;
            }
            let own = around.with(Owner::new);
            own.with(|| untrack(|| seat.draw(&mut draw)));
            if let Some((_, before)) = drawn.replace((now, own)) {
                before.cleanup();
            }
        }));
    }

    /// Adds a dynamic part, not drawn yet.
    fn seat(&mut self, place: &Place) -> Seat {
        let part = Rc::new(Drawn::default());
        self.tops.push(Top::Dynamic(part.clone()));
        self.parts.push(part.clone());
        Seat { place: place.clone(), part }
    }

    /// Adds an element that one effect keeps up to date: the effect follows every signal that is read while it is made.
    fn add_as_one(&mut self, place: &Place, element: Box<Element>) {
        let made = Rc::new(Cell::new(Self::default()));
        // Signals and effects made in it must outlast the runs of the effect.
        let around = Owner::current().unwrap_or_default();
        let mut first = Some((place.clone(), element, made.clone()));
        let mut all = Vec::new();
        self.effects.push(RenderEffect::new(move |_| {
            let Some((place, element, made)) = first.take() else {
                return all.iter_mut().for_each(|show: &mut Box<dyn FnMut()>| show());
            };
            let mut content = made.take();
            content.together = Some(Vec::new());
            around.with(|| content.add_element(&place, *element));
            all = content.together.take().unwrap_or_default();
            made.set(content);
        }));
        let mut made = made.take();
        self.tops.append(&mut made.tops);
        self.effects.append(&mut made.effects);
        self.listeners.append(&mut made.listeners);
        self.parts.append(&mut made.parts);
    }

    fn add_element(&mut self, place: &Place, element: Element) {
        let Element { tag, attributes, children, .. } = element;
        let found = place.room.take(&|node| {
            DomElement::cast_from(node.clone())
                .is_some_and(|there| there.local_name() == tag && has_id(&there, &attributes))
        });
        let found = found.and_then(DomElement::cast_from);
        let stands = found.is_some();
        let node = found.unwrap_or_else(|| Rndr::create_element(tag, None));
        let standing = if stands { node.first_child() } else { None };
        // Children first: what is chosen in a list can only be set once its entries are there.
        if !children.is_empty() || standing.is_some() {
            self.fill(Room::new(node.clone().into(), standing), children);
        }
        for attribute in attributes {
            self.carry(&node, stands, attribute);
        }
        if !stands {
            place.put(&node);
        }
        self.tops.push(Top::Node(node.into()));
    }

    /// Puts the children of an element into it.
    fn fill(&mut self, room: Rc<Room>, children: Vec<View>) {
        let around = mem::take(&mut self.tops);
        let follows = children.iter().any(View::follows);
        let inside = Place { room, before: None };
        for child in children {
            self.add(&inside, child);
        }
        inside.room.drop_until(None);
        let tops = mem::replace(&mut self.tops, around);
        if follows {
            let _ = inside.room.tops.set(tops);
        }
    }

    /// Gives an element an attribute; one that `stands` in the page already may have it.
    fn carry(&mut self, node: &DomElement, stands: bool, attribute: Attribute) {
        match attribute {
            Attribute::Fixed(name, value) => {
                if !stands || !says(node, name, &value) {
                    set(node, name, &value);
                }
            }
            Attribute::Live(name, value) => {
                let before = if stands { node.get_attribute(name) } else { None };
                self.follow_text(node, Some(name), value, before);
            }
            Attribute::Value(value) => self.follow_text(node, None, value, None),
            Attribute::Checked(on) => self.follow_switch(node, Switch::Checked, on, None),
            Attribute::Flag(name, on) => {
                let before = stands && node.has_attribute(name);
                self.follow_switch(node, Switch::Flag(name), on, Some(before));
            }
            Attribute::Class(name, on) => {
                let before = stands && Rndr::class_list(node).contains(name);
                self.follow_switch(node, Switch::Class(name), on, Some(before));
            }
            Attribute::On(name, mut act) => {
                // The listener runs in the context in which the view was made.
                let owner = Owner::current().unwrap_or_default();
                let act = Box::new(move |event| owner.with(|| act(event)));
                self.listeners.push(Rndr::add_event_listener(node, name, act));
            }
        }
    }

    /// Sets the attribute of this name, or the value of a field where there is no name, now and again whenever the text changes;
    /// `before` is the text that is shown already, if one is.
    fn follow_text(&mut self, node: &DomElement, name: Option<&'static str>, text: TextFn, mut before: Option<String>) {
        let node = node.clone();
        self.follow(Box::new(move || {
            let now = text();
            if before.as_ref() != Some(&now) {
                match name {
                    Some(name) => set(&node, name, &now),
                    None => Rndr::set_property(&node, "value", &now.as_str().into()),
                }
                before = Some(now);
            }
        }));
    }

    /// Turns a switch of an element on or off, now and again whenever `on` changes.
    fn follow_switch(&mut self, node: &DomElement, switch: Switch, on: BoolFn, mut before: Option<bool>) {
        let node = node.clone();
        self.follow(Box::new(move || {
            let now = on();
            if before.replace(now) != Some(now) {
                switch.turn(&node, now);
            }
        }));
    }

    /// Runs this now, and again whenever a signal that it reads changes.
    fn follow(&mut self, mut show: Box<dyn FnMut()>) {
        match &mut self.together {
            Some(all) => {
                show();
                all.push(show);
            }
            None => self.effects.push(RenderEffect::new(move |_| show())),
        }
    }
}

/// Something of an element that is on or off.
#[derive(Clone, Copy)]
enum Switch {
    /// An attribute without a value.
    Flag(&'static str),
    Class(&'static str),
    /// The state of a checkbox or radio button.
    Checked,
}

impl Switch {
    fn turn(self, node: &DomElement, on: bool) {
        match (self, on) {
            (Self::Flag(name), true) => Rndr::set_attribute(node, name, ""),
            (Self::Flag(name), false) => Rndr::remove_attribute(node, name),
            (Self::Class(name), true) => Rndr::add_class(&Rndr::class_list(node), name),
            (Self::Class(name), false) => Rndr::remove_class(&Rndr::class_list(node), name),
            (Self::Checked, on) => Rndr::set_property(node, "checked", &on.into()),
        }
    }
}

/// Whether an element has the id that is among the attributes, if one is.
fn has_id(node: &DomElement, attributes: &[Attribute]) -> bool {
    attributes.iter().all(|attribute| !matches!(attribute, Attribute::Fixed("id", id) if node.id() != *id))
}

/// Whether an attribute has this value already. Classes that come and go stand after those that stay.
fn says(node: &DomElement, name: &str, value: &str) -> bool {
    node.get_attribute(name).is_some_and(|there| {
        let more = there.strip_prefix(value);
        more == Some("") || (name == "class" && more.is_some_and(|more| more.starts_with(' ')))
    })
}

/// Sets an attribute. The page's security policy allows no style attributes, so a style, which is one declaration, is set as a
/// property.
fn set(node: &DomElement, name: &'static str, value: &str) {
    if name != "style" {
        Rndr::set_attribute(node, name, value);
    } else if let Some((property, value)) = value.split_once(':') {
        Rndr::set_css_property(&Rndr::style(node), property, value);
    }
}

impl Render for View {
    type State = Mounted;

    /// Makes no nodes yet: they are made, or taken over, where the view is mounted.
    fn build(self) -> Mounted {
        Mounted { view: self, content: Content::default() }
    }

    fn rebuild(self, _: &mut Mounted) {
        // The page is mounted once; dynamic parts draw themselves again.
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        let mut nodes = Vec::new();
        Top::nodes(&self.content.tops, &mut nodes);
        nodes.iter().for_each(Rndr::remove);
    }

    /// Takes over the nodes of the element if the view is to fill it.
    fn mount(&mut self, parent: &DomElement, marker: Option<&Node>) {
        let standing = if marker.is_none() { parent.first_child() } else { None };
        let place = Place { room: Room::new(parent.clone().into(), standing), before: marker.cloned() };
        self.content.add(&place, mem::take(&mut self.view));
        place.room.drop_until(None);
        let _ = place.room.tops.set(self.content.tops.clone());
    }

    /// Leptos asks for this where a view is exchanged for another, which happens to no mounted view here.
    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}
