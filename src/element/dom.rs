//! Views in the browser: made once, then kept true to the state by effects, each of which touches one thing.
//!
//! A view that is taken away takes its effects along at once: what they read is gone with it, so none of them may run
//! once more. An effect's own function lives on in the executor for a moment, and with it the part that it draws;
//! that is why a [`Shown`] knows all parts in it and empties them itself.

use super::{Attribute, Element, Is, Part, Says, View};
use leptos::prelude::*;
use leptos::tachys::renderer::types::{Element as DomElement, Node, Placeholder};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr};
use leptos::tachys::view::{Mountable, Render};
use std::cell::RefCell;
use std::rc::Rc;

/// A view that is shown.
#[derive(Default)]
pub struct Shown {
    /// What stands side by side at its top, in order.
    tops: Vec<Top>,
    /// What keeps it true to the state.
    effects: Vec<RenderEffect<()>>,
    /// What is called on events, as long as it is shown.
    listeners: Vec<RemoveEventHandler<DomElement>>,
    /// The parts in it, however deep.
    parts: Vec<Rc<RefCell<Shown>>>,
    /// Inside of an element that one effect keeps true: what that effect is to do.
    together: Option<Vec<Box<dyn FnMut()>>>,
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.effects.clear();
        for part in self.parts.drain(..) {
            let inside = part.take();
            drop(inside);
        }
    }
}

/// One thing at the top of a view.
enum Top {
    Node(Node),
    /// A part that is drawn again, and the mark behind it.
    Part(Rc<RefCell<Shown>>, Placeholder),
}

impl Shown {
    /// Takes it out of the page.
    fn remove(&self) {
        for top in &self.tops {
            match top {
                Top::Node(node) => Rndr::remove(node),
                Top::Part(part, end) => {
                    part.borrow().remove();
                    Rndr::remove(end);
                }
            }
        }
    }

    /// Puts it into the page, before `marker` or as the last child.
    fn insert(&self, parent: &DomElement, marker: Option<&Node>) {
        for top in &self.tops {
            match top {
                Top::Node(node) => Rndr::insert_node(parent, node, marker),
                Top::Part(part, end) => {
                    part.borrow().insert(parent, marker);
                    Rndr::insert_node(parent, end, marker);
                }
            }
        }
    }

    /// Makes a view beside what is there.
    fn add(&mut self, view: View) {
        match view {
            View::Nothing => {}
            View::Text(text) => self.tops.push(Top::Node(Rndr::create_text_node(&text).into())),
            View::Says(text) => {
                let node = Rndr::create_text_node("");
                self.tops.push(Top::Node(node.clone().into()));
                self.follow_text(text, Box::new(move |text| Rndr::set_text(&node, text)));
            }
            View::Element(element) => {
                let element = self.make(*element);
                self.tops.push(Top::Node(element.into()));
            }
            View::Part(draw) => self.add_part(draw),
            View::Keyed(key, draw) => self.add_keyed(key, draw),
            View::All(views) => views.into_iter().for_each(|view| self.add(view)),
        }
    }

    fn add_part(&mut self, mut draw: Part) {
        let (shown, end) = self.make_room();
        self.follow(Box::new(move || {
            let mut new = Self::default();
            new.add(draw());
            replace(&shown, &end, new);
        }));
    }

    fn add_keyed(&mut self, key: Says, mut draw: Part) {
        let (shown, end) = self.make_room();
        // What is made in it must outlast the runs of the effect that do not draw it again.
        let around = Owner::current().unwrap_or_default();
        let mut drawn: Option<(String, Owner)> = None;
        self.follow(Box::new(move || {
            let now = key();
            if drawn.as_ref().is_some_and(|(before, _)| *before == now) {
                return;
            }
            let own = around.with(Owner::new);
            let mut new = Self::default();
            own.with(|| untrack(|| new.add(draw())));
            replace(&shown, &end, new);
            if let Some((_, before)) = drawn.replace((now, own)) {
                before.cleanup();
            }
        }));
    }

    /// Makes room for a part: what is shown of it, and the mark behind it.
    fn make_room(&mut self) -> (Rc<RefCell<Self>>, Placeholder) {
        let end = Rndr::create_placeholder();
        let shown = Rc::new(RefCell::new(Self::default()));
        self.tops.push(Top::Part(shown.clone(), end.clone()));
        self.parts.push(shown.clone());
        (shown, end)
    }

