//! Automatic numbers: what Word shows before a paragraph and does not write into it.

use std::collections::HashMap;

use crate::exchange::numerals::numeral;
use crate::exchange::xml::Node;

const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// After which levels above it counts anew, from 1; none: never.
    restart: Option<usize>,
    /// All its numbers are plain digits (`w:isLgl`).
    plain: bool,
    style: Option<String>,
    behind: Behind,
}

/// What stands between a number and its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    Tab,
    Space,
    Nothing,
}

#[derive(Debug)]
struct List {
    of: String,
    levels: Vec<Option<Level>>,
    /// Where a level begins to count in this list; each counts once.
    starts: [Option<u32>; LEVELS],
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// From `numbering.xml`; `style_list` gives the list that a style of lists names.
    pub fn new(part: &Node, style_list: impl Fn(&str) -> Option<String>) -> Self {
        let mut lists = HashMap::new();
        let Some(root) = part.child("numbering") else { return Self::default() };
        let definitions = root.by("abstractNum", "abstractNumId");
        let named = root.by("num", "numId");
        for num in root.all("num") {
            let (Some(id), Some(mut of)) = (num.attribute("numId"), num.value("abstractNumId")) else { continue };
            let mut found = definitions.get(of);
            let linked = found.and_then(|one| one.value("numStyleLink")).and_then(&style_list);
            if let Some(other) = linked.and_then(|list| named.get(list.as_str())?.value("abstractNumId")) {
                of = other;
                found = definitions.get(of);
            }
            let mut list = List { of: of.to_owned(), levels: vec![None; LEVELS], starts: [None; LEVELS] };
            for node in found.iter().flat_map(|one| one.all("lvl")) {
                place(&mut list, node, node);
            }
            for change in num.all("lvlOverride") {
                if let Some(node) = change.child("lvl") {
                    place(&mut list, change, node);
                }
                if let (Some(at), Some(start)) = (depth(change), number(change.value("startOverride")))
                    && let Some(place) = list.starts.get_mut(at)
                {
                    *place = Some(start);
                }
            }
            lists.insert(id.to_owned(), list);
        }
        Self { lists, ..Self::default() }
    }

    /// The level of a list that belongs to a style.
    pub fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let levels = &self.lists.get(list)?.levels;
        levels.iter().position(|level| level.as_ref().is_some_and(|level| level.style.as_deref() == Some(style)))
    }

    /// The next number of a list at a level, from 0, as it is shown, with what stands between it and its words; empty for a bullet.
    pub fn next(&mut self, id: &str, at: usize) -> Option<String> {
        let List { of, levels, starts } = self.lists.get_mut(id)?;
        let level = levels.get(at)?.as_ref()?;
        let counts = self.counts.entry(of.clone()).or_default();
        counts[at] = match (starts[at].take(), counts[at]) {
            (Some(start), _) => Some(start),
            (None, Some(count)) => Some(count.saturating_add(1)),
            (None, None) => Some(level.start),
        };
        for (below, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let restart = levels[below].as_ref().map_or(Some(below), |level| level.restart);
            if restart.is_some_and(|restart| at < restart) {
                *count = None;
            }
        }
        if level.format == "bullet" {
            return Some(String::new());
        }
        let mut out = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let shown = rest.peek().and_then(|c| c.to_digit(10)).filter(|shown| c == '%' && *shown > 0);
            let Some(shown) = shown.map(|shown| shown as usize - 1) else {
                out.push(c);
                continue;
            };
            rest.next();
            let Some(Some(other)) = levels.get(shown) else { continue };
            let format = if level.plain { "decimal" } else { other.format.as_str() };
            out.push_str(&numeral(counts[shown].unwrap_or(other.start), format));
        }
        // Behind 一、 and （一） the tab is not seen as one.
        let gap = match level.behind {
            Behind::Tab => !out.ends_with(['、', '）', ')', '．', '：', '。']),
            Behind::Space => true,
            Behind::Nothing => false,
        };
        if gap && !out.is_empty() {
            out.push(' ');
        }
        Some(out)
    }
}

fn depth(node: &Node) -> Option<usize> {
    node.attribute("ilvl")?.parse().ok()
}

fn number(words: Option<&str>) -> Option<u32> {
    words?.parse().ok()
}

fn place(list: &mut List, numbered: &Node, node: &Node) {
    let Some(at) = depth(numbered) else { return };
    let Some(place) = list.levels.get_mut(at) else { return };
    *place = Some(Level {
        // The standard says 0 where nothing is said, and no program counts so.
        start: number(node.value("start")).unwrap_or(1),
        format: node.value("numFmt").unwrap_or("decimal").to_owned(),
        text: node.value("lvlText").unwrap_or_default().to_owned(),
        restart: match number(node.value("lvlRestart")) {
            Some(0) => None,
            Some(after) => Some(after as usize),
            None => Some(at),
        },
        plain: node.is_on("isLgl"),
        style: node.value("pStyle").map(str::to_owned),
        behind: match node.value("suff") {
            Some("nothing") => Behind::Nothing,
            Some("space") => Behind::Space,
            _ => Behind::Tab,
        },
    });
}
