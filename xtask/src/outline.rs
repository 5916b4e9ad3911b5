//! `cargo xtask outline FILE` prints what the reader reads from a plan, as JSON.

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result, bail};
use yaodian::exchange::{Unread, text_of};
use yaodian::persist::encoding::encodings;
use yaodian::persist::outline::outline;
use yaodian::reader::read;

use crate::Misused;

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let [file] = args else {
        return Err(Misused("`outline` takes one file".into()).into());
    };
    let bytes = fs::read(file).with_context(|| format!("{file} cannot be read"))?;
    let text = match text_of(&bytes, encodings, decode) {
        Ok(brought) => brought.text,
        Err(Unread::NoText) => String::new(),
        Err(Unread::Unknown) => {
            eprintln!("xtask: {file} is not UTF-8; what could not be decoded is read as \u{fffd}");
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Err(fault) => bail!("{file} gives no text: {fault:?}"),
    };
    let read = read(&text);
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", outline(&read.plan, &read.diagnostics)) {
        // The program that reads the output has ended: `cargo xtask outline FILE | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("the outline cannot be written"),
    }
}

/// A text in one of the encodings that the standard library knows.
fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    let units = |unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
    };
    match encoding {
        "utf-8" => String::from_utf8(bytes.to_vec()).ok(),
        "utf-16le" => units(u16::from_le_bytes),
        "utf-16be" => units(u16::from_be_bytes),
        _ => None,
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
