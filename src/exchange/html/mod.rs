//! A web page, or what a program puts on the clipboard as one, to its text: a paragraph a line, as a person sees it.
//!
//! `html5gum` tells tags and texts apart. What stands in what is settled here, forgivingly: pages close less than they open.

mod list;
mod table;
mod tag;

use html5gum::{StartTag, Token, Tokenizer};

use self::list::List;
use self::table::Table;
use self::tag::{Tag, Words};
use super::left_out::LeftOut;
use crate::domain::fault::Unread;

/// The most elements that stand in each other; more are passed over.
const DEEPEST: usize = 400;
/// The most tables that stand in each other.
const MOST_TABLES: usize = 20;

/// The text of a page, and what is not in it.
pub fn text(page: &str) -> Result<(String, LeftOut), Unread> {
    let mut walk = Walk::default();
    for token in Tokenizer::new(page) {
        // A text in memory can always be read.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => walk.start(&tag)?,
            Token::EndTag(tag) => walk.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) => walk.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    walk.close_to(0);
    walk.end_line();
    Ok((walk.lines.join("\n"), walk.left_out))
}

/// An element that is open.
struct Open {
    name: String,
    tag: Tag,
    hidden: bool,
    /// Words in it are as they stand, with their line breaks.
    kept: bool,
    /// Word shows these words as the number of a paragraph.
    marker: bool,
    list: Option<List>,
}

#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    /// How many of them are hidden.
    hidden: usize,
    tables: Vec<Table>,
    lines: Vec<String>,
    line: Words,
    left_out: LeftOut,
}

impl Walk {
    fn start(&mut self, start: &StartTag<()>) -> Result<(), Unread> {
        let name = String::from_utf8_lossy(&start.name).into_owned();
        let attribute =
            |name: &str| start.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
        let tag = Tag::of(&name);
        if tag == Tag::Break && self.hidden == 0 {
            self.line.end_here();
            self.end_line();
        }
        if matches!(tag, Tag::Break | Tag::Void) || start.self_closing && tag != Tag::Block {
            return Ok(());
        }
        self.close_before(&name, tag);
        let style = attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        let hidden = tag == Tag::Dropped || attribute("hidden").is_some() || tag::hides(&style);
        let list = List::of(&name, &style, attribute);
        let is_block = tag != Tag::Inline;
        if self.hidden == 0 && !hidden {
            if is_block {
                self.end_line();
            }
            match name.as_str() {
                "table" if self.tables.len() < MOST_TABLES => {
                    let lines = std::mem::take(&mut self.lines);
                    self.tables.push(Table::new(lines));
                }
                "tr" => self.tables.last_mut().map_or(Ok(()), Table::row)?,
                "td" | "th" => {
                    if let Some(table) = self.tables.last_mut() {
                        table.cell(attribute("rowspan").as_deref(), attribute("colspan").as_deref())?;
                    }
                }
                "li" => {
                    let list = self.open.iter_mut().rev().find_map(|open| open.list.as_mut());
                    let number = list.map(|list| list.next(attribute("value").as_deref())).unwrap_or_default();
                    self.line.mark(&number);
                }
                _ => {}
            }
        }
        if self.open.len() < DEEPEST {
            self.hidden += usize::from(hidden);
            let marker = style.contains("mso-list:ignore");
            self.open.push(Open { kept: name == "pre", name, tag, hidden, marker, list });
        }
        Ok(())
    }

    /// Closes what stands open only because nobody closed it.
    fn close_before(&mut self, name: &str, tag: Tag) {
        let ends: &[&str] = match name {
            "li" => &["ul", "ol"],
            "dd" | "dt" => &["dl"],
            "td" | "th" => &["tr"],
            "tr" | "tbody" | "thead" | "tfoot" => &[],
            _ if tag == Tag::Inline => return,
            _ => {
                // Of blocks only a paragraph cannot hold others.
                let block = self.open.iter().rposition(|open| open.tag != Tag::Inline);
                if let Some(paragraph) = block.filter(|place| self.open[*place].name == "p") {
                    self.close_to(paragraph);
                }
                return;
            }
        };
        // No element ends beyond its table.
        let within = self.open.iter().rposition(|open| ends.contains(&open.name.as_str()) || open.name == "table");
        let Some(within) = within else { return };
        let same = |open: &Open| match name {
            "td" | "th" => matches!(open.name.as_str(), "td" | "th"),
            "dd" | "dt" => matches!(open.name.as_str(), "dd" | "dt"),
            "tr" => open.name == "tr",
            "li" => open.name == "li",
            _ => true,
        };
        let place = self.open.iter().skip(within + 1).position(same);
        if let Some(place) = place {
            self.close_to(within + 1 + place);
        }
    }

    fn end(&mut self, name: &str) {
        // What closes an element outside a table does not close the table.
        let is_table = matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot");
        let mut above = self.open.iter().enumerate().rev();
        let reached =
            above.find(|(_, open)| open.name == name || !is_table && matches!(open.name.as_str(), "td" | "th"));
        match reached {
            Some((place, open)) if open.name == name => self.close_to(place),
            _ if Tag::of(name) == Tag::Block && self.hidden == 0 => self.end_line(),
            _ => {}
        }
    }

    /// Closes the elements from this one on.
    fn close_to(&mut self, place: usize) {
        while self.open.len() > place {
            let Some(done) = self.open.pop() else { break };
            let is_seen = self.hidden == 0;
            self.hidden -= usize::from(done.hidden);
            if !is_seen {
                continue;
            }
            if done.marker {
                self.line.end_marker();
            }
            if done.tag != Tag::Inline {
                self.end_line();
            }
            match done.name.as_str() {
                "li" => self.line.end_item(),
                "td" | "th" => {
                    if let Some(table) = self.tables.last_mut() {
                        table.end_cell(&std::mem::take(&mut self.lines));
                    }
                }
                "table" => {
                    if let Some(table) = self.tables.pop() {
                        self.lines = table.end(std::mem::take(&mut self.lines));
                    }
                }
                _ => {}
            }
        }
    }

    fn words(&mut self, words: &str) {
        if self.hidden > 0 {
            let styled = self.open.iter().any(|open| open.hidden && open.tag != Tag::Dropped);
            self.left_out.hidden += usize::from(styled && !words.trim().is_empty());
        } else if self.open.iter().any(|open| open.kept) {
            let mut lines = words.split('\n');
            self.line.keep(lines.next().unwrap_or(""));
            for line in lines {
                self.end_line();
                self.line.keep(line);
            }
        } else {
            self.line.add(words);
        }
    }

    fn end_line(&mut self) {
        if let Some(line) = self.line.take() {
            self.lines.push(line);
        }
    }
}
