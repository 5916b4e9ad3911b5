//! Cuts the views that a first visit can do without out of the program, into a WebAssembly module of their own.
//!
//! `wasm_split_helpers` marks in `src/app/later.rs` what is cut off; the linker keeps its relocations
//! (`--emit-relocs`), from which `wasm_split_cli_support` finds what only that part uses. Both modules share memory and
//! table. The script that loads the second is ours: it takes the module from wherever it is told.

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ElementSection, Module};
use wasmparser::{CustomSectionReader, ElementItems, ElementSectionReader, Parser};

use crate::{shell, slim};

/// What the script of `wasm-bindgen` says where ours is put.
const IMPORT: &str = "import * as import1 from \"./__wasm_split.js\"";

/// Splits the program that Trunk has linked, and puts both parts into a site in the place of the whole.
pub fn split(folder: &Path, linked: &Path) -> Result<()> {
    let script = slim::only(folder, ".js")?;
    let program = slim::only(folder, "_bg.wasm")?;
    let name = script.file_stem().and_then(|name| name.to_str()).context("the script has no name")?;
    let work = linked.with_file_name("split");

    let whole = fs::read(linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let mut options = wasm_split_cli_support::Options::new(&whole);
    let first = work.join("first.wasm");
    (options.output_dir, options.main_out_path) = (&work, &first);
    wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    // Told that there may be functions with several results, `wasm-bindgen` would make some.
    rewrite(&first, &first, |section| section == "target_features")?;

    let bindgen: PathBuf = shell::tools_dir().join("bin/wasm-bindgen");
    shell::run(
        shell::command(&bindgen.to_string_lossy())
            .args(["--target=web", "--keep-lld-exports", "--no-typescript", "--out-name=page", "--out-dir"])
            .args([&work, &first]),
    )?;
    let code = fs::read_to_string(work.join("page.js"))?;
    let (before, after) = code.split_once(IMPORT).context("the program does not ask for its second part")?;
    let later = format!("{name}_later.wasm");
    fs::write(script, [before, &loader(&later), after].concat())?;
    rewrite(&work.join("page_bg.wasm"), &program, |_| true)?;
    rewrite(&work.join("split_later.wasm"), &folder.join(later), |_| true)
}

/// The script that loads the second part. `wasm` are the exports of the first, as `wasm-bindgen` calls them.
fn loader(later: &str) -> String {
    format!(
        r#"const import1 = {{
async __wasm_split_load_later(done, data) {{
let loaded = 1;
try {{
const file = await fetch(new URL("{later}", import.meta.url));
await WebAssembly.instantiate(await file.arrayBuffer(), {{ __wasm_split: wasm }});
}} catch (error) {{
console.error(error);
loaded = 0;
}}
wasm.__indirect_function_table.get(done)(data, loaded);
}}
}};"#
    )
}

/// Writes a module anew, its numbers as short as they can be: the linker leaves room for longer ones. It loses custom
/// sections of these names, and empty pieces of the table: `wasm_split_cli_support` keeps the place of the second part's
/// with one, in a form that engines without reference types do not read.
fn rewrite(from: &Path, to: &Path, drop: fn(&str) -> bool) -> Result<()> {
    let mut module = Module::new();
    Plain(drop)
        .parse_core_module(&mut module, Parser::new(0), &fs::read(from)?)
        .map_err(|error| anyhow!("{} cannot be rewritten: {error}", from.display()))?;
    fs::write(to, module.finish())?;
    Ok(())
}

struct Plain(fn(&str) -> bool);

impl Reencode for Plain {
    type Error = Infallible;

    fn parse_custom_section(&mut self, to: &mut Module, section: CustomSectionReader) -> Result<(), Error> {
        if (self.0)(section.name()) { Ok(()) } else { utils::parse_custom_section(self, to, section) }
    }

    fn parse_element_section(&mut self, to: &mut ElementSection, from: ElementSectionReader) -> Result<(), Error> {
        for element in from {
            let element = element?;
            if !matches!(&element.items, ElementItems::Expressions(_, items) if items.count() == 0) {
                self.parse_element(to, element)?;
            }
        }
        Ok(())
    }
}
