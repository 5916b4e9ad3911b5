//! The saved form of the library's index, version 1. It holds what the plans themselves say, and when they were kept and
//! opened; so it can be made again, but for the names that a person gave them.
//!
//! ```json
//! {"format":"yaodian-library","version":1,"plans":[
//! {"id":"haidong-2021","opened":1632963600000},
//! {"id":"plan-ku6nda80","title":"…","name":"…","number":"…","measures":129,"kept":1632963600000,"opened":1632963600000}]}
//! ```
//!
//! A plan without `measures` is read again with every load: it could not be read before, or it is the one that the page carries.

use super::entry::Entry;
use crate::domain::ledger::{LAST_MOMENT, Moment};
use crate::domain::plan_id::is_plan_id;
use crate::persist::json::Json;

/// The key of the index.
pub const KEY: &str = "yaodian/library";

/// The word in the index's keys where other keys have a plan's id; no plan can have it as id.
pub const WORD: &str = "library";

/// The prefix of the keys of indexes that were put aside.
pub const ASIDE: &str = "yaodian/library/aside/";

/// The version of the form: the one this program writes, and the newest it reads.
pub const VERSION: u64 = 1;

const FORMAT: &str = "yaodian-library";

/// Why a text is not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexError {
    /// The text, or a part of it, cannot be read.
    Damaged,
    /// The index was written by a newer version of this program.
    Newer,
}

/// Writes the entries as text.
pub fn write<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let entries: Vec<String> = entries.into_iter().map(line).collect();
    format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"plans\":[\n{}]}}\n", entries.join(",\n"))
}

fn line(entry: &Entry) -> String {
    let text = |text: &str| Some(quoted(text)).filter(|_| !text.is_empty() && !entry.carried);
    let moment = |moment: Moment| Some(moment.to_string()).filter(|_| moment > 0);
    let fields = [
        ("id", Some(quoted(&entry.id))),
        ("title", text(&entry.title)),
        ("name", Some(quoted(&entry.name)).filter(|_| !entry.name.is_empty())),
        ("number", text(entry.number.as_deref().unwrap_or_default())),
        ("measures", entry.measures.filter(|_| !entry.carried).map(|measures| measures.to_string())),
        ("kept", moment(entry.kept)),
        ("opened", moment(entry.opened)),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("\"{name}\":{}", value?)));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

fn quoted(string: &str) -> String {
    // A string always serialises.
    serde_json::to_string(string).unwrap_or_default()
}

/// Reads the entries of a saved text, each id once.
///
/// # Errors
/// Says why the text is not an index; nothing of it is taken then.
pub fn read(text: &str) -> Result<Vec<Entry>, IndexError> {
    let saved = Json::parse(text).map_err(|_| IndexError::Damaged)?;
    let [format, version, plans] = saved.fields(["format", "version", "plans"]).ok_or(IndexError::Damaged)?;
    let version = version.and_then(Json::whole).unwrap_or_default();
    if format.and_then(Json::text) != Some(FORMAT) || version == 0 {
        return Err(IndexError::Damaged);
    }
    if version > VERSION {
        return Err(IndexError::Newer);
    }
    let plans = plans.and_then(Json::list).ok_or(IndexError::Damaged)?;
    let mut entries: Vec<Entry> = Vec::new();
    for plan in plans {
        let entry = entry(plan).filter(|entry| entries.iter().all(|other| other.id != entry.id));
        entries.push(entry.ok_or(IndexError::Damaged)?);
    }
    Ok(entries)
}

fn entry(plan: &Json) -> Option<Entry> {
    let [id, title, name, number, measures, kept, opened] =
        plan.fields(["id", "title", "name", "number", "measures", "kept", "opened"])?;
    let measures = match measures {
        Some(measures) => Some(usize::try_from(measures.whole()?).ok()?),
        None => None,
    };
    Some(Entry {
        id: id?.text().filter(|id| is_plan_id(id))?.to_owned(),
        title: string(title)?,
        name: string(name)?,
        number: Some(string(number)?).filter(|number| !number.is_empty()),
        measures,
        kept: moment(kept)?,
        opened: moment(opened)?,
        ..Entry::default()
    })
}

/// A string, empty if it is missing; `None` if the value is not a string.
fn string(saved: Option<&Json>) -> Option<String> {
    saved.map_or(Some(String::new()), |saved| saved.text().map(str::to_owned))
}

/// A moment, 0 if it is missing; `None` if the value is not a moment.
fn moment(saved: Option<&Json>) -> Option<Moment> {
    saved.map_or(Some(0), |saved| saved.whole().map(|moment| moment.min(LAST_MOMENT)))
}
