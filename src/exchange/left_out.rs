//! What of a file is not in its text.

/// How many pieces of a file are not in its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Text boxes.
    pub text_boxes: usize,
    /// References to footnotes and endnotes.
    pub footnotes: usize,
    /// Passages of hidden text.
    pub hidden: usize,
    /// Sheets of a workbook that something is written in.
    pub sheets: usize,
    /// Hidden rows of the sheet that was read.
    pub rows: usize,
}

impl LeftOut {
    /// Its counts: text boxes, notes, hidden passages, sheets, rows.
    pub fn counts(self) -> [usize; 5] {
        let Self { text_boxes, footnotes, hidden, sheets, rows } = self;
        [text_boxes, footnotes, hidden, sheets, rows]
    }
}
