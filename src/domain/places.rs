//! A plan's source as it is drawn beside what was read of it, so that each can point at the other.
//!
//! The source is a row of *stretches*, one for each of [`Plan::pieces`], and within a stretch names, times and targets stand apart.
//! The runs of all stretches, put together, are the source, byte for byte.

use super::plan::{Piece, PieceKind, Plan};
use super::span::Span;
use super::taken::{Taken, span_of};
use std::ops::Range;

/// A part of the source, and what it was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// What it was taken for.
    pub taken: Taken,
}

/// A piece of the source, with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The piece.
    pub run: Run,
    /// Names, times and targets in it: in order, without overlaps, each within the piece.
    pub inner: Vec<Run>,
}

impl Stretch {
    /// The stretch cut where something in it begins or ends: runs that tile it, in order.
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::with_capacity(self.inner.len() * 2 + 1);
        let mut rest = self.run.span;
        for inner in &self.inner {
            runs.push(Run { span: rest.up_to(inner.span.begins()), ..self.run });
            runs.push(*inner);
            rest = rest.on_from(inner.span.ends());
        }
        runs.push(Run { span: rest, ..self.run });
        runs.retain(|run| !run.span.is_empty());
        runs
    }
}

/// A plan's source as stretches, and where the things of the plan stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// One for each of [`Plan::pieces`], in order.
    pub stretches: Vec<Stretch>,
    /// The things of the plan in the order of their spans; of several with the same span the innermost comes first.
    things: Vec<Run>,
}

impl Places {
    /// The places of a plan.
    pub fn of(plan: &Plan) -> Self {
        let things = things(plan);
        let mut stretches: Vec<Stretch> = Vec::with_capacity(plan.pieces.len());
        let mut next = 0;
        // Things that began and may reach into the pieces to come.
        let mut open: Vec<Run> = Vec::new();
        for piece in &plan.pieces {
            open.retain(|thing| thing.span.end > piece.span.start);
            while let Some(thing) = things.get(next).filter(|thing| thing.span.start < piece.span.end) {
                if thing.span.end > piece.span.start {
                    open.push(*thing);
                }
                next += 1;
            }
            let run = Run { span: piece.span, taken: taken(piece, &open) };
            stretches.push(Stretch { run, inner: inner(run, &open) });
        }
        // A number belongs to the words that follow it.
        let mut follows = None;
        for stretch in stretches.iter_mut().zip(&plan.pieces).rev() {
            match (stretch.1.kind, stretch.0.run.taken) {
                (PieceKind::Gap, _) => {}
                (PieceKind::Label, Taken::Heading) => stretch.0.run.taken = follows.unwrap_or(Taken::Heading),
                (PieceKind::Heading, taken) => follows = Some(taken),
                _ => follows = None,
            }
        }
        Self { stretches, things }
    }

    /// The thing at a span: the one of this very span, or the one that the stretch was taken for in which the span begins or, if
    /// that is a gap, the next one.
    pub fn at(&self, span: Span) -> Option<Taken> {
        self.exactly(span).or_else(|| {
            let begins = self.stretches.partition_point(|stretch| stretch.run.span.end <= span.start);
            let words = self.stretches.get(begins..)?.iter().find(|stretch| stretch.run.taken != Taken::Gap)?;
            Some(words.run.taken)
        })
    }

    /// The thing of this very span.
    fn exactly(&self, span: Span) -> Option<Taken> {
        let first = self.things.partition_point(|thing| order(thing.span) < order(span));
        self.things.get(first).filter(|thing| thing.span == span).map(|thing| thing.taken)
    }

    /// The span by which a run is selected: that of the thing it was taken for, or its own where the plan has no such thing.
    pub fn key(&self, plan: &Plan, run: Run) -> Span {
        span_of(plan, run.taken).filter(|span| !span.is_empty()).unwrap_or(run.span)
    }

    /// A run of the source with the names, times and targets that stand wholly within it.
    pub fn within(&self, run: Run) -> Stretch {
        let first = self.things.partition_point(|thing| thing.span.start < run.span.start);
        let things = self.things.get(first..).unwrap_or_default();
        let things: Vec<Run> = things.iter().take_while(|thing| thing.span.start < run.span.end).copied().collect();
        Stretch { run, inner: inner(run, &things) }
    }

    /// The stretches that a span touches, but for gaps: all of them, as indices.
    pub fn touched(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        let first = self.stretches.partition_point(|stretch| stretch.run.span.end <= span.start);
        let near = self.stretches.iter().enumerate().skip(first);
        // An empty span touches what stands behind it.
        let end = span.end.max(span.start + 1);
        near.take_while(move |(_, stretch)| stretch.run.span.start < end)
            .filter(|(_, stretch)| stretch.run.taken != Taken::Gap)
            .map(|(place, _)| place)
    }

