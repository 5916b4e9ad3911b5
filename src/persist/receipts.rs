//! The saved form of a receipt, version 1, each under a key of its own: so no window overwrites another's.
//!
//! ```json
//! {"format":"yaodian-receipt","version":1,"name":"市教育局-進度-2021-09-30.json","from":"unit:市教育局","copy":"k3v9x2m1q7",
//!  "digest":"9c1e…","made":1632988800000,"brought":1633075200000,"back":1633161600000,
//!  "round":{"days":"2021-07-01/2021-09-30","name":"第三季度"},
//!  "lines":{"unit:市教育局":{"2.3":{"status":[1632963600000,305419896,1,[1632916800000,0,1632916800000,1632916800000,"under-way"]]}}}}
//! ```
//!
//! Where the file took the place of all that was here, `replaces` is true.
//! Of a spreadsheet, `left` has what was not understood, each in both scripts, and `left_in_all` how much that was.
//!
//! A line has when it was said, the beginning of the digest of the words, and 1 if the ledger said so then; after that what was there
//! before: an empty list where that was nothing, missing where the file changed nothing. Of what was not taken over it has the words
//! instead. `back` is when the receipt was taken back.

use super::json::{Json, put};
use super::keys::{self, RECEIPT};
use super::shelf::{Shelf, Stored, stored};
use super::{room, round_said};
use crate::domain::fault::NotKept;
use crate::domain::gather::receipts::Saying;
use crate::domain::gather::{Line, Receipt, Receipts};
use crate::domain::ledger::MarkKey;
use crate::domain::mark::{Field, Stamp, Version};
use crate::domain::plan::Plan;
use std::collections::BTreeMap;
use std::fmt::Write;

const FORMAT: &str = "yaodian-receipt";
const VERSION: u64 = 1;

/// The receipts of a plan, and how many texts are none that this program can read: these stay as they are.
pub fn load(shelf: &impl Shelf, plan: &Plan) -> (Receipts, usize) {
    let texts = stored(shelf, Some(&plan.id), RECEIPT);
    let read: Vec<Receipt> = texts.iter().filter_map(|text| read(&text.text, text.date(), plan)).collect();
    let unread = texts.len() - read.len();
    (Receipts::new(read), unread)
}

/// The receipt as it is kept: its key, and its text.
pub fn stored_form(receipt: &Receipt, plan: &Plan) -> Stored {
    Stored { key: keys::under(&plan.id, RECEIPT) + &receipt.id, text: write(receipt, plan) }
}

/// Keeps a text of [`stored_form`]. Where there is no room, snapshots give way.
///
/// # Errors
/// Says why it is not kept.
pub fn keep(shelf: &impl Shelf, stored: &Stored) -> Result<(), NotKept> {
    Ok(room::put(shelf, &stored.key, &stored.text, &[])?)
}

/// Writes a receipt as text.
pub fn write(receipt: &Receipt, plan: &Plan) -> String {
    let mut text = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"name\":");
    put(&mut text, &receipt.name);
    for (name, value) in [("from", &receipt.from), ("copy", &receipt.copy), ("digest", &Some(receipt.digest.clone()))] {
        if let Some(value) = value {
            text += ",\"";
            text += name;
            text += "\":";
            put(&mut text, value);
        }
    }
    for (name, moment) in [("made", receipt.made), ("brought", Some(receipt.brought)), ("back", receipt.taken_back)] {
        if let Some(moment) = moment {
            // Adding to a string never fails.
            let _ = write!(text, ",\"{name}\":{moment}");
        }
    }
    text += if receipt.replaces { ",\"replaces\":true" } else { "" };
    round_said::put(&mut text, receipt.round.as_ref());
    if receipt.left_in_all > 0 {
        let _ = write!(text, ",\"left_in_all\":{},\"left\":[", receipt.left_in_all);
        for (i, [hans, hant]) in receipt.left.iter().enumerate() {
            text += if i > 0 { ",[" } else { "[" };
            put(&mut text, hans);
            text.push(',');
            put(&mut text, hant);
            text.push(']');
        }
        text.push(']');
    }
    let mut parties: BTreeMap<String, BTreeMap<String, Vec<&Line>>> = BTreeMap::new();
    for line in &receipt.lines {
        let (party, measure) = match &line.key {
            MarkKey::Placed(party, measure) => (plan.party_key(*party), measure.to_string()),
            MarkKey::Unplaced { party, measure } => (party.clone(), measure.clone()),
        };
        parties.entry(party).or_default().entry(measure).or_default().push(line);
    }
    text += ",\"lines\":";
    put_object(&mut text, parties, |text, measures| {
        put_object(text, measures, |text, lines| {
            put_object(text, lines.into_iter().map(|line| (line.field.key(), line)), put_line);
        });
    });
    text.push('}');
    text
}

