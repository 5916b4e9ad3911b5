//! Leaves out of the built site what no browser reads: long names, comments, indentation.
//!
//! `wasm-bindgen` names what the program imports after what it is and with a hash, once in the WebAssembly and once
//! in the script beside it; that is random and does not compress. Here every such name becomes a short one, in both
//! files. The script, the page and its styles lose their comments and white space that means nothing, and nothing else:
//! no syntax is rewritten, so that engines as old as Chromium 87 read the result as they would have read the original.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// Rewrites the files of a site in place.
pub fn slim(folder: &Path) -> Result<()> {
    let script = only(folder, ".js")?;
    let program = only(folder, "_bg.wasm")?;
    let page = folder.join("index.html");

    let wasm = fs::read(&program).context("the program cannot be read")?;
    let (wasm, names) = Wasm::read(&wasm)?.with_short_imports()?;
    let code = fs::read_to_string(&script).context("the script cannot be read")?;
    let code = rename(&without_comments(&code), &names);
    let html = fs::read_to_string(&page).context("the page cannot be read")?;
    let html = with_slim_styles(&without_comments(&html.replace("<style>/*", "<style>\n/*")));

    fs::write(&program, wasm).context("the program cannot be written")?;
    fs::write(&script, code).context("the script cannot be written")?;
    fs::write(&page, without_gaps(&html)).context("the page cannot be written")
}

/// The one file whose name ends so.
pub fn only(folder: &Path, end: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files = files.into_iter().map(|file| file.path()).filter(|file| file.to_string_lossy().ends_with(end));
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => bail!("there should be one *{end} file in {}", folder.display()),
    }
}

/// A text without block comments that begin a line, lines that are a comment, indentation and empty lines.
///
/// Comments elsewhere stay: only a parser knows whether they are one. Neither generated scripts nor the page
/// have literals that go over several lines.
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

/// The page without line ends between its tags, and with neighbouring styles in one. Firefox prints an empty sheet for white
/// space that comes after a sheet of another form.
fn without_gaps(html: &str) -> String {
    html.trim_end().replace(">\n<", "><").replace("</style><style>", "")
}

/// The page, its styles without white space that means nothing: around braces and semicolons, after commas and colons.
fn with_slim_styles(html: &str) -> String {
    let mut slim = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, style)) = rest.split_once("<style>") {
        let (style, after) = style.split_once("</style>").unwrap_or((style, ""));
        let mut style = style.replace('\n', " ");
        for (wide, narrow) in
            [(" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (";}", "}"), (", ", ","), (": ", ":")]
        {
            style = style.replace(wide, narrow);
        }
        slim.extend([before, "<style>", style.trim(), "</style>"]);
        rest = after;
    }
    slim + rest
}

