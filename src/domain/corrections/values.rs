//! Targets, deadlines and particulars.

use super::bodies::task_at;
use super::correction::{Aim, Particular};
use super::put::insert;
use crate::domain::calendar::parse_iso_date;
use crate::domain::plan::{Fact, Plan, Target};
use crate::domain::span::Span;

/// The basis of a fact that a person put right.
pub const BASIS: &str = "修正";

/// Says whether the words at a place say by when their task is due.
pub fn deadline(plan: &mut Plan, at: Span, is: bool) -> Option<()> {
    if at.is_empty() {
        return None;
    }
    if !is {
        plan.tasks.iter_mut().for_each(|task| task.deadlines.retain(|span| *span != at));
        return Some(());
    }
    let place = task_at(plan, at)?;
    let times = &mut plan.tasks.get_mut(place)?.deadlines;
    insert(times, at);
    Some(())
}

/// Sets the target that the words at a place set.
pub fn target(plan: &mut Plan, at: Span, aim: Option<&Aim>) -> Option<()> {
    let mut measures = plan.tasks.iter_mut().flat_map(|task| &mut task.measures);
    let measure = measures.find(|measure| measure.span.contains(at) && !at.is_empty())?;
    let place = measure.targets.iter().position(|target| target.span == at);
    let Some(Aim { comparator, value, unit, counts }) = aim else {
        place.map(|place| measure.targets.remove(place));
        return Some(());
    };
    let counts = Some(counts.trim().to_owned()).filter(|counts| !counts.is_empty());
    let place = place.unwrap_or_else(|| {
        let before = measure.targets.iter().position(|other| other.span > at).unwrap_or(measure.targets.len());
        measure.targets.insert(before, Target { span: at, direction: comparator.direction(), ..Target::default() });
        before
    });
    let target = measure.targets.get_mut(place)?;
    // The sentence means the number as it did, unless it is compared otherwise.
    if target.comparator != *comparator {
        target.direction = comparator.direction();
    }
    let value = Some(*value).filter(|value| value.is_finite()).unwrap_or_default();
    *target = Target { comparator: *comparator, value, unit: unit.trim().to_owned(), counts, ..target.clone() };
    Some(())
}

/// Sets a particular. A date that is none does not fit.
pub fn particular(plan: &mut Plan, which: Particular, value: &str) -> Option<()> {
    let value = value.trim();
    if which.is_date() && !value.is_empty() && parse_iso_date(value).is_none() {
        return None;
    }
    let fact = || Fact { value: value.to_owned(), basis: BASIS.to_owned() };
    *which.of_mut(&mut plan.meta) = (!value.is_empty()).then(fact);
    Some(())
}
