//! A plan as lists of headings, each with what stands under it, so that headings can come, go and move; and the way back.

use super::correction::{Kind, Sense};
use crate::domain::numbering::number;
use crate::domain::plan::{Passage, Plan, Section, Task};
use crate::domain::span::Span;

/// A plan whose headings are taken out of it. What is not in the lists is in the plan.
pub struct Outline {
    /// The plan, without passages, sections and tasks.
    pub plan: Plan,
    /// The passages before the tasks.
    pub general: Vec<Flat>,
    /// Sections, each before its tasks, and tasks.
    pub works: Vec<Work>,
    /// The passages behind the tasks.
    pub standing: Vec<Flat>,
}

/// A section or a task.
pub enum Work {
    /// A section; its range of tasks means nothing.
    Section(Section),
    /// A task of the section before it in the list.
    Task(Task),
}

/// A passage without those inside it.
pub struct Flat {
    /// The passage; its `duties` are empty.
    pub passage: Passage,
    /// In how many other passages it lies.
    pub depth: usize,
}

/// The heading under which a place stands, by its index in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// No heading is before it.
    Nothing,
    /// An index into [`Outline::works`].
    Work(usize),
    /// An index into [`Outline::general`].
    General(usize),
    /// An index into [`Outline::standing`].
    Standing(usize),
}

impl Outline {
    /// Takes a plan apart.
    pub fn of(mut plan: Plan) -> Self {
        let (mut general, mut standing) = (Vec::new(), Vec::new());
        flatten(std::mem::take(&mut plan.general), 0, &mut general);
        flatten(std::mem::take(&mut plan.standing), 0, &mut standing);
        let mut works = Vec::new();
        let mut tasks = std::mem::take(&mut plan.tasks).into_iter();
        let mut taken = 0;
        for section in std::mem::take(&mut plan.sections) {
            let std::ops::Range { start, end } = section.tasks;
            let before = tasks.by_ref().take(start.saturating_sub(taken)).map(Work::Task);
            works.extend(before);
            works.push(Work::Section(section));
            works.extend(tasks.by_ref().take(end.saturating_sub(start)).map(Work::Task));
            taken = taken.max(end);
        }
        works.extend(tasks.map(Work::Task));
        Self { plan, general, works, standing }
    }

    /// Puts the plan together, with numbers and ids anew.
    pub fn into_plan(self, sense: &dyn Sense) -> Plan {
        let Self { mut plan, general, works, standing } = self;
        plan.general = nest(general);
        plan.standing = nest(standing);
        for work in works {
            match work {
                Work::Section(section) => push_section(&mut plan, section),
                Work::Task(task) => {
                    if plan.sections.is_empty() {
                        push_section(&mut plan, Section::default());
                    }
                    plan.tasks.push(task);
                    if let Some(section) = plan.sections.last_mut() {
                        section.tasks.end = plan.tasks.len();
                    }
                }
            }
        }
        let numbers = |task: &Task| (!task.label.is_empty()).then(|| sense.number(task.label)).flatten();
        let printed: Vec<Option<u16>> = plan.tasks.iter().map(numbers).collect();
        number(&mut plan.tasks, &plan.sections, &printed);
        plan
    }

    /// The heading under which an offset of the source stands.
    pub fn over(&self, at: usize) -> Over {
        let works = self.works.iter().enumerate().map(|(i, work)| (Over::Work(i), work.begin()));
        let general = self.general.iter().enumerate().map(|(i, flat)| (Over::General(i), flat.begin()));
        let standing = self.standing.iter().enumerate().map(|(i, flat)| (Over::Standing(i), flat.begin()));
        let all = general.chain(works).chain(standing);
        let before = all.filter_map(|(over, begin)| Some((begin.filter(|begin| *begin <= at)?, over)));
        // Of two that begin at once the later: a section without words begins with its first task.
        before.fold((0, Over::Nothing), |last, this| if this.0 >= last.0 { this } else { last }).1
    }

    /// The task under whose heading an offset stands: an index into [`Outline::works`].
    pub fn task_over(&self, at: usize) -> Option<usize> {
        let Over::Work(place) = self.over(at) else { return None };
        matches!(self.works.get(place), Some(Work::Task(_))).then_some(place)
    }

    /// How many tasks are before a place in the list of works.
    pub fn tasks_before(&self, place: usize) -> usize {
        self.works.iter().take(place).filter(|work| matches!(work, Work::Task(_))).count()
    }

    /// All tasks.
    pub fn tasks_mut(&mut self) -> impl Iterator<Item = &mut Task> {
        self.works.iter_mut().filter_map(|work| if let Work::Task(task) = work { Some(task) } else { None })
    }
}

fn push_section(plan: &mut Plan, section: Section) {
    let no = u16::try_from(plan.sections.len() + 1).unwrap_or(u16::MAX);
    let tasks = plan.tasks.len()..plan.tasks.len();
    plan.sections.push(Section { no, tasks, ..section });
}

fn flatten(passages: Vec<Passage>, depth: usize, flat: &mut Vec<Flat>) {
    for mut passage in passages {
        let duties = std::mem::take(&mut passage.duties);
        flat.push(Flat { passage, depth });
        flatten(duties, depth + 1, flat);
    }
}

/// The passages, each in the last one before it that is less deep.
fn nest(flat: Vec<Flat>) -> Vec<Passage> {
    let mut all = Vec::new();
    // Those that are still open, from the outermost on.
    let mut open: Vec<Flat> = Vec::new();
    for next in flat {
        close(&mut open, next.depth, &mut all);
        open.push(next);
    }
    close(&mut open, 0, &mut all);
    all
}

/// Closes the passages that are this deep or deeper.
fn close(open: &mut Vec<Flat>, depth: usize, all: &mut Vec<Passage>) {
    while let Some(last) = open.pop_if(|last| last.depth >= depth) {
        let into = open.last_mut().map_or(&mut *all, |outer| &mut outer.passage.duties);
        into.push(last.passage);
    }
}

impl Work {
    /// Where it begins; `None` if it has no words. Who answers may stand anywhere.
    pub fn begin(&self) -> Option<usize> {
        match self {
            Self::Section(section) => (!section.title.is_empty()).then(|| section.title.begins()),
            Self::Task(task) => {
                // A section begins with its words, too: of what heads both, the task is the later.
                let heading = if task.title.is_empty() { task.label } else { task.title };
                begin([heading].into_iter().chain(task.measures.iter().map(|measure| measure.span)))
            }
        }
    }

    /// What its heading is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Section(_) => Kind::Section,
            Self::Task(_) => Kind::Task,
        }
    }

    /// The section, if it is one.
    pub fn as_section(&mut self) -> Option<&mut Section> {
        if let Self::Section(section) = self { Some(section) } else { None }
    }

    /// The words of its heading.
    pub fn title(&self) -> Span {
        match self {
            Self::Section(section) => section.title,
            Self::Task(task) => task.title,
        }
    }

    /// Sets the words of its heading.
    pub fn set_title(&mut self, title: Span) {
        match self {
            Self::Section(section) => section.title = title,
            Self::Task(task) => task.title = title,
        }
    }
}

impl Flat {
    /// Where it begins; `None` if it has no words.
    pub fn begin(&self) -> Option<usize> {
        begin([self.passage.label, self.passage.title].into_iter().chain(self.passage.paragraphs.iter().copied()))
    }
}

/// Where the first of these places begins that has words.
fn begin(spans: impl Iterator<Item = Span>) -> Option<usize> {
    spans.filter(|span| !span.is_empty()).map(Span::begins).min()
}
