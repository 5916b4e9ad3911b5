//! The keys of a plan: all of them begin with `yaodian/{id}/`, and nothing else does.

use crate::domain::plan_id::is_plan_id;

/// What the keys of this program begin with.
const OURS: &str = "yaodian/";

/// What the keys of a plan begin with: `yaodian/haidong-2021/`. The closing stroke is part of it, so that `a` has none of `a-b`'s.
pub fn under(id: &str) -> String {
    format!("{OURS}{id}/")
}

/// What the rest of a snapshot's key begins with.
pub const SNAPSHOT: &str = "snapshot/";

/// What the rest of the key of something put aside begins with.
pub const ASIDE: &str = "aside/";

/// The plan that a key is of, and the rest of the key; `None` for any other.
pub fn plan_of(key: &str) -> Option<(&str, &str)> {
    key.strip_prefix(OURS)?.split_once('/').filter(|(id, _)| is_plan_id(id))
}
