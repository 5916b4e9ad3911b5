//! The English reading on papers: under the words that it reads, in smaller type. Papers stay Chinese, as they are signed and filed.

use super::paper::{Block, Paper};
use super::tree::{Tree, el};
use super::words::{heading, lead_in};
use crate::domain::english::{English, records};
use crate::domain::plan::{Passage, Plan};
use crate::domain::script::Rendition;
use crate::domain::span::Span;

/// Words as a paper has them, each with its reading.
pub struct Beside(Vec<(String, String)>);

impl Beside {
    /// The readings of a plan for papers that show it in this rendition.
    pub fn of(plan: &Plan, english: &English, rendition: Rendition) -> Self {
        let mut all = Vec::new();
        let mut add = |record: &str, words: &str| {
            if let Some(reading) = english.plain(record) {
                all.push((plan.in_rendition(words, rendition), reading));
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
        Self(all)
    }

    fn reading(&self, words: &str) -> Option<Tree> {
        let (_, reading) = self.0.iter().find(|(other, _)| other == words)?;
        Some(el("small").class("reads").set("lang", "en").text(reading).tree())
    }

    /// The paper with the readings, and `note` under its head.
    #[must_use]
    pub fn on(&self, paper: Paper, note: &str) -> Paper {
        let with = |tree: &Tree| tree.beside(&|words| self.reading(words));
        let note = el("p").class("reads paper-reading").set("lang", "en").text(note);
        Paper {
            head: Tree::All(vec![with(&paper.head), note.tree()]),
            shared: paper.shared.iter().map(|(table, tree)| (*table, with(tree))).collect(),
            blocks: paper.blocks.into_iter().map(|block| Block { tree: with(&block.tree), ..block }).collect(),
            ..paper
        }
    }
}
