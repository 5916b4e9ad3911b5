//! The files of `src/` use each other in one direction only.
//!
//! A file uses another one where a path in it leads there: in a `use`, or in the middle of code. A file that only hands on
//! what is below it does not count: `use super::Node`, where the file above says `pub use tree::Node`, leads to `tree.rs`, and
//! the `mod` and `pub use` of files below are the contents of a folder and no use of it. A file that uses one below it in its
//! own code, and is used by that one, is in a circle like any other.

use crate::layers::{Token, rust_files, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The stages of the reader, in their order; what all of them may use stands before, and what uses them beside the page behind.
const STAGES: [&str; 11] =
    ["diagnostics", "lexicon", "text", "frame", "statement", "outline", "sort", "duty", "measure", "assemble", "words"];

#[test]
fn files_use_each_other_in_one_direction() {
    let circles = circles(&uses(&sources()));
    assert!(circles.is_empty(), "circles of files that use each other: {circles:#?}");
}

#[test]
fn no_stage_of_the_reader_knows_a_later_one() {
    let stage = |file: &str| {
        let name = file.strip_prefix("reader/")?.split('/').next()?.trim_end_matches(".rs");
        STAGES.iter().position(|stage| *stage == name)
    };
    let uses = uses(&sources());
    let files: Vec<&String> = uses.keys().filter(|file| file.starts_with("reader/")).collect();
    for file in &files {
        assert!(stage(file).is_some() || *file == "reader/mod.rs", "{file} is of no stage that this test knows");
    }
    let found: Vec<_> = uses.iter().flat_map(|(file, used)| used.iter().map(move |used| (file, used))).collect();
    let back = |(file, used): &&(&String, &String)| stage(file).zip(stage(used)).is_some_and(|(of, other)| other > of);
    let back: Vec<_> = found.iter().filter(back).collect();
    assert!(files.len() > STAGES.len(), "the reader is not where it is looked for");
    assert!(back.is_empty(), "a stage uses a later one: {back:?}");
}

#[test]
fn a_planted_circle_is_found() {
    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&[&str]]) {
        let files = files.iter().map(|(file, code)| ((*file).to_owned(), (*code).to_owned())).collect();
        assert_eq!(circles(&uses(&files)), expected, "{files:?}");
    }
    check(&[("a.rs", "use crate::b::B;"), ("b.rs", "struct B;")], &[]);
    check(&[("a.rs", "use crate::b::B;"), ("b.rs", "fn f() { crate::a::g(); }")], &[&["a.rs", "b.rs"]]);
    check(
        &[("a/b.rs", "use super::c::{self, C};"), ("a/c.rs", "use super::{d::D};"), ("a/d.rs", "use crate::a::b;")],
        &[&["a/b.rs", "a/c.rs", "a/d.rs"]],
    );
    // Two circles, and a file that uses one of them.
    check(
        &[
            ("a.rs", "use crate::b;"),
            ("b.rs", "use crate::a;"),
            ("c.rs", "use crate::{a, d::D as E};"),
            ("d.rs", "use crate::c::C;"),
            ("e.rs", "use crate::c::*;"),
        ],
        &[&["a.rs", "b.rs"], &["c.rs", "d.rs"]],
    );
    // A folder that hands on what is in it, and one that uses it.
    check(&[("a/mod.rs", "mod b; mod c; pub use b::B;"), ("a/b.rs", "struct B;"), ("a/c.rs", "use super::B;")], &[]);
    check(&[("a/mod.rs", "mod b; pub use b::B; struct C;"), ("a/b.rs", "use super::C;")], &[]);
    check(
        &[("a/mod.rs", "mod b; fn f() { b::g(); } struct C;"), ("a/b.rs", "use super::C;")],
        &[&["a/b.rs", "a/mod.rs"]],
    );
    check(&[("a.rs", "mod b; use b::B; struct C;"), ("a/b.rs", "use crate::a::C;")], &[&["a.rs", "a/b.rs"]]);
    // What is quoted, and what only has the name of a file.
    check(&[("a.rs", "// crate::b\nlet t = \"crate::b\"; x.b::<u8>();"), ("b.rs", "use crate::a;")], &[]);
}

/// The sources, by their names below `src/`.
fn sources() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let name = |file: &Path| file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
    files
        .iter()
        .map(|file| (name(file), fs::read_to_string(file).unwrap()))
        .filter(|(file, _)| file != "lib.rs")
        .collect()
}

/// A path of modules and an item, from the top of the crate.
type Names = Vec<String>;

/// A path in a file, the name that a `use` gives it, and whether it is handed on.
struct Named {
    path: Names,
    name: String,
    public: bool,
}

