//! Whose a deadline is that stands beside measures of a task, each of which has one: 完成時限 on a line behind each, or in a cell of
//! each row of a table, where one and the same statement may speak of all rows.

use super::plan::{Measure, Plan, Task};
use super::span::Span;

/// The deadline of each measure of a task, one for each; none at all where it is not plain whose each is. `deadlines` are those that
/// stand in none of its measures and in no statement on some of them.
pub fn of(plan: &Plan, task: &Task, deadlines: &[Span]) -> Vec<Span> {
    // What a heading says is of all.
    let mut deadlines: Vec<Span> = deadlines.iter().filter(|span| !task.title.contains(**span)).copied().collect();
    deadlines.sort_unstable();
    if deadlines.len() < 2 || task.measures.len() < 2 {
        return Vec::new();
    }
    behind(plan, &task.measures, &deadlines).or_else(|| before(plan, &task.measures, &deadlines)).unwrap_or_default()
}

/// The deadlines of measures where each stands behind what it is of.
fn behind(plan: &Plan, measures: &[Measure], deadlines: &[Span]) -> Option<Vec<Span>> {
    let starts = measures.iter().skip(1).map(|next| next.span.start).chain([u32::MAX]);
    let own = |(measure, next): (&Measure, u32)| last_of(deadlines, measure.span.end, next);
    let own: Vec<Option<Span>> = measures.iter().zip(starts).map(own).collect();
    let of_rows =
        own.iter().zip(measures).all(|(due, measure)| due.is_none_or(|due| in_one_row(plan, measure.span, due)));
    // What goes on with the next measure has that of it.
    let mut later = own;
    for place in (1..measures.len()).rev() {
        if later[place - 1].is_none() && go_on(plan, &measures[place - 1], &measures[place]) {
            later[place - 1] = later[place];
        }
    }
    // A blank cell is merged with the one above.
    several(later.into_iter().scan(None, |above, due| {
        *above = due.or(above.filter(|_| of_rows));
        Some(*above)
    }))
}

/// The deadlines of measures where each stands before what it is of, in a row of a table.
fn before(plan: &Plan, measures: &[Measure], deadlines: &[Span]) -> Option<Vec<Span>> {
    let ends = std::iter::once(0).chain(measures.iter().map(|measure| measure.span.end));
    let own = |(measure, since): (&Measure, u32)| last_of(deadlines, since, measure.span.start);
    let own: Vec<Option<Span>> = measures.iter().zip(ends).map(own).collect();
    let of_rows =
        own.iter().zip(measures).all(|(due, measure)| due.is_none_or(|due| in_one_row(plan, due, measure.span)));
    // One behind the last measure is of no row.
    let behind = measures.last().is_none_or(|last| deadlines.iter().any(|due| due.start >= last.span.end));
    several(own.into_iter().scan(None, |above, due| {
        *above = due.or(*above);
        Some(above.filter(|_| of_rows && !behind))
    }))
}

/// The last of some deadlines, in printed order, that begins between two places.
fn last_of(deadlines: &[Span], start: u32, end: u32) -> Option<Span> {
    let place = deadlines.partition_point(|due| due.start < end).checked_sub(1)?;
    deadlines.get(place).filter(|due| due.start >= start).copied()
}

/// Whether two measures stand in one paragraph or cell, or one statement on some measures speaks of both.
fn go_on(plan: &Plan, one: &Measure, next: &Measure) -> bool {
    let between = plan.text(Span { start: one.span.end, end: next.span.start });
    one.responsibility.is_some() && one.responsibility == next.responsibility || between.chars().all(|c| c == ' ')
}

/// Whether two pieces stand in one row of a table.
fn in_one_row(plan: &Plan, first: Span, second: Span) -> bool {
    let between = plan.text(Span { start: first.end, end: second.start });
    between.contains(['\t', '|', '｜']) && !between.contains('\n')
}

/// What was found, if there is one for each and they are not all the same.
fn several(found: impl Iterator<Item = Option<Span>>) -> Option<Vec<Span>> {
    let found: Vec<Span> = found.collect::<Option<_>>()?;
    found.windows(2).any(|pair| pair[0] != pair[1]).then_some(found)
}