    fn make(&mut self, element: Element) -> DomElement {
        let Element { tag, attributes, children, as_one } = element;
        let node = Rndr::create_element(tag, None);
        let begins = as_one && self.together.is_none();
        if begins {
            self.together = Some(Vec::new());
        }
        // Children first: what is chosen in a list can only be set once its entries are there.
        let mut inside = Self::default();
        inside.together = self.together.take();
        for child in children {
            inside.add(child);
        }
        inside.insert(&node, None);
        self.together = inside.together.take();
        self.effects.append(&mut inside.effects);
        self.listeners.append(&mut inside.listeners);
        self.parts.append(&mut inside.parts);
        for attribute in attributes {
            self.carry(&node, attribute);
        }
        if begins {
            let mut all = self.together.take().unwrap_or_default();
            self.follow(Box::new(move || all.iter_mut().for_each(|show| show())));
        }
        node
    }

    fn carry(&mut self, node: &DomElement, attribute: Attribute) {
        let node = node.clone();
        match attribute {
            Attribute::Fixed(name, value) => set(&node, name, &value),
            Attribute::Live(name, value) => {
                self.follow_text(value, Box::new(move |value| set(&node, name, value)));
            }
            Attribute::Value(value) => {
                self.follow_text(value, Box::new(move |value| Rndr::set_property(&node, "value", &value.into())));
            }
            Attribute::Checked(on) => {
                self.follow_switch(on, Box::new(move |on| Rndr::set_property(&node, "checked", &on.into())));
            }
            Attribute::Flag(name, on) => self.follow_switch(
                on,
                Box::new(move |on| {
                    if on {
                        Rndr::set_attribute(&node, name, "");
                    } else {
                        Rndr::remove_attribute(&node, name);
                    }
                }),
            ),
            Attribute::Class(name, on) => {
                let classes = Rndr::class_list(&node);
                self.follow_switch(
                    on,
                    Box::new(move |on| {
                        if on {
                            Rndr::add_class(&classes, name);
                        } else {
                            Rndr::remove_class(&classes, name);
                        }
                    }),
                );
            }
            Attribute::On(name, mut act) => {
                // What is done finds the context in which the view was made.
                let owner = Owner::current().unwrap_or_default();
                let act = Box::new(move |event| owner.with(|| act(event)));
                self.listeners.push(Rndr::add_event_listener(&node, name, act));
            }
        }
    }

    fn follow_text(&mut self, text: Says, show: Box<dyn Fn(&str)>) {
        let mut before = None;
        self.follow(Box::new(move || {
            let now = text();
            if before.as_ref() != Some(&now) {
                show(&now);
                before = Some(now);
            }
        }));
    }

    fn follow_switch(&mut self, on: Is, show: Box<dyn Fn(bool)>) {
        let mut before = None;
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
            Some(all) => all.push(show),
            None => self.effects.push(RenderEffect::new(move |_| show())),
        }
    }
}

/// Sets an attribute. The page's security policy lets no styles be written as text; so one declaration is set as what it is.
fn set(node: &DomElement, name: &'static str, value: &str) {
    if name != "style" {
        Rndr::set_attribute(node, name, value);
    } else if let Some((property, value)) = value.split_once(':') {
        Rndr::set_css_property(&Rndr::style(node), property, value);
    }
}

/// Shows a part that was drawn anew in the place of what was there.
fn replace(shown: &RefCell<Shown>, end: &Placeholder, new: Shown) {
    // The first time it is not in the page yet, and is put there with all around it.
    if let Some(parent) = Rndr::get_parent(end) {
        shown.borrow().remove();
        new.insert(&parent_element(parent), Some(end));
    }
    let old = shown.replace(new);
    drop(old);
}

/// What a node stands in is an element everywhere but at the top of a document, where no part is.
fn parent_element(parent: Node) -> DomElement {
    DomElement::cast_from(parent).unwrap_or_else(|| Rndr::create_element("div", None))
}

impl Render for View {
    type State = Shown;

    fn build(self) -> Shown {
        let mut shown = Shown::default();
        shown.add(self);
        shown
    }

    fn rebuild(self, shown: &mut Shown) {
        // Only parts are drawn again, and they see to themselves.
        *shown = self.build();
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.remove();
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&Node>) {
        self.insert(parent, marker);
    }

    /// Nothing is ever put before the page.
    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}
