//! The corrections of one reading as a person makes them: each can be taken back, and done again.

use super::{Change, Corrected, Correction, Sense, apply};
use crate::domain::carry::{Gone, carry_ids};
use crate::domain::plan::Plan;
use crate::domain::span::Span;

/// A reading that is being mended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mending {
    read: Plan,
    kept: Option<Plan>,
    gone: Vec<Gone>,
    done: Vec<Correction>,
    undone: Vec<Correction>,
}

impl Mending {
    /// Begins with a reading and the corrections that it had before.
    pub fn new(read: Plan, done: Vec<Correction>) -> Self {
        Self { read, kept: None, gone: Vec::new(), done, undone: Vec::new() }
    }

    /// The same for a plan that is kept already, with marks: its tasks and measures keep their ids. `gone` are the measures that were
    /// in it before and may come back.
    #[must_use]
    pub fn of_kept(self, kept: Plan, gone: Vec<Gone>) -> Self {
        Self { kept: Some(kept), gone, ..self }
    }

    /// The same reading with these corrections.
    #[must_use]
    pub fn with(self, done: Vec<Correction>) -> Self {
        Self { done, undone: Vec::new(), ..self }
    }

    /// The reading without corrections.
    pub fn read(&self) -> &Plan {
        &self.read
    }

    /// The plan that is kept, if the reading is of one.
    pub fn kept(&self) -> Option<&Plan> {
        self.kept.as_ref()
    }

    /// The corrections, in the order in which they were made.
    pub fn done(&self) -> &[Correction] {
        &self.done
    }

    /// What [`Mending::undo`] takes back.
    pub fn last(&self) -> Option<&Correction> {
        self.done.last()
    }

    /// What [`Mending::redo`] does again.
    pub fn next(&self) -> Option<&Correction> {
        self.undone.last()
    }

    /// Makes a correction.
    pub fn make(&mut self, correction: Correction) {
        self.done.push(correction);
        self.undone.clear();
    }

    /// Takes the last correction back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let last = self.done.pop();
        let was_one = last.is_some();
        self.undone.extend(last);
        was_one
    }

    /// Makes the correction again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let next = self.undone.pop();
        let was_one = next.is_some();
        self.done.extend(next);
        was_one
    }

    /// Takes back the correction at this place of the list; those after it stay.
    pub fn take_back(&mut self, place: usize) {
        if place < self.done.len() {
            self.done.remove(place);
            self.undone.clear();
        }
    }

    /// The plan as corrected. That of a kept plan has its id, and the ids of its tasks and measures.
    pub fn corrected(&self, sense: &dyn Sense) -> Corrected {
        let mut corrected = apply(&self.read, &self.done, sense);
        if let Some(kept) = &self.kept {
            corrected.gone = carry_ids(kept, &self.gone, &mut corrected.plan);
            corrected.plan.id.clone_from(&kept.id);
        }
        corrected
    }
}

/// The corrections of a plan that two windows mended at the same time: both began with `base`, the one kept `theirs`, the other has
/// `mine`. What either took back is gone, and what either made is there: theirs first.
pub fn together(base: &[Correction], theirs: &[Correction], mine: &[Correction]) -> Vec<Correction> {
    let is_left = |one: &&Correction| !base.contains(one) || mine.contains(one);
    let is_new = |one: &&Correction| !base.contains(one) && !theirs.contains(one);
    theirs.iter().filter(is_left).chain(mine.iter().filter(is_new)).cloned().collect()
}

/// The corrections of a text for the text that it was edited to. Those before and behind what was edited stay with their words, those
/// in it fit nowhere any more; of quite another text there are none.
pub fn moved(corrections: &[Correction], old: &str, new: &str) -> Vec<Correction> {
    let both = old.bytes().zip(new.bytes());
    let before = both.take_while(|(one, other)| one == other).count();
    let rest = old.len().min(new.len()) - before;
    let both = old.bytes().rev().zip(new.bytes().rev()).take(rest);
    let behind = both.take_while(|(one, other)| one == other).count();
    if old != new && (before + behind) * 2 < old.len() {
        return Vec::new();
    }
    let end = old.len() - behind;
    let shift = |at: u32| (at as usize + new.len()).checked_sub(old.len()).and_then(|at| u32::try_from(at).ok());
    let nowhere = Span { start: u32::MAX, end: u32::MAX };
    let go = |correction: &Correction| {
        let mut correction = correction.clone();
        let at = correction.at;
        if at.is_empty() && at.start == 0 || at.ends() <= before {
            return correction;
        }
        let moved = shift(at.start).zip(shift(at.end)).filter(|_| at.begins() >= end);
        correction.at = moved.map_or(nowhere, |(start, end)| Span { start, end });
        if let Change::Split(offset) = &mut correction.change {
            *offset = shift(*offset).unwrap_or(u32::MAX);
        }
        correction
    };
    corrections.iter().map(go).collect()
}
