//! An English reading beside the record: what each piece of a plan's text says, in English.
//!
//! The record stays as it is. A reading is kept as lines, one for each of [`records`]. It is found by the words of the record
//! and holds for that record alone: a plan of another text has none, and what a person cut otherwise is read in Chinese.

use super::plan::{Assignee, Passage, Plan, Target, Task};
use std::ops::Range;
use std::sync::OnceLock;

/// The English reading of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct English {
    record: String,
    /// So few are looked through; sorting them would cost a kilobyte of code.
    texts: Vec<Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    record: String,
    /// How it reads, with the words of targets in braces, and without.
    marked: String,
    plain: String,
}

/// The reading that was brought.
static AT_HAND: OnceLock<&'static English> = OnceLock::new();

/// Brings a reading.
pub fn bring(english: &'static English) {
    AT_HAND.get_or_init(|| english);
}

/// The reading that was brought, if it is one of this plan's record.
pub fn of(plan: &Plan) -> Option<&'static English> {
    AT_HAND.get().copied().filter(|english| english.record == plan.source)
}

impl English {
    /// The reading of a plan, of one line for each of its [`records`]; its title has its own in the plan.
    pub fn of(plan: &Plan, lines: &str) -> Self {
        let title = plan.meta.english.as_deref().map(|english| (plan.text(plan.meta.title), english));
        let all = records(plan).into_iter().zip(lines.lines()).chain(title);
        let entry = |(record, marked): (&str, &str)| Entry {
            record: record.to_owned(),
            marked: marked.to_owned(),
            plain: marked.replace(['{', '}'], ""),
        };
        let texts = all.map(entry).collect();
        Self { record: plan.source.clone(), texts }
    }

    /// How these words of the record read, with the words of targets in braces; `None` if they have no reading.
    pub fn marked(&self, record: &str) -> Option<&str> {
        self.entry(record).map(|entry| entry.marked.as_str())
    }

    /// How these words of the record read; `None` if they have no reading.
    pub fn plain(&self, record: &str) -> Option<&str> {
        self.entry(record).map(|entry| entry.plain.as_str())
    }

    fn entry(&self, record: &str) -> Option<&Entry> {
        self.texts.iter().find(|entry| entry.record == record)
    }

    /// The words of a target in the reading of the measure that sets it, given how many targets the measure sets before it.
    pub fn target(&self, measure: &str, place: usize) -> Option<String> {
        let (text, marks) = unmarked(self.marked(measure)?);
        text.get(marks.get(place)?.clone()).map(str::to_owned)
    }

    /// What a target counts, and in what; what has no reading is left out.
    pub fn counts(&self, target: &Target) -> (Option<&str>, Option<&str>) {
        (target.counts.as_deref().and_then(|counts| self.plain(counts)), self.plain(&target.unit))
    }
}

/// A text without its braces, and what stood between them, as ranges of bytes of that text.
pub fn unmarked(marked: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut marks) = (String::with_capacity(marked.len()), Vec::new());
    for part in marked.split('{') {
        let start = text.len();
        let (inside, after) = part.split_once('}').unwrap_or(("", part));
        text.push_str(inside);
        if !inside.is_empty() {
            marks.push(start..text.len());
        }
        text.push_str(after);
    }
    (text, marks)
}

/// The words of the record that a reading has a line for, in order: paragraphs and headings before the tasks, titles of sections
/// and tasks, measures, with what each of their targets counts and in what, headings and paragraphs after the tasks, and words for bodies without a name.
pub fn records(plan: &Plan) -> Vec<&str> {
    let mut all: Vec<&str> = plan.preamble.iter().map(|span| plan.text(*span)).collect();
    plan.general.iter().for_each(|passage| of_passage(plan, passage, &mut all));
    all.extend(plan.sections.iter().map(|section| plan.text(section.title)));
    all.extend(plan.tasks.iter().map(|task| plan.text(task.title)));
    for measure in plan.measures() {
        all.push(plan.text(measure.span));
        for target in &measure.targets {
            all.extend([target.counts.as_deref().unwrap_or_default(), &target.unit]);
        }
    }
    plan.standing.iter().for_each(|passage| of_passage(plan, passage, &mut all));
    all.extend(unnamed(plan));
    all
}

/// The words by which the plan means bodies without naming them, each once: `各縣區政府`.
pub fn unnamed(plan: &Plan) -> Vec<&str> {
    let mut all = Vec::new();
    for assigned in plan.tasks.iter().flat_map(Task::assigned) {
        let words = plan.text(assigned.span);
        if matches!(assigned.who, Assignee::Localities(_) | Assignee::Generic) && !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

fn of_passage<'a>(plan: &'a Plan, passage: &'a Passage, all: &mut Vec<&'a str>) {
    all.push(plan.text(passage.title));
    all.extend(passage.paragraphs.iter().map(|span| plan.text(*span)));
    passage.duties.iter().for_each(|duty| of_passage(plan, duty, all));
}
