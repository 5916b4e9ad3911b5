//! What the words at a place are: a heading, a measure, a paragraph, no part of the plan.
//!
//! The words are first cut out of whatever holds them, which keeps the rest, and then put where such words belong. What stands under
//! a heading follows the text: a new heading takes over what stands behind it, and what stood under a heading that is none any more
//! goes to the one before.

use super::correction::{Kind, Sense};
use super::emptied::{is_number, paragraph_of};
use super::outline::{Flat, Outline, Over, Work};
use super::pieces::{mark, meet, worded};
use super::put::insert;
use crate::domain::plan::{Passage, Piece, PieceKind, Plan, Task, Upper};
use crate::domain::span::Span;

/// Takes the words at a place as something; `None` if there are no words.
pub fn take_as(plan: &mut Plan, at: Span, kind: Kind, sense: &dyn Sense) -> Option<()> {
    let at = worded(&plan.source, at)?;
    if is_just(plan, at, kind) {
        return Some(());
    }
    let all = paragraph_of(plan, at);
    let mut outline = Outline::of(std::mem::take(plan));
    if kind != Kind::Measure || !outline.unnumber(at) {
        outline.take_as(all, kind, sense);
    }
    *plan = outline.into_plan(sense);
    Some(())
}

/// Divides what stands at a place where the second part begins; `None` if nothing there has words on both sides.
pub fn split(plan: &mut Plan, at: Span, offset: usize, sense: &dyn Sense) -> Option<()> {
    let piece = plan.pieces.iter().find(|piece| piece.span.begins() <= offset && offset < piece.span.ends())?;
    if !at.contains(Span::at(offset)) {
        return None;
    }
    let divides = |span: &Span| span.begins() < offset && offset < span.ends();
    let measures = plan.measures().map(|measure| measure.span);
    let titles = plan.tasks.iter().map(|task| task.title);
    let (whole, kind) = match (measures.chain(titles).find(divides), piece.kind) {
        (Some(whole), _) => (whole, Kind::Measure),
        // It is where it shall be.
        (None, _) if piece.span.begins() == offset => return Some(()),
        (None, PieceKind::Furniture | PieceKind::Notice) => (piece.span, Kind::Nothing),
        (None, PieceKind::Paragraph | PieceKind::Preamble | PieceKind::Heading) => (piece.span, Kind::Paragraph),
        _ => return None,
    };
    worded(&plan.source, whole.up_to(offset))?;
    take_as(plan, whole.on_from(offset), kind, sense)
}

/// Makes one of all that stands at a place; `None` if something is there that cannot be a part of it.
pub fn join(plan: &mut Plan, at: Span, sense: &dyn Sense) -> Option<()> {
    let at = worded(&plan.source, at)?;
    let within = plan.pieces.iter().filter(|piece| meet(piece.span, at) && piece.kind != PieceKind::Gap);
    let within: Vec<PieceKind> = within.map(|piece| piece.kind).collect();
    let first = *within.first()?;
    let joins = |kind: &PieceKind| {
        use PieceKind::{Heading, Label, Measure, Paragraph, Preamble};
        matches!(kind, Measure | Paragraph | Preamble | Heading | Label)
    };
    if !within.iter().all(joins) {
        return None;
    }
    let kind = match first {
        PieceKind::Measure => Kind::Measure,
        PieceKind::Heading => kind_at(plan, Span::at(at.begins())),
        _ => Kind::Paragraph,
    };
    take_as(plan, at, kind, sense)
}

/// What a reading takes the words at a place for.
pub fn kind_at(plan: &Plan, at: Span) -> Kind {
    let holds = |span: Span| !span.is_empty() && span.contains(at);
    let passages = || plan.general.iter().chain(&plan.standing);
    if plan.measures().any(|measure| holds(measure.span)) {
        Kind::Measure
    } else if plan.tasks.iter().any(|task| holds(task.title) || is_number(task, at)) {
        Kind::Task
    } else if plan.sections.iter().any(|section| section.titles().any(&holds)) {
        Kind::Section
    } else if holds(plan.meta.title) {
        Kind::Title
    } else if passages().any(|passage| any_title(passage, &holds)) {
        Kind::Passage
    } else {
        let outside = |kind| matches!(kind, PieceKind::Furniture | PieceKind::Notice | PieceKind::Gap);
        let is_outside = plan.pieces.iter().any(|piece| holds(piece.span) && outside(piece.kind));
        if is_outside { Kind::Nothing } else { Kind::Paragraph }
    }
}

