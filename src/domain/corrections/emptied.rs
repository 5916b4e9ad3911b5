//! Tasks and duties that lose their words. A task is one by its heading; a numbered paragraph without one is a task, or a duty, only as
//! long as words stand under its number. Once these words are made something else, it is gone, and its number is nobody's.

use super::content::Content;
use super::correction::Kind;
use super::cut::dissolve_passage;
use super::outline::{Flat, Outline, Over, Work};
use super::pieces::{meet, turn};
use crate::domain::plan::{Measure, Piece, PieceKind, Plan, Task, TaskId};
use crate::domain::span::Span;

/// Whether a place is the number of a task without a heading.
pub fn is_number(task: &Task, at: Span) -> bool {
    task.title.is_empty() && task.label == at && !at.is_empty()
}

/// The words that a place stands for: the number of a task without a heading stands for the paragraph that it numbers.
pub fn paragraph_of(plan: &Plan, at: Span) -> Span {
    let Some(task) = plan.tasks.iter().find(|task| is_number(task, at)) else { return at };
    let parted = |measure: &Measure| task.responsibilities.iter().any(|said| meet(said.span, at.until(measure.span)));
    let own = task.measures.iter().take_while(|measure| measure.span.start >= at.end && !parted(measure));
    own.last().map_or(at, |last| at.through(last.span))
}

/// Which tasks and passages have words.
pub struct Worded {
    /// Tasks with a heading.
    headed: Vec<TaskId>,
    /// Tasks without one, but with measures.
    unheaded: Vec<TaskId>,
    /// The labels of passages without a heading, but with paragraphs.
    passages: Vec<Span>,
}

impl Outline {
    /// Which tasks and passages have words.
    pub fn worded(&self) -> Worded {
        let (mut headed, mut unheaded) = (Vec::new(), Vec::new());
        for work in &self.works {
            match work {
                Work::Task(task) if !task.title.is_empty() => headed.push(task.id),
                Work::Task(task) if !task.measures.is_empty() => unheaded.push(task.id),
                _ => {}
            }
        }
        let passages = self.general.iter().chain(&self.standing).map(|flat| &flat.passage);
        let passages = passages.filter(|passage| passage.title.is_empty() && !passage.paragraphs.is_empty());
        Worded { headed, unheaded, passages: passages.map(|one| one.label).collect() }
    }

    /// Takes the number from the task at a place of which it is all the heading. What stands under it goes to the task before.
    pub fn unnumber(&mut self, at: Span) -> bool {
        let is_it = |work: &Work| matches!(work, Work::Task(task) if is_number(task, at));
        let Some(place) = self.works.iter().position(is_it) else { return false };
        self.join_before(place, at.begins());
        true
    }

    /// Takes away the tasks that have no words any more: neither the heading that they had, nor a measure. With `headless` also those
    /// that have measures, but not their heading. `home` stays. Returns what still stands under them.
    pub fn take_lost(&mut self, worded: &Worded, home: Option<TaskId>, headless: bool) -> Content {
        let mut all = Content::default();
        for place in (0..self.works.len()).rev() {
            if let Some(task) = self.lost(place, worded)
                && (headless || task.measures.is_empty())
                && home != Some(task.id)
                && let Work::Task(mut task) = self.works.remove(place)
            {
                all.put_before(Content::of(&mut task));
            }
        }
        all
    }

    /// Makes the tasks that have measures, but no more the heading that began here, parts of those before them.
    pub fn join_headless(&mut self, worded: &Worded, begin: usize) {
        for place in (0..self.works.len()).rev() {
            if self.lost(place, worded).is_some() {
                self.join_before(place, begin);
            }
        }
    }

    /// The task at this place, if it has not the words any more that made it one.
    fn lost(&self, place: usize, worded: &Worded) -> Option<&Task> {
        let Some(Work::Task(task)) = self.works.get(place) else { return None };
        let is_emptied = task.measures.is_empty() && worded.unheaded.contains(&task.id);
        (task.title.is_empty() && (is_emptied || worded.headed.contains(&task.id))).then_some(task)
    }

    /// Makes the task whose heading began here, and is none any more, a part of the one before it. Where another heading is between
    /// them, or none is before, it is a task without one.
    fn join_before(&mut self, place: usize, begin: usize) {
        let Work::Task(mut task) = self.works.remove(place) else { return };
        let content = Content::of(&mut task);
        let before = place.checked_sub(1).filter(|before| self.over(begin) == Over::Work(*before));
        if let Some(Work::Task(before)) = before.and_then(|before| self.works.get_mut(before)) {
            content.join(before);
        } else if !content.is_idle() {
            task.label = Span::default();
            self.works.insert(place, Work::Task(content.into_task(task)));
        }
    }

    /// Takes away the passages among these that have no words any more.
    pub fn forget_emptied(&mut self, worded: &Worded) {
        for list in [&mut self.general, &mut self.standing] {
            for place in (0..list.len()).rev() {
                let Flat { passage, depth } = &list[place];
                let is_alone = list.get(place + 1).is_none_or(|next| next.depth <= *depth);
                let is_bare = passage.title.is_empty() && passage.paragraphs.is_empty() && is_alone;
                if is_bare && worded.passages.contains(&passage.label) {
                    dissolve_passage(list, place);
                }
            }
        }
    }

    /// Says that nobody has anything to do by what stood under a task whose words are of this kind: it is text, or no part of the plan.
    pub fn lay_aside(&mut self, content: &Content, kind: Kind) {
        let kind = if kind == Kind::Nothing { PieceKind::Furniture } else { PieceKind::Paragraph };
        let statements = content.statements.iter().map(|statement| statement.span);
        for span in statements.chain(content.deadlines.iter().copied()).filter(|span| !span.is_empty()) {
            // A cell of a table may speak of several tasks.
            let is_used = self.works.iter().any(|work| {
                let Work::Task(task) = work else { return false };
                task.responsibilities.iter().any(|other| meet(other.span, span))
                    || task.measures.iter().any(|other| meet(other.span, span))
            });
            if !is_used {
                turn(&mut self.plan.pieces, span, kind);
            }
        }
    }

    /// Makes the number before a place what its words are, if it is none of any heading: no part of the plan.
    pub fn drop_number(&mut self, at: Span) {
        let before =
            self.plan.pieces.iter().rposition(|piece| piece.span.end <= at.start && piece.kind != PieceKind::Gap);
        let Some(place) = before else { return };
        let Piece { kind, span } = self.plan.pieces[place];
        let is_in_line = !span.through(at.front()).of(&self.plan.source).contains('\n');
        let mut passages = self.general.iter().chain(&self.standing).map(|flat| flat.passage.label);
        let is_of_passage = passages.any(|label| meet(label, span));
        let is_of_section = self.works.iter().any(|work| {
            let Work::Section(section) = work else { return false };
            section.titles().any(|title| {
                let between = span.until(title);
                between.start <= between.end && !title.is_empty() && !between.of(&self.plan.source).contains('\n')
            })
        });
        let is_of_task = self.works.iter().any(|work| matches!(work, Work::Task(task) if meet(task.label, span)));
        if kind == PieceKind::Label && is_in_line && !is_of_passage && !is_of_section && !is_of_task {
            self.plan.pieces[place].kind = PieceKind::Furniture;
        }
    }
}
