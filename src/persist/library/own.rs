//! The texts of one plan on the shelf: the plan, its ledger, and everything kept beside that.

use crate::domain::fault::{NotKept, PlanFault};
use crate::domain::ledger::Moment;
use crate::domain::plan::Plan;
use crate::domain::plan_id::is_plan_id;
use crate::persist::keeper::Keeper;
use crate::persist::plan_file::{self, PlanFileError};
use crate::persist::shelf::{Shelf, Stored, stored};
use crate::persist::{keys, ledger_file, room};
use std::cmp::Reverse;

/// Reads the plan kept under an id.
///
/// # Errors
/// Says why the plan cannot be opened; it stays where it is.
pub fn plan(shelf: &impl Shelf, id: &str) -> Result<Plan, PlanFault> {
    if !is_plan_id(id) {
        return Err(PlanFault::NoId);
    }
    let text = shelf.get(&keys::plan_file(id)).map_err(|_| PlanFault::Blocked)?;
    readable(&text.ok_or(PlanFault::NotThere)?, id)
}

/// Reads the text of a plan that is, or is to be, kept under this id.
///
/// # Errors
/// Says why the text is not that plan.
pub fn readable(text: &str, id: &str) -> Result<Plan, PlanFault> {
    match plan_file::from_text(text) {
        Ok(plan) if plan.id == id => Ok(plan),
        Ok(plan) => Err(PlanFault::OtherPlan { plan: plan.id }),
        Err(PlanFileError::Newer { version }) => Err(PlanFault::Newer { version }),
        Err(_) => Err(PlanFault::Damaged),
    }
}

/// Puts a plan's text under its key. A text there that cannot be read is put aside first.
///
/// # Errors
/// Says why the text is not on the shelf; the text that was there before still is.
pub fn replace(shelf: &impl Shelf, id: &str, text: &str, now: Moment) -> Result<(), NotKept> {
    let key = keys::plan_file(id);
    let there = shelf.get(&key)?.unwrap_or_default();
    if there == text {
        return Ok(());
    }
    let mut aside = None;
    match readable(&there, id) {
        Err(PlanFault::Newer { .. }) => return Err(NotKept::Newer),
        Err(_) if !there.is_empty() => aside = Some(room::put_aside(shelf, &aside_prefix(id), &key, &there, now)?),
        _ => {}
    }
    let put = room::put(shelf, &key, text, &[]);
    if let (Err(_), Some(aside)) = (put, aside)
        && shelf.put(&key, &aside.text).is_ok()
    {
        let _ = shelf.remove(&aside.key);
    }
    Ok(put?)
}

fn aside_prefix(id: &str) -> String {
    keys::under(id, keys::ASIDE)
}

/// The order in which texts are put back, so that a plan that is there has all its work.
fn rank(key: &str) -> u8 {
    match keys::plan_of(key) {
        Some((_, rest)) if rest.starts_with(keys::LEDGER) => 0,
        Some((_, rest)) if rest.starts_with(keys::SNAPSHOT) => 2,
        Some((_, keys::PLAN)) => 3,
        _ => 1,
    }
}

/// Removes a plan's texts and returns them.
///
/// # Errors
/// Says why they cannot be removed; all of them are then still there.
pub fn take(shelf: &impl Shelf, id: &str) -> Result<Vec<Stored>, NotKept> {
    let own = keys::under(id, "");
    let mut taken = Vec::new();
    for key in shelf.keys()?.into_iter().filter(|key| key.starts_with(&own)) {
        if let Some(text) = shelf.get(&key)? {
            taken.push(Stored { key, text });
        }
    }
    // The plan goes first: from then on it counts as deleted, whatever happens. The ledger goes last: work cannot be had again.
    taken.sort_by_key(|stored| (Reverse(rank(&stored.key)), stored.key.clone()));
    for (n, stored) in taken.iter().enumerate() {
        match shelf.remove(&stored.key) {
            Err(why) if n == 0 => return Err(why.into()),
            // The texts that stay are a leftover, and are there when the plan comes back.
            Err(_) => break,
            Ok(()) => {}
        }
    }
    Ok(taken)
}

