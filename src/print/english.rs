//! The English reading on papers: under the words that it reads, in smaller type. Papers stay Chinese, as they are signed and filed.

use super::paper::{Block, Paper};
use super::tree::{Tree, el};
use super::words::{heading, lead_in};
use crate::domain::english::{English, records};
use crate::domain::plan::{Passage, Plan};
use crate::domain::script::Rendition;
use crate::domain::span::Span;
use crate::text::english::{EN, answers};

/// Words as a paper has them, each with its reading.
pub struct Beside {
    texts: Vec<(String, String)>,
    /// The names of units and localities, which have theirs in the head alone: columns are narrow.
    names: Vec<(String, String)>,
}

impl Beside {
    /// The readings of a plan for papers that show it in this rendition.
    pub fn of(plan: &Plan, english: &English, rendition: Rendition) -> Self {
        let written = |words: &str| plan.in_rendition(words, rendition);
        let with_name = |key: &str, english: &Option<String>| Some((written(key), english.clone()?));
        let units = plan.units.iter().filter_map(|unit| with_name(&unit.key, &unit.english));
        let names =
            units.chain(plan.localities.iter().filter_map(|place| with_name(&place.key, &place.english))).collect();
        let fixed = EN.on_papers.iter().map(|[words, english]| (written(words), (*english).to_owned()));
        let mut texts: Vec<_> = fixed.collect();
        for task in &plan.tasks {
            let statements = task.responsibilities.iter().map(|said| said.span);
            texts.extend(statements.map(|span| (written(plan.text(span)), answers(plan, english, task, span))));
        }
        let mut add = |record: &str, words: &str| {
            if let Some(reading) = english.plain(record) {
                texts.push((written(words), reading.to_owned()));
            }
        };
        // What a target is counted in stands behind numbers, and is no text of its own.
        let units: Vec<&str> = plan.measures().flat_map(|m| &m.targets).map(|target| target.unit.as_str()).collect();
        records(plan).into_iter().filter(|record| !units.contains(record)).for_each(|record| add(record, record));
        let tasks = plan.tasks.iter().map(|task| task.title);
        for title in tasks.chain(plan.sections.iter().map(|section| section.title)).chain([plan.meta.title]) {
            add(plan.text(title), plan.text(title));
        }
        // Headings, with their labels.
        let mut labelled = |label: &str, title: Span| {
            let title = plan.text(title);
            for words in [heading(label, title), lead_in(label, title)] {
                add(title, &words);
            }
        };
        for section in &plan.sections {
            labelled(section.path.last().map_or("", String::as_str), section.title);
        }
        let mut passages: Vec<&Passage> = plan.general.iter().chain(&plan.standing).collect();
        while let Some(passage) = passages.pop() {
            labelled(plan.text(passage.label), passage.title);
            passages.extend(&passage.duties);
        }
        Self { texts, names }
    }

    fn reading(&self, words: &str, in_head: bool) -> Option<Tree> {
        let names = if in_head { self.names.as_slice() } else { &[] };
        // Headings have a number of their own: 一、總體進展.
        let words = words.split_once('、').filter(|(no, _)| no.chars().count() == 1).map_or(words, |(_, words)| words);
        let (_, reading) = self.texts.iter().chain(names).find(|(other, _)| other == words)?;
        Some(el("small").class("reads").set("lang", "en").text(reading).tree())
    }

    /// The paper with the readings, and `note` under its head.
    #[must_use]
    pub fn on(&self, paper: Paper, note: &str) -> Paper {
        let with = |tree: &Tree| tree.beside(&|words| self.reading(words, false));
        let head = paper.head.beside(&|words| self.reading(words, true));
        let note = el("p").class("reads paper-reading").set("lang", "en").text(note);
        Paper {
            head: Tree::All(vec![head, note.tree()]),
            shared: paper.shared.iter().map(|(table, tree)| (*table, with(tree))).collect(),
            closing: with(&paper.closing),
            glosses: EN.on_papers,
            blocks: paper.blocks.into_iter().map(|block| Block { tree: with(&block.tree), ..block }).collect(),
            ..paper
        }
    }
}
