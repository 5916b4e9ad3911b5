//! Every scene in every language, gone through once in a wide window and once on a phone: what axe-core finds, what is too small to be
//! hit, which text is not in the language that it is said to be in, and what is lost where a reader sets text wider.

use crate::findings::Findings;
use crate::page::Page;
use crate::scenes::{self, LANGUAGES};
use crate::{axe, lang, reflow};

/// A page on which the plan is read in this script: nothing chosen is one or the other, by the language.
fn reading_in(script: &str) -> Page {
    let page = axe::lived_in();
    page.go("#/read");
    page.click("radio", script);
    page
}

#[test]
fn nothing_is_found_in_a_wide_window() {
    let page = reading_in("原文（繁体）");
    page.resize(1440, 900);
    let mut findings = Findings::default();
    scenes::each(&page, |name, language| {
        // A theme is other colours and nothing else (`style/tokens.css`), and a language none of them: each scene is seen dark in one.
        let dark = LANGUAGES[name.len() % LANGUAGES.len()] == language;
        let themes = if dark { &["light", "dark"][..] } else { &["light"] };
        for (theme, tag) in scenes::some(&page, themes, name.len()).iter().zip(["", "cat.color"]) {
            page.paint(theme);
            axe::look_for(tag, &mut findings, &page, &format!("{name} ({language}, {theme})"));
        }
        let place = format!("{name} ({language})");
        lang::look_for_others(&mut findings, &page, language, &place);
        reflow::look_for_small(&mut findings, &page, &place);
        reflow::look_for_lost_when_wider(&mut findings, &page, &place);
    });
    findings.must_be_none();
}

#[test]
fn nothing_is_found_on_a_phone() {
    let page = reading_in("简体读法");
    page.resize(360, 740);
    let mut findings = Findings::default();
    scenes::each(&page, |name, language| {
        let theme = if language == "zh-Hans" { "dark" } else { "light" };
        page.paint(theme);
        let place = format!("{name} ({language}, {theme}, 360 px)");
        axe::look_for("", &mut findings, &page, &place);
        lang::look_for_others(&mut findings, &page, language, &place);
        reflow::look_for_small(&mut findings, &page, &place);
    });
    findings.must_be_none();
}
