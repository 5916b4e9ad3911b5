//! A plan that is mended: the reading under it, and what is kept of it.
//!
//! A kept plan is the reading with its corrections laid on, and carries both: the plan as it is used, and the corrections as lines.
//! Who mends it further reads the source again, with the reader of the moment, and lays the corrections on that; so what a better
//! reader reads is there, and what fits no more is told ([`Corrected::unfit`]).
//!
//! Behind the corrections stand the measures that the plan had before and has no more, so that their ids, and with them what was
//! reported of them, come back when they do. Such a line is `[300,342,"","gone","1.2"]`: the place, and the id.

use super::corrections::{from_lines, to_lines};
use super::json::Json;
use crate::domain::carry::Gone;
use crate::domain::corrections::mending::Mending;
use crate::domain::corrections::{BodyIs, Change, Corrected, Correction, Particular};
use crate::domain::plan::{Plan, Unit};
use crate::domain::span::Span;
use crate::reader::{Diagnostic, Read, Words, read};

/// A kept plan, read again, with its corrections; and what the reader remarks on.
pub fn again(kept: &Plan) -> (Mending, Vec<Diagnostic>) {
    let (corrections, gone) = lines_of(kept);
    let Read { plan: mut reading, diagnostics } = read(&kept.source);
    stand_beside(kept, &mut reading, &corrections);
    (Mending::new(reading, corrections).of_kept(kept.clone(), gone), diagnostics)
}

/// The plan as mended, with its corrections, as it is kept; and which of them do not fit.
pub fn mended(mending: &Mending) -> Corrected {
    let mut corrected = mending.corrected(&Words::of(&mending.read().source));
    corrected.plan.corrections = to_lines(mending.done());
    corrected.plan.corrections.extend(corrected.gone.iter().map(gone_line));
    corrected
}

/// Whether one more correction would make the plan as mended another, or answer a question.
pub fn would_change(mending: &Mending, correction: &Correction) -> bool {
    let sense = Words::of(&mending.read().source);
    let mut further = mending.clone();
    further.make(correction.clone());
    matches!(correction.change, Change::Leave(_)) || further.corrected(&sense).plan != mending.corrected(&sense).plan
}

/// The corrections of a kept plan.
pub fn corrections_of(kept: &Plan) -> Vec<Correction> {
    lines_of(kept).0
}

/// The measures that a kept plan had before and has no more.
pub fn gone_of(kept: &Plan) -> Vec<Gone> {
    lines_of(kept).1
}

fn lines_of(kept: &Plan) -> (Vec<Correction>, Vec<Gone>) {
    let (mut lines, mut all_gone) = (Vec::new(), Vec::new());
    for line in &kept.corrections {
        match gone(line) {
            Some(gone) => all_gone.push(gone),
            None => lines.push(line.clone()),
        }
    }
    (from_lines(&lines), all_gone)
}

fn gone_line(Gone { id, at }: &Gone) -> String {
    format!("[{},{},\"\",\"{GONE}\",\"{id}\"]", at.start, at.end)
}

/// The measure that a line says is gone; `None` for any other line.
fn gone(line: &str) -> Option<Gone> {
    let line = line.contains(GONE).then(|| Json::parse(line).ok())??;
    let [start, end, was, word, id] = line.list()? else { return None };
    let at = |offset: &Json| u32::try_from(offset.whole()?).ok();
    let at = Span { start: at(start)?, end: at(end)? };
    let is_gone = was.text() == Some("") && word.text() == Some(GONE) && at.start <= at.end;
    Some(Gone { id: id.text().filter(|_| is_gone)?.parse().ok()?, at })
}

/// The word of a line that says that a measure is gone.
const GONE: &str = "gone";

/// Lets what no reader reads, and no person mended, stand beside a new reading as it stood beside the old.
fn stand_beside(kept: &Plan, reading: &mut Plan, corrections: &[Correction]) {
    let is_mended = |is: &dyn Fn(&Change) -> bool| corrections.iter().any(|correction| is(&correction.change));
    for which in Particular::ALL {
        let by_hand = is_mended(&|change| matches!(change, Change::Particular(of, _) if *of == which));
        let fact = which.of_mut(&mut reading.meta);
        if fact.is_none() && !by_hand {
            *fact = which.of(&kept.meta).cloned();
        }
    }
    reading.meta.english.clone_from(&kept.meta.english);
    reading.rewordings.clone_from(&kept.rewordings);
    if !is_mended(&|change| matches!(change, Change::Localities(_))) {
        reading.localities.clone_from(&kept.localities);
    }
    let by_hand = is_mended(&|change| matches!(change, Change::Body { is: BodyIs::Kind(_), .. }));
    for unit in &mut reading.units {
        let same = |other: &&Unit| other.names().any(|name| unit.names().any(|own| own == name));
        if let Some(before) = kept.units.iter().find(same) {
            unit.canonical.clone_from(&before.canonical);
            unit.english.clone_from(&before.english);
            unit.kind = if by_hand { unit.kind } else { before.kind };
        }
    }
}
