//! The saved form of a progress file: the form of a ledger ([`super::ledger_file`]) with a few fields more, which earlier releases pass
//! over.
//!
//! ```json
//! {"format":"yaodian-ledger","version":4,"plan":"haidong-2021","from":"unit:市教育局","copy":"k3v9x2m1q7","made":1632988800000,
//!  "text":"0f3a…","title":"海東市2021年…","round":{"days":"2021-07-01/2021-09-30","name":"第三季度"},"cleared":0,"marks":{…},"digest":"9c1e…"}
//! ```
//!
//! `from` is the party whose report it is, and missing where the file is a copy of everything. `copy` names the copy of the ledger that
//! it was made from, `text` is the plan's fingerprint, by which a plan that is kept under another id is known again, and `title` its title. `round` is the
//! one that is open on the day on which a party's report is made; it is missing where none is, and in a copy of everything. `digest` is that of everything else in the file, written without white space: a
//! program that only lays the file out otherwise does not change it. A file without a digest is of an earlier release, and its words
//! are known again by the digest of all of it.

use super::json::{Json, put};
use super::{ledger_file, round_said};
use crate::domain::calendar::{day, iso_date};
use crate::domain::digest::digest;
use crate::domain::fault::LedgerFileError;
use crate::domain::file_name::file_name;
use crate::domain::gather::{Incoming, Seal};
use crate::domain::ledger::{Ledger, MarkKey, Moment};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::printed_day::Day;
use crate::domain::rounds::{Round, Rounds};
use crate::domain::script::Script;
use std::fmt::Write;

const DIGEST: &str = "digest";

/// What a progress file says beside the marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head<'a> {
    /// Whose report it is; `None` for a copy of everything.
    pub from: Option<Party>,
    /// The copy of the ledger that it is made from.
    pub copy: &'a str,
    /// When it is made.
    pub made: Moment,
}

/// Writes a progress file: the marks of the party whose report it is, or all.
pub fn write(ledger: &Ledger, plan: &Plan, head: &Head) -> String {
    let mut fields = String::new();
    if let Some(from) = head.from {
        fields += ",\"from\":";
        put(&mut fields, &plan.party_key(from));
    }
    fields += ",\"copy\":";
    put(&mut fields, head.copy);
    // Adding to a string never fails.
    let _ = write!(fields, ",\"made\":{},\"text\":\"{}\",\"title\":", head.made, plan.fingerprint());
    put(&mut fields, plan.text(plan.meta.title));
    let day = Day::try_from(day(head.made)).unwrap_or(Day::MAX);
    let rounds = head.from.map(|_| Rounds::of(ledger));
    let round = rounds.as_ref().and_then(|rounds| rounds.open_at(day)).map(Round::said);
    round_said::put(&mut fields, round.as_ref());
    let mut text = match head.from {
        Some(party) => ledger_file::write_with(&of_party(ledger, party), plan, &fields),
        None => ledger_file::write_with(ledger, plan, &fields),
    };
    let digest = digest(&text);
    // The last brace.
    text.pop();
    let _ = write!(text, ",\"{DIGEST}\":\"{digest}\"}}");
    text
}

/// The name of a party's progress file, `市教育局-進度-2021-09-30.json`, in the script of the plan.
pub fn report_name(plan: &Plan, from: Party, made: Moment) -> String {
    let what = if plan.script == Script::Simplified { "进度" } else { "進度" };
    let who = plan.printed_name(from).unwrap_or(if plan.script == Script::Simplified { "统筹" } else { "統籌" });
    file_name(&format!("{who}-{what}-{}", iso_date(made)), "json")
}

/// The word for a plan in the names of files, in its own script.
pub fn plan_word(plan: &Plan) -> &'static str {
    if plan.script == Script::Simplified { "要点" } else { "要點" }
}

/// The word for a list of contents in the names of files, in the script of the plan.
pub fn contents_word(plan: &Plan) -> &'static str {
    if plan.script == Script::Simplified { "目录" } else { "目錄" }
}