/// Puts a plan's texts back. A key that has another text by now keeps it. `carried` is the plan if the page carries it, which then is
/// not among the texts.
///
/// # Errors
/// Says why not all of them are there; texts that were missing then still are.
pub fn put_back(
    shelf: &impl Shelf,
    id: &str,
    taken: &[Stored],
    carried: Option<&Plan>,
    now: Moment,
) -> Result<(), NotKept> {
    let own = keys::under(id, "");
    let kept = taken.iter().find(|stored| stored.key == keys::plan_file(id));
    let kept = kept.and_then(|plan| readable(&plan.text, id).ok());
    let plan = kept.as_ref().or(carried);
    let mut missing = Vec::new();
    for stored in taken.iter().filter(|stored| stored.key.starts_with(&own)) {
        match shelf.get(&stored.key)? {
            None => missing.push(stored),
            Some(there) if there == stored.text => {}
            Some(_) => put_beside(shelf, id, stored, plan, now)?,
        }
    }
    missing.sort_by_key(|stored| (rank(&stored.key), stored.key.clone()));
    let (snapshots, texts): (Vec<&Stored>, Vec<&Stored>) =
        missing.into_iter().partition(|stored| rank(&stored.key) == 2);
    let mut given_way = Vec::new();
    for (n, stored) in texts.iter().enumerate() {
        if let Err(why) = room::put_giving_way(shelf, &stored.key, &stored.text, &[], &mut given_way) {
            for put in &texts[..n] {
                let _ = shelf.remove(&put.key);
            }
            room::put_back(shelf, &given_way);
            return Err(why.into());
        }
    }
    // The newest first, and none for which another one would have to give way.
    for snapshot in snapshots.iter().rev() {
        let _ = shelf.put(&snapshot.key, &snapshot.text);
    }
    Ok(())
}

/// Puts back a text whose key has another text by now: ledgers are merged, any other text is put aside.
fn put_beside(shelf: &impl Shelf, id: &str, text: &Stored, plan: Option<&Plan>, now: Moment) -> Result<(), NotKept> {
    let key = &text.key;
    if *key == keys::under(id, keys::FILED) {
        return Ok(());
    }
    if let Some(plan) = plan
        && rank(key) == 0
        && let Ok(ledger) = ledger_file::read(&text.text, plan)
    {
        return Keeper::new(plan).save(shelf, plan, &ledger, now).map(|_| ());
    }
    if stored(shelf, Some(id), keys::ASIDE).iter().all(|aside| aside.text != text.text) {
        room::put_dated(shelf, &aside_prefix(id), &text.text, now)?;
    }
    Ok(())
}

/// The ids found in the keys of a shelf, in order.
pub struct OwnKeys {
    /// The ids of the plans that are kept.
    pub plans: Vec<String>,
    /// The ids that have work but no plan.
    pub leftovers: Vec<String>,
}

/// The ids found in these keys, without the plan that the page carries.
pub fn found(keys: &[String], is_carried: impl Fn(&str) -> bool) -> OwnKeys {
    let ids = |is_so: &dyn Fn(&str) -> bool| {
        let of_plans =
            keys.iter().filter_map(|key| keys::plan_of(key)).filter(|(id, rest)| is_so(rest) && !is_carried(id));
        let mut ids: Vec<String> = of_plans.map(|(id, _)| id.to_owned()).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    let is_work = |rest: &str| {
        rest == keys::FILED || [keys::LEDGER, keys::SNAPSHOT, keys::ASIDE].iter().any(|of| rest.starts_with(of))
    };
    // A later version may keep a plan in another form; it is a plan all the same.
    let with_plan = ids(&|rest| rest.starts_with("plan/"));
    let mut leftovers = ids(&is_work);
    leftovers.retain(|id| !with_plan.contains(id));
    OwnKeys { plans: ids(&|rest| rest == keys::PLAN), leftovers }
}
