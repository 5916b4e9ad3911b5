//! Gives every task and measure an id that is unique in its plan.

use crate::domain::plan::{Measure, MeasureId, Section, Task, TaskId};
use std::collections::HashSet;

/// Numbers the tasks: as printed if no number repeats; with their section if numbers restart; by their place if
/// they still repeat, or are not printed. `printed` has one entry per task. Returns whether the printed numbers alone did not do.
pub fn number(tasks: &mut [Task], sections: &[Section], printed: &[Option<u16>]) -> bool {
    let mut section_of = vec![0_u16; tasks.len()];
    for section in sections {
        for entry in section_of.get_mut(section.tasks.start..section.tasks.end).unwrap_or_default() {
            *entry = section.no;
        }
    }
    let plain = |i: usize| Some(TaskId { section: 0, task: printed.get(i).copied().flatten()? });
    let within =
        |i: usize| Some(TaskId { section: section_of.get(i).copied()?, task: printed.get(i).copied().flatten()? });
    let none_printed = printed.iter().all(Option::is_none);
    let mut repeats = false;
    let ids = unique(tasks.len(), plain).or_else(|| {
        repeats = !none_printed;
        unique(tasks.len(), within)
    });
    for (i, task) in tasks.iter_mut().enumerate() {
        task.id = ids.as_ref().and_then(|ids| ids.get(i).copied()).unwrap_or_else(|| by_place(i));
        number_measures(task.id, &mut task.measures);
    }
    repeats
}

/// The ids, if every task has one and none repeats.
fn unique(count: usize, id: impl Fn(usize) -> Option<TaskId>) -> Option<Vec<TaskId>> {
    let ids: Option<Vec<TaskId>> = (0..count).map(id).collect();
    let mut seen = HashSet::new();
    ids.filter(|ids| ids.iter().all(|id| seen.insert(*id)))
}

/// The id of the task at this place. Beyond the largest number, the section counts how often it was passed.
fn by_place(i: usize) -> TaskId {
    let most = usize::from(u16::MAX);
    let narrow = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    TaskId { section: narrow(i / most), task: narrow(i % most + 1) }
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
        measure.id = MeasureId { task, n };
    }
}
