//! Which tasks, measures and units keep their ids when a text is read again, after a correction or for a revision.
//!
//! A fresh reading gives fresh ids, spelled like the labels of the moment. They are replaced with the ids of the old plan:
//! [`carry_ids`] does so where a person mended the reading, whose names hold; [`carry`] carries the keys of units, too.
//!
//! - A *task* is the same if it has the same words; else if it holds at least half of the old task's sentences, or some of
//!   them under the same title; else if it has the same title, in order among the tasks that are left.
//! - A *measure* is the same if it has the same words in the same task, in order as far as possible; else, in any task, if
//!   its words occur exactly once in each of both plans.
//! - White space and script make no difference. One other word does: then it is a measure that nobody has reported on.
//! - Of a plan that a person mended the source is the same, so a measure is first of all the one that begins at the same place of it.
//!   When a measure is split, its first part keeps the id; when two are joined, they have the id of the first. The ids that no measure
//!   has any more are remembered with their places ([`Gone`]), and given back when a measure begins there again.
//!
//! What is new gets an id that nothing ever had. For that a plan remembers the highest ids that are gone ([`Plan::given`],
//! [`super::plan::Task::given`]).

use super::bodies::{carry_keys, hold_keys};
use super::common::common;
use super::ids::{MeasureId, TaskId, TaskLabel};
use super::plan::Plan;
use super::script::fold_text;
use super::span::Span;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// The id of a measure that is gone from a plan that was mended, and the place of the source where it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The id.
    pub id: MeasureId,
    /// The place.
    pub at: Span,
}

/// Gives the tasks, measures and units of `new` the ids and keys that the same ones have in `old`, and ids of their own to
/// all others. The ids that `new` had before do not matter. Carrying twice makes no difference.
pub fn carry(old: &Plan, new: &mut Plan) {
    carry_keys(old, new);
    carry_tasks(old, &[], new, HashMap::new());
}

/// The same for a plan that a person mended, in which bodies are named as that person says: its units keep their names, and
/// only those keys of the old plan that no unit has stay beside them. `gone` are the measures that were gone from the old plan;
/// those that are gone from the new one are returned.
pub fn carry_ids(old: &Plan, gone: &[Gone], new: &mut Plan) -> Vec<Gone> {
    hold_keys(old, new);
    let is_same_text = old.source == new.source;
    let gone = if is_same_text { gone } else { &[] };
    let there = old.measures().map(|measure| Gone { id: measure.id, at: measure.span });
    let ids: HashSet<MeasureId> = old.measures().map(|measure| measure.id).collect();
    let all: Vec<Gone> = there.chain(gone.iter().copied().filter(|gone| !ids.contains(&gone.id))).collect();
    let mut begin: HashMap<u32, MeasureId> = HashMap::new();
    for Gone { id, at } in all.iter().filter(|_| is_same_text) {
        begin.entry(at.start).or_insert(*id);
    }
    carry_tasks(old, gone, new, begin);
    let mut there: HashSet<MeasureId> = new.measures().map(|measure| measure.id).collect();
    all.into_iter().filter(|gone| is_same_text && there.insert(gone.id)).collect()
}

/// Gives the ids. `begin` are the ids of measures that are known by where they begin.
fn carry_tasks(old: &Plan, gone: &[Gone], new: &mut Plan, mut begin: HashMap<u32, MeasureId>) {
    let mut words = Words::default();
    let (before, after) = (Texts::of(old, &mut words), Texts::of(new, &mut words));
    let both = before.once(&words).into_iter().zip(after.once(&words));
    let once: Vec<(Place, Place)> = both.filter_map(|(mine, theirs)| mine.zip(theirs)).collect();
    let tasks = same_tasks(&before, &after, &once);
    let by_place = new.tasks.iter().map(|task| task.measures.iter().map(|one| begin.remove(&one.span.start)).collect());
    let mut ids: Vec<Vec<Option<MeasureId>>> = by_place.collect();
    let mut taken: HashSet<MeasureId> = ids.iter().flatten().flatten().copied().collect();
    let by_words = same_measures(&before, &after, &once, &tasks);
    for (id, same) in ids.iter_mut().flatten().zip(by_words.into_iter().flatten()) {
        let same = same.map(|(task, n)| old.tasks[task].measures[n].id);
        *id = id.or(same.filter(|same| taken.insert(*same)));
    }
    give(old, gone, new, &tasks, &ids);
}

/// The place of a task in the plan, and of a measure in the task, both from 0.
type Place = (usize, usize);

