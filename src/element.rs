//! Elements of one type.
//!
//! `view!` gives every element a type of its own, made of its tag, its attributes and its children, and the compiler
//! writes code to build and rebuild each of those types. For this page that was a fifth of the WebAssembly. An [`El`]
//! is one type for all elements: a tag, a list of attributes, a list of children. What follows the state is a signal or
//! a boxed function, so there are few types of those as well.
//!
//! ```
//! # use yaodian::element::el;
//! el("p").class("note").text("…").view();
//! ```

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{Event, MouseEvent};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::class::class;
use leptos::tachys::html::event::{EventDescriptor, on};
use leptos::tachys::html::property::prop;
use leptos::tachys::renderer::types::Event as RawEvent;
use leptos::tachys::view::iterators::StaticVec;

/// An element being made.
#[must_use = "an element is nothing before it is drawn"]
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this tag.
pub fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

/// What never changes.
impl El {
    /// An attribute.
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
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

    /// A piece of text.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(text.into().into_any());
        self
    }

    /// A child.
    pub fn child(mut self, child: impl Into<Child>) -> Self {
        self.children.extend(child.into().0);
        self
    }

    /// Children.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }
}

/// What follows the state.
impl El {
    /// An attribute.
    pub fn live(mut self, name: &'static str, value: Signal<String>) -> Self {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// An attribute that is there or not: `hidden`, `disabled`.
    pub fn flag(mut self, name: &'static str, on: Signal<bool>) -> Self {
        self.attributes.push(custom_attribute(name, on).into_any_attr());
        self
    }

    /// A class that is there or not.
    pub fn class_if(mut self, name: &'static str, on: Signal<bool>) -> Self {
        self.attributes.push(class((name, on)).into_any_attr());
        self
    }

    /// Whether a checkbox or radio button is checked.
    pub fn checked(mut self, on: Signal<bool>) -> Self {
        self.attributes.push(prop("checked", on).into_any_attr());
        self
    }

    /// What is in a field.
    pub fn value(mut self, value: Signal<String>) -> Self {
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// A piece of text.
    pub fn says(mut self, text: Signal<String>) -> Self {
        self.children.push(text.into_any());
        self
    }
}

/// What happens.
impl El {
    /// On any event.
    pub fn on<E>(mut self, event: E, act: Box<dyn FnMut(E::EventType)>) -> Self
    where
        E: EventDescriptor + Send + 'static,
        E::EventType: From<RawEvent> + 'static,
    {
        self.attributes.push(on(event, act).into_any_attr());
        self
    }

    /// On a click.
    pub fn press(self, mut act: impl FnMut() + 'static) -> Self {
        self.on(leptos::ev::click, Box::new(move |_: MouseEvent| act()))
    }

    /// When a checkbox or radio button is switched.
    pub fn switch(self, mut act: impl FnMut(bool) + 'static) -> Self {
        self.on(leptos::ev::change, Box::new(move |event: Event| act(event_target_checked(&event))))
    }

    /// When something else is chosen.
    pub fn choose(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on(leptos::ev::change, Box::new(move |event: Event| act(event_target_value(&event))))
    }

    /// When a field is typed into.
    pub fn input(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on(leptos::ev::input, Box::new(move |event: Event| act(event_target_value(&event))))
    }
}

impl El {
    /// The element, made.
    pub fn view(self) -> AnyView {
        let Self { tag, attributes, children } = self;
        if children.is_empty() {
            return custom(tag).add_any_attr(attributes).into_any();
        }
        custom(tag).child(StaticVec::from(children)).add_any_attr(attributes).into_any()
    }
}

/// What an element can hold.
pub struct Child(Option<AnyView>);

impl From<AnyView> for Child {
    fn from(view: AnyView) -> Self {
        Self(Some(view))
    }
}

impl From<El> for Child {
    fn from(element: El) -> Self {
        Self(Some(element.view()))
    }
}

impl From<Part> for Child {
    fn from(part: Part) -> Self {
        Self(Some(part.into_any()))
    }
}

/// Nothing, or something.
impl<T: Into<Self>> From<Option<T>> for Child {
    fn from(child: Option<T>) -> Self {
        child.map_or(Self(None), Into::into)
    }
}

/// A part of a view that is drawn again whenever what it reads changes.
pub type Part = Box<dyn FnMut() -> AnyView + Send>;

/// A part of a view that is drawn again whenever what it reads changes.
pub fn part(draw: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(draw)
}

/// A part that is there or not.
pub fn maybe(mut draw: impl FnMut() -> Option<AnyView> + Send + 'static) -> Part {
    Box::new(move || draw().unwrap_or_else(|| ().into_any()))
}

/// Several elements side by side.
pub fn all(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}
