//! The rows of the list. A row is updated only when what it shows differs, and its view follows nothing else.

use crate::domain::dues::Due;
use crate::domain::ordered::Ordered;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::rollup::{Count, Standing};
use leptos::prelude::*;

/// What the list shows of a measure, a task or a heading. One type for all three, so that the code that follows it exists once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is one thing that a row shows")]
pub struct Row {
    /// Whether the row, or a row under it, is in the list now: shown by the filter, or changed a moment ago.
    pub shown: bool,
    /// Whether the address points at the row.
    pub pointed: bool,
    /// For a measure: whether its report is open.
    pub open: bool,
    /// For a measure: whether it can be read only.
    pub only_read: bool,
    /// For a measure: its standing.
    pub standing: Standing,
    /// For a measure: how near its day is.
    pub due: Due,
    /// For a measure or task: a number for everything that its text was last drawn with.
    pub drawn: u64,
    /// For a task: a number for everything that its bodies were last drawn with.
    pub named: u64,
    /// For a task or heading: how many of its measures the party has done.
    pub count: Count,
    /// For a heading: how many of its measures are reported or done.
    pub made: usize,
}

/// The rows of all measures, tasks and headings of the plan.
pub(super) struct Rows {
    /// In the order of the ids, each with the number of measures before it in the plan.
    pub(super) measures: Vec<(MeasureId, usize, ArcRwSignal<Row>)>,
    /// In the order of [`Plan::tasks`].
    pub(super) tasks: Vec<ArcRwSignal<Row>>,
    /// In the order of [`Plan::sections`], then the heading of the undetermined tasks.
    pub(super) headings: Vec<ArcRwSignal<Row>>,
}

impl Rows {
    /// The rows of a plan, nothing shown yet.
    pub(super) fn of(plan: &Plan) -> Self {
        let row = || ArcRwSignal::new(Row::default());
        let ids: Ordered<_> = plan.measures().enumerate().map(|(nth, measure)| (measure.id, nth)).collect();
        Self {
            measures: ids.iter().map(|(id, nth)| (*id, *nth, row())).collect(),
            tasks: plan.tasks.iter().map(|_| row()).collect(),
            headings: (0..=plan.sections.len()).map(|_| row()).collect(),
        }
    }

    /// The place of a measure's row, or the place to insert it.
    pub(super) fn place(&self, id: MeasureId) -> usize {
        self.measures.partition_point(|(other, ..)| *other < id)
    }
}
