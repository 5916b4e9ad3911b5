//! Writes a view as HTML: papers in tests, and the list that is in the page before the program runs.

use super::{Attribute, Element, SVG, View};
use leptos::prelude::*;

/// Elements that have no content and no end tag.
const VOID: [&str; 6] = ["input", "br", "col", "hr", "img", "meta"];

/// The HTML of a view in its current state.
pub fn html(view: impl Into<View>) -> String {
    let mut out = String::new();
    untrack(|| write(view.into(), &mut out));
    out
}

fn write(view: View, out: &mut String) {
    match view {
        View::Nothing => {}
        View::Text(text) => escape(&text, out),
        View::LiveText(text) => escape(&text(), out),
        View::Element(element) => write_element(*element, out),
        View::Dynamic(mut draw) | View::Keyed(_, mut draw) => {
            write(draw(), out);
            // The program finds the end of the part by this comment.
            out.push_str("<!---->");
        }
        View::All(views) => views.into_iter().for_each(|view| write(view, out)),
    }
}

fn write_element(element: Element, out: &mut String) {
    let Element { tag, attributes, children, .. } = element;
    let tag = tag.strip_prefix(SVG).unwrap_or(tag);
    let mut classes = String::new();
    let mut others = String::new();
    for attribute in attributes {
        match attribute {
            Attribute::Fixed("class", value) => add_class(&mut classes, &value),
            Attribute::Class(name, on) if on() => add_class(&mut classes, name),
            Attribute::Fixed(name, value) => write_attribute(name, &value, &mut others),
            // A style that says nothing yet is none.
            Attribute::Live(name, value) => {
                let value = value();
                if name != "style" || !value.is_empty() {
                    write_attribute(name, &value, &mut others);
                }
            }
            Attribute::Value(value) => write_attribute("value", &value(), &mut others),
            Attribute::Flag(name, on) if on() => write_attribute(name, "", &mut others),
            Attribute::Checked(on) if on() => write_attribute("checked", "", &mut others),
            Attribute::Class(..) | Attribute::Flag(..) | Attribute::Checked(_) | Attribute::On(..) => {}
        }
    }
    out.push('<');
    out.push_str(tag);
    if !classes.is_empty() {
        write_attribute("class", &classes, out);
    }
    out.push_str(&others);
    out.push('>');
    if !VOID.contains(&tag) {
        for child in children {
            write(child, out);
        }
        out.push_str("</");
        out.push_str(tag);
        out.push('>');
    }
}

fn add_class(classes: &mut String, name: &str) {
    if !classes.is_empty() {
        classes.push(' ');
    }
    classes.push_str(name);
}

fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
