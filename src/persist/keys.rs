//! The keys of a plan: all of them begin with `yaodian/{id}/`, and nothing else does.

use crate::domain::plan_id::is_plan_id;

/// The key of a plan with this rest, or what its keys with this rest begin with: `yaodian/haidong-2021/filed`. The stroke after the
/// id is part of it even where there is no rest, so that `a` has none of `a-b`'s.
pub fn under(id: &str, rest: &str) -> String {
    format!("yaodian/{id}/{rest}")
}

/// The key of a plan's text, in the form of [`super::plan_file`]; that form's version is part of it.
pub fn plan_file(id: &str) -> String {
    under(id, PLAN)
}

/// The rest of the key of a plan's text.
pub const PLAN: &str = "plan/v1";

/// What the rest of the key of a ledger begins with.
pub const LEDGER: &str = "ledger/";

/// The rest of the key that says what was saved to a file.
pub const FILED: &str = "filed";

/// What the rest of a snapshot's key begins with.
pub const SNAPSHOT: &str = "snapshot/";

/// What the rest of the key of something put aside begins with.
pub const ASIDE: &str = "aside/";

/// The plan that a key is of, and the rest of the key; `None` for any other.
pub fn plan_of(key: &str) -> Option<(&str, &str)> {
    split(key).filter(|(id, _)| is_plan_id(id))
}

/// The same without asking whether it can be a plan's id.
pub fn split(key: &str) -> Option<(&str, &str)> {
    let ours = key.strip_prefix("yaodian/")?;
    let end = ours.bytes().position(|byte| byte == b'/')?;
    Some((ours.get(..end)?, ours.get(end + 1..)?))
}
