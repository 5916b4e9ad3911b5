//! `cargo xtask dist`: builds the static site into `dist/`.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::{Misused, shell, tools};

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.first() {
        return Err(Misused(format!("`dist` does not know `{unknown}`")).into());
    }
    build()?;
    println!("The site is in {}", folder().display());
    Ok(())
}

/// Where the site lies when it is built.
pub fn folder() -> PathBuf {
    shell::root().join("dist")
}

/// Builds the site as it is published, and installs what is missing for that.
pub fn build() -> Result<()> {
    tools::install_missing()?;
    println!("Building the page (some minutes the first time, seconds after a small change)");
    let started = Instant::now();
    let trunk = shell::tools_dir().join("bin/trunk");
    shell::run(
        shell::command(&trunk.to_string_lossy())
            .args(["build", "--release", "--offline"])
            // Trunk takes the value of this variable for a yes or no, and stops at the usual "1".
            .env_remove("NO_COLOR"),
    )?;
    println!("Built in {} s", started.elapsed().as_secs());
    Ok(())
}

/// Fails in words a person can act on when there is no built site.
pub fn must_exist() -> Result<()> {
    ensure!(folder().join("index.html").is_file(), "there is no built site in dist/: run `cargo xtask dist` first");
    Ok(())
}
