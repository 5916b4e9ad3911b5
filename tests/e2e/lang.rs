//! Every run of text says in which language it is: a screen reader changes its voice by it, a browser its characters.

use serde_json::json;

use crate::findings::Findings;
use crate::page::Page;

/// Characters that are written in one of the two scripts only.
const SIMPLIFIED: &str = "县举务业责单农镇乡总统筹进开发销级标会关产时实东报数据领导务编办广场设规划机构国学习";
const TRADITIONAL: &str = "縣舉務業責單農鎮鄉總統籌進開發銷級標會關產時實東報數據領導務編辦廣場設規劃機構國學習";

/// Every text on the page, and every name, hint and value of a field, with the language that it is said to be in.
const RUNS: &str = r#"
    const runs = new Set();
    const add = (element, text) => {
        if (!text || !text.trim() || !element.getClientRects().length) return;
        // What is drawn has neither as a property of its own.
        const lang = element.closest("[lang]").getAttribute("lang");
        const kind = element.getAttribute("class") || element.parentElement.getAttribute("class");
        runs.add(JSON.stringify([text.trim().slice(0, 60), lang, `${element.tagName} ${kind}`]));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        // The names of the other languages are hidden in a closed list, and options have no place of their own.
        if (element.tagName === "OPTION") add(element.parentElement, element.lang ? "" : element.text);
        else if (!element.closest("script, style, noscript")) add(element, walker.currentNode.data);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], input[type=text]")) {
        for (const name of ["aria-label", "title", "placeholder"]) add(element, element.getAttribute(name));
        if (element.type === "text" && element.id === "party") add(element, element.value);
    }
    return [...runs];
"#;

/// What is wrong with a text in this language on a page in that one.
fn wrong(text: &str, lang: &str, page: &str) -> Option<&'static str> {
    let han = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let only = |these: &str, others: &str| text.chars().any(|c| these.contains(c) && !others.contains(c));
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 2);
    if han && !lang.starts_with("zh") {
        Some("Chinese that is not said to be")
    } else if only(SIMPLIFIED, TRADITIONAL) && lang != "zh-Hans" && lang != "zh" {
        Some("simplified Chinese that is not said to be")
    } else if only(TRADITIONAL, SIMPLIFIED) && lang != "zh-Hant" && lang != "zh" {
        Some("traditional Chinese that is not said to be")
    } else if !han && words && page == "en" && lang != "en" {
        Some("English that is not said to be")
    } else {
        None
    }
}

/// Looks for texts on a page in this language that are in another than they are said to be in.
pub fn look_for_others(findings: &mut Findings, page: &Page, language: &str, place: &str) {
    for run in page.run(RUNS, &json!([])).as_array().unwrap() {
        let run: [String; 3] = serde_json::from_str(run.as_str().unwrap()).unwrap();
        let [text, lang, element] = run;
        if let Some(what) = wrong(&text, &lang, language) {
            findings.add(format!("{what} ({lang}): {text} — {element}"), place);
        }
    }
}
