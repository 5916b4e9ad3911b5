//! A part of an office file as a tree of elements, by their names without prefixes.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::domain::fault::Unread;

/// How deep elements may stand in each other; Word's own stay below 60.
const DEEPEST: usize = 200;
/// The most elements and attributes of a part. A document of five hundred pages has half of it.
const MOST: usize = 1_500_000;
/// Elements that only say how something looks, and attributes that only say when it was typed, are not kept.
const LOOKS: [&str; 14] = [
    "rFonts",
    "lang",
    "sz",
    "szCs",
    "color",
    "kern",
    "spacing",
    "ind",
    "jc",
    "b",
    "bCs",
    "tcBorders",
    "shd",
    "snapToGrid",
];

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

    /// The elements in it of this name by one of their attributes; of several with the same value, the first.
    pub fn by<'n>(&'n self, name: &'n str, attribute: &str) -> HashMap<&'n str, &'n Node> {
        let mut out = HashMap::new();
        for child in self.all(name) {
            if let Some(value) = child.attribute(attribute) {
                out.entry(value).or_insert(child);
            }
        }
        out
    }

    /// An attribute of it.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of the first element in it of this name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether a property is on, if it is said: it is there, and does not say that it is off.
    pub fn switch(&self, name: &str) -> Option<bool> {
        self.child(name).map(|child| !matches!(child.attribute("val"), Some("0" | "false" | "off")))
    }

    /// Whether a property is on.
    pub fn is_on(&self, name: &str) -> bool {
        self.switch(name) == Some(true)
    }
}

/// An attribute of a tag, as it is written.
pub fn written(start: &BytesStart, name: &str) -> Option<String> {
    start.try_get_attribute(name).ok().flatten().map(|attribute| attribute.value.into_owned())
}

/// Reads a part; what is returned holds its outermost element.
pub fn parse(text: &str) -> Result<Node, Unread> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    let mut pieces = 0;
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err(Unread::Damaged);
                }
                open.push(node(&start, &mut pieces)?);
            }
            Event::Empty(start) => close(&mut open, node(&start, &mut pieces)?),
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
            Event::Eof if open.len() == 1 => return open.pop().ok_or(Unread::Damaged),
            Event::Eof => return Err(Unread::Damaged),
            _ => {}
        }
    }
}

fn close(open: &mut [Node], done: Node) {
    if let Some(parent) = open.last_mut().filter(|_| !LOOKS.contains(&done.name.as_str())) {
        parent.children.push(done);
    }
}

fn write(open: &mut [Node], words: &str) {
    if let Some(parent) = open.last_mut() {
        parent.text.push_str(words);
    }
}

/// Words with their references resolved; as they are, if one is none.
pub fn unescape(words: &str) -> String {
    quick_xml::escape::unescape(words).map_or_else(|_| words.to_owned(), std::borrow::Cow::into_owned)
}

fn node(start: &BytesStart, pieces: &mut usize) -> Result<Node, Unread> {
    let mut node = Node { name: start.local_name().as_ref().to_owned(), ..Node::default() };
    *pieces += 1;
    let mut attributes = start.attributes();
    for attribute in attributes.with_checks(false).flatten() {
        let name = attribute.key.local_name();
        if !name.as_ref().starts_with("rsid") {
            *pieces += 1;
            node.attributes.push((name.as_ref().to_owned(), unescape(&attribute.value)));
        }
        if *pieces > MOST {
            return Err(Unread::TooMuch);
        }
    }
    if *pieces > MOST { Err(Unread::TooMuch) } else { Ok(node) }
}
