//! The saved form of the ledger, version 4; the same in the browser's storage, in snapshots and in progress files.
//!
//! ```json
//! {"format":"yaodian-ledger","version":4,"plan":"haidong-2021","cleared":0,
//!  "marks":{"unit:市教育局":{"2.3":{"status":[[1632963600000,"done"]],"actual.1":[[1632963600000,"10"]]}}}}
//! ```
//!
//! Each field holds its versions, newest first. What was said at a moment and entered then is that moment (milliseconds since 1970)
//! and what was said. Where the clocks disagree, or a version came back, it is written in full: `[1632963600000,2,1632960000000,
//! 1632000000000,"done"]` is the stamp and its count, when it was entered, when it was said, and what. `cleared` is the stamp of
//! the last emptying, with its count where it has one: `[1632963600000,2]`. A party or measure that the plan does not have is kept as
//! it came, and so is a value that its field cannot have; both are told before a file is taken over (`domain/doubts.rs`).
//!
//! What the coordinator settled stands in fields of its own in the marks of parties (`duty`, `returned`, `granted`), in its own marks
//! (`due`, `adding.1`), and for rounds under `rounds`: `"rounds":{"2021-01-01/2021-03-31":{"name":[[…,"第一季度"]]}}`.
//!
//! - Version 3 had none of that.
//! - Version 2 had one moment in place of three, so all its versions are of the short form.
//! - Version 1, of the first release, had ticks only: `"2.3":{"done":true,"at":1632963600000}`. A tick is read as a status,
//!   done or empty.

use super::json::{Json, put};
use crate::domain::fault::LedgerFileError;
use crate::domain::ledger::{Ledger, MarkKey};
use crate::domain::mark::{Field, Stamp, Status, Version};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use std::fmt::Write;

/// The version of the form: the one this program writes, and the newest it reads.
pub const VERSION: u64 = 4;

const FORMAT: &str = "yaodian-ledger";

/// Writes a ledger as text.
pub fn write(ledger: &Ledger, plan: &Plan) -> String {
    write_with(ledger, plan, "")
}

/// Writes a ledger as text, with these fields of JSON after the plan, each with a comma before it.
pub(super) fn write_with(ledger: &Ledger, plan: &Plan, fields: &str) -> String {
    // With unplaced keys, the marks come in the order of their keys as text.
    let by_key = ledger.moved(|key| match key {
        MarkKey::Placed(party, measure) => {
            MarkKey::Unplaced { party: plan.party_key(*party), measure: measure.to_string() }
        }
        MarkKey::Unplaced { .. } => key.clone(),
    });
    let mut text = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"plan\":");
    put(&mut text, &plan.id);
    text += fields;
    // Adding to a string never fails.
    let _ = match ledger.cleared() {
        Stamp { at, count: 0 } => write!(text, ",\"cleared\":{at},\"marks\":{{"),
        Stamp { at, count } => write!(text, ",\"cleared\":[{at},{count}],\"marks\":{{"),
    };
    let mut open = None;
    for (key, mark) in by_key.marks() {
        let MarkKey::Unplaced { party, measure } = key else { continue };
        if open == Some(party) {
            text.push(',');
        } else {
            text += if open.is_some() { "}," } else { "" };
            put(&mut text, party);
            text += ":{";
            open = Some(party);
        }
        put(&mut text, measure);
        let mut before = ":{";
        for (field, versions) in mark.fields() {
            text += before;
            put(&mut text, &field.key());
            let mut before_version = ":[[";
            for version in versions {
                let Version { stamp: Stamp { at, count }, entered, said, value } = version;
                let _ = if (entered, said, *count) == (at, at, 0) {
                    write!(text, "{before_version}{at},")
                } else {
                    write!(text, "{before_version}{at},{count},{entered},{said},")
                };
                put(&mut text, value);
                before_version = "],[";
            }
            text += "]]";
            before = ",";
        }
        text.push('}');
    }
    text += if open.is_some() { "}}}" } else { "}}" };
    text
}

/// Reads a ledger from a saved text.
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
    let version = version.and_then(Json::whole).unwrap_or_default();
    let ours = format.and_then(Json::text) == Some(FORMAT) && version > 0;
    let id = id.and_then(Json::text).filter(|_| ours).ok_or(LedgerFileError::NotALedger)?;
    if version > VERSION {
        return Err(LedgerFileError::Newer { version });
    }
    if id != plan.id {
        return Err(LedgerFileError::OtherPlan { plan: id.to_owned() });
    }
    let cleared = cleared.map_or(Some(Stamp::default()), stamp);
    let mark = if version == 1 { tick } else { fields };
    ledger(plan, marks, cleared, mark).ok_or(LedgerFileError::Damaged)
}

