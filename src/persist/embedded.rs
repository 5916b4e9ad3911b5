//! The plan that the page carries: 海東市2021年新型城鎮化和城鄉融合發展工作要點. One entry of a library that has others, and there without
//! being brought.

use super::plan_file;
use crate::domain::pairs::{Kept, Packed};
use crate::domain::plan::Plan;

/// Its id.
pub const ID: &str = "haidong-2021";

/// Its saved form, made by `cargo xtask plan`.
const TEXT: &str = include_str!("../../plans/haidong-2021/plan.json");

/// The pairs of characters that it needs.
pub const KEPT: Kept = Kept::of(TEXT);
/// The same, as the page carries them.
pub static PAIRS: Packed = Packed { steps: &STEPS, offsets: &OFFSETS };
static STEPS: [u16; KEPT.count()] = KEPT.steps();
static OFFSETS: [i16; KEPT.count()] = KEPT.offsets();

/// The plan. A test proves that it can be read; were it not, it would be empty.
pub fn plan() -> Plan {
    plan_file::from_text(TEXT).unwrap_or_default()
}
