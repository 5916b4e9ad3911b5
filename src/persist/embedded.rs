//! The plan that the page carries: 海東市2021年新型城鎮化和城鄉融合發展工作要點. It is one entry of the library, and is there without
//! being kept.

use super::plan_file;
use crate::domain::pairs::{Kept, Packed};
use crate::domain::plan::Plan;

/// The id of the plan.
pub const ID: &str = "haidong-2021";

/// The saved form of the plan, made by `cargo xtask plan`.
const TEXT: &str = include_str!("../../plans/haidong-2021/plan.json");

/// Which pairs of characters the plan needs.
pub const KEPT: Kept = Kept::of(TEXT);
/// The pairs of characters that the plan needs, in the form that the page carries.
pub static PAIRS: Packed = Packed { steps: &STEPS, offsets: &OFFSETS };
static STEPS: [u16; KEPT.count()] = KEPT.steps();
static OFFSETS: [i16; KEPT.count()] = KEPT.offsets();

/// The plan. If its text could not be read, the plan would be empty; a test proves that it can.
pub fn plan() -> Plan {
    plan_or(None)
}

/// The plan in another text, where the page carries one; an empty plan, which says nothing wrong, if that cannot be read.
pub fn plan_or(other: Option<&str>) -> Plan {
    plan_file::from_text(other.unwrap_or(TEXT)).unwrap_or_default()
}
