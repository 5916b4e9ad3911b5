//! Where the tasks and measures of a plan stand, by their ids, and what is printed of that.

use super::ids::{Label, MeasureId, TaskId, TaskLabel};
use super::plan::{Measure, Plan, Task};

impl Plan {
    /// The place of a task in [`Plan::tasks`].
    pub fn task_place(&self, id: TaskId) -> Option<usize> {
        // Tasks mostly come in the order of their ids.
        let likely = self.tasks.partition_point(|task| task.id < id);
        self.find(likely, &|task| (task.id == id).then_some(0)).map(|(task, _)| task)
    }

    /// The place of the measure's task in [`Plan::tasks`], and its own in that.
    pub fn measure_place(&self, id: MeasureId) -> Option<(usize, usize)> {
        // Measures mostly stand in the task that their ids were given in.
        let likely = self.task_place(id.parts().0).unwrap_or_default();
        self.find(likely, &|task| task.measures.iter().position(|measure| measure.id == id))
    }

    /// The task in which something is found, and where in it: the likely one is looked at first, then all behind it, then the others.
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
