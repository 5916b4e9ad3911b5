//! Bodies by what people call them: 发改委 for 市發展改革委, 人行 for 人民銀行, `jyj` and `jiaoyu` for 市教育局.
//!
//! A first visit has none of it. [`bring`] brings it once somebody chooses a list or searches; until then, a body is found by the names
//! that the plan has.

mod bodies;
mod fit;
mod meant;
mod pinyin;
mod short_forms;

pub use self::meant::Meant;

use super::party::Party;
use super::plan::{Assignee, Plan};
use std::ops::Range;
use std::sync::OnceLock;

/// What finds bodies by what people call them.
pub struct Sayings {
    /// The parties that fit what is typed, the best first; given the names of the coordinator, one a line.
    pub offered: fn(&Plan, &str, &str) -> Vec<Party>,
    /// What the terms of a search mean, given whether a term stands in the text.
    pub meant: FindMeant,
    /// The byte ranges of the name of a body, as it is shown, that the terms mean, in order.
    pub marks: FindMarks,
}

/// Finds what the terms of a search mean in a plan, given what says whether a term stands in the text.
type FindMeant = fn(&Plan, &[String], &dyn Fn(&str) -> bool) -> Meant;

/// Finds what of the name of a body is meant: given what is meant, the terms, who is asked, and how that is shown.
type FindMarks = fn(&Meant, &[String], Assignee, &str) -> Vec<Range<usize>>;

static SAYINGS: Sayings = Sayings { offered: bodies::offered, meant: bodies::meant, marks: bodies::marks };

static BROUGHT: OnceLock<&Sayings> = OnceLock::new();

/// Brings it. Native programs have it from the start.
pub fn bring() {
    BROUGHT.get_or_init(|| &SAYINGS);
}

/// What finds bodies by what people call them; `None` until it is brought.
pub fn sayings() -> Option<&'static Sayings> {
    if cfg!(not(target_arch = "wasm32")) {
        bring();
    }
    BROUGHT.get().copied()
}
