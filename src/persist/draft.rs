//! The text of a plan that is being brought in, and what was mended of it, kept until a plan is made of it. One for all windows: the
//! one typed into last.
//!
//! A text of which nothing was mended is kept as it is. Else the draft is
//!
//! ```json
//! {"format":"yaodian-draft","text":"…","corrections":["[12,40,\"measure\",\"kind\",\"task\"]"]}
//! ```
//!
//! with lines of [`super::corrections`]. What is being mended of a kept plan is a draft of its own, beside that plan; which one is
//! being mended stands under [`MENDING`].

use super::corrections::{from_lines, to_lines};
use super::json::{Json, put};
use super::keys;
use super::shelf::{Shelf, ShelfError};
use crate::domain::corrections::Correction;
use crate::domain::plan_id::is_plan_id;

/// The key of the draft. No plan's: those have a stroke behind their id.
pub const KEY: &str = "yaodian/draft";

/// The key of the id of the kept plan that is being mended.
pub const MENDING: &str = "yaodian/mending";

/// The rest of the key of what is being mended of a kept plan.
const HALF_DONE: &str = "mending";

const FORMAT: &str = "yaodian-draft";

/// A plan that is being brought in or mended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Its text.
    pub text: String,
    /// What was mended of its reading.
    pub corrections: Vec<Correction>,
    /// The id of the kept plan that is mended; empty for a new one.
    pub plan: String,
}

/// The draft of a new plan, empty where there is none or the shelf cannot be reached.
pub fn load(shelf: &impl Shelf) -> Draft {
    from_text(shelf.get(KEY).ok().flatten().unwrap_or_default())
}

/// The id of the kept plan that is being mended, and its corrections where they are others than those kept; `None` where none is.
pub fn mending(shelf: &impl Shelf) -> Option<(String, Option<Vec<Correction>>)> {
    let id = shelf.get(MENDING).ok().flatten().filter(|id| is_plan_id(id))?;
    let half_done = shelf.get(&keys::under(&id, HALF_DONE)).ok().flatten();
    Some((id, half_done.map(|text| from_text(text).corrections)))
}

/// Says which kept plan is being mended from now on. What was half done of it before is there again.
///
/// # Errors
/// If the shelf cannot be reached or is full.
pub fn begin(shelf: &impl Shelf, id: &str) -> Result<(), ShelfError> {
    shelf.put(MENDING, id)
}

/// Keeps the draft, of a new plan or beside the kept one that is mended; one of a new plan without text is taken away.
///
/// # Errors
/// If the shelf cannot be reached or is full. What was kept before still is.
pub fn keep(shelf: &impl Shelf, draft: &Draft) -> Result<(), ShelfError> {
    if !draft.plan.is_empty() {
        shelf.put(&keys::under(&draft.plan, HALF_DONE), &form_of("", &draft.corrections))
    } else if draft.text.trim().is_empty() {
        shelf.remove(KEY)
    } else if draft.corrections.is_empty() {
        shelf.put(KEY, &draft.text)
    } else {
        shelf.put(KEY, &form_of(&draft.text, &draft.corrections))
    }
}

/// Ends mending a kept plan, and takes away what was half done of it.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn leave(shelf: &impl Shelf, id: &str) -> Result<(), ShelfError> {
    shelf.remove(MENDING)?;
    shelf.remove(&keys::under(id, HALF_DONE))
}

fn form_of(text: &str, corrections: &[Correction]) -> String {
    let mut form = format!("{{\"format\":\"{FORMAT}\",\"text\":");
    put(&mut form, text);
    form += ",\"corrections\":[";
    for (place, line) in to_lines(corrections).iter().enumerate() {
        if place > 0 {
            form.push(',');
        }
        put(&mut form, line);
    }
    form + "]}"
}

fn from_text(text: String) -> Draft {
    form(&text).unwrap_or_else(|| Draft { text, ..Draft::default() })
}

/// The draft of a text in the form above; `None` for any other text, which is a plan's.
fn form(text: &str) -> Option<Draft> {
    let form = text.starts_with("{\"format\"").then(|| Json::parse(text).ok())??;
    let [format, text, corrections] = form.fields(["format", "text", "corrections"])?;
    if format?.text()? != FORMAT {
        return None;
    }
    let lines = corrections?.list()?.iter().map(|line| line.text().map(str::to_owned));
    let corrections = from_lines(&lines.collect::<Option<Vec<_>>>()?);
    Some(Draft { text: text?.text()?.to_owned(), corrections, plan: String::new() })
}
