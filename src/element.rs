//! A view layer on Leptos' signals, in place of its `view!`: the elements, texts and parts that the page's views are made of.
//!
//! A [`View`] is a tree of plain values: an element is a tag, a list of attributes and a list of children, and everything
//! that follows the state is a function in it. [`dom`] puts a view into the page and keeps it up to date; it also takes over
//! the list that was drawn into the page when the site was built. [`html`] writes a view as text.
//!
//! `view!` and Leptos' builder give every element a type made of its tag, its attributes and its children, and the compiler
//! writes code to build and rebuild each of those types. docs/HOW.md says what that costs a first visit.
//!
//! ```
//! # use yaodian::element::{el, html::html};
//! let note = el("p").class("note").text("1 < 2").view();
//! assert_eq!(html(note), "<p class=\"note\">1 &lt; 2</p>");
//! ```

mod attribute;
mod content;
pub mod dom;
pub mod html;
mod place;

use leptos::ev::{Event, KeyboardEvent, PointerEvent};
use leptos::prelude::{event_target_checked, event_target_value};
use leptos::tachys::renderer::types::Event as RawEvent;
use std::rc::Rc;

/// A view: something that can be shown.
#[derive(Default)]
pub enum View {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// A text that follows the state.
    LiveText(TextFn),
    /// An element.
    Element(Box<Element>),
    /// A part that is drawn again whenever a signal that it reads changes.
    Dynamic(Dynamic),
    /// A part that is drawn again only when its key changes.
    Keyed(TextFn, Dynamic),
    /// Several views, one after the other.
    All(Vec<View>),
}

/// An element.
pub struct Element {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<View>,
    /// Whether one effect keeps all of the element up to date.
    as_one: bool,
}

/// A text that follows the state: called again whenever a signal that it reads changes. Leptos accepts signals, memos and
/// closures as texts, each with code of its own; here texts have one type.
pub type TextFn = Rc<dyn Fn() -> String>;

/// A condition that follows the state.
pub type BoolFn = Rc<dyn Fn() -> bool>;

/// An attribute of an element, or something else set on it.
enum Attribute {
    /// An attribute that never changes.
    Fixed(&'static str, String),
    /// An attribute that follows the state.
    Live(&'static str, TextFn),
    /// An attribute without a value, there while the condition holds.
    Flag(&'static str, BoolFn),
    /// A class, there while the condition holds.
    Class(&'static str, BoolFn),
    /// Whether a checkbox or radio button is checked.
    Checked(BoolFn),
    /// The value of a field.
    Value(TextFn),
    /// A listener for an event.
    On(&'static str, Box<dyn FnMut(RawEvent)>),
}

/// Draws a part of a view: called again whenever a signal that it reads changes.
pub type Dynamic = Box<dyn FnMut() -> View>;

/// An element, built up by calling methods on it.
#[must_use = "an element is nothing before it is drawn"]
pub struct El(Box<Element>);

/// What the tags of drawings begin with: `svg:rect`.
const SVG: &str = "svg:";

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Element { tag, attributes: Vec::new(), children: Vec::new(), as_one: false }))
}

/// What never changes.
impl El {
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Adds an attribute.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        self.with(Attribute::Fixed(name, value.to_owned()))
    }

    /// Adds an attribute if `on` is true.
    pub fn set_if(self, on: bool, name: &'static str, value: &str) -> Self {
        if on { self.set(name, value) } else { self }
    }

    /// Sets the classes.
    pub fn class(self, value: &str) -> Self {
        self.set("class", value)
    }

    /// Sets the id.
    pub fn id(self, value: &str) -> Self {
        self.set("id", value)
    }

    /// Adds a text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.push(View::Text(text.as_ref().to_owned()))
    }

    /// Adds a child.
    pub fn child(self, child: impl Into<View>) -> Self {
        self.push(child.into())
    }

    fn push(mut self, child: View) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds children.
    pub fn children(mut self, children: impl IntoIterator<Item = View>) -> Self {
        self.0.children.extend(children);
        self
    }
}

/// What follows the state.
impl El {
    /// Adds an attribute whose value follows the state.
    pub fn live(self, name: &'static str, value: TextFn) -> Self {
        self.with(Attribute::Live(name, value))
    }

