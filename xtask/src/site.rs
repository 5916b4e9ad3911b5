//! `cargo xtask dist` builds the static site into `dist/`.
//!
//! A first visit transfers the whole program, so everything that the page does not need is left out: the standard
//! library is compiled once more along with it, for size; a panic stops the program on the spot instead of
//! wording a message first; and no code is kept for printing types or places in the source. Together this
//! takes an eighth off what is transferred.
//!
//! The compiler calls these switches unstable, and `RUSTC_BOOTSTRAP` makes a stable compiler take them. That is
//! acceptable here, and only here: they change the size and not the language; nothing else is built with them, and
//! no source relies on them; the version of Rust is pinned (`rust-version`); and what they make is tested in a
//! real browser, by the end-to-end tests. Should a later Rust not know them any more, then without them (all of
//! [`FOR_SIZE`] but what `xtask/site` needs) the page works just as well, and the size test says what it costs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::{Misused, shell, tools};

/// What the one file is called that `xtask/site` makes of the site.
pub const ONE_FILE: &str = "yaodian.html";

/// How the program is made smaller than usual; cargo adds the compiler's flags to those of `.cargo/config.toml`. The
/// symbols and relocations are for `xtask/site/src/split.rs` and end there.
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

/// The program that finishes what Trunk has built. Only here is it built, with the views of the page and all that they are
/// made of.
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

/// Where the site lies when it is built.
pub fn folder() -> PathBuf {
    shell::root().join("dist")
}

/// Builds the site as it is published, and installs what is missing for that.
pub fn build() -> Result<()> {
    build_into(&folder(), "split")
}

/// Builds the site of `cargo xtask bench` into a folder: the same, but it takes its plan from the document.
pub fn build_for_bench(folder: &Path) -> Result<()> {
    build_into(folder, "split,bench")
}

fn build_into(folder: &Path, features: &str) -> Result<()> {
    tools::install_missing()?;
    tools::add_std_source()?;
    // Trunk runs offline, so that it never downloads a tool by itself; what the standard library is made of has to
    // be there before.
    shell::run(for_size(&mut shell::cargo()).args(["fetch", "--quiet", "--target", tools::WASM]))?;
    println!("Building the page (some minutes the first time, seconds after a small change)");
    let started = Instant::now();
    let trunk = shell::tools_dir().join("bin/trunk");
    shell::run(
        for_size(&mut shell::command(&trunk.to_string_lossy()))
            .args(["build", "--release", "--offline", "--dist"])
            .arg(folder)
            .args(["--features", features])
            // Trunk takes the value of this variable for a yes or no, and stops at the usual "1".
            .env_remove("NO_COLOR"),
    )?;
    let linked = target().join(tools::WASM).join("release/yaodian.wasm");
    shell::run(shell::cargo().args(FINISH).arg(folder).arg(linked))?;
    println!("Built in {} s", started.elapsed().as_secs());
    Ok(())
}

/// The same command, for a small program. It builds into a folder of its own: otherwise checks and tests, which go
/// without, and the site would each build what the other has built.
fn for_size(command: &mut Command) -> &mut Command {
    command.envs(FOR_SIZE).env("CARGO_TARGET_DIR", target())
}

fn target() -> PathBuf {
    shell::root().join("target/site")
}

/// Fails in words a person can act on when there is no built site.
pub fn must_exist() -> Result<()> {
    ensure!(folder().join("index.html").is_file(), "there is no built site in dist/: run `cargo xtask dist` first");
    Ok(())
}
