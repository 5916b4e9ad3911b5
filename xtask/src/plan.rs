//! `cargo xtask plan`: writes `plans/haidong-2021/plan.json` anew from its source and the curated facts.

use anyhow::{Result, bail};

/// Runs the command.
pub fn run(_args: &[String]) -> Result<()> {
    bail!("`plan` is not there yet")
}
