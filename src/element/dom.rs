//! Views in the browser: made once, then kept true to the state by effects, each of which touches one thing.
//!
//! A view is put into its place node by node, and what stands there already is taken and not made again: so the program takes
//! over the list that was drawn into the page when the site was built, and the focus, the caret and what is selected stay
//! where they are. Nothing is taken on trust. What says something else is written, what is missing is made, and what is no
//! part of the view goes.
//!
//! Others have their hands on the page, too: translators put elements of their own into the place of texts, extensions add
//! and remove nodes. So before a text or a part is drawn again it is looked whether it still stands where it was put
//! ([`Room::keep`]).
//!
//! A view that is taken away takes its effects along at once: what they read is gone with it, so none of them may run
//! once more. An effect's own function lives on in the executor for a moment, and with it the part that it draws;
//! that is why a [`Content`] knows all parts in it and empties them itself.

use super::{Attribute, Element, Is, Part, Says, View};
use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::renderer::types::{Element as DomElement, Node, Text};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Render};
use std::cell::{Cell, OnceCell, RefCell};
use std::mem;
use std::rc::Rc;
use std::slice;

/// A view, and once it is mounted all that is shown of it.
#[derive(Default)]
pub struct Shown {
    view: View,
    content: Content,
}

/// What is shown of a view.
#[derive(Default)]
struct Content {
    /// What stands side by side at its top, in order.
    tops: Vec<Top>,
    /// What keeps it true to the state.
    effects: Vec<RenderEffect<()>>,
    /// What is called on events, as long as it is shown.
    listeners: Vec<RemoveEventHandler<DomElement>>,
    /// The parts in it, however deep.
    parts: Vec<Rc<Drawn>>,
    /// Inside of an element that one effect keeps true: what that effect is to do.
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

/// One thing at the top of a view.
#[derive(Clone)]
enum Top {
    Node(Node),
    Part(Rc<Drawn>),
}

impl Top {
    fn nodes(tops: &[Self], nodes: &mut Vec<Node>) {
        for top in tops {
            match top {
                Self::Node(node) => nodes.push(node.clone()),
                Self::Part(part) => {
                    Self::nodes(&part.content.borrow().tops, nodes);
                    nodes.extend(part.end.get().cloned());
                }
            }
        }
    }
}

/// A part that is drawn again: what is shown of it, and the mark behind it.
#[derive(Default)]
struct Drawn {
    content: RefCell<Content>,
    end: OnceCell<Node>,
}

/// An element as that in which a view is put.
struct Room {
    element: Node,
    /// What stood in it before, from here on, and is not taken yet.
    standing: RefCell<Option<Node>>,
    /// What was put into it, where any of that may be drawn again.
    tops: OnceCell<Vec<Top>>,
}

const TEXT: u16 = 3;
const COMMENT: u16 = 8;

impl Room {
    fn new(element: Node, standing: Option<Node>) -> Rc<Self> {
        Rc::new(Self { element, standing: RefCell::new(standing), tops: OnceCell::new() })
    }

    /// Takes what stands next if it fits, or what fits after it and before the end of the part; what is passed over is none
    /// of the view's and goes.
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

    /// Removes what stands before this node and was not taken, or all of it.
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

    /// Puts everything back to where it was put once if one of these nodes is not there any more, and removes what took its
    /// place.
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

/// Where in an element a view is put: before what stands there and is not taken yet, or else before this node.
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

    /// A text of these words.
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

