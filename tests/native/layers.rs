//! The direction of the arrows: which part of `src/` may use which other part, and which part may name which
//! library. The sources themselves are read, so that a wrong import fails here whatever the features are.

use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom. `app` puts everything together and may use all of it; `main` starts `app`.
const LAYERS: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("reader", &["domain"]),
    ("persist", &["domain", "reader"]),
    ("exchange", &["reader", "text", "domain"]),
    ("text", &["domain"]),
    ("route", &["domain", "text"]),
    ("element", &[]),
    ("print", &["domain", "text", "element"]),
    ("state", &["persist", "reader", "route", "text", "domain"]),
    ("views", &["state", "print", "reader", "element", "route", "text", "domain"]),
    ("browser", &["domain"]),
    (
        "app",
        &["views", "browser", "exchange", "print", "element", "state", "persist", "reader", "route", "text", "domain"],
    ),
    ("main", &["app"]),
];

/// Which libraries only some layers may name.
const LIBRARIES: [(&str, &[&str]); 12] = [
    ("web_sys", &["browser"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["browser"]),
    ("gloo", &["browser"]),
    ("leptos", &["element", "state", "views", "browser", "app", "main"]),
    ("serde", &["persist"]),
    ("serde_json", &["persist"]),
    ("quick_xml", &["exchange"]),
    ("ZipArchive", &["exchange"]),
    ("calamine", &["exchange"]),
    ("rust_xlsxwriter", &["exchange"]),
    ("html5gum", &["exchange"]),
];

/// The framework hands these out too; they are the browser all the same.
const BROWSER_CALLS: [&str; 2] = ["window", "document"];

#[test]
fn imports_point_down() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > LAYERS.len(), "the sources are not where they are looked for");
    let wrong: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let name = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
            violations(&name, &fs::read_to_string(file).unwrap())
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The site is built without the code that prints values for people who look for faults (`-Zfmt-debug=none`): it would print nothing.
#[test]
fn no_text_of_the_page_is_made_by_debug_formatting() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let uses = |line: &&str| !line.trim_start().starts_with("//") && line.contains(":?}");
        assert_eq!(source.lines().find(uses), None, "{}", file.display());
    }
}

#[test]
fn a_planted_violation_is_found() {
    let found = |file, code| violations(file, code).len();
    assert_eq!(found("domain/plan.rs", "use crate::reader::read;"), 1);
    assert_eq!(found("reader/units.rs", "use crate::{domain::plan::Plan, state::{self, Store}};"), 1);
    assert_eq!(found("views/task.rs", "fn f() { crate::browser::files::save(); }"), 1);
    assert_eq!(found("views/parts/button.rs", "use super::super::super::browser;"), 1);
    assert_eq!(found("views/parts/button.rs", "use super::super::browser;"), 0, "that is views::browser");
    assert_eq!(found("views/parts/mod.rs", "use super::super::browser;"), 1);
    assert_eq!(found("route.rs", "use super::views;"), 1);
    assert_eq!(found("main.rs", "fn main() { yaodian::state::start(); }"), 1);
    assert_eq!(found("views/task.rs", "use leptos::web_sys::Element;"), 1);
    assert_eq!(found("state/store.rs", "use gloo_storage::LocalStorage;"), 1);
    assert_eq!(found("domain/plan.rs", "#[derive(serde::Serialize)] struct Plan;"), 1);
    assert_eq!(found("views/page.rs", "use leptos::prelude::*; fn f() { let t = window().location(); }"), 1);
}

#[test]
fn what_is_allowed_is_not_reported() {
    let found = |file, code| violations(file, code);
    assert!(
        found("views/task.rs", "use crate::{domain::plan::Task, state::Store}; use leptos::prelude::*;").is_empty()
    );
    assert!(
        found("views/task.rs", "// crate::browser\n/* web_sys /* js_sys */ */ let a = \"crate::browser\";").is_empty()
    );
    assert!(found("views/task.rs", "let a = r#\"a \" crate::browser\"#; let b = '\"'; fn f<'a>() {} // '").is_empty());
    assert!(found("domain/plan.rs", "mod tests { use super::*; use super::reader_like; }").is_empty());
    assert!(found("persist/keeper.rs", "use crate::reader::outline; use serde::Serialize;").is_empty());
    assert!(found("app.rs", "use crate::browser::storage; use crate::views::Page;").is_empty());
    assert!(found("views/page.rs", "fn f() { document(); } fn document() {}").is_empty());
    assert!(found("browser/files.rs", "use web_sys::window; fn f() { window(); }").is_empty());
}

