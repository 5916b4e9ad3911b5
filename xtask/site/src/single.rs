//! Makes the one file, `dist/yaodian.html`, which holds all of the built site, for machines without a network. Opened from a
//! disk or a stick it is the whole page, and loads nothing.
//!
//! A page from a disk may not load files beside it. So the script is in it as text, and all modules of the program are in it
//! as data: compressed with zlib, which browsers unpack by themselves, and written in base 85 ([`written`]), which takes 6 %
//! less room than Base64. The base-85 alphabets of crates have characters with a meaning in HTML, or need a table to be read.
//! Data is in elements that no browser runs.

use std::fs;
use std::num::NonZeroU64;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::slim;

/// The name of the file.
pub const NAME: &str = "yaodian.html";

/// The script that unpacks a module from the element with this id (the reverse of [`written`]). It returns a promise, so that
/// a feature that the browser lacks is reported like every other failure.
const UNPACK: &str = r#"const unpack = async (id) => {
const text = document.getElementById(id).textContent;
const bytes = new DataView(new ArrayBuffer((text.length - 1) / 5 * 4));
for (let at = 1, to = 0; at < text.length; to += 4) {
let number = 0;
for (const end = at + 5; at < end; at++) number = number * 85 + (text[at] == "~" ? 20 : text.charCodeAt(at) - 40);
bytes.setUint32(to, number);
}
const packed = new Blob([bytes.buffer.slice(0, bytes.byteLength - text[0])]);
return new Response(packed.stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
};
"#;

/// Writes the file into the site's folder.
pub fn write(folder: &Path) -> Result<()> {
    let html = fs::read_to_string(folder.join("index.html"))?;
    let script = fs::read_to_string(slim::only(folder, ".js")?)?;
    let first = packed(&fs::read(slim::only(folder, "_bg.wasm")?)?)?;
    let modules = slim::modules(folder)?.into_iter();
    let modules = modules.map(|(name, file)| Ok((name, packed(&fs::read(file)?)?))).collect::<Result<Vec<_>>>()?;
    let icon = fs::read(folder.join("install/icon.svg")).context("the page has no icon")?;
    let html =
        html.replace("./install/icon.svg", &["data:image/svg+xml;base64,", &BASE64_STANDARD.encode(icon)].concat());
    let one = in_one(&html, &script, &first, &modules)?;
    fs::write(folder.join(NAME), one).context("the one file cannot be written")
}

/// Into how many blocks, each with a code of its own, Zopfli divides what it compresses. A program is of many kinds of bytes; with the
/// usual 15 the file is 1 % larger, and more than these save nothing.
const BLOCKS: u16 = 200;

/// How often it goes through each block, as is usual.
const TIMES: NonZeroU64 = NonZeroU64::new(15).unwrap();

/// Compresses bytes with Zopfli, which takes seconds, makes files a few percent smaller, and is read by every zlib. Its head and end are
/// shorter than those of gzip.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    let options =
        zopfli::Options { maximum_block_splits: BLOCKS, iteration_count: TIMES, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Zlib, bytes, &mut packed)?;
    Ok(written(&packed))
}

/// Bytes as text: the number of bytes added to fill the last group of four, then five digits of base 85 for each group, the
/// highest first. A digit is the character that many places after `(`, with `~` in place of `<`, so that nothing in the text
/// ends an element.
fn written(bytes: &[u8]) -> String {
    let groups = bytes
        .chunks(4)
        .map(|group| group.iter().chain(&[0; 4]).take(4).fold(0, |all, byte| all << 8 | u32::from(*byte)));
    let digit = |digit: u32| match char::from_u32(u32::from('(') + digit) {
        None | Some('<') => '~',
        Some(digit) => digit,
    };
    let digits = groups
        .flat_map(|group| [85 * 85 * 85 * 85, 85 * 85 * 85, 85 * 85, 85, 1].map(|place| digit(group / place % 85)));
    let added = (4 - bytes.len() % 4) % 4;
    std::iter::once(char::from(b'0' + u8::try_from(added).unwrap_or(0))).chain(digits).collect()
}

