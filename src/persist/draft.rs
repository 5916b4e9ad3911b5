//! The text of a plan that is being brought in, and what was mended of it, kept until a plan is made of it. One for all windows: the
//! one typed into last.
//!
//! A text of which nothing was mended is kept as it is. Else the draft is
//!
//! ```json
//! {"format":"yaodian-draft","text":"…","corrections":["[12,40,\"measure\",\"kind\",\"task\"]"]}
//! ```
//!
//! with lines of [`super::corrections`], and with the id of the plan as `plan` where a kept one is mended, which has a draft of its own.

use super::corrections::{from_lines, to_lines};
use super::json::{Json, put};
use super::shelf::{Shelf, ShelfError};
use crate::domain::corrections::Correction;

/// The key of the draft. No plan's: those have a stroke behind their id.
pub const KEY: &str = "yaodian/draft";

/// The key of what is being mended of a kept plan.
pub const MENDING: &str = "yaodian/mending";

const FORMAT: &str = "yaodian-draft";

/// A plan that is being brought in.
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

/// What is being mended of a kept plan; `None` where nothing is.
pub fn mending(shelf: &impl Shelf) -> Option<Draft> {
    let draft = from_text(shelf.get(MENDING).ok().flatten()?);
    (!draft.plan.is_empty()).then_some(draft)
}

/// Keeps the draft, in the place of a new plan or of a kept one; one of a new plan without text is taken away.
///
/// # Errors
/// If the shelf cannot be reached or is full. What was kept before still is.
pub fn keep(shelf: &impl Shelf, draft: &Draft) -> Result<(), ShelfError> {
    if !draft.plan.is_empty() {
        shelf.put(MENDING, &to_text(draft))
    } else if draft.text.trim().is_empty() {
        shelf.remove(KEY)
    } else {
        shelf.put(KEY, &to_text(draft))
    }
}

/// Takes away what was being mended of a kept plan.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn leave(shelf: &impl Shelf) -> Result<(), ShelfError> {
    shelf.remove(MENDING)
}

fn to_text(Draft { text, corrections, plan }: &Draft) -> String {
    if corrections.is_empty() && plan.is_empty() {
        return text.clone();
    }
    let mut form = format!("{{\"format\":\"{FORMAT}\",\"plan\":");
    put(&mut form, plan);
    form += ",\"text\":";
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
    let [format, plan, text, corrections] = form.fields(["format", "plan", "text", "corrections"])?;
    if format?.text()? != FORMAT {
        return None;
    }
    let lines = corrections?.list()?.iter().map(|line| line.text().map(str::to_owned));
    Some(Draft {
        text: text?.text()?.to_owned(),
        corrections: from_lines(&lines.collect::<Option<Vec<_>>>()?),
        plan: plan.and_then(Json::text).unwrap_or_default().to_owned(),
    })
}