    /// The stretches in lots of about `size` stretches, so that a long text can be drawn lot by lot. A lot ends where a line of the
    /// source does, if there is such a place before it is twice as large.
    pub fn lots(&self, source: &str, size: usize) -> Vec<Range<usize>> {
        let mut lots = Vec::new();
        let mut start = 0;
        for (place, stretch) in self.stretches.iter().enumerate() {
            let length = place + 1 - start;
            if length >= 2 * size || length >= size && stretch.run.span.of(source).contains('\n') {
                lots.push(start..place + 1);
                start = place + 1;
            }
        }
        if start < self.stretches.len() {
            lots.push(start..self.stretches.len());
        }
        lots
    }
}

/// What spans are sorted by: of two that begin in the same place, the longer one comes first.
fn order(span: Span) -> (u32, std::cmp::Reverse<u32>) {
    (span.start, std::cmp::Reverse(span.end))
}

/// The things of a plan, in the order of their spans.
fn things(plan: &Plan) -> Vec<Run> {
    let mut things = Vec::new();
    let mut add = |span: Span, taken| {
        if !span.is_empty() {
            things.push(Run { span, taken });
        }
    };
    let mut before = None;
    for (place, section) in plan.sections.iter().enumerate() {
        section.opened(before).for_each(|(at, upper)| add(upper.title, Taken::Upper(place, at)));
        before = Some(section);
        add(section.title, Taken::Section(place));
    }
    for (t, task) in plan.tasks.iter().enumerate() {
        for (m, measure) in task.measures.iter().enumerate() {
            measure.targets.iter().enumerate().for_each(|(n, target)| add(target.span, Taken::Target(t, m, n)));
            add(measure.span, Taken::Measure(t, m));
        }
        for (s, statement) in task.responsibilities.iter().enumerate() {
            statement.assigned.iter().enumerate().for_each(|(n, name)| add(name.span, Taken::Name(t, s, n)));
            add(statement.span, Taken::Statement(t, s));
        }
        task.deadlines.iter().enumerate().for_each(|(n, span)| add(*span, Taken::Deadline(t, n)));
        for span in [task.label, task.title] {
            add(span, Taken::Task(t));
        }
    }
    for (p, passage) in plan.standing.iter().enumerate() {
        for (d, duty) in passage.duties.iter().enumerate() {
            [duty.label, duty.title].iter().chain(&duty.paragraphs).for_each(|span| add(*span, Taken::Duty(p, d)));
        }
    }
    things.sort_by_key(|thing| (order(thing.span), !thing.taken.is_inner()));
    things
}

/// What a piece was taken for, of which these things touch it.
fn taken(piece: &Piece, things: &[Run]) -> Taken {
    let find = |wanted: fn(Taken) -> bool| things.iter().map(|thing| thing.taken).find(|taken| wanted(*taken));
    match piece.kind {
        PieceKind::Title => Taken::Title,
        PieceKind::Notice => Taken::Notice,
        PieceKind::Preamble => Taken::Preamble,
        PieceKind::Furniture => Taken::Furniture,
        PieceKind::Gap => Taken::Gap,
        PieceKind::Label | PieceKind::Heading => {
            find(|taken| matches!(taken, Taken::Section(_) | Taken::Upper(..) | Taken::Task(_) | Taken::Duty(..)))
                .unwrap_or(Taken::Heading)
        }
        PieceKind::Measure => find(|taken| matches!(taken, Taken::Measure(..))).unwrap_or(Taken::Paragraph),
        PieceKind::Responsibility => find(|taken| matches!(taken, Taken::Statement(..))).unwrap_or(Taken::Paragraph),
        PieceKind::Deadline => find(|taken| matches!(taken, Taken::Deadline(..))).unwrap_or(Taken::Paragraph),
        PieceKind::Paragraph => find(|taken| matches!(taken, Taken::Duty(..))).unwrap_or(Taken::Paragraph),
    }
}

/// The names, times and targets of these things that stand within a piece, as far as they do.
fn inner(piece: Run, things: &[Run]) -> Vec<Run> {
    if piece.taken == Taken::Gap {
        return Vec::new();
    }
    let mut inner: Vec<Run> = things.iter().filter(|thing| thing.taken.is_inner()).copied().collect();
    inner.sort_by_key(|thing| order(thing.span));
    let mut end = piece.span.start;
    inner.retain_mut(|thing| {
        thing.span = Span { start: thing.span.start.max(piece.span.start), end: thing.span.end.min(piece.span.end) };
        let fits = thing.span.start >= end && !thing.span.is_empty() && thing.taken != piece.taken;
        end = if fits { thing.span.end } else { end };
        fits
    });
    inner
}