/// Numbers for wordings, and for the contents of tasks: the same words get the same number.
#[derive(Default)]
struct Words {
    texts: HashMap<String, usize>,
    tasks: HashMap<(Option<usize>, Vec<usize>), usize>,
}

impl Words {
    fn number(&mut self, text: &str) -> usize {
        let is_seen = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
        let next = self.texts.len();
        *self.texts.entry(fold_text(text).chars().filter(is_seen).collect()).or_insert(next)
    }
}

/// The texts of a plan as numbers.
struct Texts {
    /// The title of each task; `None` where it has none.
    titles: Vec<Option<usize>>,
    /// The measures of each task, in order.
    measures: Vec<Vec<usize>>,
    /// The whole content of each task.
    wholes: Vec<usize>,
}

impl Texts {
    fn of(plan: &Plan, words: &mut Words) -> Self {
        let (mut titles, mut measures, mut wholes) = (Vec::new(), Vec::new(), Vec::new());
        for task in &plan.tasks {
            let title = (!task.title.is_empty()).then(|| words.number(plan.text(task.title)));
            let own: Vec<usize> = task.measures.iter().map(|measure| words.number(plan.text(measure.span))).collect();
            let next = words.tasks.len();
            wholes.push(*words.tasks.entry((title, own.clone())).or_insert(next));
            measures.push(own);
            titles.push(title);
        }
        Self { titles, measures, wholes }
    }

    /// The place of each wording that exactly one measure has; `None` for other wordings.
    fn once(&self, words: &Words) -> Vec<Option<Place>> {
        let (mut once, mut seen) = (vec![None; words.texts.len()], vec![false; words.texts.len()]);
        for (task, measures) in self.measures.iter().enumerate() {
            for (n, word) in measures.iter().enumerate() {
                once[*word] = Some((task, n)).filter(|_| !seen[*word]);
                seen[*word] = true;
            }
        }
        once
    }
}

/// Which items of two lists are the same, as places in both.
struct Pairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Pairs {
    fn new(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new] }
    }

    /// Pairs two items, unless one of them is paired already.
    fn join(&mut self, old: usize, new: usize) {
        if self.of_old[old].is_none() && self.of_new[new].is_none() {
            (self.of_old[old], self.of_new[new]) = (Some(new), Some(old));
        }
    }

    /// Pairs many items, in their order.
    fn join_all(&mut self, pairs: impl IntoIterator<Item = (usize, usize)>) {
        for (old, new) in pairs {
            self.join(old, new);
        }
    }

    /// The places of one list that are not paired yet.
    fn left(places: &[Option<usize>]) -> Vec<usize> {
        (0..places.len()).filter(|place| places[*place].is_none()).collect()
    }
}

/// Pairs the tasks of two plans.
fn same_tasks(old: &Texts, new: &Texts, once: &[(Place, Place)]) -> Pairs {
    let mut same = Pairs::new(old.wholes.len(), new.wholes.len());
    same.join_all(common(&old.wholes, &new.wholes));

    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for ((i, _), (j, _)) in once {
        *shared.entry((*i, *j)).or_default() += 1;
    }
    let same_title = |i: usize, j: usize| old.titles[i].is_some() && old.titles[i] == new.titles[j];
    let half = |i: usize, j: usize| old.measures[i].len().max(new.measures[j].len()).div_ceil(2);
    let mut shared: Vec<_> = shared.into_iter().collect();
    shared.retain(|((i, j), n)| *n >= half(*i, *j) || same_title(*i, *j));
    shared.sort_unstable_by_key(|((i, j), n)| (Reverse(*n), !same_title(*i, *j), *i, *j));
    same.join_all(shared.into_iter().map(|(both, _)| both));

    let with_title = |titles: &[Option<usize>], places: &[Option<usize>]| -> (Vec<usize>, Vec<usize>) {
        Pairs::left(places).into_iter().filter_map(|place| Some((place, titles[place]?))).unzip()
    };
    let (rest, mine) = with_title(&old.titles, &same.of_old);
    let (others, theirs) = with_title(&new.titles, &same.of_new);
    same.join_all(common(&mine, &theirs).into_iter().map(|(i, j)| (rest[i], others[j])));
    same
}

