//! What the page's views are made of: a view layer on Leptos' signals, in the place of its `view!`.
//!
//! A [`View`] is a tree of plain values: an element is a tag, a list of attributes and a list of children, and whatever
//! follows the state is a function in it. [`dom`] puts a view into the page and keeps it up to date; it takes over the list that
//! was drawn into the page when the site was built. [`html`] writes a view as text.
//!
//! `view!` and Leptos' builder give every element a type made of its tag, its attributes and its children, and the compiler
//! writes code to build and rebuild each of those types. ARCHITECTURE.md says what that costs a first visit.
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

/// Something that can be shown.
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
    /// Several side by side.
    All(Vec<View>),
}

/// An element.
pub struct Element {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<View>,
    /// Whether one effect keeps all of it up to date.
    as_one: bool,
}

/// A text that follows the state: called again whenever a signal that it reads changes. Leptos takes signals, memos and
/// closures for a text, each with code of its own; here a text has one type.
pub type TextFn = Rc<dyn Fn() -> String>;

/// A yes or no that follows the state.
pub type BoolFn = Rc<dyn Fn() -> bool>;

/// What an element carries.
enum Attribute {
    /// An attribute that never changes.
    Fixed(&'static str, String),
    /// An attribute that follows the state.
    Live(&'static str, TextFn),
    /// An attribute that is there or not.
    Flag(&'static str, BoolFn),
    /// A class that is there or not.
    Class(&'static str, BoolFn),
    /// Whether a checkbox or radio button is checked.
    Checked(BoolFn),
    /// What is in a field.
    Value(TextFn),
    /// What is done on an event.
    On(&'static str, Box<dyn FnMut(RawEvent)>),
}

/// Draws a part of a view: called again whenever a signal that it reads changes.
pub type Dynamic = Box<dyn FnMut() -> View>;

/// An element being made.
#[must_use = "an element is nothing before it is drawn"]
pub struct El(Box<Element>);

/// An element of this tag.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Element { tag, attributes: Vec::new(), children: Vec::new(), as_one: false }))
}

/// What stays as it is.
impl El {
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// An attribute.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        self.with(Attribute::Fixed(name, value.to_owned()))
    }

    /// An attribute that is there or not.
    pub fn set_if(self, on: bool, name: &'static str, value: &str) -> Self {
        if on { self.set(name, value) } else { self }
    }

    /// Its classes.
    pub fn class(self, value: &str) -> Self {
        self.set("class", value)
    }

    /// Its id.
    pub fn id(self, value: &str) -> Self {
        self.set("id", value)
    }

    /// A text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.push(View::Text(text.as_ref().to_owned()))
    }

    /// A child.
    pub fn child(self, child: impl Into<View>) -> Self {
        self.push(child.into())
    }

    fn push(mut self, child: View) -> Self {
        self.0.children.push(child);
        self
    }

    /// Children.
    pub fn children(mut self, children: impl IntoIterator<Item = View>) -> Self {
        self.0.children.extend(children);
        self
    }
}

/// What follows the state.
impl El {
    /// An attribute.
    pub fn live(self, name: &'static str, value: TextFn) -> Self {
        self.with(Attribute::Live(name, value))
    }

    /// An attribute that is there or not: `hidden`, `disabled`.
    pub fn flag(self, name: &'static str, on: BoolFn) -> Self {
        self.with(Attribute::Flag(name, on))
    }

    /// A class that is there or not.
    pub fn class_if(self, name: &'static str, on: BoolFn) -> Self {
        self.with(Attribute::Class(name, on))
    }

    /// Whether a checkbox or radio button is checked.
    pub fn checked(self, on: BoolFn) -> Self {
        self.with(Attribute::Checked(on))
    }

    /// What is in a field.
    pub fn value(self, value: TextFn) -> Self {
        self.with(Attribute::Value(value))
    }

    /// A text that follows the state.
    pub fn says(self, text: TextFn) -> Self {
        self.push(View::LiveText(text))
    }

    /// Lets one effect keep all of the element up to date, and not one effect each attribute and text: for an element that is
    /// there thousands of times and follows one signal. Dynamic parts in it keep effects of their own.
    pub fn as_one(mut self) -> Self {
        self.0.as_one = true;
        self
    }
}

/// What happens.
impl El {
    /// On any event of this name.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on_raw(event, act)
    }

    /// On a key.
    pub fn on_key(self, act: impl FnMut(KeyboardEvent) + 'static) -> Self {
        self.on_raw("keydown", act)
    }

    /// On an event of the pointer.
    pub fn on_pointer(self, event: &'static str, act: impl FnMut(PointerEvent) + 'static) -> Self {
        self.on_raw(event, act)
    }

    fn on_raw<E: From<RawEvent>>(self, event: &'static str, mut act: impl FnMut(E) + 'static) -> Self {
        self.with(Attribute::On(event, Box::new(move |raw| act(raw.into()))))
    }

    /// On a click.
    pub fn press(self, mut act: impl FnMut() + 'static) -> Self {
        self.with(Attribute::On("click", Box::new(move |_| act())))
    }

    /// When a checkbox or radio button is switched.
    pub fn switch(self, mut act: impl FnMut(bool) + 'static) -> Self {
        self.on("change", move |event| act(event_target_checked(&event)))
    }

    /// When something else is chosen, or what was typed is left.
    pub fn choose(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on("change", move |event| act(event_target_value(&event)))
    }

    /// When a field is typed into.
    pub fn input(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on("input", move |event| act(event_target_value(&event)))
    }
}

impl View {
    /// Whether any of its nodes may be changed or drawn again later.
    fn follows(&self) -> bool {
        match self {
            Self::LiveText(_) | Self::Dynamic(_) | Self::Keyed(..) => true,
            Self::All(views) => views.iter().any(Self::follows),
            Self::Nothing | Self::Text(_) | Self::Element(_) => false,
        }
    }
}

impl El {
    /// The element, made.
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

/// A part that is there or not.
pub fn maybe(mut draw: impl FnMut() -> Option<View> + 'static) -> Dynamic {
    Box::new(move || draw().unwrap_or_default())
}

/// A part that is drawn again only when its key changes, whatever else it reads. A field that is typed into, or anything that
/// may have the focus, stands in such a part.
pub fn keyed(key: TextFn, draw: impl FnMut() -> View + 'static) -> View {
    View::Keyed(key, Box::new(draw))
}

/// Several side by side.
pub fn all(views: Vec<View>) -> View {
    View::All(views)
}
