//! Several checklists in one job: each on its own sheets with its own numbers, and before them a list of what follows.

use super::checklist::{ChecklistPaper, between};
use super::layout::Layout;
use super::rows::numbered_foot;
use crate::element::{View, all, el};

/// A checklist and how it was cut.
pub type Cut = (std::sync::Arc<ChecklistPaper>, Layout);

/// So many entries stand on one sheet of the list of contents.
const ENTRIES: usize = 36;

/// The list of contents: whose checklists follow, in how many sheets each, from which sheet of the job on; `papers` are
/// all of the job. With `duplex` every one of them, this one too, takes whole leaves.
pub fn contents(papers: &[Cut], duplex: bool) -> View {
    let Some((first, _)) = papers.first() else { return View::Nothing };
    let words = first.words;
    let leaves = |sheets: usize| if duplex { sheets.next_multiple_of(2) } else { sheets };
    let count = papers.len().div_ceil(ENTRIES);
    let sheets_of_all = papers.iter().map(|(_, layout)| layout.sheets.len()).sum();
    let sum = between(&words.contents_sum, &[papers.len(), sheets_of_all]);
    let mut start = leaves(count) + 1;
    let mut sheets = Vec::new();
    for (number, some) in papers.chunks(ENTRIES).enumerate() {
        let mut rows = Vec::new();
        for (place, (paper, layout)) in some.iter().enumerate() {
            let cells = [(number * ENTRIES + place + 1).to_string(), paper.party.clone(), paper.scope.clone()];
            let figures = [layout.sheets.len().to_string(), start.to_string()];
            start += leaves(layout.sheets.len());
            let cells = cells.into_iter().chain(figures).map(|cell| el("td").text(cell).view());
            rows.push(el("tr").children(cells).view());
        }
        let names = [words.col_no, words.owner, words.scope, words.sheet_count, words.first_sheet];
        let names = names.map(|name| el("th").set("scope", "col").text(name).view());
        let table = el("table").child(el("thead").child(el("tr").children(names))).child(el("tbody").children(rows));
        let frame = el("div")
            .class("sheet-frame")
            .child(el("p").class("paper-kind").text(words.contents))
            .child(el("h1").class("paper-title").text(&first.title))
            .child(el("div").class("paper-table is-contents").child(table));
        let foot = numbered_foot(words, &sum, number, count);
        sheets.push(el("section").class("sheet").set("lang", words.lang).child(frame).child(foot).view());
    }
    if duplex && count % 2 == 1 {
        sheets.push(back());
    }
    all(sheets)
}

/// The empty back of a leaf.
pub fn back() -> View {
    el("section").class("sheet is-back").set("aria-hidden", "true").view()
}
