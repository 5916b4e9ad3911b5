//! Decides which headings are tasks, which group them, and which passages nobody ticks.
//!
//! A task is a numbered heading or paragraph with a text of its own. Numbered paragraphs under it are part of it
//! unless they name who answers: then they are tasks, and the heading groups them. Under a heading without text, paragraphs
//! that each end with their own statement are tasks without a title.

use super::chars::{Bytes, is_stop, length, slice};
use super::keywords::{DOCUMENT_KINDS, GENERAL, STANDING, STANDING_EXACTLY};
use super::labels::Kind;
use super::structure::{Paragraph, Tree};

/// A part of a task, in printed order.
#[derive(Clone, Debug)]
pub enum Part {
    /// The label of a numbered paragraph inside the task.
    Label(Bytes),
    /// The heading of one.
    Heading(Bytes),
    /// Text with the statements in it.
    Text(Paragraph),
}

/// A task as found, not yet read.
#[derive(Clone, Debug)]
pub struct Item {
    /// The heading that it is, or under which it stands.
    pub node: usize,
    /// Whether label and heading of the node are its own.
    pub headed: bool,
    /// The heading that groups it: 0 where none does.
    pub section: usize,
    /// Its text.
    pub parts: Vec<Part>,
}

/// What the headings of a tree turned out to be.
#[derive(Clone, Debug, Default)]
pub struct Items {
    /// Tasks in printed order.
    pub tasks: Vec<Item>,
    /// Headings that group.
    pub groups: Vec<usize>,
    /// Passages before the tasks.
    pub general: Vec<usize>,
    /// Passages after the tasks.
    pub standing: Vec<usize>,
    /// Paragraphs that nobody ticks and that stand in no passage: introductions under headings, closing words.
    pub loose: Vec<Paragraph>,
    /// Headings with nothing under them.
    pub empty: Vec<usize>,
}

/// Sorts the headings of a tree. `text` is simplified.
pub fn sort(text: &str, tree: &Tree) -> Items {
    let mut carries = vec![false; tree.nodes.len()];
    for (id, node) in tree.nodes.iter().enumerate().rev() {
        let below = node.children.iter().any(|c| carries.get(*c).copied().unwrap_or(false));
        if let Some(entry) = carries.get_mut(id) {
            *entry = below || (tree.states(id) && !node.speaks_for_all);
        }
    }
    let deep = tree.nodes.iter().any(|n| n.parent != 0);
    let mut sorter = Sorter { text, tree, carries, deep, out: Items::default() };
    sorter.root();
    sorter.out
}

struct Sorter<'a> {
    text: &'a str,
    tree: &'a Tree,
    /// Whether a heading or one below it names who answers.
    carries: Vec<bool>,
    /// Whether the plan has more than one level.
    deep: bool,
    out: Items,
}

