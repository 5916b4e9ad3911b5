//! The saved form of the ledger, version 1; the same in the browser's storage and in a progress file.
//!
//! ```json
//! {"format":"yaodian-ledger","version":1,"plan":"haidong-2021","cleared":0,
//!  "marks":{"unit:市教育局":{"2.3":{"done":true,"at":1632963600000}}}}
//! ```
//!
//! `at` and `cleared` are milliseconds since 1970. A party or measure that the plan does not have is kept as it came.

use super::json::Json;
use crate::domain::fault::LedgerFileError;
use crate::domain::ledger::{Cell, Ledger, Mark};
use crate::domain::plan::Plan;
use std::fmt::Write;

/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

const FORMAT: &str = "yaodian-ledger";

/// The saved text of a ledger.
pub fn write(ledger: &Ledger, plan: &Plan) -> String {
    // Kept by their keys alone, the marks come in the order of their keys.
    let by_key = ledger.moved(|cell| match cell {
        Cell::Placed(party, measure) => Cell::Unplaced { party: plan.party_key(*party), measure: measure.to_string() },
        Cell::Unplaced { .. } => cell.clone(),
    });
    let mut text = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"plan\":");
    put(&mut text, &plan.id);
    let cleared = ledger.cleared();
    // Adding to a string never fails.
    let _ = write!(text, ",\"cleared\":{cleared},\"marks\":{{");
    let mut open = None;
    for (cell, Mark { done, at }) in by_key.marks() {
        let Cell::Unplaced { party, measure } = cell else { continue };
        if open == Some(party) {
            text.push(',');
        } else {
            text += if open.is_some() { "}," } else { "" };
            put(&mut text, party);
            text += ":{";
            open = Some(party);
        }
        put(&mut text, measure);
        let _ = write!(text, ":{{\"done\":{done},\"at\":{at}}}");
    }
    text += if open.is_some() { "}}}" } else { "}}" };
    text
}

/// Adds a string as JSON.
fn put(text: &mut String, string: &str) {
    // A string always serialises.
    text.push_str(&serde_json::to_string(string).unwrap_or_default());
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
    let saved = Json::parse(text).map_err(|(line, column)| LedgerFileError::NotJson { line, column })?;
    let [format, version, id, cleared, marks] =
        saved.fields(["format", "version", "plan", "cleared", "marks"]).ok_or(LedgerFileError::NotALedger)?;
    let version = version.and_then(Json::whole).and_then(|version| u32::try_from(version).ok()).unwrap_or_default();
    let ours = format.and_then(Json::text) == Some(FORMAT) && version > 0;
    let id = id.and_then(Json::text).filter(|_| ours).ok_or(LedgerFileError::NotALedger)?;
    if version > VERSION {
        return Err(LedgerFileError::Newer { version });
    }
    if id != plan.id {
        return Err(LedgerFileError::OtherPlan { plan: id.to_owned() });
    }
    let cleared = cleared.map_or(Some(0), Json::whole);
    ledger(plan, marks, cleared).ok_or(LedgerFileError::NotALedger)
}

fn ledger(plan: &Plan, marks: Option<&Json>, cleared: Option<u64>) -> Option<Ledger> {
    let mut cells = Vec::new();
    for (party, marks) in marks?.object()? {
        let known = plan.party_of_key(party);
        for (measure, mark) in marks.object()? {
            let [done, at] = mark.fields(["done", "at"])?;
            let mark = Mark { done: done?.flag()?, at: at?.whole()? };
            let id = measure.parse().ok().filter(|id| plan.measure(*id).is_some());
            let cell = match (known, id) {
                (Some(party), Some(id)) => Cell::Placed(party, id),
                _ => Cell::Unplaced { party: party.clone(), measure: measure.clone() },
            };
            cells.push((cell, mark));
        }
    }
    Some(Ledger::new(cells, cleared?))
}
