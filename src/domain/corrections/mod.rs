//! What a person mended in a reading (修正). It stands beside the source, which never changes.
//!
//! A [`Correction`] names a place of the source, says what a person read there before, and what holds instead. [`apply`] lays
//! corrections on a reading, one after the other: each that fits changes the plan, and each that does not changes nothing and is
//! told. Without corrections the plan is the reading. With them, too, the pieces put together are the source, byte for byte.
//!
//! - `correction.rs`: what can be mended.
//! - `outline.rs`: a plan as a list of headings with what stands under each, and the way back.
//! - `content.rs`: what stands under a heading.
//! - `kinds.rs`: what the words at a place are; where one piece ends and the next begins.
//! - `cut.rs`: words cut out of what holds them; `put.rs`: words put where such words belong.
//! - `emptied.rs`: numbered paragraphs whose words are made something else.
//! - `pieces.rs`: the pieces of the source, cut anew.
//! - `bodies.rs`: who answers, in which role; `units.rs`: the units that are named.
//! - `localities.rs`: which localities the plan speaks of.
//! - `values.rs`: targets, deadlines, particulars.
//! - [`mending`]: the corrections of one reading as a person makes them, with undo.

mod bodies;
mod content;
mod correction;
mod cut;
mod emptied;
mod kinds;
mod localities;
pub mod mending;
mod outline;
mod pieces;
mod put;
mod units;
mod values;

use super::carry::Gone;
use super::plan::Plan;

pub use bodies::role_at;
pub use correction::{Aim, BodyIs, Change, Correction, Kind, Particular, ROLES, Sense, Set, UNIT_KINDS};
pub use kinds::kind_at;
pub use localities::short_of;

/// A reading with its corrections laid on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// The plan as corrected. Its ids are fresh where a correction moved anything.
    pub plan: Plan,
    /// The places, in the list of corrections, of those that fit nowhere and changed nothing.
    pub unfit: Vec<usize>,
    /// Of a kept plan, the measures that it had and that are gone.
    pub gone: Vec<Gone>,
}

/// Lays corrections on a reading, in their order.
pub fn apply(read: &Plan, corrections: &[Correction], sense: &dyn Sense) -> Corrected {
    let mut plan = read.clone();
    let mut unfit = Vec::new();
    for (place, correction) in corrections.iter().enumerate() {
        if lay(&mut plan, correction, sense).is_none() {
            unfit.push(place);
        }
    }
    if unfit.len() < corrections.len() {
        units::forget_unnamed(read, &mut plan);
    }
    Corrected { plan, unfit, gone: Vec::new() }
}

/// Lays one correction on a plan; `None` where it does not fit, and the plan is as it was.
fn lay(plan: &mut Plan, Correction { at, change, .. }: &Correction, sense: &dyn Sense) -> Option<()> {
    plan.source.get(at.begins()..at.ends())?;
    match change {
        Change::Kind(kind) => kinds::take_as(plan, *at, *kind, sense),
        Change::Split(offset) => kinds::split(plan, *at, *offset as usize, sense),
        Change::Join => kinds::join(plan, *at, sense),
        Change::Deadline(is) => values::deadline(plan, *at, *is),
        Change::Target(aim) => values::target(plan, *at, aim.as_ref()),
        Change::Body { name, all, is } => bodies::say(plan, *at, name, *all, is),
        Change::Names(names) => bodies::name(plan, *at, names),
        Change::Add(name, role) => bodies::add(plan, *at, name, *role),
        Change::Open(open) => bodies::open(plan, *at, *open),
        Change::Localities(places) => localities::localities(plan, places),
        Change::Particular(which, value) => values::particular(plan, *which, value),
        // It changes nothing, and fits what can be asked.
        Change::Leave(asked) => asked.fits(plan).then_some(()),
        Change::Unknown(_) => None,
    }
}
