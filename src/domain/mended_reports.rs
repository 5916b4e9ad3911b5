//! What mending a kept plan does to what was reported of it: which marks no measure of the mended plan shows, and which stand at other
//! words than before. Nothing of it is lost or moved: marks stay with their ids ([`super::carry`]).

use super::carry::Gone;
use super::ids::MeasureId;
use super::ledger::{Ledger, MarkKey};
use super::plan::Plan;
use super::reports::Askers;
use super::span::Span;
use std::collections::HashMap;

/// What mending does to the marks of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MendedReports {
    /// Marks that the mended plan does not show: they stay kept, and are shown again once what they are of is there again.
    pub beside: Vec<Beside>,
    /// Measures with marks that have other words than before, in the order of the mended plan.
    pub reworded: Vec<MeasureId>,
    /// Those of them that other measures of the plan as kept were joined to: what was said of the first of them stands for all of it.
    pub joined: Vec<MeasureId>,
}

/// A mark that the mended plan does not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The key of the party that made it.
    pub party: String,
    /// The place of its measure in the source.
    pub at: Span,
    /// Why it is not shown.
    pub why: Why,
}

/// Why a mark is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No measure begins where its measure began.
    NoMeasure,
    /// The measure is there, and its party does not answer for it.
    NotAsked,
}

impl MendedReports {
    /// What becomes of the marks of a ledger of the plan as `kept`, once it is `mended` and these measures are `gone`.
    pub fn of(kept: &Plan, mended: &Plan, gone: &[Gone], ledger: &Ledger) -> Self {
        let gone: HashMap<String, Span> = gone.iter().map(|gone| (gone.id.to_string(), gone.at)).collect();
        let mut reports = Self::default();
        let mut asked = Askers::of(mended);
        for (key, mark) in ledger.marks().iter().filter(|(_, mark)| !mark.is_empty()) {
            let (party, measure) = match key {
                MarkKey::Placed(party, measure) => (kept.party_key(*party), measure.to_string()),
                MarkKey::Unplaced { party, measure } => (party.clone(), measure.clone()),
            };
            if let Some(at) = gone.get(&measure) {
                reports.beside.push(Beside { party, at: *at, why: Why::NoMeasure });
                continue;
            }
            let Some(now) = measure.parse().ok().and_then(|id| mended.measure(id)) else { continue };
            if !mended.party_of_key(&party).is_some_and(|party| asked.ask(party, now.id, mark)) {
                reports.beside.push(Beside { party, at: now.span, why: Why::NotAsked });
            } else if !reports.reworded.contains(&now.id)
                && kept.measure(now.id).is_some_and(|was| kept.text(was.span) != mended.text(now.span))
            {
                reports.reworded.push(now.id);
            }
        }
        reports.reworded.sort_by_key(|id| mended.measure_place(*id));
        let is_joined = |id: &MeasureId| {
            let inside = |now: Span, was: Span| now.start < was.start && was.start < now.end;
            mended.measure(*id).is_some_and(|now| kept.measures().any(|was| inside(now.span, was.span)))
        };
        reports.joined = reports.reworded.iter().filter(|id| is_joined(id)).copied().collect();
        reports
    }
}
