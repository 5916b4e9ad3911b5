//! Gives every task the number by which it is printed, and every task and measure a fresh id, spelled like that.
//!
//! Both are unique in the plan and follow from the text alone. Whoever reads a text anew in the place of another gives its tasks and
//! measures the ids that they have there ([`super::carry`]).

use super::plan::{Measure, MeasureId, Section, Task, TaskId, TaskLabel};
use std::collections::HashSet;

/// How the numbers of tasks follow from those that are printed; each with the place of the first task that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// They are those, or none is printed.
    AsPrinted,
    /// They begin anew from section to section, and carry the section.
    WithSection(usize),
    /// One stands twice in a section: all count the tasks.
    Repeating(usize),
    /// Some tasks have none: all count the tasks.
    Missing(usize),
}

/// Numbers the tasks: as printed if no number repeats; with their section if numbers restart; by their place if
/// they still repeat, or are not printed. `printed` has one entry per task.
pub fn number(tasks: &mut [Task], sections: &[Section], printed: &[Option<u16>]) -> Numbered {
    let mut section_of = vec![0_u16; tasks.len()];
    for section in sections {
        section_of[section.tasks.start..section.tasks.end].fill(section.no);
    }
    let plain = || printed.iter().map(|task| Some(TaskLabel { section: 0, task: (*task)? }));
    let within =
        || section_of.iter().zip(printed).map(|(section, task)| Some(TaskLabel { section: *section, task: (*task)? }));
    let (labels, numbered) = if let Some(labels) = unique(plain()) {
        (Some(labels), Numbered::AsPrinted)
    } else if let Some(missing) = printed.iter().position(Option::is_none) {
        let none_printed = printed.iter().all(Option::is_none);
        (None, if none_printed { Numbered::AsPrinted } else { Numbered::Missing(missing) })
    } else if let Some(labels) = unique(within()) {
        (Some(labels), Numbered::WithSection(repeating(plain())))
    } else {
        (None, Numbered::Repeating(repeating(within())))
    };
    let labels = labels.unwrap_or_else(|| (0..tasks.len()).map(by_place).collect());
    for (task, label) in tasks.iter_mut().zip(labels) {
        (task.no, task.id) = (label, TaskId::given(label));
        number_measures(task.id, &mut task.measures);
    }
    numbered
}

/// The place of the first label that stands before, too.
fn repeating(mut labels: impl Iterator<Item = Option<TaskLabel>>) -> usize {
    let mut seen = HashSet::new();
    labels.position(|label| !seen.insert(label)).unwrap_or_default()
}

/// The labels; `None` where a task has none, or one repeats.
fn unique(labels: impl Iterator<Item = Option<TaskLabel>>) -> Option<Vec<TaskLabel>> {
    let labels: Option<Vec<TaskLabel>> = labels.collect();
    let mut seen = HashSet::new();
    labels.filter(|labels| labels.iter().all(|label| seen.insert(*label)))
}

/// The label of the task at this place. Beyond the largest number, the section counts how often it was passed.
fn by_place(i: usize) -> TaskLabel {
    let most = usize::from(u16::MAX);
    let narrow = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    TaskLabel { section: narrow(i / most), task: narrow(i % most + 1) }
}

fn number_measures(task: TaskId, measures: &mut Vec<Measure>) {
    // More sentences than there are numbers: the last one holds the rest, so that ids stay unique.
    let most = usize::from(u16::MAX);
    if measures.len() > most
        && let Some(end) = measures.last().map(|m| m.span.end)
    {
        measures.truncate(most);
        if let Some(last) = measures.last_mut() {
            last.span.end = end;
        }
    }
    for (n, measure) in (1..=u16::MAX).zip(measures.iter_mut()) {
        measure.id = MeasureId::given(task, n);
    }
}
