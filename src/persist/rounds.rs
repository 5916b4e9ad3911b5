//! Closed rounds (期) on the shelf: the ledger as it was when the round was closed, so that it can be looked at again at any time.
//!
//! Under `yaodian/{plan}/round/{round}`, in the form of a ledger, without the history of its fields but for that by
//! which reports count for it. A closed round of which there is no
//! such text here was closed in another browser.

use super::keys::{self, ROUND};
use super::shelf::Shelf;
use super::{ledger_file, room};
use crate::domain::fault::NotKept;
use crate::domain::ledger::Ledger;
use crate::domain::plan::Plan;
use crate::domain::rounds::{RoundId, Rounds};

fn key(plan: &Plan, round: RoundId) -> String {
    keys::under(&plan.id, &[ROUND, &round.to_string()].concat())
}

/// Keeps a ledger as the state of a round that is closed.
///
/// # Errors
/// Says why it is not kept.
pub fn keep(shelf: &impl Shelf, plan: &Plan, round: RoundId, ledger: &Ledger) -> Result<(), NotKept> {
    let rounds = Rounds::of(ledger);
    let state = rounds.get(round).map_or_else(|| ledger.newest(), |round| round.state(ledger));
    Ok(room::put(shelf, &key(plan, round), &ledger_file::write(&state, plan), &[])?)
}

/// The state of a closed round; `None` where it is not kept here, or cannot be read.
pub fn load(shelf: &impl Shelf, plan: &Plan, round: RoundId) -> Option<Ledger> {
    ledger_file::read(&shelf.get(&key(plan, round)).ok()??, plan).ok()
}

/// Removes the state of a round that is opened again.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn remove(shelf: &impl Shelf, plan: &Plan, round: RoundId) -> Result<(), NotKept> {
    Ok(shelf.remove(&key(plan, round))?)
}
