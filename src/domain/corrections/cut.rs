//! Words cut out of what holds them, which keeps the rest.

use super::content::{Content, answered, with_own};
use super::correction::Kind;
use super::outline::{Flat, Outline, Over, Work};
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
            task.label = if meet(task.label, at) { Span::default() } else { task.label };
        }
        cut_paragraphs(&source, &mut self.plan.preamble, at, PieceKind::Preamble, &mut left);
        for Flat { passage, .. } in self.general.iter_mut().chain(&mut self.standing) {
            cut_paragraphs(&source, &mut passage.paragraphs, at, PieceKind::Paragraph, &mut left);
            passage.label = if meet(passage.label, at) { Span::default() } else { passage.label };
        }
        if kind != Kind::Title && meet(self.plan.meta.title, at) {
            self.plan.meta.title = longer(&source, self.plan.meta.title, at);
            left.push((self.plan.meta.title, PieceKind::Title));
        }
        let heads = matches!(kind, Kind::Section | Kind::Task | Kind::Passage);
        // Sections first: words that head a section and its task, too, part nothing once what stands under the task looks for the one
        // before.
        for sections in [true, false] {
            // From behind, so that the places before stay.
            for place in (0..self.works.len()).rev() {
                let work = &mut self.works[place];
                let is_section = matches!(work, Work::Section(_));
                let is_kind = kind == if is_section { Kind::Section } else { Kind::Task };
                if is_section != sections || !meet(work.title(), at) || is_kind && work.title() == title {
                    continue;
                }
                let begin = work.title().begins();
                work.set_title(longer(&source, work.title(), at));
                left.push((work.title(), PieceKind::Heading));
                if work.title().is_empty() {
                    self.dissolve(place, begin, kind, heads.then_some(&mut taken.content));
                }
            }
        }
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

    /// Takes away a heading that has no words any more, and began here: they are of this kind. What stands under it goes along, or to
    /// the task before, if no passage stands between them.
    pub(super) fn dissolve(&mut self, place: usize, begin: usize, kind: Kind, along: Option<&mut Content>) {
        let Work::Task(mut task) = self.works.remove(place) else { return };
        let content = Content::of(&mut task);
        // In tables the task before in the text may be another than the one before in the list: only who answers goes there, for the
        // words of the heading will be a measure of it.
        let before = if let Over::Work(before) = self.over(begin) { Some(before) } else { None };
        let before = before.filter(|before| before + 1 == place || content.measures.is_empty());
        match (along, before.and_then(|before| self.works.get_mut(before))) {
            (Some(along), _) => along.put_before(content),
            // Who answered for what is no task any more does not answer for another.
            (None, _) if content.measures.is_empty() && kind != Kind::Measure => self.lay_aside(&content, kind),
            (None, Some(Work::Task(before))) => {
                let mut all = Content::of(before);
                all.take(content);
                *before = all.into_task(std::mem::take(before));
            }
            (None, _) if content.is_idle() => {}
            (None, _) => {
                task.label = Span::default();
                self.works.insert(place, Work::Task(content.into_task(task)));
            }
        }
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
