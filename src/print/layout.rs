//! Blocks of known height, cut into sheets. Pure: no paper, no browser, no units of its own.
//!
//! All lengths are whole micrometres ([`Length`]), so that sums are exact and the same on every machine.
//! Every paper uses this one engine: it turns what it prints into [`MeasuredBlock`]s, says how much [`Room`] its sheets
//! have, and prints the ranges that [`lay_out`] returns.
//!
//! What holds of the result, whatever goes in:
//!
//! - every block is on exactly one sheet, and in order;
//! - no block is cut, and no sheet is overfull, except one that holds a single block taller than a whole sheet;
//!   that block is reported in [`Layout::oversize`];
//! - blocks that share cells ([`MeasuredBlock::joins`]) have the room those cells need on every sheet they are on;
//! - a block that says [`MeasuredBlock::keep_with_next`] is not the last of its sheet, unless what it must be kept with
//!   is oversize or the blocks kept together are taller than a whole sheet;
//! - what closes the paper (a sign-off) is on the last sheet, with rows above it wherever rows can be spared.

use std::ops::Range;

/// A length in micrometres.
pub type Length = u32;

/// A length from CSS pixels (96 to the inch), rounded up so that nothing is taken for smaller than it is.
pub fn from_css_px(px: f64) -> Length {
    let micrometres = (px * 25_400.0 / 96.0).ceil();
    if micrometres.is_finite() && micrometres > 0.0 {
        // In range by the test above and the bound below.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = micrometres.min(f64::from(Length::MAX)) as Length;
        length
    } else {
        0
    }
}

/// A length in CSS pixels.
pub fn to_css_px(length: Length) -> f64 {
    f64::from(length) * 96.0 / 25_400.0
}

/// Something that is printed whole on one sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasuredBlock {
    /// How tall it is.
    pub height: Length,
    /// What is repeated above it where it opens a sheet that is not the first: a table head, "(續)".
    pub repeat: Length,
    /// Whether it may not be the last of its sheet: a heading.
    pub keep_with_next: bool,
    /// Whether it shares cells with the block before it: a row of a table, where some cells span several rows.
    pub joins: bool,
    /// How tall the cells are that it shares with the blocks that join it. On each sheet the rows are together at least
    /// so tall.
    pub least: Length,
    /// The same where it opens a sheet and joins the sheet before.
    pub least_again: Length,
}

/// The room for blocks on the sheets of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// On the first sheet, below its head.
    pub first: Length,
    /// On each sheet after it.
    pub next: Length,
    /// What closes the paper and stands below the last block; 0 for nothing.
    pub closing: Length,
}

/// Which blocks are on which sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// One range of blocks for each sheet; at least one sheet. The first is empty where its head leaves no room
    /// for the first block; the last is empty where what closes the paper could not be brought onto a sheet
    /// with blocks.
    pub sheets: Vec<Range<usize>>,
    /// Blocks taller than a whole sheet. Each has a sheet of its own, and is more than it can hold.
    pub oversize: Vec<usize>,
}

/// On the last sheet at least so many blocks are brought to what closes the paper, where so many can be spared.
const COMPANY: usize = 2;

/// Cuts blocks into sheets.
pub fn lay_out(blocks: &[MeasuredBlock], room: Room) -> Layout {
    let cut = Cutter { blocks, room };
    let mut sheets = Vec::new();
    let mut start = 0;
    while start < blocks.len() {
        let end = cut.sheet_end(start, sheets.is_empty());
        sheets.push(start..end);
        start = end;
    }
    if sheets.is_empty() {
        sheets.push(0..0);
    }
    cut.close(&mut sheets);
    let overfull = |(number, sheet): (usize, &Range<usize>)| {
        (sheet.len() == 1 && cut.is_oversize(sheet.start, number == 0)).then_some(sheet.start)
    };
    let oversize = sheets.iter().enumerate().filter_map(overfull).collect();
    Layout { sheets, oversize }
}

