//! The English reading on papers: under the words that it reads, in smaller type. Papers stay Chinese, as they are signed and filed.

use super::paper::{Block, Paper};
use super::tree::{Tree, el};
use super::words::{fill, heading, lead_in};
use crate::domain::english::{English, records};
use crate::domain::plan::{Passage, Plan};
use crate::domain::script::{Rendition, Script};
use crate::domain::span::Span;
use crate::text::english::{EN, answers};
use crate::text::paper::PaperWords;
use crate::text::sentences::{self, counted};

/// Words as a paper has them, each with its reading.
pub struct Beside {
    texts: Vec<(String, String)>,
    /// The names of units and localities, which most papers have in heads and sentences alone: columns are narrow.
    names: Vec<(String, String)>,
    /// What stands in the gaps of sentences and has a reading there alone.
    values: Vec<(String, String)>,
    /// Pieces that sentences are made of, each cut at its gaps, with its reading.
    pieces: Vec<(Vec<String>, &'static str)>,
    /// The word behind the title of what goes on from the sheet before.
    continued: String,
}

/// The papers that are about who stands how or has which paper, and have a column wide enough for names.
const NAMED: [&str; 3] = ["is-report", "is-circular", "is-list"];

/// A piece of fewer characters than this begins with a gap only where what stands in it is understood: others could be anybody's words.
const TELLING: usize = 10;

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
        let values = sentences::values().into_iter().map(|(words, english)| (written(&words), english)).collect();
        // Fixed words have the quotation marks of their script.
        let quoted = |words: String| match rendition {
            Rendition::Simplified => words.replace('「', "“").replace('」', "”"),
            Rendition::Record | Rendition::Traditional => words,
        };
        let cut = |words: &str| quoted(written(words)).split("{}").map(str::to_owned).collect();
        let pieces = sentences::pieces().into_iter().map(|(words, english)| (cut(&words), english)).collect();
        let continued = written(PaperWords::of(Script::Traditional).continued);
        Self { texts, names, values, pieces, continued }
    }

    /// What stands under these words; with `whose`, under names, too.
    fn reading(&self, words: &str, whose: bool) -> Option<Tree> {
        let names = if whose { self.names.as_slice() } else { &[] };
        let exact = |words: &str| find(self.texts.iter().chain(names), words);
        // Headings have a number of their own: 一、總體進展.
        let words = words.split_once('、').filter(|(no, _)| no.chars().count() == 1).map_or(words, |(_, words)| words);
        let continued = || Some(exact(words.strip_suffix(&self.continued)?)? + " (continued)");
        let label = || exact(words.strip_suffix('：')?).or_else(|| find(&self.names, words.strip_suffix('：')?));
        let labelled = || {
            let (label, said) = words.split_once('：')?;
            Some([&exact(label)?, ": ", &self.sentence(said)?].concat())
        };
        let reading = exact(words).or_else(continued).or_else(label).or_else(labelled);
        let reading = reading.or_else(|| self.states(words)).or_else(|| self.settled(words));
        let reading = reading.or_else(|| self.sentence(words))?;
        Some(el("small").class("reads").set("lang", "en").text(reading).tree())
    }

    /// How many reports say what: 各方填報 3/7 · 待核 2.
    fn states(&self, words: &str) -> Option<String> {
        let of = |part: &str| {
            let (state, figures) =
                part.split_once(' ').filter(|(_, figures)| figures.starts_with(is_figure) && figures.is_ascii())?;
            Some([&find(&self.texts, state)?, " ", figures].concat())
        };
        Some(words.split(" · ").map(of).collect::<Option<Vec<_>>>()?.join(" · "))
    }

    /// Who has what to do with a measure, as the coordinator settled it: 2.1 牽頭：市教育局；配合：市財政局、市醫保局.
    fn settled(&self, words: &str) -> Option<String> {
        let (no, duties) = words.split_once(' ').filter(|(no, _)| no.starts_with(is_figure) && no.is_ascii())?;
        let of = |duty: &str| {
            let (duty, names) = duty.split_once('：')?;
            Some([&find(&self.texts, duty)?, ": ", &self.value(names)?].concat())
        };
        let duties = duties.split('；').map(of).collect::<Option<Vec<_>>>()?;
        Some([no, " ", &duties.join("; ")].concat())
    }

    /// A sentence, or several, made of known pieces and nothing else.
    fn sentence(&self, words: &str) -> Option<String> {
        let (mut reading, mut rest) = (String::new(), words);
        while !rest.is_empty() {
            let (read, after) = self.pieces.iter().find_map(|(parts, english)| self.piece(rest, parts, english))?;
            let space = if reading.ends_with('.') { " " } else { "" };
            reading = [&reading, space, &read].concat();
            rest = after;
        }
        Some(reading.trim().to_owned()).filter(|reading| !reading.is_empty())
    }

    /// The reading of a piece that these words begin with, and the words behind it.
    fn piece<'w>(&self, words: &'w str, parts: &[String], english: &str) -> Option<(String, &'w str)> {
        let (first, others) = parts.split_first()?;
        let mut rest = words.strip_prefix(first.as_str())?;
        let mut values = Vec::new();
        for part in others {
            let at = if part.is_empty() { rest.len() } else { rest.find(part.as_str())? };
            let value = &rest[..at];
            if value.contains('。') {
                return None;
            }
            values.push(value);
            rest = &rest[at + part.len()..];
        }
        let is_telling = parts.iter().map(|part| part.chars().count()).sum::<usize>() >= TELLING;
        if first.is_empty() && !is_telling && self.value(values.first()?).is_none() {
            return None;
        }
        let values: Vec<String> =
            values.into_iter().map(|value| self.value(value).unwrap_or_else(|| value.to_owned())).collect();
        Some((fill(&counted(english, &values), &values), rest))
    }

    /// What stands in a gap, where it is understood: figures, days, names, titles, and several of these.
    fn value(&self, words: &str) -> Option<String> {
        let known = || find(self.values.iter().chain(&self.texts).chain(&self.names), words);
        // The title of the plan, with its number.
        let title = || {
            let (title, more) = words.strip_prefix('《')?.split_once('》')?;
            let more = self.sentence(more).unwrap_or_else(|| more.replace('（', "(").replace('）', ")"));
            Some([&find(&self.texts, title)?, " ", &more].concat().trim_end().to_owned())
        };
        // A body with a number: 市教育局（3）.
        let numbered = || {
            let (name, number) =
                words.strip_suffix('）')?.split_once('（').filter(|(_, n)| n.starts_with(is_figure))?;
            Some(format!("{} ({number})", self.value(name)?))
        };
        let several = || {
            let (first, others) = words.split_once('、')?;
            Some([&self.value(first)?, ", ", &self.value(others)?].concat())
        };
        // What was searched for, in its quotation marks.
        let sought = || {
            let words = words.strip_prefix("含「").or(words.strip_prefix("含“"))?;
            Some(format!("contains “{}”", words.strip_suffix(['」', '”'])?))
        };
        // Figures, and what is called in English, as rounds that were made in this interface.
        let ascii = Some(words.to_owned()).filter(|words| !words.is_empty() && words.is_ascii());
        ascii.or_else(|| day(words)).or_else(known).or_else(title).or_else(sought).or_else(several).or_else(numbered)
    }

    /// The paper with the readings, and `note` under its head.
    #[must_use]
    pub fn on(&self, paper: Paper, note: &str) -> Paper {
        let names = NAMED.iter().any(|class| paper.class.contains(class));
        let with = |tree: &Tree| tree.beside(&|words| self.reading(words, names));
        let head = paper.head.beside(&|words| self.reading(words, true));
        let note = el("p").class("reads paper-reading").set("lang", "en").text(note);
        Paper {
            head: Tree::All(vec![head, note.tree()]),
            shared: paper.shared.iter().map(|(table, tree)| (*table, with(tree))).collect(),
            closing: with(&paper.closing),
            foot: self
                .sentence(&paper.foot)
                .map_or_else(|| paper.foot.clone(), |read| [&paper.foot, " ", &read].concat()),
            glosses: EN.on_papers,
            blocks: paper.blocks.into_iter().map(|block| Block { tree: with(&block.tree), ..block }).collect(),
            ..paper
        }
    }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
}

/// The reading of words that are known as a whole.
fn find<'t>(texts: impl IntoIterator<Item = &'t (String, String)>, words: &str) -> Option<String> {
    texts.into_iter().find(|(other, _)| other == words).map(|(_, reading)| reading.clone())
}

/// A day in English: 2021年9月30日 is 30 September 2021.
fn day(words: &str) -> Option<String> {
    let (year, rest) = words.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let number = |words: &str| words.parse().ok();
    Some(sentences::day((number(year)?, number(month)?, number(rest.strip_suffix('日')?)?)))
}
