//! Numbered paragraphs without a heading. One is a task, or a duty, only as long as words stand under its number: once these are made
//! something else, it is gone, and its number is nobody's.

use super::content::Content;
use super::correction::Kind;
use super::cut::dissolve_passage;
use super::outline::{Flat, Outline, Work};
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

/// The paragraphs without a heading that have words.
pub struct Unheaded {
    tasks: Vec<TaskId>,
    /// The labels of passages.
    passages: Vec<Span>,
}

impl Outline {
    /// The paragraphs without a heading that have words.
    pub fn unheaded(&self) -> Unheaded {
        let tasks = self.works.iter().filter_map(|work| if let Work::Task(task) = work { Some(task) } else { None });
        let tasks = tasks.filter(|task| task.title.is_empty() && !task.measures.is_empty());
        let passages = self.general.iter().chain(&self.standing).map(|flat| &flat.passage);
        let passages = passages.filter(|passage| passage.title.is_empty() && !passage.paragraphs.is_empty());
        Unheaded { tasks: tasks.map(|task| task.id).collect(), passages: passages.map(|one| one.label).collect() }
    }

    /// Takes the number from the task at a place of which it is all the heading. What stands under it goes to the task before.
    pub fn unnumber(&mut self, at: Span) -> bool {
        let is_it = |work: &Work| matches!(work, Work::Task(task) if is_number(task, at));
        let Some(place) = self.works.iter().position(is_it) else { return false };
        self.dissolve(place, at.begins(), Kind::Measure, None);
        true
    }

    /// Takes away the tasks among these that have no words any more. Returns what still stands under them.
    pub fn take_emptied(&mut self, unheaded: &Unheaded) -> Content {
        let mut all = Content::default();
        for place in (0..self.works.len()).rev() {
            if self.is_emptied(place, unheaded)
                && let Work::Task(mut task) = self.works.remove(place)
            {
                all.put_before(Content::of(&mut task));
            }
        }
        all
    }

    /// Takes away the tasks among these that have no words any more. What stands under them goes to the task before.
    pub fn dissolve_emptied(&mut self, unheaded: &Unheaded, at: Span) {
        for place in (0..self.works.len()).rev() {
            if self.is_emptied(place, unheaded) {
                self.dissolve(place, at.begins(), Kind::Measure, None);
            }
        }
        // Where no task is before one, nobody answers.
        let rest = self.take_emptied(unheaded);
        self.lay_aside(&rest, Kind::Paragraph);
    }

    fn is_emptied(&self, place: usize, unheaded: &Unheaded) -> bool {
        let Some(Work::Task(task)) = self.works.get(place) else { return false };
        task.title.is_empty() && task.measures.is_empty() && unheaded.tasks.contains(&task.id)
    }

    /// Takes away the passages among these that have no words any more.
    pub fn forget_emptied(&mut self, unheaded: &Unheaded) {
        for list in [&mut self.general, &mut self.standing] {
            for place in (0..list.len()).rev() {
                let Flat { passage, depth } = &list[place];
                let is_alone = list.get(place + 1).is_none_or(|next| next.depth <= *depth);
                let is_bare = passage.title.is_empty() && passage.paragraphs.is_empty() && is_alone;
                if is_bare && unheaded.passages.contains(&passage.label) {
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
            let between = span.until(section.title);
            between.start <= between.end && !section.title.is_empty() && !between.of(&self.plan.source).contains('\n')
        });
        let is_of_task = self.works.iter().any(|work| matches!(work, Work::Task(task) if meet(task.label, span)));
        if kind == PieceKind::Label && is_in_line && !is_of_passage && !is_of_section && !is_of_task {
            self.plan.pieces[place].kind = PieceKind::Furniture;
        }
    }
}
