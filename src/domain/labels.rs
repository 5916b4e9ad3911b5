//! Where the tasks and measures of a plan stand, by their ids, and what is printed of that.

use super::ids::{Label, MeasureId, TaskId, TaskLabel};
use super::plan::{Measure, Plan, Task};

impl Plan {
    /// The place of a task in [`Plan::tasks`].
    pub fn task_place(&self, id: TaskId) -> Option<usize> {
        // Most plans have their tasks in the order of their ids; others are searched from end to end.
        let place = self.tasks.binary_search_by(|task| task.id.cmp(&id)).ok();
        place.or_else(|| self.tasks.iter().position(|task| task.id == id))
    }

    /// The place of the measure's task in [`Plan::tasks`], and its own in that.
    pub fn measure_place(&self, id: MeasureId) -> Option<(usize, usize)> {
        // Most measures stand where their ids were given.
        let (task, n) = id.parts();
        let within = |i: usize| {
            let measures = &self.tasks.get(i)?.measures;
            let is_it = |place: &usize| measures.get(*place).is_some_and(|measure| measure.id == id);
            let place = usize::from(n).checked_sub(1).filter(is_it);
            Some((i, place.or_else(|| measures.iter().position(|measure| measure.id == id))?))
        };
        self.task_place(task).into_iter().chain(0..self.tasks.len()).find_map(within)
    }

    /// The task of this id.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(self.task_place(id)?)
    }

    /// The task that a measure stands in.
    pub fn task_of(&self, id: MeasureId) -> Option<&Task> {
        self.tasks.get(self.measure_place(id)?.0)
    }

    /// The measure of this id.
    pub fn measure(&self, id: MeasureId) -> Option<&Measure> {
        let (task, n) = self.measure_place(id)?;
        self.tasks.get(task)?.measures.get(n)
    }

    /// What is printed as a task's number; `0`, which is nobody's, if the plan does not have the task.
    pub fn task_label(&self, id: TaskId) -> TaskLabel {
        self.task(id).map(|task| task.no).unwrap_or_default()
    }

    /// What is printed as a measure's number; `0.0`, which is nobody's, if the plan does not have the measure.
    pub fn label(&self, id: MeasureId) -> Label {
        let label = |(task, n): (usize, usize)| self.tasks.get(task).map(|task| task.label_of(n));
        self.measure_place(id).and_then(label).unwrap_or_default()
    }

    /// The task that is printed with this number.
    pub fn task_labelled(&self, label: TaskLabel) -> Option<&Task> {
        self.tasks.iter().find(|task| task.no == label)
    }

    /// The measure that is printed with this number.
    pub fn measure_labelled(&self, label: Label) -> Option<&Measure> {
        self.task_labelled(label.task)?.measures.get(usize::from(label.n).checked_sub(1)?)
    }
}

impl Task {
    /// What is printed as the number of its measure at this place, from 0.
    pub fn label_of(&self, place: usize) -> Label {
        Label { task: self.no, n: u16::try_from(place + 1).unwrap_or_default() }
    }
}
