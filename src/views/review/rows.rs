//! What was read of a plan, as rows from top to bottom, in lots that are drawn one by one.

use crate::domain::plan::Plan;
use crate::domain::taken::Taken;
use std::ops::Range;

/// A row, or a few of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The title and the particulars.
    Head,
    /// A heading over sections: the first of them, and its place there.
    Upper(usize, usize),
    /// The heading of a section.
    Section(usize),
    /// The number and title of a task.
    Task(usize),
    /// Some measures of a task.
    Measures(usize, Range<usize>),
    /// Who answers for a task as a whole, and by when.
    Foot(usize),
    /// The standing duties of a passage.
    Duties(usize),
}

/// So many measures stand in a row of them.
const MEASURES: usize = 40;

/// All rows of a plan.
pub fn rows(plan: &Plan) -> Vec<Row> {
    let mut rows = vec![Row::Head];
    let mut next = 0;
    let mut tasks = |until: usize, rows: &mut Vec<Row>| {
        while next < until.min(plan.tasks.len()) {
            rows.push(Row::Task(next));
            let all = plan.tasks[next].measures.len();
            rows.extend((0..all).step_by(MEASURES).map(|at| Row::Measures(next, at..all.min(at + MEASURES))));
            rows.push(Row::Foot(next));
            next += 1;
        }
    };
    for (place, section) in plan.sections.iter().enumerate() {
        tasks(section.tasks.start, &mut rows);
        let before = place.checked_sub(1).and_then(|before| plan.sections.get(before));
        rows.extend(section.opened(before).map(|(at, _)| Row::Upper(place, at)));
        if !section.title.is_empty() {
            rows.push(Row::Section(place));
        }
        tasks(section.tasks.end, &mut rows);
    }
    tasks(plan.tasks.len(), &mut rows);
    let standing = plan.standing.iter().enumerate().filter(|(_, passage)| !passage.duties.is_empty());
    rows.extend(standing.map(|(place, _)| Row::Duties(place)));
    rows
}

/// The rows in lots of about `size` measures and headings. A lot begins with a heading unless a task is very long.
pub fn lots(rows: &[Row], size: usize) -> Vec<Range<usize>> {
    let mut lots = Vec::new();
    let (mut start, mut weight) = (0, 0);
    for (place, row) in rows.iter().enumerate() {
        let heads = matches!(row, Row::Upper(..) | Row::Section(_) | Row::Task(_));
        let after_section = place > 0 && matches!(rows[place - 1], Row::Upper(..) | Row::Section(_));
        if weight >= size && heads && !after_section || weight >= 2 * size {
            lots.push(start..place);
            (start, weight) = (place, 0);
        }
        weight += if let Row::Measures(_, of) = row { of.len() } else { 1 };
    }
    lots.push(start..rows.len());
    lots
}

/// The row in which a thing is shown.
pub fn row_of(plan: &Plan, rows: &[Row], taken: Taken) -> Option<usize> {
    let is = |row: &Row| match (row, taken) {
        (Row::Head, Taken::Title | Taken::Notice) => true,
        (Row::Section(own), Taken::Section(section)) => *own == section,
        (Row::Upper(own, at), Taken::Upper(section, upper)) => (*own, *at) == (section, upper),
        (Row::Task(own), Taken::Task(task)) | (Row::Foot(own), Taken::Deadline(task, _)) => *own == task,
        (Row::Measures(own, of), Taken::Measure(task, measure) | Taken::Target(task, measure, _)) => {
            *own == task && of.contains(&measure)
        }
        (Row::Measures(own, of), Taken::Statement(task, statement) | Taken::Name(task, statement, _)) => {
            *own == task && speaks_of(plan, task, statement).is_some_and(|measure| of.contains(&measure))
        }
        (Row::Foot(own), Taken::Statement(task, statement) | Taken::Name(task, statement, _)) => {
            *own == task && speaks_of(plan, task, statement).is_none()
        }
        (Row::Duties(own), Taken::Duty(passage, _)) => *own == passage,
        _ => false,
    };
    rows.iter().position(is)
}

/// The measure of which alone a statement of a task speaks, if it does.
pub fn speaks_of(plan: &Plan, task: usize, statement: usize) -> Option<usize> {
    plan.tasks.get(task)?.measures.iter().position(|measure| measure.responsibility == Some(statement))
}
