//! What axe-core finds: nothing, in any view, state, theme and language, with no rule and no part of the page excepted.

use std::fs;

use serde_json::json;

use crate::findings::Findings;
use crate::page::Page;
use crate::scenes::{self, LANGUAGES};
use crate::start::WAIT;
use crate::webdriver::{Options, variable};

/// Runs every rule for WCAG A and AA, the best practices, and those on trial; left out are only those of level AAA, which
/// the page does not promise.
const RUN: &str = "window.findings = (only) => {
    const wanted = ({ tags }) => !tags.some((tag) => /^wcag2\\d*aaa$/.test(tag)) && (!only || tags.includes(only));
    const rules = axe.getRules().filter(wanted).map((rule) => rule.ruleId);
    return axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(({ violations }) =>
        JSON.stringify(violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => [id, `${html.slice(0, 200)}\\n    ${failureSummary.slice(0, 300)}`]))));
    };";

/// Looks at the page as it is.
fn look(findings: &mut Findings, page: &Page, place: &str) {
    look_for("", findings, page, place);
}

/// Looks for what the rules with this tag of axe's find, or all of them.
pub fn look_for(tag: &str, findings: &mut Findings, page: &Page, place: &str) {
    if page.run("return !(window.wrappedJSObject || window).findings", &json!([])) == true {
        page.run(&axe(), &json!([]));
    }
    // What a person scrolled half under the header is no smaller target for that.
    page.run("scrollTo(0, 0)", &json!([]));
    let found = page.text("return (window.wrappedJSObject || window).findings(arguments[0])", &json!([tag]));
    let found: Vec<(String, String)> = serde_json::from_str(&found).expect("axe says what it found");
    for (rule, what) in found {
        findings.add(format!("{rule}: {what}"), place);
    }
}

fn axe() -> String {
    fs::read_to_string(variable("YAODIAN_AXE")).expect("axe-core was fetched") + ";" + RUN
}

/// A page that has axe, as a part of it: as a driver's script it takes many times as long in Firefox.
fn page_with_axe(script: &str, differ: impl FnOnce(&mut Options)) -> Page {
    Page::altered_with(&(axe().replace("</script", "<\\/script") + script), differ)
}

/// A page with axe on which several have reported.
pub fn lived_in() -> Page {
    let page = page_with_axe("", |_| {});
    page.go("");
    scenes::live_in(page)
}

#[test]
fn nothing_is_found_in_the_guide() {
    let mut findings = Findings::default();
    for scheme in ["light", "dark"] {
        let page = Page::open_with("", |options| options.scheme = scheme);
        for guide in ["guide/zh.html", "guide/en.html"] {
            page.load(guide);
            page.until("the guide is there", |page| page.holds("return document.querySelectorAll('h2').length === 3"));
            look(&mut findings, &page, &format!("{guide}, {scheme}"));
        }
    }
    findings.must_be_none();
}

#[test]
fn nothing_is_found_in_any_view() {
    let page = Page::open("");
    let mut findings = Findings::default();
    for address in ["#/unit/市教育局", "#/overview", "#/read", "#/data", "#/print/unit/市教育局"] {
        page.go(address);
        page.settle();
        look(&mut findings, &page, address);
    }
    findings.must_be_none();
    page.on(".theme", "it.removeAttribute('aria-label')", &json!([]));
    page.on(".theme", "it.title = ''", &json!([]));
    page.on(".theme", "it.textContent = ''", &json!([]));
    look(&mut findings, &page, "a button without a name");
    assert_eq!(findings.count(), 1, "what is made wrong is found");
}

#[test]
fn nothing_is_found_before_the_program_runs_and_where_it_cannot() {
    let mut findings = Findings::default();
    for theme in ["light", "dark"] {
        let mut page = page_with_axe(WAIT, |options| options.scheme = theme);
        page.tolerate_complaints();
        page.load("?waiting");
        page.until("the list is there", |page| page.words().contains("全面放开落户限制"));
        look(&mut findings, &page, &format!("before the program ({theme})"));
        page.load("?waiting-for-more#/overview");
        page.until("it is said", |page| page.words().contains("Opening"));
        look(&mut findings, &page, &format!("before another view ({theme})"));
    }
    let mut page = page_with_axe("delete window.WebAssembly", |_| {});
    page.tolerate_complaints();
    page.load("?without");
    page.until("it is said", |page| page.words().contains("needs a newer browser with WebAssembly"));
    look(&mut findings, &page, "without WebAssembly");
    findings.must_be_none();
}

#[test]
fn nothing_is_found_where_something_fails() {
    let mut findings = Findings::default();
    let mut page = page_with_axe("", |options| options.storage_blocked = true);
    page.tolerate_complaints();
    page.go("#/unit/市教育局");
    page.tick("2.1");
    page.until("it is said", |page| page.notices().contains("浏览器不允许保存数据"));
    look(&mut findings, &page, "storage blocked");
    drop(page);
    let mut page = page_with_axe(
        "const real = window.fetch; window.wait = new Promise((go) => (window.fail = () => go(Promise.reject(new TypeError()))));
        window.fetch = (file, ...rest) => String(file).includes('_lazy') ? window.wait : real(file, ...rest)",
        |_| {},
    );
    page.tolerate_complaints();
    page.go("");
    page.load("#/overview");
    page.until("it is said", |page| page.words().contains("正在载入"));
    for language in LANGUAGES {
        page.speak(language);
        look(&mut findings, &page, &format!("a view that is being loaded ({language})"));
    }
    page.photograph("looks/loading-1440");
    page.run("fail()", &json!([]));
    page.until("it is said", |page| page.words().contains("could not be loaded"));
    for (width, height) in [(1440, 900), (360, 740)] {
        page.resize(width, height);
        page.photograph(&format!("looks/not-loaded-{width}"));
        look(&mut findings, &page, &format!("a view that was not loaded ({width} px)"));
    }
    findings.must_be_none();
}
