//! The saved form of a plan, version 1. The plan that the page carries ([`super::embedded`]) is in this form, too.
//!
//! ```json
//! {"format":"yaodian-plan","version":1,"id":"haidong-2021", … ,"source":"海東市2021年…",
//!  "tasks":[
//!  {"id":"1","path":["二","(一)","1"],"label":[82,1],"title":[2,24],"measures":[{"at":[3,252]}, …
//! ```
//!
//! A measure's id is its task's with its place, unless it says `of` which task's it is and `n`, its number there. A task that is not
//! printed as its id is spelled says how in `no`. `given` is the highest id or number that is gone, so that nobody gets it again.
//!
//! The source stands in it once; everything else names its place as `[skip, length]` in bytes, counted from the end
//! of the place before. One task, section, unit … a line, so that changes can be reviewed. What comes back from
//! [`from_text`] has been checked ([`check`]): every place is in the source, the pieces put together are the source,
//! every index and id is sound. Anything else is an error and never half a plan.
//!
//! [`form`] walks a plan from field to field, and calls a [`walk::Walk`] for each: its name in the form, and the value itself. Of these
//! there are two. [`mod@read`] looks the name up and fills in the value; [`mod@write`] writes both down. So what is written is what is read,
//! and a new field is one line of [`form`], without which nothing compiles. What may be left out is asked for first
//! (`walk.has`). A reader begins with a blank plan, and notes what cannot be; a field that the walk did not ask for is damage, too.

mod check;
mod form;
mod read;
mod walk;
mod words;
mod write;

use crate::domain::plan::Plan;
use crate::persist::json::Json;

/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

const FORMAT: &str = "yaodian-plan";

/// Why a text is not a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFileError {
    /// There is nothing in it.
    Empty,
    /// It is not JSON, or breaks off; where (from 1).
    NotJson {
        /// Line.
        line: usize,
        /// Column in bytes.
        column: usize,
    },
    /// It is JSON, but not a plan of this program.
    NotAPlan,
    /// It was written by a newer version of this program.
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is a plan, but something in it cannot be.
    Damaged(Damage),
}

/// What cannot be in a saved plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A value is missing, unknown, there twice, or of another kind.
    Shape,
    /// It has no id.
    Id,
    /// A place is not in the source, cuts into a character, or lies outside of what it belongs to.
    Place,
    /// The pieces put together are not the source.
    Pieces,
    /// A section names tasks that are not there, or that are another section's.
    Sections,
    /// A task's or measure's id is malformed, or there twice.
    TaskIds,
    /// Two units or localities have the same name, or one has none.
    Names,
    /// An assignment names a unit that is not there.
    Assignment,
    /// A measure names a responsibility that is not there.
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

/// The plan as text.
pub fn to_text(plan: &Plan) -> String {
    write::text(plan)
}

/// The plan of a text that [`to_text`] wrote.
///
/// # Errors
/// When the text is no such plan, or not a sound one.
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
