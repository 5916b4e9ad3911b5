//! A paper as a value: its blocks, and how every paper is measured, cut into sheets and drawn.
//!
//! A [`Paper`] is drawn once on an endless [`measuring_sheet`] that nobody sees. [`Paper::cut`] makes a [`Layout`] from the
//! heights of its parts; a block taller than a sheet is first divided between two lines, and so is a tall row of a wide table. [`sheets`] draws the sheets to be
//! printed.

use super::layout::{self, Layout, Length, Room, from_css_px, to_css_px};
use super::tree::{Element, Tree, el};
use super::words::between;
use crate::domain::script::fold_text;
use crate::text::paper::PaperWords;
use std::ops::Range;

/// The selector of measuring sheets.
pub const MEASURED: &str = ".sheet.is-measured";

/// The style that sets a whole job on A3, as Firefox has one paper size for a job: that of pages without a name. The page's
/// security policy knows the style by its hash.
pub const A3_PAGE: &str = "@page{size:A3 landscape;margin:0}";

/// A paper: what is printed for one owner, with page numbers of its own.
pub struct Paper {
    /// The fixed words, in the paper's script.
    pub words: &'static PaperWords,
    /// The classes of its sheets: their form (`is-wide`, `is-a3`, `is-document`) and look. Empty for an upright A4 form.
    pub class: &'static str,
    /// The party that the paper is for, by name.
    pub owner: String,
    /// Which measures are on it, of how many.
    pub scope: String,
    /// The head of the first sheet.
    pub head: Tree,
    /// The head of every other sheet.
    pub running: Tree,
    /// The tables that its blocks are rows of.
    pub tables: Vec<Table>,
    /// Rows that are repeated above a block that opens a sheet, and cells that several rows share; each with the index of its
    /// table.
    pub shared: Vec<(usize, Tree)>,
    /// The blocks, in order.
    pub blocks: Vec<Block>,
    /// The closing part, below the last block.
    pub closing: Tree,
    /// The words in the foot of each sheet, beside its number.
    pub foot: String,
    /// Whether a sheet may end between any two lines of a block, as in a document, whose pages are full.
    pub by_lines: bool,
    /// Words that the heads of columns have, each with what stands under it in another language.
    pub glosses: &'static [[&'static str; 2]],
}

/// A table: its columns, each with its class and name.
pub struct Table {
    /// The class of the table.
    pub class: &'static str,
    /// The columns, each as class and name.
    pub columns: Vec<(&'static str, &'static str)>,
}

/// A block: a paragraph, or a row of a table.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub struct Block {
    /// The paragraph, or the row of a table.
    pub tree: Tree,
    /// The table that it is a row of, as an index into [`Paper::tables`]; `None` for a paragraph.
    pub table: Option<usize>,
    /// Whether it may not be the last of its sheet.
    pub keep_with_next: bool,
    /// Whether it begins a sheet.
    pub opens: bool,
    /// The row repeated above it if it opens a sheet, as an index into [`Paper::shared`].
    pub above: Option<usize>,
    /// The cells that it shares with other rows, as an index into [`Paper::shared`]; the entry after that one has the same
    /// cells as they are at the top of a sheet.
    pub cells: Option<usize>,
    /// Whether it shares these cells with the row before it.
    pub joins: bool,
    /// Whether it is left out where what stands before the first block that opens a sheet takes more than one, and takes one without it.
    pub spare: bool,
}

impl Block {
    /// A paragraph.
    pub fn of(tree: impl Into<Tree>) -> Self {
        Self { tree: tree.into(), ..Self::default() }
    }

    /// A row of a table.
    pub fn row(table: usize, tree: impl Into<Tree>) -> Self {
        Self { tree: tree.into(), table: Some(table), ..Self::default() }
    }

    /// The place where a table begins, for the table's head.
    pub fn head(table: usize) -> Self {
        Self { table: Some(table), keep_with_next: true, ..Self::default() }
    }

    /// The block, kept with the next one.
    #[must_use]
    pub fn kept(self) -> Self {
        Self { keep_with_next: true, ..self }
    }