/// What one party says, without what was emptied: of the coordinator, its own marks and all that it settled; of others, their reports.
pub fn of_party(ledger: &Ledger, party: Party) -> Ledger {
    ledger.only(|key, field| {
        let is_its = matches!(key, MarkKey::Placed(whose, _) if *whose == party);
        if party == Party::Coordinator { is_its || field.is_settled() } else { is_its && !field.is_settled() }
    })
}

/// Reads a progress file of any release, whose bytes gave this text in this encoding, by its name in the Encoding Standard.
///
/// # Errors
/// As [`ledger_file::read_decoded`]; nothing of the file is taken then.
pub fn read(name: &str, text: &str, encoding: &str, plan: &Plan) -> Result<Incoming, LedgerFileError> {
    let text = text.trim_start_matches('\u{feff}');
    let saved = Json::parse(text).map_err(|(line, column)| LedgerFileError::NotJson { line, column });
    let other = saved.as_ref().ok().and_then(|saved| other_copy(saved, plan));
    let ledger = ledger_file::read_decoded(text, encoding, other.as_ref().unwrap_or(plan));
    let ledger = ledger.map_err(|error| match (error, &saved) {
        (LedgerFileError::OtherPlan { plan }, Ok(saved)) => {
            LedgerFileError::OtherPlan { plan: title_of(saved).unwrap_or(plan) }
        }
        (error, _) => error,
    })?;
    let saved = saved?;
    let [from, copy, made, fingerprint, round, sealed] =
        saved.fields(["from", "copy", "made", "text", "round", DIGEST]).ok_or(LedgerFileError::NotALedger)?;
    let word = |field: Option<&Json>| field.and_then(Json::text).map(str::to_owned);
    let mut bare = String::with_capacity(text.len());
    put_json(&mut bare, &saved, true);
    let content = digest(&bare);
    let seal = match sealed {
        // Whoever wrote from which copy it is wrote the digest, too.
        None if copy.is_some() => Seal::Broken,
        None => Seal::None,
        Some(sealed) if sealed.text() == Some(&content) => Seal::Whole,
        Some(_) => Seal::Broken,
    };
    Ok(Incoming {
        name: name.to_owned(),
        from: word(from),
        copy: word(copy),
        made: made.and_then(Json::whole),
        round: round_said::read(round),
        fingerprint: if other.is_some() { Some(plan.fingerprint()) } else { word(fingerprint) },
        other_copy: other.is_some(),
        seal,
        digest: content,
        ledger,
        ..Incoming::default()
    })
}

/// The plan as it is kept where a file was made, if that is under another id and has the same measures.
fn other_copy(saved: &Json, plan: &Plan) -> Option<Plan> {
    let [id, fingerprint] = saved.fields(["plan", "text"])?;
    let id = id.and_then(Json::text).filter(|id| *id != plan.id)?;
    let is_same = fingerprint.and_then(Json::text)? == plan.fingerprint_under(id);
    is_same.then(|| Plan { id: id.to_owned(), ..plan.clone() })
}

/// The title of the plan that a file is of, if it says it.
fn title_of(saved: &Json) -> Option<String> {
    let [title] = saved.fields(["title"])?;
    title.and_then(Json::text).map(|title| title.trim().to_owned()).filter(|title| !title.is_empty())
}

/// Writes a value of JSON without white space, as this program writes it; the outermost object without its digest.
fn put_json(text: &mut String, json: &Json, outermost: bool) {
    match json {
        Json::Null => *text += "null",
        Json::Flag(flag) => *text += if *flag { "true" } else { "false" },
        Json::Number(number) => *text += number,
        Json::Text(string) => put(text, string),
        Json::List(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                *text += if i > 0 { "," } else { "" };
                put_json(text, item, false);
            }
            text.push(']');
        }
        Json::Object(fields) => {
            text.push('{');
            let fields = fields.iter().filter(|(name, _)| !(outermost && name == DIGEST));
            for (i, (name, value)) in fields.enumerate() {
                *text += if i > 0 { "," } else { "" };
                put(text, name);
                text.push(':');
                put_json(text, value, false);
            }
            text.push('}');
        }
    }
}
