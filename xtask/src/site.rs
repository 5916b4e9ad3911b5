//! `cargo xtask dist` builds the static site into `dist/`.
//!
//! A first visit transfers the whole program, so everything that the page does not need is left out: the standard library is
//! compiled along with it, for size; a panic stops the program at once, without making a message; and no code is kept for
//! printing types or places in the source. Together this saves an eighth of what is transferred.
//!
//! The compiler calls these switches unstable, and only with `RUSTC_BOOTSTRAP` a stable compiler accepts them. That is
//! acceptable here, and only here: they change the size and not the language; nothing else is built with them, and no source
//! relies on them; the version of Rust is pinned (`rust-version`); and the result is tested in a real browser, by the
//! end-to-end tests. If a later Rust no longer knows them, the page works just as well without them (all of [`FOR_SIZE`] but
//! what `xtask/site` needs), and the size test says what that costs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::{Misused, shell, tools};

/// The name of the one file that `xtask/site` makes of the site.
pub const ONE_FILE: &str = "yaodian.html";

/// The settings that make the program smaller than usual; cargo adds these compiler flags to those of `.cargo/config.toml`.
/// Symbols and relocations are kept for `xtask/site/src/split.rs`, which removes them.
const FOR_SIZE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_STRIP", "false"),
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-args=--emit-relocs",
    ),
];

/// Cargo's arguments that run the program that finishes what Trunk has built. It is built only for this, with all views of
/// the page.
const FINISH: [&str; 4] = ["run", "--package", "site", "--"];

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.first() {
        return Err(Misused(format!("`dist` does not know `{unknown}`")).into());
    }
    build()?;
    println!("The site is in {}", folder().display());
    println!("All of it in one file: {}", folder().join(ONE_FILE).display());
    Ok(())
}

/// The folder of the built site.
pub fn folder() -> PathBuf {
    shell::root().join("dist")
}

/// Builds the site as it is published, and installs what that needs.
pub fn build() -> Result<()> {
    build_into(&folder(), "split")
}

/// Builds the site of `cargo xtask bench` into a folder: the same site, but it takes its plan from the document.
pub fn build_for_bench(folder: &Path) -> Result<()> {
    build_into(folder, "split,bench")
}

fn build_into(folder: &Path, features: &str) -> Result<()> {
    tools::install_missing()?;
    tools::add_std_source()?;
    // Trunk runs offline, so that it never downloads a tool by itself; the crates of the standard library have to be there
    // before.
    shell::run(for_size(&mut shell::cargo()).args(["fetch", "--quiet", "--target", tools::WASM]))?;
    println!("Building the page (some minutes the first time, seconds after a small change)");
    let started = Instant::now();
    let trunk = shell::tools_dir().join("bin/trunk");
    shell::run(
        for_size(&mut shell::command(&trunk.to_string_lossy()))
            .args(["build", "--release", "--offline", "--dist"])
            .arg(folder)
            .args(["--features", features])
            // Trunk takes the value of this variable for a boolean, and stops at the usual "1".
            .env_remove("NO_COLOR"),
    )?;
    let linked = target().join(tools::WASM).join("release/yaodian.wasm");
    shell::run(shell::cargo().args(FINISH).arg(folder).arg(linked))?;
    println!("Built in {} s", started.elapsed().as_secs());
    Ok(())
}

/// The command with the settings for a small program. It builds into a folder of its own: otherwise the site, and checks and
/// tests without these settings, would each rebuild what the other has built.
fn for_size(command: &mut Command) -> &mut Command {
    command.envs(FOR_SIZE).env("CARGO_TARGET_DIR", target())
}

fn target() -> PathBuf {
    shell::root().join("target/site")
}

/// Fails with advice to a person if the site is not built.
pub fn must_exist() -> Result<()> {
    ensure!(folder().join("index.html").is_file(), "there is no built site in dist/: run `cargo xtask dist` first");
    Ok(())
}