/// The ledger of a file whose bytes gave this text in this encoding, by its name in the Encoding Standard.
///
/// Bytes do not tell every encoding: a text in Big5 decodes as GB18030 without an error, into other characters. So where the encoding
/// was a guess, the text was decoded wrongly if it is no ledger, has characters for private use, or names only bodies that the plan
/// does not have.
///
/// # Errors
/// As [`read`], and says of a text that is none whether a NUL or its encoding is to blame.
pub fn read_decoded(text: &str, encoding: &str, plan: &Plan) -> Result<Ledger, LedgerFileError> {
    use LedgerFileError::{Damaged, HasNul, NotALedger, NotJson, OtherEncoding};
    let is_certain = encoding == "utf-8";
    let is_private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    match read(text, plan) {
        Err(NotJson { .. }) if is_certain && text.contains('\0') => {
            Err(HasNul { line: 1 + text.bytes().take_while(|byte| *byte != 0).filter(|byte| *byte == b'\n').count() })
        }
        Err(NotJson { .. } | NotALedger | Damaged) if !is_certain => Err(OtherEncoding),
        Ok(ledger) if !is_certain && (text.contains(is_private) || names_strangers_only(&ledger, plan)) => {
            Err(OtherEncoding)
        }
        read => read,
    }
}

/// Whether all bodies that it names are none of the plan's.
fn names_strangers_only(ledger: &Ledger, plan: &Plan) -> bool {
    let is_known = |cell: &MarkKey| match cell {
        MarkKey::Placed(Party::Coordinator, _) => None,
        MarkKey::Placed(..) => Some(true),
        MarkKey::Unplaced { party, .. } => (!party.is_ascii()).then(|| plan.party_of_key(party).is_some()),
    };
    let mut named = ledger.marks().iter().filter_map(|(cell, _)| is_known(cell)).peekable();
    named.peek().is_some() && named.all(|is_known| !is_known)
}

type Versions = Vec<(Field, Version)>;

fn ledger(
    plan: &Plan,
    marks: Option<&Json>,
    cleared: Option<Stamp>,
    mark: fn(&Json) -> Option<Versions>,
) -> Option<Ledger> {
    let mut all = Vec::new();
    for (party, marks) in marks?.object()? {
        let known = plan.party_of_key(party);
        for (measure, said) in marks.object()? {
            let id = measure.parse().ok().filter(|id| plan.measure(*id).is_some());
            let key = match (known, id) {
                (Some(party), Some(id)) => MarkKey::Placed(party, id),
                _ => MarkKey::Unplaced { party: party.to_string(), measure: measure.to_string() },
            };
            all.extend(mark(said)?.into_iter().map(|(field, version)| (key.clone(), field, version)));
        }
    }
    Some(Ledger::new(all, cleared?))
}

/// The stamp of an emptying; `None` if it is not one.
fn stamp(cleared: &Json) -> Option<Stamp> {
    match cleared.list() {
        Some([at, count]) => Some(Stamp { at: at.whole()?, count: count.whole()? }),
        Some(_) => None,
        None => cleared.whole().map(Stamp::from),
    }
}

/// Reads a mark of version 1.
fn tick(mark: &Json) -> Option<Versions> {
    let [done, at] = mark.fields(["done", "at"])?;
    let value = if done?.flag()? { Status::Done.key() } else { "" };
    Some(vec![(Field::Status, Version::at(at?.whole()?, value))])
}

/// Reads a mark of version 2 or later.
fn fields(mark: &Json) -> Option<Versions> {
    let mut all = Vec::new();
    for (field, versions) in mark.object()? {
        let field = Field::of_key(field)?;
        for version in versions.list()? {
            let version = match version.list()? {
                [at, value] => Version::at(at.whole()?, value.text()?),
                [at, count, entered, said, value] => Version {
                    stamp: Stamp { at: at.whole()?, count: count.whole()? },
                    entered: entered.whole()?,
                    said: said.whole()?,
                    value: value.text()?.to_owned(),
                },
                _ => return None,
            };
            all.push((field, version));
        }
    }
    Some(all)
}
