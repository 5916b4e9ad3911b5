//! Finds the tasks and measures of a plan by their ids and labels.

use super::ids::{Label, MeasureId, TaskId, TaskLabel};
use super::plan::{Measure, Plan, Task};

impl Plan {
    /// The place of a task in [`Plan::tasks`]; `None` if the plan does not have it.
    pub fn task_place(&self, id: TaskId) -> Option<usize> {
        // Tasks mostly come in the order of their ids.
        let likely = self.tasks.partition_point(|task| task.id < id);
        self.find(likely, &|task| (task.id == id).then_some(0)).map(|(task, _)| task)
    }

    /// The place of a measure's task in [`Plan::tasks`], and of the measure within the task; `None` if the plan does not have it.
    pub fn measure_place(&self, id: MeasureId) -> Option<(usize, usize)> {
        // Measures mostly stand in the task that their ids were given in.
        let likely = self.task_place(id.parts().0).unwrap_or_default();
        self.find(likely, &|task| task.measures.iter().position(|measure| measure.id == id))
    }

    /// The first task in which `within` finds something, and its place there: tries the likely task, then those after it,
    /// then those before.
    fn find(&self, likely: usize, within: &dyn Fn(&Task) -> Option<usize>) -> Option<(usize, usize)> {
        let count = self.tasks.len();
        for task in likely..likely + count {
            let task = task % count;
            if let Some(place) = within(&self.tasks[task]) {
                return Some((task, place));
            }
        }
        None
    }

    /// The task with this id.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(self.task_place(id)?)
    }

    /// The task in which a measure stands.
    pub fn task_of(&self, id: MeasureId) -> Option<&Task> {
        self.tasks.get(self.measure_place(id)?.0)
    }

    /// The measure with this id.
    pub fn measure(&self, id: MeasureId) -> Option<&Measure> {
        let (task, n) = self.measure_place(id)?;
        self.tasks.get(task)?.measures.get(n)
    }

    /// The label of a task; `0`, which no task has, if the plan does not have the task.
    pub fn task_label(&self, id: TaskId) -> TaskLabel {
        self.task(id).map(|task| task.no).unwrap_or_default()
    }

    /// The label of a measure; `0.0`, which no measure has, if the plan does not have the measure.
    pub fn label(&self, id: MeasureId) -> Label {
        let label = |(task, n): (usize, usize)| self.tasks.get(task).map(|task| task.label_of(n));
        self.measure_place(id).and_then(label).unwrap_or_default()
    }

    /// The task with this label.
    pub fn task_labelled(&self, label: TaskLabel) -> Option<&Task> {
        self.tasks.iter().find(|task| task.no == label)
    }

    /// The measure with this label.
    pub fn measure_labelled(&self, label: Label) -> Option<&Measure> {
        self.task_labelled(label.task)?.measures.get(usize::from(label.n).checked_sub(1)?)
    }
}

impl Task {
    /// The label of the task's measure at this place, from 0.
    pub fn label_of(&self, place: usize) -> Label {
        Label { task: self.no, n: u16::try_from(place + 1).unwrap_or_default() }
    }
}