/// The place of the same measure in the old plan, for each measure of the new one.
fn same_measures(old: &Texts, new: &Texts, once: &[(Place, Place)], tasks: &Pairs) -> Vec<Vec<Option<Place>>> {
    let mut same: Vec<Vec<Option<Place>>> = Vec::new();
    for (j, theirs) in new.measures.iter().enumerate() {
        let Some(i) = tasks.of_new[j] else {
            same.push(vec![None; theirs.len()]);
            continue;
        };
        let mine = &old.measures[i];
        let mut own = Pairs::new(mine.len(), theirs.len());
        own.join_all(common(mine, theirs));
        // Measures that changed places within the task.
        let mut waiting: HashMap<usize, Vec<usize>> = HashMap::new();
        for m in Pairs::left(&own.of_old).into_iter().rev() {
            waiting.entry(mine[m]).or_default().push(m);
        }
        for n in Pairs::left(&own.of_new) {
            if let Some(m) = waiting.get_mut(&theirs[n]).and_then(Vec::pop) {
                own.join(m, n);
            }
        }
        same.push(own.of_new.into_iter().map(|m| m.map(|m| (i, m))).collect());
    }
    for (mine, (j, n)) in once {
        same[*j][*n] = same[*j][*n].or(Some(*mine));
    }
    same
}

/// Gives the ids to the new plan: to each measure the one that it has already, or else a new one.
fn give(old: &Plan, gone: &[Gone], new: &mut Plan, tasks: &Pairs, measures: &[Vec<Option<MeasureId>>]) {
    let mut given = Given::of(old, gone);
    for (j, task) in new.tasks.iter_mut().enumerate() {
        task.id = match tasks.of_new[j] {
            Some(i) => old.tasks[i].id,
            None => given.task(task.no),
        };
        for (measure, same) in task.measures.iter_mut().zip(&measures[j]) {
            measure.id = same.unwrap_or_else(|| given.measure(task.id));
        }
    }
    // Only ids that are gone need to be remembered.
    for task in &mut new.tasks {
        let numbers = task.measures.iter().map(|measure| measure.id.parts());
        let there = numbers.filter(|(of, _)| *of == task.id).map(|(_, n)| n).max().unwrap_or_default();
        let highest = given.numbers.get(&task.id).copied().unwrap_or_default();
        task.given = if highest > there { highest } else { 0 };
    }
    let there = new.tasks.iter().map(|task| task.id).max().unwrap_or_default();
    new.given = if given.highest > there { given.highest } else { TaskId::default() };
}

/// The ids ever given in a plan.
struct Given {
    /// The highest id of a task.
    highest: TaskId,
    /// The highest number of a measure, by the task in which it was given.
    numbers: HashMap<TaskId, u16>,
}

impl Given {
    fn of(plan: &Plan, gone: &[Gone]) -> Self {
        let tasks = plan.tasks.iter().map(|task| (task.id, task.given));
        let ids = plan.measures().map(|measure| measure.id).chain(gone.iter().map(|gone| gone.id));
        let all = tasks.chain(ids.map(MeasureId::parts));
        let mut given = Self { highest: plan.given, numbers: HashMap::new() };
        for (task, n) in all {
            given.highest = given.highest.max(task);
            let highest = given.numbers.entry(task).or_default();
            *highest = n.max(*highest);
        }
        given
    }

    /// The id of a new task: spelled like its label if that is higher than any id so far, else the next after the highest.
    fn task(&mut self, label: TaskLabel) -> TaskId {
        let TaskLabel { section, task } = self.highest.spelling();
        let next = match task.checked_add(1) {
            Some(task) => Some(TaskLabel { section, task }),
            None => section.checked_add(1).map(|section| TaskLabel { section, task: 1 }),
        };
        let own = Some(label).filter(|label| TaskId::given(*label) > self.highest);
        let id = own.or(next).map_or_else(|| self.spare(), TaskId::given);
        self.highest = self.highest.max(id);
        self.numbers.insert(id, 0);
        id
    }

    /// An unused id of a task, for a plan that already has the highest possible one. No text has so many tasks; a file might.
    fn spare(&self) -> TaskId {
        let all = (1..u16::MAX).flat_map(|section| (1..u16::MAX).map(move |task| TaskLabel { section, task }));
        all.map(TaskId::given).find(|id| !self.numbers.contains_key(id)).unwrap_or_default()
    }

    /// The id of a new measure: the next number in its task. If the numbers are used up, the id is given in another, unused
    /// task id.
    fn measure(&mut self, task: TaskId) -> MeasureId {
        let last = self.numbers.get(&task).copied().unwrap_or_default();
        let Some(n) = last.checked_add(1) else {
            let other = self.task(TaskLabel::default());
            return self.measure(other);
        };
        self.numbers.insert(task, n);
        MeasureId::given(task, n)
    }
}
