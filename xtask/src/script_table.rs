//! `cargo run -p xtask --features script-table -- script-table` writes `src/domain/script_table.rs` anew.
//!
//! The table changes only when `OpenCC`'s dictionary does, and the crate that carries it takes long to build: hence the
//! feature. The table has every character of Big5 or GBK whose simplified form is another character of GBK: those that
//! offices type and that every Chinese font can show.

use std::fs;

use anyhow::{Context, Result};
use encoding_rs::{BIG5, Encoding, GBK};
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

use crate::shell::root;

const HEAD: &str = "\
//! The single characters that differ between the two Chinese scripts. Generated; do not edit.
//!
//! Made by `cargo run -p xtask --features script-table -- script-table` from the traditional-to-simplified
//! character dictionary of `OpenCC` (Apache-2.0; its first choice for each character) as carried by the crate
//! `ferrous-opencc`: every character of Big5 or GBK whose simplified form is another character of GBK.
//! Sorted by traditional character; the two strings go by pairs.
";

/// Runs the command.
pub fn run(_args: &[String]) -> Result<()> {
    let opencc = OpenCC::from_config(BuiltinConfig::T2s).context("the dictionary cannot be loaded")?;
    let mut pairs = Vec::new();
    // The main block of Chinese characters; with them, both forms take three bytes.
    for from in '\u{4E00}'..='\u{9FFF}' {
        let to = opencc.convert(&from.to_string());
        let mut to = to.chars();
        let (Some(to), None) = (to.next(), to.next()) else { continue };
        if to != from && (has(BIG5, from) || has(GBK, from)) && has(GBK, to) {
            pairs.push((from, to));
        }
    }
    let text = [
        HEAD,
        &strings("Traditional characters, in order of code point.", "TRADITIONAL", pairs.iter().map(|pair| pair.0)),
        &strings("Their simplified forms, in the same order.", "SIMPLIFIED", pairs.iter().map(|pair| pair.1)),
    ];
    fs::write(root().join("src/domain/script_table.rs"), text.concat()).context("the table cannot be written")?;
    println!("src/domain/script_table.rs written: {} pairs", pairs.len());
    Ok(())
}

/// Whether a character is in a character set. For GBK these are the two-byte codes, not all of Unicode.
fn has(set: &'static Encoding, c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, missing) = set.encode(&text);
    !missing && bytes.len() == 2
}

fn strings(doc: &str, name: &str, chars: impl Iterator<Item = char>) -> String {
    let chars: Vec<char> = chars.collect();
    let lines = chars.chunks(48).map(|line| format!("    {}\\\n", line.iter().collect::<String>()));
    format!("\n/// {doc}\npub(super) const {name}: &str = \"\\\n{}    \";\n", lines.collect::<String>())
}
