//! Removes from the built site what no browser reads: long names, comments, indentation.
//!
//! `wasm-bindgen` names each import of the program after what it is, with a hash, and each closure that it exports after its type,
//! both in the WebAssembly and in the script beside it; a hash is random and does not compress. Here every such name becomes a
//! short one in both files. Script and page lose their comments and white space without a meaning, and nothing else: no syntax is
//! rewritten, so that engines as old as Chromium 87 read the result as they would have read the original.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::styles;
use crate::wasm::{self, Names};

/// Rewrites the files of a site in place.
pub fn slim(folder: &Path) -> Result<()> {
    let script = only(folder, ".js")?;
    let program = only(folder, "_bg.wasm")?;
    let page = folder.join("index.html");

    let names = wasm::rewrite_with_short_names(&program)?;
    let code = fs::read_to_string(&script).context("the script cannot be read")?;
    let code = rename(&without_comments(&code), &names);
    let html = fs::read_to_string(&page).context("the page cannot be read")?;
    let html = styles::minified(&without_gaps(&without_comments(&html)))?;

    fs::write(&script, code).context("the script cannot be written")?;
    fs::write(&page, html).context("the page cannot be written")
}

/// The one file in a folder whose name ends with `end`.
pub fn only(folder: &Path, end: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files = files.into_iter().map(|file| file.path()).filter(|file| file.to_string_lossy().ends_with(end));
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => bail!("there should be one *{end} file in {}", folder.display()),
    }
}

/// The modules of a built site that are loaded when first used, in order: the name and file of each.
pub fn modules(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let program = only(folder, "_bg.wasm")?;
    let name = program.to_string_lossy().trim_end_matches("bg.wasm").to_owned();
    let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let files = files.into_iter().map(|file| file.path()).filter(|file| *file != program);
    let module = |file: PathBuf| {
        let module = file.to_str()?.strip_prefix(&name)?.strip_suffix(".wasm")?.to_owned();
        Some((module, file))
    };
    let mut modules: Vec<_> = files.filter_map(module).collect();
    modules.sort_unstable();
    Ok(modules)
}

/// A text without block comments that begin a line, comment lines, indentation and empty lines.
///
/// Comments elsewhere stay, as only a parser could tell that they are comments. Neither generated scripts nor the page have
/// literals of several lines.
pub fn without_comments(text: &str) -> String {
    let mut slim = String::with_capacity(text.len());
    let mut end_of_comment = None;
    for line in text.lines() {
        let mut line = line.trim();
        if let Some(end) = end_of_comment {
            let Some((_, rest)) = line.split_once(end) else { continue };
            (line, end_of_comment) = (rest.trim(), None);
        }
        while let Some((start, end)) =
            [("/*", "*/"), ("<!--", "-->")].into_iter().find(|(start, _)| line.starts_with(start))
        {
            let rest = line[start.len()..].split_once(end);
            if rest.is_none() {
                end_of_comment = Some(end);
            }
            line = rest.map_or("", |(_, rest)| rest.trim());
        }
        if !line.is_empty() && !line.starts_with("//") {
            slim.push_str(line);
            slim.push('\n');
        }
    }
    slim
}

/// The page without line ends between its tags, and with adjacent styles joined. Firefox prints an empty sheet for white
/// space after a sheet of another form.
fn without_gaps(html: &str) -> String {
    html.trim_end().replace(">\n<", "><").replace("</style><style>", "")
}

/// A script in which these names are replaced wherever they are whole words.
fn rename(code: &str, names: &Names) -> String {
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut renamed = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(in_name) {
        let (before, from_name) = rest.split_at(start);
        let (name, after) = from_name.split_at(from_name.find(|c| !in_name(c)).unwrap_or(from_name.len()));
        renamed.push_str(before);
        renamed.push_str(names.get(name).map_or(name, String::as_str));
        rest = after;
    }
    renamed.push_str(rest);
    renamed
}

#[cfg(test)]
mod tests {
    use super::{rename, without_comments, without_gaps};

    #[test]
    fn comments_and_indentation_go_and_nothing_else() {
        let text = "/**\n * @returns\n */\nf() {\n    // why\n    return \"/* a */ // b\"; // c\n\n}\n/* d */ g\n<!-- e\nf --> <p>\n";
        assert_eq!(without_comments(text), "f() {\nreturn \"/* a */ // b\"; // c\n}\ng\n<p>\n");
    }

    #[test]
    fn no_white_space_stands_between_tags() {
        assert_eq!(without_gaps("<b>a\nb</b>\n<i>c</i>\n\n"), "<b>a\nb</b><i>c</i>");
        assert_eq!(without_gaps("<style>a{}</style>\n<style>b{}</style>"), "<style>a{}b{}</style>");
    }

    #[test]
    fn whole_names_are_renamed() {
        let names = [("__wbg_a_1".to_owned(), "_0".to_owned())].into();
        assert_eq!(rename("x = {__wbg_a_1: __wbg_a_12}", &names), "x = {_0: __wbg_a_12}");
    }
}