    /// The block, at the top of a sheet.
    #[must_use]
    pub fn opening(self) -> Self {
        Self { opens: true, ..self }
    }

    /// The block, left out where there is no room for it.
    #[must_use]
    pub fn spared(self) -> Self {
        Self { spare: true, ..self }
    }

    fn is_head(&self) -> bool {
        matches!(self.tree, Tree::Nothing)
    }
}

/// The result of cutting a paper.
#[derive(Debug, PartialEq, Eq)]
pub enum Cut {
    /// The paper is cut into these sheets.
    Sheets(Layout),
    /// Blocks were divided, so the paper has to be measured again.
    Again,
    /// The heights belong to another paper.
    Foreign,
}

/// Height left free on every sheet, in micrometres: a printer's text can come out a hair taller than the screen's.
const SPARE: Length = 1_500;

/// A row of a wide table is divided where it takes more than two thirds of a sheet, in its middle: so a sentence of a plan that stands
/// beside long words stays whole, what is left is more than a line, and two parts fill a sheet below its head.
const TALL: [Length; 2] = [2, 3];
const PART: Length = 2;

/// The least distance between two lines, in CSS pixels; anything closer is on the same line in another type.
const LINE: f64 = 8.0;

/// The heights of a paper's parts, in the order of the measuring sheet.
struct Heights {
    frame: Length,
    head: Length,
    running: Length,
    tables: Vec<Length>,
    shared: Vec<Length>,
    blocks: Vec<Length>,
    closing: Length,
}

impl Paper {
    /// Cuts the paper into sheets. `heights` are those of the marked elements of its [`measuring_sheet`], in document order,
    /// in CSS pixels. `bottoms` gives, for the marked element at a place, how far below its top each of its characters ends,
    /// in CSS pixels.
    pub fn cut(&mut self, heights: &[f64], bottoms: &dyn Fn(usize) -> Vec<f64>) -> Cut {
        let Some(measured) = self.heights(heights) else { return Cut::Foreign };
        if self.by_lines {
            self.by_lines = false;
            self.divide_into_lines(bottoms);
            return Cut::Again;
        }
        let spare = if self.is_document() { 0 } else { SPARE };
        let below = |head: Length| measured.frame.saturating_sub(head).saturating_sub(spare);
        let room = Room { first: below(measured.head), next: below(measured.running), closing: measured.closing };
        if self.leave_out(&measured, room) {
            return Cut::Again;
        }
        let blocks = self.measured(&measured);
        let layout = layout::lay_out(&blocks, room);
        // Tall rows of a wide table are divided, too: what is left of a sheet would stay empty.
        let tallest = if self.is_wide() { room.next / TALL[1] * TALL[0] } else { Length::MAX };
        let is_tall = |i: &usize| blocks[*i].height > tallest && self.blocks[*i].table.is_some();
        let mut tall: Vec<usize> = (0..blocks.len()).filter(is_tall).chain(layout.oversize.iter().copied()).collect();
        tall.sort_unstable();
        tall.dedup();
        // From the last to the first, so that the places before stay as they were measured.
        let places: Vec<usize> = tall.iter().map(|i| self.place(*i)).collect();
        let divided = tall.iter().zip(places).rev().filter(|(i, place)| {
            let whole = room.next.saturating_sub(blocks[**i].repeat);
            let part = if blocks[**i].height > tallest { whole / PART } else { whole };
            self.divide(**i, *place, to_css_px(part), heights, bottoms)
        });
        if divided.count() > 0 { Cut::Again } else { Cut::Sheets(layout) }
    }

    /// The blocks as the layout needs them.
    fn measured(&self, measured: &Heights) -> Vec<layout::MeasuredBlock> {
        let blocks = self.blocks.iter().zip(&measured.blocks);
        blocks.map(|(block, height)| block.measured(*height, measured)).collect()
    }

