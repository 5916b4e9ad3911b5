//! What is looked through: a plan as read, and all about it that is worked out once.

use super::browser::Browser;
use super::lots::Lots;
use super::rows::{Row, lots, row_of, rows, speaks_of};
use super::selection::Selection;
use crate::domain::corrections::{Change, Correction};
use crate::domain::places::Places;
use crate::domain::plan::Plan;
use crate::domain::questions::{Asked, questions_but};
use crate::domain::span::Span;
use crate::domain::taken::{Taken, span_of};
use crate::reader::{DiagnosticKind, Read};
use crate::state::Store;
use crate::text::review::ReviewWords;
use crate::views::mending::mend::Mend;
use std::ops::Range;
use std::sync::Arc;

/// A plan as read, as it is drawn.
pub struct Sheet {
    /// The plan, and what the reader remarks on.
    pub read: Arc<Read>,
    /// What its source was taken for.
    pub places: Places,
    /// What a person should look at, in the order of the text.
    pub stops: Vec<Stop>,
    /// The stretches of the source, in lots.
    pub source: Vec<Range<usize>>,
    /// What was read of it, as rows.
    pub rows: Vec<Row>,
    /// The rows, in lots.
    pub outline: Vec<Range<usize>>,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Why.
    pub why: Why,
    /// Where; the first place is where one is led to.
    pub places: Vec<Span>,
}

/// Why a person should look at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The reader remarks on it; the name of the remark.
    Remark(&'static str),
    /// The plan leaves it open.
    Question(Asked),
}

/// The review of a sheet.
#[derive(Clone)]
pub struct Review {
    /// The plan that is open meanwhile.
    pub store: Store,
    /// What only the browser can do.
    pub browser: Browser,
    /// The selected place.
    pub selection: Selection,
    /// What is looked through.
    pub sheet: Arc<Sheet>,
    /// Which lots of the source are drawn.
    pub source: Lots,
    /// Which lots of what was read are drawn.
    pub outline: Lots,
    /// What is mended of it.
    pub mend: Mend,
}

/// So many stretches stand in a lot of the source.
const STRETCHES: usize = 80;
/// So many measures and headings stand in a lot of what was read.
const ROWS: usize = 40;
/// So many stretches are marked at most where a place is a long one.
const MOST_MARKED: usize = 40;

impl Sheet {
    /// Works out how a plan is drawn of which this was mended.
    pub fn of(read: Arc<Read>, mended: &[Correction]) -> Self {
        let plan = &read.plan;
        let places = Places::of(plan);
        let rows = rows(plan);
        // That it has no title is asked, whoever took it away.
        let remarks = read.diagnostics.iter().filter(|remark| remark.kind != DiagnosticKind::NoTitle);
        let remarks = remarks.map(|remark| Stop { why: Why::Remark(remark.kind.code()), places: vec![remark.span] });
        let left =
            mended.iter().filter_map(|made| if let Change::Leave(asked) = &made.change { Some(asked) } else { None });
        let asked = questions_but(plan, &left.collect::<Vec<_>>())
            .into_iter()
            .map(|question| Stop { why: Why::Question(question.asked), places: question.places });
        let mut stops: Vec<Stop> = remarks.chain(asked).collect();
        stops.sort_by_key(|stop| stop.places.first().copied());
        let (source, outline) = (places.lots(&plan.source, STRETCHES), lots(&rows, ROWS));
        Self { read, places, stops, source, rows, outline }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.read.plan
    }

    /// What the place at a span was taken for.
    pub fn taken(&self, span: Span) -> Option<Taken> {
        self.places.at(span)
    }

    /// The texts by which a span's elements are found, and those of what it is a part of.
    pub fn keys(&self, span: Span) -> (Vec<String>, Vec<String>) {
        let plan = self.plan();
        let mut exactly = vec![key(span)];
        let is_thing = self.taken(span).and_then(|taken| span_of(plan, taken)) == Some(span);
        if !is_thing {
            let touched = self.places.touched(span).take(MOST_MARKED);
            exactly.extend(touched.map(|place| key(self.places.key(plan, self.places.stretches[place].run))));
            exactly.dedup();
        }
        let mut around = Vec::new();
        let mut add = |taken: Taken| around.extend(span_of(plan, taken).map(key));
        match self.taken(span) {
            Some(Taken::Target(task, measure, _)) => add(Taken::Measure(task, measure)),
            Some(Taken::Statement(task, statement) | Taken::Name(task, statement, _)) => {
                add(speaks_of(plan, task, statement).map_or(Taken::Task(task), |one| Taken::Measure(task, one)));
            }
            Some(Taken::Deadline(task, _)) => add(Taken::Task(task)),
            Some(Taken::Notice) => add(Taken::Title),
            _ => {}
        }
        (exactly, around)
    }

    /// The lots of the source and of the rows in which a span is.
    pub fn lots_of(&self, span: Span) -> (Option<usize>, Option<usize>) {
        let place = self.places.touched(span).next();
        let source = place.and_then(|place| self.source.iter().position(|lot| lot.contains(&place)));
        let row = self.taken(span).and_then(|taken| row_of(self.plan(), &self.rows, taken));
        (source, row.and_then(|row| self.outline.iter().position(|lot| lot.contains(&row))))
    }

    /// The span by which the next thing before or behind a span is selected; the first one if there is no span.
    pub fn beside(&self, span: Option<Span>, forward: bool) -> Option<Span> {
        let plan = self.plan();
        let things = self.places.stretches.iter().filter(|stretch| stretch.run.taken != Taken::Gap);
        let mut keys = things.map(|stretch| self.places.key(plan, stretch.run));
        let Some(span) = span else { return keys.next() };
        let first = self.places.touched(span).next()?;
        let own = self.places.key(plan, self.places.stretches[first].run);
        let of = |at: usize| {
            let run = self.places.stretches[at].run;
            let key = self.places.key(plan, run);
            (run.taken != Taken::Gap && key != own).then_some(key)
        };
        if forward { (first..self.places.stretches.len()).find_map(of) } else { (0..first).rev().find_map(of) }
    }
}

impl Review {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        self.sheet.plan()
    }

    /// The words in the language of the moment.
    pub fn words(&self) -> &'static ReviewWords {
        ReviewWords::of(self.store.lang())
    }

    /// The label of a measure of the plan.
    pub fn label(&self, task: usize, measure: usize) -> String {
        self.plan().tasks.get(task).map(|task| task.label_of(measure).to_string()).unwrap_or_default()
    }
}

/// The text by which the elements of a span are found.
pub fn key(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

/// The span of such a text.
pub fn span_of_key(key: &str) -> Option<Span> {
    let (start, end) = key.split_once('-')?;
    Some(Span { start: start.parse().ok()?, end: end.parse().ok()? })
}
