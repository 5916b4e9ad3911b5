//! The saved form of a plan, version 1. The plan that the page carries ([`super::embedded`]) is in this form, too.
//!
//! ```json
//! {"format":"yaodian-plan","version":1,"id":"haidong-2021", … ,"source":"海東市2021年…",
//!  "tasks":[
//!  {"id":"1","path":["二","(一)","1"],"label":[82,1],"title":[2,24],"measures":[{"at":[3,252]}, …
//! ```
//!
//! A measure's id is its task's id with its place, unless `of` gives another task's id and `n` the number in that task. A
//! task's label is spelled like its id, unless `no` gives it. `given` is the highest id or number that is gone, so that it is
//! never given again.
//!
//! The source is in it once. Everything else gives its place as `[skip, length]` in bytes, counted from the end of the place
//! before. Every task, section and unit has a line of its own, so that changes can be reviewed. A plan from [`from_text`] has
//! been checked ([`check`]): every place is in the source, the pieces put together are the source, every index and id is
//! sound. Anything else is an error and never half a plan.
//!
//! [`form`] walks a plan field by field, and calls a [`walk::Walk`] for each with the field's name in the form and its value. There are two
//! walks: [`mod@read`] looks the name up and fills in the value; [`mod@write`] writes both down. So the fields written are
//! the fields read, and a new field is one line of [`form`], without which nothing compiles. For a value that may be left out
//! the form first asks `walk.has`. The reader begins with a blank plan and notes damage; a field that the form did not ask
//! for is damage, too.

mod check;
mod fault;
mod form;
mod read;
mod walk;
mod words;
mod write;

pub use fault::{Damage, PlanFileError};
pub use form::VERSION;

use crate::domain::plan::Plan;
use crate::persist::json::{Json, put};
use form::FORMAT;

/// Writes the plan as text.
pub fn to_text(plan: &Plan) -> String {
    write::text(plan)
}

/// How the marks begin that are handed out with a plan: its last field, which is no part of it.
const MARKS: &str = ",\n\"marks\":";

/// Writes a plan that is handed out as text, with the marks that go along, as a progress file.
pub fn handed_out(plan: &Plan, marks: &str) -> String {
    let text = to_text(plan);
    let open = text.trim_end();
    let mut text = [open.strip_suffix('}').unwrap_or(open), MARKS].concat();
    put(&mut text, marks);
    text + "}\n"
}

/// A plan file without the marks that were handed out with it, and these, as a progress file.
pub fn parted(text: &str) -> (String, Option<String>) {
    let parts = text.rsplit_once(MARKS).and_then(|(plan, marks)| {
        let marks = Json::parse(marks.trim_end().strip_suffix('}')?).ok()?;
        Some(([plan, "}\n"].concat(), marks.text()?.to_owned()))
    });
    parts.map_or_else(|| (text.to_owned(), None), |(plan, marks)| (plan, Some(marks)))
}

/// Reads a plan from a text that [`to_text`] wrote.
///
/// # Errors
/// Says why the text is not a plan, or what is wrong in it.
pub fn from_text(text: &str) -> Result<Plan, PlanFileError> {
    if text.trim().is_empty() {
        return Err(PlanFileError::Empty);
    }
    let form = Json::parse(text).map_err(|(line, column)| PlanFileError::NotJson { line, column })?;
    let Some([format, version]) = form.fields(["format", "version"]) else {
        return Err(PlanFileError::NotAPlan);
    };
    let version = version.and_then(Json::whole).and_then(|version| u32::try_from(version).ok()).unwrap_or_default();
    if format.and_then(Json::text) != Some(FORMAT) || version == 0 {
        return Err(PlanFileError::NotAPlan);
    }
    if version > VERSION {
        return Err(PlanFileError::Newer { version });
    }
    let plan = read::plan(&form)?;
    check::check(&plan)?;
    Ok(plan)
}
