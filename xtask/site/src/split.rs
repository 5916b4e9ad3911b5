//! Cuts what a first visit can do without out of the program, into WebAssembly modules of their own.
//!
//! `wasm_split_helpers` marks in `src/app/lazy.rs` what is cut off, and names each *part*. The linker keeps its relocations
//! (`--emit-relocs`), from which `wasm_split_cli_support` finds what only that part uses, and what only several parts use.
//! All modules share memory and table. The script that loads them is written here; it loads a module from any address that it
//! is given.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};

use crate::{slim, wasm};

/// How the script of `wasm-bindgen` begins a line for each part, and ends it.
const IMPORT: [&str; 2] = ["import * as ", " from \"./__wasm_split.js\""];

/// Splits the program that Trunk has linked, and puts both parts into a site in place of the whole.
pub fn split(folder: &Path, linked: &Path) -> Result<()> {
    let script = slim::only(folder, ".js")?;
    let program = slim::only(folder, "_bg.wasm")?;
    let name = script.file_stem().and_then(|name| name.to_str()).context("the script has no name")?;
    let work = linked.with_file_name("split");

    let whole = fs::read(linked).with_context(|| format!("{} cannot be read", linked.display()))?;
    let mut options = wasm_split_cli_support::Options::new(&whole);
    let first = work.join("first.wasm");
    (options.output_dir, options.main_out_path) = (&work, &first);
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    // If this section allowed functions with several results, `wasm-bindgen` would make some.
    wasm::rewrite(&first, &first, |section| section == "target_features")?;

    // The program in `target/tools`, which is first in the path.
    let bound = Command::new("wasm-bindgen")
        .args(["--target=web", "--keep-lld-exports", "--no-typescript", "--out-name=page", "--out-dir"])
        .args([&work, &first])
        .status()
        .context("wasm-bindgen could not be started")?;
    ensure!(bound.success(), "wasm-bindgen failed ({bound})");
    let code = fs::read_to_string(work.join("page.js"))?;
    let mut parts: Vec<(String, Vec<String>)> = split.prefetch_map.into_iter().collect();
    parts.sort_unstable();
    fs::write(&script, with_loader(&code, &loader(name, &parts))?)?;
    wasm::rewrite(&work.join("page_bg.wasm"), &program, |_| true)?;
    let modules: BTreeSet<&String> = parts.iter().flat_map(|(_, modules)| modules).collect();
    modules.into_iter().try_for_each(|module| {
        wasm::rewrite(&work.join(format!("{module}.wasm")), &folder.join(format!("{name}_{module}.wasm")), |_| true)
    })
}

/// The script with ours in the place of what it asks for: each of its names is `parts`, which has them all.
fn with_loader(code: &str, loader: &str) -> Result<String> {
    let [begins, ends] = IMPORT;
    let asked = |line: &str| Some(line.strip_prefix(begins)?.split_once(ends)?.0.to_owned());
    let (mut given, mut rest) = (String::new(), String::new());
    for line in code.lines() {
        match asked(line) {
            Some(name) => given.extend(["const ", &name, " = parts;\n"]),
            None => rest.extend([line, "\n"]),
        }
    }
    ensure!(!given.is_empty(), "the program does not ask for its other parts");
    Ok([loader, &given, &rest].concat())
}

/// The script that loads the parts of a program of this name, each with the modules that it consists of, the shared ones first. A
/// module is loaded once, and once more only where that failed. `wasm` are the exports of the first, as `wasm-bindgen` calls them.
fn loader(name: &str, parts: &[(String, Vec<String>)]) -> String {
    let of = |(part, modules): &(String, Vec<String>)| {
        format!("__wasm_split_load_{part}: load({}),\n", serde_json::json!(modules))
    };
    let parts: String = parts.iter().map(of).collect();
    format!(
        r#"const modules = {{}};
const module = async (name) => {{
const file = await fetch(new URL("{name}_" + name + ".wasm", import.meta.url));
await WebAssembly.instantiate(await file.arrayBuffer(), {{ __wasm_split: wasm }});
}};
const load = (names) => async (done, data) => {{
let loaded = 1;
for (const name of names) {{
try {{
await (modules[name] = modules[name] || module(name));
}} catch (error) {{
console.error(error);
delete modules[name];
loaded = 0;
}}
}}
wasm.__indirect_function_table.get(done)(data, loaded);
}};
const parts = {{
{parts}}};
"#
    )
}

#[cfg(test)]
mod tests {
    use super::{loader, with_loader};

    #[test]
    fn each_part_is_loaded_with_the_modules_that_it_shares() {
        let parts = [("a".into(), vec!["chunk_1".into(), "split_a".into()]), ("b".into(), vec!["split_b".into()])];
        let script = loader("page", &parts);
        assert!(script.contains("__wasm_split_load_a: load([\"chunk_1\",\"split_a\"]),\n"), "{script}");
        assert!(script.contains("new URL(\"page_\" + name + \".wasm\", import.meta.url)"), "{script}");
    }

    #[test]
    fn the_script_has_it_under_every_name_that_it_uses() {
        let code =
            "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nlet x;\n";
        let script = with_loader(code, "const parts = {};\n").expect("it asks for parts");
        assert_eq!(script, "const parts = {};\nconst import1 = parts;\nconst import2 = parts;\nlet x;\n");
        assert!(with_loader("let x;", "").is_err());
    }
}
