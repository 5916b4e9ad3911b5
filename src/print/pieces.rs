//! The checklist as blocks, and its measured heights as sheets.

use super::checklist::{ChecklistPaper, Row, Standing};
use super::layout::{Block, Layout, Length, Room, from_css_px, lay_out};

/// What the sheets of a checklist are cut from, in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Index into [`ChecklistPaper::standing`].
    Standing(usize),
    /// The head of the table, where the table begins. Sheets that open with a row repeat it.
    TableHead,
    /// Index into [`ChecklistPaper::rows`].
    Row(usize),
}

/// Left free on every sheet: a printer's text can come out a hair taller than the screen's.
const SPARE: Length = 1_500;

impl ChecklistPaper {
    /// Its pieces in printed order. Layouts of this paper are ranges of them.
    pub fn pieces(&self) -> Vec<Piece> {
        let standing = (0..self.standing.len()).map(Piece::Standing);
        let rows = (0..self.rows.len()).map(Piece::Row);
        standing.chain(std::iter::once(Piece::TableHead)).chain(rows).collect()
    }

    /// The task that the row at this place belongs to, as a place in [`ChecklistPaper::rows`].
    pub fn task_above(&self, row: usize) -> Option<usize> {
        (0..=row).rev().find(|&i| matches!(self.rows.get(i), Some(Row::Task(_))))
    }

    /// The places of the task rows.
    pub fn task_rows(&self) -> impl Iterator<Item = usize> {
        (0..self.rows.len()).filter(|&i| matches!(self.rows[i], Row::Task(_)))
    }

    /// Cuts the paper into sheets. `heights` are those of the marked elements of a
    /// [`measuring_sheet`](super::sheets::measuring_sheet) in document order, in CSS pixels; `None` if they are not of this paper.
    pub fn lay_out(&self, heights: &[f64]) -> Option<Layout> {
        let mut heights = heights.iter().map(|px| from_css_px(*px));
        let (frame, head, running) = (heights.next()?, heights.next()?, heights.next()?);
        let mut standing = Vec::with_capacity(self.standing.len());
        for paragraph in &self.standing {
            let keep_with_next = matches!(paragraph, Standing::Heading(_));
            standing.push(Block { height: heights.next()?, repeat: 0, keep_with_next });
        }
        let table_head = heights.next()?;
        let mut blocks = standing;
        blocks.push(Block { height: table_head, repeat: 0, keep_with_next: true });
        let first_row = blocks.len();
        for row in &self.rows {
            let keep_with_next = matches!(row, Row::Undetermined | Row::Task(_));
            blocks.push(Block { height: heights.next()?, repeat: table_head, keep_with_next });
        }
        // Below each task its measures, up to the next task.
        for task in self.task_rows() {
            let continued = heights.next()?;
            for (block, row) in blocks[first_row + task + 1..].iter_mut().zip(&self.rows[task + 1..]) {
                if !row.is_measure() {
                    break;
                }
                block.repeat = table_head.saturating_add(continued);
            }
        }
        let closing = heights.next()?;
        let below = |head: Length| frame.saturating_sub(head).saturating_sub(SPARE);
        let room = Room { first: below(head), next: below(running), closing };
        heights.next().is_none().then(|| lay_out(&blocks, room))
    }
}