/// The page with its script and all modules of its program inside; the modules after the first are under their names.
fn in_one(html: &str, script: &str, first: &str, modules: &[(String, String)]) -> Result<String> {
    let (script, _) = script.rsplit_once("export {").context("the script exports nothing")?;
    let (before, rest) = script.split_once("const file = await fetch(").context("the script loads no other modules")?;
    let (_, after) = rest.split_once(";\n").context("the script loads no other modules")?;
    let script = [before, "const file = { arrayBuffer: () => unpack(name) };\n", after].concat();
    // The other place that gives the script's own address is never reached, as the program's location is passed in.
    let script = script.replace("import.meta.url", "location.href");
    let (before, rest) = html.split_once("<script type=\"module\">").context("the page has no start-up script")?;
    let (start, after) = rest.split_once("</script>").context("the start-up script has no end")?;
    let (_, failed) = start.split_once(".catch(").context("the start-up script does not say what to do if it fails")?;
    let start = ["__wbg_init({ module_or_path: unpack(\"first\") })\n.catch(", failed].concat();
    let data = |id: &str, text: &str| format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>");
    let modules: String = modules.iter().map(|(name, packed)| data(name, packed)).collect();
    Ok([
        &without_links(before),
        &data("first", first),
        &modules,
        "<script type=\"module\">\n",
        UNPACK,
        &script,
        &start,
        "</script>",
        after,
    ]
    .concat())
}

/// The page without links to files that the browser would load, ahead of use or to install the site.
fn without_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, link)) = rest.split_once("<link ") {
        let (link, after) = link.split_once('>').unwrap_or((link, ""));
        out.push_str(before);
        if !["preload", "manifest", "apple-touch-icon"].into_iter().any(|kind| link.contains(kind)) {
            out.extend(["<link ", link, ">"]);
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{in_one, written};

    #[test]
    fn bytes_are_written_in_groups_of_four() {
        #[track_caller]
        fn check(bytes: &[u8], text: &str) {
            assert_eq!(written(bytes), text, "{bytes:?}");
        }
        check(&[], "0");
        check(&[0, 0, 0, 0], "0(((((");
        check(&[0, 0, 0, 84], "0((((|");
        check(&[0, 0, 0, 20], "0((((~");
        check(&[0, 0, 1, 0], "0(((+)");
        check(&[0xff, 0xff, 0xff, 0xff], "0z?^4(");
        check(&[0], "3(((((");
        check(&[0, 0, 0, 0, 0, 0], "2((((((((((");
    }

    #[test]
    fn what_was_loaded_stands_in_the_file() {
        let html = "<link rel=\"icon\" href=\"data:,\"><link rel=\"modulepreload\" href=\"./a.js\"><b>x</b><script type=\"module\">\n\
            import(\"./a.js\").then((page) => page.default()).catch((error) => { tell(error); });\n</script></body>";
        let script =
            "const file = await fetch(new URL(name, import.meta.url));\nlet x = import.meta.url;\nexport { a };\n";
        let one = in_one(html, script, "AAAA", &[("split_b".into(), "BBBB".into())]).expect("all is there");
        assert!(one.starts_with(
            "<link rel=\"icon\" href=\"data:,\"><b>x</b><script type=\"text/plain\" id=\"first\">AAAA</script>"
        ));
        assert!(
            one.contains("id=\"split_b\">BBBB<") && one.contains("unpack(name)") && one.contains("unpack(\"first\")")
        );
        assert!(one.ends_with("{ tell(error); });\n</script></body>"), "{one}");
        for gone in ["fetch(", "import.meta", "import(", "export", "modulepreload"] {
            assert!(!one.contains(gone), "{gone} is still there: {one}");
        }
    }

    #[test]
    fn a_page_of_another_make_is_refused() {
        assert!(in_one("<p></p>", "export {", "", &[]).is_err());
    }
}
