//! A view in the browser: its nodes are made once, or taken over ([`super::place`]), and kept up to date by effects
//! ([`super::content`]), each for one attribute ([`super::attribute`]), text or part.

use super::attribute::{Switch, has_id, says, set};
pub use super::content::end;
use super::content::{Content, Drawn, Top};
use super::place::{Host, Place};
use super::{Attribute, BoolFn, Dynamic, Element, SVG, TextFn, View};
use leptos::prelude::*;
use leptos::tachys::renderer::types::{Element as DomElement, Node};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::{Mountable, Render};
use std::cell::{Cell, OnceCell};
use std::mem;
use std::rc::Rc;
use std::slice;

/// The attribute of a field in which an input method composes.
const COMPOSING: &str = "data-composing";

/// A view before it is mounted, then its nodes and effects.
#[derive(Default)]
pub struct Mounted {
    view: View,
    content: Content,
}

/// A dynamic part with its place.
struct Seat {
    place: Place,
    part: Rc<Drawn>,
}

impl Seat {
    /// Draws the part and removes what was drawn of it before.
    fn draw(&mut self, view: impl FnOnce() -> View) {
        let mut new = Content::default();
        let Self { place, part } = self;
        if let Some(end) = part.end.get() {
            let view = view();
            let mut old = Vec::new();
            Top::nodes(&part.content.borrow().tops, &mut old);
            old.push(end.clone());
            place.host.keep(&old);
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
    /// Adds a view after those added before.
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
                    place.host.keep(slice::from_ref(node));
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
        // Signals and effects made in the part must outlast runs of the effect that do not draw it again.
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

    /// Adds a dynamic part that is not drawn yet.
    fn seat(&mut self, place: &Place) -> Seat {
        let part = Rc::new(Drawn::default());
        self.tops.push(Top::Dynamic(part.clone()));
        self.parts.push(part.clone());
        Seat { place: place.clone(), part }
    }

    /// Adds an element that one effect keeps up to date: it follows every signal that is read while the element is made.
    fn add_as_one(&mut self, place: &Place, element: Box<Element>) {
        let made = Rc::new(Cell::new(Self::default()));
        // Signals and effects made in the element must outlast the runs of the effect.
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
        let found = place.host.take(&|node| {
            DomElement::cast_from(node.clone())
                .is_some_and(|there| there.local_name() == tag && has_id(&there, &attributes))
        });
        let found = found.and_then(DomElement::cast_from);
        let stands = found.is_some();
        let node = found.unwrap_or_else(|| match tag.strip_prefix(SVG) {
            Some(tag) => Rndr::create_element(tag, Some("http://www.w3.org/2000/svg")),
            None => Rndr::create_element(tag, None),
        });
        let standing = if stands { node.first_child() } else { None };
        // Children first: the value of a select can only be set once its options exist.
        if !children.is_empty() || standing.is_some() {
            self.fill(Host::new(node.clone().into(), standing), children);
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
    fn fill(&mut self, host: Rc<Host>, children: Vec<View>) {
        let around = mem::take(&mut self.tops);
        let follows = children.iter().any(View::follows);
        let inside = Place { host, before: None };
        for child in children {
            self.add(&inside, child);
        }
        inside.host.drop_until(None);
        let tops = mem::replace(&mut self.tops, around);
        if follows {
            let _ = inside.host.tops.set(tops);
        }
    }

    /// Gives an element an attribute; an element that `stands` in the page already may have it.
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

    /// Sets the attribute with this name, or the value of a field if there is no name, now and whenever the text changes;
    /// `before` is the text that is shown already, if any. A field in which an input method composes keeps what is in it, and is left what
    /// it would say (`browser/typing.rs`).
    fn follow_text(&mut self, node: &DomElement, name: Option<&'static str>, text: TextFn, mut before: Option<String>) {
        let node = node.clone();
        self.follow(Box::new(move || {
            let now = text();
            if before.as_ref() != Some(&now) {
                match name {
                    Some(name) => set(&node, name, &now),
                    None if node.has_attribute(COMPOSING) => set(&node, COMPOSING, &now),
                    None => Rndr::set_property(&node, "value", &now.as_str().into()),
                }
                before = Some(now);
            }
        }));
    }

    /// Turns a switch of an element on or off, now and whenever `on` changes.
    fn follow_switch(&mut self, node: &DomElement, switch: Switch, on: BoolFn, mut before: Option<bool>) {
        let node = node.clone();
        self.follow(Box::new(move || {
            let now = on();
            if before.replace(now) != Some(now) {
                switch.turn(&node, now);
            }
        }));
    }

    /// Runs a function now, and again whenever a signal that it reads changes.
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

impl Render for View {
    type State = Mounted;

    /// Makes no nodes yet: they are made or taken over where the view is mounted.
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
        let place = Place { host: Host::new(parent.clone().into(), standing), before: marker.cloned() };
        self.content.add(&place, mem::take(&mut self.view));
        place.host.drop_until(None);
        let _ = place.host.tops.set(self.content.tops.clone());
    }

    /// Leptos calls this when a view is replaced by another, which never happens to a mounted view here.
    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}
