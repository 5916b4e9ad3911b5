//! `cargo xtask score FOLDER` says how far what the reader reads in plans agrees with what a person reads in them.
//!
//! For each `NAME.txt` of a folder what the person reads stands in `NAME.json`, in the form of `cargo xtask outline`. Of each kind
//! of thing the measure is F1: twice what both read, divided by all that either reads. A thing counts with the path of its item, so
//! that what is read in the wrong place is read wrongly twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{Misused, outline};

/// The kinds of things, in the order of the columns.
const KINDS: [&str; 7] = ["items", "titles", "units", "roles", "others", "deadlines", "targets"];

/// How often each thing was read, by kind.
type Things = [BTreeMap<String, u32>; KINDS.len()];

/// How many things of a kind both read, and how many each.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Agreement {
    both: u32,
    all: u32,
}

/// Runs the command.
pub fn run(args: &[String]) -> Result<()> {
    if args.is_empty() {
        return Err(Misused("`score` takes folders with plans and what a person reads in them".into()).into());
    }
    let mut whole = [Agreement::default(); KINDS.len()];
    println!("{:<32}{}", "F1", KINDS.map(|kind| format!("{kind:>10}")).concat());
    for folder in args {
        for read in read_by_persons(Path::new(folder))? {
            let text = read.with_extension("txt");
            let name = read.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let theirs = things(&json(&fs::read_to_string(&read)?, &read)?);
            let ours = things(&json(&outline::of_file(&text.to_string_lossy())?, &text)?);
            let own = agreements(&ours, &theirs);
            for (whole, own) in whole.iter_mut().zip(own) {
                *whole = Agreement { both: whole.both + own.both, all: whole.all + own.all };
            }
            println!("{}", line(&name, own));
        }
    }
    println!("{}", line("all", whole));
    Ok(())
}

/// The files of a folder that say what a person reads in a plan beside them, in order.
fn read_by_persons(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "json") && file.with_extension("txt").exists());
    files.sort();
    Ok(files)
}

fn json(text: &str, file: &Path) -> Result<Value> {
    serde_json::from_str(text).with_context(|| format!("{} is not in the form of an outline", file.display()))
}

/// The things of an outline. White space in them says nothing: a copied line may be broken anywhere.
fn things(outline: &Value) -> Things {
    let mut things = Things::default();
    let items = outline["items"].as_array().into_iter().flatten();
    for item in items {
        let path = list(&item["path"]).concat();
        let mut add = |kind: usize, words: &[&str]| {
            let whole: String = words.join("|").chars().filter(|c| !c.is_whitespace()).collect();
            *things[kind].entry(format!("{path}: {whole}")).or_default() += 1;
        };
        add(0, &[]);
        if let Some(title) = item["title"].as_str() {
            add(1, &[title]);
        }
        for statement in item["statements"].as_array().into_iter().flatten() {
            for unit in statement["units"].as_array().into_iter().flatten() {
                let [name, role] = ["name", "role"].map(|field| unit[field].as_str().unwrap_or_default());
                add(2, &[name]);
                add(3, &[name, role]);
            }
            if statement["others"] == true {
                add(4, &[]);
            }
        }
        for (kind, field) in [(5, "deadlines"), (6, "targets")] {
            for words in list(&item[field]) {
                add(kind, &[words]);
            }
        }
    }
    things
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn agreements(ours: &Things, theirs: &Things) -> [Agreement; KINDS.len()] {
    std::array::from_fn(|kind| {
        let both = ours[kind].iter().map(|(thing, n)| theirs[kind].get(thing).map_or(0, |other| *n.min(other))).sum();
        Agreement { both, all: ours[kind].values().chain(theirs[kind].values()).sum() }
    })
}

/// A line of the table; `–` where nobody reads anything of a kind.
fn line(name: &str, agreements: [Agreement; KINDS.len()]) -> String {
    let cell = |Agreement { both, all }: Agreement| match all {
        0 => format!("{:>10}", "–"),
        _ => format!("{:>10.3}", f64::from(2 * both) / f64::from(all)),
    };
    format!("{:<32}{}", name.chars().take(31).collect::<String>(), agreements.map(cell).concat())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Agreement, agreements, line, things};

    fn plan(title: &str, unit: &str, role: &str, targets: &[&str]) -> Value {
        let statement = json!({ "units": [{ "name": unit, "role": role }], "others": false });
        let item = json!({ "path": ["一", "1"], "title": title, "statements": [statement], "deadlines": [], "targets": targets });
        json!({ "items": [item] })
    }

    #[test]
    fn what_both_read_is_counted_twice_and_what_one_reads_once() {
        let ours = things(&plan("修 渠", "县水利局", "lead", &["3条", "5亩"]));
        let theirs = things(&plan("修渠", "县水利局", "support", &["3条"]));
        let of = |both, all| Agreement { both, all };
        let expected = [of(1, 2), of(1, 2), of(1, 2), of(0, 2), of(0, 0), of(0, 0), of(1, 3)];
        assert_eq!(agreements(&ours, &theirs), expected);
        let cells: Vec<String> = line("plan", expected).split_whitespace().map(str::to_owned).collect();
        assert_eq!(cells, ["plan", "1.000", "1.000", "1.000", "0.000", "–", "–", "0.667"]);
        // In another place it is another thing.
        let mut elsewhere = plan("修渠", "县水利局", "lead", &[]);
        elsewhere["items"][0]["path"] = json!(["二", "1"]);
        assert_eq!(agreements(&ours, &things(&elsewhere))[0], of(0, 2));
    }
}