fn any_title(passage: &Passage, is: &dyn Fn(Span) -> bool) -> bool {
    is(passage.title) || passage.duties.iter().any(|duty| any_title(duty, is))
}

fn any_paragraph(passage: &Passage, at: Span) -> bool {
    passage.paragraphs.contains(&at) || passage.duties.iter().any(|duty| any_paragraph(duty, at))
}

/// Whether just these words are that already.
fn is_just(plan: &Plan, at: Span, kind: Kind) -> bool {
    let passages = || plan.general.iter().chain(&plan.standing);
    let piece = |kind| plan.pieces.iter().any(|piece| piece.span == at && piece.kind == kind);
    match kind {
        Kind::Title => plan.meta.title == at,
        Kind::Section => plan.sections.iter().any(|section| section.titles().any(|title| title == at)),
        Kind::Task => plan.tasks.iter().any(|task| task.title == at || is_number(task, at)),
        Kind::Measure => plan.measures().any(|measure| measure.span == at),
        Kind::Passage => passages().any(|passage| any_title(passage, &|title| title == at)),
        Kind::Paragraph => {
            let has = plan.preamble.contains(&at) || passages().any(|passage| any_paragraph(passage, at));
            let measure = || plan.measures().any(|measure| meet(measure.span, at));
            has || piece(PieceKind::Paragraph) && !measure()
        }
        Kind::Nothing => piece(PieceKind::Furniture),
    }
}

/// The words of a heading.
struct Heading {
    /// Its printed label with its mark; empty where it does not stand in these words.
    printed: Span,
    /// Its label without the mark, in these words or before them.
    label: Span,
    /// The heading without both.
    title: Span,
}

impl Heading {
    fn of(plan: &Plan, at: Span, sense: &dyn Sense) -> Self {
        if let Some((label, end)) = sense.label(at).filter(|(_, end)| worded(&plan.source, at.on_from(*end)).is_some())
        {
            let title = bare(&plan.source, at.on_from(end));
            return Self { printed: at.up_to(end), label, title };
        }
        // Words before it in its own piece are between.
        let before = plan.pieces.iter().rev().filter(|piece| piece.span.start < at.start);
        let before = before.take_while(|piece| piece.span.end <= at.start && !plan.text(piece.span).contains('\n'));
        let before = before.into_iter().find(|piece| piece.kind != PieceKind::Gap);
        // A number that belonged to no part of the plan belongs to these words again.
        let numbers = |piece: &&Piece| matches!(piece.kind, PieceKind::Label | PieceKind::Furniture);
        let label = before.filter(numbers).and_then(|piece| {
            let (name, end) = sense.label(piece.span.through(at))?;
            let is_all = piece.kind == PieceKind::Label || end >= piece.span.ends();
            (is_all && piece.span.contains(name)).then_some(name)
        });
        Self { printed: Span::at(at.begins()), label: label.unwrap_or_default(), title: bare(&plan.source, at) }
    }
}

/// The words of a heading without the marks that close it.
fn bare(source: &str, at: Span) -> Span {
    let marks = |c: char| c.is_whitespace() || matches!(c, '。' | '.' | '：' | ':' | '；' | ';' | '*' | '#');
    let words = at.of(source);
    let start = at.begins() + words.len() - words.trim_start_matches(marks).len();
    let title = Span::new(start, at.begins() + words.trim_end_matches(marks).len());
    if title.is_empty() { at } else { title }
}