    /// Leaves spare blocks out, the last one first, until what stands before the first block that opens a sheet has room on one; none
    /// where all of them are not enough. Returns whether it left out any.
    fn leave_out(&mut self, measured: &Heights, room: Room) -> bool {
        let opens = self.blocks.iter().position(|block| block.opens).unwrap_or(0);
        let alone = Room { closing: 0, ..room };
        let mut blocks = self.measured(measured);
        blocks.truncate(opens);
        let mut out = Vec::new();
        let mut spare = (0..opens).rev().filter(|at| self.blocks[*at].spare);
        while layout::lay_out(&blocks, alone).sheets.len() > 1 {
            let Some(at) = spare.next() else { return false };
            blocks.remove(at);
            out.push(at);
        }
        for at in &out {
            self.blocks.remove(*at);
        }
        !out.is_empty()
    }

    /// Whether it is a wide table, whose cells may be narrow and its rows tall.
    fn is_wide(&self) -> bool {
        matches!(self.class, "is-wide" | "is-a3")
    }

    fn is_document(&self) -> bool {
        self.class.starts_with("is-document")
    }

    /// The place of a block among all marked elements. Heads of tables have no marked element of their own.
    fn place(&self, block: usize) -> usize {
        let before = self.blocks.iter().take(block).filter(|block| !block.is_head()).count();
        3 + self.tables.len() + self.shared.len() + before
    }

    fn heights(&self, heights: &[f64]) -> Option<Heights> {
        let mut all = heights.iter().map(|px| from_css_px(*px));
        let (frame, head, running) = (all.next()?, all.next()?, all.next()?);
        let tables: Vec<Length> = all.by_ref().take(self.tables.len()).collect();
        let shared: Vec<Length> = all.by_ref().take(self.shared.len()).collect();
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let head = block.table.filter(|_| block.is_head());
            blocks.push(head.map_or_else(|| all.next(), |table| tables.get(table).copied())?);
        }
        let closing = all.next()?;
        all.next().is_none().then_some(Heights { frame, head, running, tables, shared, blocks, closing })
    }

    /// Divides a block measured at `place`, or the cells it shares, so that its first part is at most `room` tall, in CSS
    /// pixels. Returns whether that was possible.
    fn divide(
        &mut self,
        i: usize,
        place: usize,
        room: f64,
        heights: &[f64],
        bottoms: &dyn Fn(usize) -> Vec<f64>,
    ) -> bool {
        let Some(Block { table, above, cells, joins, keep_with_next, .. }) = self.blocks.get(i).map(Block::bare) else {
            return false;
        };
        let is_tall = heights.get(place).is_some_and(|height| *height > room);
        let (tree, place) = match cells.filter(|_| !is_tall) {
            Some(cells) => (&self.shared[cells].1, 3 + self.tables.len() + cells),
            None => (&self.blocks[i].tree, place),
        };
        let bottoms = bottoms(place);
        let lowest = bottoms.iter().copied().fold(0.0, f64::max);
        let limit = room - (heights.get(place).copied().unwrap_or(lowest) - lowest);
        let fits = |at: usize| bottoms.get(at).is_none_or(|bottom| *bottom <= limit);
        if (0..bottoms.len()).all(fits) || !(0..bottoms.len()).any(fits) {
            return false;
        }
        let first = only(tree, &fits);
        let rest = only(tree, &|at| !fits(at));
        let second = if is_tall || cells.is_none() {
            self.blocks[i].tree = first.set("data-goes-on", "");
            Block {
                tree: rest.set("data-rest", ""),
                table,
                keep_with_next,
                above,
                cells,
                joins: joins || cells.is_some(),
                ..Block::default()
            }
        } else {
            let of = table.unwrap_or(0);
            // The rest of the cells stands beside an empty row; what joins it continues the same task.
            let at = self.shared.len();
            self.shared.push((of, rest.clone()));
            self.shared.push((of, rest));
            if let Some(cells) = cells {
                self.shared[cells].1 = first;
            }
            let empty = only(&self.blocks[i].tree, &|_| false);
            Block { tree: empty, table, keep_with_next, above, cells: Some(at), ..Block::default() }
        };
        self.blocks.insert(i + 1, second);
        true
    }

    /// Makes every line a block of its own.
    fn divide_into_lines(&mut self, bottoms: &dyn Fn(usize) -> Vec<f64>) {
        let first = self.place(0);
        let mut lines = Vec::new();
        for (i, block) in std::mem::take(&mut self.blocks).into_iter().enumerate() {
            let bottoms = bottoms(first + i);
            let mut line = 0;
            let mut bottom = bottoms.first().copied().unwrap_or(0.0);
            let of: Vec<usize> = bottoms
                .iter()
                .map(|at| {
                    if *at > bottom + LINE {
                        (line, bottom) = (line + 1, *at);
                    }
                    line
                })
                .collect();
            // A heading stays whole.
            if line == 0 || block.keep_with_next {
                lines.push(block);
                continue;
            }
            for here in 0..=line {
                let class = match (here == 0, here == line) {
                    (true, _) => "is-cut",
                    (_, false) => "is-cut is-rest",
                    (_, true) => "is-rest",
                };
                let tree = only(&block.tree, &|at| of.get(at) == Some(&here));
                let tree = el("div").class(class).child(tree).tree();
                lines.push(Block::of(tree));
            }
        }
        self.blocks = lines;
    }
}

