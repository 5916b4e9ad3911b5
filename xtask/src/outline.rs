//! `cargo xtask outline FILE`: what the reader reads in a plan, as JSON.

use anyhow::{Result, bail};

/// Runs the command.
pub fn run(_args: &[String]) -> Result<()> {
    bail!("`outline` is not there yet")
}
