//! The parts of papers: texts, elements with attributes that never change, and lists of these.
//!
//! A [`Tree`] can hold neither a signal nor a listener, so a paper reads no state, and tests draw it natively. It can be
//! copied, which papers need because they draw their parts several times. To be shown, it is turned into a [`View`].
//!
//! ```
//! # use yaodian::element::html::html;
//! # use yaodian::print::tree::el;
//! let note = el("p").class("note").text("1 < 2").tree();
//! assert_eq!(html(note), "<p class=\"note\">1 &lt; 2</p>");
//! ```

use crate::element::{self, View};

/// A part of a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tree {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// An element.
    Element(Element),
    /// Several trees, one after the other.
    All(Vec<Tree>),
}

/// An element, built up by calling methods on it.
#[must_use = "an element is nothing before it stands in a tree"]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Tree>,
}

/// An element with this tag.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// Adds an attribute.
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// Sets its classes.
    pub fn class(self, value: &str) -> Self {
        self.set("class", value)
    }

    /// Adds a piece of text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.push(Tree::Text(text.as_ref().to_owned()))
    }

    /// Adds a child.
    pub fn child(self, child: impl Into<Tree>) -> Self {
        self.push(child.into())
    }

    fn push(mut self, child: Tree) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds children.
    pub fn children(mut self, children: impl IntoIterator<Item = Tree>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// The finished element.
    pub fn tree(self) -> Tree {
        Tree::Element(self)
    }

    /// An element with the same tag and attributes and other children.
    fn around(&self, children: Vec<Tree>) -> Self {
        Self(Box::new(Parts { tag: self.0.tag, attributes: self.0.attributes.clone(), children }))
    }
}

impl Tree {
    /// A copy in which `text` replaces every text, in document order. An element whose text becomes empty is left out; rows
    /// and cells stay, because a table needs them all.
    #[must_use]
    pub fn rewritten(&self, text: &mut dyn FnMut(&str) -> String) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Text(words) => Self::Text(text(words)),
            Self::All(trees) => Self::All(trees.iter().map(|tree| tree.rewritten(text)).collect()),
            Self::Element(element) => {
                let Element(parts) = element;
                let children: Vec<Self> = parts.children.iter().map(|child| child.rewritten(text)).collect();
                let has_words = |children: &[Self]| children.iter().any(Self::has_words);
                let stays =
                    matches!(parts.tag, "td" | "th" | "tr") || has_words(&children) || !has_words(&parts.children);
                if stays { element.around(children).tree() } else { Self::Nothing }
            }
        }
    }

    /// A copy in which what `of` gives for the words of a run of texts stands behind them. Bold words are part of a run.
    #[must_use]
    pub fn beside(&self, of: &dyn Fn(&str) -> Option<Self>) -> Self {
        match self {
            Self::Element(element) => element.around(beside(&element.0.children, of)).tree(),
            Self::All(trees) => Self::All(beside(trees, of)),
            Self::Nothing | Self::Text(_) => self.clone(),
        }
    }

    /// The words of a text, of bold words, or of a phrase of a title.
    fn in_run(&self) -> Option<String> {
        match self {
            Self::Text(words) => Some(words.clone()),
            Self::Element(Element(parts))
                if parts.tag == "b" || parts.attributes == [("class", "phrase".to_owned())] =>
            {
                parts.children.iter().map(Self::in_run).collect()
            }
            _ => None,
        }
    }

    /// A copy of an element with this attribute, if it has none of that name; anything else is copied as it is.
    #[must_use]
    pub fn set(self, name: &'static str, value: &str) -> Self {
        match self {
            Self::Element(element) if element.0.attributes.iter().all(|(other, _)| *other != name) => {
                element.set(name, value).tree()
            }
            other => other,
        }
    }

    fn has_words(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Text(words) => !words.is_empty(),
            Self::All(trees) => trees.iter().any(Self::has_words),
            Self::Element(Element(parts)) => parts.children.iter().any(Self::has_words),
        }
    }

    /// Fills the gaps of a table row: each of its own cells stretches over `span` rows, and each gap ([`Tree::Nothing`])
    /// takes the next cell of `row`, or an empty one.
    #[must_use]
    pub fn filled(&self, row: &Self, span: usize) -> Self {
        let Self::Element(gapped) = self else { return Self::Nothing };
        let (row, cells) = if let Self::Element(row) = row { (row, &row.0.children[..]) } else { (gapped, &[][..]) };
        let mut cells = cells.iter();
        let span = span.to_string();
        let fill = |cell: &Self| match cell {
            Self::Element(_) => cell.clone().set("rowspan", &span),
            _ => cells.next().cloned().unwrap_or_else(|| el("td").tree()),
        };
        let children = gapped.0.children.iter().map(fill).collect();
        row.around(children).tree()
    }
}

/// The trees, each run of texts with what `of` gives for its words behind it; where that is nothing, for each of its texts.
fn beside(trees: &[Tree], of: &dyn Fn(&str) -> Option<Tree>) -> Vec<Tree> {
    let mut all = Vec::with_capacity(trees.len());
    let mut rest = trees;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|tree| tree.in_run().is_some()).count();
        let (run, after) = rest.split_at(length.max(1));
        rest = after;
        let words: String = run.iter().filter_map(Tree::in_run).collect();
        if length == 0 {
            all.push(first.beside(of));
            continue;
        }
        all.extend(run.iter().cloned());
        match of(&words) {
            Some(more) => all.push(more),
            None => all.extend(run.iter().filter_map(Tree::in_run).filter_map(|words| of(&words))),
        }
    }
    all
}

impl From<Element> for Tree {
    fn from(element: Element) -> Self {
        element.tree()
    }
}

/// Nothing, or something.
impl<T: Into<Self>> From<Option<T>> for Tree {
    fn from(child: Option<T>) -> Self {
        child.map_or(Self::Nothing, Into::into)
    }
}

/// The tree, to be shown.
impl From<Tree> for View {
    fn from(tree: Tree) -> Self {
        match tree {
            Tree::Nothing => Self::Nothing,
            Tree::Text(text) => Self::Text(text),
            Tree::All(trees) => Self::All(trees.into_iter().map(Self::from).collect()),
            Tree::Element(Element(parts)) => {
                let Parts { tag, attributes, children } = *parts;
                let mut shown = element::el(tag);
                for (name, value) in &attributes {
                    shown = shown.set(name, value);
                }
                for child in children {
                    shown = shown.child(Self::from(child));
                }
                shown.view()
            }
        }
    }
}