/// Which files each file uses.
fn uses(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let modules: BTreeMap<Names, &String> = files.keys().map(|file| (module(file), file)).collect();
    let named: BTreeMap<&String, Vec<Named>> =
        files.iter().map(|(file, code)| (file, named(&module(file), code, &modules))).collect();
    // The file that a path leads to, through what other files hand on.
    let leads_to = |path: &Names| {
        let mut path = path.clone();
        for _ in 0..8 {
            let (length, file) = (1..=path.len()).rev().find_map(|n| Some((n, *modules.get(&path[..n])?)))?;
            let handed_on = path.get(length).and_then(|item| named[file].iter().find(|n| n.public && n.name == *item));
            match handed_on {
                Some(on) if !path.starts_with(&on.path) => {
                    path = on.path.iter().chain(&path[length + 1..]).cloned().collect();
                }
                _ => return Some(file.clone()),
            }
        }
        None
    };
    let used = |file: &String, named: &[Named]| {
        let own = module(file);
        let counts = |n: &&Named| !(n.public && n.path.starts_with(&own));
        let used = named.iter().filter(counts).filter_map(|n| leads_to(&n.path));
        used.filter(|used| used != file).collect()
    };
    named.iter().map(|(file, named)| ((*file).clone(), used(file, named))).collect()
}

/// The module that a file is.
fn module(file: &str) -> Names {
    let file = file.trim_end_matches(".rs");
    file.strip_suffix("/mod").unwrap_or(file).split('/').map(str::to_owned).collect()
}

/// The paths in a file that lead to files of the crate.
fn named(own: &Names, code: &str, modules: &BTreeMap<Names, &String>) -> Vec<Named> {
    let tokens = tokens(code);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let using = text(at) == "use";
        let public = using && at > 0 && matches!(text(at - 1), "pub" | ")");
        let begins = at + usize::from(using);
        let path = text(begins + 1) == "::" && (using || at == 0 || !matches!(text(at - 1), "::" | "."));
        at += 1;
        if path {
            let mut found = Vec::new();
            at = tree(&tokens, begins, &[], &mut found);
            out.extend(found.into_iter().filter_map(|(path, name)| {
                Some(Named { path: from_top(own, &path, modules)?, name: name.to_owned(), public })
            }));
        }
    }
    out
}

/// Takes in the paths of a tree, `a::{b, c::d as e}`, each with the name that it gives; where the tree ends.
fn tree<'a>(tokens: &[Token<'a>], at: usize, before: &[&'a str], out: &mut Vec<(Vec<&'a str>, &'a str)>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut path = before.to_vec();
    let mut at = at;
    loop {
        match text(at) {
            "{" => {
                at += 1;
                while !matches!(text(at), "}" | "") {
                    at = tree(tokens, at, &path, out);
                    at += usize::from(text(at) == ",");
                }
                return at + 1;
            }
            "self" if !path.is_empty() => {}
            name => path.push(name),
        }
        at += 1;
        if text(at) != "::" || matches!(text(at + 1), "<" | "") {
            break;
        }
        at += 1;
    }
    let name = if text(at) == "as" { text(at + 1) } else { path.last().copied().unwrap_or("") };
    at += if text(at) == "as" { 2 } else { 0 };
    out.push((path, name));
    at
}

/// A path of a file from the top of the crate; `None` where it leads out of the crate, or only to what the file has itself.
fn from_top(own: &Names, path: &[&str], modules: &BTreeMap<Names, &String>) -> Option<Names> {
    let (mut base, rest) = match path {
        ["crate" | "yaodian", rest @ ..] => (Vec::new(), rest),
        ["super", ..] => {
            let climbs = path.iter().take_while(|name| **name == "super").count();
            (own[..own.len().checked_sub(climbs)?].to_vec(), &path[climbs..])
        }
        ["self", rest @ ..] | rest => (own.clone(), rest),
    };
    base.extend(rest.iter().map(|name| (*name).to_owned()));
    let below = base.get(..=own.len()).is_some_and(|path| modules.contains_key(path));
    (!base.starts_with(own) || below).then_some(base)
}

/// The sets of files of which each uses all others, by way of others or not.
fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached = |file: &String| {
        let mut seen = BTreeSet::new();
        let mut open = vec![file];
        while let Some(next) = open.pop() {
            open.extend(uses.get(next).into_iter().flatten().filter(|used| seen.insert((*used).clone())));
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = uses.keys().map(|file| (file, reached(file))).collect();
    let mut out: Vec<Vec<String>> = Vec::new();
    for (file, others) in &reached {
        if others.contains(*file) && !out.iter().any(|circle| circle.contains(file)) {
            out.push(others.iter().filter(|other| reached[other].contains(*file)).cloned().collect());
        }
    }
    out
}