pub fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// What one file names and may not, a line for each. `file` is relative to `src/`.
fn violations(file: &str, code: &str) -> Vec<String> {
    let mut place: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    if place.last() == Some(&"mod") {
        place.pop();
    }
    let layer = place[0];
    if layer == "lib" {
        return Vec::new();
    }
    let Some((_, may_use)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("src/{file}: `{layer}` is no layer this test knows")];
    };
    let tokens = tokens(code);
    let used_layers = (0..tokens.len())
        .flat_map(|at| layers_named_at(&tokens, at, place.len()))
        .filter(|(used, _)| *used != layer && !may_use.contains(used))
        .map(|(used, line)| format!("src/{file}:{line}: `{layer}` may not use `{used}`"));
    let named_libraries = tokens.iter().filter_map(|token| {
        let (library, _) = LIBRARIES.iter().find(|(library, allowed)| {
            (token.text == *library || (*library == "gloo" && token.text.starts_with("gloo_")))
                && !allowed.contains(&layer)
        })?;
        Some(format!("src/{file}:{}: `{layer}` may not name `{library}`", token.line))
    });
    let defines = |name: &str| tokens.windows(2).any(|two| two[0].text == "fn" && two[1].text == name);
    let called_browser = tokens.windows(3).filter_map(|three| {
        let [before, name, after] = three else { return None };
        let call = BROWSER_CALLS.contains(&name.text) && after.text == "(" && !matches!(before.text, "." | "fn");
        (call && layer != "browser" && !defines(name.text))
            .then(|| format!("src/{file}:{}: `{layer}` may not ask for `{}()`", name.line, name.text))
    });
    used_layers.chain(named_libraries).chain(called_browser).collect()
}

/// The layers that a path starting at this token leads into: `crate::x`, `crate::{x, y}`, `yaodian::x`, and
/// `super::x` where that climbs to the top. `depth` is how far below the top the file lies.
fn layers_named_at<'a>(tokens: &[Token<'a>], at: usize, depth: usize) -> Vec<(&'a str, usize)> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let follows_path = at > 0 && text(at - 1) == "::";
    let mut next = match text(at) {
        "crate" | "yaodian" if !follows_path => at + 1,
        "super" if !follows_path => {
            let climbs = |step: &usize| text(at + 2 * step) == "super" && text(at + 2 * step + 1) == "::";
            let supers = (0..=depth).take_while(climbs).count();
            if supers != depth {
                return Vec::new();
            }
            at + 2 * supers - 1
        }
        _ => return Vec::new(),
    };
    if text(next) != "::" {
        return Vec::new();
    }
    next += 1;
    let mut named = Vec::new();
    let mut braces = 0_usize;
    let mut expects_name = true;
    while let Some(token) = tokens.get(next) {
        match token.text {
            "{" => braces += 1,
            "}" => braces = braces.saturating_sub(1),
            "," if braces == 1 => expects_name = true,
            name if expects_name && braces <= 1 => {
                if LAYERS.iter().any(|(layer, _)| *layer == name) {
                    named.push((tokens[next].text, token.line));
                }
                expects_name = false;
            }
            _ => {}
        }
        if braces == 0 {
            break;
        }
        next += 1;
    }
    named
}

pub struct Token<'a> {
    pub text: &'a str,
    line: usize,
}

/// The words and signs of Rust code, without comments and without what is quoted.
pub fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = string(rest) {
            length
        } else if first == '\'' {
            character_or_lifetime(rest)
        } else {
            let length = if first.is_alphanumeric() || first == '_' {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            if !first.is_whitespace() {
                let line = code[..code.len() - rest.len()].matches('\n').count() + 1;
                tokens.push(Token { text: &rest[..length], line });
            }
            length
        };
        rest = &rest[length..];
    }
    tokens
}

fn block_comment(code: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let here = &code[at..];
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else if let Some(character) = here.chars().next() {
            at += character.len_utf8();
        }
        if depth == 0 || at >= code.len() {
            return at.min(code.len());
        }
    }
}

/// How long the string literal is that the code starts with, if it starts with one.
fn string(code: &str) -> Option<usize> {
    let prefix = ["br", "b", "r", "c", ""]
        .into_iter()
        .find(|prefix| code.strip_prefix(prefix).is_some_and(|rest| rest.trim_start_matches('#').starts_with('"')))?;
    let hashes = code[prefix.len()..].chars().take_while(|sign| *sign == '#').count();
    let start = prefix.len() + hashes + 1;
    if prefix.ends_with('r') {
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(code[start..].find(&end).map_or(code.len(), |at| start + at + end.len()));
    }
    if hashes > 0 {
        return None;
    }
    let mut escaped = false;
    for (at, sign) in code[start..].char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(start + at + 1),
            _ => {}
        }
    }
    Some(code.len())
}

fn character_or_lifetime(code: &str) -> usize {
    let mut signs = code.char_indices().skip(1);
    match signs.next() {
        Some((_, '\\')) => code[3..].find('\'').map_or(code.len(), |at| at + 4),
        // A closing quote right after one sign makes it a character, otherwise it is a lifetime.
        Some(_) => signs.next().filter(|(_, sign)| *sign == '\'').map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}
