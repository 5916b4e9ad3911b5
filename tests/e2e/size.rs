//! What a first visit costs: everything the browser fetches before the page is there, compressed as a host would.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::page::Page;
use crate::webdriver::variable;

/// At most this many bytes of Brotli: 166 KB of 1024 bytes (155 until rows said how reports stand and lists could be read only; 161 until
/// lists had a row of stages, keys, and what is written in the closed row; 165 until readers of English and traditional Chinese saw the
/// list before the program).
const MOST: usize = 166 * 1024;

#[test]
fn a_first_visit_stays_within_its_budget() {
    let page = Page::open("");
    let site = variable("YAODIAN_URL");
    let fetched = page.run("return performance.getEntriesByType('resource').map((entry) => entry.name)", &json!([]));
    let fetched = fetched.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    let mut files: Vec<&str> = fetched
        .map(|address| address.strip_prefix(&site).unwrap_or_else(|| panic!("fetched from elsewhere: {address}")))
        .collect();
    files.push("index.html");
    // A browser fetches it some time or other.
    files.push("install/icon.svg");
    files.sort_unstable();
    files.dedup();
    assert!(
        files.iter().any(|file| file.ends_with("_bg.wasm")),
        "the program is not among what was fetched: {files:?}"
    );

    println!("\n{:<44} {:>9} {:>9}", "a first visit (bytes)", "raw", "brotli");
    let all = table(files.iter().map(|file| (*file).to_owned()));
    println!("{:<44} {:>9} {:>9}  of {MOST}\n", "in all", all.0, all.1);

    // What no view waits for: the second part, when it is first used, and what the browser keeps for later.
    let dist = fs::read_dir(variable("YAODIAN_DIST")).unwrap().map(|entry| entry.unwrap());
    let names = dist.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name().into_string().unwrap());
    println!("{:<44} {:>9} {:>9}", "afterwards", "raw", "brotli");
    table(names.filter(|name| !files.contains(&name.as_str()) && name != ONE_FILE));
    assert!(all.1 <= MOST, "a first visit transfers {} bytes, {} too many", all.1, all.1 - MOST);
}

/// Prints how large these files of the site are, and gives the sum: as they are, and compressed.
fn table(files: impl Iterator<Item = String>) -> (usize, usize) {
    let mut all = (0, 0);
    for file in files {
        let content = fs::read(Path::new(&variable("YAODIAN_DIST")).join(&file)).unwrap();
        let compressed = brotli_size(&content);
        println!("{file:<44} {:>9} {compressed:>9}", content.len());
        all = (all.0 + content.len(), all.1 + compressed);
    }
    all
}

const ONE_FILE: &str = "yaodian.html";

/// At most this many bytes: 1960 KB of 1024 bytes (420 until 0.4, 480 until 0.5, without the reader; 1840 without the English reading and
/// without the names that people give to bodies; about 900 of them are what reads office
/// files and web pages and writes spreadsheets: `calamine`, `rust_xlsxwriter`). A file on a stick is not compressed, and has all characters of both
/// scripts, because any plan may be opened in it.
const MOST_IN_ONE: usize = 1960 * 1024;

#[test]
fn the_one_file_stays_within_its_budget() {
    let file = Path::new(&variable("YAODIAN_DIST")).join(ONE_FILE);
    let size = fs::read(&file).unwrap().len();
    println!("\n{:<44} {size:>9}            of {MOST_IN_ONE}\n", "the one file (bytes)");
    assert!(size <= MOST_IN_ONE, "{} bytes too many", size - MOST_IN_ONE);
}

/// How many bytes are left of it at Brotli's highest quality.
fn brotli_size(content: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &best).unwrap();
    compressed.len()
}