impl Block {
    /// The block as the layout needs it.
    fn measured(&self, height: Length, measured: &Heights) -> layout::MeasuredBlock {
        let shared = |at: Option<usize>| at.and_then(|at| measured.shared.get(at)).copied().unwrap_or(0);
        let head = self.table.filter(|_| !self.is_head()).and_then(|table| measured.tables.get(table));
        layout::MeasuredBlock {
            height,
            repeat: head.map_or(0, |head| head.saturating_add(shared(self.above))),
            keep_with_next: self.keep_with_next,
            opens: self.opens,
            joins: self.joins,
            least: shared(self.cells),
            least_again: shared(self.cells.map(|cells| cells + 1)),
        }
    }

    /// A copy of the block without its content.
    fn bare(&self) -> Self {
        Self { tree: Tree::Nothing, ..*self }
    }
}

/// A tree reduced to the characters for whose places, from 0, `keep` is true.
fn only(tree: &Tree, keep: &dyn Fn(usize) -> bool) -> Tree {
    let mut at = 0;
    tree.rewritten(&mut |text| {
        let kept = |_: &char| {
            at += 1;
            keep(at - 1)
        };
        text.chars().filter(kept).collect()
    })
}

/// All parts of a paper on one endless sheet that is neither seen nor printed. [`Paper::cut`] needs the heights of its marked
/// elements in document order.
pub fn measuring_sheet(paper: &Paper) -> Tree {
    let body = |table: usize, rows: Vec<Tree>| {
        let rows = el("tbody").children(rows);
        let class = paper.tables.get(table).map_or("", |table| table.class);
        el("div").class(class).child(el("table").child(columns(paper, table)).child(rows)).tree()
    };
    let tables = (0..paper.tables.len()).map(|i| marked(table(paper, i, Vec::new())));
    let shared = paper.shared.iter().map(|(table, tree)| body(*table, vec![marked(tree.filled(&Tree::Nothing, 1))]));
    let mut blocks = Vec::new();
    let mut rows = Vec::new();
    for (i, block) in paper.blocks.iter().enumerate() {
        let Some(table) = block.table else {
            blocks.push(marked(block.tree.clone()));
            continue;
        };
        if !block.is_head() {
            // Beside empty copies of its shared cells, so that its own cells stand in their columns.
            let beside = block.cells.and_then(|cells| paper.shared.get(cells)).map(|(_, tree)| only(tree, &|_| false));
            rows.push(marked(beside.map_or_else(|| block.tree.clone(), |beside| beside.filled(&block.tree, 1))));
        }
        if paper.blocks.get(i + 1).is_none_or(|next| next.table != block.table) {
            blocks.push(body(table, std::mem::take(&mut rows)));
        }
    }
    let part = |tree: &Tree| marked(el("div").child(tree.clone()).tree());
    sheet(paper, "is-measured")
        .set("aria-hidden", "true")
        .child(marked(el("div").class("sheet-frame").tree()))
        .child(part(&paper.head))
        .child(part(&paper.running))
        .children(tables)
        .children(shared)
        .children(blocks)
        .child(part(&paper.closing))
        .tree()
}

