//! Styles, as far as they number, hide, or are those of a table of contents.

use std::collections::HashMap;

use crate::exchange::xml::Node;

/// How deep styles may rest on each other; what goes round in circles ends here.
const DEEPEST: usize = 20;

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    hides: Option<bool>,
    contents: bool,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    /// From `styles.xml`.
    pub fn new(part: &Node) -> Self {
        let mut out = <Self as Default>::default();
        for node in part.child("styles").iter().flat_map(|root| root.all("style")) {
            let Some(id) = node.attribute("styleId") else { continue };
            let numbers = node.child("pPr").and_then(|properties| properties.child("numPr"));
            let style = Style {
                based_on: node.value("basedOn").map(str::to_owned),
                list: numbers.and_then(|numbers| numbers.value("numId")).map(str::to_owned),
                level: numbers.and_then(|numbers| numbers.value("ilvl")).and_then(|level| level.parse().ok()),
                hides: node.child("rPr").and_then(|properties| properties.switch("vanish")),
                contents: node.value("name").is_some_and(|name| name.to_ascii_lowercase().starts_with("toc ")),
            };
            let is_default = matches!(node.attribute("default"), Some("1" | "true" | "on"));
            if is_default && node.attribute("type") == Some("paragraph") {
                out.default = Some(id.to_owned());
            }
            out.styles.insert(id.to_owned(), style);
        }
        out
    }

    /// The style of a paragraph that names none.
    pub fn plain(&self) -> Option<&str> {
        self.default.as_deref()
    }

    /// The list of a style or of those it rests on, the style that names it, and the level if it is said.
    pub fn list(&self, id: &str) -> Option<(&str, &str, Option<usize>)> {
        let mut level = None;
        let mut at = self.styles.get_key_value(id)?;
        for _ in 0..DEEPEST {
            level = level.or(at.1.level);
            if let Some(list) = &at.1.list {
                return Some((list, at.0, level));
            }
            at = self.styles.get_key_value(at.1.based_on.as_deref()?)?;
        }
        None
    }

    /// Whether text in a style is hidden, if it or one that it rests on says so.
    pub fn hides(&self, id: &str) -> Option<bool> {
        let mut at = self.styles.get(id)?;
        for _ in 0..DEEPEST {
            if at.hides.is_some() {
                return at.hides;
            }
            at = self.styles.get(at.based_on.as_deref()?)?;
        }
        None
    }

    /// Whether a style is that of a line in a table of contents.
    pub fn is_contents(&self, id: &str) -> bool {
        self.styles.get(id).is_some_and(|style| style.contents)
    }
}
