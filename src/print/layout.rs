//! Cuts blocks of known height into sheets. Pure: it knows no paper, no browser and no units.
//!
//! All lengths are whole micrometres ([`Length`]), so that sums are exact and the same on every machine.
//! Every paper uses this one engine: it passes what it prints as [`MeasuredBlock`]s and the [`Room`] of its sheets, and
//! prints the ranges that [`lay_out`] returns.
//!
//! Rules that hold for the result of any input:
//!
//! - every block is on exactly one sheet, and in order;
//! - no block is cut, and no sheet is overfull, except one that holds a single block taller than a whole sheet;
//!   that block is reported in [`Layout::oversize`];
//! - blocks that share cells ([`MeasuredBlock::joins`]) have the room that those cells need on every sheet they are on;
//! - a block with [`MeasuredBlock::opens`] is the first of its sheet, unless the closing part needs its company;
//! - a block with [`MeasuredBlock::keep_with_next`] is not the last of its sheet, unless the block after it is oversize, or
//!   the blocks kept together are taller than a whole sheet, or the next one begins a sheet;
//! - the closing part of the paper (a sign-off) is on the last sheet, with rows above it wherever rows can be spared.

use std::ops::Range;

/// A length in micrometres.
pub type Length = u32;

/// Converts CSS pixels (96 to the inch) to a length, rounded up so that nothing is taken for smaller than it is.
pub fn from_css_px(px: f64) -> Length {
    let micrometres = (px * 25_400.0 / 96.0).ceil();
    if micrometres.is_finite() && micrometres > 0.0 {
        // The value is within range: checked above, and bounded below.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let length = micrometres.min(f64::from(Length::MAX)) as Length;
        length
    } else {
        0
    }
}

/// Converts a length to CSS pixels.
pub fn to_css_px(length: Length) -> f64 {
    f64::from(length) * 96.0 / 25_400.0
}

/// A block with its height: something that is printed whole on one sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasuredBlock {
    /// The height of the block.
    pub height: Length,
    /// The height of what is repeated above it if it opens a sheet other than the first: a table head, "(續)".
    pub repeat: Length,
    /// Whether it may not be the last of its sheet, as a heading.
    pub keep_with_next: bool,
    /// Whether it begins a sheet, whatever room there is on the one before.
    pub opens: bool,
    /// Whether it shares cells with the block before it, as a row of a table in which some cells span several rows.
    pub joins: bool,
    /// The height of the cells that it shares with the blocks that join it. On each sheet these rows together are at least
    /// this tall.
    pub least: Length,
    /// The height of the shared cells if the block opens a sheet and joins a block of the sheet before.
    pub least_again: Length,
}

/// The room for blocks on the sheets of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The room on the first sheet, below its head.
    pub first: Length,
    /// The room on each sheet after the first.
    pub next: Length,
    /// The height of the closing part below the last block; 0 if there is none.
    pub closing: Length,
}

/// The blocks on each sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// One range of blocks for each sheet; there is at least one sheet. The first range is empty if the head leaves no room
    /// for the first block; the last is empty if the closing part could not be brought onto a sheet with blocks.
    pub sheets: Vec<Range<usize>>,
    /// The blocks that are taller than a whole sheet. Each has a sheet of its own, which cannot hold all of it.
    pub oversize: Vec<usize>,
}

/// How many blocks the last sheet has at least above the closing part, if so many can be spared.
const COMPANY: usize = 2;

/// Cuts blocks into sheets.
pub fn lay_out(blocks: &[MeasuredBlock], room: Room) -> Layout {
    let cut = Cutter { blocks, room };
    let mut sheets = Vec::new();
    let mut start = 0;
    while start < blocks.len() {
        let room = cut.sheet_end(start, sheets.is_empty());
        let opens = (start + 1..room).find(|i| blocks[*i].opens);
        let end = opens.unwrap_or(room);
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

    /// The height of the shared cells that begin with this block; 0 if it joins the block before it, unless it opens a sheet.
    fn least(&self, i: usize, opens: bool) -> Length {
        let MeasuredBlock { joins, least, least_again, .. } = self.blocks[i];
        match (joins, opens) {
            (false, _) => least,
            (true, true) => least_again,
            (true, false) => 0,
        }
    }

    /// The end of the range of blocks from `start` that fit on a sheet of their own, `reserve` left free.
    fn fitting(&self, start: usize, first: bool, reserve: Length) -> usize {
        let mut end = start;
        let repeat = if first { 0 } else { self.blocks.get(start).map_or(0, |block| block.repeat) };
        let whole = if first { self.room.first } else { self.room.next };
        let Some(room) = whole.checked_sub(repeat).and_then(|room| room.checked_sub(reserve)) else {
            return start;
        };
        // The height above the rows that share cells, of these rows, and of their shared cells.
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

    /// The end of the sheet that block `start` opens.
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
        // Nothing fits, or only blocks that must be kept with the first block that does not fit.
        let next_is_better =
            if full == start { !self.is_oversize(start, false) } else { self.kept_together_fit_next(start) };
        if first && next_is_better { start } else { full.max(start + 1) }
    }

    /// Whether the blocks kept together from `start` on fit on a sheet that is not the first.
    fn kept_together_fit_next(&self, start: usize) -> bool {
        let mut last = start;
        while self.keeps(last) {
            last += 1;
        }
        self.fitting(start, false, 0) > last
    }

    /// Makes room below the last block for the closing part.
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
