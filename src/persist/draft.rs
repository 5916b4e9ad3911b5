//! Drafts: texts that are being brought in and plans that are being mended, kept until a plan is made of them.
//!
//! ```text
//! yaodian/draft                a text that is being brought in
//! yaodian/draft-2              another one
//! yaodian/{id}/mending         what is mended of a kept plan and not kept yet
//! yaodian/{id}/mending-2       the same from another window
//! ```
//!
//! A window works on one draft, under one of these keys ([`Slot`]). Two windows may come to work on the same; the one that finds words
//! under its key that it did not put there goes on under a key of its own, so that neither overwrites the other's.
//!
//! A text of which nothing was mended is kept as it is. Else the draft is
//!
//! ```json
//! {"format":"yaodian-draft","text":"…","corrections":["[12,40,\"measure\",\"kind\",\"task\"]"],"base":[]}
//! ```
//!
//! with lines of [`super::corrections`]: those made, and in the draft of a kept plan those that it was kept with when the draft was begun.

#![allow(clippy::similar_names, reason = "`self` and `shelf` are not confused")]

mod unkept;

pub use unkept::Unkept;

use super::corrections::{from_lines, to_lines};
use super::json::{Json, put};
use super::keys;
use super::shelf::{Shelf, ShelfError};
use crate::domain::corrections::Correction;
use crate::domain::plan_id::is_plan_id;

/// The key of the first draft of a new plan. No plan's: those have a stroke behind their id.
pub const KEY: &str = "yaodian/draft";

/// The rest of the key of what is being mended of a kept plan.
const HALF_DONE: &str = "mending";

const FORMAT: &str = "yaodian-draft";

/// A plan that is being brought in or mended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Its text; empty for a kept plan, which has it.
    pub text: String,
    /// What was mended of its reading.
    pub corrections: Vec<Correction>,
    /// The id of the kept plan that is mended; empty for a new one.
    pub plan: String,
    /// The corrections with which that plan was kept when the draft was begun; `None` for a new plan, or if that is not known.
    pub base: Option<Vec<Correction>>,
}

impl Draft {
    /// Whether there is nothing to keep: no text, or nothing mended of a kept plan.
    pub fn is_idle(&self) -> bool {
        if self.plan.is_empty() { self.text.trim().is_empty() } else { self.base.as_ref() == Some(&self.corrections) }
    }
}

/// The key of the first draft of a new plan, or of a kept one with this id.
pub fn key_of(plan: &str) -> String {
    if plan.is_empty() { KEY.to_owned() } else { keys::under(plan, HALF_DONE) }
}

/// The id of the kept plan that the draft under a key is of, empty for a new plan's; `None` for any other key.
pub fn plan_of(key: &str) -> Option<&str> {
    let is_nth = |rest: &str| {
        let n = rest.strip_prefix('-').map(str::parse::<u32>);
        rest.is_empty() || matches!(n, Some(Ok(2..)))
    };
    if let Some(rest) = key.strip_prefix(KEY) {
        return is_nth(rest).then_some("");
    }
    let (id, rest) = keys::split(key).filter(|(id, _)| is_plan_id(id))?;
    is_nth(rest.strip_prefix(HALF_DONE)?).then_some(id)
}

/// All drafts with their keys, those of new plans first; none if the shelf cannot be reached.
pub fn all(shelf: &impl Shelf) -> Vec<(String, Draft)> {
    let keys = shelf.keys().unwrap_or_default();
    let mut keys: Vec<String> = keys.into_iter().filter(|key| plan_of(key).is_some()).collect();
    let order = |key: &String| (plan_of(key).unwrap_or_default().to_owned(), key.len(), key.clone());
    keys.sort_by_cached_key(order);
    keys.into_iter().filter_map(|key| Some((at(shelf, &key)?, key))).map(|(draft, key)| (key, draft)).collect()
}

/// The draft under a key; `None` if there is none.
pub fn at(shelf: &impl Shelf, key: &str) -> Option<Draft> {
    let plan = plan_of(key)?.to_owned();
    let text = shelf.get(key).ok().flatten()?;
    Some(Draft { plan, ..from_text(text) })
}

