//! Minifies the page's styles with `lightningcss`, for the oldest engines that read them.
//!
//! Rules and declarations stay as written, in their order: the crate's further step, which merges and sorts them, makes text that
//! compresses worse, by up to 130 bytes of a first visit. So prefixes that engines need are written in the styles.

use std::fmt::Display;

use anyhow::{Context, Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// The oldest engines that read the styles, as in the README: no syntax is used that they lack.
const OLDEST: Browsers = Browsers {
    chrome: Some(87 << 16),
    edge: Some(87 << 16),
    firefox: Some(109 << 16),
    safari: Some(16 << 16 | 2 << 8),
    ios_saf: Some(16 << 16 | 2 << 8),
    android: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// The page, with each of its styles minified.
pub fn minified(html: &str) -> Result<String> {
    let mut slim = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, style)) = rest.split_once("<style>") {
        let (style, after) = style.split_once("</style>").context("a style has no end")?;
        slim.extend([before, "<style>", &css(style)?, "</style>"]);
        rest = after;
    }
    Ok(slim + rest)
}

/// A style sheet, minified. A text that is not CSS is an error.
fn css(text: &str) -> Result<String> {
    let told = |error: &dyn Display| anyhow!("the styles are no CSS: {error}");
    let sheet = StyleSheet::parse(text, ParserOptions::default()).map_err(|error| told(&error))?;
    let targets = Targets::from(OLDEST);
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| told(&error))?.code)
}

#[cfg(test)]
mod tests {
    use super::{css, minified};

    #[track_caller]
    fn check(text: &str, slim: &str) {
        assert_eq!(css(text).expect("it is CSS"), slim, "{text}");
    }

    #[test]
    fn styles_lose_what_means_nothing() {
        check("/* why */ .a > .b, .c :hover {\n  color: #ffffff;\n  top: 0px;\n}", ".a>.b,.c :hover{color:#fff;top:0}");
        check("@media print { .a { margin: 1px 2px 1px; } }", "@media print{.a{margin:1px 2px}}");
        check(".b { top: 0 } .a { left: 0 } .c { top: 0 }", ".b{top:0}.a{left:0}.c{top:0}");
    }

    #[test]
    fn what_old_engines_lack_is_said_in_their_words() {
        check("@media (width <= 10px) { .a { top: 0 } }", "@media (max-width:10px){.a{top:0}}");
        check(".a { &:hover { top: 0 } }", ".a:hover{top:0}");
    }

    #[test]
    fn what_only_newer_engines_know_stays() {
        for kept in [
            "@supports (contain-intrinsic-size:auto 1px){.a{contain-intrinsic-size:auto var(--high)}}",
            "@supports not (height:1dvh){.a{top:0}}",
            "@supports selector(:has(*)){body:not(:has(.a)) .b{page:plain}}",
            "@media (forced-colors:active){.a{forced-color-adjust:none}}",
            "@page wide{size:A4 landscape;margin:0}",
            ".a{print-color-adjust:exact;-webkit-print-color-adjust:exact}",
            ".a{text-size-adjust:none;-webkit-text-size-adjust:none}",
            ".a{content-visibility:auto;contain-intrinsic-size:var(--high)}",
            ".a{text-wrap:pretty;field-sizing:content;text-spacing-trim:space-all}",
            ":root{color-scheme:light;--song:\"Songti SC\",serif}",
            ".a::file-selector-button{accent-color:var(--green)}",
        ] {
            check(kept, kept);
        }
    }

    #[test]
    fn every_style_of_a_page_is_minified_and_nothing_else() {
        let page = "<p>a { b; }</p><style>.a { top: 0 }</style><noscript><style>.b { top: 0 }</style></noscript>x: y";
        let slim = "<p>a { b; }</p><style>.a{top:0}</style><noscript><style>.b{top:0}</style></noscript>x: y";
        assert_eq!(minified(page).expect("it is CSS"), slim);
        for wrong in ["<style>.a { top: 0", "<style>.a[ { top: 0 }</style>", "<style>} .a {}</style>"] {
            assert!(minified(wrong).is_err(), "{wrong}");
        }
    }
}
