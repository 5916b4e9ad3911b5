//! A Word document to its text, as a person sees it who has accepted all changes.

mod numbering;
mod styles;

use self::numbering::Numbering;
use self::styles::Styles;
use super::archive::Archive;
use super::grid::{Cell, Grid};
use super::left_out::LeftOut;
use super::xml::Node;
use crate::domain::fault::Unread;

/// The most columns that a merged cell may span.
const WIDEST: usize = 63;

/// The text of a document, of which `name` is the main part, and what is not in it.
pub fn text(archive: &mut Archive, name: &str) -> Result<(String, LeftOut), Unread> {
    let document = archive.tree(name)?;
    let styles = Styles::new(&archive.tree("word/styles.xml")?);
    let style_list = |style: &str| styles.list(style).map(|(list, _, _)| list.to_owned());
    let numbering = Numbering::new(&archive.tree("word/numbering.xml")?, style_list);
    let body = document.child("document").and_then(|root| root.child("body")).ok_or(Unread::Damaged)?;
    let mut walk = Walk { styles: &styles, numbering, left_out: LeftOut::default(), fields: Vec::new(), unended: None };
    let mut lines = Vec::new();
    walk.blocks(body, &mut lines);
    lines.extend(walk.unended.take());
    Ok((lines.join("\n"), walk.left_out))
}

struct Walk<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    left_out: LeftOut,
    /// The fields that are open; of those that do not show their result yet, where their words begin in the paragraph.
    fields: Vec<Option<usize>>,
    /// A paragraph whose end was deleted: it goes on in the next.
    unended: Option<String>,
}

