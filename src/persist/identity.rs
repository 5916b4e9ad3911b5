//! Who a browser reports for, on the shelf: the key of a party ([`Plan::party_key`]), for each plan under `yaodian/{plan}/identity`, and the
//! last one of all under `yaodian/identity`, by which a plan that is opened for the first time knows the same body again. Of the
//! coordinator that says nothing: who keeps one plan together answers to another.

use super::keys;
use super::shelf::{Shelf, ShelfError};
use crate::domain::party::Party;
use crate::domain::plan::Plan;

/// The key of the last one, whatever the plan.
pub const LAST: &str = "yaodian/identity";

/// The key of a plan's own.
pub fn key(plan: &Plan) -> String {
    keys::under(&plan.id, keys::IDENTITY)
}

/// The party that a person said to be, if the plan has it; `None` as well where the shelf cannot be reached.
pub fn load(shelf: &impl Shelf, plan: &Plan) -> Option<Party> {
    let read = |key: &str| shelf.get(key).ok().flatten();
    match read(&key(plan)) {
        Some(said) => plan.party_of_key(&said),
        None => plan.party_of_key(&read(LAST)?).filter(|party| *party != Party::Coordinator),
    }
}

/// Keeps what a person said. Without a party, this plan's stays open, whatever was said of others.
///
/// # Errors
/// If the shelf cannot be reached, or is full.
pub fn keep(shelf: &impl Shelf, plan: &Plan, party: Option<Party>) -> Result<(), ShelfError> {
    let said = party.map(|party| plan.party_key(party)).unwrap_or_default();
    shelf.put(&key(plan), &said)?;
    if said.is_empty() { Ok(()) } else { shelf.put(LAST, &said) }
}