    /// The mark behind a part.
    fn mark(&self) -> Node {
        // What stands before it is none of the part's.
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

/// Where a part is drawn.
struct Seat {
    place: Place,
    part: Rc<Drawn>,
}

impl Seat {
    /// Draws the part in the place of what was there.
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
    /// Shows a view beside what is there.
    fn add(&mut self, place: &Place, view: View) {
        match view {
            View::Nothing => {}
            View::Text(text) => self.tops.push(Top::Node(place.text(&text))),
            View::Says(text) => self.add_says(place, text),
            View::Element(element) if element.as_one && self.together.is_none() => self.add_as_one(place, element),
            View::Element(element) => self.add_element(place, *element),
            View::Part(draw) => self.add_part(place, draw),
            View::Keyed(key, draw) => self.add_keyed(place, key, draw),
            View::All(views) => views.into_iter().for_each(|view| self.add(place, view)),
        }
    }

    fn add_says(&mut self, place: &Place, text: Says) {
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

    fn add_part(&mut self, place: &Place, mut draw: Part) {
        let mut seat = self.seat(place);
        self.follow(Box::new(move || seat.draw(&mut draw)));
    }

    fn add_keyed(&mut self, place: &Place, key: Says, mut draw: Part) {
        let mut seat = self.seat(place);
        // What is made in it must outlast the runs of the effect that do not draw it again.
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

    /// Makes room for a part.
    fn seat(&mut self, place: &Place) -> Seat {
        let part = Rc::new(Drawn::default());
        self.tops.push(Top::Part(part.clone()));
        self.parts.push(part.clone());
        Seat { place: place.clone(), part }
    }

    /// Shows an element that one effect keeps true: it follows whatever is read while it is made.
    fn add_as_one(&mut self, place: &Place, element: Box<Element>) {
        let made = Rc::new(Cell::new(Self::default()));
        // What is made in it must outlast the runs of the effect.
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

    /// Puts all that is in an element into it.
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

    /// Lets an element carry an attribute; one that `stands` there already may do so.
    fn carry(&mut self, node: &DomElement, stands: bool, attribute: Attribute) {
        match attribute {
            Attribute::Fixed(name, value) => {
                if !stands || !says(node, name, &value) {
                    set(node, name, &value);
                }
            }
            Attribute::Live(name, value) => {
                let before = if stands { node.get_attribute(name) } else { None };
                let node = node.clone();
                self.follow_text(value, before, Box::new(move |value| set(&node, name, value)));
            }
            Attribute::Value(value) => {
                let node = node.clone();
                self.follow_text(value, None, Box::new(move |value| Rndr::set_property(&node, "value", &value.into())));
            }
            Attribute::Checked(on) => {
                let node = node.clone();
                self.follow_switch(on, None, Box::new(move |on| Rndr::set_property(&node, "checked", &on.into())));
            }
            Attribute::Flag(name, on) => {
                let before = stands && node.has_attribute(name);
                let node = node.clone();
                let show = move |on| {
                    if on {
                        Rndr::set_attribute(&node, name, "");
                    } else {
                        Rndr::remove_attribute(&node, name);
                    }
                };
                self.follow_switch(on, Some(before), Box::new(show));
            }
            Attribute::Class(name, on) => {
                let before = stands && Rndr::class_list(node).contains(name);
                let node = node.clone();
                let show = move |on| {
                    let classes = Rndr::class_list(&node);
                    if on {
                        Rndr::add_class(&classes, name);
                    } else {
                        Rndr::remove_class(&classes, name);
                    }
                };
                self.follow_switch(on, Some(before), Box::new(show));
            }
            Attribute::On(name, mut act) => {
                // What is done finds the context in which the view was made.
                let owner = Owner::current().unwrap_or_default();
                let act = Box::new(move |event| owner.with(|| act(event)));
                self.listeners.push(Rndr::add_event_listener(node, name, act));
            }
        }
    }

    /// Shows a text now, and whenever it is another; `before` is what is shown of it already.
    fn follow_text(&mut self, text: Says, mut before: Option<String>, show: Box<dyn Fn(&str)>) {
        self.follow(Box::new(move || {
            let now = text();
            if before.as_ref() != Some(&now) {
                show(&now);
                before = Some(now);
            }
        }));
    }

    /// The same for a switch.
    fn follow_switch(&mut self, on: Is, mut before: Option<bool>, show: Box<dyn Fn(bool)>) {
        self.follow(Box::new(move || {
            let now = on();
            if before.replace(now) != Some(now) {
                show(now);
            }
        }));
    }

    /// Does this now, and again whenever what it reads changes.
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

/// Whether an element is the one of this id, where there is one among the attributes.
fn has_id(node: &DomElement, attributes: &[Attribute]) -> bool {
    attributes.iter().all(|attribute| !matches!(attribute, Attribute::Fixed("id", id) if node.id() != *id))
}

/// Whether an attribute says this. Classes that come and go stand after those that stay.
fn says(node: &DomElement, name: &str, value: &str) -> bool {
    node.get_attribute(name).is_some_and(|there| {
        let more = there.strip_prefix(value);
        more == Some("") || (name == "class" && more.is_some_and(|more| more.starts_with(' ')))
    })
}

/// Sets an attribute. The page's security policy lets no styles be written as text; so one declaration is set as what it is.
fn set(node: &DomElement, name: &'static str, value: &str) {
    if name != "style" {
        Rndr::set_attribute(node, name, value);
    } else if let Some((property, value)) = value.split_once(':') {
        Rndr::set_css_property(&Rndr::style(node), property, value);
    }
}

impl Render for View {
    type State = Shown;

    /// It is made where it is mounted.
    fn build(self) -> Shown {
        Shown { view: self, content: Content::default() }
    }

    fn rebuild(self, _: &mut Shown) {
        // Only parts are drawn again, and they see to themselves.
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        let mut nodes = Vec::new();
        Top::nodes(&self.content.tops, &mut nodes);
        nodes.iter().for_each(Rndr::remove);
    }

    /// Takes what stands in the element, if it is to fill it.
    fn mount(&mut self, parent: &DomElement, marker: Option<&Node>) {
        let standing = if marker.is_none() { parent.first_child() } else { None };
        let place = Place { room: Room::new(parent.clone().into(), standing), before: marker.cloned() };
        self.content.add(&place, mem::take(&mut self.view));
        place.room.drop_until(None);
        let _ = place.room.tops.set(self.content.tops.clone());
    }

    /// Nothing is ever put before the page.
    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}
