//! The saved form of the ledger, version 1; the same in the browser's storage and in a progress file.
//!
//! ```json
//! {"format":"yaodian-ledger","version":1,"plan":"haidong-2021","cleared":0,
//!  "marks":{"unit:市教育局":{"2.3":{"done":true,"at":1632963600000}}}}
//! ```
//!
//! `at` and `cleared` are milliseconds since 1970. A party or measure that the plan does not have is kept as it came.

use crate::domain::fault::LedgerFileError;
use crate::domain::ledger::{Cell, Ledger, Mark};
use crate::domain::plan::Plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

const FORMAT: &str = "yaodian-ledger";

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    plan: String,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    format: String,
    version: u32,
    plan: String,
    #[serde(default)]
    cleared: u64,
    marks: BTreeMap<String, BTreeMap<String, SavedMark>>,
}

#[derive(Serialize, Deserialize)]
struct SavedMark {
    done: bool,
    at: u64,
}

/// The saved text of a ledger.
pub fn write(ledger: &Ledger, plan: &Plan) -> String {
    let mut marks: BTreeMap<String, BTreeMap<String, SavedMark>> = BTreeMap::new();
    for (cell, mark) in ledger.marks() {
        let (party, measure) = match cell {
            Cell::Placed(party, measure) => (plan.party_key(*party), measure.to_string()),
            Cell::Unplaced { party, measure } => (party.clone(), measure.clone()),
        };
        let Mark { done, at } = mark;
        marks.entry(party).or_default().insert(measure, SavedMark { done, at });
    }
    let saved = Saved { format: FORMAT.into(), version: VERSION, plan: plan.id.clone(), cleared: ledger.cleared(), marks };
    // Strings and numbers under string keys always serialise.
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The ledger of a saved text.
///
/// # Errors
/// Says why the text is not a ledger of this plan; nothing of it is taken then.
pub fn read(text: &str, plan: &Plan) -> Result<Ledger, LedgerFileError> {
    // Editors and mail programs add a byte order mark.
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(LedgerFileError::Empty);
    }
    let not_json = |error: serde_json::Error| match error.classify() {
        serde_json::error::Category::Data => LedgerFileError::NotALedger,
        _ => LedgerFileError::NotJson { line: error.line(), column: error.column() },
    };
    let Head { format, version, plan: id } = serde_json::from_str(text).map_err(not_json)?;
    if format != FORMAT || version == 0 {
        return Err(LedgerFileError::NotALedger);
    }
    if version > VERSION {
        return Err(LedgerFileError::Newer { version });
    }
    if id != plan.id {
        return Err(LedgerFileError::OtherPlan { plan: id });
    }
    let Saved { format: _, version: _, plan: _, cleared, marks } = serde_json::from_str(text).map_err(not_json)?;
    let cells = marks.into_iter().flat_map(|(party, marks)| {
        let known = plan.party_of_key(&party);
        marks.into_iter().map(move |(measure, SavedMark { done, at })| {
            let id = measure.parse().ok().filter(|id| plan.measure(*id).is_some());
            let cell = match (known, id) {
                (Some(party), Some(id)) => Cell::Placed(party, id),
                _ => Cell::Unplaced { party: party.clone(), measure },
            };
            (cell, Mark { done, at })
        })
    });
    Ok(Ledger::new(cells, cleared))
}
