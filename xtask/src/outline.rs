//! `cargo xtask outline FILE` prints what the reader reads from a plan, as JSON.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result, bail};
use encoding_rs::Encoding;
use yaodian::domain::settings::Lang;
use yaodian::exchange::{Unread, text_of};
use yaodian::persist::encoding::encodings;
use yaodian::persist::outline::outline;
use yaodian::reader::read;
use yaodian::text::plans::PlanWords;

use crate::Misused;

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    let [file] = args else {
        return Err(Misused("`outline` takes one file".into()).into());
    };
    let outline = of_file(file)?;
    let mut out = io::stdout().lock();
    match writeln!(out, "{outline}") {
        // The program that reads the output has ended: `cargo xtask outline FILE | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("the outline cannot be written"),
    }
}

/// What the reader reads from a file of any kind that the page takes, as JSON.
pub fn of_file(file: &str) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{file} cannot be read"))?;
    let words = PlanWords::of(Lang::En);
    let text = match text_of(&bytes, encodings, &decode) {
        Ok(brought) => {
            if brought.left_out.counts() != [0; 5] {
                eprintln!("xtask: {file}: {}", (words.left_out)(brought.left_out.counts()));
            }
            brought.text
        }
        Err(Unread::NoText) => String::new(),
        Err(why) => bail!("{}", (words.not_read)(file, (words.unread)(why))),
    };
    let read = read(&text);
    Ok(outline(&read.plan, &read.diagnostics))
}

/// A text in the encoding of this name, if each byte fits.
pub fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    let encoding = Encoding::for_label(encoding.as_bytes())?;
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned)
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
