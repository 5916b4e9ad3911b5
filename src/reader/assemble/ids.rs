//! Gives every task and measure an id that is unique in its plan.

use crate::domain::plan::{Measure, MeasureId, Section, Task, TaskId};
use std::collections::HashSet;

/// Numbers the tasks: as printed if no number repeats; with their section if numbers restart; by their place if
/// they still repeat, or are not printed. `printed` has one entry per task. Returns whether the printed numbers alone did not do.
pub fn number(tasks: &mut [Task], sections: &[Section], printed: &[Option<u16>]) -> bool {
    let mut section_of = vec![0_u16; tasks.len()];
    for section in sections {
        section_of[section.tasks.start..section.tasks.end].fill(section.no);
    }
    let plain = printed.iter().map(|task| Some(TaskId { section: 0, task: (*task)? }));
    let within =
        section_of.iter().zip(printed).map(|(section, task)| Some(TaskId { section: *section, task: (*task)? }));
    let none_printed = printed.iter().all(Option::is_none);
    let mut repeats = false;
    let ids = unique(plain).or_else(|| {
        repeats = !none_printed;
        unique(within)
    });
    let ids = ids.unwrap_or_else(|| (0..tasks.len()).map(by_place).collect());
    for (task, id) in tasks.iter_mut().zip(ids) {
        task.id = id;
        number_measures(id, &mut task.measures);
    }
    repeats
}

/// The ids; `None` where a task has none, or one repeats.
fn unique(ids: impl Iterator<Item = Option<TaskId>>) -> Option<Vec<TaskId>> {
    let ids: Option<Vec<TaskId>> = ids.collect();
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
