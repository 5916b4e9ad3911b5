//! The page's Content-Security-Policy allows only what is in the page when it is built, and what its own origin serves. So a
//! text that somebody wrote can never become a script or a style, and nothing can be sent anywhere.
//!
//! The policy is in the page, because hosts that only serve files send no headers. Engines before 2022 run WebAssembly only
//! if `eval` is allowed as well, so it is, at first. Trusted types, which engines support from Chromium 83 on, still let it
//! evaluate no text, and a script in `index.html` forbids it again in engines that do not need it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use yaodian::print::paper::A3_PAGE;
use yaodian::views::english;
use yaodian::views::lazy::STYLES;

use crate::{guide, single};

/// The policy is put after this, and so before everything that it applies to.
const AFTER: &str = "<meta charset=\"utf-8\">";

/// Puts its policy into each page of a built site.
pub fn write(folder: &Path) -> Result<()> {
    // The site may load its scripts, its program and its icons from its own origin, and registers a worker.
    let site = "img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; trusted-types yaodian";
    put(&folder.join("index.html"), |html| policy(html, "'self' ", site))?;
    // The one file loads nothing.
    put(&folder.join(single::NAME), |html| policy(html, "", "img-src data:; trusted-types 'none'"))?;
    guide::pages(folder).try_for_each(|page| put(&page, of_text))
}

fn put(page: &Path, policy: impl Fn(&str) -> String) -> Result<()> {
    let html = fs::read_to_string(page).with_context(|| format!("{} cannot be read", page.display()))?;
    let (before, after) = html.split_once(AFTER).context("the page does not say how it is written")?;
    ensure!(!before.contains("<script") && !before.contains("<style"), "something comes before the page's policy");
    ensure!(!html.contains(" style=\""), "a style stands in an attribute, where the policy does not let it be");
    let policy = policy(&html);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    fs::write(page, [before, AFTER, &meta, after].concat()).context("the page cannot be written")
}

/// The policy of a page: the scripts from `scripts` and those in the page, the styles in the page, and `rest`.
fn policy(html: &str, scripts: &str, rest: &str) -> String {
    let mut styles = hashes(html, "style");
    // These are put in later: where a view needs larger paper, with the views loaded later, and with an English reading.
    styles.extend([A3_PAGE, STYLES, english::STYLES].map(hash));
    let (styles, inline) = (styles.join(" "), hashes(html, "script").join(" "));
    format!(
        "default-src 'none'; script-src {scripts}{inline} 'wasm-unsafe-eval' 'unsafe-eval'; style-src {styles}; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; {rest}"
    )
}

/// The policy of a page that is only text and pictures: no script runs.
fn of_text(html: &str) -> String {
    let styles = hashes(html, "style").join(" ");
    format!("default-src 'none'; style-src {styles}; img-src 'self'; base-uri 'none'; form-action 'none'")
}

/// The hashes of all elements with this tag in the page that are run or applied, in order.
fn hashes(html: &str, tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut rest = html;
    while let Some((_, element)) = rest.split_once(&open) {
        let Some((element, after)) = element.split_once(&close) else { break };
        if let Some((attributes, content)) = element.split_once('>')
            && !attributes.contains("type=\"text/plain\"")
        {
            found.push(hash(content));
        }
        rest = after;
    }
    found
}

/// The hash of a text in the form of a policy.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", sha256(text.as_bytes()))
}

/// The SHA-256 of these bytes, in Base64.
pub fn sha256(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::{of_text, policy};

    #[test]
    fn every_script_and_style_of_the_page_is_named_by_its_hash_and_data_is_not() {
        let html = "<script>a</script><style>b</style><script type=\"text/plain\" id=\"x\">c</script><script type=\"module\">d</script>";
        let policy = policy(html, "'self' ", "img-src 'self'");
        let (a, b, c, d) = (super::hash("a"), super::hash("b"), super::hash("c"), super::hash("d"));
        assert_eq!(a, "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='", "as `openssl dgst` gives it");
        assert!(
            policy.starts_with(&format!(
                "default-src 'none'; script-src 'self' {a} {d} 'wasm-unsafe-eval' 'unsafe-eval'; style-src {b} "
            )),
            "{policy}"
        );
        assert!(!policy.contains(&c) && !policy.contains("unsafe-inline"), "{policy}");
        assert!(policy.ends_with("require-trusted-types-for 'script'; img-src 'self'"), "{policy}");
    }

    #[test]
    fn a_page_of_text_runs_no_script() {
        let policy = of_text("<style>b</style><script>a</script><p>");
        let style = super::hash("b");
        assert!(policy.starts_with(&format!("default-src 'none'; style-src {style}; img-src 'self'; ")), "{policy}");
        assert!(!policy.contains("script-src") && !policy.contains("unsafe"), "{policy}");
    }
}
