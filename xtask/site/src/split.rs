//! The views that a first visit can do without are cut out of the program, into a WebAssembly module of their own.
//!
//! `wasm_split_helpers` marks in `src/app/lazy.rs` what is cut off; the linker keeps its relocations
//! (`--emit-relocs`), from which `wasm_split_cli_support` finds what only that part uses. Both modules share memory and
//! table. The script that loads the second is ours: it takes the module from wherever it is told.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};

use crate::{slim, wasm};

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
    wasm::rewrite(&first, &first, |section| section == "target_features")?;

    // The one of `target/tools`, which is first in the path.
    let bound = Command::new("wasm-bindgen")
        .args(["--target=web", "--keep-lld-exports", "--no-typescript", "--out-name=page", "--out-dir"])
        .args([&work, &first])
        .status()
        .context("wasm-bindgen could not be started")?;
    ensure!(bound.success(), "wasm-bindgen failed ({bound})");
    let code = fs::read_to_string(work.join("page.js"))?;
    let (before, after) = code.split_once(IMPORT).context("the program does not ask for its second part")?;
    let lazy = format!("{name}_lazy.wasm");
    fs::write(script, [before, &loader(&lazy), after].concat())?;
    wasm::rewrite(&work.join("page_bg.wasm"), &program, |_| true)?;
    wasm::rewrite(&work.join("split_lazy.wasm"), &folder.join(lazy), |_| true)
}

/// The script that loads the second part. `wasm` are the exports of the first, as `wasm-bindgen` calls them.
fn loader(lazy: &str) -> String {
    format!(
        r#"const import1 = {{
async __wasm_split_load_lazy(done, data) {{
let loaded = 1;
try {{
const file = await fetch(new URL("{lazy}", import.meta.url));
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