struct Cutter<'a> {
    blocks: &'a [MeasuredBlock],
    room: Room,
}

impl Cutter<'_> {
    /// Whether a block is taller than a whole sheet.
    fn is_oversize(&self, i: usize, first: bool) -> bool {
        let MeasuredBlock { height, repeat, .. } = self.blocks[i];
        let height = height.max(self.least(i, true));
        if first { height > self.room.first } else { height.saturating_add(repeat) > self.room.next }
    }

    /// Whether no sheet may end after this block.
    fn keeps(&self, i: usize) -> bool {
        let waived = |i| self.is_oversize(i, false);
        self.blocks[i].keep_with_next && i + 1 < self.blocks.len() && !waived(i) && !waived(i + 1)
    }

    /// How tall the shared cells are that begin with this block: none where it joins the one before, unless it opens
    /// a sheet.
    fn least(&self, i: usize, opens: bool) -> Length {
        let MeasuredBlock { joins, least, least_again, .. } = self.blocks[i];
        match (joins, opens) {
            (false, _) => least,
            (true, true) => least_again,
            (true, false) => 0,
        }
    }

    /// How far blocks from `start` fit a sheet that they open and that keeps `reserve` free: the end of the range.
    fn fitting(&self, start: usize, first: bool, reserve: Length) -> usize {
        let mut end = start;
        let repeat = if first { 0 } else { self.blocks.get(start).map_or(0, |block| block.repeat) };
        let whole = if first { self.room.first } else { self.room.next };
        let Some(room) = whole.checked_sub(repeat).and_then(|room| room.checked_sub(reserve)) else {
            return start;
        };
        // What stands above the blocks that share cells, those blocks, and their shared cells.
        let (mut above, mut rows, mut least): (Length, Length, Length) = (0, 0, 0);
        while let Some(block) = self.blocks.get(end) {
            if end == start || !block.joins {
                above = rows.max(least).saturating_add(above);
                (rows, least) = (0, self.least(end, end == start));
            }
            rows = block.height.saturating_add(rows);
            if rows.max(least).saturating_add(above) > room {
                break;
            }
            end += 1;
        }
        end
    }

    /// Where the sheet that opens with block `start` ends.
    fn sheet_end(&self, start: usize, first: bool) -> usize {
        let full = self.fitting(start, first, 0);
        if full == self.blocks.len() {
            return full;
        }
        let mut end = full;
        while end > start && self.keeps(end - 1) {
            end -= 1;
        }
        if end > start {
            return end;
        }
        // Nothing fits, or only blocks that must be kept with what does not.
        let next_is_better =
            if full == start { !self.is_oversize(start, false) } else { self.kept_together_fit_next(start) };
        if first && next_is_better { start } else { full.max(start + 1) }
    }

    /// Whether the blocks kept together from `start` on fit a sheet that is not the first.
    fn kept_together_fit_next(&self, start: usize) -> bool {
        let mut last = start;
        while self.keeps(last) {
            last += 1;
        }
        self.fitting(start, false, 0) > last
    }

    /// Makes room below the last block for what closes the paper.
    fn close(&self, sheets: &mut Vec<Range<usize>>) {
        let Some(last) = sheets.last().cloned() else {
            return;
        };
        let holds = |at: usize, first: bool| self.fitting(at, first, self.room.closing) == self.blocks.len();
        let first = sheets.len() == 1;
        let there_is_room =
            if last.is_empty() { self.room.closing <= self.room.first } else { holds(last.start, first) };
        if self.room.closing == 0 || there_is_room {
            return;
        }
        let opens = |at: &usize| !self.keeps(at - 1) && holds(*at, false);
        let inner = last.start + 1..last.end;
        let at =
            inner.clone().rev().filter(|at| at + COMPANY <= last.end).find(opens).or_else(|| inner.rev().find(opens));
        let at = at.unwrap_or(last.end);
        if let Some(shortened) = sheets.last_mut() {
            shortened.end = at;
        }
        sheets.push(at..last.end);
    }
}