impl Outline {
    fn take_as(&mut self, at: Span, kind: Kind, sense: &dyn Sense) {
        let Heading { printed, label, mut title } = Heading::of(&self.plan, at, sense);
        let kept = self.keep_heading(at, kind, label, title);
        let mut sentences = Vec::new();
        if kind == Kind::Task && !kept {
            // The first sentence of a paragraph is the task's heading, and the others are its measures.
            sentences = sense.sentences(at.on_from(printed.ends()));
            sentences.retain(|sentence| at.contains(*sentence) && !sentence.is_empty());
            if sentences.len() > 1 {
                title = bare(&self.plan.source, sentences.remove(0));
            } else {
                sentences.clear();
            }
        }
        let worded = self.worded();
        let home = self.home(at).filter(|_| kind == Kind::Measure);
        let mut taken = self.cut(at, kind, title);
        taken.content.paragraphs.extend(sentences);
        let begin = if label.is_empty() { at.begins() } else { label.begins().min(at.begins()) };
        if matches!(kind, Kind::Section | Kind::Task | Kind::Passage) && !kept {
            taken.content.take(self.behind(begin, kind != Kind::Section));
        }
        // What stands under words that are no heading any more goes along with them, if something can stand where they go.
        let is_apart = matches!(kind, Kind::Title | Kind::Paragraph | Kind::Nothing);
        let lost = self.take_lost(&worded, home, !is_apart);
        if is_apart {
            self.lay_aside(&lost, kind);
            self.join_headless(&worded, at.begins());
        } else {
            taken.content.take(lost);
        }
        let piece = match kind {
            Kind::Title => PieceKind::Title,
            Kind::Section | Kind::Task | Kind::Passage => PieceKind::Heading,
            Kind::Measure => PieceKind::Measure,
            Kind::Paragraph if self.over(begin) == Over::Nothing => PieceKind::Preamble,
            Kind::Paragraph => PieceKind::Paragraph,
            Kind::Nothing => PieceKind::Furniture,
        };
        self.mark(at, piece);
        if piece == PieceKind::Heading {
            self.mark(title, piece);
            self.mark(printed, PieceKind::Label);
            let pieces = self.plan.pieces.iter_mut();
            let before = pieces.filter(|piece| piece.kind == PieceKind::Furniture && !label.is_empty());
            before.filter(|piece| piece.span.contains(label)).for_each(|piece| piece.kind = PieceKind::Label);
        }
        match kind {
            Kind::Title => self.entitle(at),
            Kind::Section | Kind::Task | Kind::Passage if kept => self.fill(kind, title, taken.content, sense),
            Kind::Section => self.add_section(begin, label, title, taken.content),
            Kind::Task => {
                let path = self.path(begin, label);
                let task = Task { label, path, title, ..Task::default() };
                self.add_task(begin, task, taken.content, sense);
            }
            Kind::Passage => self.add_passage(begin, label, title, taken.content),
            Kind::Measure => self.add_measure(at, taken, home, sense),
            Kind::Paragraph => match self.over(begin) {
                Over::Nothing => insert(&mut self.plan.preamble, at),
                Over::General(i) => insert(&mut self.general[i].passage.paragraphs, at),
                Over::Standing(i) => insert(&mut self.standing[i].passage.paragraphs, at),
                Over::Work(_) => {}
            },
            Kind::Nothing => self.drop_number(at),
        }
        self.forget_emptied(&worded);
    }

    pub(super) fn mark(&mut self, span: Span, kind: PieceKind) {
        mark(&self.plan.source, &mut self.plan.pieces, span, kind);
    }

    /// If words of a heading of this kind are among these, they are its words from now on, and what stands under it stays.
    fn keep_heading(&mut self, at: Span, kind: Kind, label: Span, title: Span) -> bool {
        let own = |old: &Span, new: Span| if new.is_empty() && !meet(*old, at) { *old } else { new };
        let sections = self.works.iter_mut().filter_map(Work::as_section).filter(|_| kind == Kind::Section);
        let mut is_upper = false;
        for upper in sections.flat_map(|section| &mut section.over).filter(|upper| meet(upper.title, at)) {
            *upper = Upper { label: own(&upper.label, label), title };
            is_upper = true;
        }
        if is_upper {
            return true;
        }
        for work in &mut self.works {
            match (work, kind) {
                (Work::Section(section), Kind::Section) if meet(section.title, at) => section.title = title,
                (Work::Task(task), Kind::Task) if meet(task.title, at) => {
                    (task.label, task.title) = (own(&task.label, label), title);
                }
                _ => continue,
            }
            return true;
        }
        let passages = self.general.iter_mut().chain(&mut self.standing);
        let mut passages = passages.filter(|flat| kind == Kind::Passage && meet(flat.passage.title, at));
        let Some(Flat { passage, .. }) = passages.next() else { return false };
        (passage.label, passage.title) = (own(&passage.label, label), title);
        true
    }

    /// Makes the words the title of the plan.
    fn entitle(&mut self, at: Span) {
        let old = std::mem::replace(&mut self.plan.meta.title, at);
        let others = self.plan.pieces.iter_mut().filter(|piece| piece.kind == PieceKind::Title && piece.span != at);
        others.filter(|piece| old.contains(piece.span)).for_each(|piece| piece.kind = PieceKind::Notice);
    }
}