impl Sorter<'_> {
    fn root(&mut self) {
        let Some(root) = self.tree.nodes.first() else { return };
        // Paragraphs before the first heading that name who answers are tasks without a number.
        let stated = root.body.iter().chain(&root.tail).filter(|p| p.names()).cloned();
        for paragraph in stated {
            self.out.tasks.push(Item { node: 0, headed: false, section: 0, parts: vec![Part::Text(paragraph)] });
        }
        let children = &root.children;
        // From here on only standing passages follow.
        let mut last = children.len();
        for (n, id) in children.iter().enumerate().rev() {
            if !self.is_standing(*id) {
                break;
            }
            last = n;
        }
        for (n, id) in children.iter().enumerate() {
            self.top(*id, n >= last);
        }
    }

    fn top(&mut self, id: usize, end: bool) {
        let carried = self.carried(id);
        let untouched = self.out.tasks.is_empty();
        if untouched && self.is_general(id) {
            if carried { self.partly(id) } else { self.out.general.push(id) }
        } else if end && !untouched {
            if carried { self.partly(id) } else { self.out.standing.push(id) }
        } else if self.tree.nodes.get(id).is_some_and(|n| n.label.as_ref().is_some_and(|l| l.kind == Kind::Part))
            && self.has_children(id)
        {
            self.chapter(id);
        } else {
            self.heading(id);
        }
    }

    /// A chapter: its headings are sorted as those of the document are.
    fn chapter(&mut self, id: usize) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        if self.is_general(id) && !self.carried(id) && self.out.tasks.is_empty() {
            self.out.general.push(id);
            return;
        }
        self.group(id);
        for child in &node.children {
            self.top(*child, false);
        }
    }

    /// A passage that nobody ticks, of which some headings name who answers after all.
    fn partly(&mut self, id: usize) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        if node.children.is_empty() || self.tree.states(id) {
            self.heading(id);
            return;
        }
        self.group(id);
        for child in &node.children {
            if self.carried(*child) {
                self.heading(*child);
            } else if self.out.tasks.is_empty() {
                self.out.general.push(*child);
            } else {
                self.out.standing.push(*child);
            }
        }
    }

    fn heading(&mut self, id: usize) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        let below = node.children.iter().any(|c| self.carried(*c));
        let own = self.tree.states(id)
            || node.children.iter().any(|c| self.tree.nodes.get(*c).is_some_and(|n| n.speaks_for_all));
        if node.children.is_empty() {
            self.leaf(id);
        } else if below {
            self.group_of_tasks(id, own);
        } else if own || (self.has_text(id) && !self.only_groups(id)) {
            self.whole(id);
        } else {
            self.group_of_tasks(id, false);
        }
    }

    /// A heading without headings under it.
    fn leaf(&mut self, id: usize) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        let upper =
            node.label.as_ref().is_some_and(|l| matches!(l.kind, Kind::Part | Kind::Chinese | Kind::Unnumbered));
        let words = slice(self.text, node.own.range.clone());
        let bare = node.body.is_empty()
            && node.own.statements.is_empty()
            && !words.chars().any(is_stop)
            && length(words, 41) <= 40;
        if bare && (words.is_empty() || (upper && node.parent == 0 && self.deep)) {
            self.out.empty.push(id);
            return;
        }
        let chunks = self.chunks(id);
        if chunks.len() >= 2 {
            self.out.groups.push(id);
            for parts in chunks {
                self.out.tasks.push(Item { node: id, headed: false, section: id, parts });
            }
        } else {
            self.whole(id);
        }
    }

    /// The paragraphs under a heading without text, cut behind each that ends with a statement.
    fn chunks(&mut self, id: usize) -> Vec<Vec<Part>> {
        let Some(node) = self.tree.nodes.get(id) else { return Vec::new() };
        if self.has_words(&node.rest) || !node.rest.statements.is_empty() {
            return Vec::new();
        }
        let mut out: Vec<Vec<Part>> = Vec::new();
        let mut open = false;
        for p in &node.body {
            match out.last_mut() {
                Some(last) if open || p.only_states(self.text) => last.push(Part::Text(p.clone())),
                _ => out.push(vec![Part::Text(p.clone())]),
            }
            open = !p.ends_stated(self.text);
        }
        let stated = |parts: &Vec<Part>| parts.iter().any(|part| matches!(part, Part::Text(p) if p.names()));
        if out.iter().filter(|c| stated(c)).count() < 2 {
            return Vec::new();
        }
        // Words behind the last statement of the document close it.
        if self.is_last(id) && out.last().is_some_and(|c| !stated(c)) {
            for part in out.pop().unwrap_or_default() {
                if let Part::Text(p) = part {
                    self.out.loose.push(p);
                }
            }
        }
        out
    }

    /// A heading with all that stands under it as one task.
    fn whole(&mut self, id: usize) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        let mut parts = vec![Part::Text(node.rest.clone())];
        let mut body: Vec<Paragraph> = node.body.clone();
        let mut tail: Vec<Paragraph> = node.tail.clone();
        self.take_closing(id, if node.children.is_empty() { &mut body } else { &mut tail });
        parts.extend(body.into_iter().map(Part::Text));
        for child in &node.children {
            self.inner(*child, &mut parts);
        }
        parts.extend(tail.into_iter().map(Part::Text));
        self.out.tasks.push(Item { node: id, headed: true, section: node.parent, parts });
    }

    /// A numbered paragraph inside a task.
    fn inner(&mut self, id: usize, parts: &mut Vec<Part>) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        parts.push(Part::Label(node.start..node.own.range.start));
        if self.has_words(&node.rest) || node.title.is_empty() {
            parts.push(Part::Text(node.own.clone()));
        } else {
            parts.push(Part::Heading(node.title.clone()));
            parts.push(Part::Text(node.rest.clone()));
        }
        let mut body = node.body.clone();
        self.take_closing(id, &mut body);
        parts.extend(body.into_iter().map(Part::Text));
        for child in &node.children {
            self.inner(*child, parts);
        }
        parts.extend(node.tail.iter().cloned().map(Part::Text));
    }

    /// Takes the closing words of the document off the last paragraphs: 本措施自发布之日起施行.
    fn take_closing(&mut self, id: usize, paragraphs: &mut Vec<Paragraph>) {
        if !self.is_last(id) && !paragraphs.last().is_some_and(|p| is_closing(slice(self.text, p.range.clone()))) {
            return;
        }
        let stated = self.tree.states(id);
        while let Some(last) = paragraphs.last() {
            let closing = is_closing(slice(self.text, last.range.clone()));
            if last.only_states(self.text) || last.names() || !(closing || (stated && self.is_last(id))) {
                break;
            }
            self.out.loose.extend(paragraphs.pop());
        }
    }

    fn group(&mut self, id: usize) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        self.out.groups.push(id);
        let paragraphs = std::iter::once(&node.rest).chain(&node.body).chain(&node.tail);
        self.out.loose.extend(paragraphs.cloned());
    }

    fn group_of_tasks(&mut self, id: usize, own: bool) {
        let Some(node) = self.tree.nodes.get(id) else { return };
        if own {
            // The heading names who answers for it, and headings below it name others.
            let parts = std::iter::once(&node.rest).chain(&node.body).cloned().map(Part::Text).collect();
            self.out.tasks.push(Item { node: id, headed: true, section: id, parts });
            let tail = node.tail.clone();
            self.out.loose.extend(tail);
        } else {
            self.group(id);
        }
        for child in &node.children {
            self.heading(*child);
        }
    }

    fn carried(&self, id: usize) -> bool {
        self.carries.get(id).copied().unwrap_or(false)
    }

    fn has_children(&self, id: usize) -> bool {
        self.tree.nodes.get(id).is_some_and(|n| !n.children.is_empty())
    }

    fn is_last(&self, id: usize) -> bool {
        id + 1 == self.tree.nodes.len()
    }

    fn has_words(&self, paragraph: &Paragraph) -> bool {
        slice(self.text, paragraph.range.clone()).chars().any(char::is_alphanumeric)
    }

    /// Whether a heading has text that is not just an introduction.
    fn has_text(&self, id: usize) -> bool {
        let Some(node) = self.tree.nodes.get(id) else { return false };
        std::iter::once(&node.rest)
            .chain(&node.body)
            .any(|p| self.has_words(p) && !slice(self.text, p.range.clone()).trim_end().ends_with(['：', ':']))
    }

    /// Whether a heading is of a form that groups others even where it has an introduction.
    fn only_groups(&self, id: usize) -> bool {
        let Some(node) = self.tree.nodes.get(id) else { return false };
        node.parent == 0
            && node.label.as_ref().is_some_and(|l| matches!(l.kind, Kind::Part | Kind::Chinese | Kind::Unnumbered))
    }

    fn heading_words(&self, id: usize) -> &str {
        let Some(node) = self.tree.nodes.get(id) else { return "" };
        if !node.title.is_empty() {
            return slice(self.text, node.title.clone());
        }
        // 一、总体要求 alone at the end of a cut-off text.
        let own = slice(self.text, node.own.range.clone());
        if length(own, 21) <= 20 { own } else { "" }
    }

    fn is_general(&self, id: usize) -> bool {
        let words = self.heading_words(id);
        length(words, 25) <= 20 && GENERAL.iter().any(|word| words.starts_with(word))
    }

    fn is_standing(&self, id: usize) -> bool {
        let words = self.heading_words(id);
        length(words, 25) <= 16
            && (STANDING.iter().any(|word| words.contains(word)) || STANDING_EXACTLY.contains(&words))
    }
}

/// Words at the end of a document that say from when it holds and who explains it.
fn is_closing(words: &str) -> bool {
    let start: String = words.chars().take(10).collect();
    let this = start.starts_with('本') && DOCUMENT_KINDS.iter().any(|kind| start.contains(kind))
        || start.starts_with("上述")
        || start.starts_with("以上");
    this && ["施行", "执行", "解释", "有效期", "之日起", "实施"].iter().any(|word| words.contains(word))
}
