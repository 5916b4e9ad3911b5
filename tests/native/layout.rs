//! Blocks are cut into sheets as an office would cut them: cases by hand, and properties over any input.

use proptest::prelude::*;
use std::ops::Range;
use yaodian::print::layout::{Layout, Length, MeasuredBlock, Room, from_css_px, lay_out};

fn row(height: Length) -> MeasuredBlock {
    MeasuredBlock { height, ..MeasuredBlock::default() }
}

fn heading(height: Length) -> MeasuredBlock {
    MeasuredBlock { height, keep_with_next: true, ..MeasuredBlock::default() }
}

fn room(first: Length, next: Length, closing: Length) -> Room {
    Room { first, next, closing }
}

/// Sheets as pairs of first block and end.
fn cut(blocks: &[MeasuredBlock], room: Room) -> Vec<(usize, usize)> {
    lay_out(blocks, room).sheets.iter().map(|sheet| (sheet.start, sheet.end)).collect()
}

#[test]
fn a_paper_without_blocks_has_one_sheet() {
    assert_eq!(cut(&[], room(10, 10, 5)), [(0, 0)]);
}

#[test]
fn blocks_that_just_fit_fill_the_sheet() {
    assert_eq!(cut(&[row(4); 5], room(8, 12, 0)), [(0, 2), (2, 5)]);
}

#[test]
fn a_heading_goes_over_with_its_first_row() {
    assert_eq!(cut(&[row(4), row(4), heading(2), row(4), row(4)], room(10, 10, 0)), [(0, 2), (2, 5)]);
}

#[test]
fn headings_upon_headings_go_over_together() {
    assert_eq!(cut(&[row(6), heading(1), heading(1), row(4)], room(10, 10, 0)), [(0, 1), (1, 4)]);
}

#[test]
fn what_is_repeated_takes_room_on_later_sheets_only() {
    let block = MeasuredBlock { height: 4, repeat: 3, ..MeasuredBlock::default() };
    assert_eq!(cut(&[block; 5], room(12, 12, 0)), [(0, 3), (3, 5)]);
    assert_eq!(cut(&[block; 7], room(12, 12, 0)), [(0, 3), (3, 5), (5, 7)]);
}

#[test]
fn rows_that_share_cells_have_the_room_the_cells_need() {
    let shared = |height, joins| MeasuredBlock { height, joins, least: 9, least_again: 5, ..MeasuredBlock::default() };
    // Two rows beside a cell of 9: what comes after them has the rest of the sheet.
    assert_eq!(cut(&[shared(2, false), shared(2, true), row(3)], room(12, 12, 0)), [(0, 3)]);
    assert_eq!(cut(&[shared(2, false), shared(2, true), row(4)], room(12, 12, 0)), [(0, 2), (2, 3)]);
    // Where they go on, the cells are those that say so.
    assert_eq!(cut(&[shared(9, false), shared(9, true), row(3), row(1)], room(12, 12, 0)), [(0, 1), (1, 3), (3, 4)]);
    assert_eq!(cut(&[shared(9, false), shared(2, true), shared(1, true), row(7)], room(10, 12, 0)), [(0, 1), (1, 4)]);
    // Nothing fits below cells that fill the sheet.
    assert_eq!(cut(&[shared(2, false), row(1)], room(9, 9, 0)), [(0, 1), (1, 2)]);
}

#[test]
fn the_sign_off_stands_on_the_last_sheet_if_there_is_room() {
    assert_eq!(cut(&[row(4), row(4)], room(10, 10, 2)), [(0, 2)]);
}

#[test]
fn the_sign_off_takes_the_last_rows_with_it() {
    assert_eq!(cut(&[row(3), row(3), row(3)], room(10, 10, 4)), [(0, 1), (1, 3)]);
    // Two rows have no room beside it; one has.
    assert_eq!(cut(&[row(3), row(3), row(3)], room(10, 10, 7)), [(0, 2), (2, 3)]);
    // A heading goes with its row.
    assert_eq!(cut(&[row(3), row(3), heading(1), row(3)], room(10, 10, 4)), [(0, 2), (2, 4)]);
}

#[test]
fn the_sign_off_is_alone_only_where_no_row_can_be_spared() {
    assert_eq!(cut(&[row(5), row(5)], room(10, 10, 8)), [(0, 2), (2, 2)]);
    assert_eq!(cut(&[row(9)], room(10, 10, 4)), [(0, 1), (1, 1)]);
}

#[test]
fn a_block_taller_than_a_sheet_has_its_own_and_is_reported() {
    let layout = lay_out(&[row(3), row(30), row(3)], room(10, 10, 0));
    assert_eq!(layout, Layout { sheets: vec![0..1, 1..2, 2..3], oversize: vec![1] });
}

