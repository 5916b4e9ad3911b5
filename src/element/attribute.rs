//! The attributes of an element in the page: whether it has them already, and how they are set.

use super::Attribute;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element as DomElement;

/// Something about an element that is on or off.
#[derive(Clone, Copy)]
pub(super) enum Switch {
    /// An attribute without a value.
    Flag(&'static str),
    Class(&'static str),
    /// The state of a checkbox or radio button.
    Checked,
}

impl Switch {
    /// Turns it on or off.
    pub(super) fn turn(self, node: &DomElement, on: bool) {
        match (self, on) {
            (Self::Flag(name), true) => Rndr::set_attribute(node, name, ""),
            (Self::Flag(name), false) => Rndr::remove_attribute(node, name),
            (Self::Class(name), true) => Rndr::add_class(&Rndr::class_list(node), name),
            (Self::Class(name), false) => Rndr::remove_class(&Rndr::class_list(node), name),
            (Self::Checked, on) => Rndr::set_property(node, "checked", &on.into()),
        }
    }
}

/// Whether an element has the id among these attributes, if there is one.
pub(super) fn has_id(node: &DomElement, attributes: &[Attribute]) -> bool {
    attributes.iter().all(|attribute| !matches!(attribute, Attribute::Fixed("id", id) if node.id() != *id))
}

/// Whether an attribute has this value already. In the class attribute, classes that follow the state come after the fixed ones.
pub(super) fn says(node: &DomElement, name: &str, value: &str) -> bool {
    node.get_attribute(name).is_some_and(|there| {
        let more = there.strip_prefix(value);
        more == Some("") || (name == "class" && more.is_some_and(|more| more.starts_with(' ')))
    })
}

/// Sets an attribute. The page's security policy forbids style attributes, so a style, which is always a single declaration,
/// is set as a property.
pub(super) fn set(node: &DomElement, name: &'static str, value: &str) {
    if name != "style" {
        Rndr::set_attribute(node, name, value);
    } else if let Some((property, value)) = value.split_once(':') {
        Rndr::set_css_property(&Rndr::style(node), property, value);
    }
}