fn put_object<V>(text: &mut String, fields: impl IntoIterator<Item = (String, V)>, value: impl Fn(&mut String, V)) {
    text.push('{');
    for (i, (name, of)) in fields.into_iter().enumerate() {
        *text += if i > 0 { "," } else { "" };
        put(text, &name);
        text.push(':');
        value(text, of);
    }
    text.push('}');
}

fn put_line(text: &mut String, line: &Line) {
    // Adding to a string never fails.
    let _ = write!(text, "[{},{},{}", line.saying.said, line.saying.words, u8::from(line.held));
    if let Some(before) = &line.before {
        text.push_str(",[");
        if let Some(Version { stamp: Stamp { at, count }, entered, said, value }) = before.first() {
            let _ = write!(text, "{at},{count},{entered},{said},");
            put(text, value);
        }
        text.push(']');
    } else if let Some(declined) = &line.declined {
        text.push(',');
        put(text, declined);
    }
    text.push(']');
}

/// Reads a receipt with this id from a saved text; `None` if it is none, or of a newer version.
pub fn read(text: &str, id: &str, plan: &Plan) -> Option<Receipt> {
    let saved = Json::parse(text).ok()?;
    let [format, version, name, from, copy, digest, made, round, brought, back, lines] = saved
        .fields(["format", "version", "name", "from", "copy", "digest", "made", "round", "brought", "back", "lines"])?;
    let [left, left_in_all, replaces] = saved.fields(["left", "left_in_all", "replaces"])?;
    let both = |line: &Json| match line.list()? {
        [simplified, traditional] => Some([simplified.text()?.to_owned(), traditional.text()?.to_owned()]),
        _ => None,
    };
    let left: Vec<[String; 2]> = left.and_then(Json::list).into_iter().flatten().filter_map(both).collect();
    let is_ours = format?.text() == Some(FORMAT) && version?.whole() == Some(VERSION);
    let word = |field: Option<&Json>| field.and_then(Json::text).map(str::to_owned);
    let moment = |field: Option<&Json>| field.and_then(Json::whole);
    let mut all = Vec::new();
    for (party, measures) in lines.filter(|_| is_ours)?.object()? {
        for (measure, fields) in measures.object()? {
            let key = key(plan, party, measure);
            for (field, line) in fields.object()? {
                all.push(line_of(key.clone(), Field::of_key(field)?, line)?);
            }
        }
    }
    Some(Receipt {
        id: id.to_owned(),
        name: word(name)?,
        from: word(from),
        copy: word(copy),
        made: moment(made),
        round: round_said::read(round),
        brought: moment(brought)?,
        digest: word(digest)?,
        lines: all,
        left_in_all: left_in_all.and_then(Json::whole).and_then(|all| all.try_into().ok()).unwrap_or(left.len()),
        left,
        taken_back: moment(back),
        replaces: replaces.and_then(Json::flag).unwrap_or_default(),
    })
}

fn key(plan: &Plan, party: &str, measure: &str) -> MarkKey {
    let id = measure.parse().ok().filter(|id| plan.measure(*id).is_some());
    match (plan.party_of_key(party), id) {
        (Some(party), Some(id)) => MarkKey::Placed(party, id),
        _ => MarkKey::Unplaced { party: party.to_owned(), measure: measure.to_owned() },
    }
}

fn line_of(key: MarkKey, field: Field, line: &Json) -> Option<Line> {
    let [said, words, held, rest @ ..] = line.list()? else { return None };
    let saying = Saying { said: said.whole()?, words: u32::try_from(words.whole()?).ok()? };
    let mut read = Line { key, field, saying, held: held.whole()? == 1, before: None, declined: None };
    match rest {
        [] => {}
        [Json::Text(declined)] => read.declined = Some(declined.to_string()),
        [Json::List(before)] => read.before = Some(version(before)?),
        _ => return None,
    }
    Some(read)
}

/// The version that was there before: none, or one.
fn version(before: &[Json]) -> Option<Vec<Version>> {
    let [at, count, entered, said, value] = before else { return before.is_empty().then(Vec::new) };
    let [at, count, entered, said] = [at, count, entered, said].map(Json::whole);
    let stamp = Stamp { at: at?, count: count? };
    Some(vec![Version { stamp, entered: entered?, said: said?, value: value.text()?.to_owned() }.clamped()])
}

/// What this browser's copy of a plan's ledger is called: what is kept, or else `fresh`, which is kept from then on. Where that is not
/// possible the name is another one each time, which says only that nothing is known.
pub fn copy_name(shelf: &impl Shelf, plan: &Plan, fresh: impl FnOnce() -> String) -> String {
    let key = keys::under(&plan.id, keys::COPY);
    if let Ok(Some(name)) = shelf.get(&key)
        && !name.is_empty()
    {
        return name;
    }
    let name = fresh();
    let _ = shelf.put(&key, &name);
    name
}