impl Walk<'_> {
    fn blocks(&mut self, parent: &Node, lines: &mut Vec<String>) {
        for node in &parent.children {
            match node.name.as_str() {
                "p" => self.paragraph(node, lines),
                "tbl" => {
                    let mut grid = Grid::default();
                    self.table(node, &mut grid);
                    lines.extend(grid.lines());
                }
                "sdt" if is_contents(node) => {}
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" | "Choice" => {
                    self.blocks(node, lines);
                }
                "AlternateContent" => node.children.first().into_iter().for_each(|one| self.blocks(one, lines)),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: &Node, lines: &mut Vec<String>) {
        let properties = node.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle")).or(self.styles.plain());
        if style.is_some_and(|style| self.styles.is_contents(style)) {
            return;
        }
        let mut words = String::new();
        self.runs(node, style, &mut words);
        // What asks for a field ends with its paragraph, even where nothing says so.
        self.fields.fill(None);
        let before = self.unended.take();
        // Word numbers a blank paragraph, too; a number with nothing behind it is only counted.
        let joined = before.is_some();
        let number = if joined { None } else { self.number(properties, style) };
        if let Some(number) = number.filter(|_| !words.trim().is_empty()) {
            words.insert_str(0, &number);
        }
        let words = before.unwrap_or_default() + &words;
        let mark = properties.and_then(|properties| properties.child("rPr"));
        if mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some()) {
            self.unended = Some(words);
        } else {
            lines.push(words);
        }
    }

    fn number(&mut self, properties: Option<&Node>, style: Option<&str>) -> Option<String> {
        let from_style = style.and_then(|style| self.styles.list(style));
        let own = properties.and_then(|properties| properties.child("numPr"));
        let said = own.and_then(|own| own.value("ilvl")).and_then(|level| level.parse().ok());
        let list = own.and_then(|own| own.value("numId")).or(from_style.map(|(list, _, _)| list))?;
        let by_style = from_style.and_then(|(_, named, level)| {
            let own_level = style.and_then(|style| self.numbering.level_of(list, style));
            own_level.or_else(|| self.numbering.level_of(list, named)).or(level)
        });
        self.numbering.next(list, said.or(by_style).unwrap_or(0))
    }

    fn is_hidden(&self, run: &Node, paragraph: Option<&str>) -> bool {
        let properties = run.child("rPr");
        let own = properties.and_then(|properties| properties.switch("vanish"));
        let style = properties.and_then(|properties| properties.value("rStyle"));
        let by_style = |style: Option<&str>| style.and_then(|style| self.styles.hides(style));
        own.or_else(|| by_style(style)).or_else(|| by_style(paragraph)).unwrap_or(false)
    }

    fn runs(&mut self, parent: &Node, style: Option<&str>, out: &mut String) {
        for node in &parent.children {
            match node.name.as_str() {
                "r" if self.is_hidden(node, style) => self.left_out.hidden += usize::from(node.child("t").is_some()),
                // What is no longer, properties, how a word is spoken.
                "del" | "moveFrom" | "pPr" | "rPr" | "rt" | "instrText" | "delText" => {}
                // One thing in several forms: the first is for the newest programs.
                "AlternateContent" => node.children.first().into_iter().for_each(|one| self.runs(one, style, out)),
                "txbxContent" => self.left_out.text_boxes += 1,
                "footnoteReference" | "endnoteReference" => self.left_out.footnotes += 1,
                "fldChar" => self.field(node.attribute("fldCharType"), out),
                "t" => out.push_str(&node.text),
                "tab" | "ptab" => out.push(' '),
                "br" | "cr" => out.push('\n'),
                "noBreakHyphen" => out.push('-'),
                "sym" => out.extend(symbol(node)),
                _ => self.runs(node, style, out),
            }
        }
    }

    /// What is written between the beginning of a field and its result asks for it, and is not shown.
    fn field(&mut self, said: Option<&str>, out: &mut String) {
        match said {
            Some("begin") => self.fields.push(Some(out.len())),
            Some("separate") => {
                if let Some(asks) = self.fields.last_mut().and_then(Option::take) {
                    out.truncate(asks);
                }
            }
            _ => {
                if let Some(Some(asks)) = self.fields.pop() {
                    out.truncate(asks);
                }
            }
        }
    }

    fn table(&mut self, table: &Node, grid: &mut Grid) {
        for node in &table.children {
            match node.name.as_str() {
                "tr" if node.child("trPr").is_some_and(|properties| properties.child("del").is_some()) => {}
                "tr" => {
                    let before = node.child("trPr").and_then(|properties| properties.value("gridBefore"));
                    let mut cells = vec![Cell::Words(String::new()); columns(before, 0)];
                    self.cells(node, &mut cells);
                    grid.rows.push(cells);
                }
                "sdt" | "sdtContent" | "ins" | "customXml" => self.table(node, grid),
                _ => {}
            }
        }
    }

    fn cells(&mut self, row: &Node, cells: &mut Vec<Cell>) {
        for node in &row.children {
            match node.name.as_str() {
                "tc" => {
                    let of = |name: &str| node.child("tcPr").and_then(|properties| properties.child(name));
                    let goes_on = |name: &str| of(name).is_some_and(|merge| merge.attribute("val") != Some("restart"));
                    let mut words = Vec::new();
                    self.blocks(node, &mut words);
                    words.extend(self.unended.take());
                    if of("cellDel").is_some() {
                        continue;
                    }
                    cells.push(match () {
                        () if goes_on("vMerge") => Cell::Above,
                        () if goes_on("hMerge") => Cell::Left,
                        () => Cell::Words(words.join("\n")),
                    });
                    let wide = columns(of("gridSpan").and_then(|span| span.attribute("val")), 1);
                    let rest = if goes_on("vMerge") { Cell::Above } else { Cell::Left };
                    cells.extend(std::iter::repeat_n(rest, wide.saturating_sub(1)));
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(node, cells),
                _ => {}
            }
        }
    }
}

/// How many columns something spans, if a document says so.
fn columns(said: Option<&str>, usual: usize) -> usize {
    said.and_then(|said| said.parse().ok()).unwrap_or(usual).min(WIDEST)
}

/// Whether a part of a document is its table of contents, which says its headings twice.
fn is_contents(part: &Node) -> bool {
    let gallery = part.child("sdtPr").and_then(|properties| properties.child("docPartObj"));
    gallery.and_then(|object| object.value("docPartGallery")) == Some("Table of Contents")
}

/// A sign of a symbol font; boxes and ticks of Wingdings are the only ones that a plan has and that have a letter of their own.
fn symbol(node: &Node) -> Option<char> {
    let code = u32::from_str_radix(node.attribute("char")?, 16).ok()?;
    match code {
        0xf06f | 0xf0a8 => Some('□'),
        0xf0fc | 0xf0fe => Some('√'),
        0xe000..=0xf8ff => None,
        _ => char::from_u32(code),
    }
}