/// A key under which nothing is, for a draft of a new plan or of a kept one with this id; none of those that a window means to use and
/// has put nothing under yet.
pub fn fresh(shelf: &impl Shelf, plan: &str, is_meant: impl Fn(&str) -> bool) -> String {
    let first = key_of(plan);
    let nth = (2..u32::MAX).map(|n| format!("{first}-{n}"));
    let mut all = std::iter::once(first.clone()).chain(nth);
    all.find(|key| !is_meant(key) && shelf.get(key) == Ok(None)).unwrap_or(first)
}

/// The key of the draft that a window works on, and what that window last saw under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    key: String,
    seen: Option<String>,
}

impl Slot {
    /// Begins to work on what is under a key.
    pub fn at(shelf: &impl Shelf, key: &str) -> Self {
        Self { key: key.to_owned(), seen: shelf.get(key).ok().flatten() }
    }

    /// Its key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Keeps the draft, and takes away one in which there is nothing to keep. Returns whether another window has put something else
    /// under the key, so that this draft has another key from now on.
    ///
    /// # Errors
    /// If the shelf cannot be reached or is full. What was kept before still is.
    pub fn keep(&mut self, shelf: &impl Shelf, draft: &Draft) -> Result<bool, ShelfError> {
        let text = (!draft.is_idle()).then(|| to_text(draft));
        let is_other_plan = plan_of(&self.key) != Some(&draft.plan);
        let there = shelf.get(&self.key)?;
        let is_others = there.is_some() && there != self.seen && there != text;
        if text.is_none() {
            return if is_others { Ok(false) } else { self.leave(shelf).map(|()| false) };
        }
        let before = (is_others || is_other_plan).then(|| self.clone());
        if before.is_some() {
            *self = Self { key: fresh(shelf, &draft.plan, |_| false), seen: None };
        }
        if let Some(text) = &text
            && let Err(why) = shelf.put(&self.key, text)
        {
            *self = before.unwrap_or_else(|| self.clone());
            return Err(why);
        }
        self.seen = text;
        if let Some(mut before) = before.filter(|_| !is_others) {
            // It is of another plan now, and stands there.
            before.leave(shelf)?;
        }
        Ok(is_others)
    }

    /// Keeps another draft beside this and all that are there.
    ///
    /// # Errors
    /// If the shelf cannot be reached or is full.
    pub fn add(&self, shelf: &impl Shelf, draft: &Draft) -> Result<(), ShelfError> {
        shelf.put(&fresh(shelf, &draft.plan, |key| key == self.key), &to_text(draft))
    }

    /// Takes the draft away, unless another window has put something else there.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn leave(&mut self, shelf: &impl Shelf) -> Result<(), ShelfError> {
        if self.seen.is_some() && shelf.get(&self.key)? == self.seen {
            shelf.remove(&self.key)?;
        }
        self.seen = None;
        Ok(())
    }
}

fn to_text(draft: &Draft) -> String {
    if draft.plan.is_empty() && draft.corrections.is_empty() {
        return draft.text.clone();
    }
    let mut form = format!("{{\"format\":\"{FORMAT}\",\"text\":");
    put(&mut form, if draft.plan.is_empty() { &draft.text } else { "" });
    put_lines(&mut form, "corrections", &draft.corrections);
    if let Some(base) = &draft.base {
        put_lines(&mut form, "base", base);
    }
    form + "}"
}

fn put_lines(form: &mut String, name: &str, corrections: &[Correction]) {
    *form += ",";
    put(form, name);
    *form += ":[";
    for (place, line) in to_lines(corrections).iter().enumerate() {
        if place > 0 {
            form.push(',');
        }
        put(form, line);
    }
    form.push(']');
}

fn from_text(text: String) -> Draft {
    form(&text).unwrap_or_else(|| Draft { text, ..Draft::default() })
}

/// The draft of a text in the form above; `None` for any other text, which is a plan's.
fn form(text: &str) -> Option<Draft> {
    let form = text.starts_with("{\"format\"").then(|| Json::parse(text).ok())??;
    let [format, text, corrections, base] = form.fields(["format", "text", "corrections", "base"])?;
    if format?.text()? != FORMAT {
        return None;
    }
    let lines = |list: &Json| {
        let lines = list.list()?.iter().map(|line| line.text().map(str::to_owned));
        Some(from_lines(&lines.collect::<Option<Vec<_>>>()?))
    };
    Some(Draft {
        text: text?.text()?.to_owned(),
        corrections: lines(corrections?)?,
        plan: String::new(),
        base: base.and_then(lines),
    })
}
