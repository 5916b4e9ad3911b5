//! A part of an office file as a tree of elements, by their names without prefixes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Unread;

/// How deep elements may stand in each other; Word's own stay below 60.
const DEEPEST: usize = 200;

/// An element.
#[derive(Debug, Default)]
pub struct Node {
    /// Its name without its prefix.
    pub name: String,
    /// Its attributes, names without prefixes.
    pub attributes: Vec<(String, String)>,
    /// The elements in it, in order.
    pub children: Vec<Node>,
    /// The text that stands directly in it.
    pub text: String,
}

impl Node {
    /// The first element in it of this name.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The elements in it of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// An attribute of it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of the first element in it of this name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether a property is on: it is there, and does not say that it is off.
    pub fn is_on(&self, name: &str) -> bool {
        self.child(name).is_some_and(|child| !matches!(child.attribute("val"), Some("0" | "false" | "off")))
    }
}

/// Reads a part; what is returned holds its outermost element.
pub fn parse(text: &str) -> Result<Node, Unread> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Start(start) if open.len() < DEEPEST => open.push(node(&start)),
            Event::Eof if open.len() == 1 => return open.pop().ok_or(Unread::Damaged),
            Event::Start(_) | Event::Eof => return Err(Unread::Damaged),
            Event::Empty(start) => close(&mut open, node(&start)),
            Event::End(_) => {
                let Some(done) = open.pop() else { return Err(Unread::Damaged) };
                close(&mut open, done);
            }
            Event::Text(words) => write(&mut open, words.as_ref()),
            Event::CData(words) => {
                let words: &str = words.as_ref();
                write(&mut open, words);
            }
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                write(&mut open, &unescape(&name));
            }
            _ => {}
        }
    }
}

fn close(open: &mut [Node], done: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(done);
    }
}

fn write(open: &mut [Node], words: &str) {
    if let Some(parent) = open.last_mut() {
        parent.text.push_str(words);
    }
}

fn unescape(words: &str) -> String {
    quick_xml::escape::unescape(words).map_or_else(|_| words.to_owned(), std::borrow::Cow::into_owned)
}

fn node(start: &BytesStart) -> Node {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten();
    Node {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.map(|a| (a.key.local_name().as_ref().to_owned(), unescape(&a.value))).collect(),
        ..Node::default()
    }
}