#[test]
fn a_long_head_leaves_the_first_sheet_to_itself() {
    assert_eq!(cut(&[heading(2), row(5)], room(3, 10, 0)), [(0, 0), (0, 2)]);
    assert_eq!(cut(&[row(5)], room(3, 10, 0)), [(0, 0), (0, 1)]);
    assert_eq!(cut(&[row(30)], room(3, 10, 0)), [(0, 1)]);
}

#[test]
fn pixels_become_micrometres_and_never_fewer() {
    assert_eq!(from_css_px(96.0), 25_400);
    assert_eq!(from_css_px(1.0), 265);
    assert_eq!(from_css_px(-1.0), 0);
    assert_eq!(from_css_px(f64::NAN), 0);
    assert_eq!(from_css_px(f64::INFINITY), 0);
    assert_eq!(from_css_px(1e300), Length::MAX);
}

prop_compose! {
    fn block()(
        height in 0..40u32,
        repeat in 0..4u32,
        keep_with_next in prop::bool::weighted(0.3),
        // Half of them share cells with others.
        joins in prop::bool::weighted(0.3),
        least in prop_oneof![2 => Just(0), 1 => 0..50u32],
        least_again in prop_oneof![2 => Just(0), 1 => 0..30u32],
    ) -> MeasuredBlock {
        MeasuredBlock { height, repeat, keep_with_next, opens: false, joins, least, least_again }
    }
}

prop_compose! {
    fn paper()(blocks in prop::collection::vec(block(), 0..60), first in 0..60u32, next in 0..60u32, closing in 0..40u32)
        -> (Vec<MeasuredBlock>, Room) {
        (blocks, Room { first, next, closing })
    }
}

/// How high these blocks are on a sheet that they open: those that share cells at least as high as the cells.
fn stack(blocks: &[MeasuredBlock], range: Range<usize>) -> u64 {
    let mut height = 0;
    let mut at = range.start;
    while at < range.end {
        let first = blocks[at];
        let end = (at + 1..range.end).find(|&i| !blocks[i].joins).unwrap_or(range.end);
        let rows: u64 = blocks[at..end].iter().map(|block| u64::from(block.height)).sum();
        height += rows.max(u64::from(if first.joins { first.least_again } else { first.least }));
        at = end;
    }
    height
}

/// What is used of a sheet, and what there is.
fn fill(blocks: &[MeasuredBlock], room: Room, layout: &Layout, number: usize) -> (u64, u64) {
    let sheet = &layout.sheets[number];
    let repeat = if number == 0 { 0 } else { blocks.get(sheet.start).map_or(0, |block| block.repeat) };
    let closing = if number + 1 == layout.sheets.len() && !sheet.is_empty() { room.closing } else { 0 };
    let used = stack(blocks, sheet.clone());
    let there = if number == 0 { room.first } else { room.next };
    (used + u64::from(repeat) + u64::from(closing), u64::from(there))
}

