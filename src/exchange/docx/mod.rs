//! A Word document to its text, as a person sees it who has accepted all changes.

mod numbering;
mod numerals;
mod styles;

use self::numbering::Numbering;
use self::styles::Styles;
use super::archive::Archive;
use super::xml::{Node, parse};
use super::{LeftOut, Unread};

/// The most columns that a merged cell may span.
const WIDEST: usize = 63;

/// The text of a document and what is not in it.
pub fn text(archive: &mut Archive) -> Result<(String, LeftOut), Unread> {
    let mut tree = |name: &str| archive.part(name)?.map_or_else(|| Ok(Node::default()), |part| parse(&part));
    let document = tree("word/document.xml")?;
    let styles = Styles::new(&tree("word/styles.xml")?);
    let style_list = |style: &str| styles.list(style).map(|(list, _, _)| list.to_owned());
    let numbering = Numbering::new(&tree("word/numbering.xml")?, style_list);
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
    /// The fields that are open; whether each shows its result by now.
    fields: Vec<bool>,
    /// A paragraph whose end was deleted: it goes on in the next.
    unended: Option<String>,
}

impl Walk<'_> {
    fn blocks(&mut self, parent: &Node, lines: &mut Vec<String>) {
        for node in &parent.children {
            match node.name.as_str() {
                "p" => self.paragraph(node, lines),
                "tbl" => self.table(node, lines),
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(node, lines),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: &Node, lines: &mut Vec<String>) {
        let mut words = String::new();
        self.runs(node, &mut words);
        let properties = node.child("pPr");
        let before = self.unended.take();
        // Word numbers a blank paragraph, too; a number with nothing behind it is only counted.
        let joined = before.is_some();
        let number = if joined { None } else { self.number(properties) };
        if let Some(number) = number.filter(|number| !number.is_empty() && !words.trim().is_empty()) {
            let apart = number.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
            words = format!("{number}{}{words}", if apart { " " } else { "" });
        }
        let words = before.unwrap_or_default() + &words;
        let mark = properties.and_then(|properties| properties.child("rPr"));
        if mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some()) {
            self.unended = Some(words);
        } else {
            lines.push(words);
        }
    }

    fn number(&mut self, properties: Option<&Node>) -> Option<String> {
        let style = properties.and_then(|properties| properties.value("pStyle")).or(self.styles.plain());
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

    fn runs(&mut self, parent: &Node, out: &mut String) {
        for node in &parent.children {
            match node.name.as_str() {
                "r" if node.child("rPr").is_some_and(|properties| properties.is_on("vanish")) => {
                    self.left_out.hidden += 1;
                }
                // What is no longer, properties, a picture of the same for older programs, how a word is spoken.
                "del" | "moveFrom" | "pPr" | "rPr" | "Fallback" | "rt" | "instrText" | "delText" => {}
                "txbxContent" => self.left_out.text_boxes += 1,
                "footnoteReference" | "endnoteReference" => self.left_out.footnotes += 1,
                "fldChar" => match node.attribute("fldCharType") {
                    Some("begin") => self.fields.push(false),
                    Some("separate") => self.fields.last_mut().into_iter().for_each(|shows| *shows = true),
                    _ => drop(self.fields.pop()),
                },
                _ if self.fields.contains(&false) && node.children.is_empty() => {}
                "t" => out.push_str(&node.text),
                "tab" | "ptab" => out.push(' '),
                "br" | "cr" => out.push('\n'),
                "noBreakHyphen" => out.push('-'),
                "sym" => out.extend(symbol(node)),
                _ => self.runs(node, out),
            }
        }
    }

    /// Rows as lines with tabs between cells. A cell merged with the one above is blank; one that spans columns fills the first.
    fn table(&mut self, table: &Node, lines: &mut Vec<String>) {
        for node in &table.children {
            match node.name.as_str() {
                "tr" if node.child("trPr").is_some_and(|properties| properties.child("del").is_some()) => {}
                "tr" => {
                    let mut cells = Vec::new();
                    self.cells(node, &mut cells);
                    lines.push(cells.join("\t"));
                }
                "sdt" | "sdtContent" | "ins" | "customXml" => self.table(node, lines),
                _ => {}
            }
        }
    }

    fn cells(&mut self, row: &Node, cells: &mut Vec<String>) {
        let before = cells.len();
        for node in &row.children {
            match node.name.as_str() {
                "tc" => {
                    let properties = node.child("tcPr");
                    let merged = properties.and_then(|properties| properties.child("vMerge"));
                    let mut words = Vec::new();
                    self.blocks(node, &mut words);
                    words.extend(self.unended.take());
                    let above = merged.is_some_and(|merge| merge.attribute("val") != Some("restart"));
                    let line = if above { String::new() } else { words.join(" ") };
                    cells.push(line.split_whitespace().collect::<Vec<_>>().join(" "));
                    let span = properties.and_then(|properties| properties.value("gridSpan"));
                    let span = span.and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, WIDEST);
                    cells.extend(std::iter::repeat_n(String::new(), span - 1));
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(node, cells),
                _ => {}
            }
        }
        // A row of one merged cell is a heading in the table, and stands alone.
        if before == 0 && row.all("tc").count() == 1 {
            cells.truncate(1);
        }
    }
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
