//! The sheets of a checklist, and the one on which its pieces are measured.

use super::checklist::ChecklistPaper;
use super::layout::Layout;
use super::pieces::Piece;
use super::rows;
use leptos::prelude::*;
use std::sync::Arc;

/// Selects the sheet that is measured.
pub const MEASURED: &str = ".sheet.is-measured";

/// All pieces of a checklist on one endless sheet that is neither seen nor printed. The heights of its marked
/// elements, in document order, are what [`ChecklistPaper::lay_out`] asks for.
#[component]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn MeasuringSheet(
    /// The paper.
    paper: Arc<ChecklistPaper>,
) -> impl IntoView {
    let paper = &*paper;
    let standing: Vec<AnyView> = paper.standing.iter().map(rows::standing).collect();
    let all: Vec<AnyView> = paper.rows.iter().map(|row| rows::row(paper, row)).collect();
    let continued: Vec<AnyView> = paper.task_rows().filter_map(|task| rows::continued_row(paper, task)).collect();
    view! {
        <section class="sheet is-measured" lang=paper.words.lang aria-hidden="true">
            <div class="sheet-frame" data-h=""></div>
            {rows::head(paper)}
            {rows::running_head(paper)}
            {standing}
            {rows::table(paper, Vec::new())}
            <div class="paper-table">
                <table>{rows::columns()} <tbody>{all}{continued}</tbody></table>
            </div>
            {rows::sign_off(paper)}
        </section>
    }
}

/// The sheets of a checklist, as they are printed.
#[component]
#[allow(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn ChecklistSheets(
    /// The paper.
    paper: Arc<ChecklistPaper>,
    /// Its sheets.
    layout: Layout,
) -> impl IntoView {
    let pieces = paper.pieces();
    let count = layout.sheets.len();
    let on = |range: &std::ops::Range<usize>| pieces.get(range.clone()).unwrap_or_default();
    layout.sheets.iter().enumerate().map(|(number, range)| sheet(&paper, on(range), number, count)).collect_view()
}

/// One sheet; `number` counts from 0.
fn sheet(paper: &ChecklistPaper, pieces: &[Piece], number: usize, count: usize) -> AnyView {
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
    view! {
        <section class="sheet" lang=paper.words.lang>
            <div class="sheet-frame">
                {if number == 0 { rows::head(paper) } else { rows::running_head(paper) }}
                {standing}
                {table}
                {(number + 1 == count).then(|| rows::sign_off(paper))}
            </div>
            {rows::foot(paper, number, count)}
        </section>
    }
    .into_any()
}