/// Whether blocks `from..to` and what closes the paper fit one sheet that is not the first.
fn fits_next(blocks: &[MeasuredBlock], room: Room, from: usize, to: usize, closing: Length) -> bool {
    stack(blocks, from..to) + u64::from(blocks[from].repeat) + u64::from(closing) <= u64::from(room.next)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn every_block_is_on_one_sheet_and_in_order((blocks, room) in paper()) {
        let layout = lay_out(&blocks, room);
        let printed: Vec<usize> = layout.sheets.iter().cloned().flatten().collect();
        prop_assert_eq!(printed, (0..blocks.len()).collect::<Vec<_>>());
    }

    /// Whatever room there is before it; and everything else stays as the rules have it.
    #[test]
    fn what_begins_a_sheet_is_the_first_of_one((blocks, room) in paper(), opening in prop::collection::vec(0..60_usize, 0..4)) {
        let (mut blocks, room) = (blocks, Room { closing: 0, ..room });
        for place in opening {
            if let Some(block) = blocks.get_mut(place) {
                *block = MeasuredBlock { opens: true, joins: false, ..*block };
            }
        }
        let layout = lay_out(&blocks, room);
        for (i, _) in blocks.iter().enumerate().filter(|(_, block)| block.opens) {
            prop_assert!(layout.sheets.iter().any(|sheet| sheet.start == i), "{} opens none: {:?}", i, layout);
        }
        let printed: Vec<usize> = layout.sheets.iter().cloned().flatten().collect();
        prop_assert_eq!(printed, (0..blocks.len()).collect::<Vec<_>>());
        for number in 0..layout.sheets.len() {
            let (used, there) = fill(&blocks, room, &layout, number);
            prop_assert!(used <= there || layout.oversize.contains(&layout.sheets[number].start), "sheet {}", number);
        }
    }

    #[test]
    fn no_sheet_is_overfull_but_one_with_a_single_oversize_block((blocks, room) in paper()) {
        let layout = lay_out(&blocks, room);
        for number in 0..layout.sheets.len() {
            let sheet = layout.sheets[number].clone();
            let (used, there) = fill(&blocks, room, &layout, number);
            let reported = sheet.len() == 1 && layout.oversize.contains(&sheet.start);
            prop_assert!(used <= there || reported, "sheet {} uses {} of {}", number, used, there);
        }
        for &i in &layout.oversize {
            prop_assert!(!fits_next(&blocks, room, i, i + 1, 0));
        }
    }

    #[test]
    fn only_the_first_and_the_last_sheet_can_be_without_blocks((blocks, room) in paper()) {
        let layout = lay_out(&blocks, room);
        let last = layout.sheets.len() - 1;
        for (number, sheet) in layout.sheets.iter().enumerate() {
            prop_assert!(!sheet.is_empty() || number == 0 || number == last);
        }
        if layout.sheets[0].is_empty() && !blocks.is_empty() {
            prop_assert!(stack(&blocks, 0..1) > u64::from(room.first) || blocks[0].keep_with_next);
        }
    }

    #[test]
    fn no_heading_is_left_at_the_foot((blocks, room) in paper()) {
        let layout = lay_out(&blocks, room);
        for sheet in &layout.sheets {
            if sheet.is_empty() || sheet.end == blocks.len() || !blocks[sheet.end - 1].keep_with_next {
                continue;
            }
            // Allowed only before (or as) a block taller than a sheet, or where all that is kept together is too tall.
            let oversize = |i: usize| !fits_next(&blocks, room, i, i + 1, 0);
            let kept_until = (sheet.start..blocks.len()).find(|&i| !blocks[i].keep_with_next || oversize(i)).map_or(blocks.len(), |i| i + 1);
            let too_tall = kept_until >= sheet.end && !fits_next(&blocks, room, sheet.start, kept_until.min(blocks.len()), 0);
            prop_assert!(oversize(sheet.end) || oversize(sheet.end - 1) || too_tall, "{:?}", layout);
        }
    }

    #[test]
    fn the_sign_off_is_with_rows_wherever_rows_can_be_spared((blocks, room) in paper()) {
        let layout = lay_out(&blocks, room);
        let count = layout.sheets.len();
        if count < 2 || !layout.sheets[count - 1].is_empty() {
            return Ok(());
        }
        let before = layout.sheets[count - 2].clone();
        let (used, there) = fill(&blocks, room, &layout, count - 2);
        prop_assert!(used + u64::from(room.closing) > there);
        for at in before.start + 1..before.end {
            let kept = blocks[at - 1].keep_with_next && fits_next(&blocks, room, at, at + 1, 0) && fits_next(&blocks, room, at - 1, at, 0);
            prop_assert!(kept || !fits_next(&blocks, room, at, blocks.len(), room.closing));
        }
    }

    #[test]
    fn the_sign_off_takes_no_sheet_where_there_is_room_for_it((blocks, room) in paper()) {
        let open = lay_out(&blocks, Room { closing: 0, ..room });
        let last = open.sheets.len() - 1;
        let (used, there) = fill(&blocks, Room { closing: 0, ..room }, &open, last);
        let closed = lay_out(&blocks, room);
        prop_assert_eq!(closed.sheets.len() == open.sheets.len(), room.closing == 0 || used + u64::from(room.closing) <= there);
    }

    #[test]
    fn a_sheet_ends_only_where_the_next_block_or_the_sign_off_has_no_room((blocks, room) in paper()) {
        let room = Room { closing: 0, ..room };
        let layout = lay_out(&blocks, room);
        for number in 1..layout.sheets.len() {
            let (before, sheet) = (layout.sheets[number - 1].clone(), layout.sheets[number].clone());
            // The rows up to the first that may end a sheet would not have fitted above.
            let until = (sheet.start..blocks.len()).find(|&i| !blocks[i].keep_with_next).map_or(blocks.len(), |i| i + 1);
            let (_, there) = fill(&blocks, room, &layout, number - 1);
            let repeat = if number == 1 { 0 } else { blocks[before.start].repeat };
            prop_assert!(stack(&blocks, before.start..until) + u64::from(repeat) > there, "sheet {} could have held more: {:?}", number - 1, layout);
        }
    }
}