/// A script in which these names, wherever they stand as a whole word, are others.
fn rename(code: &str, names: &HashMap<String, String>) -> String {
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

/// The sections of a WebAssembly file, by kind.
struct Wasm<'a> {
    sections: Vec<(u8, &'a [u8])>,
}

const HEADER: &[u8; 8] = b"\0asm\x01\0\0\0";
/// Names, producers and the like: nothing that is run.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;

impl<'a> Wasm<'a> {
    fn read(file: &'a [u8]) -> Result<Self> {
        let mut bytes = Bytes(file.strip_prefix(HEADER).context("this is no WebAssembly file")?);
        let mut sections = Vec::new();
        while !bytes.0.is_empty() {
            let kind = bytes.byte()?;
            sections.push((kind, bytes.counted()?));
        }
        Ok(Self { sections })
    }

    /// The file without custom sections and with short names of imports, and which name each got.
    fn with_short_imports(self) -> Result<(Vec<u8>, HashMap<String, String>)> {
        let mut file = HEADER.to_vec();
        let mut names = HashMap::new();
        for (kind, content) in self.sections {
            match kind {
                CUSTOM => {}
                IMPORTS => push_section(&mut file, kind, &short_imports(content, &mut names)?),
                _ => push_section(&mut file, kind, content),
            }
        }
        Ok((file, names))
    }
}

/// The section of imports with short names: `_0`, `_1` … in order. Only functions are imported, as `wasm-bindgen` does it.
fn short_imports(content: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut bytes = Bytes(content);
    let count = bytes.number()?;
    let mut section = Vec::with_capacity(content.len());
    push_number(&mut section, count);
    for n in 0..count {
        let module = bytes.counted()?;
        let name = std::str::from_utf8(bytes.counted()?).context("the name of an import is no text")?;
        ensure!(bytes.byte()? == 0, "`{name}` is imported and is no function");
        ensure!(
            name.starts_with("__wb") || name.starts_with("__wasm_split"),
            "`{name}` is imported, and is not from wasm-bindgen"
        );
        let short = names.entry(name.to_owned()).or_insert_with(|| format!("_{n}"));
        push_counted(&mut section, module);
        push_counted(&mut section, short.as_bytes());
        section.push(0);
        push_number(&mut section, bytes.number()?);
    }
    ensure!(bytes.0.is_empty(), "something follows the imports");
    Ok(section)
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the WebAssembly file breaks off")?;
        self.0 = rest;
        Ok(*first)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number of the WebAssembly file is too long")
    }

    /// As many bytes as the number before them says.
    fn counted(&mut self) -> Result<&'a [u8]> {
        let length = usize::try_from(self.number()?)?;
        let (content, rest) = self.0.split_at_checked(length).context("the WebAssembly file breaks off")?;
        self.0 = rest;
        Ok(content)
    }
}

fn push_section(file: &mut Vec<u8>, kind: u8, content: &[u8]) {
    file.push(kind);
    push_counted(file, content);
}

fn push_counted(bytes: &mut Vec<u8>, content: &[u8]) {
    push_number(bytes, u32::try_from(content.len()).expect("a WebAssembly file is smaller than 4 GB"));
    bytes.extend_from_slice(content);
}

fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::{
        Bytes, HEADER, Wasm, push_counted, push_number, push_section, rename, with_slim_styles, without_comments,
        without_gaps,
    };

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
    fn styles_lose_white_space_that_means_nothing() {
        let html = "<p>a { b; }</p><style>\n.a > .b, .c :hover {\ncolor: red;\nfont: 1px/2 \"A B\", serif;\n}\n@media (width: 1px) {\n.a { top: 0 }\n}\n</style>x: y";
        let slim = "<p>a { b; }</p><style>.a > .b,.c :hover{color:red;font:1px/2 \"A B\",serif}@media (width:1px){.a{top:0}}</style>x: y";
        assert_eq!(with_slim_styles(html), slim);
    }

    #[test]
    fn whole_names_are_renamed() {
        let names = [("__wbg_a_1".to_owned(), "_0".to_owned())].into();
        assert_eq!(rename("x = {__wbg_a_1: __wbg_a_12}", &names), "x = {_0: __wbg_a_12}");
    }

    #[test]
    fn imports_are_renamed_and_custom_sections_dropped() {
        let mut file = HEADER.to_vec();
        push_section(&mut file, 0, b"\x04name...");
        let mut imports = vec![1];
        push_counted(&mut imports, b"./yaodian_bg.js");
        push_counted(&mut imports, b"__wbg_alert_0123456789abcdef");
        imports.extend([0, 3]);
        push_section(&mut file, 2, &imports);
        push_section(&mut file, 11, b"data");
        let (slim, names) = Wasm::read(&file).unwrap().with_short_imports().unwrap();
        assert_eq!(names["__wbg_alert_0123456789abcdef"], "_0");
        let sections = Wasm::read(&slim).unwrap().sections;
        assert_eq!(sections, [(2, &b"\x01\x0f./yaodian_bg.js\x02_0\0\x03"[..]), (11, &b"data"[..])]);
        assert!(Wasm::read(&file[..file.len() - 1]).is_err());
    }

    #[test]
    fn numbers_come_back() {
        for number in [0, 127, 128, 300_000, u32::MAX] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            assert_eq!(Bytes(&bytes).number().unwrap(), number);
        }
    }
}
