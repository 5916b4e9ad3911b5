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
mod form;
mod read;
mod walk;
mod words;
mod write;

use crate::domain::plan::Plan;
use crate::persist::json::Json;

/// The version of the form: the one this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

const FORMAT: &str = "yaodian-plan";

/// Why a text is not a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFileError {
    /// The text is empty.
    Empty,
    /// The text is not JSON or breaks off, at this line and column from 1.
    NotJson {
        /// Line.
        line: usize,
        /// Column in bytes.
        column: usize,
    },
    /// The text is JSON, but not a plan of this program.
    NotAPlan,
    /// The plan was written by a newer version of this program.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// The text is a plan, but something in it is wrong.
    Damaged(Damage),
}

/// What is wrong in a saved plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A value is missing, unknown, given twice, or of the wrong type.
    Shape,
    /// The plan has no id.
    Id,
    /// A place is outside the source, cuts into a character, or is outside the place it belongs to.
    Place,
    /// The pieces put together are not the source.
    Pieces,
    /// A section names tasks that do not exist, or that another section has.
    Sections,
    /// The id of a task or measure is malformed, or used twice.
    TaskIds,
    /// Two units or localities have the same name, or one has no name.
    Names,
    /// An assignment names a unit that does not exist.
    Assignment,
    /// A measure names a responsibility that does not exist.
    Responsibility,
    /// A target's value is not a number.
    Target,
    /// A rewording has no words.
    Rewording,
}

impl From<Damage> for PlanFileError {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}

/// Writes the plan as text.
pub fn to_text(plan: &Plan) -> String {
    write::text(plan)
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
