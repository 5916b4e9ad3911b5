//! Words cut out of what holds them, which keeps the rest.

use super::content::{Content, answered, with_own};
use super::correction::Kind;
use super::outline::{Flat, Outline, Work};
use super::pieces::{meet, rest, turn};
use crate::domain::plan::{Measure, PieceKind, Target, Task};
use crate::domain::span::Span;

/// What words were before they were cut out.
#[derive(Default)]
pub struct Taken {
    /// The targets in them, if they were of measures.
    pub targets: Option<Vec<Target>>,
    /// The statement that spoke of the first of these measures alone.
    pub statement: Option<Span>,
    /// What stood under a heading that they were; only where they become one again.
    pub content: Content,
}

/// What is left of something that words were cut out of, and what it is.
type Left = Vec<(Span, PieceKind)>;

impl Outline {
    /// Cuts the words out. A heading of `kind` with the words `title` stays.
    pub fn cut(&mut self, at: Span, kind: Kind, title: Span) -> Taken {
        let (mut taken, mut left) = (Taken::default(), Vec::new());
        let source = std::mem::take(&mut self.plan.source);
        let keeps_times = matches!(kind, Kind::Measure | Kind::Task);
        for task in self.tasks_mut() {
            cut_measures(&source, task, at, &mut taken, &mut left);
            cut_statements(task, at, &mut left);
            task.deadlines.retain(|span| keeps_times || !meet(*span, at));
            let is_kept = kind == Kind::Task && task.title == title;
            task.label = if meet(task.label, at) && !is_kept { Span::default() } else { task.label };
        }
        cut_paragraphs(&source, &mut self.plan.preamble, at, PieceKind::Preamble, &mut left);
        for Flat { passage, .. } in self.general.iter_mut().chain(&mut self.standing) {
            cut_paragraphs(&source, &mut passage.paragraphs, at, PieceKind::Paragraph, &mut left);
            let is_kept = kind == Kind::Passage && passage.title == title;
            passage.label = if meet(passage.label, at) && !is_kept { Span::default() } else { passage.label };
        }
        if kind != Kind::Title && meet(self.plan.meta.title, at) {
            self.plan.meta.title = longer(&source, self.plan.meta.title, at);
            left.push((self.plan.meta.title, PieceKind::Title));
        }
        // A section without words is gone. A task stays until it is clear who takes in what stands under it.
        self.works.retain_mut(|work| {
            let is_kept = work.kind() == kind && work.title() == title;
            if is_kept || !meet(work.title(), at) {
                return true;
            }
            work.set_title(longer(&source, work.title(), at));
            left.push((work.title(), PieceKind::Heading));
            work.kind() == Kind::Task || !work.title().is_empty()
        });
        let sections = self.works.iter_mut().filter_map(Work::as_section);
        for section in sections.filter(|_| kind != Kind::Section) {
            section.over.retain_mut(|upper| {
                if meet(upper.title, at) {
                    upper.title = longer(&source, upper.title, at);
                    left.push((upper.title, PieceKind::Heading));
                }
                !upper.title.is_empty()
            });
        }
        let heads = matches!(kind, Kind::Section | Kind::Task | Kind::Passage);
        let is_kept = |flat: &Flat| kind == Kind::Passage && flat.passage.title == title;
        for (list, is_general) in [(&mut self.general, true), (&mut self.standing, false)] {
            for place in (0..list.len()).rev() {
                if is_kept(&list[place]) || !meet(list[place].passage.title, at) {
                    continue;
                }
                let shorter = longer(&source, list[place].passage.title, at);
                list[place].passage.title = shorter;
                left.push((shorter, PieceKind::Heading));
                if shorter.is_empty() {
                    let paragraphs = dissolve_passage(list, place);
                    if heads {
                        taken.content.put_before(Content { paragraphs, ..Content::default() });
                    } else if let Some(before) = place.checked_sub(1).and_then(|before| list.get_mut(before)) {
                        before.passage.paragraphs.extend(paragraphs);
                    } else if is_general {
                        self.plan.preamble.extend(paragraphs);
                    }
                }
            }
        }
        self.plan.source = source;
        for (span, kind) in left {
            match kind {
                // What a statement leaves behind is none any more.
                PieceKind::Responsibility => turn(&mut self.plan.pieces, span, PieceKind::Paragraph),
                _ => self.mark(span, kind),
            }
        }
        taken
    }
}

/// Takes away a passage; those inside it lie in the one around it. Returns its paragraphs.
pub fn dissolve_passage(list: &mut Vec<Flat>, place: usize) -> Vec<Span> {
    let gone = list.remove(place);
    let inside = list.iter_mut().skip(place).take_while(|flat| flat.depth > gone.depth);
    inside.for_each(|flat| flat.depth -= 1);
    gone.passage.paragraphs
}

/// What is left of a heading: the words before, else those behind, else nothing.
fn longer(source: &str, title: Span, at: Span) -> Span {
    let [before, behind] = rest(source, title, at);
    before.or(behind).unwrap_or_default()
}

fn cut_measures(source: &str, task: &mut Task, at: Span, taken: &mut Taken, left: &mut Left) {
    if !task.measures.iter().any(|measure| meet(measure.span, at)) {
        return;
    }
    for measure in std::mem::take(&mut task.measures) {
        if !meet(measure.span, at) {
            task.measures.push(measure);
            continue;
        }
        let within = |span: Span| measure.targets.iter().filter(move |target| span.contains(target.span)).cloned();
        if taken.targets.is_none() {
            let statement = measure.responsibility.and_then(|i| task.responsibilities.get(i));
            taken.statement = statement.map(|statement| statement.span);
        }
        taken.targets.get_or_insert_default().extend(within(at));
        for span in rest(source, measure.span, at).into_iter().flatten() {
            left.push((span, PieceKind::Measure));
            task.measures.push(Measure { span, targets: within(span).collect(), ..measure });
        }
    }
}

fn cut_statements(task: &mut Task, at: Span, left: &mut Left) {
    if !task.responsibilities.iter().any(|statement| meet(statement.span, at)) {
        return;
    }
    let old = std::mem::take(&mut task.responsibilities);
    let measures = with_own(std::mem::take(&mut task.measures), &old);
    let gone = old.iter().map(|statement| statement.span).filter(|span| meet(*span, at));
    left.extend(gone.map(|span| (span, PieceKind::Responsibility)));
    task.responsibilities = old.iter().filter(|statement| !meet(statement.span, at)).cloned().collect();
    task.measures = answered(measures, &task.responsibilities);
}

fn cut_paragraphs(source: &str, spans: &mut Vec<Span>, at: Span, kind: PieceKind, left: &mut Left) {
    for span in std::mem::take(spans) {
        if meet(span, at) {
            let parts = rest(source, span, at).into_iter().flatten();
            left.extend(parts.clone().map(|part| (part, kind)));
            spans.extend(parts);
        } else {
            spans.push(span);
        }
    }
}
