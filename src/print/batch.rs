//! Several papers in one job: each on sheets of its own with page numbers of its own, after a list of contents.

use super::layout::Layout;
use super::paper::{Block, Paper, Table};
use super::phrases::phrases;
use super::tree::{Tree, el};
use super::words::between;

/// What a list of contents is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The title of the plan.
    pub title: String,
    /// The kind of paper: 工作清單目錄.
    pub kind: &'static str,
    /// The column that says how much is on each paper.
    pub extent: &'static str,
}

/// The list of contents: the owner of each paper, its number of sheets, and its first sheet within the job. `papers` are all
/// papers of the job with their layouts; `own` is the number of sheets of the list itself. With `duplex` every paper, the
/// list included, takes whole leaves. `None` if there are no papers.
pub fn contents(names: &Names, papers: &[(Paper, Layout)], own: usize, duplex: bool) -> Option<Paper> {
    let (first, _) = papers.first()?;
    let words = first.words;
    let leaves = |sheets: usize| if duplex { sheets.next_multiple_of(2) } else { sheets };
    let mut start = leaves(own) + 1;
    let mut sum = 0;
    let mut blocks = vec![Block::head(0)];
    for (place, (paper, layout)) in papers.iter().enumerate() {
        let sheets = layout.sheets.len();
        let cells = [&(place + 1).to_string(), &paper.owner, &paper.scope, &sheets.to_string(), &start.to_string()];
        let cells = cells.map(|cell| el("td").text(cell).tree());
        blocks.push(Block::row(0, el("tr").children(cells)));
        start += leaves(sheets);
        sum += sheets;
    }
    let columns = vec![
        ("col-no", words.col_no),
        ("col-owner", words.owner),
        ("col-text", names.extent),
        ("col-no", words.sheet_count),
        ("col-no", words.first_sheet),
    ];
    let head = el("header")
        .class("paper-head")
        .child(el("p").class("paper-kind").text(names.kind))
        .child(el("h1").class("paper-title").child(phrases(&names.title)));
    Some(Paper {
        words,
        class: "is-list",
        owner: String::new(),
        scope: String::new(),
        head: head.tree(),
        running: super::head::running(&names.title, names.kind, ""),
        tables: vec![Table { class: "paper-table is-contents", columns }],
        shared: Vec::new(),
        blocks,
        closing: Tree::Nothing,
        foot: between(&words.contents_sum, &[papers.len(), sum]),
        by_lines: false,
        glosses: &[],
    })
}

/// The empty back of a leaf.
pub fn back() -> Tree {
    el("section").class("sheet is-back").set("aria-hidden", "true").tree()
}
