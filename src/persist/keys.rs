//! The keys of a plan on a shelf: all of them begin with `yaodian/{id}/`, and no other keys do.

use crate::domain::plan_id::is_plan_id;

/// The key of a plan with this rest, or the common prefix of such keys: `yaodian/haidong-2021/filed`. The slash after the id
/// is part of it even if the rest is empty, so that the prefix of `a` fits no key of `a-b`.
pub fn under(id: &str, rest: &str) -> String {
    format!("yaodian/{id}/{rest}")
}

/// The key of a plan's text in the form of [`super::plan_file`]. The version of the form is part of the key.
pub fn plan_file(id: &str) -> String {
    under(id, PLAN)
}

/// The key of a plan's ledger in this version of its form.
pub fn ledger(id: &str, version: u64) -> String {
    under(id, &format!("{LEDGER}v{version}"))
}

/// The rest of the key of a plan's text.
pub const PLAN: &str = "plan/v1";

/// The prefix of the rest of a ledger's key.
pub const LEDGER: &str = "ledger/";

/// The rest of the key under which is kept up to when changes were saved to a file.
pub const FILED: &str = "filed";

/// The prefix of the rest of a snapshot's key.
pub const SNAPSHOT: &str = "snapshot/";

/// The prefix of the rest of the key of a text that was put aside.
pub const ASIDE: &str = "aside/";

/// The prefix of the rest of a receipt's key.
pub const RECEIPT: &str = "receipt/";

/// The prefix of the rest of the key of a closed round.
pub const ROUND: &str = "round/";

/// The rest of the key under which is kept what this browser's copy of the ledger is called.
pub const COPY: &str = "copy";

/// The rest of the key under which is kept who this browser reports for.
pub const IDENTITY: &str = "identity";

/// The rest of the key under which is kept when the newest hand-out was made that was opened.
pub const HANDED: &str = "handed";

/// The id of the plan that a key belongs to, and the rest of the key; `None` for any other key.
pub fn plan_of(key: &str) -> Option<(&str, &str)> {
    split(key).filter(|(id, _)| is_plan_id(id))
}

/// Splits a key like [`plan_of`], without checking that the id can be a plan's.
pub fn split(key: &str) -> Option<(&str, &str)> {
    let ours = key.strip_prefix("yaodian/")?;
    let end = ours.bytes().position(|byte| byte == b'/')?;
    Some((ours.get(..end)?, ours.get(end + 1..)?))
}
