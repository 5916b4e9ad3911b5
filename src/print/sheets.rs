//! The sheets of a checklist, and the one on which its pieces are measured.

use super::checklist::ChecklistPaper;
use super::layout::Layout;
use super::pieces::Piece;
use super::rows;
use crate::element::{View, all, el};

/// Selects the sheet that is measured.
pub const MEASURED: &str = ".sheet.is-measured";

/// All pieces of a checklist on one endless sheet that is neither seen nor printed. The heights of its marked
/// elements, in document order, are what [`ChecklistPaper::lay_out`] asks for.
pub fn measuring_sheet(paper: &ChecklistPaper) -> View {
    let continued = paper.task_rows().filter_map(|task| rows::continued_row(paper, task));
    let body = el("tbody").children(paper.rows.iter().map(|row| rows::row(paper, row))).children(continued);
    el("section")
        .class(if paper.filled { "sheet is-filled is-measured" } else { "sheet is-measured" })
        .set("lang", paper.words.lang)
        .set("aria-hidden", "true")
        .child(el("div").class("sheet-frame").set("data-h", ""))
        .child(rows::head(paper))
        .child(rows::running_head(paper))
        .children(paper.standing.iter().map(rows::standing))
        .child(rows::table(paper, Vec::new()))
        .child(el("div").class("paper-table").child(el("table").child(rows::columns()).child(body)))
        .child(rows::sign_off(paper))
        .view()
}

/// The sheets of a checklist, as they are printed.
pub fn checklist_sheets(paper: &ChecklistPaper, layout: &Layout) -> View {
    let pieces = paper.pieces();
    let count = layout.sheets.len();
    let on = |range: &std::ops::Range<usize>| pieces.get(range.clone()).unwrap_or_default();
    let sheets = layout.sheets.iter().enumerate();
    all(sheets.map(|(number, range)| sheet(paper, on(range), number, count)).collect())
}

/// One sheet; `number` counts from 0.
fn sheet(paper: &ChecklistPaper, pieces: &[Piece], number: usize, count: usize) -> View {
    let mut standing = Vec::new();
    let mut table = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        match *piece {
            Piece::Standing(i) => standing.extend(paper.standing.get(i).map(rows::standing)),
            Piece::TableHead => {}
            Piece::Row(i) => {
                let Some(row) = paper.rows.get(i) else { continue };
                if place == 0 && row.is_measure() {
                    table.extend(paper.task_above(i).and_then(|task| rows::continued_row(paper, task)));
                }
                table.push(rows::row(paper, row));
            }
        }
    }
    let table = pieces.iter().any(|piece| !matches!(piece, Piece::Standing(_))).then(|| rows::table(paper, table));
    let head = if number == 0 { rows::head(paper) } else { rows::running_head(paper) };
    let sign_off = (number + 1 == count).then(|| rows::sign_off(paper));
    let frame = el("div").class("sheet-frame").child(head).children(standing).children(table).children(sign_off);
    let foot = rows::foot(paper, number, count);
    let class = if paper.filled { "sheet is-filled" } else { "sheet" };
    el("section").class(class).set("lang", paper.words.lang).child(frame).child(foot).view()
}
