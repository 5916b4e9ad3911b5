//! The rows of the list: each is told what it shows when that is something else than before, and follows nothing else.

use crate::domain::ordered::Ordered;
use crate::domain::plan::{MeasureId, Plan};
use crate::domain::rollup::{Count, Standing};
use leptos::prelude::*;

/// What the list shows of a measure, a task or a heading. One type, so that the code that follows it is there once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Whether it is in the list now: shown by the filter, or changed a moment ago; or something under it is.
    pub shown: bool,
    /// Whether the address points at it.
    pub pointed: bool,
    /// Of a measure: whether its report is open.
    pub open: bool,
    /// Of a measure: how it stands.
    pub standing: Standing,
    /// Of a measure or task: with what its text was drawn last, as a number.
    pub drawn: u64,
    /// Of a task or heading: how much of what is under it the party has done.
    pub count: Count,
}

/// The rows of every list that can be opened.
pub(super) struct Rows {
    /// In the order of the ids; with each, how many come before it in the plan.
    pub(super) measures: Vec<(MeasureId, usize, ArcRwSignal<Row>)>,
    /// As [`Plan::tasks`].
    pub(super) tasks: Vec<ArcRwSignal<Row>>,
    /// As [`Plan::sections`], and the one for tasks of which the plan does not say whether they are the party's.
    pub(super) headings: Vec<ArcRwSignal<Row>>,
}

impl Rows {
    /// Rows that show nothing yet.
    pub(super) fn of(plan: &Plan) -> Self {
        let row = || ArcRwSignal::new(Row::default());
        let ids: Ordered<_> = plan.measures().enumerate().map(|(nth, measure)| (measure.id, nth)).collect();
        Self {
            measures: ids.iter().map(|(id, nth)| (*id, *nth, row())).collect(),
            tasks: plan.tasks.iter().map(|_| row()).collect(),
            headings: (0..=plan.sections.len()).map(|_| row()).collect(),
        }
    }

    /// Where the row of a measure is, or would be.
    pub(super) fn place(&self, id: MeasureId) -> usize {
        self.measures.partition_point(|(other, ..)| *other < id)
    }
}
