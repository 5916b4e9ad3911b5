//! The guide beside the page: `docs/guide.*.md` as two plain pages of the site, with their pictures, to be read and printed.
//!
//! They run no script. What stands in them comes from the repository alone, and HTML in it is refused, so that they need no other styles
//! than their own.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use pulldown_cmark::{Event, Options, Parser, html};

use crate::styles;

/// The folder of the guide within the site.
const FOLDER: &str = "guide";

/// The styles, for the screen and for A4.
const STYLES: &str = include_str!("guide/guide.css");

/// The name of a page, its language, the words of its links to the page and to the other language, and where that is.
const PAGES: [(&str, &str, &str, &str, &str); 2] =
    [("zh", "zh-Hans", "打开要点", "English", "en"), ("en", "en", "Open Yaodian", "简体中文", "zh")];

/// Writes the guide into the site's folder.
pub fn write(folder: &Path) -> Result<()> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let folder = folder.join(FOLDER);
    fs::create_dir_all(&folder).context("the guide has no folder")?;
    for (name, ..) in PAGES {
        let text = fs::read_to_string(docs.join(format!("guide.{name}.md"))).context("there is no guide")?;
        let (body, pictures) = body(&text)?;
        let mut sizes = Vec::new();
        for picture in &pictures {
            // `cargo xtask pictures` takes it of the site that is built here; a test misses it if it stays away.
            let Ok(bytes) = fs::read(docs.join(picture)) else {
                println!("docs/{picture} is missing: cargo xtask pictures");
                sizes.push((0, 0));
                continue;
            };
            sizes.push(size(&bytes).with_context(|| format!("docs/{picture} is no PNG"))?);
            let to = folder.join(picture);
            fs::create_dir_all(to.parent().unwrap_or(&folder)).context("the pictures have no folder")?;
            fs::write(to, bytes).context("a picture cannot be written")?;
        }
        let html = styles::minified(&page(name, &with_sizes(&body, &sizes))?)?;
        fs::write(folder.join(format!("{name}.html")), html).context("the guide cannot be written")?;
    }
    Ok(())
}

/// The pages of the guide in a site's folder.
pub fn pages(folder: &Path) -> impl Iterator<Item = PathBuf> {
    PAGES.into_iter().map(move |(name, ..)| folder.join(FOLDER).join(format!("{name}.html")))
}

/// A text as HTML, and the files of the pictures in it, in order. HTML in the text is an error.
fn body(text: &str) -> Result<(String, Vec<String>)> {
    let mut pictures = Vec::new();
    let mut events = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match &event {
            Event::Html(html) | Event::InlineHtml(html) => bail!("the guide has HTML in it: {html}"),
            Event::Start(pulldown_cmark::Tag::Image { dest_url, .. }) => {
                let inside = dest_url.starts_with("pictures/") && !dest_url.contains("..");
                ensure!(inside, "the guide shows {dest_url}, which is no picture of docs/pictures");
                pictures.push(dest_url.to_string());
            }
            _ => {}
        }
        events.push(event);
    }
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    Ok((body, pictures))
}

/// The body with the width and height of each picture, so that nothing moves as they come.
fn with_sizes(body: &str, sizes: &[(u32, u32)]) -> String {
    let mut pieces = body.split("<img ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (piece, (width, height)) in pieces.zip(sizes) {
        let _ = write!(out, "<img width=\"{width}\" height=\"{height}\" {piece}");
    }
    out
}

/// The width and the height of a PNG.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    if png.starts_with(b"\x89PNG\r\n\x1a\n") { Some((side(16)?, side(20)?)) } else { None }
}

fn page(name: &str, body: &str) -> Result<String> {
    let (_, lang, back, other, to) =
        PAGES.into_iter().find(|(page, ..)| *page == name).context("there is no such guide")?;
    let (_, title) = body.split_once("<h1>").context("the guide has no title")?;
    let (title, _) = title.split_once("</h1>").context("the guide's title has no end")?;
    Ok(format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"icon\" href=\"../install/icon.svg\"><style>{STYLES}</style></head><body>\
         <nav><a href=\"../\">{back}</a> <a href=\"{to}.html\" hreflang=\"{to}\" lang=\"{to}\">{other}</a></nav>\
         <main>{body}</main></body></html>"
    ))
}

#[cfg(test)]
mod tests {
    use super::{body, page, size, with_sizes};

    #[test]
    fn a_text_becomes_a_page_with_its_pictures() {
        let text = "# Guide\n\nPress **Print**.\n\n![a list](pictures/en/a.png)\n";
        let (body, pictures) = body(text).expect("it is a guide");
        assert_eq!(pictures, ["pictures/en/a.png"]);
        let body = with_sizes(&body, &[(1200, 800)]);
        assert!(
            body.contains("<img width=\"1200\" height=\"800\" src=\"pictures/en/a.png\" alt=\"a list\" />"),
            "{body}"
        );
        let page = page("en", &body).expect("it has a title");
        assert!(page.contains("<title>Guide</title>") && page.contains("<strong>Print</strong>"), "{page}");
        assert!(page.contains("lang=\"en\"") && !page.contains("<script") && !page.contains(" style="), "{page}");
    }

    #[test]
    fn what_the_policy_would_not_let_be_is_refused() {
        for wrong in
            ["# A\n\n<p style=\"color: red\">b", "a <b>b</b>", "![a](https://example.org/a.png)", "![a](pictures/../a)"]
        {
            assert!(body(wrong).is_err(), "{wrong}");
        }
        assert!(page("en", "<p>no title</p>").is_err());
        assert!(page("fr", "<h1>a</h1>").is_err());
    }

    #[test]
    fn the_size_of_a_picture_is_in_its_head() {
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\xb0\0\0\x03\x20";
        assert_eq!(size(head), Some((1200, 800)));
        assert_eq!(size(&head[..20]), None);
        assert_eq!(size(b"GIF89a"), None);
    }
}
