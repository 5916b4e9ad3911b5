//! `cargo xtask outline FILE` prints what the reader reads from a plan, as JSON.

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result};
use yaodian::persist::outline::outline;
use yaodian::reader::read;

use crate::Misused;

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let [file] = args else {
        return Err(Misused("`outline` takes one file".into()).into());
    };
    let bytes = fs::read(file).with_context(|| format!("{file} cannot be read"))?;
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        eprintln!("xtask: {file} is not UTF-8; what could not be decoded is read as \u{fffd}");
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    });
    let read = read(&text);
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", outline(&read.plan, &read.diagnostics)) {
        // The program that reads the output has ended: `cargo xtask outline FILE | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("the outline cannot be written"),
    }
}

#[cfg(test)]
mod tests {
    use crate::shell;

    #[test]
    fn the_commands_compile_no_leptos() {
        let tree = ["tree", "--offline", "--package", "xtask", "--edges", "normal,build", "--prefix", "none"];
        let crates = shell::ask(shell::cargo().args(tree)).expect("cargo knows what this program is made of");
        let has = |name: &str| crates.lines().any(|line| line.starts_with(&format!("{name} v")));
        assert!(has("yaodian"), "{crates}");
        for heavy in ["leptos", "wasm-bindgen", "lightningcss"] {
            assert!(!has(heavy), "{heavy} is compiled for `cargo xtask outline`");
        }
    }
}