/// Marks an element to be measured.
fn marked(tree: Tree) -> Tree {
    tree.set("data-h", "")
}

/// The sheets of a paper, as printed.
pub fn sheets(paper: &Paper, layout: &Layout) -> Tree {
    let count = layout.sheets.len();
    let draw = |(number, range): (usize, &Range<usize>)| {
        let frame = el("div")
            .class("sheet-frame")
            .child(if number == 0 { paper.head.clone() } else { paper.running.clone() })
            .children(stand(paper, range.clone(), number > 0))
            .child(if number + 1 == count { paper.closing.clone() } else { Tree::Nothing });
        sheet(paper, if number % 2 == 0 { "" } else { "is-even" }).child(frame).child(foot(paper, number, count)).tree()
    };
    Tree::All(layout.sheets.iter().enumerate().map(draw).collect())
}

fn sheet(paper: &Paper, class: &str) -> Element {
    let classes = ["sheet", paper.class, class].into_iter().filter(|class| !class.is_empty());
    el("section").class(&classes.collect::<Vec<_>>().join(" ")).set("lang", paper.words.lang)
}

/// The blocks of one sheet; with `again`, of a sheet other than the first.
fn stand(paper: &Paper, range: Range<usize>, again: bool) -> Vec<Tree> {
    let blocks = paper.blocks.get(range).unwrap_or_default();
    let mut trees = Vec::new();
    let mut rows = Vec::new();
    let shared = |at: Option<usize>| at.and_then(|at| paper.shared.get(at)).map(|(_, tree)| tree);
    for (i, block) in blocks.iter().enumerate() {
        let Some(of) = block.table else {
            trees.push(block.tree.clone());
            continue;
        };
        let opens = again && i == 0;
        if opens {
            rows.extend(shared(block.above).cloned());
        }
        let cells = if opens && block.joins { block.cells.map(|cells| cells + 1) } else { block.cells };
        match shared(cells).filter(|_| opens || !block.joins) {
            Some(cells) => {
                let span = 1 + blocks[i + 1..].iter().take_while(|block| block.joins).count();
                rows.push(cells.filled(&block.tree, span));
            }
            None if block.is_head() => {}
            None => rows.push(block.tree.clone()),
        }
        if blocks.get(i + 1).is_none_or(|next| next.table != block.table) {
            trees.push(table(paper, of, std::mem::take(&mut rows)));
        }
    }
    trees
}

/// The widths of a table's columns, so that a part without the head has the same.
fn columns(paper: &Paper, table: usize) -> Tree {
    let columns = paper.tables.get(table).map_or(&[][..], |table| &table.columns);
    el("colgroup").children(columns.iter().map(|(class, _)| el("col").class(class).tree())).tree()
}

/// A table with its head and these rows.
fn table(paper: &Paper, i: usize, rows: Vec<Tree>) -> Tree {
    let Some(table) = paper.tables.get(i) else { return Tree::Nothing };
    let gloss = |name: &str| paper.glosses.iter().find(|[words, _]| fold_text(words) == fold_text(name));
    let name = |(class, name): &(&str, &str)| {
        let gloss = gloss(name).map(|[_, gloss]| el("small").class("reads").set("lang", "en").text(gloss));
        el("th").set("scope", "col").class(class).text(name).child(gloss).tree()
    };
    let head = el("thead").child(el("tr").children(table.columns.iter().map(name)));
    let whole = el("table").child(columns(paper, i)).child(head).child(el("tbody").children(rows));
    el("div").class(table.class).child(whole).tree()
}

/// The foot of a sheet; `number` counts from 0.
fn foot(paper: &Paper, number: usize, count: usize) -> Tree {
    let words = paper.words;
    let numbered = if paper.is_document() {
        ["— ", &(number + 1).to_string(), " —"].concat()
    } else {
        between(&words.page, &[number + 1, count])
    };
    el("footer")
        .class("sheet-foot")
        .child(el("span").text(&paper.foot))
        .child(el("span").class("sheet-no").text(numbered))
        .tree()
}