    /// Adds an attribute without a value, there while `on` is true: `hidden`, `disabled`.
    pub fn flag(self, name: &'static str, on: BoolFn) -> Self {
        self.with(Attribute::Flag(name, on))
    }

    /// Adds a class, there while `on` is true.
    pub fn class_if(self, name: &'static str, on: BoolFn) -> Self {
        self.with(Attribute::Class(name, on))
    }

    /// Sets whether a checkbox or radio button is checked.
    pub fn checked(self, on: BoolFn) -> Self {
        self.with(Attribute::Checked(on))
    }

    /// Sets the value of a field.
    pub fn value(self, value: TextFn) -> Self {
        self.with(Attribute::Value(value))
    }

    /// Adds a text that follows the state.
    pub fn says(self, text: TextFn) -> Self {
        self.push(View::LiveText(text))
    }

    /// Lets one effect keep all of the element up to date, instead of one for each attribute and text: for an element that
    /// exists thousands of times and follows one signal. Dynamic parts in it keep effects of their own.
    pub fn as_one(mut self) -> Self {
        self.0.as_one = true;
        self
    }
}

/// Listeners.
impl El {
    /// Listens to any event of this name.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on_raw(event, act)
    }

    /// Listens to keys.
    pub fn on_key(self, act: impl FnMut(KeyboardEvent) + 'static) -> Self {
        self.on_raw("keydown", act)
    }

    /// Listens to an event of the pointer.
    pub fn on_pointer(self, event: &'static str, act: impl FnMut(PointerEvent) + 'static) -> Self {
        self.on_raw(event, act)
    }

    fn on_raw<E: From<RawEvent>>(self, event: &'static str, mut act: impl FnMut(E) + 'static) -> Self {
        self.with(Attribute::On(event, Box::new(move |raw| act(raw.into()))))
    }

    /// Listens to clicks.
    pub fn press(self, mut act: impl FnMut() + 'static) -> Self {
        self.with(Attribute::On("click", Box::new(move |_| act())))
    }

    /// Listens to a checkbox or radio button being switched.
    pub fn switch(self, mut act: impl FnMut(bool) + 'static) -> Self {
        self.on("change", move |event| act(event_target_checked(&event)))
    }

    /// Listens to another choice, or to a typed value when the field is left.
    pub fn choose(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on("change", move |event| act(event_target_value(&event)))
    }

    /// Listens to typing in a field.
    pub fn input(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on("input", move |event| act(event_target_value(&event)))
    }
}

impl View {
    /// Whether any node of the view may be changed or drawn again later.
    fn follows(&self) -> bool {
        match self {
            Self::LiveText(_) | Self::Dynamic(_) | Self::Keyed(..) => true,
            Self::All(views) => views.iter().any(Self::follows),
            Self::Nothing | Self::Text(_) | Self::Element(_) => false,
        }
    }
}

impl El {
    /// The finished element.
    pub fn view(self) -> View {
        View::Element(self.0)
    }
}

impl From<El> for View {
    fn from(element: El) -> Self {
        element.view()
    }
}

impl From<Dynamic> for View {
    fn from(part: Dynamic) -> Self {
        Self::Dynamic(part)
    }
}

/// Nothing, or something.
impl<T: Into<Self>> From<Option<T>> for View {
    fn from(child: Option<T>) -> Self {
        child.map_or(Self::Nothing, Into::into)
    }
}

/// A part of a view that is drawn again whenever a signal that it reads changes.
pub fn part(draw: impl FnMut() -> View + 'static) -> Dynamic {
    Box::new(draw)
}

/// A part that is shown while `draw` gives a view.
pub fn maybe(mut draw: impl FnMut() -> Option<View> + 'static) -> Dynamic {
    Box::new(move || draw().unwrap_or_default())
}

/// A part that is drawn again only when its key changes, whatever else it reads. Fields that are typed into, and everything
/// that may have the focus, belong in such a part.
pub fn keyed(key: TextFn, draw: impl FnMut() -> View + 'static) -> View {
    View::Keyed(key, Box::new(draw))
}

/// Several views, one after the other.
pub fn all(views: Vec<View>) -> View {
    View::All(views)
}
