//! The English reading in the curated facts, held against the text: each measure, target, unit and paragraph has one, none belongs
//! to nothing, and each has the figures of the Chinese.

use super::misfit::Misfit;
use crate::domain::english::{records, unmarked, unnamed};
use crate::domain::plan::{Passage, Plan};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The English reading of all that has no English name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Translation {
    preamble: Vec<String>,
    passage: Vec<PassageFacts>,
    /// By what the plan prints.
    unit: BTreeMap<String, String>,
    /// By the words for bodies without a name.
    unnamed: BTreeMap<String, String>,
    /// By id.
    measure: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PassageFacts {
    title: String,
    english: String,
    text: Vec<String>,
}

/// The lines of the English reading of a plan, in the order of [`records`]. `titles` are those of sections and tasks, `counts` those of
/// what the targets count, both in printed order.
pub(super) fn lines(
    facts: &Translation,
    titles: Vec<String>,
    counts: &[&str],
    plan: &Plan,
    misfits: &mut Vec<Misfit>,
) -> Vec<String> {
    let mut lines = facts.preamble.clone();
    if facts.preamble.len() != plan.preamble.len() {
        misfits.push(Misfit::Untranslated("preamble".to_owned()));
    }
    let mut passages = facts.passage.iter();
    plan.general.iter().for_each(|passage| passage_lines(passage, &mut passages, plan, &mut lines, misfits));
    lines.extend(titles);
    let ids: BTreeSet<String> = plan.measures().map(|measure| measure.id.to_string()).collect();
    let mut counts = counts.iter();
    let mut units = BTreeSet::new();
    for measure in plan.measures() {
        let id = measure.id.to_string();
        let english = facts.measure.get(&id).cloned().unwrap_or_default();
        if english.is_empty() {
            misfits.push(Misfit::Untranslated(id));
        } else if unmarked(&english).1.len() != measure.targets.len() {
            misfits.push(Misfit::Marks(id, measure.targets.len()));
        }
        lines.push(english);
        for target in &measure.targets {
            units.insert(&target.unit);
            lines.extend(counts.next().map(|counts| (*counts).to_owned()));
            lines.push(said(&facts.unit, &target.unit, misfits));
        }
    }
    plan.standing.iter().for_each(|passage| passage_lines(passage, &mut passages, plan, &mut lines, misfits));
    let unnamed = unnamed(plan);
    lines.extend(unnamed.iter().map(|words| said(&facts.unnamed, words, misfits)));
    let strays = facts.measure.keys().filter(|id| !ids.contains(*id));
    let strays = strays.chain(facts.unnamed.keys().filter(|words| !unnamed.contains(&words.as_str())));
    let strays = strays.chain(facts.unit.keys().filter(|unit| !units.contains(unit)));
    misfits.extend(strays.chain(passages.map(|passage| &passage.title)).cloned().map(Misfit::TranslatesNothing));
    if misfits.is_empty() {
        let all = records(plan).into_iter().zip(&lines);
        misfits.extend(
            all.filter(|(record, line)| figures(record) != figures(line))
                .map(|(record, line)| Misfit::Figures(record.to_owned(), line.clone())),
        );
    }
    lines
}

fn said(facts: &BTreeMap<String, String>, words: &str, misfits: &mut Vec<Misfit>) -> String {
    facts.get(words).cloned().unwrap_or_else(|| {
        misfits.push(Misfit::Untranslated(words.to_owned()));
        String::new()
    })
}

fn passage_lines<'a>(
    passage: &Passage,
    facts: &mut impl Iterator<Item = &'a PassageFacts>,
    plan: &Plan,
    lines: &mut Vec<String>,
    misfits: &mut Vec<Misfit>,
) {
    let title = plan.text(passage.title);
    match facts.next().filter(|said| said.title == title && said.text.len() == passage.paragraphs.len()) {
        Some(PassageFacts { title: _, english, text }) => {
            lines.push(english.clone());
            lines.extend(text.iter().cloned());
        }
        None => misfits.push(Misfit::Untranslated(title.to_owned())),
    }
    passage.duties.iter().for_each(|duty| passage_lines(duty, facts, plan, lines, misfits));
}

/// The numbers that a text prints in digits, the smallest first: 24000 for `2.4萬` and for `24,000` alike, 10000 for the unit `萬人次`.
/// Words for numbers do not count.
pub fn figures(text: &str) -> Vec<f64> {
    let times = |c: Option<char>| match c {
        Some('萬' | '万') => Some(10_000.0),
        Some('千') => Some(1_000.0),
        _ => None,
    };
    let mut all: Vec<f64> = times(text.chars().next()).into_iter().collect();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[start..];
        let mut end = 0;
        for (at, c) in from.char_indices() {
            // A mark is part of a number only between digits.
            let goes_on = from[at + c.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
            if !(c.is_ascii_digit() || (c == ',' || c == '.') && goes_on) {
                break;
            }
            end = at + 1;
        }
        let (number, after) = from.split_at(end);
        let times = times(after.chars().next()).unwrap_or(1.0);
        all.extend(number.replace(',', "").parse::<f64>().map(|number| number * times));
        rest = after;
    }
    all.sort_by(f64::total_cmp);
    all
}
